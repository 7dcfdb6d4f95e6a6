#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include <denwaban/ledger/errand.hpp>
#include <denwaban/talk/conversation.hpp>

namespace denwaban {

/// That a conversation is kept, and until when.
struct ConversationKept {
    ConversationId id;
    int turns = 0;  ///< of the caller, so far
    Instant expires{};
    friend bool operator==(const ConversationKept&, const ConversationKept&) = default;
};

/// A conversation as its JSON: what one of a newer version has beside is not lost.
struct KeptTalk {
    std::string json;
    friend bool operator==(const KeptTalk&, const KeptTalk&) = default;
};
/// As it is.
template <>
struct AnswerFormat<KeptTalk> {
    /// Its JSON.
    [[nodiscard]] static std::string written(const KeptTalk& answer) { return answer.json; }
};

/// Keeps a conversation between two turns for so long, beside what was kept of it after other turns, so that a turn
/// that is delivered twice goes on from where it did the first time. Errors: those of `conversation_from_json`. Cost: a
/// commit.
[[nodiscard]] Errand<ConversationKept> keep_conversation(KeptTalk conversation, Instant now,
                                                         std::chrono::seconds keep = std::chrono::hours{1});

/// A conversation as it was kept after so many turns of the caller, or last; none where it never was, or is gone. Cost:
/// a reading.
[[nodiscard]] Errand<std::optional<KeptTalk>> find_conversation(ConversationId id,
                                                                std::optional<int> turns = std::nullopt);

}  // namespace denwaban
