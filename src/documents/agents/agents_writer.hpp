#pragma once

#include <denwaban/agent/agent_timeline.hpp>

#include "documents/engine/json.hpp"

namespace denwaban::formats {

/// What is known of an agent, and of each contact with it.
[[nodiscard]] Json written(const TimelineEntry& entry);

}  // namespace denwaban::formats
