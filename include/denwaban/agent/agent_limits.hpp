#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

#include <denwaban/agent/agent_timeline.hpp>

namespace denwaban {

/// How long after-contact work may last on a channel (Amazon Connect's AfterContactWorkConfigPerChannel).
struct ChannelLimit {
    Channel channel = Channel::unknown;
    std::optional<Duration> after_contact_work;  ///< none: no limit
    friend bool operator==(const ChannelLimit&, const ChannelLimit&) = default;
};

/// What a centre allows its agents. None: no limit.
struct AgentLimits {
    std::optional<Duration> after_contact_work;
    std::optional<int> missed_in_a_row;  ///< this many are too many
    /// Each contact is then held to its own channel's, and to `after_contact_work` where its channel is not named; a
    /// chat has after-contact work while its agent is on a call.
    std::vector<ChannelLimit> by_channel{};
    friend bool operator==(const AgentLimits&, const AgentLimits&) = default;
};

/// After-contact work has lasted too long: the caller may extend it, or clear the contact.
struct AfterContactWorkTooLong {
    Instant since;
    Duration by;
    std::optional<ContactId> contact{};  ///< where channels have limits of their own
    friend bool operator==(const AfterContactWorkTooLong&, const AfterContactWorkTooLong&) = default;
};

/// Contacts go unanswered: the caller may set the agent to a status that gets none (離席).
struct MissedTooMany {
    int in_a_row;
    friend bool operator==(const MissedTooMany&, const MissedTooMany&) = default;
};

/// What a supervisor may want to be told.
using LimitExceeded = std::variant<AfterContactWorkTooLong, MissedTooMany>;

namespace detail {

[[nodiscard]] inline std::optional<Duration> after_contact_work_on(Channel channel, const AgentLimits& limits) {
    const auto own = std::ranges::find(limits.by_channel, channel, &ChannelLimit::channel);
    return own == limits.by_channel.end() ? limits.after_contact_work : own->after_contact_work;
}

/// Calls `tell(contact, since, limit)` for each contact whose after-contact work is limited.
template <class Tell>
void each_limited_work(const TimelineEntry& entry, const AgentLimits& limits, Tell&& tell) {
    for (std::size_t place = 0; place < entry.tracks.size(); ++place) {
        const auto& contact = entry.event.snapshot.contacts[place];
        const auto& track = entry.tracks[place];
        if (track.state != ContactState::after_contact_work) continue;
        if (const auto limit = after_contact_work_on(contact.channel, limits)) tell(contact.id, track.since, *limit);
    }
}

}  // namespace detail

/// What of an agent is beyond the limits at `at`. Asking changes nothing: the caller asks when it likes, and acts.
[[nodiscard]] inline std::vector<LimitExceeded> exceeded(const AgentTimeline& timeline, const AgentLimits& limits,
                                                         Instant at) {
    std::vector<LimitExceeded> all;
    const auto* entry = timeline.entry_at(at);
    if (entry == nullptr) return all;
    const auto state = timeline.state(at);
    if (!limits.by_channel.empty() && state != AgentState::unknown) {
        detail::each_limited_work(*entry, limits, [&](const ContactId& contact, Instant since, Duration limit) {
            if (at - since > limit) all.emplace_back(AfterContactWorkTooLong{since, at - since - limit, contact});
        });
    } else if (limits.after_contact_work && state == AgentState::after_contact_work &&
               at - entry->since > *limits.after_contact_work) {
        all.emplace_back(AfterContactWorkTooLong{entry->since, at - entry->since - *limits.after_contact_work});
    }
    if (limits.missed_in_a_row && entry->missed_in_a_row >= *limits.missed_in_a_row) {
        all.emplace_back(MissedTooMany{entry->missed_in_a_row});
    }
    return all;
}

/// When the first limit on after-contact work will be reached, if it is going on: the time to ask again.
[[nodiscard]] inline std::optional<Instant> after_contact_work_ends(const AgentTimeline& timeline,
                                                                    const AgentLimits& limits) {
    const auto* entry = timeline.latest();
    if (entry != nullptr && !limits.by_channel.empty()) {
        std::optional<Instant> first;
        detail::each_limited_work(*entry, limits, [&](const ContactId&, Instant since, Duration limit) {
            if (!first || since + limit < *first) first = since + limit;
        });
        return first;
    }
    if (entry == nullptr || !limits.after_contact_work || entry->state != AgentState::after_contact_work) {
        return std::nullopt;
    }
    return entry->since + *limits.after_contact_work;
}

}  // namespace denwaban
