#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/reservation/book.hpp>

namespace denwaban {

namespace detail {

/// Where a party may sit after a change: where it sits if it sits already or was promised that table, unless it now
/// asks for another; where it is to sit if that is still free for it; else anywhere.
[[nodiscard]] inline std::vector<SeatingChoice> choices_after(const DayBook& day, std::size_t place, const Wish& wish,
                                                              const PlannedStay& stay, const Room& others) {
    auto choices = choices_of(day, wish);
    const auto& old = day->reservations[place];
    const auto seating = day.seating(place);
    if (!seating || wish.tables != old.wish.tables) return choices;
    if (is_at_table(old.presence)) return {{*seating, 0, 0}};
    const auto same = std::find_if(choices.begin(), choices.end(),
                                   [&](const SeatingChoice& choice) { return choice.seating == seating; });
    const auto occupancy = others.occupancy();
    const auto& tables = day->floor_plan.seatings()[*seating].tables;
    const bool is_free = std::all_of(tables.begin(), tables.end(), [&](std::size_t table) {
        return occupancy.is_free(table, stay.begin, with_buffer(day, stay));
    });
    const bool is_promised = old.allocation == Allocation::pinned;
    if (same == choices.end()) return is_promised ? std::vector<SeatingChoice>{} : choices;
    if (!is_promised && (!is_free || others.owes_tables())) return choices;
    return {*same};
}

[[nodiscard]] inline std::optional<Unexpected<Errors>> not_changeable(const DayBook& day, const Reservation& old,
                                                                      const Request& request, const By& by) {
    if (!counts_at(old, by.now.instant) || old.presence == Presence::left) {
        return refusal(ErrorCode::not_allowed, "nobody is expected any more", "/booking");
    }
    if (old.presence == Presence::seated && request.begin != old.begin) {
        return refusal(ErrorCode::not_allowed, "the party sits already", "/begin");
    }
    return not_permitted(change_permission, day, old, by);
}

}  // namespace detail

/// Changes what a party asked for, all at once: the old seat is given up only if the new one is had, and kept if it
/// still does. What is so already changes nothing. Limits that the reservation passes already are not held against it.
/// Errors: `unknown_reference`; `not_allowed` where nobody is expected any more, for a new time once the party sits,
/// and for who may not by then; those of `book`.
[[nodiscard]] inline Expected<Decision, Errors> change(const DayBook& day, const BookingId& id, Request request,
                                                       const By& by) {
    if (auto before = detail::answered(day, by, Deed::change, id)) return *std::move(before);
    const auto place = day.place_of(id);
    if (!place) return detail::no_such_booking(id);
    const auto& old = day->reservations[*place];
    if (auto refused = detail::not_changeable(day, old, request, by)) return *std::move(refused);
    auto errors = check(day, request.wish);
    if (!errors.empty()) return Unexpected{std::move(errors)};

    const PlannedStay as_it_is{old.begin, old.end, period_at(day->periods, old.begin)};
    const Asking asking{by.overrides, by.budget};
    detail::Decider decider{day, by.now, asking, place, limits_passed(day, old.wish, as_it_is, by.now, place)};
    const auto stay = planned_stay(day, request.wish, *chairs(request.wish.party), request.begin);
    auto choices = detail::choices_after(day, *place, request.wish, stay, decider.room());
    const auto answer = decider.decide(request.wish, stay, std::move(choices));
    const auto* possible = std::get_if<Possible>(&answer);
    if (possible == nullptr) return detail::refusal(answer);
    const bool was_promised = old.allocation == Allocation::pinned && request.wish.tables == old.wish.tables;
    if (possible->tables.empty() && (was_promised || is_at_table(old.presence))) {
        return detail::no_seat(NoArrangement{});
    }

    detail::Draft draft{day, by};
    auto& changed = draft.at(*place);
    changed.wish = std::move(request.wish);
    changed.begin = request.begin;
    detail::seat(changed, day, *possible);
    if (was_promised) changed.allocation = Allocation::pinned;
    if (changed == old && possible->moved.empty()) return Decision{day, id, {}, possible->exceeded};
    draft.record(changed, Deed::change, possible->exceeded);
    draft.move(possible->moved);
    return std::move(draft).finish(Deed::change, id, possible->moved, possible->exceeded);
}

/// Changes what the book does not reckon with. Whoever says what stands there already changes nothing, as `change`.
/// Errors: `unknown_reference`.
[[nodiscard]] inline Expected<Decision, Errors> change_details(const DayBook& day, const BookingId& id, Details details,
                                                               const By& by) {
    if (auto before = detail::answered(day, by, Deed::change_details, id)) return *std::move(before);
    const auto place = day.place_of(id);
    if (!place) return detail::no_such_booking(id);
    if (day->reservations[*place].details == details) return Decision{day, id, {}, {}};
    detail::Draft draft{day, by};
    auto& changed = draft.at(*place);
    changed.details = std::move(details);
    draft.record(changed, Deed::change_details);
    return std::move(draft).finish(Deed::change_details, id);
}

}  // namespace denwaban
