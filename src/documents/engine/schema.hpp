#pragma once

#include <string>
#include <string_view>

#include "json.hpp"
#include "shape.hpp"

/// What JSON Schema says of a shape.
namespace denwaban::shapes {

/// Of a document by itself: its definitions stand in `$defs`; with the examples of `{"": [...], "party": [...]}` at its
/// root and its definitions.
[[nodiscard]] formats::Json document_schema_of(std::string_view name, const Shape& shape,
                                               const formats::Json& examples);
/// Of a part of another document: every definition stands where it is used. Precondition: the shape is not recursive.
[[nodiscard]] formats::Json whole_schema_of(const Shape& shape);

/// `DayBook` as `day_book`.
[[nodiscard]] std::string snake(std::string_view name);

}  // namespace denwaban::shapes
