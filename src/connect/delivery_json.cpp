#include <set>
#include <utility>

#include <denwaban/connect/delivery.hpp>

#include "documents/agents/agent_shapes.hpp"
#include "documents/records/record_shapes.hpp"
#include "lambda_records.hpp"

namespace denwaban {

namespace {

using formats::Json;

struct ToldPosition {
    [[nodiscard]] Json operator()(const KinesisPosition& position) const { return connect::written(position); }
    [[nodiscard]] Json operator()(const MessageId& message) const { return {{"message_id", message.text}}; }
};

struct EventKind {
    [[nodiscard]] std::string_view operator()(const AgentStreamRecord&) const noexcept { return "agent_event"; }
    [[nodiscard]] std::string_view operator()(const ContactReport&) const noexcept { return "contact_event"; }
    [[nodiscard]] std::string_view operator()(const ContactRecord&) const noexcept { return "contact_record"; }
};

}  // namespace

std::string to_json(const DeliveredEvents& delivered) {
    auto events = Json::array(), poisoned = Json::array();
    for (const auto& [position, document, reading] : delivered.events) {
        auto one = std::visit(ToldPosition{}, position);
        one["kind"] = std::visit(EventKind{}, reading.value);
        one["document"] = document;
        one["event"] = std::visit([](const auto& event) { return shapes::written_as(event); }, reading.value);
        one["unknown"] = connect::written(reading.unknown);
        events.push_back(std::move(one));
    }
    for (const auto& [position, error, bytes] : delivered.poisoned) {
        auto one = std::visit(ToldPosition{}, position);
        connect::tell_poison(error, bytes, one);
        poisoned.push_back(std::move(one));
    }
    return formats::write_document({{"events", std::move(events)}, {"poisoned", std::move(poisoned)}});
}

std::string partial_batch_response(std::span<const DeliveryPosition> failed) {
    std::vector<KinesisPosition> positions;
    std::set<std::string_view> told;
    auto items = Json::array();
    for (const auto& position : failed) {
        if (const auto* message = std::get_if<MessageId>(&position)) {
            if (told.insert(message->text).second) items.push_back({{"itemIdentifier", message->text}});
        } else {
            positions.push_back(std::get<KinesisPosition>(position));
        }
    }
    connect::add_first_failures(positions, items);
    return formats::write_document({{"batchItemFailures", std::move(items)}});
}

}  // namespace denwaban
