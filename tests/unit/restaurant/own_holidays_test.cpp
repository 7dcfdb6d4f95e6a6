#include <doctest/doctest.h>

#include <denwaban/restaurant/restaurant.hpp>

namespace own_holidays_test {
using namespace denwaban;

TEST_CASE("a restaurant's own days are its country's with some more and some less") {
    const OwnHolidays own{{{make_date(2026, 11, 16), "創業記念日"}}, {make_date(2026, 11, 23)}};
    const auto calendar = calendar_of(own, HolidayCalendar::japan());
    REQUIRE(calendar);
    CHECK(calendar->name(make_date(2026, 11, 16)) == "創業記念日");
    CHECK_FALSE(calendar->is_holiday(make_date(2026, 11, 23)));
}

TEST_CASE("own days of which the country's calendar knows nothing are errors, each at its place") {
    Restaurant restaurant;
    restaurant.holidays = {{{make_date(2026, 11, 16), "創業記念日"}, {make_date(2100, 1, 1), "創業記念日"}},
                           {make_date(1947, 11, 3)}};
    const auto opened = open_restaurant(restaurant, HolidayCalendar::japan(), TimeZone::tokyo());
    REQUIRE_FALSE(opened);
    REQUIRE(opened.error().size() == 2);
    CHECK(opened.error()[0].code == ErrorCode::out_of_range);
    CHECK(to_string(opened.error()[0].where) == "/holidays/removed/0");
    CHECK(to_string(opened.error()[1].where) == "/holidays/added/1/date");
}

}  // namespace own_holidays_test
