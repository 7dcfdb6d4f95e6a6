#include <algorithm>
#include <utility>

#include "talker.hpp"

namespace denwaban::detail::talk {

ConversationEvent Talker::missing(SlotKind slot, Question question) {
    talk_.asked = question;
    talk_.asked_for = slot;
    return ConversationEvent::incomplete;
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
    const auto party = party_of(talk_);
    if (party && *chairs(*party) > policy_.largest_party) return give_up(HandOverReason::large_party);
    const auto& allergies = talk_.known.allergies;
    const auto& known = policy_.known_allergies;
    const bool is_unknown = std::any_of(allergies.begin(), allergies.end(), [&](const HeardAllergy& one) {
        return one.what.empty() || (!known.empty() && std::find(known.begin(), known.end(), one.what) == known.end());
    });
    // A change of what is booked has no place for them, nor for what is only told to the restaurant.
    const bool is_change = talk_.purpose == Purpose::change;
    if (allergies.size() > policy_.most_allergies || is_unknown || (is_change && !allergies.empty()))
        return give_up(HandOverReason::allergies);
    const auto& needs = talk_.known.needs;
    const bool is_untold = std::any_of(needs.begin(), needs.end(), [&](const HeardNeed& one) {
        return one.need == Need::exclusive || (is_change && !is_of_seats(one.need));
    });
    if (is_untold || (is_change && (talk_.known.occasion || talk_.known.budget)))
        return give_up(HandOverReason::not_offered);
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

ConversationEvent Talker::stock_of_booking() {
    if (const auto event = which_booking()) return *event;
    if (talk_.purpose == Purpose::tell) {
        first_say(booked(Line::tell_booking, *booking()));
        drop_wish();
        return ConversationEvent::answered;
    }
    if (talk_.purpose == Purpose::cancel) {
        if (!talk_.declined) return ConversationEvent::ready;
        talk_.declined.reset();
        drop_wish();
        first_say(say(Line::certainly));
        return ConversationEvent::answered;
    }
    return stock_of_change(*booking());
}

ConversationEvent Talker::stock_of_change(const FoundBooking& found) {
    const auto& known = talk_.known;
    const auto is_said = [&] { return known.day || known.time || known.party || known.course || !known.needs.empty(); };
    if (!is_said() && !talk_.declined) hear_again();
    if (known.day && day_of(talk_) == nullptr) return missing(SlotKind::day, Question::day);
    decide_by_hours(talk_, periods_on(wanted_date()));
    if (known.time && !time_of(talk_) && window_of(talk_) == nullptr) return missing(SlotKind::time, Question::time);
    if (known.party && !party_of(talk_)) return missing(SlotKind::party, Question::party);
    if (const auto beyond = beyond_the_machine()) return *beyond;
    const Checked now_wanted{wanted_date(), wanted()};
    const bool is_as_booked = now_wanted.date == found.date && now_wanted.request.begin == found.reservation.begin &&
                              now_wanted.request.wish == found.reservation.wish;
    if (talk_.declined) return ConversationEvent::incomplete;
    if (is_as_booked) {
        if (!is_said()) return ConversationEvent::incomplete;
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
    if (!is_taken && !is_theirs) return give_up(HandOverReason::not_offered);
    if (!is_theirs && name_of_guest(talk_) == nullptr) return missing(SlotKind::name, Question::name);
    if (phone_of(talk_) == nullptr) return missing(SlotKind::phone, Question::phone);
    return ConversationEvent::ready;
}

}  // namespace denwaban::detail::talk
