#include <algorithm>
#include <string>
#include <utility>

#include <denwaban/hours/validate.hpp>

#include "week.hpp"

namespace denwaban::formats::japanese {

namespace {

/// Applies to a settled week what the listing says of single days: another end, a pause, other hours.
class ChangeMaker {
public:
    ChangeMaker(Week& week, Listing& listing) : week_(week), listing_(listing) {}

    /// What is said of weekdays, and of all days.
    void apply_to_week(const Change& change) {
        const auto& group = listing_.groups[*change.of];
        if (change.days.empty()) {
            for (std::size_t slot = 0; slot < slot_count; ++slot) {
                if (!week_.slots[slot].empty()) change_slot(week_.slots[slot], change, group);
            }
            for (auto& hours : week_.narrower) change_slot(hours.services, change, group);
            return;
        }
        for (const auto& day : change.days) {
            if (day.sort == DaySort::every_day) apply_to_all(change, group);
            if (is_of_a_season(group)) continue;
            for (const auto slot : slots_of(day)) {
                if (slot >= weekday_slots) continue;
                auto& services = week_.slots[slot];
                if (services.empty() && begins_with_hours_beside(change, group)) services = hours_beside(group);
                change_slot(services, change, group);
            }
        }
    }

    /// What is said of 祝日 and dates, whose other hours are those of their weekdays.
    void apply_to_days_of_all_weekdays(const Change& change) {
        const auto& group = listing_.groups[*change.of];
        for (const auto& day : change.days) {
            if (day.sort != DaySort::every_day && is_of_a_season(group)) {
                change_within(group, day, change);
                continue;
            }
            if (day.sort == DaySort::narrower) {
                if (is_one_date(day.when)) listing_.dates_with_hours.push_back(day.when);
                if (is_some_dates(day.when)) listing_.weeks_with_hours.push_back(day.when);
                doubt_beside_weeks_of_the_month(day, change);
                doubt_beside_weekdays(day, change);
                change_days(day.when, narrow(week_, day.when), change, group);
            }
            for (const auto slot : slots_of(day)) {
                if (slot >= weekday_slots) change_days(day.when, week_.slots[slot], change, group);
            }
        }
    }

    /// 11:00～20:00（平日は15:00まで）: a 祝日 is no 平日, and keeps what its weekday had.
    void keep_holidays_apart_from_workdays(const std::array<Services, slot_count>& before) {
        const auto of_workdays = [](const DayItem& day) { return day.sort == DaySort::workdays; };
        const bool any = std::any_of(listing_.changes.begin(), listing_.changes.end(), [&](const Change& change) {
            return std::any_of(change.days.begin(), change.days.end(), of_workdays);
        });
        const bool said =
            !week_.slots[holiday_slot].empty() || week_.shut[holiday_slot] || !week_.by_workdays.empty() ||
            std::any_of(by_weekday_.begin(), by_weekday_.end(),
                        [](const ByWeekday& each) { return std::holds_alternative<OnHolidays>(each.when.condition); });
        if (!any || said) return;
        for (unsigned weekday = 1; weekday <= 5; ++weekday) {
            if (same_days(before[weekday], week_.slots[weekday]) || before[weekday].empty()) continue;
            week_.narrower.push_back({{AllOf{{{OnHolidays{}}, {OnWeekdays{{weekday}}}}}}, before[weekday], true});
        }
    }

    /// Days whose hours differ by weekday, each with those of its own.
    void settle() && {
        for (auto& [when, weekdays] : by_weekday_) {
            for (auto& [of, services] : weekdays) {
                week_.narrower.push_back({{AllOf{{when, std::move(of)}}}, std::move(services)});
            }
        }
    }

private:
    struct OfWeekdays {
        When of;
        Services services;
    };
    struct ByWeekday {
        When when;
        std::vector<OfWeekdays> weekdays;
    };

    [[nodiscard]] static bool begins_with_hours_beside(const Change& change, const Group& group) {
        return change.instead.empty() || group.days.empty();
    }

    void change_days(const When& when, Services& own, const Change& change, const Group& group) {
        const auto known = std::find_if(by_weekday_.begin(), by_weekday_.end(),
                                        [&](const ByWeekday& each) { return each.when == when; });
        if (!own.empty() || (known == by_weekday_.end() && !begins_with_hours_beside(change, group)))
            return change_slot(own, change, group);
        if (known != by_weekday_.end()) {
            for (auto& each : known->weekdays) change_slot(each.services, change, group);
            return;
        }
        auto weekdays = hours_by_weekday(when, group);
        told_ = &change;  // 土・祝前日は21:30まで: of a 祝前日 that is a Saturday
        for (auto& each : weekdays) change_slot(each.services, change, group);
        const bool alike = std::all_of(weekdays.begin(), weekdays.end(), [&](const OfWeekdays& each) {
            return same_days(each.services, weekdays.front().services);
        });
        if (alike) {
            own = std::move(weekdays.front().services);
        } else {
            by_weekday_.push_back({when, std::move(weekdays)});
        }
    }
    [[nodiscard]] static bool same_days(const Services& a, const Services& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ListedService& x, const ListedService& y) {
            return same_hours(x, y) && x.last_orders == y.last_orders;
        });
    }

    /// The hours that such days have apart from a change: of 祝日, if they have their own, and of each weekday.
    [[nodiscard]] std::vector<OfWeekdays> hours_by_weekday(const When& when, const Group& group) const {
        std::vector<OfWeekdays> found;
        const auto& holidays = week_.slots[holiday_slot];
        const auto* dated = std::get_if<AllOf>(&when.condition);
        const auto* weekday = dated != nullptr && dated->conditions.size() == 2
                                  ? std::get_if<OnWeekdays>(&dated->conditions.back().condition)
                                  : nullptr;
        const bool of_dates = dated != nullptr || std::holds_alternative<InSeason>(when.condition);
        if (of_dates && !holidays.empty()) found.push_back({{OnHolidays{}}, holidays});
        for (unsigned day = 0; day < weekday_slots; ++day) {
            if (weekday != nullptr && !weekday->weekdays.contains(day)) continue;
            auto services = week_.slots[day].empty() ? hours_beside(group) : week_.slots[day];
            const auto same = std::find_if(found.begin(), found.end(), [&](const OfWeekdays& each) {
                return std::holds_alternative<OnWeekdays>(each.of.condition) && same_days(each.services, services);
            });
            if (same == found.end()) {
                found.push_back({{OnWeekdays{{day}}}, std::move(services)});
            } else {
                std::get<OnWeekdays>(same->of.condition).weekdays.insert(day);
            }
        }
        return found;
    }

    void apply_to_all(const Change& change, const Group& group) {
        for (auto& services : week_.slots) {
            if (!services.empty()) change_slot(services, change, group);
        }
    }

    /// 第1・第3日曜は8時開店, 11/1(日)は20時閉店: whether that date is one of these Sundays too.
    void doubt_beside_weeks_of_the_month(const DayItem& day, const Change& change) {
        const auto is_nth = [](const When& when) { return std::holds_alternative<OnNthWeekdays>(when.condition); };
        const bool any = std::any_of(week_.narrower.begin(), week_.narrower.end(),
                                     [&](const NarrowHours& hours) { return is_nth(hours.when); }) ||
                         std::any_of(by_weekday_.begin(), by_weekday_.end(),
                                     [&](const ByWeekday& each) { return is_nth(each.when); });
        if (!any || is_nth(day.when)) return;
        find(FindingKind::not_understood, Weight::doubt, "whether other hours of these days hold too is not clear",
             change.place);
        listing_.doubts.push_back({{day}});
    }

    /// （11月～3月は24:00まで、日曜は22:00まで）: which of them holds on Sundays of these months.
    void doubt_beside_weekdays(const DayItem& day, const Change& change) {
        const bool long_season = std::holds_alternative<InMonths>(day.when.condition) ||
                                 (std::holds_alternative<InSeason>(day.when.condition) && !is_some_dates(day.when) &&
                                  !is_one_date(day.when));
        if (!long_season || !change.closes) return;
        for (const auto& other : listing_.changes) {
            const bool ends = &other != &change && other.of == change.of && other.closes && !other.opens;
            if (!ends || other.closes == change.closes) continue;
            for (const auto& days : other.days) {
                if (days.sort != DaySort::weekday && !is_of_holidays(days)) continue;
                find(FindingKind::not_understood, Weight::doubt, "which of two ends holds is not clear", change.place);
                listing_.doubts.push_back({{day_item(DaySort::narrower, {AllOf{{day.when, days.when}}})}});
            }
        }
    }

    [[nodiscard]] static bool is_of_a_season(const Group& group) {
        return !group.days.empty() && std::all_of(group.days.begin(), group.days.end(),
                                                  [](const DayItem& day) { return day.sort == DaySort::narrower; });
    }
    /// 4月1日～11月15日 9:00～17:00（10月・11月は16:00まで）: of these months the days of the season, before all of
    /// them.
    void change_within(const Group& group, const DayItem& day, const Change& change) {
        for (const auto& of : group.days) {
            NarrowHours within{{AllOf{{of.when, day.when}}}, group.services};
            change_slot(within.services, change, group);
            week_.narrower.insert(week_.narrower.begin(), std::move(within));
        }
    }

    /// The hours of the days that a change stands beside.
    [[nodiscard]] Services hours_beside(const Group& group) const {
        for (std::size_t slot = 0; slot < slot_count; ++slot) {
            const auto& services = week_.slots[slot];
            const auto is_it = [&](const ListedService& each) { return is_of(each, group); };
            if (std::any_of(services.begin(), services.end(), is_it)) return services;
        }
        return group.services;
    }
    [[nodiscard]] static bool is_of(const ListedService& service, const Group& group) {
        return !group.services.empty() && same_hours(service, group.services.back()) &&
               service.meal == group.services.back().meal;
    }

    void change_slot(Services& services, const Change& change, const Group& group) {
        if (change.goes_through) return go_through(services);
        if (change.pauses) return pause(services, change);
        if (!change.instead.empty()) return put_instead(services, change, group);
        auto found =
            std::find_if(services.begin(), services.end(), [&](const auto& each) { return is_of(each, group); });
        // （土日祝は15:00まで）: on a Sunday before a 祝日 its end is another already.
        if (found == services.end()) {
            found = std::find_if(services.begin(), services.end(), [&](const auto& each) {
                const auto* of = group.services.empty() ? nullptr : &group.services.back();
                return of != nullptr && each.meal == of->meal && (each.opens == of->opens || each.closes == of->closes);
            });
        }
        if (found == services.end() && services.size() > 1) {
            find(FindingKind::not_understood, Weight::loss, "is at another time, but which hours are is not clear",
                 change.place);
            listing_.doubts.push_back({change.days});
            return;
        }
        auto& service = found == services.end() ? services.back() : *found;
        const bool too_late = change.opens && (*change.opens >= MinuteOfDay::max ||
                                               (*change.opens >= service.closes && service.end_known));
        if (too_late) return find_no_such_opening(change);
        if (change.opens) service.opens = *change.opens;
        if (change.closes) end_at(service, change);
        refuse_overlaps(services, change);
    }
    void refuse_overlaps(Services& services, const Change& change) {
        std::sort(services.begin(), services.end(),
                  [](const ListedService& a, const ListedService& b) { return a.opens < b.opens; });
        for (std::size_t i = 1; i < services.size(); ++i) {
            if (!overlap(services[i - 1], services[i])) continue;
            services.erase(services.begin() + static_cast<std::ptrdiff_t>(i--));
            find(FindingKind::contradiction, Weight::doubt, "overlaps hours said before", change.place);
            listing_.doubts.push_back({change.days});
        }
    }

    /// 土日は通し営業: from the first opening to the last end.
    static void go_through(Services& services) {
        if (services.size() < 2) return;
        auto whole = services.front();
        const auto& last = services.back();
        whole.closes = last.closes;
        whole.end_known = last.end_known;
        whole.past_midnight = last.past_midnight;
        whole.last_orders = last.last_orders;
        whole.meal = Meal::none;
        services = {whole};
    }

    /// 昼休み13:00～14:00.
    void pause(Services& services, const Change& change) {
        for (std::size_t i = 0; i < services.size(); ++i) {
            auto& service = services[i];
            const bool within = service.end_known && service.opens < *change.opens && *change.closes < service.closes;
            if (within && services.size() < max_services) {
                auto rest = service;
                rest.opens = *change.closes;
                service.closes = *change.opens;
                service.last_orders = {};
                services.insert(services.begin() + static_cast<std::ptrdiff_t>(i) + 1, rest);
                return;
            }
            const bool between =
                service.closes <= *change.opens && i + 1 < services.size() && *change.closes <= services[i + 1].opens;
            if (between) return;
        }
        find(FindingKind::contradiction, Weight::doubt, "a pause, but not within the hours", change.place);
        listing_.doubts.push_back({change.days});
    }

    void put_instead(Services& services, const Change& change, const Group& group) {
        // （土曜はランチのみ 11:00～14:00）.
        const bool alone = std::any_of(change.instead.begin(), change.instead.end(),
                                       [](const ListedService& each) { return each.alone; });
        std::erase_if(services, [&](const ListedService& each) {
            return alone || is_of(each, group) || overlap(each, change.instead.front());
        });
        for (const auto& service : change.instead) services.push_back(service);
        refuse_overlaps(services, change);
    }

    void find(FindingKind kind, Weight weight, std::string message, const Place& place) {
        listing_.findings.push_back({kind, weight, std::move(message), place.bytes, {}, place.part, {}});
    }

    void find_no_such_opening(const Change& change) {
        find(FindingKind::contradiction, Weight::doubt, "no opening comes of it beside the hours said before",
             change.place);
        listing_.doubts.push_back({change.days});
    }

    void end_at(ListedService& service, const Change& other) {
        auto closes = *other.closes;
        while (closes <= service.opens && closes + minutes_a_day <= MinuteOfDay::max) closes += minutes_a_day;
        if (closes <= service.opens || closes > MinuteOfDay::max) return find_no_such_opening(other);
        // 11:00～売り切れまで（平日は14時頃）: a guess is no end.
        if (other.about && !service.end_known) return;
        if (closes == service.closes && service.end_known) {
            if (told_ == &other) return;
            told_ = &other;
            return find(FindingKind::repetition, Weight::note, "says the same again", other.place);
        }
        service.closes = closes;
        service.end_known = true;
        if (service.last_orders == LastOrders{}) return;
        service.last_orders = {};
        find(FindingKind::assumption, Weight::note, "no last order is said for this end", other.place);
    }

    Week& week_;
    Listing& listing_;
    std::vector<ByWeekday> by_weekday_;
    const Change* told_ = nullptr;  ///< that says the same again
};

}  // namespace

void apply_changes(Week& week, Listing& listing) {
    const auto before = week.slots;
    ChangeMaker maker{week, listing};
    for (const auto& change : listing.changes) maker.apply_to_week(change);
    for (const auto& change : listing.changes) maker.apply_to_days_of_all_weekdays(change);
    maker.keep_holidays_apart_from_workdays(before);
    std::move(maker).settle();
}

}  // namespace denwaban::formats::japanese
