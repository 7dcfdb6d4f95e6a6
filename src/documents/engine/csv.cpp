#include "csv.hpp"

#include <algorithm>
#include <array>

namespace denwaban::formats {

namespace {

constexpr std::array<std::string_view, 11> formula_beginnings{"=",  "+",  "-",  "@",  "\t", "\r",
                                                              "\n", "＝", "＋", "－", "＠"};

[[nodiscard]] bool is_number(std::string_view text) {
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}
[[nodiscard]] bool is_reckoned(std::string_view text) {
    const auto begins = [&](std::string_view beginning) { return text.starts_with(beginning); };
    return std::ranges::any_of(formula_beginnings, begins) && !is_number(text);
}

}  // namespace

std::string csv_cell(std::string_view value) {
    if (value.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{value};
    std::string quoted{'"'};
    for (const char c : value) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csv_text(std::string_view text) {
    if (!is_reckoned(text)) return csv_cell(text);
    std::string plain{'\''};
    plain += text;
    return csv_cell(plain);
}

}  // namespace denwaban::formats
