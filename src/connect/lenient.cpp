#include "lenient.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace denwaban::connect {

namespace {

constexpr std::string_view replacement = "\\ufffd";
constexpr std::string_view replacement_utf8 = "\xEF\xBF\xBD";

[[nodiscard]] bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The four hexadecimal digits of `\uXXXX` at the beginning of `text`.
[[nodiscard]] std::optional<unsigned> escaped_unit(std::string_view text) {
    unsigned unit = 0;
    if (text.size() < replacement.size() || !text.starts_with("\\u")) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + replacement.size(), unit, 16);
    return error == std::errc{} && end == text.data() + replacement.size() ? std::optional{unit} : std::nullopt;
}
[[nodiscard]] bool is_first_half(std::optional<unsigned> unit) { return unit && (*unit & 0xFC00U) == 0xD800U; }
[[nodiscard]] bool is_second_half(std::optional<unsigned> unit) { return unit && (*unit & 0xFC00U) == 0xDC00U; }

/// A half that was encoded by itself, as UTF-8 never is.
[[nodiscard]] bool is_encoded_half(std::string_view text) {
    return text.size() >= replacement_utf8.size() && text[0] == '\xED' &&
           (static_cast<unsigned char>(text[1]) & 0xE0U) == 0xA0U;
}

[[nodiscard]] std::string_view user_of(std::string_view address) {
    for (const std::string_view scheme : {"sip:", "sips:", "tel:"}) {
        if (address.starts_with(scheme)) address = address.substr(scheme.size());
    }
    return address.substr(0, address.find_first_of("@;"));
}

}  // namespace

std::optional<std::string> words_of(const formats::Value& value) {
    if (value.is_string()) return std::string{value.text()};
    if (value.is_boolean()) return value.boolean() ? "true" : "false";
    if (value.is_number_unsigned()) return std::to_string(value.unsigned_integer());
    if (value.is_number_integer()) return std::to_string(value.integer());
    if (!value.is_number()) return std::nullopt;
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value.number());
    return error == std::errc{} ? std::optional{std::string{digits.data(), end}} : std::nullopt;
}

std::string_view without_half_pairs(std::string_view json, std::string& storage) {
    if (json.find("\\u") == std::string_view::npos && json.find('\xED') == std::string_view::npos) return json;
    auto& mended = storage;
    mended = json;
    const auto rest = [&](std::size_t place) { return std::string_view{mended}.substr(place); };
    for (std::size_t place = 0; place < mended.size(); ++place) {
        if (is_encoded_half(rest(place))) mended.replace(place, replacement_utf8.size(), replacement_utf8);
        if (mended[place] != '\\') continue;
        const auto unit = escaped_unit(rest(place));
        if (!unit) {
            ++place;  // whatever is escaped
            continue;
        }
        const bool is_pair = is_first_half(unit) && is_second_half(escaped_unit(rest(place + replacement.size())));
        if (is_pair) place += replacement.size();
        if (!is_pair && (is_first_half(unit) || is_second_half(unit))) {
            mended.replace(place, replacement.size(), replacement);
        }
        place += replacement.size() - 1;
    }
    return mended;
}

std::string bare_address(std::string_view address) {
    if (address.starts_with('+') && std::ranges::all_of(address.substr(1), is_digit)) return std::string{address};
    if (const auto open = address.rfind('<'); open != std::string_view::npos && address.ends_with('>')) {
        address = address.substr(open + 1, address.size() - open - 2);
    }
    const bool is_uri = address.starts_with("sip:") || address.starts_with("sips:");
    const auto user = is_uri || address.find('@') == std::string_view::npos ? user_of(address) : address;
    constexpr std::size_t shortest = 8, longest = 15;
    const bool lacks_plus =
        user.size() >= shortest && user.size() <= longest && user.front() != '0' && std::ranges::all_of(user, is_digit);
    // 184 and 186 are dialled before a number, and are no country's code.
    const bool is_prefixed = user.starts_with("1840") || user.starts_with("1860");
    return (lacks_plus && !is_prefixed ? "+" : "") + std::string{user};
}

}  // namespace denwaban::connect
