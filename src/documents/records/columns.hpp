#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <denwaban/documents/bigquery.hpp>

#include "documents/engine/shape.hpp"

/// Tables of rows, a column a member: what every engine that keeps them makes its own schema of.
namespace denwaban::columns {

enum class Type : std::uint8_t {
    text,
    count,  ///< a whole number that 32 bits hold
    whole,
    number,
    boolean,
    date,
    instant,
    json,
    record,
    entry,  ///< a record of key and value, of a map
};
enum class Mode : std::uint8_t { required, nullable, repeated };

struct Column {
    std::string_view name;
    Type type;
    Mode mode;
    std::string_view about;
    std::vector<Column> parts;
};

/// Those that `shape` is written as.
[[nodiscard]] std::vector<Column> columns_of(const shapes::Shape& shape);
/// Those of a table's rows.
[[nodiscard]] const std::vector<Column>& columns_of(BigQueryTable table);

}  // namespace denwaban::columns
