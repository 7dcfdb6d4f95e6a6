#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

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

/// Pauses that grow while nothing is got: drawn evenly from nothing to a time that doubles.
class Backoff {
public:
    explicit Backoff(std::uint64_t seed) : state_(seed) {}

    void begin_anew() noexcept { attempts_ = 0; }
    /// `unavailable` where it has been tried often enough.
    [[nodiscard]] Step pause(std::string message) {
        if (attempts_ == patience.attempts) {
            return TaskResult{Errors{{ErrorCode::unavailable, std::move(message), {}}}};
        }
        const auto longest = std::min(patience.shortest * (std::int64_t{1} << attempts_++), patience.longest);
        return PauseTask{std::chrono::milliseconds{
            static_cast<std::int64_t>(random() % (static_cast<std::uint64_t>(longest.count()) + 1))}};
    }

private:
    static constexpr Patience patience{12, std::chrono::milliseconds{25}, std::chrono::milliseconds{1000}};

    /// SplitMix64 (Steele, Lea, Flood 2014).
    [[nodiscard]] std::uint64_t random() noexcept {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    std::uint64_t state_;
    std::size_t attempts_ = 0;
};

}  // namespace denwaban::dynamodb
