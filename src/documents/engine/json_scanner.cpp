#include "json_scanner.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

#include <denwaban/core/utf8.hpp>

#include "bytes.hpp"

namespace denwaban::formats {

namespace {

/// A good deal less than the parser allows: contact records are flat.
constexpr int deepest = 32;
/// No number of so many characters and no exponent is out of a double's range.
constexpr std::ptrdiff_t longest_number = 300;
constexpr std::size_t few_names = 16;

[[nodiscard]] bool has_control(std::string_view text) noexcept {
    return std::ranges::any_of(text, [](char c) { return static_cast<std::uint8_t>(c) < 0x20; });
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
    quotes_.begin(text);
    unescaped_.clear();
    names_.clear();
}

void JsonQuotes::begin(std::string_view text) noexcept {
    part_ = at_ = checked_ = text.data();
    end_ = text.data() + text.size();
    taken_ = found_ = 0;
    is_escaped_ = has_odd_ = is_broken_ = false;
}

bool JsonQuotes::look_on() noexcept {
    taken_ = found_ = 0;
    while (found_ == 0 && at_ != end_) {
        part_ = at_;
        while (at_ - part_ < part_size && end_ - at_ >= block_size) {
            look_at(at_, at_);
            at_ += block_size;
        }
        if (at_ - part_ == part_size || at_ == end_) continue;
        std::array<char, block_size> last;
        last.fill(' ');
        std::copy(at_, end_, last.begin());
        look_at(last.data(), at_);
        at_ = end_;
    }
    return found_ != 0;
}

/// Precondition: a block, and what it shows stands at `text`.
void JsonQuotes::look_at(const char* block, const char* text) noexcept {
    std::uint64_t quotes = 0;
    Bytes all{};
    Bytes odd{};
    for (unsigned place = 0; place < block_size; place += sizeof(Bytes)) {
        const auto bytes = bytes_at(block + place);
        quotes |= high_bits(std::bit_cast<Bytes>(bytes == '"')) << place;
        all |= bytes;
        odd |= std::bit_cast<Bytes>((bytes == '\\') | (bytes < 0x20));
    }
    if (is_escaped_ || high_bits(odd) != 0) quotes &= ~escaped_in(block);
    if (high_bits(all) != 0) check_utf8(block, text);
    note(quotes, static_cast<std::size_t>(text - part_));
}

/// What stands behind a backslash that is not itself behind one. Precondition: something in the block is odd, or before
/// it.
std::uint64_t JsonQuotes::escaped_in(const char* block) noexcept {
    has_odd_ = true;
    std::uint64_t backslashes = 0;
    for (unsigned place = 0; place < block_size; place += sizeof(Bytes)) {
        backslashes |= high_bits(std::bit_cast<Bytes>(bytes_at(block + place) == '\\')) << place;
    }
    std::uint64_t escaped = is_escaped_ ? 1 : 0;
    is_escaped_ = false;
    for (auto rest = backslashes & ~escaped; rest != 0;) {
        const auto one = rest & -rest;
        is_escaped_ = one << 1U == 0;
        escaped |= one << 1U;
        rest &= ~(one | one << 1U);
    }
    return escaped;
}

/// As many rounds as nearly every block needs, whether it does or not: how many that are cannot be foreseen.
void JsonQuotes::note(std::uint64_t quotes, std::size_t before) noexcept {
    const auto round = [&] {
        places_[found_] = static_cast<std::uint16_t>(before + static_cast<std::size_t>(std::countr_zero(quotes)));
        found_ += static_cast<std::size_t>(quotes != 0);
        quotes &= quotes - 1;
    };
    for (int times = 0; times < 8; ++times) round();
    while (quotes != 0) round();
}

void JsonQuotes::check_utf8(const char* block, const char* text) noexcept {
    std::uint64_t wide = 0;
    for (unsigned place = 0; place < block_size; place += sizeof(Bytes)) {
        wide |= high_bits(bytes_at(block + place)) << place;
    }
    for (; wide != 0; wide &= wide - 1) {
        const auto* const place = text + std::countr_zero(wide);
        if (place < checked_) continue;
        const auto [code, bytes] = first_character({place, static_cast<std::size_t>(end_ - place)});
        is_broken_ = is_broken_ || bytes == 1;
        checked_ = place + bytes;
    }
}

/// Behind what was unescaped before: all of it is less than the text, so that nothing moves.
bool JsonScanner::without_escapes(std::string_view& text) {
    if (has_control(text)) return false;
    if (text.find('\\') == text.npos) return true;
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
