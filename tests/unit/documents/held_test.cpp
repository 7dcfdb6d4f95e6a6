#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/call/call.hpp>
#include <denwaban/core/random.hpp>
#include <denwaban/customer/customers.hpp>
#include <denwaban/documents/customers_json.hpp>
#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/documents/dispositions_json.hpp>
#include <denwaban/reservation/questions.hpp>

#include "../evening.hpp"

namespace held_test {
using namespace denwaban;
using namespace evening;

namespace {

/// Texts and lists at their limits and beyond, of one byte a character and of three.
class Drawn {
public:
    explicit Drawn(std::uint64_t seed) : random_(seed) {}

    [[nodiscard]] std::size_t below(std::size_t end) { return static_cast<std::size_t>(random_() % end); }
    [[nodiscard]] bool rarely() { return below(3) == 0; }
    [[nodiscard]] std::string text() {
        constexpr std::array<std::size_t, 9> sizes{0, 1, 100, 499, 500, 501, 1999, 2000, 2001};
        const auto size = sizes[below(rarely() ? sizes.size() : 3)];
        const std::string one = below(2) == 0 ? "a" : "あ";
        std::string text;
        for (std::size_t i = 0; i < size; ++i) text += one;
        return below(40) == 0 ? text + '\x01' : text;
    }
    [[nodiscard]] std::vector<std::string> texts() {
        constexpr std::array<std::size_t, 5> sizes{0, 1, 2, 1000, 1001};
        std::vector<std::string> all(sizes[below(below(12) == 0 ? sizes.size() : 3)], "小麦");
        for (auto& one : all) {
            if (all.size() < 3) one = text();
        }
        return all;
    }
    [[nodiscard]] int number() {
        constexpr std::array numbers{0, 1, 2, 999, 1000, -1};
        return numbers[below(rarely() ? numbers.size() : 3)];
    }
    [[nodiscard]] Details details() {
        Details details;
        const std::array members{&details.name,     &details.kana,           &details.email,
                                 &details.occasion, &details.for_restaurant, &details.for_centre};
        *members[below(members.size())] = text();
        if (rarely()) details.allergies = texts();
        if (rarely()) details.high_chairs = number();
        if (rarely()) details.items = {{text(), number()}};
        if (rarely()) details.taken_by = AgentId{text()};
        if (rarely()) details.contact = ContactId{text()};
        if (rarely()) details.deposit = Deposit{number(), text(), {}, text()};
        return details;
    }
    [[nodiscard]] Wish wish() {
        auto wish = party_of(static_cast<int>(1 + below(3)));
        if (rarely()) wish.course = text();
        return wish;
    }
    [[nodiscard]] By by() {
        auto by = evening::by(Actor::restaurant);
        if (rarely()) by.who = text();
        if (rarely()) by.note = text();
        if (rarely()) by.key = text();
        return by;
    }
    [[nodiscard]] MinuteOfDay start() { return *MinuteOfDay::make(static_cast<int>(17 + below(4)) * 60); }

private:
    SplitMix64 random_;
};

[[nodiscard]] BookingId known(const DayBook& book, Drawn& drawn) {
    const auto& all = book->reservations;
    return all.empty() ? BookingId{"nobody"} : all[drawn.below(all.size())].id;
}
[[nodiscard]] Command command(const DayBook& book, Drawn& drawn) {
    const auto id = known(book, drawn);
    switch (drawn.below(8)) {
        case 0:
            return ChangeDetails{id, drawn.details()};
        case 1:
            return Change{id, {drawn.wish(), drawn.start()}};
        case 2: {
            const auto begin = drawn.start();
            return Block{{"A"}, begin, *MinuteOfDay::make(begin.count() + 1), drawn.text()};
        }
        case 3:
            return Follow{id, CommitmentEvent::cancel, CancelReason::guest};
        case 4: {
            NewGroup group{{drawn.rarely() ? drawn.text() : "g" + std::to_string(book->version)},
                           {party_of(2), drawn.start()},
                           {{{"p" + std::to_string(book->version)}, {Covers::of(1)}},
                            {{"q" + std::to_string(book->version)}, {Covers::of(1)}}},
                           drawn.details()};
            return group;
        }
        case 5:
            return NewReservation{{"w" + std::to_string(book->version)},
                                  {drawn.wish(), drawn.start()},
                                  drawn.details(),
                                  Waiting{MinuteOfDay::clock(21, 0)}};
        default:
            return NewReservation{{drawn.rarely() ? drawn.text() : "b" + std::to_string(book->version)},
                                  {drawn.wish(), drawn.start()},
                                  drawn.details()};
    }
}
[[nodiscard]] Edit edit(Drawn& drawn) {
    if (drawn.below(2) == 0) {
        auto periods = dinner();
        periods.front().name = drawn.text();
        return periods;
    }
    Policy policy;
    policy.lead_time = std::chrono::minutes{drawn.rarely() ? 1'000'000 : 0};
    TurnTime turn;
    turn.turn = std::chrono::minutes{60};
    turn.period = drawn.text();
    if (drawn.rarely()) turn.course = drawn.text();
    policy.turn_times = {turn};
    if (drawn.below(10) == 0) policy.cancel_until.assign(1001, MinutesBefore{});
    return policy;
}

}  // namespace

TEST_CASE("whatever is decided, a book can be read again") {
    int taken = 0, too_large = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Drawn drawn{seed};
        auto book = empty_book();
        for (int step = 0; step < 12; ++step) {
            const auto refused = [&](const Errors& why) { too_large += why.front().code == ErrorCode::too_large; };
            if (drawn.below(6) == 0) {
                auto next = edited(book, {edit(drawn), drawn.by(), {}});
                next ? book = next->book : (refused(next.error()), book);
            } else {
                auto next = decide(book, command(book, drawn), drawn.by());
                next ? book = next->book : (refused(next.error()), book);
                taken += next ? 1 : 0;
            }
            const auto kept = kept_day_book_from_json(to_kept_json(book, "{}"));
            REQUIRE_MESSAGE(kept, to_string(kept.error()));
            REQUIRE(kept->contents() == book.contents());
        }
    }
    CHECK(taken > 100);
    CHECK(too_large > 20);
}

TEST_CASE("a note that grows beyond what a book holds is refused where it stands") {
    auto details = Details{};
    details.for_restaurant = std::string(2000, 'a');
    const auto book =
        decide(empty_book(), NewReservation{{"b1"}, {party_of(2), MinuteOfDay::clock(19, 0)}, details}, by());
    REQUIRE(book);
    details.for_restaurant += "a";
    const auto refused = decide(book->book, ChangeDetails{{"b1"}, details}, by());
    REQUIRE(!refused);
    CHECK(refused.error().front().code == ErrorCode::too_large);
    CHECK(to_string(refused.error().front().where) == "/details/for_restaurant");
}

TEST_CASE("a floor plan that no document holds is none") {
    auto plan = FloorPlan::make({table(std::string(501, 't'), 1, 2)});
    REQUIRE(!plan);
    CHECK(plan.error().front().code == ErrorCode::too_large);
    auto area = table("A", 1, 2);
    area.area = {std::string(501, 'x')};
    CHECK(!FloorPlan::make({area}));
    auto rank = table("A", 1, 2);
    rank.rank = FloorPlan::highest_rank + 1;
    CHECK(!FloorPlan::make({rank}));
}

TEST_CASE("a customer that was put or merged can be read again") {
    Customers all;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Drawn drawn{seed};
        Customer customer;
        customer.id = {"c" + std::to_string(seed % 7)};
        const std::array texts{&customer.name, &customer.kana, &customer.email, &customer.notes};
        *texts[drawn.below(texts.size())] = drawn.text();
        const std::array lists{&customer.aliases, &customer.tags, &customer.allergies, &customer.preferences};
        *lists[drawn.below(lists.size())] = drawn.texts();
        (void)all.put(customer);
        if (seed % 5 == 0) (void)all.merge({"c0"}, {"c" + std::to_string(1 + drawn.below(6))});
    }
    REQUIRE(all.size() > 0);
    for (const auto& [id, customer] : all.all()) {
        const auto kept = kept_customer_from_json(to_kept_json(customer, "{}"));
        REQUIRE_MESSAGE(kept, to_string(kept.error()));
        CHECK(*kept == customer);
    }
}

TEST_CASE("drafts that no document holds are refused") {
    const WrapUpPolicy policy;
    CHECK(draft(Call{}, {{{"x"}, {}, std::string(max_note, 'a')}}, policy));
    const auto refused = draft(Call{}, {{{"x"}, {}, std::string(max_note + 1, 'a')}}, policy);
    REQUIRE(!refused);
    CHECK(refused.error().code == ErrorCode::too_large);
    CHECK(!draft(Call{}, {{{"x"}, {{"photo", PhotoLink{"https://" + std::string(max_note, 'a')}}}, {}}}, policy));
    CHECK(!apply_if_room({}, {std::string(501, 'e'), *OutsideCallEvent::of(CallEvent::answered), Instant{}}));
}

}  // namespace held_test
