#include <denwaban/documents/bigquery.hpp>

#include <array>
#include <utility>

#include "bigquery_sql.hpp"
#include "columns.hpp"
#include "leg_shapes.hpp"
#include "reconcile_shapes.hpp"

namespace denwaban {

namespace {

using columns::Column;
using columns::columns_of;
using columns::Mode;
using formats::Json;
using shapes::Shape;
using shapes::shape_of;
using shapes::Sort;

using bigquery::quoted;

/// By `BigQueryTable`.
constexpr std::array<std::string_view, count_of<BigQueryTable>> layouts{
    "PARTITION BY TIMESTAMP_TRUNC(began, DAY)\nCLUSTER BY restaurant, line",
    "PARTITION BY TIMESTAMP_TRUNC(made, DAY)\nCLUSTER BY restaurant",
    "CLUSTER BY call, booking",
    "PARTITION BY TIMESTAMP_TRUNC(updated, DAY)\nCLUSTER BY id",
    "PARTITION BY TIMESTAMP_TRUNC(`from`, DAY)\nCLUSTER BY agent",
    "PARTITION BY TIMESTAMP_TRUNC(`from`, DAY)\nCLUSTER BY agent",
};
/// By `columns::Type`.
constexpr std::array<std::string_view, 10> bigquery_types{"STRING", "INT64",     "INT64", "FLOAT64", "BOOL",
                                                          "DATE",   "TIMESTAMP", "JSON",  "STRUCT",  "STRUCT"};
/// By `columns::Mode`.
constexpr std::array<std::string_view, 3> bigquery_modes{"REQUIRED", "NULLABLE", "REPEATED"};

[[nodiscard]] std::string_view type_of(const Column& column) {
    return bigquery_types[static_cast<std::size_t>(column.type)];
}

[[nodiscard]] Json described(const std::vector<Column>& columns) {
    auto list = Json::array();
    for (const auto& column : columns) {
        Json one{{"name", column.name},
                 {"type", type_of(column)},
                 {"mode", bigquery_modes[static_cast<std::size_t>(column.mode)]}};
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
    std::string type{type_of(column)};
    if (!column.parts.empty()) type += "<" + listed(column.parts, ", ") + ">";
    if (column.mode == Mode::repeated) type = "ARRAY<" + type + ">";
    return "`" + std::string{column.name} + "` " + type + (column.mode == Mode::required ? " NOT NULL" : "");
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

/// Of two rows that share a leg the later one holds, whatever they are called: so a call that turned out to be
/// another's goes, and what came twice, late or after its call was forgotten changes nothing.
constexpr std::string_view merge_sql = R"(MERGE {into} AS kept
USING (
  WITH came_in AS (
    SELECT DISTINCT part AS leg
    FROM {from} AS staged CROSS JOIN UNNEST(staged.contacts) AS part
  ), beside AS (
    SELECT DISTINCT stands.id
    FROM {into} AS stands CROSS JOIN UNNEST(stands.contacts) AS part
    JOIN came_in ON came_in.leg = part
  ), told AS (
    SELECT {names} FROM {from}
    UNION ALL
    SELECT {names} FROM {into} WHERE id IN (SELECT id FROM beside)
  ), latest AS (
    SELECT part AS leg, MAX(told.revision) AS revision
    FROM told CROSS JOIN UNNEST(told.contacts) AS part
    GROUP BY 1
  ), given_up AS (
    SELECT DISTINCT told.id, told.revision
    FROM told CROSS JOIN UNNEST(told.contacts) AS part
    JOIN latest ON latest.leg = part
    WHERE latest.revision > told.revision
  )
  SELECT told.*, given_up.id IS NOT NULL AS is_given_up
  FROM told LEFT JOIN given_up ON given_up.id = told.id AND given_up.revision = told.revision
  QUALIFY ROW_NUMBER() OVER (PARTITION BY told.id ORDER BY told.revision DESC) = 1
) AS came
ON kept.id = came.id
WHEN MATCHED AND came.is_given_up AND came.revision >= kept.revision THEN
  DELETE
WHEN MATCHED AND came.revision >= kept.revision THEN
  UPDATE SET {sets}
WHEN NOT MATCHED BY TARGET AND NOT came.is_given_up THEN
  INSERT ({names}) VALUES ({values}))";

void add_members(Json& row, const Shape& shape, Json record) {
    make_row(shape, record);
    for (auto& member : record.members()) row[member.first] = std::move(member.second);
}

}  // namespace

std::string bigquery_schema(BigQueryTable of) { return formats::write_document(described(columns_of(of))); }

BigQueryRow bigquery_row(const CallFact& fact, const std::optional<CallPlace>& place) {
    auto row = Json::object();
    if (place) add_members(row, shape_of<CallPlace>, shapes::written_as(*place));
    add_members(row, shape_of<CallFact>, shapes::written_as(fact));
    return {fact.id.text + "@" + std::to_string(fact.revision), formats::write_document(row)};
}

BigQueryRow bigquery_leg(const ContactRecord& record) {
    const RecordMoment at{denwaban::detail::records::moment_of(record)};
    auto row = Json::object();
    add_members(row, shape_of<ContactRecord>, shapes::written_as(record));
    add_members(row, shape_of<RecordMoment>, shapes::written_as(at));
    // What older records said is told with the newest, and grows.
    const auto told = std::to_string(record.formerly.size()) + (record.was_first ? "f" : "");
    return {record.id.text + "@" + std::to_string(at.moment) + "." + told, formats::write_document(row)};
}

Expected<std::string> bigquery_table_sql(std::string_view table, BigQueryTable of) {
    const auto name = quoted(table);
    if (!name) return name;
    return "CREATE TABLE IF NOT EXISTS " + *name + " (\n  " + listed(columns_of(of), ",\n  ") + "\n)\n" +
           std::string{layouts[static_cast<std::size_t>(of)]};
}

Expected<std::string> bigquery_merge_sql(std::string_view table, std::string_view staging) {
    const auto into = quoted(table);
    if (!into) return into;
    const auto from = quoted(staging);
    if (!from) return from;
    std::string names, values, sets;
    for (const auto& column : columns_of(BigQueryTable::calls)) {
        const auto name = "`" + std::string{column.name} + "`";
        names += (names.empty() ? "" : ", ") + name;
        values += (values.empty() ? "" : ", ") + ("came." + name);
        sets += (sets.empty() ? "" : ", ") + (name + " = came." + name);
    }
    return bigquery::filled(
        merge_sql, {{"{names}", names}, {"{sets}", sets}, {"{values}", values}, {"{from}", *from}, {"{into}", *into}});
}

}  // namespace denwaban
