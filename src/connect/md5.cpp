#include "md5.hpp"

#include <bit>
#include <utility>

namespace denwaban::connect {

namespace {

constexpr std::size_t block_size = 64;

/// The whole part of 2^32 |sin i|, for i from 1 on.
constexpr std::array<std::uint32_t, block_size> sines{
    0xD76AA478, 0xE8C7B756, 0x242070DB, 0xC1BDCEEE, 0xF57C0FAF, 0x4787C62A, 0xA8304613, 0xFD469501,
    0x698098D8, 0x8B44F7AF, 0xFFFF5BB1, 0x895CD7BE, 0x6B901122, 0xFD987193, 0xA679438E, 0x49B40821,
    0xF61E2562, 0xC040B340, 0x265E5A51, 0xE9B6C7AA, 0xD62F105D, 0x02441453, 0xD8A1E681, 0xE7D3FBC8,
    0x21E1CDE6, 0xC33707D6, 0xF4D50D87, 0x455A14ED, 0xA9E3E905, 0xFCEFA3F8, 0x676F02D9, 0x8D2A4C8A,
    0xFFFA3942, 0x8771F681, 0x6D9D6122, 0xFDE5380C, 0xA4BEEA44, 0x4BDECFA9, 0xF6BB4B60, 0xBEBFBC70,
    0x289B7EC6, 0xEAA127FA, 0xD4EF3085, 0x04881D05, 0xD9D4D039, 0xE6DB99E5, 0x1FA27CF8, 0xC4AC5665,
    0xF4292244, 0x432AFF97, 0xAB9423A7, 0xFC93A039, 0x655B59C3, 0x8F0CCC92, 0xFFEFF47D, 0x85845DD1,
    0x6FA87E4F, 0xFE2CE6E0, 0xA3014314, 0x4E0811A1, 0xF7537E82, 0xBD3AF235, 0x2AD7D2BB, 0xEB86D391,
};
/// By which each step of a round turns, over and over.
constexpr std::array<std::array<int, 4>, 4> turns{{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}};

using State = std::array<std::uint32_t, 4>;

/// What a step mixes of three words, and which word of the block it takes.
struct Mixing {
    std::uint32_t mixed;
    std::size_t word;
};
[[nodiscard]] constexpr Mixing mix(std::size_t step, std::uint32_t b, std::uint32_t c, std::uint32_t d) noexcept {
    switch (step / 16) {
        case 0:
            return {(b & c) | (~b & d), step};
        case 1:
            return {(d & b) | (~d & c), 5 * step + 1};
        case 2:
            return {b ^ c ^ d, 3 * step + 5};
        default:
            return {c ^ (b | ~d), 7 * step};
    }
}

[[nodiscard]] std::uint32_t word_at(std::string_view block, std::size_t place) noexcept {
    std::uint32_t word = 0;
    for (std::size_t byte = 4; byte-- > 0;) word = (word << 8U) | static_cast<std::uint8_t>(block[4 * place + byte]);
    return word;
}

void add_block(std::string_view block, State& state) noexcept {
    auto [a, b, c, d] = state;
    for (std::size_t step = 0; step < sines.size(); ++step) {
        const auto [mixed, word] = mix(step, b, c, d);
        const auto turned = std::rotl(a + mixed + sines[step] + word_at(block, word % 16), turns[step / 16][step % 4]);
        a = std::exchange(d, std::exchange(c, std::exchange(b, b + turned)));
    }
    state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d};
}

/// Bytes, the lowest first.
template <std::size_t Size, typename Number>
void put(Number number, char* to) noexcept {
    for (std::size_t byte = 0; byte < Size; ++byte, number >>= 8U) to[byte] = static_cast<char>(number & 0xFFU);
}

}  // namespace

std::array<char, md5_size> md5_of(std::string_view bytes) {
    State state{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476};
    const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
    for (; bytes.size() >= block_size; bytes.remove_prefix(block_size)) add_block(bytes.substr(0, block_size), state);
    std::string last{bytes};
    last += '\x80';
    last.resize(last.size() <= block_size - 8 ? block_size : 2 * block_size);
    put<8>(bits, last.data() + last.size() - 8);
    for (std::size_t at = 0; at < last.size(); at += block_size) {
        add_block(std::string_view{last}.substr(at, block_size), state);
    }
    std::array<char, md5_size> digest{};
    for (std::size_t place = 0; place < state.size(); ++place) put<4>(state[place], digest.data() + 4 * place);
    return digest;
}

}  // namespace denwaban::connect
