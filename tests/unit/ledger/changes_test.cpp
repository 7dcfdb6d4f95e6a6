#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <string>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/ledger/change.hpp>
#include <denwaban/ledger/detail/deadline.hpp>
#include <denwaban/ledger/keys.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>

#include "folder.hpp"
#include "told_errors.hpp"

namespace changes_test {
using namespace denwaban;

namespace {

const Instant now = *parse_iso8601("2020-11-27T03:00:00Z");

Commit putting(std::string sort) { return {{Put{{"p", std::move(sort)}, {}, "x", {}}}, {}, now}; }

}  // namespace

TEST_CASE("a document's name is what its key says") {
    using Noun = DocumentNoun;
    const auto named = [](const char* partition, const char* sort) { return name_of_document({partition, sort}); };
    CHECK(named("restaurant#a#b", "restaurant") == DocumentName{Noun::restaurant, "a#b", {}, {}});
    CHECK(named("restaurant#r1", "book#2026-11-27") == DocumentName{Noun::day_book, "r1", make_date(2026, 11, 27), {}});
    CHECK(named("restaurant#r1", "book#soon") == DocumentName{});
    CHECK(named("restaurant#r1#calls", "call#2026-11-27T10:00:00.000Z#ct1") == std::nullopt);
    CHECK(named("customer#c1", "merged_into") == DocumentName{Noun::merged_customer, {}, {}, "c1"});
    CHECK(named("contact#ct1", "call") == DocumentName{Noun::call, {}, {}, "ct1"});
    CHECK(named("contact#ct1", "first_contact") == std::nullopt);
    CHECK(named("agent#arn:1", "timeline") == DocumentName{Noun::agent, {}, {}, "arn:1"});
    CHECK(named("outbox", "x") == DocumentName{Noun::message, {}, {}, {}});
    CHECK(named("follow_ups", "2026#ct1") == DocumentName{Noun::follow_up, {}, {}, "ct1"});
    CHECK(named("follow_ups", "2026#ct#1#call_back") == DocumentName{Noun::follow_up, {}, {}, "ct#1"});
    CHECK(named("follow_ups", "2026#ct#1#tell_restaurant#sauna") == DocumentName{Noun::follow_up, {}, {}, "ct#1"});
    CHECK(named("contact_record#ct1", "records") == DocumentName{Noun::contact_records, {}, {}, "ct1"});
    CHECK(named("contact_record#ct1", "way") == std::nullopt);
    CHECK(named("read_back#rb_1", "read_back") == std::nullopt);
    CHECK(named("tool_session#1", "tool_session") == std::nullopt);
    for (const auto* lead : {"phone#+81", "phone#+81#bookings", "name#a", "line#+81", "booking#b", "customers"}) {
        CHECK(named(lead, "x") == std::nullopt);
    }
    CHECK(named("customer#", "customer") == DocumentName{});
}

TEST_CASE("no two reservations have one way from a number, whatever stands in their ids") {
    const auto phone = *PhoneNumber::parse("090-1111-2222");
    const auto date = make_date(2026, 11, 27);
    const auto way = [&](const char* restaurant, const char* id) {
        return keys::booking_by_phone(phone, {restaurant}, date, {id}).sort;
    };
    CHECK(way("r", "1#x") != way("r#1", "x"));
    CHECK(way("r#1", "x") != way("r%231", "x"));
    CHECK(way("r1", "b#1") == "2026-11-27#r1#b#1");
}

TEST_CASE("what is over by count is forgotten, and its cursor expires") {
    SqliteOptions options;
    options.changes.most = 2;
    auto ledger = *SqliteLedger::open(":memory:", options);
    // It is looked for once a second of whoever commits.
    for (const auto* sort : {"a", "b", "c", "d"}) {
        auto commit = putting(sort);
        commit.now = now + std::chrono::seconds{10 * (sort[0] - 'a')};
        REQUIRE(ledger.commit(commit));
    }
    const auto kept = ledger.changes({});
    REQUIRE(kept);
    REQUIRE(kept->changes.size() == 2);
    CHECK(kept->changes.front().cursor.text == "3");
    CHECK(ledger.changes({ChangeCursor{"2"}, 10}) == kept);
    CHECK(ledger.changes({ChangeCursor{"1"}, 10}).error().front().code == ErrorCode::expired_cursor);
    CHECK(ledger.newest_change() == ChangeCursor{"4"});
}

TEST_CASE("a backup tells of what its ledger told of") {
    const Folder folder;
    {
        auto ledger = *SqliteLedger::open(folder.file("l"));
        REQUIRE(ledger.commit(putting("a")));
        REQUIRE(ledger.backup(folder.file("b")));
        REQUIRE(ledger.commit(putting("b")));
    }
    auto restored = *SqliteLedger::open(folder.file("b"));
    CHECK(restored.changes({})->changes.size() == 1);
    CHECK(restored.changes({ChangeCursor{"2"}, 10}).error().front().code == ErrorCode::expired_cursor);
}

TEST_CASE("whoever is told to give up waits for no lock") {
    const Folder folder;
    auto holding = *SqliteLedger::open(folder.file("l"));
    SqliteOptions patient;
    patient.busy = std::chrono::hours{1};
    auto waiting = *SqliteLedger::open(folder.file("l"), patient);
    const std::atomic<bool> at_once = true;
    const auto held = holding.import_lines([&]() -> std::optional<std::string> {
        const detail::GivesUp gives_up{at_once};
        CHECK(waiting.commit(putting("a")).error().front().code == ErrorCode::unavailable);
        return std::nullopt;
    });
    CHECK(held);
    CHECK(waiting.commit(putting("a")));
}

}  // namespace changes_test
