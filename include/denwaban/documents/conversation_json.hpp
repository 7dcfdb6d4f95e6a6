#pragma once

#include <string>
#include <string_view>

#include <denwaban/core/expected.hpp>
#include <denwaban/talk/conversation.hpp>

namespace denwaban {

/// A conversation as it is kept between two turns: all of it, with the format it is in. Reading it back gives an equal
/// one. What `before` has that is not known here, because a newer version wrote it, is written again.
[[nodiscard]] std::string to_json(const Conversation& conversation, std::string_view before = {});
/// Reads what was kept; what is not known here is passed over. Errors: every one in the document with its JSON pointer,
/// or a byte range where it is no JSON at all; `newer_version` of a later format or word. Cost: O(text).
[[nodiscard]] Expected<Conversation, Errors> conversation_from_json(std::string_view text);

/// What to say, as text and as SSML, and what to listen for; null where the conversation is over.
[[nodiscard]] std::string to_json(const Reply& reply);
/// What the agent sees who takes a conversation over, and the same as notes.
[[nodiscard]] std::string to_json(const ScreenPop& pop);

/// A turn: the conversation after it, the reply, and what is handed over, where it is. Precondition: the step has a
/// reply.
[[nodiscard]] std::string to_json(const ConversationStep& step, const Now& now, std::string_view before = {});

/// Who calls, for `greet`.
struct Greeted {
    ConversationId id{};
    Caller caller = Withheld{WithheldReason::not_given};
    Language language = Language::japanese;
    std::optional<VoiceStream> stream{};
};
/// Reads `{id, caller, language, stream}`. Errors as of any document of ours.
[[nodiscard]] Expected<Greeted, Errors> greeted_from_json(std::string_view text);
/// Reads `{id, text, keys}`; its meaning is for whoever understands it. Errors likewise.
[[nodiscard]] Expected<Utterance, Errors> utterance_from_json(std::string_view text);
/// Reads a policy; what is not said is as by default. When humans can take over stands beside it. Errors likewise.
[[nodiscard]] Expected<TalkPolicy, Errors> talk_policy_from_json(std::string_view text);
/// Reading it back gives an equal policy, but for `humans`.
[[nodiscard]] std::string to_json(const TalkPolicy& policy);

}  // namespace denwaban
