#include "days.hpp"

#include <algorithm>

#include "dates.hpp"

namespace denwaban::talk {

DayReader::DayReader(const Reading& reading) : reading_(reading), today_(date::floor<date::days>(reading.hearing.now)) {
    const auto* slots = reading.hearing.known;
    if (slots != nullptr && slots->day && slots->day->certain() != nullptr) known_ = *slots->day->certain();
}

void DayReader::remember(const std::vector<Date>& dates) {
    if (dates.size() == 1) known_ = dates.front();
}

std::optional<DayMention> DayReader::read(std::size_t at) {
    auto found = base(at);
    if (!found || found->dates.empty()) return std::nullopt;
    const auto word = reading_.word(at);
    shift(*found);
    check_weekday(*found, word == Word::day_of_month);
    if (found->dates.size() > 1 && !found->decider) found->decider = Decider::which_day;
    if (found->dates.size() == 1) found->decider.reset();
    return DayMention{std::move(found->dates), found->decider, {at, found->end}};
}

std::optional<DayReader::Found> DayReader::base(std::size_t at) {
    const auto value = reading_.tokens[at].value;
    const auto one = [&](std::optional<Date> date) -> std::optional<Found> {
        if (!date) return std::nullopt;
        return Found{{*date}, at + 1};
    };
    switch (reading_.word(at)) {
        case Word::relative_day:
            if (value < 0) return std::nullopt;
            if (auto later = counted_from(at)) return later;
            return one(today_ + Days{value});
        case Word::relative_night:
        case Word::relative_morning:
            return one(today_ + Days{value});
        case Word::year:
        case Word::year_number:
            return in_year(at);
        case Word::month:
            if (value < 1 || value > 12) return std::nullopt;
            return in_month(std::nullopt, static_cast<unsigned>(value), at + 1);
        case Word::month_of: {
            if (value < 0) return std::nullopt;
            const date::year_month_day civil{month_start(value)};
            return in_month(static_cast<int>(civil.year()), static_cast<unsigned>(civil.month()), at + 1);
        }
        case Word::month_end: {
            if (value < 0) return std::nullopt;
            const auto month = month_start(value);
            const auto next = reading_.skip(at + 1, {Word::no});
            if (reading_.word(next) == Word::day_of_month) {
                const date::year_month_day civil{month};
                return in_month(static_cast<int>(civil.year()), static_cast<unsigned>(civil.month()), next);
            }
            return one(end_of_month(month));
        }
        case Word::month_day: {
            const auto year = reading_.tokens[at].last;
            return one(date_in(year > 0 ? std::optional{year} : std::nullopt, static_cast<unsigned>(value / 100),
                               static_cast<unsigned>(value % 100)));
        }
        case Word::day_of_month:
            return day_of_month(at);
        case Word::week:
            return in_week(at);
        case Word::coming:
            return coming(at);
        case Word::ordinal:
            return ordinal(at);
        case Word::weekday: {
            const auto weekday = static_cast<unsigned>(value);
            if (week_said_) return Found{weekday_of_week(*week_said_, weekday), at + 1, Decider::which_week};
            return Found{next_weekday(weekday), at + 1, Decider::which_week};
        }
        case Word::weekend: {
            const auto monday = monday_of(today_) + Days{value > 1 ? 7 * (value - 1) : 0};
            Dates dates;
            for (const auto date : {monday + Days{5}, monday + Days{6}}) {
                if (date >= today_) dates.push_back(date);
            }
            return Found{dates, at + 1};
        }
        case Word::fixed_day:
            return one(date_in(std::nullopt, static_cast<unsigned>(value / 100), static_cast<unsigned>(value % 100)));
        case Word::rule_day:
            for (int year = static_cast<int>(date::year_month_day{today_}.year());; ++year) {
                const Date may{date::year{year} / (value == 0 ? 5 : 6) / 1};
                const auto day = nth_weekday(may, value == 0 ? 2 : 3, 0);
                if (day && *day >= today_) return one(day);
            }
        case Word::holiday_name: {
            const auto name = holiday_named(static_cast<std::int16_t>(value));
            for (int day = 0; day <= 2 * 366; ++day) {
                const auto* holiday = reading_.hearing.calendar.find(today_ + Days{day});
                if (holiday != nullptr && holiday->name == name) return one(holiday->date);
            }
            return std::nullopt;
        }
        case Word::holiday:
            return one(next_holiday());
        case Word::holiday_eve:
            for (int day = 0; day <= 366; ++day) {
                if (reading_.hearing.calendar.is_pre_holiday(today_ + Days{day})) return one(today_ + Days{day});
            }
            return std::nullopt;
        case Word::span:
            return in_span(at, span(value));
        case Word::days_after:
        case Word::weeks_after:
            return after(at);
        case Word::known_day:
        case Word::offset_day:
            return known(at);
        case Word::number:
            return bare_number(at);
        default:
            return std::nullopt;
    }
}

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
    const auto weekday = reading_.skip(next + 1, {Word::no});
    if (named.word == Word::ordinal && reading_.word(weekday) == Word::weekday) {
        const Date month{date::year{year} / (named.value < 0 ? 12 : 1) / 1};
        const auto date = nth_weekday(month, named.value, static_cast<unsigned>(reading_.tokens[weekday].value));
        if (date && *date >= today_) return Found{{*date}, weekday + 1};
    }
    return std::nullopt;
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
            if (next > at && value >= 1 && value <= 31) {
                if (const auto date = date_in(year, month, static_cast<unsigned>(value)))
                    return Found{{*date}, next + 1};
            }
            return std::nullopt;
        case Word::month_end:
            return Found{{end_of_month(*start)}, next + 1};
        case Word::month_third:
            return Found{days_from(*start + Days{10 * value},
                                   value == 2 ? static_cast<int>((end_of_month(*start) - *start).count()) - 19 : 10),
                         next + 1};
        case Word::span:
            return in_span(next, long_weekends(*start));
        case Word::head_of:
        case Word::ordinal: {
            const auto weekday = reading_.skip(next + 1, {Word::no});
            const auto nth = reading_.word(next) == Word::head_of ? 1 : value;
            if (reading_.word(weekday) != Word::weekday) return std::nullopt;
            const auto date = nth_weekday(*start, nth, static_cast<unsigned>(reading_.tokens[weekday].value));
            if (!date) return std::nullopt;
            return Found{{*date}, weekday + 1};
        }
        default:
            if (!reading_.is_asked(Question::day)) return std::nullopt;
            return Found{days_from(std::max(*start, today_),
                                   static_cast<int>((end_of_month(*start) - std::max(*start, today_)).count()) + 1),
                         at};
    }
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

std::optional<DayReader::Found> DayReader::in_week(std::size_t at) {
    const auto week = reading_.tokens[at].value == 3 ? 1 : reading_.tokens[at].value;
    const bool begins = reading_.tokens[at].value == 3;
    if (week < 0) return std::nullopt;
    const auto next = reading_.skip(at + 1, {Word::no, Word::filler});
    const auto monday = monday_of(today_) + Days{7 * week};
    switch (reading_.word(next)) {
        case Word::weekday:
            week_said_ = week;
            return Found{weekday_of_week(week, static_cast<unsigned>(reading_.tokens[next].value)), next + 1,
                         Decider::which_week};
        case Word::relative_day:
            if (reading_.tokens[next].value < 0) return std::nullopt;
            return Found{{today_ + Days{7 * week + reading_.tokens[next].value}}, next + 1};
        case Word::weekend:
            return Found{{monday + Days{5}, monday + Days{6}}, next + 1};
        case Word::working_day:
            return Found{days_from(monday, 5), next + 1};
        case Word::head_of:
            return Found{{monday}, next + 1};
        default:
            break;
    }
    if (begins) return Found{{monday}, at + 1};
    week_said_ = week;
    auto dates = days_from(monday, 7);
    std::erase_if(dates, [&](Date date) { return date < today_; });
    return Found{dates, at + 1};
}

std::optional<DayReader::Found> DayReader::coming(std::size_t at) {
    const auto near = reading_.tokens[at].value;
    const auto next = reading_.skip(at + 1, {Word::no, Word::filler});
    if (next >= reading_.size()) return std::nullopt;
    const auto value = reading_.tokens[next].value;
    switch (reading_.word(next)) {
        case Word::weekday: {
            const auto away = (static_cast<unsigned>(value) + 7 - weekday_of(today_)) % 7;
            const auto date = today_ + Days{away == 0 ? 7 : away};
            Dates dates{date};
            if (away != 0 && static_cast<int>(away) <= near) dates.push_back(date + Days{7});
            return Found{dates, next + 1, Decider::which_week};
        }
        case Word::holiday:
        case Word::holiday_eve:
        case Word::weekend:
        case Word::span:
        case Word::holiday_name:
        case Word::day_of_month:
            return base(next);
        default:
            return std::nullopt;
    }
}

std::optional<DayReader::Found> DayReader::ordinal(std::size_t at) {
    const auto weekday = reading_.skip(at + 1, {Word::no});
    if (reading_.word(weekday) != Word::weekday) return std::nullopt;
    for (int months = 0; months < 3; ++months) {
        const auto date = nth_weekday(month_start(months), reading_.tokens[at].value,
                                      static_cast<unsigned>(reading_.tokens[weekday].value));
        if (date && *date >= today_) return Found{{*date}, weekday + 1};
    }
    return std::nullopt;
}

std::optional<DayReader::Found> DayReader::in_span(std::size_t at, Dates dates) {
    if (dates.empty()) return std::nullopt;
    auto next = reading_.skip(at + 1, {Word::no, Word::filler});
    if (reading_.word(at + 1) == Word::offset_day && reading_.tokens[at + 1].value == 1) {
        // お盆明けの17日
        constexpr int soon = 10;
        dates = days_from(dates.back() + Days{1}, soon);
        next = reading_.skip(at + 2, {Word::no, Word::filler});
        const bool named = reading_.word(next) == Word::day_of_month || reading_.word(next) == Word::weekday;
        if (!named) return Found{{dates.front()}, at + 2};
    }
    switch (reading_.word(next)) {
        case Word::first_of:
            return Found{{dates.front()}, next + 1};
        case Word::last_of:
            return Found{{dates.back()}, next + 1};
        case Word::middle_of:
            if (dates.size() > 2) dates = {dates.begin() + 1, dates.end() - 1};
            return Found{dates, next + 1};
        case Word::day_of_month:
        case Word::weekday: {
            const bool by_day = reading_.word(next) == Word::day_of_month;
            const auto value = static_cast<unsigned>(reading_.tokens[next].value);
            auto those = dates;
            std::erase_if(those, [&](Date date) {
                const auto day = static_cast<unsigned>(date::year_month_day{date}.day());
                return (by_day ? day : weekday_of(date)) != value;
            });
            if (!those.empty()) return Found{those, next + 1};
            break;
        }
        default:
            break;
    }
    return Found{dates, at + 1};
}

std::optional<DayReader::Found> DayReader::after(std::size_t at) {
    const auto& token = reading_.tokens[at];
    if (token.value < 0 || token.value > 3660) return std::nullopt;
    const auto date = today_ + Days{token.value};
    const auto next = reading_.skip(at + 1, {Word::no});
    if (token.word == Word::weeks_after && reading_.word(next) == Word::weekday) {
        return Found{weekday_of_week(token.value / 7, static_cast<unsigned>(reading_.tokens[next].value)), next + 1,
                     Decider::which_week};
    }
    return Found{{date}, at + 1};
}

/// 今日から一週間後.
std::optional<DayReader::Found> DayReader::counted_from(std::size_t at) {
    const auto next = at + 2;
    const bool counts = reading_.word(next) == Word::days_after || reading_.word(next) == Word::weeks_after;
    if (reading_.word(at + 1) != Word::kara || !counts) return std::nullopt;
    auto found = after(next);
    if (found) {
        for (auto& date : found->dates) date += Days{reading_.tokens[at].value};
    }
    return found;
}

std::optional<DayReader::Found> DayReader::known(std::size_t at) const {
    if (!known_) return std::nullopt;
    return Found{{*known_ + Days{reading_.tokens[at].value}}, at + 1};
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
    const bool ends = at + 1 >= reading_.size() || after == Word::copula || after == Word::de || after == Word::stop;
    if (!ends || value < 1 || value > 31) return std::nullopt;
    const auto date = next_day(static_cast<unsigned>(value));
    if (!date) return std::nullopt;
    return Found{{*date}, at + 1};
}

/// の前日.
void DayReader::shift(Found& found) const {
    const auto next = reading_.skip(found.end, {Word::no});
    const auto word = reading_.word(next);
    if (next == found.end || (word != Word::known_day && word != Word::offset_day)) return;
    const auto days = reading_.tokens[next].value;
    if (days != 1 && days != -1) return;
    for (auto& date : found.dates) date += Days{days};
    found.end = next + 1;
}

/// A day of the month goes on to the month where it is that weekday; a date that is another leaves both.
void DayReader::check_weekday(Found& found, bool day_alone) const {
    if (found.dates.size() != 1) return;
    const auto next = reading_.skip(found.end, {Word::no, Word::stop});
    if (next > found.end + 2 || next >= reading_.size()) return;
    if (reading_.word(next) == Word::other && next == found.end + 1 && reading_.word(found.end) == Word::stop) {
        constexpr std::u16string_view letters = u"日月火水木金土";
        if (letters.find(reading_.folded({next, next + 1}).front()) != letters.npos) found.end = next + 1;
        return;
    }
    if (reading_.word(next) != Word::weekday) return;
    const auto weekday = static_cast<unsigned>(reading_.tokens[next].value);
    auto& date = found.dates.front();
    const auto end = found.end;
    found.end = next + 1;
    if (weekday_of(date) == weekday) return;
    if (day_alone && !month_said_) {
        const auto day = static_cast<unsigned>(date::year_month_day{date}.day());
        for (int months = 0; months < 3; ++months) {
            const auto there = month_start(months) + Days{day - 1};
            if (there >= today_ && there <= end_of_month(month_start(months)) && weekday_of(there) == weekday) {
                date = there;
                return;
            }
        }
    }
    if (next == end + 2 || (next == end + 1 && reading_.word(end) == Word::stop)) {
        // 明日、土曜 are two days, 12/5（土曜） is one.
        if (reading_.word(next + 1) != Word::stop && reading_.word(next + 1) != Word::no) {
            found.end = end;
            return;
        }
    }
    auto away = static_cast<int>((weekday + 7 - weekday_of(date)) % 7);
    if (away > 3) away -= 7;
    found.dates.push_back(date + Days{away});
    found.decider = Decider::which_words;
}

}  // namespace denwaban::talk
