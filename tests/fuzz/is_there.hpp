#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include <denwaban/core/error.hpp>

/// A pointer's text with the control characters of keys, which a place has as JSON escapes them.
[[nodiscard]] inline std::string with_control_characters(std::string_view place) {
    constexpr std::string_view escape = "\\u00";
    constexpr std::size_t length = escape.size() + 2;
    std::string text;
    while (!place.empty()) {
        const auto digits = place.starts_with(escape) ? place.substr(escape.size(), 2) : std::string_view{};
        const bool is_control = digits == "7f" || (digits.size() == 2 && (digits[0] == '0' || digits[0] == '1'));
        if (is_control) text.push_back(static_cast<char>(std::stoi(std::string{digits}, nullptr, 16)));
        if (!is_control) text.push_back(place.front());
        place.remove_prefix(is_control ? length : 1);
    }
    return text;
}

/// Whether the document has the place, whose keys may also have had a backslash of their own.
[[nodiscard]] inline bool is_there(const nlohmann::json& document, const denwaban::JsonPointer& place) {
    const auto has = [&](const std::string& text) { return document.contains(nlohmann::json::json_pointer{text}); };
    return has(place.text) || has(with_control_characters(place.text));
}
