#include <denwaban/connect/contact_flow.hpp>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/talk/hours_sentence.hpp>

#include "documents/json_document.hpp"
#include "utf8.hpp"

namespace denwaban {

namespace {

using formats::Json;
using formats::Node;

[[nodiscard]] std::string text_or_empty(const Node& node, std::string_view key) {
    const auto member = node.if_any(key);
    return member ? member->string() : std::string{};
}

[[nodiscard]] std::optional<std::string> address(const Node& contact, std::string_view endpoint) {
    const auto found = contact.if_any(endpoint);
    if (!found || !found->is_object()) return std::nullopt;
    const auto address = found->if_any("Address");
    return address ? std::optional{address->string()} : std::nullopt;
}

/// Attributes are strings by Amazon Connect's rules; anything else is reported.
[[nodiscard]] std::map<std::string, std::string> strings(const Node& node, std::string_view key) {
    std::map<std::string, std::string> all;
    const auto found = node.if_any(key);
    if (!found) return all;
    found->each_member([&](std::string_view name, const Node& value) {
        if (!value.value().is_null()) all.emplace(name, value.string());
    });
    return all;
}

/// The member, which must be an object.
[[nodiscard]] std::optional<Node> object(const Node& node, std::string_view key) {
    if (!node.is_object()) return std::nullopt;
    const auto member = node.if_any(key);
    if (!member) node.lacks(key);
    return member && member->is_object() ? member : std::nullopt;
}

[[nodiscard]] ContactFlowEvent read_event(const Node& node) {
    ContactFlowEvent event;
    const auto details = object(node, "Details");
    const auto contact = details ? object(*details, "ContactData") : std::nullopt;
    if (!contact) return event;
    event.contact_id = {text_or_empty(*contact, "ContactId")};
    event.channel = text_or_empty(*contact, "Channel");
    event.initiation_method = text_or_empty(*contact, "InitiationMethod");
    event.customer = address(*contact, "CustomerEndpoint");
    event.system = address(*contact, "SystemEndpoint");
    event.attributes = strings(*contact, "Attributes");
    event.parameters = strings(*details, "Parameters");
    return event;
}

[[nodiscard]] FlowAttributes without_answer(std::string_view result) {
    const Announcement sorry{{"申し訳ございません。ただいまお答えすることができません。"}};
    return {{"result", std::string{result}},
            {"state", "unknown"},
            {"route", "none"},
            {"say", sorry.text()},
            {"ssml", sorry.ssml()}};
}

[[nodiscard]] FlowAttributes malformed(const Errors& errors) {
    auto attributes = without_answer("malformed_event");
    attributes["error"] = to_string(errors.front().code);
    attributes["errorWhere"] = connect::shortened_place(to_string(errors.front().where));
    return attributes;
}

[[nodiscard]] const OpenedRestaurant* find_restaurant(const ContactFlowEvent& event, const Directory& directory) {
    const auto id = event.parameters.find("restaurantId");
    // A flow passes an attribute that was never set as an empty text.
    if (id != event.parameters.end() && !id->second.empty()) return directory.find(RestaurantId{id->second});
    const auto dialled = PhoneNumber::parse(event.system.value_or(""));
    return dialled ? directory.find(*dialled) : nullptr;
}

void describe_caller(FlowAttributes& attributes, const Expected<Caller>& caller) {
    const auto* number = caller ? std::get_if<PhoneNumber>(&*caller) : nullptr;
    attributes["caller"] = !caller ? "unknown" : number != nullptr ? "number" : "withheld";
    attributes["callerNumber"] = number != nullptr ? std::string{number->e164()} : "";
}

void describe_status(FlowAttributes& attributes, const Hours& hours, const Status& status, Instant at) {
    const auto time = [&](std::optional<Instant> instant) {
        return instant ? to_iso8601(*instant, hours.zone()) : std::string{};
    };
    attributes["state"] = to_string(status.state);
    attributes["reason"] = describe(status.reason);
    attributes["cause"] = to_string(status.reason.cause);
    attributes["service"] = status.service != nullptr ? status.service->name : "";
    attributes["businessDate"] = to_string(status.business_date);
    attributes["closesAt"] = time(status.closes_at);
    attributes["lastOrder"] = time(status.last_orders.main());
    attributes["nextOpening"] = time(status.next_opening);
    const auto announcement = announce(hours, status, at);
    attributes["say"] = announcement.text();
    attributes["ssml"] = announcement.ssml();
}

void describe_route(FlowAttributes& attributes, const OpenedRestaurant& opened, const Status& status,
                    const IncomingCall& call) {
    const auto& routing = opened.restaurant.routing;
    const auto* route = find_route(routing, opened.hours, status, call);
    const auto& destination = route != nullptr ? route->to : routing.otherwise;
    attributes["route"] = kind_of(destination);
    attributes["routeTo"] = target_of(destination);
    attributes["routeLabel"] = route != nullptr ? route->label : "";
}

}  // namespace

Expected<ContactFlowEvent, Errors> contact_flow_event_from_json(std::string_view text) {
    return formats::read_document(text, read_event);
}

FlowAttributes contact_flow(std::string_view event, const Directory& directory, Instant at) {
    const auto read = contact_flow_event_from_json(event);
    return read ? contact_flow(*read, directory, at) : malformed(read.error());
}

FlowAttributes contact_flow(const ContactFlowEvent& event, const Directory& directory, Instant at) {
    const auto* opened = find_restaurant(event, directory);
    if (opened == nullptr) return without_answer("unknown_number");
    const auto status = opened->hours.status(at);
    if (!status) return without_answer("beyond_horizon");

    FlowAttributes attributes{{"result", "answered"},
                              {"restaurantId", opened->restaurant.id.text},
                              {"restaurantName", opened->restaurant.name}};
    const auto caller = parse_caller(event.customer.value_or(""));
    describe_caller(attributes, caller);
    describe_status(attributes, opened->hours, *status, at);

    const auto dialled = PhoneNumber::parse(event.system.value_or(""));
    const auto line = dialled ? std::optional{*dialled} : std::nullopt;
    const auto withheld = Caller{Withheld{WithheldReason::not_given}};
    describe_route(attributes, *opened, *status, {at, line, caller ? *caller : withheld});
    return attributes;
}

}  // namespace denwaban
