#pragma once

#include <optional>
#include <variant>
#include <vector>

#include <denwaban/agent/agent_timeline.hpp>

namespace denwaban {

/// What a centre allows its agents. None: no limit.
struct AgentLimits {
    std::optional<Duration> after_contact_work;
    std::optional<int> missed_in_a_row;  ///< this many are too many
    friend bool operator==(const AgentLimits&, const AgentLimits&) = default;
};

/// After-contact work has lasted too long: the caller may extend it, or clear the contact.
struct AfterContactWorkTooLong {
    Instant since;
    Duration by;
    friend bool operator==(const AfterContactWorkTooLong&, const AfterContactWorkTooLong&) = default;
};

/// Contacts go unanswered: the caller may set the agent to a status that gets none (離席).
struct MissedTooMany {
    int in_a_row;
    friend bool operator==(const MissedTooMany&, const MissedTooMany&) = default;
};

/// What a supervisor may want to be told.
using LimitExceeded = std::variant<AfterContactWorkTooLong, MissedTooMany>;

/// What of an agent is beyond the limits at `at`. Asking changes nothing: the caller asks when it likes, and acts.
[[nodiscard]] inline std::vector<LimitExceeded> exceeded(const AgentTimeline& timeline, const AgentLimits& limits,
                                                         Instant at) {
    std::vector<LimitExceeded> all;
    const auto* entry = timeline.latest();
    if (entry == nullptr) return all;
    if (limits.after_contact_work && timeline.state(at) == AgentState::after_contact_work &&
        at - entry->since > *limits.after_contact_work) {
        all.emplace_back(AfterContactWorkTooLong{entry->since, at - entry->since - *limits.after_contact_work});
    }
    if (limits.missed_in_a_row && entry->missed_in_a_row >= *limits.missed_in_a_row) {
        all.emplace_back(MissedTooMany{entry->missed_in_a_row});
    }
    return all;
}

/// When the limit on after-contact work will be reached, if it is going on: the time to ask again.
[[nodiscard]] inline std::optional<Instant> after_contact_work_ends(const AgentTimeline& timeline,
                                                                    const AgentLimits& limits) {
    const auto* entry = timeline.latest();
    if (entry == nullptr || !limits.after_contact_work || entry->state != AgentState::after_contact_work) {
        return std::nullopt;
    }
    return entry->since + *limits.after_contact_work;
}

}  // namespace denwaban
