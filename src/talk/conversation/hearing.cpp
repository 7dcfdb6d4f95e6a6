#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include <denwaban/core/detail/plain_text.hpp>
#include <denwaban/core/sizes.hpp>

#include "talker.hpp"

namespace denwaban::detail::talk {

namespace {

[[nodiscard]] std::optional<Purpose> purpose_of(Intent intent) noexcept {
    switch (intent) {
        case Intent::book:
        case Intent::ask_vacancy:
            return Purpose::book;
        case Intent::change:
            return Purpose::change;
        case Intent::cancel:
            return Purpose::cancel;
        case Intent::confirm:
            return Purpose::tell;
        case Intent::lost_property:
            return Purpose::lost_property;
        case Intent::late_arrival:
            return Purpose::late_arrival;
        case Intent::ask_hours:
        case Intent::ask_last_order:
        case Intent::ask_directions:
        case Intent::ask_parking:
        case Intent::ask_menu:
        case Intent::ask_allergy:
        case Intent::ask_price:
        case Intent::ask_children:
        case Intent::ask_payment:
        case Intent::complaint:
        case Intent::sales_call:
        case Intent::human:
        case Intent::repeat:
        case Intent::slower:
        case Intent::silence:
        case Intent::noise:
        case Intent::something_else:
            return std::nullopt;
    }
    return std::nullopt;
}

[[nodiscard]] bool says(const Meaning& meaning, Intent intent) {
    return std::any_of(meaning.intents.begin(), meaning.intents.end(),
                       [&](const HeardIntent& one) { return one.intent == intent; });
}

template <class T>
[[nodiscard]] Heard<T> heard_key(T value) {
    return {{std::move(value)}, {}, Precision::exact, {}};
}

/// 1203: the next 3rd of December.
[[nodiscard]] std::optional<Date> keyed_day(int month_and_day, Date today) {
    const auto year = date::year_month_day{today}.year();
    for (const auto in : {year, year + date::years{1}}) {
        const auto civil = in / date::month{static_cast<unsigned>(month_and_day / 100)} /
                           date::day{static_cast<unsigned>(month_and_day % 100)};
        if (civil.ok() && Date{civil} >= today) return Date{civil};
    }
    return std::nullopt;
}

}  // namespace

Meaning Talker::keyed(std::string_view keys) {
    Meaning meaning;
    std::string figures;
    std::copy_if(keys.begin(), keys.end(), std::back_inserter(figures), [](char c) { return c >= '0' && c <= '9'; });
    const auto number = decimal(figures);
    const auto want = [&](Intent intent) { meaning.intents.push_back({intent, {}}); };
    if (figures == "0") {
        want(Intent::human);
    } else if (talk_.asked == Question::phone) {
        if (const auto phone = PhoneNumber::parse(figures)) meaning.slots.phone = heard_key(*phone);
    } else if (!number) {
        want(Intent::noise);
    } else if (talk_.asked == Question::day) {
        if (const auto day = keyed_day(*number, today())) meaning.slots.day = heard_key(*day);
    } else if (talk_.asked == Question::time) {
        const auto minute = MinuteOfDay::make(*number / 100 * 60 + *number % 100);
        if (minute && *number % 100 < 60) meaning.slots.time = heard_key(TimeWish{*minute});
    } else if (talk_.asked == Question::party) {
        if (const auto adults = Covers::make(*number)) meaning.slots.party = heard_key(PartyWish{Party{*adults}});
    } else if (talk_.state == ConversationState::offering && talk_.offers.size() > 1) {
        const auto place = static_cast<std::size_t>(*number) - 1;
        if (place < talk_.offers.size()) {
            chosen_ = place;
            meaning.polarity = Polarity::yes;
        }
    } else if (*number == 1 || *number == 2) {
        meaning.polarity = *number == 1 ? Polarity::yes : Polarity::no;
    }
    return meaning;
}

std::optional<ConversationEvent> Talker::interruption(const Meaning& meaning) {
    constexpr std::array<std::pair<Intent, HandOverReason>, 3> reasons{{
        {Intent::human, HandOverReason::asked_for},
        {Intent::complaint, HandOverReason::complaint},
        {Intent::sales_call, HandOverReason::sales_call},
    }};
    for (const auto& [intent, reason] : reasons) {
        if (!says(meaning, intent)) continue;
        give_up(reason);
        return ConversationEvent::given_up;
    }
    if (says(meaning, Intent::silence)) {
        ++talk_.not_heard;
        return ConversationEvent::not_heard;
    }
    talk_.not_heard = 0;
    return std::nullopt;
}

void Talker::start(Purpose purpose) {
    talk_.purpose = purpose;
    talk_.checked.reset();
    talk_.declined.reset();
    talk_.why_not.clear();
    talk_.offers.clear();
    talk_.offered_times.clear();
    talk_.split.clear();
}

News Talker::learn_purpose(const Meaning& meaning) {
    for (const auto& heard : meaning.intents) {
        const auto purpose = purpose_of(heard.intent);
        if (!purpose || purpose == talk_.purpose) continue;
        if (!talk_.purpose) {
            start(*purpose);
            return News::some;
        }
        if (talk_.purpose == Purpose::book && purpose == Purpose::cancel) {
            // Nothing is booked yet that could be cancelled: the booking itself is off.
            talk_.purpose.reset();
            talk_.known = {};
            talk_.words = {};
            talk_.unconfirmed.clear();
            first_say(say(Line::certainly));
            return News::some;
        }
        const bool is_about_a_booking =
            talk_.purpose == Purpose::change || talk_.purpose == Purpose::cancel || talk_.purpose == Purpose::tell;
        if (is_about_a_booking && (purpose == Purpose::change || purpose == Purpose::cancel)) {
            start(*purpose);
            return News::some;
        }
    }
    return News::none;
}

News Talker::learn_message(const Utterance& said, const Meaning& meaning) {
    const bool is_message = talk_.purpose == Purpose::lost_property || talk_.purpose == Purpose::late_arrival;
    const bool is_words = !said.text.empty() && !says(meaning, Intent::noise) && meaning.polarity == Polarity::none;
    if (!is_message || !is_words || talk_.asked != Question::wish || !talk_.message.empty()) return News::none;
    talk_.message = first_characters(one_line(said.text), longest_text / 4);
    return News::some;
}

News Talker::learn(const Meaning& meaning, std::string_view text) {
    const auto* found = booking();
    const auto before = talk_.known;
    const auto news = talk::learn(talk_, meaning, text, today(),
                                  found != nullptr ? std::optional{found->reservation.wish.party} : std::nullopt);
    const auto heard = [&](SlotKind slot, bool is_new) {
        auto& all = talk_.unconfirmed;
        if (is_new && std::find(all.begin(), all.end(), slot) == all.end()) all.push_back(slot);
    };
    heard(SlotKind::day, talk_.known.day && talk_.known.day != before.day);
    heard(SlotKind::time, talk_.known.time && talk_.known.time != before.time);
    heard(SlotKind::party, talk_.known.party && talk_.known.party != before.party);
    if (news == News::some) talk_.declined.reset();
    return news;
}

std::optional<ConversationEvent> Talker::polarity(const Meaning& meaning) {
    const bool is_optional = talk_.asked_for == SlotKind::needs || talk_.asked_for == SlotKind::allergies ||
                             talk_.asked_for == SlotKind::course || talk_.asked_for == SlotKind::occasion ||
                             talk_.asked_for == SlotKind::budget;
    const bool is_asking = talk_.state == ConversationState::asking;
    const bool is_closing = talk_.state == ConversationState::closing;
    auto polarity = meaning.polarity;
    // 大丈夫です, to who is asked whether he wants anything.
    if (polarity == Polarity::unclear && (is_closing || (is_asking && is_optional))) polarity = Polarity::no;
    switch (polarity) {
        case Polarity::yes:
            if (talk_.state == ConversationState::offering && talk_.offers.size() != 1 && !chosen_) return std::nullopt;
            return ConversationEvent::agreed;
        case Polarity::no:
            if (is_asking && is_optional) {
                talk_.refused.push_back(*talk_.asked_for);
                return ConversationEvent::told;
            }
            if (is_asking && !talk_.purpose) return ConversationEvent::finished;
            return ConversationEvent::declined;
        case Polarity::none:
        case Polarity::unclear:
            return std::nullopt;
    }
    return std::nullopt;
}

ConversationEvent Talker::event_of(const Meaning& meaning, const Utterance& said) {
    if (const auto event = interruption(meaning)) return *event;
    const auto message = learn_message(said, meaning);
    const auto purpose = learn_purpose(meaning);
    const auto slots = learn(meaning, said.text);
    const bool has_aside = answer_asides(meaning) == Asides::some;
    const auto& heard = meaning.slots;
    if (!talk_.purpose && !has_aside && purpose == News::none && (heard.day || heard.time || heard.party)) {
        start(Purpose::book);
    }
    const bool is_news = message == News::some || purpose == News::some || slots == News::some;
    auto event = ConversationEvent::not_understood;
    if (is_news && (talk_.purpose || purpose == News::some)) {
        event = ConversationEvent::told;
    } else if (has_aside) {
        event = ConversationEvent::asked_aside;
    } else if (const auto answer = polarity(meaning)) {
        event = *answer;
    }
    if (event == ConversationEvent::declined) {
        // What was read back is not so, and what was offered is not wanted.
        if (talk_.state == ConversationState::confirming) talk_.declined = Checked{wanted_date(), wanted()};
        if (talk_.state == ConversationState::offering) talk_.known.time.reset();
    }
    const bool is_prompted = event == ConversationEvent::not_understood ||
                             ((event == ConversationEvent::agreed || event == ConversationEvent::declined) &&
                              (talk_.state == ConversationState::opened || talk_.state == ConversationState::asking));
    talk_.not_understood = is_prompted ? talk_.not_understood + 1 : 0;
    return event;
}

}  // namespace denwaban::detail::talk
