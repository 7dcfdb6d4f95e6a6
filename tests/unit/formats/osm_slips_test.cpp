#include <doctest/doctest.h>

#include <string>

#include <denwaban/formats/osm_hours.hpp>

#include "osm_day.hpp"

namespace osm_slips_test {
using namespace denwaban;
using namespace denwaban::osm_day;

namespace {

bool is_doubted(std::string_view text) { return !is_complete(rules_from_osm(text).findings); }

}  // namespace

TEST_CASE("days and dates in one list share what is said after it, with a doubt") {
    for (const auto* text : {"Mo-Sa 10:00-18:00; PH,Jan 01-03 off", "Mo-Sa 10:00-18:00; Jan 01-03,PH off",
                             "Mo-Sa 10:00-18:00; Su,Dec 25 off", "Jan-Mar Mo, Oct-Dec Tu 10:00-12:00",
                             "Mo-Su 13:00-14:00; Jan Mo[2],Jul Mo[3] off"}) {
        CAPTURE(text);
        CHECK(is_doubted(text));
    }
    CHECK(on("Mo-Sa 10:00-18:00; PH,Jan 01-03 off", 11, holiday) == "closed");
    CHECK(on("Mo-Sa 10:00-18:00; PH,Jan 01-03 off", 1, 2) == "closed");
    CHECK(on("Mo-Sa 10:00-18:00; PH,Jan 01-03 off", 11, monday) == "10:00-18:00");
    CHECK(on("Mo-Sa 10:00-18:00; Jan 01-03,PH off", 1, 2) == "closed");
    CHECK(on("Mo-Sa 10:00-18:00; Su,Dec 25 off", 12, 25) == "closed");
    CHECK(on("Jan-Mar Mo, Oct-Dec Tu 10:00-12:00", 1, 5) == "10:00-12:00");
    CHECK(on("Jan-Mar Mo, Oct-Dec Tu 10:00-12:00", 11, tuesday) == "10:00-12:00");
    CHECK(on("Jan-Mar Mo, Oct-Dec Tu 10:00-12:00", 11, monday) == "closed");
    CHECK(on("Mo-Su 13:00-14:00; Jan Mo[2],Jul Mo[3] off", 1, 12) == "closed");
    CHECK(on("Mo-Su 13:00-14:00; Jan Mo[2],Jul Mo[3] off", 7, 13) == "13:00-14:00");
    CHECK(on("Mo-Su 13:00-14:00; Jan Mo[2],easter off", 7, 13) == "?");
    for (const auto* text : {"Su,PH off", "We,Su[1] off", "Mo-Fr 09:00-12:00, Mo 14:00-18:00"}) {
        CAPTURE(text);
        CHECK_FALSE(is_doubted(text));
    }
}

TEST_CASE("days without times, and rules without anything, are doubted") {
    CHECK(is_doubted("Mo-Sa 10:00-18:00; PH"));
    CHECK(is_doubted("Apr-Oct"));
    CHECK_FALSE(is_doubted("Mo-Fr open; 24/7 off"));
    for (const auto* text :
         {"Mo-Fr 10:00-18:00,,Sa 10:00-12:00", "Mo-Fr 10:00-18:00; :", "Mo-Fr 10:00-18:00 || || off"}) {
        CAPTURE(text);
        CHECK(is_doubted(text));
        CHECK(on(text, 11, sunday) == "closed");
        CHECK(on(text, 11, monday) == "10:00-18:00");
    }
}

TEST_CASE("dates that run backwards are not known, or doubted") {
    for (const auto* text :
         {"Mo-Su 10:00-18:00; Dec 29-3 off", "Mo-Su 10:00-18:00; Dec 24-02 off", "Mo-Su 10:00-18:00; Jan 10-05 off",
          "Mo-Su 10:00-18:00; 2026 Dec 29-3 off", "Mo-Su 10:00-18:00; 2026 Dec 29-2026 Jan 03 off",
          "Mo-Su 10:00-18:00; week 20-0 off", "Mo-Su 10:00-18:00; week 1,20-60 off", "Mo-Su 10:00-18:00; Mo[1,3-2] off",
          "Mo-Su 10:00-18:00; Mo[1-9] off", "Mo-Su 10:00-18:00; 2026-2028/0 off"}) {
        CAPTURE(text);
        CHECK(is_doubted(text));
        CHECK(on(text, 6, 28) == "?");
    }
    CHECK(is_doubted("Mo-Su 10:00-18:00; Jan 10-Jan 05 off"));
    CHECK(is_doubted("Mo-Su 10:00-18:00; Dec 29-31,1-3 off"));
    CHECK_FALSE(is_doubted("Mo-Su 10:00-18:00; Dec 24,31,Jan 02 off"));
    CHECK(on("2026 Dec 29-Jan 03 10:00-12:00", 12, 31) == "10:00-12:00");
    CHECK(on("2025 Dec 29-Jan 03 10:00-12:00", 1, 3) == "10:00-12:00");
    CHECK(on("2025 Nov-Feb 10:00-12:00", 2, 28) == "10:00-12:00");
    CHECK(on("2026 Nov-2027 Feb 10:00-12:00", 12, 28) == "10:00-12:00");
    CHECK_FALSE(is_doubted("2026 Nov-2027 Feb 10:00-12:00"));
}

TEST_CASE("what breaks among the days of a rule leaves no date known") {
    for (const auto* text :
         {"Mo to Fr 10:00-20:00", "Mar Su[-1]-Oct Su[-1] 10:00-12:00", "Mo-Fr 10:00-20:00; 2026 Dec 25+ off",
          "Mo-Fr 10:00-18:00 & Sa 10:00-12:00", "Mo-Fr 10:00-20:00; Sa,SH off", "Mo-Fr 10:00-20:00; Su,Mo[9] off",
          "Mo 10:00-Tu 12:00", "Mo-Fr 10:00-20:00; foo; 12:00-13:00 off"}) {
        CAPTURE(text);
        CHECK(is_doubted(text));
        CHECK(on(text, 11, sunday) == "?");
        CHECK(on(text, 12, 28) == "?");
    }
    CHECK(on("Mo-Fr 10-20; Sa 10:00-12:00", 11, monday) == "?");
    CHECK(on("Mo-Fr 10-20; Sa 10:00-12:00", 11, 14) == "10:00-12:00");
    CHECK(on("Mo (sunrise-20:00; Sa 10:00-12:00", 11, 14) == "10:00-12:00");
}

TEST_CASE("a colon may end the dates") {
    for (const auto* text : {"Mo-Su 13:00-14:00; Dec 24-26: off", "Mo-Su 13:00-14:00; Dec 24,25: off",
                             "Mo-Su 13:00-14:00; 2026 Dec 25: off", "Mo-Su 13:00-14:00; week 52: Fr off"}) {
        CAPTURE(text);
        CHECK_FALSE(is_doubted(text));
        CHECK(on(text, 12, 25) == "closed");
        CHECK(on(text, 12, 28) == "13:00-14:00");
    }
    CHECK(on("Dec 24: 10:00-12:00", 12, 24) == "10:00-12:00");
    CHECK(on("2026: 10:00-12:00", 12, 24) == "10:00-12:00");
    CHECK(on("Dec 24, 10:00-12:00", 12, 24) == "?");
}

TEST_CASE("off takes its hours from the nights and mornings beside its days too") {
    CHECK(on("Mo-Su 11:00-01:00; We 00:00-01:00 off", 11, tuesday) == "11:00-24:00");
    CHECK(on("Mo-Su 11:00-01:00; We 00:00-01:00 off", 11, monday) == "11:00-25:00");
    CHECK(on("Th 20:00-06:00; Fr 00:00-06:00 off", 11, thursday) == "20:00-24:00");
    CHECK(on("Mo-Su 11:00-25:00; Dec 25 00:00-01:00 off", 12, 24) == "11:00-24:00");
    CHECK(on("Mo-Su 11:00-25:00; PH 00:00-01:00 off", 11, eve) == "11:00-24:00");
    CHECK(on("Mo-Su 11:00-25:00; 00:00-00:30 off", 11, monday) == "11:00-24:00 24:30-25:00");
    CHECK(on("Mo-Su 11:00-25:00; Mar 00:00-01:00 off", 2, 28) == "11:00-24:00");
    CHECK(on("Mo-Su 11:00-25:00; Mar 01 00:00-01:00 off", 2, 28) == "11:00-24:00");
    CHECK(on("Mo-Su 11:00-25:00; Th[2] 00:00-01:00 off", 11, 11) == "11:00-24:00");
    CHECK(on("Mo-Su 11:00-23:00; We 22:00-12:00 off", 11, thursday) == "12:00-23:00");
    CHECK(on("Mo-Su 11:00-23:00; We 22:00-12:00 off", 11, 11) == "11:00-22:00");
    CHECK(on("Mo-Su 18:00-02:00; Tu off", 11, monday) == "18:00-26:00");
    CHECK_FALSE(is_doubted("Mo-Su 11:00-25:00; Mar 00:00-01:00 off"));
}

TEST_CASE("rules that were read are written as they stood") {
    CHECK(to_osm(rules_from_osm("Mo-Sa 10:00-18:00; Su,PH off").rules).text == "Mo-Sa 10:00-18:00; Su off; PH off");
    for (const auto* text : {"Mo-Th 17:00-24:00; Fr,Sa,PH -1 day 17:00-29:00; Su off",
                             "PH 10:00-12:00; Mo-Su 09:00-18:00", "Dec 24 10:00-12:00; Mo-Fr 09:00-18:00",
                             "Mo-Fr 11:00-23:00; Dec 28-Jan 04,Aug 13-Aug 15 off; Sa 12:00-20:00"}) {
        const auto writing = to_osm(rules_from_osm(text).rules);
        CHECK(writing.text == text);
        CHECK(is_complete(writing.findings));
    }
}

TEST_CASE("a value longer than OpenStreetMap keeps is told") {
    const auto weeks = to_osm(rules_from_osm("Mo-Su 10:00-20:00; week 52-01 off").rules);
    CHECK(weeks.text.size() > 255);
    REQUIRE(weeks.findings.size() == 1);
    CHECK(weeks.findings.front().weight == Weight::loss);
    std::string label = "Mo-Su 10:00-20:00 open \"";
    for (int i = 0; i < 230; ++i) label += "貸";
    CHECK(is_complete(to_osm(rules_from_osm(label + "\"").rules).findings));
}

}  // namespace osm_slips_test
