#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <denwaban/core/detail/sha256.hpp>

#include "kept.hpp"

namespace denwaban::ledger {

/// Decides a page of a list whose `next` goes on in this list and in no other. `of` tells it from others, and
/// `decide_after(after)` decides a page by where the one before ended, as it stands in the ledger. Errors:
/// `invalid_value` at `/after`.
template <class Answer, class DecideAfter>
[[nodiscard]] Decide<Answer> page_of_list(std::string_view of, std::string after, DecideAfter&& decide_after) {
    const auto mark = denwaban::detail::sha256(of).substr(0, 8) + ":";
    if (!after.empty() && (!after.starts_with(mark) || after == mark))
        return [](const Readings&) -> Verdict<Answer> { return no_next(); };
    if (!after.empty()) after.erase(0, mark.size());
    return [mark, decide = Decide<Answer>{decide_after(std::move(after))}](const Readings& known) -> Verdict<Answer> {
        auto verdict = decide(known);
        auto* told = std::get_if<Told<Answer>>(&verdict);
        if (told != nullptr && told->answer.next) told->answer.next->insert(0, mark);
        return verdict;
    };
}

}  // namespace denwaban::ledger
