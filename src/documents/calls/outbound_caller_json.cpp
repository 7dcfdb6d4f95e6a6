#include <denwaban/documents/outbound_caller_json.hpp>

#include <map>

#include "documents/json_document.hpp"

namespace denwaban {

namespace formats {
namespace {

/// What may stand only once, with its places.
struct Taken {
    std::map<std::string, std::string> sources;
    std::map<PhoneNumber, std::string> numbers;
    bool all_numbers_read = true;
    std::map<std::string, std::string> queues;
    std::map<std::string, std::string> chains;
    std::map<std::string, std::string> restaurants;
};

template <class Key>
void take(std::map<Key, std::string>& taken, const Key& key, const Node& node, ErrorCode code) {
    const auto [other, added] = taken.emplace(key, node.path());
    if (!added) node.fail(code, "stands already at " + other->second);
}

[[nodiscard]] std::vector<CallerSource> read_order(const Node& node, Taken& taken) {
    if (node.value().is_array() && node.value().empty()) node.fail(ErrorCode::invalid_value, "must not be empty");
    return node.list([&](const Node& item) {
        const auto errors = item.errors().size();
        const auto source = item.one_of<CallerSource>();
        if (item.errors().size() == errors) {
            take(taken.sources, std::string{to_string(source)}, item, ErrorCode::invalid_value);
        }
        return source;
    });
}

/// A queue shows one number, so it stands under one.
[[nodiscard]] QueueArn read_queue(const Node& node, Taken& taken) {
    auto arn = node.name();
    if (arn.empty()) return {};
    if (!queue_id(arn)) node.fail(ErrorCode::invalid_value, "must be a queue's ARN, arn:…:instance/…/queue/…");
    take(taken.queues, arn, node, ErrorCode::duplicate_id);
    return {std::move(arn)};
}

[[nodiscard]] std::vector<ClaimedNumber> read_claimed(const Node& node, Taken& taken) {
    std::vector<ClaimedNumber> claimed;
    node.each([&](const Node& item) {
        const Fields fields{item, {"number", "queues", "label"}};
        const auto place = fields.required("number");
        const auto number = place ? place->phone_number() : std::nullopt;
        auto queues = fields.value_or("queues", [&](const Node& n) {
            return n.list([&](const Node& queue) { return read_queue(queue, taken); });
        });
        auto label = fields.value_or("label", &Node::label);
        taken.all_numbers_read = taken.all_numbers_read && number;
        if (!number) return;
        take(taken.numbers, *number, *place, ErrorCode::duplicate_number);
        claimed.push_back({*number, std::move(queues), std::move(label)});
    });
    return claimed;
}

/// A number that has to be claimed; whether it is, a misread claim may hide.
[[nodiscard]] std::optional<PhoneNumber> read_own_number(const Node& node, const Taken& taken) {
    const auto number = node.phone_number();
    if (number && taken.all_numbers_read && !taken.numbers.contains(*number)) {
        node.fail(ErrorCode::unknown_reference, "is not claimed");
    }
    return number;
}

[[nodiscard]] RestaurantId read_member(const Node& node, Taken& taken) {
    auto id = node.name();
    if (!id.empty()) take(taken.restaurants, id, node, ErrorCode::duplicate_id);
    return {std::move(id)};
}

[[nodiscard]] std::string read_chain_name(const Node& node, Taken& taken) {
    auto name = node.name();
    if (!name.empty()) take(taken.chains, name, node, ErrorCode::duplicate_id);
    return name;
}

[[nodiscard]] std::vector<RestaurantChain> read_chains(const Node& node, Taken& taken) {
    std::vector<RestaurantChain> chains;
    node.each([&](const Node& item) {
        const Fields fields{item, {"name", "number", "restaurants"}};
        auto name = fields.require("name", [&](const Node& n) { return read_chain_name(n, taken); });
        const auto number = fields.require("number", [&](const Node& n) { return read_own_number(n, taken); });
        auto members = fields.require("restaurants", [&](const Node& n) {
            return n.list([&](const Node& member) { return read_member(member, taken); });
        });
        if (number) chains.push_back({std::move(name), *number, std::move(members)});
    });
    return chains;
}

[[nodiscard]] OutboundCallerPolicy read_policy(const Node& node) {
    const Fields fields{node, {"order", "claimed", "chains", "centre"}};
    Taken taken;
    OutboundCallerPolicy policy;
    policy.order = fields.value_or(
        "order", [&](const Node& n) { return read_order(n, taken); }, policy.order);
    policy.claimed = fields.require("claimed", [&](const Node& n) { return read_claimed(n, taken); });
    policy.chains = fields.value_or("chains", [&](const Node& n) { return read_chains(n, taken); });
    policy.centre = fields.value_or("centre", [&](const Node& n) { return read_own_number(n, taken); });
    return policy;
}

[[nodiscard]] Json write_claimed(const ClaimedNumber& claimed) {
    Json json{{"number", std::string{claimed.number.e164()}}};
    for (const auto& queue : claimed.queues) json["queues"].push_back(queue.text);
    if (!claimed.label.empty()) json["label"] = claimed.label;
    return json;
}

[[nodiscard]] Json write_chain(const RestaurantChain& chain) {
    auto members = Json::array();
    for (const auto& id : chain.restaurants) members.push_back(id.text);
    return {{"name", chain.name}, {"number", std::string{chain.number.e164()}}, {"restaurants", std::move(members)}};
}

[[nodiscard]] Json write_policy(const OutboundCallerPolicy& policy) {
    Json json{{"order", Json::array()}, {"claimed", Json::array()}};
    for (const auto source : policy.order) json["order"].push_back(to_string(source));
    for (const auto& claimed : policy.claimed) json["claimed"].push_back(write_claimed(claimed));
    for (const auto& chain : policy.chains) json["chains"].push_back(write_chain(chain));
    if (policy.centre) json["centre"] = std::string{policy.centre->e164()};
    return json;
}

}  // namespace
}  // namespace formats

Expected<OutboundCallerPolicy, Errors> outbound_caller_policy_from_json(std::string_view text) {
    return formats::read_document(text, formats::read_policy);
}

std::string to_json(const OutboundCallerPolicy& policy) {
    return formats::write_document(formats::write_policy(policy));
}

}  // namespace denwaban
