#pragma once

#include <array>

#include <denwaban/agent/agent_stream_record.hpp>
#include <denwaban/agent/agent_timeline.hpp>
#include <denwaban/agent/contact_history.hpp>
#include <denwaban/agent/notices.hpp>

#include "documents/calls/call_shapes.hpp"

/// What is seen of agents and their contacts.
namespace denwaban::shapes {

/// Instants are from 1970 to 9999.
inline constexpr auto milliseconds = whole(0, std::int64_t{8030} * 366 * 24 * 60 * 60 * 1000);
inline constexpr int most_missed = 1'000'000'000;

inline constexpr std::array queue_fields{
    field<&Queue::arn>("arn", required),
    field<&Queue::name>("name", required, "Empty for an agent's own."),
};
template <>
inline constexpr Shape shape_of<Queue> = record<Queue>("Queue", "A queue as Amazon Connect names it.", queue_fields);

inline constexpr std::array connection_fields{
    field<&Connection::id>("id", required, kind::string),
    field<&Connection::party>("party", required),
    field<&Connection::type>("type", required),
    field<&Connection::state>("state", required),
    field<&Connection::since>("since", nullable),
    field<&Connection::number>(
        "number", nullable, "E.164, or why none is shown (`by_caller`, `payphone`, …); null where none can be read."),
    field<&Connection::quick_connect>("quick_connect", required, "The name of what was dialled; may be empty."),
};
template <>
inline constexpr Shape shape_of<Connection> = record<Connection>("Connection", "One end of a contact.",
                                                                 connection_fields);

using Attributes = std::map<std::string, std::string>;
void read_attributes(const Node& node, Attributes& attributes);
void write_attributes(const Attributes& attributes, Sink& sink, const Value* before);
template <>
inline constexpr Shape shape_of<Attributes> =
    by_hand<Attributes, read_attributes, write_attributes>({.sort = Sort::map, .of = &shape_of<std::string>});

inline constexpr std::array contact_fields{
    field<&ContactSnapshot::id>("id", required, kind::string),
    field<&ContactSnapshot::initial>("initial", nullable, kind::string, "The first of a chain of transfers."),
    field<&ContactSnapshot::channel>("channel", required),
    field<&ContactSnapshot::initiation>("initiation", required),
    field<&ContactSnapshot::shown>("shown", required, "What Amazon Connect says its state is."),
    field<&ContactSnapshot::since>("since", nullable, "When it came to be as shown."),
    field<&ContactSnapshot::queued_at>("queued_at", nullable),
    field<&ContactSnapshot::connected_to_agent_at>("connected_to_agent_at", nullable),
    field<&ContactSnapshot::queue>("queue", nullable),
    field<&ContactSnapshot::connections>("connections", required),
    field<&ContactSnapshot::attributes>("attributes", required),
};
template <>
inline constexpr Shape shape_of<ContactSnapshot> =
    record<ContactSnapshot>("ContactSnapshot", "A contact as one snapshot of its agent shows it.", contact_fields);

inline constexpr std::array status_fields{
    field<&AgentStatus::name>("name", required),
    field<&AgentStatus::type>("type", required),
    field<&AgentStatus::since>("since", nullable),
    field<&AgentStatus::arn>("arn", required, "Empty for a system state."),
};
template <>
inline constexpr Shape shape_of<AgentStatus> = record<AgentStatus>("AgentStatus",
                                                                   "A status as Amazon Connect shows it.",
                                                                   status_fields);

inline constexpr std::array next_status_fields{
    field<&NextStatus::name>("name", required),
    field<&NextStatus::queued_at>("queued_at", nullable),
    field<&NextStatus::arn>("arn", required),
};
template <>
inline constexpr Shape shape_of<NextStatus> =
    record<NextStatus>("NextStatus", "What the agent will be in once their contacts are done.", next_status_fields);

/// The rows of a snapshot, where it is a member of what they are written in, and where it stands by itself.
template <auto... At>
inline constexpr std::array snapshot_rows{
    field<At..., &AgentSnapshot::source>("source", required),     field<At..., &AgentSnapshot::at>("at", required),
    field<At..., &AgentSnapshot::status>("status", required),     field<At..., &AgentSnapshot::next>("next", nullable),
    field<At..., &AgentSnapshot::contacts>("contacts", required),
};
template <>
inline constexpr Shape shape_of<AgentSnapshot> = record<AgentSnapshot>("AgentSnapshot",
                                                                       "All that is seen of an agent at one moment.",
                                                                       snapshot_rows<>);

inline constexpr std::array slots_fields{
    field<&ChannelSlots::channel>("channel", required),
    field<&ChannelSlots::maximum>("maximum", required, whole(0, most_missed)),
    field<&ChannelSlots::available>("available", nullable, whole(0, most_missed), "Now."),
};
template <>
inline constexpr Shape shape_of<ChannelSlots> =
    record<ChannelSlots>("ChannelSlots", "How many contacts of a channel an agent may have at once.", slots_fields);

inline constexpr std::array profile_fields{
    field<&RoutingProfile::arn>("arn", required),
    field<&RoutingProfile::name>("name", required),
    field<&RoutingProfile::queues>("queues", required),
    field<&RoutingProfile::default_outbound_queue>("default_outbound_queue", nullable),
    field<&RoutingProfile::slots>("slots", required),
};
template <>
inline constexpr Shape shape_of<RoutingProfile> = record<RoutingProfile>("RoutingProfile",
                                                                         "Which queues an agent takes contacts from.",
                                                                         profile_fields);

inline constexpr std::array configuration_fields{
    field<&AgentConfiguration::username>("username", required),
    field<&AgentConfiguration::first_name>("first_name", required),
    field<&AgentConfiguration::last_name>("last_name", required),
    field<&AgentConfiguration::routing_profile>("routing_profile", required),
    field<&AgentConfiguration::hierarchy>("hierarchy", required, "The agent's groups, the widest first."),
};
template <>
inline constexpr Shape shape_of<AgentConfiguration> =
    record<AgentConfiguration>("AgentConfiguration", "Who an agent is, and what they may do.", configuration_fields);

inline constexpr std::array stream_record_fields{
    field<&AgentStreamRecord::agent>("agent", required, kind::string),
    field<&AgentStreamRecord::instance_arn>("instance_arn", required),
    field<&AgentStreamRecord::version>("version", required),
    field<&AgentStreamRecord::event, &AgentEvent::id>("id", required),
    field<&AgentStreamRecord::event, &AgentEvent::kind>("kind", required),
    field<&AgentStreamRecord::event, &AgentEvent::snapshot>("snapshot", required),
    field<&AgentStreamRecord::configuration>("configuration", nullable),
    field<&AgentStreamRecord::previous>("previous", nullable, "Null at a login."),
};
template <>
inline constexpr Shape shape_of<AgentStreamRecord> = record<AgentStreamRecord>("AgentStreamRecord",
                                                                               "One record of the agent event stream.",
                                                                               stream_record_fields);

inline constexpr std::array contact_report_fields{
    field<&ContactReport::id>("id", required),
    field<&ContactReport::kind>("kind", required),
    field<&ContactReport::at>("at", required),
    field<&ContactReport::contact>("contact", required, kind::string),
    field<&ContactReport::initial>("initial", nullable, kind::string),
    field<&ContactReport::previous>("previous", nullable, kind::string),
    field<&ContactReport::channel>("channel", required),
    field<&ContactReport::initiation>("initiation", required),
    field<&ContactReport::queue>("queue", nullable),
    field<&ContactReport::agent>("agent", nullable, kind::string),
    field<&ContactReport::disconnect_reason>("disconnect_reason", required, "Empty where it is not told."),
    field<&ContactReport::queued_at>("queued_at", nullable),
    field<&ContactReport::connected_to_agent_at>("connected_to_agent_at", nullable),
    field<&ContactReport::customer>("customer", nullable,
                                    "E.164, or why none is shown (`by_caller`, …); null where none can be told."),
    field<&ContactReport::line>("line", nullable, "The number dialled, or shown to whom we called."),
    field<&ContactReport::customer_address>("customer_address", required,
                                            "As it stands: a number, an e-mail address; may be empty."),
    field<&ContactReport::tags>("tags", required),
    field<&ContactReport::language>("language", always, "As the flow set it: ja-JP; empty where it is not told."),
};
template <>
inline constexpr Shape shape_of<ContactReport> = record<ContactReport>("ContactReport", "What a contact event reports.",
                                                                       contact_report_fields);

/// What a history is made of.
struct HistoryParts {
    std::vector<ContactReport> reports;
};
inline constexpr std::array history_fields{
    field<&HistoryParts::reports>("reports", required, "In the order in which they happened."),
};
inline constexpr Shape history_parts =
    record<HistoryParts>("ContactHistory", "All that was reported of one contact.", history_fields);
void make_history(const Node& node, HistoryParts parts, ContactHistory& history);
[[nodiscard]] HistoryParts history_parts_of(const ContactHistory& history);
template <>
inline constexpr Shape shape_of<ContactHistory> =
    made_of<ContactHistory, make_history, history_parts_of>(history_parts);

inline constexpr std::array contact_times_fields{
    field<&ContactTimes::ringing>("ringing", required, milliseconds),
    field<&ContactTimes::talking>("talking", required, milliseconds),
    field<&ContactTimes::held>("held", required, milliseconds),
    field<&ContactTimes::after_contact_work>("after_contact_work", required, milliseconds),
};
template <>
inline constexpr Shape shape_of<ContactTimes> = record<ContactTimes>("ContactTimes", "How long a contact was what.",
                                                                     contact_times_fields);

inline constexpr std::array agent_notice_fields{
    field<&AgentNotice::kind>("kind", required),
    field<&AgentNotice::at>("at", required),
    field<&AgentNotice::state>("state", required, "After it."),
    field<&AgentNotice::effect>("effect", nullable, "What the owner of the agent does about it."),
};
template <>
inline constexpr Shape shape_of<AgentNotice> = record<AgentNotice>("AgentNotice",
                                                                   "Something that an event makes known of its agent.",
                                                                   agent_notice_fields);
[[nodiscard]] inline const std::string& contact_of(const ContactNotice& notice) { return notice.contact->id.text; }
inline constexpr std::array contact_notice_fields{
    field<&ContactNotice::kind>("kind", required),
    field<&ContactNotice::at>("at", required),
    field<&ContactNotice::state>("state", required, "After it."),
    field<&ContactNotice::effect>("effect", nullable, "What the owner of the contact does about it."),
    told_field<ContactNotice, contact_of>("contact", "Its id.", kind::string),
    field<&ContactNotice::times>("times", required, "So far; all of them with `destroyed`."),
    field<&ContactNotice::overheard>("overheard", required, "It is another agent's call, and this one a supervisor."),
};
template <>
inline constexpr Shape shape_of<ContactNotice> =
    record<ContactNotice>("ContactNotice", "Something that an event makes known of a contact.", contact_notice_fields);
inline constexpr std::array notice_forms{
    form<Notice, AgentNotice>("agent"),
    form<Notice, ContactNotice>("contact"),
};
template <>
inline constexpr Shape shape_of<Notice> = forms("Notice", "Something that an event makes known.", notice_forms,
                                                "about");

inline constexpr std::array track_fields{
    field<&ContactTrack::state>("state", required),
    field<&ContactTrack::since>("since", required),
    field<&ContactTrack::times>("times", required),
};
template <>
inline constexpr Shape shape_of<ContactTrack> = record<ContactTrack>("ContactTrack",
                                                                     "What has become of a contact up to a moment.",
                                                                     track_fields);

/// A track for each contact.
void check_entry(const Node& node, TimelineEntry& entry, std::size_t known);
inline constexpr auto entry_of_timeline_fields = rows(
    std::array{
        field<&TimelineEntry::event, &AgentEvent::id>("id", required),
        field<&TimelineEntry::event, &AgentEvent::kind>("kind", required),
    },
    snapshot_rows<&TimelineEntry::event, &AgentEvent::snapshot>,
    std::array{
        field<&TimelineEntry::state>("state", required),
        field<&TimelineEntry::since>("since", required, "When the agent came to that state."),
        field<&TimelineEntry::missed_in_a_row>("missed_in_a_row", required, whole(0, most_missed)),
        field<&TimelineEntry::tracks>("tracks", required, "Of the contacts, in their order."),
    });
template <>
inline constexpr Shape shape_of<TimelineEntry> = checked_anyhow<TimelineEntry, check_entry>(
    record<TimelineEntry>("TimelineEntry", "An event, and what it made of its agent.", entry_of_timeline_fields));
/// In the order in which they happened.
void check_entries(const Node& node, std::vector<TimelineEntry>& entries, std::size_t known);

using StateTimes = std::array<Duration, count_of<AgentState>>;
void read_state_times(const Node& node, StateTimes& times);
void write_state_times(const StateTimes& times, Sink& sink, const Value* before);
inline constexpr Shape some_milliseconds = shape_as<Duration>(milliseconds);
template <>
inline constexpr Shape shape_of<StateTimes> =
    by_hand<StateTimes, read_state_times, write_state_times>(map_by<AgentState>(some_milliseconds));

inline constexpr std::array status_time_fields{
    field<&StatusTime::name>("name", required),
    field<&StatusTime::time>("time", required, milliseconds),
};
template <>
inline constexpr Shape shape_of<StatusTime> = record<StatusTime>("StatusTime", {}, status_time_fields);
inline constexpr std::array agent_times_fields{
    field<&AgentTimes::by_state>("by_state", required),
    field<&AgentTimes::by_status>("by_status", required, "What not_routable is made of."),
};
template <>
inline constexpr Shape shape_of<AgentTimes> = record<AgentTimes>("AgentTimes", "How long an agent did what.",
                                                                 agent_times_fields);

/// What a timeline is made of.
struct TimelineParts {
    TimelineTerms terms;
    AgentTimes settled;
    std::vector<TimelineEntry> entries;
};
inline constexpr std::array timeline_fields{
    field<&TimelineParts::terms, &TimelineTerms::window>("window", required, milliseconds),
    field<&TimelineParts::terms, &TimelineTerms::longest_silence>("longest_silence", nullable, milliseconds),
    field<&TimelineParts::settled>("settled", required),
    field<&TimelineParts::entries>(
        "entries", required,
        checked_anyhow<std::vector<TimelineEntry>, check_entries>(shape_of<std::vector<TimelineEntry>>)),
};
inline constexpr Shape timeline_parts =
    record<TimelineParts>("AgentTimeline", "One agent's events, put in order.", timeline_fields);
void make_timeline(const Node& node, TimelineParts parts, AgentTimeline& timeline);
[[nodiscard]] TimelineParts timeline_parts_of(const AgentTimeline& timeline);
template <>
inline constexpr Shape shape_of<AgentTimeline> =
    made_of<AgentTimeline, make_timeline, timeline_parts_of>(timeline_parts);

}  // namespace denwaban::shapes
