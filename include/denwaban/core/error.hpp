#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/core/detail/plain_text.hpp>
#include <denwaban/core/names.hpp>

namespace denwaban {

/// What is wrong, the same word in C++, Python and Node (see `to_string`).
enum class ErrorCode : std::uint8_t {
    malformed_json,
    too_deep,
    too_large,
    wrong_type,
    missing_key,
    unknown_key,
    duplicate_key,
    invalid_value,
    out_of_range,
    overlap,
    never_ends,
    duplicate_number,
    duplicate_id,
    not_a_phone_number,
    unknown_zone,
    beyond_horizon,
    naive_datetime,
    unknown_reference,
    not_allowed,
    beyond_limit,
    no_seat,
    undecided,
    contended,
    unavailable,
    read_only,
    storage_full,
    corrupt,
    newer_version,
    timed_out,
    stale,
    no_such_time,
    expired_cursor,
    unknown_token,
    foreign_token,
    lapsed_token,
};
template <>
inline constexpr std::array<std::string_view, 35> names_of<ErrorCode>{
    "malformed_json", "too_deep",           "too_large",     "wrong_type",     "missing_key",    "unknown_key",
    "duplicate_key",  "invalid_value",      "out_of_range",  "overlap",        "never_ends",     "duplicate_number",
    "duplicate_id",   "not_a_phone_number", "unknown_zone",  "beyond_horizon", "naive_datetime", "unknown_reference",
    "not_allowed",    "beyond_limit",       "no_seat",       "undecided",      "contended",      "unavailable",
    "read_only",      "storage_full",       "corrupt",       "newer_version",  "timed_out",      "stale",
    "no_such_time",   "expired_cursor",     "unknown_token", "foreign_token",  "lapsed_token",
};

/// A place in a JSON document, in the syntax of RFC 6901; empty is the whole document.
struct JsonPointer {
    std::string text;
    friend bool operator==(const JsonPointer&, const JsonPointer&) = default;
};

/// A key as one step of a `JsonPointer`: `~` and `/` stand escaped, and control characters and ends of lines as JSON
/// has them, so that a key writes no line of a log.
[[nodiscard]] inline std::string pointer_step(std::string_view key) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string step;
    while (!key.empty()) {
        const auto [code, bytes] = first_character(key);
        if (code == U'~') {
            step += "~0";
        } else if (code == U'/') {
            step += "~1";
        } else if (detail::ends_line(code) || detail::is_control(code)) {
            step += "\\u";
            for (const unsigned shift : {12U, 8U, 4U, 0U}) step += digits[(code >> shift) & 0xFU];
        } else {
            step += key.substr(0, bytes);
        }
        key.remove_prefix(bytes);
    }
    return step;
}

/// Half-open range of bytes in a text as it was handed in.
struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    friend constexpr bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// Where the wrong thing stands; `monostate` when the error is about no place in particular.
using Where = std::variant<std::monostate, JsonPointer, ByteRange>;

/// Errors are values: returned by whatever can fail, thrown only by the bindings.
struct Error {
    ErrorCode code;
    std::string message;
    Where where;
    friend bool operator==(const Error&, const Error&) = default;
};

/// Everything that is wrong with a document, in the order of its places; never empty when returned as an error.
using Errors = std::vector<Error>;

/// `/hours/rules/0`, `12-15` or nothing.
[[nodiscard]] inline std::string to_string(const Where& where) {
    if (const auto* pointer = std::get_if<JsonPointer>(&where)) return pointer->text;
    if (const auto* bytes = std::get_if<ByteRange>(&where)) {
        return std::to_string(bytes->begin) + "-" + std::to_string(bytes->end);
    }
    return {};
}

/// `wrong_type at /hours/rules: must be an array`, for a log; what programs decide by is the code.
[[nodiscard]] inline std::string to_string(const Error& error) {
    const auto place = to_string(error.where);
    return std::string{to_string(error.code)} + (place.empty() ? "" : " at " + place) + ": " + error.message;
}

/// A line for each.
[[nodiscard]] inline std::string to_string(const Errors& errors) {
    std::string lines;
    for (const auto& error : errors) {
        if (!lines.empty()) lines += '\n';
        lines += to_string(error);
    }
    return lines;
}

}  // namespace denwaban
