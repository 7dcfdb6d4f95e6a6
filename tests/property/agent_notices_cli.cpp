/// Answers each line, a JSON array of streams' snapshots, with a line: a JSON array of arrays of what each makes known
/// (`agent routable`, `c1 connected`). For streams_oracle.mjs.

#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include <denwaban/agent/agent_timeline.hpp>
#include <denwaban/connect/streams_snapshot.hpp>

using namespace denwaban;
using Json = nlohmann::ordered_json;

namespace {

std::string line(const Notice& notice) {
    if (const auto* agent = std::get_if<AgentNotice>(&notice)) return "agent " + std::string{to_string(agent->kind)};
    const auto& contact = std::get<ContactNotice>(notice);
    return contact.contact->id.text + " " + std::string{to_string(contact.kind)};
}

}  // namespace

int main() {
    for (std::string text; std::getline(std::cin, text);) {
        AgentTimeline timeline;
        auto told = Json::array();
        for (const auto& document : Json::parse(text)) {
            auto reading = streams_snapshot_from_json(document.dump());
            auto lines = Json::array();
            if (!reading) {
                lines.push_back("! " + reading.error().front().message);
            } else {
                timeline.apply({"", AgentEventKind::snapshot, std::move(reading->value)},
                               [&](const Notice& notice) { lines.push_back(line(notice)); });
            }
            told.push_back(std::move(lines));
        }
        std::cout << told.dump() << "\n";
    }
}
