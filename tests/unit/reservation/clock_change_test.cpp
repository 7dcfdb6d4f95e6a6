#include <doctest/doctest.h>

#include <denwaban/reservation/command.hpp>
#include <denwaban/reservation/late_parties.hpp>
#include <denwaban/reservation/neighbours.hpp>

#include "evening.hpp"
#include "told_errors.hpp"

namespace clock_change_test {
using namespace evening;

namespace {

constexpr auto spring = make_date(2027, 3, 27);   ///< at 25:00 clocks go forward to 26:00
constexpr auto autumn = make_date(2027, 10, 30);  ///< at 26:00 clocks go back to 25:00

TimeZone london() {
    const auto at_one = [](Date day) { return Instant{(day + date::days{1}).time_since_epoch() + 1h}; };
    return {"Europe/London", 0h, {{at_one(spring), 1h}, {at_one(autumn), 0h}}};
}
Instant utc(Date day, int hour, int minute) {
    return Instant{day.time_since_epoch() + std::chrono::hours{hour} + std::chrono::minutes{minute}};
}
Now now_at(Date day, int hour, int minute) { return now_in(london(), utc(day, hour, minute)); }

/// One table for two, from five in the evening to nine in the morning; no time to reset it.
DayBookContents night_of(Date day) {
    DayBookContents contents;
    contents.restaurant = {"r1"};
    contents.date = day;
    contents.zone = "Europe/London";
    contents.floor_plan = *FloorPlan::make({table("A", 1, 2)});
    contents.periods = {{"night", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(33, 0), MinuteOfDay::clock(30, 0)}};
    return contents;
}
DayBook night(Date day) { return DayBook::make(night_of(day))->on_clocks_of(london()); }
Expected<Decision, Errors> taken(const DayBook& day, std::string id, MinuteOfDay begin) {
    return book(day, wanted(std::move(id), 2, begin), by(Actor::agent, now_at(day->date, 12, 0)));
}
std::chrono::minutes truly(const DayBook& day, const std::string& id) {
    const auto zone = london();
    const auto& one = *day.find({id});
    return std::chrono::duration_cast<std::chrono::minutes>(zone.first_at_or_after(at(day->date, one.end)) -
                                                            zone.first_at_or_after(at(day->date, one.begin)));
}

}  // namespace

TEST_CASE("a stay over the hour that is left out is two hours of truth") {
    const auto made = taken(night(spring), "b1", MinuteOfDay::clock(24, 30));
    REQUIRE(made);
    CHECK(made->book.find({"b1"})->end == MinuteOfDay::clock(27, 30));
    CHECK(truly(made->book, "b1") == 120min);
    CHECK(told(taken(made->book, "b2", MinuteOfDay::clock(27, 15))) == std::vector<std::string>{"no_seat /begin"});
    CHECK(taken(made->book, "b2", MinuteOfDay::clock(27, 30)));
    CHECK(taken(night(make_date(2027, 3, 26)), "b1", MinuteOfDay::clock(24, 30))->book.find({"b1"})->end ==
          MinuteOfDay::clock(26, 30));
}

TEST_CASE("nobody comes at a time that no clock shows") {
    const auto day = night(spring);
    const std::vector<std::string> no_such_time{"no_such_time /begin"};
    CHECK(told(taken(day, "b1", MinuteOfDay::clock(25, 30))) == no_such_time);
    CHECK(taken(day, "b1", MinuteOfDay::clock(25, 30)).error().front().message ==
          "clocks go forward over it, to 26:00");
    CHECK(told(taken(day, "b1", MinuteOfDay::clock(25, 0))) == no_such_time);
    CHECK(taken(day, "b1", MinuteOfDay::clock(26, 0)));
    CHECK(told(propose(day, {party_of(2), MinuteOfDay::clock(25, 30)}, now_at(spring, 12, 0))) == no_such_time);
    const auto made = taken(day, "b1", MinuteOfDay::clock(19, 0));
    CHECK(told(change(made->book, {"b1"}, {party_of(2), MinuteOfDay::clock(25, 30)},
                      by(Actor::agent, now_at(spring, 12, 0)))) == no_such_time);
    const auto night_owl = taken(day, "b2", MinuteOfDay::clock(24, 30));
    const auto late = [&](MinuteOfDay at) {
        return run_late(night_owl->book, {"b2"}, by(Actor::agent, now_at(spring, 23, 0)), at);
    };
    CHECK(told(late(MinuteOfDay::clock(25, 30))) == std::vector<std::string>{"no_such_time /at"});
    CHECK(late(MinuteOfDay::clock(26, 0)));
    const auto slots =
        *availability(day, party_of(2), {MinuteOfDay::clock(24, 45), MinuteOfDay::clock(26, 0)}, now_at(spring, 12, 0));
    REQUIRE(slots.size() == 2);
    CHECK(slots[1].begin == MinuteOfDay::clock(26, 0));
}

TEST_CASE("a stay over the hour that comes twice ends by the second") {
    const auto day = night(autumn);
    auto contents = taken(day, "b1", MinuteOfDay::clock(24, 30));
    REQUIRE(contents);
    // 23:30 UTC and two hours: half past one for the second time. The table is theirs until that hour is over.
    CHECK(contents->book.find({"b1"})->end == MinuteOfDay::clock(26, 0));
    const auto later = taken(day, "b1", MinuteOfDay::clock(25, 30));
    CHECK(later->book.find({"b1"})->end == MinuteOfDay::clock(26, 30));
    CHECK(truly(later->book, "b1") == 120min);
}

TEST_CASE("whoever names a time that comes twice is told, wherever it is named") {
    const auto day = night(autumn);
    const auto half_past_one = MinuteOfDay::clock(25, 30);
    const std::vector<Exceeded> twice{{Limit::comes_twice, 60}};
    CHECK(taken(day, "b1", half_past_one)->exceeded == twice);
    CHECK(taken(day, "b1", MinuteOfDay::clock(26, 0))->exceeded.empty());
    CHECK(taken(night(spring), "b1", MinuteOfDay::clock(26, 0))->exceeded.empty());
    const auto early = taken(day, "b2", MinuteOfDay::clock(24, 30));
    const auto now = by(Actor::agent, now_at(autumn, 12, 0));
    CHECK(change(early->book, {"b2"}, {party_of(2), half_past_one}, now)->exceeded == twice);
    CHECK(run_late(early->book, {"b2"}, now, half_past_one)->exceeded == twice);
    const auto house = by(Actor::restaurant, now_at(autumn, 12, 0));
    CHECK(block_table(day, {{"A"}, half_past_one, MinuteOfDay::clock(27, 0), ""}, house)->exceeded == twice);
    CHECK(block_table(day, {{"A"}, MinuteOfDay::clock(23, 0), half_past_one, ""}, house)->exceeded == twice);
    auto waits = wanted("b3", 2, MinuteOfDay::clock(23, 0));
    waits.terms = Waiting{half_past_one};
    CHECK(book(early->book, waits, now)->exceeded == twice);
}

TEST_CASE("a house may refuse the times that come twice") {
    auto contents = night_of(autumn);
    contents.policy.on_limit.set(Limit::comes_twice, OnLimit::refuse);
    const auto day = DayBook::make(contents)->on_clocks_of(london());
    const auto refused = taken(day, "b1", MinuteOfDay::clock(25, 30));
    CHECK(told(refused) == std::vector<std::string>{"beyond_limit /comes_twice"});
    CHECK(refused.error().front().message == "clocks go back that night, and show it again 60 minutes later");
    const auto early = taken(day, "b2", MinuteOfDay::clock(24, 30));
    CHECK(told(run_late(early->book, {"b2"}, by(Actor::agent, now_at(autumn, 12, 0)), MinuteOfDay::clock(25, 30))) ==
          std::vector<std::string>{"beyond_limit /comes_twice"});
    CHECK(walk_in(day, {"w"}, party_of(2), {}, by(Actor::restaurant, now_at(autumn, 25, 15))));
}

TEST_CASE("in the second of two hours nobody is seated upon those of the first") {
    // Seated at 01:45 for the first time, they leave half an hour later, at 01:15 for the second.
    const auto first = walk_in(night(autumn), {"w1"}, party_of(2), {}, by(Actor::restaurant, now_at(autumn, 24, 45)));
    REQUIRE(first);
    CHECK(first->book.find({"w1"})->begin == MinuteOfDay::clock(25, 45));
    const auto second = by(Actor::restaurant, now_at(autumn, 25, 15));
    CHECK(told(walk_in(first->book, {"w2"}, party_of(2), {}, second)) == std::vector<std::string>{"no_seat /begin"});
    const auto left = finish(first->book, {"w1"}, second);
    REQUIRE(left);
    CHECK(left->book.find({"w1"})->end == MinuteOfDay::clock(25, 59));
    CHECK(left->book.find({"w1"})->history.back().at == utc(autumn, 25, 15));
    const auto next = walk_in(left->book, {"w2"}, party_of(2), {}, second);
    REQUIRE(next);
    CHECK(next->book.find({"w2"})->begin == MinuteOfDay::clock(25, 59));
    // Two true hours from then on.
    CHECK(next->book.find({"w2"})->end == MinuteOfDay::clock(27, 15));
    CHECK(DayBook::make(next->book.contents()));
}

TEST_CASE("whoever comes in the second of two hours stays as long as others, and as long when they become more") {
    auto contents = night_of(autumn);
    contents.floor_plan = *FloorPlan::make({table("A", 1, 4)});
    const auto now = now_at(autumn, 25, 55);
    const auto day = DayBook::make(contents)->on_clocks_of(london());
    const auto came = walk_in(day, {"w"}, party_of(2), {}, by(Actor::restaurant, now));
    REQUIRE(came);
    CHECK(came->book.find({"w"})->end == MinuteOfDay::clock(27, 55));
    CHECK(told(book(came->book, wanted("b", 2, MinuteOfDay::clock(27, 0)), by(Actor::agent, now))) ==
          std::vector<std::string>{"no_seat /begin"});
    auto wish = came->book.find({"w"})->wish;
    wish.party.adults = Covers::of(3);
    const auto more = change(came->book, {"w"}, {wish, MinuteOfDay::clock(25, 59)}, by(Actor::restaurant, now));
    REQUIRE(more);
    CHECK(more->book.find({"w"})->end == MinuteOfDay::clock(27, 55));
    auto brief = party_of(2);
    brief.turn = 30min;
    const auto soon = walk_in(day, {"s"}, brief, {}, by(Actor::restaurant, now));
    REQUIRE(soon);
    CHECK(soon->book.find({"s"})->end == MinuteOfDay::clock(26, 25));
    brief.turn = 0min;
    CHECK_FALSE(walk_in(day, {"s"}, brief, {}, by(Actor::restaurant, now)));
}

TEST_CASE("lead times, deadlines and lateness are true spans of time") {
    auto contents = night_of(spring);
    contents.policy.lead_time = 60min;
    contents.policy.cancel_until = {MinutesBefore{60min}};
    const auto day = DayBook::make(contents)->on_clocks_of(london());
    const auto at_start = wanted("b1", 2, MinuteOfDay::clock(26, 15));
    CHECK(book(day, at_start, by(Actor::agent, now_at(spring, 24, 15))));
    CHECK(told(book(day, at_start, by(Actor::agent, now_at(spring, 24, 16)))) ==
          std::vector<std::string>{"beyond_limit /lead_time"});
    const auto made = book(day, at_start, by(Actor::agent, now_at(spring, 12, 0)));
    CHECK(cancel(made->book, {"b1"}, CancelReason::guest, by(Actor::guest, now_at(spring, 24, 15))));
    CHECK(told(cancel(made->book, {"b1"}, CancelReason::guest, by(Actor::guest, now_at(spring, 24, 16)))) ==
          std::vector<std::string>{"not_allowed /by"});
    const auto tardy = taken(night(spring), "b1", MinuteOfDay::clock(24, 45));
    const auto late = late_parties(tardy->book, now_at(spring, 25, 5));
    REQUIRE(late.size() == 1);
    CHECK(late.front().late == 20min);
}

TEST_CASE("a book is made by the clocks by which its tables are reset") {
    auto contents = night_of(autumn);
    contents.policy.turn = 55min;
    contents.policy.buffer = 15min;
    const auto day = DayBook::make(contents, london());
    REQUIRE(day);
    const auto first = taken(*day, "b1", MinuteOfDay::clock(25, 0));
    const auto both = taken(first->book, "b2", MinuteOfDay::clock(26, 0));
    REQUIRE(both);
    CHECK(told(DayBook::make(both->book.contents())) == std::vector<std::string>{"overlap /reservations/1/tables"});
    CHECK(DayBook::make(both->book.contents(), london()) == both->book);
    CHECK(replace_periods(both->book, both->book->periods, by(Actor::restaurant, now_at(autumn, 12, 0))));
}

TEST_CASE("pacing counts true minutes over a change of clocks") {
    const auto paced = [](Date day) {
        auto contents = night_of(day);
        contents.floor_plan = *FloorPlan::make({table("A", 1, 2), table("B", 1, 2)});
        contents.policy.pacing = {{{}, {}, 30min, {}, 1}};
        contents.policy.on_limit.set(Limit::pacing_parties, OnLimit::refuse);
        return DayBook::make(contents)->on_clocks_of(london());
    };
    const auto shorter = taken(paced(spring), "b1", MinuteOfDay::clock(24, 45));
    CHECK(told(taken(shorter->book, "b2", MinuteOfDay::clock(26, 0))) ==
          std::vector<std::string>{"beyond_limit /pacing_parties"});
    CHECK(taken(shorter->book, "b2", MinuteOfDay::clock(26, 15)));
    const auto longer = taken(paced(autumn), "b1", MinuteOfDay::clock(25, 45));
    CHECK(taken(longer->book, "b2", MinuteOfDay::clock(26, 0)));
}

TEST_CASE("what a decision or an edit makes is by the same clocks") {
    const auto edited =
        replace_periods(night(spring), night_of(spring).periods, by(Actor::agent, now_at(spring, 12, 0)));
    REQUIRE(edited);
    CHECK(edited->book.clock_change() == night(spring).clock_change());
    CHECK(taken(edited->book, "b1", MinuteOfDay::clock(24, 30))->book.clock_change());
    CHECK_FALSE(empty_book().on_clocks_of(TimeZone::tokyo()).clock_change());
    CHECK_FALSE(night(friday).clock_change());
}

TEST_CASE("the minutes of a changed night go on, whatever is counted") {
    for (const auto day : {spring, autumn, make_date(2027, 3, 28), make_date(2027, 10, 31)}) {
        const auto change = ClockChange::of(london(), day);
        REQUIRE(change);
        const auto zone = london();
        const auto begin = zone.first_at_or_after(at(day, {}));
        for (int minute = 0; minute < MinuteOfDay::max; ++minute) {
            const auto shown = *MinuteOfDay::make(minute);
            CAPTURE(minute);
            const std::chrono::minutes truth{change->elapsed(shown)};
            REQUIRE(begin + truth == zone.first_at_or_after(at(day, shown)));
            REQUIRE(change->elapsed(change->shown_after(change->elapsed(shown))) == change->elapsed(shown));
        }
    }
}

}  // namespace clock_change_test
