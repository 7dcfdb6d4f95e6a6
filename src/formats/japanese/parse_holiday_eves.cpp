#include "around_holidays.hpp"
#include "consequence.hpp"
#include "parser.hpp"
#include "weekdays.hpp"

namespace denwaban::formats::japanese {

/// 日曜（祝前日の場合は営業、翌月曜休み）.
void ListingParser::eve_condition(ByteRange bytes) {
    const auto said = parse_consequence();
    if (open_before_holidays(said)) return;
    find(FindingKind::not_understood, Weight::loss, "says what happens before 祝日, but not understood of what", bytes);
}

/// 水曜（祝日、祝前日は営業）.
bool ListingParser::open_on_holidays_and_eves(const DayList& days, const Consequence& said) {
    if (!said.opens || said.next_day || said.rests) return false;
    open_in_season(days, 0);
    for (auto& closing : listing_.closings) closing.on_holiday_said = true;
    return !listing_.closings.empty();
}

void ListingParser::stay_open_on_eves(ListedClosing& closing) {
    closing.day.when = {AllOf{{closing.day.when, {NoneOf{{{OnHolidayEves{}}}}}}}};
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
        if (closing.day.weekdays.contains(weekday)) listing_.open_on_eves.insert(weekday);
    }
}

bool ListingParser::open_before_holidays(const Consequence& said) {
    bool applied = false;
    std::vector<ListedClosing> moved;
    for (auto& closing : listing_.closings) {
        const auto weekday = only_one(closing.day.weekdays);
        if (closing.on_holiday_said || closing.day.sort != DaySort::weekday || !weekday ||
            (!said.opens && !said.opening.contains(*weekday)))
            continue;
        stay_open_on_eves(closing);
        closing.on_holiday_said = true;
        applied = true;
        const auto next = (*weekday + 1) % 7;
        if (!said.next_day && !said.rests && !said.resting.contains(next)) continue;
        moved.push_back(closed_on_holiday(next));
    }
    listing_.closings.insert(listing_.closings.end(), moved.begin(), moved.end());
    return applied;
}

}  // namespace denwaban::formats::japanese
