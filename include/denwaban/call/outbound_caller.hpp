#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/core/names.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/strong.hpp>
#include <denwaban/restaurant/restaurant.hpp>

namespace denwaban {

/// `arn:aws:connect:ap-northeast-1:123456789012:instance/…/queue/…`
using QueueArn = Id<struct QueueArnTag>;

/// The last part of a queue's ARN, as Amazon Connect's API wants it; nothing if `arn` is no queue's.
[[nodiscard]] constexpr std::optional<std::string_view> queue_id(std::string_view arn) noexcept {
    constexpr std::string_view mark = "/queue/";
    const auto found = arn.find(mark);
    if (!arn.starts_with("arn:") || found == std::string_view::npos) return std::nullopt;
    const auto id = arn.substr(found + mark.size());
    return id.empty() ? std::nullopt : std::optional{id};
}

/// Where a number to show (発信者番号) may come from.
enum class CallerSource : std::uint8_t {
    /// The agent's own choice: any claimed number.
    choice,
    /// The number of ours that the customer called last. Only the restaurant's, its chain's or the centre's: another
    /// restaurant's would bring the customer's next call there.
    last_called,
    /// The restaurant's lines, in their order.
    restaurant,
    chain,
    centre,
};
template <>
inline constexpr std::array<std::string_view, 5> names_of<CallerSource>{"choice", "last_called", "restaurant", "chain",
                                                                        "centre"};

/// A number that the Amazon Connect instance has claimed or ported, and so may show.
struct ClaimedNumber {
    PhoneNumber number;
    std::vector<QueueArn> queues{};  ///< whose OutboundCallerConfig shows it; may be empty
    std::string label{};             ///< 予約, 代表; may be empty
    friend bool operator==(const ClaimedNumber&, const ClaimedNumber&) = default;
};

/// Restaurants that share a number.
struct RestaurantChain {
    std::string name{};
    PhoneNumber number;
    std::vector<RestaurantId> restaurants{};
    friend bool operator==(const RestaurantChain&, const RestaurantChain&) = default;
};

/// Which number a callee sees. Whatever stands in it, only a claimed number is ever chosen.
struct OutboundCallerPolicy {
    /// The first source that has a number to show wins. What the agent says goes before what the customer knows, and
    /// that before what the restaurant has.
    std::vector<CallerSource> order{CallerSource::choice, CallerSource::last_called, CallerSource::restaurant,
                                    CallerSource::chain, CallerSource::centre};
    std::vector<ClaimedNumber> claimed{};
    std::vector<RestaurantChain> chains{};
    std::optional<PhoneNumber> centre{};  ///< the contact centre's own
    friend bool operator==(const OutboundCallerPolicy&, const OutboundCallerPolicy&) = default;
};

/// The number is handed over as such: to the flow's "Call phone number" block, or as `SourcePhoneNumber`.
struct ByNumber {
    friend bool operator==(const ByNumber&, const ByNumber&) = default;
};
/// The number is shown by the queue that the agent calls out of, which must be one of these, the agent's own.
struct ByQueue {
    std::vector<QueueArn> queues{};
    friend bool operator==(const ByQueue&, const ByQueue&) = default;
};
/// How Amazon Connect is told the number.
using CallerDelivery = std::variant<ByNumber, ByQueue>;

/// A call that is about to be made.
struct OutboundCall {
    const Restaurant* restaurant = nullptr;  ///< on whose behalf; null where nobody knows
    std::optional<PhoneNumber> callee{};     ///< nothing where it can't be read: it then rules no number out
    CallerDelivery delivery;
    std::optional<std::string> choice{};       ///< as the agent gave it, in any form that `PhoneNumber` reads
    std::optional<std::string> last_called{};  ///< in any form that `PhoneNumber` reads
};

/// Why a number, or a source of numbers, was passed over.
enum class PassedOverReason : std::uint8_t {
    none,  ///< the source has no number
    unknown_restaurant,
    not_a_number,
    not_claimed,
    another_restaurants,  ///< called last, but neither the restaurant's, nor its chain's, nor the centre's
    toll_free_abroad,     ///< フリーダイヤル (0120, 0800), which Amazon Connect lets call only within Japan
    no_queue,             ///< no queue of the agent's shows it
};
template <>
inline constexpr std::array<std::string_view, 7> names_of<PassedOverReason>{
    "none", "unknown_restaurant", "not_a_number", "not_claimed", "another_restaurants", "toll_free_abroad", "no_queue",
};

/// A number, or a source of numbers, that was not taken, and why.
struct PassedOver {
    CallerSource source;
    std::string number{};  ///< as it was given; empty if there was none
    PassedOverReason reason;
    friend bool operator==(const PassedOver&, const PassedOver&) = default;
};

/// The number to show, and why. Every source that the policy asks before `source` stands in `passed_over`.
struct ChosenCaller {
    PhoneNumber number;
    CallerSource source;
    /// The queue that shows it: of the agent's queues if delivery is by queue, else the first there is, if any.
    std::optional<QueueArn> queue{};
    std::string label{};  ///< the claimed number's
    std::vector<PassedOver> passed_over{};
    friend bool operator==(const ChosenCaller&, const ChosenCaller&) = default;
};

/// No number may be shown; every source that the policy asks stands in `passed_over`.
struct NoCaller {
    std::vector<PassedOver> passed_over{};
    friend bool operator==(const NoCaller&, const NoCaller&) = default;
};

/// The number to show, or none; either way, why.
using OutboundCaller = std::variant<ChosenCaller, NoCaller>;

namespace detail::outbound {

[[nodiscard]] inline const ClaimedNumber* claimed(const OutboundCallerPolicy& policy, const PhoneNumber& number) {
    const auto found = std::ranges::find(policy.claimed, number, &ClaimedNumber::number);
    return found == policy.claimed.end() ? nullptr : &*found;
}

[[nodiscard]] inline const RestaurantChain* chain_of(const OutboundCallerPolicy& policy, const RestaurantId& id) {
    const auto found = std::ranges::find_if(policy.chains, [&](const RestaurantChain& chain) {
        return std::ranges::find(chain.restaurants, id) != chain.restaurants.end();
    });
    return found == policy.chains.end() ? nullptr : &*found;
}

/// Whether a customer who calls `number` back reaches whoever calls out now.
[[nodiscard]] inline bool leads_back(const OutboundCallerPolicy& policy, const Restaurant* restaurant,
                                     const PhoneNumber& number) {
    if (policy.centre == number) return true;
    if (restaurant == nullptr) return false;
    const auto* chain = chain_of(policy, restaurant->id);
    return (chain != nullptr && chain->number == number) ||
           std::ranges::find(restaurant->lines, number, &PhoneLine::number) != restaurant->lines.end();
}

/// Of other countries' plans we know no toll-free numbers.
[[nodiscard]] inline bool is_toll_free(const PhoneNumber& number) {
    return number.e164().starts_with("+81120") || number.e164().starts_with("+81800");
}
/// "Amazon Connect does not support the use of toll-free numbers for international calling" ("Outbound calling
/// restrictions", administrator guide).
[[nodiscard]] inline bool is_toll_free_abroad(const PhoneNumber& number, const std::optional<PhoneNumber>& callee) {
    return is_toll_free(number) && callee && !callee->is_japanese();
}

[[nodiscard]] inline std::vector<std::string> candidates(const OutboundCallerPolicy& policy, const OutboundCall& call,
                                                         CallerSource source) {
    const auto text = [](const PhoneNumber& number) { return std::string{number.e164()}; };
    std::vector<std::string> numbers;
    const auto* restaurant = call.restaurant;
    if (source == CallerSource::choice && call.choice) numbers.push_back(*call.choice);
    if (source == CallerSource::last_called && call.last_called) numbers.push_back(*call.last_called);
    if (source == CallerSource::restaurant && restaurant != nullptr) {
        for (const auto& line : restaurant->lines) numbers.push_back(text(line.number));
    }
    const auto* chain =
        source == CallerSource::chain && restaurant != nullptr ? chain_of(policy, restaurant->id) : nullptr;
    if (chain != nullptr) numbers.push_back(text(chain->number));
    if (source == CallerSource::centre && policy.centre) numbers.push_back(text(*policy.centre));
    return numbers;
}

[[nodiscard]] inline PassedOverReason why_without_candidates(const OutboundCall& call, CallerSource source) {
    const bool asks_restaurant = source == CallerSource::restaurant || source == CallerSource::chain;
    return asks_restaurant && call.restaurant == nullptr ? PassedOverReason::unknown_restaurant
                                                         : PassedOverReason::none;
}

/// The queue that shows `number`, or that none of the agent's does.
[[nodiscard]] inline std::variant<std::optional<QueueArn>, PassedOverReason> queue_for(const ClaimedNumber& number,
                                                                                       const CallerDelivery& delivery) {
    const auto* by_queue = std::get_if<ByQueue>(&delivery);
    const auto found = std::ranges::find_if(number.queues, [&](const QueueArn& queue) {
        return by_queue == nullptr || std::ranges::find(by_queue->queues, queue) != by_queue->queues.end();
    });
    if (found != number.queues.end()) return std::optional{*found};
    if (by_queue != nullptr) return PassedOverReason::no_queue;
    return std::optional<QueueArn>{};
}

[[nodiscard]] inline std::variant<ChosenCaller, PassedOverReason> judge(const OutboundCallerPolicy& policy,
                                                                        const OutboundCall& call, CallerSource source,
                                                                        std::string_view candidate) {
    const auto number = PhoneNumber::parse(candidate);
    if (!number) return PassedOverReason::not_a_number;
    const auto* known = claimed(policy, *number);
    if (known == nullptr) return PassedOverReason::not_claimed;
    if (source == CallerSource::last_called && !leads_back(policy, call.restaurant, *number)) {
        return PassedOverReason::another_restaurants;
    }
    if (is_toll_free_abroad(*number, call.callee)) return PassedOverReason::toll_free_abroad;
    auto queue = queue_for(*known, call.delivery);
    if (const auto* reason = std::get_if<PassedOverReason>(&queue)) return *reason;
    return ChosenCaller{*number, source, std::get<std::optional<QueueArn>>(std::move(queue)), known->label, {}};
}

}  // namespace detail::outbound

/// The number to show for `call`: the first, in the policy's order of sources, that is a number, claimed, fit for the
/// callee, and within reach of the delivery. Cost: linear in the policy.
[[nodiscard]] inline OutboundCaller choose_outbound_caller(const OutboundCallerPolicy& policy,
                                                           const OutboundCall& call) {
    std::vector<PassedOver> passed_over;
    for (const auto source : policy.order) {
        const auto candidates = detail::outbound::candidates(policy, call, source);
        if (candidates.empty()) {
            passed_over.push_back({source, "", detail::outbound::why_without_candidates(call, source)});
        }
        for (const auto& candidate : candidates) {
            auto judged = detail::outbound::judge(policy, call, source, candidate);
            if (auto* chosen = std::get_if<ChosenCaller>(&judged)) {
                chosen->passed_over = std::move(passed_over);
                return std::move(*chosen);
            }
            passed_over.push_back({source, candidate, std::get<PassedOverReason>(judged)});
        }
    }
    return NoCaller{std::move(passed_over)};
}

}  // namespace denwaban
