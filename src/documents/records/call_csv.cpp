#include <denwaban/documents/call_csv.hpp>

#include "documents/engine/csv.hpp"
#include "record_shapes.hpp"

namespace denwaban {

namespace {

using formats::Json;

[[nodiscard]] std::string cell_of(const Json& value) {
    if (value.is_null()) return {};
    return value.is_string() ? formats::csv_text(value.string()) : formats::csv_cell(formats::write_document(value));
}

/// Each with a comma behind it.
void add_cells(std::string& line, const shapes::Shape& shape, const Json& record) {
    for (const auto& field : shape.fields) {
        if (const auto* value = record.find(field.key)) line += cell_of(*value);
        line += ',';
    }
}

void add_names(std::string& line, const shapes::Shape& shape) {
    for (const auto& field : shape.fields) line += std::string{field.key} + ',';
}

}  // namespace

std::string call_csv_header() {
    std::string line;
    add_names(line, shapes::shape_of<CallPlace>);
    add_names(line, shapes::shape_of<CallFact>);
    line.pop_back();
    return line + "\r\n";
}

std::string call_csv_row(const CallFact& fact, const std::optional<CallPlace>& place) {
    std::string line;
    add_cells(line, shapes::shape_of<CallPlace>, place ? shapes::written_as(*place) : Json::object());
    add_cells(line, shapes::shape_of<CallFact>, shapes::written_as(fact));
    line.pop_back();
    return line + "\r\n";
}

}  // namespace denwaban
