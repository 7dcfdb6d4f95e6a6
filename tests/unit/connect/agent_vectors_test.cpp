#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <type_traits>

#include <denwaban/agent/agent_timeline.hpp>
#include <denwaban/agent/contact_history.hpp>
#include <denwaban/connect/agent_event_stream.hpp>
#include <denwaban/connect/contact_event.hpp>
#include <denwaban/connect/streams_snapshot.hpp>
#include <denwaban/core/iso8601.hpp>

namespace agent_vectors_test {
using namespace denwaban;
using Json = nlohmann::ordered_json;

namespace {

/// `agent state_change on_contact`, `contact c1 connected connected`: who, what is told, and the state after it.
std::string line(const Notice& notice) {
    if (const auto* agent = std::get_if<AgentNotice>(&notice)) {
        return "agent " + std::string{to_string(agent->kind)} + " " + std::string{name_of(agent->state)};
    }
    const auto& contact = std::get<ContactNotice>(notice);
    return "contact " + contact.contact->id.text + " " + std::string{to_string(contact.kind)} + " " +
           std::string{name_of(contact.state)};
}

Json times_of(const AgentTimes& times) {
    auto all = Json::object();
    for (std::size_t state = 0; state < times.by_state.size(); ++state) {
        if (times.by_state[state] == Duration{0}) continue;
        all[std::string{names_of<AgentState>[state]}] = times.by_state[state].count();
    }
    return all;
}

Json tracks_of(const TimelineEntry& entry) {
    auto all = Json::array();
    for (std::size_t place = 0; place < entry.tracks.size(); ++place) {
        const auto& [state, since, times] = entry.tracks[place];
        all.push_back({{"id", entry.event.snapshot.contacts[place].id.text},
                       {"state", name_of(state)},
                       {"since", to_iso8601(since)},
                       {"ringing", times.ringing.count()},
                       {"talking", times.talking.count()},
                       {"held", times.held.count()},
                       {"after_contact_work", times.after_contact_work.count()}});
    }
    return all;
}

/// The last times of each contact that has gone.
void note_gone(const Notice& notice, Json& gone) {
    const auto* contact = std::get_if<ContactNotice>(&notice);
    if (contact == nullptr || contact->kind != ContactNoticeKind::destroyed) return;
    gone.push_back({{"id", contact->contact->id.text},
                    {"ringing", contact->times.ringing.count()},
                    {"talking", contact->times.talking.count()},
                    {"held", contact->times.held.count()},
                    {"after_contact_work", contact->times.after_contact_work.count()}});
}

AgentEvent read(const Json& vector, const Json& document) {
    if (vector.at("source") == "streams") {
        auto reading = streams_snapshot_from_json(document.dump());
        REQUIRE(reading);
        CHECK(reading->unknown.empty());
        return {"", AgentEventKind::snapshot, std::move(reading->value)};
    }
    auto reading = agent_stream_record_from_json(document.dump());
    REQUIRE(reading);
    CHECK(reading->unknown.empty());
    return std::move(reading->value.event);
}

/// What came of the vector's events.
Json played(const Json& vector) {
    const bool streams = vector.at("source") == "streams";
    AgentTimeline timeline{streams ? TimelineTerms{} : TimelineTerms::agent_event_stream()};
    auto applied = Json::array(), notices = Json::array(), gone = Json::array();
    for (const auto& document : vector.at(streams ? "snapshots" : "events")) {
        auto lines = Json::array();
        const auto how = timeline.apply(read(vector, document), [&](const Notice& notice) {
            lines.push_back(line(notice));
            note_gone(notice, gone);
        });
        applied.push_back(to_string(how));
        notices.push_back(std::move(lines));
    }
    const auto until = parse_iso8601(vector.at("until").get<std::string>());
    REQUIRE(until);
    const auto& latest = *timeline.latest();
    auto statuses = Json::object();
    for (const auto& status : timeline.times(*until).by_status) statuses[status.name] = status.time.count();
    return {{"applied", applied},
            {"notices", notices},
            {"state", name_of(latest.state)},
            {"since", to_iso8601(latest.since)},
            {"missed_in_a_row", latest.missed_in_a_row},
            {"contacts", tracks_of(latest)},
            {"gone", gone},
            {"times", times_of(timeline.times(*until))},
            {"statuses", statuses}};
}

Json reported(const Json& vector) {
    ContactHistory history;
    auto added = Json::array(), states = Json::array();
    for (const auto& document : vector.at("events")) {
        auto reading = contact_report_from_json(document.dump());
        REQUIRE(reading);
        CHECK(reading->unknown.empty());
        added.push_back(history.add(reading->value) == ContactHistory::Added::yes ? "yes" : "duplicate");
        states.push_back(name_of(history.state()));
    }
    const auto time = [](std::optional<Instant> at) { return at ? Json(to_iso8601(*at)) : Json(nullptr); };
    return {{"added", added},
            {"states", states},
            {"connected_to_agent", time(history.first(ContactReportKind::connected_to_agent))},
            {"abandoned_at", time(history.abandoned_at())}};
}

Json read_file(const std::filesystem::path& path) {
    std::ifstream file{path};
    return Json::parse(std::string{std::istreambuf_iterator<char>{file}, {}});
}

}  // namespace

/// With DENWABAN_UPDATE in the environment, what came out is written down as what shall come out.
TEST_CASE("agents' events become what the shared vectors say") {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator{DENWABAN_TEST_DATA "/agent_vectors"}) {
        CAPTURE(entry.path().filename().string());
        auto vector = read_file(entry.path());
        const auto outcome = vector.at("source") == "contact_events" ? reported(vector) : played(vector);
        if (std::getenv("DENWABAN_UPDATE") != nullptr) {
            for (const auto& [key, value] : outcome.items()) vector[key] = value;
            std::ofstream{entry.path()} << vector.dump(1) << "\n";
        }
        for (const auto& [key, value] : outcome.items()) {
            const auto& part = key;  // a binding can't be captured everywhere
            CAPTURE(part);
            CHECK(vector.at(key) == value);
        }
        ++count;
    }
    CHECK(count >= 19);
}

}  // namespace agent_vectors_test
