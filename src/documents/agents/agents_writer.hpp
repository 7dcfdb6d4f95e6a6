#pragma once

#include <optional>

#include <denwaban/agent/agent_timeline.hpp>
#include <denwaban/agent/contact_times.hpp>

#include "documents/json_document.hpp"

namespace denwaban::formats {

/// Null where there is none.
[[nodiscard]] Json written(std::optional<Instant> at);
[[nodiscard]] Json written(const std::optional<Queue>& queue);
[[nodiscard]] Json written(const std::optional<NextStatus>& next);
[[nodiscard]] Json written(const AgentStatus& status);
[[nodiscard]] Json written(const ContactTimes& times);
[[nodiscard]] Json written(const ContactSnapshot& contact);
[[nodiscard]] Json written(const std::vector<ContactSnapshot>& contacts);
[[nodiscard]] Json written(const TimelineEntry& entry);

}  // namespace denwaban::formats
