#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>

namespace denwaban::detail::phone {

inline constexpr std::size_t most_digits = 15;

inline constexpr auto spaces = std::to_array<std::string_view>({
    " ",
    "\t",
    "\r",
    "\n",
    "\v",
    "\f",
    "\u00A0",
    "\u2009",
    "\u202F",
    "\u3000",
});

/// Hyphens and what stands for one, tildes, dots, slashes, square brackets.
inline constexpr auto marks = std::to_array<std::string_view>({
    "-",      "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\u30FC",
    "\uFF0D", "\uFF70", "\u2500", "\u2501", "\uFE63", "~",      "\u2053", "\u223C", "\u301C",
    "\uFF5E", ".",      "\uFF0E", "/",      "\uFF0F", "[",      "]",      "\uFF3B", "\uFF3D",
    "\u02D7", "\u2043", "\u207B", "\u208B", "\u2796", "\uFE58", "\u30FB", "\uFF65", "_",
});

/// Joiners and marks of direction that address books and web pages wrap around numbers.
inline constexpr auto invisible = std::to_array<std::string_view>({
    "\u00AD",
    "\u200B",
    "\u200E",
    "\u200F",
    "\u202A",
    "\u202B",
    "\u202C",
    "\u202D",
    "\u202E",
    "\u2060",
    "\u2066",
    "\u2067",
    "\u2068",
    "\u2069",
    "\uFEFF",
});

/// Bytes at the front of `text` that are one of `words`; 0 if none is.
template <class Words>
[[nodiscard]] constexpr std::size_t leading(std::string_view text, const Words& words) noexcept {
    for (const auto word : words) {
        if (text.starts_with(word)) return word.size();
    }
    return 0;
}

[[nodiscard]] constexpr std::size_t leading(std::string_view text, std::string_view ascii,
                                            std::string_view full_width) noexcept {
    return leading(text, std::array{ascii, full_width});
}

[[nodiscard]] constexpr bool same_word(std::string_view text, std::string_view without_capitals) noexcept {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
    return std::ranges::equal(text, without_capitals, {}, lower);
}

[[nodiscard]] inline Unexpected<Error> refuse(std::string message, ByteRange where) {
    return Unexpected{Error{ErrorCode::not_a_phone_number, std::move(message), where}};
}

/// Picks the digits out of a text and remembers where they stood.
class Digits {
public:
    [[nodiscard]] static Expected<Digits> of(std::string_view text, std::size_t begin) {
        Digits digits;
        for (std::size_t at = begin; at < text.size();) {
            const auto taken = digits.take(text.substr(at), at);
            if (taken == 0) return refuse("a character that no phone number has", character_at(text, at));
            at += taken;
        }
        if (digits.count_ == 0) return refuse("no digits", {begin, text.size()});
        return digits;
    }

    /// How many there were; of more than `kept` only that many are known, and no number has as many.
    [[nodiscard]] std::size_t count() const noexcept { return count_; }
    [[nodiscard]] std::string_view value() const noexcept { return {value_.data(), std::min(count_, kept)}; }
    [[nodiscard]] bool have_plus() const noexcept { return plus_; }
    [[nodiscard]] bool is_bracketed_zero(std::size_t index) const noexcept { return bracketed_zero_ == index; }
    /// Whether something stands between a digit and the next. Precondition: there are two.
    [[nodiscard]] bool ends_group(std::size_t index) const noexcept { return begin_[index + 1] > behind_[index]; }

    /// From the digit `first` to the last one. Precondition: `first < count()`.
    [[nodiscard]] ByteRange place_from(std::size_t first) const noexcept { return {begin_[first], end_}; }

private:
    /// 010, a trunk zero, the digits of E.164, and one that is too many.
    static constexpr std::size_t kept = 3 + 1 + most_digits + 1;

    /// Bytes that were read at the front of `rest`; 0 if it begins with what no phone number has.
    std::size_t take(std::string_view rest, std::size_t at) noexcept {
        if (const auto size = take_digit(rest, at); size != 0) return size;
        if (const auto size = leading(rest, "+", "\uFF0B"); size != 0) {
            if (plus_ || count_ != 0) return 0;
            plus_ = true;
            return size;
        }
        if (const auto size = leading(rest, "(", "\uFF08"); size != 0) {
            open_bracket_ = count_;
            return size;
        }
        if (const auto size = leading(rest, ")", "\uFF09"); size != 0) {
            close_bracket();
            return size;
        }
        if (const auto size = leading(rest, marks); size != 0) return size;
        if (const auto size = leading(rest, spaces); size != 0) return size;
        return leading(rest, invisible);
    }

    std::size_t take_digit(std::string_view rest, std::size_t at) noexcept {
        constexpr std::string_view full_width = "\uFF10";
        const bool wide = rest.starts_with(full_width.substr(0, 2)) && rest.size() > 2;
        const int digit = wide ? rest[2] - full_width[2] : rest[0] - '0';
        if (digit < 0 || digit > 9) return 0;
        const std::size_t size = wide ? full_width.size() : 1;
        if (count_ < kept) {
            value_[count_] = static_cast<char>('0' + digit);
            begin_[count_] = at;
            behind_[count_] = at + size;
        }
        ++count_;
        end_ = at + size;
        return size;
    }

    void close_bracket() noexcept {
        const auto first = std::exchange(open_bracket_, std::nullopt);
        if (bracketed_zero_ || !first || count_ != *first + 1 || count_ > kept) return;
        if (value_[*first] == '0') bracketed_zero_ = first;
    }

    [[nodiscard]] static ByteRange character_at(std::string_view text, std::size_t begin) noexcept {
        const auto continues = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
        std::size_t end = begin + 1;
        while (end < text.size() && end < begin + 4 && continues(text[end])) ++end;
        return {begin, end};
    }

    std::array<char, kept> value_{};
    std::array<std::size_t, kept> begin_{};
    std::array<std::size_t, kept> behind_{};
    std::size_t count_ = 0;
    std::size_t end_ = 0;
    bool plus_ = false;
    std::optional<std::size_t> open_bracket_;
    std::optional<std::size_t> bracketed_zero_;
};

}  // namespace denwaban::detail::phone
