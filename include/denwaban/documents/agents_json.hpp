#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <denwaban/agent/adherence.hpp>
#include <denwaban/agent/agent_stream_record.hpp>
#include <denwaban/agent/agent_timeline.hpp>
#include <denwaban/agent/contact_history.hpp>
#include <denwaban/agent/notices.hpp>
#include <denwaban/core/expected.hpp>

namespace denwaban {

/// What was read of Amazon Connect's documents, as JSON in our own words: times in ISO 8601, null for what is not told.
[[nodiscard]] std::string to_json(const AgentSnapshot& snapshot);
[[nodiscard]] std::string to_json(const AgentStreamRecord& record);
[[nodiscard]] std::string to_json(const ContactReport& report);

/// What an event makes known.
[[nodiscard]] std::string to_json(const Notice& notice);

/// What is known of an agent since an event, with who was the first to leave of each contact.
[[nodiscard]] std::string to_json(const TimelineEntry& entry);

/// `{stays, occupancy, adherence: {scheduled, adherent, unknown, share}}`, spans in milliseconds; the shift is a list
/// of
/// `{from, until, activity?}`. With `since` all of them from then on: of a date, where that is its midnight.
/// Errors: those of reading the shift, at their places. Cost: linear in the window.
[[nodiscard]] Expected<std::string, Errors> agent_day_json(const AgentTimeline& timeline, Instant until,
                                                           std::string_view shift, std::optional<Instant> since = {});

}  // namespace denwaban
