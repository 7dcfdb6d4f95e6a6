#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/reservation/follow.hpp>

namespace denwaban {

namespace detail {

/// The place of a reservation that somebody may allocate. Errors: `unknown_reference`; `not_allowed`.
[[nodiscard]] inline Expected<std::size_t, Errors> to_allocate(const DayBook& day, const BookingId& id,
                                                               AllocationEvent event, const By& by) {
    const auto place = day.place_of(id);
    if (!place) return no_such_booking(id);
    const auto& reservation = day->reservations[*place];
    if (!counts_at(reservation, by.now.instant) || is_at_table(reservation.presence)) {
        return refusal(ErrorCode::not_allowed, "nobody is to be seated any more", "/booking");
    }
    if (auto refused = not_permitted(allocation_permissions[index_of(event)].by, day, reservation, by)) {
        return *std::move(refused);
    }
    return *place;
}

/// Gives a reservation one of some seatings; others may get another table for it.
[[nodiscard]] inline Decided allocate(const DayBook& day, std::size_t place, std::vector<SeatingChoice> choices,
                                      AllocationEvent event, Deed deed, const By& by) {
    const auto& old = day->reservations[place];
    const auto moved = step_of(allocation_lifecycle, old.allocation, event);
    if (!moved) return Unexpected{moved.error()};
    std::vector<Exceeded> exceeded;
    if (deed == Deed::pin) exceeded = oversize(day, choices.front().seating, chairs_of(old));
    if (auto refused = barred(day, old.wish, by, exceeded)) return *std::move(refused);
    Room room{day, by.now, place};
    const auto found = seat_in(room, {std::move(choices)}, old.begin, free_from(day, old), by.budget);
    const auto* seat = std::get_if<FoundSeat>(&found);
    if (seat == nullptr) return no_seat(found);
    if (!*moved && seat->tables.front() == old.tables && seat->moved.empty()) return Decision{day, old.id, {}, {}};
    Draft draft{day, by};
    auto& changed = draft.at(place);
    changed.tables = seat->tables.front();
    if (*moved) changed.allocation = (*moved)->to;
    draft.record(changed, deed, exceeded);
    draft.move(seat->moved);
    return std::move(draft).finish(deed, old.id, seat->moved, std::move(exceeded));
}

}  // namespace detail

/// Gives a party that has no table one that suits it. Who has one already keeps it. Errors: `unknown_reference`;
/// `not_allowed` for who may not and where nobody is to be seated; `no_seat`; `undecided`.
[[nodiscard]] inline Expected<Decision, Errors> assign(const DayBook& day, const BookingId& id, const By& by) {
    if (auto before = detail::answered(day, by, Deed::assign, id)) return *std::move(before);
    const auto place = detail::to_allocate(day, id, AllocationEvent::assign, by);
    if (!place) return Unexpected{place.error()};
    if (has_table(day->reservations[*place].allocation)) return Decision{day, id, {}, {}};
    return detail::allocate(day, *place, day.choices(*place), AllocationEvent::assign, Deed::assign, by);
}

/// Promises a party these tables, joined, or with none of them the table that it has. The restaurant may have its
/// reasons for a table that does not suit. Errors: those of `assign`; `unknown_reference` for tables that can't be
/// joined.
[[nodiscard]] inline Expected<Decision, Errors> pin(const DayBook& day, const BookingId& id,
                                                    const std::vector<TableId>& tables, const By& by) {
    if (auto before = detail::answered(day, by, Deed::pin, id)) return *std::move(before);
    const auto place = detail::to_allocate(day, id, AllocationEvent::pin, by);
    if (!place) return Unexpected{place.error()};
    const auto seating = tables.empty() ? day.seating(*place) : day.finder().find(tables);
    if (!seating) {
        return detail::refusal(ErrorCode::unknown_reference, "are not tables of the plan that can be joined",
                               "/tables");
    }
    const auto& suiting = day.choices(*place);
    const bool suits = std::any_of(suiting.begin(), suiting.end(),
                                   [&](const SeatingChoice& choice) { return choice.seating == seating; });
    if (!suits && by.actor != Actor::restaurant) {
        return detail::refusal(ErrorCode::not_allowed, "do not suit the party, or are not for sale", "/tables");
    }
    return detail::allocate(day, *place, {{*seating, 0, 0}}, AllocationEvent::pin, Deed::pin, by);
}

namespace detail {

[[nodiscard]] inline Decided let_go(const DayBook& day, const BookingId& id, AllocationEvent event, Deed deed,
                                    const By& by) {
    if (auto before = answered(day, by, deed, id)) return *std::move(before);
    const auto place = to_allocate(day, id, event, by);
    if (!place) return Unexpected{place.error()};
    const auto moved = step_of(allocation_lifecycle, day->reservations[*place].allocation, event);
    if (!moved) return Unexpected{moved.error()};
    if (!*moved) return Decision{day, id, {}, {}};
    Draft draft{day, by};
    auto& changed = draft.at(*place);
    changed.allocation = (*moved)->to;
    if ((*moved)->effect) changed.tables.clear();
    draft.record(changed, deed);
    return std::move(draft).finish(deed, id);
}

}  // namespace detail

/// Takes back the promise: the party may be moved again. Errors: those of `assign`.
[[nodiscard]] inline Expected<Decision, Errors> unpin(const DayBook& day, const BookingId& id, const By& by) {
    return detail::let_go(day, id, AllocationEvent::unpin, Deed::unpin, by);
}
/// 未割り当て: the party has no table for now, and room is kept for it. Errors: those of `assign`.
[[nodiscard]] inline Expected<Decision, Errors> unassign(const DayBook& day, const BookingId& id, const By& by) {
    return detail::let_go(day, id, AllocationEvent::unassign, Deed::unassign, by);
}

/// Keeps a table from being had; who was to sit there gets another. Errors: `not_allowed`; `unknown_reference`;
/// `out_of_range` where it ends before it begins; `too_large` at `/note`; `no_seat` where somebody can't be seated
/// elsewhere; `undecided`.
[[nodiscard]] inline Expected<Decision, Errors> block_table(const DayBook& day, Block block, const By& by) {
    if (auto before = detail::answered(day, by, Deed::block, {})) return *std::move(before);
    if (auto refused = detail::not_permitted(Act::block, by)) return *std::move(refused);
    const auto table = day.finder().table(block.table);
    if (!table) {
        return detail::refusal(ErrorCode::unknown_reference, "there is no table " + block.table.text, "/table");
    }
    if (block.begin >= block.end) return detail::refusal(ErrorCode::out_of_range, "must be after it begins", "/end");
    if (day->blocks.size() >= most_reservations) {
        return detail::refusal(ErrorCode::too_large, "the day has as many as a book holds", "/table");
    }
    detail::Room room{day, by.now};
    const auto found = detail::seat_in(room, {{{*table, 0, 0}}}, block.begin, block.end, by.budget);
    const auto* seat = std::get_if<detail::FoundSeat>(&found);
    if (seat == nullptr) return detail::no_seat(found);
    detail::Draft draft{day, by};
    auto exceeded = detail::shown_twice(day, {block.begin, block.end});
    draft.held().text(detail::TextSort::text, block.note, "", "note");
    draft.contents().blocks.push_back(std::move(block));
    draft.move(seat->moved);
    return std::move(draft).finish(Deed::block, {}, seat->moved, std::move(exceeded));
}

/// Lets a table be had again from which `block` kept it. Errors: `not_allowed`; `unknown_reference` where it is not
/// blocked then.
[[nodiscard]] inline Expected<Decision, Errors> unblock_table(const DayBook& day, const TableId& table,
                                                              MinuteOfDay begin, const By& by) {
    if (auto before = detail::answered(day, by, Deed::unblock, {})) return *std::move(before);
    if (auto refused = detail::not_permitted(Act::unblock, by)) return *std::move(refused);
    detail::Draft draft{day, by};
    const auto removed = std::erase_if(
        draft.contents().blocks, [&](const Block& block) { return block.table == table && block.begin == begin; });
    if (removed == 0) return detail::refusal(ErrorCode::unknown_reference, "is not blocked then", "/table");
    return std::move(draft).finish(Deed::unblock, {});
}

}  // namespace denwaban
