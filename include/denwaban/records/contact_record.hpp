#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/agent/contact.hpp>
#include <denwaban/agent/contact_times.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/strong.hpp>
#include <denwaban/core/time.hpp>

namespace denwaban {

/// Whether a recording can still be had (the contact record's Recording.Status).
enum class RecordingStatus : std::uint8_t { available, deleted, unknown };
template <>
inline constexpr std::array<std::string_view, 3> names_of<RecordingStatus>{"available", "deleted", "unknown"};

/// A recording or transcript of a contact, and where it lies on Amazon S3: with the instance's region, what a signed
/// link is made of.
struct Recording {
    std::string bucket;  ///< empty where the record does not say
    std::string key;
    RecordingStatus status = RecordingStatus::unknown;
    std::string media;        ///< Amazon Connect's word: AUDIO, VIDEO, CHAT; may be empty
    std::string participant;  ///< whose voice: ALL, AGENT, CUSTOMER, …; may be empty
    std::optional<Instant> from;
    std::optional<Instant> until;
    std::string deletion_reason;
    friend auto operator<=>(const Recording&, const Recording&) = default;
};

/// Contact Lens keeps what it blacked out in a folder of its own.
[[nodiscard]] inline bool is_redacted(const Recording& recording) noexcept {
    return recording.key.find("/Redacted/") != std::string::npos;
}

/// A stay in a queue.
struct RecordedQueue {
    Queue queue;
    std::optional<Instant> enqueued;
    std::optional<Instant> dequeued;  ///< the agent connected, or the contact left
    friend auto operator<=>(const RecordedQueue&, const RecordedQueue&) = default;
};

/// An agent's part in a contact. Spans are none where Amazon Connect has not said them (yet).
struct RecordedAgent {
    AgentId agent;
    std::string username;
    std::string routing_profile;  ///< its name
    std::optional<Instant> connected;
    std::optional<Instant> after_contact_work_from;
    std::optional<Instant> after_contact_work_until;
    std::optional<Duration> interaction;    ///< without holds
    std::optional<Duration> customer_hold;  ///< how long the customer waited on hold
    std::optional<Duration> agent_hold;     ///< how much of that the agent began
    std::optional<Duration> longest_hold;
    std::optional<Duration> after_contact_work;
    int holds = 0;
    friend auto operator<=>(const RecordedAgent&, const RecordedAgent&) = default;
};

/// What Amazon Connect says of a contact, once it is over and whenever something of it changes later (contact record,
/// once called CTR): one leg of a call. "Contact records data model" of the administrator guide.
struct ContactRecord {
    ContactId id;
    Instant updated{};                 ///< LastUpdateTimestamp: of two records of a contact the newer holds
    std::optional<ContactId> initial;  ///< the first of a chain of transfers; none of the first
    std::optional<ContactId> previous;
    std::optional<ContactId> next;
    std::optional<ContactId> related;
    std::vector<ContactId> formerly;  ///< others that older records of it linked it to, and it does not; in order
    bool was_first = false;           ///< an older record of it said that nothing was before it, and it does not
    std::string association;          ///< ContactAssociationId; may be empty
    Channel channel = Channel::unknown;
    Initiation initiation = Initiation::unknown;
    std::string instance_arn;
    std::optional<Instant> initiated;
    std::optional<Instant> connected_to_system;  ///< of a contact that dials out, when the customer answered
    std::optional<Instant> disconnected;
    std::optional<Instant> transferred;  ///< when a number outside was reached that it was transferred to
    std::optional<Instant> scheduled;
    std::string disconnect_reason;   ///< Amazon Connect's word; old records have none
    std::optional<Caller> customer;  ///< none where the endpoint shows no number, and on channels without numbers
    /// SystemEndpoint: the number dialled, or shown to whom we called; a callback has none.
    std::optional<PhoneNumber> line;
    std::optional<PhoneNumber> transferred_to;
    std::string customer_address;  ///< as it stands: a number, an e-mail address
    std::optional<RecordedQueue> queue;
    std::optional<RecordedAgent> agent;
    int connection_attempts = 0;  ///< how often it was offered to an agent
    std::vector<Recording> recordings;
    std::map<std::string, std::string> attributes;
    std::map<std::string, std::string> tags;
    friend auto operator<=>(const ContactRecord&, const ContactRecord&) = default;
};

/// `ap-northeast-1` of `arn:aws:connect:ap-northeast-1:…`, where recordings lie as a rule; empty if it is no ARN.
[[nodiscard]] inline std::string_view region_of(const ContactRecord& record) noexcept {
    std::string_view rest = record.instance_arn;
    if (!rest.starts_with("arn:")) return {};
    for (int part = 0; part < 3; ++part) {
        const auto colon = rest.find(':');
        if (colon == std::string_view::npos) return {};
        rest.remove_prefix(colon + 1);
    }
    return rest.substr(0, rest.find(':'));
}

}  // namespace denwaban
