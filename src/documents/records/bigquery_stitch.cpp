#include <denwaban/documents/bigquery.hpp>

#include <cstddef>
#include <string>

#include <denwaban/records/leg_links.hpp>
#include <denwaban/records/revision.hpp>

#include "bigquery_sql.hpp"
#include "columns.hpp"
#include "record_shapes.hpp"

namespace denwaban {

namespace {

using bigquery::filled;
using bigquery::quoted;

/// Records in words of `leg_links.hpp`, of each contact the newest as `age` 1.
constexpr std::string_view said_sql = R"(CREATE OR REPLACE TEMP TABLE said AS
WITH worded AS (
  SELECT *,
    initiation = 'monitor' AS overhears,
    channel = 'task' AS is_task,
    channel = 'task' AND initiation = 'api' AS is_beside,
    {direction} AS direction,
    initiation IN ({callbacks}) AS calls_back,
    {left_first} AS leaver,
    ROW_NUMBER() OVER (PARTITION BY id ORDER BY moment DESC, updated DESC) AS age
  FROM {legs}
), related_to AS (
  SELECT *, initial IS NULL AND previous IS NULL AND (direction = 'transfer' OR calls_back) AS is_of_related
  FROM worded
)
SELECT *,
  NOT overhears AND (is_beside OR (
    (initial IS NULL OR initial = id) AND previous IS NULL AND NOT (related IS NOT NULL AND is_of_related)
  )) AS is_first
FROM related_to;
)";

/// `links_of`: who names whom, and by which `Standing`. What older records said is later than all that the newest says.
constexpr std::string_view links_sql = R"(CREATE OR REPLACE TEMP TABLE links AS
WITH named AS (
  SELECT id, age, COALESCE(initial, previous, related, NULLIF(association, '')) AS other,
    IF(initial IS NULL, 2, 1) AS standing
  FROM said WHERE overhears
  UNION ALL SELECT id, age, initial, 1 FROM said WHERE NOT overhears AND NOT is_task
  UNION ALL SELECT id, age, previous, 2 FROM said WHERE NOT overhears AND NOT is_beside
  UNION ALL SELECT id, age, next, 3 FROM said WHERE NOT overhears
  UNION ALL SELECT id, age, NULLIF(association, ''), 2 FROM said WHERE NOT overhears AND NOT is_task
  UNION ALL SELECT id, age, related, 2 FROM said WHERE NOT overhears AND NOT is_task AND is_of_related
  UNION ALL SELECT said.id, said.age, former, 3 FROM said CROSS JOIN UNNEST(said.formerly) AS former
)
SELECT id, other, MIN(IF(age = 1, standing, 3)) AS standing
FROM named
WHERE other IS NOT NULL
GROUP BY id, other;
)";

/// Who names one another, however far apart: those of those, each time twice as far. BigQuery's recursive queries know
/// no DISTINCT, and circles have no end.
constexpr std::string_view reached_sql = R"(CREATE OR REPLACE TEMP TABLE reached AS
SELECT id, other FROM links
UNION DISTINCT SELECT other, id FROM links
UNION DISTINCT SELECT id, id FROM said
UNION DISTINCT SELECT other, other FROM links;
)";
constexpr std::string_view farther_sql = R"(CREATE OR REPLACE TEMP TABLE reached AS
SELECT DISTINCT near.id, far.other FROM reached AS near JOIN reached AS far ON far.id = near.other;
)";
constexpr int doublings = 7;

/// `Head`: of each part the least that was offered.
constexpr std::string_view heads_sql = R"(CREATE OR REPLACE TEMP TABLE heads AS
WITH parts AS (
  SELECT id, MIN(other) AS part FROM reached GROUP BY id
), offers AS (
  SELECT id, id AS offered, IF(overhears, 4, IF(is_first, 0, 3)) AS standing FROM said WHERE age = 1
  UNION ALL
  SELECT id, other, standing FROM links WHERE other NOT IN (SELECT id FROM said)
), first_of AS (
  SELECT parts.part, offers.offered AS call
  FROM offers JOIN parts ON parts.id = offers.id
  QUALIFY ROW_NUMBER() OVER (PARTITION BY parts.part ORDER BY offers.standing, offers.offered) = 1
)
SELECT parts.id, first_of.call FROM parts JOIN first_of ON first_of.part = parts.part;
)";

/// `Legs`: the newest records of each call, in the order in which they began, and what `call_legs.hpp` tells of each.
constexpr std::string_view placed_sql = R"(CREATE OR REPLACE TEMP TABLE placed AS
WITH newest AS (
  SELECT said.*, heads.call,
    COALESCE(initiated, connected_to_system, queue.enqueued, disconnected, updated) AS begins,
    CASE WHEN NOT calls_back THEN agent.connected
      WHEN agent.connected IS NOT NULL AND connected_to_system IS NOT NULL
        THEN GREATEST(agent.connected, connected_to_system) END AS taken,
    CASE WHEN agent.connected IS NULL AND TIMESTAMP_DIFF(disconnected, queue.dequeued, MILLISECOND) > 1000
      THEN queue.dequeued END AS behind_queue
  FROM said JOIN heads ON heads.id = said.id
  WHERE said.age = 1
), left_for_another AS (
  SELECT DISTINCT call, previous AS id FROM newest WHERE NOT overhears AND previous != id
)
SELECT newest.*,
  CASE WHEN taken IS NOT NULL THEN 'answered'
    WHEN next IS NOT NULL OR left_for_another.id IS NOT NULL THEN 'moved'
    WHEN behind_queue IS NOT NULL THEN 'ended'
    WHEN disconnected IS NOT NULL AND direction != 'outbound' AND NOT calls_back
      AND (disconnect_reason = '' OR leaver = 'customer') THEN 'abandoned'
    ELSE 'ended' END AS outcome,
  COALESCE(queue.dequeued, agent.connected, disconnected) AS waits_until,
  IF(direction = 'outbound' OR calls_back, 0,
    IFNULL(GREATEST(0, TIMESTAMP_DIFF(COALESCE(queue.enqueued, agent.connected, disconnected),
      COALESCE(connected_to_system, initiated), MILLISECOND)), 0)
    + IFNULL(GREATEST(0, TIMESTAMP_DIFF(disconnected, behind_queue, MILLISECOND)), 0)) AS in_flow,
  ROW_NUMBER() OVER (PARTITION BY newest.call ORDER BY IF(overhears, 1, 0), begins, newest.id) AS place,
  ROW_NUMBER() OVER (PARTITION BY newest.call ORDER BY IF(overhears, 1, 0), IF(newest.id = newest.call, 0, 1), begins,
    newest.id) = 1 AS is_head,
  ROW_NUMBER() OVER (PARTITION BY newest.call ORDER BY IF(overhears, 1, 0), IF(disconnected IS NULL, 1, 0),
    disconnected DESC, begins DESC, newest.id DESC) = 1 AS is_tail
FROM newest
LEFT JOIN left_for_another ON left_for_another.call = newest.call AND left_for_another.id = newest.id;
)";

/// `CallFactMaker`.
constexpr std::string_view calls_sql = R"(INSERT INTO {staging} ({names})
WITH summed AS (
  SELECT heads.call, COUNTIF(age = 1 AND overhears) AS overheard, MAX(updated) AS updated,
    SUM(IF(age = 1, moment, 0)) + IF(LOGICAL_OR(is_first OR IFNULL(was_first, FALSE)), {worth_of_beginning}, 0) AS told
  FROM said JOIN heads ON heads.id = said.id
  GROUP BY heads.call
), known AS (
  SELECT *, LEAST(told, {most_exact}) AS exact, GREATEST(0, told - {most_exact}) AS beyond FROM summed
), missing AS (
  SELECT call, ARRAY_AGG(id ORDER BY id) AS awaited, COUNT(*) AS size
  FROM heads WHERE id NOT IN (SELECT id FROM said)
  GROUP BY call
), legs AS (
  SELECT call,
    ARRAY_AGG(id ORDER BY place) AS contacts,
    MIN_BY(customer, IF(customer IS NULL, NULL, IF(is_head, 0, place))) AS customer,
    MAX_BY(transferred_to, IF(transferred_to IS NULL, NULL, place)) AS transferred_to,
    MIN(begins) AS began,
    MIN(taken) AS taken,
    IF(COUNTIF(disconnected IS NULL) = 0, MAX(disconnected), NULL) AS ended,
    MIN(IF(calls_back AND NOT is_head, begins, NULL)) AS called_back,
    SUM(in_flow) AS in_flow,
    SUM(IFNULL(GREATEST(0, TIMESTAMP_DIFF(waits_until, queue.enqueued, MILLISECOND)), 0)) AS queued,
    SUM(IFNULL(agent.interaction, 0)) AS interaction,
    SUM(IFNULL(agent.customer_hold, 0)) AS customer_hold,
    SUM(IFNULL(agent.agent_hold, 0)) AS agent_hold,
    SUM(IFNULL(agent.after_contact_work, 0)) AS after_contact_work,
    SUM(IFNULL(agent.holds, 0)) AS holds,
    SUM(GREATEST(0, connection_attempts - IF(agent.connected IS NULL, 0, 1))) AS unanswered_offers,
    ARRAY_AGG(IF(queue.enqueued IS NULL, NULL,
      STRUCT(id AS contact, queue.queue AS queue, queue.enqueued AS `from`, waits_until AS until, outcome AS outcome))
      IGNORE NULLS ORDER BY place) AS waits,
    ARRAY_AGG(IF(agent.agent IS NULL, NULL, STRUCT(id AS contact, agent AS agent)) IGNORE NULLS ORDER BY place) AS agents,
    ARRAY_CONCAT_AGG(recordings ORDER BY place) AS recordings
  FROM placed
  WHERE NOT overhears
  GROUP BY call
), written AS (
  SELECT call, attribute.key, attribute.value
  FROM placed CROSS JOIN UNNEST(placed.attributes) AS attribute
  WHERE NOT overhears
  QUALIFY ROW_NUMBER() OVER (PARTITION BY call, attribute.key ORDER BY place DESC) = 1
), attributed AS (
  SELECT call, ARRAY_AGG(STRUCT(key AS key, value AS value) ORDER BY key) AS attributes,
    MAX(IF(key = 'bookingId', NULLIF(value, ''), NULL)) AS booking
  FROM written
  GROUP BY call
), numbered AS (
  SELECT call, value, IF(key = 'disposition', 1, SAFE_CAST(SUBSTR(key, 12) AS INT64)) AS number
  FROM written
  WHERE value != '' AND REGEXP_CONTAINS(key, r'^disposition([2-9]|[1-9][0-9]+)?$')
), one_behind_the_other AS (
  SELECT call, value, number
  FROM numbered
  QUALIFY ROW_NUMBER() OVER (PARTITION BY call ORDER BY number) = number
), each_once AS (
  SELECT call, value, MIN(number) AS number FROM one_behind_the_other GROUP BY call, value
), about AS (
  SELECT call, ARRAY_AGG(value ORDER BY number) AS dispositions FROM each_once GROUP BY call
), facts AS (
  SELECT
    legs.call AS id, legs.contacts, IFNULL(missing.awaited, []) AS awaited, known.overheard, head.channel, head.direction,
    legs.customer, head.line, legs.began,
    IF(head.direction = 'outbound', head.connected_to_system, legs.taken) AS answered,
    IF(missing.size IS NULL, legs.ended, NULL) AS ended,
    legs.transferred_to, legs.called_back, legs.in_flow, legs.queued, legs.interaction, legs.customer_hold, legs.agent_hold,
    legs.after_contact_work, legs.holds, legs.unanswered_offers,
    IFNULL(legs.waits, []) AS waits, IFNULL(legs.agents, []) AS agents,
    CASE WHEN head.direction = 'outbound' OR legs.taken IS NOT NULL THEN NULL
      WHEN tail.queue.enqueued IS NOT NULL AND tail.behind_queue IS NULL
        THEN IF(tail.outcome = 'abandoned', 'in_queue', NULL)
      WHEN tail.leaver = 'customer' AND NOT tail.calls_back THEN 'in_flow' END AS abandoned,
    tail.leaver AS left_first, tail.disconnect_reason, IFNULL(legs.recordings, []) AS recordings,
    IF(STARTS_WITH(head.instance_arn, 'arn:'), IFNULL(SPLIT(head.instance_arn, ':')[SAFE_OFFSET(3)], ''), '') AS region,
    IFNULL(attributed.attributes, []) AS attributes, IFNULL(about.dispositions, []) AS dispositions, attributed.booking,
    known.updated,
    LEAST({most_revisions}, known.exact + DIV(known.beyond, {moments}) + IFNULL(missing.size, 0)) AS revision
  FROM legs
  JOIN known ON known.call = legs.call
  JOIN placed AS head ON head.call = legs.call AND head.is_head
  JOIN placed AS tail ON tail.call = legs.call AND tail.is_tail
  LEFT JOIN missing ON missing.call = legs.call
  LEFT JOIN attributed ON attributed.call = legs.call
  LEFT JOIN about ON about.call = legs.call
)
SELECT {names} FROM facts
)";

/// Those of which `is_so` holds, as SQL lists them.
template <class Enum, class Predicate>
[[nodiscard]] std::string words_where(Predicate&& is_so) {
    std::string words;
    for (std::size_t value = 0; value < count_of<Enum>; ++value) {
        const auto one = static_cast<Enum>(value);
        if (is_so(one)) words += (words.empty() ? "'" : ", '") + std::string{name_of(one)} + "'";
    }
    return words;
}

/// `direction_of`, of what is written and of what is spoken.
[[nodiscard]] std::string direction_sql() {
    std::string cases;
    for (std::size_t value = 0; value < count_of<CallDirection>; ++value) {
        const auto direction = static_cast<CallDirection>(value);
        if (direction == CallDirection::inbound) continue;
        const auto initiations = [&](Channel channel) {
            return words_where<Initiation>([&](Initiation initiation) {
                ContactRecord leg;
                leg.channel = channel;
                leg.initiation = initiation;
                return denwaban::detail::records::direction_of(leg) == direction;
            });
        };
        cases += " WHEN initiation IN (" + initiations(Channel::voice) + ")";
        if (initiations(Channel::chat) != initiations(Channel::voice)) {
            const auto written = words_where<Channel>([](Channel channel) { return is_written(channel); });
            cases += " AND (channel NOT IN (" + written + ") OR initiation IN (" + initiations(Channel::chat) + "))";
        }
        cases += " THEN '" + std::string{name_of(direction)} + "'";
    }
    return "CASE" + cases + " ELSE 'inbound' END";
}

/// `left_first_by`.
[[nodiscard]] std::string left_first_sql() {
    std::string cases;
    for (const auto& [reason, who] : denwaban::detail::records::disconnect_reasons) {
        cases += " WHEN '" + std::string{reason} + "' THEN '" + std::string{name_of(who)} + "'";
    }
    return "CASE disconnect_reason" + cases + " ELSE 'unknown' END";
}

[[nodiscard]] std::string script() {
    std::string all;
    const auto add = [&](std::string_view statement) { all += (all.empty() ? "" : "\n") + std::string{statement}; };
    for (const auto statement : {said_sql, links_sql, reached_sql}) add(statement);
    for (int doubling = 0; doubling < doublings; ++doubling) add(farther_sql);
    for (const auto statement : {heads_sql, placed_sql, calls_sql}) add(statement);
    return all;
}

}  // namespace

Expected<std::string> bigquery_stitch_sql(std::string_view legs, std::string_view staging) {
    namespace told = denwaban::detail::records;
    const auto from = quoted(legs);
    if (!from) return from;
    const auto into = quoted(staging);
    if (!into) return into;
    std::string names;
    for (const auto& column : columns::columns_of(shapes::shape_of<CallFact>)) {
        names += (names.empty() ? "`" : ", `") + std::string{column.name} + "`";
    }
    const auto callbacks =
        words_where<Initiation>([](Initiation initiation) { return denwaban::detail::is_callback(initiation); });
    return filled(script(), {{"{direction}", direction_sql()},
                             {"{callbacks}", callbacks},
                             {"{left_first}", left_first_sql()},
                             {"{names}", names},
                             {"{worth_of_beginning}", std::to_string(told::worth_of_beginning)},
                             {"{most_revisions}", std::to_string(told::most_revisions)},
                             {"{most_exact}", std::to_string(told::most_exact_revisions)},
                             {"{moments}", std::to_string(told::moments_a_second)},
                             {"{legs}", *from},
                             {"{staging}", *into}});
}

}  // namespace denwaban
