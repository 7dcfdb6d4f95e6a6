#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <denwaban/agent/agent_timeline.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/documents/bigquery.hpp>

/// Agents' states as rows of BigQuery, and how the time was spent.
namespace denwaban {

/// All that the timeline's window tells as rows of `states`, a row a stay, to be appended: from where a later telling
/// begins it takes the place of this one. So what is told at least once a window is whole, and right as long as no
/// event comes later than the window less the time between two tellings.
///
/// `agent` is the name that shifts have too; `now` is after that of every telling of this agent before. Cost: linear in
/// the window.
[[nodiscard]] std::vector<BigQueryRow> bigquery_states(const AgentTimeline& timeline, std::string_view agent,
                                                       Instant now);

/// `occupancy` and `adherence` of such a table and one of shifts, as a query: a row an agent and date, on which either
/// tells something: `busy`, `idle`, `occupancy`, `scheduled`, `adherent`, `unknown`, `adherence_share`; spans in
/// milliseconds. Dates begin at midnight in `zone`; nothing is counted from `until` on.
///
/// Errors: as `bigquery_figures_sql`.
[[nodiscard]] Expected<std::string> bigquery_agent_days_sql(std::string_view states, std::string_view shifts,
                                                            Instant until, std::string_view zone);

}  // namespace denwaban
