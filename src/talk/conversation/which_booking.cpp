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

}  // namespace

const FoundBooking* Talker::booking() const noexcept {
    return talk_.bookings && talk_.bookings->size() == 1 ? &talk_.bookings->front() : nullptr;
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

/// Takes what names a booking out of what is wished for: 28日の予約を27日に変更, and the answer to
/// 何日のご予約でしょうか.
News Talker::learn_which(Meaning& meaning) {
    if (!talk_.purpose || !is_about_a_booking(*talk_.purpose)) return News::none;
    auto& slots = meaning.slots;
    auto news = News::none;
    const auto name = [&](auto& named, auto heard, auto& slot) {
        if (slot && slot->words == heard->words && talk_.purpose == Purpose::change) slot.reset();
        if (named != heard) news = News::some;
        named = std::move(heard);
    };
    // いえ、29日のです: another than the one that was named.
    const bool is_of_theirs = talk_.purpose != Purpose::change;
    if (is_of_theirs && slots.day) talk_.booked_day.reset();
    if (is_of_theirs && slots.time) talk_.booked_time.reset();
    const bool is_day = is_asked_which() && talk_.asked == Question::day && slots.day;
    if (meaning.booked_day || is_day)
        name(talk_.booked_day, meaning.booked_day ? meaning.booked_day : slots.day, slots.day);
    const bool is_time = is_asked_which() && talk_.asked == Question::time && slots.time;
    if (meaning.booked_time || is_time)
        name(talk_.booked_time, meaning.booked_time ? meaning.booked_time : slots.time, slots.time);
    return news;
}

const std::optional<Heard<Date>>& Talker::day_of_theirs() const noexcept {
    // A day that is said of what is to be changed is the new one.
    return talk_.booked_day || talk_.purpose == Purpose::change ? talk_.booked_day : talk_.known.day;
}

bool Talker::is_other_named() const {
    const auto* found = booking();
    if (found == nullptr || !talk_.purpose || !is_about_a_booking(*talk_.purpose)) return false;
    const auto lacks = [](const auto& heard, const auto& value) {
        return heard && std::find(heard->readings.begin(), heard->readings.end(), value) == heard->readings.end();
    };
    const auto& time = talk_.booked_time || talk_.purpose == Purpose::change ? talk_.booked_time : talk_.known.time;
    return lacks(day_of_theirs(), found->date) || lacks(time, TimeWish{found->reservation.begin});
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
    const auto& named = day_of_theirs();
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
    if (all.size() > 1) return give_up(HandOverReason::not_offered);
    if (all.size() == 1) return std::nullopt;
    return other_number();
}

/// Nothing is booked under the number: it may be under another, once.
ConversationEvent Talker::other_number() {
    const bool is_second =
        std::find(talk_.refused.begin(), talk_.refused.end(), SlotKind::phone) != talk_.refused.end();
    if (is_second) return give_up(HandOverReason::no_such_booking);
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

std::optional<ConversationEvent> Talker::which_is_late() {
    if (const auto event = find_theirs()) return event;
    std::erase_if(*talk_.bookings,
                  [&](const FoundBooking& one) { return one.date > today() || !is_agreed(one.reservation); });
    return std::nullopt;
}

}  // namespace denwaban::detail::talk
