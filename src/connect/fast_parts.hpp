#pragma once

#include "fast_rows.hpp"

/// The parts of a contact record, by their keys.
namespace denwaban::connect::fast {

/// The careful reader tells the keys that are new of an object when it comes to it, and the words as it reads them.
namespace order {
enum Order : std::size_t {
    keys,
    channel,
    initiation,
    customer,
    system,
    transferred,
    queue,
    agent,
    profile,
    recordings
};
/// Behind every item of Recordings.
constexpr std::size_t recording = recordings + 2 * max_items;
}  // namespace order

constexpr FastRow<std::string> text_row(std::string_view key) {
    return fast_row<std::string>(
        key, [](auto& scan, std::string& text) { return read_value(scan, text); }, clear_value);
}

inline constexpr FastRows name_rows{std::array{
    passed_over<std::string>("ARN"),
    text_row("Name"),
}};

inline constexpr FastRows endpoint_rows{std::array{
    text_row("Address"),
    passed_over<std::string>("DisplayName"),
    passed_over<std::string>("Type"),
}};

template <auto member>
constexpr FastRow<RecordedQueue> queue_row(std::string_view key) {
    return fast_row<RecordedQueue>(
        key, [](auto& scan, RecordedQueue& queue) { return read_value(scan, queue.queue.*member); },
        [](RecordedQueue& queue) { clear_value(queue.queue.*member); });
}

inline constexpr FastRows queue_rows{std::array{
    queue_row<&Queue::arn>("ARN"),
    row<&RecordedQueue::dequeued>("DequeueTimestamp"),
    passed_over<RecordedQueue>("Duration"),
    row<&RecordedQueue::enqueued>("EnqueueTimestamp"),
    passed_over<RecordedQueue>("Id"),
    queue_row<&Queue::name>("Name"),
}};

inline constexpr auto profile_row = fast_row<RecordedAgent>(
    "RoutingProfile",
    [](auto& scan, RecordedAgent& agent) {
        return read_object(scan, name_rows, agent.routing_profile, {order::profile, "/Agent/RoutingProfile"});
    },
    [](RecordedAgent& agent) { agent.routing_profile.clear(); });

inline constexpr FastRows agent_rows{std::array{
    row<&RecordedAgent::agent>("ARN"),
    passed_over<RecordedAgent>("AcceptedByAgentTimestamp"),
    passed_over<RecordedAgent>("ActiveRegion"),
    row<&RecordedAgent::after_contact_work>("AfterContactWorkDuration"),
    row<&RecordedAgent::after_contact_work_until>("AfterContactWorkEndTimestamp"),
    row<&RecordedAgent::after_contact_work_from>("AfterContactWorkStartTimestamp"),
    row<&RecordedAgent::agent_hold>("AgentInitiatedHoldDuration"),
    row<&RecordedAgent::interaction>("AgentInteractionDuration"),
    passed_over<RecordedAgent>("AgentPauseDuration"),
    passed_over<RecordedAgent>("Capabilities"),
    row<&RecordedAgent::connected>("ConnectedToAgentTimestamp"),
    row<&RecordedAgent::customer_hold>("CustomerHoldDuration"),
    passed_over<RecordedAgent>("DeviceInfo"),
    passed_over<RecordedAgent>("HierarchyGroups"),
    row<&RecordedAgent::longest_hold>("LongestHoldDuration"),
    row<&RecordedAgent::holds>("NumberOfHolds"),
    passed_over<RecordedAgent>("PreviewEndTimestamp"),
    profile_row,
    passed_over<RecordedAgent>("StateTransitions"),
    row<&RecordedAgent::username>("Username"),
    passed_over<RecordedAgent>("VoiceEnhancementMode"),
}};

/// A recording, and what of it is told by two keys.
struct RecordingDraft {
    std::string_view location;
    std::string_view media;
    std::string_view type;
    std::size_t order = 0;
    std::string_view path;
    Recording* to = nullptr;
};

inline constexpr auto status_row = fast_row<RecordingDraft>(
    "Status",
    [](auto& scan, RecordingDraft& draft) {
        return read_word(scan, draft.to->status, {draft.order + 1, draft.path}, "Status");
    },
    [](RecordingDraft& draft) { draft.to->status = RecordingStatus::unknown; });

template <auto member>
constexpr FastRow<RecordingDraft> recording_row(std::string_view key) {
    return fast_row<RecordingDraft>(
        key, [](auto& scan, RecordingDraft& draft) { return read_value(scan, draft.to->*member); },
        [](RecordingDraft& draft) { clear_value(draft.to->*member); });
}

inline constexpr FastRows recording_rows{std::array{
    recording_row<&Recording::deletion_reason>("DeletionReason"),
    passed_over<RecordingDraft>("FragmentStartNumber"),
    passed_over<RecordingDraft>("FragmentStopNumber"),
    row<&RecordingDraft::location>("Location"),
    row<&RecordingDraft::media>("MediaStreamType"),
    recording_row<&Recording::participant>("ParticipantType"),
    recording_row<&Recording::from>("StartTimestamp"),
    status_row,
    recording_row<&Recording::until>("StopTimestamp"),
    passed_over<RecordingDraft>("StorageType"),
    row<&RecordingDraft::type>("Type"),
    passed_over<RecordingDraft>("UnavailableReason"),
    passed_over<RecordingDraft>("IVRRecordingTrack"),
}};

template <class S>
[[nodiscard]] bool read_recording(S& scan, Recording& recording, std::size_t order, std::string_view path) {
    RecordingDraft draft{{}, {}, {}, order, path, &recording};
    if (!read_object(scan, recording_rows, draft, {order, path})) return false;
    tell_location(recording, draft.location);
    recording.media = draft.media.empty() ? draft.type : draft.media;
    return true;
}

}  // namespace denwaban::connect::fast
