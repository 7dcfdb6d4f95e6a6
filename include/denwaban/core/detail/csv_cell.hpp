#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace denwaban::detail {

/// Whether a spreadsheet would take a cell for a formula (OWASP, "CSV Injection"), and not for a number: -3 and
/// +819012345678 are none.
[[nodiscard]] inline bool looks_like_formula(std::string_view text) noexcept {
    using namespace std::string_view_literals;
    static constexpr std::array begins{"="sv,  "+"sv,  "-"sv,  "@"sv,  "\t"sv, "\r"sv,
                                       "\n"sv, "＝"sv, "＋"sv, "－"sv, "＠"sv};
    if (std::none_of(begins.begin(), begins.end(), [&](std::string_view one) { return text.starts_with(one); })) {
        return false;
    }
    const auto digits = text.substr(1);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool is_signed = text.front() == '+' || text.front() == '-';
    return !is_signed || digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit);
}

/// A cell of CSV (RFC 4180), quoted where it must be. What looks like a formula stands behind an apostrophe, so that a
/// spreadsheet shows it and does not reckon with it.
[[nodiscard]] inline std::string csv_cell(std::string_view text) {
    const std::string_view guard = looks_like_formula(text) ? "'" : "";
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{guard}.append(text);
    std::string quoted{'"'};
    quoted += guard;
    for (const char c : text) quoted += c == '"' ? std::string{"\"\""} : std::string{c};
    return quoted + '"';
}

}  // namespace denwaban::detail
