#include <algorithm>
#include <utility>

#include "rules_maker.hpp"
#include "weekdays.hpp"

namespace denwaban::formats::japanese {

/// 平日 leaves out 祝日, so what holds on a 祝日 of which nothing is said is not known.
void RulesMaker::leave_holidays_open_to_doubt() {
    const auto closes_holidays = [](const ListedClosing& closing) {
        return closing.day.sort == DaySort::holiday && closing.day.effect == ClosingEffect::closes;
    };
    const bool said = !week_.slots[holiday_slot].empty() || week_.shut[holiday_slot] ||
                      std::any_of(listing_.closings.begin(), listing_.closings.end(), closes_holidays);
    if (said || week_.by_workdays.empty()) return;
    AllOf days{{{OnHolidays{}}, {OnWeekdays{week_.by_workdays}}}};
    // A 祝日 that is also 祝前日 has hours, if 祝前日 have.
    if (!week_.slots[eve_slot].empty()) days.conditions.push_back({NoneOf{{{OnHolidayEves{}}}}});
    if (!week_.slots[after_slot].empty()) days.conditions.push_back({NoneOf{{{OnDaysAfterHolidays{}}}}});
    rules_.rules.push_back({{std::move(days)}, Unknown{}, "祝日"});
    find(FindingKind::unknowable, Weight::note, "平日 leaves out 祝日, of which nothing is said", {});
}

bool RulesMaker::closes_whole_days(const ListedClosing& closing) {
    return closing.meal == Meal::none && closing.day.effect == ClosingEffect::closes;
}

bool RulesMaker::is_closed_on(unsigned weekday) const {
    return std::any_of(listing_.closings.begin(), listing_.closings.end(), [&](const ListedClosing& closing) {
        return closing.meal == Meal::none && closing.day.weekdays.contains(weekday);
    });
}

bool RulesMaker::is_in_doubt(unsigned weekday) const {
    return std::any_of(listing_.doubts.begin(), listing_.doubts.end(), [&](const OpenToDoubt& doubt) {
        return std::any_of(doubt.days.begin(), doubt.days.end(),
                           [&](const DayItem& day) { return day.weekdays.contains(weekday); });
    });
}

/// Whether no such day is left open, whatever its date.
bool RulesMaker::closes_all_of(const ListedClosing& closing, const DayItem& day) {
    if (!closes_whole_days(closing)) return false;
    if (day.sort == DaySort::holiday) return std::holds_alternative<OnHolidays>(closing.day.when.condition);
    const auto* weekdays = std::get_if<OnWeekdays>(&closing.day.when.condition);
    const bool moves = closing.on_holiday != OnHoliday{Displacement::stays};
    return weekdays != nullptr && !moves && !day.weekdays.empty() && day.sort != DaySort::workdays &&
           within(day.weekdays, weekdays->weekdays);
}

bool RulesMaker::are_closing_days(const DayList& days) const {
    const auto& closings = listing_.closings;
    return !days.empty() && std::all_of(days.begin(), days.end(), [&](const DayItem& day) {
        const auto& open = listing_.open_dates;
        return std::find(open.begin(), open.end(), day.when) == open.end() &&
               std::any_of(closings.begin(), closings.end(),
                           [&](const ListedClosing& closing) { return closes_all_of(closing, day); });
    });
}

/// 定休日 日曜・祝日※祝日は13:00～18:00: nobody says at what hours a house would be open if it were.
void RulesMaker::doubt_hours_of_closing_days() {
    const auto doubt = [this](const DayList& days, Reach reach) {
        if (reach != Reach::these || !are_closing_days(days)) return;
        find(FindingKind::contradiction, Weight::doubt, "says hours of days that are closed", days.front().place);
        for (auto& closing : listing_.closings) {
            const bool of_these =
                std::any_of(days.begin(), days.end(), [&](const DayItem& day) { return closes_all_of(closing, day); });
            if (of_these) closing.day.effect = ClosingEffect::may_close;
        }
    };
    for (const auto& group : listing_.groups) doubt(group.days, group.reach);
    for (const auto& change : listing_.changes) doubt(change.days, Reach::these);
}

/// 平日10:00～18:30 日・祝日10:00～18:00, closed on Wednesdays: what of Saturdays?
void RulesMaker::leave_unnamed_days_open_to_doubt() {
    const bool tells = listing_.never_closes ||
                       std::any_of(listing_.closings.begin(), listing_.closings.end(),
                                   [](const ListedClosing& closing) { return closing.day.sort == DaySort::weekday; });
    if (!tells || !any_hours()) return;
    WeekdaySet unnamed;
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
        const bool open = !week_.slots[weekday].empty() || emptied_by_night(weekday) || is_in_doubt(weekday);
        if (!open && !is_closed_on(weekday)) unnamed.insert(weekday);
    }
    if (unnamed.empty()) return;
    rules_.rules.push_back({{OnWeekdays{unnamed}}, Unknown{}, ""});
    find(FindingKind::contradiction, Weight::doubt, "no hours are said for days that are not said to be closed", {});
}

/// 月～土 18:00～, 日曜（祝前日の場合は営業）: open then, but at what hours is not said.
void RulesMaker::leave_openings_without_hours_open_to_doubt() {
    WeekdaySet eves, holidays;
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
        if (!week_.slots[weekday].empty() || !any_hours()) continue;
        if (listing_.open_on_eves.contains(weekday) && week_.slots[eve_slot].empty()) eves.insert(weekday);
        const bool said = !week_.slots[holiday_slot].empty() || week_.shut[holiday_slot];
        if (listing_.open_on_holidays.contains(weekday) && !said) holidays.insert(weekday);
    }
    if (!eves.empty())
        add_unknown({AllOf{{{OnHolidayEves{}}, {OnWeekdays{eves}}, {NoneOf{{{OnHolidays{}}}}}}}},
                    place_of_closings(eves));
    if (!holidays.empty()) add_unknown({AllOf{{{OnHolidays{}}, {OnWeekdays{holidays}}}}}, place_of_closings(holidays));
    WeekdaySet without;
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
        if (week_.slots[weekday].empty() && any_hours()) without.insert(weekday);
    }
    const bool any = !listing_.open_dates.empty() && listing_.open_dates.size() <= max_dates;
    if (any && !(without == WeekdaySet{}))
        add_unknown({AllOf{{{AnyOf{listing_.open_dates}}, {OnWeekdays{without}}}}}, place_of_closings(without));
}

void RulesMaker::add_unknown(When when, const Place& place) {
    rules_.rules.push_back({std::move(when), Unknown{}, ""});
    find(FindingKind::unknowable, Weight::note, "open, but at what hours is not said", place);
}

/// Where it is said that these weekdays are closed.
Place RulesMaker::place_of_closings(WeekdaySet weekdays) const {
    const auto found = std::find_if(listing_.closings.begin(), listing_.closings.end(),
                                    [&](const ListedClosing& closing) { return meet(closing.day.weekdays, weekdays); });
    return found == listing_.closings.end() ? Place{} : found->day.place;
}

bool RulesMaker::any_hours() const {
    return std::any_of(week_.slots.begin(), week_.slots.end(), [](const Services& each) { return !each.empty(); });
}

/// Nobody publishes the hours of a restaurant that never opens.
void RulesMaker::doubt_being_closed_all_week() {
    const bool all = [&] {
        for (unsigned weekday = 0; weekday < 7; ++weekday) {
            const bool closed =
                std::any_of(listing_.closings.begin(), listing_.closings.end(), [&](const ListedClosing& closing) {
                    const bool every_day = closing.day.sort == DaySort::every_day;
                    return closes_whole_days(closing) &&
                           (every_day ||
                            (closing.day.sort == DaySort::weekday && closing.day.weekdays.contains(weekday))) &&
                           closing.on_holiday == OnHoliday{Displacement::stays};
                });
            const bool open = !week_.slots[weekday].empty() || !any_hours();
            if (open && !closed) return false;
        }
        return true;
    }();
    const bool weekly = !any_hours() || std::any_of(week_.slots.begin(), week_.slots.begin() + holiday_slot,
                                                    [](const Services& each) { return !each.empty(); });
    if (!all || !weekly || listing_.closings.empty()) return;
    find(FindingKind::contradiction, Weight::doubt, "closed on every day of the week", {});
    listing_.closings_in_doubt = listing_.lifted_in_doubt = true;
}

}  // namespace denwaban::formats::japanese
