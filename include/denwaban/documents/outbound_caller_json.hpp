#pragma once

#include <string>
#include <string_view>

#include <denwaban/call/outbound_caller.hpp>
#include <denwaban/core/expected.hpp>

namespace denwaban {

/// Reads an `OutboundCallerPolicy` from its JSON form (docs/schema/outbound_caller.schema.json). Errors: every one in
/// the document (of more than a thousand, the first) with its JSON pointer, or a byte range where it is no JSON at all;
/// `unknown_reference` where a chain's or the centre's number is none of those claimed. Cost: O(text).
[[nodiscard]] Expected<OutboundCallerPolicy, Errors> outbound_caller_policy_from_json(std::string_view text);

/// The JSON form of `policy`; reading it back gives an equal policy, if it is such as can be read.
[[nodiscard]] std::string to_json(const OutboundCallerPolicy& policy);

}  // namespace denwaban
