#include <doctest/doctest.h>

#include <atomic>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/documents/restaurant_json.hpp>
#include <denwaban/ledger/desks.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>
#include <denwaban/reservation/detail/occupancy.hpp>
#include <denwaban/reservation/neighbours.hpp>

#include "folder.hpp"

namespace two_dates_storm_test {
using namespace denwaban;

namespace {

const Instant noon = *parse_iso8601("2026-11-25T03:00:00Z");
const auto friday = make_date(2026, 11, 27);
const auto saturday = make_date(2026, 11, 28);
constexpr int callers = 4, calls = 40;

void prepare(Ledger& ledger) {
    const auto restaurant = restaurant_from_json(R"({"id": "r1", "name": "とりべえ", "hours": {"rules": [{"when":
        "every_day", "services": [{"name": "breakfast", "opens": "04:00", "closes": "11:00"},
        {"name": "night", "opens": "17:00", "closes": "31:00"}]}]}})");
    REQUIRE(restaurant);
    KeptRestaurants restaurants{ledger};
    REQUIRE(restaurants.put(*restaurant, {}));
    BookTemplate made{*floor_plan_from_json(R"({"tables": [{"id": "A", "most": 2}, {"id": "B", "most": 4}, {"id": "C",
        "most": 4}]})"),
                      {}};
    made.policy.turn = std::chrono::minutes{60};
    made.policy.buffer = std::chrono::minutes{15};
    REQUIRE(restaurants.put_book_template({"r1"}, made, {}));
}

/// Books around the end of the night, and moves what it has from one date to the other.
class Caller {
public:
    Caller(const std::string& path, unsigned number) : path_(path), number_(number), random_(number) {}

    void run() {
        auto ledger = *SqliteLedger::open(path_);
        ReservationDesk desk{ledger};
        for (int call = 0; call < calls; ++call) {
            const auto id = "b" + std::to_string(number_) + "-" + std::to_string(call);
            ErrandRequest request;
            request.key = id;
            By by;
            by.now.instant = noon;
            const bool is_late = draw(2) == 0;
            const int begin = is_late ? 27 * 60 + draw(8) * 30 : 4 * 60 + draw(6) * 30;
            Request wanted;
            wanted.begin = *MinuteOfDay::make(begin);
            wanted.wish.party.adults = *Covers::make(1 + draw(4));
            const auto date = is_late ? friday : saturday;
            const auto decided =
                mine_.empty() || draw(3) > 0
                    ? desk.decide(DayBookAddress{{"r1"}, date}, NewReservation{{id}, wanted, {}}, by, request)
                    : desk.move({mine_[static_cast<std::size_t>(draw(static_cast<int>(mine_.size())))]}, date, wanted,
                                by, request);
            if (decided && decided->booking.text == id) mine_.push_back(id);
        }
    }
    [[nodiscard]] const std::vector<std::string>& mine() const { return mine_; }

private:
    [[nodiscard]] int draw(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

    std::string path_;
    unsigned number_;
    std::mt19937 random_;
    std::vector<std::string> mine_;
};

}  // namespace

TEST_CASE("whoever calls at once for the end of the night and the morning after, a table is had once") {
    const Folder folder;
    const auto path = folder.file("two_dates.ledger");
    auto ledger = *SqliteLedger::open(path);
    prepare(ledger);
    std::vector<Caller> all;
    for (unsigned number = 0; number < callers; ++number) all.emplace_back(path, number);
    std::vector<std::thread> threads;
    for (auto& one : all) threads.emplace_back([&one] { one.run(); });
    for (auto& one : threads) one.join();

    ReservationDesk desk{ledger};
    const auto evening = *desk.day_book({{"r1"}, friday}), morning = *desk.day_book({{"r1"}, saturday});
    CHECK(DayBook::make(evening.contents()));
    CHECK(DayBook::make(morning.contents()));
    detail::Occupancy occupancy{morning->floor_plan.tables().size()};
    const Now now{noon, {}};
    auto stays = stays_on(saturday, evening, now);
    const auto more = stays_on(saturday, morning, now);
    stays.insert(stays.end(), more.begin(), more.end());
    bool is_free = true;
    for (const auto& stay : stays) {
        for (const auto& id : stay.tables) {
            const auto table = *morning.finder().table(id);
            is_free = is_free && occupancy.is_free(table, stay.begin, stay.end);
            occupancy.take(table, stay.begin, stay.end);
        }
    }
    CHECK(is_free);
    std::size_t had = 0;
    for (const auto& one : all) {
        for (const auto& id : one.mine()) {
            CHECK((*desk.find({id})).has_value());
            ++had;
        }
    }
    CHECK(had == evening->reservations.size() + morning->reservations.size());
    CHECK(had > 5);
}

}  // namespace two_dates_storm_test
