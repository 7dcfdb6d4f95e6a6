#pragma once

#include <array>
#include <initializer_list>
#include <span>
#include <string_view>

#include <denwaban/connect/agent_event_stream.hpp>

#include "open_object.hpp"

namespace denwaban::connect {

[[nodiscard]] AgentStreamRecord read_agent_stream_record(const Node& node, UnknownPlaces& unknown);

/// What else of Amazon Connect's is handed over, and what to do with it.
struct Mistaken {
    std::string_view key;
    std::string_view advice;
};
inline constexpr std::array mistaken_batches{
    Mistaken{"Records",
             "is a batch of Kinesis, SQS or SNS: each record's data, body or message is an event, that of "
             "Kinesis once it is decoded from base64"},
    Mistaken{"kinesis", "is a record of Kinesis: kinesis.data is the event, once it is decoded from base64"},
    Mistaken{"body", "is a message of SQS: its body is the event"},
    Mistaken{"Sns", "is a record of SNS: Sns.Message is the event"},
    Mistaken{"Message", "is a message of SNS: its Message is the event"},
    Mistaken{"data", "holds bytes, not what they say: decode them as UTF-8 first"},
};
/// Refuses what has one of the keys, or is a list, as no `wanted`, with the advice.
[[nodiscard]] bool is_refused_with_advice(const Node& node, std::string_view wanted,
                                          std::initializer_list<std::span<const Mistaken>> tables);

/// A snapshot of streams, or the update that holds one.
[[nodiscard]] AgentSnapshot read_streams_update(const Node& node, UnknownPlaces& unknown);

}  // namespace denwaban::connect
