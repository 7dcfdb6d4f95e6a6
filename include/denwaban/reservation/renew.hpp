#pragma once

#include <utility>

#include <denwaban/reservation/change.hpp>

namespace denwaban {

/// Holds something longer, or shorter, or lets somebody wait so long. Errors: `unknown_reference`; `not_allowed` for
/// what is neither held nor waits, and for who may not by then; `out_of_range` for what is past, and for a hold that
/// would be longer in all than `Policy::longest_hold`.
[[nodiscard]] inline Expected<Decision, Errors> renew(const DayBook& day, const BookingId& id, Instant until,
                                                      const By& by) {
    if (auto before = detail::answered(day, by, Deed::renew, id)) return *std::move(before);
    const auto place = day.place_of(id);
    if (!place) return detail::no_such_booking(id);
    const auto& old = day->reservations[*place];
    const auto moved =
        detail::step_of(commitment_lifecycle, commitment_at(old, by.now.instant), CommitmentEvent::renew);
    if (!moved) return Unexpected{moved.error()};
    const auto& permission = commitment_permissions[index_of(CommitmentEvent::renew)].by;
    if (auto refused = detail::not_permitted(permission, day, old, by)) return *std::move(refused);
    const auto taken = old.history.empty() ? by.now.instant : old.history.front().at;
    auto errors = detail::check_end(day->policy, old.commitment, taken, until, by.now.instant);
    if (!errors.empty()) return Unexpected{std::move(errors)};
    if (old.held_until == until) return Decision{day, id, {}, {}};
    detail::Draft draft{day, by};
    auto& changed = draft.at(*place);
    changed.held_until = until;
    draft.record(changed, Deed::renew);
    return std::move(draft).finish(Deed::renew, id);
}

}  // namespace denwaban
