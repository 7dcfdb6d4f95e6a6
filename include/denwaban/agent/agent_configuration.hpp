#pragma once

#include <optional>
#include <string>
#include <vector>

#include <denwaban/agent/contact.hpp>

namespace denwaban {

/// How many contacts of a channel an agent may have at once.
struct ChannelSlots {
    Channel channel = Channel::unknown;
    int maximum = 0;
    std::optional<int> available;  ///< now; none where the source does not say
    friend bool operator==(const ChannelSlots&, const ChannelSlots&) = default;
};

/// Which queues an agent takes contacts from, and how many at once on each channel.
struct RoutingProfile {
    std::string arn;
    std::string name;
    std::vector<Queue> queues;
    std::optional<Queue> default_outbound_queue;
    std::vector<ChannelSlots> slots;
    friend bool operator==(const RoutingProfile&, const RoutingProfile&) = default;
};

/// Who an agent is, and what they may do.
struct AgentConfiguration {
    std::string username;
    std::string first_name;
    std::string last_name;
    RoutingProfile routing_profile;
    std::vector<std::string> hierarchy;  ///< the names of the agent's groups, the widest first
    friend bool operator==(const AgentConfiguration&, const AgentConfiguration&) = default;
};

}  // namespace denwaban
