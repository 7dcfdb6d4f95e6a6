#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <denwaban/core/detail/phone_digits.hpp>
#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/names.hpp>

namespace denwaban {

namespace detail::phone {

/// E.164 with its plus, and zeros behind.
using Text = std::array<char, 16>;

inline constexpr std::size_t fewest_digits = 7;

[[nodiscard]] inline Text e164(std::string_view country, std::string_view rest) noexcept {
    Text text{'+'};
    std::copy(rest.begin(), rest.end(), std::copy(country.begin(), country.end(), text.begin() + 1));
    return text;
}

struct Lengths {
    std::size_t usual;
    std::size_t other;
};

/// The lengths of a national number in Japan, without its zero: 電気通信番号計画, and for 60 that of the personal
/// numbers of old too. Nullopt where no number begins like this.
[[nodiscard]] constexpr std::optional<Lengths> lengths_in_japan(std::string_view national) noexcept {
    if (national.starts_with('0') || national.starts_with("10")) return std::nullopt;
    if (national.starts_with("200")) return Lengths{10, 13};
    if (national.starts_with("60")) return Lengths{9, 10};
    if (national.substr(1).starts_with('0')) return Lengths{10, 10};
    return Lengths{9, 9};
}

/// Reads what stands behind +81 or the national zero.
[[nodiscard]] inline Expected<Text> read_japanese(const Digits& digits, std::size_t first) {
    if (first >= digits.count()) return refuse("too short for a number in Japan", digits.place_from(0));
    const auto national = digits.value().substr(first);
    const auto lengths = lengths_in_japan(national);
    if (!lengths) return refuse("no number in Japan begins like this", digits.place_from(first));
    const auto size = digits.count() - first;
    // Tokyo's, Osaka's, and 04 of Kashiwa and Tokorozawa.
    constexpr std::string_view areas_of_one_digit = "346";
    const bool is_area_of_one = size == 9 && digits.ends_group(first);
    if (is_area_of_one && areas_of_one_digit.find(national.front()) == areas_of_one_digit.npos) {
        return refuse("no area code in Japan is this digit alone", digits.place_from(first));
    }
    if (size == lengths->usual || size == lengths->other) return e164("81", national);
    if (size < lengths->usual) return refuse("too short for a number in Japan", digits.place_from(first));
    const auto longest = size > lengths->other ? lengths->other : lengths->usual;
    return refuse("too long for a number in Japan", digits.place_from(first + longest));
}

/// A zero in brackets where a country code can end: behind 1 and 7, or behind two or three digits.
[[nodiscard]] inline std::optional<std::size_t> trunk_zero(const Digits& digits, std::size_t country) noexcept {
    const char first = digits.value()[country];
    for (std::size_t index = country + (first == '1' || first == '7' ? 1 : 2); index <= country + 3; ++index) {
        if (digits.is_bracketed_zero(index)) return index;
    }
    return std::nullopt;
}

/// Reads a country code and what follows.
[[nodiscard]] inline Expected<Text> read_international(const Digits& digits, std::size_t country) {
    const auto all = digits.value();
    const auto number = all.substr(std::min(country, all.size()));
    if (number.empty()) return refuse("no country code", digits.place_from(0));
    if (number.starts_with('0')) return refuse("no country code begins with 0", digits.place_from(country));
    if (number.starts_with("81")) return read_japanese(digits, country + (number.substr(2).starts_with('0') ? 3 : 2));

    const auto zero = trunk_zero(digits, country);
    const auto size = digits.count() - country - (zero ? 1 : 0);
    if (size < fewest_digits) return refuse("too short for a phone number", digits.place_from(country));
    if (size > most_digits) {
        return refuse("too long for a phone number", digits.place_from(country + most_digits + (zero ? 1 : 0)));
    }
    if (zero) return e164(number.substr(0, *zero - country), number.substr(*zero - country + 1));
    return e164({}, number);
}

/// Reads what stands behind 010, Japan's prefix for abroad, with which Korea's mobile numbers begin at home.
[[nodiscard]] inline Expected<Text> read_abroad(const Digits& digits) {
    constexpr std::size_t as_in_korea = 11;
    if (digits.count() == as_in_korea) {
        return refuse("may be a mobile in Korea, or abroad behind 010: write it with its country code",
                      digits.place_from(0));
    }
    return read_international(digits, 3);
}

/// What stands as E.164 has it already; none of all else, right or wrong.
[[nodiscard]] inline std::optional<Text> read_plain(std::string_view text) noexcept {
    if (text.size() <= fewest_digits || text.size() > 1 + most_digits || text[0] != '+' || text[1] == '0') {
        return std::nullopt;
    }
    const auto number = text.substr(1);
    if (!std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    if (number.starts_with("81")) {
        const auto lengths = lengths_in_japan(number.substr(2));
        const auto size = number.size() - 2;
        if (!lengths || (size != lengths->usual && size != lengths->other)) return std::nullopt;
    }
    return e164({}, number);
}

[[nodiscard]] inline Expected<Text> read(std::string_view text) {
    if (const auto plain = read_plain(text)) return *plain;
    constexpr std::string_view scheme = "tel:";
    std::size_t begin = 0;
    while (const auto size = leading(text.substr(begin), spaces)) begin += size;
    if (same_word(text.substr(begin, scheme.size()), scheme)) begin += scheme.size();

    const auto digits = Digits::of(text, begin);
    if (!digits) return Unexpected{digits.error()};
    if (digits->have_plus()) return read_international(*digits, 0);
    if (digits->value().starts_with("010")) return read_abroad(*digits);
    if (digits->value().starts_with('0')) return read_japanese(*digits, 1);
    if (digits->value().starts_with("81")) return read_international(*digits, 0);
    return refuse("begins with neither 0 nor +", digits->place_from(0));
}

}  // namespace detail::phone

/// A subscriber's number as E.164 has it: a country code and what follows, 15 digits at most.
///
/// A number in Japan has a length that its kind can have. Of other countries' plans nothing is known: theirs need
/// only have the shape, 7 to 15 digits.
class PhoneNumber {
public:
    /// Reads E.164 (`+81312345678`), Japan's national form (`03-1234-5678`, `（０３）１２３４－５６７８`), a number
    /// behind Japan's international prefix 010, and `tel:` before any of these. A trunk zero behind +81, or as `(0)`
    /// behind any country code, is dropped; what begins with 81 can only lack its plus. What may be two numbers is
    /// neither: 010-9876-5432 is one of a mobile in Korea.
    ///
    /// Refused as `not_a_phone_number`, with the `ByteRange` that is wrong: anything around the number (an extension,
    /// 184, a second number), a number that begins with neither 0 nor plus, and what is no subscriber's (110, 00XY).
    /// Linear in the text; allocates only for an error.
    [[nodiscard]] static Expected<PhoneNumber> parse(std::string_view text) {
        const auto number = detail::phone::read(text);
        if (!number) return Unexpected{number.error()};
        return PhoneNumber{*number};
    }

    /// `+81312345678`; lives as long as the number.
    [[nodiscard]] constexpr std::string_view e164() const& noexcept {
        const auto end = std::find(text_.begin(), text_.end(), '\0');
        return {text_.data(), static_cast<std::size_t>(end - text_.begin())};
    }
    [[nodiscard]] std::string_view e164() const&& = delete;

    /// As dialled in Japan: `0312345678`; E.164 if the number is elsewhere. `parse` reads either back.
    [[nodiscard]] std::string national() const {
        return is_japanese() ? "0" + std::string{e164().substr(3)} : std::string{e164()};
    }

    /// Whether it is of Japan's numbering plan: +81.
    [[nodiscard]] constexpr bool is_japanese() const noexcept { return e164().starts_with("+81"); }

    friend constexpr bool operator==(const PhoneNumber&, const PhoneNumber&) = default;
    friend constexpr std::strong_ordering operator<=>(const PhoneNumber& a, const PhoneNumber& b) noexcept {
        return a.e164() <=> b.e164();
    }

private:
    constexpr explicit PhoneNumber(const detail::phone::Text& text) noexcept : text_(text) {}

    detail::phone::Text text_;
};

/// Why a call shows no number, as Japan's carriers tell it (the causes of 3GPP TS 24.008, 10.5.4.30).
enum class WithheldReason : std::uint8_t {
    /// 非通知: the caller keeps it back.
    by_caller,
    /// 公衆電話.
    payphone,
    /// 表示圏外, 通知不可能: the network could not carry it, as from abroad.
    out_of_area,
    /// Nobody said.
    not_given,
};
template <>
inline constexpr std::array<std::string_view, 4> names_of<WithheldReason>{
    "by_caller",
    "payphone",
    "out_of_area",
    "not_given",
};

/// A caller whose number is not shown.
struct Withheld {
    WithheldReason reason;
    friend constexpr auto operator<=>(const Withheld&, const Withheld&) = default;
};

/// Who calls.
using Caller = std::variant<PhoneNumber, Withheld>;

namespace detail::phone {

struct WithheldWord {
    std::string_view word;
    WithheldReason reason;
};

/// Without capitals, which are not told apart.
inline constexpr auto withheld_words = std::to_array<WithheldWord>({
    {"", WithheldReason::not_given},
    {"anonymous", WithheldReason::by_caller},
    {"非通知", WithheldReason::by_caller},
    {"非通知設定", WithheldReason::by_caller},
    {"番号非通知", WithheldReason::by_caller},
    {"restricted", WithheldReason::by_caller},
    {"private", WithheldReason::by_caller},
    {"blocked", WithheldReason::by_caller},
    {"withheld", WithheldReason::by_caller},
    {"id withheld", WithheldReason::by_caller},
    {"no caller id", WithheldReason::by_caller},
    {"reject by user", WithheldReason::by_caller},
    {"公衆電話", WithheldReason::payphone},
    {"payphone", WithheldReason::payphone},
    {"coin line/payphone", WithheldReason::payphone},
    {"表示圏外", WithheldReason::out_of_area},
    {"通知不可能", WithheldReason::out_of_area},
    {"通知不可", WithheldReason::out_of_area},
    {"out of area", WithheldReason::out_of_area},
    {"unavailable", WithheldReason::out_of_area},
    {"interaction with other service", WithheldReason::out_of_area},
    {"unknown", WithheldReason::not_given},
    // The same words on a keypad, which networks send as if they were numbers.
    {"+266696687", WithheldReason::by_caller},      // ANONYMOUS
    {"+7378742833", WithheldReason::by_caller},     // RESTRICTED
    {"+7748283", WithheldReason::by_caller},        // PRIVATE
    {"+2562533", WithheldReason::by_caller},        // BLOCKED
    {"+86282452253", WithheldReason::out_of_area},  // UNAVAILABLE
    {"+8656696", WithheldReason::not_given},        // UNKNOWN
    {"不明", WithheldReason::not_given},
});

[[nodiscard]] constexpr std::size_t trailing(std::string_view text) noexcept {
    for (const auto space : spaces) {
        if (text.ends_with(space)) return space.size();
    }
    return 0;
}

[[nodiscard]] constexpr std::string_view without_spaces_around(std::string_view text) noexcept {
    const auto is_none = [](char c) { return c > ' ' && c <= '~'; };
    if (!text.empty() && is_none(text.front()) && is_none(text.back())) return text;
    while (const auto size = leading(text, spaces)) text.remove_prefix(size);
    while (const auto size = trailing(text)) text.remove_suffix(size);
    return text;
}

}  // namespace detail::phone

/// Reads what a telephone system says of the caller: a number as `PhoneNumber::parse` does, or one of the words for
/// a number that is withheld (`anonymous`, 非通知, 公衆電話, 表示圏外, …, nothing at all), spaces around it aside.
/// Errors and cost as there.
[[nodiscard]] inline Expected<Caller> parse_caller(std::string_view text) {
    const auto said = detail::phone::without_spaces_around(text);
    for (const auto& [word, reason] : detail::phone::withheld_words) {
        if (detail::phone::same_word(said, word)) return Caller{Withheld{reason}};
    }
    const auto number = PhoneNumber::parse(text);
    if (!number) return Unexpected{number.error()};
    return Caller{*number};
}

}  // namespace denwaban

template <>
struct std::hash<denwaban::PhoneNumber> {
    [[nodiscard]] std::size_t operator()(const denwaban::PhoneNumber& number) const noexcept {
        return std::hash<std::string_view>{}(number.e164());
    }
};
