#include <doctest/doctest.h>

#include <string>

#include <denwaban/talk/english_readings.hpp>
#include <denwaban/talk/readings.hpp>

#include "talk_world.hpp"

namespace past_midnight_test {
using namespace denwaban;
using namespace talk_world;

namespace {

const PhoneNumber mobile = PhoneNumber::parse("09012345678").value();
constexpr auto saturday = today + date::days{1};

/// Open until four on every day but Monday.
World late_world() {
    World world;
    auto place = world.restaurant.restaurant;
    place.hours.rules = {{{OnWeekdays{{0, 2, 3, 4, 5, 6}}}, Open{{{"dinner", clock(17), clock(28)}}}}};
    world.restaurant =
        open_restaurant(place, HolidayCalendar::japan(), TimeZone::tokyo(), {today, make_date(2027, 3, 31)}).value();
    return world;
}

/// Where it is booked, if anything is.
std::string booked(World& world) {
    std::string all;
    for (const auto& [date, book] : world.books) {
        for (const auto& one : book->reservations) {
            if (is_agreed(one)) all += to_string(date) + " " + to_string(one.begin);
        }
    }
    return all;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("a time past midnight is said with the day that it lies on, and whose night that is") {
    CHECK(spoken_clock_on(today, clock(25)).text() == "深夜1時（11月28日土曜日の午前1時）");
    CHECK(spoken_clock_on(today, clock(29, 30)).text() == "翌朝5時30分（11月28日土曜日の午前5時30分）");
    CHECK(spoken_clock_on(today, clock(19)).text() == "午後7時");
    CHECK(spoken_half_day_clock(clock(1)).text() == "午前1時");
    CHECK(english_day_at(today, clock(25), today).text() == "tomorrow, Saturday, November 28 (Friday night)");
    CHECK(english_day_at(today, clock(19), today).text() == "today, Friday, November 27");
    CHECK(english_day_at(today, clock(30), today).text() == "tomorrow, Saturday, November 28");
}

TEST_CASE("one in the morning of a day is booked in the night before, where that is open") {
    for (const std::string said : {"土曜の午前1時に2人で予約お願いします", "明日の午前1時、2人で予約したいです"}) {
        CAPTURE(said);
        auto world = late_world();
        PhoneCall call{world, mobile};
        call.hears_words(said);
        CHECK(contains(call.hears_words("やまだです"), "11月27日金曜日、深夜1時（11月28日土曜日の午前1時）、2名様"));
        call.hears_words("はい");
        CHECK(booked(world) == "2026-11-27 25:00");
    }
}

TEST_CASE("one in the morning is asked in English, and read back with the day that the guest will live") {
    auto world = late_world();
    PhoneCall call{world, mobile, Language::english};
    call.hears_words("a table for two on Saturday at 1 am, please");
    CHECK(contains(call.hears_words("Smith"), "tomorrow, Saturday, November 28 (Friday night), 1 a.m., 2 people"));
    call.hears_words("yes");
    CHECK(booked(world) == "2026-11-27 25:00");

    auto other = late_world();
    PhoneCall night{other, mobile, Language::english};
    night.hears_words("a table for two on Saturday night at 1 am, please");
    CHECK(contains(night.hears_words("Smith"), "Sunday, November 29 (Saturday night), 1 a.m., 2 people"));
}

TEST_CASE("a night that is over lets nobody in, and tonight's is meant") {
    auto world = late_world();
    PhoneCall call{world, mobile};
    call.hears_words("今日の午前1時に2人で予約お願いします");
    CHECK(contains(call.hears_words("やまだです"), "本日、11月27日金曜日、深夜1時（11月28日土曜日の午前1時）"));
}

TEST_CASE("who asks a book for 01:00 is offered 25:00 of the night before, with the moment itself") {
    auto world = late_world();
    Request request;
    request.wish.party.adults = Covers::of(2);
    request.begin = clock(1);
    const std::vector<DayBook> others{world.book_of(today), world.book_of(saturday + date::days{1})};
    const auto proposal = propose(world.book_of(saturday), request, world.now, {}, others);
    REQUIRE(proposal);
    CHECK(std::holds_alternative<Impossible>(proposal->answer));
    REQUIRE(!proposal->alternatives.empty());
    CHECK(proposal->alternatives.front().kind == AlternativeKind::other_day);
    CHECK(proposal->alternatives.front().date == today);
    CHECK(proposal->alternatives.front().begin == clock(25));
}

}  // namespace past_midnight_test
