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

[[nodiscard]] inline std::optional<Unexpected<Errors>> not_changeable(const DayBook& day, const Reservation& old,
                                                                      const Request& request, const By& by) {
    if (!counts_at(old, by.now.instant) || old.presence == Presence::left) {
        return refusal(ErrorCode::not_allowed, "nobody is expected any more", "/booking");
    }
    if (old.presence == Presence::seated && request.begin != old.begin) {
        return refusal(ErrorCode::not_allowed, "the party sits already", "/begin");
    }
    const bool is_new_channel = request.wish.channel != old.wish.channel;
    if (auto refused = not_permitted(is_new_channel ? request.wish : Wish{}, by)) return refused;
    return not_permitted(change_permission, day, old, by);
}

/// A guest who has another table at the new time is told, if it is not the old one.
[[nodiscard]] inline Answer answer_to_change(const DayBook& day, std::size_t place, const Request& request,
                                             const By& by) {
    const auto& old = day->reservations[place];
    const auto stay = planned_stay(day, request.wish, *chairs(request.wish.party), request.begin);
    const auto at = [&](MinuteOfDay begin, MinuteOfDay end) {
        return same_guest(day, old, old.details, begin, end, by.now.instant);
    };
    std::vector<Exceeded> also;
    add_limits(also, at(stay.begin, stay.end), at(old.begin, old.end));
    return Decider{day, by.now, {by.overrides, by.budget}, place, std::move(also)}.decide(request);
}

/// Whoever comes at another time is not late for it yet.
inline void begin_anew(Reservation& reservation, MinuteOfDay begin) {
    if (reservation.begin == begin) return;
    reservation.begin = begin;
    reservation.expected_at.reset();
    if (reservation.presence == Presence::late) reservation.presence = Presence::expected;
}

/// Who comes after their stay is over is not expected then any more.
inline void drop_what_is_over(Reservation& reservation) {
    if (reservation.expected_at && *reservation.expected_at >= reservation.end) reservation.expected_at.reset();
}

}  // namespace detail

/// Changes what a party asked for, all at once: the old seat is given up only if the new one is had, and kept if it
/// still does. What is so already changes nothing. Limits that the reservation passes already are not held against it.
/// Errors: `unknown_reference`; `not_allowed` where nobody is expected any more, for a new time once the party sits,
/// and for who may not by then; those of `book`. Who sits stays where they sit, with
/// `table_size` among what is exceeded if they are too many.
[[nodiscard]] inline Expected<Decision, Errors> change(const DayBook& day, const BookingId& id, Request request,
                                                       const By& by) {
    if (auto before = detail::answered(day, by, Deed::change, id)) return *std::move(before);
    const auto place = day.place_of(id);
    if (!place) return detail::no_such_booking(id);
    const auto& old = day->reservations[*place];
    if (auto refused = detail::not_changeable(day, old, request, by)) return *std::move(refused);
    auto errors = check(day, request.wish);
    detail::append(errors, check(day, by.now));
    if (request.begin != old.begin) detail::append(errors, check(day, request.begin));
    if (!errors.empty()) return Unexpected{std::move(errors)};

    const auto answer = detail::answer_to_change(day, *place, request, by);
    const auto* possible = std::get_if<Possible>(&answer);
    if (possible == nullptr) return detail::refusal(answer, day, request.begin);
    const bool was_promised = old.allocation == Allocation::pinned && request.wish.tables == old.wish.tables;

    detail::Draft draft{day, by};
    auto& changed = draft.at(*place);
    changed.wish = std::move(request.wish);
    detail::begin_anew(changed, request.begin);
    detail::seat(changed, day, *possible);
    detail::drop_what_is_over(changed);
    if (was_promised) changed.allocation = Allocation::pinned;
    if (changed == old && possible->moved.empty()) return Decision{day, id, {}, possible->exceeded};
    draft.record(changed, Deed::change, possible->exceeded);
    draft.move(possible->moved);
    return std::move(draft).finish(Deed::change, id, possible->moved, possible->exceeded);
}

namespace detail {

[[nodiscard]] inline std::optional<Unexpected<Errors>> may_not_change_details(const DayBook& day,
                                                                              const Reservation& old,
                                                                              const Details& details, const By& by) {
    const auto& permission = act_permissions[index_of(Act::change_details)].by;
    if (auto refused = not_permitted(permission, day, old, by)) return refused;
    const bool is_over = !counts_at(old, by.now.instant) || old.presence == Presence::left;
    if (is_over && permission[index_of(by.actor)] != Allowed::always)
        return refusal(ErrorCode::not_allowed, "nobody is expected any more", "/booking");
    if (details.deposit == old.details.deposit) return std::nullopt;
    return not_permitted(Act::change_deposit, by, "/details/deposit");
}

}  // namespace detail

/// Changes what the book does not reckon with. Whoever says what stands there already changes nothing, as `change`.
/// Errors: `unknown_reference`; `not_allowed` for who may not, by then or at all (a deposit).
[[nodiscard]] inline Expected<Decision, Errors> change_details(const DayBook& day, const BookingId& id, Details details,
                                                               const By& by) {
    if (auto before = detail::answered(day, by, Deed::change_details, id)) return *std::move(before);
    const auto place = day.place_of(id);
    if (!place) return detail::no_such_booking(id);
    const auto& old = day->reservations[*place];
    if (auto refused = detail::may_not_change_details(day, old, details, by)) return *std::move(refused);
    if (old.details == details) return Decision{day, id, {}, {}};
    std::vector<Exceeded> exceeded;
    if (counts_at(old, by.now.instant) && !detail::is_same_guest(day, old.details, details))
        exceeded = detail::same_guest(day, old, details, old.begin, old.end, by.now.instant);
    if (auto refused = detail::barred(day, old.wish, by, exceeded)) return *std::move(refused);
    detail::Draft draft{day, by};
    auto& changed = draft.at(*place);
    changed.details = std::move(details);
    draft.record(changed, Deed::change_details, exceeded);
    return std::move(draft).finish(Deed::change_details, id, {}, std::move(exceeded));
}

}  // namespace denwaban
