#include <algorithm>
#include <array>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

namespace {

using date::month_day;

struct SeasonDates {
    month_day first;
    month_day last;
    std::string_view name;
    bool certain;  ///< the word itself names its dates
};

/// What each `Season` spans if no dates are given: wide, because restaurants differ, so that it is unknown rather than
/// wrong. 年末年始 is 12/29 to 1/3 by 行政機関の休日に関する法律第1条, and a day more on both sides.
constexpr std::array<SeasonDates, 8> season_dates{{
    {date::December / 28, date::January / 4, "年末年始", false},
    {date::December / 28, date::December / 31, "年末", false},
    {date::January / 1, date::January / 4, "年始", false},
    {date::January / 1, date::January / 1, "元日", true},
    {date::August / 10, date::August / 17, "お盆", false},
    {date::August / 1, date::August / 31, "夏季休業", false},
    {date::April / 29, date::May / 6, "ゴールデンウィーク", false},
    {date::December / 28, date::January / 4, "冬季休業", false},
}};

[[nodiscard]] month_day month_day_of(int number) {
    return date::month{static_cast<unsigned>(number / 100)} / date::day{static_cast<unsigned>(number % 100)};
}

[[nodiscard]] std::optional<Date> date_of(int year, int number) {
    const auto civil = date::year{year} / month_day_of(number);
    if (!civil.ok()) return std::nullopt;
    return Date{civil};
}

[[nodiscard]] DayItem item(DaySort sort, When when) {
    DayItem day;
    day.sort = sort;
    day.when = std::move(when);
    return day;
}

}  // namespace

bool ListingParser::at_months() const {
    auto at = at_;
    while (word_at(at) == Word::number && (word_at(at + 1) == Word::separator || word_at(at + 1) == Word::dash))
        at += 2;
    if (at >= tokens_.size() || tokens_[at].word != Word::month || tokens_[at].year != 0) return false;
    if (word_at(at + 1) == Word::dash && word_at(at + 2) == Word::month) at += 2;
    const auto next = beyond(at + 1, {Word::topic, Word::of});
    if (next >= tokens_.size()) return false;
    switch (tokens_[next].word) {
        case Word::rest:
            return next > at + 1;
        case Word::time:
            return word_at(next + 1) == Word::until || word_at(next + 1) == Word::dash;
        case Word::weekday:
        case Word::ordinal:
        case Word::workdays:
        case Word::holiday:
            return true;
        default:
            return false;
    }
}

bool ListingParser::at_day() const {
    if (done()) return false;
    switch (peek()) {
        case Word::ordinal:
            return peek(1) != Word::time && peek(1) != Word::colon;
        case Word::weekday:
        case Word::workdays:
        case Word::holiday:
        case Word::holiday_eve:
        case Word::day_after_holiday:
        case Word::odd_months:
        case Word::even_months:
        case Word::season:
        case Word::last_of_long_weekend:
        case Word::date:
            return true;
        case Word::sometimes:
        case Word::alternate_weeks:
        case Word::times_a_month: {
            const auto after = beyond_frequency(at_);
            return (word_at(after) == Word::weekday || word_at(after) == Word::ordinal) && after < tokens_.size();
        }
        case Word::every_day:
            return mode_ == Mode::hours;
        case Word::month:
            return at_months() || peek(1) == Word::part_of_month;
        case Word::month_day:
            if (at_date_of_same_month()) return true;
            return tokens_[at_].value == 0 || mode_ == Mode::closings;
        case Word::number: {
            if (peek(1) == Word::ending_in || at_months() || at_date_of_same_month()) return true;
            auto at = at_;
            while (word_at(at) == Word::number && word_at(at + 1) == Word::separator) at += 2;
            return at > at_ && word_at(at) == Word::month_day;
        }
        default:
            return false;
    }
}

/// 22日(水), after 3月21日(火).
bool ListingParser::at_date_of_same_month() const {
    if (month_ == 0) return false;
    const bool with_weekday =
        peek(1) == Word::opening && word_at(at_ + 2) == Word::weekday && word_at(at_ + 3) == Word::closing;
    return peek() == Word::month_day || with_weekday;
}

/// 月に1度、[日曜].
std::size_t ListingParser::beyond_frequency(std::size_t at) const {
    return beyond(at + 1, {Word::of, Word::topic, Word::filler, Word::about, Word::times_a_month, Word::separator});
}

DayList ListingParser::parse_days() {
    month_ = 0;
    DayList days;
    std::optional<MonthSet> months;
    if (at_months()) {
        months = parse_months();
        pass_over({Word::of, Word::topic});
    }
    while (at_day()) {
        const auto start = at_;
        auto day = parse_day();
        if (!day) {
            give_back(start);
            break;
        }
        day->spaced = tokens_[start].spaced;
        day->joined = !days.empty() && start > 0 && text_.substr(tokens_[start - 1].bytes.begin, 3) == "・";
        // 月に一度日曜・月曜: of neither is it known which.
        if (!days.empty() && days.back().is_uncertain_list) day->effect = ClosingEffect::may_close;
        day->is_uncertain_list |= !days.empty() && days.back().is_uncertain_list;
        if (day->is_vague) take_dates_in_brackets(*day);
        days.push_back(*std::move(day));
        // A list goes on over whatever stands between two days, but not over the end of a bracket or a sentence.
        const auto next = beyond(at_, {Word::separator, Word::slash, Word::either, Word::filler, Word::newline});
        const auto here = at_;
        if (next == here && next < tokens_.size() && tokens_[next].spaced && mode_ == Mode::hours &&
            tokens_[next].word != Word::holiday && tokens_[next].word != Word::holiday_eve) {
            break;
        }
        const auto resume = at_;
        at_ = next;
        if (!at_day()) {
            at_ = resume;
            break;
        }
        for (auto token = resume; token < next; ++token) tokens_[token].used = true;
    }
    if (!months) return days;
    if (days.empty()) {
        days.push_back(item(DaySort::narrower, {InMonths{*months}}));
        return days;
    }
    for (auto& day : days) day.when = {AllOf{{{InMonths{*months}}, std::move(day.when)}}};
    for (auto& day : days) day.sort = DaySort::narrower;
    return days;
}

MonthSet ListingParser::parse_months() {
    MonthSet months;
    unsigned previous = 0;
    bool range = false;
    while (next_is({Word::number, Word::month})) {
        const auto month = static_cast<unsigned>(tokens_[at_].value);
        const bool ends = take().word == Word::month && !next_is({Word::dash});
        if (month < 1 || month > 12) continue;
        if (range) {
            for (auto each = previous; each != month; each = each % 12 + 1) months.insert(each);
        }
        months.insert(month);
        previous = month;
        range = false;
        if (ends) break;
        range = next_is({Word::dash});
        pass_over({Word::dash, Word::separator});
    }
    return months;
}

std::optional<DayItem> ListingParser::parse_day() {
    const auto start = at_;
    std::optional<DayItem> day;
    switch (peek()) {
        case Word::sometimes:
        case Word::alternate_weeks:
        case Word::times_a_month:
            take();
            for (const auto after = beyond_frequency(at_ - 1); at_ < after;) take();
            if (!next_is({Word::weekday, Word::ordinal})) return std::nullopt;
            day = parse_day();
            if (day) day->effect = ClosingEffect::may_close;
            if (day) day->is_uncertain_list = true;
            break;
        case Word::odd_months:
        case Word::even_months: {
            MonthSet months;
            for (unsigned month = peek() == Word::odd_months ? 1 : 2; month <= 12; month += 2) months.insert(month);
            take();
            pass_over({Word::of});
            day = at_day() ? parse_day() : std::optional{item(DaySort::narrower, {EveryDay{}})};
            if (day) day->when = {AllOf{{{InMonths{months}}, std::move(day->when)}}};
            if (day) day->sort = DaySort::narrower;
            break;
        }
        case Word::ordinal:
            day = parse_nth();
            break;
        case Word::weekday:
            day = parse_weekdays();
            break;
        case Word::workdays: {
            take();
            day = item(DaySort::workdays, {OnWeekdays{{1, 2, 3, 4, 5}}});
            day->weekdays = {1, 2, 3, 4, 5};
            break;
        }
        case Word::every_day:
            take();
            day = item(DaySort::every_day, {EveryDay{}});
            break;
        case Word::season:
            day = parse_season();
            break;
        case Word::month:
            if (at_months()) {
                day = item(DaySort::narrower, {InMonths{parse_months()}});
                day->is_season = true;
                break;
            }
            day = parse_part_of_month();
            break;
        case Word::date:
            day = parse_dates();
            break;
        case Word::number:
        case Word::month_day:
            if (at_months()) {
                day = item(DaySort::narrower, {InMonths{parse_months()}});
                day->is_season = true;
                break;
            }
            day = at_date_of_same_month() ? parse_dates() : parse_days_of_month();
            break;
        case Word::last_of_long_weekend: {
            take();
            const When not_on_eve{NoneOf{{{OnHolidayEves{}}}}};
            const When after_days_off{AnyOf{{{OnWeekdays{{1}}}, {OnDaysAfterHolidays{}}}}};
            day = item(DaySort::narrower, {AllOf{{{OnHolidays{}}, not_on_eve, after_days_off}}});
            break;
        }
        default:
            day = parse_holiday();
    }
    if (day) day->place = {range_from(start), part_};
    return day;
}

std::optional<DayItem> ListingParser::parse_weekdays() {
    WeekdaySet weekdays;
    const auto first = static_cast<unsigned>(take().value);
    weekdays.insert(first);
    if (peek() == Word::dash && word_at(at_ + 1) == Word::weekday) {
        take();
        const auto last = static_cast<unsigned>(take().value);
        for (auto weekday = first; weekday != last; weekday = (weekday + 1) % 7) weekdays.insert(weekday);
        weekdays.insert(last);
        if (first == last) weekdays = {first};
    }
    if (peek() == Word::of && word_at(at_ + 1) == Word::holiday && word_at(at_ + 2) != Word::in_case) {
        take();
        take();
        auto holidays = item(DaySort::narrower, {AllOf{{{OnHolidays{}}, {OnWeekdays{weekdays}}}}});
        holidays.weekdays = weekdays;
        return holidays;
    }
    auto day = item(DaySort::weekday, {OnWeekdays{weekdays}});
    day.weekdays = weekdays;
    return day;
}

std::optional<DayItem> ListingParser::parse_nth() {
    OrdinalSet ordinals;
    ordinals.insert(static_cast<unsigned>(take().value));
    for (;;) {
        const auto next = beyond(at_, {Word::separator, Word::of, Word::filler});
        const bool another = word_at(next) == Word::ordinal || (next > at_ && word_at(next) == Word::number &&
                                                                tokens_[next].value >= 1 && tokens_[next].value <= 5);
        if (!another || next >= tokens_.size()) break;
        while (at_ <= next) take();
        ordinals.insert(static_cast<unsigned>(tokens_[next].value));
    }
    pass_over({Word::of, Word::filler});
    if (!next_is({Word::weekday})) return std::nullopt;
    const auto weekday = static_cast<unsigned>(take().value);
    auto day = item(DaySort::narrower, {OnNthWeekdays{ordinals, {weekday}}});
    day.weekdays = {weekday};
    return day;
}

/// 祝日, 祝前日, 祝後日, 祝日の月曜.
std::optional<DayItem> ListingParser::parse_holiday() {
    switch (take().word) {
        case Word::holiday_eve:
            return item(DaySort::holiday_eve, {OnHolidayEves{}});
        case Word::day_after_holiday:
            return item(DaySort::day_after_holiday, {OnDaysAfterHolidays{}});
        default:
            break;
    }
    if (peek() == Word::of && word_at(at_ + 1) == Word::weekday) {
        take();
        const auto weekday = static_cast<unsigned>(take().value);
        auto day = item(DaySort::narrower, {AllOf{{{OnHolidays{}}, {OnWeekdays{{weekday}}}}}});
        day.weekdays = {weekday};
        return day;
    }
    return item(DaySort::holiday, {OnHolidays{}});
}

std::optional<DayItem> ListingParser::parse_season() {
    const auto& dates = season_dates[static_cast<std::size_t>(take().value)];
    auto day = item(DaySort::narrower, {InSeason{dates.first, dates.last}});
    day.label = dates.name;
    day.is_season = true;
    day.is_vague = !dates.certain;
    if (!dates.certain) day.effect = ClosingEffect::may_close;
    return day;
}

/// 夏季（8/1～8/16）: the dates of a season.
void ListingParser::take_dates_in_brackets(DayItem& season) {
    if (peek() != Word::opening || word_at(at_ + 1) != Word::date) return;
    const auto start = at_;
    take();
    auto dates = parse_dates();
    if (!dates || !take_if({Word::closing})) {
        give_back(start);
        at_ = start;
        return;
    }
    dates->label = season.label;
    season = *std::move(dates);
}

/// 12/31～1/3, 1月1日～2日, 2026年3月1日, 1/29(月).
std::optional<DayItem> ListingParser::parse_dates() {
    bool one_off = false;
    const auto parse_one = [&](int month) -> std::optional<std::pair<int, int>> {
        const auto& token = tokens_[at_];
        const int number = token.word == Word::date ? token.value : month * 100 + token.value;
        const int year = token.year;
        if (!date_of(2000, number)) return std::nullopt;
        take();
        if (peek() == Word::opening && word_at(at_ + 1) == Word::weekday && word_at(at_ + 2) == Word::closing) {
            for (int i = 0; i < 3; ++i) take();
            one_off = true;
        }
        return std::pair{number, year};
    };
    const auto first = parse_one(month_);
    if (!first) return std::nullopt;
    month_ = first->first / 100;
    auto last = *first;
    if (peek() == Word::dash && (word_at(at_ + 1) == Word::date || word_at(at_ + 1) == Word::month_day)) {
        take();
        const auto end = parse_one(first->first / 100);
        if (!end) return std::nullopt;
        last = *end;
    }
    pass_over({Word::season});
    DayItem day;
    day.is_season = true;
    const auto begins = date_of(first->second, first->first);
    auto ends = date_of(last.second == 0 ? first->second : last.second, last.first);
    if (first->second != 0 && begins && ends) {
        if (*ends < *begins) ends = date_of(first->second + 1, last.first);
        if (!ends) return std::nullopt;
        day.when = {InPeriod{*begins, *ends}};
        return day;
    }
    day.when = {InSeason{month_day_of(first->first), month_day_of(last.first)}};
    // A weekday beside the date says that one year is meant, but not which.
    if (one_off) day.effect = ClosingEffect::may_close;
    if (one_off) day.label = "臨時休業";
    return day;
}

/// 8月中旬.
std::optional<DayItem> ListingParser::parse_part_of_month() {
    const auto month = date::month{static_cast<unsigned>(take().value)};
    if (!next_is({Word::part_of_month})) return std::nullopt;
    const auto third = static_cast<unsigned>(take().value);
    const date::month_day first = month / date::day{third * 10 + 1};
    const auto last = third < 2 ? date::month_day{month / date::day{third * 10 + 10}}
                                : date::month_day{month, (date::year{2001} / month / date::last).day()};
    DayItem day;
    day.when = {InSeason{first, last}};
    day.is_season = true;
    day.effect = ClosingEffect::may_close;
    return day;
}

/// 毎月5・15・25日, 4のつく日, 月末.
std::optional<DayItem> ListingParser::parse_days_of_month() {
    DayOfMonthSet days;
    if (peek() == Word::number && word_at(at_ + 1) == Word::ending_in) {
        const auto digit = static_cast<unsigned>(take().value);
        take();
        for (auto day = digit; day <= 31; day += 10) {
            if (day > 0) days.insert(day);
        }
        return item(DaySort::narrower, {OnDaysOfMonth{days}});
    }
    while (next_is({Word::number, Word::month_day})) {
        const auto& token = take();
        if (token.value < 0 || token.value > 31 || (token.value == 0 && token.word == Word::number))
            return std::nullopt;
        days.insert(static_cast<unsigned>(token.value));
        if (token.word == Word::month_day && !(peek() == Word::separator && word_at(at_ + 1) == Word::month_day)) break;
        pass_over({Word::separator});
    }
    return item(DaySort::narrower, {OnDaysOfMonth{days}});
}

}  // namespace denwaban::formats::japanese
