#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/documents/customers_json.hpp>
#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/documents/restaurant_json.hpp>
#include <denwaban/ledger/desks.hpp>
#include <denwaban/ledger/keys.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>

#include "told_errors.hpp"

namespace across_dates_test {
using namespace denwaban;
using Texts = std::vector<std::string>;

namespace {

const Instant noon = *parse_iso8601("2026-11-25T03:00:00Z");
const auto friday = make_date(2026, 11, 27);
const auto saturday = make_date(2026, 11, 28);
constexpr auto services = R"({"rules": [{"when": "every_day", "services": [
    {"name": "breakfast", "opens": "05:00", "closes": "11:00"}, {"name": "night", "opens": "17:00", "closes": "29:00"}]}]})";
constexpr auto fridays_closed = R"({"rules": [{"when": "every_day", "services": [
    {"name": "night", "opens": "17:00", "closes": "29:00"}]}], "closings": [{"when": {"weekdays": ["fri"]}}]})";

ErrandRequest with_key(std::string key) {
    ErrandRequest request;
    request.key = std::move(key);
    request.now = noon;
    return request;
}
By agent(Instant now = noon) {
    By by;
    by.now.instant = now;
    return by;
}
NewReservation two_at(int hour, std::string id) {
    NewReservation wanted{{std::move(id)}, {}, {}};
    wanted.request.begin = *MinuteOfDay::make(hour * 60);
    wanted.request.wish.party.adults = Covers::of(2);
    wanted.details.customer = CustomerId{"c1"};
    return wanted;
}
Request two_at(int hour) { return two_at(hour, "").request; }

/// One table for two.
struct Desk {
    Desk() {
        put_hours(services, "r");
        put_plan(R"({"tables": [{"id": "A", "most": 2}]})");
        Customer customer;
        customer.id = {"c1"};
        customer.name = "山田";
        REQUIRE(KeptCustomers{ledger}.put(customer, {}));
    }
    void put_hours(const std::string& hours, std::string key) {
        const auto restaurant = restaurant_from_json(R"({"id": "r1", "name": "とりべえ", "hours": )" + hours + "}");
        REQUIRE(restaurant);
        REQUIRE(KeptRestaurants{ledger}.put(*restaurant, with_key(std::move(key))));
    }
    void put_plan(const char* plan) {
        BookTemplate made{*floor_plan_from_json(plan), {}};
        made.policy.turn = std::chrono::minutes{60};
        made.policy.buffer = std::chrono::minutes{30};
        REQUIRE(KeptRestaurants{ledger}.put_book_template({"r1"}, made, {}));
    }
    auto book(Date date, int hour, const std::string& id) {
        return desk.decide(DayBookAddress{{"r1"}, date}, two_at(hour, id), agent(), with_key("book " + id));
    }
    std::vector<Visit> visits() { return (*KeptCustomers{ledger}.find({"c1"}))->visits; }

    SqliteLedger ledger = *SqliteLedger::open(":memory:");
    ReservationDesk desk{ledger};
};

/// Somebody else writes between an errand's reading and its commit.
class Meddling final : public Ledger {
public:
    explicit Meddling(Ledger& ledger) : ledger_(ledger) {}
    Expected<std::vector<std::optional<Document>>, Errors> read(const std::vector<Key>& keys) override {
        return ledger_.read(keys);
    }
    Expected<Page, Errors> query(const Query& query) override { return ledger_.query(query); }
    Expected<CommitResult, Errors> commit(const Commit& commit) override {
        if (auto once = std::exchange(before_commit, {})) once();
        auto result = ledger_.commit(commit);
        if (result && std::holds_alternative<Conflict>(*result)) ++conflicts;
        return result;
    }
    std::function<void()> before_commit;
    int conflicts = 0;

private:
    Ledger& ledger_;
};

}  // namespace

TEST_CASE("a table is sold once across midnight, whichever date was sold first") {
    Desk one;
    REQUIRE(one.book(friday, 28, "b1"));
    CHECK(told(one.book(saturday, 5, "b2")) == Texts{"no_seat /begin"});
    CHECK(one.book(saturday, 6, "b3"));
    Desk other;
    REQUIRE(other.book(saturday, 5, "b1"));
    CHECK(told(other.book(friday, 28, "b2")) == Texts{"no_seat /begin"});
    AvailabilityQuestion question;
    question.wish.party.adults = Covers::of(2);
    question.starts = {MinuteOfDay::clock(28, 0), MinuteOfDay::clock(28, 0)};
    question.now.instant = noon;
    const auto slots = other.desk.availability({{"r1"}, friday}, question);
    REQUIRE(slots);
    CHECK(slots->front().state == SlotState::full);
}

TEST_CASE("who meets at midnight meets at the commit too, and nobody else does") {
    const auto conflicts_of = [](int mine, Date others_date, int others, bool is_taken) {
        Desk all;
        REQUIRE(all.book(friday, 19, "f"));
        REQUIRE(all.book(saturday, 19, "s"));
        Meddling meddling{all.ledger};
        meddling.before_commit = [&] { REQUIRE(all.book(others_date, others, "other")); };
        ReservationDesk desk{meddling};
        const auto date = others_date == friday ? saturday : friday;
        auto wanted = two_at(mine, "mine");
        wanted.details.customer.reset();
        const auto mine_booked = desk.decide(DayBookAddress{{"r1"}, date}, wanted, agent(), with_key("mine"));
        CHECK(mine_booked.has_value() == is_taken);
        return meddling.conflicts;
    };
    CHECK(conflicts_of(5, friday, 28, false) == 1);
    CHECK(conflicts_of(28, saturday, 5, false) == 1);
    CHECK(conflicts_of(22, friday, 22, true) == 0);
    CHECK(conflicts_of(22, saturday, 8, true) == 0);
}

TEST_CASE("a reservation moves to another date in one commit, with its customer's visit") {
    Desk all;
    REQUIRE(all.book(friday, 19, "b1"));
    const auto moved = all.desk.move({"b1"}, saturday, two_at(21), agent(), with_key("m"));
    REQUIRE(moved);
    CHECK(moved->book.date == saturday);
    CHECK(moved->reservation->begin == MinuteOfDay::clock(21, 0));
    CHECK(all.desk.day_book({{"r1"}, friday})->find({"b1"}) == nullptr);
    CHECK((*all.desk.find({"b1"}))->book.date == saturday);
    REQUIRE(all.visits().size() == 1);
    CHECK(all.visits().front().date == saturday);
    CHECK(all.visits().front().outcome == VisitOutcome::booked);
    CHECK(all.desk.move({"b1"}, saturday, two_at(21), agent(), with_key("m")) == moved);
    CHECK(told(all.desk.move({"b1"}, saturday, two_at(20), agent(), with_key("m"))) == Texts{"duplicate_key /key"});
    const auto back = all.desk.move({"b1"}, friday, std::nullopt, agent(), with_key("m2"));
    REQUIRE(back);
    CHECK(back->reservation->begin == MinuteOfDay::clock(21, 0));
    CHECK(all.visits().front().date == friday);
    const auto later = all.desk.move({"b1"}, friday, two_at(22), agent(), with_key("m3"));
    REQUIRE(later);
    CHECK(later->reservation->history.back().deed == Deed::change);
    CHECK(all.desk.decide(BookingId{"b1"}, Follow{{"b1"}, CommitmentEvent::cancel, {}}, agent(), with_key("c")));
}

TEST_CASE("a reservation that can't move stays as it was, and may move to the dates next to its own") {
    Desk all;
    REQUIRE(all.book(friday, 28, "b1"));
    REQUIRE(all.book(saturday, 21, "b2"));
    const auto before = *all.desk.day_book({{"r1"}, friday});
    CHECK(told(all.desk.move({"b1"}, saturday, two_at(21), agent(), with_key("m"))) == Texts{"no_seat /begin"});
    CHECK(told(all.desk.move({"b9"}, saturday, two_at(21), agent(), with_key("n"))) ==
          Texts{"unknown_reference /booking"});
    CHECK(*all.desk.day_book({{"r1"}, friday}) == before);
    CHECK(all.visits().size() == 2);
    // Its own old hours are not in its way.
    CHECK(all.desk.move({"b1"}, saturday, two_at(5), agent(), with_key("o")));
}

TEST_CASE("closing days that are put later reach the evenings that are kept") {
    Desk all;
    REQUIRE(all.book(friday, 19, "b1"));
    REQUIRE(all.book(saturday, 19, "b2"));
    all.put_hours(fridays_closed, "r2");
    CHECK(told(all.book(friday, 21, "b3")) == Texts{"beyond_limit /not_open"});
    CHECK(all.book(saturday, 21, "b4"));
    CHECK(told(all.desk.decide(BookingId{"b2"}, Change{{"b2"}, two_at(6)}, agent(), with_key("breakfast"))) ==
          Texts{"beyond_limit /not_open"});
    RefreshOrder order;
    order.restaurant = {"r1"};
    order.from = make_date(2026, 11, 25);
    const auto refreshed = all.desk.refresh_day_books(order, with_key("refresh"));
    REQUIRE(refreshed);
    REQUIRE(refreshed->books.size() == 1);
    CHECK(refreshed->books.front().date == friday);
    CHECK(refreshed->books.front().changed == std::vector{BookPart::periods});
    REQUIRE(refreshed->books.front().hurt.size() == 1);
    CHECK(refreshed->books.front().hurt.front().booking == BookingId{"b1"});
    CHECK(refreshed->books.front().hurt.front().exceeded.front().limit == Limit::not_open);
    CHECK(all.desk.day_book({{"r1"}, friday})->contents().periods.empty());
    CHECK(all.desk.refresh_day_books(order, with_key("again"))->books.empty());
}

TEST_CASE("a floor plan that is put later reaches them too, and says whom it hurts") {
    Desk all;
    REQUIRE(all.book(friday, 19, "b1"));
    all.put_plan(R"({"tables": [{"id": "B", "most": 2}, {"id": "C", "most": 2}]})");
    const auto booked = all.book(friday, 19, "b2");
    REQUIRE(booked);
    REQUIRE(booked->hurt.size() == 1);
    CHECK(booked->hurt.front().booking == BookingId{"b1"});
    CHECK(booked->hurt.front().lost == std::vector<TableId>{{"A"}});
    CHECK(booked->hurt.front().tables == std::vector<TableId>{{"B"}});
    CHECK(booked->version == 3);
}

TEST_CASE("a date whose hours were edited keeps them, and that is said") {
    Desk all;
    REQUIRE(all.book(friday, 19, "b1"));
    const std::vector<Period> lunch{
        {"lunch", MinuteOfDay::clock(12, 0), MinuteOfDay::clock(15, 0), MinuteOfDay::clock(14, 0)}};
    REQUIRE(all.desk.edit({{"r1"}, friday}, Edit{lunch}, agent(), with_key("lunch")));
    all.put_hours(fridays_closed, "r2");
    CHECK(all.book(friday, 13, "b2"));
    RefreshOrder order;
    order.restaurant = {"r1"};
    order.from = friday;
    const auto refreshed = all.desk.refresh_day_books(order, with_key("refresh"));
    REQUIRE(refreshed);
    REQUIRE(refreshed->books.size() == 1);
    CHECK(refreshed->books.front().changed.empty());
    CHECK(refreshed->books.front().own == std::vector{BookPart::periods});
}

TEST_CASE("an evening that is over does not change with its restaurant") {
    Desk all;
    REQUIRE(all.book(friday, 19, "b1"));
    all.put_plan(R"({"tables": [{"id": "B", "most": 2}]})");
    const auto next_morning = *parse_iso8601("2026-11-28T03:00:00Z");
    ErrandRequest request = with_key("miss");
    const auto missed =
        all.desk.decide(BookingId{"b1"}, Follow{{"b1"}, CommitmentEvent::miss, {}}, agent(next_morning), request);
    REQUIRE(missed);
    CHECK(missed->hurt.empty());
    CHECK(all.desk.day_book({{"r1"}, friday})->contents().floor_plan.tables().front().id == TableId{"A"});
}

TEST_CASE("a hold that lapsed is no booking of its customer's, whatever its book is written for") {
    const auto an_hour_on = noon + std::chrono::hours{1};
    const auto outcome_after = [&](const auto& write) {
        Desk all;
        auto held = two_at(19, "h");
        held.terms = HeldUntil{noon + std::chrono::minutes{1}};
        auto other = two_at(21, "o");
        REQUIRE(all.desk.decide(DayBookAddress{{"r1"}, friday}, held, agent(), with_key("h")));
        REQUIRE(all.desk.decide(DayBookAddress{{"r1"}, friday}, other, agent(), with_key("o")));
        auto later = with_key("later");
        later.now = an_hour_on;
        write(all, later);
        CHECK((*all.desk.find({"h"}))->reservation.commitment == Commitment::lapsed);
        const auto visits = all.visits();
        REQUIRE(visits.size() == 2);
        CHECK(visits.back().outcome == VisitOutcome::booked);
        return visits.front().outcome;
    };
    const auto moves_out = [&](Desk& all, const ErrandRequest& later) {
        REQUIRE(all.desk.move({"o"}, saturday, two_at(21), agent(an_hour_on), later));
    };
    const auto follows = [&](Desk& all, const ErrandRequest& later) {
        all.put_plan(R"({"tables": [{"id": "A", "most": 4}]})");
        RefreshOrder order;
        order.restaurant = {"r1"};
        order.from = friday;
        REQUIRE(all.desk.refresh_day_books(order, later)->books.size() == 1);
    };
    const auto follows_and_decides = [&](Desk& all, const ErrandRequest& later) {
        all.put_plan(R"({"tables": [{"id": "A", "most": 4}]})");
        auto more = two_at(17, "m");
        more.details.customer.reset();
        REQUIRE(all.desk.decide(DayBookAddress{{"r1"}, friday}, more, agent(an_hour_on), later));
    };
    const auto follows_and_is_edited = [&](Desk& all, const ErrandRequest& later) {
        all.put_plan(R"({"tables": [{"id": "A", "most": 4}]})");
        Policy policy;
        policy.turn = std::chrono::minutes{30};
        REQUIRE(all.desk.edit({{"r1"}, friday}, Edit{policy}, agent(an_hour_on), later));
    };
    CHECK(outcome_after(moves_out) == VisitOutcome::cancelled);
    CHECK(outcome_after(follows) == VisitOutcome::cancelled);
    CHECK(outcome_after(follows_and_decides) == VisitOutcome::cancelled);
    CHECK(outcome_after(follows_and_is_edited) == VisitOutcome::cancelled);
}

namespace {

constexpr auto hour = std::chrono::hours{1};

/// Customers who wait on a date for an hour from now.
void let_wait(Desk& all, Date date, int count) {
    for (int place = 0; place < count; ++place) {
        const auto id = to_string(date) + "-" + std::to_string(place);
        Customer customer;
        customer.id = {id};
        REQUIRE(KeptCustomers{all.ledger}.put(customer, {}));
        auto waits = two_at(19, id);
        waits.details.customer = CustomerId{id};
        waits.terms = Waiting{MinuteOfDay::clock(21, 0), noon + hour};
        REQUIRE(all.desk.decide(DayBookAddress{{"r1"}, date}, waits, agent(), with_key(id)));
    }
}
/// Whether those of a date have lapsed in its book and in their records.
bool wait_no_more(Desk& all, Date date, int count) {
    for (int place = 0; place < count; ++place) {
        const BookingId id{to_string(date) + "-" + std::to_string(place)};
        const auto booking = *all.desk.find(id);
        const auto customer = *KeptCustomers{all.ledger}.find({id.text});
        const bool has_lapsed = booking->reservation.commitment == Commitment::lapsed;
        if (!has_lapsed || customer->visits.front().outcome != VisitOutcome::cancelled) return false;
    }
    return true;
}
ErrandRequest later_with_key(std::string key) {
    auto request = with_key(std::move(key));
    request.now = noon + 2 * hour;
    return request;
}

}  // namespace

TEST_CASE("a page of books that are written with more visits than a commit has room for ends earlier") {
    Desk all;
    constexpr int dates = 11, each = 9;
    const auto date_at = [](int place) { return friday + date::days{place}; };
    for (int place = 0; place < dates; ++place) let_wait(all, date_at(place), each);
    all.put_plan(R"({"tables": [{"id": "A", "most": 4}]})");
    RefreshOrder order;
    order.restaurant = {"r1"};
    order.from = friday;
    const auto first = all.desk.refresh_day_books(order, later_with_key("first"));
    REQUIRE(first);
    REQUIRE(first->next);
    CHECK(first->books.size() < dates);
    order.after = first->next;
    const auto second = all.desk.refresh_day_books(order, later_with_key("second"));
    REQUIRE(second);
    CHECK(first->books.size() + second->books.size() == dates);
    CHECK_FALSE(second->next);
    for (int place = 0; place < dates; ++place) CHECK(wait_no_more(all, date_at(place), each));
}

TEST_CASE("more customers than a commit has room for may wait at one book, and whatever is done to it is done") {
    constexpr int many = 130;
    const auto after = [&](const auto& write) {
        Desk all;
        REQUIRE(all.book(friday, 21, "o"));
        let_wait(all, friday, many);
        write(all);
        CHECK(wait_no_more(all, friday, many));
        CHECK((*all.desk.find({"o"}))->reservation.commitment == Commitment::confirmed);
    };
    const auto now = noon + 2 * hour;
    after([&](Desk& all) {
        auto wanted = two_at(17, "b");
        wanted.details.customer.reset();
        const DayBookAddress address{{"r1"}, friday};
        const auto booked = all.desk.decide(address, wanted, agent(now), later_with_key("b"));
        REQUIRE(booked);
        CHECK(all.desk.decide(address, wanted, agent(now), later_with_key("b")) == booked);
    });
    after([&](Desk& all) { REQUIRE(all.desk.move({"o"}, saturday, two_at(21), agent(now), later_with_key("m"))); });
    after([&](Desk& all) {
        Policy policy;
        policy.turn = std::chrono::minutes{30};
        REQUIRE(all.desk.edit({{"r1"}, friday}, Edit{policy}, agent(now), later_with_key("e")));
    });
    after([&](Desk& all) {
        all.put_plan(R"({"tables": [{"id": "A", "most": 4}]})");
        RefreshOrder order;
        order.restaurant = {"r1"};
        order.from = friday;
        const auto refreshed = all.desk.refresh_day_books(order, later_with_key("refresh"));
        REQUIRE(refreshed);
        CHECK(refreshed->books.size() == 1);
    });
}

TEST_CASE("who writes while lapses are written is not written over") {
    Desk all;
    let_wait(all, friday, 60);
    Meddling meddling{all.ledger};
    meddling.before_commit = [&] {
        auto customer = **KeptCustomers{all.ledger}.find({to_string(friday) + "-3"});
        customer.notes = "窓側";
        REQUIRE(KeptCustomers{all.ledger}.put(customer, {}));
    };
    ReservationDesk desk{meddling};
    auto wanted = two_at(17, "b");
    wanted.details.customer.reset();
    REQUIRE(desk.decide(DayBookAddress{{"r1"}, friday}, wanted, agent(noon + 2 * hour), later_with_key("b")));
    CHECK(meddling.conflicts == 1);
    CHECK(wait_no_more(all, friday, 60));
    CHECK((*KeptCustomers{all.ledger}.find({to_string(friday) + "-3"}))->notes == "窓側");
}

TEST_CASE("a booking that becomes another customer's is no visit of the first any more") {
    Desk all;
    Customer second;
    second.id = {"c2"};
    second.name = "佐藤";
    REQUIRE(KeptCustomers{all.ledger}.put(second, {}));
    REQUIRE(all.book(friday, 19, "b1"));
    Details details;
    details.customer = CustomerId{"c2"};
    REQUIRE(all.desk.decide(BookingId{"b1"}, ChangeDetails{{"b1"}, details}, agent(), with_key("d")));
    CHECK(all.visits().empty());
    CHECK((*KeptCustomers{all.ledger}.find({"c2"}))->visits.size() == 1);
}

TEST_CASE("somebody whose records were merged since has a table already") {
    Desk all;
    all.put_plan(R"({"tables": [{"id": "A", "most": 2}, {"id": "B", "most": 2}, {"id": "C", "most": 2}]})");
    Customer second;
    second.id = {"c2"};
    REQUIRE(KeptCustomers{all.ledger}.put(second, {}));
    const auto with = [&](int at, const char* customer, const std::string& id, Date date = friday) {
        auto wanted = two_at(at, id);
        wanted.details.customer = CustomerId{customer};
        return all.desk.decide(DayBookAddress{{"r1"}, date}, wanted, agent(), with_key(id));
    };
    const std::vector<Exceeded> twice{{Limit::same_guest, 1}};
    REQUIRE(with(19, "c2", "old"));
    REQUIRE(with(21, "c1", "later"));
    REQUIRE(with(21, "c1", "elsewhere", saturday));
    const auto strangers = with(19, "c1", "s");
    REQUIRE(strangers);
    CHECK(strangers->exceeded.empty());
    REQUIRE(all.desk.decide(BookingId{"s"}, Follow{{"s"}, CommitmentEvent::cancel, {}}, agent(), with_key("c")));
    REQUIRE(KeptCustomers{all.ledger}.merge({"c1"}, {"c2"}, with_key("merge")));
    const auto booked = with(19, "c1", "b");
    REQUIRE(booked);
    CHECK(booked->exceeded == twice);
    REQUIRE(all.desk.decide(BookingId{"b"}, Follow{{"b"}, CommitmentEvent::cancel, {}}, agent(), with_key("d")));
    const auto changed = all.desk.decide(BookingId{"later"}, Change{{"later"}, two_at(19)}, agent(), with_key("e"));
    REQUIRE(changed);
    CHECK(changed->exceeded == twice);
    const auto undone = all.desk.decide(BookingId{"b"}, Undo{{"b"}}, agent(), with_key("u"));
    REQUIRE(undone);
    CHECK(undone->exceeded == std::vector<Exceeded>{{Limit::same_guest, 2}});
    const auto moved = all.desk.move({"elsewhere"}, friday, two_at(17), agent(), with_key("f"));
    REQUIRE(moved);
    CHECK(moved->exceeded.empty());
}

TEST_CASE("a form that was made from an older one loses nothing that somebody else has written") {
    Desk all;
    KeptCustomers customers{all.ledger};
    const auto read = **customers.find({"c1"});
    auto first = read, second = read, third = read;
    first.allergies = {"そば"};
    second.notes = "窓側";
    third.allergies = {"卵"};
    REQUIRE(customers.put(first, {}, read));
    const auto both = customers.put(second, {}, read);
    REQUIRE(both);
    CHECK(both->allergies == std::vector<std::string>{"そば"});
    CHECK(both->notes == "窓側");
    CHECK(told(customers.put(third, {}, read)) == Texts{"stale /allergies"});
    CHECK((*customers.find({"c1"}))->allergies == std::vector<std::string>{"そば"});
    KeptRestaurants restaurants{all.ledger};
    auto restaurant = **restaurants.find({"r1"});
    const auto was = restaurant;
    restaurant.name = "とりべえ本店";
    all.put_hours(fridays_closed, "closed");
    const auto renamed = restaurants.put(restaurant, with_key("renamed"), was);
    REQUIRE(renamed);
    CHECK(renamed->name == "とりべえ本店");
    CHECK(to_json(*renamed).find("closings") != std::string::npos);
    auto made = **restaurants.book_template({"r1"});
    const auto made_from = made;
    made.policy.buffer = std::chrono::minutes{10};
    all.put_plan(R"({"tables": [{"id": "B", "most": 2}]})");
    const auto kept = restaurants.put_book_template({"r1"}, made, {}, made_from);
    REQUIRE(kept);
    CHECK(kept->floor_plan.tables().front().id == TableId{"B"});
    CHECK(kept->policy.buffer == std::chrono::minutes{10});
}

TEST_CASE("the business date of a moment is that of the book which is open then") {
    Desk all;
    const auto date_at = [&](const char* instant) { return *all.desk.business_date({"r1"}, *parse_iso8601(instant)); };
    CHECK(date_at("2026-11-27T15:10:00Z") == friday);
    CHECK(date_at("2026-11-27T21:10:00Z") == saturday);
    CHECK(date_at("2026-11-28T09:00:00Z") == saturday);
    CHECK(told(all.desk.business_date({"r9"}, noon)) == Texts{"unknown_reference /restaurant"});
}

}  // namespace across_dates_test
