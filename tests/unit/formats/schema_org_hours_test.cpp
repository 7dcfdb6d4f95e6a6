#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/formats/schema_org_hours.hpp>

#include "read_document.hpp"

namespace schema_org_hours_test {
using namespace denwaban;
using Texts = std::vector<std::string>;

namespace {

using read_document::compiled;

RulesReading read(const std::string& text) { return read_document::reading(rules_from_schema_org, text); }
Texts found(const std::string& text) { return read_document::findings(rules_from_schema_org, text); }
Texts errors(const std::string& text) { return read_document::errors(rules_from_schema_org, text); }

/// `11:00-14:00 17:00-26:00`, `closed`, `unknown`.
std::string day(const Hours& hours, Date date) {
    std::string text;
    for (const auto& opening : *hours.openings_on(date)) {
        if (!text.empty()) text += ' ';
        if (opening.state == State::unknown) text += "unknown";
        if (opening.state == State::unknown || opening.service == nullptr) continue;
        text += to_string(opening.service->opens) + "-" + to_string(opening.service->closes);
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

/// What holds every day by the hours of one specification.
std::string daily(const std::string& members) {
    const auto days = week(R"({"openingHoursSpecification": {)" + members + "}}");
    for (const auto& other : days) CHECK(other == days[0]);
    return days[0];
}

Texts week_by_text(const std::string& text) { return week(R"({"openingHours": ")" + text + R"("})"); }

Texts all_week(const std::string& day) { return Texts(7, day); }

}  // namespace

TEST_CASE("a restaurant says its week in specifications, openings of a day adding up") {
    CHECK(week(R"({"@context": "https://schema.org", "@type": "Restaurant", "openingHoursSpecification": [
        {"@type": "OpeningHoursSpecification", "dayOfWeek": ["Tuesday", "Wednesday"], "opens": "17:00", "closes": "22:00"},
        {"@type": "OpeningHoursSpecification", "dayOfWeek": "Tuesday", "opens": "11:00", "closes": "14:00"},
        {"@type": "OpeningHoursSpecification", "dayOfWeek": ["Friday", "Saturday"], "opens": "18:00", "closes": "02:00"}
    ]})") ==
          Texts{"closed", "11:00-14:00 17:00-22:00", "17:00-22:00", "closed", "18:00-26:00", "18:00-26:00", "closed"});
}

TEST_CASE("what opens and closes say together") {
    CHECK(daily(R"("opens": "11:00", "closes": "22:00")") == "11:00-22:00");
    CHECK(daily(R"("opens": "11:00:00", "closes": "22:30:00")") == "11:00-22:30");
    CHECK(daily(R"("opens": "T11:00", "closes": "T22:00:00")") == "11:00-22:00");
    CHECK(daily(R"("opens": "9:00 AM", "closes": "12:30 p.m.")") == "09:00-12:30");
    CHECK(daily(R"("opens": "5:00PM", "closes": "12:00 AM")") == "17:00-24:00");
    CHECK(daily(R"("opens": "13:00 PM", "closes": "22:00")") == "unknown");
    CHECK(daily(R"("opens": "0:30 am", "closes": "22:00")") == "unknown");
    CHECK(daily(R"("opens": "18:00", "closes": "02:00")") == "18:00-26:00");
    CHECK(daily(R"("opens": "18:00", "closes": "00:00")") == "18:00-24:00");
    CHECK(daily(R"("opens": "18:00", "closes": "24:00")") == "18:00-24:00");
    CHECK(daily(R"("opens": "18:00", "closes": "23:59")") == "18:00-23:59");
    CHECK(daily(R"("opens": "18:00", "closes": "23:59:59")") == "18:00-24:00");
    CHECK(daily(R"("opens": "00:00", "closes": "00:00")") == "closed");
    CHECK(daily(R"("opens": "00:00", "closes": "23:59")") == "00:00-24:00");
    CHECK(daily(R"("opens": "00:00:00", "closes": "23:59:59")") == "00:00-24:00");
    CHECK(daily(R"("dayOfWeek": ["Mo-Su"])") == "closed");
    CHECK(daily(R"("opens": "09:00", "closes": "09:00")") == "unknown");
    CHECK(daily(R"("opens": "24:00", "closes": "09:00")") == "unknown");
    CHECK(daily(R"("opens": "9 am", "closes": "22:00")") == "unknown");
    CHECK(daily(R"("opens": "11:00", "closes": "25:00")") == "unknown");
    CHECK(daily(R"("opens": "11:00")") == "unknown");
}

TEST_CASE("a day of the week has many spellings") {
    for (const auto* spelling :
         {R"("Monday")", R"("https://schema.org/Monday")", R"("http://schema.org/Monday")", R"("schema:Monday")",
          R"({"@id": "https://schema.org/Monday"})", R"(["Monday"])", R"({"@value": "Monday"})", R"("Mo")",
          R"("MONDAY")", R"("月曜日")", R"("月曜")", R"("月")"}) {
        const auto text =
            std::string{R"({"openingHoursSpecification": {"opens": "11:00", "closes": "22:00", "dayOfWeek": )"} +
            spelling + "}}";
        CHECK(week(text) == Texts{"11:00-22:00", "closed", "closed", "closed", "closed", "closed", "closed"});
        CHECK(found(text).empty());
    }
}

TEST_CASE("PublicHolidays go before the day of the week they fall on") {
    const auto hours = compiled(read(R"({"openingHoursSpecification": [
        {"opens": "11:00", "closes": "22:00", "dayOfWeek": ["Monday", "Tuesday", "Wednesday"]},
        {"opens": "12:00", "closes": "18:00", "dayOfWeek": ["Sunday", "PublicHolidays"]}
    ]})")
                                    .rules);
    CHECK(day(hours, make_date(2026, 9, 14)) == "11:00-22:00");
    CHECK(day(hours, make_date(2026, 9, 21)) == "12:00-18:00");  // 敬老の日, a Monday
    CHECK(day(hours, make_date(2026, 9, 20)) == "12:00-18:00");
}

TEST_CASE("special hours go before all others") {
    const auto hours = compiled(read(R"({
        "openingHours": "Mo-Su 11:00-22:00",
        "specialOpeningHoursSpecification": [
            {"opens": "00:00", "closes": "00:00", "validFrom": "2026-12-31", "validThrough": "2027-01-03"},
            {"opens": "11:00", "closes": "15:00", "validFrom": "2026-12-24", "validThrough": "2026-12-24"},
            {"opens": "17:00", "closes": "02:00", "validFrom": "2026-12-24T00:00:00", "validThrough": "2026-12-24T23:59:59"}
        ]})")
                                    .rules);
    CHECK(day(hours, make_date(2026, 12, 23)) == "11:00-22:00");
    CHECK(day(hours, make_date(2026, 12, 24)) == "11:00-15:00 17:00-26:00");
    CHECK(day(hours, make_date(2026, 12, 31)) == "closed");
    CHECK(day(hours, make_date(2027, 1, 3)) == "closed");
    CHECK(day(hours, make_date(2027, 1, 4)) == "11:00-22:00");
}

TEST_CASE("special hours of PublicHolidays need no dates") {
    const auto hours = compiled(read(R"({
        "openingHours": "Mo-Su 11:00-22:00",
        "specialOpeningHoursSpecification": {"opens": "12:00", "closes": "18:00", "dayOfWeek": "PublicHolidays"}
    })")
                                    .rules);
    CHECK(day(hours, make_date(2026, 9, 20)) == "11:00-22:00");
    CHECK(day(hours, make_date(2026, 9, 21)) == "12:00-18:00");  // 敬老の日
}

TEST_CASE("a season goes before the week, and closes the days it leaves out only if there is no week") {
    const std::string summer =
        R"({"dayOfWeek": "Saturday", "opens": "10:00", "closes": "16:00", "validFrom": "2026-07-01", "validThrough": "2026-08-31"})";
    const auto alone = compiled(read(R"({"openingHoursSpecification": )" + summer + "}").rules);
    CHECK(day(alone, make_date(2026, 7, 4)) == "10:00-16:00");
    CHECK(day(alone, make_date(2026, 7, 5)) == "closed");
    CHECK(day(alone, make_date(2026, 9, 5)) == "unknown");

    const auto text = R"({"openingHoursSpecification": [)" + summer + R"(, {"opens": "11:00", "closes": "22:00"}]})";
    const auto both = compiled(read(text).rules);
    CHECK(day(both, make_date(2026, 7, 4)) == "10:00-16:00");
    CHECK(day(both, make_date(2026, 7, 5)) == "11:00-22:00");
    CHECK(day(both, make_date(2026, 9, 5)) == "11:00-22:00");
    CHECK(found(text) == Texts{"doubt assumption "});
}

TEST_CASE("where specials of different dates disagree, nobody knows") {
    const std::string text = R"({"openingHours": "Mo-Su 11:00-22:00", "specialOpeningHoursSpecification": [
        {"opens": "00:00", "closes": "00:00", "validFrom": "2026-08-10", "validThrough": "2026-08-20"},
        {"opens": "00:00", "closes": "00:00", "validFrom": "2026-08-12", "validThrough": "2026-08-13"},
        {"opens": "11:00", "closes": "15:00", "validFrom": "2026-08-15", "validThrough": "2026-08-16"}]})";
    const auto reading = read(text);
    REQUIRE(reading.findings.size() == 1);
    CHECK(reading.findings[0].kind == FindingKind::contradiction);
    CHECK(reading.findings[0].weight == Weight::loss);
    CHECK(reading.findings[0].dates == std::vector{make_date(2026, 8, 15), make_date(2026, 8, 16)});
    const auto hours = compiled(reading.rules);
    CHECK(day(hours, make_date(2026, 8, 12)) == "closed");
    CHECK(day(hours, make_date(2026, 8, 15)) == "unknown");
    CHECK(day(hours, make_date(2026, 8, 17)) == "closed");
    CHECK(day(hours, make_date(2026, 8, 21)) == "11:00-22:00");
}

TEST_CASE("the compact text") {
    CHECK(week_by_text("Mo-Fr 11:00-22:00") ==
          Texts{"11:00-22:00", "11:00-22:00", "11:00-22:00", "11:00-22:00", "11:00-22:00", "closed", "closed"});
    CHECK(week_by_text("Tu,Th 16:00-20:00") ==
          Texts{"closed", "16:00-20:00", "closed", "16:00-20:00", "closed", "closed", "closed"});
    CHECK(week_by_text("Mo-Su") == all_week("00:00-24:00"));
    CHECK(week_by_text("Mo-Su 11:00-14:00,17:00-01:00") == all_week("11:00-14:00 17:00-25:00"));
    CHECK(week_by_text("Fr-Mo 17:00-22:00; Tu-Th closed") ==
          Texts{"17:00-22:00", "closed", "closed", "closed", "17:00-22:00", "17:00-22:00", "17:00-22:00"});
    CHECK(
        week_by_text("Mo-Th 9:00-19:00 Fr 10:00-22:00, Sa, Su 10:00-21:00") ==
        Texts{"09:00-19:00", "09:00-19:00", "09:00-19:00", "09:00-19:00", "10:00-22:00", "10:00-21:00", "10:00-21:00"});
    CHECK(week(R"({"openingHours": ["Mo-Sa 11:00-14:30", "Mo-Sa 17:00-21:30", "Su off"]})")[5] ==
          "11:00-14:30 17:00-21:30");
}

TEST_CASE("where the compact text is not understood, its days are unknown, and those it does not name") {
    CHECK(week_by_text("Mo-Fr 9:00-5:00 pm") == all_week("unknown"));
    CHECK(week_by_text("Mo by appointment, Sa 10:00-12:00; Su 10:00-12:00")[6] == "10:00-12:00");
    CHECK(week_by_text("Mo by appointment, Sa 10:00-12:00; Su 10:00-12:00")[5] == "unknown");
    CHECK(week_by_text("24/7") == all_week("unknown"));
    CHECK(week_by_text("Mo-Fr Sa 10:00-12:00") == all_week("unknown"));
    const auto reading = read(R"({"openingHours": ["Mo 10:00-12:00", "daily"]})");
    REQUIRE(reading.findings.size() == 1);
    CHECK(reading.findings[0].kind == FindingKind::not_understood);
    CHECK(reading.findings[0].words == "daily");
    CHECK(reading.findings[0].where == Where{JsonPointer{"/openingHours/1"}});
}

TEST_CASE("hours that are told twice") {
    const std::string specification = R"("openingHoursSpecification": {"opens": "11:00", "closes": "22:00"})";
    CHECK(found("{" + specification + R"(, "openingHours": "Mo-Su 11:00-22:00"})") ==
          Texts{"note repetition /openingHours"});
    const auto otherwise = "{" + specification + R"(, "openingHours": "Mo-Su 11:00-23:00"})";
    CHECK(found(otherwise) == Texts{"doubt contradiction /openingHours"});
    CHECK(week(otherwise) == all_week("11:00-22:00"));
}

TEST_CASE("openings that contradict one another") {
    const auto text = [](const std::string& one, const std::string& other) {
        return R"({"openingHoursSpecification": [{)" + one + "}, {" + other + "}]}";
    };
    const std::string day = R"("opens": "11:00", "closes": "15:00")";
    CHECK(found(text(day, day)) == Texts{"note repetition /openingHoursSpecification/1"});
    const auto overlapping = text(day, R"("opens": "14:00", "closes": "22:00")");
    CHECK(found(overlapping) == Texts{"doubt contradiction /openingHoursSpecification/1"});
    CHECK(week(overlapping) == all_week("11:00-22:00"));
    const auto closed = text(day, R"("opens": "00:00", "closes": "00:00")");
    CHECK(found(closed) == Texts{"loss contradiction /openingHoursSpecification/1"});
    CHECK(week(closed) == all_week("unknown"));
}

TEST_CASE("the restaurant is found in a graph or an array, and hours of something else are told") {
    const std::string restaurant =
        R"({"@type": "Restaurant", "openingHours": "Mo-Su 11:00-22:00", "department": {"openingHours": "Mo-Su 09:00-10:00"}})";
    const std::string graph = R"({"@graph": [{"@type": "WebSite", "name": "n"}, )" + restaurant + "]}";
    CHECK(week(graph) == all_week("11:00-22:00"));
    CHECK(found(graph) == Texts{"note remark /@graph/1/department"});
    CHECK(week("[" + restaurant + "]") == all_week("11:00-22:00"));
    CHECK(found("[" + restaurant + R"(, {"openingHours": "Mo 10:00-11:00"}])") ==
          Texts{"note remark /0/department", "loss not_understood /1"});
}

TEST_CASE("a specification may stand elsewhere in the graph, and be referred to") {
    const auto graph = [](const std::string& reference) {
        return R"({"@graph": [{"@type": "Restaurant", "openingHoursSpecification": )" + reference +
               R"(}, {"@id": "#hours", "@type": "OpeningHoursSpecification", "opens": "11:00", "closes": "22:00"}]})";
    };
    CHECK(week(graph(R"({"@id": "#hours"})")) == all_week("11:00-22:00"));
    CHECK(found(graph(R"([{"@id": "#hours"}])")).empty());
    CHECK(week(graph(R"({"@id": "#other"})")) == all_week("unknown"));
    CHECK(found(graph(R"({"@id": "#other"})")) == Texts{"loss not_understood /@graph/0/openingHoursSpecification",
                                                        "loss not_understood /@graph/1", "doubt unknowable "});
}

TEST_CASE("specifications may stand alone") {
    CHECK(
        week(
            R"([{"opens": "11:00", "closes": "22:00", "dayOfWeek": "Monday"}, {"opens": "12:00", "closes": "20:00", "dayOfWeek": "Tuesday"}])") ==
        Texts{"11:00-22:00", "12:00-20:00", "closed", "closed", "closed", "closed", "closed"});
    CHECK(week(R"({"https://schema.org/opens": "11:00", "schema:closes": {"@value": "22:00"}})") ==
          all_week("11:00-22:00"));
}

TEST_CASE("nothing that speaks of hours is dropped in silence") {
    const auto in_specification = [](const std::string& member) {
        return found(R"({"openingHoursSpecification": {"opens": "11:00", "closes": "22:00", )" + member + "}}");
    };
    const std::string at = "/openingHoursSpecification";
    CHECK(in_specification(R"("name": "lunch", "@id": "#1", "validFrom": null)").empty());
    CHECK(in_specification(R"("description": "except at noon")") == Texts{"note remark " + at + "/description"});
    CHECK(in_specification(R"("except": "noon")") == Texts{"loss not_understood " + at + "/except"});
    CHECK(in_specification(R"("dayOfWeek": "weekdays")") ==
          Texts{"loss not_understood " + at + "/dayOfWeek", "doubt unknowable "});
    CHECK(in_specification(R"("validFrom": "--12-24")") ==
          Texts{"loss not_understood " + at + "/validFrom", "doubt unknowable "});
    CHECK(in_specification(R"("validFrom": "2026-01-02", "validThrough": "2026-01-01")") ==
          Texts{"loss contradiction " + at, "doubt unknowable "});
    CHECK(in_specification(R"("validThrough": "2026-01-01T12:00:00")") ==
          Texts{"doubt assumption " + at + "/validThrough"});
    CHECK(found(R"({"openingHoursSpecification": {"opens": "11:00+09:00", "closes": "22:00:30"}})") ==
          Texts{"doubt approximate " + at + "/opens", "doubt approximate " + at + "/closes"});
    CHECK(found(R"({"openingHoursSpecification": {"@id": "#hours"}})") ==
          Texts{"loss not_understood " + at, "doubt unknowable "});
    CHECK(
        found(
            R"({"openingHours": "Mo 10:00-11:00", "specialOpeningHoursSpecification": {"opens": "11:00", "closes": "12:00"}})") ==
        Texts{"loss not_understood /specialOpeningHoursSpecification"});
    CHECK(found(R"({"mainEntity": {"openingHours": "Mo 10:00-11:00"}})") ==
          Texts{"loss not_understood /mainEntity", "doubt unknowable "});
    CHECK(found("{}") == Texts{"doubt unknowable "});
}

TEST_CASE("a value of a wrong type is an error where it stands") {
    CHECK(errors("3") == Texts{"wrong_type "});
    CHECK(errors("[1]") == Texts{"wrong_type /0"});
    CHECK(errors("{") == Texts{"malformed_json 0-1"});
    CHECK(errors(R"({"openingHours": 3})") == Texts{"wrong_type /openingHours"});
    CHECK(errors(R"({"openingHoursSpecification": ["Mo-Fr", {"opens": 11, "closes": {}, "dayOfWeek": [1, []]}]})") ==
          Texts{"wrong_type /openingHoursSpecification/0", "wrong_type /openingHoursSpecification/1/opens",
                "wrong_type /openingHoursSpecification/1/closes", "wrong_type /openingHoursSpecification/1/dayOfWeek/0",
                "wrong_type /openingHoursSpecification/1/dayOfWeek/1"});
}

TEST_CASE("a day takes 32 openings, and no more") {
    const auto with = [](int openings) {
        std::string text = R"({"openingHours": "Mo )";
        for (int i = 0; i < openings; ++i) {
            const auto hour = std::to_string(i / 3), ten = std::to_string(i % 3 * 2);
            text += (i ? "," : "") + hour + ":" + ten + "0-" + hour + ":" + ten + "5";
        }
        return text + "\"}";
    };
    CHECK(errors(with(32)).empty());
    CHECK(errors(with(33)) == Texts{"out_of_range "});
}

TEST_CASE("what is written") {
    const Service lunch{"lunch", MinuteOfDay::clock(11, 30), MinuteOfDay::clock(14, 0), {}};
    const Service dinner{"", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(24, 0), {}};
    const Service night{"", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(29, 0), {}};
    const Rules rules{{{{OnHolidayEves{}}, Open{{night}}, ""},
                       {{InPeriod{make_date(2026, 9, 28), make_date(2026, 9, 29)}}, Closed{}, ""},
                       {{EveryDay{}}, Open{{lunch, dinner}}, ""}},
                      {{.when = {OnWeekdays{{0}}}}},
                      {}};
    const auto written = to_schema_org(compiled(rules), {make_date(2026, 9, 1), make_date(2026, 9, 30)});
    REQUIRE(written);
    CHECK(written->findings.empty());
    CHECK(written->text ==
          R"({"@context":"https://schema.org","@type":"Restaurant","openingHoursSpecification":[)"
          R"({"@type":"OpeningHoursSpecification","name":"lunch","opens":"11:30","closes":"14:00",)"
          R"("dayOfWeek":["Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"]},)"
          R"({"@type":"OpeningHoursSpecification","opens":"17:00","closes":"00:00",)"
          R"("dayOfWeek":["Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"]},)"
          R"({"@type":"OpeningHoursSpecification","opens":"00:00","closes":"00:00","dayOfWeek":["Sunday"]}],)"
          R"("specialOpeningHoursSpecification":[)"
          R"({"@type":"OpeningHoursSpecification","opens":"17:00","closes":"05:00",)"
          R"("validFrom":"2026-09-21","validThrough":"2026-09-22"},)"
          R"({"@type":"OpeningHoursSpecification","opens":"00:00","closes":"00:00",)"
          R"("validFrom":"2026-09-28","validThrough":"2026-09-29"}]})");
}

TEST_CASE("what can't be written is told with its dates") {
    const auto at = [](int hour, int minute) { return *MinuteOfDay::make(hour * 60 + minute); };
    const auto first = make_date(2026, 6, 1);
    const auto on = [&](int day) { return When{OnDates{{first + date::days{day}}}}; };
    const Rules rules{{{on(0), Unknown{}, "不定休"},
                       {on(1), Open{{{"", at(11, 0), at(14, 0), {at(13, 0), {}, {}}}}}, ""},
                       {on(2), Open{{{"", at(0, 0), at(23, 59), {}}}}, ""},
                       {on(3), Open{{{"", at(25, 0), at(28, 0), {}}}}, ""},
                       {on(5), Open{{{"", at(10, 0), at(40, 0), {}}}}, ""},
                       {{EveryDay{}}, Open{{{"", at(0, 0), at(24, 0), {}}}}, ""}},
                      {},
                      {}};
    const auto written = to_schema_org(compiled(rules), {first, first + date::days{6}});
    REQUIRE(written);
    std::vector<std::vector<Date>> dates;
    for (const auto& finding : written->findings) {
        CHECK(finding.kind == FindingKind::not_expressible);
        dates.push_back(finding.dates);
    }
    const auto days = [&](std::vector<int> numbers) {
        std::vector<Date> list;
        for (const auto number : numbers) list.push_back(first + date::days{number});
        return list;
    };
    CHECK(dates == std::vector{days({0}), days({3, 4, 5, 6}), days({1}), days({2}), days({})});
    const auto again = compiled(read(written->text).rules);
    CHECK(day(again, first) == "closed");
    CHECK(day(again, first + date::days{3}) == "closed");
    CHECK(day(again, first + date::days{4}) == "00:00-24:00");
    CHECK(day(again, first + date::days{5}) == "10:00-24:00");
    CHECK(day(again, first + date::days{6}) == "00:00-16:00 16:00-24:00");
}

TEST_CASE("a span must lie within the horizon") {
    const auto hours = compiled({{{{EveryDay{}}, Closed{}, ""}}, {}, {}});
    const auto code = [&](Date first, Date last) { return to_schema_org(hours, {first, last}).error().code; };
    CHECK(code(make_date(2014, 12, 31), make_date(2015, 1, 1)) == ErrorCode::beyond_horizon);
    CHECK(code(make_date(2039, 12, 31), make_date(2040, 1, 1)) == ErrorCode::beyond_horizon);
    CHECK(code(make_date(2026, 1, 2), make_date(2026, 1, 1)) == ErrorCode::out_of_range);
}

}  // namespace schema_org_hours_test
