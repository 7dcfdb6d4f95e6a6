#include <array>

#include "dates.hpp"
#include "days.hpp"

namespace denwaban::talk {

DayReader::Dates DayReader::weekday_of_week(int week, unsigned weekday) const {
    const auto by_monday = monday_of(today_) + Days{7 * week + static_cast<int>((weekday + 6) % 7)};
    if (weekday_of(today_) != 0) return {by_monday};
    // On a Sunday it depends on whether it is the first of its week.
    const auto by_sunday = today_ + Days{7 * week + static_cast<int>(weekday)};
    if (by_monday == by_sunday || by_monday < today_) return {by_sunday};
    return {by_monday, by_sunday};
}

DayReader::Dates DayReader::next_weekday(unsigned weekday) const {
    const auto away = (weekday + 7 - weekday_of(today_)) % 7;
    if (away == 0) return {today_, today_ + Days{7}};
    return {today_ + Days{away}};
}

std::optional<Date> DayReader::next_day(unsigned day) const {
    for (int months = 0; months < 3; ++months) {
        const auto month = month_start(months);
        const auto date = month + Days{day - 1};
        if (date >= today_ && date <= end_of_month(month)) return date;
    }
    return std::nullopt;
}

std::optional<Date> DayReader::date_in(std::optional<int> year, unsigned month, unsigned day) const {
    const auto this_year = static_cast<int>(date::year_month_day{today_}.year());
    for (auto tried = year.value_or(this_year); tried <= this_year + 10; ++tried) {
        const auto civil = date::year{tried} / date::month{month} / date::day{day};
        if (year) return civil.ok() ? std::optional{Date{civil}} : std::nullopt;
        if (civil.ok() && Date{civil} >= today_) return Date{civil};
    }
    return std::nullopt;
}

std::optional<Date> DayReader::next_holiday() const {
    for (int day = 1; day <= 366; ++day) {
        if (reading_.hearing.calendar.is_holiday(today_ + Days{day})) return today_ + Days{day};
    }
    return std::nullopt;
}

bool DayReader::is_off(Date date) const {
    const auto weekday = weekday_of(date);
    return weekday == 0 || weekday == 6 || reading_.hearing.calendar.is_holiday(date);
}

Date DayReader::month_start(int months) const {
    const date::year_month_day civil{today_};
    return Date{(civil.year() / civil.month() + date::months{months}) / 1};
}

DayReader::Dates DayReader::span(int which) const {
    struct Fixed {
        unsigned month, day;
        int count;
    };
    // お盆, 三が日, ゴールデンウィーク, -, -, 年末年始, 年末, 年始
    constexpr std::array<Fixed, 8> fixed{
        {{8, 13, 4}, {1, 1, 3}, {4, 29, 7}, {9, 1, 0}, {1, 1, 0}, {12, 29, 6}, {12, 28, 4}, {1, 1, 3}}};
    const auto& named = fixed.at(static_cast<std::size_t>(which));
    if (named.count > 0) {
        const auto year = static_cast<int>(date::year_month_day{today_}.year());
        for (const auto tried : {year - 1, year, year + 1}) {
            const Date first{date::year{tried} / date::month{named.month} / date::day{named.day}};
            if (first + Days{named.count - 1} < today_) continue;
            auto dates = days_from(first, named.count);
            std::erase_if(dates, [&](Date date) { return date < today_; });
            return dates;
        }
        return {};
    }
    for (int day = 0; day <= 366; ++day) {
        const auto first = today_ + Days{day};
        if (!is_off(first)) continue;
        int count = 1;
        while (is_off(first + Days{count})) ++count;
        const date::year_month_day civil{first};
        const bool in_september = civil.month() == date::September && static_cast<unsigned>(civil.day()) > 12;
        if (which == 3 ? in_september && count >= 4 : count >= 3) return days_from(first, count);
        day += count;
    }
    return {};
}

/// Three days off and more within a month, but for the first three of the year.
DayReader::Dates DayReader::long_weekends(Date month) const {
    Dates all;
    for (auto first = month; first <= end_of_month(month); first += Days{1}) {
        int count = 0;
        while (is_off(first + Days{count})) ++count;
        const auto run = days_from(first, count);
        const bool new_year =
            !run.empty() && run.front() == month && date::year_month_day{month}.month() == date::January;
        if (count >= 3 && !new_year) all.insert(all.end(), run.begin(), run.end());
        first += Days{count};
    }
    return all;
}

}  // namespace denwaban::talk
