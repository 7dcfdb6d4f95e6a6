#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/agent/agent_limits.hpp>
#include <denwaban/agent/agent_timeline.hpp>
#include <denwaban/agent/contact_history.hpp>
#include <denwaban/documents/agent_timeline_json.hpp>

namespace agent_timeline_test {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

constexpr Instant start{std::chrono::milliseconds{1'790'000'000'000}};

AgentEvent status(std::string id, Duration after, std::string name, AgentStatusType type) {
    AgentSnapshot snapshot{SnapshotSource::agent_event_stream, start + after, {}, {}, {}};
    snapshot.status = {std::move(name), type, start + after, {}};
    return {std::move(id), AgentEventKind::state_change, std::move(snapshot)};
}
AgentEvent available(std::string id, Duration after) {
    return status(std::move(id), after, "Available", AgentStatusType::routable);
}
AgentEvent call(std::string id, Duration after, ShownContactState shown) {
    auto event = available(std::move(id), after);
    event.snapshot.status.since = start;
    ContactSnapshot contact;
    contact.id = {"c1"};
    contact.channel = Channel::voice;
    contact.shown = shown;
    contact.since = start + after;
    event.snapshot.contacts.push_back(contact);
    return event;
}

AgentTimeline timeline_of(const std::vector<AgentEvent>& events, TimelineTerms terms = {}) {
    AgentTimeline timeline{terms};
    for (const auto& event : events) timeline.apply(event);
    return timeline;
}

}  // namespace

TEST_CASE("before the first event nothing is known") {
    const AgentTimeline timeline;
    CHECK(timeline.latest() == nullptr);
    CHECK(timeline.state(start) == AgentState::unknown);
    CHECK(timeline.times(start) == AgentTimes{});
    CHECK(exceeded(timeline, {1s, 0}, start).empty());
}

TEST_CASE("an event known already, and one too late, change nothing") {
    AgentTimeline timeline{{10min, std::nullopt}};
    CHECK(timeline.apply(available("e1", 0min)) == Applied::now);
    CHECK(timeline.apply(status("e2", 11min, "休憩", AgentStatusType::not_routable)) == Applied::now);
    const auto before = timeline;
    CHECK(timeline.apply(status("e2", 11min, "休憩", AgentStatusType::not_routable)) == Applied::duplicate);
    CHECK(timeline.apply(status("e0", 1min, "Offline", AgentStatusType::offline)) == Applied::too_late);
    CHECK(timeline == before);
}

TEST_CASE("an event that comes late mends the times, and tells nothing") {
    auto timeline = timeline_of({available("e1", 0s), available("e3", 60s)});
    int told = 0;
    CHECK(timeline.apply(status("e2", 20s, "休憩", AgentStatusType::not_routable), [&](const Notice&) { ++told; }) ==
          Applied::mended);
    CHECK(told == 0);
    const auto times = timeline.times(start + 60s);
    CHECK(times.of(AgentState::available) == 20s);
    CHECK(times.of(AgentState::not_routable) == 40s);
    CHECK(times.by_status == std::vector<StatusTime>{{"休憩", 40s}});
}

TEST_CASE("a past moment is told as it was") {
    const auto timeline = timeline_of({available("e1", 0s), status("e2", 60s, "休憩", AgentStatusType::not_routable),
                                       call("e3", 100s, ShownContactState::missed)});
    CHECK(timeline.state(start - 10s) == AgentState::unknown);
    CHECK(timeline.state(start + 30s) == AgentState::available);
    CHECK(timeline.state(start + 70s) == AgentState::not_routable);
    CHECK(timeline.times(start - 10s) == AgentTimes{});
    CHECK(timeline.times(start + 30s).of(AgentState::available) == 30s);
    CHECK(timeline.times(start + 30s).by_status.empty());
    CHECK(timeline.times(start + 70s).of(AgentState::available) == 60s);
    CHECK(timeline.times(start + 70s).by_status == std::vector<StatusTime>{{"休憩", 10s}});
    CHECK(exceeded(timeline, {1s, 1}, start + 70s).empty());
    CHECK(exceeded(timeline, {1s, 1}, start + 100s).size() == 1);
    CHECK_FALSE(timeline.looks_back_to());

    const auto later = timeline_of({available("e1", 0s), available("e2", 60s), available("e3", 200s)}, {1min, {}});
    CHECK(later.looks_back_to() == start + 60s);
    CHECK(later.state(start + 30s) == AgentState::unknown);
    CHECK(later.times(start + 90s).of(AgentState::available) == 90s);
}

TEST_CASE("what the window lets go is not forgotten in the times") {
    AgentTimeline timeline{{1min, std::nullopt}};
    for (int minute = 0; minute < 500; ++minute) {
        timeline.apply(available("e" + std::to_string(minute), std::chrono::minutes{minute}));
    }
    CHECK(timeline.entries().size() <= 2);
    CHECK(timeline.times(start + 500min).of(AgentState::available) == 500min);
}

TEST_CASE("after-contact work ends with the event in which the contact is gone") {
    auto timeline = timeline_of({available("e1", 0s), call("e2", 10s, ShownContactState::connected),
                                 call("e3", 70s, ShownContactState::ended)});
    ContactTimes last;
    timeline.apply(available("e4", 75'020ms), [&](const Notice& notice) {
        const auto* contact = std::get_if<ContactNotice>(&notice);
        if (contact != nullptr && contact->kind == ContactNoticeKind::destroyed) last = contact->times;
    });
    CHECK(last.after_contact_work == 5'020ms);
    CHECK(last.talking == 60s);
}

TEST_CASE("limits are told, and when to ask again") {
    auto timeline = timeline_of({call("e1", 0s, ShownContactState::ended)});
    const AgentLimits limits{30s, 1};
    CHECK(after_contact_work_ends(timeline, limits) == start + 30s);
    CHECK(exceeded(timeline, limits, start + 30s).empty());
    CHECK(exceeded(timeline, limits, start + 31s) == std::vector<LimitExceeded>{AfterContactWorkTooLong{start, 1s}});

    timeline = timeline_of({call("e1", 0s, ShownContactState::missed)});
    CHECK(exceeded(timeline, limits, start) == std::vector<LimitExceeded>{MissedTooMany{1}});
    CHECK_FALSE(after_contact_work_ends(timeline, limits));
}

TEST_CASE("after-contact work is limited by channel") {
    const auto contact = [](std::string id, Channel channel, Duration ended) {
        ContactSnapshot one;
        one.id = {std::move(id)};
        one.channel = channel;
        one.shown = ShownContactState::ended;
        one.since = start + ended;
        return one;
    };
    auto event = call("e1", 20s, ShownContactState::ended);
    event.snapshot.contacts = {contact("c1", Channel::voice, 0s), contact("c2", Channel::chat, 10s),
                               contact("c3", Channel::task, 0s)};
    const auto timeline = timeline_of({event});
    AgentLimits limits{30s, std::nullopt, {{Channel::chat, 15s}, {Channel::task, std::nullopt}}};
    const auto late = [&](Duration after) {
        std::string all;
        for (const auto& one : exceeded(timeline, limits, start + after)) {
            const auto& work = std::get<AfterContactWorkTooLong>(one);
            all += work.contact->text + " " + std::to_string(work.by.count()) + " ";
        }
        return all;
    };
    const auto voice = timeline.latest()->tracks[0].since, chat = timeline.latest()->tracks[1].since;
    CHECK(after_contact_work_ends(timeline, limits) == std::min(voice + 30s, chat + 15s));
    CHECK(late(60s) == "c1 " + std::to_string((start + 60s - voice - 30s).count()) + " c2 " +
                           std::to_string((start + 60s - chat - 15s).count()) + " ");
    limits.after_contact_work.reset();
    CHECK(late(60s).starts_with("c2 "));
}

TEST_CASE("a timeline read back goes on as if nothing had been") {
    auto timeline = timeline_of({available("e1", 0s), call("e2", 10s, ShownContactState::connected)});
    auto read = agent_timeline_from_json(to_json(timeline));
    REQUIRE(read);
    CHECK(*read == timeline);
    read->apply(available("e3", 30s));
    timeline.apply(available("e3", 30s));
    CHECK(*read == timeline);
}

TEST_CASE("a timeline that can't be is refused, with each place") {
    const auto read = agent_timeline_from_json(R"({"window": -1, "longest_silence": null, "settled": {"by_state":
        {"asleep": 1}, "by_status": []}, "entries": []})");
    REQUIRE_FALSE(read);
    REQUIRE(read.error().size() == 2);
    CHECK(to_string(read.error()[0].where) == "/window");
    CHECK(to_string(read.error()[1].where) == "/settled/by_state/asleep");
}

TEST_CASE("who left first is known where the times are told") {
    ContactSnapshot contact;
    CHECK(first_to_leave(contact) == nullptr);
    const auto leave = [&](Participant party, ConnectionState state, Duration after) {
        Connection connection;
        connection.party = party;
        connection.state = state;
        connection.since = start + after;
        contact.connections.push_back(connection);
    };
    leave(Participant::agent, ConnectionState::disconnected, 9s);
    leave(Participant::customer, ConnectionState::disconnected, 8s);
    leave(Participant::third_party, ConnectionState::connected, 1s);
    REQUIRE(first_to_leave(contact) != nullptr);
    CHECK(first_to_leave(contact)->party == Participant::customer);
}

TEST_CASE("a caller who gives up in the queue is known") {
    ContactHistory history;
    const auto report = [&](ContactReportKind kind, Duration after) {
        ContactReport one;
        one.kind = kind;
        one.at = start + after;
        history.add(one);
    };
    report(ContactReportKind::disconnected, 40s);
    CHECK_FALSE(history.abandoned_at());
    report(ContactReportKind::queued, 5s);
    CHECK(history.state() == ContactState::ended);
    CHECK(history.abandoned_at() == start + 40s);
    report(ContactReportKind::connected_to_agent, 20s);
    CHECK_FALSE(history.abandoned_at());
}

}  // namespace agent_timeline_test
