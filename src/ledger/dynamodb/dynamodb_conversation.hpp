#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <denwaban/core/random.hpp>
#include <denwaban/ledger/errand.hpp>

#include "ledger/port/ledger_words.hpp"

namespace denwaban::dynamodb {

using formats::Json;
using formats::Node;

/// What is to be sent.
struct Request {
    std::string_view operation;
    Json input;
};
using Step = std::variant<Request, PauseTask, TaskResult>;

/// What an SDK throws. The reasons are those of a cancelled transaction, one for each of its actions.
struct Failure {
    std::string name;
    std::string message;
    int status = 0;
    std::optional<Node> reasons;
};
[[nodiscard]] Failure read_failure(const Node& node);
/// What it means to whoever asked a ledger.
[[nodiscard]] Error error_of(const Failure& failure);
/// The same of a reason in a cancelled transaction.
[[nodiscard]] Error error_of_reason(const std::string& code, const std::string& message);

/// What is said to a table and heard from it until there is a result. What can't be read is reported to the node that
/// was heard, and ends it.
class Conversation {
public:
    virtual ~Conversation() = default;
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;
    Conversation(Conversation&&) = delete;
    Conversation& operator=(Conversation&&) = delete;

    /// Called once at first, and once after everything that was heard or waited for.
    [[nodiscard]] virtual Step next() = 0;
    virtual void hear(const Node& output) = 0;
    /// An error where there is no going on.
    [[nodiscard]] virtual std::optional<Error> hear_failure(const Failure& failure) { return error_of(failure); }

protected:
    Conversation() = default;
};

inline constexpr Patience patience{13, std::chrono::milliseconds{25}, std::chrono::milliseconds{1000}};

/// What comes next where nothing was got: a pause, or `unavailable` where it has been tried often enough.
[[nodiscard]] inline Step pause(Backoff& backoff, std::string message) {
    if (const auto time = backoff.pause()) return PauseTask{*time};
    return TaskResult{Errors{{ErrorCode::unavailable, std::move(message), {}}}};
}

}  // namespace denwaban::dynamodb
