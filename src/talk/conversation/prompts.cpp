#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "talker.hpp"

namespace denwaban::detail::talk {

namespace {

/// How one asks, what one may answer, and how it is keyed.
struct Ladder {
    Question question;
    Line ask;
    Line example;
    std::optional<Line> keys{};
    std::size_t most_keys = 0;
};
/// In the order of `Question`.
constexpr std::array<Ladder, count_of<Question>> ladders{{
    {Question::wish, Line::ask_wish, Line::example_wish, {}},
    {Question::day, Line::ask_day, Line::example_day, Line::keys_day, 4},
    {Question::time, Line::ask_time, Line::example_time, Line::keys_time, 4},
    {Question::party, Line::ask_party, Line::example_party, Line::keys_party, 3},
    {Question::name, Line::ask_name, Line::example_name, {}},
    {Question::phone, Line::ask_phone, Line::example_phone, Line::keys_phone, 15},
    {Question::needs, Line::ask_needs, Line::example_other, {}},
    {Question::allergies, Line::ask_allergies, Line::example_other, {}},
    {Question::course, Line::ask_course, Line::example_other, {}},
    {Question::occasion, Line::ask_occasion, Line::example_other, {}},
    {Question::budget, Line::ask_budget, Line::example_other, {}},
    {Question::read_back, Line::is_that_right, Line::example_yes, Line::keys_yes, 1},
    {Question::offer, Line::offer_one_of, Line::example_time, Line::keys_choice, 1},
    {Question::anything_else, Line::ask_more, Line::example_yes, Line::keys_yes, 1},
}};
static_assert([] {
    for (std::size_t place = 0; place < ladders.size(); ++place) {
        if (index_of(ladders[place].question) != place) return false;
    }
    return true;
}());

[[nodiscard]] const Ladder& ladder_of(Question question) noexcept { return ladders[index_of(question)]; }

[[nodiscard]] std::vector<std::string> hints_of(Question question) {
    switch (question) {
        case Question::wish:
            return {"予約", "変更", "キャンセル", "営業時間"};
        case Question::day:
            return {"今日", "明日", "明後日", "金曜日", "土曜日", "日曜日"};
        case Question::time:
            return {"6時", "6時半", "7時", "7時半", "8時"};
        case Question::party:
            return {"1名", "2名", "3名", "4名", "大人", "子ども"};
        case Question::read_back:
        case Question::offer:
        case Question::anything_else:
            return {"はい", "いいえ"};
        case Question::name:
        case Question::phone:
        case Question::needs:
        case Question::allergies:
        case Question::course:
        case Question::occasion:
        case Question::budget:
            return {};
    }
    return {};
}

}  // namespace

Listening Talker::listening(std::optional<Question> asked) const {
    Listening listening{asked, {}, {}, policy_.barge_in};
    if (!asked) return listening;
    listening.hints = *asked == Question::course ? policy_.courses : hints_of(*asked);
    if (*asked == Question::offer) {
        for (const auto& one : talk_.offers) listening.hints.push_back(speaker_.clock(one.begin).text());
    }
    const auto& ladder = ladder_of(*asked);
    if (ladder.keys) listening.keypad = Keypad{ladder.most_keys};
    return listening;
}

Spoken Talker::between(const TimeRange& window) const {
    return say(Line::between, {{"from", speaker_.clock(*window.from)}, {"until", speaker_.clock(*window.until)}});
}

Spoken Talker::doubt() const {
    std::vector<Spoken> readings;
    const auto& known = talk_.known;
    if (talk_.asked_for == SlotKind::day && known.day) {
        for (const auto& one : known.day->readings) readings.push_back(speaker_.day(one));
    } else if (talk_.asked_for == SlotKind::time && known.time) {
        for (const auto& one : known.time->readings) {
            if (const auto* minute = std::get_if<MinuteOfDay>(&one)) readings.push_back(speaker_.clock(*minute));
            const auto* range = std::get_if<TimeRange>(&one);
            if (range != nullptr && range->from && range->until) readings.push_back(between(*range));
        }
    } else if (talk_.asked_for == SlotKind::party && known.party) {
        for (const auto& one : known.party->readings) {
            if (const auto* party = std::get_if<Party>(&one)) readings.push_back(speaker_.party(*party));
        }
    } else if (talk_.asked_for == SlotKind::name && known.name) {
        for (const auto& one : known.name->readings) readings.push_back(speaker_.name(one.kana, one.written));
    }
    const bool is_whether = (talk_.asked_for == SlotKind::day && is_in_doubt(known.day)) ||
                            (talk_.asked_for == SlotKind::time && is_in_doubt(known.time)) ||
                            (talk_.asked_for == SlotKind::party && is_in_doubt(known.party)) ||
                            (talk_.asked_for == SlotKind::name && is_in_doubt(known.name));
    if (readings.size() == 1 && is_whether) return say(Line::ask_whether, {{"readings", readings.front()}});
    if (readings.size() < 2 || readings.size() > 4) return {};
    if (readings.size() > 2) return say(Line::ask_several, {{"readings", speaker_.listed(readings)}});
    return say(Line::ask_two, {{"readings", speaker_.either(readings)}});
}

Spoken Talker::question() const {
    const auto asked = talk_.asked.value_or(Question::wish);
    // Nobody agrees to what they did not hear.
    if (asked == Question::read_back) return summary();
    if (asked == Question::offer && !talk_.offers.empty()) return offers();
    if (auto said = doubt(); !said.empty()) return said;
    if (asked == Question::wish) {
        if (talk_.declined) return say(Line::ask_what_is_wrong);
        if (talk_.purpose == Purpose::change) return say(Line::ask_change);
        if (talk_.purpose == Purpose::lost_property) return say(Line::ask_lost);
        if (talk_.purpose == Purpose::late_arrival) return say(Line::ask_late);
    }
    const bool is_unsettled = talk_.purpose && is_about_a_booking(*talk_.purpose) && booking() == nullptr;
    if (is_unsettled && talk_.bookings && (asked == Question::day || asked == Question::time)) {
        const auto count = static_cast<int>(talk_.bookings->size());
        const auto line = asked == Question::day ? Line::ask_which_booking : Line::ask_which_time;
        return say(line, {{"count", speaker_.count(count)}});
    }
    if (asked == Question::phone && is_unsettled) return say(Line::ask_booking_phone);
    if (asked == Question::name && is_unsettled) return say(Line::ask_booking_name);
    if (asked == Question::time) {
        const auto* wish = talk_.known.time ? talk_.known.time->certain() : nullptr;
        const auto* part = wish != nullptr ? std::get_if<PartOfDay>(wish) : nullptr;
        const auto* range = wish != nullptr ? std::get_if<TimeRange>(wish) : nullptr;
        if (range != nullptr && !range->from && range->until)
            return say(Line::ask_time_until, {{"until", speaker_.clock(*range->until)}});
        if (part != nullptr) return say(Line::ask_time_of_part, {{"part", speaker_.part(*part)}});
        const bool is_full = talk_.state == ConversationState::offering || wish == nullptr;
        if (!talk_.why_not.empty() && is_full) return say(Line::ask_other);
    }
    return say(ladder_of(asked).ask);
}

Spoken Talker::example() const { return say(ladder_of(talk_.asked.value_or(Question::wish)).example); }

Spoken Talker::keys() const {
    if (talk_.asked == Question::offer && talk_.offers.size() == 1) return say(Line::keys_yes);
    const auto line = ladder_of(talk_.asked.value_or(Question::wish)).keys;
    return line ? say(*line) : example();
}

void Talker::ask() {
    // What was heard is said back while one asks on.
    std::vector<Spoken> heard;
    const auto* day = day_of(talk_);
    const auto time = time_of(talk_);
    const auto is_new = [&](SlotKind slot) {
        return std::find(talk_.unconfirmed.begin(), talk_.unconfirmed.end(), slot) != talk_.unconfirmed.end();
    };
    // A time past midnight is said with the day that it lies on.
    constexpr int whole_day = 24 * 60;
    const bool is_moment = day != nullptr && time && (is_new(SlotKind::day) || is_new(SlotKind::time)) &&
                           (time->count() >= whole_day || (is_new(SlotKind::day) && is_new(SlotKind::time)));
    if (is_moment) {
        auto when = speaker_.when(*day, *time);
        heard = {std::move(when.day), std::move(when.time)};
    }
    for (const auto slot : talk_.unconfirmed) {
        if (is_moment && (slot == SlotKind::day || slot == SlotKind::time)) continue;
        if (slot == SlotKind::day && day != nullptr) heard.push_back(speaker_.day(*day));
        if (slot == SlotKind::time && time) heard.push_back(speaker_.clock(*time));
        if (const auto* window = window_of(talk_); slot == SlotKind::time && window != nullptr)
            heard.push_back(between(*window));
        if (slot == SlotKind::party && party_of(talk_)) heard.push_back(speaker_.party(*party_of(talk_)));
    }
    talk_.unconfirmed.clear();
    if (!heard.empty()) first_say(say(Line::heard, {{"slots", speaker_.listed(heard)}}));
    reply(question(), talk_.asked);
}

void Talker::prompt() {
    const int tries = std::max(talk_.not_understood, talk_.not_heard);
    const bool is_silent = talk_.not_heard > 0;
    if (tries > 3) return happens(give_up(is_silent ? HandOverReason::not_heard : HandOverReason::not_understood));
    auto said = say(is_silent ? Line::not_heard : Line::again);
    said = speaker_.joined(std::move(said), question());
    if (tries == 2) said = speaker_.joined(std::move(said), example());
    if (tries == 3) said = speaker_.joined(std::move(said), keys());
    reply(said, talk_.asked.value_or(Question::wish));
}

}  // namespace denwaban::detail::talk
