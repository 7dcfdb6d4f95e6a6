#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <denwaban/ledger/dynamodb.hpp>

namespace denwaban {

/// An errand on a ledger that is a table of DynamoDB, with no I/O of its own (`denwaban::ledger`): what it wants read
/// and committed becomes requests, one `DynamoDbExchange` after the other, and whoever has an AWS SDK sends them.
class DynamoDbErrand {
public:
    /// `seed` is of the exchanges' pauses: whoever asks at the same time wants another.
    DynamoDbErrand(std::string table, JsonErrand errand, std::uint64_t seed);

    /// As `DynamoDbExchange::task`. None once there is an answer.
    [[nodiscard]] const std::string* task() const noexcept;

    /// As `DynamoDbExchange::give`. Precondition: there is a task.
    void give(std::string_view json);

    /// As `JsonErrand::answer`. Precondition: there is no task.
    [[nodiscard]] Expected<std::string, Errors> answer() const { return errand_.answer(); }

private:
    void go_on();

    std::string table_;
    JsonErrand errand_;
    std::uint64_t seed_;
    std::optional<DynamoDbExchange> exchange_;
    std::optional<std::string> pause_;  ///< the errand's own
};

}  // namespace denwaban
