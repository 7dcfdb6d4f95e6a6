#include <denwaban/documents/bigquery.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "record_shapes.hpp"

namespace denwaban {

namespace {

using formats::Json;
using shapes::Field;
using shapes::Shape;
using shapes::shape_of;
using shapes::Sort;

constexpr std::array of_row{&shape_of<CallPlace>, &shape_of<CallFact>};

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
[[nodiscard]] std::vector<Column> columns() {
    std::vector<Column> all;
    for (const auto* record : of_row) {
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

/// Between back-quotes, out of which nothing gets that is of these.
[[nodiscard]] Expected<std::string> quoted(std::string_view table) {
    const auto is_of_name = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    std::size_t parts = 1, size = 0;
    bool is_right = true;
    for (const char c : table) {
        if (c == '.') {
            is_right = is_right && size > 0;
            ++parts;
            size = 0;
        } else {
            is_right = is_right && is_of_name(c);
            ++size;
        }
    }
    if (is_right && size > 0 && parts <= 3) return "`" + std::string{table} + "`";
    return Unexpected{Error{ErrorCode::invalid_value, "must be a table, dataset.table or project.dataset.table", {}}};
}

/// By what calls are grouped: what `names_in` says of them. `{zone}` is put in.
struct GroupRow {
    CallGroup group;
    std::string_view name;
    std::string_view from = {};  ///< what is joined
};
constexpr std::array group_rows{
    GroupRow{CallGroup::restaurant, "restaurant"},
    GroupRow{CallGroup::line, "line"},
    GroupRow{CallGroup::queue, "NULLIF(waits[SAFE_OFFSET(0)].queue.name, '')"},
    GroupRow{CallGroup::agent, "NULLIF(agents[SAFE_OFFSET(0)].agent.username, '')"},
    GroupRow{CallGroup::disposition, "about", " LEFT JOIN UNNEST(calls.dispositions) AS about"},
    GroupRow{CallGroup::day_kind,
             "CASE WHEN business_date IS NULL THEN NULL WHEN holiday IS NOT NULL THEN 'holiday' "
             "WHEN eve_of IS NOT NULL THEN 'holiday_eve' ELSE 'plain' END"},
    GroupRow{CallGroup::weekday,
             "CASE FORMAT_DATETIME('%w', DATETIME(began, '{zone}')) WHEN '0' THEN 'sun' WHEN '1' THEN 'mon' "
             "WHEN '2' THEN 'tue' WHEN '3' THEN 'wed' WHEN '4' THEN 'thu' WHEN '5' THEN 'fri' ELSE 'sat' END"},
    GroupRow{CallGroup::quarter_hour,
             "CONCAT(FORMAT_DATETIME('%H:', DATETIME(began, '{zone}')), "
             "LPAD(CAST(DIV(EXTRACT(MINUTE FROM DATETIME(began, '{zone}')), 15) * 15 AS STRING), 2, '0'))"},
};
static_assert(group_rows.size() == count_of<CallGroup>);

[[nodiscard]] std::string with(std::string_view sql, std::string_view place, std::string_view value) {
    std::string text{sql};
    for (auto at = text.find(place); at != std::string::npos; at = text.find(place, at + value.size())) {
        text.replace(at, place.size(), value);
    }
    return text;
}

[[nodiscard]] bool is_zone_name(std::string_view zone) {
    return !zone.empty() && std::all_of(zone.begin(), zone.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               c == '+' || c == '/';
    });
}

/// `service_figures`, of which `figures` has the columns and `service_level` the shares.
constexpr std::string_view figures_sql = R"(SELECT
  name, offered, queued, answered, abandoned, abandoned_in_flow, answered_in_time, abandoned_in_time,
  waited / 1000 / NULLIF(answered, 0) AS speed_of_answer,
  handled / 1000 / NULLIF(answered, 0) AS handle_time,
  answered_in_time / NULLIF(answered + abandoned, 0) AS answered_of_all,
  answered_in_time / NULLIF(answered + abandoned - abandoned_in_time, 0) AS without_short_abandons,
  (answered_in_time + abandoned_in_time) / NULLIF(answered + abandoned, 0) AS short_abandons_as_answered
FROM (
  SELECT
    {name} AS name,
    COUNT(*) AS offered,
    COUNTIF(ARRAY_LENGTH(calls.waits) > 0) AS queued,
    COUNTIF(calls.answered IS NOT NULL) AS answered,
    COUNTIF(calls.answered IS NULL AND calls.abandoned = 'in_queue') AS abandoned,
    COUNTIF(calls.answered IS NULL AND calls.abandoned = 'in_flow') AS abandoned_in_flow,
    COUNTIF(calls.answered IS NOT NULL AND calls.queued <= {threshold}) AS answered_in_time,
    COUNTIF(calls.answered IS NULL AND calls.abandoned = 'in_queue' AND calls.queued <= {threshold}) AS abandoned_in_time,
    SUM(IF(calls.answered IS NULL, 0, calls.queued)) AS waited,
    SUM(IF(calls.answered IS NULL, 0, calls.interaction + calls.customer_hold + calls.after_contact_work)) AS handled
  FROM {table} AS calls{from}
  WHERE direction != 'outbound'
  GROUP BY 1
)
ORDER BY name)";

}  // namespace

std::string bigquery_schema() { return formats::write_document(described(columns())); }

BigQueryRow bigquery_row(const CallFact& fact, const std::optional<CallPlace>& place) {
    auto row = Json::object();
    if (place) add_members(row, shape_of<CallPlace>, shapes::written_as(*place));
    add_members(row, shape_of<CallFact>, shapes::written_as(fact));
    return {fact.id.text + "@" + std::to_string(fact.updated.time_since_epoch().count()), formats::write_document(row)};
}

Expected<std::string> bigquery_table_sql(std::string_view table) {
    const auto name = quoted(table);
    if (!name) return name;
    return "CREATE TABLE IF NOT EXISTS " + *name + " (\n  " + listed(columns(), ",\n  ") +
           "\n)\nPARTITION BY TIMESTAMP_TRUNC(began, DAY)\nCLUSTER BY restaurant, line";
}

Expected<std::string> bigquery_merge_sql(std::string_view table, std::string_view staging) {
    const auto into = quoted(table);
    if (!into) return into;
    const auto from = quoted(staging);
    if (!from) return from;
    std::string names, values, sets;
    for (const auto& column : columns()) {
        const auto name = "`" + std::string{column.name} + "`";
        names += (names.empty() ? "" : ", ") + name;
        values += (values.empty() ? "" : ", ") + ("came." + name);
        sets += (sets.empty() ? "" : ", ") + (name + " = came." + name);
    }
    return "MERGE " + *into + " AS kept\nUSING (\n  SELECT * FROM " + *from +
           "\n  WHERE id NOT IN UNNEST(@replaced)\n" +
           "  QUALIFY ROW_NUMBER() OVER (PARTITION BY id ORDER BY updated DESC) = 1\n) AS came\nON kept.id = came.id\n"
           "WHEN MATCHED AND came.updated >= kept.updated THEN\n  UPDATE SET " +
           sets + "\nWHEN NOT MATCHED BY TARGET THEN\n  INSERT (" + names + ") VALUES (" + values +
           ")\nWHEN NOT MATCHED BY SOURCE AND kept.id IN UNNEST(@replaced) THEN\n  DELETE";
}

Expected<std::string> bigquery_figures_sql(std::string_view table, CallGroup group, Duration threshold,
                                           std::string_view zone) {
    const auto of = quoted(table);
    if (!of) return of;
    if (!is_zone_name(zone)) return Unexpected{Error{ErrorCode::unknown_zone, "must be a name as Asia/Tokyo", {}}};
    const auto& row = group_rows[static_cast<std::size_t>(group)];
    auto sql = with(figures_sql, "{name}", with(row.name, "{zone}", zone));
    sql = with(sql, "{threshold}", std::to_string(threshold.count()));
    return with(with(sql, "{from}", row.from), "{table}", *of);
}

}  // namespace denwaban
