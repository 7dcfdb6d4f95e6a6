#pragma once

#include <optional>
#include <variant>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/reservation/command.hpp>

namespace denwaban {

/// A command, and who gives it.
struct GivenCommand {
    Command command;
    By by;
};

/// One of a book's parts, new.
using Edit = std::variant<FloorPlan, Policy, std::vector<Period>>;

/// A part to be replaced, and who replaces it.
struct GivenEdit {
    Edit edit;
    By by;
};

/// The book with its part replaced, and whom that hurts. Errors: those of replacing that part.
[[nodiscard]] inline Expected<Edited, Errors> edited(const DayBook& book, const GivenEdit& given) {
    if (const auto* plan = std::get_if<FloorPlan>(&given.edit)) return replace_floor_plan(book, *plan, given.by);
    if (const auto* policy = std::get_if<Policy>(&given.edit)) return replace_policy(book, *policy, given.by);
    return replace_periods(book, std::get<std::vector<Period>>(given.edit), given.by);
}

/// When a wish could be seated.
struct AvailabilityQuestion {
    Wish wish;
    Starts starts;
    Now now;
    std::optional<SearchBudget> moves;  ///< for each start; without it nobody moves
};

/// Whether a request could be taken.
struct ProposalQuestion {
    Request request;
    Now now;
    Asking asking;
};

}  // namespace denwaban
