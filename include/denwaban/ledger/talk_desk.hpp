#pragma once

#include <optional>

#include <denwaban/ledger/run.hpp>
#include <denwaban/ledger/talk_errands.hpp>
#include <denwaban/talk/conversation.hpp>

namespace denwaban {

/// Holds a restaurant's conversations upon a ledger that keeps its books: what a conversation wants to know is asked
/// there, what it decides is done there under its own request keys, so that a turn that comes twice books once. What
/// the ledger can't tell is told to the conversation, which hands over to a human. Blocks.
class TalkDesk {
public:
    TalkDesk(Ledger& ledger, TalkSetting setting, const RunOptions& options = {}) noexcept
        : ledger_(&ledger), setting_(setting), options_(options) {}

    /// Understands what is said, and answers it: `next` is what to say. Whatever `said` has of a meaning is replaced.
    [[nodiscard]] ConversationStep hear(const Conversation& conversation, Utterance said, Instant now);

    /// Keeps a conversation between two turns, for an hour, for whoever has no place for it. Errors: the ledger's.
    [[nodiscard]] Expected<ConversationKept, Errors> keep(const Conversation& conversation, Instant now);
    /// As it was kept last; none where it never was, or is gone. Errors: those of `conversation_from_json`, the
    /// ledger's.
    [[nodiscard]] Expected<std::optional<Conversation>, Errors> kept(ConversationId id);

private:
    [[nodiscard]] WorldAnswer ask(const WorldQuestion& question, const Now& now);

    Ledger* ledger_;
    TalkSetting setting_;
    RunOptions options_;
};

}  // namespace denwaban
