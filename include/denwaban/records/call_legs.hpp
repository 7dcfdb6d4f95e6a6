#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <denwaban/core/names.hpp>
#include <denwaban/records/contact_record.hpp>
#include <denwaban/records/leg_links.hpp>

/// The legs of a call, and what each of them was.
namespace denwaban {

/// Whose going ended a call.
enum class LeftFirst : std::uint8_t { customer, agent, third_party, flow, system, unknown };
template <>
inline constexpr std::array<std::string_view, 6> names_of<LeftFirst>{"customer", "agent",  "third_party",
                                                                     "flow",     "system", "unknown"};

namespace detail::records {
struct DisconnectReason {
    std::string_view reason;
    LeftFirst who;
};
/// "Contact records data model", DisconnectReason.
inline constexpr std::array disconnect_reasons{
    DisconnectReason{"CUSTOMER_DISCONNECT", LeftFirst::customer},
    DisconnectReason{"CUSTOMER_NEVER_ARRIVED", LeftFirst::customer},
    DisconnectReason{"TELECOM_ORIGINATOR_CANCEL", LeftFirst::customer},
    DisconnectReason{"AGENT_DISCONNECT", LeftFirst::agent},
    DisconnectReason{"AGENT_COMPLETED", LeftFirst::agent},
    DisconnectReason{"THIRD_PARTY_DISCONNECT", LeftFirst::third_party},
    DisconnectReason{"CONTACT_FLOW_DISCONNECT", LeftFirst::flow},
    DisconnectReason{"AGENT_NETWORK_DISCONNECT", LeftFirst::system},
    DisconnectReason{"API", LeftFirst::system},
    DisconnectReason{"EXPIRED", LeftFirst::system},
    DisconnectReason{"IDLE_DISCONNECT", LeftFirst::system},
    DisconnectReason{"SYSTEM_ERROR", LeftFirst::system},
    DisconnectReason{"TELECOM_BUSY", LeftFirst::system},
    DisconnectReason{"TELECOM_NUMBER_INVALID", LeftFirst::system},
    DisconnectReason{"TELECOM_POTENTIAL_BLOCKING", LeftFirst::system},
    DisconnectReason{"TELECOM_PROBLEM", LeftFirst::system},
    DisconnectReason{"TELECOM_TIMEOUT", LeftFirst::system},
    DisconnectReason{"TELECOM_UNANSWERED", LeftFirst::system},
};
}  // namespace detail::records

/// By the contact record's DisconnectReason; `unknown` for OTHER, BARGED, words that are new, and records that have
/// none.
[[nodiscard]] inline LeftFirst left_first_by(std::string_view disconnect_reason) noexcept {
    const auto& rows = detail::records::disconnect_reasons;
    const auto* found =
        std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.reason == disconnect_reason; });
    return found == rows.end() ? LeftFirst::unknown : found->who;
}

/// How a stay in a queue ended.
enum class WaitOutcome : std::uint8_t {
    answered,
    abandoned,  ///< 放棄呼, as Amazon Connect counts "contacts abandoned": the customer left, and was not called back
    moved,      ///< to another queue, flow or callback, as another leg
    ended,      ///< otherwise: by the flow, by a callback that nobody took
};
template <>
inline constexpr std::array<std::string_view, 4> names_of<WaitOutcome>{"answered", "abandoned", "moved", "ended"};

namespace detail::records {

[[nodiscard]] inline Instant beginning_of(const ContactRecord& leg) noexcept {
    if (leg.initiated) return *leg.initiated;
    if (leg.connected_to_system) return *leg.connected_to_system;
    if (leg.queue && leg.queue->enqueued) return *leg.queue->enqueued;
    return leg.disconnected.value_or(leg.updated);
}

[[nodiscard]] inline Duration between(std::optional<Instant> from, std::optional<Instant> until) noexcept {
    return from && until && *until > *from ? *until - *from : Duration{0};
}

/// When both the agent and the customer were there: a callback rings at the customer after the agent has taken it.
[[nodiscard]] inline std::optional<Instant> answer_of(const ContactRecord& leg) noexcept {
    const auto connected = leg.agent ? leg.agent->connected : std::nullopt;
    if (!connected || !denwaban::detail::is_callback(leg.initiation)) return connected;
    return leg.connected_to_system ? std::max(connected, leg.connected_to_system) : std::nullopt;
}

/// From when a customer was with a flow again whom no agent had taken from the queue. Times are whole seconds.
[[nodiscard]] inline std::optional<Instant> behind_queue(const ContactRecord& leg) noexcept {
    const bool was_taken = leg.agent && leg.agent->connected;
    if (was_taken || !leg.queue || !leg.queue->dequeued || !leg.disconnected) return std::nullopt;
    const bool stayed = *leg.disconnected - *leg.queue->dequeued > std::chrono::seconds{1};
    return stayed ? leg.queue->dequeued : std::nullopt;
}

/// Until it was queued, answered or over, and behind the queue.
[[nodiscard]] inline Duration time_in_flow(const ContactRecord& leg) noexcept {
    if (dials_out(leg) || denwaban::detail::is_callback(leg.initiation)) return Duration{0};
    auto until = leg.disconnected;
    if (leg.agent && leg.agent->connected) until = leg.agent->connected;
    if (leg.queue && leg.queue->enqueued) until = leg.queue->enqueued;
    return between(leg.connected_to_system ? leg.connected_to_system : leg.initiated, until) +
           between(behind_queue(leg), leg.disconnected);
}

/// The legs of one call, in the order in which they began.
class Legs {
public:
    /// Supervisors' legs are none of them.
    void hold(std::span<const ContactRecord* const> records) {
        legs_.clear();
        left_.clear();
        for (const auto* leg : records) {
            if (is_overhearing(*leg)) continue;
            legs_.push_back(leg);
            if (leg->previous && leg->previous != leg->id) left_.push_back(leg->previous->text);
        }
        std::sort(left_.begin(), left_.end());
        std::sort(legs_.begin(), legs_.end(), [](const auto* a, const auto* b) {
            const auto first = beginning_of(*a);
            const auto second = beginning_of(*b);
            return first != second ? first < second : a->id < b->id;
        });
    }

    [[nodiscard]] bool empty() const noexcept { return legs_.empty(); }
    [[nodiscard]] auto begin() const noexcept { return legs_.begin(); }
    [[nodiscard]] auto end() const noexcept { return legs_.end(); }
    [[nodiscard]] const ContactRecord& head(const ContactId& id) const noexcept {
        for (const auto* leg : legs_) {
            if (leg->id == id) return *leg;
        }
        return *legs_.front();
    }
    /// The last to end; of those the one that began last.
    [[nodiscard]] const ContactRecord& tail() const noexcept {
        const auto* last = legs_.front();
        for (const auto* leg : legs_) {
            if (leg->disconnected >= last->disconnected) last = leg;
        }
        return *last;
    }
    [[nodiscard]] bool goes_on_after(const ContactRecord& leg) const noexcept {
        return leg.next || std::binary_search(left_.begin(), left_.end(), std::string_view{leg.id.text});
    }

private:
    std::vector<const ContactRecord*> legs_;
    std::vector<std::string_view> left_;  ///< for another leg, in order
};

[[nodiscard]] inline WaitOutcome outcome_of(const ContactRecord& leg, const Legs& legs) noexcept {
    if (answer_of(leg)) return WaitOutcome::answered;
    if (legs.goes_on_after(leg)) return WaitOutcome::moved;
    if (behind_queue(leg)) return WaitOutcome::ended;
    const bool by_customer =
        leg.disconnect_reason.empty() || left_first_by(leg.disconnect_reason) == LeftFirst::customer;
    const bool called_us = !dials_out(leg) && !denwaban::detail::is_callback(leg.initiation);
    return by_customer && called_us && leg.disconnected ? WaitOutcome::abandoned : WaitOutcome::ended;
}

}  // namespace detail::records

}  // namespace denwaban
