#pragma once

#include <array>

#include <denwaban/call/outbound_caller.hpp>

#include "documents/engine/shapes.hpp"

/// Which number an outbound call shows.
namespace denwaban::shapes {

inline constexpr std::array claimed_fields{
    field<&ClaimedNumber::number>("number", required),
    field<&ClaimedNumber::queues>(
        "queues", or_else,
        also(shape_of<std::vector<QueueArn>>,
             R"("items": {"type": "string", "maxLength": 500, "pattern": "^arn:.*/queue/."})"),
        "ARNs of queues that show it; a queue stands under one number."),
    field<&ClaimedNumber::label>("label", or_else, kind::label, "予約, 代表"),
};
template <>
inline constexpr Shape shape_of<ClaimedNumber> = record<ClaimedNumber>(
    "ClaimedNumber", "A number that the Amazon Connect instance has claimed or ported.", claimed_fields);

template <>
struct detail::New<RestaurantChain> {
    static RestaurantChain make() { return {{}, SomeNumber{}, {}}; }
};
inline constexpr std::array chain_of_restaurants_fields{
    field<&RestaurantChain::name>("name", required, kind::name),
    field<&RestaurantChain::number>("number", required, "One that is claimed."),
    field<&RestaurantChain::restaurants>("restaurants", required),
};
template <>
inline constexpr Shape shape_of<RestaurantChain> = record<RestaurantChain>("RestaurantChain",
                                                                           "Restaurants that share a number.",
                                                                           chain_of_restaurants_fields);

/// Nothing stands twice, queues are queues, and numbers are claimed.
void check_outbound_caller(const Node& node, OutboundCallerPolicy& policy, std::size_t known);
inline constexpr std::array outbound_caller_fields{
    field<&OutboundCallerPolicy::order>(
        "order", always, also(shape_as<std::vector<CallerSource>>(at_least_one<>), R"("uniqueItems": true)"),
        "Sources, the first that has a number to show wins."),
    field<&OutboundCallerPolicy::claimed>("claimed", required),
    field<&OutboundCallerPolicy::chains>("chains", or_else),
    field<&OutboundCallerPolicy::centre>("centre", if_said, "The contact centre's own; claimed."),
};
template <>
inline constexpr Shape shape_of<OutboundCallerPolicy> = checked_anyhow<OutboundCallerPolicy, check_outbound_caller>(
    record<OutboundCallerPolicy>("OutboundCallerPolicy", "Which number a callee sees.", outbound_caller_fields));

}  // namespace denwaban::shapes
