#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/ledger/message.hpp>

#include "answers.hpp"
#include "kept.hpp"
#include "lists.hpp"

namespace denwaban::ledger {

[[nodiscard]] Put put(const Message& message);
/// What of messages no outbox holds: names, addresses and channels are labels of one line. Places as `/messages/0/to`.
[[nodiscard]] Errors wrong_with(const std::vector<Message>& messages);
/// Everything of a partition whose time has come: by `partition`, sorted by when it is due.
[[nodiscard]] Query due_query(std::string_view partition, const DueQuestion& question);

/// What the page after this one comes after.
[[nodiscard]] std::optional<std::string> next_of(const Page& page);

/// Answers a page of what is due, each document in `items`. Errors: `invalid_value` at `/after`.
template <class Answer, class Item>
[[nodiscard]] Errand<Answer> find_page(Query query, std::vector<Item> Answer::*items) {
    const auto of = "due " + query.partition;
    auto after = query.after ? std::exchange(query.after, std::nullopt)->after : std::string{};
    return {page_of_list<Answer>(of, std::move(after), [&](std::string bare) -> Decide<Answer> {
        if (!bare.empty()) query.after = Cursor{std::move(bare)};
        return [query, items](const Readings& known) -> Verdict<Answer> {
            const auto* page = known.find(query);
            if (page == nullptr) return ReadFirst{query};
            Answer answer;
            answer.next = next_of(*page);
            for (const auto& document : page->documents) {
                auto item = kept_as<Item>(document);
                if (!item) return failed(std::move(item));
                (answer.*items).push_back(*std::move(item));
            }
            return Told{std::move(answer)};
        };
    })};
}

}  // namespace denwaban::ledger
