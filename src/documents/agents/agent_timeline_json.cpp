#include <denwaban/documents/agent_timeline_json.hpp>

#include "agents_writer.hpp"

namespace denwaban {

namespace formats {
namespace {

[[nodiscard]] Json write_track(const ContactTrack& track) {
    return {{"state", name_of(track.state)}, {"since", written(track.since)}, {"times", written(track.times)}};
}

[[nodiscard]] Json write_entry(const TimelineEntry& entry) {
    const auto& snapshot = entry.event.snapshot;
    auto tracks = Json::array();
    for (const auto& track : entry.tracks) tracks.push_back(write_track(track));
    return {{"id", entry.event.id},
            {"kind", to_string(entry.event.kind)},
            {"source", to_string(snapshot.source)},
            {"at", written(snapshot.at)},
            {"status", written(snapshot.status)},
            {"next", written(snapshot.next)},
            {"contacts", written(snapshot.contacts)},
            {"state", name_of(entry.state)},
            {"since", written(entry.since)},
            {"missed_in_a_row", entry.missed_in_a_row},
            {"tracks", std::move(tracks)}};
}

[[nodiscard]] Json write_times(const AgentTimes& times) {
    auto states = Json::object();
    for (std::size_t state = 0; state < times.by_state.size(); ++state) {
        if (times.by_state[state] == Duration{0}) continue;
        states[std::string{names_of<AgentState>[state]}] = times.by_state[state].count();
    }
    auto statuses = Json::array();
    for (const auto& status : times.by_status) {
        statuses.push_back(Json{{"name", status.name}, {"time", status.time.count()}});
    }
    return {{"by_state", std::move(states)}, {"by_status", std::move(statuses)}};
}

[[nodiscard]] Instant read_instant(const Node& node) { return node.instant(); }

/// What is written as null where there is none.
template <class Read, class T = std::invoke_result_t<Read, Node>>
[[nodiscard]] std::optional<T> read_nullable(const Fields& fields, std::string_view key, Read&& read) {
    const auto member = fields.required(key);
    if (!member || member->value().is_null()) return std::nullopt;
    return std::invoke(read, *member);
}

[[nodiscard]] Duration read_duration(const Node& node) {
    // Instants are from 1970 to 9999.
    constexpr std::int64_t longest = std::int64_t{8030} * 366 * 24 * 60 * 60 * 1000;
    if (!node.value().is_number_integer()) {
        node.fail(ErrorCode::wrong_type, "must be a whole number of milliseconds");
        return {};
    }
    const auto count = node.value().integer();
    const bool fits = count >= 0 && count <= longest;
    if (!fits) node.fail(ErrorCode::out_of_range, "must be 0 to 8030 years");
    return Duration{fits ? count : 0};
}

[[nodiscard]] std::string read_string(const Node& node) { return node.string(); }
[[nodiscard]] ContactId read_contact_id(const Node& node) { return {node.string()}; }

[[nodiscard]] Queue read_queue(const Node& node) {
    const Fields fields{node, {"arn", "name"}};
    return {fields.require("arn", read_string), fields.require("name", read_string)};
}

[[nodiscard]] Caller read_caller(const Node& node) {
    const auto word = node.string();
    if (const auto reason = enumerator_named<WithheldReason>(word)) return Withheld{*reason};
    const auto number = node.phone_number();
    return number ? Caller{*number} : Caller{Withheld{WithheldReason::not_given}};
}

template <Named Enum>
[[nodiscard]] Enum read_word(const Fields& fields, std::string_view key) {
    return fields.require(key, read_named<Enum>);
}

[[nodiscard]] Connection read_connection(const Node& node) {
    const Fields fields{node, {"id", "party", "type", "state", "since", "number", "quick_connect"}};
    return {{fields.require("id", read_string)},          read_word<Participant>(fields, "party"),
            read_word<ConnectionType>(fields, "type"),    read_word<ConnectionState>(fields, "state"),
            read_nullable(fields, "since", read_instant), read_nullable(fields, "number", read_caller),
            fields.require("quick_connect", read_string)};
}

[[nodiscard]] std::map<std::string, std::string> read_attributes(const Node& node) {
    std::map<std::string, std::string> attributes;
    node.each_member([&](std::string_view key, const Node& member) { attributes.emplace(key, member.string()); });
    return attributes;
}

[[nodiscard]] ContactSnapshot read_contact(const Node& node) {
    const Fields fields{node,
                        {"id", "initial", "channel", "initiation", "shown", "since", "queued_at",
                         "connected_to_agent_at", "queue", "connections", "attributes"}};
    return {{fields.require("id", read_string)},
            read_nullable(fields, "initial", read_contact_id),
            read_word<Channel>(fields, "channel"),
            read_word<Initiation>(fields, "initiation"),
            read_word<ShownContactState>(fields, "shown"),
            read_nullable(fields, "since", read_instant),
            read_nullable(fields, "queued_at", read_instant),
            read_nullable(fields, "connected_to_agent_at", read_instant),
            read_nullable(fields, "queue", read_queue),
            fields.require("connections", [](const Node& list) { return list.list(read_connection); }),
            fields.require("attributes", read_attributes)};
}

[[nodiscard]] AgentStatus read_status(const Node& node) {
    const Fields fields{node, {"name", "type", "since", "arn"}};
    return {fields.require("name", read_string), read_word<AgentStatusType>(fields, "type"),
            read_nullable(fields, "since", read_instant), fields.require("arn", read_string)};
}

[[nodiscard]] NextStatus read_next(const Node& node) {
    const Fields fields{node, {"name", "queued_at", "arn"}};
    return {fields.require("name", read_string), read_nullable(fields, "queued_at", read_instant),
            fields.require("arn", read_string)};
}

[[nodiscard]] ContactTimes read_contact_times(const Node& node) {
    const Fields fields{node, {"ringing", "talking", "held", "after_contact_work"}};
    return {fields.require("ringing", read_duration), fields.require("talking", read_duration),
            fields.require("held", read_duration), fields.require("after_contact_work", read_duration)};
}

[[nodiscard]] ContactTrack read_track(const Node& node) {
    const Fields fields{node, {"state", "since", "times"}};
    return {read_word<ContactState>(fields, "state"), fields.require("since", read_instant),
            fields.require("times", read_contact_times)};
}

[[nodiscard]] TimelineEntry read_entry(const Node& node) {
    const Fields fields{
        node,
        {"id", "kind", "source", "at", "status", "next", "contacts", "state", "since", "missed_in_a_row", "tracks"}};
    constexpr int most = 1'000'000'000;
    TimelineEntry entry;
    entry.event.id = fields.require("id", read_string);
    entry.event.kind = read_word<AgentEventKind>(fields, "kind");
    auto& snapshot = entry.event.snapshot;
    snapshot.source = read_word<SnapshotSource>(fields, "source");
    snapshot.at = fields.require("at", read_instant);
    snapshot.status = fields.require("status", read_status);
    snapshot.next = read_nullable(fields, "next", read_next);
    snapshot.contacts = fields.require("contacts", [](const Node& list) { return list.list(read_contact); });
    entry.state = read_word<AgentState>(fields, "state");
    entry.since = fields.require("since", read_instant);
    entry.missed_in_a_row = fields.require("missed_in_a_row", [](const Node& n) { return n.integer(0, most); });
    entry.tracks = fields.require("tracks", [](const Node& list) { return list.list(read_track); });
    if (entry.tracks.size() != snapshot.contacts.size()) {
        node.fail(ErrorCode::invalid_value, "must have a track for each contact");
        entry.tracks.resize(snapshot.contacts.size());
    }
    return entry;
}

[[nodiscard]] std::vector<TimelineEntry> read_entries(const Node& node) {
    std::vector<TimelineEntry> entries;
    node.each([&](const Node& item) {
        auto entry = read_entry(item);
        if (!entries.empty() && entry.event.snapshot.at < entries.back().event.snapshot.at) {
            item.fail(ErrorCode::invalid_value, "must not happen before the entry before it");
        }
        entries.push_back(std::move(entry));
    });
    return entries;
}

[[nodiscard]] StatusTime read_status_time(const Node& node) {
    const Fields fields{node, {"name", "time"}};
    return {fields.require("name", read_string), fields.require("time", read_duration)};
}

[[nodiscard]] AgentTimes read_times(const Node& node) {
    const Fields fields{node, {"by_state", "by_status"}};
    AgentTimes times;
    if (const auto states = fields.required("by_state")) {
        states->each_member([&](std::string_view key, const Node& member) {
            const auto state = enumerator_named<AgentState>(key);
            if (!state) return member.fail(ErrorCode::unknown_key, "is no state of an agent");
            times.by_state[index_of(*state)] = read_duration(member);
        });
    }
    times.by_status = fields.require("by_status", [](const Node& list) { return list.list(read_status_time); });
    return times;
}

[[nodiscard]] AgentTimeline read_timeline(const Node& node) {
    const Fields fields{node, {"window", "longest_silence", "settled", "entries"}};
    const TimelineTerms terms{fields.require("window", read_duration),
                              read_nullable(fields, "longest_silence", read_duration)};
    auto settled = fields.require("settled", read_times);
    return AgentTimeline::resume(terms, std::move(settled), fields.require("entries", read_entries));
}

}  // namespace
}  // namespace formats

std::string to_json(const AgentTimeline& timeline) {
    using formats::Json;
    auto entries = Json::array();
    for (const auto& entry : timeline.entries()) entries.push_back(formats::write_entry(entry));
    const auto& terms = timeline.terms();
    return formats::write_document(
        {{"window", terms.window.count()},
         {"longest_silence", terms.longest_silence ? Json(terms.longest_silence->count()) : Json(nullptr)},
         {"settled", formats::write_times(timeline.settled())},
         {"entries", std::move(entries)}});
}

[[nodiscard]] static Expected<AgentTimeline, Errors> read_agent_timeline_text(std::string_view text, Reading reading) {
    return formats::read_document(text, formats::read_timeline, reading);
}
Expected<AgentTimeline, Errors> agent_timeline_from_json(std::string_view text) {
    return read_agent_timeline_text(text, Reading::asked);
}
Expected<AgentTimeline, Errors> kept_agent_timeline_from_json(std::string_view text) {
    return read_agent_timeline_text(text, Reading::kept);
}

}  // namespace denwaban
