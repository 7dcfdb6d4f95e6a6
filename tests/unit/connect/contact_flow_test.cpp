#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include <denwaban/connect/contact_flow.hpp>
#include <denwaban/documents/restaurant_json.hpp>

namespace contact_flow_test {
using namespace denwaban;
using Json = nlohmann::json;

namespace {

/// A clock time of 2026; hours past 24 reach into the next day. November 22 is 祝前日.
Instant tokyo(unsigned month, unsigned day, int hour, int minute = 0) {
    return TimeZone::tokyo().first_at_or_after(at(make_date(2026, month, day), *MinuteOfDay::make(hour * 60 + minute)));
}

OpenedRestaurant opened(const std::string& text) {
    CAPTURE(text);
    auto restaurant = restaurant_from_json(text);
    REQUIRE(restaurant);
    auto opened = open_restaurant(*std::move(restaurant), HolidayCalendar::japan(), TimeZone::tokyo());
    REQUIRE(opened);
    return *std::move(opened);
}

Directory directory(const std::string& text) {
    auto directory = Directory::make({opened(text)});
    REQUIRE(directory);
    return *std::move(directory);
}

/// An izakaya that stays open later on 祝前日.
Directory izakaya() {
    return directory(
        R"({"id": "toribee", "name": "とりべえ", "lines": [{"number": "03-1234-5678"}], "hours": {"rules": [
        {"when": "every_day", "services": [
            {"name": "夜", "opens": "17:00", "closes": "23:00", "last_order": {"food": "22:00"}}]},
        {"when": "holiday_eve", "services": [
            {"name": "夜", "opens": "17:00", "closes": "26:00", "last_order": {"food": "25:00"}}]}]}})");
}

std::string event(const std::string& caller, const std::string& dialled, const std::string& parameters = "{}") {
    return R"({"Name": "ContactFlowEvent", "Details": {"ContactData": {"ContactId": "c1", "Channel": "VOICE",
        "InitiationMethod": "INBOUND", "Attributes": {}, "Queue": null, "MediaStreams": {"Customer": {"Audio": null}},
        "CustomerEndpoint": )" +
           caller + R"(, "SystemEndpoint": )" + dialled + R"(}, "Parameters": )" + parameters + "}}";
}

std::string endpoint(const std::string& address) {
    return R"({"Address": ")" + address + R"(", "Type": "TELEPHONE_NUMBER"})";
}

const std::string call = event(endpoint("+819012345678"), endpoint("+81312345678"));

/// Bytes of the answer as a Lambda returns it.
std::size_t size(const FlowAttributes& attributes) { return Json(attributes).dump().size(); }

void check_promises(const FlowAttributes& attributes) {
    for (const auto* key : {"result", "state", "route", "say", "ssml"}) CHECK(attributes.contains(key));
    for (const auto& attribute : attributes) {
        const auto& key = attribute.first;
        CAPTURE(key);
        CHECK(std::all_of(key.begin(), key.end(),
                          [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '-'; }));
    }
    CHECK(size(attributes) < 32 * 1024);
}

}  // namespace

TEST_CASE("a call on the eve of a holiday is answered") {
    const auto answer = contact_flow(call, izakaya(), tokyo(11, 22, 18, 30));
    CHECK(answer == FlowAttributes{
                        {"result", "answered"},
                        {"restaurantId", "toribee"},
                        {"restaurantName", "とりべえ"},
                        {"caller", "number"},
                        {"callerNumber", "+819012345678"},
                        {"state", "open"},
                        {"reason", "勤労感謝の日の前日"},
                        {"cause", "holiday_eve"},
                        {"service", "夜"},
                        {"businessDate", "2026-11-22"},
                        {"closesAt", "2026-11-23T02:00:00+09:00"},
                        {"lastOrder", "2026-11-23T01:00:00+09:00"},
                        {"nextOpening", "2026-11-23T17:00:00+09:00"},
                        {"route", "queue"},
                        {"routeTo", "default"},
                        {"routeLabel", ""},
                        {"say", "本日は祝前日のため、翌2時まで営業しております。ラストオーダーは翌1時です。"},
                        {"ssml",
                         "<speak>本日は祝前日のため、翌2時まで営業しております。<break time=\"300ms\"/>"
                         "ラストオーダーは翌1時です。</speak>"},
                    });
    check_promises(answer);
}

TEST_CASE("an event is read for what it has") {
    const auto read = *contact_flow_event_from_json(
        event(endpoint("anonymous"), endpoint("+81312345678"), R"({"restaurantId": "toribee", "nothing": null})"));
    CHECK(read.contact_id == ContactId{"c1"});
    CHECK(read.channel == "VOICE");
    CHECK(read.initiation_method == "INBOUND");
    CHECK(read.customer == "anonymous");
    CHECK(read.system == "+81312345678");
    CHECK(read.attributes.empty());
    CHECK(read.parameters == std::map<std::string, std::string>{{"restaurantId", "toribee"}});

    CHECK(contact_flow_event_from_json(R"({"Details": {"ContactData": {}}})") == ContactFlowEvent{});
    CHECK(contact_flow_event_from_json(R"({"Details": {"ContactData": {"CustomerEndpoint": null, "SystemEndpoint": null,
        "Attributes": null, "Queue": null}, "Parameters": null}})") == ContactFlowEvent{});
}

TEST_CASE("whoever calls, the call is answered") {
    const auto caller = [](const std::string& endpoint_of_caller) {
        const auto answer =
            contact_flow(event(endpoint_of_caller, endpoint("+81312345678")), izakaya(), tokyo(11, 25, 18));
        CHECK(answer.at("result") == "answered");
        return answer.at("caller") + " " + answer.at("callerNumber");
    };
    CHECK(caller(endpoint("+819012345678")) == "number +819012345678");
    CHECK(caller(endpoint("+12065550100")) == "number +12065550100");
    CHECK(caller(endpoint("anonymous")) == "withheld ");
    CHECK(caller(endpoint("")) == "withheld ");
    CHECK(caller(endpoint(R"(\"Yamada\" <sip:+819012345678@203.0.113.9>)")) == "number +819012345678");
    CHECK(caller("null") == "withheld ");
    CHECK(caller("{}") == "withheld ");
    CHECK(caller(endpoint("sip:someone@example.com")) == "unknown ");
}

TEST_CASE("a restaurant is found by the number dialled or by its id") {
    const auto result = [](const std::string& dialled, const std::string& parameters) {
        const auto answer = contact_flow(event("null", dialled, parameters), izakaya(), tokyo(11, 25, 18));
        check_promises(answer);
        return answer.at("result");
    };
    const auto other = endpoint("+81312345679");
    CHECK(result(other, "{}") == "unknown_number");
    CHECK(result("null", "{}") == "unknown_number");
    CHECK(result(endpoint("12345"), "{}") == "unknown_number");
    CHECK(result(other, R"({"restaurantId": "toribee"})") == "answered");
    CHECK(result("null", R"({"restaurantId": "toribee"})") == "answered");
    CHECK(result(endpoint("+81312345678"), R"({"restaurantId": "uomasa"})") == "answered");
    CHECK(result("null", R"({"restaurantId": "uomasa"})") == "unknown_number");
    CHECK(result(endpoint("+81312345678"), R"({"restaurantId": ""})") == "answered");
}

TEST_CASE("the restaurant is found by whatever of the event names one") {
    const auto found = [](const std::string& text) {
        const auto answer = contact_flow(text, izakaya(), tokyo(11, 25, 18));
        check_promises(answer);
        const auto findings = answer.find("findings");
        return answer.at("result") + (findings == answer.end() ? "" : " " + findings->second);
    };
    const auto by_attributes = [](const std::string& attributes) {
        return R"({"Details": {"ContactData": {"SystemEndpoint": null, "Attributes": )" + attributes + "}}}";
    };
    CHECK(found(by_attributes(R"({"restaurantId": "toribee"})")) == "answered");
    CHECK(found(event("null", "null", R"({"restaurantId": " toribee "})")) == "answered");
    CHECK(found(event("null", endpoint("+81312345678"), R"({"restaurantId": "uomasa"})")) ==
          "answered /Details/Parameters/restaurantId");
    CHECK(found(by_attributes(R"({"restaurantId": "uomasa"})")) ==
          "unknown_number /Details/ContactData/Attributes/restaurantId");
    CHECK(found(event("null", endpoint("sip:+81312345678@203.0.113.9"))) == "answered");
}

TEST_CASE("no attribute and no parameter costs the caller an answer") {
    const auto with = [](const std::string& attributes, const std::string& parameters) {
        const auto text =
            R"({"Details": {"ContactData": {"SystemEndpoint": {"Address": "+81312345678"}, "Attributes": )" +
            attributes + R"(}, "Parameters": )" + parameters + "}}";
        const auto answer = contact_flow(text, izakaya(), tokyo(11, 25, 18));
        CHECK(answer.at("result") == "answered");
        const auto findings = answer.find("findings");
        return findings == answer.end() ? std::string{} : findings->second;
    };
    CHECK(with(R"({"a": true, "b": -1, "c": 1.5, "d": null, "e": "\ud800"})", R"({"remaining_targets": 1})").empty());
    CHECK(with(R"({"a": [1], "b": {}})", "{}") ==
          "/Details/ContactData/Attributes/a; /Details/ContactData/Attributes/b");
    CHECK(with("[]", R"("x")") == "/Details/ContactData/Attributes; /Details/Parameters");
    const auto read =
        contact_flow_event_from_json(event("null", "null", R"({"seats": 4, "vip": true, "x": "\ud800"})"));
    CHECK(read->parameters == std::map<std::string, std::string>{{"seats", "4"}, {"vip", "true"}, {"x", "\uFFFD"}});
}

TEST_CASE("no endpoint costs the caller an answer, and one that can't be read withholds nothing") {
    const auto told = [](const std::string& caller, const std::string& dialled) {
        const auto answer =
            contact_flow(event(caller, dialled, R"({"restaurantId": "toribee"})"), izakaya(), tokyo(11, 25, 18));
        CHECK(answer.at("result") == "answered");
        check_promises(answer);
        const auto findings = answer.find("findings");
        return answer.at("caller") + answer.at("callerNumber") +
               (findings == answer.end() ? "" : " " + findings->second);
    };
    const auto dialled = endpoint("+81312345678");
    CHECK(told(R"({"Address": 819012345678})", dialled) == "number+819012345678");
    CHECK(told(R"("+819012345678")", R"("+81312345678")") == "number+819012345678");
    CHECK(told("[]", dialled) == "unknown /Details/ContactData/CustomerEndpoint");
    CHECK(told(R"({"Address": {}})", "[1]") ==
          "unknown /Details/ContactData/CustomerEndpoint/Address; /Details/ContactData/SystemEndpoint");
}

TEST_CASE("who calls from an app, and who is called, withholds nothing") {
    const auto caller = [](const std::string& initiation, const std::string& more = "") {
        const auto answer = contact_flow(
            R"({"Details": {"ContactData": {"Channel": "VOICE", "CustomerEndpoint": null, "InitiationMethod": ")" +
                initiation + R"(")" + more + R"(}, "Parameters": {"restaurantId": "toribee"}}})",
            izakaya(), tokyo(11, 25, 18));
        return answer.at("caller");
    };
    for (const auto* initiation : {"INBOUND", "TRANSFER", "QUEUE_TRANSFER", "DISCONNECT", ""}) {
        CHECK(caller(initiation) == "withheld");
        CHECK(caller(initiation, R"(, "SegmentAttributes": {"connect:Subtype": {"ValueString": "connect:WebRTC"}})") ==
              "unknown");
    }
    for (const auto* initiation : {"WEBRTC_API", "OUTBOUND", "CALLBACK", "API"}) CHECK(caller(initiation) == "unknown");
}

TEST_CASE("only a telephone withholds a number") {
    const auto caller = [](const std::string& channel, const std::string& address) {
        const auto answer = contact_flow(
            R"({"Details": {"ContactData": {"Channel": ")" + channel + R"(", "CustomerEndpoint": )" + address + R"(},
            "Parameters": {"restaurantId": "toribee"}}})",
            izakaya(), tokyo(11, 25, 18));
        return answer.at("caller") + answer.at("callerNumber");
    };
    for (const auto* channel : {"EMAIL", "CHAT", "TASK"}) CHECK(caller(channel, "null") == "unknown");
    CHECK(caller("EMAIL", endpoint("guest@example.jp")) == "unknown");
    CHECK(caller("CHAT", endpoint("+819012345678")) == "number+819012345678");
    CHECK(caller("VOICE", "null") == "withheld");
    CHECK(caller("VOICE", endpoint("sip:anonymous@anonymous.invalid")) == "withheld");
}

TEST_CASE("an event that can't be read gets an answer that says where") {
    const auto where = [](const std::string& text) {
        const auto answer = contact_flow(text, izakaya(), tokyo(11, 25, 18));
        CHECK(answer.at("result") == "malformed_event");
        CHECK(answer.at("state") == "unknown");
        CHECK(answer.at("route") == "none");
        CHECK(answer.at("say") == "申し訳ございません。ただいまお答えすることができません。");
        check_promises(answer);
        return answer.at("error") + " " + answer.at("errorWhere");
    };
    CHECK(where("") == "malformed_json 0-0");
    CHECK(where("{") == "malformed_json 0-1");
    CHECK(where("null") == "wrong_type ");
    CHECK(where("{}") == "missing_key ");
    CHECK(where(R"({"Details": []})") == "wrong_type /Details");
    CHECK(where(R"({"Details": {}})") == "missing_key /Details");
    CHECK(where(R"({"Details": {"ContactData": "c1"}})") == "wrong_type /Details/ContactData");
    CHECK(where(std::string(100'000, '[')).starts_with("too_deep /0/0"));
}

TEST_CASE("a place too long to tell is cut between two characters") {
    for (const std::string before : {"", "a", "aa"}) {
        std::string key = before;
        for (int i = 0; i < 200; ++i) key += "鶏";
        const auto answer =
            contact_flow(event("null", "null", R"({")" + key + R"(": [1]})"), izakaya(), tokyo(11, 25, 18));
        CHECK(answer.at("findings").size() > 190);
        CHECK(answer.at("findings").ends_with("鶏"));
        check_promises(answer);
    }
}

TEST_CASE("what an event says of itself does not count toward the length of words") {
    const auto parameters = R"({"history": ")" + std::string(30'000, 'x') + R"("})";
    CHECK(
        contact_flow(event("null", endpoint("+81312345678"), parameters), izakaya(), tokyo(11, 25, 18)).at("result") ==
        "answered");
}

TEST_CASE("hours end somewhere") {
    const auto answer =
        contact_flow(call, izakaya(), TimeZone::tokyo().first_at_or_after(LocalTime{make_date(2040, 1, 1)}));
    CHECK(answer.at("result") == "beyond_horizon");
    check_promises(answer);
}

TEST_CASE("a call goes where the first route that fits sends it") {
    const auto routed = directory(R"({"id": "toribee", "name": "とりべえ",
        "lines": [{"number": "03-1234-5678", "label": "予約"}, {"number": "0120-123-456", "label": "代表"}],
        "hours": {"rules": [{"when": "every_day", "services": [{"opens": "17:00", "closes": "26:00"}]}]},
        "routing": {"routes": [
            {"label": "非通知", "caller": "withheld", "to": {"message": "番号を通知しておかけ直しください。"}},
            {"label": "常連", "caller": {"numbers": ["090-9999-9999"]}, "to": {"restaurant": "03-1234-5679"}},
            {"caller": "foreign", "to": {"bot": "concierge"}},
            {"label": "代表", "line": "0120-123-456", "to": {"queue": "main"}},
            {"label": "深夜", "between": {"from": "23:00", "to": "26:00"}, "hours": ["open"],
             "to": {"restaurant": "03-1234-5679"}},
            {"hours": ["closed"], "to": {"voicemail": "toribee"}}],
          "otherwise": {"queue": "reservations"}}})");
    const auto route = [&](const std::string& caller, const std::string& dialled, Instant at) {
        const auto answer = contact_flow(event(endpoint(caller), endpoint(dialled)), routed, at);
        return answer.at("route") + " " + answer.at("routeTo") + " " + answer.at("routeLabel");
    };
    const std::string guest = "+819012345678", reservations = "+81312345678", main = "+81120123456";
    const auto evening = tokyo(11, 25, 18), night = tokyo(11, 25, 25), morning = tokyo(11, 25, 10);
    CHECK(route("anonymous", reservations, evening) == "message 番号を通知しておかけ直しください。 非通知");
    CHECK(route("+266696687", reservations, evening) == "message 番号を通知しておかけ直しください。 非通知");
    for (const auto* shown :
         {"not a number", "sip:+819011112222@203.0.113.9", "+81312345670;ext=12", "18409011112222"}) {
        CHECK(route(shown, reservations, evening) == "queue reservations ");
    }
    CHECK(route("14155550123", reservations, evening) == "bot concierge ");
    CHECK(route("+819099999999", reservations, morning) == "restaurant +81312345679 常連");
    CHECK(route("+12065550100", main, evening) == "bot concierge ");
    CHECK(route(guest, main, morning) == "queue main 代表");
    CHECK(route(guest, reservations, night) == "restaurant +81312345679 深夜");
    CHECK(route(guest, reservations, morning) == "voicemail toribee ");
    CHECK(route(guest, reservations, evening) == "queue reservations ");
}

TEST_CASE("no restaurant that can be read makes an answer of 32 KB") {
    // Five or six bytes in SSML, two in JSON.
    for (const std::string_view worst : {"&", "\\\"", "'"}) {
        const auto of = [&](std::size_t characters) {
            std::string text;
            for (std::size_t i = 0; i < characters; ++i) text += worst;
            return '"' + text + '"';
        };
        const auto label = of(500), text = of(2000);
        const auto longest = R"({"id": )" + label + R"(, "name": )" + label +
                             R"(, "lines": [{"number": "03-1234-5678"}],
            "holidays": {"added": [{"date": "2026-11-25", "name": )" +
                             label + R"(}]},
            "hours": {"rules": [
                {"when": "every_day", "services": [{"opens": "11:00", "closes": "12:00"}, {"name": )" +
                             label +
                             R"(, "opens": "17:00", "closes": "22:00", "last_order": {"drink": "21:00"}}]},
                {"when": {"dates": ["2026-11-28"]}, "label": )" +
                             label + R"(, "services": [
                    {"name": )" +
                             label + R"(, "opens": "17:00", "closes": "22:00", "last_order": {"entry": "21:00"}}]}],
              "closings": [{"when": {"weekdays": ["wed"]}, "on_holiday": "next_day", "label": )" +
                             label + R"(}]},
            "routing": {"routes": [{"label": )" +
                             label + R"(, "to": {"message": )" + text + R"(}}],
                        "otherwise": {"queue": "main"}}})";
        const auto restaurant = directory(longest);
        for (int day = 24; day <= 29; ++day) {
            for (int hour = 0; hour < 24; ++hour) {
                check_promises(contact_flow(call, restaurant, tokyo(11, static_cast<unsigned>(day), hour)));
            }
        }
    }
}

}  // namespace contact_flow_test
