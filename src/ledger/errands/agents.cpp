#include <denwaban/ledger/agent_errands.hpp>

#include <denwaban/documents/agent_timeline_json.hpp>
#include <denwaban/documents/agents_json.hpp>

#include "kept.hpp"

namespace denwaban {

namespace {

using ledger::failed;
using ledger::kept;
using ledger::missing;

using Timeline = Expected<AgentTimeline, Errors>;
[[nodiscard]] Timeline timeline_of(const Document* document) {
    if (document == nullptr) return AgentTimeline{TimelineTerms::agent_event_stream()};
    return kept(*document, kept_agent_timeline_from_json);
}

/// Clocks differ by minutes. Whatever is from further ahead would make everything true too late, for as long.
constexpr std::chrono::hours most_ahead{1};

[[nodiscard]] Errors ahead_of(Instant now, const std::vector<AgentEvent>& events) {
    Errors errors;
    for (std::size_t place = 0; place < events.size(); ++place) {
        if (events[place].snapshot.at <= now + most_ahead) continue;
        errors.push_back(
            {ErrorCode::out_of_range, "is from after it is told", JsonPointer{"/records/" + std::to_string(place)}});
    }
    return errors;
}

[[nodiscard]] Verdict<FollowedAgent> follow(const AgentId& agent, const std::vector<AgentEvent>& events,
                                            const Readings& known) {
    const auto home = keys::agent(agent);
    if (auto more = missing(known, {home})) return *std::move(more);
    const auto* document = known.find(home);
    auto timeline = timeline_of(document);
    if (!timeline) return failed(std::move(timeline));
    FollowedAgent followed{agent, {}, AgentState::unknown};
    for (const auto& event : events) followed.applied.push_back(timeline->apply(event));
    if (const auto* latest = timeline->latest()) followed.state = latest->state;
    auto body = to_json(*timeline);
    if (document != nullptr && document->body == body) return Told{std::move(followed)};
    return Settled{{Put{home, {}, std::move(body), {}}}, std::move(followed)};
}

}  // namespace

Errand<FollowedAgent> follow_agent(AgentId agent, std::vector<AgentEvent> events, ErrandRequest request) {
    request.about = "follow_agent " + agent.text;
    if (auto errors = ahead_of(request.now, events); !errors.empty()) {
        return {[errors = std::move(errors)](const Readings&) -> Verdict<FollowedAgent> { return errors; }};
    }
    return {std::move(request), [agent = std::move(agent), events = std::move(events)](const Readings& known) {
                return follow(agent, events, known);
            }};
}

Errand<std::optional<KeptAgent>> find_agent(AgentId agent, Instant now) {
    return {[agent = std::move(agent), now](const Readings& known) -> Verdict<std::optional<KeptAgent>> {
        const auto home = keys::agent(agent);
        if (auto more = missing(known, {home})) return *std::move(more);
        const auto* document = known.find(home);
        if (document == nullptr) return Told{std::optional<KeptAgent>{}};
        auto timeline = timeline_of(document);
        if (!timeline) return failed(std::move(timeline));
        const auto* latest = timeline->latest();
        const auto entry = latest != nullptr ? std::optional{*latest} : std::nullopt;
        return Told{std::optional{KeptAgent{agent, timeline->state(now), entry, timeline->times(now)}}};
    }};
}

}  // namespace denwaban
