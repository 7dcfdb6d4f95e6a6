#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/reservation/decision.hpp>

namespace denwaban {

/// Taken on the restaurant's behalf, for the restaurant to confirm, or only held for a while.
struct Confirmed {
    friend bool operator==(Confirmed, Confirmed) = default;
};
/// リクエスト予約: the restaurant has yet to say yes.
struct Requested {
    friend bool operator==(Requested, Requested) = default;
};
/// 仮押さえ: it lapses at `expiry` unless it is confirmed before.
struct HeldUntil {
    Instant expiry;
    friend bool operator==(HeldUntil, HeldUntil) = default;
};
/// キャンセル待ち: nobody sits there yet; any start from the request's on would do, up to `latest`.
struct Waiting {
    MinuteOfDay latest;
    std::optional<Instant> until{};  ///< when nobody waits any more; till they come or say so, if not said
    friend bool operator==(const Waiting&, const Waiting&) = default;
};
/// How firm a reservation is from the start.
using Terms = std::variant<Confirmed, Requested, HeldUntil, Waiting>;

/// Somebody who wants to be in the book.
struct NewReservation {
    BookingId id;  ///< the caller's choice; no other of the day has it
    Request request;
    Details details{};
    Terms terms = Confirmed{};
    friend bool operator==(const NewReservation&, const NewReservation&) = default;
};

namespace detail {

[[nodiscard]] inline Commitment commitment_of(const Terms& terms) noexcept {
    if (std::holds_alternative<HeldUntil>(terms)) return Commitment::held;
    if (std::holds_alternative<Waiting>(terms)) return Commitment::waiting;
    return std::holds_alternative<Requested>(terms) ? Commitment::requested : Commitment::confirmed;
}

/// Gives a reservation the time and the table that it was found. Who named their table was promised it.
inline void seat(Reservation& reservation, const DayBook& book, const Possible& possible) {
    reservation.end = possible.end;
    reservation.buffer = book->policy.buffer;
    reservation.tables = possible.tables;
    reservation.allocation = possible.tables.empty()           ? Allocation::overbooked
                             : reservation.wish.tables.empty() ? Allocation::assigned
                                                               : Allocation::pinned;
}

/// Whether two reservations are of one guest, who can't be at two tables at once.
[[nodiscard]] inline bool is_same_guest(const DayBook& day, const Details& a, const Details& b) noexcept {
    return (a.customer && b.customer && day.is_one_customer(*a.customer, *b.customer)) ||
           (a.phone && a.phone == b.phone);
}
/// How many tables a guest has during a stay, but for some.
[[nodiscard]] inline std::vector<Exceeded> same_guest(const DayBook& day, const Details& details, MinuteOfDay begin,
                                                      MinuteOfDay end, Instant now, const auto& is_left_out) {
    int count = 0;
    for (const auto& one : day->reservations) {
        if (is_left_out(one) || !counts_at(one, now) || one.presence == Presence::left) continue;
        if (one.begin < end && begin < one.end && is_same_guest(day, one.details, details)) ++count;
    }
    return count > 0 ? std::vector<Exceeded>{{Limit::same_guest, count}} : std::vector<Exceeded>{};
}
[[nodiscard]] inline std::vector<Exceeded> same_guest(const DayBook& day, const Details& details, MinuteOfDay begin,
                                                      MinuteOfDay end, Instant now) {
    return same_guest(day, details, begin, end, now, [](const Reservation&) { return false; });
}
/// How many others those of a reservation have, who may be at the tables of their group.
[[nodiscard]] inline std::vector<Exceeded> same_guest(const DayBook& day, const Reservation& own,
                                                      const Details& details, MinuteOfDay begin, MinuteOfDay end,
                                                      Instant now) {
    return same_guest(day, details, begin, end, now, [&](const Reservation& one) {
        return one.id == own.id || (own.group && one.group == own.group);
    });
}

/// A reservation as somebody wants it, without an end and a table.
[[nodiscard]] inline Reservation new_reservation(NewReservation wanted) {
    Reservation reservation;
    reservation.id = std::move(wanted.id);
    reservation.wish = std::move(wanted.request.wish);
    reservation.begin = wanted.request.begin;
    reservation.commitment = commitment_of(wanted.terms);
    if (const auto* held = std::get_if<HeldUntil>(&wanted.terms)) reservation.held_until = held->expiry;
    if (const auto* waiting = std::get_if<Waiting>(&wanted.terms)) {
        reservation.held_until = waiting->until;
        reservation.latest = waiting->latest;
    }
    reservation.details = std::move(wanted.details);
    return reservation;
}

/// What is wrong with the end of a hold that was taken at an instant, or of a wait.
[[nodiscard]] inline Errors check_end(const Policy& policy, Commitment commitment, Instant taken, Instant end,
                                      Instant now) {
    const JsonPointer where{"/held_until"};
    if (end <= now) return {{ErrorCode::out_of_range, "is past already", where}};
    const auto& longest = policy.longest_hold;
    if (commitment != Commitment::held || !longest || end - taken <= *longest) return {};
    const auto minutes = std::to_string(longest->count()) + " minutes";
    return {{ErrorCode::out_of_range, "is more than " + minutes + " after it was taken", where}};
}
[[nodiscard]] inline Errors check_terms(const DayBook& book, const Terms& terms, const By& by) {
    std::optional<Instant> end;
    if (const auto* held = std::get_if<HeldUntil>(&terms)) end = held->expiry;
    if (const auto* waiting = std::get_if<Waiting>(&terms)) end = waiting->until;
    if (!end) return {};
    return check_end(book->policy, commitment_of(terms), by.now.instant, *end, by.now.instant);
}

[[nodiscard]] inline Errors check(const DayBook& book, const NewReservation& wanted, const By& by) {
    auto errors = denwaban::check(book, wanted.request.wish);
    append(errors, denwaban::check(book, by.now));
    append(errors, denwaban::check(book, wanted.request.begin));
    if (wanted.id.text.empty()) errors.push_back({ErrorCode::invalid_value, "must not be empty", JsonPointer{"/id"}});
    if (book.find(wanted.id) != nullptr)
        errors.push_back({ErrorCode::duplicate_id, "is in the book already", JsonPointer{"/id"}});
    if (book->reservations.size() >= most_reservations)
        errors.push_back({ErrorCode::too_large, "the day has as many as a book holds", JsonPointer{"/id"}});
    append(errors, check_terms(book, wanted.terms, by));
    return errors;
}

/// Writes down who waits, if there is a start left that they could have.
[[nodiscard]] inline Decided wait(const DayBook& day, NewReservation wanted, const By& by) {
    const auto begin = wanted.request.begin, latest = std::get<Waiting>(wanted.terms).latest;
    if (latest < begin) return refusal(ErrorCode::out_of_range, "must not be before it begins", "/latest");
    if (span_since(day, latest, by.now).count() > 0)
        return refusal(ErrorCode::out_of_range, "is past already", "/latest");
    if (starts_of(day, {begin, latest}).empty()) return Unexpected{errors_of({{Limit::not_open, 0}}, day, begin)};
    const auto id = wanted.id;
    auto reservation = new_reservation(std::move(wanted));
    reservation.end = planned_stay(day, reservation.wish, chairs_of(reservation), begin).end;
    reservation.buffer = day->policy.buffer;
    Draft draft{day, by};
    draft.record(reservation, Deed::book);
    draft.contents().reservations.push_back(std::move(reservation));
    return std::move(draft).finish(Deed::book, id, {}, shown_twice(day, {begin, latest}));
}

}  // namespace detail

/// Takes a reservation, if there is room or the policy takes the party without; others may get another table for it.
/// Errors: those of `check`; `not_allowed` for who may not override limits, book on that channel or say that a deposit
/// is paid; `duplicate_id`;
/// `too_large` for a day that has `most_reservations`; `beyond_limit` for each limit that refuses it; `no_seat` where
/// it is proven that nobody more can be seated; `undecided` where that was not found out within the budget. Who is
/// `Waiting` is written down, and takes no room; `out_of_range` at `/latest`, and `beyond_limit` where no start is
/// open.
[[nodiscard]] inline Expected<Decision, Errors> book(const DayBook& day, NewReservation wanted, const By& by) {
    if (auto before = detail::answered(day, by, Deed::book, wanted.id)) return *std::move(before);
    auto errors = detail::check(day, wanted, by);
    if (!errors.empty()) return Unexpected{std::move(errors)};
    if (auto refused = detail::not_permitted(wanted.request.wish, by)) return *std::move(refused);
    if (auto refused = detail::not_permitted(wanted.details, by)) return *std::move(refused);
    if (std::holds_alternative<Waiting>(wanted.terms)) return detail::wait(day, std::move(wanted), by);
    const Asking asking{by.overrides, by.budget};
    const auto& [wish, begin] = wanted.request;
    const auto stay = planned_stay(day, wish, *chairs(wish.party), begin);
    auto also = detail::same_guest(day, wanted.details, begin, stay.end, by.now.instant);
    const auto answer = detail::Decider{day, by.now, asking, std::nullopt, std::move(also)}.decide(wanted.request);
    const auto* possible = std::get_if<Possible>(&answer);
    if (possible == nullptr) return detail::refusal(answer, day, begin);

    const auto id = wanted.id;
    auto reservation = detail::new_reservation(std::move(wanted));
    detail::seat(reservation, day, *possible);

    detail::Draft draft{day, by};
    draft.record(reservation, Deed::book, possible->exceeded);
    draft.contents().reservations.push_back(std::move(reservation));
    draft.move(possible->moved);
    return std::move(draft).finish(Deed::book, id, possible->moved, possible->exceeded);
}

namespace detail {

/// A wish to stay from now on, where the book's clock stands still at a minute that has long begun.
[[nodiscard]] inline Wish from_now(const DayBook& day, Wish wish, MinuteOfDay minute, const Now& now) {
    const auto passed = span_since(day, minute, now);
    if (passed.count() <= 0 || !denwaban::check(day, wish).empty()) return wish;
    wish.turn = planned_length(day, wish, *chairs(wish.party), minute) + passed;
    return wish;
}

}  // namespace detail

/// Seats a party that stands at the door, from this minute on; one that is taken without a table waits for one. Errors:
/// those of `book`; `out_of_range` where the moment is not on the business date. The restaurant may override `closing`
/// and `last_entry`, whatever the policy says of them.
[[nodiscard]] inline Expected<Decision, Errors> walk_in(const DayBook& day, BookingId id, Wish wish, Details details,
                                                        const By& by) {
    const auto minute = detail::minute_of(day, by.now);
    if (!minute) return Unexpected{minute.error()};
    wish.channel = BookingChannel::walk_in;
    wish = detail::from_now(day, std::move(wish), *minute, by.now);
    auto decided = book(day, {std::move(id), {std::move(wish), *minute}, std::move(details), Confirmed{}}, by);
    if (!decided || decided->book->version == day->version) return decided;
    auto contents = decided->book.contents();
    auto& reservation = contents.reservations.back();
    if (has_table(reservation.allocation)) reservation.presence = Presence::seated;
    decided->book = detail::BookKeeper::write(std::move(contents), day);
    return decided;
}

}  // namespace denwaban
