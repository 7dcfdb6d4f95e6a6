#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/formats/rules_reading.hpp>
#include <denwaban/hours/rules.hpp>

#include "words.hpp"

namespace denwaban::formats::japanese {

inline constexpr int minutes_a_day = 24 * 60;

/// Where words stand: the bytes, and in which of the two texts.
struct Place {
    ByteRange bytes{};
    std::string_view part = "open";
};

/// What sort of days an item of a list names: who gives way to whom is decided by sort.
enum class DaySort : std::uint8_t { weekday, workdays, holiday, holiday_eve, day_after_holiday, every_day, narrower };

/// One item of a list of days: 月～金, 祝前日, 第1・3火曜, 12/31～1/3.
struct DayItem {
    DaySort sort = DaySort::narrower;
    WeekdaySet weekdays{};  ///< of weekdays, plain or nth, and of 祝日 that fall on them
    When when{};
    ClosingEffect effect = ClosingEffect::closes;  ///< `may_close` if the words leave open which days are meant
    std::string label{};
    bool is_season = false;          ///< a season of the year or dates in it, which no 祝日 moves
    bool is_vague = false;           ///< a season without its dates
    bool is_uncertain_list = false;  ///< たまに, 月に一度: the days joined to it are no more certain
    bool whole = false;              ///< 11月は毎日営業: whatever weekdays and 祝日 have
    bool joined = false;             ///< ・ joins it to the day before it
    bool spaced = false;             ///< a blank stands before it
    bool spaced_within = false;      ///< or between the ・ and it
    bool glued = false;              ///< nothing stands between it and the day before it
    Place place{};
};
using DayList = std::vector<DayItem>;

/// Two months at most: a closing rather than a season in which a house is open.
[[nodiscard]] inline bool is_short(const InSeason& season) {
    const date::year year{2001};
    const auto days = (Date{year / season.last} - Date{year / season.first}).count();
    return (days < 0 ? days + 365 : days) <= 62;
}

/// 祝日, 祝前日, 祝後日.
[[nodiscard]] inline bool is_of_holidays(const DayItem& day) {
    return day.sort == DaySort::holiday || day.sort == DaySort::holiday_eve || day.sort == DaySort::day_after_holiday;
}

/// 土・日, 土日: nothing parts it from the day before it.
[[nodiscard]] inline bool is_joined(const DayItem& day) { return day.joined || day.glued; }

/// Of the days from `first` to before `end`, those said in one breath with the last begin here: 土・日 of 水曜、土・日.
template <class DayIterator>
[[nodiscard]] DayIterator last_breath(DayIterator first, DayIterator end) {
    auto day = end - 1;
    while (day != first && is_joined(*day)) --day;
    return day;
}

/// Whether they all are seasons or dates.
[[nodiscard]] inline bool are_seasons(const DayList& days) {
    return std::all_of(days.begin(), days.end(), [](const DayItem& day) { return day.is_season; });
}

[[nodiscard]] inline DayItem day_item(DaySort sort, When when) {
    DayItem day;
    day.sort = sort;
    day.when = std::move(when);
    return day;
}

/// 連休の最終日: a 祝日 after a day off, if no 祝日 follows.
[[nodiscard]] inline When last_of_long_weekend() {
    const When not_on_eve{NoneOf{{{OnHolidayEves{}}}}};
    const When after_days_off{AnyOf{{{OnWeekdays{{1}}}, {OnDaysAfterHolidays{}}}}};
    return {AllOf{{{OnHolidays{}}, not_on_eve, after_days_off}}};
}

/// An opening as written, in minutes from midnight.
struct ListedService {
    Meal meal = Meal::none;
    int opens = 0;
    int closes = 0;
    bool end_known = true;
    bool past_midnight = false;  ///< the end is said to be of the next day: 翌0:00
    LastOrders last_orders{};
    std::size_t line = 0;      ///< of the text
    bool every_day = false;    ///< said to be of 毎日
    bool by_workdays = false;  ///< its days are 平日
    bool alone = false;        ///< its days have no other hours
    bool heads = false;        ///< its meal stands before its days: ランチは平日11:00～15:00
    Place place{};
};
using Services = std::vector<ListedService>;

/// How the days of a group stand to its hours.
enum class Reach : std::uint8_t {
    these,   ///< 平日 11:00～: the days' own hours
    only,    ///< 11:00～（平日のみ）: of hours that all days share, these days alone have them
    except,  ///< 11:00～（水曜除く）: all days but these have them
};

/// What holds on some days; every day if it names none.
struct Group {
    DayList days;
    Services services;
    Reach reach = Reach::these;
    bool repeats = false;  ///< stands in a part of the text that explains what an earlier part said
};

/// What some days change of hours said before.
struct Change {
    DayList days;
    std::optional<int> opens;       ///< 日曜は9:00から
    std::optional<int> closes;      ///< 金土は翌2時まで
    bool about = false;             ///< 平日は14時頃
    bool goes_through = false;      ///< 土日は通し営業
    bool pauses = false;            ///< 昼休み13:00～14:00: closed from `opens` to `closes`
    Services instead;               ///< （土曜は14:00～17:00）, in place of the hours it stands beside
    std::optional<std::size_t> of;  ///< the group it stands beside; nothing if none does
    Place place;
};

/// 祝日は日曜と同じ.
struct Alike {
    DayList days;
    DayItem as;
};

/// Days of which the words leave open what holds; every day if it names none.
struct OpenToDoubt {
    DayList days;
    Reach reach = Reach::these;
};

struct ListedClosing {
    DayItem day;
    OnHoliday on_holiday = Displacement::stays;
    bool on_holiday_said = false;
    Meal meal = Meal::none;     ///< closes this one only
    bool all_but_meal = false;  ///< closes all others
    bool off_holidays = false;  ///< says nothing of the days beside 祝日: 連休の場合は月曜
};

/// Everything that the two texts of a listing say.
struct Listing {
    std::vector<Group> groups;
    std::vector<Change> changes;
    std::vector<Alike> alike;
    std::vector<OpenToDoubt> doubts;
    bool closings_in_doubt = false;                ///< words about closing days were not understood
    bool lifted_in_doubt = false;                  ///< and may open what is said to be closed
    std::optional<int> last_order_before_closing;  ///< of all openings that name none, in minutes
    std::vector<ListedClosing> closings;
    std::vector<When> dates_with_hours{};  ///< 11/23は10:00～15:00: open then, closing day or not
    std::vector<When> open_dates{};        ///< 11/3は休まず営業: as on other days of its weekday
    std::vector<When> weeks_with_hours{};  ///< 11/21～23は10:00～15:00: perhaps
    WeekdaySet open_on_eves{};  ///< 日曜（祝前日の場合は営業）: open then, whether or not hours are said
    WeekdaySet open_on_holidays{};   ///< 月曜（祝日の場合は営業）
    WeekdaySet opens_on_holidays{};  ///< （月・火が祝日の場合は営業）, before they are said to be closed
    bool never_closes = false;       ///< 無休
    bool closed_otherwise = false;   ///< それ以外は休み
    bool announced_elsewhere = false;  ///< HPをご覧ください, and nothing else
    Findings findings;
};

}  // namespace denwaban::formats::japanese
