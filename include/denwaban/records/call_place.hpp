#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/strong.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/hours/hours.hpp>
#include <denwaban/records/call_fact.hpp>
#include <denwaban/records/reconcile.hpp>
#include <denwaban/restaurant/directory.hpp>

namespace denwaban {

/// Which restaurant a call was for, and what its hours said when it began.
struct CallPlace {
    RestaurantId restaurant;
    State state = State::unknown;
    std::optional<std::string> service;  ///< 営業区分 under way
    Date business_date{};
    std::optional<std::string> holiday;  ///< 祝日, by the name that the restaurant's calendar has
    std::optional<std::string> eve_of;   ///< 祝前日
    std::optional<std::string> chain{};  ///< 系列
    friend bool operator==(const CallPlace&, const CallPlace&) = default;
};

/// By the number dialled, or shown; none where no restaurant has it. Errors: `beyond_horizon`. Cost: O(1).
[[nodiscard]] inline Expected<std::optional<CallPlace>> place_of(const CallFact& fact, const Directory& directory) {
    const auto* found = fact.line ? directory.find(*fact.line) : nullptr;
    if (found == nullptr) return std::optional<CallPlace>{};
    const auto status = found->hours.status(fact.began);
    if (!status) return Unexpected{status.error()};
    CallPlace place{found->restaurant.id, status->state, {}, status->business_date, {}, {}};
    if (status->service != nullptr) place.service = status->service->name;
    const auto& calendar = found->hours.calendar();
    if (const auto name = calendar.name(place.business_date)) place.holiday = std::string{*name};
    if (const auto name = calendar.name(place.business_date + date::days{1})) place.eve_of = std::string{*name};
    if (!found->restaurant.chain.empty()) place.chain = found->restaurant.chain;
    return std::optional{std::move(place)};
}

/// The same, for tables and figures: none of a call beyond the dates that the hours were compiled for either, so that
/// one record with a wrong year costs no others. Cost: O(1).
[[nodiscard]] inline std::optional<CallPlace> place_if_known(const CallFact& fact, const Directory* directory) {
    if (directory == nullptr) return std::nullopt;
    auto place = place_of(fact, *directory);
    return place ? *std::move(place) : std::nullopt;
}

/// For 突合, of calls that are over: each for the restaurant that was dialled, where there is a directory and it knows
/// the number. Cost: linear.
[[nodiscard]] inline std::vector<CallTrace> traces_of(std::span<const CallFact> facts, const Directory* directory) {
    std::vector<CallTrace> traces;
    for (const auto& fact : facts) {
        const auto* found = directory != nullptr && fact.line ? directory->find(*fact.line) : nullptr;
        auto trace = trace_of(fact, found != nullptr ? std::optional{found->restaurant.id} : std::nullopt);
        if (trace) traces.push_back(*std::move(trace));
    }
    return traces;
}

}  // namespace denwaban
