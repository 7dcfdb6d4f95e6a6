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

TEST_CASE("a call is named by its first leg, whatever others take for that, in any order") {
    auto asked = leg("c1", Initiation::inbound, 0s, 60s);
    asked.next = ContactId{"c0"};
    auto back = leg("c0", Initiation::callback, 60s, 90s);
    back.previous = ContactId{"c1"};
    const auto moved = behind(leg("c2", Initiation::transfer, 90s, 99s), "c0", "c0");
    std::vector<ContactRecord> records{asked, back, moved};
    const auto less = [](const ContactRecord& a, const ContactRecord& b) { return a.id < b.id; };
    std::sort(records.begin(), records.end(), less);
    do {
        CallFacts facts;
        for (const auto& record : records) facts.add(record);
        REQUIRE(facts.all().size() == 1);
        CHECK(facts.all().front().id == ContactId{"c1"});
        CHECK(facts.call_of({"c2"}) == ContactId{"c1"});
    } while (std::next_permutation(records.begin(), records.end(), less));
}

TEST_CASE("a task that an agent begins of a call is none of its legs") {
    const auto call = answered(queued(leg("c1", Initiation::inbound, 0s, 100s), 10s, 15s), 15s, 80s);
    auto task =
        behind(answered(queued(leg("t1", Initiation::api, 50s, 20'000s), 60s, 15'000s), 15'000s, 9s), "c1", "c1");
    task.channel = Channel::task;
    CallFacts facts;
    facts.add(task);
    facts.add(call);
    REQUIRE(facts.all().size() == 2);
    CHECK(facts.find({"c1"})->queued == 5s);
    CHECK(facts.find({"c1"})->ended == noon + 100s);
    CHECK(facts.find({"t1"})->direction == CallDirection::inbound);

    auto passed_on = behind(leg("t2", Initiation::transfer, 20'000s, 20'100s), "t1", "c1");
    passed_on.channel = Channel::task;
    facts.add(passed_on);
    CHECK(facts.find({"t2"})->contacts == std::vector<ContactId>{{"t1"}, {"t2"}});
}

TEST_CASE("chats, e-mails and tasks are no calls that figures count") {
    CallFacts facts;
    facts.add(answered(queued(leg("v", Initiation::inbound, 0s, 100s), 10s, 15s), 15s, 80s));
    for (const auto channel : {Channel::chat, Channel::email, Channel::task}) {
        auto written = queued(leg(name_of(channel).data(), Initiation::api, 0s, 30'000s), 10s, 21'600s);
        written.channel = channel;
        facts.add(written);
        const auto fact = *facts.find(written.id);
        CHECK(fact.direction == CallDirection::inbound);
        CHECK_FALSE(fact.answered);
    }
    const auto figures = service_figures(facts.all(), 20s);
    CHECK(figures.offered == 1);
    CHECK(figures.speed_of_answer == 5);
}

TEST_CASE("the speed of answer is that of the first answer, whatever a transfer cost") {
    const auto first = answered(queued(leg("c1", Initiation::inbound, 0s, 100s), 10s, 15s), 15s, 80s);
    const auto second =
        answered(behind(queued(leg("c2", Initiation::transfer, 100s, 300s), 100s, 160s), "c1", "c1"), 160s, 90s);
    const auto fact = only({first, second});
    CHECK(fact.queued == 65s);
    CHECK(time_to_answer(fact) == 5s);
    const auto figures = service_figures(std::vector{fact}, 20s);
    CHECK(figures.speed_of_answer == 5);
    CHECK(figures.answered_in_time == 1);
}

TEST_CASE("two records of one second are two revisions, whichever comes first") {
    const auto waiting = queued(leg("c1", Initiation::inbound, 0s, 100s), 10s, 15s);
    const auto taken = answered(waiting, 15s, 80s);
    CallFacts facts;
    facts.add(waiting);
    const auto before = facts.all().front();
    CHECK(facts.add(taken).added == RecordAdded::newer);
    const auto after = facts.all().front();
    CHECK(after.revision > before.revision);
    CHECK(facts.add(waiting).added == RecordAdded::as_known);
    CHECK(only({taken, waiting}) == after);
}

TEST_CASE("every leg of a chain goes by the name of its first, also alone and after the others were forgotten") {
    const auto first = leg("z1", Initiation::inbound, 0s, 30s);
    const auto second = behind(leg("c2", Initiation::transfer, 30s, 60s), "z1", "z1");
    const auto third = behind(leg("a3", Initiation::transfer, 60s, 90s), "c2", "z1");
    const auto whole = only({third, first, second});
    for (const auto& one : {first, second, third}) CHECK(only({one}).id == ContactId{"z1"});
    CHECK(only({second, third}).revision < whole.revision);

    auto later = second;
    later.updated += 24h * 700;
    CHECK(only({later}).revision < only({first}).revision);

    auto flow = leg("a4", Initiation::disconnect, 90s, 95s);
    flow.related = ContactId{"z1"};
    CHECK(only({flow}).id == ContactId{"z1"});
}

TEST_CASE("what an older record named holds, whichever comes first, and goes along with the records") {
    const auto first = leg("c1", Initiation::inbound, 0s, 30s);
    const auto older = behind(leg("c2", Initiation::transfer, 30s, 60s), "c1", "c1");
    auto newer = leg("c2", Initiation::transfer, 30s, 60s);
    newer.updated = older.updated + 1h;
    CallFacts facts;
    facts.add(first);
    facts.add(newer);
    CHECK(facts.all().size() == 2);
    CHECK(facts.add(older) == CallFacts::Change{RecordAdded::newer, {"c1"}, {{"c2"}}});
    CHECK(facts.add(older).added == RecordAdded::as_known);
    CHECK(only({first, older, newer}) == facts.all().front());
    CHECK(only(facts.records()) == facts.all().front());
}

TEST_CASE("a newer record that names what was before it makes a greater revision, though an older one denied it") {
    const auto older = leg("c1", Initiation::inbound, 0s, 30s);
    auto newer = behind(older, "b0", "b0");
    newer.updated += 1s;
    CallFacts facts;
    facts.add(older);
    const auto before = facts.all().front();
    CHECK(facts.add(newer) == CallFacts::Change{RecordAdded::newer, {"b0"}, {{"c1"}}});
    const auto after = facts.all().front();
    CHECK(after.revision > before.revision);
    CHECK(only(facts.records()) == after);

    CallFacts others;
    others.add(newer);
    CHECK(others.all().front().revision < before.revision);
    CHECK(others.add(older).added == RecordAdded::newer);
    CHECK(others.add(older).added == RecordAdded::as_known);
    CHECK(others.all().front() == after);
}

TEST_CASE("of a call of hundreds of legs each makes a greater revision") {
    CallFacts facts;
    std::int64_t revision = 0;
    for (int place = 0; place < 400; ++place) {
        const auto id = std::to_string(place);
        auto one = behind(leg(id.c_str(), Initiation::transfer, 1s * place, 1s * place + 10s), "first", "first");
        facts.add(one);
        one.updated += 1s;
        facts.add(one);
        const auto now = facts.find({"first"})->revision;
        CHECK(now > revision);
        revision = now;
        one.next = ContactId{"after " + id};
        facts.add(one);
        CHECK(facts.find({"first"})->revision > revision);
        revision = facts.find({"first"})->revision;
    }
    CHECK(revision < std::int64_t{1} << 53);
}

TEST_CASE("who is awaited is told in a row of its own") {
    const auto first = leg("c1", Initiation::inbound, 0s, 30s);
    auto known = first;
    known.next = ContactId{"c2"};
    CallFacts facts;
    facts.add(first);
    const auto before = facts.all().front();
    auto older = known;
    older.updated -= 1s;
    CHECK(facts.add(older).added == RecordAdded::newer);
    CHECK(facts.all().front().awaited == std::vector<ContactId>{{"c2"}});
    CHECK(facts.all().front().revision > before.revision);
}

TEST_CASE("a callback is answered when the customer is there") {
    auto asked = queued(leg("c1", Initiation::inbound, 0s, 60s), 10s, 60s);
    auto back = answered(behind(queued(leg("c2", Initiation::callback, 60s, 400s), 60s, 350s), "c1", "c1"), 350s, 0s);
    back.connected_to_system.reset();
    back.disconnect_reason = "TELECOM_UNANSWERED";
    CHECK_FALSE(only({asked, back}).answered);
    CHECK(only({asked, back}).waits.back().outcome == WaitOutcome::ended);
    back.connected_to_system = noon + 360s;
    CHECK(only({asked, back}).answered == noon + 360s);
}

TEST_CASE("who leaves in the flow behind a queue did not leave in the queue") {
    const auto fact = only({queued(leg("c1", Initiation::inbound, 0s, 100s), 10s, 50s)});
    CHECK(fact.abandoned == Abandonment::in_flow);
    CHECK(fact.waits.front().outcome == WaitOutcome::ended);
    CHECK(fact.in_flow == 60s);
    CHECK(only({queued(leg("c1", Initiation::inbound, 0s, 100s), 10s, 99s)}).abandoned == Abandonment::in_queue);
}

TEST_CASE("of one attribute the later leg's holds, and a disposition counts once") {
    auto first = leg("c1", Initiation::inbound, 0s, 100s);
    first.attributes = {{"disposition", "booking"}, {"language", "ja"}};
    first.updated += 24h;
    auto second = behind(leg("c2", Initiation::transfer, 100s, 200s), "c1", "c1");
    second.attributes = {{"disposition", "change"}, {"disposition2", "change"}, {"disposition3", "access"}};
    const auto fact = only({first, second});
    CHECK(fact.dispositions == std::vector<std::string>{"change", "access"});
    CHECK(fact.attributes.at("language") == "ja");
}

TEST_CASE("a supervisor's leg is of the call that it names alone, and joins no two") {
    auto listening = leg("m", Initiation::monitor, 30s, 60s);
    listening.related = ContactId{"c1"};
    CHECK(only({leg("c1", Initiation::inbound, 0s, 100s), listening}).overheard == 1);
    listening.previous = ContactId{"c2"};
    CallFacts facts;
    for (const auto& one :
         {leg("c1", Initiation::inbound, 0s, 100s), listening, leg("c2", Initiation::inbound, 0s, 9s)}) {
        facts.add(one);
    }
    CHECK(facts.all().size() == 2);
    CHECK(facts.find({"c2"})->overheard == 1);
}

}  // namespace call_facts_test
