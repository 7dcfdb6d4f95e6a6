#pragma once

#include <string_view>
#include <vector>

#include <denwaban/ledger/message.hpp>

#include "kept.hpp"

namespace denwaban::ledger {

[[nodiscard]] Put put(const Message& message);
[[nodiscard]] Json written(const Message& message);
[[nodiscard]] Json written(const std::vector<Message>& messages);
[[nodiscard]] Message read_message(const Node& node);

/// Everything of a partition whose time has come: by `partition`, sorted by when it is due.
[[nodiscard]] Query due_query(std::string_view partition, const DueQuestion& question);

/// A page of documents as JSON: `{name: [what each holds], "next": …}`.
[[nodiscard]] std::string page_answer(std::string_view name, const Page& page);

/// Answers a page of what a query gives, under that name.
[[nodiscard]] Errand find_page(std::string_view name, Query query);

}  // namespace denwaban::ledger
