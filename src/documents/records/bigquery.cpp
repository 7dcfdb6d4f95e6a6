#include <denwaban/documents/bigquery.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "bigquery_sql.hpp"
#include "reconcile_shapes.hpp"

namespace denwaban {

namespace {

using formats::Json;
using shapes::Field;
using shapes::Shape;
using shapes::shape_of;
using shapes::Sort;

using bigquery::quoted;

constexpr std::array of_call{&shape_of<CallPlace>, &shape_of<CallFact>};
constexpr std::array of_booking{&shape_of<BookingTrace>};
constexpr std::array of_reconciled{&shape_of<Reconciliation>};

struct TableRow {
    BigQueryTable table;
    std::span<const Shape* const> records;  ///< of whose members its columns are
    std::string_view layout;
};
constexpr std::array table_rows{
    TableRow{BigQueryTable::calls, of_call, "PARTITION BY TIMESTAMP_TRUNC(began, DAY)\nCLUSTER BY restaurant, line"},
    TableRow{BigQueryTable::bookings, of_booking, "PARTITION BY TIMESTAMP_TRUNC(made, DAY)\nCLUSTER BY restaurant"},
    TableRow{BigQueryTable::reconciled, of_reconciled, "CLUSTER BY call, booking"},
};
static_assert(table_rows.size() == count_of<BigQueryTable>);

[[nodiscard]] const TableRow& row_of(BigQueryTable table) noexcept {
    return table_rows[static_cast<std::size_t>(table)];
}

[[nodiscard]] std::string_view type_of(const Shape& shape) {
    switch (shape.sort) {
        case Sort::date:
            return "DATE";
        case Sort::instant:
            return "TIMESTAMP";
        case Sort::whole:
            return "INT64";
        case Sort::number:
            return "FLOAT64";
        case Sort::boolean:
            return "BOOL";
        case Sort::list:
            return type_of(*shape.of);
        case Sort::record:
        case Sort::map:
            return "STRUCT";
        case Sort::forms:
        case Sort::open:
            return "JSON";
        case Sort::label:
        case Sort::name:
        case Sort::text:
        case Sort::string:
        case Sort::minute:
        case Sort::month_day:
        case Sort::phone_number:
        case Sort::word:
        case Sort::either:
            break;
    }
    return "STRING";
}

/// A column as BigQuery knows it.
struct Column {
    std::string_view name;
    std::string_view type;
    std::string_view mode;
    std::string_view about;
    std::vector<Column> parts;
};

[[nodiscard]] std::vector<Column> columns_of(const Shape& shape);

[[nodiscard]] Column column_of(const Field& field, bool may_lack) {
    const auto& shape = field.shape;
    const bool repeats = shape.sort == Sort::list || shape.sort == Sort::map;
    const bool must_be = field.presence <= shapes::required && !may_lack;
    Column column{field.key, type_of(shape), must_be ? "REQUIRED" : "NULLABLE", field.about, {}};
    if (repeats) column.mode = "REPEATED";
    if (shape.sort == Sort::map) {
        column.parts = {{"key", "STRING", "REQUIRED", {}, {}}, {"value", "STRING", "REQUIRED", {}, {}}};
    } else {
        column.parts = columns_of(shape.sort == Sort::list ? *shape.of : shape);
    }
    return column;
}
[[nodiscard]] std::vector<Column> columns_of(const Shape& shape) {
    std::vector<Column> columns;
    for (const auto& field : shape.fields) columns.push_back(column_of(field, false));
    return columns;
}
[[nodiscard]] std::vector<Column> columns(BigQueryTable table) {
    std::vector<Column> all;
    for (const auto* record : row_of(table).records) {
        // Of most calls that nobody's number was dialled in, nothing is known of the place.
        const bool may_lack = record == &shape_of<CallPlace>;
        for (const auto& field : record->fields) all.push_back(column_of(field, may_lack));
    }
    return all;
}

[[nodiscard]] Json described(const std::vector<Column>& columns) {
    auto list = Json::array();
    for (const auto& column : columns) {
        Json one{{"name", column.name}, {"type", column.type}, {"mode", column.mode}};
        if (!column.about.empty()) one["description"] = column.about;
        if (!column.parts.empty()) one["fields"] = described(column.parts);
        list.push_back(std::move(one));
    }
    return list;
}

[[nodiscard]] std::string declared(const Column& column);

[[nodiscard]] std::string listed(const std::vector<Column>& columns, std::string_view between) {
    std::string list;
    for (const auto& column : columns) list += (list.empty() ? "" : std::string{between}) + declared(column);
    return list;
}
[[nodiscard]] std::string declared(const Column& column) {
    std::string type{column.type};
    if (!column.parts.empty()) type += "<" + listed(column.parts, ", ") + ">";
    if (column.mode == "REPEATED") type = "ARRAY<" + type + ">";
    return "`" + std::string{column.name} + "` " + type + (column.mode == "REQUIRED" ? " NOT NULL" : "");
}

/// What the engine writes, but for maps.
void make_row(const Shape& shape, Json& value) {
    if (value.is_null()) return;
    if (shape.sort == Sort::map) {
        auto entries = Json::array();
        for (auto& member : value.members()) {
            entries.push_back({{"key", std::move(member.first)}, {"value", std::move(member.second)}});
        }
        value = std::move(entries);
        return;
    }
    if (shape.sort == Sort::list) {
        for (auto& item : value.items()) make_row(*shape.of, item);
    }
    for (const auto& field : shape.fields) {
        if (auto* member = value.find(field.key)) make_row(field.shape, *member);
    }
}

void add_members(Json& row, const Shape& shape, Json record) {
    make_row(shape, record);
    for (auto& member : record.members()) row[member.first] = std::move(member.second);
}

}  // namespace

std::string bigquery_schema(BigQueryTable of) { return formats::write_document(described(columns(of))); }

BigQueryRow bigquery_row(const CallFact& fact, const std::optional<CallPlace>& place) {
    auto row = Json::object();
    if (place) add_members(row, shape_of<CallPlace>, shapes::written_as(*place));
    add_members(row, shape_of<CallFact>, shapes::written_as(fact));
    return {fact.id.text + "@" + std::to_string(fact.revision), formats::write_document(row)};
}

Expected<std::string> bigquery_table_sql(std::string_view table, BigQueryTable of) {
    const auto name = quoted(table);
    if (!name) return name;
    return "CREATE TABLE IF NOT EXISTS " + *name + " (\n  " + listed(columns(of), ",\n  ") + "\n)\n" +
           std::string{row_of(of).layout};
}

Expected<std::string> bigquery_merge_sql(std::string_view table, std::string_view staging) {
    const auto into = quoted(table);
    if (!into) return into;
    const auto from = quoted(staging);
    if (!from) return from;
    std::string names, values, sets;
    for (const auto& column : columns(BigQueryTable::calls)) {
        const auto name = "`" + std::string{column.name} + "`";
        names += (names.empty() ? "" : ", ") + name;
        values += (values.empty() ? "" : ", ") + ("came." + name);
        sets += (sets.empty() ? "" : ", ") + (name + " = came." + name);
    }
    return "MERGE " + *into + " AS kept\nUSING (\n  SELECT * FROM " + *from +
           "\n  WHERE id NOT IN UNNEST(@replaced)\n" +
           "  QUALIFY ROW_NUMBER() OVER (PARTITION BY id ORDER BY revision DESC) = 1\n) AS came\nON kept.id = came.id\n"
           "WHEN MATCHED AND came.revision >= kept.revision THEN\n  UPDATE SET " +
           sets + "\nWHEN NOT MATCHED BY TARGET THEN\n  INSERT (" + names + ") VALUES (" + values +
           ")\nWHEN NOT MATCHED BY SOURCE AND kept.id IN UNNEST(@replaced) THEN\n  DELETE";
}

}  // namespace denwaban
