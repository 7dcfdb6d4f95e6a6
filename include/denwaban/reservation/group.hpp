#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/reservation/change.hpp>

/// Parties that belong together, each at a table of its own: they are booked, moved and ended as one.
namespace denwaban {

/// What one part of a group has of its own.
struct GroupPart {
    BookingId id;  ///< no other reservation of the day has it
    Party party;
    std::vector<TableId> tables{};  ///< the very ones, joined; any that suit, where there is none
    friend bool operator==(const GroupPart&, const GroupPart&) = default;
};

/// The most parts of a group.
inline constexpr std::size_t most_parts = 20;

/// A party that comes at once and sits at several tables, as `AlternativeKind::split` has it.
struct NewGroup {
    GroupId id;       ///< the caller's choice; no other of the day has it
    Request request;  ///< of all together; tables are a part's
    std::vector<GroupPart> parts{};
    Details details{};  ///< of each part; what is ordered or paid beforehand, and high chairs, are of the first
    Terms terms = Confirmed{};
    friend bool operator==(const NewGroup&, const NewGroup&) = default;
};

/// A group comes at another time.
struct ChangeGroup {
    BookingId booking;  ///< any of its reservations
    MinuteOfDay begin;
    friend bool operator==(const ChangeGroup&, const ChangeGroup&) = default;
};

/// Every reservation of a group, in the order of the book; those too that are cancelled. Cost: linear.
[[nodiscard]] inline std::vector<const Reservation*> reservations_of(const DayBook& day, const GroupId& group) {
    std::vector<const Reservation*> all;
    for (const auto& one : day->reservations) {
        if (one.group == group) all.push_back(&one);
    }
    return all;
}

namespace detail {

/// Those of a group who are still to come, or sit.
[[nodiscard]] inline std::vector<std::size_t> places_of(const DayBook& day, const GroupId& group, Instant now) {
    std::vector<std::size_t> all;
    for (std::size_t place = 0; place < day->reservations.size(); ++place) {
        const auto& one = day->reservations[place];
        if (one.group == group && counts_at(one, now) && one.presence != Presence::left) all.push_back(place);
    }
    return all;
}

[[nodiscard]] inline Wish wish_of(const Wish& all, const GroupPart& part) {
    auto wish = all;
    wish.party = part.party;
    wish.tables = part.tables;
    return wish;
}

[[nodiscard]] inline Party sum_of(const Party& a, const Party& b) noexcept {
    const auto sum = [](Covers one, Covers other) {
        return *Covers::make(std::min(one.count() + other.count(), Covers::max));
    };
    return {sum(a.adults, b.adults), sum(a.children, b.children), sum(a.infants, b.infants),
            sum(a.strollers, b.strollers)};
}

[[nodiscard]] inline Errors check_parts(const DayBook& day, const NewGroup& wanted) {
    Errors errors;
    const auto fail = [&](ErrorCode code, std::string message, std::string where) {
        errors.push_back({code, std::move(message), JsonPointer{std::move(where)}});
    };
    if (wanted.parts.size() < 2) fail(ErrorCode::out_of_range, "must be two or more", "/parts");
    if (wanted.parts.size() > most_parts)
        fail(ErrorCode::too_large, "are more than " + std::to_string(most_parts), "/parts");
    std::set<BookingId> ids;
    Party all;
    for (std::size_t place = 0; place < wanted.parts.size(); ++place) {
        const auto& part = wanted.parts[place];
        const auto at = "/parts/" + std::to_string(place);
        for (auto error : denwaban::check(day, wish_of(wanted.request.wish, part))) {
            if (to_string(error.where) == "/turn") continue;
            fail(error.code, std::move(error.message), at + to_string(error.where));
        }
        if (part.id.text.empty()) fail(ErrorCode::invalid_value, "must not be empty", at + "/id");
        if (day.find(part.id) != nullptr) fail(ErrorCode::duplicate_id, "is in the book already", at + "/id");
        if (!ids.insert(part.id).second) fail(ErrorCode::duplicate_id, "stands twice", at + "/id");
        all = sum_of(all, part.party);
    }
    if (errors.empty() && all != wanted.request.wish.party)
        fail(ErrorCode::invalid_value, "must add up to the party", "/parts");
    if (day->reservations.size() + wanted.parts.size() > most_reservations)
        fail(ErrorCode::too_large, "the day has as many as a book holds", "/parts");
    return errors;
}

[[nodiscard]] inline Errors check(const DayBook& day, const NewGroup& wanted, const By& by) {
    auto errors = denwaban::check(day, wanted.request.wish);
    append(errors, denwaban::check(day, by.now));
    append(errors, denwaban::check(day, wanted.request.begin));
    append(errors, check_parts(day, wanted));
    append(errors, check_terms(day, wanted.terms, by));
    const auto fail = [&](ErrorCode code, std::string message, std::string where) {
        errors.push_back({code, std::move(message), JsonPointer{std::move(where)}});
    };
    if (wanted.id.text.empty()) fail(ErrorCode::invalid_value, "must not be empty", "/group");
    if (!reservations_of(day, wanted.id).empty()) fail(ErrorCode::duplicate_id, "is in the book already", "/group");
    if (std::holds_alternative<Waiting>(wanted.terms))
        fail(ErrorCode::invalid_value, "is for one party alone", "/commitment");
    if (!wanted.request.wish.tables.empty()) fail(ErrorCode::invalid_value, "are of each part", "/wanted_tables");
    return errors;
}

/// What is ordered, paid or set up once is the first part's.
[[nodiscard]] inline Details of_another_part(Details details) {
    details.items.clear();
    details.deposit.reset();
    details.high_chairs = 0;
    return details;
}

/// The same tables for those of a group who have some, if all of them can be had.
[[nodiscard]] inline SeatSearch seat_where_they_are(Room& room, const DayBook& day,
                                                    const std::vector<std::size_t>& places, MinuteOfDay begin,
                                                    MinuteOfDay until, SearchBudget budget) {
    std::vector<std::vector<SeatingChoice>> same;
    for (const auto place : places) {
        const auto seating = day.seating(place);
        if (!seating) return NoArrangement{};
        same.push_back({{*seating, 0, 0}});
    }
    auto found = seat_in(room, same, begin, until, budget);
    const auto* seat = std::get_if<FoundSeat>(&found);
    return seat != nullptr && seat->moved.empty() ? found : SeatSearch{NoArrangement{}};
}
/// Seats a group anew: who was promised a table has that one, the others where they are, or anywhere.
[[nodiscard]] inline SeatSearch seat_group(Room& room, const DayBook& day, const std::vector<std::size_t>& places,
                                           MinuteOfDay begin, MinuteOfDay until, SearchBudget budget) {
    auto same = seat_where_they_are(room, day, places, begin, until, budget);
    if (std::holds_alternative<FoundSeat>(same)) return same;
    std::vector<std::vector<SeatingChoice>> parts;
    for (const auto place : places) parts.push_back(choices_of(day, day->reservations[place].wish, place));
    return seat_in(room, parts, begin, until, budget);
}

[[nodiscard]] inline DayBook without(const DayBook& day, const GroupId& group) {
    auto contents = day.contents();
    std::erase_if(contents.reservations, [&](const Reservation& one) { return one.group == group; });
    return BookKeeper::write(std::move(contents), day);
}

/// What all of a group together want.
[[nodiscard]] inline Wish wish_of_all(const DayBook& day, const std::vector<std::size_t>& places) {
    auto wish = day->reservations[places.front()].wish;
    wish.tables.clear();
    wish.party = {};
    for (const auto place : places) wish.party = sum_of(wish.party, day->reservations[place].wish.party);
    return wish;
}

/// What a group passes at a new time that it does not pass at the old one.
[[nodiscard]] inline std::vector<Exceeded> passed_by_group(const DayBook& others, const Reservation& old,
                                                           const Wish& all, const PlannedStay& stay, const Now& now) {
    const PlannedStay before{old.begin, old.end, period_at(others->periods, old.begin)};
    auto exceeded = limits_passed(others, all, stay, now);
    const auto guest_at = [&](MinuteOfDay begin, MinuteOfDay end) {
        return same_guest(others, old.details, begin, end, now.instant);
    };
    auto already = limits_passed(others, all, before, now);
    add_limits(already, guest_at(before.begin, before.end));
    add_limits(exceeded, guest_at(stay.begin, stay.end), already);
    return exceeded;
}

[[nodiscard]] inline Unexpected<Errors> no_group(const BookingId& id) {
    return refusal(ErrorCode::not_allowed, id.text + " belongs to no group", "/whom");
}

[[nodiscard]] inline std::optional<Unexpected<Errors>> not_changeable(const DayBook& day,
                                                                      const std::vector<std::size_t>& places,
                                                                      MinuteOfDay begin, const By& by) {
    for (const auto place : places) {
        const auto& one = day->reservations[place];
        if (auto refused = not_changeable(day, one, {one.wish, begin}, by)) return refused;
    }
    return std::nullopt;
}

}  // namespace detail

/// Takes all parts of a group, at one time, or none: the limits are those of all together, each part has a table of its
/// own, and nobody is taken without one. Errors: those of `book`, of a part at `/parts/1/id`; `duplicate_id` at
/// `/group`; `out_of_range` and `invalid_value` at `/parts` for fewer than two, and for those that do not add up.
[[nodiscard]] inline Expected<Decision, Errors> book_group(const DayBook& day, NewGroup wanted, const By& by) {
    const auto first = wanted.parts.empty() ? BookingId{} : wanted.parts.front().id;
    if (auto before = detail::answered(day, by, Deed::book, first, wanted.id)) return *std::move(before);
    auto errors = detail::check(day, wanted, by);
    if (!errors.empty()) return Unexpected{std::move(errors)};
    const auto& [wish, begin] = wanted.request;
    if (auto refused = detail::not_permitted(wish, by)) return *std::move(refused);
    if (auto refused = detail::not_permitted(wanted.details, by)) return *std::move(refused);
    const auto stay = planned_stay(day, wish, *chairs(wish.party), begin);
    auto exceeded = limits_passed(day, wish, stay, by.now);
    detail::add_limits(exceeded, detail::same_guest(day, wanted.details, begin, stay.end, by.now.instant));
    if (auto refused = detail::barred(day, wish, by, exceeded, begin)) return *std::move(refused);
    if (stay.begin >= stay.end) return detail::refusal(Impossible{}, day, begin);

    std::vector<std::vector<SeatingChoice>> choices;
    for (const auto& part : wanted.parts) choices.push_back(detail::choices_of(day, detail::wish_of(wish, part)));
    detail::Room room{day, by.now};
    const auto found = detail::seat_in(room, choices, begin, detail::with_buffer(day, stay), by.budget);
    const auto* seat = std::get_if<detail::FoundSeat>(&found);
    if (seat == nullptr) return detail::no_seat(found);

    detail::Draft draft{day, by};
    for (std::size_t place = 0; place < wanted.parts.size(); ++place) {
        const auto& part = wanted.parts[place];
        auto one =
            detail::new_reservation({part.id, {detail::wish_of(wish, part), begin}, wanted.details, wanted.terms});
        if (place > 0) one.details = detail::of_another_part(std::move(one.details));
        one.group = wanted.id;
        detail::seat(one, day, {stay.end, seat->tables[place], {}, {}});
        draft.record(one, Deed::book, exceeded);
        draft.contents().reservations.push_back(std::move(one));
    }
    draft.move(seat->moved);
    return std::move(draft).finish(Deed::book, first, seat->moved, std::move(exceeded), wanted.id);
}

/// Moves all of a group who are still to come to another time of the day, or nobody; where they can they keep their
/// tables. Errors: those of `change`; `not_allowed` at `/whom` for a reservation of no group.
[[nodiscard]] inline Expected<Decision, Errors> change_group(const DayBook& day, const BookingId& id, MinuteOfDay begin,
                                                             const By& by) {
    const auto* asked = day.find(id);
    if (asked == nullptr) return detail::no_such_booking(id);
    if (!asked->group) return detail::no_group(id);
    const auto group = *asked->group;
    if (auto before = detail::answered(day, by, Deed::change, id, group)) return *std::move(before);
    const auto places = detail::places_of(day, group, by.now.instant);
    if (places.empty()) return detail::refusal(ErrorCode::not_allowed, "nobody is expected any more", "/booking");
    if (auto refused = detail::not_changeable(day, places, begin, by)) return *std::move(refused);
    const auto all = detail::wish_of_all(day, places);
    auto errors = denwaban::check(day, all);
    detail::append(errors, denwaban::check(day, begin));
    if (!errors.empty()) return Unexpected{std::move(errors)};

    const auto others = detail::without(day, group);
    const auto stay = planned_stay(day, all, *chairs(all.party), begin);
    const auto exceeded = detail::passed_by_group(others, day->reservations[places.front()], all, stay, by.now);
    if (auto refused = detail::barred(day, all, by, exceeded, begin)) return *std::move(refused);
    if (stay.begin >= stay.end) return detail::refusal(Impossible{}, day, begin);
    detail::Room room{others, by.now};
    const auto found = detail::seat_group(room, day, places, begin, detail::with_buffer(day, stay), by.budget);
    const auto* seat = std::get_if<detail::FoundSeat>(&found);
    if (seat == nullptr) return detail::no_seat(found);

    detail::Draft draft{day, by};
    bool differs = !seat->moved.empty();
    for (std::size_t part = 0; part < places.size(); ++part) {
        const auto& old = day->reservations[places[part]];
        auto& one = draft.at(places[part]);
        detail::begin_anew(one, begin);
        detail::seat(one, day, {stay.end, seat->tables[part], {}, {}});
        if (old.allocation == Allocation::pinned) one.allocation = Allocation::pinned;
        if (one == old) continue;
        differs = true;
        draft.record(one, Deed::change, exceeded);
    }
    if (!differs) return Decision{day, id, {}, exceeded};
    draft.move(seat->moved);
    return std::move(draft).finish(Deed::change, id, seat->moved, exceeded, group);
}

}  // namespace denwaban
