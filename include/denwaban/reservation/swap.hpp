#pragma once

#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/reservation/allocate.hpp>

namespace denwaban {

namespace detail {

/// Where in the book a party stands whose tables another is to have. Errors: `unknown_reference`; `not_allowed`.
[[nodiscard]] inline Expected<std::size_t, Errors> to_swap(const DayBook& day, const BookingId& id, const By& by) {
    const auto place = day.place_of(id);
    if (!place) return no_such_booking(id);
    const auto& one = day->reservations[*place];
    const bool has_one = counts_at(one, by.now.instant) && one.presence != Presence::left && day.seating(*place);
    if (!has_one) return refusal(ErrorCode::not_allowed, one.id.text + " has no table", "/booking");
    if (auto refused = not_permitted(act_permissions[index_of(Act::swap)].by, day, one, by)) return *std::move(refused);
    return *place;
}

/// What a party passes at the other's tables. Errors: `not_allowed` where they do not suit and it is not the restaurant
/// that swaps.
[[nodiscard]] inline Expected<std::vector<Exceeded>, Errors> at_tables_of(const DayBook& day, std::size_t place,
                                                                          std::size_t other, const By& by) {
    const auto seating = *day.seating(other);
    const auto& suiting = day.choices(place);
    const bool suits = std::any_of(suiting.begin(), suiting.end(),
                                   [&](const SeatingChoice& choice) { return choice.seating == seating; });
    if (!suits && by.actor != Actor::restaurant) {
        return refusal(ErrorCode::not_allowed, "do not suit the party, or are not for sale", "/with");
    }
    auto exceeded = oversize(day, seating, chairs_of(day->reservations[place]));
    if (auto refused = barred(day, day->reservations[place].wish, by, exceeded)) return *std::move(refused);
    return exceeded;
}

}  // namespace detail

/// Two parties have each other's tables from now on, at once, whether they sit there, were promised them or not. Others
/// may get another table for it. Errors: `unknown_reference`; `not_allowed` for who may not, and for who has no table;
/// `no_seat` where a table is somebody else's for a part of the other's stay; `undecided`.
[[nodiscard]] inline Expected<Decision, Errors> swap_tables(const DayBook& day, const BookingId& id,
                                                            const BookingId& with, const By& by) {
    if (auto before = detail::answered(day, by, Deed::swap, id)) return *std::move(before);
    const auto one = detail::to_swap(day, id, by);
    if (!one) return Unexpected{one.error()};
    const auto other = detail::to_swap(day, with, by);
    if (!other) return Unexpected{other.error()};
    if (*one == *other) return detail::refusal(ErrorCode::invalid_value, "is the same reservation", "/with");
    auto exceeded = detail::at_tables_of(day, *one, *other, by);
    if (!exceeded) return Unexpected{exceeded.error()};
    const auto back = detail::at_tables_of(day, *other, *one, by);
    if (!back) return Unexpected{back.error()};
    detail::add_limits(*exceeded, *back);

    detail::Room room{day, by.now, *one, *other};
    const std::vector<SeatingChoice> there{{*day.seating(*other), 0, 0}}, here{{*day.seating(*one), 0, 0}};
    const auto &first = day->reservations[*one], &second = day->reservations[*other];
    room.add(first.begin, free_from(day, first), there);
    room.add(second.begin, free_from(day, second), here);
    const auto found = room.arrange(by.budget);
    const auto* arrangement = std::get_if<Arrangement>(&found);
    if (arrangement == nullptr) {
        if (const auto* none = std::get_if<NoArrangement>(&found)) return detail::no_seat(*none);
        return detail::no_seat(BudgetSpent{});
    }
    const auto moved = room.moves(*arrangement);
    detail::Draft draft{day, by};
    std::swap(draft.at(*one).tables, draft.at(*other).tables);
    draft.record(draft.at(*one), Deed::swap, *exceeded);
    draft.record(draft.at(*other), Deed::swap, *exceeded);
    draft.move(moved);
    return std::move(draft).finish(Deed::swap, id, moved, *std::move(exceeded));
}

}  // namespace denwaban
