/// What is known of an agent depends on which events have come, and on nothing else.

#include <rapidcheck.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <vector>

#include <denwaban/agent/agent_timeline.hpp>
#include <denwaban/agent/contact_history.hpp>
#include <denwaban/documents/agent_timeline_json.hpp>

namespace agent_property {
using namespace denwaban;
using std::chrono::seconds;

namespace {

constexpr Instant start{std::chrono::milliseconds{1'790'000'000'000}};

int below(int most) { return *rc::gen::inRange(0, most); }

template <class T, std::size_t N>
T one_of(const std::array<T, N>& all) {
    return all[static_cast<std::size_t>(below(static_cast<int>(N)))];
}

ContactSnapshot some_contact(int number, Instant at) {
    constexpr std::array channels{Channel::voice, Channel::voice, Channel::chat, Channel::task};
    constexpr std::array initiations{Initiation::inbound, Initiation::outbound, Initiation::callback};
    ContactSnapshot contact;
    contact.id = {"c" + std::to_string(number)};
    contact.channel = one_of(channels);
    contact.initiation = one_of(initiations);
    contact.shown = static_cast<ShownContactState>(1 + below(10));
    contact.since = at;
    return contact;
}

/// The next moment of the agent's day: some contacts gone, some changed, perhaps a new one, perhaps another status.
AgentSnapshot next_moment(AgentSnapshot now, Instant at, int number) {
    struct Status {
        const char* name;
        AgentStatusType type;
    };
    constexpr std::array statuses{
        Status{"Available", AgentStatusType::routable}, Status{"Available", AgentStatusType::routable},
        Status{"休憩", AgentStatusType::not_routable}, Status{"研修", AgentStatusType::not_routable},
        Status{"Offline", AgentStatusType::offline}};
    now.at = at;
    if (now.status.name.empty() || below(3) == 0) {
        const auto status = one_of(statuses);
        if (now.status.name != status.name) now.status = {status.name, status.type, at, {}};
    }
    std::erase_if(now.contacts, [](const ContactSnapshot&) { return below(4) == 0; });
    for (auto& contact : now.contacts) {
        if (below(2) == 0) continue;
        contact.shown = static_cast<ShownContactState>(1 + below(10));
        contact.since = at;
    }
    if (now.contacts.size() < 3 && below(2) == 0) now.contacts.push_back(some_contact(number, at));
    return now;
}

std::vector<AgentEvent> some_day() {
    const int count = 2 + below(30);
    AgentSnapshot now;
    now.source = SnapshotSource::agent_event_stream;
    now.at = start;
    std::vector<AgentEvent> events;
    for (int number = 0; number < count; ++number) {
        const auto next = now.at + seconds{1 + below(400)};
        now = next_moment(std::move(now), next, number);
        const auto kind = below(8);
        events.push_back({"e" + std::to_string(number),
                          kind == 0   ? AgentEventKind::login
                          : kind == 1 ? AgentEventKind::logout
                                      : AgentEventKind::state_change,
                          now});
    }
    return events;
}

TimelineTerms some_terms(Duration window) {
    if (below(2) == 0) return {window, std::nullopt};
    return {window, seconds{60 + below(300)}};
}

AgentTimeline played(const std::vector<AgentEvent>& events, TimelineTerms terms) {
    AgentTimeline timeline{terms};
    for (const auto& event : events) RC_ASSERT(timeline.apply(event) == Applied::now);
    return timeline;
}

void any_order() {
    const auto events = some_day();
    const auto terms = some_terms(std::chrono::hours{24});
    const auto ordered = played(events, terms);
    auto shuffled = events;
    const auto again = static_cast<std::size_t>(below(5));
    for (std::size_t i = 0; i < again; ++i)
        shuffled.push_back(events[static_cast<std::size_t>(below(static_cast<int>(events.size())))]);
    std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937{*rc::gen::arbitrary<unsigned>()});

    AgentTimeline timeline{terms};
    std::size_t duplicates = 0;
    for (const auto& event : shuffled) duplicates += timeline.apply(event) == Applied::duplicate ? 1U : 0U;
    RC_ASSERT(duplicates == again);
    RC_ASSERT(timeline == ordered);
}

void late_within_the_window() {
    const auto events = some_day();
    const Duration window = seconds{1 + below(1200)};
    const auto terms = some_terms(window);
    struct Arrival {
        Instant at;
        const AgentEvent* event;
    };
    std::vector<Arrival> arrivals;
    for (const auto& event : events) {
        arrivals.push_back({event.snapshot.at + Duration{below(static_cast<int>(window.count()))}, &event});
    }
    std::stable_sort(arrivals.begin(), arrivals.end(), [](const Arrival& a, const Arrival& b) { return a.at < b.at; });
    AgentTimeline timeline{terms};
    for (const auto& arrival : arrivals) {
        const auto applied = timeline.apply(*arrival.event);
        RC_ASSERT(applied == Applied::now || applied == Applied::mended);
    }
    RC_ASSERT(timeline == played(events, terms));
}

/// Second by second: what the last event before it said.
void times_as_a_stopwatch_has_them() {
    const auto events = some_day();
    const auto timeline = played(events, {std::chrono::minutes{5}, std::nullopt});
    AgentTimeline walker;
    std::array<Duration, count_of<AgentState>> counted{};
    auto next = events.begin();
    const auto end = events.back().snapshot.at + seconds{77};
    for (auto now = events.front().snapshot.at; now < end; now += seconds{1}) {
        while (next != events.end() && next->snapshot.at <= now) walker.apply(*next++);
        counted[index_of(walker.state(now))] += seconds{1};
    }
    RC_ASSERT(timeline.times(end).by_state == counted);
    const auto some_time =
        events.front().snapshot.at + seconds{below(static_cast<int>((end - events.front().snapshot.at) / seconds{1}))};
    if (timeline.looks_back_to() > some_time) return;
    Duration in_all{0};
    for (const auto time : timeline.times(some_time).by_state) in_all += time;
    RC_ASSERT(in_all == some_time - events.front().snapshot.at);
    AgentTimeline until_then{timeline.terms()};
    for (const auto& event : events) {
        if (event.snapshot.at <= some_time) until_then.apply(event);
    }
    RC_ASSERT(timeline.state(some_time) == until_then.state(some_time));
}

void kept_and_read_back() {
    const auto events = some_day();
    const auto terms = some_terms(seconds{1 + below(2000)});
    const auto whole = played(events, terms);
    const auto cut = events.begin() + below(static_cast<int>(events.size()));
    const auto read = agent_timeline_from_json(to_json(played({events.begin(), cut}, terms)));
    RC_ASSERT(read.has_value());
    auto resumed = *read;
    for (auto event = cut; event != events.end(); ++event) resumed.apply(*event);
    RC_ASSERT(resumed == whole);
    RC_ASSERT(to_json(resumed) == to_json(whole));
}

void contact_events_in_any_order() {
    std::vector<ContactReport> reports;
    const int count = 1 + below(12);
    for (int number = 0; number < count; ++number) {
        ContactReport report;
        report.id = "e" + std::to_string(number);
        report.kind = static_cast<ContactReportKind>(below(11));
        report.at = start + seconds{below(10)};
        report.contact = {"c1"};
        reports.push_back(report);
    }
    ContactHistory ordered, shuffled;
    for (const auto& report : reports) ordered.add(report);
    reports.push_back(reports.front());
    std::shuffle(reports.begin(), reports.end(), std::mt19937{*rc::gen::arbitrary<unsigned>()});
    for (const auto& report : reports) shuffled.add(report);
    RC_ASSERT(shuffled == ordered);
    RC_ASSERT(shuffled.state() == ordered.state());
}

}  // namespace

int run() {
    bool held = rc::check("events in any order, and some twice, tell what they tell in order", any_order);
    held &= rc::check("events late within the window tell what they tell in order", late_within_the_window);
    held &= rc::check("times are what a stopwatch has", times_as_a_stopwatch_has_them);
    held &= rc::check("a timeline kept as JSON goes on as if nothing had been", kept_and_read_back);
    held &= rc::check("contact events in any order tell the same", contact_events_in_any_order);
    return held ? 0 : 1;
}

}  // namespace agent_property
