#pragma once

#include <string>
#include <string_view>

#include <denwaban/agent/agent_timeline.hpp>
#include <denwaban/core/expected.hpp>

namespace denwaban {

/// A timeline as JSON, to be kept between two batches of events: what is read back goes on as if nothing had been.
[[nodiscard]] std::string to_json(const AgentTimeline& timeline);

/// Errors: each with a JSON pointer, or a byte range where it is no JSON at all; entries that are out of order.
[[nodiscard]] Expected<AgentTimeline, Errors> agent_timeline_from_json(std::string_view text);
/// The same of what a ledger keeps: keys that are not known are passed over. Error: `newer_version`.
[[nodiscard]] Expected<AgentTimeline, Errors> kept_agent_timeline_from_json(std::string_view text);

}  // namespace denwaban
