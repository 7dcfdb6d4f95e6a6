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

inline constexpr FastRows name_rows{std::array{
    passed_over<std::string>("ARN"),
    FastRow<std::string>{"Name", read_value, clear_value},
}};

inline constexpr FastRows endpoint_rows{std::array{
    FastRow<std::string>{"Address", read_value, clear_value},
    passed_over<std::string>("DisplayName"),
    passed_over<std::string>("Type"),
}};

[[nodiscard]] inline bool read_queue_arn(Scan& scan, RecordedQueue& queue) { return read_value(scan, queue.queue.arn); }
[[nodiscard]] inline bool read_queue_name(Scan& scan, RecordedQueue& queue) {
    return read_value(scan, queue.queue.name);
}

inline constexpr FastRows queue_rows{std::array{
    FastRow<RecordedQueue>{"ARN", read_queue_arn, [](RecordedQueue& queue) { queue.queue.arn.clear(); }},
    row<&RecordedQueue::dequeued>("DequeueTimestamp"),
    passed_over<RecordedQueue>("Duration"),
    row<&RecordedQueue::enqueued>("EnqueueTimestamp"),
    passed_over<RecordedQueue>("Id"),
    FastRow<RecordedQueue>{"Name", read_queue_name, [](RecordedQueue& queue) { queue.queue.name.clear(); }},
}};

[[nodiscard]] inline bool read_profile(Scan& scan, RecordedAgent& agent) {
    return read_object(scan, name_rows, agent.routing_profile, {order::profile, "/Agent/RoutingProfile"});
}

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
    FastRow<RecordedAgent>{"RoutingProfile", read_profile, [](RecordedAgent& agent) { agent.routing_profile.clear(); }},
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

[[nodiscard]] inline bool read_status(Scan& scan, RecordingDraft& draft) {
    return read_word(scan, draft.to->status, {draft.order + 1, draft.path}, "Status");
}

template <auto member>
constexpr FastRow<RecordingDraft> recording_row(std::string_view key) {
    return {key, [](Scan& scan, RecordingDraft& draft) { return read_value(scan, draft.to->*member); },
            [](RecordingDraft& draft) { clear_value(draft.to->*member); }};
}

inline constexpr FastRows recording_rows{std::array{
    recording_row<&Recording::deletion_reason>("DeletionReason"),
    passed_over<RecordingDraft>("FragmentStartNumber"),
    passed_over<RecordingDraft>("FragmentStopNumber"),
    row<&RecordingDraft::location>("Location"),
    row<&RecordingDraft::media>("MediaStreamType"),
    recording_row<&Recording::participant>("ParticipantType"),
    recording_row<&Recording::from>("StartTimestamp"),
    FastRow<RecordingDraft>{"Status", read_status,
                            [](RecordingDraft& draft) { draft.to->status = RecordingStatus::unknown; }},
    recording_row<&Recording::until>("StopTimestamp"),
    passed_over<RecordingDraft>("StorageType"),
    row<&RecordingDraft::type>("Type"),
    passed_over<RecordingDraft>("UnavailableReason"),
    passed_over<RecordingDraft>("IVRRecordingTrack"),
}};

[[nodiscard]] inline bool read_recording(Scan& scan, Recording& recording, std::size_t order, std::string_view path) {
    RecordingDraft draft{{}, {}, {}, order, path, &recording};
    if (!read_object(scan, recording_rows, draft, {order, path})) return false;
    tell_location(recording, draft.location);
    recording.media = draft.media.empty() ? draft.type : draft.media;
    return true;
}

}  // namespace denwaban::connect::fast
