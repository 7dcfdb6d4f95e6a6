#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/agent/agent_lifecycle.hpp>
#include <denwaban/agent/contact.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/time.hpp>

namespace denwaban {

/// What kind of status an agent is in: `AgentStateType` of amazon-connect-streams, `AgentStatus.Type` of the agent
/// event stream (whose CUSTOM is not_routable here).
enum class AgentStatusType : std::uint8_t { init, routable, not_routable, offline, system, error, unknown };
template <>
inline constexpr std::array<std::string_view, 7> names_of<AgentStatusType>{
    "init", "routable", "not_routable", "offline", "system", "error", "unknown",
};

/// A status as Amazon Connect shows it.
struct AgentStatus {
    std::string name;  ///< `Available`, `Busy`, 休憩
    AgentStatusType type = AgentStatusType::unknown;
    std::optional<Instant> since;
    std::string arn;  ///< empty for a system state
    friend bool operator==(const AgentStatus&, const AgentStatus&) = default;
};

/// The status that the agent will be in once their contacts are done ("next status").
struct NextStatus {
    std::string name;
    std::optional<Instant> queued_at;
    std::string arn;
    friend bool operator==(const NextStatus&, const NextStatus&) = default;
};

/// Which source a snapshot comes from: amazon-connect-streams shows in the status itself that the agent is on a
/// contact; the agent event stream leaves the status Available meanwhile, and shows it in the contacts alone.
enum class SnapshotSource : std::uint8_t { streams, agent_event_stream };
template <>
inline constexpr std::array<std::string_view, 2> names_of<SnapshotSource>{"streams", "agent_event_stream"};

/// All that is seen of an agent at one moment.
struct AgentSnapshot {
    SnapshotSource source = SnapshotSource::streams;
    Instant at{};
    AgentStatus status;
    std::optional<NextStatus> next;
    std::vector<ContactSnapshot> contacts;
    friend bool operator==(const AgentSnapshot&, const AgentSnapshot&) = default;
};

/// A published name of a status that Amazon Connect itself puts an agent into, and what it says of them.
struct SystemStatus {
    std::string_view name;
    AgentSighting sighting;
};

/// `AgentAvailStates` and `AgentErrorStates` of amazon-connect-streams 2.28, and `Pending`, which callbacks show.
inline constexpr auto system_statuses = std::to_array<SystemStatus>({
    {"Init", AgentSighting::unclear},
    {"Busy", AgentSighting::on_contact},
    {"AfterCallWork", AgentSighting::after_contact_work},
    {"CallingCustomer", AgentSighting::dialling},
    {"Dialing", AgentSighting::dialling},
    {"Joining", AgentSighting::on_contact},
    {"Pending", AgentSighting::ringing},
    {"PendingAvailable", AgentSighting::ringing},
    {"PendingBusy", AgentSighting::ringing},
    {"Error", AgentSighting::error},
    {"AgentHungUp", AgentSighting::error},
    {"BadAddressAgent", AgentSighting::error},
    {"BadAddressCustomer", AgentSighting::error},
    {"Default", AgentSighting::error},
    {"FailedConnectAgent", AgentSighting::error},
    {"FailedConnectCustomer", AgentSighting::error},
    {"InvalidLocale", AgentSighting::error},
    {"LineEngagedAgent", AgentSighting::error},
    {"LineEngagedCustomer", AgentSighting::error},
    {"MissedCallAgent", AgentSighting::missed_contact},
    {"MissedCallCustomer", AgentSighting::error},
    {"MultipleCcpWindows", AgentSighting::second_window},
    {"RealtimeCommunicationError", AgentSighting::error},
});

/// Whether the state that is shown stands for something that went wrong.
[[nodiscard]] constexpr bool is_error(AgentSighting sighting) noexcept {
    return sighting == AgentSighting::missed_contact || sighting == AgentSighting::second_window ||
           sighting == AgentSighting::error;
}

/// What the name alone says, if Amazon Connect gives statuses that name.
[[nodiscard]] constexpr std::optional<AgentSighting> system_sighting(std::string_view name) noexcept {
    const auto* const found = std::find_if(system_statuses.begin(), system_statuses.end(),
                                           [name](const SystemStatus& status) { return status.name == name; });
    if (found == system_statuses.end()) return std::nullopt;
    return found->sighting;
}

namespace detail {

/// Without a type (it came with version 2019-05-25 and not in every document): the two statuses that every instance has
/// keep their names, and all others are the centre's own.
[[nodiscard]] constexpr AgentStatusType type_of(const AgentStatus& status) noexcept {
    if (status.type != AgentStatusType::unknown) return status.type;
    if (status.name == "Available") return AgentStatusType::routable;
    if (status.name == "Offline") return AgentStatusType::offline;
    return status.name.empty() ? AgentStatusType::unknown : AgentStatusType::not_routable;
}

[[nodiscard]] constexpr AgentSighting sighting_of(const AgentStatus& status) noexcept {
    switch (type_of(status)) {
        case AgentStatusType::routable:
            return AgentSighting::available;
        case AgentStatusType::offline:
            return AgentSighting::offline;
        case AgentStatusType::error:
            return system_sighting(status.name).value_or(AgentSighting::error);
        case AgentStatusType::system:
            return system_sighting(status.name).value_or(AgentSighting::unclear);
        // A queued callback shows Pending as not routable; a status of the centre's own has an ARN, whatever its name.
        case AgentStatusType::not_routable:
            return status.name == "Pending" && status.arn.empty() ? AgentSighting::ringing
                                                                  : AgentSighting::not_routable;
        case AgentStatusType::init:
        case AgentStatusType::unknown:
            break;
    }
    return AgentSighting::unclear;
}

/// What a voice contact makes of an agent whose status says Available, the strongest first.
struct Occupation {
    ShownContactState shown;
    AgentSighting inbound;
    AgentSighting outbound;
};
inline constexpr auto occupations = std::to_array<Occupation>({
    {ShownContactState::connected, AgentSighting::on_contact, AgentSighting::on_contact},
    {ShownContactState::on_hold, AgentSighting::on_contact, AgentSighting::on_contact},
    {ShownContactState::connecting, AgentSighting::ringing, AgentSighting::dialling},
    {ShownContactState::pending, AgentSighting::dialling, AgentSighting::dialling},
    {ShownContactState::incoming, AgentSighting::ringing, AgentSighting::ringing},
    {ShownContactState::missed, AgentSighting::missed_contact, AgentSighting::error},
    {ShownContactState::error, AgentSighting::error, AgentSighting::error},
    {ShownContactState::ended, AgentSighting::after_contact_work, AgentSighting::after_contact_work},
});

}  // namespace detail

/// What is seen of the agent, and since when.
struct Seen {
    AgentSighting sighting;
    std::optional<Instant> since;
};

/// What the snapshot says of its agent. A chat, a task or an e-mail never changes it.
[[nodiscard]] inline Seen seen_in(const AgentSnapshot& snapshot) noexcept {
    const Seen status{detail::sighting_of(snapshot.status), snapshot.status.since};
    if (snapshot.source == SnapshotSource::streams || snapshot.contacts.empty()) return status;
    for (const auto& occupation : detail::occupations) {
        for (const auto& contact : snapshot.contacts) {
            if (contact.channel != Channel::voice || contact.shown != occupation.shown) continue;
            const bool overheard = detail::is_supervisors(contact);
            if (overheard && is_offered(contact.shown)) continue;
            const bool calls_out = contact.shown == ShownContactState::connecting
                                       ? detail::rings_at_the_customer(contact)
                                       : detail::is_dialled_by_agent(contact);
            return {calls_out || overheard ? occupation.outbound : occupation.inbound, contact.since};
        }
    }
    return status;
}

}  // namespace denwaban
