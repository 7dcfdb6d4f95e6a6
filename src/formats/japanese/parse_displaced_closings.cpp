#include <utility>

#include "around_holidays.hpp"
#include "consequence.hpp"
#include "parser.hpp"
#include "weekdays.hpp"

namespace denwaban::formats::japanese {

namespace {

/// Where the closing of `base` goes; nothing if the words don't say.
template <class Consequence>
[[nodiscard]] std::optional<OnHoliday> displacement(const Consequence& said, WeekdaySet base) {
    const bool named = !said.resting.empty() && (said.following || !meet(said.resting, base));
    if (said.no_substitute) return Displacement::dropped;
    if (said.previous_day && (said.next_day || named)) return Displacement::previous_or_next_day;
    if (said.previous_day) return Displacement::previous_day;
    if (said.next_weekday) return Displacement::next_weekday;
    if (said.next_business_day) return Displacement::next_business_day;
    if (named && !only_one(said.resting) && !said.next_day) return std::nullopt;
    if (const auto weekday = only_one(said.resting); named && weekday) {
        // A day that is named closes, 祝日 or not.
        return DisplacedToWeekday{date::weekday{*weekday}, IfHolidayToo::stays};
    }
    if (said.next_day) return said.no_holiday ? Displacement::next_day : Displacement::day_after;
    if (said.varies) return Displacement::unknown;
    if (said.substitute) return Displacement::some_following_day;
    if (said.opens || !said.opening.empty()) return Displacement::dropped;
    if (said.rests || !said.resting.empty()) return Displacement::stays;
    return std::nullopt;
}

}  // namespace

/// 月曜（祝日の場合は昼のみ営業）: of Mondays that are 祝日 the other meals.
ListedClosing ListingParser::other_meals_on_holidays(const ListedClosing& closing, Meal served) {
    ListedClosing others{day_item(DaySort::narrower, {AllOf{{{OnHolidays{}}, closing.day.when}}})};
    others.day.place = closing.day.place;
    others.meal = served;
    others.all_but_meal = others.on_holiday_said = others.off_holidays = true;
    return others;
}

void ListingParser::apply(const Consequence& said, WeekdaySet on, ByteRange bytes) {
    bool applied = false;
    std::vector<ListedClosing> moved;
    for (auto& closing : listing_.closings) {
        const auto& day = closing.day;
        // 祝日は営業。翌日休み: the second sentence says where the closing goes that the first one lifted.
        const bool lifted =
            closing.on_holiday == OnHoliday{Displacement::dropped} && conditioned_ == listing_.closings.size();
        const bool of_every_month = std::holds_alternative<OnDaysOfMonth>(day.when.condition) && on.empty();
        if ((closing.on_holiday_said && !lifted) || day.is_season || (day.weekdays.empty() && !of_every_month))
            continue;
        if (!on.empty() && !meet(on, day.weekdays)) continue;
        const auto to = displacement(said, day.weekdays);
        if (!to) break;
        const auto one = only_one(day.weekdays);
        const bool moves = *to != OnHoliday{Displacement::dropped};
        if (said.eves && moves && (!said.next_day || !one)) break;
        if (said.eves) stay_open_on_eves(closing);
        if (said.eves && moves) moved.push_back(closed_on_holiday((*one + 1) % 7));
        if (said.serves != Meal::none) moved.push_back(other_meals_on_holidays(closing, said.serves));
        closing.on_holiday = *to;
        closing.on_holiday_said = true;
        for (unsigned weekday = 0; weekday < 7 && said.opens; ++weekday) {
            if (day.weekdays.contains(weekday)) listing_.open_on_holidays.insert(weekday);
        }
        applied = true;
    }
    listing_.closings.insert(listing_.closings.end(), moved.begin(), moved.end());
    conditioned_ = listing_.closings.size();
    if (applied) return;
    const bool opens_alone = said.opens && !said.rests && !said.next_day && !said.substitute && !said.varies &&
                             said.resting.empty() && said.opening.empty() && !said.eves;
    if (listing_.closings.empty() && opens_alone && !on.empty() && mode_ == Mode::hours) {
        listing_.opens_on_holidays = on;
        return;
    }
    if (!said.eves && (apply_across_days(said, on) || move_to_several_days(said, bytes))) return;
    listing_.closings_in_doubt = listing_.lifted_in_doubt = true;
    find(FindingKind::not_understood, Weight::loss, "says what happens on 祝日, but not understood of what", bytes);
}

/// 日・月（月曜が祝日の場合は営業し、翌火・水休み）: two days or more close in place of others, all of them near 祝日.
bool ListingParser::move_to_several_days(const Consequence& said, ByteRange bytes) {
    const bool several = !said.resting.empty() && !only_one(said.resting);
    const bool opens = said.opens || !said.opening.empty();
    if (!several || !opens || said.varies || said.previous_day || listing_.closings.empty()) return false;
    const When near{AnyOf{{near_holidays(), days_after_mondays_off()}}};
    for (auto& closing : listing_.closings) {
        if (closing.off_holidays || closing.day.is_season || closing.day.effect != ClosingEffect::closes) continue;
        closing.day.when = {AllOf{{std::move(closing.day.when), {NoneOf{{near}}}}}};
        closing.on_holiday_said = closing.off_holidays = true;
    }
    ListedClosing any;
    any.day = day_item(DaySort::narrower, near);
    any.day.effect = ClosingEffect::may_close;
    any.day.place = {bytes, part_};
    any.on_holiday_said = any.off_holidays = true;
    listing_.closings.push_back(std::move(any));
    find(FindingKind::unknowable, Weight::note, "which days close around 祝日 is not clear", bytes);
    return true;
}

/// 日曜（月曜が祝日の場合、日曜営業の月曜休）: what a 祝日 does to the closing day before it.
bool ListingParser::apply_across_days(const Consequence& said, WeekdaySet on) {
    const auto holiday = only_one(on);
    if (!holiday) return on.empty() && said.opens && listing_.closings.empty();
    const auto before = (*holiday + 6) % 7;
    const bool closes = said.rests || said.resting.contains(*holiday);
    const bool opens_before = said.opens || said.opening.contains(before);
    if (!closes && !opens_before) return false;
    // 日曜・祝日（土曜が祝日の場合は営業）.
    bool changed = closes;
    for (auto& closing : listing_.closings) {
        if (closes || !said.opens || closing.day.sort != DaySort::holiday || changed) continue;
        closing.day.when = {AllOf{{closing.day.when, {NoneOf{{{OnWeekdays{on}}}}}}}};
        closing.day.sort = DaySort::narrower;
        changed = true;
    }
    if (changed && !closes) return true;
    std::vector<ListedClosing> perhaps;
    for (auto& closing : listing_.closings) {
        if (!closing.day.weekdays.contains(before) || closing.on_holiday_said || said.also) continue;
        if (!opens_before) {
            // 日曜（月曜祝日の場合は月曜）: whether Sunday opens instead is not said.
            auto eve = closing;
            eve.day.when = {AllOf{{closing.day.when, {OnHolidayEves{}}}}};
            eve.day.effect = ClosingEffect::may_close;
            eve.on_holiday_said = true;
            perhaps.push_back(std::move(eve));
            changed = true;
            find_at(FindingKind::not_understood, Weight::doubt, "whether the day before opens in its place is not said",
                    closing.day.place);
        }
        closing.day.when = {AllOf{{closing.day.when, {NoneOf{{{OnHolidayEves{}}}}}}}};
        closing.on_holiday_said = true;
        if (opens_before) listing_.open_on_eves.insert(before);
        changed = true;
    }
    listing_.closings.insert(listing_.closings.end(), perhaps.begin(), perhaps.end());
    if (closes) {
        listing_.closings.push_back(closed_on_holiday(*holiday));
    }
    return changed;
}

}  // namespace denwaban::formats::japanese
