#include "agents_writer.hpp"

#include <denwaban/documents/agents_json.hpp>

#include "agent_shapes.hpp"

namespace denwaban {

using formats::Json;

std::string to_json(const AgentSnapshot& snapshot) { return shapes::json_of(snapshot); }
std::string to_json(const AgentStreamRecord& record) { return shapes::json_of(record); }
std::string to_json(const ContactReport& report) { return shapes::json_of(report); }
std::string to_json(const Notice& notice) { return shapes::json_of(notice); }

Json formats::written(const TimelineEntry& entry) {
    const auto& snapshot = entry.event.snapshot;
    auto contacts = Json::array();
    for (std::size_t place = 0; place < entry.tracks.size(); ++place) {
        const auto& track = entry.tracks[place];
        const auto* left = first_to_leave(snapshot.contacts[place]);
        auto contact = shapes::written_as(snapshot.contacts[place]);
        contact["state"] = name_of(track.state);
        contact["state_since"] = shapes::written_as(track.since);
        contact["times"] = shapes::written_as(track.times);
        contact["first_to_leave"] = left != nullptr ? Json(to_string(left->party)) : Json(nullptr);
        contacts.push_back(std::move(contact));
    }
    return {{"at", shapes::written_as(snapshot.at)},
            {"state", name_of(entry.state)},
            {"since", shapes::written_as(entry.since)},
            {"status", shapes::written_as(snapshot.status)},
            {"next", snapshot.next ? shapes::written_as(*snapshot.next) : Json(nullptr)},
            {"missed_in_a_row", entry.missed_in_a_row},
            {"contacts", std::move(contacts)}};
}
std::string to_json(const TimelineEntry& entry) { return formats::write_document(formats::written(entry)); }

}  // namespace denwaban
