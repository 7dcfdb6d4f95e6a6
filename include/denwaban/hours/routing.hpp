#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/hours/hours.hpp>
#include <denwaban/hours/when.hpp>

namespace denwaban {

/// A call that has come in: when, on which of the restaurant's numbers, from whom.
struct IncomingCall {
    Instant at;
    std::optional<PhoneNumber> dialled{};  ///< nothing if the call came some other way
    std::optional<Caller> caller{};        ///< nothing where nobody can tell: neither a number, nor withheld
};

/// Any caller who withholds the number, whatever the reason (非通知, 公衆電話, 表示圏外).
struct WithheldCaller {
    friend bool operator==(const WithheldCaller&, const WithheldCaller&) = default;
};
/// A caller with a number outside Japan's plan.
struct ForeignCaller {
    friend bool operator==(const ForeignCaller&, const ForeignCaller&) = default;
};
/// One of these numbers.
struct KnownCallers {
    std::vector<PhoneNumber> numbers{};
    friend bool operator==(const KnownCallers&, const KnownCallers&) = default;
};
/// Who calls.
using CallerCondition = std::variant<WithheldCaller, ForeignCaller, KnownCallers>;

/// Minutes of the business date, from `from` until (not including) `until`: 22:00–29:00 reaches past midnight.
struct MinuteSpan {
    MinuteOfDay from;
    MinuteOfDay until;
    friend bool operator==(const MinuteSpan&, const MinuteSpan&) = default;
};

/// Where a call goes if everything that is said of it holds; what is not said does not matter.
template <class Answer>
struct Route {
    std::optional<When> when{};           ///< the business date
    std::vector<State> states{};          ///< one of these; empty for any
    std::optional<MinuteSpan> between{};  ///< the time of the business date
    std::optional<PhoneNumber> line{};    ///< the number dialled
    std::optional<CallerCondition> caller{};
    Answer to;
    std::string label{};  ///< may be empty
    friend bool operator==(const Route&, const Route&) = default;
};

/// What happens to a call, read from top to bottom: the first route that fits, else `otherwise`.
///
/// The conditions are those of `Rules`, on the same business dates; the answers are of the user's own type.
template <class Answer>
struct Routing {
    std::vector<Route<Answer>> routes{};
    Answer otherwise;
    friend bool operator==(const Routing&, const Routing&) = default;
};

namespace detail {

[[nodiscard]] inline bool fits(const CallerCondition& condition, const std::optional<Caller>& caller) {
    if (!caller) return false;
    const auto* number = std::get_if<PhoneNumber>(&*caller);
    if (std::holds_alternative<WithheldCaller>(condition)) return number == nullptr;
    if (number == nullptr) return false;
    if (std::holds_alternative<ForeignCaller>(condition)) return !number->is_japanese();
    const auto& known = std::get<KnownCallers>(condition).numbers;
    return std::find(known.begin(), known.end(), *number) != known.end();
}

[[nodiscard]] inline bool contains(const MinuteSpan& span, std::chrono::milliseconds since_midnight) {
    return std::chrono::minutes{span.from.count()} <= since_midnight &&
           since_midnight < std::chrono::minutes{span.until.count()};
}

}  // namespace detail

/// The route that a call takes, or null for `otherwise`. `status` is what `hours` says of the call's instant.
/// Cost: O(routes).
template <class Answer>
[[nodiscard]] const Route<Answer>* find_route(const Routing<Answer>& routing, const Hours& hours, const Status& status,
                                              const IncomingCall& call) {
    const auto day = detail::day_kind(status.business_date, hours.calendar(), hours.rules().choices);
    const auto since_midnight = hours.zone().local_time(call.at) - LocalTime{status.business_date};
    const auto fits = [&](const Route<Answer>& route) {
        const auto& states = route.states;
        return (!route.when || match(*route.when, day)) &&
               (states.empty() || std::find(states.begin(), states.end(), status.state) != states.end()) &&
               (!route.between || detail::contains(*route.between, since_midnight)) &&
               (!route.line || route.line == call.dialled) &&
               (!route.caller || detail::fits(*route.caller, call.caller));
    };
    const auto found = std::find_if(routing.routes.begin(), routing.routes.end(), fits);
    return found == routing.routes.end() ? nullptr : &*found;
}

/// Where a call goes. Error: `beyond_horizon`. Cost: O(routes).
template <class Answer>
[[nodiscard]] Expected<Answer> route(const Routing<Answer>& routing, const Hours& hours, const IncomingCall& call) {
    const auto status = hours.status(call.at);
    if (!status) return Unexpected{status.error()};
    const auto* found = find_route(routing, hours, *status, call);
    return found != nullptr ? found->to : routing.otherwise;
}

}  // namespace denwaban
