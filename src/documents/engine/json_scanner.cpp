#include "json_scanner.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <optional>

#include <denwaban/core/utf8.hpp>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace denwaban::formats {

namespace {

/// A good deal less than the parser allows: contact records are flat.
constexpr int deepest = 32;
/// No number of so many characters and no exponent is out of a double's range.
constexpr std::ptrdiff_t longest_number = 300;
constexpr std::size_t few_names = 16;

using Block = std::uint8_t __attribute__((vector_size(16)));
constexpr std::ptrdiff_t block_size = sizeof(Block);

#if defined(__SSE2__)
/// How far from the front the first byte is that has its highest bit; `block_size` where none has.
[[nodiscard]] std::ptrdiff_t first_high(Block bytes) noexcept {
    const auto bits = static_cast<unsigned>(_mm_movemask_epi8(std::bit_cast<__m128i>(bytes)));
    return std::countr_zero(bits | 0x10000U);
}
#else
[[nodiscard]] std::ptrdiff_t first_high(Block bytes) noexcept {
    constexpr std::uint64_t high_bits = 0x8080'8080'8080'8080;
    const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(bytes);
    const auto first = std::countr_zero(halves[0] & high_bits) / 8;
    return first < 8 ? first : 8 + std::countr_zero(halves[1] & high_bits) / 8;
}
#endif

[[nodiscard]] constexpr bool ends_run(char c) noexcept {
    return c == '"' || c == '\\' || static_cast<std::uint8_t>(c) < 0x20;
}

/// The first quote, backslash or control character, or the end. Whether anything on the way is more than ASCII is told
/// once too often rather than too seldom.
[[nodiscard]] const char* end_of_run(const char* at, const char* end, bool& is_wide) noexcept {
    for (; end - at >= block_size; at += block_size) {
        Block block;
        std::memcpy(&block, at, sizeof block);
        is_wide = is_wide || first_high(block) != block_size;
        const auto hit = first_high(std::bit_cast<Block>((block == '"') | (block == '\\') | (block < 0x20)));
        if (hit != block_size) return at + hit;
    }
    for (; at != end && !ends_run(*at); ++at) is_wide = is_wide || static_cast<std::uint8_t>(*at) >= 0x80;
    return at;
}

[[nodiscard]] std::optional<char32_t> escaped_character(char c) noexcept {
    constexpr std::string_view written = "\"\\/bfnrt";
    constexpr std::u32string_view meant = U"\"\\/\b\f\n\r\t";
    const auto place = written.find(c);
    return place == std::string_view::npos ? std::nullopt : std::optional{meant[place]};
}

/// Of `XXXX` at the front.
[[nodiscard]] std::optional<char32_t> hexadecimal(std::string_view text) noexcept {
    if (text.size() < 4) return std::nullopt;
    char32_t unit = 0;
    for (const char c : text.substr(0, 4)) {
        constexpr std::string_view digits = "0123456789abcdef";
        const auto digit = digits.find(c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c);
        if (digit == std::string_view::npos) return std::nullopt;
        unit = unit << 4U | static_cast<char32_t>(digit);
    }
    return unit;
}

/// Takes `XXXX`, or a pair `XXXX\uXXXX`, off the front; none of a half alone, which the parser of documents mends.
[[nodiscard]] std::optional<char32_t> take_code(std::string_view& text) noexcept {
    const auto first = hexadecimal(text);
    if (!first) return std::nullopt;
    text.remove_prefix(4);
    if ((*first & 0xF800U) != 0xD800U) return first;
    if ((*first & 0xFC00U) != 0xD800U || !text.starts_with("\\u")) return std::nullopt;
    const auto second = hexadecimal(text.substr(2));
    if (!second || (*second & 0xFC00U) != 0xDC00U) return std::nullopt;
    text.remove_prefix(6);
    return 0x10000U + ((*first & 0x3FFU) << 10U) + (*second & 0x3FFU);
}

}  // namespace

void JsonScanner::begin(std::string_view text) {
    at_ = text.data();
    end_ = text.data() + text.size();
    unescaped_.clear();
    names_.clear();
}

bool JsonScanner::string(std::string_view& text) {
    if (!take('"')) return false;
    const auto* const first = at_;
    bool is_wide = false;
    bool has_escapes = false;
    while (true) {
        at_ = end_of_run(at_, end_, is_wide);
        if (at_ == end_ || (*at_ != '"' && *at_ != '\\')) return false;
        if (*at_ == '"') break;
        if (end_ - at_ < 2) return false;
        has_escapes = true;
        at_ += 2;
    }
    text = {first, static_cast<std::size_t>(at_ - first)};
    ++at_;
    if (is_wide && !is_utf8(text)) return false;
    return !has_escapes || without_escapes(text);
}

/// Behind what was unescaped before: all of it is less than the text, so that nothing moves.
bool JsonScanner::without_escapes(std::string_view& text) {
    if (unescaped_.empty()) unescaped_.reserve(text.size() + static_cast<std::size_t>(end_ - at_));
    const auto first = unescaped_.size();
    for (auto rest = text; !rest.empty();) {
        const auto plain = rest.substr(0, rest.find('\\'));
        unescaped_ += plain;
        rest.remove_prefix(plain.size());
        if (rest.empty()) break;
        const char kind = rest[1];
        rest.remove_prefix(2);
        const auto code = kind == 'u' ? take_code(rest) : escaped_character(kind);
        if (!code) return false;
        append_character(unescaped_, *code);
    }
    text = std::string_view{unescaped_}.substr(first);
    return true;
}

bool JsonScanner::digits(std::int64_t& number, std::ptrdiff_t most) {
    if (!is_digit(peek())) return false;
    const auto* const first = at_;
    number = 0;
    for (; at_ != end_ && is_digit(*at_) && at_ - first < most; ++at_) number = number * 10 + (*at_ - '0');
    const bool is_whole = at_ == end_ || (!is_digit(*at_) && *at_ != '.' && *at_ != 'e' && *at_ != 'E');
    return is_whole && (at_ - first == 1 || *first != '0');
}

bool JsonScanner::whole(std::int64_t& number) {
    if (peek() != '-') return digits(number, 18);
    ++at_;
    // Of blanks behind the sign the parser of documents has its say.
    const bool is_one = at_ != end_ && is_digit(*at_) && digits(number, 18);
    number = -number;
    return is_one;
}

std::size_t JsonScanner::skip_digits() noexcept {
    const auto* const first = at_;
    while (at_ != end_ && is_digit(*at_)) ++at_;
    return static_cast<std::size_t>(at_ - first);
}

bool JsonScanner::skip_number() {
    const auto* const first = at_;
    if (*at_ == '-') ++at_;
    const bool begins_with_zero = at_ != end_ && *at_ == '0';
    const auto digits = skip_digits();
    if (digits == 0 || (begins_with_zero && digits > 1)) return false;
    if (at_ != end_ && *at_ == '.') {
        ++at_;
        if (skip_digits() == 0) return false;
    }
    return (at_ == end_ || (*at_ != 'e' && *at_ != 'E')) && at_ - first <= longest_number;
}

bool JsonScanner::skip(int depth) {
    std::string_view text;
    switch (peek()) {
        case '{':
            return depth < deepest && skip_object(depth + 1);
        case '[':
            return depth < deepest && skip_array(depth + 1);
        case '"':
            return string(text);
        case 't':
            return take_word("true");
        case 'f':
            return take_word("false");
        case 'n':
            return take_word("null");
        case '\0':
            return false;
        default:
            return skip_number();
    }
}

bool JsonScanner::skip_object(int depth) {
    ++at_;
    if (take('}')) return true;
    const auto first = mark();
    do {
        std::string_view name;
        if (!string(name) || !take(':')) return false;
        note(name);
        if (!skip(depth)) return false;
    } while (take(','));
    return take('}') && are_distinct_since(first);
}

bool JsonScanner::skip_array(int depth) {
    ++at_;
    if (take(']')) return true;
    do {
        if (!skip(depth)) return false;
    } while (take(','));
    return take(']');
}

bool JsonScanner::are_distinct_since(std::size_t mark) {
    const auto first = names_.begin() + static_cast<std::ptrdiff_t>(mark);
    bool distinct = true;
    if (names_.size() - mark <= few_names) {
        for (auto name = first; name != names_.end(); ++name) {
            distinct = distinct && std::none_of(first, name, [&](auto other) { return same_text(*name, other); });
        }
    } else {
        std::sort(first, names_.end());
        distinct = std::adjacent_find(first, names_.end()) == names_.end();
    }
    names_.resize(mark);
    return distinct;
}

}  // namespace denwaban::formats
