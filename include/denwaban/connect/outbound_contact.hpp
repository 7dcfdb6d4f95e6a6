#pragma once

#include <map>
#include <optional>
#include <string>

#include <denwaban/core/expected.hpp>

namespace denwaban {

/// A call that Amazon Connect places and gives to a flow (`StartOutboundVoiceContact`). No agent is bound to it: the
/// flow has to put it in a queue. Numbers are in any form that `PhoneNumber` reads.
struct OutboundVoiceContact {
    std::string instance_id;
    std::string contact_flow_id;
    std::string destination;
    /// Exactly one of these two: Amazon Connect shows a queue's own number, whatever the source.
    std::optional<std::string> source;
    std::optional<std::string> queue;  ///< its id or ARN
    /// The same token again within 7 days starts no second call. AWS SDKs make one up where it is left out.
    std::optional<std::string> client_token;
    std::optional<std::string> related_contact_id;  ///< whose attributes are copied
    std::optional<std::string> name;                ///< for the agent's control panel
    std::optional<std::string> description;
    std::optional<int> ring_timeout_seconds;
    std::map<std::string, std::string> attributes;
    std::optional<std::string> traffic_type;  ///< GENERAL or CAMPAIGN
    friend bool operator==(const OutboundVoiceContact&, const OutboundVoiceContact&) = default;
};

/// The request's body as JSON. Errors: every one, at its place in the request (`/SourcePhoneNumber`): `missing_key`,
/// `not_a_phone_number`, `invalid_value` (an ARN where an id is wanted, an attribute's key with anything but letters,
/// digits, hyphens and underscores), `too_large` (attributes together 32,768 bytes, names 1,024 characters, and so
/// on), `out_of_range` (15 to 60 seconds of ringing), `not_allowed` (a source and a queue). The limits are those of
/// AWS's service model of 2017-08-08. Cost: linear.
[[nodiscard]] Expected<std::string, Errors> start_outbound_voice_contact(const OutboundVoiceContact& contact);

/// A call that an agent makes through amazon-connect-streams (`agent.connect(endpoint, {queueARN, relatedContactId})`).
struct AgentConnect {
    std::string callee;                             ///< in any form that `PhoneNumber` reads
    std::string queue;                              ///< the ARN of the queue that shows the wanted number
    std::optional<std::string> related_contact_id;  ///< whose attributes are copied, for the outbound whisper flow
    friend bool operator==(const AgentConnect&, const AgentConnect&) = default;
};

/// `{"endpoint": {"type": "phone_number", "phoneNumber": …}, "queueARN": …}` as JSON. Without a queue the agent's
/// default outbound queue would show its number, so there must be one. Errors as above, at their places in the JSON.
[[nodiscard]] Expected<std::string, Errors> agent_connect(const AgentConnect& call);

}  // namespace denwaban
