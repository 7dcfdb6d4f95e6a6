#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/records/call_fact.hpp>
#include <denwaban/records/call_groups.hpp>
#include <denwaban/records/call_place.hpp>
#include <denwaban/records/call_results.hpp>
#include <denwaban/records/reconcile.hpp>

/// Calls as rows of BigQuery: a column for each member of a call's place and of its fact, by the names of our JSON.
/// Spans are whole milliseconds; attributes, whose keys callers name, are a list of `{key, value}`.
namespace denwaban {

/// The tables that questions are asked of.
enum class BigQueryTable : std::uint8_t {
    calls,       ///< `bigquery_row`s
    bookings,    ///< `BookingTrace`s, numbers in E.164
    reconciled,  ///< `Reconciliation`s
    legs,        ///< `bigquery_leg`s
    states,      ///< `bigquery_states` of agents
    shifts,      ///< `ShiftPart`s, each with its agent; those of one agent do not overlap
};
template <>
inline constexpr std::array<std::string_view, 6> names_of<BigQueryTable>{"calls", "bookings", "reconciled",
                                                                         "legs",  "states",   "shifts"};

/// The columns, as BigQuery's API and `bq load --schema` take them.
[[nodiscard]] std::string bigquery_schema(BigQueryTable of = BigQueryTable::calls);

/// A row for insertAll, and for a load of NDJSON a line.
struct BigQueryRow {
    /// The same of the same call as long as nothing of it is newer, so that what is sent twice is one row.
    std::string insert_id;
    std::string json;
    friend bool operator==(const BigQueryRow&, const BigQueryRow&) = default;
};
/// Cost: linear.
[[nodiscard]] BigQueryRow bigquery_row(const CallFact& fact, const std::optional<CallPlace>& place);

/// A record as a row of `legs`, which has its `moment` beside its members: of two rows of a contact the greater is the
/// newer, also within a second of LastUpdateTimestamp. Cost: linear.
[[nodiscard]] BigQueryRow bigquery_leg(const ContactRecord& record);

/// For the Storage Write API, what `bigquery_message` writes: a DescriptorProto, serialised, self-contained and of
/// proto2. Members are numbered as the columns stand: a message is read by the descriptor of the same version alone.
[[nodiscard]] std::string bigquery_descriptor(BigQueryTable of = BigQueryTable::calls);
/// The row as such a message: instants in microseconds, dates in days. Cost: linear.
[[nodiscard]] std::string bigquery_message(const CallFact& fact, const std::optional<CallPlace>& place);

/// Makes the table: of calls a day of `began` a partition, clustered by restaurant and line.
///
/// Errors: `invalid_value` of a name that is not `table`, `dataset.table` or `project.dataset.table` in letters,
/// digits, hyphens and underscores.
[[nodiscard]] Expected<std::string> bigquery_table_sql(std::string_view table, BigQueryTable of = BigQueryTable::calls);

/// Brings what was appended to `staging` into `table`: of each call the newest row, in place of an older one. Of two
/// rows that share a leg the one of the greater revision stays, so that rows of calls that turned out to be another go.
///
/// Errors: as `bigquery_table_sql`.
[[nodiscard]] Expected<std::string> bigquery_merge_sql(std::string_view table, std::string_view staging);

/// `CallFacts` as a script: makes calls of the table `legs`, in whatever order and however often their records stand in
/// it, and appends them to `staging`, without their places. Contacts of a call are found within 128 steps from one to
/// the next. Of two records of a contact whose moments are equal and that differ, either may hold.
///
/// Errors: as `bigquery_table_sql`.
[[nodiscard]] Expected<std::string> bigquery_stitch_sql(std::string_view legs, std::string_view staging);

/// `service_figures_by` of such a table, as a query: a row a name, null where nobody knows it; `service_level` has the
/// three shares. `zone` is an IANA name. With a channel, of what came in `through` it alone.
///
/// Errors: as `bigquery_table_sql`; `unknown_zone` of a name with other characters than such names have.
[[nodiscard]] Expected<std::string> bigquery_figures_sql(std::string_view table, CallGroup group, Duration threshold,
                                                         std::string_view zone, std::optional<Channel> through = {});

/// `reconcile` of two such tables, as a query: the rows of a third, in no order. Bookings are those of one row an id.
///
/// Errors: as `bigquery_table_sql`.
[[nodiscard]] Expected<std::string> bigquery_reconcile_sql(std::string_view calls, std::string_view bookings,
                                                           const ReconcileWindow& window = {});

/// Tables that belong together.
struct BigQueryTables {
    std::string_view calls, bookings, reconciled;
};

/// `call_results_by` of such tables, as a query: a row a name, null where nobody knows it; without a group one row of
/// all, if there are calls.
///
/// Errors: as `bigquery_figures_sql`.
[[nodiscard]] Expected<std::string> bigquery_results_sql(const BigQueryTables& tables, std::optional<CallGroup> group,
                                                         const ResultTerms& terms, std::string_view zone);

}  // namespace denwaban
