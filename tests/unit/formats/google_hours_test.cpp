#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/formats/google_hours.hpp>

#include "read_document.hpp"

namespace google_hours_test {
using namespace denwaban;
using Texts = std::vector<std::string>;

namespace {

using read_document::compiled;

RulesReading read(const std::string& text) { return read_document::reading(rules_from_google, text); }
Texts found(const std::string& text) { return read_document::findings(rules_from_google, text); }
Texts errors(const std::string& text) { return read_document::errors(rules_from_google, text); }

/// `11:00-14:00 17:00-26:00 (food 25:00)`, `closed`, `unknown`.
std::string day(const Hours& hours, Date date) {
    std::string text;
    for (const auto& opening : *hours.openings_on(date)) {
        if (!text.empty()) text += ' ';
        if (opening.state == State::unknown) text += "unknown ";
        if (opening.service == nullptr) continue;
        text += to_string(opening.service->opens) + "-" + to_string(opening.service->closes);
        if (const auto food = opening.service->last_orders.food) text += " (food " + to_string(*food) + ")";
    }
    return text.empty() ? "closed" : text;
}

constexpr Date monday = make_date(2026, 6, 1);

/// Monday to Sunday of an ordinary week.
Texts week(const std::string& text) {
    const auto hours = compiled(read(text).rules);
    Texts days;
    for (int i = 0; i < 7; ++i) days.push_back(day(hours, monday + date::days{i}));
    return days;
}

std::string period(const std::string& open_day, const std::string& opens, const std::string& close_day,
                   const std::string& closes) {
    return R"({"openDay": ")" + open_day + R"(", "openTime": )" + opens + R"(, "closeDay": ")" + close_day +
           R"(", "closeTime": )" + closes + "}";
}

std::string regular(const std::string& periods) { return R"("regularHours": {"periods": [)" + periods + "]}"; }

std::string kitchen(const std::string& periods) {
    return R"("moreHours": [{"hoursTypeId": "KITCHEN", "periods": [)" + periods + "]}]";
}

std::string special(const std::string& members) {
    return R"("specialHours": {"specialHourPeriods": [{"startDate": {"year": 2026, "month": 6, "day": 3}, )" + members +
           "}]}";
}

const std::string friday_night = period("FRIDAY", R"({"hours": 17, "minutes": 30})", "SATURDAY", R"({"hours": 3})");
const std::string monday_noon = period("MONDAY", R"({"hours": 11})", "MONDAY", R"({"hours": 14, "minutes": 30})");

}  // namespace

TEST_CASE("a location's regular hours") {
    CHECK(week("{" + regular(monday_noon + "," + friday_night) + "}") ==
          Texts{"11:00-14:30", "closed", "closed", "closed", "17:30-27:00", "closed", "closed"});
    CHECK(week(R"({"name": "locations/1", "title": "Izakaya", )" + regular(monday_noon) + "}")[0] == "11:00-14:30");
}

TEST_CASE("a time of day leaves out zeros, and was a text in version 4") {
    const auto on_monday = [](const std::string& opens, const std::string& close_day, const std::string& closes) {
        return week("{" + regular(period("MONDAY", opens, close_day, closes)) + "}")[0];
    };
    CHECK(on_monday("{}", "MONDAY", R"({"hours": 24})") == "00:00-24:00");
    CHECK(on_monday(R"({"minutes": 30})", "TUESDAY", "{}") == "00:30-24:00");
    CHECK(on_monday(R"("17:00")", "MONDAY", R"("24:00")") == "17:00-24:00");
    CHECK(on_monday(R"("17:00")", "TUESDAY", R"("05:00")") == "17:00-29:00");
    CHECK(on_monday(R"({"hours": 17, "seconds": 0, "nanos": null})", "MONDAY", R"({"hours": 23})") == "17:00-23:00");
}

TEST_CASE("a period over many days is an opening each day") {
    const auto always = "{" + regular(period("MONDAY", "{}", "SUNDAY", R"({"hours": 24})")) + "}";
    CHECK(week(always) == Texts(7, "00:00-24:00"));
    CHECK(found(always) == Texts{"note assumption /regularHours/periods/0"});
    CHECK(week("{" + regular(period("SATURDAY", R"({"hours": 10})", "MONDAY", R"({"hours": 2})")) + "}") ==
          Texts{"00:00-02:00", "closed", "closed", "closed", "closed", "10:00-24:00", "00:00-24:00"});
}

TEST_CASE("special hours go before the week") {
    const auto on_third = [](const std::string& members) {
        return week("{" + regular(period("WEDNESDAY", R"({"hours": 9})", "WEDNESDAY", R"({"hours": 12})")) + "," +
                    special(members) + "}")[2];
    };
    const std::string fourth = R"("endDate": {"year": 2026, "month": 6, "day": 4})";
    CHECK(on_third(R"("closed": true)") == "closed");
    CHECK(on_third(R"("isClosed": true)") == "closed");
    CHECK(on_third(R"("openTime": {"hours": 17}, "closeTime": {"hours": 22})") == "17:00-22:00");
    CHECK(on_third(R"("openTime": {"hours": 17}, "closeTime": {"hours": 2}, )" + fourth) == "17:00-26:00");
    CHECK(on_third(R"("openTime": "00:00", "closeTime": "24:00", "closed": false)") == "00:00-24:00");
    CHECK(on_third(R"("closed": true, "openTime": {"hours": 17}, )" + fourth) == "closed");
}

TEST_CASE("the kitchen's hours are last orders for food") {
    const auto with_kitchen = [](const std::string& periods) {
        return "{" + regular(monday_noon + "," + friday_night) + "," + kitchen(periods) + "}";
    };
    const auto both = with_kitchen(period("MONDAY", R"({"hours": 11})", "MONDAY", R"({"hours": 14})") + "," +
                                   period("FRIDAY", R"("17:30")", "SATURDAY", R"("01:30")"));
    CHECK(week(both)[0] == "11:00-14:30 (food 14:00)");
    CHECK(week(both)[4] == "17:30-27:00 (food 25:30)");
    CHECK(found(both).empty());

    const auto with_pause = with_kitchen(period("FRIDAY", R"("18:00")", "FRIDAY", R"("22:00")") + "," +
                                         period("SATURDAY", R"("01:00")", "SATURDAY", R"("02:00")"));
    CHECK(week(with_pause)[4] == "17:30-27:00 (food 26:00)");
    CHECK(found(with_pause) ==
          Texts{"note not_expressible /moreHours/0/periods/0", "note not_expressible /moreHours/0/periods/1"});

    const auto outside = with_kitchen(period("MONDAY", R"("10:00")", "MONDAY", R"("14:00")"));
    CHECK(week(outside)[0] == "11:00-14:30");
    CHECK(found(outside) == Texts{"doubt contradiction /moreHours/0/periods/0"});
}

TEST_CASE("hours of something else are told") {
    const auto reading = read("{" + regular(monday_noon) + R"(, "moreHours": [{"hoursTypeId": "HAPPY_HOUR"}]})");
    REQUIRE(reading.findings.size() == 1);
    CHECK(reading.findings[0].kind == FindingKind::not_expressible);
    CHECK(reading.findings[0].weight == Weight::note);
    CHECK(reading.findings[0].words == "HAPPY_HOUR");
    CHECK(is_complete(reading.findings));
}

TEST_CASE("a location may be closed for a time or for good") {
    const auto with_status = [](const std::string& status) {
        return "{" + regular(monday_noon) + R"(, "openInfo": {"status": ")" + status + R"("}})";
    };
    CHECK(week(with_status("OPEN"))[0] == "11:00-14:30");
    CHECK(week(with_status("CLOSED_PERMANENTLY")) == Texts(7, "closed"));
    CHECK(week(with_status("CLOSED_TEMPORARILY"))[0] == "unknown 11:00-14:30");
    CHECK(week(with_status("CLOSED_TEMPORARILY"))[1] == "closed");
    CHECK(found(with_status("CLOSED_TEMPORARILY")) == Texts{"note unknowable /openInfo/status"});
    CHECK(found(with_status("HAUNTED")) == Texts{"loss not_understood /openInfo/status"});
}

TEST_CASE("before it has opened for the first time a location is closed") {
    const auto opening = [](const std::string& date) {
        return "{" + regular(monday_noon) + R"(, "openInfo": {"status": "OPEN", "openingDate": )" + date + "}}";
    };
    const auto on_monday = [](const std::string& text, int weeks) {
        return day(compiled(read(text).rules), monday + date::days{7 * weeks});
    };
    const auto in_june = opening(R"({"year": 2026, "month": 6, "day": 8})");
    CHECK(on_monday(in_june, 0) == "closed");
    CHECK(on_monday(in_june, 1) == "11:00-14:30");
    CHECK(found(in_june).empty());
    CHECK(on_monday(opening(R"({"year": 1970, "month": 1, "day": 1})"), 0) == "11:00-14:30");
    CHECK(found(opening(R"({"year": 2026, "month": 6})")) == Texts{"loss not_understood /openInfo/openingDate"});
}

TEST_CASE("what Google would not take is unknown") {
    const auto backwards = "{" + regular(period("MONDAY", R"("18:00")", "MONDAY", R"("02:00")")) + "}";
    CHECK(week(backwards)[0] == "unknown ");
    CHECK(found(backwards) == Texts{"loss not_understood /regularHours/periods/0"});

    const auto long_special =
        "{" + regular(monday_noon) + "," +
        special(R"("endDate": {"year": 2026, "month": 6, "day": 5}, "openTime": {}, "closeTime": {"hours": 9})") + "}";
    CHECK(week(long_special) == Texts{"11:00-14:30", "closed", "unknown ", "unknown ", "unknown ", "closed", "closed"});
    CHECK(found(long_special) == Texts{"loss not_understood /specialHours/specialHourPeriods/0"});
}

TEST_CASE("without regular hours nothing is known") {
    CHECK(week(R"({"title": "Izakaya"})") == Texts(7, "unknown "));
    CHECK(found(R"({"title": "Izakaya"})") == Texts{"doubt unknowable "});
    CHECK(week("{" + special(R"("closed": true)") + "}")[2] == "closed");
    CHECK(week("{" + special(R"("closed": true)") + "}")[3] == "unknown ");
    CHECK(week(R"({"regularHours": {}})") == Texts(7, "closed"));
    CHECK(found(R"({"regularHours": {"periods": []}})") == Texts{"doubt assumption /regularHours"});
}

TEST_CASE("nothing that speaks of hours is dropped in silence") {
    CHECK(found(R"({"regularHours": {"periods": [], "except": 1}})") ==
          Texts{"loss not_understood /regularHours/except", "doubt assumption /regularHours"});
    CHECK(found("{" + regular(monday_noon + "," + monday_noon) + "}") ==
          Texts{"note repetition /regularHours/periods/1"});
    CHECK(found("{" +
                regular(period("MONDAY", R"({"hours": 9, "seconds": 5})", "MONDAY", R"({"hours": 10, "ms": 1})")) +
                "}") == Texts{"doubt approximate /regularHours/periods/0/openTime",
                              "loss not_understood /regularHours/periods/0/closeTime/ms"});
}

TEST_CASE("what the API could not have said is an error where it stands") {
    CHECK(errors("[]") == Texts{"wrong_type "});
    CHECK(
        errors(R"({"regularHours": [], "specialHours": 1, "moreHours": {}, "openInfo": "OPEN"})") ==
        Texts{"wrong_type /regularHours", "wrong_type /specialHours", "wrong_type /moreHours", "wrong_type /openInfo"});
    CHECK(errors("{" +
                 regular(period("FUNDAY", R"({"hours": 25})", "MONDAY", R"({"hours": 24, "minutes": 1})") +
                         R"(, {"openDay": "MONDAY", "openTime": 9, "closeTime": "9:00"})") +
                 "}") ==
          Texts{"invalid_value /regularHours/periods/0/openDay", "out_of_range /regularHours/periods/0/openTime/hours",
                "out_of_range /regularHours/periods/0/closeTime", "missing_key /regularHours/periods/1",
                "wrong_type /regularHours/periods/1/openTime", "invalid_value /regularHours/periods/1/closeTime"});
    CHECK(errors(R"({"specialHours": {"specialHourPeriods": [
        {"closed": 1, "startDate": {"year": 2026, "month": 2, "day": 30}}, {"closed": true, "startDate": {"month": 1, "day": 32}}
    ]}})") == Texts{"missing_key /specialHours/specialHourPeriods/0", "missing_key /specialHours/specialHourPeriods/0",
                    "wrong_type /specialHours/specialHourPeriods/0/closed",
                    "invalid_value /specialHours/specialHourPeriods/0/startDate",
                    "missing_key /specialHours/specialHourPeriods/1/startDate",
                    "out_of_range /specialHours/specialHourPeriods/1/startDate/day"});
}

TEST_CASE("what is written") {
    const Service lunch{"lunch", MinuteOfDay::clock(11, 30), MinuteOfDay::clock(14, 0), {}};
    const Service night{"", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(26, 0), {MinuteOfDay::clock(25, 0), {}, {}}};
    const Rules rules{{{{OnDates{{make_date(2026, 6, 2)}}}, Closed{}, ""},
                       {{OnDates{{make_date(2026, 6, 3)}}}, Open{{lunch, night}}, ""},
                       {{OnWeekdays{{2, 3}}}, Open{{night}}, ""}},
                      {},
                      {}};
    const auto written = to_google(compiled(rules), {make_date(2026, 6, 1), make_date(2026, 6, 30)});
    REQUIRE(written);
    CHECK(
        written->text ==
        R"({"regularHours":{"periods":[)"
        R"({"openDay":"TUESDAY","openTime":{"hours":17,"minutes":0},"closeDay":"WEDNESDAY","closeTime":{"hours":2,"minutes":0}},)"
        R"({"openDay":"WEDNESDAY","openTime":{"hours":17,"minutes":0},"closeDay":"THURSDAY","closeTime":{"hours":2,"minutes":0}}]},)"
        R"("specialHours":{"specialHourPeriods":[{"startDate":{"year":2026,"month":6,"day":2},"closed":true},)"
        R"({"startDate":{"year":2026,"month":6,"day":3},"openTime":{"hours":11,"minutes":30},)"
        R"("endDate":{"year":2026,"month":6,"day":3},"closeTime":{"hours":14,"minutes":0}},)"
        R"({"startDate":{"year":2026,"month":6,"day":3},"openTime":{"hours":17,"minutes":0},)"
        R"("endDate":{"year":2026,"month":6,"day":4},"closeTime":{"hours":2,"minutes":0}}]},)"
        R"("moreHours":[{"hoursTypeId":"KITCHEN","periods":[)"
        R"({"openDay":"TUESDAY","openTime":{"hours":17,"minutes":0},"closeDay":"WEDNESDAY","closeTime":{"hours":1,"minutes":0}},)"
        R"({"openDay":"WEDNESDAY","openTime":{"hours":17,"minutes":0},"closeDay":"THURSDAY","closeTime":{"hours":1,"minutes":0}}]}]})");
    REQUIRE(written->findings.size() == 2);
    CHECK(written->findings[0].weight == Weight::loss);
    CHECK(written->findings[0].dates == std::vector{make_date(2026, 6, 3)});  // the night's last order
    CHECK(written->findings[1].weight == Weight::note);                       // the lunch's name
}

TEST_CASE("special hours end by 11:59 of the next day: what goes on is written under it") {
    const auto at = [](int hour) { return *MinuteOfDay::make(hour * 60); };
    const Rules rules{{{{OnDates{{make_date(2026, 6, 2)}}}, Open{{{"", at(20), at(37), {}}}}, ""},
                       {{OnDates{{make_date(2026, 6, 5)}}}, Open{{{"", at(0), at(24), {}}}}, ""},
                       {{EveryDay{}}, Open{{{"", at(17), at(22), {}}}}, ""}},
                      {},
                      {}};
    const auto written = to_google(compiled(rules), {make_date(2026, 6, 1), make_date(2026, 6, 30)});
    REQUIRE(written);
    REQUIRE(written->findings.size() == 2);
    CHECK(written->findings[0].dates == std::vector{make_date(2026, 6, 2), make_date(2026, 6, 3)});
    CHECK(written->findings[1].dates == std::vector{make_date(2026, 6, 5)});
    const auto hours = compiled(read(written->text).rules);
    CHECK(day(hours, make_date(2026, 6, 2)) == "20:00-24:00");
    CHECK(day(hours, make_date(2026, 6, 3)) == "00:00-13:00 17:00-22:00");
    CHECK(day(hours, make_date(2026, 6, 5)) == "00:00-24:00");
}

TEST_CASE("a span must lie within the horizon") {
    const auto hours = compiled({{{{EveryDay{}}, Closed{}, ""}}, {}, {}});
    const auto code = [&](Date first, Date last) { return to_google(hours, {first, last}).error().code; };
    CHECK(code(make_date(2014, 12, 31), make_date(2015, 1, 1)) == ErrorCode::beyond_horizon);
    CHECK(code(make_date(2026, 1, 2), make_date(2026, 1, 1)) == ErrorCode::out_of_range);
}

}  // namespace google_hours_test
