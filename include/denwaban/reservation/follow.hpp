#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/reservation/cancel_fee.hpp>
#include <denwaban/reservation/undo.hpp>

namespace denwaban {

namespace detail {

/// By event, the deed of that name; an event without one does not compile.
template <Named Event>
inline constexpr auto deeds_of = [] {
    std::array<Deed, count_of<Event>> deeds{};
    std::ranges::transform(names_of<Event>, deeds.begin(),
                           [](std::string_view name) { return enumerator_named<Deed>(name).value(); });
    return deeds;
}();

}  // namespace detail

/// Moves what was agreed: confirmed, cancelled, missed... What it is already, it stays, and the book with it. A
/// cancelled reservation keeps its place in the book, without a table. Errors: `unknown_reference`; `not_allowed` for
/// what the lifecycle refuses, for who may not or not by then, and once the party sits; `missing_key` for `renew` and
/// `take_up`, which need a time. Whoever only waits may be cancelled at any time. A guest who cancels is the reason for
/// it; of others none is known that they do not give.
[[nodiscard]] inline Expected<Decision, Errors> follow(const DayBook& day, const BookingId& id, CommitmentEvent event,
                                                       const By& by, std::optional<CancelReason> reason = {}) {
    if (event == CommitmentEvent::undo) return undo(day, id, by);
    if (event == CommitmentEvent::renew || event == CommitmentEvent::take_up)
        return detail::refusal(ErrorCode::missing_key, "needs a time", "/do");
    const auto deed = detail::deeds_of<CommitmentEvent>[index_of(event)];
    if (auto before = detail::answered(day, by, deed, id)) return *std::move(before);
    const auto place = day.place_of(id);
    if (!place) return detail::no_such_booking(id);
    const auto& old = day->reservations[*place];
    const auto moved = detail::step_of(commitment_lifecycle, commitment_at(old, by.now.instant), event);
    if (!moved) return Unexpected{moved.error()};
    if (!*moved) return Decision{day, id, {}, {}};
    const auto& permission = commitment_permissions[index_of(event)].by;
    const bool only_waits = old.commitment == Commitment::waiting && event == CommitmentEvent::cancel;
    if (auto refused = detail::not_permitted(permission, day, old, by); refused && !only_waits)
        return *std::move(refused);
    if ((*moved)->effect && is_at_table(old.presence)) {
        return detail::refusal(ErrorCode::not_allowed, "the party has sat down", "/booking");
    }
    if (event == CommitmentEvent::lapse && commitment_at(old, by.now.instant) == old.commitment) {
        return detail::refusal(ErrorCode::not_allowed, "has not expired yet", "/booking");
    }
    if (event == CommitmentEvent::confirm && old.commitment == Commitment::requested && by.actor == Actor::guest) {
        return detail::refusal(ErrorCode::not_allowed, "the restaurant has yet to say yes", "/by");
    }
    if (event == CommitmentEvent::miss && old.expected_at && local_in(day, by.now) < at(day->date, *old.expected_at)) {
        return detail::refusal(ErrorCode::not_allowed, "is expected at " + to_string(*old.expected_at), "/miss");
    }

    detail::Draft draft{day, by};
    auto& changed = draft.at(*place);
    changed.commitment = (*moved)->to;
    changed.held_until.reset();
    if (event == CommitmentEvent::cancel) {
        // Whoever cancels for somebody else has not said whose doing it is.
        changed.cancel_reason = by.actor == Actor::guest ? reason.value_or(CancelReason::guest) : reason;
    }
    if (is_agreed(old)) changed.fee = fee_due(day, old, event, changed.cancel_reason, by.now);
    if ((*moved)->effect) detail::release(changed);
    draft.record(changed, deed);
    return std::move(draft).finish(deed, id);
}

/// `follow` with `CommitmentEvent::cancel`, and why.
[[nodiscard]] inline Expected<Decision, Errors> cancel(const DayBook& day, const BookingId& id, CancelReason reason,
                                                       const By& by) {
    return follow(day, id, CommitmentEvent::cancel, by, reason);
}

namespace detail {

/// A guest who is there, or says to be late.
[[nodiscard]] inline Decided attend(const DayBook& day, const BookingId& id, PresenceEvent event, const By& by,
                                    std::optional<MinuteOfDay> expected_at = std::nullopt) {
    if (event == PresenceEvent::undo) return undo(day, id, by);
    const auto deed = deeds_of<PresenceEvent>[index_of(event)];
    if (auto before = answered(day, by, deed, id)) return *std::move(before);
    const auto place = day.place_of(id);
    if (!place) return no_such_booking(id);
    const auto& old = day->reservations[*place];
    if (!is_agreed(old)) return refusal(ErrorCode::not_allowed, "is not confirmed", "/booking");
    const auto moved = step_of(presence_lifecycle, old.presence, event);
    if (!moved) return Unexpected{moved.error()};
    const bool is_later = expected_at && old.presence == Presence::late && expected_at != old.expected_at;
    if (!*moved && !is_later) return Decision{day, id, {}, {}};
    if (auto refused = not_permitted(presence_permissions[index_of(event)].by, day, old, by)) {
        return *std::move(refused);
    }
    if (expected_at && (*expected_at <= old.begin || *expected_at >= old.end)) {
        return refusal(ErrorCode::out_of_range, "must be during the stay, and after it begins", "/at");
    }
    if (auto errors = expected_at ? check(day, *expected_at, "/at") : Errors{}; !errors.empty()) {
        return Unexpected{std::move(errors)};
    }
    auto exceeded = expected_at ? shown_twice(day, {*expected_at}) : std::vector<Exceeded>{};
    if (auto refused = barred(day, old.wish, by, exceeded)) return *std::move(refused);
    Draft draft{day, by};
    auto& changed = draft.at(*place);
    if (*moved) changed.presence = (*moved)->to;
    if (event == PresenceEvent::run_late) changed.expected_at = expected_at;
    if (event == PresenceEvent::leave) {
        if (by.now.local < LocalTime{day->date}) return Unexpected{minute_of(day, by.now).error()};
        // Whoever closes a table days later knows that it was left, and not when.
        const auto minute = minute_of(day, by.now).value_or(changed.end);
        const auto first = *MinuteOfDay::make(changed.begin.count() + 1);
        changed.end = std::min(changed.end, std::max(minute, first));
    }
    draft.record(changed, deed, exceeded);
    return std::move(draft).finish(deed, id, {}, std::move(exceeded));
}

}  // namespace detail

/// 「30分遅れます」: until `expected_at`, where they say so, nobody is a no-show. Errors: `unknown_reference`;
/// `not_allowed` for what is not confirmed and for who may not; `out_of_range` for a time that is not during the stay;
/// `no_such_time`; `beyond_limit` where clocks show it twice and the policy refuses that.
[[nodiscard]] inline Expected<Decision, Errors> run_late(const DayBook& day, const BookingId& id, const By& by,
                                                         std::optional<MinuteOfDay> expected_at = std::nullopt) {
    return detail::attend(day, id, PresenceEvent::run_late, by, expected_at);
}
/// Some of the guests are there. Errors: those of `run_late`.
[[nodiscard]] inline Expected<Decision, Errors> arrive_partly(const DayBook& day, const BookingId& id, const By& by) {
    return detail::attend(day, id, PresenceEvent::arrive_partly, by);
}
/// The guests have left: their table is free from now on, its buffer apart. It may be said days later. Errors: those of
/// `run_late`; `not_allowed` for who has not been seated.
[[nodiscard]] inline Expected<Decision, Errors> finish(const DayBook& day, const BookingId& id, const By& by) {
    return detail::attend(day, id, PresenceEvent::leave, by);
}

/// The guests sit down: at their table, or at `tables`; who comes early has the table from this minute on. Others may
/// get another table for it. Errors: `unknown_reference`; `not_allowed` for what is not confirmed, for who may not, and
/// for who has left; `no_seat`; `undecided`; `out_of_range` where the moment is not on the business date.
[[nodiscard]] inline Expected<Decision, Errors> seat(const DayBook& day, const BookingId& id,
                                                     const std::vector<TableId>& tables, const By& by) {
    if (auto before = detail::answered(day, by, Deed::sit_down, id)) return *std::move(before);
    const auto place = day.place_of(id);
    if (!place) return detail::no_such_booking(id);
    const auto& old = day->reservations[*place];
    if (!is_agreed(old)) return detail::refusal(ErrorCode::not_allowed, "is not confirmed", "/booking");
    const auto moved = detail::step_of(presence_lifecycle, old.presence, PresenceEvent::sit_down);
    if (!moved) return Unexpected{moved.error()};
    const auto& permission = presence_permissions[index_of(PresenceEvent::sit_down)].by;
    if (auto refused = detail::not_permitted(permission, day, old, by)) return *std::move(refused);
    const auto minute = detail::minute_of(day, by.now);
    if (!minute) return Unexpected{minute.error()};
    const auto wanted = tables.empty() ? day.seating(*place) : day.finder().find(tables);
    if (!tables.empty() && !wanted) {
        return detail::refusal(ErrorCode::unknown_reference, "are not tables of the plan that can be joined",
                               "/tables");
    }
    if (!*moved && wanted == day.seating(*place)) return Decision{day, id, {}, {}};

    const auto exceeded = wanted ? detail::oversize(day, *wanted, chairs_of(old)) : std::vector<Exceeded>{};
    if (auto refused = detail::barred(day, old.wish, by, exceeded)) return *std::move(refused);

    detail::Room room{day, by.now, place};
    const auto begin = std::min(old.begin, *minute);
    auto choices = wanted ? std::vector<SeatingChoice>{{*wanted, 0, 0}} : day.choices(*place);
    detail::drop_taken(choices, day, place);
    const auto found = detail::seat_in(room, {std::move(choices)}, begin, free_from(day, old), by.budget);
    const auto* seat = std::get_if<detail::FoundSeat>(&found);
    if (seat == nullptr) return detail::no_seat(found);
    detail::Draft draft{day, by};
    auto& changed = draft.at(*place);
    changed.begin = begin;
    changed.presence = Presence::seated;
    changed.tables = seat->tables.front();
    if (changed.allocation != Allocation::pinned) changed.allocation = Allocation::assigned;
    draft.record(changed, Deed::sit_down, exceeded);
    draft.move(seat->moved);
    return std::move(draft).finish(Deed::sit_down, id, seat->moved, exceeded);
}

}  // namespace denwaban
