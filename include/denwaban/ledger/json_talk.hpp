#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <denwaban/connect/heard_turn.hpp>
#include <denwaban/documents/conversation_json.hpp>

namespace denwaban {

/// A restaurant's conversations in JSON, for whoever asks a ledger in another language: as `TalkDesk`, without I/O.
///
/// Each step is a turn as `to_json` of a `ConversationStep` has it; or, where something is to be asked first,
/// `{conversation, ask}`, of which `ask` is an errand (`errand_from_json`), whose answer `given` takes.
class JsonTalk {
public:
    JsonTalk(std::shared_ptr<const OpenedRestaurant> restaurant, TalkPolicy policy)
        : restaurant_(std::move(restaurant)), policy_(std::move(policy)) {}

    /// A call is answered. Errors: those of `greeted_from_json`.
    [[nodiscard]] Expected<std::string, Errors> greet(std::string_view greeted, Instant now) const;
    /// Understands what is said. Errors: those of `conversation_from_json` and `utterance_from_json`.
    [[nodiscard]] Expected<std::string, Errors> hear(std::string_view conversation, std::string_view said,
                                                     Instant now) const;
    /// What the ledger answered, or `{"errors": [{code, message, where}]}`. Errors: those of any document;
    /// `not_allowed` where nothing was asked.
    [[nodiscard]] Expected<std::string, Errors> given(std::string_view conversation, std::string_view answer,
                                                      Instant now) const;

    /// What a code hook of Lex V2 is sent: as `hear`, or as `greet` where nobody has spoken yet; `{find}`, an errand,
    /// where the conversation is kept elsewhere, whose answer is `found` the next time. Errors: those of
    /// `lex_event_from_json` and of `conversation_from_json`; `unknown_reference` where it was not found.
    [[nodiscard]] Expected<std::string, Errors> hear_lex(std::string_view event, std::string_view found,
                                                         Instant now) const;
    /// What it answers, once nothing is left to ask: `{response}` of `lex_answer`, and `keep`, an errand that is to be
    /// run before, where it has to be kept elsewhere. Errors likewise.
    [[nodiscard]] Expected<std::string, Errors> answer_lex(std::string_view event, std::string_view conversation,
                                                           Instant now) const;
    /// The same for a contact flow without a bot: `contact_flow_event_from_json`.
    [[nodiscard]] Expected<std::string, Errors> hear_flow(std::string_view event, std::string_view found,
                                                          Instant now) const;
    /// The same of `flow_answer`. Errors likewise.
    [[nodiscard]] Expected<std::string, Errors> answer_flow(std::string_view conversation, Instant now) const;

private:
    [[nodiscard]] TalkSetting setting() const noexcept { return {*restaurant_, policy_}; }
    [[nodiscard]] Expected<std::string, Errors> heard(Expected<HeardTurn, Errors> turn, std::string_view found,
                                                      Instant now) const;
    [[nodiscard]] std::string written(const ConversationStep& step, const Now& now, std::string_view before) const;

    std::shared_ptr<const OpenedRestaurant> restaurant_;
    TalkPolicy policy_;
};

}  // namespace denwaban
