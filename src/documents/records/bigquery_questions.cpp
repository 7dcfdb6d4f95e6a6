#include <denwaban/documents/bigquery.hpp>

#include <initializer_list>
#include <utility>

#include "bigquery_sql.hpp"

namespace denwaban {

namespace {

using bigquery::filled;
using bigquery::quoted;

/// `counts_in`.
[[nodiscard]] std::string counts_in_sql(std::optional<CallGroup> group, std::optional<Channel> through) {
    const std::string came_in = "calls.direction != 'outbound'";
    if (through) return came_in + " AND calls.channel = '" + std::string{name_of(*through)} + "'";
    return group == CallGroup::channel ? came_in : came_in + " AND calls.channel NOT IN ('chat', 'email', 'task')";
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
    COUNTIF(calls.answered IS NOT NULL AND calls.to_answer <= {threshold}) AS answered_in_time,
    COUNTIF(calls.answered IS NULL AND calls.abandoned = 'in_queue' AND calls.queued <= {threshold}) AS abandoned_in_time,
    SUM(IF(calls.answered IS NULL, 0, calls.to_answer)) AS waited,
    SUM(IF(calls.answered IS NULL, 0, calls.interaction + calls.customer_hold + calls.after_contact_work)) AS handled
  FROM (
    SELECT *, (
      SELECT IFNULL(SUM(GREATEST(0, TIMESTAMP_DIFF(
        LEAST(IFNULL(wait.until, told.answered), told.answered), wait.`from`, MILLISECOND))), 0)
      FROM UNNEST(told.waits) AS wait
    ) AS to_answer
    FROM {table} AS told
  ) AS calls{from}
  WHERE {counts_in}
  GROUP BY 1
)
ORDER BY name)";

/// `call_results`: what came of each call, then those of its number before and after it.
constexpr std::string_view results_sql = R"(WITH brought AS (
  SELECT reconciled.call AS id, COUNT(*) AS bookings, SUM(IFNULL(booked.covers, 0)) AS covers
  FROM {reconciled} AS reconciled
  LEFT JOIN {bookings} AS booked ON booked.booking = reconciled.booking
  WHERE reconciled.call IS NOT NULL AND reconciled.booking IS NOT NULL
  GROUP BY 1
), told AS (
  SELECT calls.*, IFNULL(brought.bookings, 0) AS bookings, IFNULL(brought.covers, 0) AS covers,
    IFNULL(STARTS_WITH(calls.customer, '+'), FALSE) AS has_number,
    IF(calls.restaurant IS NULL, calls.line, NULL) AS only_line,
    IF(calls.channel IN ('chat', 'email', 'task'), calls.channel, NULL) AS written,
    TIMESTAMP_SUB(calls.began, INTERVAL {again} MILLISECOND) AS since,
    TIMESTAMP_ADD(calls.began, INTERVAL {again} MILLISECOND) AS until
  FROM {calls} AS calls
  LEFT JOIN brought ON brought.id = calls.id
  WHERE {counts_in}
), followed AS (
  SELECT *,
    LAG(began) OVER (PARTITION BY customer, restaurant, only_line, written ORDER BY began, id) AS before,
    LEAD(began) OVER (PARTITION BY customer, restaurant, only_line, written ORDER BY began, id) AS after,
    MIN(IF(bookings > 0, began, NULL)) OVER (
      PARTITION BY customer, restaurant, only_line, written ORDER BY began, id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
    ) AS booked
  FROM told
), judged AS (
  SELECT *,
    IF(has_number AND since >= TIMESTAMP_MILLIS({from_ms}) AND began <= TIMESTAMP_MILLIS({until_ms}),
      IFNULL(before >= since, FALSE), NULL) AS again_before,
    IF(has_number AND began >= TIMESTAMP_MILLIS({from_ms}) AND until <= TIMESTAMP_MILLIS({until_ms}),
      IFNULL(after <= until, FALSE), NULL) AS again_after,
    IF(has_number AND began >= TIMESTAMP_MILLIS({from_ms}) AND until <= TIMESTAMP_MILLIS({until_ms}),
      IFNULL(booked <= until, FALSE), NULL) AS booked_after,
    answered IS NULL AND abandoned IS NOT NULL AS is_lost
  FROM followed
)
SELECT
  name, calls, booked, bookings, covers, first, resolved, first_unknown, lost, called_again, booked_later, lost_unknown,
  bookings / NULLIF(calls, 0) AS bookings_a_call,
  covers / NULLIF(calls, 0) AS covers_a_call,
  calls / NULLIF(bookings, 0) AS calls_a_booking,
  resolved / NULLIF(first, 0) AS first_contact_resolution
FROM (
  SELECT
    {name} AS name,
    COUNT(*) AS calls,
    COUNTIF(calls.bookings > 0) AS booked,
    SUM(calls.bookings) AS bookings,
    SUM(calls.covers) AS covers,
    COUNTIF(calls.answered IS NOT NULL AND again_before IS FALSE AND again_after IS NOT NULL) AS first,
    COUNTIF(calls.answered IS NOT NULL AND again_before IS FALSE AND again_after IS FALSE) AS resolved,
    COUNTIF(calls.answered IS NOT NULL AND (again_before IS NULL OR again_after IS NULL)) AS first_unknown,
    COUNTIF(is_lost) AS lost,
    COUNTIF(is_lost AND again_after IS TRUE) AS called_again,
    COUNTIF(is_lost AND booked_after IS TRUE) AS booked_later,
    COUNTIF(is_lost AND again_after IS NULL) AS lost_unknown
  FROM judged AS calls{from}
  WHERE calls.began >= TIMESTAMP_MILLIS({from_ms}) AND calls.began < TIMESTAMP_MILLIS({until_ms})
  GROUP BY 1
)
ORDER BY name)";

/// `reconcile`: whoever is named first, then by number, where both are nearest to one another.
constexpr std::string_view reconcile_sql = R"(WITH calls AS (
  SELECT id, ended, contacts, restaurant, booking,
    GREATEST(began, TIMESTAMP_SUB(ended, INTERVAL {longest} MILLISECOND)) AS began,
    IF(STARTS_WITH(customer, '+'), customer, NULL) AS customer
  FROM {calls}
  WHERE ended IS NOT NULL
), legs AS (
  SELECT DISTINCT calls.id, leg FROM calls CROSS JOIN UNNEST(ARRAY_CONCAT([calls.id], calls.contacts)) AS leg
), named AS (
  SELECT 'by_contact' AS why, legs.id, booked.booking
  FROM {bookings} AS booked JOIN legs ON legs.leg = booked.contact
  UNION ALL
  SELECT 'by_booking' AS why, calls.id, booked.booking
  FROM {bookings} AS booked JOIN calls ON calls.booking = booked.booking
  WHERE calls.restaurant IS NULL OR calls.restaurant = booked.restaurant
), by_name AS (
  SELECT named.why, named.id, named.booking,
    GREATEST(0, TIMESTAMP_DIFF(booked.made, calls.ended, MILLISECOND)) AS gap
  FROM named JOIN calls ON calls.id = named.id JOIN {bookings} AS booked ON booked.booking = named.booking
  WHERE booked.made >= TIMESTAMP_SUB(calls.began, INTERVAL {skew} MILLISECOND)
    AND booked.made <= TIMESTAMP_ADD(calls.ended, INTERVAL {named} MILLISECOND)
  QUALIFY ROW_NUMBER() OVER (
    PARTITION BY named.booking ORDER BY IF(named.why = 'by_contact', 0, 1),
      GREATEST(0, TIMESTAMP_DIFF(booked.made, calls.ended, MILLISECOND)), calls.began DESC, named.id
  ) = 1
), near AS (
  SELECT calls.id, booked.booking, booked.made,
    GREATEST(0, TIMESTAMP_DIFF(booked.made, calls.ended, MILLISECOND)) AS gap,
    TIMESTAMP_DIFF(booked.made, calls.began, MILLISECOND) AS since_call
  FROM {bookings} AS booked JOIN calls ON calls.customer = booked.phone
  WHERE (calls.restaurant IS NULL OR calls.restaurant = booked.restaurant)
    AND booked.made >= TIMESTAMP_SUB(calls.began, INTERVAL {skew} MILLISECOND)
    AND booked.made <= TIMESTAMP_ADD(calls.ended, INTERVAL {after} MILLISECOND)
    AND calls.id NOT IN (SELECT id FROM by_name)
    AND booked.booking NOT IN (SELECT booking FROM by_name)
), by_number AS (
  SELECT 'by_number' AS why, id, booking, gap
  FROM near
  QUALIFY ROW_NUMBER() OVER (PARTITION BY booking ORDER BY gap, since_call, made, id) = 1
    AND ROW_NUMBER() OVER (PARTITION BY id ORDER BY gap, since_call, made, booking) = 1
), matched AS (
  SELECT * FROM by_name UNION ALL SELECT * FROM by_number
)
SELECT id AS call, booking, why, gap FROM matched
UNION ALL
SELECT NULL, booked.booking,
  CASE WHEN booked.booking IN (SELECT booking FROM near) THEN 'nearer_to_another'
    WHEN booked.phone IS NULL THEN 'no_number' ELSE 'none_near' END, 0
FROM {bookings} AS booked
WHERE booked.booking NOT IN (SELECT booking FROM matched)
UNION ALL
SELECT calls.id, NULL,
  CASE WHEN calls.id IN (SELECT id FROM near) THEN 'nearer_to_another'
    WHEN calls.customer IS NULL THEN 'no_number' ELSE 'none_near' END, 0
FROM calls
WHERE calls.id NOT IN (SELECT id FROM matched))";

[[nodiscard]] std::string in_milliseconds(Instant instant) {
    return std::to_string(instant.time_since_epoch().count());
}

/// How a group is named, and what is joined for it; nothing of all calls together.
[[nodiscard]] Expected<std::pair<std::string, std::string_view>> named(std::optional<CallGroup> group,
                                                                       std::string_view zone) {
    using Named = std::pair<std::string, std::string_view>;
    if (!bigquery::is_zone_name(zone)) {
        return Unexpected{Error{ErrorCode::unknown_zone, "must be a name as Asia/Tokyo", {}}};
    }
    if (!group) return Named{"CAST(NULL AS STRING)", {}};
    const auto& row = bigquery::group_rows[static_cast<std::size_t>(*group)];
    return Named{filled(row.name, {{"{zone}", zone}}), row.from};
}

}  // namespace

Expected<std::string> bigquery_figures_sql(std::string_view table, CallGroup group, Duration threshold,
                                           std::string_view zone, std::optional<Channel> through) {
    const auto of = quoted(table);
    if (!of) return of;
    const auto by = named(group, zone);
    if (!by) return Unexpected{by.error()};
    return filled(figures_sql, {{"{name}", by->first},
                                {"{threshold}", std::to_string(threshold.count())},
                                {"{from}", by->second},
                                {"{counts_in}", counts_in_sql(group, through)},
                                {"{table}", *of}});
}

Expected<std::string> bigquery_reconcile_sql(std::string_view calls, std::string_view bookings,
                                             const ReconcileWindow& window) {
    const auto from = quoted(calls);
    if (!from) return from;
    const auto to = quoted(bookings);
    if (!to) return to;
    return filled(reconcile_sql, {{"{calls}", *from},
                                  {"{bookings}", *to},
                                  {"{longest}", std::to_string(window.longest_call.count())},
                                  {"{skew}", std::to_string(window.skew.count())},
                                  {"{named}", std::to_string(window.named.count())},
                                  {"{after}", std::to_string(window.after_call.count())}});
}

Expected<std::string> bigquery_results_sql(const BigQueryTables& tables, std::optional<CallGroup> group,
                                           const ResultTerms& terms, std::string_view zone) {
    const auto calls = quoted(tables.calls);
    if (!calls) return calls;
    const auto bookings = quoted(tables.bookings);
    if (!bookings) return bookings;
    const auto reconciled = quoted(tables.reconciled);
    if (!reconciled) return reconciled;
    const auto by = named(group, zone);
    if (!by) return Unexpected{by.error()};
    return filled(results_sql, {{"{calls}", *calls},
                                {"{bookings}", *bookings},
                                {"{reconciled}", *reconciled},
                                {"{counts_in}", counts_in_sql(group, terms.channel)},
                                {"{again}", std::to_string(terms.again.count())},
                                {"{from_ms}", in_milliseconds(terms.from)},
                                {"{until_ms}", in_milliseconds(terms.until)},
                                {"{name}", by->first},
                                {"{from}", by->second}});
}

}  // namespace denwaban
