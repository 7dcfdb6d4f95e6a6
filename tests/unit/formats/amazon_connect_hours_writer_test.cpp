#include <doctest/doctest.h>

#include "connect_hours.hpp"

namespace amazon_connect_hours_writer_test {
using namespace connect_hours;
using nlohmann::json;

namespace {

/// What is written for Connect, after it has read back as the same openings.
json written(const Hours& hours, Date first, Date last) {
    const auto writing = to_amazon_connect(hours, {first, last});
    REQUIRE(writing);
    CAPTURE(writing->text);
    const auto read = rules_from_amazon_connect(writing->text);
    REQUIRE(read);
    const auto again = compiled(read->rules);
    for (auto date = first; date <= last; date += date::days{1}) {
        CAPTURE(to_string(date));
        CHECK(openings(again, date) == openings(hours, date));
    }
    return json::parse(writing->text);
}

}  // namespace

TEST_CASE("a night is written as the end of one day and the beginning of the next") {
    const auto hours = compiled({{open_on({OnWeekdays{{friday}}}, five_pm, MinuteOfDay::clock(29, 0))}, {}, {}});
    const auto document = written(hours, make_date(2026, 8, 1), make_date(2026, 8, 31));
    CHECK(document["HoursOfOperation"]["Config"] ==
          json::parse("[" + slice("FRIDAY", 17, 24) + "," + slice("SATURDAY", 0, 5) + "]"));
    CHECK(document["HoursOfOperation"]["TimeZone"] == "Asia/Tokyo");
    CHECK(document["HoursOfOperationOverrideList"].empty());
}

TEST_CASE("a night that began before the span ends in it") {
    const auto hours = compiled({{open_on({OnWeekdays{{friday}}}, five_pm, MinuteOfDay::clock(29, 0))}, {}, {}});
    const auto writing = to_amazon_connect(hours, {make_date(2026, 8, 15), make_date(2026, 8, 15)});
    REQUIRE(writing);
    CHECK(json::parse(writing->text)["HoursOfOperation"]["Config"] == json::parse("[" + slice("SATURDAY", 0, 5) + "]"));
}

TEST_CASE("dates in a row take one override, as long as a weekday has but one kind of hours in it") {
    auto rules = Rules{{closed_on({InPeriod{make_date(2026, 8, 11), make_date(2026, 8, 14)}}),
                        open_on({OnDates{{make_date(2026, 8, 16)}}}, MinuteOfDay::clock(12, 0)),
                        open_on({OnWeekdays{{sunday, monday, tuesday, friday}}})},
                       {},
                       {}};
    const auto overrides =
        written(compiled(rules), make_date(2026, 7, 1), make_date(2026, 9, 30))["HoursOfOperationOverrideList"];
    REQUIRE(overrides.size() == 1);
    CHECK(overrides[0] == json{{"Name", "2026-08-11 to 2026-08-16"},
                               {"Config", json::parse("[" + slice("SUNDAY", 12, 23) + "]")},
                               {"EffectiveFrom", "2026-08-11"},
                               {"EffectiveTill", "2026-08-16"},
                               {"OverrideType", "STANDARD"}});
}

TEST_CASE("what recurs is written as recurring, where that takes fewer overrides") {
    const auto overrides = [](When closed) {
        const auto hours = compiled({{closed_on(std::move(closed)), open_on({EveryDay{}})}, {}, {}});
        auto list = written(hours, make_date(2026, 4, 1), make_date(2027, 9, 30))["HoursOfOperationOverrideList"];
        Found names;
        for (const auto& override : list) {
            CHECK(override["OverrideType"] == "CLOSED");
            names.push_back(override["Name"]);
        }
        return names;
    };
    CHECK(overrides({OnNthWeekdays{{1, 3}, {tuesday}}}) == Found{"2026-04-07 to 2027-09-07 CLOSED MONTHLY 1 TUESDAY",
                                                                 "2026-04-21 to 2027-09-21 CLOSED MONTHLY 3 TUESDAY"});
    CHECK(overrides({OnNthWeekdays{{last_ordinal}, {monday}}}) ==
          Found{"2026-04-27 to 2027-09-27 CLOSED MONTHLY -1 MONDAY"});
    CHECK(overrides({OnDaysOfMonth{{last_day_of_month}}}) == Found{"2026-04-30 to 2027-09-30 CLOSED MONTHLY -1"});
    CHECK(overrides({AllOf{{{EveryNWeeks{2, make_date(2026, 4, 1)}}, {OnWeekdays{{monday, friday}}}}}}) ==
          Found{"2026-04-03 to 2027-09-27 CLOSED WEEKLY 2 MONDAY FRIDAY"});
    CHECK(overrides({AllOf{{{EveryNWeeks{2, make_date(2026, 4, 1)}}, {OnWeekdays{{sunday}}}}}}) ==
          Found{"2026-04-05 to 2027-09-19 CLOSED WEEKLY 2 SUNDAY"});
    CHECK(overrides({InSeason{date::June / 5, date::June / 5}}) == Found{"2026-06-05 to 2027-06-05 CLOSED YEARLY 6 5"});
}

TEST_CASE("hours for a time may cover what recurs, where they come to the same") {
    const auto noon = MinuteOfDay::clock(12, 0);
    const When third_tuesday{OnNthWeekdays{{3}, {tuesday}}},
        weeks{InPeriod{make_date(2026, 8, 10), make_date(2026, 8, 23)}};
    const When that_tuesday{OnDates{{make_date(2026, 8, 18)}}};
    const auto overrides = [&](Rule in_august) {
        const auto hours = compiled({{open_on(that_tuesday, noon, five_pm), std::move(in_august),
                                      open_on(third_tuesday, noon, five_pm), open_on({EveryDay{}}, noon)},
                                     {},
                                     {}});
        return written(hours, make_date(2026, 1, 1), make_date(2026, 12, 31))["HoursOfOperationOverrideList"].size();
    };
    CHECK(overrides(open_on(weeks, noon, MinuteOfDay::clock(20, 0))) == 2);
    CHECK(overrides(open_on(weeks, five_pm)) == 3);
}

TEST_CASE("祝日 and where they move a closing day become dates") {
    Rules rules{
        {{{OnHolidays{}}, Open{{{"", MinuteOfDay::clock(11, 0), eleven_pm, {}}}}, ""}, open_on({EveryDay{}})}, {}, {}};
    rules.closings.push_back({{OnWeekdays{{monday}}}, Displacement::next_day});
    const auto list =
        written(compiled(rules), make_date(2026, 9, 1), make_date(2026, 9, 30))["HoursOfOperationOverrideList"];
    REQUIRE(list.size() == 1);
    CHECK(list[0]["EffectiveFrom"] == "2026-09-21");
    CHECK(list[0]["EffectiveTill"] == "2026-09-24");
    CHECK(list[0]["Config"] == json::parse("[" + slice("MONDAY", 11, 23) + "," + slice("TUESDAY", 11, 23) + "," +
                                           slice("WEDNESDAY", 11, 23) + "]"));
}

TEST_CASE("what can't be said is told with its dates") {
    Rules rules{{{{OnDates{{make_date(2026, 8, 5)}}}, Unknown{}, ""},
                 {{OnDates{{make_date(2026, 8, 6)}}},
                  Open{{{"夜", five_pm, eleven_pm, {MinuteOfDay::clock(22, 0), std::nullopt, std::nullopt}}}},
                  ""},
                 open_on({EveryDay{}})},
                {},
                {}};
    const auto findings = to_amazon_connect(compiled(rules), {make_date(2026, 8, 1), make_date(2026, 8, 31)})->findings;
    CHECK(told(findings) == Found{"loss not_expressible ", "loss not_expressible ", "note not_expressible "});
    CHECK(findings[0].dates == std::vector{make_date(2026, 8, 5)});
    CHECK(findings[1].dates == std::vector{make_date(2026, 8, 6)});
}

TEST_CASE("past fifty overrides the latest dates are wrong, and told") {
    OnDates closed;
    auto date = make_date(2026, 1, 1);
    for (unsigned random = 1; date < make_date(2027, 11, 30); date += date::days{5 + random % 7}) {
        closed.dates.push_back(date);
        random = (random * 75 + 74) % 65537;
    }
    const auto hours = compiled({{closed_on({closed}), open_on({EveryDay{}})}, {}, {}});
    const auto writing = to_amazon_connect(hours, {make_date(2026, 1, 1), make_date(2027, 12, 31)});
    REQUIRE(writing);
    const auto overrides = json::parse(writing->text)["HoursOfOperationOverrideList"];
    CHECK(overrides.size() == 50);
    REQUIRE(told(writing->findings) == Found{"loss not_expressible "});
    const auto& dates = writing->findings[0].dates;
    REQUIRE(!dates.empty());
    CHECK(dates.back() == closed.dates.back());
    for (const auto& override : overrides) {
        if (override["OverrideType"] == "STANDARD") CHECK(override["EffectiveTill"] < to_string(dates.front()));
    }
}

TEST_CASE("a clock that changes in the span is told") {
    const TimeZone zone{
        "Europe/Berlin",
        std::chrono::hours{1},
        {{Instant{make_date(2026, 3, 29).time_since_epoch()} + std::chrono::hours{1}, std::chrono::hours{2}}}};
    const auto hours = Hours::compile({{open_on({EveryDay{}})}, {}, {}}, HolidayCalendar::japan(), zone,
                                      {make_date(2026, 1, 1), make_date(2026, 12, 31)});
    REQUIRE(hours);
    const auto writing = to_amazon_connect(*hours, {make_date(2026, 3, 1), make_date(2026, 3, 31)});
    REQUIRE(told(writing->findings) == Found{"doubt assumption "});
    CHECK(writing->findings[0].dates == std::vector{make_date(2026, 3, 29)});
    CHECK(to_amazon_connect(*hours, {make_date(2026, 4, 1), make_date(2026, 4, 30)})->findings.empty());
}

TEST_CASE("a span must lie within the horizon") {
    const auto hours = compiled({});
    CHECK(to_amazon_connect(hours, {make_date(2025, 12, 31), make_date(2026, 1, 1)}).error().code ==
          ErrorCode::beyond_horizon);
    CHECK(to_amazon_connect(hours, {make_date(2027, 1, 1), make_date(2028, 1, 1)}).error().code ==
          ErrorCode::beyond_horizon);
    CHECK(to_amazon_connect(hours, {make_date(2026, 2, 1), make_date(2026, 1, 1)}).error().code ==
          ErrorCode::out_of_range);
}

}  // namespace amazon_connect_hours_writer_test
