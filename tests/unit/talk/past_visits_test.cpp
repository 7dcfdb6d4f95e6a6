#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "talk/hard_spoken.hpp"

/// What was, and when they called, is no wish: each word for the past with each deed, before each request.
namespace past_visits_test {
using hard_spoken::json;

namespace {

constexpr auto pasts = std::to_array<std::string_view>({"昨日", "きのう", "おととい", "先週の金曜", "先週", "この前",
                                                        "先日", "さっき", "今朝", "一昨日", "先月", "この間"});
constexpr auto visits = std::to_array<std::string_view>({"個室を使わせてもらった", "カウンターで食べた", "4人で行った",
                                                         "7時に行った", "誕生日でお世話になった", "コースを頼んだ",
                                                         "座敷に通してもらった", "テラスを利用させていただいた"});
constexpr auto bookings =
    std::to_array<std::string_view>({"予約した", "予約を入れてもらった", "予約してもらった", "予約していただいた"});
constexpr auto links = std::to_array<std::string_view>({"者ですが、", "者なんですけど、", "鈴木ですが、"});

/// The slots but for the name and the intent.
json slots_of(const std::string& utterance) {
    const hard_spoken::Line line{utterance, {{"now", "2026-11-24T15:00"}, {"hours", "split"}}, {}};
    auto slots = hard_spoken::heard(line);
    slots.erase("name");
    slots.erase("intent");
    return slots;
}

void each_leaves(std::string_view deed, std::string_view request, const json& wished) {
    for (const auto past : pasts) {
        for (const auto link : links) {
            auto utterance = std::string{past} + std::string{deed} + std::string{link} + std::string{request};
            CAPTURE(utterance);
            CHECK(slots_of(utterance) == wished);
        }
    }
}

}  // namespace

TEST_CASE("what guests did leaves no wish") {
    for (const auto visit : visits) {
        each_leaves(visit, "傘を忘れていませんでしたか", json::object());
        each_leaves(visit, "来週の土曜にまた行きたいんですけど", {{"day", {"2026-12-05"}}});
    }
}

TEST_CASE("what they had is no wish where no day is named either") {
    CHECK(slots_of("個室を使わせてもらった者ですが、傘を忘れていませんでしたか") == json::object());
    CHECK(slots_of("カウンターで食べたんですけど、財布がなくて") == json::object());
}

TEST_CASE("the day on which they booked is not the one that they booked for") {
    for (const auto booking : bookings) {
        each_leaves(booking, "キャンセルしたいんですけど", json::object());
        each_leaves(booking, "土曜の夜7時に変えてもらえますか", {{"day", {"2026-11-28"}}, {"time", {"19:00"}}});
    }
}

}  // namespace past_visits_test
