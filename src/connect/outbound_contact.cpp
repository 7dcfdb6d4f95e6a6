#include <denwaban/connect/outbound_contact.hpp>

#include <algorithm>
#include <tuple>

#include <denwaban/call/outbound_caller.hpp>
#include <denwaban/core/phone_number.hpp>

#include "documents/json_document.hpp"

namespace denwaban {

namespace {

using formats::Json;

/// In characters, the same as StartOutboundVoiceContactRequest's in AWS's service model.
struct Limit {
    std::string_view key;
    std::size_t most;
};
constexpr std::array limits{
    Limit{"InstanceId", 100},       Limit{"ContactFlowId", 500}, Limit{"ClientToken", 500},
    Limit{"RelatedContactId", 256}, Limit{"Name", 1024},         Limit{"Description", 4096},
};
constexpr std::size_t longest_attribute = 32'767;
/// In bytes, "across all key-value pairs".
constexpr std::size_t most_attributes = 32'768;
constexpr int shortest_ringing = 15;
constexpr int longest_ringing = 60;

[[nodiscard]] std::size_t characters(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// A JSON object under way, and all that keeps it from being sent.
class VoiceRequest {
public:
    void fail(ErrorCode code, std::string message, const std::string& place) {
        errors_.push_back({code, std::move(message), JsonPointer{place}});
    }

    void text(std::string_view key, const std::string& value) {
        const auto limit = std::ranges::find(limits, key, &Limit::key);
        if (limit != limits.end() && characters(value) > limit->most) {
            fail(ErrorCode::too_large, "longer than " + std::to_string(limit->most) + " characters", at(key));
        }
        json_[std::string{key}] = value;
    }
    void text(std::string_view key, const std::optional<std::string>& value) {
        if (value) text(key, *value);
    }
    void named(std::string_view key, const std::string& value) {
        if (value.empty()) fail(ErrorCode::missing_key, "needs \"" + std::string{key} + "\"", "");
        text(key, value);
    }
    void id(std::string_view key, const std::string& value) {
        if (value.starts_with("arn:")) fail(ErrorCode::invalid_value, "must be the id alone, no ARN", at(key));
        named(key, value);
    }
    std::optional<PhoneNumber> number(std::string_view key, const std::string& value, Json& in,
                                      const std::string& place) {
        const auto number = PhoneNumber::parse(value);
        if (!number) {
            fail(number.error().code, number.error().message, place);
            return std::nullopt;
        }
        in[std::string{key}] = std::string{number->e164()};
        return *number;
    }
    std::optional<PhoneNumber> number(std::string_view key, const std::string& value) {
        return number(key, value, json_, at(key));
    }

    [[nodiscard]] Json& json() noexcept { return json_; }
    [[nodiscard]] static std::string at(std::string_view key) { return "/" + pointer_step(key); }

    [[nodiscard]] Expected<std::string, Errors> written() && {
        if (!errors_.empty()) return Unexpected{std::move(errors_)};
        return formats::write_document(json_);
    }

private:
    Json json_ = Json::object();
    Errors errors_;
};

void add_caller(VoiceRequest& request, const OutboundVoiceContact& contact,
                const std::optional<PhoneNumber>& destination) {
    if (!contact.source && !contact.queue) {
        request.fail(ErrorCode::missing_key, R"(needs "SourcePhoneNumber" or "QueueId")", "");
    }
    const auto source =
        contact.source ? request.number("SourcePhoneNumber", *contact.source) : std::optional<PhoneNumber>{};
    if (source && detail::outbound::is_toll_free_abroad(*source, destination)) {
        request.fail(ErrorCode::not_allowed, "a toll-free number calls only within Japan", "/SourcePhoneNumber");
    }
    if (!contact.queue) return;
    if (contact.source) {
        request.fail(ErrorCode::not_allowed, "a queue shows its own number, not the source's", "/QueueId");
    }
    request.named("QueueId", std::string{queue_id(*contact.queue).value_or(*contact.queue)});
}

[[nodiscard]] bool is_attribute_key(std::string_view key) {
    return !key.empty() && std::ranges::all_of(key, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    });
}

void add_attributes(VoiceRequest& request, const std::map<std::string, std::string>& attributes) {
    std::size_t bytes = 0;
    for (const auto& [key, value] : attributes) {
        const auto place = "/Attributes" + VoiceRequest::at(key);
        if (!is_attribute_key(key)) {
            request.fail(ErrorCode::invalid_value, "a key has letters, digits, hyphens and underscores", place);
        }
        if (characters(key) > longest_attribute || characters(value) > longest_attribute) {
            request.fail(ErrorCode::too_large, "longer than " + std::to_string(longest_attribute) + " characters",
                         place);
        }
        bytes += key.size() + value.size();
        request.json()["Attributes"][key] = value;
    }
    if (bytes > most_attributes) {
        request.fail(ErrorCode::too_large, "together more than " + std::to_string(most_attributes) + " bytes",
                     "/Attributes");
    }
}

void add_ringing(VoiceRequest& request, std::optional<int> seconds) {
    if (!seconds) return;
    if (*seconds < shortest_ringing || *seconds > longest_ringing) {
        request.fail(ErrorCode::out_of_range,
                     "must be " + std::to_string(shortest_ringing) + " to " + std::to_string(longest_ringing),
                     "/RingTimeoutInSeconds");
    }
    request.json()["RingTimeoutInSeconds"] = *seconds;
}

void add_traffic_type(VoiceRequest& request, const std::optional<std::string>& type) {
    if (type && *type != "GENERAL" && *type != "CAMPAIGN") {
        request.fail(ErrorCode::invalid_value, "must be GENERAL or CAMPAIGN", "/TrafficType");
    }
    request.text("TrafficType", type);
}

void add_related_contact(VoiceRequest& request, std::string_view key, const std::optional<std::string>& id) {
    if (id && id->empty()) request.fail(ErrorCode::invalid_value, "must not be empty", VoiceRequest::at(key));
    request.text(key, id);
}

}  // namespace

Expected<std::string, Errors> start_outbound_voice_contact(const OutboundVoiceContact& contact) {
    VoiceRequest request;
    const auto destination = request.number("DestinationPhoneNumber", contact.destination);
    request.id("ContactFlowId", contact.contact_flow_id);
    request.id("InstanceId", contact.instance_id);
    add_caller(request, contact, destination);
    request.text("ClientToken", contact.client_token);
    add_related_contact(request, "RelatedContactId", contact.related_contact_id);
    request.text("Name", contact.name);
    request.text("Description", contact.description);
    add_ringing(request, contact.ring_timeout_seconds);
    add_attributes(request, contact.attributes);
    add_traffic_type(request, contact.traffic_type);
    return std::move(request).written();
}

Expected<std::string, Errors> agent_connect(const AgentConnect& call) {
    VoiceRequest request;
    request.json()["endpoint"] = {{"type", "phone_number"}};
    std::ignore = request.number("phoneNumber", call.callee, request.json()["endpoint"], "/endpoint/phoneNumber");
    if (!call.queue.empty() && !queue_id(call.queue)) {
        request.fail(ErrorCode::invalid_value, "must be a queue's ARN, arn:…:instance/…/queue/…", "/queueARN");
    }
    request.named("queueARN", call.queue);
    add_related_contact(request, "relatedContactId", call.related_contact_id);
    return std::move(request).written();
}

}  // namespace denwaban
