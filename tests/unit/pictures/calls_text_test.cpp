#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/pictures/call_pictures.hpp>
#include <denwaban/pictures/call_report.hpp>

#include "pictures/terminal.hpp"

namespace calls_text_test {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

ServiceFigures figures_of(std::size_t offered, std::size_t answered, std::size_t in_queue, std::size_t in_flow) {
    ServiceFigures figures;
    figures.offered = offered;
    figures.queued = offered - in_flow;
    figures.answered = answered;
    figures.abandoned = in_queue;
    figures.abandoned_in_flow = in_flow;
    return figures;
}

}  // namespace

TEST_CASE("a day is a line a quarter hour, from its first call to its last") {
    const auto text = calls_of_day_text({{"18:15", figures_of(12, 7, 3, 1)},
                                         {"18:45", figures_of(6, 6, 0, 0)},
                                         {"", figures_of(90, 0, 0, 0)},
                                         {"24:00", figures_of(90, 0, 0, 0)}},
                                        "勤労感謝の日");
    CHECK(text ==
          "勤労感謝の日\n"
          "█ 応答  ▓ 放棄（待ち中）  ▒ 放棄（案内中）  ░ その他\n"
          "       着信  放棄\n"
          "18:15    12     4 ████████████████████████████▓▓▓▓▓▓▓▓▓▓▓▓▒▒▒▒░░░░\n"
          "18:30     0     0\n"
          "18:45     6     0 ████████████████████████\n");
    CHECK(calls_of_day_text({}, "") == "着信なし\n");
}

TEST_CASE("a week is darker where more came in") {
    std::vector<CallsOfDay> days(3);
    days[0].date = make_date(2026, 11, 15);
    days[1].date = make_date(2026, 11, 22);
    days[2].date = make_date(2026, 11, 23);
    days[0].quarters[72] = 9;
    days[1].quarters[73] = 7;
    days[1].quarters[76] = 10;
    days[2].quarters[80] = 3;
    days[2].quarters[0] = 1;
    CHECK(calls_of_week_text(days, "11月") ==
          "11月\n"
          "   0     3     6     9     12    15    18    21\n"
          "月 ░░······································▒▒······\n"
          "火 記録なし\n"
          "水 記録なし\n"
          "木 記録なし\n"
          "金 記録なし\n"
          "土 記録なし\n"
          "日 ····································██▓▓········\n"
          "░▒▓█ 1時間に8.0件までの1/4ずつ\n");
}

TEST_CASE("a funnel is as wide as what is left") {
    CallResults results;
    results.booked = 1;
    CHECK(funnel_text(figures_of(8, 4, 2, 2), results, "予約まで") ==
          "予約まで\n"
          "着信               8  100% ████████████████████████████████████████████████\n"
          "待ち               6   75%       ████████████████████████████████████\n"
          "応答               4   50%             ████████████████████████\n"
          "予約になった       1   13%                      ██████\n");
    CHECK(funnel_text({}, "") ==
          "着信               0     –\n"
          "待ち               0     –\n"
          "応答               0     –\n");
}

TEST_CASE("all calls that are known, and those that are told") {
    CallFacts facts;
    ContactRecord record;
    record.id = {"c1"};
    record.channel = Channel::voice;
    record.initiation = Initiation::inbound;
    record.initiated = record.updated = Instant{date::sys_days{date::year{2026} / 11 / 22}} + 11h;
    record.disconnected = record.updated + 9s;
    record.disconnect_reason = "CUSTOMER_DISCONNECT";
    facts.add(record);
    const auto tokyo = TimeZone::tokyo();
    const auto drawn = [&](CallPicture which) {
        return call_picture(which, facts, tokyo, "", PictureForm::text).value();
    };
    CHECK(drawn(CallPicture::day).find("20:00     1     1 ▒▒") != std::string::npos);
    CHECK(drawn(CallPicture::week).find("日 ····") != std::string::npos);
    CHECK(drawn(CallPicture::funnel) == funnel_text(service_figures(facts.all(), 0s), ""));
    const auto asked = [&](const char* until) {
        return funnel_picture(
            facts, nullptr,
            R"({"bookings":[],"terms":{"from":"2026-11-20T00:00:00Z","until":")" + std::string{until} + "\"}}", "",
            PictureForm::text);
    };
    REQUIRE(asked("2026-11-23T00:00:00Z"));
    CHECK(asked("2026-11-23T00:00:00Z")->starts_with("着信               1  100%"));
    CHECK(asked("2026-11-21T00:00:00Z")->starts_with("着信               0     –"));
    CHECK_FALSE(asked("2026-11-19T00:00:00Z"));
}

TEST_CASE("a report as text has the pictures of its month") {
    const CallReportTerms terms{date::year{2026} / 11, 20s, {}};
    const auto text = call_report_text({}, {}, terms, TimeZone::tokyo());
    CHECK(text.starts_with("2026年11月の電話\n\n着信から予約まで\n着信               0     –\n"));
    CHECK(text.find("曜日と時間帯") != std::string::npos);
    CHECK(text.ends_with("\n15分ごとの着信（月の合計）\n着信なし\n"));
}

TEST_CASE("columns are those of East Asian Width") {
    using formats::columns_of;
    static_assert(columns_of("abc") == 3);
    static_assert(columns_of("予約") == 4);
    static_assert(columns_of("ｱｲ") == 2);
    static_assert(columns_of("（１）") == 6);
    static_assert(columns_of("█░–é") == 4);
    static_assert(columns_of("𠮷🍣") == 4);
    CHECK(formats::at_right("予約", 5) == " 予約");
    CHECK(formats::at_left("予約", 5) == "予約 ");
    CHECK(formats::at_left("予約になった", 5) == "予約になった");
}

}  // namespace calls_text_test
