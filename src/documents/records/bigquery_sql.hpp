#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include <denwaban/core/expected.hpp>
#include <denwaban/records/call_groups.hpp>

/// Pieces of BigQuery's SQL.
namespace denwaban::bigquery {

/// Between back-quotes, out of which nothing gets that is of these.
[[nodiscard]] inline Expected<std::string> quoted(std::string_view table) {
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
inline constexpr std::array group_rows{
    GroupRow{CallGroup::restaurant, "restaurant"},
    GroupRow{CallGroup::chain, "chain"},
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
    GroupRow{CallGroup::channel, "NULLIF(calls.channel, 'unknown')"},
};
static_assert(group_rows.size() == count_of<CallGroup>);

/// What stands in braces, put in.
[[nodiscard]] inline std::string filled(std::string_view sql,
                                        std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
    std::string text{sql};
    for (const auto& [place, value] : values) {
        for (auto at = text.find(place); at != std::string::npos; at = text.find(place, at + value.size())) {
            text.replace(at, place.size(), value);
        }
    }
    return text;
}

[[nodiscard]] inline bool is_zone_name(std::string_view zone) {
    return !zone.empty() && std::all_of(zone.begin(), zone.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               c == '+' || c == '/';
    });
}

}  // namespace denwaban::bigquery
