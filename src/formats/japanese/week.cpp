#include "week.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include <denwaban/hours/validate.hpp>

namespace denwaban::formats::japanese {

namespace {

constexpr std::size_t weekday_slots = 7;

[[nodiscard]] bool overlap(const ListedService& a, const ListedService& b) {
    const auto end = [](const ListedService& service) {
        return service.end_known ? service.closes : service.opens + 1;
    };
    return a.opens < end(b) && b.opens < end(a);
}
[[nodiscard]] bool same_hours(const ListedService& a, const ListedService& b) {
    return a.opens == b.opens && a.closes == b.closes && a.end_known == b.end_known;
}

class WeekBuilder {
public:
    explicit WeekBuilder(Listing& listing) : listing_(listing) {}

    [[nodiscard]] Week build() && {
        for (const auto& group : listing_.groups) {
            if (!group.repeats) collect(group);
        }
        settle();
        for (const auto& group : listing_.groups) {
            if (group.repeats) compare(group);
        }
        join_nights();
        if (const auto* common = common_hours()) common_ = *common;
        for (const auto& other : listing_.other_times) apply(other);
        if (listing_.last_order_before_closing) take_last_orders_before_closing();
        return std::move(week_);
    }

private:
    void find(FindingKind kind, Weight weight, std::string message, const Place& place) {
        listing_.findings.push_back({kind, weight, std::move(message), place.bytes, {}, place.part, {}});
    }

    void collect(const Group& group) {
        if (group.days.empty()) return add(every_day_, group.services);
        for (const auto& day : group.days) {
            for (const auto slot : slots_of(day)) {
                if (day.sort == DaySort::workdays && week_.slots[slot].empty())
                    by_workdays_.insert(static_cast<unsigned>(slot));
                if (day.sort == DaySort::weekday) named_.insert(static_cast<unsigned>(slot));
                add(week_.slots[slot], group.services);
            }
            if (day.sort == DaySort::every_day) add(every_day_, group.services);
            if (day.is_vague) {
                find(FindingKind::not_understood, Weight::loss, "hours of a season without its dates", day.place);
            } else if (day.sort == DaySort::narrower) {
                add(narrow(day.when), group.services);
            }
        }
    }

    [[nodiscard]] static std::vector<std::size_t> slots_of(const DayItem& day) {
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

    [[nodiscard]] Services& narrow(const When& when) {
        for (auto& hours : week_.narrower) {
            if (hours.when == when) return hours.services;
        }
        return week_.narrower.emplace_back(NarrowHours{when, {}}).services;
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
            } else {
                find(FindingKind::contradiction, Weight::doubt, "overlaps hours said before", service.place);
            }
        }
        std::sort(services.begin(), services.end(),
                  [](const ListedService& a, const ListedService& b) { return a.opens < b.opens; });
    }

    /// Days of their own go before every day's; a meal that only every day's hours name goes with them.
    void settle() {
        if (every_day_.empty()) {
            week_.by_workdays = only_by_workdays();
            return;
        }
        for (std::size_t slot = 0; slot < weekday_slots; ++slot) {
            auto& services = week_.slots[slot];
            if (services.empty()) {
                services = every_day_;
                continue;
            }
            for (const auto& service : every_day_) {
                const auto clash = [&](const ListedService& own) {
                    return overlap(service, own) || own.meal == service.meal;
                };
                if (service.meal == Meal::none || std::any_of(services.begin(), services.end(), clash)) continue;
                add(services, {service});
            }
        }
    }
    [[nodiscard]] WeekdaySet only_by_workdays() const {
        WeekdaySet only;
        for (unsigned weekday = 0; weekday < weekday_slots; ++weekday) {
            if (by_workdays_.contains(weekday) && !named_.contains(weekday)) only.insert(weekday);
        }
        return only;
    }

    /// What a later part of the text says again: nothing new if it lies within what the first part said.
    void compare(const Group& group) {
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
        }
    }

    void apply(const OtherTime& other) {
        for (const auto& day : other.days) {
            if (day.sort == DaySort::narrower) {
                if (common_) {
                    auto& services = narrow(day.when);
                    services = *common_;
                    change(services, other);
                } else {
                    find(FindingKind::not_understood, Weight::loss,
                         "is at another time, but which hours are is not clear", other.place);
                }
            }
            for (const auto slot : slots_of(day)) {
                auto& services = week_.slots[slot];
                if (services.empty() && !common_) {
                    find(FindingKind::not_understood, Weight::loss,
                         "is at another time, but which hours are is not clear", other.place);
                    continue;
                }
                if (services.empty()) services = *common_;
                change(services, other);
            }
        }
    }

    /// The hours that all days have, but for those that already end at another time.
    [[nodiscard]] const Services* common_hours() const {
        if (!every_day_.empty()) return &every_day_;
        const Services* common = nullptr;
        for (std::size_t slot = 0; slot < weekday_slots; ++slot) {
            const auto& services = week_.slots[slot];
            if (services.empty()) continue;
            if (common != nullptr && (common->size() != services.size() ||
                                      !std::equal(common->begin(), common->end(), services.begin(), same_hours))) {
                return nullptr;
            }
            common = &services;
        }
        return common;
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

    void change(Services& services, const OtherTime& other) {
        if (other.opens && *other.opens < services.front().closes) services.front().opens = *other.opens;
        if (other.closes) end_at(services.back(), other);
    }

    void end_at(ListedService& service, const OtherTime& other) {
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

    Listing& listing_;
    Week week_;
    Services every_day_;
    std::optional<Services> common_;  ///< the hours that days follow of which only another end is said
    WeekdaySet by_workdays_;
    WeekdaySet named_;
};

}  // namespace

Week week_of(Listing& listing) { return WeekBuilder{listing}.build(); }

}  // namespace denwaban::formats::japanese
