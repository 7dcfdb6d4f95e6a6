#include <algorithm>
#include <array>

#include "dates.hpp"
#include "days.hpp"

namespace denwaban::talk {

std::optional<DayReader::Found> DayReader::in_year(std::size_t at) {
    const auto& token = reading_.tokens[at];
    const auto this_year = static_cast<int>(date::year_month_day{today_}.year());
    auto year = this_year + token.value;
    // 令和8年
    if (token.word == Word::year_number) year = token.value < 100 ? 2018 + token.value : token.value;
    if (year < this_year || year > this_year + 10) return std::nullopt;
    const auto next = reading_.skip(at + 1, {Word::no, Word::filler, Word::stop});
    if (next >= reading_.size()) return std::nullopt;
    const auto& named = reading_.tokens[next];
    if (named.word == Word::month && named.value >= 1 && named.value <= 12) {
        return in_month(year, static_cast<unsigned>(named.value), next + 1);
    }
    if (named.word == Word::month_day || named.word == Word::fixed_day) {
        const auto date =
            date_in(year, static_cast<unsigned>(named.value / 100), static_cast<unsigned>(named.value % 100));
        if (date) return Found{{*date}, next + 1};
    }
    // 年明けの5日
    if (named.word == Word::day_of_month && token.word == Word::year && is_new_year(at)) return in_month(year, 1, next);
    // 年明けの土曜: the first, or the next
    if (named.word == Word::weekday && year == this_year + 1) {
        const auto first = *nth_weekday(Date{date::year{year} / 1 / 1}, 1, static_cast<unsigned>(named.value));
        return Found{{first, first + Days{7}}, next + 1, Decider::which_week};
    }
    const auto weekday = reading_.skip(next + 1, {Word::no});
    if (named.word == Word::ordinal && reading_.word(weekday) == Word::weekday) {
        const Date month{date::year{year} / (named.value < 0 ? 12 : 1) / 1};
        auto dates = weekdays_of_ordinal(month, named.value, static_cast<unsigned>(reading_.tokens[weekday].value));
        std::erase_if(dates, [&](Date date) { return date < today_; });
        if (!dates.empty()) return Found{std::move(dates), weekday + 1, Decider::which_week};
    }
    return std::nullopt;
}

bool DayReader::is_new_year(std::size_t at) const {
    const auto said = reading_.folded({at, at + 1});
    return said == u"年明け" || said == u"年が明けて";
}

bool DayReader::is_end_of_day(std::size_t at) const {
    if (at >= reading_.size()) return true;
    switch (reading_.word(at)) {
        case Word::no:
        case Word::de:
        case Word::ni:
        case Word::copula:
        case Word::stop:
        case Word::weekday:
        case Word::part:
            return true;
        default:
            return false;
    }
}

std::optional<DayReader::Found> DayReader::in_month(std::optional<int> year, unsigned month, std::size_t at) {
    const auto first = date_in(year, month, 1);
    const date::year_month_day civil{today_};
    const bool is_now = !year && month == static_cast<unsigned>(civil.month());
    const auto start = is_now ? std::optional{month_start(0)} : first;
    if (!start) return std::nullopt;
    month_said_ = start;
    const auto next = reading_.skip(at, {Word::no, Word::filler});
    const auto value = next < reading_.size() ? reading_.tokens[next].value : 0;
    switch (reading_.word(next)) {
        case Word::day_of_month: {
            Dates dates;
            for (auto day = value; day <= reading_.tokens[next].last && day - value < 10; ++day) {
                if (day < 1) return std::nullopt;
                if (const auto date = date_in(year, month, static_cast<unsigned>(day))) dates.push_back(*date);
            }
            if (dates.empty()) return std::nullopt;
            return Found{dates, next + 1};
        }
        case Word::number:
            if ((next > at || is_end_of_day(next + 1)) && value >= 1 && value <= 31) {
                if (const auto date = date_in(year, month, static_cast<unsigned>(value)))
                    return Found{{*date}, next + 1};
            }
            return std::nullopt;
        case Word::month_end:
            return at_month_end(*start, next);
        case Word::month_third:
            return in_third(*start, value, next);
        case Word::span:
            return in_span(next, long_weekends(*start));
        case Word::head_of:
        case Word::ordinal: {
            const auto weekday = reading_.skip(next + 1, {Word::no});
            const auto nth = reading_.word(next) == Word::head_of ? 1 : value;
            if (reading_.word(weekday) == Word::weekend) {
                auto saturdays = weekdays_of_ordinal(*start, nth, 6);
                if (saturdays.size() != 1 || saturdays.front() < today_) return std::nullopt;
                return Found{days_from(saturdays.front(), 2), weekday + 1};
            }
            if (reading_.word(weekday) != Word::weekday) return std::nullopt;
            auto dates = weekdays_of_ordinal(*start, nth, static_cast<unsigned>(reading_.tokens[weekday].value));
            if (dates.empty()) return std::nullopt;
            return Found{std::move(dates), weekday + 1, Decider::which_week};
        }
        default:
            if (!reading_.is_asked(Question::day)) return std::nullopt;
            return Found{days_from(std::max(*start, today_),
                                   static_cast<int>((end_of_month(*start) - std::max(*start, today_)).count()) + 1),
                         at};
    }
}

/// 中旬の土曜.
DayReader::Found DayReader::in_third(Date month, int third, std::size_t at) const {
    const auto first = month + Days{10 * third};
    constexpr int days = 10, last = 2;
    auto dates = days_from(first, third == last ? static_cast<int>((end_of_month(month) - first).count()) + 1 : days);
    const auto weekday = reading_.skip(at + 1, {Word::no});
    if (reading_.word(weekday) != Word::weekday || weekday > at + 2) return Found{std::move(dates), at + 1};
    std::erase_if(dates,
                  [&](Date date) { return weekday_of(date) != static_cast<unsigned>(reading_.tokens[weekday].value); });
    return Found{std::move(dates), weekday + 1};
}

/// 月末, 来月末の金曜: the last of the month, or the last that is that weekday, in this month while it is to come.
DayReader::Found DayReader::at_month_end(Date month, std::size_t at) const {
    const auto next = reading_.skip(at + 1, {Word::no});
    if (reading_.word(next) != Word::weekday || next != at + 2) return Found{{end_of_month(month)}, at + 1};
    const auto weekday = static_cast<unsigned>(reading_.tokens[next].value);
    auto date = *nth_weekday(month, -1, weekday);
    if (date < today_) {
        const date::year_month_day civil{month};
        date = *nth_weekday(Date{(civil.year() / civil.month() + date::months{1}) / 1}, -1, weekday);
    }
    return Found{{date}, next + 1};
}

std::optional<DayReader::Found> DayReader::day_of_month(std::size_t at) {
    const auto& token = reading_.tokens[at];
    Dates dates;
    for (auto day = token.value; day <= token.last && day - token.value < 10; ++day) {
        if (day < 1 || day > 31) return std::nullopt;
        std::optional<Date> date;
        if (month_said_) {
            const auto there = *month_said_ + Days{day - 1};
            if (there <= end_of_month(*month_said_)) date = there;
        } else {
            date = next_day(static_cast<unsigned>(day));
        }
        if (date) dates.push_back(*date);
    }
    if (dates.empty()) return std::nullopt;
    return Found{dates, at + 1};
}

std::optional<DayReader::Found> DayReader::ordinal(std::size_t at) {
    const auto weekday = reading_.skip(at + 1, {Word::no});
    if (reading_.word(weekday) != Word::weekday) return std::nullopt;
    for (int months = 0; months < 3; ++months) {
        auto dates = weekdays_of_ordinal(month_start(months), reading_.tokens[at].value,
                                         static_cast<unsigned>(reading_.tokens[weekday].value));
        std::erase_if(dates, [&](Date date) { return date < today_; });
        if (!dates.empty()) return Found{std::move(dates), weekday + 1, Decider::which_week};
    }
    return std::nullopt;
}

/// A number alone where a day was asked for: 10, 12の23.
std::optional<DayReader::Found> DayReader::bare_number(std::size_t at) {
    if (!reading_.is_asked(Question::day)) return std::nullopt;
    const auto value = reading_.tokens[at].value;
    const auto next = reading_.skip(at + 1, {Word::no});
    if (next == at + 2 && reading_.word(next) == Word::number && value >= 1 && value <= 12) {
        return in_month(std::nullopt, static_cast<unsigned>(value), at + 1);
    }
    const auto after = reading_.word(at + 1);
    constexpr auto ends_number =
        std::to_array<Word>({Word::copula, Word::de, Word::stop, Word::ka, Word::either, Word::about, Word::kara,
                             Word::made, Word::mo, Word::polite, Word::question, Word::filler});
    const bool ends =
        at + 1 >= reading_.size() || std::find(ends_number.begin(), ends_number.end(), after) != ends_number.end();
    if (!ends || value < 1 || value > 31) return std::nullopt;
    const auto date = next_day(static_cast<unsigned>(value));
    if (!date) return std::nullopt;
    return Found{{*date}, at + 1};
}

}  // namespace denwaban::talk
