#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/reservation/detail/alternative_finder.hpp>

namespace denwaban {

/// Whether a party can come; if not, why, and what it could have instead, also on other days. Obstacles and
/// alternatives are each sought with a tenth of the budget. For `Asking::changing` what is possible is what `change`
/// would do. Errors: those of `availability`; `not_allowed` at `/begin` for another time of who sits already.
[[nodiscard]] inline Expected<Proposal, Errors> propose(const DayBook& book, const Request& request, const Now& now,
                                                        const Asking& asking = {},
                                                        std::span<const DayBook> other_days = {}) {
    auto errors = check(book, request.wish);
    detail::append(errors, check(book, now));
    detail::append(errors, check(book, request.begin));
    if (!errors.empty()) return Unexpected{std::move(errors)};
    const auto place = detail::place_changing(book, asking.changing, now.instant);
    if (!place) return Unexpected{place.error()};
    if (*place && is_at_table(book->reservations[**place].presence) &&
        request.begin != book->reservations[**place].begin) {
        return Unexpected{Errors{{ErrorCode::not_allowed, "the party sits already", JsonPointer{"/begin"}}}};
    }
    detail::Decider decider{book, now, asking, *place};
    Proposal proposal{decider.decide(request), {}};
    if (std::holds_alternative<Possible>(proposal.answer)) return proposal;
    const SearchBudget share{std::max<std::size_t>(asking.budget.nodes / 10, 1)};
    std::vector<Obstacle> obstacles;
    if (auto* no = std::get_if<Impossible>(&proposal.answer)) {
        const bool is_full = !no->limits.empty() && no->limits.back().limit == Limit::tables;
        if (is_full) no->obstacles = decider.obstacles(request, share);
        obstacles = no->obstacles;
    }
    proposal.alternatives =
        detail::AlternativeFinder{book, request, now, share, decider.full(), *place}.run(other_days, obstacles);
    return proposal;
}

}  // namespace denwaban
