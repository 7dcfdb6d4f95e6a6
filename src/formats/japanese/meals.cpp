#include <algorithm>
#include <utility>

#include "week.hpp"

namespace denwaban::formats::japanese {

namespace {

[[nodiscard]] bool serves(const Services& services, Meal meal) {
    return std::any_of(services.begin(), services.end(),
                       [meal](const ListedService& service) { return service.meal == meal; });
}

/// ■ランチ [火～金]… [土日祝]… ■ディナー [火～木・日]… [金・土・祝前]…: each meal with its own lists of days.
[[nodiscard]] bool each_meal_has_its_days(const std::vector<Group>& groups) {
    std::vector<Meal> meals;
    std::vector<std::pair<std::size_t, Meal>> places;
    for (const auto& group : groups) {
        if (group.repeats || group.services.empty()) continue;
        if (group.reach != Reach::these) return false;
        const auto meal = group.services.front().meal;
        if (meal == Meal::none) continue;  // 土 17:00～22:00: of days that have one opening
        const bool again = !meals.empty() && meals.back() == meal;
        if (!again && std::find(meals.begin(), meals.end(), meal) != meals.end()) return false;
        if (!again) meals.push_back(meal);
        if (group.days.empty()) continue;
        const auto place = group.days.front().place.bytes.begin;
        for (const auto& [other, of] : places) {
            if (other == place && of != meal) return false;
        }
        places.emplace_back(place, meal);
    }
    return meals.size() > 1;
}

class MealJoiner {
public:
    MealJoiner(Week& week, Listing& listing) : week_(week), listing_(listing) {}

    void join(std::size_t slot, const When& when) {
        auto& own = week_.slots[slot];
        const auto alone = [](const ListedService& service) { return service.alone; };
        if (own.empty() || serves(own, Meal::none) || std::any_of(own.begin(), own.end(), alone)) return;
        struct Rest {
            WeekdaySet weekdays;
            Services services;
        };
        std::vector<Rest> rests;
        WeekdaySet unsaid;
        for (unsigned weekday = 0; weekday < weekday_slots; ++weekday) {
            const auto rest = meals_besides(own, week_.slots[weekday]);
            if (week_.slots[weekday].empty() || !is_certain(rest, slot)) {
                unsaid.insert(weekday);
                continue;
            }
            const auto same =
                std::find_if(rests.begin(), rests.end(), [&](const Rest& each) { return alike(each.services, rest); });
            if (same == rests.end()) {
                rests.push_back({{weekday}, rest});
            } else {
                same->weekdays.insert(weekday);
            }
        }
        const bool nothing_more =
            std::all_of(rests.begin(), rests.end(), [](const Rest& rest) { return rest.services.empty(); });
        if (nothing_more && !any_meal_besides(own)) return;
        for (const auto& rest : rests) {
            week_.narrower.push_back({{AllOf{{when, {OnWeekdays{rest.weekdays}}}}}, with(own, rest.services), true});
        }
        leave_unsaid(when, unsaid, own);
    }

    /// ランチ 土日祝のみ … ディナー 金・土・祝前日のみ: whether lunch is served on a 祝前日 that is a Sunday.
    void doubt_other_meals(std::size_t slot, const When& when) {
        const auto& own = week_.slots[slot];
        if (own.empty() || serves(own, Meal::none)) return;
        WeekdaySet unsaid;
        for (unsigned weekday = 0; weekday < weekday_slots; ++weekday) {
            if (!meals_besides(own, week_.slots[weekday]).empty()) unsaid.insert(weekday);
        }
        leave_unsaid(when, unsaid, own);
    }

private:
    void leave_unsaid(const When& when, const WeekdaySet& unsaid, const Services& own) {
        if (unsaid == WeekdaySet{}) return;
        listing_.doubts.push_back({{day_item(DaySort::narrower, {AllOf{{when, {OnWeekdays{unsaid}}}}})}});
        listing_.findings.push_back({FindingKind::unknowable,
                                     Weight::note,
                                     "whether its other meals are served on these days is not said",
                                     own.front().place.bytes,
                                     {},
                                     own.front().place.part,
                                     {}});
    }

    [[nodiscard]] static Services meals_besides(const Services& own, const Services& all) {
        Services rest;
        for (const auto& service : all) {
            const bool apart = std::none_of(own.begin(), own.end(),
                                            [&](const ListedService& other) { return overlap(service, other); });
            if (!serves(own, service.meal) && apart) rest.push_back(service);
        }
        return rest;
    }
    [[nodiscard]] static bool alike(const Services& a, const Services& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
            return same_hours(x, y) && x.meal == y.meal && x.last_orders == y.last_orders;
        });
    }
    [[nodiscard]] static Services with(Services own, const Services& rest) {
        own.insert(own.end(), rest.begin(), rest.end());
        std::sort(own.begin(), own.end(),
                  [](const ListedService& a, const ListedService& b) { return a.opens < b.opens; });
        return own;
    }
    [[nodiscard]] bool any_meal_besides(const Services& own) const {
        return std::any_of(week_.slots.begin(), week_.slots.begin() + weekday_slots,
                           [&](const Services& services) { return !meals_besides(own, services).empty(); });
    }
    /// A 祝日 has the meals that every day has; of one that only some weekdays have, nobody says.
    [[nodiscard]] bool is_certain(const Services& rest, std::size_t slot) const {
        return slot != holiday_slot || std::all_of(rest.begin(), rest.end(), [&](const ListedService& service) {
                   return !service.by_workdays &&
                          std::all_of(week_.slots.begin(), week_.slots.begin() + weekday_slots,
                                      [&](const Services& each) { return each.empty() || serves(each, service.meal); });
               });
    }

    Week& week_;
    Listing& listing_;
};

}  // namespace

void join_meals_with_their_own_days(Week& week, Listing& listing) {
    MealJoiner joiner{week, listing};
    const bool some_alone = std::any_of(listing.groups.begin(), listing.groups.end(),
                                        [](const Group& group) { return group.reach == Reach::only; });
    if (some_alone) joiner.doubt_other_meals(eve_slot, {OnHolidayEves{}});
    if (!each_meal_has_its_days(listing.groups)) return;
    joiner.join(holiday_slot, {OnHolidays{}});
    joiner.join(eve_slot, {OnHolidayEves{}});
    joiner.join(after_slot, {OnDaysAfterHolidays{}});
}

}  // namespace denwaban::formats::japanese
