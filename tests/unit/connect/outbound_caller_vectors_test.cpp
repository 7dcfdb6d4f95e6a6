#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include <denwaban/connect/outbound_contact.hpp>
#include <denwaban/connect/outbound_whisper.hpp>
#include <denwaban/documents/outbound_caller_json.hpp>
#include <denwaban/documents/restaurant_json.hpp>

#include "told_errors.hpp"

namespace outbound_caller_vectors_test {
using namespace denwaban;
using Json = nlohmann::json;

namespace {

Directory directory(const Json& restaurants) {
    std::vector<OpenedRestaurant> opened;
    const auto first = make_date(2026, 11, 1);
    for (auto& restaurant : *restaurants_from_json(restaurants.dump())) {
        opened.push_back(*open_restaurant(restaurant, HolidayCalendar::japan(), TimeZone::tokyo(), {first, first}));
    }
    return *Directory::make(std::move(opened));
}

std::optional<std::string> text(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? std::nullopt : std::optional{found->get<std::string>()};
}

OutboundCall read_call(const Json& call, const Directory& directory) {
    OutboundCall read;
    if (const auto id = text(call, "restaurant")) read.restaurant = &directory.find(RestaurantId{*id})->restaurant;
    if (const auto callee = text(call, "callee")) read.callee = *PhoneNumber::parse(*callee);
    if (call.contains("queues")) {
        ByQueue by_queue;
        for (const auto& queue : call.at("queues")) by_queue.queues.push_back({queue.get<std::string>()});
        read.delivery = std::move(by_queue);
    }
    read.choice = text(call, "choice");
    read.last_called = text(call, "last_called");
    return read;
}

Json write(const std::vector<PassedOver>& passed_over) {
    auto all = Json::array();
    for (const auto& [source, number, reason] : passed_over) {
        all.push_back(std::string{to_string(source)} + " " + std::string{to_string(reason)} +
                      (number.empty() ? "" : " " + number));
    }
    return all;
}

Json write(const OutboundCaller& caller) {
    const auto* chosen = std::get_if<ChosenCaller>(&caller);
    if (chosen == nullptr) {
        return {{"number", nullptr}, {"passed_over", write(std::get<NoCaller>(caller).passed_over)}};
    }
    return {{"number", chosen->number.e164()},
            {"source", to_string(chosen->source)},
            {"queue", chosen->queue ? Json(chosen->queue->text) : Json()},
            {"label", chosen->label},
            {"passed_over", write(chosen->passed_over)}};
}

OutboundVoiceContact read_contact(const Json& contact) {
    OutboundVoiceContact read;
    read.instance_id = contact.at("instance_id").get<std::string>();
    read.contact_flow_id = contact.at("contact_flow_id").get<std::string>();
    read.destination = contact.at("destination").get<std::string>();
    read.source = text(contact, "source");
    read.queue = text(contact, "queue");
    read.client_token = text(contact, "client_token");
    read.related_contact_id = text(contact, "related_contact_id");
    read.name = text(contact, "name");
    read.description = text(contact, "description");
    if (contact.contains("ring_timeout_seconds"))
        read.ring_timeout_seconds = contact.at("ring_timeout_seconds").get<int>();
    read.attributes = contact.value("attributes", std::map<std::string, std::string>{});
    return read;
}

void check(const Expected<std::string, Errors>& written, const Json& vector, const char* key) {
    if (written) {
        CHECK(Json::parse(*written) == vector.at(key));
        return;
    }
    CHECK(Json(told(written)) == vector.at("errors"));
}

std::size_t check_choosing(const Json& vector) {
    if (!vector.contains("policy")) return 0;
    const auto policy = *outbound_caller_policy_from_json(vector.at("policy").dump());
    const auto restaurants = directory(vector.at("restaurants"));
    const auto cases = vector.value("cases", Json::array()), events = vector.value("events", Json::array());
    for (const auto& each : cases) {
        CAPTURE(each.at("says").get<std::string>());
        CHECK(write(choose_outbound_caller(policy, read_call(each.at("call"), restaurants))) == each.at("answer"));
    }
    for (const auto& each : events) {
        CAPTURE(each.at("says").get<std::string>());
        CHECK(Json(outbound_whisper(each.at("event").dump(), policy, restaurants)) == each.at("attributes"));
    }
    return cases.size() + events.size();
}

std::size_t check_requests(const Json& vector) {
    const auto contacts = vector.value("contacts", Json::array()), connects = vector.value("connects", Json::array());
    for (const auto& each : contacts) {
        CAPTURE(each.at("says").get<std::string>());
        check(start_outbound_voice_contact(read_contact(each.at("contact"))), each, "request");
    }
    for (const auto& each : connects) {
        CAPTURE(each.at("says").get<std::string>());
        const auto& call = each.at("call");
        check(agent_connect({call.at("callee"), call.at("queue"), text(call, "related_contact_id")}), each,
              "parameters");
    }
    return contacts.size() + connects.size();
}

}  // namespace

TEST_CASE("calls out that all three languages make alike") {
    std::size_t checked = 0;
    for (const auto& file : std::filesystem::directory_iterator{DENWABAN_TEST_DATA "/outbound_caller_vectors"}) {
        CAPTURE(file.path().filename().string());
        const auto vector = Json::parse(std::ifstream{file.path()});
        checked += check_choosing(vector) + check_requests(vector);
    }
    CHECK(checked >= 35);
}

}  // namespace outbound_caller_vectors_test
