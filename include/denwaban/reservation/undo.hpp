#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/reservation/change.hpp>

namespace denwaban {

namespace detail {

/// The last line of a history with a deed; null if there is none.
[[nodiscard]] inline const Entry* last_line(const Reservation& reservation, Deed deed) {
    const auto& history = reservation.history;
    const auto found =
        std::find_if(history.rbegin(), history.rend(), [deed](const Entry& entry) { return entry.deed == deed; });
    return found == history.rend() ? nullptr : &*found;
}
/// What brought guests where they are. Who walked in has sat since the book took them.
[[nodiscard]] inline const Entry* line_of(const Reservation& reservation) {
    switch (reservation.presence) {
        case Presence::expected:
            break;
        case Presence::late:
            return last_line(reservation, Deed::run_late);
        case Presence::partly_arrived:
            return last_line(reservation, Deed::arrive_partly);
        case Presence::seated: {
            const auto* line = last_line(reservation, Deed::sit_down);
            return line != nullptr ? line : last_line(reservation, Deed::book);
        }
        case Presence::left:
            return last_line(reservation, Deed::leave);
    }
    return nullptr;
}
/// What a member was before a deed; nothing where the deed left it as it was.
[[nodiscard]] inline std::optional<std::string_view> was(const Entry* line, std::string_view what) {
    if (line == nullptr) return std::nullopt;
    const auto found = std::find_if(line->changes.begin(), line->changes.end(),
                                    [&](const Difference& one) { return one.what == what; });
    return found == line->changes.end() ? std::nullopt : std::optional<std::string_view>{found->from};
}
template <Named Enum>
[[nodiscard]] Enum was(const Entry* line, std::string_view what, Enum otherwise) {
    const auto word = was(line, what);
    return word ? enumerator_named<Enum>(*word).value_or(otherwise) : otherwise;
}
[[nodiscard]] inline std::optional<MinuteOfDay> minute_was(const Entry* line, std::string_view what) {
    const auto text = was(line, what);
    if (!text) return std::nullopt;
    return parse_minute_of_day(*text);
}

[[nodiscard]] inline std::optional<Unexpected<Errors>> too_late_to_undo(const DayBook& day, const Entry* line,
                                                                        const By& by) {
    const auto within = day->policy.undo_within;
    if (line == nullptr || by.now.instant - line->at <= within) return std::nullopt;
    return refusal(ErrorCode::not_allowed, "is more than " + std::to_string(within.count()) + " minutes ago", "/undo");
}

/// The seatings to look at: the one that a party had, then whatever suits.
[[nodiscard]] inline SeatSearch seat_again(const DayBook& day, std::size_t place, const Entry* line, const By& by) {
    const auto& old = day->reservations[place];
    std::vector<SeatingChoice> had;
    const auto tables = was(line, "tables").value_or("");
    for (const auto& choice : day.choices(place)) {
        std::vector<TableId> ids;
        for (const auto table : day->floor_plan.seatings()[choice.seating].tables)
            ids.push_back(day->floor_plan.tables()[table].id);
        if (text_of(ids) == tables) had = {choice};
    }
    Room room{day, by.now, place};
    if (!had.empty()) {
        auto same = seat_in(room, {had}, old.begin, free_from(day, old), by.budget);
        if (std::holds_alternative<FoundSeat>(same)) return same;
    }
    return seat_in(room, {choices_of(day, old.wish)}, old.begin, free_from(day, old), by.budget);
}

/// What a party passes once it is back, of what the house has become since, or others have taken.
[[nodiscard]] inline std::vector<Exceeded> passed_by_now(const DayBook& day, std::size_t place, Instant now) {
    const auto& old = day->reservations[place];
    const PlannedStay stay{old.begin, old.end, period_at(day->periods, old.begin)};
    const auto arrivals = arrivals_of(day, now, place);
    return LimitCheck{day, old.wish, chairs_of(old), stay, arrivals}.standing().take();
}

/// Whether the policy takes a party that had no table again without one.
[[nodiscard]] inline bool may_wait(const DayBook& day, const Reservation& old, const Entry* line, Instant now) {
    const bool had_none = was(line, "allocation", Allocation::assigned) == Allocation::overbooked;
    return had_none && overbooked_covers(day, now) + chairs_of(old).count() <= day->policy.overbooking.count();
}

/// Who waited waits on, in their place, and as long as they said.
[[nodiscard]] inline Decided wait_again(const DayBook& day, std::size_t place, const Entry* line, const By& by) {
    const auto said = was(line, "held_until");
    const auto until = said ? parse_iso8601(*said) : std::nullopt;
    if (until && *until <= by.now.instant)
        return refusal(ErrorCode::not_allowed, "waited until " + to_iso8601(*until), "/undo");
    Draft draft{day, by};
    auto& changed = draft.at(place);
    changed.commitment = Commitment::waiting;
    changed.held_until = until;
    changed.cancel_reason.reset();
    changed.fee.reset();
    draft.record(changed, Deed::undo);
    return std::move(draft).finish(Deed::undo, changed.id);
}

[[nodiscard]] inline Decided undo_commitment(const DayBook& day, std::size_t place, const By& by) {
    const auto& old = day->reservations[place];
    const auto moved = step_of(commitment_lifecycle, commitment_at(old, by.now.instant), CommitmentEvent::undo);
    if (!moved) return Unexpected{moved.error()};
    const auto& permission = commitment_permissions[index_of(CommitmentEvent::undo)].by;
    if (auto refused = not_permitted(permission, day, old, by)) return *std::move(refused);
    const auto* line = last_line(old, old.commitment == Commitment::cancelled ? Deed::cancel
                                      : old.commitment == Commitment::no_show ? Deed::miss
                                                                              : Deed::decline);
    if (auto refused = too_late_to_undo(day, line, by)) return *std::move(refused);
    const auto before = was(line, "commitment", (*moved)->to);
    if (before == Commitment::held) return refusal(ErrorCode::not_allowed, "was only held", "/undo");
    if (before == Commitment::waiting) return wait_again(day, place, line, by);
    auto exceeded = same_guest(day, old, old.details, old.begin, old.end, by.now.instant);
    if (auto refused = barred(day, old.wish, by, exceeded)) return *std::move(refused);
    add_limits(exceeded, passed_by_now(day, place, by.now.instant));

    const auto found = seat_again(day, place, line, by);
    const auto* seat = std::get_if<FoundSeat>(&found);
    if (seat == nullptr && !may_wait(day, old, line, by.now.instant)) return no_seat(found);
    Draft draft{day, by};
    auto& changed = draft.at(place);
    changed.commitment = before;
    changed.cancel_reason.reset();
    changed.fee.reset();
    changed.allocation = Allocation::overbooked;
    if (seat != nullptr) {
        changed.tables = seat->tables.front();
        const bool is_same = text_of(changed.tables) == was(line, "tables").value_or("");
        const bool was_promised = was(line, "allocation", Allocation::assigned) == Allocation::pinned;
        changed.allocation = is_same && was_promised ? Allocation::pinned : Allocation::assigned;
    }
    const auto moves = seat != nullptr ? seat->moved : std::vector<Move>{};
    draft.record(changed, Deed::undo, exceeded);
    draft.move(moves);
    return std::move(draft).finish(Deed::undo, old.id, moves, std::move(exceeded));
}

/// Who was said to have left sits where they sat, if nobody else does by now.
[[nodiscard]] inline Decided undo_leaving(const DayBook& day, std::size_t place, const Entry* line, const By& by) {
    const auto& old = day->reservations[place];
    const auto seating = day.seating(place);
    auto end = minute_was(line, "end").value_or(old.end);
    std::vector<SeatingChoice> choices;
    if (seating) choices = {{*seating, 0, 0}};
    drop_taken(choices, day, place);
    Room room{day, by.now, place};
    const auto until = after(day, end, old.buffer);
    const auto found = seat_in(room, {choices}, old.begin, until, by.budget);
    const auto* seat = std::get_if<FoundSeat>(&found);
    if (seat == nullptr) return no_seat(found);
    Draft draft{day, by};
    auto& changed = draft.at(place);
    changed.presence = Presence::seated;
    changed.end = end;
    draft.record(changed, Deed::undo);
    draft.move(seat->moved);
    return std::move(draft).finish(Deed::undo, old.id, seat->moved);
}

[[nodiscard]] inline Decided undo_presence(const DayBook& day, std::size_t place, const By& by) {
    const auto& old = day->reservations[place];
    const auto moved = step_of(presence_lifecycle, old.presence, PresenceEvent::undo);
    if (!moved) return Unexpected{moved.error()};
    const auto& permission = presence_permissions[index_of(PresenceEvent::undo)].by;
    if (auto refused = not_permitted(permission, day, old, by)) return *std::move(refused);
    const auto* line = line_of(old);
    if (auto refused = too_late_to_undo(day, line, by)) return *std::move(refused);
    if ((*moved)->effect) return undo_leaving(day, place, line, by);
    if (is_at_table(old.presence) && !day.seating(place)) return no_seat(NoArrangement{});
    Draft draft{day, by};
    auto& changed = draft.at(place);
    changed.presence = was(line, "presence", (*moved)->to);
    changed.begin = std::min(std::max(minute_was(line, "begin").value_or(old.begin), old.begin),
                             *MinuteOfDay::make(old.end.count() - 1));
    if (changed.presence != Presence::late) changed.expected_at.reset();
    draft.record(changed, Deed::undo);
    return std::move(draft).finish(Deed::undo, old.id);
}

}  // namespace detail

/// Takes back the last thing that was said of a reservation by mistake: cancelled, declined or missed, which gives it
/// its table again, or another; else left, seated, there in part, late. It is agreed as it was before, and a request
/// that was cancelled is a request again. Limits that it passes by now are told, and bar nobody. Errors:
/// `unknown_reference`; `not_allowed` where there is nothing to undo, for who may not, and after `Policy::undo_within`;
/// `no_seat` where the table is somebody else's and there is no other; `undecided`.
[[nodiscard]] inline Expected<Decision, Errors> undo(const DayBook& day, const BookingId& id, const By& by) {
    if (auto before = detail::answered(day, by, Deed::undo, id)) return *std::move(before);
    const auto place = day.place_of(id);
    if (!place) return detail::no_such_booking(id);
    const auto& old = day->reservations[*place];
    if (!counts_at(old, by.now.instant)) return detail::undo_commitment(day, *place, by);
    if (!is_agreed(old)) return detail::refusal(ErrorCode::not_allowed, "there is nothing to undo", "/undo");
    return detail::undo_presence(day, *place, by);
}

}  // namespace denwaban
