#include <denwaban/connect/agent_event_stream.hpp>
#include <denwaban/documents/customers_json.hpp>
#include <denwaban/documents/restaurant_json.hpp>
#include <denwaban/ledger/agent_errands.hpp>
#include <denwaban/ledger/customer_errands.hpp>

#include "book_template.hpp"
#include "messages.hpp"
#include "reading.hpp"

namespace denwaban::ledger {

namespace {

/// One of two keys, and no other.
[[nodiscard]] bool has_one_of(const Node& node, std::string_view first, std::string_view second) {
    const auto has = [&](std::string_view key) { return node.value().is_object() && node.value().contains(key); };
    if (has(first) != has(second)) return true;
    node.fail(ErrorCode::invalid_value, "must have exactly one of " + std::string{first} + ", " + std::string{second});
    return false;
}

[[nodiscard]] std::optional<PhoneNumber> require_number(const Fields& fields, std::string_view key) {
    return fields.require(key, [](const Node& part) { return part.phone_number(); });
}

/// The event of one record of the agent event stream, which must be the agent's.
[[nodiscard]] std::optional<AgentEvent> read_event(const Node& node, const AgentId& agent) {
    auto record = read_part(node, agent_stream_record_from_json);
    if (!record) return std::nullopt;
    if (record->value.agent != agent) {
        node.fail(ErrorCode::invalid_value, "is another agent's: " + record->value.agent.text);
        return std::nullopt;
    }
    return std::move(record->value.event);
}

}  // namespace

GivenErrand read_put_restaurant(const Node& node) {
    const Fields fields{node, {"restaurant", "key", "now", "keep"}};
    auto restaurant = require_part(fields, "restaurant", restaurant_from_json);
    auto request = read_request(fields);
    if (!is_right(node)) return std::nullopt;
    return put_restaurant(*std::move(restaurant), std::move(request));
}

GivenErrand read_find_restaurant(const Node& node) {
    const Fields fields{node, {"id", "number"}};
    if (!has_one_of(node, "id", "number")) return std::nullopt;
    if (fields.has("id")) return find_restaurant(require_id<struct RestaurantTag>(fields, "id"));
    const auto number = require_number(fields, "number");
    if (!number) return std::nullopt;
    return find_restaurant(*number);
}

GivenErrand read_put_book_template(const Node& node) {
    const Fields fields{node, {"restaurant", "floor_plan", "policy", "key", "now", "keep"}};
    auto restaurant = require_id<struct RestaurantTag>(fields, "restaurant");
    auto made = read_book_template(fields);
    auto request = read_request(fields);
    if (!is_right(node)) return std::nullopt;
    return put_book_template(std::move(restaurant), *std::move(made), std::move(request));
}

GivenErrand read_find_book_template(const Node& node) {
    const Fields fields{node, {"restaurant"}};
    return find_book_template(require_id<struct RestaurantTag>(fields, "restaurant"));
}

GivenErrand read_put_customer(const Node& node) {
    const Fields fields{node, {"customer", "key", "now", "keep"}};
    auto customer = require_part(fields, "customer", customer_from_json);
    auto request = read_request(fields);
    if (!is_right(node)) return std::nullopt;
    return put_customer(*std::move(customer), std::move(request));
}

GivenErrand read_merge_customers(const Node& node) {
    const Fields fields{node, {"keep_id", "absorb_id", "key", "now", "keep"}};
    auto keep = require_id<struct CustomerTag>(fields, "keep_id");
    auto absorb = require_id<struct CustomerTag>(fields, "absorb_id");
    return merge_customers(std::move(keep), std::move(absorb), read_request(fields));
}

GivenErrand read_find_customer(const Node& node) {
    const Fields fields{node, {"id"}};
    return find_customer(require_id<struct CustomerTag>(fields, "id"));
}

GivenErrand read_find_customers(const Node& node) {
    const Fields fields{node, {"phone", "name", "most"}};
    const auto most = fields.value_or(
        "most", [](const Node& part) { return read_limit(part, 100); }, std::size_t{20});
    if (!has_one_of(node, "phone", "name")) return std::nullopt;
    if (fields.has("name")) return find_customers_by_name(fields.require("name", read_string), most);
    const auto phone = require_number(fields, "phone");
    if (!phone) return std::nullopt;
    return find_customers_by_phone(*phone);
}

GivenErrand read_find_messages(const Node& node) { return find_messages(read_due(node)); }

GivenErrand read_drop_messages(const Node& node) {
    const Fields fields{node, {"messages", "key", "now", "keep"}};
    auto sent = fields.require("messages", read_messages);
    return drop_messages(std::move(sent), read_request(fields));
}

GivenErrand read_follow_agent(const Node& node) {
    const Fields fields{node, {"agent", "records", "now"}};
    const auto agent = require_id<struct AgentTag>(fields, "agent");
    const auto events = fields.require("records", [&](const Node& part) {
        return part.list([&](const Node& one) { return read_event(one, agent); });
    });
    ErrandRequest request;
    request.now = fields.require("now", read_instant);
    if (!is_right(node)) return std::nullopt;
    std::vector<AgentEvent> read;
    for (const auto& event : events) read.push_back(*event);
    return follow_agent(agent, std::move(read), std::move(request));
}

GivenErrand read_find_agent(const Node& node) {
    const Fields fields{node, {"agent", "now"}};
    auto agent = require_id<struct AgentTag>(fields, "agent");
    return find_agent(std::move(agent), fields.require("now", read_instant));
}

}  // namespace denwaban::ledger
