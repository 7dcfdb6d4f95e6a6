#include <algorithm>
#include <string>
#include <utility>

#include <denwaban/talk/conversation.hpp>

#include "talker.hpp"

namespace denwaban::detail::talk {

namespace {

/// Whether what went wrong says nothing of the book: nobody knows what became of the command.
[[nodiscard]] bool is_of_the_world(const Errors& errors) {
    return std::any_of(errors.begin(), errors.end(), [](const Error& error) {
        switch (error.code) {
            case ErrorCode::contended:
            case ErrorCode::unavailable:
            case ErrorCode::read_only:
            case ErrorCode::storage_full:
            case ErrorCode::corrupt:
            case ErrorCode::newer_version:
            case ErrorCode::timed_out:
                return true;
            // Whatever else is wrong, the book has said it.
            case ErrorCode::malformed_json:
            case ErrorCode::too_deep:
            case ErrorCode::too_large:
            case ErrorCode::wrong_type:
            case ErrorCode::missing_key:
            case ErrorCode::unknown_key:
            case ErrorCode::duplicate_key:
            case ErrorCode::invalid_value:
            case ErrorCode::out_of_range:
            case ErrorCode::overlap:
            case ErrorCode::never_ends:
            case ErrorCode::duplicate_number:
            case ErrorCode::duplicate_id:
            case ErrorCode::not_a_phone_number:
            case ErrorCode::unknown_zone:
            case ErrorCode::beyond_horizon:
            case ErrorCode::naive_datetime:
            case ErrorCode::unknown_reference:
            case ErrorCode::not_allowed:
            case ErrorCode::beyond_limit:
            case ErrorCode::no_seat:
            case ErrorCode::undecided:
            case ErrorCode::stale:
            case ErrorCode::no_such_time:
            case ErrorCode::expired_cursor:
            case ErrorCode::unknown_token:
            case ErrorCode::foreign_token:
            case ErrorCode::lapsed_token:
                return false;
        }
        return false;
    });
}

[[nodiscard]] bool has(const std::vector<Exceeded>& all, Limit limit) {
    return std::any_of(all.begin(), all.end(), [&](const Exceeded& one) { return one.limit == limit; });
}

/// What of the alternatives is offered: of the dearest kind that there is, the nearest to what was wanted. An earlier
/// and a later time are of one kind.
[[nodiscard]] std::vector<Alternative> chosen_offers(const std::vector<Alternative>& all, const TalkPolicy& policy,
                                                     MinuteOfDay wanted) {
    const auto group = [](AlternativeKind kind) {
        return kind == AlternativeKind::later ? AlternativeKind::earlier : kind;
    };
    for (const auto kind : policy.offered) {
        std::vector<Alternative> some;
        std::copy_if(all.begin(), all.end(), std::back_inserter(some), [&](const Alternative& one) {
            const bool is_offered =
                std::find(policy.offered.begin(), policy.offered.end(), one.kind) != policy.offered.end();
            return is_offered && group(one.kind) == group(kind);
        });
        if (some.empty()) continue;
        const auto away = [&](const Alternative& one) { return std::abs(one.begin.count() - wanted.count()); };
        std::stable_sort(some.begin(), some.end(),
                         [&](const Alternative& a, const Alternative& b) { return away(a) < away(b); });
        const bool is_one_only = kind == AlternativeKind::split || kind == AlternativeKind::other_seat;
        some.resize(std::min(some.size(), is_one_only ? std::size_t{1} : std::max(policy.most_offers, std::size_t{1})));
        std::stable_sort(some.begin(), some.end(), [](const Alternative& a, const Alternative& b) {
            return std::pair{a.date, a.begin} < std::pair{b.date, b.begin};
        });
        return some;
    }
    return {};
}

/// Of other times, those between two, where there are any.
void keep_within(const TimeRange& window, std::vector<Alternative>& all) {
    const auto is_time = [](const Alternative& one) {
        return one.kind == AlternativeKind::earlier || one.kind == AlternativeKind::later;
    };
    const auto is_within = [&](const Alternative& one) {
        return is_time(one) && one.begin >= *window.from && one.begin <= *window.until;
    };
    if (std::none_of(all.begin(), all.end(), is_within)) return;
    std::erase_if(all, [&](const Alternative& one) { return is_time(one) && !is_within(one); });
}

/// The halves of a party at two tables, as `propose` reckons them: the children sit with the first.
[[nodiscard]] std::vector<Party> halves(const Party& party) {
    const int all = chairs(party)->count(), second = all / 2;
    const int adults_there = std::min(second, party.adults.count());
    Party here = party, there;
    there.adults = *Covers::make(adults_there);
    there.children = *Covers::make(second - adults_there);
    here.adults = *Covers::make(party.adults.count() - adults_there);
    here.children = *Covers::make(party.children.count() - (second - adults_there));
    return {here, there};
}

}  // namespace

void Talker::ask_world(WorldQuestion question) {
    talk_.waiting_for = question;
    next_ = std::move(question);
}

void Talker::take_answer(const Expected<Proposal, Errors>& answer) {
    const auto& policy = policy_;
    if (!answer) {
        give_up(is_of_the_world(answer.error()) ? HandOverReason::unavailable : HandOverReason::refused);
        return happens(ConversationEvent::given_up);
    }
    talk_.why_not.clear();
    if (const auto* possible = std::get_if<Possible>(&answer->answer)) {
        talk_.checked = Checked{wanted_date(), wanted()};
        if (window_of(talk_) == nullptr) return happens(ConversationEvent::found);
        // Of all that would do, the first is what they are offered.
        return offer({{AlternativeKind::earlier, wanted_date(), wanted().begin, possible->end, {}, {}, 0}});
    }
    if (const auto* no = std::get_if<Impossible>(&answer->answer)) talk_.why_not = no->limits;
    if (talk_.why_not.empty()) talk_.why_not.push_back({Limit::tables, 0});
    if (has(talk_.why_not, Limit::hours_unknown) || has(talk_.why_not, Limit::largest_party)) {
        give_up(has(talk_.why_not, Limit::hours_unknown) ? HandOverReason::hours_unknown : HandOverReason::large_party);
        return happens(ConversationEvent::given_up);
    }
    auto alternatives = answer->alternatives;
    // One booking is changed into one.
    if (booking() != nullptr)
        std::erase_if(alternatives, [](const Alternative& one) { return one.kind == AlternativeKind::split; });
    if (const auto* window = window_of(talk_)) keep_within(*window, alternatives);
    offer(chosen_offers(alternatives, policy, wanted().begin));
}

void Talker::offer(std::vector<Alternative> all) {
    talk_.offers = std::move(all);
    talk_.offered_times.clear();
    for (const auto& one : talk_.offers) talk_.offered_times.push_back(one.begin);
    happens(ConversationEvent::full);
}

void Talker::take_answer(const Expected<std::vector<FoundBooking>, Errors>& answer) {
    if (!answer) {
        give_up(HandOverReason::unavailable);
        return happens(ConversationEvent::given_up);
    }
    if (talk_.state == ConversationState::acting) return act_upon(*answer);
    talk_.bookings = *answer;
    std::erase_if(*talk_.bookings, [&](const FoundBooking& one) {
        return !counts_at(one.reservation, now_.instant) || is_at_table(one.reservation.presence) ||
               at(one.date, one.reservation.end) < now_.local;
    });
    happens(ConversationEvent::found);
}

void Talker::take_answer(const Expected<std::optional<Customer>, Errors>& answer) {
    // A booking can be taken from somebody of whom nothing is known.
    talk_.customer = answer ? *answer : std::nullopt;
    const auto& customer = *talk_.customer;
    if (customer && !talk_.known.name && (!customer->kana.empty() || !customer->name.empty())) {
        talk_.known.name = Heard<SpokenName>{{{customer->kana, customer->name}}, {}, Precision::exact, {}};
    }
    happens(ConversationEvent::found);
}

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
    const auto refused = [&](HandOverReason reason) {
        give_up(reason);
        happens(ConversationEvent::given_up);
    };
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

void Talker::take_offer() {
    const auto place = chosen_.value_or(0);
    if (place < talk_.offers.size()) {
        const auto& offer = talk_.offers[place];
        talk_.known.day = Heard<Date>{{offer.date}, {}, Precision::exact, {}};
        talk_.known.time = Heard<TimeWish>{{TimeWish{offer.begin}}, {}, Precision::exact, {}};
        talk_.takes_any_seat = talk_.takes_any_seat || offer.kind == AlternativeKind::other_seat;
        if (offer.kind == AlternativeKind::split) {
            talk_.checked = Checked{wanted_date(), wanted()};
            talk_.split = halves(wanted().wish.party);
        }
    }
    talk_.offers.clear();
    talk_.offered_times.clear();
    happens(stock());
}

}  // namespace denwaban::detail::talk
