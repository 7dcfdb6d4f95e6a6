#include <doctest/doctest.h>

#include <denwaban/documents/rules_json.hpp>
#include <denwaban/hours/validate.hpp>

#include "told_errors.hpp"

namespace rules_json_test {
using namespace denwaban;
using Found = std::vector<std::string>;

namespace {

constexpr unsigned sunday = 0, monday = 1, tuesday = 2, wednesday = 3, saturday = 6;

Rules read(std::string_view text) {
    CAPTURE(text);
    const auto rules = rules_from_json(text);
    REQUIRE(rules);
    return *rules;
}

/// Every error as its code and place.
Found errors(std::string_view text) { return told(rules_from_json(text)); }

std::string closed_when(std::string_view when) {
    return R"({"rules":[{"when":)" + std::string{when} + R"(,"closed":true}]})";
}

When when(std::string_view text) { return read(closed_when(text)).rules.at(0).when; }

Found when_errors(std::string_view text) { return errors(closed_when(text)); }

Found service_errors(std::string_view services) {
    return errors(R"({"rules":[{"when":"every_day","services":)" + std::string{services} + "}]}");
}

OnHoliday on_holiday(std::string_view text) {
    const auto closing = R"({"when":{"weekdays":["mon"]},"on_holiday":)" + std::string{text} + "}";
    return read(R"({"rules":[],"closings":[)" + closing + "]}").closings.at(0).on_holiday;
}

}  // namespace

TEST_CASE("a closing names services that a rule has") {
    const auto closing = [](std::string_view services) {
        return errors(
            R"({"rules":[{"when":"every_day","services":[{"name":"ランチ","opens":"10:00","closes":"14:00"}]}],
            "closings":[{"when":{"weekdays":["mon"]},"services":)" +
            std::string{services} + "}]}");
    };
    CHECK(closing(R"(["ランチ"])").empty());
    CHECK(closing(R"(["ランチ","昼"])") == Found{"unknown_reference /closings/0/services/1"});
    CHECK(errors(R"({"rules":[],"closings":[{"when":"every_day","services":["昼"]}]})").empty());
    CHECK(errors(R"({"rules":[{"when":"every_day","services":[{"name":5,"opens":"10:00","closes":"14:00"}]}],
        "closings":[{"when":"every_day","services":["昼"]}]})") == Found{"wrong_type /rules/0/services/0/name"});
}

TEST_CASE("a holiday that the calendar never has is told") {
    const auto rules = read(R"({"rules":[{"when":{"holiday":"元日"},"closed":true},
        {"when":{"all":["every_day",{"none":[{"holiday":"元旦"}]}]},"closed":true}]})");
    const auto japan = HolidayCalendar::japan();
    const auto unknown = unknown_holidays(rules, japan);
    REQUIRE(unknown.size() == 1);
    CHECK(to_string(unknown.front().where) == "/rules/1/when/all/1/none/0/holiday");
    CHECK(unknown_holidays(rules, *japan.with(make_date(2027, 1, 2), "元旦")).empty());
}

TEST_CASE("a rule says when it applies and what holds then") {
    const auto rules = read(R"({"rules": [
        {"when": {"weekdays": ["mon"]}, "closed": true, "label": "定休日"},
        {"when": "holiday_eve", "services": [
            {"name": "夜", "opens": "17:00", "closes": "26:00",
             "last_order": {"food": "25:00", "drink": "25:30", "entry": "24:30"}}]},
        {"when": {"months": [8]}, "unknown": []},
        {"when": "every_day", "unknown": [{"opens": "11:30", "closes": "15:00"}]}
    ]})");
    const Service night{"夜",
                        MinuteOfDay::clock(17, 0),
                        MinuteOfDay::clock(26, 0),
                        {MinuteOfDay::clock(25, 0), MinuteOfDay::clock(25, 30), MinuteOfDay::clock(24, 30)}};
    const Service lunch{"", MinuteOfDay::clock(11, 30), MinuteOfDay::clock(15, 0), {}};
    CHECK(rules.rules == std::vector<Rule>{
                             {{OnWeekdays{{monday}}}, Closed{}, "定休日"},
                             {{OnHolidayEves{}}, Open{{night}}, ""},
                             {{InMonths{{8}}}, Unknown{}, ""},
                             {{EveryDay{}}, Unknown{{lunch}}, ""},
                         });
}

TEST_CASE("every way to say when") {
    CHECK(when(R"("every_day")") == When{EveryDay{}});
    CHECK(when(R"("holiday")") == When{OnHolidays{}});
    CHECK(when(R"("holiday_eve")") == When{OnHolidayEves{}});
    CHECK(when(R"("day_after_holiday")") == When{OnDaysAfterHolidays{}});
    CHECK(when(R"({"holiday": "元日"})") == When{OnNamedHoliday{"元日"}});
    CHECK(when(R"({"weekdays": ["sat", "sun"]})") == When{OnWeekdays{{saturday, sunday}}});
    CHECK(when(R"({"nth_weekday": {"nth": [1, 3, "last"], "weekdays": ["tue"]}})") ==
          When{OnNthWeekdays{{1, 3, last_ordinal}, {tuesday}}});
    CHECK(when(R"({"days_of_month": [4, 14, 24, "last"]})") == When{OnDaysOfMonth{{4, 14, 24, last_day_of_month}}});
    CHECK(when(R"({"months": [1, 3, 5]})") == When{InMonths{{1, 3, 5}}});
    CHECK(when(R"({"every_weeks": {"interval": 2, "from": "2026-11-02"}})") ==
          When{EveryNWeeks{2, make_date(2026, 11, 2)}});
    CHECK(when(R"({"season": {"from": "12-31", "to": "01-03"}})") ==
          When{InSeason{date::December / 31, date::January / 3}});
    CHECK(when(R"({"season": {"from": "02-29", "to": "02-29"}})") ==
          When{InSeason{date::February / 29, date::February / 29}});
    CHECK(when(R"({"period": {"from": "2026-08-11", "to": "2026-08-16"}})") ==
          When{InPeriod{make_date(2026, 8, 11), make_date(2026, 8, 16)}});
    CHECK(when(R"({"dates": ["2026-12-24", "2026-12-25"]})") ==
          When{OnDates{{make_date(2026, 12, 24), make_date(2026, 12, 25)}}});
}

TEST_CASE("conditions combine, one in another") {
    const When wednesdays{OnWeekdays{{wednesday}}}, holidays{OnHolidays{}};
    CHECK(when(R"({"all": [{"weekdays": ["wed"]}, {"none": ["holiday"]}]})") ==
          When{AllOf{{wednesdays, {NoneOf{{holidays}}}}}});
    CHECK(when(R"({"any": [{"weekdays": ["wed"]}, "holiday"]})") == When{AnyOf{{wednesdays, holidays}}});
}

TEST_CASE("every way to say where a closing day goes that falls on a 祝日") {
    CHECK(on_holiday(R"("stays")") == OnHoliday{Displacement::stays});
    CHECK(on_holiday(R"("dropped")") == OnHoliday{Displacement::dropped});
    CHECK(on_holiday(R"("next_day")") == OnHoliday{Displacement::next_day});
    CHECK(on_holiday(R"("day_after")") == OnHoliday{Displacement::day_after});
    CHECK(on_holiday(R"("next_weekday")") == OnHoliday{Displacement::next_weekday});
    CHECK(on_holiday(R"("next_business_day")") == OnHoliday{Displacement::next_business_day});
    CHECK(on_holiday(R"("previous_day")") == OnHoliday{Displacement::previous_day});
    CHECK(on_holiday(R"("previous_or_next_day")") == OnHoliday{Displacement::previous_or_next_day});
    CHECK(on_holiday(R"("some_following_day")") == OnHoliday{Displacement::some_following_day});
    CHECK(on_holiday(R"("unknown")") == OnHoliday{Displacement::unknown});
    CHECK(on_holiday(R"({"weekday": "tue"})") == OnHoliday{DisplacedToWeekday{date::Tuesday}});
    CHECK(on_holiday(R"({"weekday": "tue", "if_holiday": "stays"})") ==
          OnHoliday{DisplacedToWeekday{date::Tuesday, IfHolidayToo::stays}});
}

TEST_CASE("what is not said is the default") {
    const auto rules = read(R"({"rules": [], "closings": [{"when": {"weekdays": ["mon"]}}]})");
    CHECK(rules.closings == std::vector<RegularClosing>{{{OnWeekdays{{monday}}}, Displacement::stays, {}, ""}});
    CHECK(rules.choices == Choices{});
    CHECK(read(R"({"rules": [], "closings": [], "choices": {}})") == Rules{});
}

TEST_CASE("every choice has its word") {
    const auto rules = read(R"({"rules": [], "choices": {
        "holiday_and_eve": "holiday_eve", "saturday_eve": "does_not_count",
        "sunday_eve": "does_not_count", "unlisted": "unknown"}})");
    CHECK(rules.choices ==
          Choices{HolidayAndEve::eve_rule, WeekendEve::does_not_count, WeekendEve::does_not_count, Unlisted::unknown});
    CHECK(read(R"({"rules": [], "choices": {
        "holiday_and_eve": "holiday", "saturday_eve": "counts",
        "sunday_eve": "counts", "unlisted": "closed"}})") == Rules{});
}

TEST_CASE("everything that is wrong is told at once, in the order in which it stands") {
    CHECK(errors(R"({
        "rules": [
            {"when": {"weekdays": ["mon", "someday"]}, "services": [
                {"opens": "18:00", "closes": "17:00"},
                {"opens": "9:00", "closes": "24:00"},
                {"opens": "25:00", "closes": "26:00"},
                {"opens": "25:30", "closes": "49:00"},
                {"opens": "27:00", "closes": "28:00", "last_order": {"food": "28:30", "dessert": "27:30"}}
            ]},
            {"services": []},
            {"when": "full_moon", "closed": false},
            {"when": "holiday", "closed": true, "unknown": 1},
            7
        ],
        "closings": [{"when": {"every_weeks": {"interval": 1, "from": "2026-02-30"}}, "on_holiday": "moved",
                      "services": []}],
        "choices": {"unlisted": "open"},
        "zone": "Asia/Tokyo"
    })") == Found{
                "invalid_value /rules/0/when/weekdays/1",
                "never_ends /rules/0/services/0",
                "invalid_value /rules/0/services/1/opens",
                "invalid_value /rules/0/services/3/closes",
                "out_of_range /rules/0/services/4/last_order/food",
                "unknown_key /rules/0/services/4/last_order/dessert",
                "missing_key /rules/1",
                "invalid_value /rules/1/services",
                "invalid_value /rules/2/when",
                "invalid_value /rules/2/closed",
                "invalid_value /rules/3",
                "wrong_type /rules/3/unknown",
                "wrong_type /rules/4",
                "out_of_range /closings/0/when/every_weeks/interval",
                "invalid_value /closings/0/when/every_weeks/from",
                "invalid_value /closings/0/on_holiday",
                "invalid_value /closings/0/services",
                "invalid_value /choices/unlisted",
                "unknown_key /zone",
            });
}

TEST_CASE("services follow one another and end") {
    CHECK(service_errors(R"([{"opens": "11:00", "closes": "15:00"}, {"opens": "15:00", "closes": "48:00"}])").empty());
    CHECK(service_errors(R"([{"opens": "11:00", "closes": "15:00"}, {"opens": "14:59", "closes": "22:00"}])") ==
          Found{"overlap /rules/0/services/1"});
    CHECK(service_errors(R"([{"opens": "17:00", "closes": "02:00"}])") == Found{"never_ends /rules/0/services/0"});
    CHECK(service_errors(R"([{"opens": "17:00", "closes": "17:00"}])") == Found{"never_ends /rules/0/services/0"});
    CHECK(service_errors("[]") == Found{"invalid_value /rules/0/services"});
    CHECK(errors(R"({"rules": [{"when": "every_day", "unknown": [{"opens": "17:00", "closes": "02:00"}]}]})") ==
          Found{"never_ends /rules/0/unknown/0"});
}

TEST_CASE("last orders lie within their service, its ends included") {
    CHECK(
        service_errors(R"([{"opens": "17:00", "closes": "23:00", "last_order": {"food": "23:00", "entry": "17:00"}}])")
            .empty());
    CHECK(service_errors(R"([{"opens": "17:00", "closes": "26:00", "last_order": {"drink": "01:30"}}])") ==
          Found{"out_of_range /rules/0/services/0/last_order/drink"});
}

TEST_CASE("an error that only follows from another one is not told") {
    CHECK(service_errors(R"([{"opens": "17:00", "closes": "late"}, {"opens": "20:00", "closes": "23:00"}])") ==
          Found{"invalid_value /rules/0/services/0/closes"});
    CHECK(service_errors(R"([{"closes": "23:00", "last_order": {"food": "22:00"}}, 3])") ==
          Found{"missing_key /rules/0/services/0", "wrong_type /rules/0/services/1"});
    CHECK(when_errors(R"({"period": {"from": "2026-08-32", "to": "1969-08-16"}})") ==
          Found{"invalid_value /rules/0/when/period/from"});
    CHECK(when_errors(R"({"period": {"from": "2026-08-11"}})") == Found{"missing_key /rules/0/when/period"});
}

TEST_CASE("a condition is one word or one key") {
    CHECK(when_errors(R"("daily")") == Found{"invalid_value /rules/0/when"});
    CHECK(when_errors("{}") == Found{"invalid_value /rules/0/when"});
    CHECK(when_errors(R"({"weekdays": ["mon"], "month": [1]})") ==
          Found{"invalid_value /rules/0/when", "unknown_key /rules/0/when/month"});
    CHECK(when_errors("null") == Found{"wrong_type /rules/0/when"});
    CHECK(when_errors(R"({"weekdays": []})") == Found{"invalid_value /rules/0/when/weekdays"});
    CHECK(when_errors(R"({"weekdays": "mon"})") == Found{"wrong_type /rules/0/when/weekdays"});
    CHECK(when_errors(R"({"holiday": ""})") == Found{"invalid_value /rules/0/when/holiday"});
    CHECK(when_errors(R"({"all": []})") == Found{"invalid_value /rules/0/when/all"});
    CHECK(when_errors(R"({"any": ["holiday", {"months": [0, 13]}]})") ==
          Found{"out_of_range /rules/0/when/any/1/months/0", "out_of_range /rules/0/when/any/1/months/1"});
    CHECK(when_errors(R"({"nth_weekday": {"nth": [6, "first"]}})") ==
          Found{"missing_key /rules/0/when/nth_weekday", "out_of_range /rules/0/when/nth_weekday/nth/0",
                "wrong_type /rules/0/when/nth_weekday/nth/1"});
}

TEST_CASE("dates must exist") {
    CHECK(when_errors(R"({"dates": ["2027-02-29", "2028-02-29", "2026-11-31", "2026-1-1", "20261111", ""]})") ==
          Found{"invalid_value /rules/0/when/dates/0", "invalid_value /rules/0/when/dates/2",
                "invalid_value /rules/0/when/dates/3", "invalid_value /rules/0/when/dates/4",
                "invalid_value /rules/0/when/dates/5"});
    CHECK(when_errors(R"({"season": {"from": "02-30", "to": "13-01"}})") ==
          Found{"invalid_value /rules/0/when/season/from", "invalid_value /rules/0/when/season/to"});
    CHECK(when_errors(R"({"period": {"from": "2026-08-16", "to": "2026-08-11"}})") ==
          Found{"invalid_value /rules/0/when/period/to"});
}

TEST_CASE("numbers must be whole and within reason") {
    CHECK(when_errors(R"({"days_of_month": [0, -1, 32, 1.0, 1e2, 99999999999999999999, -9223372036854775808,
                                            18446744073709551615]})") ==
          Found{"out_of_range /rules/0/when/days_of_month/0", "out_of_range /rules/0/when/days_of_month/1",
                "out_of_range /rules/0/when/days_of_month/2", "wrong_type /rules/0/when/days_of_month/3",
                "wrong_type /rules/0/when/days_of_month/4", "wrong_type /rules/0/when/days_of_month/5",
                "out_of_range /rules/0/when/days_of_month/6", "out_of_range /rules/0/when/days_of_month/7"});
    CHECK(errors(R"({"rules": 1e400})") == Found{"malformed_json 10-15"});
}

TEST_CASE("words have a length and no control characters") {
    const auto labelled = [](std::string label) {
        return R"({"rules": [{"label": ")" + label + R"(", "when": "holiday", "closed": true}]})";
    };
    CHECK(errors(labelled(std::string(500, 'a'))).empty());
    CHECK(errors(labelled(std::string(501, 'a'))) == Found{"too_large /rules/0/label"});
    CHECK(errors(labelled("夏季\\u0000営業")) == Found{"invalid_value /rules/0/label"});
    CHECK(errors(labelled("夏季\\n営業")) == Found{"invalid_value /rules/0/label"});
}

TEST_CASE("rules come back from JSON as they were written") {
    const std::string text =
        R"({"rules":[{"label":"年末年始","when":{"season":{"from":"12-31","to":"01-03"}},"closed":true},)"
        R"({"when":{"any":[{"weekdays":["sat","sun"]},"holiday"]},"services":[{"name":"昼","opens":"11:00",)"
        R"("closes":"15:00","last_order":{"food":"14:30"}},{"opens":"17:00","closes":"29:00"}]},)"
        R"({"when":{"nth_weekday":{"nth":[1,"last"],"weekdays":["tue"]}},"unknown":[]}],)"
        R"("closings":[{"when":{"weekdays":["wed"]},"on_holiday":{"weekday":"thu"},"services":["昼"]}],)"
        R"("choices":{"holiday_and_eve":"holiday","saturday_eve":"counts","sunday_eve":"counts","unlisted":"unknown"}})";
    CHECK(to_json(read(text)) == text);
    CHECK(to_json(Rules{}) == R"({"rules":[]})");
}

TEST_CASE("a text that is no UTF-8 is written with U+FFFD for what is wrong") {
    const Rules rules{{{{EveryDay{}}, Closed{}, "\xff"}}, {}, {}};
    CHECK(to_json(rules) == "{\"rules\":[{\"label\":\"\uFFFD\",\"when\":\"every_day\",\"closed\":true}]}");
}

}  // namespace rules_json_test
