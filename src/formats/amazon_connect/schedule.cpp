#include "schedule.hpp"

#include <algorithm>

namespace denwaban::formats::amazon_connect {

namespace {

[[nodiscard]] Date monday_of(Date date) { return date - (date::weekday{date} - date::Monday); }

[[nodiscard]] int months_since_year_0(date::year_month_day civil) {
    return static_cast<int>(civil.year()) * 12 + static_cast<int>(static_cast<unsigned>(civil.month())) - 1;
}

[[nodiscard]] int days_in_month(date::year_month_day civil) {
    return static_cast<int>(static_cast<unsigned>((civil.year() / civil.month() / date::last).day()));
}

[[nodiscard]] bool is_day_of_month(const Recurrence& recurrence, date::year_month_day civil) {
    const auto day = static_cast<int>(static_cast<unsigned>(civil.day()));
    const auto days_left = days_in_month(civil) - day;
    if (recurrence.month_day == last) return days_left == 0;
    if (recurrence.month_day) return recurrence.month_day == day;
    if (recurrence.weekday_occurrence == last) return days_left < 7;
    return recurrence.weekday_occurrence == (day - 1) / 7 + 1;
}

}  // namespace

Minutes minutes_of(Slice slice) {
    Minutes minutes;
    for (auto minute = slice.begin; minute < slice.end; ++minute) minutes.set(minute);
    return minutes;
}

std::vector<Slice> slices_of(const Minutes& minutes) {
    std::vector<Slice> slices;
    if (minutes.none()) return slices;
    for (std::size_t minute = 0; minute < minutes_a_day; ++minute) {
        if (!minutes[minute]) continue;
        const auto begin = minute;
        while (minute < minutes_a_day && minutes[minute]) ++minute;
        slices.push_back({begin, minute});
    }
    return slices;
}

std::size_t count_slices(const Week& week) {
    std::size_t count = 0;
    for (const auto& minutes : week) count += slices_of(minutes).size();
    return count;
}

bool recurs_on(const Recurrence& recurrence, Date effective_from, Date date) {
    const auto civil = [&] { return date::year_month_day{date}; };
    const auto start = [&] { return date::year_month_day{effective_from}; };
    switch (recurrence.frequency) {
        case Frequency::weekly:
            return (monday_of(date) - monday_of(effective_from)).count() / 7 % recurrence.interval == 0;
        case Frequency::monthly:
            return (months_since_year_0(civil()) - months_since_year_0(start())) % recurrence.interval == 0 &&
                   is_day_of_month(recurrence, civil());
        case Frequency::yearly:
            return (civil().year() - start().year()).count() % recurrence.interval == 0 &&
                   recurrence.month == static_cast<int>(static_cast<unsigned>(civil().month())) &&
                   is_day_of_month(recurrence, civil());
    }
    return false;
}

bool applies(const Override& override, Date date) {
    if (date < override.from || override.till < date) return false;
    if (!override.recurrence) return true;
    const bool says_day = !override.says_hours || override.week[weekday_of(date)].any();
    return says_day && recurs_on(*override.recurrence, override.from, date);
}

DayHours effective_hours(const Schedule& schedule, Date date) {
    const auto weekday = weekday_of(date);
    Minutes opened, closed;
    std::vector<Minutes> bases;
    for (const auto& override : schedule.overrides) {
        if (!applies(override, date)) continue;
        if (!override.says_hours) return {State::unknown, Minutes{}.set()};
        const auto& minutes = override.week[weekday];
        if (override.type == OverrideType::closed) closed |= minutes;
        if (override.type == OverrideType::open) opened |= minutes;
        if (override.type == OverrideType::standard) bases.push_back(minutes);
    }
    if (bases.empty()) bases.push_back(schedule.week[weekday]);
    DayHours hours;
    for (auto& base : bases) {
        base = (base | opened) & ~closed;
        if (base != bases.front()) hours.state = State::unknown;
        hours.minutes |= base;
    }
    return hours;
}

}  // namespace denwaban::formats::amazon_connect
