/// Whatever an operation makes, the reader of its documents takes: near the limits and past them too.

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/agent/agent_timeline.hpp>
#include <denwaban/customer/customers.hpp>
#include <denwaban/documents/agent_timeline_json.hpp>
#include <denwaban/documents/calls_json.hpp>
#include <denwaban/documents/customers_json.hpp>
#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/documents/dispositions_json.hpp>

namespace read_back_property {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

constexpr auto day = make_date(2026, 11, 27);
const Instant noon{day.time_since_epoch() + 3h};

int below(int most) { return *rc::gen::inRange(0, most); }

/// Mostly about as many as there may be in one of two halves, or in all.
std::size_t some_size(std::size_t most) {
    const auto around = below(2) == 0 ? most : most / 2;
    return static_cast<std::size_t>(std::max(0, static_cast<int>(around) - 2 + below(5)));
}

std::string some_text(std::size_t most) {
    std::string text;
    for (auto characters = some_size(most); characters > 0; --characters) text += below(2) == 0 ? "海" : "a";
    return below(2) == 0 ? std::string{first_characters(text, most)} : "";
}

std::vector<std::string> some_labels(const std::string& name) {
    std::vector<std::string> all;
    const auto count = below(4) == 0 ? some_size(longest_list) : 1;
    for (std::size_t number = 0; number < std::min(count, longest_list); ++number) {
        all.push_back(name + std::to_string(number));
    }
    return all;
}

Customer some_customer(const std::string& id) {
    Customer customer;
    customer.id = {id};
    customer.name = below(2) == 0 ? "" : id;
    customer.notes = some_text(longest_text);
    customer.tags = some_labels(id + " tag ");
    customer.allergies = some_labels(id + " allergy ");
    customer.aliases = some_labels(id + " alias ");
    return customer;
}

/// A day with so many reservations that are over, one of which has so much behind it.
DayBook some_book(std::size_t reservations, std::size_t lines, std::size_t blocks) {
    DayBookContents contents;
    contents.restaurant = {"r"};
    contents.date = day;
    Table table;
    table.id = {"A"};
    table.most = *Covers::make(4);
    contents.floor_plan = *FloorPlan::make({table}, {});
    contents.periods = {{"dinner", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(23, 0), MinuteOfDay::clock(22, 0)}};
    Reservation one;
    one.wish.party.adults = Covers::of(2);
    one.begin = MinuteOfDay::clock(19, 0);
    one.end = MinuteOfDay::clock(21, 0);
    one.commitment = Commitment::cancelled;
    for (std::size_t number = 0; number < reservations; ++number) {
        one.id = {"b" + std::to_string(number)};
        contents.reservations.push_back(one);
    }
    if (reservations > 0) {
        auto& first = contents.reservations.front();
        first.commitment = Commitment::confirmed;
        first.history.assign(lines, {Deed::change_details, Actor::agent, "", noon, {}, ""});
    }
    contents.blocks.assign(blocks, {{"A"}, MinuteOfDay::clock(17, 0), MinuteOfDay::clock(17, 1), ""});
    return *DayBook::make(std::move(contents));
}

Command some_command() {
    switch (below(8)) {
        case 4: {
            NewReservation waits{{"new"}, {}, {}, Waiting{MinuteOfDay::clock(22, 0), noon + 1h}};
            waits.request.begin = MinuteOfDay::clock(18, 0);
            waits.request.wish.party.adults = Covers::of(2);
            return waits;
        }
        case 5: {
            NewGroup group{{"g"}, {}, {}};
            group.request.begin = MinuteOfDay::clock(21, 0);
            group.request.wish.party.adults = Covers::of(4);
            Party two;
            two.adults = Covers::of(2);
            group.parts = {{{"new"}, two}, {{"newer"}, two}};
            return group;
        }
        case 6:
            return TakeUp{{below(2) == 0 ? "new" : "b0"}, MinuteOfDay::clock(21, 0)};
        case 7:
            return Renew{{below(2) == 0 ? "new" : "b0"}, noon + 2h};
        case 0: {
            NewReservation wanted{{"new"}, {}, {}};
            wanted.request.begin = MinuteOfDay::clock(21, 0);
            wanted.request.wish.party.adults = Covers::of(2);
            return wanted;
        }
        case 1: {
            ChangeDetails change{{"b0"}, {}};
            change.details.name = std::to_string(below(1000));
            return change;
        }
        case 2:
            return Follow{{"b0"}, CommitmentEvent::cancel, {}};
        default:
            return Block{{"A"}, MinuteOfDay::clock(18, 0), MinuteOfDay::clock(18, 30), ""};
    }
}

}  // namespace

int run() {
    bool good = true;
    const auto holds = [&](const std::string& what, auto property) { good = rc::check(what, property) && good; };

    holds("customers who became one are read back, or are two still", [] {
        Customers customers;
        for (const auto* id : {"a", "b", "c"}) RC_ASSERT(customers.put(some_customer(id)));
        for (const auto& [keep, absorb] : {std::pair{"a", "b"}, std::pair{"a", "c"}}) {
            const auto before = customers.size();
            const auto merged = customers.merge({keep}, {absorb});
            RC_ASSERT(customers.size() == (merged ? before - 1 : before));
            if (!merged) RC_ASSERT(merged.error().code == ErrorCode::too_large);
            RC_ASSERT(customers_from_json(to_json(customers)));
        }
    });

    holds("a book is read back after whatever is done to it", [] {
        const auto some = [](std::size_t most) { return below(10) == 0 ? some_size(most) : 1; };
        auto book = some_book(std::min(some(most_reservations), most_reservations),
                              std::min(some_size(longest_list), longest_list),
                              std::min(some(most_reservations), most_reservations));
        By by;
        by.now = now_in(TimeZone::tokyo(), noon);
        for (int step = 0; step < 3; ++step) {
            const auto decision = decide(book, some_command(), by);
            if (!decision) continue;
            book = decision->book;
            RC_ASSERT(day_book_from_json(to_json(book)));
        }
    });

    holds("a call is read back, however much happened to it", [] {
        Call call;
        call.contacts = {{"ct1"}};
        const auto events = some_size(most_occurrences);
        for (std::size_t number = 0; number < events; ++number) {
            const auto event = number == 0       ? CallEvent::answered
                               : number % 2 == 0 ? CallEvent::resumed
                                                 : CallEvent::held;
            const auto id = std::to_string(number);
            auto step = apply_if_room(call, {id, *OutsideCallEvent::of(event), noon + 1s * static_cast<int>(number)});
            if (!step) break;
            call = std::move(step->call);
        }
        if (auto over = apply_if_room(call, {"over", CallEvent::ended, noon + 10h})) call = std::move(over->call);
        if (auto closed = complete(call, {WrapUpDemand::optional, {}, {}}, default_catalogue(), {"a"}, noon + 11h))
            call = *closed;
        RC_ASSERT(call_from_json(to_json(call)) == call);
    });

    holds("an agent's timeline is read back, whatever the clocks said", [] {
        AgentTimeline timeline{TimelineTerms::agent_event_stream()};
        auto at = noon;
        for (int number = 0; number < 6; ++number) {
            AgentEvent event;
            event.snapshot.at = at;
            static_cast<void>(timeline.apply(event));
            at = std::min<Instant>(at + std::chrono::hours{24} * below(400'000) + std::chrono::hours{below(100)},
                                   latest_instant);
        }
        RC_ASSERT(agent_timeline_from_json(to_json(timeline)));
    });

    return good ? 0 : 1;
}

}  // namespace read_back_property
