#pragma once

#include <cstddef>
#include <string_view>

#include <denwaban/core/error.hpp>

#include "document.hpp"

namespace denwaban::formats {

inline constexpr std::size_t max_document = std::size_t{64} << 20U;
inline constexpr std::size_t max_depth = 64;
/// Nobody reads more, and a hostile document could have millions.
inline constexpr std::size_t max_errors = 1000;

/// An error, and before which values of the document it is told.
struct PlacedError {
    std::uint32_t order;
    Error error;
};

/// What came of reading a text.
struct Parsed {
    Document document;
    std::vector<PlacedError> errors;  ///< those of the text
    bool complete = false;            ///< there is a document to read on
};

/// Parses `text`. Errors: `too_large`, `too_deep` or `malformed_json`, which leave nothing to read, and every
/// `duplicate_key`, which leaves the last. Cost: linear, whatever the text.
[[nodiscard]] Parsed parse_document(std::string_view text);
/// The same by JSON for Modern C++ alone, which says what is wrong; of nearly every text there is a quicker way.
[[nodiscard]] Parsed parse_carefully(std::string_view text);

}  // namespace denwaban::formats
