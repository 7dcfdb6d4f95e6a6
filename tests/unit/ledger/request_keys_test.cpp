#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/ledger/reservation_desk.hpp>
#include <denwaban/ledger/run.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>
#include <denwaban/ledger/task_json.hpp>

#include "told_errors.hpp"

namespace request_keys_test {
using namespace denwaban;
using Texts = std::vector<std::string>;

namespace {

const Instant noon = *parse_iso8601("2026-11-25T03:00:00Z");
const DayBookAddress friday{{"r1"}, make_date(2026, 11, 27)};

Expected<std::string, Errors> ask(Ledger& ledger, const std::string& errand) {
    auto read = errand_from_json(errand, 1);
    REQUIRE(read);
    return run(ledger, *std::move(read));
}

SqliteLedger with_a_restaurant() {
    auto ledger = *SqliteLedger::open(":memory:");
    CHECK(ask(ledger, R"({"put_restaurant": {"restaurant": {"id": "r1", "name": "とりべえ", "hours": {"rules": [{"when":
        "every_day", "services": [{"name": "night", "opens": "17:00", "closes": "24:00", "last_order": {"entry": "22:00"}
        }]}]}}, "now": "2026-11-25T03:00:00Z"}})"));
    CHECK(ask(ledger, R"({"put_book_template": {"restaurant": "r1", "floor_plan": {"tables": [{"id": "A", "most": 4}]},
        "now": "2026-11-25T03:00:00Z"}})"));
    return ledger;
}

std::string booking(const std::string& more, const std::string& now = "2026-11-25T03:00:00Z") {
    return R"({"decide": {"restaurant": "r1", "date": "2026-11-27", "command": {"do": "book", "id": "b1", )" + more +
           R"(, "by": {"key": "k", "now": ")" + now + R"("}}}})";
}

NewReservation four_at(int hour) {
    NewReservation wanted{{"b1"}, {}, {}};
    wanted.request.begin = *MinuteOfDay::make(hour * 60);
    wanted.request.wish.party.adults = Covers::of(4);
    return wanted;
}
By by_nobody() {
    By by;
    by.now = now_in(TimeZone::tokyo(), noon);
    return by;
}
ErrandRequest key_k() {
    ErrandRequest request;
    request.key = "k";
    return request;
}

}  // namespace

TEST_CASE("the same is the same however it is written, and whenever it is asked") {
    auto ledger = with_a_restaurant();
    const auto first = ask(ledger, booking(R"("begin": "19:00", "party": 4)"));
    REQUIRE(first);
    CHECK(ask(ledger, booking(R"("party": {"adults": 4, "infants": 0}, "details": {}, "begin": "19:00")",
                              "2026-11-25T12:00:09+09:00")) == first);
    const auto in_cpp = ReservationDesk{ledger}.decide(friday, four_at(19), by_nobody(), key_k());
    REQUIRE(in_cpp);
    CHECK(in_cpp == AnswerFormat<KeptDecision>::read(*first));
}

TEST_CASE("a key that was given for something else is refused, and says nothing of it") {
    auto ledger = with_a_restaurant();
    ReservationDesk desk{ledger};
    REQUIRE(desk.decide(friday, four_at(19), by_nobody(), key_k()));
    const auto other = desk.decide(friday, four_at(20), by_nobody(), key_k());
    CHECK(told(other) == Texts{"duplicate_key /key"});
    CHECK(other.error().front().message == "was given for something else");
    CHECK(told(ask(ledger, booking(R"("begin": "19:00", "party": 3)"))) == Texts{"duplicate_key /key"});
    CHECK(told(ask(ledger, booking(R"("begin": "19:00", "party": 4, "details": {"allergies": ["蕎麦"]})"))) ==
          Texts{"duplicate_key /key"});
}

TEST_CASE("a hold is asked for again a second later, though its clock gives it another end") {
    auto ledger = with_a_restaurant();
    ReservationDesk desk{ledger};
    const auto held_until = [](Instant until) {
        auto wanted = four_at(19);
        wanted.terms = HeldUntil{until};
        return wanted;
    };
    const auto first = desk.decide(friday, held_until(noon + std::chrono::minutes{5}), by_nobody(), key_k());
    REQUIRE(first);
    const auto again =
        desk.decide(friday, held_until(noon + std::chrono::minutes{5} + std::chrono::seconds{1}), by_nobody(), key_k());
    CHECK(again == first);
    auto other = held_until(noon + std::chrono::minutes{5});
    other.request.begin = MinuteOfDay::clock(20, 0);
    CHECK(told(desk.decide(friday, other, by_nobody(), key_k())) == Texts{"duplicate_key /key"});
}

TEST_CASE("what a change leaves out is not told from what it was, so that others may change it meanwhile") {
    auto ledger = with_a_restaurant();
    ReservationDesk desk{ledger};
    REQUIRE(desk.decide(friday, four_at(19), by_nobody(), key_k()));
    const auto later = [](const std::string& change, const std::string& key) {
        return R"({"decide": {"command": {"do": "change", "booking": "b1", )" + change + R"(, "by": {"key": ")" + key +
               R"(", "now": "2026-11-25T03:00:00Z"}}}})";
    };
    const auto first = ask(ledger, later(R"("begin": "20:00")", "k1"));
    REQUIRE(first);
    REQUIRE(ask(ledger, later(R"("party": 2)", "k2")));
    CHECK(ask(ledger, later(R"("begin": "20:00")", "k1")) == first);
    CHECK(told(ask(ledger, later(R"("begin": "18:00")", "k1"))) == Texts{"duplicate_key /key"});
    CHECK(told(ask(ledger, later(R"("begin": "20:00", "party": 1)", "k1"))) == Texts{"duplicate_key /key"});
}

TEST_CASE("what is remembered and is no answer is corrupt") {
    for (const std::string answer : {"", "{\"id\":", "{} {}", R"({"refused_key":5})", R"({"refused_key":[{}]})"}) {
        CAPTURE(answer);
        auto ledger = *SqliteLedger::open(":memory:");
        CHECK(ledger.commit({{}, RequestAnswer{"k", "put_customer c1", answer, noon + std::chrono::hours{24}}, noon}));
        const std::string put =
            R"({"put_customer": {"customer": {"id": "c1"}, "key": "k", "now": "2026-11-25T03:00:00Z"}})";
        CHECK(told(ask(ledger, put)) == Texts{"corrupt "});
    }
}

TEST_CASE("what was remembered in fewer words, by an earlier denwaban, is answered still") {
    auto ledger = with_a_restaurant();
    const auto remember = [&](const std::string& key, const std::string& about, const std::string& answer) {
        CHECK(ledger.commit({{}, RequestAnswer{key, about, answer, noon + std::chrono::hours{24}}, noon}));
    };
    remember("k", "decide r1 2026-11-27 book b1",
             R"({"refused_key":[{"code":"no_seat","message":"","where":"/begin"}]})");
    CHECK(told(ask(ledger, booking(R"("begin": "19:00", "party": 4)"))) == Texts{"no_seat /begin"});
    remember("k1", "put_customer c1", R"({"id":"c1"})");
    const std::string put =
        R"({"put_customer": {"customer": {"id": "c1"}, "key": "k1", "now": "2026-11-25T03:00:00Z"}})";
    CHECK(ask(ledger, put) == Expected<std::string, Errors>{R"({"id":"c1"})"});
    remember("k2", "drop_messages", R"({"sent":1})");
    CHECK(ask(ledger, R"({"drop_messages": {"messages": [], "key": "k2", "now": "2026-11-25T03:00:00Z"}})") ==
          Expected<std::string, Errors>{R"({"sent":1})"});
}

}  // namespace request_keys_test
