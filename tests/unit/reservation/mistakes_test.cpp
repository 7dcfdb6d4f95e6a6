#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/reservation/questions.hpp>

#include "drawn_page.hpp"
#include "evening.hpp"
#include "told_errors.hpp"

namespace mistakes_test {
using namespace denwaban;
using namespace evening;
using Texts = std::vector<std::string>;

namespace {

constexpr auto seven = MinuteOfDay::clock(19, 0), eight = MinuteOfDay::clock(20, 0);

DayBook after(const Expected<Decision, Errors>& decided) {
    REQUIRE(decided.has_value());
    REQUIRE(DayBook::make(decided->book.contents()).has_value());
    return decided->book;
}
By staff(int hour, int minute) { return by(Actor::restaurant, at_clock(hour, minute)); }
DayBook with_tables(std::vector<Table> tables) {
    auto contents = empty_contents();
    contents.floor_plan = *FloorPlan::make(std::move(tables));
    return *DayBook::make(contents);
}
DayBook with_one() { return after(booked(with_tables({table("A", 1, 4)}), "a", 2, seven)); }
DayBook with_two() {
    const auto day = after(booked(with_tables({table("A", 1, 4), table("B", 1, 4)}), "a", 2, seven));
    return after(booked(day, "b", 2, seven));
}

}  // namespace

TEST_CASE("who cancels late, or never comes, owes what the policy says, and nobody else") {
    auto contents = with_one().contents();
    contents.policy.cancel_fees = {{MinutesBefore{std::chrono::minutes{60}}, 100},
                                   {DaysBefore{date::days{0}, MinuteOfDay::clock(17, 0)}, 50}};
    contents.policy.no_show_fee = 80;
    contents.policy.grace = std::chrono::minutes{10};
    const auto day = *DayBook::make(contents);
    const auto fee = [](const DayBook& book) { return book.find({"a"})->fee; };
    const auto cancelled = [&](const Now& now, CancelReason reason = CancelReason::guest) {
        return fee(after(cancel(day, {"a"}, reason, by(Actor::agent, now))));
    };
    CHECK_FALSE(cancelled(at_clock(17, 0)));
    CHECK(cancelled(at_clock(17, 1)) == 50);
    CHECK(cancelled(at_clock(18, 0)) == 50);
    CHECK(cancelled(at_clock(18, 1)) == 100);
    CHECK_FALSE(cancelled(at_clock(18, 1), CancelReason::restaurant));
    CHECK_FALSE(fee(after(follow(day, {"a"}, CommitmentEvent::cancel, by(Actor::agent, at_clock(18, 1))))));
    CHECK(fee(
        after(follow(day, {"a"}, CommitmentEvent::cancel, by(Actor::system, at_clock(18, 1)), CancelReason::guest))));
    const auto missed = after(follow(day, {"a"}, CommitmentEvent::miss, staff(19, 30)));
    CHECK(fee(missed) == 80);
    CHECK_FALSE(fee(after(undo(missed, {"a"}, staff(19, 40)))));
    auto sudden = contents;
    sudden.policy.cancel_fees = {{DaysBefore{date::days{30}, MinuteOfDay::clock(0, 0)}, 50}};
    const auto booked_late = *DayBook::make(sudden);
    const auto at = [&](int minute) {
        return fee(after(cancel(booked_late, {"a"}, CancelReason::guest, by(Actor::agent, at_clock(12, minute)))));
    };
    CHECK_FALSE(at(10));
    CHECK(at(11) == 50);
    contents.policy.cancel_fees = {{MinutesBefore{}, 101}};
    contents.policy.no_show_fee = 0;
    CHECK(told(DayBook::make(contents)) ==
          Texts{"out_of_range /policy/cancel_fees/0/percent", "out_of_range /policy/no_show_fee"});
}

TEST_CASE("what was cancelled or missed by mistake comes back to its table") {
    const auto day = with_one();
    SUBCASE("cancelled") {
        const auto gone = after(cancel(day, {"a"}, CancelReason::mistake, by()));
        const auto back = after(undo(gone, {"a"}, by()));
        auto again = *back.find({"a"});
        again.history = day.find({"a"})->history;
        CHECK(again == *day.find({"a"}));
        CHECK(back.find({"a"})->history.back().deed == Deed::undo);
        CHECK(told(undo(gone, {"a"}, by(Actor::guest))) == Texts{"not_allowed /by"});
        CHECK(told(undo(back, {"a"}, by())) == Texts{"not_allowed /undo"});
    }
    SUBCASE("missed") {
        const auto gone = after(follow(day, {"a"}, CommitmentEvent::miss, staff(19, 30)));
        CHECK(after(undo(gone, {"a"}, staff(19, 50))).find({"a"})->commitment == Commitment::confirmed);
        CHECK(undo(gone, {"a"}, by(Actor::restaurant, at_noon(friday + date::days{1}))).has_value());
        CHECK(told(undo(gone, {"a"}, by(Actor::restaurant, at_noon(friday + date::days{2})))) ==
              Texts{"not_allowed /undo"});
    }
    SUBCASE("a promise is a promise again, and a request a request") {
        auto one = wanted("p", 2, seven);
        one.request.wish.tables = {{"C"}};
        one.terms = Requested{};
        auto promised = after(book(empty_book(), one, by()));
        promised = after(undo(after(cancel(promised, {"p"}, CancelReason::mistake, by())), {"p"}, by()));
        CHECK(promised.find({"p"})->commitment == Commitment::requested);
        CHECK(promised.find({"p"})->allocation == Allocation::pinned);
        const auto declined = after(follow(promised, {"p"}, CommitmentEvent::decline, staff(12, 0)));
        CHECK(after(undo(declined, {"p"}, by())).find({"p"})->commitment == Commitment::requested);
    }
    SUBCASE("a hold was only held") {
        auto one = wanted("h", 2, seven);
        one.terms = HeldUntil{at_clock(12, 5).instant};
        const auto held = after(book(empty_book(), one, by()));
        CHECK(told(undo(after(cancel(held, {"h"}, CancelReason::mistake, by())), {"h"}, by())) ==
              Texts{"not_allowed /undo"});
        CHECK(told(undo(held, {"h"}, by(Actor::agent, at_clock(12, 6)))) == Texts{"not_allowed /undo"});
    }
    SUBCASE("not to a table that is somebody else's by now") {
        const auto gone = after(cancel(day, {"a"}, CancelReason::mistake, by()));
        CHECK(told(undo(after(booked(gone, "b", 2, seven)), {"a"}, by())) == Texts{"no_seat /begin"});
    }
    SUBCASE("but to another") {
        auto two = with_two();
        two = after(cancel(two, {"a"}, CancelReason::mistake, by()));
        auto one = wanted("c", 2, seven);
        one.request.wish.tables = {{"A"}};
        two = after(cancel(after(book(two, one, by())), {"b"}, CancelReason::guest, by()));
        CHECK(tables_of(after(undo(two, {"a"}, by())), "a") == "B");
    }
}

TEST_CASE("what was said at the door by mistake is taken back") {
    auto day = with_one();
    SUBCASE("seated") {
        const auto sat = after(seat(day, {"a"}, {}, staff(18, 40)));
        const auto back = after(undo(sat, {"a"}, staff(18, 45)));
        CHECK(back.find({"a"})->presence == Presence::expected);
        CHECK(back.find({"a"})->begin == seven);
        CHECK(cancel(back, {"a"}, CancelReason::guest, by()).has_value());
        CHECK(told(undo(sat, {"a"}, by(Actor::guest, at_clock(18, 45)))) == Texts{"not_allowed /by"});
    }
    SUBCASE("seated who was late") {
        const auto late = after(run_late(day, {"a"}, by(), MinuteOfDay::clock(19, 30)));
        const auto sat = after(seat(late, {"a"}, {}, staff(19, 20)));
        const auto back = after(undo(sat, {"a"}, staff(19, 21)));
        CHECK(back.find({"a"})->presence == Presence::late);
        CHECK(back.find({"a"})->expected_at == MinuteOfDay::clock(19, 30));
        CHECK(after(undo(late, {"a"}, by())).find({"a"})->presence == Presence::expected);
        CHECK_FALSE(after(undo(late, {"a"}, by())).find({"a"})->expected_at);
    }
    SUBCASE("left") {
        const auto sat = after(seat(day, {"a"}, {}, staff(19, 0)));
        const auto left = after(finish(sat, {"a"}, staff(19, 30)));
        const auto back = after(undo(left, {"a"}, staff(19, 35)));
        CHECK(back.find({"a"})->presence == Presence::seated);
        CHECK(back.find({"a"})->end == MinuteOfDay::clock(21, 0));
        const auto others = after(walk_in(left, {"w"}, party_of(2), {}, staff(19, 40)));
        CHECK(told(undo(others, {"a"}, staff(19, 41))) == Texts{"no_seat /begin"});
    }
    SUBCASE("walked in") {
        const auto walked = after(walk_in(day, {"w"}, party_of(2), {}, staff(17, 0)));
        CHECK(after(undo(walked, {"w"}, staff(17, 1))).find({"w"})->presence == Presence::expected);
    }
}

TEST_CASE("a table can be closed days later") {
    const auto sat = after(seat(with_one(), {"a"}, {}, staff(19, 0)));
    const auto closed = after(finish(sat, {"a"}, by(Actor::restaurant, at_noon(friday + date::days{4}))));
    CHECK(closed.find({"a"})->presence == Presence::left);
    CHECK(closed.find({"a"})->end == MinuteOfDay::clock(21, 0));
}

TEST_CASE("who is late has a new time, and is no no-show before it") {
    const auto day = with_one();
    const auto half_past = MinuteOfDay::clock(19, 30);
    auto late = after(run_late(day, {"a"}, by(), half_past));
    CHECK(late.find({"a"})->expected_at == half_past);
    CHECK(told(follow(late, {"a"}, CommitmentEvent::miss, staff(19, 29))) == Texts{"not_allowed /miss"});
    CHECK(follow(late, {"a"}, CommitmentEvent::miss, staff(19, 30)).has_value());
    CHECK(told(run_late(day, {"a"}, by(), seven)) == Texts{"out_of_range /at"});
    CHECK(told(run_late(day, {"a"}, by(), MinuteOfDay::clock(21, 0))) == Texts{"out_of_range /at"});

    CHECK(late_parties(late, at_clock(19, 20)).empty());
    CHECK(late_parties(day, at_clock(18, 59)).empty());
    CHECK(late_parties(day, at_clock(19, 20)) == std::vector<LateParty>{{{"a"}, seven, 20min}});
    CHECK(late_parties(day, at_clock(19, 20), 30min).empty());
    CHECK(late_parties(late, at_clock(19, 45)) == std::vector<LateParty>{{{"a"}, half_past, 15min}});
    late = after(run_late(late, {"a"}, by(), eight));
    CHECK(late.find({"a"})->expected_at == eight);
    CHECK_FALSE(after(change(late, {"a"}, {party_of(2), eight}, by())).find({"a"})->expected_at);
    CHECK(late_parties(after(seat(day, {"a"}, {}, staff(19, 0))), at_clock(19, 20)).empty());
}

TEST_CASE("two parties swap their tables at once") {
    auto day = with_two();
    SUBCASE("promised") {
        day = after(pin(after(pin(day, {"a"}, {}, by())), {"b"}, {}, by()));
        const auto swapped = after(swap_tables(day, {"a"}, {"b"}, by()));
        CHECK(tables_of(swapped, "a") == tables_of(day, "b"));
        CHECK(tables_of(swapped, "b") == tables_of(day, "a"));
        CHECK(swapped.find({"a"})->allocation == Allocation::pinned);
    }
    SUBCASE("seated") {
        day = after(seat(after(seat(day, {"a"}, {}, staff(19, 0))), {"b"}, {}, staff(19, 0)));
        const auto swapped = after(swap_tables(day, {"a"}, {"b"}, staff(19, 10)));
        CHECK(tables_of(swapped, "a") == tables_of(day, "b"));
        CHECK(swapped.find({"a"})->presence == Presence::seated);
        CHECK(told(swap_tables(day, {"a"}, {"b"}, by(Actor::agent, at_clock(19, 10)))) == Texts{"not_allowed /by"});
    }
    SUBCASE("but not for another's time") {
        auto late = wanted("c", 2, MinuteOfDay::clock(21, 0));
        late.request.wish.tables = {{"B"}};
        auto longer = wanted("long", 2, seven);
        longer.request.wish.turn = 180min;
        auto plan = with_tables({table("A", 1, 4), table("B", 1, 4)});
        plan = after(book(after(book(plan, longer, by())), late, by()));
        plan = after(booked(plan, "b", 2, seven));
        CHECK(told(swap_tables(plan, {"long"}, {"b"}, by())) == Texts{"no_seat /begin"});
    }
    CHECK(told(swap_tables(day, {"a"}, {"a"}, by())) == Texts{"invalid_value /with"});
    CHECK(told(swap_tables(day, {"a"}, {"x"}, by())) == Texts{"unknown_reference /booking"});
    CHECK(told(swap_tables(day, {"a"}, {"b"}, by(Actor::guest))) == Texts{"not_allowed /by"});
}

TEST_CASE("a table at which somebody sits on is not sold for now") {
    const auto sat = after(seat(with_one(), {"a"}, {}, staff(19, 0)));
    auto short_stay = party_of(2);
    short_stay.turn = 60min;
    constexpr auto nine = MinuteOfDay::clock(21, 0);
    CHECK(availability(sat, short_stay, {nine, nine}, at_clock(20, 40))->front().state == SlotState::free);
    auto contents = sat.contents();
    contents.periods.front().last_entry = MinuteOfDay::clock(22, 0);
    const auto open = *DayBook::make(contents);
    const auto at_ten_past = [&](MinuteOfDay begin) {
        return availability(open, short_stay, {begin, begin}, at_clock(21, 10))->front().state;
    };
    CHECK(at_ten_past(MinuteOfDay::clock(21, 15)) == SlotState::full);
    CHECK(at_ten_past(MinuteOfDay::clock(21, 30)) == SlotState::full);
    CHECK(at_ten_past(MinuteOfDay::clock(21, 45)) == SlotState::free);
    // Whoever was booked there before keeps their table.
    auto next = wanted("next", 2, MinuteOfDay::clock(21, 15));
    next.request.wish.turn = 60min;
    const auto followed = after(book(open, next, by()));
    CHECK(tables_of(followed, "next") == "A");
    CHECK(change_details(followed, {"next"}, {}, by(Actor::agent, at_clock(21, 10))).has_value());
    CHECK(run_late(followed, {"next"}, by(Actor::agent, at_clock(21, 10))).has_value());
}

TEST_CASE("who sits stays where they sit, whatever becomes of the plan") {
    auto day = with_two();
    day = after(seat(day, {"a"}, {}, staff(19, 0)));
    const auto plan = *FloorPlan::make({table("B", 1, 4), table("C", 1, 4)});
    const auto edited = replace_floor_plan(day, plan, {}, staff(19, 10));
    REQUIRE(edited.has_value());
    REQUIRE(DayBook::make(edited->book.contents()).has_value());
    CHECK(tables_of(edited->book, "a") == "A");
    CHECK(edited->hurt == std::vector<Hurt>{{{"a"}, {}, {{"A"}}, {{"A"}}}});
    CHECK(tables_of(after(seat(edited->book, {"a"}, {{"C"}}, staff(19, 12))), "a") == "C");
    CHECK(after(finish(edited->book, {"a"}, staff(20, 0))).find({"a"})->presence == Presence::left);
    CHECK(told(change(edited->book, {"a"}, {party_of(3), seven}, staff(19, 12))) == Texts{"no_seat /begin"});

    SUBCASE("at joined tables too, of which one is left") {
        auto joined = after(booked(*DayBook::make([] {
            auto contents = empty_contents();
            contents.floor_plan = *FloorPlan::make({table("A", 1, 2), table("B", 1, 2)},
                                                   {{{{"A"}, {"B"}}, Covers::of(3), Covers::of(4)}});
            return contents;
        }()),
                                   "j", 4, seven));
        joined = after(seat(joined, {"j"}, {}, staff(19, 0)));
        const auto left = replace_floor_plan(joined, *FloorPlan::make({table("B", 1, 2)}), {}, staff(19, 10));
        REQUIRE(DayBook::make(left->book.contents()).has_value());
        CHECK(told(booked(left->book, "x", 2, seven)) == Texts{"no_seat /begin"});
        CHECK(tables_of(left->book, "j") == "A+B");
    }
}

TEST_CASE("a table that has another name is the same table") {
    auto one = wanted("a", 2, seven);
    one.request.wish.tables = {{"A"}};
    auto day = after(book(with_tables({table("A", 1, 4), table("B", 1, 4)}), one, by()));
    day = after(block_table(day, {{"A"}, MinuteOfDay::clock(17, 0), MinuteOfDay::clock(18, 0), ""}, by()));
    const auto plan = *FloorPlan::make({table("窓1", 1, 4), table("B", 1, 4)});
    const auto edited = replace_floor_plan(day, plan, {{{"A"}, {"窓1"}}}, by());
    REQUIRE(edited.has_value());
    REQUIRE(DayBook::make(edited->book.contents()).has_value());
    CHECK(edited->hurt.empty());
    CHECK(edited->moved.empty());
    CHECK(tables_of(edited->book, "a") == "窓1");
    CHECK(edited->book.find({"a"})->allocation == Allocation::pinned);
    CHECK(edited->book.find({"a"})->wish.tables == std::vector<TableId>{{"窓1"}});
    CHECK(edited->book->blocks.front().table.text == "窓1");
    CHECK(told(replace_floor_plan(day, plan, {{{"X"}, {"Y"}}}, by())) ==
          Texts{"unknown_reference /renamed/0/from", "unknown_reference /renamed/0/to"});
    CHECK(told(replace_floor_plan(day, plan, {{{"A"}, {"B"}}}, by())) == Texts{"duplicate_id /renamed/0/to"});
    CHECK(told(replace_floor_plan(day, plan, {}, by(Actor::guest))) == Texts{"not_allowed /by"});
}

TEST_CASE("who comes back to an evening that has changed since is told what they pass") {
    const auto gone = cancel(booked(empty_book(), "b1", 2, seven)->book, {"b1"}, CancelReason::mistake, by());
    REQUIRE(gone);
    CHECK(undo(gone->book, {"b1"}, by())->exceeded.empty());
    const auto closed = replace_periods(gone->book, {}, by(Actor::restaurant));
    REQUIRE(closed);
    CHECK(closed->hurt.empty());
    const auto back = undo(closed->book, {"b1"}, by());
    REQUIRE(back);
    CHECK(back->exceeded == std::vector<Exceeded>{{Limit::not_open, 0}});
}

}  // namespace mistakes_test
