#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/reservation/change_date.hpp>
#include <denwaban/reservation/questions.hpp>

#include "evening.hpp"
#include "told_errors.hpp"

namespace changing_test {
using namespace denwaban;
using namespace evening;
using Texts = std::vector<std::string>;

namespace {

constexpr auto seven = MinuteOfDay::clock(19, 0), half_past = MinuteOfDay::clock(19, 30);

DayBook after(const Expected<Decision, Errors>& decided) {
    REQUIRE(decided.has_value());
    REQUIRE(DayBook::make(decided->book.contents()).has_value());
    return decided->book;
}
DayBook with_tables(std::vector<Table> tables) {
    auto contents = empty_contents();
    contents.floor_plan = *FloorPlan::make(std::move(tables));
    return *DayBook::make(contents);
}
DayBook with_one_table() { return after(booked(with_tables({table("A", 1, 4)}), "b1", 2, seven)); }

SlotState state_for(const DayBook& day, const char* id, const Wish& wish, MinuteOfDay begin) {
    const auto slots = availability(day, wish, {begin, begin}, at_noon(), std::nullopt, BookingId{id});
    REQUIRE(slots.has_value());
    REQUIRE(slots->size() == 1);
    return slots->front().state;
}
Expected<Proposal, Errors> proposed_for(const DayBook& day, const char* id, const Request& request) {
    return propose(day, request, at_noon(), {{}, {}, BookingId{id}});
}
By staff(int hour, int minute) { return by(Actor::restaurant, at_clock(hour, minute)); }

}  // namespace

TEST_CASE("who is to be changed is no obstacle to themselves") {
    const auto day = with_one_table();
    CHECK(availability(day, party_of(2), {half_past, half_past}, at_noon())->front().state == SlotState::full);
    CHECK(state_for(day, "b1", party_of(2), half_past) == SlotState::free);
    const auto proposal = proposed_for(day, "b1", {party_of(2), half_past});
    CHECK(std::get<Possible>(proposal->answer).tables == std::vector<TableId>{{"A"}});
    CHECK(change(day, {"b1"}, {party_of(2), half_past}, by()).has_value());

    SUBCASE("nor to their pacing") {
        auto contents = day.contents();
        contents.policy.pacing = {{{}, {}, 60min, {}, 1}};
        const auto paced = *DayBook::make(contents);
        CHECK(state_for(paced, "b1", party_of(2), half_past) == SlotState::free);
        CHECK(availability(paced, party_of(2), {half_past, half_past}, at_noon())->front().state == SlotState::limited);
    }
    SUBCASE("nor to what they pass already") {
        auto contents = day.contents();
        contents.policy.largest_party = Covers::of(1);
        const auto strict = *DayBook::make(contents);
        CHECK(state_for(strict, "b1", party_of(2), half_past) == SlotState::free);
        CHECK(state_for(strict, "b1", party_of(3), half_past) == SlotState::limited);
    }
    SUBCASE("who holds a table holds it against others only") {
        auto held = wanted("h", 2, seven);
        held.terms = HeldUntil{at_clock(13, 0).instant};
        const auto holding = after(book(with_tables({table("A", 1, 4)}), held, by()));
        CHECK(state_for(holding, "h", party_of(4), half_past) == SlotState::free);
    }
    SUBCASE("who was promised a table has no other") {
        auto plan = with_tables({table("A", 1, 2), table("B", 1, 4)});
        auto one = wanted("p", 2, seven);
        one.request.wish.tables = {{"A"}};
        auto promised = after(book(plan, one, by()));
        auto four = one.request.wish;
        four.party.adults = Covers::of(4);
        CHECK(state_for(promised, "p", four, half_past) == SlotState::full);
        CHECK(told(change(promised, {"p"}, {four, half_past}, by())) == Texts{"no_seat /begin"});
        four.tables = {{"B"}};
        CHECK(state_for(promised, "p", four, half_past) == SlotState::free);
    }
    SUBCASE("who is not expected is not changed") {
        CHECK(told(proposed_for(day, "nobody", {party_of(2), seven})) == Texts{"unknown_reference /changing"});
        const auto gone = after(cancel(day, {"b1"}, CancelReason::guest, by()));
        CHECK(told(proposed_for(gone, "b1", {party_of(2), seven})) == Texts{"not_allowed /changing"});
    }
    SUBCASE("what is not said stays") {
        auto one = wanted("q", 2, seven);
        one.request.wish.needs.kinds = {SeatKind::private_room};
        const auto room = after(book(empty_book(), one, by()));
        ProposalQuestion question;
        question.request = {party_of(6), half_past};
        question.now = at_noon();
        question.asking.changing = BookingId{"q"};
        question.stay = {WishPart::needs};
        CHECK(std::get<Possible>(propose(room, question)->answer).tables == std::vector<TableId>{{"room"}});
    }
}

TEST_CASE("a party that sits is told to be too many for its table, and stays") {
    auto day = after(booked(empty_book(), "a", 2, seven));
    day = after(seat(day, {"a"}, {}, staff(19, 0)));
    const auto grown = change(day, {"a"}, {party_of(9), seven}, staff(19, 10));
    CHECK(tables_of(after(grown), "a") == "A");
    CHECK(grown->exceeded == std::vector<Exceeded>{{Limit::table_size, 7}});
    CHECK(change(grown->book, {"a"}, {party_of(8), seven}, staff(19, 11))->exceeded.empty());

    auto contents = day.contents();
    contents.policy.on_limit.set(Limit::table_size, OnLimit::refuse);
    const auto strict = *DayBook::make(contents);
    CHECK(told(change(strict, {"a"}, {party_of(3), seven}, staff(19, 10))) == Texts{"beyond_limit /table_size"});
    CHECK(availability(strict, party_of(3), {seven, seven}, at_clock(19, 10), std::nullopt, BookingId{"a"})
              ->front()
              .state == SlotState::limited);

    const auto four = after(booked(empty_book(), "b", 4, seven));
    CHECK(seat(four, {"b"}, {{"A"}}, staff(19, 0))->exceeded == std::vector<Exceeded>{{Limit::table_size, 2}});
    CHECK(pin(four, {"b"}, {{"A"}}, staff(12, 0))->exceeded == std::vector<Exceeded>{{Limit::table_size, 2}});
}

TEST_CASE("a guest who has a table at that time already is told") {
    auto first = wanted("a", 2, seven);
    first.details.phone = *PhoneNumber::parse("090-1234-5678");
    auto again = wanted("b", 2, half_past);
    again.details = first.details;
    const auto day = after(book(empty_book(), first, by()));
    const auto twice = book(day, again, by());
    CHECK(twice->exceeded == std::vector<Exceeded>{{Limit::same_guest, 1}});
    // Moved within the same time, it is no news.
    CHECK(change(twice->book, {"b"}, {party_of(2), MinuteOfDay::clock(19, 45)}, by())->exceeded.empty());
    again.request.begin = MinuteOfDay::clock(21, 0);
    CHECK(book(day, again, by())->exceeded.empty());
    const auto later = after(book(day, again, by()));
    CHECK(change(later, {"b"}, {party_of(2), half_past}, by())->exceeded ==
          std::vector<Exceeded>{{Limit::same_guest, 1}});
    again.request.begin = half_past;
    again.details.phone.reset();
    const auto nameless = after(book(day, again, by()));
    CHECK(change_details(nameless, {"b"}, first.details, by())->exceeded ==
          std::vector<Exceeded>{{Limit::same_guest, 1}});

    again.details = first.details;
    const auto gone = after(cancel(day, {"a"}, CancelReason::guest, by()));
    const auto other = after(book(gone, again, by()));
    CHECK(undo(other, {"a"}, by(Actor::restaurant))->exceeded == std::vector<Exceeded>{{Limit::same_guest, 1}});
    auto next = empty_contents();
    next.date = friday + date::days{1};
    const auto saturday = after(book(*DayBook::make(next), first, by()));
    auto elsewhere = wanted("c", 2, half_past);
    elsewhere.details = first.details;
    const auto moved =
        change_date(after(book(empty_book(), elsewhere, by())), saturday, {"c"}, {party_of(2), half_past}, by());
    CHECK(moved->to.exceeded == std::vector<Exceeded>{{Limit::same_guest, 1}});

    auto contents = day.contents();
    contents.policy.on_limit.set(Limit::same_guest, OnLimit::refuse);
    CHECK(told(book(*DayBook::make(contents), again, by())) == Texts{"beyond_limit /same_guest"});
}

TEST_CASE("history says from what to what") {
    auto day = after(booked(empty_book(), "a", 2, seven));
    day = after(change(day, {"a"}, {party_of(4), half_past}, by()));
    CHECK(day.find({"a"})->history.back().changes ==
          std::vector<Difference>{
              {"begin", "19:00", "19:30"}, {"end", "21:00", "21:30"}, {"tables", "A", "C"}, {"party", "2", "4"}});
    Details details;
    details.name = "山田";
    day = after(change_details(day, {"a"}, details, by()));
    CHECK(day.find({"a"})->history.back().changes == std::vector<Difference>{{"details.name", "", ""}});
    CHECK(day.find({"a"})->history.front().changes.empty());
}

TEST_CASE("pacing holds between two times") {
    auto contents = empty_contents();
    Pacing pause;
    pause.covers = Covers::of(0);
    pause.from = MinuteOfDay::clock(18, 0);
    pause.until = seven;
    contents.policy.pacing = {pause};
    contents.policy.on_limit.set(Limit::pacing_covers, OnLimit::refuse);
    const auto day = *DayBook::make(contents);
    CHECK(booked(day, "a", 2, MinuteOfDay::clock(17, 45)).has_value());
    CHECK(told(booked(day, "a", 2, MinuteOfDay::clock(18, 0))) == Texts{"beyond_limit /pacing_covers"});
    CHECK(told(booked(day, "a", 2, MinuteOfDay::clock(18, 45))) == Texts{"beyond_limit /pacing_covers"});
    CHECK(booked(day, "a", 2, seven).has_value());
    contents.policy.pacing.front().until = MinuteOfDay::clock(18, 0);
    CHECK(told(DayBook::make(contents)) == Texts{"out_of_range /policy/pacing/0/until"});
}

TEST_CASE("a moment that is years off is no moment") {
    const auto day = with_one_table();
    const auto absurd = now_in(TimeZone::tokyo(), Instant{std::chrono::milliseconds{1'795'748'400}});
    CHECK(told(availability(day, party_of(2), {}, absurd)) == Texts{"out_of_range /now"});
    CHECK(told(propose(day, {party_of(2), seven}, absurd)) == Texts{"out_of_range /now"});
    CHECK(told(decide(day, Undo{{"b1"}}, by(Actor::agent, absurd))) == Texts{"out_of_range /now"});
    CHECK(told(edited(day, {day->policy, by(Actor::agent, absurd)})) == Texts{"out_of_range /now"});
}

TEST_CASE("who is to be late is not expected after a stay that has become shorter") {
    auto day = with_one_table();
    day = run_late(day, {"b1"}, by(), MinuteOfDay::clock(20, 30))->book;
    auto brief = party_of(2);
    brief.turn = 60min;
    const auto shorter = change(day, {"b1"}, {brief, seven}, by());
    REQUIRE(shorter);
    CHECK(shorter->book.find({"b1"})->expected_at == std::nullopt);
    brief.turn = 105min;
    CHECK(change(day, {"b1"}, {brief, seven}, by())->book.find({"b1"})->expected_at == MinuteOfDay::clock(20, 30));
}

}  // namespace changing_test
