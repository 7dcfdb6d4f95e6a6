#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <denwaban/documents/conversation_json.hpp>

namespace denwaban {

/// What becomes of a conversation that the attributes of a contact or a session have no room for.
enum class TooLong : std::uint8_t { shortened, kept_elsewhere };

/// Where a conversation is between two turns.
enum class WhereKept : std::uint8_t {
    here,       ///< among the attributes; shortened, without its oldest lines
    elsewhere,  ///< in a ledger: `keep_conversation`, and `find_conversation` by id and turns before the next one
};

/// What somebody says through Amazon Connect, and in which conversation.
struct HeardTurn {
    std::string before{};  ///< the conversation as JSON; empty where it begins, or is kept elsewhere
    WhereKept kept = WhereKept::here;
    int turns = 0;                    ///< of what is kept elsewhere
    Greeted greeted{};                ///< who is greeted, where it begins
    std::optional<Utterance> said{};  ///< none where nobody has spoken yet
};

}  // namespace denwaban
