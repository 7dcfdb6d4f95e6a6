#include "week.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include <denwaban/hours/validate.hpp>

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

Services& narrow(Week& week, const When& when) {
    for (auto& hours : week.narrower) {
        if (hours.when == when) return hours.services;
    }
    return week.narrower.emplace_back(NarrowHours{when, {}}).services;
}

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

class WeekBuilder {
public:
    explicit WeekBuilder(Listing& listing) : listing_(listing) {}

    [[nodiscard]] Week build() && {
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

private:
    void find(FindingKind kind, Weight weight, std::string message, const Place& place) {
        listing_.findings.push_back({kind, weight, std::move(message), place.bytes, {}, place.part, {}});
    }

    /// ■営業時間⏎11月は水曜日も営業（12:00～16:00）: no part before it can have said that.
    [[nodiscard]] static bool is_of_other_days(const Group& group) {
        return !group.days.empty() && std::all_of(group.days.begin(), group.days.end(),
                                                  [](const DayItem& day) { return day.sort == DaySort::narrower; });
    }

    /// 月～金 ランチ … ディナー … 土曜はディナーのみ: the dinner of the other days.
    void serve_one_meal() {
        for (const auto& closing : listing_.closings) {
            if (!closing.all_but_meal || closing.day.sort != DaySort::weekday) continue;
            const ListedService* served = nullptr;
            bool one = true;
            for (const auto& group : listing_.groups) {
                for (const auto& service : group.services) {
                    if (service.meal != closing.meal || group.repeats) continue;
                    one &= group.reach == Reach::these && !group.days.empty() &&
                           (served == nullptr ||
                            (same_hours(*served, service) && served->last_orders == service.last_orders));
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

    void collect(const Group& group) {
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
    void add_on_holidays_of(const When& when, const Services& services) {
        for (const auto& holidays : {When{OnHolidays{}}, When{OnHolidayEves{}}}) {
            week_.narrower.push_back({{AllOf{{holidays, when}}}, services, true});
        }
    }

    void copy(const Alike& alike) {
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
    void go_before_workdays(std::size_t slot, const Services& own) {
        std::erase_if(week_.slots[slot], [&](const ListedService& other) {
            return other.by_workdays && std::any_of(own.begin(), own.end(), [&](const ListedService& service) {
                       return overlap(service, other) && !same_hours(service, other);
                   });
        });
    }

    /// Hours that all days share, or all but some: ランチ 11:30～14:00（平日のみ） ディナー 17:00～23:00.
    void collect_shared(const Group& group) {
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
            const bool differs =
                !weekday && !group.days.empty() && (named[slot] || (slot == holiday_slot && on_workdays));
            if (differs) shared_differs_[slot] = true;
        }
    }

    void add(Services& services, const Services& more) {
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
    [[nodiscard]] static bool is_a_meal_within(const ListedService& meal, const ListedService& whole) {
        return meal.meal != Meal::none && whole.meal == Meal::none && meal.end_known && whole.end_known &&
               whole.opens <= meal.opens && meal.closes <= whole.closes;
    }
    /// ランチ 11:30～15:00 ティー 14:00～17:00: open throughout.
    [[nodiscard]] static bool follows_before_the_end(const ListedService& service, const Services& others) {
        std::size_t clashes = 0;
        bool follows = false;
        for (const auto& other : others) {
            if (!overlap(service, other)) continue;
            ++clashes;
            follows = service.meal != Meal::none && other.meal != Meal::none && service.meal != other.meal &&
                      service.end_known && other.end_known && other.opens < service.opens &&
                      other.closes < service.closes;
        }
        return clashes == 1 && follows;
    }

    /// Days of their own go before every day's; a meal that only every day's hours name goes with them.
    void settle() {
        const bool shared = std::any_of(shared_.begin(), shared_.end(), [](const auto& each) { return !each.empty(); });
        week_.by_workdays = only_by_workdays();
        add_beside_shared();
        if (!shared) return;
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
    void add_beside_shared() {
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

    void join_shared(std::size_t slot) {
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
            find(FindingKind::not_understood, Weight::doubt,
                 "whether it opens then on days with hours of their own too", service.place);
        }
    }
    /// Whether it is clear that the days' own hours go with those of all days, or take their place.
    [[nodiscard]] bool join_shared(Services& own, const ListedService& service) {
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
        const bool meals_within = std::all_of(
            own.begin(), own.end(), [&](const ListedService& other) { return is_a_meal_within(other, service); });
        if (meals_within) return false;
        if (std::any_of(own.begin(), own.end(), same_meal)) return true;
        // ランチ 平日 11:30～14:00 土日 11:30～15:00⏎ティー 14:30～17:00.
        const auto is_meal = [](const ListedService& other) { return other.meal != Meal::none; };
        const bool is_another_meal = is_meal(service) && std::all_of(own.begin(), own.end(), is_meal);
        if (!is_another_meal && std::any_of(own.begin(), own.end(), clash)) return true;
        // 毎日 11:00～15:00, and on a line of their own 祝日 17:00～22:00.
        const bool follows = own.front().place.bytes.begin < service.place.bytes.begin;
        if (service.meal == Meal::none && service.every_day && own.front().line == service.line && follows) {
            add(own, {service});
            return true;
        }
        if (service.meal == Meal::none) return service.every_day && own.front().line != service.line;
        add(own, {service});
        return true;
    }
    [[nodiscard]] WeekdaySet only_by_workdays() const {
        WeekdaySet only;
        for (unsigned weekday = 0; weekday < weekday_slots; ++weekday) {
            if (by_workdays_.contains(weekday) && !named_.contains(weekday)) only.insert(weekday);
        }
        return only;
    }

    /// モーニング 7:00～11:00 ランチ 11:00～14:00 営業時間 7:00～18:00: the meals are within the whole.
    [[nodiscard]] bool covers_what_was_said(const Group& group) {
        if (group.services.size() != 1 || !group.days.empty() || !group.services.front().end_known) return false;
        const auto& whole = group.services.front();
        const auto within = [&](const ListedService& meal) { return is_a_meal_within(meal, whole); };
        for (std::size_t slot = 0; slot < weekday_slots; ++slot) {
            const auto& said = week_.slots[slot];
            if (said.empty() || !std::all_of(said.begin(), said.end(), within)) return false;
        }
        for (std::size_t slot = 0; slot < weekday_slots; ++slot) week_.slots[slot] = {whole};
        find(FindingKind::repetition, Weight::note, "the meals are within these hours", whole.place);
        return true;
    }

    /// What a later part of the text says again: nothing new if it lies within what the first part said.
    void compare(const Group& group) {
        if (covers_what_was_said(group)) return;
        for (const auto& service : group.services) {
            const auto known = [&](const Services& services) {
                return std::any_of(services.begin(), services.end(), [&](const ListedService& said) {
                    return said.opens <= service.opens && (!service.end_known || service.closes <= said.closes);
                });
            };
            const auto slots = known_slots(group);
            const bool all = std::all_of(slots.begin(), slots.end(), [&](std::size_t slot) {
                return known(week_.slots[slot]) || week_.slots[slot].empty();
            });
            if (all) {
                find(FindingKind::repetition, Weight::note, "explains hours said before", service.place);
            } else {
                find(FindingKind::contradiction, Weight::doubt, "differs from the hours said before", service.place);
                listing_.doubts.push_back({group.days});
            }
        }
    }
    [[nodiscard]] std::vector<std::size_t> known_slots(const Group& group) const {
        std::vector<std::size_t> slots;
        for (const auto& day : group.days) {
            for (const auto slot : slots_of(day)) slots.push_back(slot);
        }
        for (std::size_t slot = 0; group.days.empty() && slot < weekday_slots; ++slot) slots.push_back(slot);
        return slots;
    }

    /// `火 0:00～5:00, 16:00～0:00` on each day is one opening, 16:00 to 29:00 of the day on which it begins.
    void join_nights() {
        const auto before = week_.slots;
        for (std::size_t slot = 0; slot < weekday_slots; ++slot) {
            const auto& evening = before[(slot + weekday_slots - 1) % weekday_slots];
            const auto& morning = before[slot];
            if (evening.empty() || morning.empty() || evening.back().closes != minutes_a_day) continue;
            const auto& night = morning.front();
            if (evening.back().past_midnight || night.opens != 0 || night.closes > minutes_a_day / 2 ||
                !night.end_known)
                continue;
            auto& joined = week_.slots[(slot + weekday_slots - 1) % weekday_slots].back();
            joined.closes = minutes_a_day + night.closes;
            if (night.last_orders.food)
                joined.last_orders.food = MinuteOfDay::make(night.last_orders.food->count() + minutes_a_day);
            week_.slots[slot].erase(week_.slots[slot].begin());
            if (week_.slots[slot].empty()) week_.only_nights.insert(static_cast<unsigned>(slot));
        }
    }

    void take_last_orders_before_closing() {
        for (auto& services : week_.slots) {
            for (auto& service : services) {
                const int minutes = service.closes - *listing_.last_order_before_closing;
                if (!service.end_known || minutes < service.opens || service.last_orders != LastOrders{}) continue;
                service.last_orders.food = MinuteOfDay::make(minutes);
            }
        }
    }

    Listing& listing_;
    Week week_;
    std::array<Services, slot_count> shared_;  ///< the hours of all days, on those days that have them
    std::array<bool, slot_count> shared_differs_{};
    struct Beside {
        DayItem day;
        Services services;
    };
    std::vector<Beside> beside_;  ///< hours that dates have beside those of all days
    bool doubted_ = false;
    std::optional<std::size_t> overlapping_;  ///< where the opening stands that was found to overlap
    DayList doubted_days_;                    ///< those of the group that is being collected
    WeekdaySet by_workdays_;
    WeekdaySet named_;
};

}  // namespace

Week week_of(Listing& listing) { return WeekBuilder{listing}.build(); }

}  // namespace denwaban::formats::japanese
