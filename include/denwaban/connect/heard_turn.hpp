#pragma once

#include <optional>
#include <string>

#include <denwaban/documents/conversation_json.hpp>

namespace denwaban {

/// What somebody says through Amazon Connect, and in which conversation.
struct HeardTurn {
    std::string before{};             ///< the conversation as JSON; empty where it begins
    Greeted greeted{};                ///< who is greeted, where it begins
    std::optional<Utterance> said{};  ///< none where nobody has spoken yet
};

}  // namespace denwaban
