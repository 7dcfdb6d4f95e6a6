#include <doctest/doctest.h>

#include <denwaban/reservation/business_date.hpp>
#include <denwaban/reservation/change_date.hpp>
#include <denwaban/reservation/command.hpp>
#include <denwaban/reservation/neighbours.hpp>

#include "evening.hpp"
#include "told_errors.hpp"

namespace neighbours_test {
using namespace evening;

namespace {

constexpr auto saturday = make_date(2026, 11, 28);

/// One table for two, from breakfast to five in the morning after; half an hour to reset it.
DayBook day_and_night(Date date) {
    DayBookContents contents;
    contents.restaurant = {"r1"};
    contents.date = date;
    contents.floor_plan = *FloorPlan::make({table("A", 1, 2)});
    contents.policy.turn = std::chrono::minutes{60};
    contents.policy.buffer = std::chrono::minutes{30};
    contents.periods = {{"breakfast", MinuteOfDay::clock(5, 0), MinuteOfDay::clock(11, 0), MinuteOfDay::clock(10, 0)},
                        {"night", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(29, 0), MinuteOfDay::clock(28, 0)}};
    return *DayBook::make(contents);
}
DayBook beside(const DayBook& book, const DayBook& other, Now now = at_noon()) {
    return book.beside(stays_on(book->date, other, now));
}
DayBook with_night_party() { return booked(day_and_night(friday), "b1", 2, MinuteOfDay::clock(28, 0))->book; }

}  // namespace

TEST_CASE("a table that the evening before has until half past five is not sold at five") {
    const auto morning = beside(day_and_night(saturday), with_night_party());
    CHECK(told(booked(morning, "b2", 2, MinuteOfDay::clock(5, 0))) == std::vector<std::string>{"no_seat /begin"});
    CHECK(booked(morning, "b2", 2, MinuteOfDay::clock(5, 30)));
    const auto slots =
        *availability(morning, party_of(2), {MinuteOfDay::clock(5, 0), MinuteOfDay::clock(5, 30)}, at_noon());
    REQUIRE(slots.size() == 3);
    CHECK(slots[0].state == SlotState::full);
    CHECK(slots[2].state == SlotState::free);
    const auto proposal = *propose(morning, {party_of(2), MinuteOfDay::clock(5, 0)}, at_noon());
    CHECK(std::holds_alternative<Impossible>(proposal.answer));
}

TEST_CASE("the evening sees the morning after, and who has left is in nobody's way") {
    const auto breakfast = booked(day_and_night(saturday), "b2", 2, MinuteOfDay::clock(5, 0));
    const auto evening = beside(day_and_night(friday), breakfast->book);
    CHECK(told(booked(evening, "b1", 2, MinuteOfDay::clock(28, 0))) == std::vector<std::string>{"no_seat /begin"});
    CHECK(booked(evening, "b1", 2, MinuteOfDay::clock(27, 30)));
    const auto gone = cancel(breakfast->book, {"b2"}, CancelReason::guest, by());
    CHECK(booked(beside(day_and_night(friday), gone->book), "b1", 2, MinuteOfDay::clock(28, 0)));
}

TEST_CASE("whoever sits on from the night before is not walked in upon") {
    const auto saturday_at = [](int hour, int minute) { return at_clock(24 + hour, minute); };
    const auto seated = seat(with_night_party(), {"b1"}, {}, by(Actor::restaurant, saturday_at(4, 0)));
    REQUIRE(seated);
    const auto walks_in = [&](Now now) {
        return walk_in(beside(day_and_night(saturday), seated->book, now), {"w"}, party_of(2), {},
                       by(Actor::restaurant, now));
    };
    CHECK(told(walks_in(saturday_at(6, 10))) == std::vector<std::string>{"no_seat /begin"});
    CHECK(walks_in(saturday_at(9, 0)));
}

TEST_CASE("room is kept for who has no table yet, on the other date too") {
    auto contents = booked(day_and_night(saturday), "b2", 2, MinuteOfDay::clock(5, 0))->book.contents();
    contents.reservations.front().tables.clear();
    contents.reservations.front().allocation = Allocation::unassigned;
    const auto evening = beside(day_and_night(friday), *DayBook::make(contents));
    CHECK(told(booked(evening, "b1", 2, MinuteOfDay::clock(28, 0))) == std::vector<std::string>{"no_seat /begin"});
    CHECK(booked(evening, "b1", 2, MinuteOfDay::clock(20, 0)));
}

TEST_CASE("a block, and tables that only the other plan has") {
    const auto blocked =
        block_table(day_and_night(saturday), {{"A"}, MinuteOfDay::clock(4, 0), MinuteOfDay::clock(6, 0), {}}, by());
    CHECK(told(booked(beside(day_and_night(friday), blocked->book), "b1", 2, MinuteOfDay::clock(27, 0))) ==
          std::vector<std::string>{"no_seat /begin"});
    auto renamed = with_night_party().contents();
    renamed.floor_plan = *FloorPlan::make({table("Z", 1, 2)});
    renamed.reservations.front().tables = {{"Z"}};
    CHECK(booked(beside(day_and_night(saturday), *DayBook::make(renamed)), "b2", 2, MinuteOfDay::clock(5, 0)));
}

TEST_CASE("a table that both dates sold already stays a fault of its own hours") {
    const auto taken = booked(day_and_night(saturday), "b2", 2, MinuteOfDay::clock(5, 0));
    const auto morning = beside(taken->book, with_night_party());
    CHECK(booked(morning, "b3", 2, MinuteOfDay::clock(7, 0)));
    CHECK(told(change(morning, {"b2"}, {party_of(1), MinuteOfDay::clock(5, 0)}, by())) ==
          std::vector<std::string>{"no_seat /begin"});
}

TEST_CASE("pacing counts who comes within its span, on whichever date") {
    const auto paced = [](Date date, const Pacing& pacing) {
        auto contents = day_and_night(date).contents();
        contents.floor_plan = *FloorPlan::make({table("A", 1, 2), table("B", 1, 2), table("C", 1, 2)});
        contents.policy.pacing = {pacing};
        contents.policy.on_limit.set(Limit::pacing_parties, OnLimit::refuse);
        contents.periods.back().closes = MinuteOfDay::clock(30, 0);
        contents.periods.back().last_entry = MinuteOfDay::clock(29, 0);
        return *DayBook::make(contents);
    };
    using Texts = std::vector<std::string>;
    Pacing one_in_half_an_hour{{}, {}, std::chrono::minutes{30}, {}, 1};
    const auto night = booked(paced(friday, one_in_half_an_hour), "b1", 2, MinuteOfDay::clock(28, 45));
    const auto morning = beside(paced(saturday, one_in_half_an_hour), night->book);
    CHECK(told(booked(morning, "b2", 2, MinuteOfDay::clock(5, 0))) == Texts{"beyond_limit /pacing_parties"});
    const auto later = booked(morning, "b2", 2, MinuteOfDay::clock(5, 15));
    REQUIRE(later);
    const auto evening = beside(paced(friday, one_in_half_an_hour), later->book);
    CHECK(told(booked(evening, "b3", 2, MinuteOfDay::clock(29, 0))) == Texts{"beyond_limit /pacing_parties"});
    CHECK(booked(evening, "b3", 2, MinuteOfDay::clock(28, 45)));

    SUBCASE("though they left before midnight") {
        auto contents = paced(friday, one_in_half_an_hour).contents();
        contents.periods = {{"late", MinuteOfDay::clock(22, 0), MinuteOfDay::clock(24, 0), MinuteOfDay::clock(24, 0)}};
        contents.policy.buffer = {};
        contents.policy.turn = std::chrono::minutes{10};
        const auto late = booked(*DayBook::make(contents), "b1", 2, MinuteOfDay::clock(23, 45));
        REQUIRE(late);
        auto early = paced(saturday, one_in_half_an_hour).contents();
        early.periods.front().opens = {};
        const auto after = beside(*DayBook::make(early), late->book);
        CHECK(told(booked(after, "b2", 2, {})) == Texts{"beyond_limit /pacing_parties"});
        CHECK(booked(after, "b2", 2, MinuteOfDay::clock(0, 15)));
    }
    SUBCASE("if it is between the two times that it holds for") {
        one_in_half_an_hour.from = MinuteOfDay::clock(5, 0);
        const auto from_five = beside(paced(saturday, one_in_half_an_hour), night->book);
        CHECK(booked(from_five, "b2", 2, MinuteOfDay::clock(5, 0)));
    }
    SUBCASE("past 24:00 of one date") {
        one_in_half_an_hour.from = MinuteOfDay::clock(23, 0);
        one_in_half_an_hour.until = MinuteOfDay::clock(25, 0);
        const auto before = booked(paced(friday, one_in_half_an_hour), "b1", 2, MinuteOfDay::clock(23, 45));
        CHECK(told(booked(before->book, "b2", 2, MinuteOfDay::clock(24, 0))) == Texts{"beyond_limit /pacing_parties"});
        CHECK(booked(before->book, "b2", 2, MinuteOfDay::clock(25, 0)));
    }
}

TEST_CASE("pacing of two nights is checked where the span reaches over midnight") {
    Policy policy;
    CHECK(longest_span(policy) == std::chrono::minutes{0});
    policy.pacing = {{{}, {}, std::chrono::minutes{30}, {}, 1}, {{}, {}, std::chrono::minutes{90}, {}, 1}};
    CHECK(longest_span(policy) == std::chrono::minutes{90});
    const auto before = with_night_party();
    const auto alone = change(before, {"b1"}, {party_of(1), MinuteOfDay::clock(28, 0)}, by());
    CHECK(reach_of_change(before, alone->book) == Reach{MinuteOfDay::clock(28, 0), MinuteOfDay::clock(29, 30)});
}

TEST_CASE("what reaches where is told by what changed") {
    const auto before = day_and_night(friday);
    const auto after = with_night_party();
    CHECK(reach_of_change(before, after) == Reach{MinuteOfDay::clock(28, 0), MinuteOfDay::clock(29, 30)});
    CHECK(reach_of_change(after, after) == std::nullopt);
    CHECK(reach_of_change(after, before) == std::nullopt);
}

TEST_CASE("a reservation moves to another date under its id, and its history says from when to when") {
    const auto before = with_night_party();
    const auto moved =
        change_date(before, day_and_night(saturday), {"b1"}, {party_of(2), MinuteOfDay::clock(18, 0)}, by());
    REQUIRE(moved);
    CHECK(moved->from.find({"b1"}) == nullptr);
    const auto* there = moved->to.book.find({"b1"});
    REQUIRE(there != nullptr);
    CHECK(there->begin == MinuteOfDay::clock(18, 0));
    CHECK(there->history.size() == 2);
    CHECK(there->history.back().deed == Deed::change_date);
    CHECK(there->history.back().note == "2026-11-27 28:00 -> 2026-11-28 18:00");
    CHECK(moved->from->version == before->version + 1);
    CHECK(DayBook::make(moved->to.book.contents()));
}

TEST_CASE("what can't be had on the other date leaves everything as it is") {
    const auto before = with_night_party();
    const auto full = booked(day_and_night(saturday), "b2", 2, MinuteOfDay::clock(18, 0))->book;
    const auto moves = [&](const DayBook& to, int hour, const By& who) {
        return told(change_date(before, to, {"b1"}, {party_of(2), *MinuteOfDay::make(hour * 60)}, who));
    };
    using Texts = std::vector<std::string>;
    CHECK(moves(full, 18, by()) == Texts{"no_seat /begin"});
    CHECK(moves(full, 13, by()) == Texts{"beyond_limit /not_open"});
    CHECK(moves(before, 18, by()) == Texts{"invalid_value /date", "duplicate_id /booking"});
    CHECK(told(change_date(before, full, {"b9"}, {party_of(2), {}}, by())) == Texts{"unknown_reference /booking"});
    const auto sits = seat(before, {"b1"}, {}, by(Actor::restaurant, at_clock(27, 50)));
    CHECK(told(change_date(sits->book, full, {"b1"}, {party_of(2), MinuteOfDay::clock(20, 0)}, by())) ==
          Texts{"not_allowed /booking"});
}

TEST_CASE("ten past midnight is still the evening before, where that is still open") {
    const std::vector<Period> night{{"night", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(25, 0), {}}};
    const auto date_at = [&](int hour, int minute) { return business_date_of(night, night, at_clock(hour, minute)); };
    CHECK(date_at(24, 10) == friday);
    CHECK(date_at(25, 30) == friday);
    CHECK(date_at(34, 0) == saturday);
    CHECK(date_at(41, 0) == saturday);
    CHECK(business_date_of({}, {}, at_clock(24, 10)) == saturday);
    const std::vector<Period> always{{"", {}, MinuteOfDay::clock(30, 0), {}}};
    CHECK(business_date_of(always, always, at_clock(24, 10)) == saturday);
}

}  // namespace neighbours_test
