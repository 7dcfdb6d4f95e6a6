#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include <denwaban/records/call_facts.hpp>
#include <denwaban/records/service_figures.hpp>

namespace call_facts_test {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

constexpr Instant noon{std::chrono::seconds{1'796'000'400}};

ContactRecord leg(const char* id, Initiation initiation, Duration from, Duration until) {
    ContactRecord record;
    record.id = {id};
    record.initiation = initiation;
    record.channel = Channel::voice;
    record.initiated = record.connected_to_system = noon + from;
    record.disconnected = noon + until;
    record.updated = noon + until + 1min;
    record.disconnect_reason = "CUSTOMER_DISCONNECT";
    return record;
}
ContactRecord behind(ContactRecord record, const char* previous, const char* initial) {
    record.previous = ContactId{previous};
    record.initial = ContactId{initial};
    return record;
}
ContactRecord queued(ContactRecord record, Duration from, Duration until) {
    record.queue = RecordedQueue{{"arn:queue", "予約"}, noon + from, noon + until};
    return record;
}
ContactRecord answered(ContactRecord record, Duration at, Duration talk) {
    RecordedAgent agent;
    agent.agent = {"arn:agent"};
    agent.connected = noon + at;
    agent.interaction = talk;
    agent.customer_hold = 10s;
    agent.after_contact_work = 30s;
    record.agent = agent;
    record.connection_attempts = 2;
    return record;
}

CallFact only(const std::vector<ContactRecord>& records) {
    CallFacts facts;
    for (const auto& record : records) facts.add(record);
    REQUIRE(facts.all().size() == 1);
    return facts.all().front();
}

}  // namespace

TEST_CASE("a call that an agent took is one row with its waits and its talk") {
    auto record = answered(queued(leg("c1", Initiation::inbound, 0s, 200s), 20s, 50s), 50s, 140s);
    record.attributes = {{"disposition", "booking"}, {"disposition2", "directions"}, {"bookingId", "b7"}};
    record.instance_arn = "arn:aws:connect:ap-northeast-1:123456789012:instance/i";
    const auto fact = only({record});
    CHECK(fact.id.text == "c1");
    CHECK(fact.direction == CallDirection::inbound);
    CHECK(fact.in_flow == 20s);
    CHECK(fact.queued == 30s);
    CHECK(fact.answered == noon + 50s);
    CHECK(fact.ended == noon + 200s);
    CHECK(fact.interaction == 140s);
    CHECK(fact.unanswered_offers == 1);
    CHECK(fact.waits.front().outcome == WaitOutcome::answered);
    CHECK(fact.dispositions == std::vector<std::string>{"booking", "directions"});
    CHECK(fact.booking == BookingId{"b7"});
    CHECK(fact.region == "ap-northeast-1");
    CHECK_FALSE(fact.abandoned);
    CHECK(fact.left_first == LeftFirst::customer);
}

TEST_CASE("who gave up, and where") {
    CHECK(only({leg("c1", Initiation::inbound, 0s, 9s)}).abandoned == Abandonment::in_flow);
    CHECK(only({queued(leg("c1", Initiation::inbound, 0s, 90s), 20s, 90s)}).abandoned == Abandonment::in_queue);

    auto old = queued(leg("c1", Initiation::inbound, 0s, 90s), 20s, 90s);
    old.disconnect_reason = "";
    CHECK(only({old}).abandoned == Abandonment::in_queue);

    auto closed = queued(leg("c1", Initiation::inbound, 0s, 90s), 20s, 90s);
    closed.disconnect_reason = "CONTACT_FLOW_DISCONNECT";
    CHECK_FALSE(only({closed}).abandoned);
    CHECK(only({closed}).waits.front().outcome == WaitOutcome::ended);

    CHECK_FALSE(only({leg("c1", Initiation::outbound, 0s, 9s)}).abandoned);
    CHECK_FALSE(only({queued(leg("c1", Initiation::callback, 0s, 90s), 20s, 90s)}).abandoned);
}

TEST_CASE("a call that was answered and then left waiting has not been abandoned as a call") {
    const auto first = answered(queued(leg("c1", Initiation::inbound, 0s, 100s), 10s, 20s), 20s, 80s);
    const auto second = behind(queued(leg("c2", Initiation::transfer, 100s, 160s), 100s, 160s), "c1", "c1");
    const auto fact = only({first, second});
    CHECK(fact.waits.back().outcome == WaitOutcome::abandoned);
    CHECK_FALSE(fact.abandoned);
    CHECK(fact.queued == 70s);
    CHECK(fact.contacts == std::vector<ContactId>{{"c1"}, {"c2"}});
}

TEST_CASE("a promised callback is the same call, and no abandonment") {
    auto asked = queued(leg("c1", Initiation::inbound, 0s, 60s), 10s, 60s);
    asked.disconnect_reason = "CONTACT_FLOW_DISCONNECT";
    const auto back =
        answered(behind(queued(leg("c2", Initiation::callback, 600s, 700s), 590s, 610s), "c1", "c1"), 620s, 80s);
    const auto fact = only({back, asked});
    CHECK(fact.direction == CallDirection::inbound);
    CHECK(fact.called_back == noon + 600s);
    CHECK(fact.waits.front().outcome == WaitOutcome::moved);
    CHECK(fact.answered == noon + 620s);
    CHECK_FALSE(fact.abandoned);
}

TEST_CASE("supervisors' legs count nowhere but in how many there were") {
    const auto call = answered(leg("c1", Initiation::inbound, 0s, 100s), 20s, 80s);
    const auto listening = behind(answered(leg("c9", Initiation::monitor, 30s, 60s), 30s, 30s), "c1", "c1");
    const auto fact = only({listening, call});
    CHECK(fact.overheard == 1);
    CHECK(fact.contacts == std::vector<ContactId>{{"c1"}});
    CHECK(fact.interaction == 80s);

    CallFacts facts;
    facts.add(leg("c9", Initiation::monitor, 0s, 9s));
    CHECK(facts.all().empty());
}

TEST_CASE("a late leg amends the call, and says whose rows are gone") {
    CallFacts facts;
    const auto last = behind(leg("c3", Initiation::transfer, 60s, 90s), "c2", "c1");
    CHECK(facts.add(last).call == ContactId{"c1"});
    CHECK(facts.find({"c3"})->awaited == std::vector<ContactId>{{"c1"}, {"c2"}});
    CHECK_FALSE(facts.find({"c3"})->ended);

    auto midst = leg("c2", Initiation::transfer, 30s, 60s);
    midst.previous = ContactId{"c1"};
    CHECK(facts.add(midst) == CallFacts::Change{RecordAdded::kept, {"c1"}, {}});
    facts.add(leg("c1", Initiation::inbound, 0s, 30s));
    CHECK(facts.find({"c2"})->ended == noon + 90s);
    CHECK(facts.find({"c2"})->awaited.empty());

    facts.add(leg("d1", Initiation::inbound, 0s, 30s));
    auto joining = leg("c4", Initiation::transfer, 90s, 99s);
    joining.previous = ContactId{"c3"};
    joining.next = ContactId{"d1"};
    CHECK(facts.add(joining) == CallFacts::Change{RecordAdded::kept, {"c1"}, {{"d1"}}});
}

TEST_CASE("a newer record holds, an older one and the same change nothing") {
    CallFacts facts;
    auto record = leg("c1", Initiation::inbound, 0s, 30s);
    CHECK(facts.add(record).added == RecordAdded::kept);
    CHECK(facts.add(record).added == RecordAdded::as_known);
    auto newer = record;
    newer.updated += 1h;
    newer.attributes["disposition"] = "lost_property";
    CHECK(facts.add(newer).added == RecordAdded::newer);
    CHECK(facts.add(record).added == RecordAdded::as_known);
    CHECK(facts.find({"c1"})->dispositions == std::vector<std::string>{"lost_property"});
    CHECK(facts.size() == 1);
    CHECK(facts.take_before(noon + 1h).empty());
    const auto known = facts.all();
    CHECK(facts.take_before(noon + 2h) == known);
    CHECK(facts.size() == 0);
    CHECK(facts.all().empty());
    facts.add(record);
    facts.forget_before(noon + 2h);
    CHECK(facts.size() == 0);
}

TEST_CASE("a related contact is the same call only where nothing else says what it belongs to") {
    CallFacts facts;
    facts.add(leg("c1", Initiation::inbound, 0s, 30s));
    auto promised = leg("c2", Initiation::outbound, 900s, 930s);
    promised.related = ContactId{"c1"};
    facts.add(promised);
    CHECK(facts.all().size() == 2);
    auto flow = leg("c3", Initiation::disconnect, 30s, 40s);
    flow.related = ContactId{"c1"};
    facts.add(flow);
    CHECK(facts.all().size() == 2);
    CHECK(facts.find({"c3"})->id == ContactId{"c1"});
}

TEST_CASE("three formulas of a service level") {
    const auto quick = answered(queued(leg("a", Initiation::inbound, 0s, 90s), 0s, 10s), 10s, 60s);
    const auto slow = answered(queued(leg("b", Initiation::inbound, 0s, 90s), 0s, 50s), 50s, 20s);
    const auto short_lost = queued(leg("c", Initiation::inbound, 0s, 5s), 0s, 5s);
    const auto lost = queued(leg("d", Initiation::inbound, 0s, 80s), 0s, 80s);
    const auto ours = leg("e", Initiation::outbound, 0s, 80s);
    CallFacts facts;
    for (const auto& one : {quick, slow, short_lost, lost, ours, leg("f", Initiation::inbound, 0s, 3s)}) facts.add(one);
    const auto figures = service_figures(facts.all(), 20s);
    CHECK(figures.offered == 5);
    CHECK(figures.queued == 4);
    CHECK(figures.abandoned_in_flow == 1);
    CHECK(service_level(figures, ServiceLevelFormula::answered_of_all) == 0.25);
    CHECK(service_level(figures, ServiceLevelFormula::without_short_abandons) == doctest::Approx(1.0 / 3));
    CHECK(service_level(figures, ServiceLevelFormula::short_abandons_as_answered) == 0.5);
    CHECK(figures.speed_of_answer == 30);
    CHECK(figures.handle_time == 80);
    CHECK_FALSE(service_level(service_figures({}, 20s), ServiceLevelFormula::answered_of_all));
}

}  // namespace call_facts_test
