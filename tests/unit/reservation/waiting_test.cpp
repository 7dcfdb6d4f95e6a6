#include <doctest/doctest.h>

#include <denwaban/customer/visit_of.hpp>
#include <denwaban/reservation/command.hpp>
#include <denwaban/reservation/late_parties.hpp>

#include "evening.hpp"
#include "told_errors.hpp"

namespace waiting_test {
using namespace evening;

namespace {

using Texts = std::vector<std::string>;
constexpr auto seven = MinuteOfDay::clock(19, 0);
constexpr auto eight = MinuteOfDay::clock(20, 0);

/// One table for two, taken at seven.
DayBook full() {
    auto contents = empty_contents();
    contents.floor_plan = *FloorPlan::make({table("A", 1, 2)});
    return booked(*DayBook::make(contents), "b1", 2, seven)->book;
}
NewReservation waits(std::string id, int covers = 2, MinuteOfDay first = seven, MinuteOfDay latest = eight) {
    auto one = wanted(std::move(id), covers, first);
    one.terms = Waiting{latest};
    return one;
}
By at(int hour, int minute, Actor actor = Actor::agent) { return by(actor, at_clock(hour, minute)); }
DayBook with_two() {
    const auto one = book(full(), waits("w1"), at(12, 10));
    return book(one->book, waits("w2", 2, MinuteOfDay::clock(18, 0)), at(12, 5))->book;
}
Texts ids(const std::vector<WaitingParty>& all) {
    Texts ids;
    for (const auto& one : all) ids.push_back(one.booking.text);
    return ids;
}

}  // namespace

TEST_CASE("who waits takes no room, and is told in the order of waiting who could come") {
    const auto day = with_two();
    CHECK(DayBook::make(day.contents()));
    CHECK(day.find({"w1"})->commitment == Commitment::waiting);
    const auto before = *waiting_list(day, at_clock(13, 0));
    CHECK(ids(before) == Texts{"w2", "w1"});
    CHECK(before[0].state == SlotState::full);
    CHECK(before[0].begin == std::nullopt);
    CHECK(before[0].since == at_clock(12, 5).instant);
    const auto freed = cancel(day, {"b1"}, CancelReason::guest, at(13, 0))->book;
    const auto after = *waiting_list(freed, at_clock(13, 0));
    REQUIRE(after.size() == 2);
    CHECK(after[0] == WaitingParty{{"w2"}, at_clock(12, 5).instant, SlotState::free, MinuteOfDay::clock(18, 0), {}});
    CHECK(after[1].begin == seven);
    CHECK(booked(freed, "b2", 2, seven));
    CHECK(late_parties(freed, at_clock(20, 30)).empty());
}

TEST_CASE("a limit that stands in the way is told, and starts that are over are not") {
    auto contents = with_two().contents();
    contents.policy.lead_time = 8h;
    const auto limited = *waiting_list(*DayBook::make(contents), at_clock(13, 0));
    CHECK(limited[0].state == SlotState::limited);
    CHECK(limited[0].exceeded.front().limit == Limit::lead_time);
    CHECK(waiting_list(with_two(), at_clock(20, 1))->empty());
}

TEST_CASE("who waits takes up what is free, and what is not is refused") {
    const auto day = with_two();
    CHECK(told(take_up(day, {"w1"}, seven, at(13, 0))) == Texts{"no_seat /begin"});
    const auto freed = cancel(day, {"b1"}, CancelReason::guest, at(13, 0))->book;
    auto keyed = at(13, 1);
    keyed.key = "k";
    const auto taken = decide(freed, TakeUp{{"w1"}, MinuteOfDay::clock(19, 30)}, keyed);
    REQUIRE(taken);
    const auto& one = *taken->book.find({"w1"});
    CHECK(one.commitment == Commitment::confirmed);
    CHECK(one.begin == MinuteOfDay::clock(19, 30));
    CHECK(one.end == MinuteOfDay::clock(21, 30));
    CHECK(tables_of(taken->book, "w1") == "A");
    CHECK(one.latest == std::nullopt);
    CHECK(one.history.back().deed == Deed::take_up);
    CHECK(decide(taken->book, TakeUp{{"w1"}, MinuteOfDay::clock(19, 30)}, keyed)->book == taken->book);
    CHECK(told(take_up(taken->book, {"w1"}, seven, at(13, 0))) == Texts{"not_allowed /take_up"});
    CHECK(told(take_up(taken->book, {"w2"}, seven, at(13, 0))) == Texts{"no_seat /begin"});
    CHECK(told(take_up(freed, {"w1"}, seven, at(13, 0, Actor::system))) == Texts{"not_allowed /by"});
    CHECK(told(take_up(freed, {"nobody"}, seven, at(13, 0))) == Texts{"unknown_reference /booking"});
    CHECK(DayBook::make(taken->book.contents()));
}

TEST_CASE("nobody waits for what can't come, nor longer than they said") {
    const auto told_of = [](NewReservation one, const By& who = by()) {
        return told(book(full(), std::move(one), who));
    };
    CHECK(told_of(waits("w", 2, eight, seven)) == Texts{"out_of_range /latest"});
    CHECK(told_of(waits("w", 2, MinuteOfDay::clock(12, 0), MinuteOfDay::clock(13, 0))) ==
          Texts{"beyond_limit /not_open"});
    CHECK(told_of(waits("w"), at(20, 1)) == Texts{"out_of_range /latest"});
    auto brief = waits("w");
    std::get<Waiting>(brief.terms).until = at_clock(12, 0).instant;
    CHECK(told_of(brief) == Texts{"out_of_range /held_until"});
    std::get<Waiting>(brief.terms).until = at_clock(14, 0).instant;
    const auto day = book(full(), brief, by())->book;
    CHECK(waiting_list(day, at_clock(13, 59))->size() == 1);
    CHECK(waiting_list(day, at_clock(14, 0))->empty());
    CHECK(told(take_up(day, {"w"}, seven, at(14, 0))) == Texts{"not_allowed /take_up"});
    const auto later = booked(day, "x", 1, MinuteOfDay::clock(21, 0));
    const auto lapsed = book(day, wanted("y", 2, MinuteOfDay::clock(21, 0)), at(14, 30))->book;
    CHECK(lapsed.find({"w"})->commitment == Commitment::lapsed);
    CHECK(lapsed.find({"w"})->history.back().at == at_clock(14, 0).instant);
    CHECK(later->book.find({"w"})->commitment == Commitment::waiting);
    CHECK(told(follow(day, {"w"}, CommitmentEvent::lapse, at(13, 0))) == Texts{"not_allowed /booking"});
}

TEST_CASE("who waits may stop at any time, and by mistake keeps their place") {
    auto contents = with_two().contents();
    contents.policy.cancel_until = {DaysBefore{date::days{1}, MinuteOfDay::clock(17, 0)}};
    const auto day = *DayBook::make(contents);
    const auto gone = cancel(day, {"w2"}, CancelReason::guest, at(13, 0, Actor::guest));
    REQUIRE(gone);
    CHECK(ids(*waiting_list(gone->book, at_clock(13, 0))) == Texts{"w1"});
    const auto again = undo(gone->book, {"w2"}, at(13, 5));
    REQUIRE(again);
    CHECK(ids(*waiting_list(again->book, at_clock(13, 5))) == Texts{"w2", "w1"});
    CHECK(DayBook::make(again->book.contents()));
    CHECK(told(follow(day, {"w1"}, CommitmentEvent::confirm, at(13, 0))) == Texts{"not_allowed /confirm"});
    CHECK(told(follow(day, {"w1"}, CommitmentEvent::take_up, at(13, 0))) == Texts{"missing_key /do"});
    CHECK(told(seat(day, {"w1"}, {}, at(19, 0, Actor::restaurant))) == Texts{"not_allowed /booking"});
    CHECK(told(pin(day, {"w1"}, {{"A"}}, at(13, 0))) == Texts{"not_allowed /booking"});
    CHECK(follow(day, {"w1"}, CommitmentEvent::decline, at(13, 0, Actor::restaurant))->book.find({"w1"})->commitment ==
          Commitment::declined);
}

TEST_CASE("a wait is no visit") {
    const auto day = with_two();
    CHECK(visit_of(day, *day.find({"w1"})).outcome == VisitOutcome::waiting);
    CHECK(VisitOutcome::waiting < VisitOutcome::booked);
}

TEST_CASE("a hold is renewed, for as long in all as the policy has it") {
    auto contents = empty_contents();
    contents.policy.longest_hold = 60min;
    const auto empty = *DayBook::make(contents);
    const auto held_until = [&](Instant end) {
        auto one = wanted("h", 2, seven);
        one.terms = HeldUntil{end};
        return book(empty, one, by());
    };
    CHECK(told(held_until(at_clock(13, 1).instant)) == Texts{"out_of_range /held_until"});
    const auto day = held_until(at_clock(12, 20).instant)->book;
    const auto longer = decide(day, Renew{{"h"}, at_clock(12, 40).instant}, at(12, 15));
    REQUIRE(longer);
    CHECK(counts_at(*longer->book.find({"h"}), at_clock(12, 39).instant));
    CHECK(longer->book.find({"h"})->history.back().deed == Deed::renew);
    CHECK(renew(longer->book, {"h"}, at_clock(12, 40).instant, at(12, 15))->book == longer->book);
    CHECK(renew(longer->book, {"h"}, at_clock(13, 0).instant, at(12, 30)));
    CHECK(told(renew(longer->book, {"h"}, at_clock(13, 1).instant, at(12, 30))) == Texts{"out_of_range /held_until"});
    CHECK(told(renew(longer->book, {"h"}, at_clock(12, 30).instant, at(12, 30))) == Texts{"out_of_range /held_until"});
    CHECK(told(renew(longer->book, {"h"}, at_clock(13, 0).instant, at(12, 40))) == Texts{"not_allowed /renew"});
    const auto firm = follow(day, {"h"}, CommitmentEvent::confirm, at(12, 15))->book;
    CHECK(told(renew(firm, {"h"}, at_clock(12, 40).instant, at(12, 16))) == Texts{"not_allowed /renew"});
    contents.policy.longest_hold = 0min;
    CHECK(told(DayBook::make(contents)) == Texts{"out_of_range /policy/longest_hold"});
}

TEST_CASE("all of a group are held longer") {
    NewGroup group{{"g"}, {party_of(8), seven}, {{{"a"}, party_of(4).party}, {{"b"}, party_of(4).party}}};
    group.terms = HeldUntil{at_clock(12, 20).instant};
    const auto day = book_group(empty_book(), group, by())->book;
    const auto longer = decide(day, Renew{{"a"}, at_clock(12, 40).instant, Whom::group}, by());
    REQUIRE(longer);
    for (const auto* one : reservations_of(longer->book, {"g"})) CHECK(one->held_until == at_clock(12, 40).instant);
    group.terms = Waiting{eight};
    CHECK(told(book_group(empty_book(), group, by())) == Texts{"invalid_value /commitment"});
}

TEST_CASE("who stopped waiting by mistake waits as long as they had said, and not once that is over") {
    auto waits = wanted("w", 2, seven);
    waits.terms = Waiting{MinuteOfDay::clock(20, 0), at_clock(18, 0).instant};
    const auto day = book(empty_book(), waits, by());
    REQUIRE(day);
    const auto stopped = cancel(day->book, {"w"}, CancelReason::guest, by());
    REQUIRE(stopped);
    const auto again = undo(stopped->book, {"w"}, by(Actor::agent, at_clock(17, 0)));
    REQUIRE(again);
    CHECK(again->book.find({"w"})->held_until == at_clock(18, 0).instant);
    CHECK(commitment_at(*again->book.find({"w"}), at_clock(18, 1).instant) == Commitment::lapsed);
    const auto late = undo(stopped->book, {"w"}, by(Actor::agent, at_clock(18, 0)));
    REQUIRE_FALSE(late);
    CHECK(late.error().front().message == "waited until 2026-11-27T09:00:00.000Z");
}

}  // namespace waiting_test
