#include <doctest/doctest.h>

#include <denwaban/calendar/holiday_calendar.hpp>

namespace calendar_test {
using namespace denwaban;

TEST_CASE("the table of the law gives the dates that the Cabinet Office published") {
    const auto japan = HolidayCalendar::japan();
    CHECK(japan.name(make_date(2026, 11, 23)) == "勤労感謝の日");
    CHECK_FALSE(japan.name(make_date(2026, 11, 24)));

    // Happy Mondays, and the years of the Olympic Games in which they moved.
    CHECK(japan.name(make_date(2019, 10, 14)) == "体育の日");
    CHECK(japan.name(make_date(2020, 7, 24)) == "スポーツの日");
    CHECK(japan.name(make_date(2021, 8, 8)) == "山の日");
    CHECK(japan.name(make_date(2021, 8, 9)) == "振替休日");

    CHECK(japan.name(make_date(1948, 9, 23)) == "秋分の日");
    CHECK_FALSE(japan.is_holiday(make_date(1948, 1, 1)));
}

TEST_CASE("a holiday on a Sunday moves: to Monday since 1973, past other holidays since 2007") {
    const auto japan = HolidayCalendar::japan();
    CHECK_FALSE(japan.is_holiday(make_date(1973, 2, 12)));
    CHECK(japan.name(make_date(1973, 4, 30)) == "振替休日");
    CHECK(japan.name(make_date(2026, 5, 6)) == "振替休日");
}

TEST_CASE("a day between two holidays is one, though popular libraries miss it") {
    const auto japan = HolidayCalendar::japan();
    CHECK(japan.name(make_date(2026, 9, 22)) == "国民の休日");
    CHECK(japan.name(make_date(2032, 9, 21)) == "国民の休日");
    CHECK(japan.name(make_date(2019, 4, 30)) == "国民の休日");
    CHECK_FALSE(japan.is_holiday(make_date(1985, 5, 4)));
    CHECK(japan.name(make_date(1988, 5, 4)) == "国民の休日");
}

TEST_CASE("祝前日 and 祝後日 are the days around every day off") {
    const auto japan = HolidayCalendar::japan();
    CHECK(japan.is_pre_holiday(make_date(2026, 11, 22)));
    CHECK(japan.is_pre_holiday(make_date(2026, 5, 5)));
    CHECK(japan.is_post_holiday(make_date(2026, 5, 7)));
    CHECK_FALSE(japan.is_post_holiday(make_date(2026, 5, 3)));
}

TEST_CASE("years that the Cabinet Office has not announced yet are projected") {
    const auto japan = HolidayCalendar::japan();
    CHECK_FALSE(japan.is_projected(make_date(2027, 12, 31)));
    CHECK(japan.is_projected(make_date(2028, 1, 1)));
}

TEST_CASE("calendars compose: a city's own days added, others removed") {
    const HolidayArticle founding{"創業記念日", FixedDay{date::June / 10}, {1970, still_in_force}};
    const auto chain = HolidayCalendar::japan()
                           .with(founding)
                           .with(make_date(2026, 10, 1), "都民の日")
                           ->without(make_date(2026, 11, 3))
                           .value();
    CHECK(chain.name(make_date(2026, 6, 10)) == "創業記念日");
    CHECK(chain.find(make_date(2026, 10, 1))->kind == HolidayKind::own);
    CHECK_FALSE(chain.is_holiday(make_date(2026, 11, 3)));
    CHECK(chain.is_holiday(make_date(2027, 11, 3)));
}

TEST_CASE("of dates outside its years a calendar knows nothing, and takes none") {
    const auto japan = HolidayCalendar::japan();
    for (const auto inside : {japan.first_date(), japan.last_date()}) {
        CHECK(japan.known(inside) == inside);
        CHECK(japan.with(inside, "創業記念日")->name(inside) == "創業記念日");
    }
    for (const auto outside : {make_date(1947, 12, 31), make_date(2100, 1, 1)}) {
        CHECK(japan.known(outside).error().code == ErrorCode::out_of_range);
        CHECK(japan.with(outside, "創業記念日").error().code == ErrorCode::out_of_range);
        CHECK(japan.without(outside).error().code == ErrorCode::out_of_range);
    }
    CHECK(japan.known(make_date(2100, 1, 1)).error().message ==
          "2100-01-01: holidays are known from 1948-01-01 to 2099-12-31");
}

TEST_CASE("another country is written in the same form") {
    using namespace date::literals;
    static constexpr std::array articles{
        HolidayArticle{"Independence Day", FixedDay{date::July / 4}, {1871, still_in_force}},
        HolidayArticle{"Thanksgiving", NthWeekdayOfMonth{date::November, date::Thursday[4]}, {1942, still_in_force}},
        HolidayArticle{"Memorial Day", LastWeekdayOfMonth{date::May, date::Monday[date::last]}, {1971, still_in_force}},
    };
    static constexpr std::array derived{
        DerivedHolidayArticle{"Day off", DerivedHoliday::monday_after_sunday, 1971_y / 1 / 1, 2050_y / 12 / 31}};
    const HolidayCalendar america{HolidayLaw{articles, derived, {1971, 2050}, 2030}};
    CHECK(america.name(make_date(2026, 11, 26)) == "Thanksgiving");
    CHECK(america.name(make_date(2026, 5, 25)) == "Memorial Day");
    CHECK(america.name(make_date(2027, 7, 5)) == "Day off");
}

}  // namespace calendar_test
