#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/call/call.hpp>
#include <denwaban/records/call_legs.hpp>
#include <denwaban/records/contact_record.hpp>

namespace denwaban {

/// A stay in a queue, of one leg of a call.
struct QueueWait {
    ContactId contact;
    Queue queue;
    Instant from{};
    std::optional<Instant> until;
    WaitOutcome outcome = WaitOutcome::ended;
    friend bool operator==(const QueueWait&, const QueueWait&) = default;
};

/// An agent's part in one leg of a call.
struct AgentPart {
    ContactId contact;
    RecordedAgent agent;
    friend bool operator==(const AgentPart&, const AgentPart&) = default;
};

/// Where a caller gave up whom nobody had answered.
enum class Abandonment : std::uint8_t { in_flow, in_queue };
template <>
inline constexpr std::array<std::string_view, 2> names_of<Abandonment>{"in_flow", "in_queue"};

/// A call as a guest would count it: one row, whatever legs transfers, callbacks and flows made of it. How long it rang
/// at an agent no contact record says.
struct CallFact {
    ContactId id;                     ///< the first leg's, also where its record has not come
    std::vector<ContactId> contacts;  ///< its legs, as they began
    std::vector<ContactId> awaited;   ///< legs that others name and whose records have not come: none, and it is whole
    std::size_t overheard = 0;        ///< how many legs of supervisors listened; they are none of the others
    Channel channel = Channel::unknown;
    CallDirection direction = CallDirection::inbound;
    std::optional<Caller> customer;   ///< none where no record shows a number
    std::optional<PhoneNumber> line;  ///< the restaurant's number that was dialled, or shown
    Instant began{};
    std::optional<Instant> answered;            ///< by an agent; of a call that we made, by the customer
    std::optional<Instant> ended;               ///< none until all of its legs are
    std::optional<PhoneNumber> transferred_to;  ///< a number outside that it ended at: the restaurant's own
    std::optional<Instant> called_back;         ///< when a callback that a queue had promised began
    Duration in_flow{0};                        ///< with flows and bots, before any queue or after the last
    Duration queued{0};
    Duration interaction{0};  ///< the agents', together, without holds
    Duration customer_hold{0};
    Duration agent_hold{0};
    Duration after_contact_work{0};
    int holds = 0;
    int unanswered_offers = 0;  ///< to agents who missed or rejected it: contact records don't tell which
    std::vector<QueueWait> waits;
    std::vector<AgentPart> agents;
    std::optional<Abandonment> abandoned;
    LeftFirst left_first = LeftFirst::unknown;
    std::string disconnect_reason;  ///< Amazon Connect's word, of the last leg
    std::vector<Recording> recordings;
    std::string region;                             ///< where they lie, as a rule
    std::map<std::string, std::string> attributes;  ///< of all legs; of one key, that of the leg that began last
    std::vector<std::string> dispositions;          ///< codes, by the attributes that `contact_attributes` writes
    std::optional<BookingId> booking;               ///< likewise
    Instant updated{};                              ///< of its newest record
    std::int64_t revision = 0;  ///< grows with all that becomes known of it: of two rows the greater is the later
    friend bool operator==(const CallFact&, const CallFact&) = default;
};

/// Whether it is a call that came in, which is what figures count: neither one that we made, nor a chat, an e-mail or a
/// task.
[[nodiscard]] constexpr bool came_in(const CallFact& call) noexcept {
    return !is_written(call.channel) && call.direction != CallDirection::outbound;
}
/// Whether it came in through a channel; without one, as a call.
[[nodiscard]] constexpr bool came_in(const CallFact& call, std::optional<Channel> through) noexcept {
    if (!through) return came_in(call);
    return call.channel == *through && call.direction != CallDirection::outbound;
}

/// How long a call waited in queues before it was answered, or ended: what a transfer cost afterwards is no part of it.
[[nodiscard]] inline Duration time_to_answer(const CallFact& call) noexcept {
    if (!call.answered) return call.queued;
    Duration waited{0};
    for (const auto& wait : call.waits) {
        const auto until = std::min(wait.until.value_or(*call.answered), *call.answered);
        waited += std::max(Duration{0}, until - wait.from);
    }
    return waited;
}

}  // namespace denwaban
