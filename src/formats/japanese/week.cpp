#include "week.hpp"

#include <algorithm>

namespace denwaban::formats::japanese {

bool overlap(const ListedService& a, const ListedService& b) {
    const auto end = [](const ListedService& service) {
        return service.end_known ? service.closes : service.opens + 1;
    };
    return a.opens < end(b) && b.opens < end(a);
}

bool same_hours(const ListedService& a, const ListedService& b) {
    return a.opens == b.opens && a.closes == b.closes && a.end_known == b.end_known;
}

std::vector<std::size_t> slots_of(const DayItem& day) {
    switch (day.sort) {
        case DaySort::weekday:
        case DaySort::workdays: {
            std::vector<std::size_t> slots;
            for (unsigned weekday = 0; weekday < weekday_slots; ++weekday) {
                if (day.weekdays.contains(weekday)) slots.push_back(weekday);
            }
            return slots;
        }
        case DaySort::holiday:
            return {holiday_slot};
        case DaySort::holiday_eve:
            return {eve_slot};
        case DaySort::day_after_holiday:
            return {after_slot};
        case DaySort::every_day:
        case DaySort::narrower:
            break;
    }
    return {};
}

bool is_one_date(const When& when) {
    const auto* all = std::get_if<AllOf>(&when.condition);
    const auto& of = all != nullptr && !all->conditions.empty() ? all->conditions.front() : when;
    const auto* season = std::get_if<InSeason>(&of.condition);
    return season != nullptr && season->first == season->last;
}

bool is_some_dates(const When& when) {
    constexpr int a_week = 7;
    if (const auto* dates = std::get_if<AnyOf>(&when.condition))
        return dates->conditions.size() <= a_week &&
               std::all_of(dates->conditions.begin(), dates->conditions.end(), is_one_date);
    const auto* season = std::get_if<InSeason>(&when.condition);
    if (season == nullptr || season->first == season->last) return false;
    const date::year year{2001};
    const auto days = Date{year / season->last} - Date{year / season->first};
    return days.count() > 0 && days.count() <= a_week;
}

bool is_of_weekdays(const When& when) {
    const auto* all = std::get_if<AllOf>(&when.condition);
    if (all == nullptr) return std::holds_alternative<OnWeekdays>(when.condition);
    return std::any_of(all->conditions.begin(), all->conditions.end(), is_of_weekdays) &&
           std::all_of(all->conditions.begin(), all->conditions.end(), [](const When& each) {
               return std::holds_alternative<NoneOf>(each.condition) || is_of_weekdays(each);
           });
}

Services& narrow(Week& week, const When& when) {
    for (auto& hours : week.narrower) {
        if (hours.when == when) return hours.services;
    }
    return week.narrower.emplace_back(NarrowHours{when, {}}).services;
}

}  // namespace denwaban::formats::japanese
