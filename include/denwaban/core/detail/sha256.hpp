#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace denwaban::detail {

namespace sha256_parts {

using Block = std::array<std::uint8_t, 64>;
using State = std::array<std::uint32_t, 8>;

inline constexpr std::array<std::uint32_t, 64> round_constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

[[nodiscard]] inline std::array<std::uint32_t, 64> schedule_of(const Block& block) noexcept {
    std::array<std::uint32_t, 64> words{};
    for (std::size_t i = 0; i < 64; ++i) words[i / 4] = (words[i / 4] << 8U) | block[i];
    for (std::size_t i = 16; i < 64; ++i) {
        const auto a = words[i - 15];
        const auto b = words[i - 2];
        const auto small_0 = std::rotr(a, 7) ^ std::rotr(a, 18) ^ (a >> 3U);
        const auto small_1 = std::rotr(b, 17) ^ std::rotr(b, 19) ^ (b >> 10U);
        words[i] = words[i - 16] + small_0 + words[i - 7] + small_1;
    }
    return words;
}

inline void take(State& state, const Block& block) noexcept {
    const auto words = schedule_of(block);
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < 64; ++i) {
        const auto big_1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
        const auto first = h + big_1 + ((e & f) ^ (~e & g)) + round_constants[i] + words[i];
        const auto big_0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
        const auto second = big_0 + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + second;
    }
    const State added{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < 8; ++i) state[i] += added[i];
}

/// What follows the last whole block: the rest, a one bit, zeros, and how many bits there were.
inline void take_rest(State& state, std::string_view rest, std::uint64_t bits) noexcept {
    Block block{};
    for (std::size_t i = 0; i < rest.size(); ++i) block[i] = static_cast<std::uint8_t>(rest[i]);
    block[rest.size() % block.size()] = 0x80;
    if (rest.size() >= 56) {
        take(state, block);
        block = {};
    }
    for (std::size_t i = 0; i < 8; ++i) block[56 + i] = static_cast<std::uint8_t>(bits >> (56U - 8U * i));
    take(state, block);
}

}  // namespace sha256_parts

/// The SHA-256 (FIPS 180-4) of bytes that come piece by piece.
class Sha256 {
public:
    void add(std::string_view bytes) {
        size_ += bytes.size();
        if (!rest_.empty()) {
            const auto taken = bytes.substr(0, 64 - rest_.size());
            rest_ += taken;
            bytes.remove_prefix(taken.size());
            if (rest_.size() < 64) return;
            take(rest_);
            rest_.clear();
        }
        for (; bytes.size() >= 64; bytes.remove_prefix(64)) take(bytes);
        rest_ = bytes;
    }

    /// In 64 hexadecimal digits.
    [[nodiscard]] std::string digest() const {
        constexpr std::string_view digits = "0123456789abcdef";
        auto state = state_;
        sha256_parts::take_rest(state, rest_, size_ * 8);
        std::string text;
        for (const auto word : state) {
            for (std::uint32_t shift = 32; shift > 0; shift -= 4) text += digits[(word >> (shift - 4)) & 0xFU];
        }
        return text;
    }

private:
    void take(std::string_view bytes) noexcept {
        sha256_parts::Block block{};
        for (std::size_t i = 0; i < 64; ++i) block[i] = static_cast<std::uint8_t>(bytes[i]);
        sha256_parts::take(state_, block);
    }

    sha256_parts::State state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                               0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::uint64_t size_ = 0;
    std::string rest_;  ///< less than a block
};

/// Of all at once.
[[nodiscard]] inline std::string sha256(std::string_view bytes) {
    Sha256 sum;
    sum.add(bytes);
    return sum.digest();
}

}  // namespace denwaban::detail
