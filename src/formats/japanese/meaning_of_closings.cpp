#include <algorithm>
#include <utility>

#include <denwaban/hours/validate.hpp>

#include "rules_maker.hpp"
#include "weekdays.hpp"

namespace denwaban::formats::japanese {

/// 水～日 9:00～17:00（月・火が祝日の場合は営業）, and then 月・火 as closing days.
void RulesMaker::open_on_holidays_said_before() {
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
        if (!listing_.opens_on_holidays.contains(weekday)) continue;
        listing_.open_on_holidays.insert(weekday);
        for (auto& closing : listing_.closings) {
            if (closing.on_holiday_said || !closing.day.weekdays.contains(weekday)) continue;
            const bool all = only_one(closing.day.weekdays).has_value();
            closing.on_holiday = all ? Displacement::dropped : Displacement::unknown;
        }
    }
}

/// 月曜定休, 11月23日（月・祝）は10:00～15:00.
void RulesMaker::open_on_dates_with_hours() {
    auto& dates = listing_.dates_with_hours;
    dates.insert(dates.end(), listing_.open_dates.begin(), listing_.open_dates.end());
    const auto& weeks = listing_.weeks_with_hours;
    dates.insert(dates.end(), weeks.begin(), weeks.end());
    if (dates.empty() || dates.size() > max_dates) return;
    std::vector<ListedClosing> perhaps;
    for (auto& closing : listing_.closings) {
        if (closing.day.is_season || closing.day.effect != ClosingEffect::closes) continue;
        if (!weeks.empty()) {
            perhaps.push_back(closing);
            perhaps.back().day.when = {AllOf{{closing.day.when, {AnyOf{weeks}}}}};
            perhaps.back().day.effect = ClosingEffect::may_close;
            perhaps.back().day.weekdays = {};
            perhaps.back().on_holiday = Displacement::stays;
        }
        closing.day.when = {AllOf{{std::move(closing.day.when), {NoneOf{dates}}}}};
    }
    if (perhaps.empty()) return;
    find(FindingKind::unknowable, Weight::note, "whether closing days close within these dates is not said",
         perhaps.front().day.place);
    listing_.closings.insert(listing_.closings.end(), perhaps.begin(), perhaps.end());
}

/// 月曜（祝日の場合は翌日）、祝日の翌日: one and the same day, not two days one after the other.
void RulesMaker::let_days_after_holidays_close_once() {
    auto& closings = listing_.closings;
    const bool closes_after = std::any_of(closings.begin(), closings.end(), [](const ListedClosing& closing) {
        return closing.day.sort == DaySort::day_after_holiday && closes_whole_days(closing);
    });
    for (auto& closing : closings) {
        const auto& to = closing.on_holiday;
        if (closes_after && (to == OnHoliday{Displacement::next_day} || to == OnHoliday{Displacement::day_after}))
            closing.on_holiday = Displacement::dropped;
    }
}

void RulesMaker::add_closing(const ListedClosing& listed) {
    RegularClosing closing{listed.day.when, listed.on_holiday, {}, listed.day.label, listed.day.effect};
    // 平日休み leaves 祝日 out.
    if (listed.day.sort == DaySort::workdays)
        closing.when = {AllOf{{std::move(closing.when), {NoneOf{{{OnHolidays{}}}}}}}};
    // Where no hours are known, none can be looked for on the day it moves to.
    const bool hours_known = any_hours();
    if (!hours_known && closing.on_holiday == OnHoliday{Displacement::next_business_day}) {
        closing.on_holiday = Displacement::next_day;
    }
    if (closing.label.empty() && closing.effect == ClosingEffect::may_close) closing.label = "不定休";
    if (listed.meal != Meal::none) {
        closing.services = names(listed);
        if (closing.services.empty() || is_within_other_hours(listed)) {
            closing.effect = ClosingEffect::may_close;
            closing.services = {};
            find(FindingKind::not_understood, Weight::loss, "closes a meal that the hours don't tell apart",
                 listed.day.place);
        }
    }
    const bool served = closing.services.empty() || keep_services_with_hours(closing);
    if (!served && listed.day.is_season && !listed.all_but_meal) {
        // 11/20は夜お休み。ランチは11:30～14:00: a dinner on other days, of which no hours are said.
        find(FindingKind::not_understood, Weight::doubt, "closes a meal of which no hours are said", listed.day.place);
        return listing_.doubts.push_back({});
    }
    if (!served) {
        return find(FindingKind::remark, Weight::note, "closes a meal of which no hours are said", listed.day.place);
    }
    if (listed.all_but_meal && any_hours() && !serves(listed.meal)) {
        // 11:00～18:00、火曜は夜のみ: at hours that nobody says.
        closing.effect = ClosingEffect::may_close;
        closing.services = {};
        find(FindingKind::not_understood, Weight::doubt, "open for a meal of which no hours are said",
             listed.day.place);
    }
    if (closing.on_holiday == OnHoliday{Displacement::day_after}) tell_that_the_day_after_may_be_a_holiday();
    for (auto& other : rules_.closings) {
        if (join(other, closing)) return;
    }
    rules_.closings.push_back(std::move(closing));
}

/// 土日祝 11:00～21:00, 日曜の夜は休み: these days' hours don't tell the meal apart, though those of others do.
bool RulesMaker::is_within_other_hours(const ListedClosing& listed) const {
    auto slots = slots_of(listed.day);
    for (std::size_t slot = 0; slot < slot_count && listed.day.sort == DaySort::every_day; ++slot)
        slots.push_back(slot);
    return std::any_of(slots.begin(), slots.end(), [&](std::size_t slot) {
        const auto& services = week_.slots[slot];
        const auto untold = [](const ListedService& each) { return meal_by_clock(each) == Meal::none; };
        const auto told = [&](const ListedService& each) { return meal_by_clock(each) == listed.meal; };
        return std::any_of(services.begin(), services.end(), untold) &&
               (listed.all_but_meal || std::none_of(services.begin(), services.end(), told));
    });
}

/// Whether any of a closing's services has hours, or none has that is known.
bool RulesMaker::keep_services_with_hours(RegularClosing& closing) const {
    Rules one{rules_.rules, {closing}, {}};
    auto& services = closing.services;
    const auto unknown = unknown_services(one).size();
    if (unknown == services.size()) return false;
    std::erase_if(services, [&](const std::string& service) {
        one.closings.front().services = {service};
        return !unknown_services(one).empty();
    });
    return true;
}

bool RulesMaker::serves(Meal meal) const {
    const auto in = [&](const Services& services) {
        return std::any_of(services.begin(), services.end(), [&](const ListedService& service) {
            const auto known = meal_by_clock(service);
            return known == meal || known == Meal::none;
        });
    };
    return std::any_of(week_.slots.begin(), week_.slots.end(), in) ||
           std::any_of(week_.narrower.begin(), week_.narrower.end(),
                       [&](const NarrowHours& hours) { return in(hours.services); });
}

void RulesMaker::tell_that_the_day_after_may_be_a_holiday() {
    if (std::exchange(told_of_day_after_, true)) return;
    find(FindingKind::unknowable, Weight::note,
         "where 翌日 is a 祝日 too, it may close, or the first day after it that is none", {});
}

std::vector<std::string> RulesMaker::names(const ListedClosing& listed) const {
    std::vector<std::string> names;
    bool all_told_apart = true;
    for (const auto& services : week_.slots) {
        for (const auto& service : services) {
            const auto meal = meal_by_clock(service);
            all_told_apart &= meal != Meal::none;
            const bool named = (meal == listed.meal) != listed.all_but_meal;
            const auto name = service.end_known ? name_of(meal) : open_ended(service);
            if (named && meal != Meal::none && std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(name);
        }
    }
    if (!names.empty() || !all_told_apart) return names;
    // A meal that is not served, or of which no hours are known, keeps its name.
    for (std::size_t meal = 1; meal < meal_names.size(); ++meal) {
        const bool named = (static_cast<Meal>(meal) == listed.meal) != listed.all_but_meal;
        if (named) names.emplace_back(meal_names[meal]);
    }
    return names;
}

/// 月曜・火曜 is one closing day of two weekdays, if all else is alike.
bool RulesMaker::join(RegularClosing& closing, const RegularClosing& more) {
    auto* weekdays = std::get_if<OnWeekdays>(&closing.when.condition);
    const auto* others = std::get_if<OnWeekdays>(&more.when.condition);
    if (weekdays == nullptr || others == nullptr) return closing == more;
    const bool alike = closing.on_holiday == more.on_holiday && closing.services == more.services &&
                       closing.label == more.label && closing.effect == more.effect;
    // Of closings that don't close the whole day, each finds its own place when a 祝日 moves it.
    const bool moved_together = closing.effect == ClosingEffect::closes && closing.services.empty();
    if (!alike || (!moved_together && closing.on_holiday != OnHoliday{Displacement::stays})) return false;
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
        if (others->weekdays.contains(weekday)) weekdays->weekdays.insert(weekday);
    }
    return true;
}

}  // namespace denwaban::formats::japanese
