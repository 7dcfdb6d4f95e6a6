#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/documents/restaurant_json.hpp>
#include <denwaban/ledger/desks.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>

#include "told_errors.hpp"

namespace google_desk_test {
using namespace denwaban;
using Json = nlohmann::json;

namespace {

const Instant noon = *parse_iso8601("2026-11-25T03:00:00Z");
const auto friday = make_date(2026, 11, 27);
constexpr auto night = R"({"id": "r1", "name": "とりべえ", "hours": {"rules": [{"when": "every_day", "services": [
    {"name": "night", "opens": "17:00", "closes": "26:00"}]}]}})";

/// One table for two, until two in the morning.
struct Desk {
    Desk() {
        ErrandRequest request;
        request.now = noon;
        REQUIRE(KeptRestaurants{ledger}.put(*restaurant_from_json(night), request));
        BookTemplate made{*floor_plan_from_json(R"({"tables": [{"id": "A", "most": 2}]})"), {}};
        made.policy.turn = std::chrono::minutes{60};
        REQUIRE(KeptRestaurants{ledger}.put_book_template({"r1"}, made, {}));
    }
    Json create(const char* time, const std::string& token, const std::string& id = "g1") {
        const Json request{{"slot", slot(time)},
                           {"idempotency_token", token},
                           {"user_information", {{"user_id", "u1"}, {"family_name", "山田"}, {"given_name", "太郎"}}}};
        return answer(desk.google_create_booking(request.dump(), {id}, noon));
    }
    Json update(Json booking) {
        return answer(desk.google_update_booking(Json{{"booking", std::move(booking)}}.dump(), noon));
    }
    bool is_available(const char* time) {
        const Json request{{"merchant_id", "r1"},
                           {"slot_time", {{{"start_sec", seconds(time)}, {"resource_ids", {{"party_size", 2}}}}}}};
        const auto told = answer(desk.google_batch_availability_lookup(request.dump(), noon));
        return told["slot_time_availability"][0]["available"];
    }
    static std::string seconds(const char* time) {
        const auto at = parse_iso8601(time)->time_since_epoch();
        return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(at).count());
    }
    static Json slot(const char* time) {
        return {{"merchant_id", "r1"},
                {"service_id", "dinner"},
                {"start_sec", seconds(time)},
                {"resources", {{"party_size", 2}}}};
    }
    static Json answer(const Expected<GoogleResponse, Errors>& told) {
        REQUIRE(told);
        return Json::parse(told->json);
    }
    Date date_of(const std::string& id) { return (*desk.find({id}))->book.date; }

    SqliteLedger ledger = *SqliteLedger::open(":memory:");
    ReservationDesk desk{ledger};
};

}  // namespace

TEST_CASE("Google's slot after midnight is the evening before's, to look up and to take") {
    Desk google;
    const auto* half_past_midnight = "2026-11-28T00:30:00+09:00";
    CHECK(google.is_available(half_past_midnight));
    CHECK_FALSE(google.is_available("2026-11-28T02:00:00+09:00"));
    const auto made = google.create(half_past_midnight, "t1");
    CHECK(made["booking"]["status"] == "CONFIRMED");
    CHECK(made["booking"]["slot"]["service_id"] == "dinner");
    CHECK(made["booking"]["slot"]["start_sec"] == std::stoll(Desk::seconds(half_past_midnight)));
    CHECK(google.date_of("g1") == friday);
    CHECK_FALSE(google.is_available(half_past_midnight));
    CHECK(google.create(half_past_midnight, "t2", "g2")["booking_failure"]["cause"] == "SLOT_ALREADY_BOOKED_BY_USER");
    CHECK(google.create("2026-11-28T03:00:00+09:00", "t3", "g3")["booking_failure"]["cause"] == "SLOT_UNAVAILABLE");
}

TEST_CASE("a token is one booking, whatever id comes with it, and one request") {
    Desk google;
    const auto first = google.create("2026-11-27T19:00:00+09:00", "t1");
    CHECK(google.create("2026-11-27T19:00:00+09:00", "t1", "g2") == first);
    CHECK_FALSE(*google.desk.find({"g2"}));
    const Json other{{"slot", Desk::slot("2026-11-27T21:00:00+09:00")},
                     {"idempotency_token", "t1"},
                     {"user_information", Json::object()}};
    CHECK(told(google.desk.google_create_booking(other.dump(), {"g3"}, noon)) ==
          std::vector<std::string>{"duplicate_key /key"});
}

TEST_CASE("Google's update goes to another date in one commit, and says what it is then") {
    Desk google;
    (void)google.create("2026-11-27T19:00:00+09:00", "t1");
    const auto moved =
        google.update({{"booking_id", "g1"}, {"slot", {{"start_sec", Desk::seconds("2026-11-29T01:00:00+09:00")}}}});
    CHECK(moved["booking"]["slot"]["start_sec"] == std::stoll(Desk::seconds("2026-11-29T01:00:00+09:00")));
    CHECK(google.date_of("g1") == friday + date::days{1});
    CHECK((*google.desk.day_book({{"r1"}, friday}))->reservations.empty());
    CHECK(google.is_available("2026-11-27T19:00:00+09:00"));
    const auto later =
        google.update({{"booking_id", "g1"}, {"slot", {{"start_sec", Desk::seconds("2026-11-28T20:00:00+09:00")}}}});
    CHECK(later["booking"]["status"] == "CONFIRMED");
    CHECK(google.date_of("g1") == friday + date::days{1});
    CHECK(google.update(
              {{"booking_id", "g1"},
               {"slot", {{"start_sec", Desk::seconds("2026-11-30T12:00:00+09:00")}}}})["booking_failure"]["cause"] ==
          "SLOT_UNAVAILABLE");
}

TEST_CASE("Google is told what became of a booking, and lists a user's") {
    Desk google;
    (void)google.create("2026-11-27T19:00:00+09:00", "t1");
    (void)google.create("2026-11-28T19:00:00+09:00", "t2", "g2");
    const auto status = [&](const char* id) {
        return Desk::answer(google.desk.google_booking_status(Json{{"booking_id", id}}.dump(), noon))["booking_status"];
    };
    CHECK(status("g1") == "CONFIRMED");
    CHECK(google.update({{"booking_id", "g1"}, {"status", "CANCELED"}})["booking"]["status"] == "CANCELED");
    CHECK(status("g1") == "CANCELED");
    CHECK(google.update({{"booking_id", "g1"}, {"status", "CANCELED"}})["booking_failure"]["cause"] ==
          "BOOKING_ALREADY_CANCELLED");
    CHECK(told(google.desk.google_booking_status(R"({"booking_id": "x"})", noon)) ==
          std::vector<std::string>{"unknown_reference /booking_id"});
    const auto listed = Desk::answer(google.desk.google_list_bookings(R"({"user_id": "u1"})", noon))["bookings"];
    REQUIRE(listed.size() == 2);
    CHECK(listed[0]["status"] == "CANCELED");
    CHECK(listed[1]["booking_id"] == "g2");
    const auto customer = *KeptCustomers{google.ledger}.find({"u1"});
    REQUIRE(customer);
    CHECK(customer->name == "山田 太郎");
    CHECK(customer->visits.size() == 2);
    CHECK(Desk::answer(google.desk.google_list_bookings(R"({"user_id": "u9"})", noon))["bookings"].empty());
}

TEST_CASE("what Google says that can't be read is told with its place") {
    Desk google;
    const auto unread = told(google.desk.google_create_booking(R"({"slot": {"start_sec": "x"}})", {"g1"}, noon));
    REQUIRE(unread.size() == 3);
    CHECK(std::find(unread.begin(), unread.end(), "out_of_range /slot/start_sec") != unread.end());
    CHECK(told(google.desk.google_update_booking("{}", noon)) == std::vector<std::string>{"missing_key "});
    CHECK(told(google.desk.google_update_booking(R"({"booking": {"booking_id": "x"}})", noon)) ==
          std::vector<std::string>{"unknown_reference /booking/booking_id"});
    const Json unkept{{"merchant_id", "r9"},
                      {"slot_time", {{{"start_sec", 1}, {"resource_ids", {{"party_size", 2}}}}}}};
    CHECK(Desk::answer(google.desk.google_batch_availability_lookup(
              unkept.dump(), noon))["slot_time_availability"][0]["available"] == false);
}

TEST_CASE("a desk tells who is late, and renames tables") {
    Desk late;
    (void)late.create("2026-11-27T19:00:00+09:00", "t1");
    const auto at_half_past = *parse_iso8601("2026-11-27T19:30:00+09:00");
    const auto parties = late.desk.late_parties({{"r1"}, friday}, {{at_half_past, {}}, std::chrono::minutes{15}});
    REQUIRE(parties);
    REQUIRE(parties->size() == 1);
    CHECK(parties->front().late == std::chrono::minutes{30});
    By by;
    by.now.instant = noon;
    ErrandRequest request;
    request.key = "plan";
    const auto edited =
        late.desk.edit({{"r1"}, friday}, *floor_plan_from_json(R"({"tables": [{"id": "窓1", "most": 2}]})"), by,
                       request, {{{"A"}, {"窓1"}}});
    REQUIRE(edited);
    CHECK(edited->hurt.empty());
    CHECK((*late.desk.find({"g1"}))->reservation.tables == std::vector<TableId>{{"窓1"}});
}

}  // namespace google_desk_test
