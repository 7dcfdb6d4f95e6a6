#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/call/call.hpp>
#include <denwaban/records/contact_record.hpp>
#include <denwaban/records/leg_links.hpp>
#include <denwaban/records/record_moment.hpp>

namespace denwaban {

/// Whose going ended a call.
enum class LeftFirst : std::uint8_t { customer, agent, third_party, flow, system, unknown };
template <>
inline constexpr std::array<std::string_view, 6> names_of<LeftFirst>{"customer", "agent",  "third_party",
                                                                     "flow",     "system", "unknown"};

/// By the contact record's DisconnectReason ("Contact records data model"); `unknown` for OTHER, BARGED, words that are
/// new, and records that have none.
[[nodiscard]] inline LeftFirst left_first_by(std::string_view disconnect_reason) noexcept {
    struct Row {
        std::string_view reason;
        LeftFirst who;
    };
    static constexpr std::array rows{
        Row{"CUSTOMER_DISCONNECT", LeftFirst::customer},
        Row{"CUSTOMER_NEVER_ARRIVED", LeftFirst::customer},
        Row{"TELECOM_ORIGINATOR_CANCEL", LeftFirst::customer},
        Row{"AGENT_DISCONNECT", LeftFirst::agent},
        Row{"AGENT_COMPLETED", LeftFirst::agent},
        Row{"THIRD_PARTY_DISCONNECT", LeftFirst::third_party},
        Row{"CONTACT_FLOW_DISCONNECT", LeftFirst::flow},
        Row{"AGENT_NETWORK_DISCONNECT", LeftFirst::system},
        Row{"API", LeftFirst::system},
        Row{"EXPIRED", LeftFirst::system},
        Row{"IDLE_DISCONNECT", LeftFirst::system},
        Row{"SYSTEM_ERROR", LeftFirst::system},
        Row{"TELECOM_BUSY", LeftFirst::system},
        Row{"TELECOM_NUMBER_INVALID", LeftFirst::system},
        Row{"TELECOM_POTENTIAL_BLOCKING", LeftFirst::system},
        Row{"TELECOM_PROBLEM", LeftFirst::system},
        Row{"TELECOM_TIMEOUT", LeftFirst::system},
        Row{"TELECOM_UNANSWERED", LeftFirst::system},
    };
    const auto* found =
        std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.reason == disconnect_reason; });
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

namespace detail::records {

/// Beyond it a number of JSON is not exact.
inline constexpr std::int64_t most_revisions = (std::int64_t{1} << 53) - 1;

/// As much as a leg of thirty years more: whoever knows how a call began knows more of it than who knows one later leg,
/// however much later that came.
inline constexpr std::int64_t worth_of_beginning = 1'000'000'000 * moments_a_second;

/// When legs were last written, together, and how many are awaited: whatever becomes known, it is more, as long as no
/// newer record of the first leg takes back that it was the first.
class Revision {
public:
    void add(const ContactRecord& leg) noexcept {
        add(moment_of(leg));
        begins_ = begins_ || is_first(leg);
    }
    void add(std::int64_t more) noexcept { sum_ = std::min(sum_ + std::min(more, most_revisions), most_revisions); }
    [[nodiscard]] std::int64_t value() const noexcept {
        return std::min(sum_ + (begins_ ? worth_of_beginning : 0), most_revisions);
    }

private:
    std::int64_t sum_ = 0;
    bool begins_ = false;
};

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
    explicit Legs(std::vector<const ContactRecord*> legs) : legs_(std::move(legs)) {
        for (const auto* leg : legs_) {
            if (leg->previous && leg->previous != leg->id) left_.push_back(leg->previous->text);
        }
        std::sort(left_.begin(), left_.end());
        std::sort(legs_.begin(), legs_.end(), [](const auto* a, const auto* b) {
            const auto first = beginning_of(*a);
            const auto second = beginning_of(*b);
            return first != second ? first < second : a->id < b->id;
        });
    }

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

inline void add_leg(CallFact& fact, const ContactRecord& leg, const Legs& legs) {
    fact.contacts.push_back(leg.id);
    fact.in_flow += time_in_flow(leg);
    if (leg.queue && leg.queue->enqueued) {
        auto until = leg.queue->dequeued;
        if (!until) until = leg.agent && leg.agent->connected ? leg.agent->connected : leg.disconnected;
        fact.queued += between(leg.queue->enqueued, until);
        fact.waits.push_back({leg.id, leg.queue->queue, *leg.queue->enqueued, until, outcome_of(leg, legs)});
    }
    const bool connected = leg.agent && leg.agent->connected;
    fact.unanswered_offers += std::max(0, leg.connection_attempts - (connected ? 1 : 0));
    if (leg.agent) {
        const auto& agent = *leg.agent;
        fact.interaction += agent.interaction.value_or(Duration{0});
        fact.customer_hold += agent.customer_hold.value_or(Duration{0});
        fact.agent_hold += agent.agent_hold.value_or(Duration{0});
        fact.after_contact_work += agent.after_contact_work.value_or(Duration{0});
        fact.holds += agent.holds;
        fact.agents.push_back({leg.id, agent});
    }
    fact.recordings.insert(fact.recordings.end(), leg.recordings.begin(), leg.recordings.end());
}

inline void tell_who(CallFact& fact, const ContactRecord& head, const Legs& legs) {
    fact.channel = head.channel;
    fact.direction = direction_of(head);
    fact.line = head.line;
    fact.customer = head.customer;
    fact.region = region_of(head);
    for (const auto* leg : legs) {
        if (!fact.customer) fact.customer = leg->customer;
        if (leg->transferred_to) fact.transferred_to = leg->transferred_to;
        const bool later = leg != &head && denwaban::detail::is_callback(leg->initiation);
        if (later && !fact.called_back) fact.called_back = beginning_of(*leg);
    }
}

inline void tell_when(CallFact& fact, const ContactRecord& head, const Legs& legs) {
    fact.began = beginning_of(**legs.begin());
    const bool is_over = fact.awaited.empty() &&
                         std::all_of(legs.begin(), legs.end(), [](const auto* leg) { return leg->disconnected; });
    if (is_over) fact.ended = legs.tail().disconnected;
    if (fact.direction == CallDirection::outbound) {
        fact.answered = head.connected_to_system;
        return;
    }
    for (const auto* leg : legs) {
        const auto answered = answer_of(*leg);
        if (answered && (!fact.answered || *answered < *fact.answered)) fact.answered = answered;
    }
}

inline void tell_end(CallFact& fact, const Legs& legs) {
    const auto& tail = legs.tail();
    fact.disconnect_reason = tail.disconnect_reason;
    fact.left_first = left_first_by(tail.disconnect_reason);
    if (fact.direction == CallDirection::outbound || fact.answered) return;
    if (tail.queue && tail.queue->enqueued && !behind_queue(tail)) {
        if (outcome_of(tail, legs) == WaitOutcome::abandoned) fact.abandoned = Abandonment::in_queue;
    } else if (fact.left_first == LeftFirst::customer && !denwaban::detail::is_callback(tail.initiation)) {
        fact.abandoned = Abandonment::in_flow;
    }
}

/// What is written of a call while it is talked about lands on any of its legs, and goes along to those that follow.
/// When a record was last changed says nothing of when its attributes were.
inline void merge_attributes(CallFact& fact, const Legs& legs) {
    for (const auto* leg : legs) {
        for (const auto& [key, value] : leg->attributes) fact.attributes[key] = value;
    }
    const auto value_of = [&](const std::string& key) {
        const auto found = fact.attributes.find(key);
        return found == fact.attributes.end() ? std::string{} : found->second;
    };
    auto& all = fact.dispositions;
    std::string key = "disposition";
    for (int place = 2; !value_of(key).empty(); ++place) {
        auto code = value_of(key);
        if (std::find(all.begin(), all.end(), code) == all.end()) all.push_back(std::move(code));
        key = "disposition" + std::to_string(place);
    }
    if (auto booking = value_of("bookingId"); !booking.empty()) fact.booking = BookingId{std::move(booking)};
}

}  // namespace detail::records

/// The call that these legs are, called `id`, while the records of `awaited` have not come: the same in
/// whatever order they stand. None where all that is there are supervisors' legs. Cost: n log n in legs and linear in
/// what they hold.
///
/// Precondition: the newest record of each leg, once.
[[nodiscard]] inline std::optional<CallFact> call_fact(const ContactId& id,
                                                       std::span<const ContactRecord* const> records,
                                                       std::vector<ContactId> awaited = {}) {
    std::vector<const ContactRecord*> counted;
    detail::records::Revision revision;
    CallFact fact;
    fact.id = id;
    for (const auto* record : records) {
        fact.updated = std::max(fact.updated, record->updated);
        revision.add(*record);
        if (detail::records::is_overhearing(*record)) {
            ++fact.overheard;
        } else {
            counted.push_back(record);
        }
    }
    if (counted.empty()) return std::nullopt;
    revision.add(static_cast<std::int64_t>(awaited.size()));
    fact.revision = revision.value();
    fact.awaited = std::move(awaited);
    std::sort(fact.awaited.begin(), fact.awaited.end());
    const detail::records::Legs legs{std::move(counted)};
    const auto& head = legs.head(id);
    detail::records::tell_who(fact, head, legs);
    for (const auto* leg : legs) detail::records::add_leg(fact, *leg, legs);
    detail::records::tell_when(fact, head, legs);
    detail::records::tell_end(fact, legs);
    detail::records::merge_attributes(fact, legs);
    return fact;
}

}  // namespace denwaban
