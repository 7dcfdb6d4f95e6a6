#pragma once

#include <string_view>

#include <denwaban/ledger/document.hpp>
#include <denwaban/ledger/talk_errands.hpp>

namespace denwaban::ledger {

/// A conversation after some turns. Each has its own, so that a turn that is delivered twice goes on from where it did.
[[nodiscard]] Key key_of_conversation(const ConversationId& id, int turns);
/// The same, by what leads there.
[[nodiscard]] Key key_of_conversation(std::string_view way);
/// What leads from a number to the conversations of who has it, for whoever is to be forgotten.
[[nodiscard]] Query conversations_query(const PhoneNumber& phone);

}  // namespace denwaban::ledger
