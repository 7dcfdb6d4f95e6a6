#pragma once

#include <denwaban/connect/agent_event_stream.hpp>

#include "open_object.hpp"

namespace denwaban::connect {

[[nodiscard]] AgentStreamRecord read_agent_stream_record(const Node& node, UnknownPlaces& unknown);

/// A snapshot of streams, or the update that holds one.
[[nodiscard]] AgentSnapshot read_streams_update(const Node& node, UnknownPlaces& unknown);

}  // namespace denwaban::connect
