#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <denwaban/formats/japanese_hours.hpp>
#include <denwaban/formats/osm_hours.hpp>

#include "osm_day.hpp"

namespace osm_hours_test {
using namespace denwaban;
using namespace denwaban::osm_day;

TEST_CASE("days, times and holidays of opening_hours") {
    const auto* izakaya = "Mo-Fr 11:30-14:00,17:00-23:00; Sa,Su,PH 11:00-23:00; PH -1 day 17:00-26:00; Th off";
    CHECK(is_complete(rules_from_osm(izakaya).findings));
    CHECK(on(izakaya, 11, monday) == "11:30-14:00 17:00-23:00");
    CHECK(on(izakaya, 11, sunday) == "11:00-23:00");
    CHECK(on(izakaya, 11, holiday) == "11:00-23:00");
    CHECK(on(izakaya, 11, eve) == "17:00-26:00");
    CHECK(on(izakaya, 11, thursday) == "closed");
    CHECK(on("24/7", 11, friday) == "00:00-24:00");
    CHECK(on("18:00-02:00", 11, friday) == "18:00-26:00");
    CHECK(on("PH Mo 10:00-12:00", 11, holiday) == "10:00-12:00");
    CHECK(on("PH Mo 10:00-12:00", 11, 3) == "closed");
    CHECK(on("PH +2 days 10:00-12:00", 11, 25) == "10:00-12:00");
    CHECK(on("PH -3 days off; PH -3 days 10:00-12:00", 11, 20) == "10:00-12:00");
}

TEST_CASE("the last rule that names a day decides it, however broadly") {
    CHECK(on("PH 10:00-12:00; Mo-Su 09:00-18:00", 11, holiday) == "09:00-18:00");
    CHECK(on("Mo-Su 09:00-18:00; PH 10:00-12:00", 11, holiday) == "10:00-12:00");
    CHECK(on("Dec 24 10:00-12:00; Mo-Fr 09:00-18:00", 12, 24) == "09:00-18:00");
}

TEST_CASE("rules that add, rules that take away, rules to fall back on") {
    CHECK(on("Mo-Fr 09:00-12:00, Mo 14:00-18:00", 11, monday) == "09:00-12:00 14:00-18:00");
    CHECK(on("Mo-Fr 09:00-12:00, Mo 14:00-18:00", 11, tuesday) == "09:00-12:00");
    CHECK(on("Mo-Fr 09:00-18:00; 12:00-13:00 off", 11, monday) == "09:00-12:00 13:00-18:00");
    CHECK(on("Mo 09:00-12:00 || 10:00-14:00 unknown", 11, monday) == "09:00-12:00 12:00-14:00?");
    CHECK(on("Mo 09:00-12:00 || 10:00-14:00 unknown", 11, tuesday) == "10:00-14:00?");
    CHECK(on("Mo off || 10:00-14:00", 11, monday) == "10:00-14:00");
}

TEST_CASE("nth weekdays, months, dates, weeks and years") {
    CHECK(on("Th[2] 10:00-12:00", 11, thursday) == "10:00-12:00");
    CHECK(on("Th[1,-1] 10:00-12:00", 11, 26) == "10:00-12:00");
    CHECK(on("Th[2] +1 day 10:00-12:00", 11, friday) == "10:00-12:00");
    CHECK(on("Su[-1] -2 days 10:00-12:00", 11, 27) == "10:00-12:00");
    CHECK(on("Nov-Feb 10:00-12:00", 1, 5) == "10:00-12:00");
    CHECK(on("Dec 24-Jan 03 off; 10:00-12:00", 12, 31) == "10:00-12:00");
    CHECK(on("10:00-12:00; Dec 24-Jan 03 off", 1, 3) == "closed");
    CHECK(on("2026 Nov 12-14 10:00-12:00", 11, friday) == "10:00-12:00");
    CHECK(on("2027 10:00-12:00", 11, friday) == "closed");
    CHECK(on("2024+ Fr 10:00-12:00", 11, friday) == "10:00-12:00");
    CHECK(on("week 46 10:00-12:00", 11, friday) == "10:00-12:00");
    CHECK(on("week 01-53/2 10:00-12:00", 11, friday) == "closed");
}

TEST_CASE("days in Japanese are read as days") {
    CHECK(on("月-金 10:00-12:00", 11, friday) == "10:00-12:00");
    CHECK(on("月曜-木曜,土 10:00-12:00", 11, friday) == "closed");
    CHECK(on("日曜日,祝日 10:00-12:00", 11, 23) == "10:00-12:00");
    CHECK(is_complete(rules_from_osm("火-日,祝 17:00-23:00; 月 off").findings));
    CHECK_FALSE(is_complete(rules_from_osm("平日 10:00-12:00").findings));
}

TEST_CASE("what nobody knows is unknown, and said to be") {
    CHECK_FALSE(is_complete(rules_from_osm("Jun 01-Oct Sa[-1] 10:00-12:00").findings));
    CHECK(on("17:00+", 11, friday) == "17:00-29:00?");
    CHECK(on("12:00-14:00+", 11, friday) == "12:00-14:00 14:00-29:00?");
    CHECK(on("Mo-Fr 10:00-18:00 unknown \"by appointment\"", 11, friday) == "10:00-18:00?");

    const auto sun = rules_from_osm("Mo-Fr 10:00-sunset; Sa 10:00-12:00");
    REQUIRE(sun.findings.size() == 1);
    CHECK(sun.findings[0].weight == Weight::loss);
    CHECK(to_string(sun.findings[0].where) == "12-18");
    CHECK(sun.findings[0].words == "sunset");
    CHECK(on("Mo-Fr 10:00-sunset; Sa 10:00-12:00", 11, friday) == "?");
    CHECK(on("Mo-Fr 10:00-sunset; Sa 10:00-12:00", 11, 14) == "10:00-12:00");
    CHECK_FALSE(is_complete(rules_from_osm("easter off").findings));
    CHECK_FALSE(is_complete(rules_from_osm("SH 10:00-12:00").findings));
}

TEST_CASE("a comment alone says that nobody knows") {
    const auto* by_appointment = "Tu,Sa \"by appointment\"";
    CHECK(on(by_appointment, 11, tuesday) == "00:00-24:00?");
    CHECK(on(by_appointment, 11, monday) == "closed");
    const auto reading = rules_from_osm(by_appointment);
    CHECK(is_complete(reading.findings));
    REQUIRE(reading.findings.size() == 1);
    CHECK(reading.findings[0].kind == FindingKind::unknowable);
    CHECK(to_string(reading.findings[0].where) == "6-22");
    CHECK(on("\"不定休\"", 11, monday) == "00:00-24:00?");
    CHECK(on("\"\"", 11, monday) == "00:00-24:00?");
    CHECK(on("24/7 \"x\"", 11, monday) == "00:00-24:00?");
    CHECK(on("Mo-Su 11:00-23:00 \"要予約\"", 11, monday) == "11:00-23:00?");
    CHECK(on("Mo-Fr 11:00-22:00 || \"call us\"", 11, monday) == "00:00-11:00? 11:00-22:00 22:00-24:00?");
    CHECK(on("Mo-Fr 11:00-22:00 || \"call us\"", 11, sunday) == "00:00-24:00?");
    CHECK(on("Mo-Fr 11:00-22:00 open \"terrace\"", 11, monday) == "11:00-22:00");
    CHECK(on("Mo-Fr 11:00-22:00; Mo off \"private\"", 11, monday) == "closed");
}

TEST_CASE("rules that no ; sets apart are read as if one did, with a doubt") {
    const auto doubts = [](std::string_view text) {
        const auto reading = rules_from_osm(text);
        return std::count_if(reading.findings.begin(), reading.findings.end(),
                             [](const Finding& finding) { return finding.weight == Weight::doubt; });
    };
    const auto* apart = "Mo 09:00-12:00 Tu-Fr 09:00-12:00,15:00-17:00";
    CHECK(on(apart, 11, monday) == "09:00-12:00");
    CHECK(on(apart, 11, tuesday) == "09:00-12:00 15:00-17:00");
    CHECK(doubts(apart) == 1);
    const auto* wrapping = "Su-Th 11:00-21:00 Fr-Sa 11:00-22:00";
    CHECK(on(wrapping, 11, sunday) == "11:00-21:00");
    CHECK(on(wrapping, 11, friday) == "11:00-22:00");
    CHECK(doubts(wrapping) == 1);
    CHECK(on("Mo-Fr 10:00-18:00 PH off", 11, holiday) == "closed");
    CHECK(on("Mo-Fr 10:00-18:00 PH off", 11, monday) == "10:00-18:00");
    CHECK(on("Mo-Fr 10:00-18:00 Nov off", 11, monday) == "closed");
    CHECK(on("Mo off Tu 10:00-12:00", 11, tuesday) == "10:00-12:00");
    CHECK(doubts("Mo-Fr 10:00-18:00; Sa 10:00-12:00") == 0);
    CHECK(doubts("10:00-12:00 Mo-Fr") == 0);
}

TEST_CASE("what is said twice in one rule is doubted") {
    const auto is_doubted = [](std::string_view text) { return !is_complete(rules_from_osm(text).findings); };
    CHECK(on("Mo Tu 10:00-12:00", 11, tuesday) == "10:00-12:00");
    CHECK(on("Nov Dec 10:00-12:00", 11, tuesday) == "10:00-12:00");
    CHECK(on("Mo 10:00-12:00 14:00-16:00", 11, monday) == "10:00-12:00 14:00-16:00");
    for (const auto* text :
         {"Mo Tu 10:00-12:00", "Nov Dec 10:00-12:00", "week 10 week 20 10:00-12:00", "2026 2027 10:00-12:00",
          "Mo 10:00-12:00 14:00-16:00", "Mo PH 10:00-12:00", "Mo 10:00-12:00 off open", "Mo off 10:00-12:00",
          "Mo 10:00-12:00 \"a\" \"b\"", "Mo-Fr 24/7", "24/7 Mo-Fr", "24/7 10:00-12:00"}) {
        CAPTURE(text);
        CHECK(is_doubted(text));
    }
    for (const auto* text : {"PH Mo 10:00-12:00", "2026 week 10 Mo 10:00-12:00", "2026 Jan 10:00-12:00", "24/7 off",
                             "Mo-Fr open 10:00-12:00"}) {
        CAPTURE(text);
        CHECK_FALSE(is_doubted(text));
    }
}

TEST_CASE("what is no opening_hours is found at its place") {
    const auto reading = rules_from_osm("Mo-Fr 10:00-18:00; Sa 25;00; \xe6\x9c\x88");
    REQUIRE(!reading.findings.empty());
    CHECK(reading.findings[0].kind == FindingKind::malformed);
    CHECK(to_string(reading.findings[0].where) == "22-24");
    CHECK(on("", 11, friday) == "?");
    CHECK(on("nonsense", 11, friday) == "?");
    CHECK(on("Mo-Fr 10:00-99:00", 11, friday) == "?");
}

TEST_CASE("a text that breaks off anywhere is found to, within its bytes") {
    constexpr std::array<std::string_view, 5> wholes{
        "2026 week 2-53/2 Dec 24-Jan 02 Mo[1,-1]-Fr +2 days,PH 11:30-14:00,(sunset-01:00)-26:00+ \"L.O.\" off || "
        "20:00-",
        "2024-2030/2,2023-2014/2", "2024+,2030-2028; week 60-2/3; Dec 32-24,31",
        "Th[-1,6-2],SH -3 days; easter -2 days", "10:00-(sunset+01:00)/30; 24/7"};
    for (const auto whole : wholes) {
        for (std::size_t length = 1; length <= whole.size(); ++length) {
            const auto text = whole.substr(0, length);
            CAPTURE(text);
            for (const auto& finding : rules_from_osm(text).findings) {
                const auto& bytes = std::get<ByteRange>(finding.where);
                CHECK(bytes.begin < bytes.end);
                CHECK(bytes.end <= text.size());
            }
        }
    }
    const auto reading = rules_from_osm("Mo-Fr 20:00-");
    REQUIRE(!reading.findings.empty());
    CHECK(to_string(reading.findings[0].where) == "11-12");
}

TEST_CASE("years that can't be read end where their rule does") {
    CHECK(on("2030-2028; Mo-Fr 10:00-18:00", 11, friday) == "10:00-18:00");
}

TEST_CASE("rules as opening_hours") {
    const auto written = [](std::string_view text) { return to_osm(rules_from_osm(text).rules).text; };
    CHECK(written("mo-fr 10:00-18:00; ph off") == "Mo-Fr 10:00-18:00; PH off");
    CHECK(written("24/7") == "00:00-24:00");
    CHECK(written("Sa,Su 10:00-26:00") == "Sa,Su 10:00-26:00");
    CHECK(written("Mo 10:00-12:00 open \"terrace\"") == "Mo 10:00-12:00 open \"terrace\"");
    CHECK(written("2026 Dec 24 off \"private\"") == "2026 Dec 24-2026 Dec 24 off \"private\"");

    Rules rules{{{{EveryDay{}}, Open{{{"", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(23, 0), {}}}}, ""}}, {}, {}};
    rules.closings.push_back({{OnWeekdays{{1}}}, Displacement::next_day});
    rules.closings.push_back({{OnNthWeekdays{{1, 3}, {2}}}});
    const auto writing = to_osm(rules);
    CHECK(writing.text == "17:00-23:00; Tu[1,3] off");
    REQUIRE(writing.findings.size() == 1);
    CHECK(to_string(writing.findings[0].where) == "/closings/0/on_holiday");
    const When all_but_a_day{InSeason{date::January / 2, date::January / 1}};
    CHECK(to_osm(Rules{{{all_but_a_day, Closed{}, ""}}, {}, {}}).findings.size() == 1);
}

TEST_CASE("no end and no opening is written that nobody said") {
    const auto written = [](std::string_view open, std::string_view close) {
        return to_osm(rules_from_japanese(open, close).rules).text;
    };
    CHECK(written("11:00～スープなくなり次第終了", "木曜") == "11:00+; Th off");
    CHECK(written("ランチ 11:30～14:00 ディナー 17:00～LAST", "") == "11:30-14:00,17:00+");
    CHECK(written("17:00～23:00", "年末年始") == "17:00-23:00; Dec 28-Jan 04 unknown \"年末年始\"");
    CHECK(to_osm(rules_from_osm("12:00-14:00+").rules).text == "12:00-14:00+");
    const auto lossy = to_osm(rules_from_japanese("17:00～23:00", "年末年始").rules);
    REQUIRE(lossy.findings.size() == 1);
    CHECK(lossy.findings.front().weight == Weight::loss);
}

TEST_CASE("weeks that come to more dates than rules should hold are unknown") {
    std::string text;
    for (int i = 0; i < 50; ++i) text += "week 1-53/2 Mo;";
    const auto read = rules_from_osm(text);
    CHECK_FALSE(is_complete(read.findings));
    CHECK(read.rules.rules.size() == 1);
    CHECK(is_complete(rules_from_osm("week 1-53/2 Mo 10:00-12:00; week 2-52/2 Tu 10:00-12:00").findings));
}

}  // namespace osm_hours_test
