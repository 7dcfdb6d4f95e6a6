#include "parser.hpp"

namespace denwaban::formats::osm {

std::optional<int> Parser::offset() {
    const bool plus = is_sign("+"), minus = is_sign("-");
    if ((!plus && !minus) || !number(1)) return std::nullopt;
    if (!is_word("day", 2) && !is_word("days", 2)) return std::nullopt;
    const int days = *number(1);
    at_ += 3;
    return plus ? days : -days;
}

bool Parser::days() {
    std::vector<When> any;
    WeekdaySet weekdays;
    do {
        if (is_word("ph")) {
            const auto start = at_++;
            any.push_back(holiday(start));
        } else if (is_word("sh")) {
            const auto start = at_++;
            static_cast<void>(offset());
            cannot_say("school holidays are not in the calendar", start);
        } else if (auto when = weekday(weekdays)) {
            any.push_back(*std::move(when));
        }
    } while (is_sign(",") && (word_of(weekday_words, 1) || is_word("ph", 1) || is_word("sh", 1)) && (++at_, true));
    if (!weekdays.empty()) any.insert(any.begin(), {OnWeekdays{weekdays}});
    if (!any.empty()) add_any(std::move(any));
    return true;
}

When Parser::holiday(std::size_t start) {
    const auto days = offset();
    if (!days || *days == 0) return {OnHolidays{}};
    if (*days == -1) return {OnHolidayEves{}};
    if (*days == 1) return {OnDaysAfterHolidays{}};
    note("holidays are written out as dates of 2015 to 2039", start);
    return {OnDates{dates_off_holidays(*days)}};
}

std::optional<When> Parser::weekday(WeekdaySet& weekdays) {
    const auto start = at_;
    const auto first = *word_of(weekday_words);
    ++at_;
    if (is_sign("[")) return nth_weekday(first, start);
    auto last = first;
    if (is_sign("-") && word_of(weekday_words, 1)) {
        last = *word_of(weekday_words, 1);
        at_ += 2;
    }
    for (auto each = first; each != last; each = (each + 1) % 7) weekdays.insert(each);
    weekdays.insert(last);
    return std::nullopt;
}

std::optional<When> Parser::nth_weekday(unsigned weekday, std::size_t start) {
    ++at_;
    std::vector<int> nth;
    do {
        const int sign = take_sign("-") ? -1 : 1;
        const auto from = number();
        if (!from || *from < 1 || *from > 5) break;
        ++at_;
        auto until = *from;
        if (sign > 0 && is_sign("-") && number(1)) {
            until = *number(1);
            at_ += 2;
        }
        if (until < *from || until > 5) {
            nth.clear();
            break;
        }
        for (int each = *from; each <= until; ++each) nth.push_back(sign * each);
    } while (take_sign(","));
    if (nth.empty() || !take_sign("]")) {
        fail("is no nth weekday that can be read", start, at_);
        return std::nullopt;
    }
    const auto days = offset().value_or(0);
    const bool plain = days == 0 && std::all_of(nth.begin(), nth.end(), [](int each) { return each >= -1; });
    if (plain) {
        OrdinalSet ordinals;
        for (const auto each : nth) ordinals.insert(each == -1 ? last_ordinal : static_cast<unsigned>(each));
        return When{OnNthWeekdays{ordinals, {weekday}}};
    }
    note("such weekdays are written out as dates of 2015 to 2039", start);
    return When{OnDates{dates_of_nth_weekdays(weekday, nth, days)}};
}

}  // namespace denwaban::formats::osm
