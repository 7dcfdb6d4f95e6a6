#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <denwaban/agent/agent_stream_record.hpp>
#include <denwaban/agent/contact_history.hpp>
#include <denwaban/connect/kinesis.hpp>
#include <denwaban/connect/reading.hpp>
#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/records/contact_record.hpp>

namespace denwaban {

/// By which an SQS queue, an SNS topic or EventBridge tells what it delivers apart.
struct MessageId {
    std::string text;
    friend bool operator==(const MessageId&, const MessageId&) = default;
};
/// What brought an event.
using DeliveryPosition = std::variant<KinesisPosition, MessageId>;

/// An event of Amazon Connect's, of whatever kind.
using ConnectEvent = std::variant<AgentStreamRecord, ContactReport, ContactRecord>;

/// An event, and what brought it.
struct DeliveredEvent {
    DeliveryPosition position;
    std::string document;  ///< the event's own JSON, out of all that it was wrapped in
    ConnectReading<ConnectEvent> reading;
    friend bool operator==(const DeliveredEvent&, const DeliveredEvent&) = default;
};
/// What no reader will ever read: for a queue of dead letters.
struct PoisonedDelivery {
    DeliveryPosition position;
    Error error;        ///< the first, with its place in the bytes
    std::string bytes;  ///< the event, or what it was wrapped in where that can't be read
    friend bool operator==(const PoisonedDelivery&, const PoisonedDelivery&) = default;
};
/// What a Lambda was invoked with, in its order.
struct DeliveredEvents {
    std::vector<DeliveredEvent> events;
    std::vector<PoisonedDelivery> poisoned;
    friend bool operator==(const DeliveredEvents&, const DeliveredEvents&) = default;
};

/// Reads what brings Amazon Connect's agent events, contact events and contact records: a batch of an SQS queue, of an
/// SNS topic or of a Kinesis stream, an event of EventBridge's by itself, or a notification that SNS posts. In a queue
/// may be what a topic sent, in its notification or raw, and what EventBridge sent, in its envelope or without.
///
/// Errors: what is no JSON or none of these, each at its place; an event that can't be read is no error but poisoned,
/// and so is what a topic sends to have a subscription confirmed. Cost: linear; what gzip unfolds into more than 64 MiB
/// is poisoned.
[[nodiscard]] Expected<DeliveredEvents, Errors> delivered_events_from_json(std::string_view invocation);

/// `{"events": [{"shard", "sequence" or "message_id", "kind": "agent_event", "contact_event" or "contact_record",
/// "document", "event", "unknown"}], "poisoned": [{"shard", "sequence" or "message_id", "code", "message", "where",
/// "bytes"}]}`, the bytes in base64.
[[nodiscard]] std::string to_json(const DeliveredEvents& delivered);

/// The answer of a Lambda that could not deal with these: of each shard the first, as `batch_item_failures` says; of a
/// queue each message once. Of a FIFO queue name all behind the first that failed as well, or they overtake it.
[[nodiscard]] std::string partial_batch_response(std::span<const DeliveryPosition> failed);

}  // namespace denwaban
