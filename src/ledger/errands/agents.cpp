#include <denwaban/ledger/agent_errands.hpp>

#include <denwaban/documents/agent_timeline_json.hpp>
#include <denwaban/documents/agents_json.hpp>

#include "documents/agents/agents_writer.hpp"
#include "kept.hpp"

namespace denwaban {

namespace {

using ledger::failed;
using ledger::Json;
using ledger::kept;
using ledger::missing;

using Timeline = Expected<AgentTimeline, Errors>;
[[nodiscard]] Timeline timeline_of(const Document* document) {
    if (document == nullptr) return AgentTimeline{TimelineTerms::agent_event_stream()};
    return kept(*document, kept_agent_timeline_from_json);
}

[[nodiscard]] Verdict follow(const AgentId& agent, const std::vector<AgentEvent>& events, const Readings& known) {
    const auto home = keys::agent(agent);
    if (auto more = missing(known, {home})) return *std::move(more);
    const auto* document = known.find(home);
    auto timeline = timeline_of(document);
    if (!timeline) return failed(std::move(timeline));
    auto applied = Json::array();
    for (const auto& event : events) applied.push_back(to_string(timeline->apply(event)));
    const auto* latest = timeline->latest();
    const auto state = latest != nullptr ? latest->state : AgentState::unknown;
    auto answer = formats::write_document(
        Json{{"agent", agent.text}, {"applied", std::move(applied)}, {"state", name_of(state)}});
    auto body = to_json(*timeline);
    if (document != nullptr && document->body == body) return Told{std::move(answer)};
    return Settled{{Put{home, {}, std::move(body), {}}}, std::move(answer)};
}

[[nodiscard]] Json written(const AgentTimes& times) {
    Json json = Json::object();
    for (std::size_t state = 0; state < times.by_state.size(); ++state) {
        json[std::string{names_of<AgentState>[state]}] = times.by_state[state].count();
    }
    return json;
}

}  // namespace

Errand follow_agent(AgentId agent, std::vector<AgentEvent> events, ErrandRequest request) {
    request.about = "follow_agent " + agent.text;
    return {std::move(request), [agent = std::move(agent), events = std::move(events)](const Readings& known) {
                return follow(agent, events, known);
            }};
}

Errand find_agent(AgentId agent, Instant now) {
    return {{}, [agent = std::move(agent), now](const Readings& known) -> Verdict {
                const auto home = keys::agent(agent);
                if (auto more = missing(known, {home})) return *std::move(more);
                const auto* document = known.find(home);
                if (document == nullptr) return Told{"null"};
                const auto timeline = timeline_of(document);
                if (!timeline) return failed(timeline);
                const auto* latest = timeline->latest();
                return Told{formats::write_document(
                    Json{{"agent", agent.text},
                         {"state", name_of(timeline->state(now))},
                         {"latest", latest != nullptr ? formats::written(*latest) : Json(nullptr)},
                         {"times", written(timeline->times(now))}})};
            }};
}

}  // namespace denwaban
