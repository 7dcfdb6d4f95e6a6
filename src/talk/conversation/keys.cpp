#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include <denwaban/core/sizes.hpp>

#include "talker.hpp"

namespace denwaban::detail::talk {

namespace {

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

}  // namespace denwaban::detail::talk
