#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "week.hpp"

namespace denwaban::formats::japanese {

/// Collects whose hours each kind of day follows.
class WeekBuilder {
public:
    explicit WeekBuilder(Listing& listing) : listing_(listing) {}
    [[nodiscard]] Week build() &&;

private:
    void find(FindingKind kind, Weight weight, std::string message, const Place& place) {
        listing_.findings.push_back({kind, weight, std::move(message), place.bytes, {}, place.part, {}});
    }
    struct Beside {
        DayItem day;
        Services services;
    };

    // build_week.cpp
    [[nodiscard]] static bool is_of_other_days(const Group& group);
    void serve_one_meal();
    void collect(const Group& group);
    void add_on_holidays_of(const When& when, const Services& services);
    void copy(const Alike& alike);
    void go_before_workdays(std::size_t slot, const Services& own);
    void join_nights();
    void take_last_orders_before_closing();
    void add(Services& services, const Services& more);
    [[nodiscard]] static bool is_a_meal_within(const ListedService& meal, const ListedService& whole);
    [[nodiscard]] static bool follows_before_the_end(const ListedService& service, const Services& others);

    // shared_hours.cpp
    void collect_shared(const Group& group);
    void settle();
    void doubt_holidays_on_named_weekdays();
    void add_beside_shared();
    void join_shared(std::size_t slot);
    [[nodiscard]] bool join_shared(Services& own, const ListedService& service);
    [[nodiscard]] WeekdaySet only_by_workdays() const;

    // repeated_hours.cpp
    [[nodiscard]] bool covers_what_was_said(const Group& group);
    void compare(const Group& group);
    [[nodiscard]] std::vector<std::size_t> known_slots(const Group& group) const;

    Listing& listing_;
    Week week_;
    std::array<Services, slot_count> shared_;  ///< the hours of all days, on those days that have them
    std::array<bool, slot_count> shared_differs_{};
    DayList by_weekday_;          ///< those that shared hours are of, or leave out, and of 祝日 say nothing
    std::vector<Beside> beside_;  ///< hours that dates have beside those of all days
    bool doubted_ = false;
    std::optional<std::size_t> overlapping_;  ///< where the opening stands that was found to overlap
    DayList doubted_days_;                    ///< those of the group that is being collected
    WeekdaySet by_workdays_;
    WeekdaySet named_;
};

}  // namespace denwaban::formats::japanese
