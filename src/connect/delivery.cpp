#include <denwaban/connect/delivery.hpp>

#include <cstdint>
#include <optional>
#include <utility>

#include "connect_readers.hpp"
#include "lambda_records.hpp"

namespace denwaban {

namespace {

using connect::Node;
using connect::UnknownPlaces;

/// What a topic wraps an event in; within it is text.
struct Notification {
    std::string message;
};
using Opened = std::variant<Notification, ConnectEvent>;

[[nodiscard]] bool is_notification(const Node& node) noexcept {
    return node.value().contains("Type") && (node.value().contains("Message") || node.value().contains("TopicArn"));
}

[[nodiscard]] Notification read_notification(const Node& node) {
    const auto type = node.required("Type");
    if (!type->is_string()) return {};
    if (type->value().text() != "Notification") {
        type->fail(ErrorCode::invalid_value, "is no notification: a topic asks for a subscription to be confirmed");
        return {};
    }
    const auto message = node.required("Message");
    return {message ? message->string() : std::string{}};
}

[[nodiscard]] ConnectEvent read_event(const Node& node, UnknownPlaces& unknown) {
    const auto has = [&](std::string_view key) { return node.value().contains(key); };
    if (has("AgentARN")) return connect::read_agent_stream_record(node, unknown);
    if (has("AWSContactTraceRecordFormatVersion") || has("LastUpdateTimestamp")) {
        return connect::read_contact_record(node, unknown);
    }
    if (has("detail") || has("eventType") || has("EventType")) return connect::read_contact_report(node, unknown);
    node.fail(ErrorCode::invalid_value, "is no agent event, no contact event and no contact record");
    return {};
}

[[nodiscard]] Opened open(const Node& node, UnknownPlaces& unknown) {
    if (!node.is_object()) return {};
    if (is_notification(node)) return read_notification(node);
    return read_event(node, unknown);
}

/// Whether what is delivered may stand in a topic's notification.
enum class Wrapping : std::uint8_t { none, notification };

class Unwrapping {
public:
    /// Whether it could be read.
    bool read(std::string_view text, const DeliveryPosition& position, Wrapping wrapping) {
        auto opened = connect::read_connect(text, open);
        if (!opened) {
            poison(position, opened.error().front(), text);
        } else if (auto* event = std::get_if<ConnectEvent>(&opened->value)) {
            delivered_.events.push_back({position, std::string{text}, {std::move(*event), std::move(opened->unknown)}});
            return true;
        } else if (wrapping == Wrapping::notification) {
            return read(std::get<Notification>(opened->value).message, position, Wrapping::none);
        } else {
            poison(position, {ErrorCode::invalid_value, "is a notification where an event is wanted", {}}, text);
        }
        return false;
    }
    void poison(const DeliveryPosition& position, Error error, std::string_view bytes) {
        delivered_.poisoned.push_back({position, std::move(error), std::string{bytes}});
    }
    [[nodiscard]] DeliveredEvents take_all() { return std::move(delivered_); }

private:
    DeliveredEvents delivered_;
};

/// A text that must be there and say something.
[[nodiscard]] std::optional<std::string> said(const Node& node, std::string_view key) {
    const auto member = node.required(key);
    if (!member || !member->is_string()) return std::nullopt;
    if (member->value().text().empty()) {
        member->fail(ErrorCode::invalid_value, "must not be empty");
        return std::nullopt;
    }
    return member->string();
}

void read_record(const Node& node, Unwrapping& unwrapping) {
    if (!node.is_object()) return;
    if (node.value().contains("kinesis")) {
        const auto record = connect::kinesis_record(node);
        if (!record) return;
        const DeliveryPosition position{record->position};
        return connect::each_text_in_base64(
            record->data, [&](std::string_view text) { return unwrapping.read(text, position, Wrapping::none); },
            [&](Error error, std::string_view bytes) { unwrapping.poison(position, std::move(error), bytes); });
    }
    if (const auto notification = node.if_any("Sns")) {
        const auto id = said(*notification, "MessageId");
        const auto message = said(*notification, "Message");
        if (id && message) unwrapping.read(*message, MessageId{*id}, Wrapping::none);
        return;
    }
    if (node.value().contains("body")) {
        const auto id = said(node, "messageId");
        const auto body = node.required("body");
        if (id && body->is_string()) {
            unwrapping.read(body->value().text(), MessageId{*id}, Wrapping::notification);
        }
        return;
    }
    node.fail(ErrorCode::missing_key, "needs \"body\" of SQS, \"Sns\" of SNS or \"kinesis\" of Kinesis");
}

/// Empty where there is none.
[[nodiscard]] MessageId id_of(const Node& node, std::string_view key) {
    const auto id = node.if_any(key);
    return {id && id->value().is_string() ? std::string{id->value().text()} : std::string{}};
}

[[nodiscard]] DeliveredEvents read_invocation(const Node& node, std::string_view text) {
    Unwrapping unwrapping;
    const bool is_one = node.value().is_object() && !node.value().contains("Records");
    if (is_one && is_notification(node)) {
        unwrapping.read(text, id_of(node, "MessageId"), Wrapping::notification);
    } else if (is_one && node.value().contains("detail")) {
        unwrapping.read(text, id_of(node, "id"), Wrapping::none);
    } else {
        connect::each_record(node, [&](const Node& record) { read_record(record, unwrapping); });
    }
    return unwrapping.take_all();
}

}  // namespace

Expected<DeliveredEvents, Errors> delivered_events_from_json(std::string_view invocation) {
    std::string mended;
    const auto text = connect::without_half_pairs(invocation, mended);
    return formats::read_document(text, [&](const Node& node) { return read_invocation(node, text); });
}

}  // namespace denwaban
