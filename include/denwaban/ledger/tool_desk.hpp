#pragma once

// What a language model may ask of a restaurant, and do there: a table of tools, and an errand that calls one.
//
// What reads is free. What writes takes nothing but the token of a read-back, which only a proposal gives: the proposal
// says in words what would be done, and its token does that and nothing else, once, for the session that asked. What
// guests said comes back as data, in members of its own.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/strong.hpp>
#include <denwaban/ledger/errand.hpp>
#include <denwaban/ledger/run.hpp>
#include <denwaban/reservation/reservation_lifecycle.hpp>

namespace denwaban {

/// How much a session may do with tools; what is not said is as by default of who calls.
struct ToolLimits {
    std::optional<int> bookings{};                ///< that a session takes, holds too: 2 of a guest, else 50
    std::optional<int> covers{};                  ///< chairs of one party: 8 of a guest, else 999
    std::optional<int> days{};                    ///< from today on: 60 of a guest, else 400
    std::optional<std::chrono::seconds> hold{};   ///< how long a table is held for: 300
    std::optional<std::chrono::seconds> lapse{};  ///< how long a read-back may be agreed to: 600
    std::optional<int> notes{};                   ///< that a session adds: 5 of a guest, else 50
    std::optional<int> misses{};                  ///< bookings that it looks for in vain: 5 of a guest, else 50
    friend bool operator==(const ToolLimits&, const ToolLimits&) = default;
};

/// For whom tools are called. The model says none of it: whoever runs it does.
struct ToolCaller {
    std::string session{};  ///< the contact, chat or connection; tokens are good within it
    Actor actor = Actor::guest;
    std::string who{};  ///< an agent's or a member of staff's name or id; may be empty
    ToolLimits limits{};
    /// That the call shows, where one is seen. A guest is told unasked of a table of theirs only under this number.
    std::optional<PhoneNumber> phone{};
};

/// A tool that a model calls.
struct ToolCall {
    RestaurantId restaurant;
    std::string tool{};
    std::string arguments = "{}";  ///< a JSON object, as the model wrote it
    ToolCaller caller{};
    Instant now{};
};

/// JSON, as the tool's output schema has it.
struct ToolAnswer {
    std::string json;
    friend bool operator==(const ToolAnswer&, const ToolAnswer&) = default;
};
/// As it is.
template <>
struct AnswerFormat<ToolAnswer> {
    /// Its JSON.
    [[nodiscard]] static std::string written(const ToolAnswer& answer) { return answer.json; }
};

/// Calls a tool. A write is its token's: called again, it answers as the first time and does nothing; `hold` of what is
/// booked meanwhile answers as `book` did. Errors: what of
/// the arguments can't be read, each at its place there; `unknown_reference` for a tool, a restaurant or a booking that
/// is not there, and for a name that is not the booking's; `beyond_limit` for what the limits do not allow;
/// `unknown_token`, `foreign_token`, `lapsed_token`; `stale` for a booking that has changed since it was read back;
/// those of `decide`. Cost: a read is one or two readings, a proposal one commit more, a write one reading more than
/// that.
[[nodiscard]] Errand<ToolAnswer> call_tool(ToolCall call);

/// All tools, as JSON: `{"instructions", "tools": [{name, title, description, effect, destructive, token_of,
/// inputSchema, outputSchema}]}`. Instructions are for the model, before it is given any tool. The schemas refer to
/// nothing outside themselves.
[[nodiscard]] std::string_view tools_json();

/// Calls tools for a restaurant of a ledger. Blocks. Errors: those of `call_tool`.
class ToolDesk {
public:
    explicit ToolDesk(Ledger& ledger, const RunOptions& options = {}) noexcept : ledger_(&ledger), options_(options) {}

    /// Answers a tool that a model calls.
    [[nodiscard]] Expected<ToolAnswer, Errors> call(ToolCall call) {
        return run(*ledger_, call_tool(std::move(call)), options_);
    }

private:
    Ledger* ledger_;
    RunOptions options_;
};

}  // namespace denwaban
