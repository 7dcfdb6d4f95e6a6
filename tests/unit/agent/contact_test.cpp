#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <denwaban/agent/agent_timeline.hpp>
#include <denwaban/agent/contact.hpp>
#include <denwaban/agent/contact_history.hpp>
#include <denwaban/documents/agents_json.hpp>
#include <denwaban/documents/contact_history_json.hpp>

namespace contact_test {
using namespace denwaban;
using namespace std::chrono_literals;
using enum Participant;

namespace {

constexpr Instant start{std::chrono::milliseconds{1'790'000'000'000}};

struct Leg {
    Participant party;
    ConnectionState state;
};

ContactSnapshot contact(ShownContactState shown, const std::vector<Leg>& legs,
                        Initiation initiation = Initiation::inbound) {
    ContactSnapshot contact;
    contact.id = {"c1"};
    contact.channel = Channel::voice;
    contact.initiation = initiation;
    contact.shown = shown;
    contact.since = start;
    for (const auto& [party, state] : legs) {
        Connection connection;
        connection.party = party;
        connection.state = state;
        contact.connections.push_back(connection);
    }
    return contact;
}

AgentEvent event(Duration after, AgentEventKind kind, std::optional<ContactSnapshot> contact = {}) {
    AgentSnapshot snapshot{SnapshotSource::agent_event_stream, start + after, {}, {}, {}};
    snapshot.status = {"Available", AgentStatusType::routable, start, "arn:available"};
    if (contact) snapshot.contacts.push_back(*contact);
    return {"e" + std::to_string(after.count()), kind, snapshot};
}

ContactReport report(ContactReportKind kind, Duration after, std::string reason = "",
                     Initiation initiation = Initiation::inbound) {
    ContactReport one;
    one.kind = kind;
    one.at = start + after;
    one.contact = {"c1"};
    one.initiation = initiation;
    one.disconnect_reason = std::move(reason);
    return one;
}

}  // namespace

TEST_CASE("who is on the line tells what a connected contact is") {
    using enum ConnectionState;
    const auto told = [](const std::vector<Leg>& legs, Initiation initiation = Initiation::inbound) {
        return event_of(contact(ShownContactState::connected, legs, initiation));
    };
    CHECK(told({{agent, connected}, {customer, connected}}) == ContactEvent::connected);
    CHECK(told({{agent, connected}, {customer, hold}}) == ContactEvent::held);
    CHECK(told({{agent, hold}, {customer, connected}, {third_party, connected}}) == ContactEvent::held);
    CHECK(told({{agent, connected}, {customer, connected}, {third_party, connected}}) == ContactEvent::conferenced);
    CHECK(told({{agent, connected}, {customer, disconnected}, {third_party, connected}}) ==
          ContactEvent::customer_left);
    CHECK(told({{agent, connected}, {customer, disconnected}, {third_party, hold}}) == ContactEvent::customer_left);
    CHECK(told({{agent, connected}, {customer, disconnected}, {third_party, disconnected}, {third_party, connected}}) ==
          ContactEvent::customer_left);
    CHECK(told({{agent, connected}, {customer, disconnected}, {third_party, disconnected}}) == ContactEvent::connected);
    CHECK(told({{agent, silent_monitor}, {customer, connected}, {third_party, connected}}, Initiation::unknown) ==
          ContactEvent::monitoring);
    CHECK(told({{agent, barge}, {customer, connected}, {third_party, connected}}, Initiation::unknown) ==
          ContactEvent::barging);
    CHECK(told({{monitor, barge}, {customer, connected}}, Initiation::monitor) == ContactEvent::barging);
    CHECK(told({{agent, connected}, {customer, connected}, {monitor, barge}}) == ContactEvent::connected);
}

TEST_CASE("a supervisor's contact does not ring") {
    const std::vector<Leg> alone{{agent, ConnectionState::connecting}};
    CHECK_FALSE(event_of(contact(ShownContactState::connecting, alone, Initiation::monitor)));
    CHECK_FALSE(event_of(contact(ShownContactState::connecting, alone, Initiation::unknown)));
    CHECK(event_of(contact(ShownContactState::connecting, alone)) == ContactEvent::connecting);
    CHECK(event_of(contact(ShownContactState::connecting, {}, Initiation::unknown)) == ContactEvent::connecting);
}

TEST_CASE("a leg that monitors is its supervisor's own where the agent has no other") {
    using enum ConnectionState;
    const auto told = [](ShownContactState shown, const std::vector<Leg>& legs, Initiation initiation) {
        return event_of(contact(shown, legs, initiation));
    };
    const auto none = Initiation::unknown;
    CHECK(told(ShownContactState::connected, {{monitor, connected}}, none) == ContactEvent::monitoring);
    CHECK(told(ShownContactState::connected, {{monitor, silent_monitor}, {customer, connected}}, none) ==
          ContactEvent::monitoring);
    CHECK(told(ShownContactState::connected, {{monitor, barge}, {customer, connected}}, none) == ContactEvent::barging);
    CHECK_FALSE(told(ShownContactState::connecting, {{monitor, connecting}, {customer, connected}}, none));
    CHECK(told(ShownContactState::ended, {{monitor, disconnected}, {customer, connected}}, none) ==
          ContactEvent::ended);
    CHECK(told(ShownContactState::ended, {{customer, connected}}, Initiation::monitor) == ContactEvent::ended);
    CHECK(told(ShownContactState::missed, {}, Initiation::monitor) == ContactEvent::failed);
    CHECK(told(ShownContactState::ended, {{agent, disconnected}, {customer, connected}}, none) ==
          ContactEvent::left_to_others);
}

TEST_CASE("a supervisor's contact makes no agent ring, and hands nothing over when it ends") {
    const auto sighting = [](ShownContactState shown) {
        return seen_in(event(1s, AgentEventKind::state_change, contact(shown, {}, Initiation::monitor)).snapshot)
            .sighting;
    };
    CHECK(sighting(ShownContactState::connecting) == AgentSighting::available);
    CHECK(sighting(ShownContactState::missed) == AgentSighting::error);
    CHECK(sighting(ShownContactState::connected) == AgentSighting::on_contact);

    using enum ConnectionState;
    AgentTimeline timeline;
    std::vector<std::string> told;
    const auto tell = [&](const Notice& notice) {
        const auto* one = std::get_if<ContactNotice>(&notice);
        if (one == nullptr) return;
        told.push_back(std::string{to_string(one->kind)} + (one->overheard ? " overheard" : ""));
    };
    const auto legs = [](ConnectionState own) { return std::vector<Leg>{{agent, own}, {customer, connected}}; };
    const auto none = Initiation::unknown;
    const auto seen = [&](Duration after, ShownContactState shown, ConnectionState own) {
        timeline.apply(event(after, AgentEventKind::state_change, contact(shown, legs(own), none)), tell);
    };
    seen(1s, ShownContactState::connected, silent_monitor);
    seen(9s, ShownContactState::ended, disconnected);
    CHECK(timeline.latest()->tracks[0].state == ContactState::after_contact_work);
    CHECK(told ==
          std::vector<std::string>{"init overheard", "monitoring overheard", "ended overheard", "acw overheard"});
}

TEST_CASE("only a call that the agent dials needs no accepting") {
    const auto outbound_leg = [](Initiation initiation, ShownContactState shown, ConnectionState own) {
        auto one = contact(shown, {{agent, own}, {customer, ConnectionState::connected}}, initiation);
        one.connections[1].type = ConnectionType::outbound;
        return one;
    };
    for (const auto initiation : {Initiation::api, Initiation::external_outbound, Initiation::flow,
                                  Initiation::transfer, Initiation::queue_transfer, Initiation::campaign_preview}) {
        const auto name = to_string(initiation);
        CAPTURE(name);
        const auto rings = outbound_leg(initiation, ShownContactState::connecting, ConnectionState::connecting);
        CHECK(seen_in(event(1s, AgentEventKind::state_change, rings).snapshot).sighting == AgentSighting::ringing);
        CHECK(event_of(outbound_leg(initiation, ShownContactState::error, ConnectionState::disconnected)) ==
              ContactEvent::missed);
    }
    for (const auto initiation : {Initiation::outbound, Initiation::unknown}) {
        const auto rings = outbound_leg(initiation, ShownContactState::connecting, ConnectionState::connected);
        CHECK(seen_in(event(1s, AgentEventKind::state_change, rings).snapshot).sighting == AgentSighting::dialling);
        CHECK(event_of(outbound_leg(initiation, ShownContactState::error, ConnectionState::disconnected)) ==
              ContactEvent::failed);
    }
}

TEST_CASE("who previews a campaign's customer talks to nobody until they answer") {
    using enum ConnectionState;
    const auto told = [](ShownContactState shown, const std::vector<Leg>& legs) {
        return event_of(contact(shown, legs, Initiation::campaign_preview));
    };
    CHECK(told(ShownContactState::connected, {{agent, connected}}) == ContactEvent::pending);
    CHECK(told(ShownContactState::connected, {{agent, connected}, {customer, init}}) == ContactEvent::pending);
    CHECK(told(ShownContactState::connected, {{agent, connected}, {customer, connecting}}) == ContactEvent::connecting);
    CHECK(told(ShownContactState::connected, {{agent, connected}, {customer, connected}}) == ContactEvent::connected);
    CHECK(told(ShownContactState::connected, {{agent, connected}, {customer, disconnected}}) ==
          ContactEvent::connected);
    CHECK(told(ShownContactState::connected, {{agent, connected}, {third_party, connected}}) ==
          ContactEvent::connected);
    CHECK(told(ShownContactState::connected, {}) == ContactEvent::connected);
    CHECK(told(ShownContactState::error, {{agent, disconnected}}) == ContactEvent::missed);
    CHECK(told(ShownContactState::error, {{agent, disconnected}, {customer, disconnected}}) == ContactEvent::failed);
}

TEST_CASE("a contact that its agent refused was not missed, and is no failure") {
    const std::vector<Leg> refused{{agent, ConnectionState::rejected}, {customer, ConnectionState::connected}};
    CHECK(event_of(contact(ShownContactState::error, refused)) == ContactEvent::rejected);
    CHECK(event_of(contact(ShownContactState::missed, refused)) == ContactEvent::rejected);
}

TEST_CASE("a queued callback that is offered and not taken was missed") {
    AgentTimeline timeline;
    const std::vector<Leg> gone{{agent, ConnectionState::disconnected}};
    timeline.apply(
        event(1s, AgentEventKind::state_change, contact(ShownContactState::incoming, {}, Initiation::callback)));
    timeline.apply(
        event(20s, AgentEventKind::state_change, contact(ShownContactState::error, gone, Initiation::callback)));
    CHECK(timeline.latest()->tracks[0].state == ContactState::missed);
    CHECK(timeline.latest()->missed_in_a_row == 1);
}

TEST_CASE("a callback rings the agent first, and then the customer, unless it is the other way") {
    const auto seen = [](Initiation initiation) {
        const auto one = contact(ShownContactState::connecting, {}, initiation);
        return seen_in(event(1s, AgentEventKind::state_change, one).snapshot).sighting;
    };
    CHECK(seen(Initiation::callback) == AgentSighting::dialling);
    CHECK(seen(Initiation::callback_customer_first_dialed) == AgentSighting::ringing);
    CHECK(seen(Initiation::inbound) == AgentSighting::ringing);
    CHECK(seen(Initiation::outbound) == AgentSighting::dialling);
}

TEST_CASE("a status of the centre's own may be called Pending") {
    const AgentStatus own{"Pending", AgentStatusType::not_routable, start, "arn:agent-state/77"};
    CHECK(detail::sighting_of(own) == AgentSighting::not_routable);
    CHECK(detail::sighting_of({"Pending", AgentStatusType::not_routable, start, ""}) == AgentSighting::ringing);
}

TEST_CASE("how long a contact had been on hold before it was first seen, nobody knows") {
    AgentTimeline timeline;
    timeline.apply(event(600s, AgentEventKind::state_change, contact(ShownContactState::on_hold, {})));
    CHECK(timeline.latest()->tracks[0].times.held == 0s);
    timeline.apply(event(610s, AgentEventKind::heart_beat, contact(ShownContactState::on_hold, {})));
    CHECK(timeline.latest()->tracks[0].times.held == 10s);
}

TEST_CASE("a leg on hold tells since when, and none that it is held, how long is not known") {
    const auto held = [](Participant party, std::optional<Instant> since) {
        auto one = contact(ShownContactState::connected,
                           {{agent, ConnectionState::connected}, {customer, ConnectionState::connected}});
        auto& leg = one.connections[party == agent ? 0 : 1];
        leg.state = ConnectionState::hold;
        leg.since = since;
        AgentTimeline timeline;
        timeline.apply(event(600s, AgentEventKind::state_change, one));
        CHECK(timeline.latest()->tracks[0].state == ContactState::held);
        return timeline.latest()->tracks[0].times.held;
    };
    CHECK(held(agent, start + 550s) == 50s);
    CHECK(held(customer, start + 550s) == 50s);
    CHECK(held(customer, std::nullopt) == 0s);
}

TEST_CASE("an agent who logs off in a call stays signed out when it is over") {
    const auto voice = [](ShownContactState shown, Duration since) {
        auto one = contact(shown, {});
        one.since = start + since;
        return one;
    };
    for (const bool shown_at_log_off : {true, false}) {
        CAPTURE(shown_at_log_off);
        AgentTimeline timeline;
        const auto change = AgentEventKind::state_change;
        timeline.apply(event(0s, AgentEventKind::login));
        timeline.apply(event(10s, change, voice(ShownContactState::connected, 10s)));
        auto log_off = event(60s, AgentEventKind::logout, voice(ShownContactState::connected, 10s));
        if (!shown_at_log_off) log_off.snapshot = {SnapshotSource::agent_event_stream, start + 60s, {}, {}, {}};
        timeline.apply(log_off);
        timeline.apply(event(70s, change, voice(ShownContactState::on_hold, 70s)));
        timeline.apply(event(90s, change, voice(ShownContactState::ended, 90s)));
        timeline.apply(event(100s, change));
        timeline.apply(event(220s, AgentEventKind::heart_beat));
        CHECK(timeline.times(start + 220s).of(AgentState::signed_out) == 160s);
        CHECK(timeline.latest()->since == start + 60s);

        auto next = voice(ShownContactState::connecting, 230s);
        next.id = {"c2"};
        timeline.apply(event(230s, change, next));
        CHECK(timeline.latest()->state == AgentState::ringing);
    }
}

TEST_CASE("a call that rings while its agent logs off brings nobody back") {
    AgentTimeline timeline;
    const auto change = AgentEventKind::state_change;
    auto ringing = contact(ShownContactState::connecting, {}), missed = contact(ShownContactState::missed, {});
    ringing.since = start + 50s;
    missed.since = start + 70s;
    timeline.apply(event(50s, change, ringing));
    timeline.apply(event(60s, AgentEventKind::logout, ringing));
    timeline.apply(event(70s, change, missed));
    auto gone = event(71s, change);
    gone.snapshot.status.since.reset();
    timeline.apply(gone);
    CHECK(timeline.times(start + 80s).of(AgentState::signed_out) == 20s);
}

TEST_CASE("what follows a log-off signs nobody in, but what began after it does") {
    AgentTimeline timeline;
    timeline.apply(event(0s, AgentEventKind::login));
    timeline.apply(event(60s, AgentEventKind::logout));
    for (const auto& late : {event(180s, AgentEventKind::heart_beat), event(190s, AgentEventKind::state_change)}) {
        timeline.apply(late);
        CHECK(timeline.state(start + 200s) == AgentState::signed_out);
    }
    auto back = event(240s, AgentEventKind::state_change);
    back.snapshot.status.since = start + 240s;
    timeline.apply(back);
    CHECK(timeline.state(start + 240s) == AgentState::available);
}

TEST_CASE("a timeline is one agent's, a history one contact's") {
    AgentTimeline timeline;
    auto first = event(1s, AgentEventKind::state_change), other = event(2s, AgentEventKind::state_change);
    first.agent = {"arn:one"};
    other.agent = {"arn:two"};
    CHECK(timeline.apply(first) == Applied::now);
    CHECK(timeline.apply(other) == Applied::another_agent);
    CHECK(timeline.agent() == AgentId{"arn:one"});
    CHECK(timeline.entries().size() == 1);

    ContactHistory history;
    CHECK(history.add(report(ContactReportKind::queued, 1s)) == ContactHistory::Added::yes);
    auto others = report(ContactReportKind::disconnected, 2s);
    others.contact = {"c2"};
    CHECK(history.add(others) == ContactHistory::Added::another_contact);
    CHECK(history.reports().size() == 1);
}

TEST_CASE("a history read back goes on as if nothing had been") {
    ContactHistory history;
    auto queued = report(ContactReportKind::queued, 5s);
    queued.id = "e1";
    queued.channel = Channel::voice;
    queued.queue = Queue{"arn:q", "予約"};
    queued.agent = AgentId{"arn:a"};
    queued.queued_at = start + 5s;
    queued.customer = Withheld{WithheldReason::by_caller};
    queued.line = *PhoneNumber::parse("+81312345678");
    queued.tags = {{"店", "渋谷"}};
    history.add(queued);
    history.add(report(ContactReportKind::initiated, 0s));
    auto read = contact_history_from_json(to_json(history));
    REQUIRE(read);
    CHECK(*read == history);
    CHECK(read->add(queued) == ContactHistory::Added::duplicate);
    read->add(report(ContactReportKind::disconnected, 40s));
    CHECK(read->abandoned_at() == start + 40s);

    auto other = report(ContactReportKind::initiated, 0s);
    other.contact = {"c2"};
    auto mixed = to_json(history);
    mixed.insert(mixed.rfind(']'), "," + to_json(other));
    const auto refused = contact_history_from_json(mixed);
    REQUIRE_FALSE(refused);
    CHECK(to_string(refused.error().front().where) == "/reports/2");
    CHECK_FALSE(contact_history_from_json("{}"));
}

TEST_CASE("two who left at once, and nobody was first") {
    ContactSnapshot one;
    for (const auto party : {agent, customer}) {
        Connection connection;
        connection.party = party;
        connection.state = ConnectionState::disconnected;
        connection.since = start;
        one.connections.push_back(connection);
    }
    CHECK(first_to_leave(one) == nullptr);
    one.connections[1].since = start - 1s;
    REQUIRE(first_to_leave(one) != nullptr);
    CHECK(first_to_leave(one)->party == customer);
    one.connections[0].since.reset();
    CHECK(first_to_leave(one) == nullptr);
}

TEST_CASE("a call is abandoned where the customer gave it up in the queue") {
    const auto abandoned = [](std::string reason, Initiation initiation = Initiation::inbound) {
        ContactHistory history;
        history.add(report(ContactReportKind::queued, 5s, "", initiation));
        history.add(report(ContactReportKind::disconnected, 40s, std::move(reason), initiation));
        return history.abandoned_at().has_value();
    };
    CHECK(abandoned("CUSTOMER_DISCONNECT"));
    CHECK(abandoned(""));
    for (const auto* reason : {"CONTACT_FLOW_DISCONNECT", "EXPIRED", "API", "TELECOM_PROBLEM", "TRANSFERRED",
                               "AGENT_DISCONNECT", "SOMETHING_NEW"}) {
        CAPTURE(reason);
        CHECK_FALSE(abandoned(reason));
    }
    for (const auto initiation : {Initiation::callback, Initiation::outbound, Initiation::monitor, Initiation::api}) {
        CHECK_FALSE(abandoned("CUSTOMER_DISCONNECT", initiation));
    }
}

TEST_CASE("a chat of the API is the customer's, a call of the API ours") {
    const auto abandoned = [](Channel channel, Initiation initiation = Initiation::api) {
        ContactHistory history;
        auto queued = report(ContactReportKind::queued, 5s, "", initiation);
        auto gone = report(ContactReportKind::disconnected, 40s, "CUSTOMER_DISCONNECT", initiation);
        gone.channel = channel;
        history.add(queued);
        history.add(gone);
        return history.abandoned_at().has_value();
    };
    CHECK(abandoned(Channel::chat));
    CHECK(abandoned(Channel::task));
    CHECK(abandoned(Channel::email));
    CHECK_FALSE(abandoned(Channel::voice));
    CHECK_FALSE(abandoned(Channel::unknown));
    CHECK_FALSE(abandoned(Channel::email, Initiation::agent_reply));
}

TEST_CASE("that a call was queued or answered, any report of it may tell") {
    auto end = report(ContactReportKind::disconnected, 40s, "CUSTOMER_DISCONNECT");
    end.queued_at = start + 5s;
    ContactHistory gave_up;
    gave_up.add(report(ContactReportKind::initiated, 0s));
    gave_up.add(end);
    CHECK(gave_up.abandoned_at() == start + 40s);
    end.connected_to_agent_at = start + 20s;
    ContactHistory talked;
    talked.add(report(ContactReportKind::queued, 5s));
    talked.add(end);
    CHECK_FALSE(talked.abandoned_at());
}

}  // namespace contact_test
