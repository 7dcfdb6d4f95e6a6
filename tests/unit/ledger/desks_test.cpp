#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/documents/dispositions_json.hpp>
#include <denwaban/documents/restaurant_json.hpp>
#include <denwaban/ledger/desks.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>
#include <denwaban/zones.hpp>

#include "told_errors.hpp"

namespace desks_test {
using namespace denwaban;
using Texts = std::vector<std::string>;

namespace {

const Instant noon = *parse_iso8601("2026-11-25T03:00:00Z");
const DayBookAddress friday{{"r1"}, make_date(2026, 11, 27)};

/// Counts what is asked of a ledger.
class CountingLedger final : public Ledger {
public:
    Expected<std::vector<std::optional<Document>>, Errors> read(const std::vector<Key>& keys) override {
        asked.emplace_back("read");
        return ledger_.read(keys);
    }
    Expected<Page, Errors> query(const Query& query) override {
        asked.emplace_back("query");
        return ledger_.query(query);
    }
    Expected<CommitResult, Errors> commit(const Commit& commit) override {
        asked.emplace_back("commit");
        return ledger_.commit(commit);
    }
    Texts asked;

private:
    SqliteLedger ledger_ = *SqliteLedger::open(":memory:");
};

ErrandRequest with_key(std::string key) {
    ErrandRequest request;
    request.key = std::move(key);
    request.now = noon;
    return request;
}
By agent() {
    By by;
    by.now.instant = noon;
    return by;
}
Customer yamada() {
    Customer customer;
    customer.id = {"c1"};
    customer.name = "山田";
    customer.phones = {*PhoneNumber::parse("090-1234-5678")};
    return customer;
}
NewReservation four_at(int hour, std::string id) {
    NewReservation wanted{{std::move(id)}, {}, {}};
    wanted.request.begin = *MinuteOfDay::make(hour * 60);
    wanted.request.wish.party.adults = Covers::of(4);
    wanted.details.customer = CustomerId{"c1"};
    return wanted;
}

void prepare(Ledger& ledger) {
    const auto restaurant =
        restaurant_from_json(R"({"id": "r1", "name": "とりべえ", "lines": [{"number": "03-1234-5678"}],
        "hours": {"rules": [{"when": "every_day", "services": [{"name": "night", "opens": "17:00", "closes": "24:00",
        "last_order": {"entry": "22:00"}}]}]}})");
    REQUIRE(restaurant);
    KeptRestaurants restaurants{ledger};
    REQUIRE(restaurants.put(*restaurant, {}) == restaurant);
    const BookTemplate made{*floor_plan_from_json(R"({"tables": [{"id": "A", "most": 4}, {"id": "B", "most": 4}]})"),
                            {}};
    REQUIRE(restaurants.put_book_template({"r1"}, made, {}) == Expected<BookTemplate, Errors>{made});
    REQUIRE(KeptCustomers{ledger}.put(yamada(), {}));
}

}  // namespace

TEST_CASE("a booking upon a kept book is one read and one commit, with its customer's visit") {
    CountingLedger ledger;
    prepare(ledger);
    ReservationDesk desk{ledger};
    REQUIRE(desk.decide(friday, four_at(18, "b1"), agent(), with_key("k1")));
    ledger.asked.clear();
    const auto booked = desk.decide(friday, four_at(19, "b2"), agent(), with_key("k2"));
    REQUIRE(booked);
    CHECK(ledger.asked == Texts{"read", "commit"});
    CHECK(booked->book == friday);
    CHECK(booked->reservation->id == BookingId{"b2"});
    CHECK((*KeptCustomers{ledger}.find({"c1"}))->visits.size() == 2);
    CHECK(desk.decide(friday, four_at(19, "b2"), agent(), with_key("k2")) == booked);
}

TEST_CASE("a refusal is remembered as one, whatever has happened since") {
    CountingLedger ledger;
    prepare(ledger);
    ReservationDesk desk{ledger};
    auto too_many = four_at(19, "b1");
    too_many.request.wish.party.adults = Covers::of(9);
    const auto refused = desk.decide(friday, too_many, agent(), with_key("k1"));
    REQUIRE(!refused);
    CHECK(refused.error().front().code == ErrorCode::no_seat);
    const auto bigger = *floor_plan_from_json(R"({"tables": [{"id": "A", "most": 12}]})");
    REQUIRE(desk.edit(friday, Edit{bigger}, agent(), with_key("k2")));
    CHECK(desk.decide(friday, too_many, agent(), with_key("k1")) == refused);
    CHECK(desk.decide(friday, too_many, agent(), with_key("k3")));
}

TEST_CASE("what is asked of a book in C++ is as the book itself answers it") {
    CountingLedger ledger;
    prepare(ledger);
    ReservationDesk desk{ledger};
    REQUIRE(desk.decide(friday, four_at(19, "b1"), agent(), with_key("k1")));
    const auto book = desk.day_book(friday);
    REQUIRE(book);
    const auto zone = *load_time_zone("Asia/Tokyo");
    AvailabilityQuestion question;
    question.wish.party.adults = Covers::of(2);
    question.starts = {*MinuteOfDay::make(17 * 60), *MinuteOfDay::make(22 * 60)};
    question.now.instant = noon;
    CHECK(desk.availability(friday, question) ==
          availability(*book, question.wish, question.starts, now_in(zone, noon), question.moves));
    ProposalQuestion wanted;
    wanted.request = four_at(19, "b2").request;
    wanted.now.instant = noon;
    const auto proposal = desk.propose(friday, wanted, {make_date(2026, 11, 28)});
    REQUIRE(proposal);
    const std::vector others{*desk.day_book({{"r1"}, make_date(2026, 11, 28)})};
    CHECK(to_json(*proposal) == to_json(*propose(*book, wanted.request, now_in(zone, noon), wanted.asking, others)));
    const auto found = desk.find({"b1"});
    REQUIRE(found);
    CHECK(found->value() == KeptReservation{friday, *book->find({"b1"})});
    CHECK(desk.find({"b9"}) == Expected<std::optional<KeptReservation>, Errors>{std::nullopt});
}

TEST_CASE("a calendar of vacancies is one read, and as each date answers by itself") {
    CountingLedger ledger;
    prepare(ledger);
    ReservationDesk desk{ledger};
    for (int hour = 17; hour < 23; ++hour) {
        const auto name = "b" + std::to_string(hour);
        (void)desk.decide(friday, four_at(hour, name), agent(), with_key(name));
        (void)desk.decide(friday, four_at(hour, name + "b"), agent(), with_key(name + "b"));
    }
    AvailabilityQuestion question;
    question.wish.party.adults = Covers::of(2);
    question.starts = {MinuteOfDay::clock(17, 0), MinuteOfDay::clock(21, 0)};
    question.now.instant = noon;
    const auto last = friday.date + date::days{29};
    ledger.asked.clear();
    const auto vacancies = desk.vacancies({"r1"}, friday.date, last, question);
    REQUIRE(vacancies);
    CHECK(ledger.asked == Texts{"read"});
    REQUIRE(vacancies->size() == 30);
    CHECK(vacancies->front().best->state == SlotState::full);
    for (auto date = friday.date; date <= last; date += date::days{1}) {
        const auto slots = desk.availability({{"r1"}, date}, question);
        REQUIRE(slots);
        CHECK((*vacancies)[static_cast<std::size_t>((date - friday.date).count())] == vacancy_of(date, *slots));
    }
    CHECK(desk.vacancies({"r1"}, friday.date, friday.date + date::days{31}, question).error().front().code ==
          ErrorCode::out_of_range);
    CHECK(!desk.vacancies({"r1"}, friday.date, friday.date - date::days{1}, question));
}

TEST_CASE("calls, what is to be done after them and what is to be sent are typed in C++ too") {
    CountingLedger ledger;
    prepare(ledger);
    CallDesk desk{ledger};
    Call call;
    call.contacts = {{"ct1"}};
    call.restaurant = RestaurantId{"r1"};
    const auto opened = desk.open(call, with_key("k1"));
    REQUIRE(opened);
    CHECK(desk.find({"ct1"}) == Expected<std::optional<KeptCall>, Errors>{*opened});
    CallOrder promise;
    promise.contact = {"ct1"};
    promise.catalogue = std::make_shared<const Catalogue>(default_catalogue());
    promise.change = [](Call one) -> Expected<Call, Errors> {
        one.callback = PromisedCallback{*PhoneNumber::parse("090-1234-5678"), noon, AgentId{"a1"}};
        return one;
    };
    promise.messages = {{"m1", noon, "mail", "tori@example.jp", "折り返し"}};
    const auto changed = desk.change(promise, with_key("k2"));
    REQUIRE(changed);
    DueQuestion until;
    until.until = noon;
    CHECK(desk.follow_ups(until)->follow_ups.front().to == "+819012345678");
    CHECK(desk.finish_follow_up({"ct1"}, "call_back", {"a1"}, with_key("k3"))->follow_ups.front().done->by ==
          AgentId{"a1"});
    CHECK(desk.follow_ups(until)->follow_ups.empty());
    CallsQuestion question;
    question.whose = CallsOfRestaurant{{"r1"}, make_date(2026, 11, 25)};
    CHECK(desk.calls(question)->calls.size() == 1);
    CHECK(told(desk.change(promise, with_key("k1"))) == Texts{"duplicate_key /key"});

    Outbox outbox{ledger};
    CHECK(outbox.due(until)->messages == promise.messages);
    CHECK(outbox.drop(promise.messages, with_key("k4")) == Expected<DroppedMessages, Errors>{DroppedMessages{1}});
    CHECK(outbox.due(until)->messages.empty());
}

TEST_CASE("customers are found, and two are made one") {
    CountingLedger ledger;
    prepare(ledger);
    KeptCustomers customers{ledger};
    auto other = yamada();
    other.id = {"c2"};
    REQUIRE(customers.put(other, {}));
    CHECK(customers.by_phone(*PhoneNumber::parse("090-1234-5678"))->size() == 2);
    CHECK(customers.by_name("山")->size() == 2);
    const auto both = customers.merge({"c1"}, {"c2"}, with_key("k1"));
    REQUIRE(both);
    CHECK(customers.find({"c2"}) == Expected<std::optional<Customer>, Errors>{*both});
    CHECK(KeptRestaurants{ledger}.by_number(*PhoneNumber::parse("03-1234-5678"))->value().id == RestaurantId{"r1"});
    CHECK(KeptAgents{ledger}.find({"a1"}, noon)->has_value() == false);
    CHECK(KeptAgents{ledger}.follow({"a1"}, {}, noon)->applied.empty());
}

}  // namespace desks_test
