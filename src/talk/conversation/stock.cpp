#include <algorithm>
#include <utility>

#include <denwaban/customer/kana.hpp>

#include "talker.hpp"

namespace denwaban::detail::talk {

namespace {

/// Whether a booking is under the name that a caller says.
[[nodiscard]] bool is_named(const Reservation& reservation, const SpokenName& name) {
    const auto& details = reservation.details;
    for (const auto& said : {name.kana, name.written}) {
        const auto key = search_key(said);
        if (key.empty()) continue;  // signs alone begin every name
        for (const auto& kept : {details.kana, details.name}) {
            if (!kept.empty() && search_key(kept).starts_with(key)) return true;
        }
    }
    return false;
}

/// Whether a party may come in then.
[[nodiscard]] bool lets_in(std::span<const Period> periods, MinuteOfDay minute) {
    const auto* period = period_at(periods, minute);
    return period != nullptr && minute <= period->last_entry;
}

}  // namespace

ConversationEvent Talker::missing(SlotKind slot, Question question) {
    talk_.asked = question;
    talk_.asked_for = slot;
    return ConversationEvent::incomplete;
}

const FoundBooking* Talker::booking() const noexcept {
    return talk_.bookings && talk_.bookings->size() == 1 ? &talk_.bookings->front() : nullptr;
}

OnBook Talker::on_book(Date date, MinuteOfDay begin) const {
    constexpr int small_hours = 6 * 60, whole_day = 24 * 60;
    const auto later = MinuteOfDay::make(begin.count() + whole_day);
    if (begin.count() >= small_hours || !later || lets_in(periods_on(date), begin)) return {date, begin};
    // Without a day, or later than that moment of today, who says 午前1時 means the night to come.
    const bool is_to_come = day_of(talk_) == nullptr || at(date, begin) < now_.local;
    const auto night = is_to_come ? date : date - date::days{1};
    return lets_in(periods_on(night), *later) ? OnBook{night, *later} : OnBook{date, begin};
}

Date Talker::wanted_date() const {
    const auto* day = day_of(talk_);
    const auto* found = booking();
    const auto date = day != nullptr ? *day : found != nullptr ? found->date : today();
    const auto time = time_of(talk_);
    return time ? on_book(date, *time).date : date;
}

Request Talker::wanted() const {
    Request request;
    if (const auto* found = booking()) request = {found->reservation.wish, found->reservation.begin};
    if (const auto party = party_of(talk_)) request.wish.party = *party;
    if (const auto time = time_of(talk_)) {
        const auto* day = day_of(talk_);
        const auto* found = booking();
        request.begin = on_book(day != nullptr ? *day : found != nullptr ? found->date : today(), *time).begin;
    }
    if (const auto* window = window_of(talk_)) request.begin = *window->from;
    const bool is_seat_wished = booking() == nullptr || !talk_.known.needs.empty();
    if (is_seat_wished) request.wish.needs = talk_.takes_any_seat ? Needs{} : needs_of(talk_.known.needs);
    const auto* course = talk_.known.course ? talk_.known.course->certain() : nullptr;
    const auto* named = course != nullptr ? std::get_if<NamedCourse>(course) : nullptr;
    if (course != nullptr) request.wish.course = named != nullptr ? std::optional{named->name} : std::nullopt;
    if (booking() == nullptr) request.wish.channel = BookingChannel::bot;
    return request;
}

ConversationEvent Talker::stock() {
    talk_.asked_for.reset();
    talk_.asked = Question::wish;
    if (!talk_.purpose) return is_answered_ ? ConversationEvent::answered : ConversationEvent::incomplete;
    switch (*talk_.purpose) {
        case Purpose::book:
            return stock_of_wish();
        case Purpose::change:
        case Purpose::cancel:
        case Purpose::tell:
            return stock_of_booking();
        case Purpose::lost_property:
        case Purpose::late_arrival:
            return stock_of_message();
    }
    return ConversationEvent::incomplete;
}

std::optional<ConversationEvent> Talker::beyond_the_machine() {
    const auto beyond = [&](HandOverReason reason) {
        give_up(reason);
        return ConversationEvent::given_up;
    };
    const auto party = party_of(talk_);
    if (party && *chairs(*party) > policy_.largest_party) return beyond(HandOverReason::large_party);
    const auto& allergies = talk_.known.allergies;
    const auto& known = policy_.known_allergies;
    const bool is_unknown = std::any_of(allergies.begin(), allergies.end(), [&](const HeardAllergy& one) {
        return one.what.empty() || (!known.empty() && std::find(known.begin(), known.end(), one.what) == known.end());
    });
    // A change of what is booked has no place for them.
    const bool is_too_late = talk_.purpose == Purpose::change && !allergies.empty();
    if (allergies.size() > policy_.most_allergies || is_unknown || is_too_late)
        return beyond(HandOverReason::allergies);
    const auto& needs = talk_.known.needs;
    const bool is_exclusive =
        std::any_of(needs.begin(), needs.end(), [](const HeardNeed& one) { return one.need == Need::exclusive; });
    if (is_exclusive) return beyond(HandOverReason::not_offered);
    return std::nullopt;
}

std::optional<ConversationEvent> Talker::missing_slot() {
    const auto is_refused = [&](SlotKind slot) {
        return std::find(talk_.refused.begin(), talk_.refused.end(), slot) != talk_.refused.end();
    };
    const auto& known = talk_.known;
    for (const auto slot : policy_.asked) {
        if (is_refused(slot)) continue;
        switch (slot) {
            case SlotKind::day:
            case SlotKind::time:
            case SlotKind::party:
                break;
            case SlotKind::name:
                if (name_of_guest(talk_) == nullptr) return missing(slot, Question::name);
                break;
            case SlotKind::phone:
                if (phone_of(talk_) == nullptr) return missing(slot, Question::phone);
                break;
            case SlotKind::needs:
                if (known.needs.empty()) return missing(slot, Question::needs);
                break;
            case SlotKind::allergies:
                if (known.allergies.empty()) return missing(slot, Question::allergies);
                break;
            case SlotKind::course:
                if (!known.course) return missing(slot, Question::course);
                break;
            case SlotKind::occasion:
                if (!known.occasion) return missing(slot, Question::occasion);
                break;
            case SlotKind::budget:
                if (!known.budget) return missing(slot, Question::budget);
                break;
        }
    }
    return std::nullopt;
}

ConversationEvent Talker::stock_of_wish() {
    if (day_of(talk_) != nullptr) decide_by_hours(talk_, periods_on(*day_of(talk_)));
    if (day_of(talk_) == nullptr) return missing(SlotKind::day, Question::day);
    if (!time_of(talk_) && window_of(talk_) == nullptr) return missing(SlotKind::time, Question::time);
    if (!party_of(talk_)) return missing(SlotKind::party, Question::party);
    if (const auto beyond = beyond_the_machine()) return *beyond;
    const Checked now_wanted{wanted_date(), wanted()};
    if (talk_.checked != now_wanted) {
        std::vector<Date> others;
        for (date::days away{1}; away <= policy_.other_days; ++away) {
            if (now_wanted.date - away >= today()) others.push_back(now_wanted.date - away);
            others.push_back(now_wanted.date + away);
        }
        talk_.split.clear();
        wanted_ = ProposalWanted{now_wanted.date, now_wanted.request, std::nullopt, std::move(others)};
        return ConversationEvent::unknown;
    }
    const auto* phone = shown_phone(talk_);
    if (phone != nullptr && !talk_.customer) {
        wanted_ = CustomerWanted{*phone};
        return ConversationEvent::unknown;
    }
    if (const auto slot = missing_slot()) return *slot;
    if (talk_.declined) return ConversationEvent::incomplete;
    return ConversationEvent::ready;
}

std::optional<ConversationEvent> Talker::find_theirs() {
    const auto* phone = phone_of(talk_);
    if (phone == nullptr) return missing(SlotKind::phone, Question::phone);
    const bool is_shown = shown_phone(talk_) != nullptr && *phone == *shown_phone(talk_);
    const auto* name = name_of_guest(talk_);
    // Whose number is not shown could give anybody's.
    if (!is_shown && name == nullptr) return missing(SlotKind::name, Question::name);
    if (!talk_.bookings) {
        wanted_ = BookingsWanted{*phone, today() - date::days{1}};
        return ConversationEvent::unknown;
    }
    auto& all = *talk_.bookings;
    if (!is_shown) std::erase_if(all, [&](const FoundBooking& one) { return !is_named(one.reservation, *name); });
    return std::nullopt;
}

bool Talker::is_asked_which() const noexcept {
    return talk_.bookings && talk_.bookings->size() > 1 &&
           (talk_.asked_for == SlotKind::day || talk_.asked_for == SlotKind::time);
}

/// Of their bookings, those of the day that was named; says so, where there are none.
void Talker::keep_named() {
    auto& all = *talk_.bookings;
    // 19時の予約を, of several days.
    if (talk_.booked_time) {
        const auto& times = talk_.booked_time->readings;
        const auto begins_then = [&](const FoundBooking& one) {
            return std::find(times.begin(), times.end(), TimeWish{one.reservation.begin}) != times.end();
        };
        if (std::any_of(all.begin(), all.end(), begins_then))
            std::erase_if(all, [&](const FoundBooking& one) { return !begins_then(one); });
    }
    // A day that is said of what is to be changed is the new one.
    const auto& named = talk_.booked_day || talk_.purpose == Purpose::change ? talk_.booked_day : talk_.known.day;
    if (!named || all.empty()) return;
    const auto days = named->readings;
    const auto is_then = [&](const FoundBooking& one) {
        return std::find(days.begin(), days.end(), one.date) != days.end();
    };
    if (std::any_of(all.begin(), all.end(), is_then)) {
        std::erase_if(all, [&](const FoundBooking& one) { return !is_then(one); });
        return;
    }
    first_say(say(Line::no_booking_then, {{"day", speaker_.day(days.front())}}));
    if (!talk_.booked_day) talk_.known.day.reset();
    talk_.booked_day.reset();
}

std::optional<ConversationEvent> Talker::which_booking() {
    if (const auto event = find_theirs()) return event;
    auto& all = *talk_.bookings;
    keep_named();
    // やっぱり8時で, right after something was booked, is about that.
    const auto settled = std::find_if(all.begin(), all.end(), [&](const FoundBooking& one) {
        return !talk_.settled.empty() && one.reservation.id == talk_.settled.back();
    });
    if (talk_.purpose == Purpose::change && settled != all.end()) {
        // A party at two tables is as many bookings.
        const auto begins = std::pair{settled->date, settled->reservation.begin};
        std::erase_if(all, [&](const FoundBooking& one) {
            return begins != std::pair{one.date, one.reservation.begin};
        });
    }
    if (all.size() > 1) {
        const auto is_of_the_same_day = [&](const FoundBooking& one) { return one.date == all.front().date; };
        if (!std::all_of(all.begin(), all.end(), is_of_the_same_day)) return missing(SlotKind::day, Question::day);
        const auto begins_then = [&](const FoundBooking& one) {
            if (talk_.booked_time) {
                const auto& readings = talk_.booked_time->readings;
                return std::find(readings.begin(), readings.end(), TimeWish{one.reservation.begin}) != readings.end();
            }
            return talk_.purpose != Purpose::change && time_of(talk_) == one.reservation.begin;
        };
        if (std::none_of(all.begin(), all.end(), begins_then)) return missing(SlotKind::time, Question::time);
        std::erase_if(all, [&](const FoundBooking& one) { return !begins_then(one); });
    }
    if (all.size() > 1) {
        give_up(HandOverReason::not_offered);
        return ConversationEvent::given_up;
    }
    if (all.size() == 1) return std::nullopt;
    return other_number();
}

/// Nothing is booked under the number: it may be under another, once.
ConversationEvent Talker::other_number() {
    const bool is_second =
        std::find(talk_.refused.begin(), talk_.refused.end(), SlotKind::phone) != talk_.refused.end();
    if (is_second) {
        give_up(HandOverReason::no_such_booking);
        return ConversationEvent::given_up;
    }
    first_say(say(Line::no_booking));
    talk_.refused.push_back(SlotKind::phone);
    talk_.bookings.reset();
    talk_.known.phone.reset();
    return missing(SlotKind::phone, Question::phone);
}

void Talker::hear_again() {
    const auto said = std::find_if(talk_.lines.rbegin(), talk_.lines.rend(),
                                   [](const SaidLine& one) { return one.who == SaidLine::Who::caller; });
    if (said == talk_.lines.rend() || said->text.empty()) return;
    const auto text = said->text;
    const auto meaning = understand(text, hearing_of(talk_, setting_, now_));
    Meaning moved;
    moved.booked_day = meaning.booked_day;
    moved.booked_time = meaning.booked_time;
    moved.slots.day = meaning.slots.day, moved.slots.time = meaning.slots.time, moved.slots.party = meaning.slots.party;
    (void)learn(std::move(moved), text);
}

ConversationEvent Talker::stock_of_booking() {
    if (const auto event = which_booking()) return *event;
    const auto& found = *booking();
    const auto& known = talk_.known;
    const bool is_nothing_said = !known.day && !known.time && !known.party && !known.course && known.needs.empty();
    if (talk_.purpose == Purpose::change && is_nothing_said && !talk_.declined) hear_again();
    if (talk_.purpose == Purpose::tell) {
        first_say(booked(Line::tell_booking, found));
        talk_.purpose.reset();
        return ConversationEvent::answered;
    }
    if (talk_.purpose == Purpose::cancel) {
        if (!talk_.declined) return ConversationEvent::ready;
        talk_.declined.reset();
        talk_.purpose.reset();
        first_say(say(Line::certainly));
        return ConversationEvent::answered;
    }
    if (talk_.known.day && day_of(talk_) == nullptr) return missing(SlotKind::day, Question::day);
    decide_by_hours(talk_, periods_on(wanted_date()));
    if (talk_.known.time && !time_of(talk_) && window_of(talk_) == nullptr)
        return missing(SlotKind::time, Question::time);
    if (talk_.known.party && !party_of(talk_)) return missing(SlotKind::party, Question::party);
    if (const auto beyond = beyond_the_machine()) return *beyond;
    const Checked now_wanted{wanted_date(), wanted()};
    const bool is_as_booked = now_wanted.date == found.date && now_wanted.request.begin == found.reservation.begin &&
                              now_wanted.request.wish == found.reservation.wish;
    if (talk_.declined) return ConversationEvent::incomplete;
    if (is_as_booked) {
        const bool is_said = talk_.known.day || talk_.known.time || talk_.known.party || talk_.known.course;
        if (!is_said) return ConversationEvent::incomplete;
        // It stands as they want it.
        first_say(booked(Line::tell_booking, found));
        drop_wish();
        return ConversationEvent::answered;
    }
    if (talk_.checked != now_wanted) {
        const bool is_same_day = now_wanted.date == found.date;
        wanted_ = ProposalWanted{
            now_wanted.date, now_wanted.request, is_same_day ? std::optional{found.reservation.id} : std::nullopt, {}};
        return ConversationEvent::unknown;
    }
    return ConversationEvent::ready;
}

std::optional<ConversationEvent> Talker::which_is_late() {
    if (const auto event = find_theirs()) return event;
    std::erase_if(*talk_.bookings,
                  [&](const FoundBooking& one) { return one.date > today() || !is_agreed(one.reservation); });
    return std::nullopt;
}

ConversationEvent Talker::stock_of_message() {
    const bool is_late = talk_.purpose == Purpose::late_arrival;
    const bool is_taken = policy_.messages.contains(is_late ? Intent::late_arrival : Intent::lost_property);
    if (talk_.declined) {
        talk_.declined.reset();
        talk_.message.clear();
    }
    if (talk_.message.empty() && (is_taken || is_late)) return ConversationEvent::incomplete;
    if (is_late) {
        if (const auto event = which_is_late()) return *event;
    }
    const bool is_theirs = is_late && booking() != nullptr;
    const bool is_none = is_late && talk_.bookings && talk_.bookings->empty();
    if (!is_taken && is_none) return other_number();
    if (!is_taken && !is_theirs) {
        give_up(is_late ? HandOverReason::no_such_booking : HandOverReason::not_offered);
        return ConversationEvent::given_up;
    }
    if (!is_theirs && name_of_guest(talk_) == nullptr) return missing(SlotKind::name, Question::name);
    if (phone_of(talk_) == nullptr) return missing(SlotKind::phone, Question::phone);
    return ConversationEvent::ready;
}

}  // namespace denwaban::detail::talk
