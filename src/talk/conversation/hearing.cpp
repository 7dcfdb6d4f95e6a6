#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <denwaban/core/detail/plain_text.hpp>
#include <denwaban/core/sizes.hpp>

#include "intents.hpp"
#include "talker.hpp"

namespace denwaban::detail::talk {

namespace {

[[nodiscard]] bool says(const Meaning& meaning, Intent intent) {
    return std::any_of(meaning.intents.begin(), meaning.intents.end(),
                       [&](const HeardIntent& one) { return one.intent == intent; });
}

template <class T>
[[nodiscard]] Heard<T> heard_key(T value) {
    return {{std::move(value)}, {}, Precision::exact, {}};
}

/// Whether it says how many minutes, or hours.
[[nodiscard]] bool says_minutes(std::string_view text) {
    return text.find("分") != text.npos || text.find("時間") != text.npos || text.find("ふん") != text.npos ||
           text.find("minute") != text.npos;
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
    for (const auto& one : meaning.intents) {
        const auto reason = meant_by(one.intent).for_human;
        if (!reason) continue;
        give_up(*reason);
        return ConversationEvent::given_up;
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

void Talker::start(Purpose purpose) {
    talk_.purpose = purpose;
    talk_.checked.reset();
    talk_.declined.reset();
    talk_.why_not.clear();
    talk_.offers.clear();
    talk_.offered_times.clear();
    talk_.split.clear();
    talk_.booked_day.reset();
    talk_.booked_time.reset();
    talk_.takes_any_seat = false;
}

/// Who they are stays known.
void Talker::drop_wish() {
    talk_.purpose.reset();
    talk_.known.day.reset();
    talk_.known.time.reset();
    talk_.known.party.reset();
    talk_.known.needs.clear();
    talk_.booked_day.reset();
    talk_.booked_time.reset();
    talk_.takes_any_seat = false;
    talk_.words = {};
    talk_.unconfirmed.clear();
    talk_.why_not.clear();
    is_answered_ = true;
}

News Talker::learn_purpose(const Meaning& meaning) {
    std::optional<Purpose> strongest;
    for (const auto& heard : meaning.intents) {
        if (!strongest) strongest = meant_by(heard.intent).purpose;
    }
    if (!strongest || strongest == talk_.purpose) return News::none;
    if (!talk_.purpose) {
        start(*strongest);
        return News::some;
    }
    if (talk_.purpose == Purpose::book && strongest == Purpose::cancel) {
        // Nothing is booked yet that could be cancelled: the booking itself is off.
        drop_wish();
        first_say(say(Line::certainly));
        return News::some;
    }
    const bool is_about_a_booking = detail::talk::is_about_a_booking(*talk_.purpose);
    const bool is_other = is_about_a_booking && (strongest == Purpose::change || strongest == Purpose::cancel);
    // 8時に変更してください, said of what is being booked, changes that; 予約の変更なんですけど means another.
    const auto& slots = meaning.slots;
    const bool is_of_wish = slots.day || slots.time || slots.party || !meaning.corrected.empty() ||
                            talk_.state == ConversationState::confirming;
    if (!is_other && is_of_wish) return News::none;
    start(*strongest);
    return News::some;
}

bool Talker::is_message() const noexcept {
    return talk_.purpose == Purpose::lost_property || talk_.purpose == Purpose::late_arrival;
}

News Talker::learn_message(const Utterance& said, const Meaning& meaning) {
    const bool is_words = !said.text.empty() && !says(meaning, Intent::noise) && meaning.polarity == Polarity::none;
    if (!is_words || !talk_.message.empty()) return News::none;
    talk_.message = first_characters(one_line(said.text), longest_text / 4);
    return News::some;
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
    const bool is_day = is_asked_which() && talk_.asked == Question::day && slots.day;
    if (meaning.booked_day || is_day)
        name(talk_.booked_day, meaning.booked_day ? meaning.booked_day : slots.day, slots.day);
    const bool is_time = is_asked_which() && talk_.asked == Question::time && slots.time;
    if (meaning.booked_time || is_time)
        name(talk_.booked_time, meaning.booked_time ? meaning.booked_time : slots.time, slots.time);
    return news;
}

News Talker::learn(Meaning meaning, std::string_view text) {
    const auto named = learn_which(meaning);
    const auto* found = booking();
    const auto before = talk_.known;
    auto news = talk::learn(talk_, meaning, text, today(),
                            found != nullptr ? std::optional{found->reservation.wish.party} : std::nullopt);
    if (news == News::none) news = named;
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

News Talker::learn_wish(const Utterance& said, const Meaning& meaning) {
    // 「予約した日に忘れた傘です」 is about an umbrella.
    if (is_message() && talk_.asked == Question::wish) return learn_message(said, meaning);
    auto news = learn_purpose(meaning);
    // 20分ほど遅れます says it all; 忘れ物をしました has yet to say what.
    const bool is_how_late = meaning.slots.time || says_minutes(said.text);
    if (news == News::some && talk_.purpose == Purpose::late_arrival && is_how_late) (void)learn_message(said, meaning);
    if (news == News::none && is_repaired_booking(meaning)) {
        start(Purpose::change);
        news = News::some;
    }
    return news;
}

/// 「あ、やっぱり8時で」, once it is booked; who says all of it anew wants another.
bool Talker::is_repaired_booking(const Meaning& meaning) const {
    const auto& slots = meaning.slots;
    const bool says_all = slots.time && slots.party && slots.day && meaning.corrected.empty();
    const bool says_anew = (slots.time || slots.party || slots.day) && !says_all;
    return talk_.state == ConversationState::closing && !talk_.purpose && !talk_.settled.empty() && says_anew &&
           meaning.intents.empty() && phone_of(talk_) != nullptr;
}

/// 名義を変えたい, 電話番号が変わりまして: another name or number of a booking is for whoever keeps the book.
bool Talker::is_of_guest(const Meaning& meaning) const {
    const auto& corrected = meaning.corrected;
    const auto is_corrected = [&](SlotKind slot) {
        return std::find(corrected.begin(), corrected.end(), slot) != corrected.end();
    };
    const bool is_asked = talk_.asked == Question::phone || talk_.asked == Question::name;
    return talk_.purpose == Purpose::change && says(meaning, Intent::change) && !is_asked &&
           (is_corrected(SlotKind::name) || is_corrected(SlotKind::phone));
}

ConversationEvent Talker::event_of(const Meaning& meaning, const Utterance& said) {
    if (const auto language = language_asked(meaning, said.text); language && *language != talk_.language) {
        talk_.language = *language;
        speaker_ = Speaker{*language, policy_.manner, today()};
        first_say(say(Line::certainly));
        talk_.not_understood = 0;
        // Whatever was asked is asked in it.
        return talk_.state == ConversationState::opened ? ConversationEvent::told : ConversationEvent::asked_aside;
    }
    if (const auto event = interruption(meaning)) return *event;
    const auto wish = learn_wish(said, meaning);
    if (is_of_guest(meaning)) {
        give_up(HandOverReason::not_offered);
        return ConversationEvent::given_up;
    }
    const bool is_off = is_answered_;
    const auto slots = is_off ? News::none : learn(meaning, said.text);
    const bool is_behind_us = is_past(meaning);
    const bool has_aside = answer_asides(meaning) == Asides::some;
    const auto& heard = meaning.slots;
    is_answered_ = is_off || has_aside;
    // 明日は何時までですか is of a day; 明日2人、卵アレルギーですが大丈夫ですか wants a table, too.
    const bool day = heard.day && !is_in_doubt(heard.day), time = heard.time && !is_in_doubt(heard.time),
               party = heard.party && !is_in_doubt(heard.party);
    const bool is_of_table = has_aside ? party && (day || time) : day || time || party;
    if (!talk_.purpose && !is_off && is_of_table) start(Purpose::book);
    const bool is_news = wish == News::some || slots == News::some;
    auto event = ConversationEvent::not_understood;
    if (is_news && (talk_.purpose || wish == News::some)) {
        event = ConversationEvent::told;
    } else if (has_aside) {
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
    const bool is_prompted = event == ConversationEvent::not_understood ||
                             ((event == ConversationEvent::agreed || event == ConversationEvent::declined) &&
                              (talk_.state == ConversationState::opened || talk_.state == ConversationState::asking));
    talk_.not_understood = is_prompted ? talk_.not_understood + 1 : 0;
    return event;
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
