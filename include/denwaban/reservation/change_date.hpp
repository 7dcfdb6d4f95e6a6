#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/reservation/group.hpp>

namespace denwaban {

/// Two books after a reservation went from one to the other.
struct DateChange {
    DayBook from;  ///< without it
    Decision to;   ///< with it
    friend bool operator==(const DateChange&, const DateChange&) = default;
};

namespace detail {

[[nodiscard]] inline std::string from_and_to(const DayBook& from, const Reservation& old, const DayBook& to,
                                             const Request& request, const std::string& note) {
    auto all = to_string(from->date) + " " + to_string(old.begin) + " -> " + to_string(to->date) + " " +
               to_string(request.begin);
    return note.empty() ? all : all + ": " + note;
}

/// A new evening: what was promised, confirmed anew or said of the old one is not carried over.
[[nodiscard]] inline Reservation on_another_date(Reservation one, Request request) {
    if (one.commitment == Commitment::reconfirmed) one.commitment = Commitment::confirmed;
    one.presence = Presence::expected;
    one.expected_at.reset();
    one.group.reset();
    one.wish = std::move(request.wish);
    one.begin = request.begin;
    return one;
}

[[nodiscard]] inline Errors check_date_change(const DayBook& from, const DayBook& to, const BookingId& id,
                                              const Request& request) {
    auto errors = denwaban::check(to, request.wish);
    append(errors, denwaban::check(to, request.begin));
    const auto fail = [&](ErrorCode code, std::string message, std::string where) {
        errors.push_back({code, std::move(message), JsonPointer{std::move(where)}});
    };
    if (from->restaurant != to->restaurant) fail(ErrorCode::invalid_value, "is another restaurant's", "/restaurant");
    if (from->date == to->date) fail(ErrorCode::invalid_value, "is the date that it has", "/date");
    if (to.find(id) != nullptr) fail(ErrorCode::duplicate_id, "is in the book already", "/booking");
    if (to->reservations.size() >= most_reservations)
        fail(ErrorCode::too_large, "the day has as many as a book holds", "/date");
    return errors;
}

}  // namespace detail

/// Takes a reservation out of one date's book and into another's, under the same id and with its history, which then
/// says from when to when: the old seat is given up only if the new one is had. Give each book `beside` the other where
/// they are neighbours; `to` without what is moved. Errors: `unknown_reference`; `invalid_value` at `/date` and
/// `/restaurant` for books that are not of two dates of one restaurant; `not_allowed` once the party sits, where nobody
/// is expected any more, for one of a group whose others would stay, and for who may not change it by then; those of
/// `book`.
[[nodiscard]] inline Expected<DateChange, Errors> change_date(const DayBook& from, const DayBook& to,
                                                              const BookingId& id, Request request, const By& by) {
    const auto place = from.place_of(id);
    if (!place) return detail::no_such_booking(id);
    const auto& old = from->reservations[*place];
    if (is_at_table(old.presence)) return detail::refusal(ErrorCode::not_allowed, "the party sits already", "/booking");
    if (auto refused = detail::not_changeable(from, old, request, by)) return *std::move(refused);
    if (old.group && detail::places_of(from, *old.group, by.now.instant).size() > 1) {
        return detail::refusal(ErrorCode::not_allowed, "belongs to others of group " + old.group->text, "/booking");
    }
    auto errors = detail::check_date_change(from, to, id, request);
    if (!errors.empty()) return Unexpected{std::move(errors)};
    const Asking asking{by.overrides, by.budget};
    const auto stay = planned_stay(to, request.wish, *chairs(request.wish.party), request.begin);
    auto also = detail::same_guest(to, old.details, request.begin, stay.end, by.now.instant);
    const auto answer = detail::Decider{to, by.now, asking, std::nullopt, std::move(also)}.decide(request);
    const auto* possible = std::get_if<Possible>(&answer);
    if (possible == nullptr) return detail::refusal(answer, to, request.begin);

    auto told = by;
    told.note = detail::from_and_to(from, old, to, request, by.note);
    auto moved = detail::on_another_date(old, std::move(request));
    detail::seat(moved, to, *possible);
    detail::Draft arriving{to, told};
    arriving.record(moved, Deed::change_date, possible->exceeded);
    arriving.contents().reservations.push_back(std::move(moved));
    told.note = by.note;
    arriving.move(possible->moved);

    By leaving_by = by;
    leaving_by.key.clear();
    detail::Draft leaving{from, leaving_by};
    auto& all = leaving.contents().reservations;
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(*place));
    auto left = std::move(leaving).finish(Deed::change_date, id);
    if (!left) return Unexpected{std::move(left).error()};
    auto arrived = std::move(arriving).finish(Deed::change_date, id, possible->moved, possible->exceeded);
    if (!arrived) return Unexpected{std::move(arrived).error()};
    return DateChange{std::move(left->book), *std::move(arrived)};
}

}  // namespace denwaban
