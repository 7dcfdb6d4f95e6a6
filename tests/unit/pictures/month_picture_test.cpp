#include <doctest/doctest.h>

#include <denwaban/formats/japanese_hours.hpp>
#include <denwaban/pictures/month_picture.hpp>

namespace month_picture_test {
using namespace denwaban;

namespace {

Hours hours() {
    return *Hours::compile(rules_from_japanese("17:00～翌2:00", "月曜（祝日の場合は翌日）、第2火曜は不定休").rules,
                           HolidayCalendar::japan(), TimeZone::tokyo(),
                           {make_date(2026, 11, 1), make_date(2026, 12, 31)});
}

}  // namespace

TEST_CASE("a month as a calendar in a terminal") {
    const auto text = *month_text(hours(), date::year{2026} / 11, TerminalStyle::plain);
    CHECK(text ==
          "2026年11月\n"
          " 月          火          水          木          金          土          日\n"
          "                                                                         1\n"
          "                                                                        17:00-26:00\n"
          " 2前         3祝         4           5           6           7           8\n"
          "休          17:00-26:00 17:00-26:00 17:00-26:00 17:00-26:00 17:00-26:00 17:00-26:00\n"
          " 9          10          11          12          13          14          15\n"
          "休          17:00-26:00?17:00-26:00 17:00-26:00 17:00-26:00 17:00-26:00 17:00-26:00\n"
          "16          17          18          19          20          21          22前\n"
          "休          17:00-26:00 17:00-26:00 17:00-26:00 17:00-26:00 17:00-26:00 17:00-26:00\n"
          "23祝        24          25          26          27          28          29\n"
          "17:00-26:00 休          17:00-26:00 17:00-26:00 17:00-26:00 17:00-26:00 17:00-26:00\n"
          "30\n"
          "休\n");
    const auto coloured = *month_text(hours(), date::year{2026} / 11, TerminalStyle::coloured);
    CHECK(coloured.find("\x1b[31m23祝\x1b[0m") != std::string::npos);
}

TEST_CASE("a month as an SVG picture") {
    const auto svg = *month_svg(hours(), date::year{2026} / 11);
    CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    CHECK(svg.find("<title>2026年11月</title>") != std::string::npos);
    CHECK(svg.find("<title>勤労感謝の日</title>") != std::string::npos);
    CHECK(svg.find(">17:00-26:00?<") != std::string::npos);
    CHECK(svg.ends_with("</svg>\n"));
}

TEST_CASE("a month that the hours don't cover is refused") {
    CHECK(month_svg(hours(), date::year{2027} / 1).error().code == ErrorCode::beyond_horizon);
    CHECK(month_text(hours(), date::year{2026} / 13, TerminalStyle::plain).error().code == ErrorCode::invalid_value);
}

}  // namespace month_picture_test
