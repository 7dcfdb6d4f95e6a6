#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/agent/contact_lifecycle.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/strong.hpp>
#include <denwaban/core/time.hpp>

namespace denwaban {

/// The medium of a contact (Channel of the contact record).
enum class Channel : std::uint8_t { voice, chat, task, email, unknown };
template <>
inline constexpr std::array<std::string_view, 5> names_of<Channel>{"voice", "chat", "task", "email", "unknown"};

/// Whether nobody speaks in it; what is not told is taken for a call.
[[nodiscard]] constexpr bool is_written(Channel channel) noexcept {
    return channel == Channel::chat || channel == Channel::task || channel == Channel::email;
}

/// How a contact came about (the contact record's InitiationMethod).
enum class Initiation : std::uint8_t {
    inbound,
    outbound,
    transfer,
    queue_transfer,
    callback,
    api,
    disconnect,
    monitor,
    external_outbound,
    webrtc_api,
    agent_reply,
    flow,
    campaign_preview,
    callback_customer_first_queued,
    callback_customer_first_dialed,
    unknown,
};
template <>
inline constexpr std::array<std::string_view, 16> names_of<Initiation>{
    "inbound",
    "outbound",
    "transfer",
    "queue_transfer",
    "callback",
    "api",
    "disconnect",
    "monitor",
    "external_outbound",
    "webrtc_api",
    "agent_reply",
    "flow",
    "campaign_preview",
    "callback_customer_first_queued",
    "callback_customer_first_dialed",
    "unknown",
};

/// Whose end of a contact a connection is, and how it came about (amazon-connect-streams' ConnectionType).
enum class ConnectionType : std::uint8_t { agent, inbound, outbound, monitoring, unknown };
template <>
inline constexpr std::array<std::string_view, 5> names_of<ConnectionType>{"agent", "inbound", "outbound", "monitoring",
                                                                          "unknown"};

/// Where a connection is (amazon-connect-streams' ConnectionStateType, and `rejected` of the SDK's
/// ParticipantStateType).
enum class ConnectionState : std::uint8_t {
    init,
    connecting,
    connected,
    hold,
    disconnected,
    rejected,
    silent_monitor,
    barge,
    unknown,
};
template <>
inline constexpr std::array<std::string_view, 9> names_of<ConnectionState>{
    "init", "connecting", "connected", "hold", "disconnected", "rejected", "silent_monitor", "barge", "unknown",
};
/// As amazon-connect-streams counts: on the line, or about to be.
[[nodiscard]] constexpr bool is_active(ConnectionState state) noexcept {
    return state != ConnectionState::init && state != ConnectionState::disconnected &&
           state != ConnectionState::rejected && state != ConnectionState::unknown;
}

/// Whose leg a connection is.
enum class Participant : std::uint8_t { agent, customer, third_party, monitor };
template <>
inline constexpr std::array<std::string_view, 4> names_of<Participant>{"agent", "customer", "third_party", "monitor"};

/// One participant's leg of a contact.
struct Connection {
    ConnectionId id;
    Participant party = Participant::third_party;
    ConnectionType type = ConnectionType::unknown;
    ConnectionState state = ConnectionState::unknown;
    std::optional<Instant> since;
    std::optional<Caller> number;  ///< none where the endpoint shows none that can be read
    std::string quick_connect;     ///< the name of what was dialled; may be empty
    friend bool operator==(const Connection&, const Connection&) = default;
};

/// A queue as Amazon Connect names it.
struct Queue {
    std::string arn;
    std::string name;  ///< empty for an agent's own
    friend auto operator<=>(const Queue&, const Queue&) = default;
};

/// What Amazon Connect says a contact's state is ("Contact state", agent event streams; ContactStateType of
/// amazon-connect-streams).
enum class ShownContactState : std::uint8_t {
    init,
    incoming,
    pending,
    connecting,
    connected,
    on_hold,
    paused,
    missed,
    rejected,
    error,
    ended,
    unknown,
};
template <>
inline constexpr std::array<std::string_view, 12> names_of<ShownContactState>{
    "init",   "incoming", "pending",  "connecting", "connected", "on_hold",
    "paused", "missed",   "rejected", "error",      "ended",     "unknown",
};

/// A contact as one snapshot of its agent shows it.
struct ContactSnapshot {
    ContactId id;
    std::optional<ContactId> initial;  ///< the first of a chain of transfers
    Channel channel = Channel::unknown;
    Initiation initiation = Initiation::unknown;
    ShownContactState shown = ShownContactState::unknown;
    std::optional<Instant> since;  ///< when it came to be as shown
    std::optional<Instant> queued_at;
    std::optional<Instant> connected_to_agent_at;
    std::optional<Queue> queue;
    std::vector<Connection> connections;  ///< empty where the source has none
    std::map<std::string, std::string> attributes;
    friend bool operator==(const ContactSnapshot&, const ContactSnapshot&) = default;
};

/// The first connection of the party; null if there is none.
[[nodiscard]] inline const Connection* find_connection(const ContactSnapshot& contact, Participant party) noexcept {
    for (const auto& connection : contact.connections) {
        if (connection.party == party) return &connection;
    }
    return nullptr;
}

/// Who left first, of those who have left; null while nobody has, when one of them did is not told, or two left at
/// once.
[[nodiscard]] inline const Connection* first_to_leave(const ContactSnapshot& contact) noexcept {
    const Connection* first = nullptr;
    bool alone = true;
    for (const auto& connection : contact.connections) {
        if (connection.state != ConnectionState::disconnected) continue;
        if (!connection.since) return nullptr;
        if (first == nullptr || *connection.since < *first->since) {
            first = &connection;
            alone = true;
        } else if (*connection.since == *first->since) {
            alone = false;
        }
    }
    return alone ? first : nullptr;
}

namespace detail {

[[nodiscard]] inline std::size_t others_on_the_line(const ContactSnapshot& contact) noexcept {
    std::size_t count = 0;
    for (const auto& connection : contact.connections) {
        const bool other = connection.party == Participant::customer || connection.party == Participant::third_party;
        if (other && connection.state == ConnectionState::connected) ++count;
    }
    return count;
}

/// A third party who talks, or is laid aside.
[[nodiscard]] inline bool has_third_party(const ContactSnapshot& contact) noexcept {
    for (const auto& connection : contact.connections) {
        const auto state = connection.state;
        const bool is_there = state == ConnectionState::connected || state == ConnectionState::hold;
        if (connection.party == Participant::third_party && is_there) return true;
    }
    return false;
}

[[nodiscard]] constexpr bool is_callback(Initiation initiation) noexcept {
    return initiation == Initiation::callback || initiation == Initiation::callback_customer_first_queued ||
           initiation == Initiation::callback_customer_first_dialed;
}

/// A call that the agent dials needs no accepting. Any other, be the customer dialled too (a queued callback, a call of
/// the API, one that another passes on), is offered to the agent as an inbound contact is.
[[nodiscard]] inline bool is_dialled_by_agent(const ContactSnapshot& contact) noexcept {
    if (contact.initiation != Initiation::unknown) return contact.initiation == Initiation::outbound;
    const auto* customer = find_connection(contact, Participant::customer);
    return customer != nullptr && customer->type == ConnectionType::outbound;
}

/// Whether it is the customer's telephone that rings while the contact is connecting: of a queued callback, unless the
/// customer is rung first, the agent has accepted by then.
[[nodiscard]] inline bool rings_at_the_customer(const ContactSnapshot& contact) noexcept {
    return is_dialled_by_agent(contact) || contact.initiation == Initiation::callback;
}

[[nodiscard]] inline bool has_leg(const ContactSnapshot& contact, Participant party, ConnectionState state) noexcept {
    const auto* connection = find_connection(contact, party);
    return connection != nullptr && connection->state == state;
}

/// A customer who is previewed before a campaign calls them.
[[nodiscard]] inline bool is_not_dialled_yet(const ContactSnapshot& contact) noexcept {
    if (contact.initiation != Initiation::campaign_preview || contact.connections.empty()) return false;
    const auto* customer = find_connection(contact, Participant::customer);
    return customer == nullptr || customer->state == ConnectionState::init;
}

/// A voice contact that its agent missed or rejected mostly comes as an error: their leg is gone, the caller waits, or
/// was never called.
[[nodiscard]] inline bool agent_let_it_ring(const ContactSnapshot& contact) noexcept {
    const bool others_wait =
        has_leg(contact, Participant::customer, ConnectionState::connected) || is_not_dialled_yet(contact);
    return !is_dialled_by_agent(contact) && has_leg(contact, Participant::agent, ConnectionState::disconnected) &&
           others_wait;
}

[[nodiscard]] inline bool has_agent_refused(const ContactSnapshot& contact) noexcept {
    return has_leg(contact, Participant::agent, ConnectionState::rejected);
}

/// A supervisor's contact is another agent's call, and the leg that monitors it their own.
[[nodiscard]] inline bool is_supervisors(const ContactSnapshot& contact) noexcept {
    return contact.initiation == Initiation::monitor || (find_connection(contact, Participant::agent) == nullptr &&
                                                         find_connection(contact, Participant::monitor) != nullptr);
}

/// That the agent is a supervisor, their leg tells too where they only listen, or break in.
[[nodiscard]] inline std::optional<ContactEvent> overhearing(const ContactSnapshot& contact) noexcept {
    const bool monitors = is_supervisors(contact);
    if (has_leg(contact, Participant::agent, ConnectionState::barge)) return ContactEvent::barging;
    if (monitors && has_leg(contact, Participant::monitor, ConnectionState::barge)) return ContactEvent::barging;
    if (monitors || has_leg(contact, Participant::agent, ConnectionState::silent_monitor)) {
        return ContactEvent::monitoring;
    }
    return std::nullopt;
}

/// Nobody rings to be listened to. Where the initiation is not told, a call without a customer may be another agent's.
[[nodiscard]] inline bool may_be_overheard(const ContactSnapshot& contact) noexcept {
    if (is_supervisors(contact)) return true;
    return contact.channel == Channel::voice && contact.initiation == Initiation::unknown &&
           !contact.connections.empty() && find_connection(contact, Participant::customer) == nullptr;
}

/// An agent who previews talks to nobody until the customer answers.
[[nodiscard]] inline std::optional<ContactEvent> previewing(const ContactSnapshot& contact) noexcept {
    const bool is_preview = contact.initiation == Initiation::campaign_preview && contact.channel == Channel::voice;
    if (!is_preview || has_third_party(contact)) return std::nullopt;
    if (is_not_dialled_yet(contact)) return ContactEvent::pending;
    const bool rings = has_leg(contact, Participant::customer, ConnectionState::connecting);
    return rings ? std::optional{ContactEvent::connecting} : std::nullopt;
}

[[nodiscard]] inline ContactEvent talking(const ContactSnapshot& contact) noexcept {
    if (const auto event = overhearing(contact)) return *event;
    if (const auto event = previewing(contact)) return *event;
    const bool laid_aside = has_leg(contact, Participant::customer, ConnectionState::hold) ||
                            has_leg(contact, Participant::agent, ConnectionState::hold);
    if (laid_aside) return ContactEvent::held;
    if (has_leg(contact, Participant::customer, ConnectionState::disconnected) && has_third_party(contact)) {
        return ContactEvent::customer_left;
    }
    return others_on_the_line(contact) > 1 ? ContactEvent::conferenced : ContactEvent::connected;
}

[[nodiscard]] inline std::optional<ContactEvent> shown_event(const ContactSnapshot& contact) noexcept {
    switch (contact.shown) {
        case ShownContactState::incoming:
            return ContactEvent::incoming;
        case ShownContactState::pending:
            return ContactEvent::pending;
        case ShownContactState::connecting:
            return ContactEvent::connecting;
        case ShownContactState::connected:
            return talking(contact);
        case ShownContactState::on_hold:
            return ContactEvent::held;
        case ShownContactState::paused:
            return ContactEvent::paused;
        case ShownContactState::missed:
            return has_agent_refused(contact) ? ContactEvent::rejected : ContactEvent::missed;
        case ShownContactState::rejected:
            return ContactEvent::rejected;
        case ShownContactState::error:
            if (has_agent_refused(contact)) return ContactEvent::rejected;
            return agent_let_it_ring(contact) ? ContactEvent::missed : ContactEvent::failed;
        case ShownContactState::ended:
            return others_on_the_line(contact) > 0 ? ContactEvent::left_to_others : ContactEvent::ended;
        case ShownContactState::init:
        case ShownContactState::unknown:
            break;
    }
    return std::nullopt;
}

/// Nobody missed a supervisor's contact, and when it ends the others' call goes on as it was.
[[nodiscard]] constexpr std::optional<ContactEvent> as_supervisors(std::optional<ContactEvent> event) noexcept {
    if (event == ContactEvent::missed) return ContactEvent::failed;
    return event == ContactEvent::left_to_others ? ContactEvent::ended : event;
}

/// Since when the customer hears music, or the agent has stepped out; none while no leg tells it.
[[nodiscard]] inline std::optional<Instant> held_since(const ContactSnapshot& contact) noexcept {
    std::optional<Instant> first;
    for (const auto party : {Participant::customer, Participant::agent}) {
        const auto* leg = find_connection(contact, party);
        if (leg == nullptr || leg->state != ConnectionState::hold || !leg->since) continue;
        if (!first || *leg->since < *first) first = leg->since;
    }
    return first;
}

}  // namespace detail

/// Whether the contact is only offered yet.
[[nodiscard]] constexpr bool is_offered(ShownContactState shown) noexcept {
    return shown == ShownContactState::incoming || shown == ShownContactState::pending ||
           shown == ShownContactState::connecting;
}

/// What the snapshot says of the contact; none where Amazon Connect's word for its state is new to us.
[[nodiscard]] inline std::optional<ContactEvent> event_of(const ContactSnapshot& contact) noexcept {
    if (is_offered(contact.shown) && detail::may_be_overheard(contact)) return std::nullopt;
    const auto event = detail::shown_event(contact);
    return detail::is_supervisors(contact) ? detail::as_supervisors(event) : event;
}

/// When the contact came to be as `event_of` says. On hold and in a conference the contact's own state stays the same,
/// and the connections tell.
[[nodiscard]] inline std::optional<Instant> since_of(const ContactSnapshot& contact) noexcept {
    auto since = contact.since;
    if (contact.shown != ShownContactState::connected) return since;
    if (event_of(contact) == ContactEvent::held) return detail::held_since(contact);
    for (const auto& connection : contact.connections) {
        if (connection.party != Participant::customer && connection.party != Participant::third_party) continue;
        if (since && connection.since && *connection.since > *since) since = connection.since;
    }
    return since;
}

/// The same of a contact that was never seen before. One on hold shows since when it was connected, and how much of
/// that it was held nobody knows.
[[nodiscard]] inline std::optional<Instant> since_at_first_sight(const ContactSnapshot& contact) noexcept {
    if (contact.shown == ShownContactState::on_hold) return std::nullopt;
    return since_of(contact);
}

}  // namespace denwaban
