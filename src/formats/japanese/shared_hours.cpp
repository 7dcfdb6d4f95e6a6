#include <algorithm>
#include <array>
#include <utility>

#include "week_builder.hpp"

namespace denwaban::formats::japanese {

/// Hours that all days share, or all but some: ランチ 11:30～14:00（平日のみ） ディナー 17:00～23:00.
void WeekBuilder::collect_shared(const Group& group) {
    std::array<bool, slot_count> named{};
    for (const auto& day : group.days) {
        for (const auto slot : slots_of(day)) named[slot] = true;
        if (day.sort != DaySort::narrower) continue;
        // 9:00～16:00（11月14日～30日は17:30～20:30も営業）.
        if (group.reach == Reach::only && day.is_season && day.effect == ClosingEffect::closes) {
            beside_.push_back({day, group.services});
            continue;
        }
        find(FindingKind::not_understood, Weight::doubt, "which of the hours hold on these days is not clear",
             day.place);
        listing_.doubts.push_back({{day}});
    }
    const bool on_workdays = std::any_of(group.days.begin(), group.days.end(),
                                         [](const DayItem& day) { return day.sort == DaySort::workdays; });
    for (std::size_t slot = 0; slot < slot_count; ++slot) {
        const bool weekday = slot < weekday_slots;
        const bool these = group.days.empty() || named[slot] == (group.reach != Reach::except);
        if (these && (weekday || group.reach != Reach::only || named[slot])) add(shared_[slot], group.services);
        // 祝日のみ, 祝日を除く, 平日のみ: a 祝日 differs from its weekday.
        const bool differs = !weekday && !group.days.empty() && (named[slot] || (slot == holiday_slot && on_workdays));
        if (differs) shared_differs_[slot] = true;
    }
    if (named[holiday_slot]) return;
    for (const auto& day : group.days) {
        if (day.sort == DaySort::weekday) by_weekday_.push_back(day);
    }
}

/// 昼 11:30～14:00（土日祝のみ） 夜 17:30～21:00（火曜を除く）; 昼（平日のみ） 夜（月～金）: of a 祝日 that is a
/// Tuesday nobody says.
void WeekBuilder::doubt_holidays_on_named_weekdays() {
    const bool own = !week_.slots[holiday_slot].empty();
    if (!own && !shared_differs_[holiday_slot]) return;
    auto days = by_weekday_;
    if (!own && !named_.empty()) days.push_back(day_item(DaySort::weekday, {OnWeekdays{named_}}));
    for (const auto& day : days) {
        find(FindingKind::unknowable, Weight::note, "whether it holds on 祝日 too is not said", day.place);
        listing_.doubts.push_back({{day_item(DaySort::narrower, {AllOf{{{OnHolidays{}}, day.when}}})}});
    }
}

/// Days of their own go before every day's; a meal that only every day's hours name goes with them.
void WeekBuilder::settle() {
    const bool shared = std::any_of(shared_.begin(), shared_.end(), [](const auto& each) { return !each.empty(); });
    week_.by_workdays = only_by_workdays();
    add_beside_shared();
    if (!shared) return;
    doubt_holidays_on_named_weekdays();
    for (std::size_t slot = 0; slot < slot_count; ++slot) {
        auto& services = week_.slots[slot];
        if (services.empty()) {
            if (slot < weekday_slots || shared_differs_[slot]) services = shared_[slot];
            week_.shut[slot] = shared_differs_[slot] && services.empty();
            continue;
        }
        join_shared(slot);
    }
    for (auto& narrower : week_.narrower) {
        if (!beside_.empty()) break;
        // 11/21（土） 10:00～15:00 … ディナー 17:00～22:00: all that the date has.
        const bool whole = std::all_of(narrower.services.begin(), narrower.services.end(),
                                       [](const ListedService& each) { return each.meal == Meal::none; });
        if (whole && (is_one_date(narrower.when) || is_some_dates(narrower.when))) continue;
        for (const auto& service : shared_[0]) static_cast<void>(join_shared(narrower.services, service));
    }
}

/// Beside the hours of all days, if no days have hours of their own.
void WeekBuilder::add_beside_shared() {
    const bool alike = std::all_of(shared_.begin(), shared_.begin() + weekday_slots, [&](const Services& each) {
        return std::equal(each.begin(), each.end(), shared_[0].begin(), shared_[0].end(), same_hours);
    });
    const bool own = !week_.narrower.empty() || std::any_of(week_.slots.begin(), week_.slots.end(),
                                                            [](const Services& each) { return !each.empty(); });
    for (auto& [day, more] : beside_) {
        const bool clashes = std::any_of(more.begin(), more.end(), [&](const ListedService& service) {
            return std::any_of(shared_[0].begin(), shared_[0].end(),
                               [&](const ListedService& other) { return overlap(service, other); });
        });
        if (!alike || own || clashes || shared_[0].empty()) {
            find(FindingKind::not_understood, Weight::doubt, "which of the hours hold on these days is not clear",
                 day.place);
            listing_.doubts.push_back({{day}});
            continue;
        }
        auto services = shared_[0];
        add(services, more);
        week_.narrower.push_back({day.when, std::move(services)});
    }
}

void WeekBuilder::join_shared(std::size_t slot) {
    for (const auto& service : shared_[slot]) {
        if (join_shared(week_.slots[slot], service)) continue;
        DayItem day = day_item(DaySort::narrower, {EveryDay{}});
        if (slot < weekday_slots) day.when = {OnWeekdays{{static_cast<unsigned>(slot)}}};
        if (slot == holiday_slot) day.when = {OnHolidays{}};
        if (slot == eve_slot) day.when = {OnHolidayEves{}};
        if (slot == after_slot) day.when = {OnDaysAfterHolidays{}};
        listing_.doubts.push_back({{day}});
        if (doubted_) continue;
        doubted_ = true;
        find(FindingKind::not_understood, Weight::doubt, "whether it opens then on days with hours of their own too",
             service.place);
    }
}

/// Whether it is clear that the days' own hours go with those of all days, or take their place.
bool WeekBuilder::join_shared(Services& own, const ListedService& service) {
    const auto clash = [&](const ListedService& other) { return overlap(service, other); };
    const auto same_meal = [&](const ListedService& other) {
        return service.meal != Meal::none && other.meal == service.meal;
    };
    if (own.empty()) return true;
    const auto alone = [](const ListedService& other) { return other.alone; };
    if (std::any_of(own.begin(), own.end(), alone)) return true;
    // 11:00～23:00※ランチは平日11:00～15:00.
    const auto heads = [&](const ListedService& other) { return other.heads && is_a_meal_within(other, service); };
    if (std::all_of(own.begin(), own.end(), heads)) {
        find(FindingKind::repetition, Weight::note, "within hours said before", own.front().place);
        own = {service};
        return true;
    }
    // 11:00～22:00 土日 ランチ 11:00～15:00: of all that day, or of its lunch.
    const bool meals_within = std::all_of(own.begin(), own.end(),
                                          [&](const ListedService& other) { return is_a_meal_within(other, service); });
    if (meals_within) return false;
    if (std::any_of(own.begin(), own.end(), same_meal)) return true;
    // ランチ 平日 11:30～14:00 土日 11:30～15:00⏎ティー 14:30～17:00.
    const auto is_meal = [](const ListedService& other) { return other.meal != Meal::none; };
    const bool is_another_meal = is_meal(service) && std::all_of(own.begin(), own.end(), is_meal);
    if (!is_another_meal && std::any_of(own.begin(), own.end(), clash)) return true;
    // 平日 11:30～14:00⏎毎日 17:00～22:00: every day's, beside theirs; 毎日 11:00～15:00⏎祝日 17:00～22:00: beside, or
    // instead.
    const bool follows = own.front().place.bytes.begin < service.place.bytes.begin;
    if (service.meal == Meal::none && !(service.every_day && follows)) return false;
    add(own, {service});
    return true;
}

WeekdaySet WeekBuilder::only_by_workdays() const {
    WeekdaySet only;
    for (unsigned weekday = 0; weekday < weekday_slots; ++weekday) {
        // ランチ（平日のみ） ディナー（月～金）.
        const auto& services = week_.slots[weekday];
        const bool some = std::any_of(services.begin(), services.end(),
                                      [](const ListedService& service) { return service.by_workdays; });
        if (some || (by_workdays_.contains(weekday) && !named_.contains(weekday))) only.insert(weekday);
    }
    return only;
}

}  // namespace denwaban::formats::japanese
