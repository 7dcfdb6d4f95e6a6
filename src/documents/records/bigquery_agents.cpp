#include <denwaban/documents/bigquery_agents.hpp>

#include <span>
#include <string>
#include <utility>

#include <denwaban/agent/adherence.hpp>

#include "agent_row_shapes.hpp"
#include "bigquery_sql.hpp"

namespace denwaban {

namespace {

/// Each telling until a later one begins, cut at midnights.
constexpr std::string_view agent_days_sql = R"(WITH told AS (
  SELECT DISTINCT agent, state, `from` AS begins, until AS ends, told FROM {states}
), tellings AS (
  SELECT agent, told, MIN(begins) AS begins FROM told GROUP BY agent, told
), held AS (
  SELECT agent, told, MIN(begins) OVER (
    PARTITION BY agent ORDER BY told ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
  ) AS until
  FROM tellings
), stays AS (
  SELECT told.agent, told.state, told.begins, LEAST(told.ends, IFNULL(held.until, told.ends), {until}) AS ends
  FROM told JOIN held ON held.agent = told.agent AND held.told = told.told
), shifts AS (
  SELECT DISTINCT agent, activity, `from` AS begins, LEAST(until, {until}) AS ends FROM {shifts}
), stays_by_date AS (
  SELECT agent, date, state,
    GREATEST(begins, TIMESTAMP(date, '{zone}')) AS begins,
    LEAST(ends, TIMESTAMP(DATE_ADD(date, INTERVAL 1 DAY), '{zone}')) AS ends
  FROM stays CROSS JOIN UNNEST(GENERATE_DATE_ARRAY(
    DATE(begins, '{zone}'), DATE(TIMESTAMP_SUB(ends, INTERVAL 1 MILLISECOND), '{zone}')
  )) AS date
  WHERE begins < ends
), shifts_by_date AS (
  SELECT agent, date, activity,
    GREATEST(begins, TIMESTAMP(date, '{zone}')) AS begins,
    LEAST(ends, TIMESTAMP(DATE_ADD(date, INTERVAL 1 DAY), '{zone}')) AS ends
  FROM shifts CROSS JOIN UNNEST(GENERATE_DATE_ARRAY(
    DATE(begins, '{zone}'), DATE(TIMESTAMP_SUB(ends, INTERVAL 1 MILLISECOND), '{zone}')
  )) AS date
  WHERE begins < ends
), spent AS (
  SELECT agent, date,
    IF(state IN ({busy}), TIMESTAMP_DIFF(ends, begins, MILLISECOND), 0) AS busy,
    IF(state IN ({idle}), TIMESTAMP_DIFF(ends, begins, MILLISECOND), 0) AS idle,
    0 AS scheduled, 0 AS adherent, 0 AS known
  FROM stays_by_date
  UNION ALL
  SELECT agent, date, 0, 0, TIMESTAMP_DIFF(ends, begins, MILLISECOND), 0, 0 FROM shifts_by_date
  UNION ALL
  SELECT part.agent, part.date, 0, 0, 0,
    IF((stay.state IN ({productive})) = (part.activity = 'productive'),
      TIMESTAMP_DIFF(LEAST(part.ends, stay.ends), GREATEST(part.begins, stay.begins), MILLISECOND), 0),
    TIMESTAMP_DIFF(LEAST(part.ends, stay.ends), GREATEST(part.begins, stay.begins), MILLISECOND)
  FROM shifts_by_date AS part
  JOIN stays_by_date AS stay ON stay.agent = part.agent AND stay.date = part.date
  WHERE stay.state != 'unknown' AND stay.begins < part.ends AND part.begins < stay.ends
), summed AS (
  SELECT agent, date, SUM(busy) AS busy, SUM(idle) AS idle,
    SUM(scheduled) AS scheduled, SUM(adherent) AS adherent, SUM(known) AS known
  FROM spent
  GROUP BY agent, date
)
SELECT agent, date, busy, idle, busy / NULLIF(busy + idle, 0) AS occupancy,
  scheduled, adherent, scheduled - known AS unknown, adherent / NULLIF(known, 0) AS adherence_share
FROM summed
ORDER BY agent, date)";

[[nodiscard]] std::string listed(std::span<const AgentState> states) {
    std::string list;
    for (const auto state : states) {
        list += (list.empty() ? "'" : ", '") + std::string{name_of(state)} + "'";
    }
    return list;
}

[[nodiscard]] std::string productive_states() {
    std::vector<AgentState> states;
    for (std::size_t place = 0; place < count_of<AgentState>; ++place) {
        const auto state = static_cast<AgentState>(place);
        if (keeps_to(state, ShiftActivity::productive).value_or(false)) states.push_back(state);
    }
    return listed(states);
}

/// Those of an insert id are 128 characters at most, and ARNs alone are longer; what is behind the last slash is
/// unique.
[[nodiscard]] std::string_view short_of(std::string_view agent) {
    return agent.starts_with("arn:") ? agent.substr(agent.rfind('/') + 1) : agent;
}

[[nodiscard]] std::string milliseconds_of(Instant instant) {
    return std::to_string(instant.time_since_epoch().count());
}

}  // namespace

std::vector<BigQueryRow> bigquery_states(const AgentTimeline& timeline, std::string_view agent, Instant now) {
    std::vector<BigQueryRow> rows;
    for (auto& in : timeline.status_stays(now)) {
        const auto from = milliseconds_of(in.stay.from);
        const AgentStateRow row{std::string{agent}, std::move(in), now};
        rows.push_back({std::string{short_of(agent)} + "@" + from + "." + milliseconds_of(now),
                        formats::write_document(shapes::written_as(row))});
    }
    return rows;
}

Expected<std::string> bigquery_agent_days_sql(std::string_view states, std::string_view shifts, Instant until,
                                              std::string_view zone) {
    const auto told = bigquery::quoted(states);
    if (!told) return told;
    const auto asked = bigquery::quoted(shifts);
    if (!asked) return asked;
    if (!bigquery::is_zone_name(zone)) {
        return Unexpected{Error{ErrorCode::unknown_zone, "must be a name as Asia/Tokyo", {}}};
    }
    return bigquery::filled(agent_days_sql, {{"{until}", "TIMESTAMP_MILLIS(" + milliseconds_of(until) + ")"},
                                             {"{busy}", listed(busy_states)},
                                             {"{idle}", listed(idle_states)},
                                             {"{productive}", productive_states()},
                                             {"{zone}", zone},
                                             {"{states}", *told},
                                             {"{shifts}", *asked}});
}

}  // namespace denwaban
