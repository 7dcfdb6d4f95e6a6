#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/documents/restaurant_json.hpp>
#include <denwaban/talk/hours_sentence.hpp>

namespace vectors_test {
using namespace denwaban;
using Json = nlohmann::json;

namespace {

Json read(const std::filesystem::path& path) { return Json::parse(std::ifstream{path}); }

/// `2026-11-22T18:30:00+09:00`.
Instant instant(const std::string& text) {
    const auto local = LocalTime{*parse_date(text.substr(0, 10))} +
                       std::chrono::minutes{parse_minute_of_day(text.substr(11, 5))->count()};
    return TimeZone::tokyo().first_at_or_after(local);
}

Json or_null(const Hours& hours, std::optional<Instant> time) {
    return time ? Json(to_iso8601(*time, hours.zone())) : Json();
}

Json answer(const Hours& hours, const Status& status) {
    const bool named = status.service != nullptr && !status.service->name.empty();
    return {{"state", to_string(status.state)},
            {"service", named ? Json(status.service->name) : Json()},
            {"businessDate", to_string(status.business_date)},
            {"closesAt", or_null(hours, status.closes_at)},
            {"lastOrder", or_null(hours, status.last_orders.main())},
            {"nextOpening", or_null(hours, status.next_opening)},
            {"reason", describe(status.reason)}};
}

}  // namespace

TEST_CASE("the vectors that all three languages answer alike") {
    int files = 0;
    for (const auto& file : std::filesystem::directory_iterator{DENWABAN_TEST_DATA "/vectors"}) {
        CAPTURE(file.path().filename().string());
        const auto vector = read(file.path());
        const auto restaurant = restaurant_from_json(vector.at("restaurant").dump());
        REQUIRE(restaurant);
        const auto opened = open_restaurant(*restaurant, HolidayCalendar::japan(), TimeZone::tokyo());
        REQUIRE(opened);
        for (const auto& test : vector.at("cases")) {
            const auto at = instant(test.at("at").get<std::string>());
            const auto status = opened->hours.status(at);
            REQUIRE(status);
            CHECK(answer(opened->hours, *status).dump() == test.at("status").dump());
            if (test.contains("say"))
                CHECK(announce(opened->hours, *status, at).text() == test.at("say").get<std::string>());
        }
        ++files;
    }
    CHECK(files >= 8);
}

}  // namespace vectors_test
