#pragma once

#include <string_view>
#include <utility>

#include "doors.hpp"
#include "ledger/port/ledger_words.hpp"

/// What errands are asked by that their shapes leave as JSON.
namespace denwaban::ledger {

/// What a reader of whole documents makes of a part, with its errors at their places here.
template <class Read>
[[nodiscard]] auto read_part(const Node& node, Read&& read)
    -> std::optional<typename decltype(read(std::string_view{}))::value_type> {
    auto value = read(std::string_view{formats::write_document(node.value())});
    if (value) return *std::move(value);
    for (auto& error : value.error()) {
        node.fail_at(std::move(error));
    }
    return std::nullopt;
}
/// Nothing is made of what is wrong anywhere.
[[nodiscard]] inline bool is_right(const Node& node) { return node.errors().empty(); }

[[nodiscard]] GivenErrand read_decide(const Node& node);
[[nodiscard]] GivenErrand read_move_booking(const Node& node);
[[nodiscard]] GivenErrand read_edit_day_book(const Node& node);
[[nodiscard]] GivenErrand read_change_call(const Node& node);
[[nodiscard]] GivenErrand read_follow_agent(const Node& node);

}  // namespace denwaban::ledger
