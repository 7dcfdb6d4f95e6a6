#include <doctest/doctest.h>

#include "connect_hours.hpp"
#include "told_errors.hpp"

namespace amazon_connect_hours_test {
using namespace connect_hours;

namespace {

const std::string evenings = "[" + slice("MONDAY", 17, 23) + "," + slice("TUESDAY", 17, 23) + "]";

std::string override(const std::string& from, const std::string& till, const std::string& config,
                     const std::string& more = "") {
    return R"({"Name":"x","EffectiveFrom":")" + from + R"(","EffectiveTill":")" + till + R"(","Config":)" + config +
           more + "}";
}

std::string recurring(const std::string& type, const std::string& pattern) {
    return R"(,"OverrideType":")" + type + R"(","RecurrenceConfig":{"RecurrencePattern":)" + pattern + "}";
}

std::string document(const std::string& config, const std::string& overrides = "", const std::string& more = "") {
    return R"({"HoursOfOperation":{"TimeZone":"Asia/Tokyo","Config":)" + config +
           R"(},"HoursOfOperationOverrideList":[)" + overrides + "]" + more + "}";
}

RulesReading read(const std::string& text) {
    CAPTURE(text);
    const auto reading = rules_from_amazon_connect(text);
    if (!reading) {
        for (const auto& error : reading.error()) MESSAGE(error.message << ' ' << to_string(error.where));
    }
    REQUIRE(reading);
    return *reading;
}

/// The only rule that is not the week's.
When exception(const std::string& overrides) {
    const auto rules = read(document(evenings, overrides)).rules.rules;
    REQUIRE(rules.size() == 2);
    return rules[0].when;
}

Found errors(const std::string& text) { return told(rules_from_amazon_connect(text)); }

}  // namespace

TEST_CASE("a week of hours") {
    const auto reading = read(R"({
        "HoursOfOperation": {
            "HoursOfOperationArn": "arn", "Name": "Shibuya", "TimeZone": "Asia/Tokyo", "Tags": {"a": "b"},
            "Config": [{"Day": "MONDAY", "StartTime": {"Hours": 17, "Minutes": 0}, "EndTime": {"Hours": 23, "Minutes": 30}},
                       {"Day": "MONDAY", "StartTime": {"Hours": 11, "Minutes": 30}, "EndTime": {"Hours": 14, "Minutes": 0}}]
        },
        "ResponseMetadata": {"RetryAttempts": 0}
    })");
    const Service lunch{"", MinuteOfDay::clock(11, 30), MinuteOfDay::clock(14, 0), {}};
    const Service dinner{"", five_pm, MinuteOfDay::clock(23, 30), {}};
    CHECK(reading.rules.rules == std::vector<Rule>{{{OnWeekdays{{monday}}}, Open{{lunch, dinner}}, ""}});
    CHECK(reading.zone == "Asia/Tokyo");
    CHECK(reading.findings.empty());
}

TEST_CASE("the described hours may stand alone") {
    CHECK(read(R"({"TimeZone": "UTC", "Config": []})").rules == Rules{});
    CHECK(read(R"({"Config": [], "ParentHoursOfOperations": [], "Description": null})").zone == std::nullopt);
}

TEST_CASE("midnight ends a day, and what goes on after it belongs to the evening before") {
    const auto night = slice("FRIDAY", 17, 24) + "," + slice("SATURDAY", 0, 5) + "," + slice("SATURDAY", 17, 24);
    const auto rules = read(document("[" + night + "]")).rules.rules;
    CHECK(rules == std::vector<Rule>{open_on({OnWeekdays{{friday}}}, five_pm, MinuteOfDay::clock(29, 0)),
                                     open_on({OnWeekdays{{saturday}}}, five_pm, MinuteOfDay::clock(24, 0))});
}

TEST_CASE("open day and night, each day stays its own") {
    std::string config;
    for (const auto* day : {"SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"}) {
        config += (config.empty() ? "" : ",") + slice(day, 0, 24);
    }
    CHECK(read(document("[" + config + "]")).rules.rules ==
          std::vector<Rule>{open_on({EveryDay{}}, MinuteOfDay::clock(0, 0), MinuteOfDay::clock(24, 0))});
}

TEST_CASE("temporary hours replace the week's, and close the days that they don't name") {
    const auto hours = compiled(
        read(document(evenings, override("2026-08-10", "2026-08-16", "[" + slice("TUESDAY", 11, 15) + "]"))).rules);
    CHECK(openings(hours, make_date(2026, 8, 3)) == "17:00-23:00 ");
    CHECK(openings(hours, make_date(2026, 8, 10)).empty());
    CHECK(openings(hours, make_date(2026, 8, 11)) == "11:00-15:00 ");
    CHECK(openings(hours, make_date(2026, 8, 17)) == "17:00-23:00 ");
}

TEST_CASE("of competing overrides a closed one comes first, then an open one, then temporary hours") {
    const std::string weekly = R"({"Frequency":"WEEKLY","Interval":1})";
    const auto overrides =
        override("2026-08-10", "2026-08-10", "[" + slice("MONDAY", 8, 10) + "]") + "," +
        override("2026-08-01", "2026-08-31", "[" + slice("MONDAY", 10, 20) + "]", recurring("OPEN", weekly)) + "," +
        override("2026-08-10", "2026-08-31", "[" + slice("MONDAY", 12, 16) + "]", recurring("CLOSED", weekly));
    const auto hours = compiled(read(document(evenings, overrides)).rules);
    CHECK(openings(hours, make_date(2026, 8, 3)) == "10:00-23:00 ");
    CHECK(openings(hours, make_date(2026, 8, 10)) == "08:00-12:00 16:00-20:00 ");
    CHECK(openings(hours, make_date(2026, 8, 17)) == "10:00-12:00 16:00-23:00 ");
}

TEST_CASE("an override that changes nothing makes no rule") {
    const auto repeated = "[" + slice("TUESDAY", 18, 20) + "]";
    const auto overrides = override("2026-08-01", "2026-08-31", evenings) + "," +
                           override("2026-08-01", "2026-08-31", repeated,
                                    recurring("OPEN", R"({"Frequency":"MONTHLY","Interval":1,"ByMonthDay":[4]})"));
    CHECK(read(document(evenings, overrides)).rules.rules.size() == 1);
}

TEST_CASE("a recurring override is a rule that says when it recurs") {
    const auto all_day = "[" + slice("MONDAY", 0, 24) + "," + slice("TUESDAY", 0, 24) + "]";
    const When within{InPeriod{make_date(2026, 1, 1), make_date(2027, 12, 31)}};
    const auto closed = [&](const std::string& pattern, const std::string& config) {
        return exception(override("2026-01-01", "2027-12-31", config, recurring("CLOSED", pattern)));
    };
    CHECK(closed(R"({"Frequency":"MONTHLY","Interval":1,"ByWeekdayOccurrence":[3]})",
                 "[" + slice("MONDAY", 0, 24) + "]") == When{AllOf{{within, {OnNthWeekdays{{3}, {monday}}}}}});
    CHECK(closed(R"({"Frequency":"YEARLY","Interval":1,"ByMonth":[5],"ByWeekdayOccurrence":[-1],"ByMonthDay":[]})",
                 "[" + slice("MONDAY", 0, 24) + "]") ==
          When{AllOf{{within, {InMonths{{5}}}, {OnNthWeekdays{{last_ordinal}, {monday}}}}}});
    CHECK(closed(R"({"Frequency":"WEEKLY","Interval":2})", "[" + slice("MONDAY", 0, 24) + "]") ==
          When{AllOf{{within, {EveryNWeeks{2, make_date(2026, 1, 1)}}, {OnWeekdays{{monday}}}}}});
    CHECK(
        closed(R"({"Frequency":"MONTHLY","Interval":2,"ByMonthDay":[5]})", all_day) ==
        When{AllOf{{within, {InMonths{{1, 3, 5, 7, 9, 11}}}, {OnDaysOfMonth{{5}}}, {OnWeekdays{{monday, tuesday}}}}}});
    CHECK(closed(R"({"Frequency":"MONTHLY","Interval":5,"ByMonthDay":[5]})", all_day) ==
          When{OnDates{{make_date(2026, 1, 5), make_date(2027, 4, 5)}}});
}

TEST_CASE("a closed day cuts the night before, and opens no night of its own") {
    const auto nights = "[" + slice("FRIDAY", 17, 24) + "," + slice("SATURDAY", 0, 5) + "]";
    const auto closed = [&](const std::string& date) {
        return compiled(read(document(nights, override(date, date, "[]"))).rules);
    };
    CHECK(openings(closed("2026-08-14"), make_date(2026, 8, 14)).empty());
    CHECK(openings(closed("2026-08-14"), make_date(2026, 8, 15)) == "00:00-05:00 ");
    CHECK(openings(closed("2026-08-15"), make_date(2026, 8, 14)) == "17:00-24:00 ");
    CHECK(openings(closed("2026-08-15"), make_date(2026, 8, 15)).empty());
    CHECK(openings(closed("2026-08-15"), make_date(2026, 8, 21)) == "17:00-29:00 ");
}

TEST_CASE("a child inherits its parents' overrides, but not their week") {
    const auto parent = R"({"HoursOfOperation":{"HoursOfOperationId":"p","TimeZone":"Asia/Tokyo","Config":)" +
                        evenings + R"(},"HoursOfOperationOverrideList":[)" +
                        override("2026-08-10", "2026-08-10", "[]") + "]}";
    const auto child = R"({"HoursOfOperation":{"TimeZone":"Asia/Tokyo","Config":[)" + slice("MONDAY", 9, 18) +
                       R"(],"ParentHoursOfOperations":[{"Id":"p"},{"Id":"q","Name":"Group"}]},"Parents":[)" + parent +
                       "]}";
    const auto reading = read(child);
    const auto hours = compiled(reading.rules);
    CHECK(openings(hours, make_date(2026, 8, 3)) == "09:00-18:00 ");
    CHECK(openings(hours, make_date(2026, 8, 4)).empty());
    CHECK(openings(hours, make_date(2026, 8, 10)).empty());
    CHECK(told(reading.findings) == Found{"loss not_understood /HoursOfOperation/ParentHoursOfOperations/1"});
    CHECK(reading.findings[0].words == "q");
}

TEST_CASE("temporary hours that contradict one another are unknown on the dates on which they do") {
    const auto overrides = override("2026-08-03", "2026-08-10", "[" + slice("MONDAY", 10, 12) + "]") + "," +
                           override("2026-08-10", "2026-08-17", "[" + slice("MONDAY", 11, 13) + "]");
    const auto reading = read(document(evenings, overrides));
    CHECK(told(reading.findings) == Found{"doubt contradiction /HoursOfOperationOverrideList/1"});
    CHECK(reading.findings[0].dates == std::vector{make_date(2026, 8, 10)});
    const auto hours = compiled(reading.rules);
    CHECK(openings(hours, make_date(2026, 8, 3)) == "10:00-12:00 ");
    CHECK(openings(hours, make_date(2026, 8, 10)) == "unknown 10:00-13:00 ");
    CHECK(openings(hours, make_date(2026, 8, 17)) == "11:00-13:00 ");
}

TEST_CASE("what Connect's documentation leaves open is told") {
    const auto two_weeks = R"({"Frequency":"WEEKLY","Interval":2})";
    const auto findings =
        read(document(evenings,
                      override("2026-08-10", "2026-08-10", "[]", R"(,"OverrideType":"CLOSED")") + "," +
                          override("2026-09-07", "2026-09-30", evenings,
                                   recurring("STANDARD", R"({"Frequency":"WEEKLY","Interval":1})")) +
                          "," +
                          override("2026-08-03", "2099-12-31", "[" + slice("SUNDAY", 9, 12) + "]",
                                   recurring("OPEN", two_weeks)) +
                          "," +
                          override("2026-08-02", "9999-12-31", "[" + slice("SUNDAY", 9, 12) + "]",
                                   recurring("OPEN", two_weeks)),
                      R"(,"NextToken":"more")"))
            .findings;
    CHECK(told(findings) == Found{
                                "loss not_understood /NextToken",
                                "loss not_understood /HoursOfOperationOverrideList/0",
                                "doubt assumption /HoursOfOperationOverrideList/0",
                                "doubt assumption /HoursOfOperationOverrideList/1",
                                "doubt assumption /HoursOfOperationOverrideList/2",
                                "note remark /HoursOfOperationOverrideList/3",
                            });
}

TEST_CASE("a document that names no zone, and hours that stop at 23:59, are told") {
    const auto till_last_minute =
        R"([{"Day":"MONDAY","StartTime":{"Hours":17,"Minutes":0},"EndTime":{"Hours":23,"Minutes":59}}])";
    CHECK(told(read(R"({"Config":)" + evenings + "}").findings) == Found{"doubt assumption "});
    CHECK(told(read(document(till_last_minute)).findings) == Found{"note assumption /HoursOfOperation/Config"});
    CHECK(told(read(document(evenings, override("2026-09-07", "2026-09-30", till_last_minute))).findings) ==
          Found{"note assumption /HoursOfOperationOverrideList/0"});
    CHECK(told(read(document(evenings)).findings).empty());
}

TEST_CASE("a time zone is one that there is") {
    CHECK(errors(R"({"HoursOfOperation": {"TimeZone": "Tokyo", "Config": []}})") ==
          Found{"unknown_zone /HoursOfOperation/TimeZone"});
}

TEST_CASE("everything that is wrong is told at once, in the order in which it stands") {
    CHECK(errors(R"({
        "HoursOfOperation": {"TimeZone": 9, "Config": [
            {"Day": "FUNDAY", "StartTime": {"Hours": 24, "Minutes": 0}, "EndTime": {"Hours": 1}},
            {"Day": "FRIDAY", "StartTime": {"Hours": 17, "Minutes": 0}, "EndTime": {"Hours": 5, "Minutes": 0}},
            {"Day": "FRIDAY", "StartTime": "17:00"}, 7
        ]},
        "HoursOfOperationOverrideList": [
            {"EffectiveFrom": "2026-02-30", "Config": {}, "OverrideType": "MAYBE"},
            {"EffectiveFrom": "2026-02-03", "EffectiveTill": "2026-02-02", "Config": []},
            {"EffectiveFrom": "2026-02-03", "EffectiveTill": "2026-02-03", "Config": [], "RecurrenceConfig": {
                "RecurrencePattern": {"Frequency": "WEEKLY", "Interval": 7, "ByMonthDay": [0], "ByMonth": [1, 2]}}},
            {"EffectiveFrom": "2026-02-03", "EffectiveTill": "2026-02-03", "Config": [], "RecurrenceConfig": {
                "RecurrencePattern": {"Frequency": "YEARLY", "Interval": 1}}}
        ],
        "Parents": [{"Parents": []}]
    })") == Found{
                "wrong_type /HoursOfOperation/TimeZone",
                "invalid_value /HoursOfOperation/Config/0/Day",
                "out_of_range /HoursOfOperation/Config/0/StartTime/Hours",
                "missing_key /HoursOfOperation/Config/0/EndTime",
                "never_ends /HoursOfOperation/Config/1",
                "missing_key /HoursOfOperation/Config/2",
                "wrong_type /HoursOfOperation/Config/2/StartTime",
                "wrong_type /HoursOfOperation/Config/3",
                "missing_key /HoursOfOperationOverrideList/0",
                "invalid_value /HoursOfOperationOverrideList/0/EffectiveFrom",
                "wrong_type /HoursOfOperationOverrideList/0/Config",
                "invalid_value /HoursOfOperationOverrideList/0/OverrideType",
                "invalid_value /HoursOfOperationOverrideList/1/EffectiveTill",
                "out_of_range /HoursOfOperationOverrideList/2/RecurrenceConfig/RecurrencePattern/Interval",
                "out_of_range /HoursOfOperationOverrideList/2/RecurrenceConfig/RecurrencePattern/ByMonthDay/0",
                "out_of_range /HoursOfOperationOverrideList/2/RecurrenceConfig/RecurrencePattern/ByMonth",
                "invalid_value /HoursOfOperationOverrideList/3/RecurrenceConfig/RecurrencePattern",
                "invalid_value /HoursOfOperationOverrideList/3/RecurrenceConfig/RecurrencePattern",
                "invalid_value /Parents/0/Parents",
            });
    CHECK(errors("{}") == Found{"missing_key "});
    CHECK(errors("[]") == Found{"wrong_type "});
    CHECK(errors("{}}") == Found{"malformed_json 2-3"});
}

TEST_CASE("more than Connect can hold is refused") {
    std::string overrides = override("2026-08-10", "2026-08-10", "[]"), slices = slice("MONDAY", 1, 2);
    for (int i = 0; i < 50; ++i) overrides += "," + override("2026-08-10", "2026-08-10", "[]");
    for (int i = 0; i < 100; ++i) slices += "," + slice("MONDAY", 1, 2);
    CHECK(errors(document(evenings, overrides)) == Found{"out_of_range /HoursOfOperationOverrideList"});
    CHECK(errors(document("[" + slices + "]")) == Found{"out_of_range /HoursOfOperation/Config"});
    CHECK(errors(document(evenings, "", R"(,"Parents":[{},{},{},{}])")) == Found{"out_of_range /Parents"});
}

}  // namespace amazon_connect_hours_test
