#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "meaning.hpp"
#include "week.hpp"

namespace denwaban::formats::japanese {

inline constexpr int afternoon = 15 * 60;
inline constexpr std::size_t max_dates = 64;

/// Lunch and dinner by the clock, for a closing that names a meal which the hours leave without a name.
[[nodiscard]] inline Meal meal_by_clock(const ListedService& service) {
    if (service.meal != Meal::none) return service.meal;
    if (service.opens >= afternoon) return Meal::dinner;
    return service.closes <= 18 * 60 ? Meal::lunch : Meal::none;
}

[[nodiscard]] inline std::string name_of(Meal meal) { return std::string{meal_names[static_cast<std::size_t>(meal)]}; }

/// Makes rules of what a listing says.
class RulesMaker {
public:
    explicit RulesMaker(Listing listing) : listing_(std::move(listing)), week_(week_of(listing_)) {
        names_meals_ = std::any_of(listing_.closings.begin(), listing_.closings.end(),
                                   [](const ListedClosing& closing) { return closing.meal != Meal::none; });
    }
    [[nodiscard]] RulesReading make() &&;

private:
    void find(FindingKind kind, Weight weight, std::string message, const Place& place) {
        listing_.findings.push_back({kind, weight, std::move(message), place.bytes, {}, place.part, {}});
    }
    template <class Wanted>
    void add_narrower(Wanted wanted) {
        for (const auto& hours : week_.narrower) {
            if (wanted(hours) && !hours.services.empty())
                rules_.rules.push_back({hours.when, Open{to_services(hours.services)}, ""});
        }
    }
    /// 日曜日 0:00～5:00 is the night of Saturday.
    [[nodiscard]] bool emptied_by_night(unsigned weekday) const { return week_.only_nights.contains(weekday); }

    // meaning.cpp
    void add_hours();
    [[nodiscard]] When when(const std::vector<std::size_t>& slots) const;
    [[nodiscard]] bool all_slots_alike(const std::vector<std::size_t>& slots) const;
    [[nodiscard]] std::vector<Service> to_services(const Services& listed) const;
    [[nodiscard]] static std::string open_ended(const ListedService& service);
    [[nodiscard]] bool only_on_some_dates() const;
    [[nodiscard]] bool only_around_the_clock() const;

    // meaning_of_closings.cpp
    void open_on_holidays_said_before();
    void open_on_dates_with_hours();
    void let_days_after_holidays_close_once();
    void add_closing(const ListedClosing& listed);
    [[nodiscard]] bool is_within_other_hours(const ListedClosing& listed) const;
    [[nodiscard]] bool keep_services_with_hours(RegularClosing& closing) const;
    [[nodiscard]] bool serves(Meal meal) const;
    void tell_that_the_day_after_may_be_a_holiday();
    [[nodiscard]] std::vector<std::string> names(const ListedClosing& listed) const;
    [[nodiscard]] static bool join(RegularClosing& closing, const RegularClosing& more);

    // meaning_in_doubt.cpp
    void leave_holidays_open_to_doubt();
    [[nodiscard]] static bool closes_whole_days(const ListedClosing& closing);
    [[nodiscard]] bool is_closed_on(unsigned weekday) const;
    [[nodiscard]] bool is_in_doubt(unsigned weekday) const;
    [[nodiscard]] static bool closes_all_of(const ListedClosing& closing, const DayItem& day);
    [[nodiscard]] bool are_closing_days(const DayList& days) const;
    void doubt_hours_of_closing_days();
    void leave_unnamed_days_open_to_doubt();
    void leave_openings_without_hours_open_to_doubt();
    void add_unknown(When when, const Place& place);
    [[nodiscard]] Place place_of_closings(WeekdaySet weekdays) const;
    [[nodiscard]] bool any_hours() const;
    void doubt_being_closed_all_week();

    Listing listing_;
    Week week_;
    bool names_meals_ = false;
    bool told_of_day_after_ = false;
    Rules rules_;
};

}  // namespace denwaban::formats::japanese
