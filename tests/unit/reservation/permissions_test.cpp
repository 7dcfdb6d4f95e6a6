#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/reservation/questions.hpp>

#include "drawn_page.hpp"
#include "evening.hpp"
#include "told_errors.hpp"

namespace permissions_test {
using namespace denwaban;
using namespace evening;
using Texts = std::vector<std::string>;

namespace {

constexpr auto seven = MinuteOfDay::clock(19, 0);
const Texts not_theirs{"not_allowed /by"};

By guest(Now now = at_noon()) { return by(Actor::guest, now); }
By staff(int hour, int minute) { return by(Actor::restaurant, at_clock(hour, minute)); }
DayBook with_one() {
    auto one = wanted("a", 2, seven);
    one.details.deposit = Deposit{3000, "JPY", {}, {}};
    return book(empty_book(), one, by())->book;
}

}  // namespace

TEST_CASE("every command asks the table") {
    CHECK(permission_of(Block{}, Actor::guest) == Allowed::never);
    CHECK(permission_of(Follow{{}, CommitmentEvent::cancel, {}}, Actor::guest) == Allowed::until_deadline);
}

TEST_CASE("who may do what else stands in the guide") {
    std::string rows = "| | guest | agent | restaurant | system |\n| --- | --- | --- | --- | --- |\n";
    for (const auto& permission : act_permissions) {
        rows += "| `" + std::string{name_of(permission.event)} + "`";
        for (const auto allowed : permission.by) rows += " | " + std::string{name_of(allowed)};
        rows += " |\n";
    }
    check_part("reservations.md", "acts", rows);
}

TEST_CASE("guests do not run the floor") {
    const auto day = with_one();
    CHECK(told(walk_in(day, {"w"}, party_of(2), {}, guest(at_clock(19, 0)))) == Texts{"not_allowed /channel"});
    CHECK(told(block_table(day, {{"C"}, seven, MinuteOfDay::clock(20, 0), ""}, guest())) == not_theirs);
    CHECK(told(unblock_table(day, {"C"}, seven, guest())) == not_theirs);
    CHECK(told(edited(day, {day->floor_plan, guest()})) == not_theirs);
    CHECK(told(edited(day, {day->policy, guest()})) == not_theirs);
    CHECK(told(edited(day, {day->periods, guest()})) == not_theirs);
    CHECK(told(undo(book(day, wanted("b", 2, seven), by())->book, {"b"}, guest())) == Texts{"not_allowed /undo"});

    auto knowing = guest();
    knowing.overrides = {Limit::largest_party};
    CHECK(told(book(day, wanted("b", 2, seven), knowing)) == Texts{"not_allowed /by/overrides"});
    auto inside = wanted("b", 2, seven);
    inside.request.wish.channel = BookingChannel::restaurant;
    CHECK(told(book(day, inside, guest())) == Texts{"not_allowed /channel"});
    CHECK(book(day, inside, by()).has_value());
    auto own = party_of(2);
    own.channel = BookingChannel::restaurant;
    CHECK(told(change(day, {"a"}, {own, seven}, guest())) == Texts{"not_allowed /channel"});
}

TEST_CASE("guests change their own details, while they are expected, and never the deposit") {
    const auto day = with_one();
    auto details = day.find({"a"})->details;
    details.allergies = {"そば"};
    CHECK(change_details(day, {"a"}, details, guest()).has_value());
    CHECK(told(change_details(day, {"a"}, details, guest(at_clock(19, 0)))) == not_theirs);
    CHECK(told(change_details(day, {"a"}, {}, guest())) == Texts{"not_allowed /details/deposit"});
    details.deposit->state = DepositState::paid;
    CHECK(told(change_details(day, {"a"}, details, guest())) == Texts{"not_allowed /details/deposit"});
    const auto paid = change_details(day, {"a"}, details, by());
    CHECK(paid->book.find({"a"})->history.back().changes ==
          std::vector<Difference>{{"details.allergies", "", ""}, {"details.deposit", "3000 JPY due", "3000 JPY paid"}});
    const auto gone = cancel(day, {"a"}, CancelReason::guest, by())->book;
    CHECK(told(change_details(gone, {"a"}, day.find({"a"})->details, guest())) == Texts{"not_allowed /booking"});
    CHECK(change_details(gone, {"a"}, details, by()).has_value());
}

TEST_CASE("only a guest who cancels is the reason without saying so") {
    const auto reason = [](Actor actor, std::optional<CancelReason> said) {
        const auto gone = follow(with_one(), {"a"}, CommitmentEvent::cancel, by(actor), said);
        REQUIRE(gone);
        return gone->book.find({"a"})->cancel_reason;
    };
    CHECK(reason(Actor::guest, {}) == CancelReason::guest);
    for (const auto actor : {Actor::agent, Actor::restaurant, Actor::system}) {
        CHECK(reason(actor, {}) == std::nullopt);
        CHECK(reason(actor, CancelReason::restaurant) == CancelReason::restaurant);
    }
}

TEST_CASE("guests owe a deposit, and do not say that they have paid it") {
    for (const auto state : {DepositState::paid, DepositState::waived, DepositState::refunded, DepositState::kept}) {
        auto one = wanted("a", 2, seven);
        one.details.deposit = Deposit{3000, "JPY", {}, {}, state};
        CHECK(told(book(empty_book(), one, guest())) == Texts{"not_allowed /details/deposit"});
        CHECK(book(empty_book(), one, by()).has_value());
        NewGroup group{{"g"}, {party_of(8), seven}, {{{"b1"}, party_of(4).party}, {{"b2"}, party_of(4).party}}};
        group.details = one.details;
        CHECK(told(book_group(empty_book(), group, guest())) == Texts{"not_allowed /details/deposit"});
        one.terms = Waiting{seven, {}};
        CHECK(told(book(empty_book(), one, guest())) == Texts{"not_allowed /details/deposit"});
    }
    auto one = wanted("a", 2, seven);
    one.details.deposit = Deposit{3000, "JPY", {}, {}};
    CHECK(book(empty_book(), one, guest()).has_value());
}

TEST_CASE("guests do not say yes for the restaurant") {
    auto asked = wanted("r", 2, seven);
    asked.terms = Requested{};
    const auto day = book(empty_book(), asked, guest())->book;
    CHECK(told(follow(day, {"r"}, CommitmentEvent::confirm, guest())) == not_theirs);
    CHECK(follow(day, {"r"}, CommitmentEvent::confirm, by()).has_value());
}

TEST_CASE("who walks in comes now") {
    auto wanted_now = wanted("w", 2, seven);
    wanted_now.request.wish.channel = BookingChannel::walk_in;
    CHECK(told(book(empty_book(), wanted_now, by(Actor::restaurant, at_noon(friday - date::days{2})))) ==
          Texts{"beyond_limit /walk_in_time"});
    CHECK(told(book(empty_book(), wanted_now, staff(23, 0))) == Texts{"beyond_limit /walk_in_time"});
    CHECK(book(empty_book(), wanted_now, staff(19, 10)).has_value());
    CHECK(told(book(empty_book(), wanted_now, guest(at_clock(19, 0)))) == Texts{"not_allowed /channel"});
    const auto seated = book(empty_book(), wanted_now, staff(19, 0))->book;
    auto longer = wanted_now.request.wish;
    longer.turn = 90min;
    CHECK(change(seated, {"w"}, {longer, seven}, staff(20, 0)).has_value());
    CHECK(availability(empty_book(), wanted_now.request.wish, {seven, seven}, at_noon())->front().state ==
          SlotState::limited);
}

TEST_CASE("the restaurant knows when it closes to who stands at its door") {
    auto contents = empty_contents();
    contents.periods = {{"dinner", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(22, 0), MinuteOfDay::clock(21, 0)}};
    const auto day = *DayBook::make(contents);
    auto late = staff(21, 17);
    CHECK(told(walk_in(day, {"w"}, party_of(2), {}, late)) ==
          Texts{"beyond_limit /last_entry", "beyond_limit /closing"});
    late.overrides = {Limit::closing, Limit::last_entry};
    const auto seated = walk_in(day, {"w"}, party_of(2), {}, late);
    CHECK(seated->exceeded == std::vector<Exceeded>{{Limit::last_entry, 17}, {Limit::closing, 77}});
    CHECK(seated->book.find({"w"})->history.front().overridden ==
          std::vector<Limit>{Limit::last_entry, Limit::closing});
    // On any other channel the policy has said no.
    auto booked_late = by(Actor::restaurant);
    booked_late.overrides = late.overrides;
    CHECK(told(book(day, wanted("b", 2, MinuteOfDay::clock(21, 15)), booked_late)) ==
          Texts{"beyond_limit /last_entry", "beyond_limit /closing"});
}

TEST_CASE("after a late booking a guest has the policy's grace") {
    auto contents = empty_contents();
    contents.policy.cancel_until = {DaysBefore{date::days{1}, MinuteOfDay::clock(17, 0)}};
    contents.policy.grace = 5min;
    const auto day = book(*DayBook::make(contents), wanted("a", 2, seven), guest(at_clock(12, 0)))->book;
    CHECK(cancel(day, {"a"}, CancelReason::guest, guest(at_clock(12, 5))).has_value());
    CHECK(change(day, {"a"}, {party_of(3), seven}, guest(at_clock(12, 5))).has_value());
    CHECK(told(cancel(day, {"a"}, CancelReason::guest, guest(at_clock(12, 6)))) == not_theirs);
    const auto last_minute = book(day, wanted("b", 2, seven), guest(at_clock(18, 58)))->book;
    CHECK(told(cancel(last_minute, {"b"}, CancelReason::guest, guest(at_clock(19, 1)))) == not_theirs);
}

TEST_CASE("who waited has the grace from when their place was taken up") {
    auto contents = empty_contents();
    contents.policy.grace = 10min;
    contents.policy.cancel_until = {DaysBefore{date::days{1}, MinuteOfDay::clock(17, 0)}};
    auto waits = wanted("w", 2, MinuteOfDay::clock(19, 0));
    waits.terms = Waiting{MinuteOfDay::clock(20, 0)};
    auto day = book(*DayBook::make(contents), waits, by(Actor::agent, at_clock(12, 0)))->book;
    day = take_up(day, {"w"}, MinuteOfDay::clock(19, 0), by(Actor::agent, at_clock(15, 0)))->book;
    CHECK(cancel(day, {"w"}, CancelReason::guest, by(Actor::guest, at_clock(15, 5))));
    CHECK_FALSE(cancel(day, {"w"}, CancelReason::guest, by(Actor::guest, at_clock(15, 11))));
}

}  // namespace permissions_test
