#include <denwaban/core/iso8601.hpp>
#include <denwaban/ledger/desks.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>
#include <iostream>

using namespace denwaban;

namespace {

const RestaurantId hanamaru{"hanamaru"};
const Instant call = parse_iso8601("2026-11-25T12:00:00+09:00").value();
const DayBookAddress friday{hanamaru, make_date(2026, 11, 27)};

// What was asked with a key gets the same answer however often it is asked: a Lambda that is called twice books once.
ErrandRequest asked(std::string key) {
    ErrandRequest request;
    request.key = std::move(key);
    request.now = call;
    return request;
}

Restaurant restaurant() {
    const Open night{{{"night", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(24, 0), {}}}};
    Restaurant one;
    one.id = hanamaru;
    one.name = "はなまる";
    one.hours = Rules{{{{EveryDay{}}, night, ""}}, {}, {}};
    return one;
}

NewReservation party_of(Covers adults, std::string id) {
    NewReservation wanted{{std::move(id)}, {}, {}};
    wanted.request.begin = MinuteOfDay::clock(19, 0);
    wanted.request.wish.party.adults = adults;
    return wanted;
}

void say(const Expected<KeptDecision, Errors>& answer) {
    if (!answer) {
        std::cout << to_string(answer.error()) << '\n';
        return;
    }
    const auto& booked = *answer->reservation;
    std::cout << booked.id.text << " at " << to_string(booked.begin);
    for (const auto& table : booked.tables) std::cout << ' ' << table.text;
    std::cout << '\n';
}

}  // namespace

int main() {
    auto ledger = SqliteLedger::open(":memory:").value();  // a file's name keeps it

    KeptRestaurants restaurants{ledger};
    static_cast<void>(restaurants.put(restaurant(), {}).value());
    const auto plan = FloorPlan::make({{{"A"}, Covers::of(1), Covers::of(2)}, {{"B"}, Covers::of(1), Covers::of(4)}});
    static_cast<void>(restaurants.put_book_template(hanamaru, {plan.value(), {}}, {}).value());

    ReservationDesk desk{ledger};
    By agent;
    agent.who = "agent-1";
    agent.now.instant = call;
    say(desk.decide(friday, party_of(Covers::of(4), "b1"), agent, asked("call-1")));
    say(desk.decide(friday, party_of(Covers::of(4), "b1"), agent, asked("call-1")));  // once, though asked twice
    say(desk.decide(friday, party_of(Covers::of(3), "b2"), agent, asked("call-2")));  // B is taken
    say(desk.decide(friday, party_of(Covers::of(2), "b3"), agent, asked("call-3")));
}
