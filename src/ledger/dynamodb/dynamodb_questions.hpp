#pragma once

#include <memory>
#include <string>

#include "dynamodb_conversation.hpp"

namespace denwaban::dynamodb {

/// Precondition of each: what is asked is right (`check`).
[[nodiscard]] std::unique_ptr<Conversation> reading(std::string table, ReadTask task, std::uint64_t seed);
[[nodiscard]] std::unique_ptr<Conversation> querying(std::string table, Query query, std::uint64_t seed);
[[nodiscard]] std::unique_ptr<Conversation> committing(std::string table, Commit commit);

}  // namespace denwaban::dynamodb
