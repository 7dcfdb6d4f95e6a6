/// One thing said in the ways that listings have for it: each is read, and says the same.

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include <denwaban/formats/japanese_hours.hpp>
#include <denwaban/hours.hpp>

namespace japanese_ways_test {
using namespace denwaban;
using Words = std::vector<std::string_view>;

struct Listing {
    std::string open;
    std::string close;
};

/// The openings of November 2026, by the minute.
std::string month_of(const Rules& rules) {
    const Horizon autumn{make_date(2026, 10, 1), make_date(2026, 12, 31)};
    const auto hours = *Hours::compile(rules, HolidayCalendar::japan(), TimeZone::tokyo(), autumn);
    std::string month;
    for (auto date = make_date(2026, 11, 1); date <= make_date(2026, 11, 30); date += date::days{1}) {
        for (const auto& opening : *hours.openings_on(date)) {
            month += to_string(date) + " " + std::to_string(opening.begins.time_since_epoch().count()) + "-" +
                     std::to_string(opening.ends.time_since_epoch().count()) +
                     (opening.state == State::unknown ? "? " : " ");
        }
    }
    return month;
}

void each_says(const Listing& said, const std::vector<Listing>& ways) {
    const auto plain = rules_from_japanese(said.open, said.close);
    REQUIRE(is_complete(plain.findings));
    const auto month = month_of(plain.rules);
    for (const auto& way : ways) {
        CAPTURE(way.open);
        CAPTURE(way.close);
        const auto reading = rules_from_japanese(way.open, way.close);
        CHECK(is_complete(reading.findings));
        CHECK(month_of(reading.rules) == month);
    }
}

/// `before` + each of `first` + each of `second` + `after`.
std::vector<std::string> crossed(std::string_view before, const Words& first, const Words& second,
                                 std::string_view after = "") {
    std::vector<std::string> texts;
    for (const auto one : first) {
        for (const auto two : second)
            texts.push_back(std::string{before} + std::string{one} + std::string{two} + std::string{after});
    }
    return texts;
}

std::vector<Listing> opening(const std::vector<std::string>& texts, const std::string& close = "") {
    std::vector<Listing> listings;
    for (const auto& text : texts) listings.push_back({text, close});
    return listings;
}

const Words rests{"休み", "お休み", "休業", "休館", "おやすみ", "店休日", "臨時休業"};
const Words endings{"",
                    "です",
                    "します",
                    "いたします",
                    "となります",
                    "とさせていただきます",
                    "とさせて頂きます",
                    "をいただきます",
                    "を頂戴いたします",
                    "となっております",
                    "しております",
                    "予定",
                    "の予定です",
                    "！"};

TEST_CASE("days of rest") {
    each_says({"11:00～22:00", "水曜"},
              opening(crossed("11:00～22:00\n水曜は", {"休み", "お休み", "休業", "休館", "定休"}, endings)));
    for (const std::string_view joint : {"は", "は、", "は都合により"})
        each_says({"11:00～22:00", "11月18日"},
                  opening(crossed("11:00～22:00\n11月18日(水)" + std::string{joint}, rests, endings)));
}

TEST_CASE("headings of closing days") {
    each_says({"11:00～22:00", "水曜"},
              opening(crossed(
                  "11:00～22:00",
                  {"\n定休日", "\n休業日", "　休館日", " 店休日", "\nお休み日", "\n休み日", "\n休店日", "\nお休みの日",
                   "\n公休日", "\nCLOSE", "\n【定休日】", "\n■定休日", "\n定休日→", "\n定休日／", "\n定休日…"},
                  {"水曜日", " 水曜", "：水曜日"})));
}

TEST_CASE("an end of one date") {
    for (const std::string_view joint : {"は", "のみ", "は都合により"})
        each_says({"11:00～22:00\n11月18日は17時まで", ""},
                  opening(crossed(
                      "11:00～22:00\n11月18日(水)" + std::string{joint}, {"17時", "17:00"},
                      {"まで", "迄", "までの営業", "までとなります", "閉店", "に閉店", "にて閉店", "で終了", "クローズ",
                       "CLOSE", "で閉めます", "で早仕舞い", "までの短縮営業", "までとさせていただきます"})));
}

TEST_CASE("why it is closed changes nothing") {
    const Words reasons{"貸切のため", "法事のため",       "店内改装のため", "社員旅行のため", "燻蒸のため",
                        "都合により", "台風の影響により", "出張につき",     "電気工事に伴い", "町内清掃の為"};
    const Listing said{"11:00～22:00", "11月18日"};
    each_says(said, opening(crossed("11:00～22:00\n11月18日(水)", {"は", "、", " "}, reasons, "休業")));
    each_says(said,
              opening(crossed("11:00～22:00\n", {"", "【お知らせ】"}, reasons, "、11月18日(水)は休業いたします")));
    for (const auto& close : crossed("11月18日（", {""}, reasons, "）")) each_says(said, {{"11:00～22:00", close}});
}

TEST_CASE("a date on which it is open after all") {
    for (const auto& close :
         crossed("水曜（11月18日は", {"営業", "通常営業", "通常通り営業", "休まず営業", "オープン", "開店", "平常営業"},
                 {"", "します", "いたします", "しております", "予定"}, "）"))
        each_says({"11:00～22:00", "水曜（11月18日は営業）"}, {{"11:00～22:00", close}});
}

TEST_CASE("what 祝日 change") {
    const Words cases{"祝日の場合は", "祝日に当たる場合は", "祝日と重なる場合は",
                      "祝日であれば", "祝日になった場合は", "水曜が祝日の場合は"};
    for (const auto& close : crossed("水曜（", cases, {"営業", "営業します", "開館", "開館しております"}, "）"))
        each_says({"11:00～22:00", "水曜（祝日の場合は営業）"}, {{"11:00～22:00", close}});
    for (const auto& close : crossed(
             "水曜（", cases, {"翌日", "翌日休み", "翌日に振替", "営業し、翌日休業", "翌日振替休業", "次の日"}, "）"))
        each_says({"11:00～22:00", "水曜（祝日の場合は翌日）"}, {{"11:00～22:00", close}});
}

TEST_CASE("hours of something else are not those of the house") {
    const Words what{"電話",         "お電話",     "予約",       "ご予約", "問い合わせ",     "お問合せ",
                     "テイクアウト", "お持ち帰り", "デリバリー", "お弁当", "コールセンター", "事務局"};
    for (const std::string_view name : {"", "受付", "受付時間", "対応時間", "専用ダイヤル", "予約", "営業時間"})
        each_says(
            {"17:00～24:00", "水曜"},
            opening(crossed("17:00～24:00", {"\n", " ", "　※"}, what, std::string{name} + "：13:00～16:00"), "水曜"));
}

}  // namespace japanese_ways_test
