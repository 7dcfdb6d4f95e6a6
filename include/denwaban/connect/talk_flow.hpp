#pragma once

#include <string>
#include <string_view>

#include <denwaban/connect/contact_flow.hpp>
#include <denwaban/connect/heard_turn.hpp>
#include <denwaban/talk/conversation.hpp>

namespace denwaban {

/// What is said in a contact flow without a bot: the parameter `input` is what "Store customer input" took, keys on the
/// telephone and words in a chat; the contact's attribute `denwaban` is the conversation before. Without an input it is
/// greeted, or was silent. Errors: `invalid_value` where what was kept can't be unpacked.
[[nodiscard]] Expected<HeardTurn, Errors> heard_turn(const ContactFlowEvent& event);

/// What a flow is told, and where the conversation has to be kept until the next turn.
struct FlowAnswer {
    FlowAttributes attributes;
    WhereKept where = WhereKept::here;
};

/// What the flow is told after the conversation's last reply: `say` and `ssml`; `next`, which is `listen`, `end` or
/// `queue`; `handOver`, the reason, and `notes` for the agent, empty where nobody takes over; and `denwaban`, the
/// conversation, for the flow to keep as an attribute of the contact. `before` and `too_long` are as for
/// `lex_answer`.
[[nodiscard]] FlowAnswer flow_answer(const Conversation& conversation, std::string_view before, const Now& now,
                                     TooLong too_long);
/// The same of one that is shortened.
[[nodiscard]] FlowAttributes talk_flow(const Conversation& conversation, std::string_view before, const Now& now);

/// Attributes as a Lambda gives them back.
[[nodiscard]] std::string to_json(const FlowAttributes& attributes);

}  // namespace denwaban
