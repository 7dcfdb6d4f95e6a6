#include <algorithm>
#include <utility>

#include "civil_dates.hpp"
#include "parser.hpp"

namespace denwaban::formats::japanese {

/// The month before dates.
std::optional<DayItem> ListingParser::days_before(const DayItem& dates) {
    constexpr date::days month{31};
    const auto* all = std::get_if<AllOf>(&dates.when.condition);
    const auto& when = all != nullptr && !all->conditions.empty() ? all->conditions.front() : dates.when;
    DayItem before;
    before.is_season = true;
    if (const auto* period = std::get_if<InPeriod>(&when.condition)) {
        before.when = {InPeriod{period->first - month, period->first - date::days{1}}};
        return before;
    }
    const auto* season = std::get_if<InSeason>(&when.condition);
    if (season == nullptr) return std::nullopt;
    const Date first{date::year{2001} / season->first};
    const date::year_month_day from{first - month}, until{first - date::days{1}};
    before.when = {InSeason{from.month() / from.day(), until.month() / until.day()}};
    return before;
}

/// （火）, （火・祝）, (祝): what a date is, beside it; `at` itself if no such bracket stands there.
std::size_t ListingParser::beyond_weekday_of_date(std::size_t at) const {
    if (word_at(at) != Word::opening) return at;
    // 臨時休業11/13 【土日祝】11:00～20:30: days of their own.
    if (tokens_[at].value == 0 && tokens_[at].spaced && word_at(at + 2) != Word::closing) return at;
    const auto before = at > 1 ? word_at(at - 2) : Word::newline;
    const bool one_date = at > 0 && word_at(at - 1) == Word::date && before != Word::separator && before != Word::dash;
    bool says = false;
    int weekdays = 0;
    auto next = at + 1;
    for (; word_at(next) != Word::closing; ++next) {
        const auto word = word_at(next);
        weekdays += word == Word::weekday ? 1 : 0;
        if (one_date && weekdays > 1) return at;
        const bool day =
            word == Word::weekday || word == Word::holiday || word == Word::substitute || word == Word::named_holiday;
        const bool joint = word == Word::separator || word == Word::slash || word == Word::filler;
        if (!day && !joint) return at;
        says |= day;
    }
    return says ? next + 1 : at;
}

/// What weekday the date before a bracket is: of 11/7・8(土日) the last, of 11/22・23(日・祝) nobody knows.
std::optional<unsigned> ListingParser::weekday_in_bracket(std::size_t end) const {
    std::optional<unsigned> weekday;
    std::size_t weekdays = 0, days = 0;
    for (auto at = at_; at < end; ++at) {
        const bool names = word_at(at) == Word::weekday;
        if (names) weekday = static_cast<unsigned>(tokens_[at].value);
        weekdays += names ? 1U : 0U;
        days += names || word_at(at) == Word::holiday ? 1U : 0U;
    }
    const bool two_dates =
        at_ > 2 && (word_at(at_ - 2) == Word::separator || word_at(at_ - 2) == Word::dash) &&
        (word_at(at_ - 3) == Word::date || word_at(at_ - 3) == Word::number || word_at(at_ - 3) == Word::month_day);
    return two_dates && weekdays == 1 && days > 1 ? std::nullopt : weekday;
}

/// 22日(水), after 3月21日(火).
bool ListingParser::at_date_of_same_month() const {
    const bool of_every_month = at_ > 0 && words_of(at_ - 1) == "毎月";
    if (month_ == 0 || of_every_month) return false;
    if (peek() == Word::month_day || beyond_weekday_of_date(at_ + 1) > at_ + 1) return true;
    // 11/18、25は21:00まで.
    const bool of_list = at_ > 1 && word_at(at_ - 1) == Word::separator &&
                         (word_at(at_ - 2) == Word::date || word_at(at_ - 2) == Word::number);
    return of_list && tokens_[at_ - 2].value % 100 < tokens_[at_].value &&
           (next_is({Word::topic, Word::rest, Word::closing, Word::separator, Word::closing_heading, Word::newline,
                     Word::only, Word::colon, Word::occasional, Word::stop},
                    1) ||
            (next_is({Word::time}, 1) && tokens_[at_ + 1].spaced));
}

/// 同23日, 翌4日, after a date of the month.
bool ListingParser::at_day_after_a_date() const {
    return month_ != 0 && next_is({Word::same, Word::next_day_of}) && next_is({Word::month_day}, 1);
}

/// 12月20日～3月中旬.
DayItem ListingParser::parse_end_in_part_of_month(date::month_day first) {
    take();
    const auto part = at_;
    const auto month = date::month{static_cast<unsigned>(take().value)};
    auto ends = third_of_month(month, take().value);
    const auto last = std::get<InSeason>(ends.when.condition).last;
    on_which_day_is_not_said(std::move(ends), range_from(part));
    take_if({Word::until});
    DayItem day;
    day.is_season = true;
    day.when = {InSeason{first, last}};
    return day;
}

/// 12/31～1/3, 1月1日～2日, 2026年3月1日, 1/29(月).
std::optional<DayItem> ListingParser::parse_dates() {
    bool one_off = false;
    std::optional<unsigned> weekday;  // of the first date
    const auto parse_one = [&](int month) -> std::optional<std::pair<int, int>> {
        const auto& token = tokens_[at_];
        const int number = token.word == Word::date ? token.value : month * 100 + token.value;
        const int year = token.year;
        if (!date_of(2000, number)) return std::nullopt;
        take();
        // 11月4日水曜日から6日金曜日まで.
        const bool named = next_is({Word::weekday}) && !tokens_[at_].spaced && token.word != Word::number &&
                           next_is({Word::dash, Word::from, Word::until, Word::topic, Word::rest}, 1);
        if (named) {
            one_off = true;
            const auto of = static_cast<unsigned>(take().value);
            if (!weekday) weekday = of;
        }
        if (const auto end = beyond_weekday_of_date(at_); at_ < end) {
            one_off = true;
            const auto said = weekday_in_bracket(end);
            if (said && !weekday) weekday = said;
            while (at_ < end) take();
        }
        return std::pair{number, year};
    };
    const auto first = parse_one(month_);
    if (!first) return std::nullopt;
    month_ = first->first / 100;
    auto last = *first;
    const auto ends_at = beyond(at_ + 1, {Word::filler});  // 翌年
    // 10/10-12.
    const bool bare = word_at(ends_at) == Word::number && ends_at < tokens_.size() && peek() == Word::dash &&
                      tokens_[ends_at].value > first->first % 100 && tokens_[ends_at].value <= 31 &&
                      word_at(ends_at + 1) != Word::dash && word_at(ends_at + 1) != Word::colon;
    if (next_is({Word::dash, Word::from}) && at_part_of_month(at_ + 1))
        return parse_end_in_part_of_month(month_day_of(first->first));
    if (next_is({Word::dash, Word::from}) && (bare || next_is({Word::date, Word::month_day}, ends_at - at_))) {
        while (at_ < ends_at) take();
        const bool of_first = weekday.has_value();
        const auto end = parse_one(first->first / 100);
        if (!end) return std::nullopt;
        last = *end;
        // 11/21～11/22(日): the weekday of the last.
        if (weekday && !of_first)
            weekday = days_earlier(*weekday, month_day_of(first->first), month_day_of(last.first));
        take_if({Word::until});
    }
    // 11月3日文化の日.
    if (!tokens_[std::min(at_, tokens_.size() - 1)].spaced) pass_over({Word::named_holiday});
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
    if (one_off) day.label = "臨時休業";
    if (one_off && !weekday) day.effect = ClosingEffect::may_close;
    if (weekday) day.when = in_the_year_when(month_day_of(first->first), month_day_of(last.first), *weekday);
    return day;
}

/// A season's own dates, months, a third of a month, days of every month, or dates.
std::optional<DayItem> ListingParser::parse_dates_of_some_form() {
    if (next_is({Word::same, Word::next_day_of})) take();
    if (peek() == Word::date || at_date_of_same_month()) return parse_dates();
    if (at_months()) {
        auto months = day_item(DaySort::narrower, {InMonths{parse_months()}});
        months.is_season = true;
        // 1月1日、2月第3水曜日.
        if (next_is({Word::ordinal, Word::weekday}) && !tokens_[at_].spaced) {
            auto day = parse_day();
            if (!day) return day;
            day->when = {AllOf{{std::move(months.when), std::move(day->when)}}};
            day->sort = DaySort::narrower;
            day->is_season = true;
            return day;
        }
        return months;
    }
    return peek() == Word::month ? parse_part_of_month() : parse_days_of_month();
}

}  // namespace denwaban::formats::japanese
