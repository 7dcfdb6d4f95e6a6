#include "parser.hpp"

namespace denwaban::formats::osm {

bool Parser::years() {
    const auto start = at_;
    std::vector<When> any;
    do {
        const auto first = number();
        if (!first || *first < 1900 || *first > 2200) return years_failed(start);
        ++at_;
        auto last = *first;
        int step = 1;
        if (take_sign("+")) last = 2099;
        if (is_sign("-") && number(1) && peek(1)->digits == 4) {
            last = *number(1);
            at_ += 2;
        }
        if (is_sign("/") && number(1)) {
            step = *number(1);
            at_ += 2;
        }
        if (last < *first || last > 2200 || step < 1) return years_failed(start);
        if (word_of(month_words) && last == *first && any.empty()) return monthdays(*first);
        if (step == 1) {
            any.push_back({InPeriod{make_date(*first, 1, 1), make_date(last, 12, 31)}});
        } else {
            for (int year = *first; year <= last; year += step) {
                any.push_back({InPeriod{make_date(year, 1, 1), make_date(year, 12, 31)}});
            }
        }
    } while (is_sign(",") && number(1) && peek(1)->digits == 4 && (++at_, true));
    add_any(std::move(any));
    return true;
}

std::optional<Parser::MonthDay> Parser::monthday(std::optional<unsigned> month_before) {
    MonthDay read{{}, 0, {}};
    if (number() && peek()->digits == 4 && word_of(month_words, 1)) {
        read.year = *number();
        ++at_;
    }
    if (const auto month = word_of(month_words)) {
        read.month = *month + 1;
        ++at_;
    } else if (month_before) {
        read.month = *month_before;
    } else {
        return std::nullopt;
    }
    if (is_day(0)) {
        read.day = static_cast<unsigned>(*number());
        const date::month_day day = date::month{read.month} / date::day{*read.day};
        if (!day.ok()) return std::nullopt;
        ++at_;
    }
    if (!read.month) return std::nullopt;
    return read;
}

std::optional<Parser::MonthDay> Parser::end_of_dates(const MonthDay& first) {
    const auto start = at_++;
    const bool bare = is_day(0);
    auto last = monthday(first.month);
    if (!last || last->day.has_value() != first.day.has_value()) return std::nullopt;
    const bool back = std::pair{last->month, last->day} < std::pair{first.month, first.day};
    // Dec 29-3: whether it goes into January, or its days were exchanged, nobody can tell.
    if (back && bare) return std::nullopt;
    if (back && last->month == first.month && !last->year) doubt("nearly a whole year", start - 1);
    if (!last->year && first.year) last->year = *first.year + (back ? 1 : 0);
    return last;
}

bool Parser::monthdays(std::optional<int> year) {
    const auto start = at_;
    std::vector<When> any;
    std::optional<MonthDay> before;
    do {
        const auto here = at_;
        const bool bare = is_day(0);
        auto first = monthday(before ? std::optional{before->month} : std::nullopt);
        if (!first) return dates_failed(start);
        if (bare && before && first->day < before->day) doubt("days of one month that run backwards", here);
        if (!first->year) first->year = year;
        const auto last = goes_until_a_date(*first) ? end_of_dates(*first) : first;
        if (!last || is_sign("/")) return dates_failed(start);
        const auto when = of_dates(*first, *last);
        if (!when) return dates_failed(start);
        any.push_back(*when);
        before = last;
        if (first->year) year = last->year;
    } while (is_sign(",") && goes_on_with_dates() && (++at_, true));
    add_any(std::move(any));
    return true;
}

std::optional<When> Parser::of_dates(const MonthDay& first, const MonthDay& last) {
    if (!first.day) {
        if (first.year) {
            const Date begin{date::year{*first.year} / date::month{first.month} / 1};
            const Date end{date::year{*last.year} / date::month{last.month} / date::last};
            if (end < begin) return std::nullopt;
            return When{InPeriod{begin, end}};
        }
        MonthSet months;
        for (auto month = first.month; month != last.month; month = month % 12 + 1) months.insert(month);
        months.insert(last.month);
        return When{InMonths{months}};
    }
    if (!first.year) {
        return When{
            InSeason{date::month{first.month} / date::day{*first.day}, date::month{last.month} / date::day{*last.day}}};
    }
    const auto begin = date::year{*first.year} / date::month{first.month} / date::day{*first.day};
    const auto end = date::year{*last.year} / date::month{last.month} / date::day{*last.day};
    if (!begin.ok() || !end.ok() || Date{end} < Date{begin}) return std::nullopt;
    return When{InPeriod{Date{begin}, Date{end}}};
}

bool Parser::weeks() {
    const auto start = at_++;
    WeekSet weeks{};
    bool readable = true;
    do {
        const auto first = number();
        readable = readable && first && *first >= 1 && *first <= 53;
        if (!readable) break;
        ++at_;
        auto last = *first;
        int step = 1;
        if (is_sign("-") && number(1)) {
            last = *number(1);
            at_ += 2;
        }
        if (is_sign("/") && number(1)) {
            step = *number(1);
            at_ += 2;
        }
        readable = last >= 1 && last <= 53 && step >= 1;
        if (!readable) break;
        for (int week = *first; week != last + 1; week = week % 53 + 1) {
            if ((week - *first + 53) % 53 % step == 0) weeks[static_cast<std::size_t>(week)] = true;
            if (week == last) break;
        }
    } while (is_sign(",") && number(1) && !at_time(1) && (++at_, true));
    if (!readable) {
        fail_days("are no weeks that can be read", start, at_);
        return true;
    }
    current().selectors.push_back({OnDates{dates_in_weeks(weeks)}});
    note("weeks are written out as dates of 2015 to 2039", start);
    return true;
}

}  // namespace denwaban::formats::osm
