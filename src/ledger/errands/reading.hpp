#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/ledger/errand.hpp>
#include <denwaban/ledger/message.hpp>

#include "ledger/port/ledger_words.hpp"

/// What errands are asked by, as JSON. A reader that finds something wrong tells it and makes no errand.
namespace denwaban::ledger {

using GivenErrand = std::optional<JsonErrand>;
using ErrandForm = formats::Form<GivenErrand>;

[[nodiscard]] inline Date read_date(const Node& node) { return node.date(); }
template <class Tag>
[[nodiscard]] Id<Tag> require_id(const Fields& fields, std::string_view key) {
    return fields.require(key, formats::read_id<Tag>);
}

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
template <class Read>
[[nodiscard]] auto require_part(const Fields& fields, std::string_view key, Read&& read)
    -> decltype(read_part(std::declval<Node>(), read)) {
    const auto part = fields.required(key);
    return part ? read_part(*part, read) : std::nullopt;
}

/// Nothing is made of what is wrong anywhere.
[[nodiscard]] inline bool is_right(const Node& node) { return node.errors().empty(); }

[[nodiscard]] std::chrono::seconds read_keep(const Node& node);
/// `key`, `now` and `keep` of who asks for something to be kept; only `now` must be there.
[[nodiscard]] ErrandRequest read_request(const Fields& fields);
[[nodiscard]] std::vector<Message> read_messages(const Node& node);
/// `until`, `limit` and `after`.
[[nodiscard]] DueQuestion read_due(const Node& node);
[[nodiscard]] std::size_t read_limit(const Node& node, int most);

[[nodiscard]] GivenErrand read_decide(const Node& node);
[[nodiscard]] GivenErrand read_edit_day_book(const Node& node);
[[nodiscard]] GivenErrand read_availability(const Node& node);
[[nodiscard]] GivenErrand read_propose(const Node& node);
[[nodiscard]] GivenErrand read_find_day_book(const Node& node);
[[nodiscard]] GivenErrand read_find_booking(const Node& node);

[[nodiscard]] GivenErrand read_open_call(const Node& node);
[[nodiscard]] GivenErrand read_change_call(const Node& node);
[[nodiscard]] GivenErrand read_find_call(const Node& node);
[[nodiscard]] GivenErrand read_find_calls(const Node& node);
[[nodiscard]] GivenErrand read_find_follow_ups(const Node& node);
[[nodiscard]] GivenErrand read_finish_follow_up(const Node& node);

[[nodiscard]] GivenErrand read_put_restaurant(const Node& node);
[[nodiscard]] GivenErrand read_find_restaurant(const Node& node);
[[nodiscard]] GivenErrand read_put_book_template(const Node& node);
[[nodiscard]] GivenErrand read_find_book_template(const Node& node);
[[nodiscard]] GivenErrand read_put_customer(const Node& node);
[[nodiscard]] GivenErrand read_merge_customers(const Node& node);
[[nodiscard]] GivenErrand read_find_customer(const Node& node);
[[nodiscard]] GivenErrand read_find_customers(const Node& node);
[[nodiscard]] GivenErrand read_find_messages(const Node& node);
[[nodiscard]] GivenErrand read_drop_messages(const Node& node);
[[nodiscard]] GivenErrand read_follow_agent(const Node& node);
[[nodiscard]] GivenErrand read_find_agent(const Node& node);

}  // namespace denwaban::ledger
