#include <doctest/doctest.h>
#include <sqlite3.h>

#include <filesystem>
#include <string>
#include <vector>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/ledger/keys.hpp>
#include <denwaban/ledger/run.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>
#include <denwaban/ledger/task_json.hpp>

#include "folder.hpp"

namespace statistics_test {
using namespace denwaban;

namespace {

const Instant now = *parse_iso8601("2026-11-27T03:00:00Z");

void put(SqliteLedger& ledger, const Key& key, std::string body = "{}") {
    REQUIRE(ledger.commit({{Put{key, Anything{}, std::move(body), {}}}, {}, now}));
}
LedgerStatistics statistics_of(SqliteLedger& ledger) {
    const auto statistics = ledger.statistics();
    REQUIRE(statistics);
    return *statistics;
}
std::int64_t count_of(const LedgerStatistics& statistics, DocumentNoun noun) {
    return statistics.documents[index_of(noun)];
}

/// Writes a number down, and one more each time.
Errand<std::string> take_a_number() {
    const Key counter{"tickets", "counter"};
    return {ErrandRequest{}, [counter](const Readings& read) -> Verdict<std::string> {
                if (!read.has(counter)) return ReadFirst{std::vector{counter}};
                const auto* last = read.find(counter);
                const auto number = std::to_string(last == nullptr ? 1 : std::stoi(last->body) + 1);
                return Settled{{Put{counter, Anything{}, number, {}}}, number};
            }};
}

/// A ledger upon which somebody else is faster, a few times.
class Contended final : public Ledger {
public:
    Contended(SqliteLedger& ledger, int times) : ledger_(ledger), times_(times) {}
    Expected<std::vector<std::optional<Document>>, Errors> read(const std::vector<Key>& keys) override {
        return ledger_.read(keys);
    }
    Expected<Page, Errors> query(const Query& query) override { return ledger_.query(query); }
    Expected<CommitResult, Errors> commit(const Commit& commit) override {
        if (times_-- > 0) put(ledger_, {"tickets", "counter"}, "41");
        return ledger_.commit(commit);
    }

private:
    SqliteLedger& ledger_;
    int times_;
};

}  // namespace

TEST_CASE("documents are counted by what they are of") {
    auto ledger = SqliteLedger::open(":memory:").value();
    CHECK(statistics_of(ledger).documents == LedgerStatistics{}.documents);
    put(ledger, keys::restaurant({"r1"}));
    put(ledger, keys::listed_restaurant({"r1"}));
    put(ledger, keys::day_book({"r1"}, make_date(2026, 11, 27)));
    put(ledger, keys::day_book({"r1"}, make_date(2026, 11, 28)));
    put(ledger, keys::records_of_call({"ct1"}));
    put(ledger, keys::way_to_records({"ct1"}));
    put(ledger, {"read_back#rb_1", "read_back"});
    put(ledger, {"somebody's", "own"});
    const auto statistics = statistics_of(ledger);
    CHECK(count_of(statistics, DocumentNoun::restaurant) == 1);
    CHECK(count_of(statistics, DocumentNoun::day_book) == 2);
    CHECK(count_of(statistics, DocumentNoun::contact_records) == 1);
    CHECK(count_of(statistics, DocumentNoun::other) == 1);
    CHECK(statistics.notes == 3);
    CHECK(statistics.changes == 5);
    CHECK(statistics.file_bytes == 0);
    CHECK(statistics.page_count > 0);
}

TEST_CASE("what was erased is room in the file until it is compacted") {
    const Folder folder;
    auto ledger = SqliteLedger::open(folder.file("ledger")).value();
    for (int each = 0; each < 200; ++each) put(ledger, {"p", std::to_string(each)}, std::string(5000, 'x'));
    put(ledger, {"p", "kept"}, "yes");
    for (int each = 0; each < 200; ++each) {
        REQUIRE(ledger.commit({{Erase{{"p", std::to_string(each)}, Anything{}}}, {}, now}));
    }
    const auto before = statistics_of(ledger);
    CHECK(before.wal_bytes > 0);
    CHECK(before.free_pages > 200);
    CHECK(before.page_size * before.page_count > 1'000'000);
    REQUIRE(ledger.compact());
    const auto after = statistics_of(ledger);
    CHECK(after.free_pages == 0);
    CHECK(after.wal_bytes == 0);
    CHECK(after.file_bytes == after.page_size * after.page_count);
    CHECK(after.file_bytes == static_cast<std::int64_t>(std::filesystem::file_size(folder.file("ledger"))));
    CHECK(after.file_bytes < before.page_size * before.page_count / 5);
    CHECK(after.changes == before.changes);
    CHECK(ledger.read({{"p", "kept"}})->front()->body == "yes");
    CHECK(SqliteLedger::open(folder.file("ledger")));
    auto memory = SqliteLedger::open(":memory:").value();
    CHECK(memory.compact());
}

TEST_CASE("nothing is compacted while another process writes, and nothing is lost") {
    const Folder folder;
    SqliteOptions hasty;
    hasty.busy = std::chrono::milliseconds{20};
    auto ledger = SqliteLedger::open(folder.file("ledger"), hasty).value();
    put(ledger, {"p", "a"}, "yes");
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(folder.file("ledger").c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
    const auto compacted = ledger.compact();
    REQUIRE_FALSE(compacted);
    CHECK(compacted.error().front().code == ErrorCode::unavailable);
    sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
    CHECK(ledger.compact());
    CHECK(ledger.read({{"p", "a"}})->front()->body == "yes");
    sqlite3_close(other);
}

TEST_CASE("whoever observes errands is told how often each began again, and how it ended") {
    auto ledger = SqliteLedger::open(":memory:").value();
    std::vector<ErrandEffort> told;
    RunOptions options;
    options.observe = [&](const ErrandEffort& effort) { told.push_back(effort); };
    CHECK(*run(ledger, take_a_number(), options) == "1");
    Contended busy{ledger, 2};
    CHECK(*run(busy, take_a_number(), options) == "42");
    Contended too_busy{ledger, 1000};
    CHECK_FALSE(run(too_busy, take_a_number(), options));
    REQUIRE(told.size() == 3);
    CHECK((told[0].retries == 0 && !told[0].failed));
    CHECK((told[1].retries == 2 && !told[1].failed));
    CHECK(told[2].retries == 23);
    CHECK(told[2].failed == ErrorCode::contended);
    CHECK(told[2].time >= told[0].time);
}

TEST_CASE("what other languages observe is told as JSON") {
    CHECK(observed_to_json(std::string{R"({"a":1})"}, {2, {}, {}}) == R"({"retries":2,"answer":{"a":1}})");
    CHECK(observed_to_json(Unexpected{Errors{{ErrorCode::contended, "others were faster", {}}}}, {}) ==
          R"({"retries":0,"errors":[{"code":"contended","message":"others were faster","where":""}]})");
}

}  // namespace statistics_test
