#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

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

private:
    [[nodiscard]] TalkSetting setting() const noexcept { return {*restaurant_, policy_}; }
    [[nodiscard]] std::string written(const ConversationStep& step, const Now& now, std::string_view before) const;

    std::shared_ptr<const OpenedRestaurant> restaurant_;
    TalkPolicy policy_;
};

}  // namespace denwaban
