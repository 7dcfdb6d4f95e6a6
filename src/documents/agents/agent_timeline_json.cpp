#include <denwaban/documents/agent_timeline_json.hpp>

#include "agent_shapes.hpp"

namespace denwaban {

namespace shapes {

void read_attributes(const Node& node, Attributes& attributes) {
    node.each_member([&](std::string_view key, const Node& member) { attributes.emplace(key, member.string()); });
}
void write_attributes(const Attributes& attributes, Sink& sink, const Value*) {
    sink.open_record(shape_of<Attributes>);
    for (const auto& [key, value] : attributes) {
        sink.key(key);
        sink.text(value);
    }
    sink.close_record();
}

void read_state_times(const Node& node, StateTimes& times) {
    read_words<AgentState>(node, [&](AgentState state, const Node& member) {
        read_shape(some_milliseconds, member, &times[index_of(state)]);
    });
}
void write_state_times(const StateTimes& times, Sink& sink, const Value* before) {
    write_words<AgentState>(sink, before, some_milliseconds, [&](AgentState state) {
        const auto& time = times[index_of(state)];
        return time == Duration{0} ? nullptr : &time;
    });
}

void check_entry(const Node& node, TimelineEntry& entry, std::size_t) {
    const auto contacts = entry.event.snapshot.contacts.size();
    if (entry.tracks.size() == contacts) return;
    node.fail(ErrorCode::invalid_value, "must have a track for each contact");
    entry.tracks.resize(contacts);
}
void check_entries(const Node& node, std::vector<TimelineEntry>& entries, std::size_t) {
    if (entries.empty()) return;
    std::size_t place = 0;
    node.each([&](const Node& item) {
        if (place > 0 && entries[place].event.snapshot.at < entries[place - 1].event.snapshot.at) {
            item.fail(ErrorCode::invalid_value, "must not happen before the entry before it");
        }
        ++place;
    });
}

void make_timeline(const Node&, TimelineParts parts, AgentTimeline& timeline) {
    timeline = AgentTimeline::resume(parts.terms, std::move(parts.settled), std::move(parts.entries));
}
TimelineParts timeline_parts_of(const AgentTimeline& timeline) {
    const auto entries = timeline.entries();
    return {timeline.terms(), timeline.settled(), {entries.begin(), entries.end()}};
}

}  // namespace shapes

std::string to_json(const AgentTimeline& timeline) { return shapes::json_of(timeline); }

Expected<AgentTimeline, Errors> agent_timeline_from_json(std::string_view text) {
    return shapes::value_from_json<AgentTimeline>(text);
}
Expected<AgentTimeline, Errors> kept_agent_timeline_from_json(std::string_view text) {
    return shapes::value_from_json<AgentTimeline>(text, Reading::kept);
}

}  // namespace denwaban
