#include <doctest/doctest.h>

#include <denwaban/reservation/change_date.hpp>
#include <denwaban/reservation/command.hpp>

#include "evening.hpp"
#include "told_errors.hpp"

namespace group_test {
using namespace evening;

namespace {

using Texts = std::vector<std::string>;

/// Eight at 19:00, four at each of two tables.
NewGroup eight() {
    NewGroup group{
        {"g1"}, {party_of(8), MinuteOfDay::clock(19, 0)}, {{{"b1"}, party_of(4).party}, {{"b2"}, party_of(4).party}}};
    group.details.name = "山田";
    group.details.customer = CustomerId{"c1"};
    group.details.items = {{"コース", 8}};
    return group;
}
DayBook with_group() { return book_group(empty_book(), eight(), by())->book; }
By keyed(std::string key) {
    auto one = by();
    one.key = std::move(key);
    return one;
}

}  // namespace

TEST_CASE("a split that is proposed is taken as one") {
    const auto offered = *propose(empty_book(), eight().request, at_noon());
    REQUIRE(!offered.alternatives.empty());
    CHECK(offered.alternatives.front().kind == AlternativeKind::split);
    const auto made = book_group(empty_book(), eight(), by());
    REQUIRE(made);
    CHECK(made->booking == BookingId{"b1"});
    CHECK(made->exceeded.empty());
    CHECK(made->book->version == empty_book()->version + 1);
    const auto all = reservations_of(made->book, {"g1"});
    REQUIRE(all.size() == 2);
    CHECK(offered.alternatives.front().tables == std::vector{all[0]->tables, all[1]->tables});
    CHECK(all[1]->details.name == "山田");
    CHECK((all[0]->details.items.size() == 1 && all[1]->details.items.empty()));
    CHECK(DayBook::make(made->book.contents()));
}

TEST_CASE("a group is taken whole or not at all") {
    const auto day = booked(empty_book(), "x", 6, MinuteOfDay::clock(19, 0))->book;
    const auto also = booked(day, "y", 2, MinuteOfDay::clock(19, 0))->book;
    CHECK(book_group(day, eight(), by()));
    CHECK(told(book_group(also, eight(), by())) == Texts{"no_seat /begin"});

    auto contents = empty_contents();
    contents.policy.largest_party = Covers::of(6);
    contents.policy.on_limit.set(Limit::largest_party, OnLimit::refuse);
    CHECK(told(book_group(*DayBook::make(contents), eight(), by())) == Texts{"beyond_limit /largest_party"});
}

TEST_CASE("what is wrong with a group is told at its place") {
    auto group = eight();
    group.parts[1] = {{"b1"}, party_of(3).party, {{"Z"}}};
    group.id = {};
    group.terms = HeldUntil{at_noon().instant};
    CHECK(told(book_group(empty_book(), group, by())) == Texts{"unknown_reference /parts/1/wanted_tables",
                                                               "duplicate_id /parts/1/id", "out_of_range /held_until",
                                                               "invalid_value /group"});
    group = eight();
    group.parts.pop_back();
    CHECK(told(book_group(empty_book(), group, by())) == Texts{"out_of_range /parts"});
    group = eight();
    group.parts[1].party = party_of(3).party;
    CHECK(told(book_group(empty_book(), group, by())) == Texts{"invalid_value /parts"});
    CHECK(told(book_group(with_group(), eight(), by())) ==
          Texts{"duplicate_id /parts/0/id", "duplicate_id /parts/1/id", "duplicate_id /group"});
}

TEST_CASE("the same key again is the same group, and nothing else") {
    const auto made = book_group(empty_book(), eight(), keyed("k"));
    const auto again = book_group(made->book, eight(), keyed("k"));
    REQUIRE(again);
    CHECK(again->book == made->book);
    CHECK(told(book(made->book, wanted("b1", 2, MinuteOfDay::clock(19, 0)), keyed("k"))) ==
          Texts{"duplicate_key /key"});
}

TEST_CASE("all of a group are cancelled, or nobody") {
    const auto day = with_group();
    const Follow all{{"b2"}, CommitmentEvent::cancel, CancelReason::guest, Whom::group};
    const auto gone = decide(day, all, keyed("k"));
    REQUIRE(gone);
    CHECK(gone->book->version == day->version + 1);
    for (const auto* one : reservations_of(gone->book, {"g1"})) {
        CHECK(one->commitment == Commitment::cancelled);
        CHECK(one->history.size() == 2);
    }
    CHECK(decide(gone->book, all, keyed("k"))->book == gone->book);
    CHECK(told(decide(gone->book, Follow{{"b2"}, CommitmentEvent::cancel, {}}, keyed("k"))) ==
          Texts{"duplicate_key /key"});

    const auto sits = seat(day, {"b1"}, {}, by(Actor::restaurant, at_clock(19, 0)))->book;
    const auto refused = decide(sits, all, by(Actor::restaurant, at_clock(19, 0)));
    CHECK(told(refused) == Texts{"not_allowed /booking"});
    CHECK(refused.error().front().message == "b1: the party has sat down");
    const auto alone = booked(day, "x", 2, MinuteOfDay::clock(19, 0))->book;
    CHECK(told(decide(alone, Follow{{"x"}, CommitmentEvent::cancel, {}, Whom::group}, by())) ==
          Texts{"not_allowed /whom"});
    CHECK(told(follow_group(gone->book, {"b1"}, CommitmentEvent::undo, by())) == Texts{"not_allowed /whom"});
    CHECK(undo(gone->book, {"b1"}, by()));
}

TEST_CASE("one of a group who cancelled stays out of what the others do") {
    auto held = eight();
    held.terms = HeldUntil{at_noon().instant + 1h};
    const auto day = book_group(empty_book(), held, by())->book;
    const auto one_less = cancel(day, {"b1"}, CancelReason::guest, by())->book;
    const auto confirmed = follow_group(one_less, {"b1"}, CommitmentEvent::confirm, by());
    REQUIRE(confirmed);
    CHECK(confirmed->book.find({"b1"})->commitment == Commitment::cancelled);
    CHECK(confirmed->book.find({"b2"})->commitment == Commitment::confirmed);
}

TEST_CASE("a group comes at another time together, and keeps its tables where it can") {
    const auto day = with_group();
    const auto moved = decide(day, ChangeGroup{{"b2"}, MinuteOfDay::clock(19, 30)}, keyed("k"));
    REQUIRE(moved);
    CHECK(moved->book->version == day->version + 1);
    for (const auto* one : reservations_of(moved->book, {"g1"})) {
        CHECK(one->begin == MinuteOfDay::clock(19, 30));
        CHECK(one->tables == day.find(one->id)->tables);
        CHECK(one->history.back().deed == Deed::change);
    }
    CHECK(decide(moved->book, ChangeGroup{{"b2"}, MinuteOfDay::clock(19, 30)}, keyed("k"))->book == moved->book);
    CHECK(change_group(moved->book, {"b1"}, MinuteOfDay::clock(19, 30), by())->book == moved->book);
    CHECK(told(change_group(day, {"b1"}, MinuteOfDay::clock(16, 0), by())) == Texts{"beyond_limit /not_open"});

    auto block = [&](const DayBook& book, std::string id) {
        return block_table(book, {{std::move(id)}, MinuteOfDay::clock(21, 0), MinuteOfDay::clock(22, 0)}, by())->book;
    };
    const auto full = block(block(block(day, "A"), "B"), "C");
    CHECK(told(change_group(full, {"b1"}, MinuteOfDay::clock(19, 30), by())) == Texts{"no_seat /begin"});
    const auto sits = seat(day, {"b1"}, {}, by(Actor::restaurant, at_clock(19, 0)))->book;
    CHECK(told(change_group(sits, {"b2"}, MinuteOfDay::clock(19, 30), by(Actor::restaurant, at_clock(19, 0)))) ==
          Texts{"not_allowed /begin"});
    CHECK(told(change_group(booked(empty_book(), "x", 2, MinuteOfDay::clock(19, 0))->book, {"x"},
                            MinuteOfDay::clock(20, 0), by())) == Texts{"not_allowed /whom"});
}

TEST_CASE("a group's own tables are nobody else's to be told of") {
    const auto day = with_group();
    CHECK(change(day, {"b1"}, {party_of(3), MinuteOfDay::clock(19, 0)}, by())->exceeded.empty());
    CHECK(change_group(day, {"b1"}, MinuteOfDay::clock(20, 0), by())->exceeded.empty());
}

TEST_CASE("nobody goes to another date and leaves their group behind") {
    auto contents = empty_contents();
    contents.date = friday + date::days{1};
    const auto saturday = *DayBook::make(contents);
    const auto day = with_group();
    const Request same{party_of(4), MinuteOfDay::clock(19, 0)};
    CHECK(told(change_date(day, saturday, {"b1"}, same, by())) == Texts{"not_allowed /booking"});
    const auto last = cancel(day, {"b2"}, CancelReason::guest, by())->book;
    const auto moved = change_date(last, saturday, {"b1"}, same, by());
    REQUIRE(moved);
    CHECK(!moved->to.book.find({"b1"})->group);
}

}  // namespace group_test
