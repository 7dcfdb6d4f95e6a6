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

    void apply(const Change& change) {
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
            if (day.sort == DaySort::narrower && is_of_a_season(group)) {
                change_within(group, day, change);
            } else if (day.sort == DaySort::narrower) {
                auto& services = narrow(week_, day.when);
                if (services.empty()) services = hours_beside(group);
                change_slot(services, change, group);
            }
            for (const auto slot : slots_of(day)) {
                auto& services = week_.slots[slot];
                if (services.empty() && (change.instead.empty() || group.days.empty())) services = hours_beside(group);
                change_slot(services, change, group);
            }
        }
    }

private:
    void apply_to_all(const Change& change, const Group& group) {
        for (auto& services : week_.slots) {
            if (!services.empty()) change_slot(services, change, group);
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
        const auto found =
            std::find_if(services.begin(), services.end(), [&](const auto& each) { return is_of(each, group); });
        if (found == services.end() && services.size() > 1) {
            find(FindingKind::not_understood, Weight::loss, "is at another time, but which hours are is not clear",
                 change.place);
            listing_.doubts.push_back({change.days});
            return;
        }
        auto& service = found == services.end() ? services.back() : *found;
        if (change.opens && *change.opens < service.closes) service.opens = *change.opens;
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
        std::erase_if(services, [&](const ListedService& each) {
            return is_of(each, group) || overlap(each, change.instead.front());
        });
        for (const auto& service : change.instead) services.push_back(service);
        refuse_overlaps(services, change);
    }

    void find(FindingKind kind, Weight weight, std::string message, const Place& place) {
        listing_.findings.push_back({kind, weight, std::move(message), place.bytes, {}, place.part, {}});
    }

    void end_at(ListedService& service, const Change& other) {
        auto closes = *other.closes;
        while (closes <= service.opens && closes + minutes_a_day <= MinuteOfDay::max) closes += minutes_a_day;
        if (closes <= service.opens) return;
        if (closes == service.closes && service.end_known) {
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
};

}  // namespace

void apply_changes(Week& week, Listing& listing) {
    ChangeMaker maker{week, listing};
    for (const auto& change : listing.changes) maker.apply(change);
}

}  // namespace denwaban::formats::japanese
