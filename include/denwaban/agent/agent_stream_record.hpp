#pragma once

#include <optional>
#include <string>

#include <denwaban/agent/agent_configuration.hpp>
#include <denwaban/agent/agent_event.hpp>
#include <denwaban/core/strong.hpp>

namespace denwaban {

/// One record of the agent event stream ("Agent event streams data model"; versions 2017-10-01 and 2019-05-25).
struct AgentStreamRecord {
    AgentId agent;  ///< AgentARN
    std::string instance_arn;
    std::string version;
    AgentEvent event;
    std::optional<AgentConfiguration> configuration;
    std::optional<AgentSnapshot> previous;  ///< none at a login
    friend bool operator==(const AgentStreamRecord&, const AgentStreamRecord&) = default;
};

}  // namespace denwaban
