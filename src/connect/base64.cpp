#include "base64.hpp"

#include <array>
#include <cstdint>

namespace denwaban::connect {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// No three bytes have this bit.
constexpr std::uint32_t no_digit = 1U << 24U;

/// What a digit is worth as the first, second, third and fourth of four.
[[nodiscard]] constexpr std::array<std::array<std::uint32_t, 256>, 4> base64_digits() {
    std::array<std::array<std::uint32_t, 256>, 4> digits{};
    for (std::size_t place = 0; place < digits.size(); ++place) {
        digits[place].fill(no_digit);
        for (std::size_t i = 0; i < alphabet.size(); ++i) {
            digits[place][static_cast<std::uint8_t>(alphabet[i])] = static_cast<std::uint32_t>(i) << (18 - 6 * place);
        }
    }
    return digits;
}

}  // namespace

std::optional<std::string> from_base64(std::string_view text, DecodeFront front) {
    static constexpr auto digits = base64_digits();
    while (text.ends_with('=')) text.remove_suffix(1);
    if (text.size() % 4 == 1) return std::nullopt;
    std::string bytes(text.size() * 3 / 4, '\0');
    const auto worth = [&](std::size_t at, std::size_t place) {
        return digits[place][static_cast<std::uint8_t>(text[at + place])];
    };
    std::size_t at = front(text, bytes.data());
    auto* to = bytes.data() + at / 4 * 3;
    std::uint32_t all = 0;
    for (; at + 4 <= text.size(); at += 4, to += 3) {
        const auto three = worth(at, 0) | worth(at, 1) | worth(at, 2) | worth(at, 3);
        all |= three;
        to[0] = static_cast<char>(three >> 16U);
        to[1] = static_cast<char>(three >> 8U);
        to[2] = static_cast<char>(three);
    }
    std::uint32_t rest = 0;
    for (std::size_t place = 0; at + place < text.size(); ++place) rest |= worth(at, place);
    if (((all | rest) & no_digit) != 0) return std::nullopt;
    for (unsigned shift = 16; to != bytes.data() + bytes.size(); shift -= 8) *to++ = static_cast<char>(rest >> shift);
    return bytes;
}

std::optional<std::string> from_base64(std::string_view text) {
    static const auto front = decode_front_here();
    return from_base64(text, front);
}

std::string to_base64(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    std::uint32_t gathered = 0;
    unsigned bits = 0;
    for (const char c : bytes) {
        gathered = (gathered << 8U) | static_cast<std::uint8_t>(c);
        for (bits += 8; bits >= 6;) {
            bits -= 6;
            text.push_back(alphabet[(gathered >> bits) & 63U]);
        }
    }
    if (bits > 0) text.push_back(alphabet[(gathered << (6 - bits)) & 63U]);
    while (text.size() % 4 != 0) text.push_back('=');
    return text;
}

}  // namespace denwaban::connect
