#include <denwaban/documents/outbound_caller_json.hpp>

#include <map>

#include "outbound_caller_shapes.hpp"

namespace denwaban {

namespace shapes {

namespace {

/// What may stand only once, with its places.
struct Taken {
    std::map<std::string, std::string, std::less<>> sources;
    std::map<PhoneNumber, std::string> numbers;
    bool all_numbers_read = true;
    std::map<std::string, std::string, std::less<>> queues;
    std::map<std::string, std::string, std::less<>> chains;
    std::map<std::string, std::string, std::less<>> restaurants;
};

template <class Places, class Key>
void take(Places& taken, const Key& key, const Node& node, ErrorCode code) {
    const auto [other, added] = taken.emplace(key, node.path());
    if (!added) node.fail(code, "stands already at " + other->second);
}
/// The same of words, where there are any.
template <class Places>
void take_words(Places& taken, const std::optional<Node>& node, ErrorCode code) {
    if (node && node->value().is_string() && !node->value().text().empty()) {
        take(taken, node->value().text(), *node, code);
    }
}

[[nodiscard]] std::optional<PhoneNumber> number_of(const std::optional<Node>& node) {
    if (!node || !node->value().is_string()) return std::nullopt;
    const auto number = PhoneNumber::parse(node->value().text());
    return number ? std::optional{*number} : std::nullopt;
}

template <class Visit>
void each_of(const Node& node, std::string_view key, Visit&& visit) {
    const auto list = node.member(key);
    if (list && list->value().is_array()) list->each(visit);
}

/// A queue shows one number, so it stands under one.
void check_queue(const Node& node, Taken& taken) {
    if (!node.value().is_string() || node.value().text().empty()) return;
    const auto arn = node.value().text();
    if (!queue_id(arn)) node.fail(ErrorCode::invalid_value, "must be a queue's ARN, arn:…:instance/…/queue/…");
    take(taken.queues, arn, node, ErrorCode::duplicate_id);
}

void check_claimed(const Node& node, Taken& taken) {
    const auto place = node.member("number");
    const auto number = number_of(place);
    each_of(node, "queues", [&](const Node& queue) { check_queue(queue, taken); });
    taken.all_numbers_read = taken.all_numbers_read && number;
    if (number) take(taken.numbers, *number, *place, ErrorCode::duplicate_number);
}

/// A number that has to be claimed; whether it is, a misread claim may hide.
void check_own_number(const std::optional<Node>& node, const Taken& taken) {
    const auto number = number_of(node);
    if (number && taken.all_numbers_read && !taken.numbers.contains(*number)) {
        node->fail(ErrorCode::unknown_reference, "is not claimed");
    }
}

void check_chain(const Node& node, Taken& taken) {
    take_words(taken.chains, node.member("name"), ErrorCode::duplicate_id);
    check_own_number(node.member("number"), taken);
    each_of(node, "restaurants",
            [&](const Node& member) { take_words(taken.restaurants, member, ErrorCode::duplicate_id); });
}

}  // namespace

void check_outbound_caller(const Node& node, OutboundCallerPolicy&, std::size_t) {
    Taken taken;
    each_of(node, "order", [&](const Node& source) {
        if (!source.value().is_string() || !enumerator_named<CallerSource>(source.value().text())) return;
        take_words(taken.sources, source, ErrorCode::invalid_value);
    });
    each_of(node, "claimed", [&](const Node& claimed) { check_claimed(claimed, taken); });
    each_of(node, "chains", [&](const Node& chain) { check_chain(chain, taken); });
    check_own_number(node.member("centre"), taken);
}

}  // namespace shapes

Expected<OutboundCallerPolicy, Errors> outbound_caller_policy_from_json(std::string_view text) {
    return shapes::value_from_json<OutboundCallerPolicy>(text);
}

std::string to_json(const OutboundCallerPolicy& policy) { return shapes::json_of(policy); }

}  // namespace denwaban
