#pragma once

/// Rules, calendars and zones out of a fuzzer's bytes; of bytes that have run out, the simplest.

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <denwaban/hours.hpp>

class Draw {
public:
    explicit Draw(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    /// Some number from 0 to `limit`, which is left out. Precondition: 0 < `limit` <= 65536.
    int below(int limit) {
        unsigned number = byte();
        if (limit > 256) number = number << 8U | byte();
        return static_cast<int>(number % static_cast<unsigned>(limit));
    }
    bool coin() { return (byte() & 1U) != 0; }

private:
    unsigned byte() {
        if (bytes_.empty()) return 0;
        const unsigned first = bytes_.front();
        bytes_ = bytes_.subspan(1);
        return first;
    }

    std::span<const std::uint8_t> bytes_;
};

using namespace denwaban;

inline Date draw_date(Draw& draw) { return make_date(2026, 8, 20) + date::days{draw.below(80)}; }

inline date::month_day draw_month_day(Draw& draw) {
    const date::year_month_day civil{draw_date(draw)};
    return civil.month() / civil.day();
}

template <class Set>
Set draw_set(Draw& draw, int first, int last) {
    Set set;
    for (int count = 1 + draw.below(3); count > 0; --count) {
        set.insert(static_cast<unsigned>(first + draw.below(last - first + 1)));
    }
    return set;
}

inline When draw_when(Draw& draw, int depth);

inline std::vector<When> draw_conditions(Draw& draw, int depth) {
    std::vector<When> conditions;
    for (int count = draw.below(4); count > 0; --count) conditions.push_back(draw_when(draw, depth - 1));
    return conditions;
}

inline When draw_when(Draw& draw, int depth) {
    switch (draw.below(depth > 0 ? 16 : 13)) {
        case 0:
            return {EveryDay{}};
        case 1:
            return {OnWeekdays{draw_set<WeekdaySet>(draw, 0, 6)}};
        case 2:
            return {OnHolidays{}};
        case 3:
            return {OnHolidayEves{}};
        case 4:
            return {OnDaysAfterHolidays{}};
        case 5:
            return {OnNamedHoliday{draw.coin() ? "敬老の日" : "国民の休日"}};
        case 6:
            return {OnNthWeekdays{draw_set<OrdinalSet>(draw, 0, 5), draw_set<WeekdaySet>(draw, 0, 6)}};
        case 7:
            return {OnDaysOfMonth{draw_set<DayOfMonthSet>(draw, 0, 31)}};
        case 8:
            return {InMonths{draw_set<MonthSet>(draw, 1, 12)}};
        case 9:
            return {EveryNWeeks{draw.below(54), draw_date(draw)}};
        case 10:
            return {InSeason{draw_month_day(draw), draw_month_day(draw)}};
        case 11:
            return {InPeriod{draw_date(draw), draw_date(draw)}};
        case 12:
            return {OnDates{{draw_date(draw), draw_date(draw)}}};
        case 13:
            return {AllOf{draw_conditions(draw, depth)}};
        case 14:
            return {AnyOf{draw_conditions(draw, depth)}};
        default:
            return {NoneOf{draw_conditions(draw, depth)}};
    }
}

/// Most of them in order; a few that overlap or never end.
inline std::vector<Service> draw_services(Draw& draw) {
    std::vector<int> minutes;
    for (int count = 2 * draw.below(4); count > 0; --count) minutes.push_back(draw.below(2881));
    if (draw.below(8) != 7) std::sort(minutes.begin(), minutes.end());
    std::vector<Service> services;
    for (std::size_t i = 0; i < minutes.size(); i += 2) {
        const auto opens = *MinuteOfDay::make(minutes[i]), closes = *MinuteOfDay::make(minutes[i + 1]);
        services.push_back({draw.coin() ? "lunch" : "dinner", opens, closes, {closes, std::nullopt, std::nullopt}});
    }
    return services;
}

inline Outcome draw_outcome(Draw& draw) {
    switch (draw.below(4)) {
        case 0:
            return Closed{};
        case 1:
            return Unknown{draw_services(draw)};
        case 2:
            return Open{{{"all day", MinuteOfDay::clock(0, 0), MinuteOfDay::clock(24, 0), {}}}};
        default:
            return Open{draw_services(draw)};
    }
}

inline OnHoliday draw_on_holiday(Draw& draw) {
    const auto choice = draw.below(24);
    if (choice < 10) return static_cast<Displacement>(choice);
    const auto then = choice < 17 ? IfHolidayToo::goes_on : IfHolidayToo::stays;
    return DisplacedToWeekday{date::weekday{static_cast<unsigned>(choice - 10) % 7}, then};
}

inline Rules draw_rules(Draw& draw) {
    Rules rules;
    for (int count = draw.below(6); count > 0; --count) {
        auto when = draw_when(draw, 2);
        rules.rules.push_back({std::move(when), draw_outcome(draw), ""});
    }
    for (int count = draw.below(4); count > 0; --count) {
        auto when = draw_when(draw, 1);
        const auto on_holiday = draw_on_holiday(draw);
        const auto services = draw.coin() ? std::vector<std::string>{"lunch"} : std::vector<std::string>{};
        const auto effect = draw.below(4) == 3 ? ClosingEffect::may_close : ClosingEffect::closes;
        rules.closings.push_back({std::move(when), on_holiday, services, "", effect});
    }
    rules.choices = {draw.coin() ? HolidayAndEve::eve_rule : HolidayAndEve::holiday_rule,
                     draw.coin() ? WeekendEve::does_not_count : WeekendEve::counts,
                     draw.coin() ? WeekendEve::does_not_count : WeekendEve::counts,
                     draw.coin() ? Unlisted::unknown : Unlisted::closed};
    return rules;
}

inline HolidayCalendar draw_calendar(Draw& draw) {
    static const auto japan = HolidayCalendar::japan();
    const auto changes = draw.below(4);
    auto calendar = japan;
    for (int i = 0; i < changes; ++i) {
        const auto date = draw_date(draw);
        calendar = *(draw.coin() ? calendar.without(date) : calendar.with(date, "記念日"));
    }
    return calendar;
}

/// Tokyo, another offset, or a clock that jumps by up to a day, three days apart at least.
inline TimeZone draw_zone(Draw& draw) {
    const auto half_hours = [](int count) { return std::chrono::minutes{30 * count}; };
    switch (draw.below(4)) {
        case 0:
            return {"Fuzz/Fixed", half_hours(draw.below(53) - 24)};
        case 1: {
            std::vector<TimeZone::Change> changes;
            Instant at{make_date(2026, 8, 15).time_since_epoch()};
            for (int count = draw.below(12); count > 0; --count) {
                at += date::days{3 + draw.below(8)} + std::chrono::minutes{draw.below(1440)};
                changes.push_back({at, half_hours(draw.below(49) - 24)});
            }
            return {"Fuzz/Jumping", std::chrono::hours{1}, std::move(changes)};
        }
        default:
            return TimeZone::tokyo();
    }
}
