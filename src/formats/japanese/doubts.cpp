#include "doubts.hpp"

#include <algorithm>
#include <utility>

namespace denwaban::formats::japanese {

namespace {

constexpr std::size_t most_doubts = 64;

[[nodiscard]] bool has_any_of(const DayList& days, DaySort sort) {
    return std::any_of(days.begin(), days.end(), [sort](const DayItem& day) { return day.sort == sort; });
}

[[nodiscard]] WeekdaySet weekdays_but(const DayList& days) {
    WeekdaySet others;
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
        const bool named =
            std::any_of(days.begin(), days.end(), [&](const DayItem& day) { return day.weekdays.contains(weekday); });
        if (!named) others.insert(weekday);
    }
    return others;
}

/// The days that a doubt is about; nothing if it is about all of them.
[[nodiscard]] std::optional<std::vector<When>> days_of(const OpenToDoubt& doubt) {
    std::vector<When> days;
    if (doubt.reach == Reach::except) {
        const auto others = weekdays_but(doubt.days);
        if (others != WeekdaySet{}) days.push_back({OnWeekdays{others}});
        if (has_any_of(doubt.days, DaySort::workdays)) days.push_back({OnHolidays{}});
        return days;
    }
    if (doubt.days.empty() || has_any_of(doubt.days, DaySort::every_day)) return std::nullopt;
    for (const auto& day : doubt.days) days.push_back(day.when);
    return days;
}

/// Words about closing days that were not understood may close any day, and some may open one.
void doubt_closings(Rules& rules, const Listing& listing) {
    if (!listing.closings_in_doubt) return;
    if (listing.lifted_in_doubt) {
        for (auto& closing : rules.closings) closing.effect = ClosingEffect::may_close;
    }
    rules.closings.push_back({{EveryDay{}}, Displacement::stays, {}, "休業日は要確認", ClosingEffect::may_close});
}

void doubt_hours(Rules& rules, const Listing& listing) {
    std::vector<Rule> unknown;
    for (const auto& doubt : listing.doubts) {
        const auto days = days_of(doubt);
        if (!days || unknown.size() > most_doubts) {
            rules.rules = {{{EveryDay{}}, Unknown{}, ""}};
            return;
        }
        for (const auto& when : *days) {
            const bool again =
                std::any_of(unknown.begin(), unknown.end(), [&](const Rule& rule) { return rule.when == when; });
            if (!again) unknown.push_back({when, Unknown{}, ""});
        }
    }
    rules.rules.insert(rules.rules.begin(), unknown.begin(), unknown.end());
}

}  // namespace

void leave_open_to_doubt(Rules& rules, const Listing& listing) {
    doubt_closings(rules, listing);
    doubt_hours(rules, listing);
}

}  // namespace denwaban::formats::japanese
