#include <doctest/doctest.h>

#include <denwaban/formats/japanese_hours.hpp>
#include <denwaban/formats/osm_hours.hpp>
#include <denwaban/talk/rules_sentence.hpp>

namespace rules_sentence_test {
using namespace denwaban;

namespace {

std::string said(std::string_view open, std::string_view close) {
    return say_hours(rules_from_japanese(open, close).rules).text();
}

}  // namespace

TEST_CASE("what was not understood is not spoken as if it were") {
    CHECK(said("17:00～23:00", "月により異なる") == "営業時間は、17時から23時までです。不定休です。");
    CHECK(said("平日 11:00～20:00 土日祝 10:0～20:00", "無休") ==
          "営業時間は、月曜から金曜は11時から20時までです。お休みをいただく日もございます。"
          "日によって異なる場合がございます。");
}

TEST_CASE("hours in a sentence or two") {
    CHECK(said("17:00～翌2:00", "月曜") == "営業時間は、17時から翌2時までです。定休日は月曜日です。");
    CHECK(said("月～木 17:00～23:00（L.O.22:00）金・土・祝前日 17:00～翌5:00（L.O.翌4:00）",
               "日曜（祝日の場合は翌日）") ==
          "営業時間は、月曜から木曜は17時から23時まで、金曜、土曜、祝前日は17時から翌朝5時までです。"
          "ラストオーダーは閉店の1時間前です。定休日は日曜日です。祝日の場合は翌日にお休みをいただきます。");
    CHECK(said("11:30～14:00／17:00～24:00", "第1・3火曜、不定休") ==
          "営業時間は、11時30分から14時までと、17時から深夜0時までです。定休日は第1、第3火曜日です。ほかに不定休がござ"
          "います。");
    CHECK(said("11:00～20:00", "無休") == "営業時間は、11時から20時までです。");
    CHECK(said("", "月曜（祝日は翌火曜休み）") ==
          "営業時間は、こちらでは分かりかねます。定休日は月曜日です。祝日の場合は次の火曜日にお休みをいただきます。");
    CHECK(said("", "月曜（祝日は翌水曜休み）").ends_with("祝日の場合は次の水曜日にお休みをいただきます。"));
}

TEST_CASE("an end that nobody said is not spoken") {
    CHECK(said("11:00～売り切れ次第", "月曜") == "営業時間は、11時からです。定休日は月曜日です。");
    CHECK(said("17:00～", "") == "営業時間は、17時からです。");
    CHECK(said("18:00～LAST", "無休") == "営業時間は、18時からです。");
    CHECK(said("ランチ 11:30～14:00 ディナー 17:00～LAST", "日曜、不定休") ==
          "営業時間は、11時30分から14時までと、17時からです。定休日は日曜日です。ほかに不定休がございます。");
    CHECK(say_hours(rules_from_osm("12:00-14:00+").rules).text().starts_with("営業時間は、12時からです。"));
}

TEST_CASE("around the clock") {
    CHECK(said("24時間営業", "") == "24時間営業です。");
    CHECK(said("24時間営業", "月曜") == "24時間営業です。定休日は月曜日です。");
}

TEST_CASE("closing days that do not do the same on a 祝日") {
    CHECK(
        said("11:00～20:00", "月曜（祝日の場合は翌日）、火曜（祝日の場合は営業）") ==
        "営業時間は、11時から20時までです。定休日は月曜日、火曜日です。月曜日が祝日の場合は翌日にお休みをいただきます。"
        "火曜日が祝日の場合は営業いたします。");
}

TEST_CASE("days that rules close are closing days") {
    const auto osm = [](std::string_view text) { return say_hours(rules_from_osm(text).rules).text(); };
    CHECK(osm("Mo-Su 18:00-23:00; PH off") == "営業時間は、18時から23時までです。定休日は祝日です。");
    CHECK(osm("18:00-23:00; PH -1 day off") == "営業時間は、18時から23時までです。定休日は祝前日です。");
    CHECK(osm("18:00-23:00; PH +1 day off") == "営業時間は、18時から23時までです。定休日は祝日の翌日です。");
    CHECK(osm("Mo-Sa 10:00-18:00; Su,PH off") ==
          "営業時間は、月曜から土曜は10時から18時までです。定休日は日曜日、祝日です。");
    auto rules = rules_from_osm("Mo-Fr 18:00-23:00; PH off").rules;
    rules.closings.push_back({{OnWeekdays{{3}}}});
    CHECK(say_hours(rules).text() == "営業時間は、月曜から金曜は18時から23時までです。定休日は水曜日、祝日です。");
    rules.closings.push_back({{OnHolidays{}}});
    CHECK(say_hours(rules).text().ends_with("定休日は水曜日、祝日です。"));
    rules.closings = {{{OnWeekdays{{3}}}, Displacement::next_day}};
    CHECK(say_hours(rules).text().ends_with(
        "定休日は水曜日、祝日です。水曜日が祝日の場合は翌日にお休みをいただきます。"));
}

TEST_CASE("a time two days off is told without a date") {
    Rules rules{{{{EveryDay{}}, Open{{{"", MinuteOfDay::clock(22, 0), MinuteOfDay::clock(48, 0), {}}}}, ""}}, {}, {}};
    CHECK(say_hours(rules).text() == "営業時間は、22時から翌日の24時までです。");
}

TEST_CASE("hours as SSML") {
    CHECK(say_hours(rules_from_japanese("17:00～23:00", "月曜").rules).ssml() ==
          "<speak>営業時間は、17時から23時までです。<break time=\"300ms\"/>定休日は月曜日です。</speak>");
}

TEST_CASE("days that may be closed are said as such, by the restaurant's own name for them") {
    CHECK(said("17:00～23:00", "年末年始") ==
          "営業時間は、17時から23時までです。年末年始は、お休みをいただく日がございます。");
    CHECK(said("17:00～23:00", "夏季休業あり") ==
          "営業時間は、17時から23時までです。夏季休業は、お休みをいただく日がございます。");
    CHECK(said("17:00～23:00", "月曜不定休") ==
          "営業時間は、17時から23時までです。月曜日は、お休みをいただく日がございます。");
    CHECK(said("17:00～23:00", "不定休") == "営業時間は、17時から23時までです。不定休です。");
}

}  // namespace rules_sentence_test
