#pragma once

#include <array>

#include <denwaban/calendar/holiday_law.hpp>

namespace denwaban::japan {

using namespace date::literals;  // NOLINT(google-global-names-in-headers): the table below is unreadable without

/// 国民の祝日に関する法律 (昭和23年法律第178号) 第2条, with every amendment, and the acts that made single days
/// holidays.
inline constexpr std::array holiday_articles{
    HolidayArticle{"元日", FixedDay{date::January / 1}, {1949, still_in_force}},
    HolidayArticle{"成人の日", FixedDay{date::January / 15}, {1949, 1999}},
    HolidayArticle{"成人の日", NthWeekdayOfMonth{date::January, date::Monday[2]}, {2000, still_in_force}},
    HolidayArticle{"建国記念の日", FixedDay{date::February / 11}, {1967, still_in_force}},
    HolidayArticle{"天皇誕生日", FixedDay{date::April / 29}, {1949, 1988}},
    HolidayArticle{"天皇誕生日", FixedDay{date::December / 23}, {1989, 2018}},
    HolidayArticle{"天皇誕生日", FixedDay{date::February / 23}, {2020, still_in_force}},
    HolidayArticle{"春分の日", Equinox::vernal, {1949, still_in_force}},
    HolidayArticle{"みどりの日", FixedDay{date::April / 29}, {1989, 2006}},
    HolidayArticle{"昭和の日", FixedDay{date::April / 29}, {2007, still_in_force}},
    HolidayArticle{"憲法記念日", FixedDay{date::May / 3}, {1949, still_in_force}},
    HolidayArticle{"みどりの日", FixedDay{date::May / 4}, {2007, still_in_force}},
    HolidayArticle{"こどもの日", FixedDay{date::May / 5}, {1949, still_in_force}},
    HolidayArticle{"海の日", FixedDay{date::July / 20}, {1996, 2002}},
    HolidayArticle{"海の日", NthWeekdayOfMonth{date::July, date::Monday[3]}, {2003, 2019}},
    HolidayArticle{"海の日", SingleDay{2020_y / 7 / 23}, {2020, 2020}},
    HolidayArticle{"海の日", SingleDay{2021_y / 7 / 22}, {2021, 2021}},
    HolidayArticle{"海の日", NthWeekdayOfMonth{date::July, date::Monday[3]}, {2022, still_in_force}},
    HolidayArticle{"山の日", FixedDay{date::August / 11}, {2016, 2019}},
    HolidayArticle{"山の日", SingleDay{2020_y / 8 / 10}, {2020, 2020}},
    HolidayArticle{"山の日", SingleDay{2021_y / 8 / 8}, {2021, 2021}},
    HolidayArticle{"山の日", FixedDay{date::August / 11}, {2022, still_in_force}},
    HolidayArticle{"敬老の日", FixedDay{date::September / 15}, {1966, 2002}},
    HolidayArticle{"敬老の日", NthWeekdayOfMonth{date::September, date::Monday[3]}, {2003, still_in_force}},
    HolidayArticle{"秋分の日", Equinox::autumnal, {1948, still_in_force}},
    HolidayArticle{"体育の日", FixedDay{date::October / 10}, {1966, 1999}},
    HolidayArticle{"体育の日", NthWeekdayOfMonth{date::October, date::Monday[2]}, {2000, 2019}},
    HolidayArticle{"スポーツの日", SingleDay{2020_y / 7 / 24}, {2020, 2020}},
    HolidayArticle{"スポーツの日", SingleDay{2021_y / 7 / 23}, {2021, 2021}},
    HolidayArticle{"スポーツの日", NthWeekdayOfMonth{date::October, date::Monday[2]}, {2022, still_in_force}},
    HolidayArticle{"文化の日", FixedDay{date::November / 3}, {1948, still_in_force}},
    HolidayArticle{"勤労感謝の日", FixedDay{date::November / 23}, {1948, still_in_force}},

    HolidayArticle{"皇太子明仁親王の結婚の儀", SingleDay{1959_y / 4 / 10}, {1959, 1959}},
    HolidayArticle{"昭和天皇の大喪の礼", SingleDay{1989_y / 2 / 24}, {1989, 1989}},
    HolidayArticle{"即位礼正殿の儀", SingleDay{1990_y / 11 / 12}, {1990, 1990}},
    HolidayArticle{"皇太子徳仁親王の結婚の儀", SingleDay{1993_y / 6 / 9}, {1993, 1993}},
    HolidayArticle{"天皇の即位の日", SingleDay{2019_y / 5 / 1}, {2019, 2019}},
    HolidayArticle{"即位礼正殿の儀の行われる日", SingleDay{2019_y / 10 / 22}, {2019, 2019}},
};

/// 同法第3条第2項 (昭和48年法律第10号, 平成17年法律第43号) and 第3項 (昭和60年法律第103号).
inline constexpr std::array derived_holiday_articles{
    DerivedHolidayArticle{"振替休日", DerivedHoliday::monday_after_sunday, 1973_y / 4 / 12, 2006_y / 12 / 31},
    DerivedHolidayArticle{"振替休日", DerivedHoliday::next_plain_day_after_sunday, 2007_y / 1 / 1, 2099_y / 12 / 31},
    DerivedHolidayArticle{"国民の休日", DerivedHoliday::day_between_holidays, 1985_y / 12 / 27, 2099_y / 12 / 31},
};

/// Since July 1948. The Cabinet Office publishes a year's dates in February of the year before.
inline constexpr HolidayLaw holiday_law{holiday_articles, derived_holiday_articles, {1948, 2099}, 2027};

}  // namespace denwaban::japan
