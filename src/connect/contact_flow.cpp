#include <denwaban/connect/contact_flow.hpp>

#include <algorithm>
#include <array>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/talk/hours_sentence.hpp>

#include "documents/json_document.hpp"
#include "lenient.hpp"
#include "utf8.hpp"

namespace denwaban {

namespace {

using formats::Json;
using formats::Node;

constexpr std::string_view customer_endpoint = "CustomerEndpoint";

[[nodiscard]] std::string text_or_empty(const Node& node, std::string_view key) {
    const auto member = node.if_any(key);
    return member ? connect::words_of(member->value()).value_or(std::string{}) : std::string{};
}

void pass_over(const Node& at, std::vector<JsonPointer>& passed_over) {
    if (passed_over.size() < formats::max_errors) passed_over.push_back({at.path()});
}

/// An endpoint's Address; some who test a flow write the address alone.
[[nodiscard]] std::optional<std::string> address(const Node& contact, std::string_view endpoint,
                                                 std::vector<JsonPointer>& passed_over) {
    auto found = contact.if_any(endpoint);
    if (found && found->value().is_object()) found = found->if_any("Address");
    if (!found) return std::nullopt;
    auto words = connect::words_of(found->value());
    if (!words) pass_over(*found, passed_over);
    return words;
}

/// `{"connect:Subtype": {"ValueString": "connect:WebRTC"}}`
[[nodiscard]] std::string subtype(const Node& contact) {
    auto at = std::optional{contact};
    for (const std::string_view key : {"SegmentAttributes", "connect:Subtype"}) {
        at = at->if_any(key);
        if (!at || !at->value().is_object()) return {};
    }
    return text_or_empty(*at, "ValueString");
}

/// Attributes are strings by Amazon Connect's rules, but Lambdas and other flows pass what they like: no value of
/// theirs may keep a caller from an answer.
[[nodiscard]] std::map<std::string, std::string> strings(const Node& node, std::string_view key,
                                                         std::vector<JsonPointer>& passed_over) {
    std::map<std::string, std::string> all;
    const auto found = node.if_any(key);
    if (!found) return all;
    if (!found->value().is_object()) {
        pass_over(*found, passed_over);
        return all;
    }
    found->each_member([&](std::string_view name, const Node& value) {
        if (value.value().is_null()) return;
        if (auto words = connect::words_of(value.value())) {
            all.emplace(name, *std::move(words));
        } else {
            pass_over(value, passed_over);
        }
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

/// MediaStreams.Customer.Audio, which is null until a flow has begun to stream.
[[nodiscard]] std::optional<VoiceStream> customer_stream(const Node& contact) {
    auto at = std::optional{contact};
    for (const std::string_view key : {"MediaStreams", "Customer", "Audio"}) {
        at = at->if_any(key);
        if (!at || !at->value().is_object()) return std::nullopt;
    }
    VoiceStream stream{text_or_empty(*at, "StreamARN"), text_or_empty(*at, "StartFragmentNumber")};
    return stream.arn.empty() ? std::nullopt : std::optional{std::move(stream)};
}

[[nodiscard]] ContactFlowEvent read_event(const Node& node) {
    ContactFlowEvent event;
    const auto details = object(node, "Details");
    const auto contact = details ? object(*details, "ContactData") : std::nullopt;
    if (!contact) return event;
    event.contact_id = {text_or_empty(*contact, "ContactId")};
    event.channel = text_or_empty(*contact, "Channel");
    event.initiation_method = text_or_empty(*contact, "InitiationMethod");
    event.customer = address(*contact, customer_endpoint, event.passed_over);
    event.system = address(*contact, "SystemEndpoint", event.passed_over);
    event.attributes = strings(*contact, "Attributes", event.passed_over);
    event.parameters = strings(*details, "Parameters", event.passed_over);
    event.language = text_or_empty(*contact, "LanguageCode");
    event.stream = customer_stream(*contact);
    event.subtype = subtype(*contact);
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

constexpr std::string_view restaurant_id = "restaurantId";

/// A flow passes an attribute that was never set as an empty text.
[[nodiscard]] std::string_view id_in(const std::map<std::string, std::string>& words) {
    const auto found = words.find(std::string{restaurant_id});
    return found == words.end() ? std::string_view{} : connect::trimmed(found->second);
}

[[nodiscard]] std::optional<PhoneNumber> number_at(const std::optional<std::string>& address) {
    const auto number = PhoneNumber::parse(connect::bare_address(address.value_or("")));
    return number ? std::optional{*number} : std::nullopt;
}

struct Found {
    const OpenedRestaurant* restaurant = nullptr;
    std::vector<JsonPointer> passed_over;  ///< ids that no restaurant has
};

[[nodiscard]] Found find_restaurant(const ContactFlowEvent& event, const Directory& directory) {
    Found found;
    const auto by_id = [&](const std::map<std::string, std::string>& words, std::string_view where) {
        const auto id = id_in(words);
        if (found.restaurant != nullptr || id.empty()) return;
        found.restaurant = directory.find(RestaurantId{std::string{id}});
        if (found.restaurant == nullptr) {
            found.passed_over.push_back({std::string{where} + "/" + std::string{restaurant_id}});
        }
    };
    by_id(event.parameters, "/Details/Parameters");
    const auto dialled = number_at(event.system);
    if (found.restaurant == nullptr && dialled) found.restaurant = directory.find(*dialled);
    by_id(event.attributes, "/Details/ContactData/Attributes");
    return found;
}

/// Only who calls us by telephone withholds a number: who writes, or calls from an app or a page, has none to show, and
/// whom we call did not choose to.
[[nodiscard]] bool may_withhold(const ContactFlowEvent& event) {
    constexpr std::array<std::string_view, 5> calls_in{"", "INBOUND", "TRANSFER", "QUEUE_TRANSFER", "DISCONNECT"};
    const bool is_voice = event.channel.empty() || event.channel == "VOICE";
    const bool has_called = std::ranges::find(calls_in, event.initiation_method) != calls_in.end();
    const bool is_unread = std::ranges::any_of(event.passed_over, [](const JsonPointer& place) {
        return place.text.starts_with("/Details/ContactData/" + std::string{customer_endpoint});
    });
    return is_voice && has_called && event.subtype != "connect:WebRTC" && !is_unread;
}

[[nodiscard]] std::optional<Caller> caller_of(const ContactFlowEvent& event) {
    const auto caller = parse_caller(connect::bare_address(event.customer.value_or("")));
    const bool is_number = caller && std::holds_alternative<PhoneNumber>(*caller);
    return caller && (is_number || may_withhold(event)) ? std::optional{*caller} : std::nullopt;
}

void describe_findings(FlowAttributes& attributes, const std::vector<JsonPointer>& event,
                       const std::vector<JsonPointer>& ids) {
    constexpr std::size_t most = 20;
    std::string places;
    std::size_t count = 0;
    for (const auto* all : {&ids, &event}) {
        for (const auto& place : *all) {
            if (++count > most) continue;
            places += (places.empty() ? "" : "; ") + connect::shortened_place(place.text);
        }
    }
    if (count > most) places += "; …";
    if (count > 0) attributes["findings"] = places;
}

void describe_caller(FlowAttributes& attributes, const std::optional<Caller>& caller) {
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
    std::string mended;
    return formats::read_document(connect::without_half_pairs(text, mended), read_event);
}

FlowAttributes contact_flow(std::string_view event, const Directory& directory, Instant at) {
    const auto read = contact_flow_event_from_json(event);
    return read ? contact_flow(*read, directory, at) : malformed(read.error());
}

FlowAttributes contact_flow(const ContactFlowEvent& event, const Directory& directory, Instant at) {
    const auto found = find_restaurant(event, directory);
    const auto* opened = found.restaurant;
    const auto status = opened != nullptr ? std::optional{opened->hours.status(at)} : std::nullopt;
    if (!status || !*status) {
        auto attributes = without_answer(status ? "beyond_horizon" : "unknown_number");
        describe_findings(attributes, event.passed_over, found.passed_over);
        return attributes;
    }

    FlowAttributes attributes{{"result", "answered"},
                              {"restaurantId", opened->restaurant.id.text},
                              {"restaurantName", opened->restaurant.name}};
    const auto caller = caller_of(event);
    describe_caller(attributes, caller);
    describe_status(attributes, opened->hours, **status, at);
    describe_route(attributes, *opened, **status, {at, number_at(event.system), caller});
    describe_findings(attributes, event.passed_over, found.passed_over);
    return attributes;
}

}  // namespace denwaban
