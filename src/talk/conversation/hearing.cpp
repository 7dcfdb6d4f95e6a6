#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "intents.hpp"
#include "talker.hpp"

namespace denwaban::detail::talk {

namespace {

/// English please, 英語でお願いします: another language, and nothing else.
[[nodiscard]] std::optional<Language> language_asked(const Meaning& meaning, std::string_view text) {
    const bool is_else = meaning.slots != Slots{} ||
                         std::any_of(meaning.intents.begin(), meaning.intents.end(), [](const HeardIntent& one) {
                             return one.intent != Intent::something_else && one.intent != Intent::noise;
                         });
    if (is_else) return std::nullopt;
    struct Name {
        std::string_view words;
        Language language;
    };
    constexpr auto names = std::to_array<Name>({{"English", Language::english},
                                                {"english", Language::english},
                                                {"英語", Language::english},
                                                {"イングリッシュ", Language::english},
                                                {"Japanese", Language::japanese},
                                                {"日本語", Language::japanese}});
    for (const auto& name : names) {
        if (text.find(name.words) != text.npos) return name.language;
    }
    return std::nullopt;
}

}  // namespace

std::optional<ConversationEvent> Talker::interruption(const Meaning& meaning) {
    for (const auto& one : meaning.intents) {
        if (const auto reason = meant_by(one.intent).for_human) return give_up(*reason);
    }
    // 失礼します; はい、お願いします、失礼します agrees first.
    const bool is_yes = meaning.polarity == Polarity::yes && talk_.state != ConversationState::opened;
    if (says(meaning, Intent::goodbye) && !is_yes) return ConversationEvent::finished;
    if (says(meaning, Intent::silence)) {
        ++talk_.not_heard;
        return ConversationEvent::not_heard;
    }
    talk_.not_heard = 0;
    return std::nullopt;
}

News Talker::learn(Meaning meaning, std::string_view text) {
    const auto named = learn_which(meaning);
    const auto* found = booking();
    const auto before = talk_.known;
    auto news = talk::learn(talk_, meaning, text, today(),
                            found != nullptr ? std::optional{found->reservation.wish.party} : std::nullopt);
    if (news == News::none) news = named;
    if (news == News::some && is_other_named()) talk_.bookings.reset();
    if (talk_.known.needs != before.needs) talk_.takes_any_seat = false;
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

/// Nothing was left to offer: would another time, or another day, do?
bool Talker::is_asked_for_other() const {
    const bool is_asking = talk_.state == ConversationState::asking && !talk_.known.time;
    const bool is_offering = talk_.state == ConversationState::offering && talk_.offers.empty();
    return (is_asking || is_offering) && talk_.asked == Question::time && !talk_.why_not.empty();
}

std::optional<ConversationEvent> Talker::polarity(const Meaning& meaning) {
    const bool is_optional = talk_.asked_for == SlotKind::needs || talk_.asked_for == SlotKind::allergies ||
                             talk_.asked_for == SlotKind::course || talk_.asked_for == SlotKind::occasion ||
                             talk_.asked_for == SlotKind::budget;
    const bool is_asking = talk_.state == ConversationState::asking;
    const bool is_closing = talk_.state == ConversationState::closing;
    auto polarity = meaning.polarity;
    const bool is_unclear = polarity == Polarity::unclear;
    // 大丈夫です, to who is asked whether he wants anything.
    if (is_unclear && (is_closing || (is_asking && is_optional))) polarity = Polarity::no;
    // 結構です, of two times that are offered, takes neither.
    if (is_unclear && talk_.state == ConversationState::offering && talk_.offers.size() > 1) polarity = Polarity::no;
    if ((polarity == Polarity::no || is_unclear) && is_asked_for_other()) {
        drop_wish();
        first_say(say(Line::certainly));
        return ConversationEvent::told;
    }
    switch (polarity) {
        case Polarity::yes:
            // やっぱりそれで, to what is wrong.
            if (is_asking && talk_.declined && talk_.asked == Question::wish) {
                talk_.declined.reset();
                return ConversationEvent::told;
            }
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

std::optional<ConversationEvent> Talker::other_language(const Meaning& meaning, std::string_view text) {
    const auto language = language_asked(meaning, text);
    if (!language || *language == talk_.language) return std::nullopt;
    talk_.language = *language;
    speaker_ = Speaker{*language, policy_.manner, today()};
    first_say(say(Line::certainly));
    talk_.not_understood = 0;
    // Whatever was asked is asked in it.
    return talk_.state == ConversationState::opened ? ConversationEvent::told : ConversationEvent::asked_aside;
}

ConversationEvent Talker::event_of(const Meaning& meaning, const Utterance& said) {
    if (const auto event = other_language(meaning, said.text)) return *event;
    if (const auto event = interruption(meaning)) return *event;
    const auto wish = learn_wish(said, meaning);
    if (is_of_guest(meaning)) return give_up(HandOverReason::not_offered);
    const bool is_off = is_answered_;
    const auto slots = is_off ? News::none : learn(meaning, said.text);
    const bool is_behind_us = is_past(meaning);
    const auto asides = answer_asides(meaning);
    is_answered_ = is_off || asides == Asides::some;
    if (!talk_.purpose && !is_off && is_of_table(meaning.slots, asides)) start(Purpose::book);
    const bool is_news = wish == News::some || slots == News::some;
    auto event = ConversationEvent::not_understood;
    if (is_news && (talk_.purpose || wish == News::some)) {
        event = ConversationEvent::told;
    } else if (asides == Asides::some) {
        event = ConversationEvent::asked_aside;
    } else if (is_behind_us) {
        event = ConversationEvent::told;
    } else if (const auto answer = polarity(meaning)) {
        event = *answer;
    }
    // Who says something else to what was read back is not read it again as if nothing had been said.
    const bool is_other = !meaning.unread.empty() || !meaning.corrected.empty() || says(meaning, Intent::change);
    const bool is_read_back = talk_.state == ConversationState::confirming;
    if (event == ConversationEvent::not_understood && is_read_back && is_other) event = ConversationEvent::declined;
    if (event == ConversationEvent::declined) decline();
    count_if_not_understood(event);
    return event;
}

void Talker::count_if_not_understood(ConversationEvent event) {
    const bool is_answer = event == ConversationEvent::agreed || event == ConversationEvent::declined;
    const bool is_open = talk_.state == ConversationState::opened || talk_.state == ConversationState::asking;
    const bool is_prompted = event == ConversationEvent::not_understood || (is_answer && is_open);
    talk_.not_understood = is_prompted ? talk_.not_understood + 1 : 0;
}

/// 昨日の7時: says so, where a day was named that lies behind us.
bool Talker::is_past(const Meaning& meaning) {
    const auto* day = meaning.slots.day ? meaning.slots.day->certain() : nullptr;
    if (day == nullptr || *day >= today()) return false;
    first_say(say(Line::is_past, {{"day", speaker_.day(*day)}}));
    return true;
}

/// What was read back is not so, and what was offered is not wanted.
void Talker::decline() {
    if (talk_.state == ConversationState::confirming) talk_.declined = Checked{wanted_date(), wanted()};
    if (talk_.state == ConversationState::offering) talk_.known.time.reset();
}

}  // namespace denwaban::detail::talk
