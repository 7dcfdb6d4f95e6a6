#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include <denwaban/ledger/errand.hpp>

namespace denwaban {

/// What can be asked of a ledger.
using LedgerQuestion = std::variant<ReadTask, Query, Commit>;

/// One question to a ledger that is a table of DynamoDB, with no I/O of its own (`denwaban::ledger`): it makes the
/// requests and reads what comes back, and whoever has an AWS SDK sends them. docs/dynamodb.md has the table's items.
///
/// Reads are consistent; a body of more than 300 KB lies in several items and comes back whole. What the SDK retries is
/// its own affair.
class DynamoDbExchange {
public:
    /// `seed` is of the pauses: whoever asks at the same time wants another.
    DynamoDbExchange(std::string table, LedgerQuestion asked, std::uint64_t seed);
    ~DynamoDbExchange();
    DynamoDbExchange(DynamoDbExchange&&) noexcept;
    DynamoDbExchange& operator=(DynamoDbExchange&&) noexcept;

    /// What is to be done now, as JSON: `{"operation": "Query", "input": {…}}`, its input with attributes as DynamoDB's
    /// own JSON has them (`{"S": "…"}`), or `{"pause": 12}`, in milliseconds. Operations: BatchGetItem, Query,
    /// TransactGetItems, TransactWriteItems. None once there is a result.
    [[nodiscard]] const std::string* task() const noexcept;

    /// What came of it, as JSON: `{"output": {…}}`, `null` after a pause, or `{"error": {"name":
    /// "TransactionCanceledException", "message": "…", "status": 400, "CancellationReasons": […]}}`, where only the
    /// name is required. Precondition: there is a task.
    void give(std::string_view json);

    /// Documents, a page, what came of a commit, or errors: those of `Ledger`, and `corrupt`, with a JSON pointer into
    /// what was given, for an answer that no table of ours gives; `unknown_reference` where there is no such table;
    /// `not_allowed` without the credentials or the permission; `too_large` for a commit that takes more than 100
    /// actions because of its long bodies, or more than 4 MB. Precondition: there is no task.
    [[nodiscard]] const TaskResult& result() const;

private:
    class State;
    std::unique_ptr<State> state_;
};

/// The table as CreateTable has to be asked for it, as JSON: on demand, with the keys that the items have.
[[nodiscard]] std::string dynamodb_table_definition(std::string_view name);
/// As UpdateTimeToLive has to be asked, so that DynamoDB removes what has expired.
[[nodiscard]] std::string dynamodb_time_to_live(std::string_view name);

}  // namespace denwaban
