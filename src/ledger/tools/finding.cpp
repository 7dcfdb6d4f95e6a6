#include "finding.hpp"

#include <algorithm>
#include <array>

#include <denwaban/core/detail/sha256.hpp>
#include <denwaban/customer/kana.hpp>

#include "kept_read_back.hpp"
#include "ledger/errands/kept_book.hpp"
#include "ledger/errands/listing.hpp"
#include "ledger/errands/talk_desk.hpp"

namespace denwaban::ledger {

namespace {

/// Whether a booking is under a name: the whole of it, or its beginning of two characters at least.
[[nodiscard]] bool is_under(const Details& details, std::string_view name) {
    const auto said = search_key(name);
    if (said.empty()) return false;
    const bool is_long_enough = first_character(said).bytes < said.size();
    return std::ranges::any_of(std::array{&details.name, &details.kana}, [&](const std::string* written) {
        const auto kept = search_key(*written);
        return kept == said || (is_long_enough && kept.starts_with(said));
    });
}

[[nodiscard]] bool is_to_come(const KeptReservation& one, const Now& now) {
    return counts_at(one.reservation, now.instant) && !is_at_table(one.reservation.presence) &&
           at(one.book.date, one.reservation.end) > now.local;
}

}  // namespace

Known<Theirs> bookings_of(const Readings& known, const WhoseBooking& whose, const ToolAsker& asker) {
    const auto home = keys::restaurant(asker.restaurant);
    if (auto more = missing(known, {home, key_of_tool_session(asker)})) return *std::move(more);
    const auto* restaurant = known.find(home);
    if (restaurant == nullptr) return Unanswered{not_kept(asker.restaurant, "/restaurant")};
    const auto session = tool_session(known, asker);
    if (!session) return Unanswered{session.error()};
    if (auto errors = beyond(asker, *session, ToolCount::misses); !errors.empty()) return Unanswered{std::move(errors)};
    auto zone = zone_of(*restaurant);
    if (!zone) return failed(std::move(zone));
    const auto now = now_in(*zone, asker.now);
    BookingsQuestion question;
    question.whose = CallersBookings{whose.phone, asker.restaurant};
    question.from = date::floor<date::days>(now.local) - date::days{1};
    question.limit = most_bookings_of_caller;
    auto listed = listed_by_phone(std::move(question))(known);
    if (auto* first = std::get_if<ReadFirst>(&listed)) return Unanswered{std::move(*first)};
    if (auto* errors = std::get_if<Errors>(&listed)) return Unanswered{std::move(*errors)};
    Theirs theirs{{}, *std::move(zone), *session};
    for (auto& one : std::get<Told<ListedBookings>>(listed).answer.bookings) {
        if (is_under(one.reservation.details, whose.name) && is_to_come(one, now))
            theirs.bookings.push_back(std::move(one));
    }
    return theirs;
}

Known<ThatBooking> booking_of(const Readings& known, const WhoseBooking& whose, const ToolAsker& asker) {
    auto found = bookings_of(known, whose, asker);
    if (auto* why = std::get_if<Unanswered>(&found)) return std::move(*why);
    auto& [bookings, zone, session] = std::get<Theirs>(found);
    if (whose.booking) {
        std::erase_if(bookings, [&](const KeptReservation& one) { return one.reservation.id != *whose.booking; });
    }
    if (bookings.empty()) {
        auto [writes, indifferent] = missed(known, asker, session);
        return Unanswered{
            Refusal{one_error(ErrorCode::unknown_reference, "there is no such booking to come under that name",
                              whose.booking ? "/booking" : "/phone"),
                    std::move(writes), std::move(indifferent)}};
    }
    if (bookings.size() > 1) {
        return Unanswered{
            one_error(ErrorCode::missing_key, "there are several: say which of find_bookings", "/booking")};
    }
    return ThatBooking{std::move(bookings.front()), std::move(zone)};
}

bool is_of_guest(const Reservation& reservation, const PhoneNumber& phone, std::string_view name) {
    const auto said = search_key(name);
    const auto& details = reservation.details;
    return !said.empty() && details.phone == phone &&
           (search_key(details.name) == said || search_key(details.kana) == said);
}

std::string mark_of(Date date, const Reservation& one) {
    const auto what = to_string(date) + to_string(one.begin) + shapes::json_of(one.wish.party) +
                      shapes::json_of(one.wish.needs) + std::string{name_of(one.commitment)};
    return denwaban::detail::sha256(what);
}

Missed missed(const Readings& known, const ToolAsker& asker, KeptToolSession session) {
    ++session.misses;
    Missed all{{put_tool_session(asker, session)}, {}};
    for (const auto& [key, document] : known.documents()) {
        if (key != key_of_tool_session(asker)) all.indifferent.push_back(key);
    }
    return all;
}

Errors beyond_bounds(const ToolBounds& bounds, const Party& party) {
    const auto most = "must be at most " + std::to_string(bounds.covers);
    const auto seats = chairs(party);
    if (!seats || seats->count() > bounds.covers) {
        return one_error(ErrorCode::beyond_limit, most + " chairs", "/party");
    }
    if (party.infants.count() > bounds.covers) return one_error(ErrorCode::beyond_limit, most, "/party/infants");
    if (party.strollers.count() > bounds.covers) return one_error(ErrorCode::beyond_limit, most, "/party/strollers");
    return {};
}
Errors past(Date date, MinuteOfDay time, const Now& now, std::string where) {
    if (at(date, time) >= now.local) return {};
    return one_error(ErrorCode::out_of_range, "is past already", std::move(where));
}
Errors beyond_bounds(const ToolBounds& bounds, Date date, const Now& now) {
    if (auto errors = past(date, *MinuteOfDay::make(MinuteOfDay::max), now, "/date"); !errors.empty()) return errors;
    if (date <= date::floor<date::days>(now.local) + date::days{bounds.days}) return {};
    return one_error(ErrorCode::beyond_limit, "must be within " + std::to_string(bounds.days) + " days", "/date");
}

BookingChannel channel_of(Actor actor) noexcept {
    switch (actor) {
        case Actor::agent:
            return BookingChannel::phone;
        case Actor::restaurant:
            return BookingChannel::restaurant;
        case Actor::guest:
        case Actor::system:
            return BookingChannel::bot;
    }
    return BookingChannel::bot;
}

ToldBooking told_booking(Date date, const Reservation& one) {
    ToldBooking told{one.id, date, one.begin, one.end, one.wish.party, one.commitment, {}};
    if (one.commitment == Commitment::held) told.held_until = one.held_until;
    return told;
}

}  // namespace denwaban::ledger
