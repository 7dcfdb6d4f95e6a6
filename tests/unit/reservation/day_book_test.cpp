#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/reservation/periods_of.hpp>

#include "drawn_page.hpp"
#include "evening.hpp"
#include "told_errors.hpp"

namespace day_book_test {
using namespace denwaban;
using namespace evening;
using Texts = std::vector<std::string>;

namespace {

constexpr auto six = MinuteOfDay::clock(18, 0), seven = MinuteOfDay::clock(19, 0), eight = MinuteOfDay::clock(20, 0);

DayBook after(const Expected<Decision, Errors>& decided) {
    REQUIRE(decided.has_value());
    REQUIRE(DayBook::make(decided->book.contents()).has_value());
    return decided->book;
}

/// Every table is somebody's at seven.
DayBook full_at_seven() {
    auto day = after(booked(empty_book(), "a", 2, seven));
    day = after(booked(day, "b", 2, seven));
    day = after(booked(day, "c", 4, seven));
    return after(booked(day, "d", 6, seven));
}

std::string state_at(const DayBook& day, const Wish& wish, MinuteOfDay begin) {
    const auto slots = availability(day, wish, {begin, begin}, at_noon());
    REQUIRE(slots.has_value());
    REQUIRE(slots->size() == 1);
    return std::string{name_of(slots->front().state)};
}

}  // namespace

TEST_CASE("the lifecycles of a reservation are drawn in the guide") {
    check_drawing("reservations.md", "commitment_lifecycle", to_mermaid(commitment_lifecycle));
    check_drawing("reservations.md", "presence_lifecycle", to_mermaid(presence_lifecycle));
    check_drawing("reservations.md", "allocation_lifecycle", to_mermaid(allocation_lifecycle));
}

TEST_CASE("limits and permissions stand in the guide") {
    std::string limits = "| limit | counts | by default | who stands at the door |\n| --- | --- | --- | --- |\n";
    for (const auto& trait : limit_traits) {
        limits += "| `" + std::string{name_of(trait.limit)} + "` | " + std::string{name_of(trait.unit)} + " | " +
                  std::string{name_of(trait.by_default)} + " | " +
                  (trait.walk_ins == LimitTrait::WalkIns::heed ? "heeds it" : "does not") + " |\n";
    }
    check_part("reservations.md", "limits", limits);
    std::string rows = "| | guest | agent | restaurant | system |\n| --- | --- | --- | --- | --- |\n";
    const auto add = [&](const auto& permissions) {
        for (const auto& permission : permissions) {
            rows += "| `" + std::string{name_of(permission.event)} + "`";
            for (const auto allowed : permission.by) rows += " | " + std::string{name_of(allowed)};
            rows += " |\n";
        }
    };
    add(commitment_permissions);
    add(presence_permissions);
    add(allocation_permissions);
    check_part("reservations.md", "permissions", rows);
}

TEST_CASE("a party gets the smallest table that suits it, and others move where that lets it fit") {
    auto day = after(booked(empty_book(), "two", 2, seven));
    CHECK(tables_of(day, "two") == "A");
    day = after(booked(day, "four", 4, seven));
    CHECK(tables_of(day, "four") == "C");

    auto contents = empty_contents();
    contents.floor_plan = *FloorPlan::make({table("small", 1, 2), table("large", 1, 4)});
    auto small = *DayBook::make(contents);
    auto first = wanted("first", 2, seven);
    first.request.wish.tables = {{"large"}};
    auto pinned = after(book(small, first, by()));
    CHECK(pinned.find({"first"})->allocation == Allocation::pinned);
    CHECK(told(booked(pinned, "second", 4, seven)) == Texts{"no_seat /begin"});

    const auto movable = after(unpin(pinned, {"first"}, by()));
    const auto decided = booked(movable, "second", 4, seven);
    CHECK(tables_of(after(decided), "first") == "small");
    CHECK(decided->moved == std::vector<Move>{{{"first"}, {{"large"}}, {{"small"}}}});
    CHECK(decided->book.find({"first"})->history.back().deed == Deed::move);
}

TEST_CASE("known faults of other systems") {
    auto contents = empty_contents();
    contents.floor_plan =
        *FloorPlan::make({table("A", 1, 2), table("B", 1, 2)}, {{{{"A"}, {"B"}}, Covers::of(3), Covers::of(4)}});
    const auto day = *DayBook::make(contents);

    SUBCASE("a shorter booking inside a longer one") {
        auto longer = wanted("long", 4, six);
        longer.request.wish.turn = 240min;
        const auto taken = after(book(day, longer, by()));
        auto inside = wanted("short", 2, seven);
        inside.request.wish.turn = 30min;
        CHECK(told(book(taken, inside, by())) == Texts{"no_seat /begin"});
    }
    SUBCASE("combinations are seen by the conflict check") {
        const auto joined = after(booked(day, "joined", 4, seven));
        CHECK(told(booked(joined, "one", 2, seven)) == Texts{"no_seat /begin"});
        const auto single = after(booked(day, "single", 2, seven));
        CHECK(told(booked(single, "both", 4, seven)) == Texts{"no_seat /begin"});
    }
    SUBCASE("cancelled bookings do not block") {
        const auto taken = after(booked(day, "first", 4, seven));
        const auto free = after(cancel(taken, {"first"}, CancelReason::guest, by()));
        CHECK(free.find({"first"})->tables.empty());
        CHECK(tables_of(after(booked(free, "second", 4, seven)), "second") == "A+B");
    }
    SUBCASE("one party follows another at the same minute") {
        const auto early = after(booked(day, "early", 4, six));
        CHECK(after(booked(early, "late", 4, eight)).find({"late"})->tables.size() == 2);
    }
    SUBCASE("but for the time to reset the table") {
        contents.policy.buffer = 15min;
        const auto early = after(booked(*DayBook::make(contents), "early", 4, six));
        CHECK(told(booked(early, "late", 4, eight)) == Texts{"no_seat /begin"});
        CHECK(after(booked(early, "late", 4, MinuteOfDay::clock(20, 15))).find({"late"}) != nullptr);
    }
    SUBCASE("stays of unequal length") {
        contents.policy.turn_times = {{{}, {}, Covers::of(2), 90min}, {{}, {}, Covers::of(4), 150min}};
        const auto two = after(booked(*DayBook::make(contents), "two", 2, six));
        CHECK(two.find({"two"})->end == MinuteOfDay::clock(19, 30));
        CHECK(told(booked(two, "four", 4, MinuteOfDay::clock(19, 15))) == Texts{"no_seat /begin"});
        CHECK(after(booked(two, "four", 4, MinuteOfDay::clock(19, 30))).find({"four"})->end ==
              MinuteOfDay::clock(22, 0));
    }
    SUBCASE("no start past last entry") {
        CHECK(told(booked(day, "late", 2, MinuteOfDay::clock(21, 15))) ==
              Texts{"beyond_limit /last_entry", "beyond_limit /closing"});
    }
    SUBCASE("days that pass midnight") {
        contents.periods = {{"night", MinuteOfDay::clock(22, 0), MinuteOfDay::clock(29, 0), MinuteOfDay::clock(28, 0)}};
        const auto night = *DayBook::make(contents);
        const auto taken = after(booked(night, "late", 4, MinuteOfDay::clock(25, 0)));
        CHECK(told(booked(taken, "later", 2, MinuteOfDay::clock(26, 30))) == Texts{"no_seat /begin"});
        CHECK(after(booked(taken, "last", 2, MinuteOfDay::clock(27, 0))).find({"last"})->end ==
              MinuteOfDay::clock(29, 0));
        CHECK(is_allowed(Allowed::until_start, taken, *taken.find({"late"}), at_clock(24, 59)));
        CHECK_FALSE(is_allowed(Allowed::until_start, taken, *taken.find({"late"}), at_clock(25, 0)));
    }
}

TEST_CASE("the same request key is answered the same, and used for one thing only") {
    auto once = by();
    once.key = "k1";
    const auto first = book(empty_book(), wanted("a", 2, seven), once);
    const auto day = after(first);
    const auto again = book(day, wanted("a", 2, seven), once);
    REQUIRE(again.has_value());
    CHECK(*again == *first);
    CHECK(told(book(day, wanted("b", 2, seven), once)) == Texts{"duplicate_key /key"});
    CHECK(told(booked(day, "a", 2, seven)) == Texts{"duplicate_id /id"});
}

TEST_CASE("a change is one decision: the old seat is given up only if the new is had") {
    const auto day = full_at_seven();
    SUBCASE("to what is not to be had") {
        CHECK(told(change(day, {"a"}, {party_of(4), seven}, by())) == Texts{"no_seat /begin"});
    }
    SUBCASE("in place") {
        const auto moved = after(change(day, {"a"}, {party_of(2), MinuteOfDay::clock(19, 30)}, by()));
        CHECK(tables_of(moved, "a") == tables_of(day, "a"));
        CHECK(moved.find({"a"})->begin == MinuteOfDay::clock(19, 30));
        CHECK(moved.find({"a"})->history.back().deed == Deed::change);
    }
    SUBCASE("what it passes already is not held against it") {
        auto contents = day.contents();
        contents.policy.largest_party = Covers::of(5);
        const auto strict = *DayBook::make(contents);
        CHECK(after(change(strict, {"d"}, {party_of(6), six}, by())).find({"d"})->begin == six);
        CHECK(told(change(strict, {"c"}, {party_of(6), six}, by())) == Texts{"beyond_limit /largest_party"});
    }
    SUBCASE("guests have until the deadline") {
        auto contents = day.contents();
        contents.policy.cancel_until = {DaysBefore{date::days{1}, MinuteOfDay::clock(17, 0)}};
        const auto strict = *DayBook::make(contents);
        CHECK(told(cancel(strict, {"a"}, CancelReason::guest, by(Actor::guest))) == Texts{"not_allowed /by"});
        CHECK(
            cancel(strict, {"a"}, CancelReason::guest, by(Actor::guest, at_noon(friday - date::days{1}))).has_value());
        CHECK(cancel(strict, {"a"}, CancelReason::guest, by(Actor::agent)).has_value());
    }
}

TEST_CASE("limits refuse, warn, or want an override that is recorded") {
    auto contents = empty_contents();
    contents.policy.largest_party = Covers::of(4);
    contents.policy.pacing = {{{}, {BookingChannel::phone}, 15min, Covers::of(4), {}}};
    contents.policy.on_limit.set(Limit::pacing_covers, OnLimit::warn);
    const auto day = *DayBook::make(contents);
    CHECK(told(booked(day, "six", 6, seven)) == Texts{"beyond_limit /largest_party"});

    auto knowing = by();
    knowing.overrides = {Limit::largest_party};
    const auto overridden = book(day, wanted("six", 6, seven), knowing);
    CHECK(overridden->exceeded == std::vector<Exceeded>{{Limit::largest_party, 2}, {Limit::pacing_covers, 2}});
    CHECK(after(overridden).find({"six"})->history.front().overridden == std::vector<Limit>{Limit::largest_party});

    auto online = wanted("web", 2, seven);
    online.request.wish.channel = BookingChannel::online;
    CHECK(book(after(overridden), online, by())->exceeded.empty());
}

TEST_CASE("pacing looks at every stretch of time that a start is in") {
    auto contents = empty_contents();
    contents.policy.start_grid = 5min;
    contents.policy.pacing = {{"dinner", {}, 15min, {}, 2}};
    contents.policy.on_limit.set(Limit::pacing_parties, OnLimit::refuse);
    auto day = after(booked(*DayBook::make(contents), "a", 2, MinuteOfDay::clock(18, 50)));
    day = after(booked(day, "b", 2, seven));
    CHECK(told(booked(day, "c", 2, MinuteOfDay::clock(18, 55))) == Texts{"beyond_limit /pacing_parties"});
    CHECK(booked(day, "c", 2, MinuteOfDay::clock(19, 5)).has_value());
}

TEST_CASE("lead time, cut-off and the furthest date are told from the moment of asking") {
    auto contents = empty_contents();
    contents.policy.lead_time = 60min;
    contents.policy.cut_offs = {DaysBefore{date::days{1}, MinuteOfDay::clock(17, 0)}};
    contents.policy.furthest = date::days{30};
    const auto day = *DayBook::make(contents);
    const auto passed = [&](Now now) {
        return limits_passed(day, party_of(2), {seven, MinuteOfDay::clock(21, 0), &day->periods[0]}, now);
    };
    CHECK(passed(at_clock(18, 30)) == std::vector<Exceeded>{{Limit::lead_time, 30}, {Limit::cut_off, 25 * 60 + 30}});
    CHECK(passed(at_noon(friday - date::days{1})).empty());
    CHECK(passed(at_noon(friday - date::days{33})) == std::vector<Exceeded>{{Limit::furthest_date, 3}});
}

TEST_CASE("a hold lapses by itself, and is confirmed before") {
    auto held = wanted("hold", 6, seven);
    held.terms = HeldUntil{at_clock(12, 5).instant};
    const auto day = after(book(empty_book(), held, by()));
    CHECK(told(booked(day, "other", 6, seven)) == Texts{"no_seat /begin"});
    CHECK(after(follow(day, {"hold"}, CommitmentEvent::confirm, by())).find({"hold"})->commitment ==
          Commitment::confirmed);

    auto later = by(Actor::agent, at_clock(12, 5));
    CHECK(told(follow(day, {"hold"}, CommitmentEvent::confirm, later)) == Texts{"not_allowed /confirm"});
    const auto taken = after(book(day, wanted("other", 6, seven), later));
    CHECK(taken.find({"hold"})->commitment == Commitment::lapsed);
    CHECK(told(book(day, held, later)) == Texts{"duplicate_id /id", "out_of_range /held_until"});
}

TEST_CASE("who came stays where they are; who left makes room") {
    auto contents = empty_contents();
    contents.floor_plan = *FloorPlan::make({table("A", 1, 4), table("B", 1, 4)});
    auto day = after(booked(*DayBook::make(contents), "a", 2, seven));
    const auto staff = [](int hour, int minute) { return by(Actor::restaurant, at_clock(hour, minute)); };
    CHECK(told(seat(day, {"a"}, {}, by())) == Texts{"not_allowed /by"});
    day = after(seat(day, {"a"}, {{"B"}}, staff(18, 50)));
    CHECK(day.find({"a"})->begin == MinuteOfDay::clock(18, 50));
    CHECK(tables_of(day, "a") == "B");
    CHECK(told(cancel(day, {"a"}, CancelReason::guest, staff(18, 55))) == Texts{"not_allowed /booking"});
    CHECK(told(follow(day, {"a"}, CommitmentEvent::miss, staff(18, 40))) == Texts{"not_allowed /by"});

    auto four = wanted("b", 4, MinuteOfDay::clock(18, 45));
    four.request.wish.tables = {{"B"}};
    CHECK(told(book(day, four, by())) == Texts{"no_seat /begin"});
    day = after(finish(day, {"a"}, staff(19, 30)));
    CHECK(day.find({"a"})->end == MinuteOfDay::clock(19, 30));
    CHECK(booked(day, "c", 4, MinuteOfDay::clock(19, 30)).has_value());

    auto walked = walk_in(day, {"w"}, party_of(3), {}, staff(20, 7));
    day = after(walked);
    CHECK(day.find({"w"})->presence == Presence::seated);
    CHECK(day.find({"w"})->begin == MinuteOfDay::clock(20, 7));
    CHECK(tables_of(day, "w") == "A");
    // Whoever still sits there after their time sits there.
    CHECK(after(walk_in(day, {"x"}, party_of(2), {}, staff(20, 8))).find({"x"})->tables == std::vector<TableId>{{"B"}});
}

TEST_CASE("without a table: kept room for, and overbooked") {
    auto contents = empty_contents();
    contents.floor_plan = *FloorPlan::make({table("A", 1, 4)});
    contents.policy.overbooking = Covers::of(2);
    auto day = after(booked(*DayBook::make(contents), "a", 4, seven));
    const auto open = after(unassign(day, {"a"}, by(Actor::restaurant)));
    CHECK(open.find({"a"})->tables.empty());
    CHECK(state_at(open, party_of(4), seven) == "full");
    CHECK(tables_of(after(assign(open, {"a"}, by())), "a") == "A");

    day = after(booked(day, "b", 2, seven));
    CHECK(day.find({"b"})->allocation == Allocation::overbooked);
    CHECK(told(booked(day, "c", 2, seven)) == Texts{"no_seat /begin"});
    CHECK(told(assign(day, {"b"}, by())) == Texts{"no_seat /begin"});
    day = after(cancel(day, {"a"}, CancelReason::guest, by()));
    CHECK(tables_of(after(assign(day, {"b"}, by())), "b") == "A");
}

TEST_CASE("a blocked table is not to be had") {
    auto day = after(booked(empty_book(), "a", 6, seven));
    const Block block{{"room"}, six, seven, "壁の修理"};
    day = after(block_table(day, block, by(Actor::restaurant)));
    CHECK(told(booked(day, "b", 6, MinuteOfDay::clock(17, 0))) == Texts{"no_seat /begin"});
    CHECK(told(block_table(day, {{"room"}, six, eight, ""}, by(Actor::restaurant))) == Texts{"no_seat /begin"});
    day = after(unblock_table(day, {"room"}, six, by(Actor::restaurant)));
    CHECK(booked(day, "b", 6, MinuteOfDay::clock(17, 0)).has_value());
}

TEST_CASE("availability tells every start") {
    const auto day = full_at_seven();
    const auto slots = availability(day, party_of(6), {}, at_noon());
    REQUIRE(slots.has_value());
    CHECK(slots->size() == 24);
    CHECK(state_at(day, party_of(6), MinuteOfDay::clock(17, 0)) == "free");
    CHECK(state_at(day, party_of(6), MinuteOfDay::clock(17, 15)) == "full");
    CHECK(state_at(day, party_of(6), MinuteOfDay::clock(21, 0)) == "free");
    CHECK(state_at(day, party_of(6), MinuteOfDay::clock(21, 15)) == "limited");
    CHECK(told(availability(day, party_of(0), {}, at_noon())) == Texts{"out_of_range /party"});
}

TEST_CASE("a no comes with its reasons and with what would do") {
    auto contents = empty_contents();
    contents.policy.start_grid = 30min;
    auto day = after(booked(*DayBook::make(contents), "a", 5, seven));
    Request request{party_of(4), seven};
    request.wish.needs.kinds = {SeatKind::private_room};
    const std::vector<DayBook> tomorrow{[&] {
        auto next = contents;
        next.date += date::days{1};
        return *DayBook::make(next);
    }()};
    const auto proposal = propose(day, request, at_noon(), {}, tomorrow);
    REQUIRE(proposal.has_value());
    const auto& no = std::get<Impossible>(proposal->answer);
    CHECK(no.limits == std::vector<Exceeded>{{Limit::tables, 4}});
    CHECK(no.obstacles == std::vector<Obstacle>{Obstacle::kinds});
    std::vector<std::string> offers;
    for (const auto& one : proposal->alternatives) {
        std::string offer = std::string{name_of(one.kind)} + " " + to_string(one.date) + " " + to_string(one.begin);
        for (const auto& part : one.tables) {
            for (const auto& table : part) offer += " " + table.text;
        }
        offers.push_back(offer);
    }
    CHECK(offers == Texts{"earlier 2026-11-27 17:00 room", "later 2026-11-27 21:00 room",
                          "other_seat 2026-11-27 19:00 C", "other_day 2026-11-28 19:00 room"});
}

TEST_CASE("an edit lists whom it hurts, and cancels nothing") {
    auto day = full_at_seven();
    SUBCASE("hours") {
        const auto edited =
            replace_periods(day, {{"dinner", six, MinuteOfDay::clock(20, 30), seven}}, by(Actor::restaurant));
        REQUIRE(edited.has_value());
        CHECK(edited->hurt.size() == 4);
        CHECK(edited->hurt[0] == Hurt{{"a"}, {{Limit::closing, 30}}, {}, {}});
        CHECK(edited->book->reservations.size() == 4);
    }
    SUBCASE("policy") {
        auto policy = day->policy;
        policy.largest_party = Covers::of(5);
        const auto edited = replace_policy(day, policy, by(Actor::restaurant));
        CHECK(edited->hurt == std::vector<Hurt>{{{"d"}, {{Limit::largest_party, 1}}, {}, {}}});
        policy.start_grid = 0min;
        CHECK(told(replace_policy(day, policy, by())) == Texts{"out_of_range /start_grid"});
    }
    SUBCASE("floor plan") {
        auto plan = *FloorPlan::make(
            {table("A", 1, 2), table("C", 2, 4), table("N", 1, 3), table("room", 2, 5, SeatKind::private_room)});
        const auto edited = replace_floor_plan(day, plan, by(Actor::restaurant));
        REQUIRE(edited.hurt.size() == 2);
        CHECK(edited.hurt[0] == Hurt{{"b"}, {}, {{"B"}}, {{"N"}}});
        CHECK(edited.hurt[1] == Hurt{{"d"}, {}, {{"room"}}, {}});
        CHECK(edited.book.find({"d"})->allocation == Allocation::overbooked);
        CHECK(edited.moved.empty());
        CHECK(DayBook::make(edited.book.contents()).has_value());
    }
    SUBCASE("who moves for who lost their table") {
        day = after(cancel(day, {"c"}, CancelReason::guest, by()));
        const auto plan = *FloorPlan::make({table("A", 1, 4), table("C", 1, 2), table("D", 1, 2)});
        const auto lost_four = after(booked(after(cancel(day, {"b"}, CancelReason::guest, by())), "e", 4, seven));
        REQUIRE(tables_of(lost_four, "e") == "C");
        const auto edited = replace_floor_plan(lost_four, plan, by(Actor::restaurant));
        REQUIRE(edited.hurt.size() == 2);
        CHECK(edited.hurt[1] == Hurt{{"e"}, {}, {{"C"}}, {{"A"}}});
        CHECK(edited.moved == std::vector<Move>{{{"a"}, {{"A"}}, {{"C"}}}});
        CHECK(edited.book.find({"a"})->history.back().deed == Deed::move);
        CHECK(DayBook::make(edited.book.contents()).has_value());
    }
    SUBCASE("who keeps a table that does not suit any more") {
        day = after(pin(day, {"c"}, {}, by()));
        day = after(pin(day, {"a"}, {{"A"}}, by(Actor::restaurant)));
        const auto plan = *FloorPlan::make(
            {table("A", 1, 2), table("B", 1, 2), table("C", 2, 3), table("room", 2, 6, SeatKind::private_room)});
        const auto edited = replace_floor_plan(day, plan, by(Actor::restaurant));
        CHECK(edited.hurt == std::vector<Hurt>{{{"c"}, {}, {}, {{"C"}}}});
        CHECK(replace_floor_plan(edited.book, plan, by(Actor::restaurant)).hurt.empty());
    }
    SUBCASE("who has no table yet, and no room any more") {
        day = after(unassign(day, {"d"}, by(Actor::restaurant)));
        const auto plan = *FloorPlan::make({table("A", 1, 2), table("B", 1, 2), table("C", 2, 4)});
        const auto edited = replace_floor_plan(day, plan, by(Actor::restaurant));
        CHECK(edited.hurt == std::vector<Hurt>{{{"d"}, {}, {}, {}}});
        CHECK(edited.book.find({"d"})->allocation == Allocation::overbooked);
        CHECK(booked(edited.book, "e", 2, six).error()[0].code == ErrorCode::no_seat);
        CHECK(booked(edited.book, "e", 2, MinuteOfDay::clock(17, 0)).has_value());
        const auto kept = replace_floor_plan(day, small_plan(), by(Actor::restaurant));
        CHECK(kept.hurt.empty());
        CHECK(kept.book.find({"d"})->allocation == Allocation::unassigned);
    }
}

TEST_CASE("all that is wrong with a book is told") {
    auto contents = full_at_seven().contents();
    contents.reservations[1].tables = {{"A"}};
    contents.reservations[2].tables = {{"X"}};
    contents.reservations[3].end = contents.reservations[3].begin;
    contents.reservations.push_back(contents.reservations[0]);
    contents.reservations.back().tables.clear();
    contents.periods.push_back({"late", six, eight, MinuteOfDay::clock(21, 0)});
    contents.policy.buffer = -1min;
    contents.blocks = {{{"Y"}, seven, six, ""}};
    CHECK(told(DayBook::make(contents)) ==
          Texts{"out_of_range /policy/buffer", "out_of_range /periods/1/last_entry", "overlap /periods/1/opens",
                "unknown_reference /blocks/0/table", "out_of_range /blocks/0/end", "overlap /reservations/1/tables",
                "unknown_reference /reservations/2/tables", "out_of_range /reservations/3/end",
                "duplicate_id /reservations/4/id", "invalid_value /reservations/4/tables"});
}

TEST_CASE("periods follow the hours and their last orders") {
    Rules rules;
    Rule every_day{
        {EveryDay{}},
        Open{{{"lunch", MinuteOfDay::clock(11, 30), MinuteOfDay::clock(14, 0), {MinuteOfDay::clock(13, 30), {}, {}}},
              {"dinner",
               MinuteOfDay::clock(17, 0),
               MinuteOfDay::clock(25, 0),
               {MinuteOfDay::clock(24, 0), {}, MinuteOfDay::clock(23, 30)}}}},
        ""};
    rules.rules = {every_day};
    const auto hours = *Hours::compile(rules, HolidayCalendar::japan(), TimeZone::tokyo());
    const auto periods = *periods_of(hours, friday);
    REQUIRE(periods.size() == 2);
    CHECK(periods[0].last_entry == MinuteOfDay::clock(13, 30));
    CHECK(periods[1] == Period{"dinner", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(25, 0),
                               MinuteOfDay::clock(23, 30), State::open});
    CHECK(periods_of(hours, make_date(2050, 1, 1)).error().code == ErrorCode::beyond_horizon);
}

TEST_CASE("a history keeps how it began and what was done of late, and a full day takes nobody more") {
    auto contents = after(booked(empty_book(), "a", 2, seven)).contents();
    auto& history = contents.reservations.front().history;
    while (history.size() < longest_list) history.push_back(history.front());
    history[1].note = "long ago";
    auto day = after(cancel(*DayBook::make(contents), {"a"}, CancelReason::guest, by()));
    CHECK(day->reservations.front().history.size() == longest_list);
    CHECK(day->reservations.front().history.front().deed == Deed::book);
    CHECK(day->reservations.front().history[1].note.empty());
    CHECK(day->reservations.front().history.back().deed == Deed::cancel);

    contents = day.contents();
    contents.reservations.front().history.clear();
    while (contents.reservations.size() < most_reservations) {
        auto next = contents.reservations.front();
        next.id = {std::to_string(contents.reservations.size())};
        contents.reservations.push_back(std::move(next));
    }
    CHECK(told(booked(*DayBook::make(std::move(contents)), "b", 2, seven)) == Texts{"too_large /id"});
}

}  // namespace day_book_test
