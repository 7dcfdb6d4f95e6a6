/// What an event of an agent costs, already parsed, and how many agents' streams one core follows. Prints
/// `question<TAB>value<TAB>unit`.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iostream>
#include <string>
#include <vector>

#include <denwaban/agent/agent_timeline.hpp>
#include <denwaban/connect/agent_event_stream.hpp>

using namespace denwaban;

namespace {

constexpr Instant start{std::chrono::milliseconds{1'790'000'000'000}};
volatile std::int64_t sink = 0;

std::string id_of(std::size_t agent, std::size_t number) {
    auto id = std::string{"00000000-0000-4000-8000-000000000000"};
    const auto digits = std::to_string(agent * 100'000 + number);
    id.replace(id.size() - digits.size(), digits.size(), digits);
    return id;
}

AgentEvent event(std::size_t agent, std::size_t number, std::optional<ShownContactState> shown) {
    AgentSnapshot snapshot{SnapshotSource::agent_event_stream,
                           start + std::chrono::seconds{number * 45 + agent % 45},
                           {"Available", AgentStatusType::routable, start, "arn:aws:connect:state/available"},
                           {},
                           {}};
    if (shown) {
        ContactSnapshot contact;
        contact.id = {id_of(agent, number / 5)};
        contact.channel = Channel::voice;
        contact.initiation = Initiation::inbound;
        contact.shown = *shown;
        contact.since = snapshot.at;
        contact.queue = Queue{"arn:aws:connect:ap-northeast-1:012345678901:instance/a/queue/b", "予約"};
        snapshot.contacts.push_back(std::move(contact));
    }
    return {id_of(agent, number), AgentEventKind::state_change, std::move(snapshot)};
}

/// A call every four minutes: it rings, is talked on, held, wrapped up, and gone.
std::vector<AgentEvent> shift(std::size_t agent, std::size_t events) {
    constexpr std::array<std::optional<ShownContactState>, 5> call{
        ShownContactState::connecting, ShownContactState::connected, ShownContactState::on_hold,
        ShownContactState::ended, std::nullopt};
    std::vector<AgentEvent> all;
    all.reserve(events);
    for (std::size_t number = 0; number < events; ++number) all.push_back(event(agent, number, call[number % 5]));
    return all;
}

double seconds_of(auto&& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>{std::chrono::steady_clock::now() - begin}.count();
}

double median(std::vector<double> all) {
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2), all.end());
    return all[all.size() / 2];
}

void print(const char* question, double value, const char* unit) {
    std::cout << question << '\t' << value << '\t' << unit << '\n';
}

template <class Tell>
double one_agent(const std::vector<AgentEvent>& events, Tell&& tell) {
    std::vector<double> rounds;
    for (int round = 0; round < 15; ++round) {
        auto copy = events;
        AgentTimeline timeline{TimelineTerms::agent_event_stream()};
        rounds.push_back(seconds_of([&] {
            for (auto& one : copy) timeline.apply(std::move(one), tell);
        }));
        sink = sink + static_cast<std::int64_t>(timeline.entries().size());
    }
    return median(rounds) / static_cast<double>(events.size()) * 1e9;
}

enum class Order { stream_by_stream, interleaved };

void many_agents(std::size_t agents, std::size_t each, Order order, const char* question) {
    std::vector<std::vector<AgentEvent>> shifts;
    for (std::size_t agent = 0; agent < agents; ++agent) shifts.push_back(shift(agent, each));
    std::vector<AgentTimeline> timelines(agents, AgentTimeline{TimelineTerms::agent_event_stream()});
    std::int64_t told = 0;
    const bool interleaved = order == Order::interleaved;
    const auto [outer, inner] = interleaved ? std::pair{each, agents} : std::pair{agents, each};
    const auto taken = seconds_of([&] {
        for (std::size_t i = 0; i < outer; ++i) {
            for (std::size_t k = 0; k < inner; ++k) {
                const auto agent = interleaved ? k : i;
                auto& event = shifts[agent][interleaved ? i : k];
                timelines[agent].apply(std::move(event), [&](const Notice&) { ++told; });
            }
        }
    });
    sink = sink + told;
    print(question, static_cast<double>(agents * each) / taken / 1e6, "million events/s");
}

void reading() {
    const std::string text = R"({"AWSAccountId":"012345678901","AgentARN":"arn:aws:connect:agent/a","EventId":"e",
        "EventTimestamp":"2026-11-23T09:00:00.000Z","EventType":"STATE_CHANGE","InstanceARN":"arn","Version":
        "2019-05-25","PreviousAgentSnapshot":null,"CurrentAgentSnapshot":{"AgentStatus":{"ARN":"s","Name":"Available",
        "StartTimestamp":"2026-11-23T08:00:00.000Z","Type":"ROUTABLE"},"Contacts":[{"Channel":"VOICE","ContactId":"c",
        "InitiationMethod":"INBOUND","State":"CONNECTED","StateStartTimestamp":"2026-11-23T09:00:00.000Z"}]}})";
    constexpr int count = 20'000;
    const auto taken = seconds_of([&] {
        for (int i = 0; i < count; ++i) sink = sink + (agent_stream_record_from_json(text).has_value() ? 1 : 0);
    });
    print("a record of the agent event stream, read from JSON", taken / count * 1e6, "microseconds");
}

}  // namespace

int main() {
    const auto events = shift(1, 10'000);
    std::int64_t told = 0;
    print("an event applied, nobody told", one_agent(events, [](const Notice&) {}), "ns");
    print("an event applied, all told", one_agent(events, [&](const Notice&) { ++told; }), "ns");
    sink = sink + told;
    many_agents(10'000, 100, Order::stream_by_stream, "10,000 agents' streams replayed one by one, all told");
    many_agents(10'000, 100, Order::interleaved, "an event of each of 10,000 agents in turn, all told");
    reading();
}
