#include <algorithm>
#include <string>
#include <utility>

#include "refusals.hpp"
#include "talker.hpp"

namespace denwaban::detail::talk {

void Talker::command(Date date, std::variant<Command, DateMove> what, Actor by) {
    const auto number = std::to_string(talk_.turns) + "/" + std::to_string(++talk_.commands);
    talk_.to_do.push_back({date, std::move(what), by, talk_.id.text + "/" + number});
}

void Talker::run_commands() {
    if (talk_.to_do.empty()) return happens(ConversationEvent::done);
    ask_world(talk_.to_do.front());
}

Details Talker::details() const {
    Details details;
    if (const auto* name = name_of_guest(talk_)) {
        details.kana = name->kana;
        details.name = name->written;
    }
    if (const auto* phone = phone_of(talk_)) details.phone = *phone;
    if (talk_.customer && *talk_.customer) details.customer = (*talk_.customer)->id;
    if (const auto* occasion = talk_.known.occasion ? talk_.known.occasion->certain() : nullptr)
        details.occasion = name_of(*occasion);
    for (const auto& one : talk_.known.allergies) details.allergies.push_back(one.what);
    const auto tell = [&](const Spoken& what) {
        details.for_restaurant += (details.for_restaurant.empty() ? "" : "、") + what.text();
    };
    for (const auto& one : talk_.known.needs) {
        if (one.need == Need::high_chair) details.high_chairs = std::max(details.high_chairs, 1);
        if (is_of_seats(one.need) && !talk_.takes_any_seat) continue;
        tell(speaker_.need(one.need));
    }
    if (const auto* budget = talk_.known.budget ? talk_.known.budget->certain() : nullptr)
        tell(say(Line::of_budget, {{"budget", speaker_.budget(*budget)}}));
    return details;
}

void Talker::hold() {
    if (talk_.purpose != Purpose::book) return run_commands();
    auto parts = talk_.split;
    const auto request = wanted();
    if (parts.empty()) parts.push_back(request.wish.party);
    for (const auto& part : parts) {
        NewReservation one;
        one.id = {talk_.id.text + "-" + std::to_string(talk_.commands + 1)};
        one.request = request;
        one.request.wish.party = part;
        one.details = details();
        one.terms = HeldUntil{now_.instant + policy_.hold};
        command(wanted_date(), Command{one}, Actor::guest);
    }
    run_commands();
}

void Talker::let_go() {
    talk_.to_do.clear();
    for (const auto& one : talk_.held) {
        command(one.date, Command{Follow{one.booking, CommitmentEvent::decline, {}}}, Actor::system);
    }
    run_commands();
}

void Talker::act() {
    const bool is_of_booking = talk_.purpose == Purpose::change || talk_.purpose == Purpose::cancel;
    const auto* phone = phone_of(talk_);
    if (is_of_booking && booking() != nullptr && phone != nullptr)
        return ask_world(BookingsWanted{*phone, today() - date::days{1}});
    command_what_was_agreed();
}

void Talker::act_upon(const std::vector<FoundBooking>& there) {
    const auto& read = *booking();
    const auto now_there = std::find_if(there.begin(), there.end(), [&](const FoundBooking& one) {
        return one.reservation.id == read.reservation.id && counts_at(one.reservation, now_.instant);
    });
    const auto stands_as = [&](Date date, const Request& request) {
        return now_there->date == date && now_there->reservation.begin == request.begin &&
               now_there->reservation.wish == request.wish;
    };
    // A turn that comes twice finds done what it asks for, and its keys say so.
    const bool is_as_read = now_there == there.end() ||
                            stands_as(read.date, {read.reservation.wish, read.reservation.begin}) ||
                            stands_as(wanted_date(), wanted());
    if (is_as_read) return command_what_was_agreed();
    talk_.bookings = std::vector{*now_there};
    talk_.booked_day.reset();
    talk_.booked_time.reset();
    talk_.checked.reset();
    first_say(say(Line::has_changed));
    happens(ConversationEvent::failed);
}

void Talker::command_what_was_agreed() {
    const auto* found = booking();
    if (talk_.purpose == Purpose::book) {
        const auto event = policy_.terms == BotTerms::confirmed ? CommitmentEvent::confirm : CommitmentEvent::request;
        for (const auto& one : talk_.held) command(one.date, Command{Follow{one.booking, event, {}}}, Actor::guest);
    } else if (talk_.purpose == Purpose::change && found != nullptr) {
        if (wanted_date() == found->date) {
            command(found->date, Command{Change{found->reservation.id, wanted()}}, Actor::guest);
        } else {
            command(found->date, DateMove{found->reservation.id, wanted_date(), wanted()}, Actor::guest);
        }
    } else if (talk_.purpose == Purpose::cancel && found != nullptr) {
        command(found->date, Command{Follow{found->reservation.id, CommitmentEvent::cancel, CancelReason::guest}},
                Actor::guest);
    } else if (talk_.purpose == Purpose::late_arrival && found != nullptr) {
        const auto& one = found->reservation;
        auto expected = time_of(talk_);
        if (expected && (*expected <= one.begin || *expected >= one.end)) expected.reset();
        command(found->date, Command{Attend{one.id, PresenceEvent::run_late, {}, expected}}, Actor::guest);
    }
    run_commands();
}

void Talker::take_answer(const Expected<CommandDone, Errors>& answer) {
    if (talk_.to_do.empty()) return happens(ConversationEvent::done);
    const auto did = talk_.to_do.front();
    if (!answer) {
        talk_.to_do.clear();
        if (talk_.state == ConversationState::letting_go) {
            talk_.held.clear();
            return happens(ConversationEvent::failed);
        }
        return take_failure(did, answer.error());
    }
    talk_.to_do.erase(talk_.to_do.begin());
    const auto* todo = std::get_if<Command>(&did.command);
    if (const auto* taken = todo != nullptr ? std::get_if<NewReservation>(todo) : nullptr) {
        const bool is_first = talk_.held.empty();
        if (is_first && has(answer->exceeded, Limit::same_guest)) first_say(say(Line::has_same_hour));
        talk_.held.push_back({did.date, taken->id, std::get<HeldUntil>(taken->terms).expiry});
    } else if (const auto* followed = todo != nullptr ? std::get_if<Follow>(todo) : nullptr) {
        std::erase_if(talk_.held, [&](const HeldTable& one) { return one.booking == followed->booking; });
        if (followed->event != CommitmentEvent::decline) talk_.settled.push_back(followed->booking);
    } else if (const auto* changed = todo != nullptr ? std::get_if<Change>(todo) : nullptr) {
        talk_.settled.push_back(changed->booking);
    } else if (const auto* moved = std::get_if<DateMove>(&did.command)) {
        talk_.settled.push_back(moved->booking);
    }
    run_commands();
}

void Talker::take_failure(const CommandWanted& did, const Errors& errors) {
    const auto refused = [&](HandOverReason reason) { happens(give_up(reason)); };
    if (is_of_the_world(errors)) return refused(HandOverReason::unavailable);
    const bool is_half_done = talk_.state == ConversationState::acting && !talk_.split.empty() && talk_.held.size() < 2;
    if (is_half_done || ++talk_.failures >= policy_.most_failures) return refused(HandOverReason::refused);
    const auto* todo = std::get_if<Command>(&did.command);
    const bool is_held = talk_.purpose == Purpose::book && (todo == nullptr || !std::holds_alternative<Change>(*todo));
    const bool is_forbidden = std::any_of(errors.begin(), errors.end(),
                                          [](const Error& error) { return error.code == ErrorCode::not_allowed; });
    if (!is_held && is_forbidden) return refused(HandOverReason::not_permitted);
    talk_.checked.reset();
    // It may not be there any more as it was found.
    if (talk_.purpose == Purpose::change || talk_.purpose == Purpose::cancel) talk_.bookings.reset();
    happens(ConversationEvent::failed);
}

}  // namespace denwaban::detail::talk
