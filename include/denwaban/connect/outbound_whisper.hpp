#pragma once

#include <string_view>

#include <denwaban/call/outbound_caller.hpp>
#include <denwaban/connect/contact_flow.hpp>
#include <denwaban/restaurant/directory.hpp>

namespace denwaban {

/// Answers an event of an outbound whisper flow with the number for its "Call phone number" block. The callee is the
/// event's CustomerEndpoint; any initiation method will do, because queued callbacks run the flow, too. From the
/// parameters, else from the contact's attributes, come `restaurantId`, `agentChoice` and `lastCalled` (the number of
/// ours that the customer called last); what is empty was never set.
///
/// `callerId` is a claimed number in E.164, or empty. `result` says which, and a flow should branch on it first:
/// - `chosen`: `callerId` is what the policy orders;
/// - `fallback`: so it is, but for the `problem`;
/// - `no_caller`: `callerId` is empty. A block without a caller id shows the queue's number.
///
/// `problem` is empty, or `malformed_event` (`error` and `errorWhere` say what was wrong, and where),
/// `choice_refused` or `unknown_restaurant`. `reason` is the source of the number (as `CallerSource`; empty without a
/// number), `label` the claimed number's, `queue` the first queue that shows it, `restaurantId` and `callee` what was
/// understood. `passedOver` tells of each number before it, "choice not_claimed +81312345679; last_called none", of
/// the first twenty. All keys but `error` and `errorWhere` are in all answers, together under 32 KB if the policy and
/// the directory are such as can be read.
[[nodiscard]] FlowAttributes outbound_whisper(std::string_view event, const OutboundCallerPolicy& policy,
                                              const Directory& directory);
[[nodiscard]] FlowAttributes outbound_whisper(const ContactFlowEvent& event, const OutboundCallerPolicy& policy,
                                              const Directory& directory);

}  // namespace denwaban
