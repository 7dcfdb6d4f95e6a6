#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include <denwaban/reservation/limits.hpp>
#include <denwaban/seating/stay.hpp>

namespace denwaban {

/// Everything that is wrong with a wish, each at its place: `out_of_range` for a party that takes no chair or more than
/// 999, and for a turn that is not 1 to 1440 minutes; `unknown_reference` for tables that the plan lacks or can't join.
[[nodiscard]] inline Errors check(const DayBook& book, const Wish& wish) {
    Errors errors;
    const auto count = chairs(wish.party);
    if (!count || count->count() == 0) {
        errors.push_back({ErrorCode::out_of_range, "must take 1 to 999 chairs", JsonPointer{"/party"}});
    }
    if (wish.turn && (wish.turn->count() < 1 || wish.turn->count() > 24 * 60)) {
        errors.push_back({ErrorCode::out_of_range, "must be 1 to 1440 minutes", JsonPointer{"/turn"}});
    }
    if (!wish.tables.empty() && !book.finder().find(wish.tables)) {
        errors.push_back({ErrorCode::unknown_reference, "are not tables of the plan that can be joined",
                          JsonPointer{"/wanted_tables"}});
    }
    return errors;
}

/// `out_of_range` for a moment that is more than ten years from the book's date: seconds in place of milliseconds.
[[nodiscard]] inline Errors check(const DayBook& book, const Now& now) {
    constexpr date::days far{3660};
    const auto away = now.local - LocalTime{book->date};
    if (away >= -far && away <= far) return {};
    return {{ErrorCode::out_of_range, "is years from the business date", JsonPointer{"/now"}}};
}

namespace detail {

inline void append(Errors& errors, Errors more) {
    errors.insert(errors.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// Drops the seatings at whose tables somebody sits who has not left, however late it is; not the reservation at
/// `without`.
inline void drop_taken(std::vector<SeatingChoice>& choices, const DayBook& book,
                       std::optional<std::size_t> without = std::nullopt) {
    const auto& seatings = book->floor_plan.seatings();
    TableSet taken;
    for (std::size_t place = 0; place < book->reservations.size(); ++place) {
        if (place == without || book->reservations[place].presence != Presence::seated) continue;
        for (const auto& id : book->reservations[place].tables) {
            if (const auto table = book.finder().table(id)) taken |= seatings[*table].set;
        }
    }
    std::erase_if(choices, [&](const SeatingChoice& choice) { return seatings[choice.seating].set.intersects(taken); });
}

/// Whether a reservation keeps its tables when it is changed: it sits there, or was promised them, and does not ask for
/// others.
[[nodiscard]] inline bool keeps_tables(const Reservation& reservation, const Wish& wish) noexcept {
    return wish.tables == reservation.wish.tables &&
           (is_at_table(reservation.presence) || reservation.allocation == Allocation::pinned);
}

/// The seatings that a wish leaves open. Of tables that it names, only those that suit; for who stands at the door,
/// only those that nobody sits at; for the reservation at `changing`, only the one that it keeps, if it keeps one.
[[nodiscard]] inline std::vector<SeatingChoice> choices_of(const DayBook& book, const Wish& wish,
                                                           std::optional<std::size_t> changing = std::nullopt) {
    auto choices = choices_for(book->floor_plan, *chairs(wish.party), wish.needs, seller_of(wish.channel));
    const auto only = [&](std::optional<std::size_t> seating) {
        std::erase_if(choices, [&](const SeatingChoice& choice) { return choice.seating != seating; });
    };
    if (changing && keeps_tables(book->reservations[*changing], wish)) {
        const auto seating = book.seating(*changing);
        if (!is_at_table(book->reservations[*changing].presence)) {
            only(seating);
            return choices;
        }
        return seating ? std::vector<SeatingChoice>{{*seating, 0, 0}} : std::vector<SeatingChoice>{};
    }
    if (wish.channel == BookingChannel::walk_in) drop_taken(choices, book, changing);
    if (!wish.tables.empty()) only(book.finder().find(wish.tables));
    return choices;
}

/// When the table of a stay is free again.
[[nodiscard]] inline MinuteOfDay with_buffer(const DayBook& book, const PlannedStay& stay) noexcept {
    return after(book, stay.end, book->policy.buffer);
}

/// Those that refuse, or want an override that is not among these.
[[nodiscard]] inline std::vector<Exceeded> barring_of(const Policy& policy, BookingChannel channel,
                                                      const std::vector<Limit>& overrides,
                                                      const std::vector<Exceeded>& exceeded) {
    const auto bars = [&](const Exceeded& one) {
        const auto action = policy.on_limit.at(one.limit);
        const bool can_be_overridden =
            action == OnLimit::needs_override || (channel == BookingChannel::walk_in && is_for_the_house(one.limit));
        const bool is_overridden = std::find(overrides.begin(), overrides.end(), one.limit) != overrides.end();
        return action != OnLimit::warn && !(can_be_overridden && is_overridden);
    };
    std::vector<Exceeded> barring;
    std::copy_if(exceeded.begin(), exceeded.end(), std::back_inserter(barring), bars);
    return barring;
}
[[nodiscard]] inline bool is_barred(const Policy& policy, const std::vector<Exceeded>& exceeded) {
    return std::any_of(exceeded.begin(), exceeded.end(),
                       [&](const Exceeded& one) { return policy.on_limit.at(one.limit) != OnLimit::warn; });
}

/// By how many a party is too large for a seating.
[[nodiscard]] inline std::vector<Exceeded> oversize(const DayBook& book, std::size_t seating, Covers chairs) {
    const int by = chairs.count() - book->floor_plan.seatings()[seating].most.count();
    return by > 0 ? std::vector<Exceeded>{{Limit::table_size, by}} : std::vector<Exceeded>{};
}

/// Whether who is being changed sits already.
[[nodiscard]] inline bool sits(const DayBook& book, std::optional<std::size_t> changing) noexcept {
    return changing && is_at_table(book->reservations[*changing].presence);
}

/// Adds limits in their order, but for those that are `accepted` already, or worse.
inline void add_limits(std::vector<Exceeded>& exceeded, const std::vector<Exceeded>& more,
                       const std::vector<Exceeded>& accepted = {}) {
    exceeded.insert(exceeded.end(), more.begin(), more.end());
    std::erase_if(exceeded, [&](const Exceeded& one) {
        return std::any_of(accepted.begin(), accepted.end(),
                           [&](const Exceeded& known) { return known.limit == one.limit && known.by >= one.by; });
    });
    std::stable_sort(exceeded.begin(), exceeded.end(),
                     [](const Exceeded& a, const Exceeded& b) { return a.limit < b.limit; });
}

/// What a reservation passes as it is; a change is not held to it.
[[nodiscard]] inline std::vector<Exceeded> passed_already(const DayBook& book, std::size_t place, const Now& now) {
    const auto& old = book->reservations[place];
    const PlannedStay as_it_is{old.begin, old.end, period_at(book->periods, old.begin)};
    auto passed = limits_passed(book, old.wish, as_it_is, now, place);
    const auto seating = book.seating(place);
    if (seating && is_at_table(old.presence)) add_limits(passed, oversize(book, *seating, chairs_of(old)));
    return passed;
}

/// Where in a book the reservation stands that is being changed. Errors: `unknown_reference`; `not_allowed` where
/// nobody is expected any more, both at `/changing`.
[[nodiscard]] inline Expected<std::optional<std::size_t>, Errors> place_changing(
    const DayBook& book, const std::optional<BookingId>& changing, Instant now) {
    if (!changing) return std::optional<std::size_t>{};
    const auto place = book.place_of(*changing);
    const JsonPointer where{"/changing"};
    if (!place) {
        return Unexpected{Errors{{ErrorCode::unknown_reference, "there is no reservation " + changing->text, where}}};
    }
    const auto& old = book->reservations[*place];
    if (!counts_at(old, now) || old.presence == Presence::left) {
        return Unexpected{Errors{{ErrorCode::not_allowed, "nobody is expected any more", where}}};
    }
    return place;
}

}  // namespace detail

}  // namespace denwaban
