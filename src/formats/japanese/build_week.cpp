#include <algorithm>
#include <utility>

#include <denwaban/hours/validate.hpp>

#include "week_builder.hpp"

namespace denwaban::formats::japanese {

namespace {

constexpr WeekdaySet workdays{1, 2, 3, 4, 5};

/// 祝前日の日曜: some of those that 祝前日 names.
[[nodiscard]] bool is_of_holidays(const When& when) {
    const auto* all = std::get_if<AllOf>(&when.condition);
    return all != nullptr && std::any_of(all->conditions.begin(), all->conditions.end(), [](const When& each) {
               return std::holds_alternative<OnHolidays>(each.condition) ||
                      std::holds_alternative<OnHolidayEves>(each.condition);
           });
}

}  // namespace

Week WeekBuilder::build() && {
    for (const auto& group : listing_.groups) {
        if (!group.repeats || is_of_other_days(group)) collect(group);
    }
    serve_one_meal();
    settle();
    join_meals_with_their_own_days(week_, listing_);
    for (const auto& alike : listing_.alike) copy(alike);
    for (const auto& group : listing_.groups) {
        if (group.repeats && !is_of_other_days(group)) compare(group);
    }
    join_nights();
    apply_changes(week_, listing_);
    if (listing_.last_order_before_closing) take_last_orders_before_closing();
    return std::move(week_);
}

/// ■営業時間⏎11月は水曜日も営業（12:00～16:00）: no part before it can have said that.
bool WeekBuilder::is_of_other_days(const Group& group) {
    return !group.days.empty() && std::all_of(group.days.begin(), group.days.end(),
                                              [](const DayItem& day) { return day.sort == DaySort::narrower; });
}

/// 月～金 ランチ … ディナー … 土曜はディナーのみ: the dinner of the other days.
void WeekBuilder::serve_one_meal() {
    for (const auto& closing : listing_.closings) {
        if (!closing.all_but_meal || closing.day.sort != DaySort::weekday) continue;
        const ListedService* served = nullptr;
        bool one = true;
        for (const auto& group : listing_.groups) {
            for (const auto& service : group.services) {
                if (service.meal != closing.meal || group.repeats) continue;
                one &=
                    group.reach == Reach::these && !group.days.empty() &&
                    (served == nullptr || (same_hours(*served, service) && served->last_orders == service.last_orders));
                served = &service;
            }
        }
        if (served == nullptr || !one) continue;
        for (unsigned weekday = 0; weekday < weekday_slots; ++weekday) {
            if (closing.day.weekdays.contains(weekday) && week_.slots[weekday].empty())
                week_.slots[weekday] = {*served};
        }
    }
}

void WeekBuilder::collect(const Group& group) {
    doubted_days_ = group.days;
    if (group.days.empty() || group.reach != Reach::these) return collect_shared(group);
    for (const auto& day : group.days) {
        for (const auto slot : slots_of(day)) {
            if (day.sort == DaySort::workdays && week_.slots[slot].empty())
                by_workdays_.insert(static_cast<unsigned>(slot));
            if (day.sort == DaySort::weekday) named_.insert(static_cast<unsigned>(slot));
            auto services = group.services;
            for (auto& service : services) service.by_workdays = day.sort == DaySort::workdays;
            if (day.sort == DaySort::weekday && day.weekdays != workdays) go_before_workdays(slot, services);
            add(week_.slots[slot], services);
        }
        if (day.sort == DaySort::every_day) collect_shared({{}, group.services});
        if (day.is_vague) {
            find(FindingKind::not_understood, Weight::loss, "hours of a season without its dates", day.place);
            listing_.doubts.push_back({{day}});
        } else if (day.sort == DaySort::narrower) {
            add(narrow(week_, day.when), group.services);
            if (is_of_holidays(day.when)) week_.narrower.back().before_slots = true;
            if (day.whole) add_on_holidays_of(day.when, group.services);
            if (is_one_date(day.when)) listing_.dates_with_hours.push_back(day.when);
            if (is_some_dates(day.when)) listing_.weeks_with_hours.push_back(day.when);
        }
    }
}

/// 11月は毎日営業（9時～16時）: 祝日 too, whatever hours they have in other months.
void WeekBuilder::add_on_holidays_of(const When& when, const Services& services) {
    for (const auto& holidays : {When{OnHolidays{}}, When{OnHolidayEves{}}}) {
        week_.narrower.push_back({{AllOf{{holidays, when}}}, services, true});
    }
}

void WeekBuilder::copy(const Alike& alike) {
    const auto from = slots_of(alike.as);
    const auto& services = week_.slots[from.empty() ? holiday_slot : from.front()];
    for (const auto& day : alike.days) {
        const auto slots = slots_of(day);
        const bool taken = std::any_of(slots.begin(), slots.end(), [&](std::size_t slot) {
            return !week_.slots[slot].empty() && slot >= weekday_slots;
        });
        if (from.empty() || services.empty() || taken || (slots.empty() && day.sort != DaySort::narrower)) {
            find(FindingKind::not_understood, Weight::doubt, "as on other days, but whose hours are not clear",
                 day.place);
            listing_.doubts.push_back({{day}});
            continue;
        }
        const auto copied = services;
        for (const auto slot : slots) week_.slots[slot] = copied;
        if (slots.empty()) narrow(week_, day.when) = copied;
        if (is_one_date(day.when)) listing_.dates_with_hours.push_back(day.when);
    }
}

/// 平日 17:00～24:00 金・土 17:00～26:00: Friday's own hours, though Friday is one of 平日.
void WeekBuilder::go_before_workdays(std::size_t slot, const Services& own) {
    std::erase_if(week_.slots[slot], [&](const ListedService& other) {
        return other.by_workdays && std::any_of(own.begin(), own.end(), [&](const ListedService& service) {
                   return overlap(service, other) && !same_hours(service, other);
               });
    });
}

/// `火 0:00～5:00, 16:00～0:00` on each day is one opening, 16:00 to 29:00 of the day on which it begins.
void WeekBuilder::join_nights() {
    const auto before = week_.slots;
    for (std::size_t slot = 0; slot < weekday_slots; ++slot) {
        const auto& evening = before[(slot + weekday_slots - 1) % weekday_slots];
        const auto& morning = before[slot];
        if (evening.empty() || morning.empty() || evening.back().closes != minutes_a_day) continue;
        const auto& night = morning.front();
        if (evening.back().past_midnight || night.opens != 0 || night.closes > minutes_a_day / 2 || !night.end_known)
            continue;
        auto& joined = week_.slots[(slot + weekday_slots - 1) % weekday_slots].back();
        joined.closes = minutes_a_day + night.closes;
        if (night.last_orders.food)
            joined.last_orders.food = MinuteOfDay::make(night.last_orders.food->count() + minutes_a_day);
        week_.slots[slot].erase(week_.slots[slot].begin());
        if (week_.slots[slot].empty()) week_.only_nights.insert(static_cast<unsigned>(slot));
    }
}

void WeekBuilder::take_last_orders_before_closing() {
    for (auto& services : week_.slots) {
        for (auto& service : services) {
            const int minutes = service.closes - *listing_.last_order_before_closing;
            if (!service.end_known || minutes < service.opens || service.last_orders != LastOrders{}) continue;
            service.last_orders.food = MinuteOfDay::make(minutes);
        }
    }
}

void WeekBuilder::add(Services& services, const Services& more) {
    for (const auto& service : more) {
        const auto clash = [&](const ListedService& other) { return overlap(service, other); };
        const auto found = std::find_if(services.begin(), services.end(), clash);
        if (services.size() >= max_services) {
            find(FindingKind::not_understood, Weight::loss, "more openings than a day can have", service.place);
        } else if (found == services.end()) {
            services.push_back(service);
        } else if (same_hours(service, *found)) {
            find(FindingKind::repetition, Weight::note, "says the same again", service.place);
        } else if (is_a_meal_within(service, *found)) {
            find(FindingKind::repetition, Weight::note, "within hours said before", service.place);
        } else if (follows_before_the_end(service, services)) {
            find(FindingKind::assumption, Weight::note, "begins before the meal before it ends", service.place);
            auto rest = service;
            rest.opens = found->closes;
            services.push_back(rest);
        } else {
            if (overlapping_ != service.place.bytes.begin) {
                find(FindingKind::contradiction, Weight::doubt, "overlaps hours said before", service.place);
            }
            overlapping_ = service.place.bytes.begin;
            listing_.doubts.push_back({doubted_days_});
        }
    }
    std::sort(services.begin(), services.end(),
              [](const ListedService& a, const ListedService& b) { return a.opens < b.opens; });
}

/// 9:00～17:00⏎モーニング 9:00～11:00.
bool WeekBuilder::is_a_meal_within(const ListedService& meal, const ListedService& whole) {
    return meal.meal != Meal::none && whole.meal == Meal::none && meal.end_known && whole.end_known &&
           whole.opens <= meal.opens && meal.closes <= whole.closes;
}

/// ランチ 11:30～15:00 ティー 14:00～17:00: open throughout.
bool WeekBuilder::follows_before_the_end(const ListedService& service, const Services& others) {
    std::size_t clashes = 0;
    bool follows = false;
    for (const auto& other : others) {
        if (!overlap(service, other)) continue;
        ++clashes;
        follows = service.meal != Meal::none && other.meal != Meal::none && service.meal != other.meal &&
                  service.end_known && other.end_known && other.opens < service.opens && other.closes < service.closes;
    }
    return clashes == 1 && follows;
}

Week week_of(Listing& listing) { return WeekBuilder{listing}.build(); }

}  // namespace denwaban::formats::japanese
