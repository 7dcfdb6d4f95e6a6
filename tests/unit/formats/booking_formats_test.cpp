#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include <denwaban/documents/customers_json.hpp>
#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/formats/google_bookings.hpp>
#include <denwaban/formats/schema_org_reservation.hpp>

#include "evening.hpp"
#include "told_errors.hpp"

namespace booking_formats_test {
using namespace denwaban;
using namespace evening;
using Json = nlohmann::json;
using Texts = std::vector<std::string>;

namespace {

const auto tokyo = TimeZone::tokyo();
const auto now = at_noon().instant;

std::int64_t seconds(int hour, int minute) {
    return std::chrono::duration_cast<std::chrono::seconds>(at_clock(hour, minute).instant.time_since_epoch()).count();
}

Json slot(int hour, int minute, int party) {
    return {{"merchant_id", "hanamaru"},
            {"service_id", "dinner"},
            {"start_sec", seconds(hour, minute)},
            {"duration_sec", 7200},
            {"resources", {{"party_size", party}}},
            {"confirmation_mode", "CONFIRMATION_MODE_SYNCHRONOUS"}};
}
Json creation(int hour, int minute, int party, const std::string& user, const std::string& token) {
    return {{"slot", slot(hour, minute, party)},
            {"idempotency_token", token},
            {"user_information",
             {{"user_id", user},
              {"given_name", "太郎"},
              {"family_name", "山田"},
              {"telephone", "+81 90-1234-5678"},
              {"email", "taro@example.jp"}}}};
}

struct Made {
    DayBook book;
    Json response;
    std::string cause() const {
        return response.contains("booking_failure") ? response["booking_failure"]["cause"] : "";
    }
};
Made created(const DayBook& book, const Json& request, const std::string& id) {
    const auto answer = google_create_booking(request.dump(), book, tokyo, now, {id});
    REQUIRE(answer.has_value());
    return {answer->book, Json::parse(answer->response)};
}
Made updated(const DayBook& book, const Json& booking, Instant at = now) {
    const auto answer = google_update_booking(Json{{"booking", booking}}.dump(), book, tokyo, at);
    REQUIRE(answer.has_value());
    return {answer->book, Json::parse(answer->response)};
}

}  // namespace

TEST_CASE("Google's slots are available while a seat can be found") {
    const std::vector<DayBook> books{booked(empty_book(), "a", 6, MinuteOfDay::clock(19, 0))->book};
    const auto time = [](int hour, int party) {
        return Json{{"service_id", "dinner"},
                    {"start_sec", std::to_string(seconds(hour, 0))},
                    {"resource_ids", {{"party_size", party}}}};
    };
    const Json request{{"merchant_id", "hanamaru"},
                       {"slot_time", {time(19, 6), time(21, 6), time(19, 4), time(16, 2), time(22, 2)}}};
    const auto answer = google_batch_availability_lookup(request.dump(), books, tokyo, now);
    REQUIRE(answer.has_value());
    const auto slots = Json::parse(*answer)["slot_time_availability"];
    std::string available;
    for (const auto& one : slots) available += one["available"].get<bool>() ? 'y' : 'n';
    CHECK(available == "nyynn");
    CHECK(slots[1]["slot_time"] == time(21, 6));
    auto other = request;
    other["merchant_id"] = "elsewhere";
    CHECK(google_batch_availability_lookup(other.dump(), books, tokyo, now)->find("true") == std::string::npos);
    CHECK(told(google_batch_availability_lookup(
              R"({"slot_time": [{"start_sec": -1, "resource_ids": {"party_size": "x"}}]})", books, tokyo, now)) ==
          Texts{"out_of_range /slot_time/0/start_sec", "out_of_range /slot_time/0/resource_ids/party_size"});
}

TEST_CASE("Google books, and the same token is answered the same") {
    const auto first = created(empty_book(), creation(19, 0, 2, "u1", "t1"), "g1");
    CHECK(first.response["booking"]["status"] == "CONFIRMED");
    CHECK(first.response["booking"]["slot"]["duration_sec"] == 7200);
    const auto* one = first.book.find({"g1"});
    REQUIRE(one != nullptr);
    CHECK(one->details.name == "山田 太郎");
    CHECK(one->details.phone->e164() == "+819012345678");
    CHECK(one->wish.channel == BookingChannel::partner);

    const auto again = created(first.book, creation(19, 0, 2, "u1", "t1"), "g2");
    CHECK(again.response == first.response);
    CHECK(again.book == first.book);
    CHECK(created(first.book, creation(19, 0, 2, "u1", "t2"), "g2").cause() == "SLOT_ALREADY_BOOKED_BY_USER");
    CHECK(created(first.book, creation(20, 0, 2, "u1", "t2"), "g2").cause() == "OVERLAPPING_RESERVATION");
    CHECK(created(first.book, creation(19, 0, 9, "u2", "t2"), "g2").cause() == "SLOT_UNAVAILABLE");
    auto request = creation(19, 0, 2, "u2", "t3");
    request["slot"]["confirmation_mode"] = "CONFIRMATION_MODE_ASYNCHRONOUS";
    CHECK(created(first.book, request, "g3").response["booking"]["status"] == "PENDING_MERCHANT_CONFIRMATION");
    request["slot"]["merchant_id"] = "elsewhere";
    CHECK(created(first.book, request, "g3").cause() == "SLOT_UNAVAILABLE");
    CHECK(google_booking_date(request.dump(), tokyo) == Expected<Date, Errors>{friday});
    CHECK(told(google_create_booking("{}", first.book, tokyo, now, {"x"})) == Texts{"missing_key ", "missing_key "});
}

TEST_CASE("a lease is a hold that is confirmed") {
    auto held = wanted("lease", 2, MinuteOfDay::clock(19, 0));
    held.terms = HeldUntil{at_clock(12, 10).instant};
    const auto day = book(empty_book(), held, by())->book;
    auto request = creation(19, 0, 2, "u1", "t1");
    request["lease_ref"] = {{"lease_id", "lease"}};
    const auto made = created(day, request, "g1");
    CHECK(made.response["booking"]["booking_id"] == "lease");
    CHECK(made.book.find({"lease"})->details.email == "taro@example.jp");
    CHECK(created(made.book, request, "g1").response == made.response);
    const auto late = google_create_booking(request.dump(), day, tokyo, at_clock(12, 10).instant, {"g1"});
    CHECK(Json::parse(late->response)["booking_failure"]["cause"] == "LEASE_EXPIRED");
}

TEST_CASE("Google changes and cancels, until it may no more") {
    auto contents = empty_contents();
    contents.policy.cancel_until = {MinutesBefore{std::chrono::minutes{120}}};
    const auto day = created(*DayBook::make(contents), creation(19, 0, 2, "u1", "t1"), "g1").book;
    const auto moved = updated(day, {{"booking_id", "g1"}, {"slot", slot(20, 0, 4)}});
    CHECK(moved.response["booking"]["slot"]["resources"]["party_size"] == 4);
    CHECK(moved.book.find({"g1"})->begin == MinuteOfDay::clock(20, 0));
    CHECK(updated(day, {{"booking_id", "g1"}, {"slot", slot(20, 0, 9)}}).cause() == "SLOT_UNAVAILABLE");
    CHECK(updated(day, {{"booking_id", "g1"}}).response["booking"]["status"] == "CONFIRMED");

    const Json cancellation{{"booking_id", "g1"}, {"status", "CANCELED"}};
    const auto cancelled = updated(day, cancellation);
    CHECK(cancelled.response["booking"]["status"] == "CANCELED");
    CHECK(updated(cancelled.book, cancellation).cause() == "BOOKING_ALREADY_CANCELLED");
    CHECK(updated(day, cancellation, at_clock(17, 1).instant).cause() == "OUTSIDE_CANCELLATION_WINDOW");
    const auto seated = seat(day, {"g1"}, {}, by(Actor::restaurant, at_clock(19, 0)))->book;
    CHECK(updated(seated, cancellation).cause() == "BOOKING_NOT_CANCELLABLE");
    CHECK(told(google_update_booking(R"({"booking": {"booking_id": "x"}})", day, tokyo, now)) ==
          Texts{"unknown_reference /booking/booking_id"});
}

TEST_CASE("a reservation is schema.org's FoodEstablishmentReservation, and read back") {
    auto one = wanted("s1", 2, MinuteOfDay::clock(19, 0));
    one.request.wish.party.infants = Covers::of(1);
    one.details.name = "山田";
    one.details.phone = *PhoneNumber::parse("09012345678");
    const auto day = book(empty_book(), one, by())->book;
    const auto text = to_schema_org(day, *day.find({"s1"}), "花丸", tokyo);
    const auto json = Json::parse(text);
    CHECK(json["startTime"] == "2026-11-27T19:00:00+09:00");
    CHECK(json["reservationStatus"] == "https://schema.org/ReservationConfirmed");
    CHECK(json["partySize"] == 3);
    const auto read = schema_org_reservation_from_json(text, tokyo);
    REQUIRE(read.has_value());
    CHECK(read->id == "s1");
    CHECK(read->restaurant == "花丸");
    CHECK(read->start == at(friday, MinuteOfDay::clock(19, 0)));
    CHECK(read->end == at(friday, MinuteOfDay::clock(21, 0)));
    CHECK(read->commitment == Commitment::confirmed);
    CHECK(read->phone == one.details.phone);
    CHECK(read->unread == std::vector<JsonPointer>{{"/bookingTime"}, {"/modifiedTime"}});
}

TEST_CASE("schema.org's reservations are read as others write them") {
    const auto read = schema_org_reservation_from_json(
        R"({"@type": "http://schema.org/FoodEstablishmentReservation", "startTime": "2026-11-27T19:00", "partySize": {"value": "4"},
            "reservationStatus": "http://schema.org/Pending", "underName": {"name": "A", "telephone": "none", "age": 3}, "x": null})",
        tokyo);
    REQUIRE(read.has_value());
    CHECK(read->start == at(friday, MinuteOfDay::clock(19, 0)));
    CHECK(read->party == Covers::of(4));
    CHECK(read->unread ==
          std::vector<JsonPointer>{{"/reservationStatus"}, {"/underName/telephone"}, {"/underName/age"}, {"/x"}});
    CHECK(told(schema_org_reservation_from_json(R"({"@type": "Reservation", "partySize": "many", "endTime": "noon"})",
                                                tokyo)) ==
          Texts{"missing_key ", "invalid_value /@type", "invalid_value /partySize", "invalid_value /endTime"});
}

TEST_CASE("customers are written and read back, and what is wrong with them told") {
    const std::string text =
        R"([{"id":"1","name":"山田","kana":"ヤマダ","phones":["+819012345678"],"visits":[{"restaurant":"r","booking":"b","date":"2026-11-27","covers":2,"outcome":"visited"}],"merged":["0"]},{"id":"2","name":"","kana":""}])";
    const auto read = customers_from_json(text);
    REQUIRE(read.has_value());
    CHECK(to_json(*read) == text);
    CHECK(read->find({"0"})->id.text == "1");
    CHECK(to_json(*customer_from_json(to_json(*read->find({"1"})))) == to_json(*read->find({"1"})));
    CHECK(told(customers_from_json(
              R"([{"id":"1"},{"id":"1"},{"id":"2","merged":["1"]},{"id":"3","phones":["1"],"visits":[{}]}])")) ==
          Texts{"duplicate_id /1", "duplicate_id /2/merged/0", "not_a_phone_number /3/phones/0",
                "missing_key /3/visits/0", "missing_key /3/visits/0", "missing_key /3/visits/0",
                "missing_key /3/visits/0"});
}

TEST_CASE("an update says only what it changes, as Google's samples do") {
    const auto day = created(empty_book(), creation(19, 0, 2, "u1", "t1"), "g1").book;
    const auto later = updated(day, {{"booking_id", "g1"}, {"slot", {{"start_sec", std::to_string(seconds(20, 0))}}}});
    CHECK(later.book.find({"g1"})->begin == MinuteOfDay::clock(20, 0));
    CHECK(later.response["booking"]["slot"]["resources"]["party_size"] == 2);
    const auto longer = updated(
        day,
        {{"booking_id", "g1"}, {"slot", {{"start_sec", std::to_string(seconds(19, 0))}, {"duration_sec", "5400"}}}});
    CHECK(longer.response["booking"]["slot"]["duration_sec"] == 5400);
    const auto more = updated(day, {{"booking_id", "g1"}, {"slot", {{"resources", {{"party_size", 4}}}}}});
    CHECK(more.response["booking"]["slot"]["resources"]["party_size"] == 4);
    CHECK(more.book.find({"g1"})->begin == MinuteOfDay::clock(19, 0));
}

TEST_CASE("a lease is of one slot") {
    auto held = wanted("lease", 2, MinuteOfDay::clock(19, 0));
    held.terms = HeldUntil{at_clock(12, 10).instant};
    const auto day = book(empty_book(), held, by())->book;
    auto request = creation(20, 0, 6, "u1", "t1");
    request["lease_ref"] = {{"lease_id", "lease"}};
    const auto made = created(day, request, "g1");
    CHECK(made.cause() == "SLOT_UNAVAILABLE");
    CHECK(made.book == day);
    request = creation(19, 0, 2, "u1", "t1");
    request["lease_ref"] = {{"lease_id", "lease"}};
    request["slot"]["duration_sec"] = 5400;
    CHECK(created(day, request, "g1").cause() == "SLOT_UNAVAILABLE");
    request["slot"]["duration_sec"] = 7200;
    CHECK(created(day, request, "g1").response["booking"]["status"] == "CONFIRMED");
}

TEST_CASE("what was agreed of a lease stays so") {
    auto held = wanted("lease", 2, MinuteOfDay::clock(19, 0));
    held.terms = HeldUntil{at_clock(12, 10).instant};
    held.details.items = {{"コース", 2}};
    held.details.deposit = Deposit{3000, "JPY", {}, {}};
    auto request = creation(19, 0, 2, "u1", "t1");
    request["lease_ref"] = {{"lease_id", "lease"}};
    const auto made = created(book(empty_book(), held, by())->book, request, "g1");
    CHECK(made.response["booking"]["status"] == "CONFIRMED");
    const auto& details = made.book.find({"lease"})->details;
    CHECK(details.name == "山田 太郎");
    CHECK((details.items == held.details.items && details.deposit == held.details.deposit));
}

TEST_CASE("a lease is taken once, and a booking that is no lease is nobody else's") {
    auto held = wanted("lease", 2, MinuteOfDay::clock(19, 0));
    held.terms = HeldUntil{at_clock(12, 10).instant};
    auto request = creation(19, 0, 2, "u1", "t1");
    request["lease_ref"] = {{"lease_id", "lease"}};
    const auto taken = created(book(empty_book(), held, by())->book, request, "g1").book;
    auto others = creation(19, 0, 2, "u2", "t2");
    for (const auto* lease : {"lease", "a"}) {
        const auto day = booked(taken, "a", 2, MinuteOfDay::clock(19, 0))->book;
        others["lease_ref"] = {{"lease_id", lease}};
        const auto made = created(day, others, "g2");
        CHECK(made.cause() == "LEASE_EXPIRED");
        CHECK(made.book == day);
    }
}

TEST_CASE("a guest tells Google nothing of a booking but that it is cancelled") {
    const auto day = created(empty_book(), creation(19, 0, 2, "u1", "t1"), "g1").book;
    for (const auto* status : {"NO_SHOW", "NO_SHOW_PENALIZED", "DECLINED_BY_MERCHANT", "CANCELLED"}) {
        const Json booking{{"booking_id", "g1"}, {"status", status}};
        CHECK(told(google_update_booking(Json{{"booking", booking}}.dump(), day, tokyo, now)) ==
              Texts{"invalid_value /booking/status"});
    }
    CHECK(updated(day, {{"booking_id", "g1"}, {"status", "CONFIRMED"}}).book == day);
}

TEST_CASE("Google hears of its user and its service again") {
    const auto response = created(empty_book(), creation(19, 0, 2, "u1", "t1"), "g1").response["booking"];
    CHECK(response["slot"]["service_id"] == "dinner");
    CHECK(response["user_information"]["family_name"] == "山田");
    CHECK(response["user_information"]["given_name"] == "太郎");
}

TEST_CASE("Google can't have a book keep what can't be read again") {
    const auto refused = [](const char* key, const std::string& value) {
        auto request = creation(19, 0, 2, "u1", "t1");
        request["user_information"][key] = value;
        return told(google_create_booking(request.dump(), empty_book(), tokyo, now, {"g1"}));
    };
    std::string long_name;
    for (int i = 0; i < 300; ++i) long_name += "山";
    CHECK(refused("family_name", long_name + long_name) == Texts{"too_large /user_information/family_name"});
    CHECK(refused("user_id", std::string(501, 'u')) == Texts{"too_large /user_information/user_id"});
    CHECK(refused("telephone", std::string(1995, 'x')) == Texts{"too_large /user_information/telephone"});
    auto request = creation(19, 0, 2, "u1", std::string(501, 't'));
    CHECK(told(google_create_booking(request.dump(), empty_book(), tokyo, now, {"g1"})) ==
          Texts{"too_large /idempotency_token"});
    request = creation(19, 0, 2, "u1", "t1");
    request["user_information"]["family_name"] = std::string{long_name, 0, 270};
    request["user_information"]["given_name"] = std::string{long_name, 0, 270};
    const auto made = created(empty_book(), request, "g1");
    CHECK(day_book_from_json(to_json(made.book)).has_value());
}

TEST_CASE("slots that are alike are reckoned once, and not without end") {
    const std::vector<DayBook> books{empty_book()};
    Json request{{"merchant_id", "hanamaru"}, {"slot_time", Json::array()}};
    for (int i = 0; i < 9000; ++i) {
        request["slot_time"].push_back({{"start_sec", seconds(19, 0)}, {"resource_ids", {{"party_size", 1 + i % 6}}}});
    }
    CHECK(google_batch_availability_lookup(request.dump(), books, tokyo, now).has_value());
    request["slot_time"] = Json::array();
    for (int i = 0; i < 1001; ++i) {
        request["slot_time"].push_back({{"start_sec", seconds(19, 0) + i}, {"resource_ids", {{"party_size", 2}}}});
    }
    CHECK(told(google_batch_availability_lookup(request.dump(), books, tokyo, now)) ==
          Texts{"too_large /slot_time/1000"});
}

}  // namespace booking_formats_test
