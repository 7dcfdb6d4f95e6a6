#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include <denwaban/connect/outbound_contact.hpp>
#include <denwaban/connect/outbound_whisper.hpp>
#include <denwaban/documents/outbound_caller_json.hpp>
#include <denwaban/documents/restaurant_json.hpp>

#include "told_errors.hpp"

namespace outbound_whisper_test {
using namespace denwaban;
using Json = nlohmann::json;

namespace {

Directory directory(const std::string& restaurant) {
    auto read = restaurant_from_json(restaurant);
    REQUIRE(read);
    const auto first = make_date(2026, 11, 1);
    auto opened = open_restaurant(*std::move(read), HolidayCalendar::japan(), TimeZone::tokyo(), {first, first});
    REQUIRE(opened);
    auto made = Directory::make({*std::move(opened)});
    REQUIRE(made);
    return *std::move(made);
}

Directory toribee() {
    return directory(R"({"id": "toribee", "name": "とりべえ", "lines": [{"number": "03-1234-5678"}],
                         "hours": {"rules": []}})");
}

OutboundCallerPolicy policy(const std::string& text) {
    auto read = outbound_caller_policy_from_json(text);
    REQUIRE(read);
    return *std::move(read);
}

OutboundCallerPolicy with_centre() {
    return policy(R"({"claimed": [{"number": "03-1234-5678", "label": "予約"}, {"number": "050-0000-9999"}],
                      "centre": "050-0000-9999"})");
}

std::string event(const Json& parameters, const std::string& customer = "+819012345678") {
    return Json{{"Details",
                 {{"ContactData", {{"InitiationMethod", "OUTBOUND"}, {"CustomerEndpoint", {{"Address", customer}}}}},
                  {"Parameters", parameters}}}}
        .dump();
}

void check_promises(const FlowAttributes& attributes) {
    for (const auto* key :
         {"result", "problem", "callerId", "reason", "label", "queue", "restaurantId", "callee", "passedOver"}) {
        CHECK(attributes.contains(key));
    }
    CHECK(attributes.at("callerId").empty() == (attributes.at("result") == "no_caller"));
    CHECK(Json(attributes).dump().size() < std::size_t{32} * 1024);
}

/// A call to which one thing is added.
template <class Add>
std::vector<std::string> errors_with(Add&& add) {
    OutboundVoiceContact contact;
    contact.instance_id = "i";
    contact.contact_flow_id = "f";
    contact.destination = "+819012345678";
    contact.source = "+81312345678";
    add(contact);
    return told(start_outbound_voice_contact(contact));
}

}  // namespace

TEST_CASE("a flow gets the number for its block, and why") {
    const auto answer = outbound_whisper(event({{"restaurantId", "toribee"}}), with_centre(), toribee());
    CHECK(answer == FlowAttributes{
                        {"result", "chosen"},
                        {"problem", ""},
                        {"callerId", "+81312345678"},
                        {"reason", "restaurant"},
                        {"label", "予約"},
                        {"queue", ""},
                        {"restaurantId", "toribee"},
                        {"callee", "+819012345678"},
                        {"passedOver", "choice none; last_called none"},
                    });
    check_promises(answer);
}

TEST_CASE("a choice that Amazon Connect would not show is refused before it gets there") {
    for (const std::string choice : {"+81399999999", "anonymous", "03", "+81312345678 ext. 2", "\xF0\x9F\x90\x94"}) {
        CAPTURE(choice);
        const auto answer =
            outbound_whisper(event({{"restaurantId", "toribee"}, {"agentChoice", choice}}), with_centre(), toribee());
        check_promises(answer);
        CHECK(answer.at("result") == "fallback");
        CHECK(answer.at("problem") == "choice_refused");
        CHECK(answer.at("callerId") == "+81312345678");
    }
}

TEST_CASE("a callee abroad is one whose number lacks its plus, too") {
    const auto only = policy(R"({"claimed": [{"number": "0120-500-002"}]})");
    const auto free = directory(R"({"id": "toribee", "name": "とりべえ", "lines": [{"number": "0120-500-002"}],
                                    "hours": {"rules": []}})");
    for (const std::string callee : {"+14155550123", "14155550123", "sip:+14155550123@example.com"}) {
        const auto answer = outbound_whisper(event({{"restaurantId", "toribee"}}, callee), only, free);
        CHECK(answer.at("callee") == "+14155550123");
        CHECK(answer.at("callerId").empty());
        CHECK(answer.at("passedOver").find("toll_free_abroad") != std::string::npos);
    }
    CHECK(outbound_whisper(event({{"restaurantId", " toribee "}}), only, free).at("callerId") == "+81120500002");
    for (const std::string callee : {"0011 1 415 555 0123", "86 10 1234 5678"}) {
        const auto answer = outbound_whisper(event({{"restaurantId", "toribee"}}, callee), only, free);
        CHECK(answer.at("result") == "fallback");
        CHECK(answer.at("problem") == "unreadable_callee");
        CHECK(outbound_whisper(event({{"restaurantId", "toribee"}}, callee), with_centre(), toribee())
                  .at("problem")
                  .empty());
    }
    CHECK(errors_with([](auto& contact) {
              contact.source = "0120-500-002";
              contact.destination = "+14155550123";
          }) == std::vector<std::string>{"not_allowed /SourcePhoneNumber"});
    CHECK(errors_with([](auto& contact) { contact.source = "0120-500-002"; }).empty());
}

TEST_CASE("the restaurant is found by whatever of the event names one, and no endpoint costs the number") {
    const auto whispered = [](const std::string& contact) {
        return outbound_whisper(R"({"Details": {"ContactData": {"Attributes": {"restaurantId": "toribee"}, )" +
                                    contact + R"(}, "Parameters": {"restaurantId": "uomasa"}}})",
                                with_centre(), toribee());
    };
    for (const auto* endpoint : {R"({"Address": "+819012345678"})", R"("+819012345678")", R"({"Address": [1]})", "7"}) {
        const auto answer = whispered(R"("CustomerEndpoint": )" + std::string{endpoint});
        check_promises(answer);
        CHECK(answer.at("result") == "chosen");
        CHECK(answer.at("callerId") == "+81312345678");
    }
}

TEST_CASE("an order that does not ask the agent refuses nothing") {
    auto without_choice = with_centre();
    without_choice.order = {CallerSource::restaurant};
    const auto answer =
        outbound_whisper(event({{"restaurantId", "toribee"}, {"agentChoice", "x"}}), without_choice, toribee());
    CHECK(answer.at("result") == "chosen");
    CHECK(answer.at("passedOver").empty());
}

TEST_CASE("whatever the event is, there is an answer with a claimed number") {
    const auto nested = std::string(100'000, '[');
    for (const std::string& text : {std::string{}, std::string{"{"}, std::string{"null"}, std::string{"{}"}, nested,
                                    std::string{R"({"Details": {"ContactData": 3}})"}}) {
        const auto answer = outbound_whisper(text, with_centre(), toribee());
        check_promises(answer);
        CHECK(answer.at("result") == "fallback");
        CHECK(answer.at("problem") == "malformed_event");
        CHECK(answer.at("callerId") == "+815000009999");
        CHECK(answer.contains("error"));
        CHECK(answer.contains("errorWhere"));
    }
}

TEST_CASE("neither a long event nor a restaurant of many lines makes an answer of 32 KB") {
    const std::string long_text(30'000, '"');
    auto lines = Json::array();
    for (int i = 0; i < 1000; ++i) lines.push_back({{"number", "+8131234" + std::to_string(1000 + i)}});
    const auto name = std::string(500, '"');
    const auto many =
        directory(Json{{"id", name}, {"name", name}, {"lines", lines}, {"hours", {{"rules", Json::array()}}}}.dump());
    const auto longest = policy(Json{
        {"claimed",
         Json::array({{{"number", "050-0000-9999"}, {"label", name}, {"queues", {"arn:/queue/" + name.substr(11)}}}})},
        {"centre", "050-0000-9999"}}.dump());
    const auto answer = outbound_whisper(
        event({{"restaurantId", name}, {"agentChoice", long_text}, {"lastCalled", long_text}}, long_text), longest,
        many);
    check_promises(answer);
    CHECK(answer.at("callerId") == "+815000009999");
    CHECK(answer.at("passedOver").ends_with("; …"));
    check_promises(outbound_whisper(
        R"({"Details": {"ContactData": {"Attributes": {")" + std::string(30'000, 'x') + R"(": 1}}}})", longest, many));
}

TEST_CASE("a call may be a campaign's") {
    CHECK(errors_with([](auto& contact) { contact.traffic_type = "CAMPAIGN"; }).empty());
    CHECK(errors_with([](auto& contact) { contact.traffic_type = "SPAM"; }) ==
          std::vector<std::string>{"invalid_value /TrafficType"});
}

TEST_CASE("a request keeps to the limits of the API") {
    const auto of = [](std::size_t bytes) { return std::string(bytes, 'x'); };
    CHECK(errors_with([&](auto& contact) { contact.attributes = {{"a", of(32'766)}, {"b", ""}}; }).empty());
    CHECK(errors_with([&](auto& contact) {
              contact.attributes = {{"a", of(32'766)}, {"b", "x"}};
          }) == std::vector<std::string>{"too_large /Attributes"});
    CHECK(errors_with([&](auto& contact) {
              contact.attributes = {{"a", of(32'768)}};
          }) == std::vector<std::string>{"too_large /Attributes/a", "too_large /Attributes"});
    CHECK(errors_with([&](auto& contact) {
              contact.attributes = {{"", ""}};
          }) == std::vector<std::string>{"invalid_value /Attributes/"});
    CHECK(errors_with([&](auto& contact) { contact.client_token = of(500); }).empty());
    CHECK(errors_with([&](auto& contact) { contact.client_token = of(501); }) ==
          std::vector<std::string>{"too_large /ClientToken"});
    CHECK(errors_with([&](auto& contact) { contact.ring_timeout_seconds = 14; }) ==
          std::vector<std::string>{"out_of_range /RingTimeoutInSeconds"});

    std::string thousand;
    for (int i = 0; i < 1024; ++i) thousand += "鶏";
    CHECK(errors_with([&](auto& contact) { contact.name = thousand; }).empty());
    CHECK(errors_with([&](auto& contact) { contact.name = thousand + "x"; }) ==
          std::vector<std::string>{"too_large /Name"});
}

}  // namespace outbound_whisper_test
