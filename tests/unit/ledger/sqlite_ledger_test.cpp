#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/mount.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/ledger/run.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>

#include "folder.hpp"
#include "told_errors.hpp"

namespace sqlite_ledger_test {
using namespace denwaban;

namespace {

const Instant now = *parse_iso8601("2026-11-27T03:00:00Z");
const Key key{"p", "a"};

/// A disk of so many bytes; only who may mount one has it.
class Disk {
public:
    explicit Disk(const std::string& size)
        : is_mounted_(::mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0) {}
    ~Disk() {
        if (is_mounted_) ::umount(folder_.path().c_str());
    }
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;
    [[nodiscard]] bool is_mounted() const { return is_mounted_; }
    [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }
    void write_protect() const { remount(MS_RDONLY, ""); }
    void grow(const std::string& size) const { remount(0, "size=" + size); }

private:
    void remount(unsigned long flags, const std::string& options) const {
        REQUIRE(::mount(nullptr, folder_.path().c_str(), nullptr, MS_REMOUNT | flags, options.c_str()) == 0);
    }

    Folder folder_;
    bool is_mounted_;
};

std::string bytes_of(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void run_sql(const std::string& path, const char* sql) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
    CHECK(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
}

Commit put(const Key& at, std::string body) { return {{Put{at, Anything{}, std::move(body), {}}}, {}, now}; }

std::string body_at(SqliteLedger& ledger, const Key& at) {
    const auto documents = ledger.read({at});
    REQUIRE(documents);
    return documents->front() ? documents->front()->body : "";
}

/// A ledger with so many documents, closed.
void fill(const std::string& path, int count) {
    auto ledger = SqliteLedger::open(path);
    REQUIRE(ledger);
    for (int each = 0; each < count; ++each) {
        CHECK(ledger->commit(put({"p", std::to_string(each)}, std::string(500, 'x'))));
    }
}

}  // namespace

TEST_CASE("what was committed is there when the file is opened again, and for whoever has it open too") {
    const Folder folder;
    {
        auto ledger = SqliteLedger::open(folder.file("l"));
        REQUIRE(ledger);
        CHECK(ledger->commit(put(key, "1")));
        auto other = SqliteLedger::open(folder.file("l"));
        REQUIRE(other);
        CHECK(body_at(*other, key) == "1");
        CHECK(other->commit(put(key, "2")));
        CHECK(body_at(*ledger, key) == "2");
    }
    auto again = SqliteLedger::open(folder.file("l"));
    REQUIRE(again);
    CHECK(body_at(*again, key) == "2");
    CHECK(again->read({key})->front()->version == Version{2});
}

TEST_CASE("a file of a later denwaban, another application's or no database at all is left as it is") {
    const Folder folder;
    const auto path = folder.file("l");
    SUBCASE("later") {
        fill(path, 1);
        run_sql(path, "PRAGMA user_version=99");
    }
    SUBCASE("another's") { run_sql(path, "CREATE TABLE mine (x); PRAGMA user_version=1"); }
    SUBCASE("none") { std::ofstream{path} << std::string(4096, 'x'); }
    const auto before = bytes_of(path);
    const auto code = told(SqliteLedger::open(path)).at(0);
    CHECK((code == "newer_version " || code == "invalid_value " || code == "corrupt "));
    CHECK(bytes_of(path) == before);
}

TEST_CASE("a damaged page is found when the file is opened") {
    const Folder folder;
    const auto path = folder.file("l");
    fill(path, 200);
    {
        std::fstream file{path, std::ios::in | std::ios::out | std::ios::binary};
        file.seekp(4096 * 8);
        file << std::string(2000, '\xAA');
    }
    const auto before = bytes_of(path);
    CHECK(told(SqliteLedger::open(path)) == std::vector<std::string>{"corrupt "});
    CHECK(bytes_of(path) == before);
}

TEST_CASE("a file that another process has locked is unavailable, and nothing is written") {
    const Folder folder;
    auto ledger = SqliteLedger::open(folder.file("l"), {OpeningCheck::pages, std::chrono::milliseconds{20}});
    REQUIRE(ledger);
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(folder.file("l").c_str(), &other) == SQLITE_OK);
    CHECK(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
    CHECK(told(ledger->commit(put(key, "1"))) == std::vector<std::string>{"unavailable "});
    CHECK(body_at(*ledger, key) == "");
    sqlite3_close(other);
    CHECK(ledger->commit(put(key, "1")));
}

TEST_CASE("a full disk is told, and loses nothing") {
    const Disk disk{"1m"};
    if (!disk.is_mounted()) {
        MESSAGE("a disk can't be mounted here");
        return;
    }
    auto ledger = *SqliteLedger::open(disk.file("l"));
    int kept = 0;
    std::vector<std::string> refusal;
    while (refusal.empty() && kept < 100) {
        const auto result = ledger.commit(put({"p", std::to_string(kept)}, std::string(50'000, 'x')));
        if (result) ++kept;
        refusal = told(result);
    }
    CHECK(refusal == std::vector<std::string>{"storage_full "});
    CHECK(kept > 3);
    for (int each = 0; each < kept; ++each) CHECK(body_at(ledger, {"p", std::to_string(each)}).size() == 50'000);
    CHECK(body_at(ledger, {"p", std::to_string(kept)}).empty());
    disk.grow("2m");
    CHECK(ledger.commit(put({"p", std::to_string(kept)}, "1")));
    CHECK(ledger.read({{"p", std::to_string(kept)}})->front()->version == Version{1});
}

TEST_CASE("a disk that may not be written is told when the file is opened") {
    const Disk disk{"1m"};
    if (!disk.is_mounted()) {
        MESSAGE("a disk can't be mounted here");
        return;
    }
    fill(disk.file("l"), 1);
    disk.write_protect();
    CHECK(told(SqliteLedger::open(disk.file("l"))) == std::vector<std::string>{"read_only "});
}

TEST_CASE("a path that leads to no file is wrong, and to ask again would not help") {
    const Folder folder;
    const std::vector<std::string> wrong{"invalid_value "};
    CHECK(told(SqliteLedger::open(folder.file("no/such/folder"))) == wrong);
    CHECK(told(SqliteLedger::open(folder.file(""))) == wrong);
    auto ledger = *SqliteLedger::open(folder.file("l"));
    CHECK(told(ledger.backup(folder.file("no/such/folder"))) == wrong);
    CHECK(told(ledger.backup(folder.file(""))) == wrong);
    std::ofstream{folder.file("there")} << "already";
    CHECK(told(ledger.backup(folder.file("there"))) == wrong);
    CHECK(bytes_of(folder.file("there")) == "already");
}

TEST_CASE("an empty file is no ledger of nothing") {
    const Folder folder;
    std::ofstream{folder.file("l")};
    CHECK(told(SqliteLedger::open(folder.file("l"))) == std::vector<std::string>{"corrupt "});
    CHECK(bytes_of(folder.file("l")).empty());
    CHECK(folder.size() == 1);
}

TEST_CASE("those who make a ledger at once make one") {
    const Folder folder;
    std::vector<std::thread> all;
    for (int each = 0; each < 8; ++each) {
        all.emplace_back([&, each] {
            auto ledger = SqliteLedger::open(folder.file("l"));
            CHECK(ledger);
            CHECK(ledger->commit(put({"p", std::to_string(each)}, "1")));
        });
    }
    for (auto& one : all) one.join();
    auto ledger = *SqliteLedger::open(folder.file("l"));
    for (int each = 0; each < 8; ++each) CHECK(body_at(ledger, {"p", std::to_string(each)}) == "1");
    for (const auto& file : std::filesystem::directory_iterator{folder.path()}) {
        CHECK(file.path().string().find("partial") == std::string::npos);
    }
}

TEST_CASE("an errand ends in time, although a lock is held for good") {
    const Folder folder;
    auto ledger = *SqliteLedger::open(folder.file("l"));
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(folder.file("l").c_str(), &other) == SQLITE_OK);
    CHECK(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
    const Errand<std::string> errand{ErrandRequest{}, [](const Readings&) -> Verdict<std::string> {
                                         return Settled{{Put{key, {}, "1", {}}}, std::string{"yes"}};
                                     }};
    const auto began = std::chrono::steady_clock::now();
    CHECK(told(run(ledger, errand, {std::chrono::milliseconds{200}})) == std::vector<std::string>{"timed_out "});
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds{3});
    CHECK(body_at(ledger, key) == "");
    sqlite3_close(other);
    CHECK(*run(ledger, errand) == "yes");
}

TEST_CASE("a backup is all of it as of one moment, and overwrites nothing") {
    const Folder folder;
    auto ledger = SqliteLedger::open(folder.file("l"));
    REQUIRE(ledger);
    CHECK(ledger->commit(put(key, "1")));
    CHECK(ledger->backup(folder.file("copy")));
    CHECK(ledger->commit(put(key, "2")));
    CHECK_FALSE(ledger->backup(folder.file("copy")));
    auto copy = SqliteLedger::open(folder.file("copy"));
    REQUIRE(copy);
    CHECK(body_at(*copy, key) == "1");
}

TEST_CASE("what is written out as lines and read in again is the same ledger") {
    auto ledger = *SqliteLedger::open(":memory:");
    CHECK(ledger.commit({{Put{key, Absent{}, "\"一\"\n", now}, Put{{"p", "b"}, Absent{}, "2", {}}},
                         RequestAnswer{"k", "about", "yes", now},
                         now - std::chrono::hours{1}}));
    CHECK(ledger.commit({{Put{{"p", "b"}, Version{1}, "3", {}}}, {}, now - std::chrono::hours{1}}));
    const auto lines_of = [](SqliteLedger& from) {
        std::vector<std::string> lines;
        CHECK(from.export_lines([&](std::string_view line) { lines.emplace_back(line); }));
        return lines;
    };
    const auto lines = lines_of(ledger);
    CHECK(lines.size() == 3);
    auto copy = *SqliteLedger::open(":memory:");
    const auto import = [&](std::vector<std::string> given) {
        std::size_t next = 0;
        return copy.import_lines([&]() -> std::optional<std::string> {
            return next < given.size() ? std::optional{given[next++]} : std::nullopt;
        });
    };
    CHECK(import(lines));
    CHECK(lines_of(copy) == lines);
    CHECK(told(import({R"({"partition":"p","sort":"c","version":1,"body":""})", lines[0]})) ==
          std::vector<std::string>{"duplicate_id /2"});
    CHECK(told(import({R"({"partition":"p","sort":"","version":0,"body":3})"})) ==
          std::vector<std::string>{"out_of_range /1/version", "wrong_type /1/body"});
    CHECK(lines_of(copy) == lines);
}

TEST_CASE("threads that write at once each get their answer, and a counter counts them all") {
    const Folder folder;
    auto ledger = *SqliteLedger::open(folder.file("l"));
    constexpr int threads = 8, rounds = 20;
    const auto count_up = [&] {
        for (int round = 0; round < rounds;) {
            const auto read = *ledger.read({key});
            const auto& seen = read.front();
            const auto next = std::to_string((seen ? std::stoi(seen->body) : 0) + 1);
            const auto expected = seen ? Expectation{seen->version} : Expectation{Absent{}};
            const auto result = *ledger.commit({{Put{key, expected, next, {}}}, {}, now});
            if (std::holds_alternative<Committed>(result)) ++round;
        }
    };
    std::vector<std::thread> all;
    for (int each = 0; each < threads; ++each) all.emplace_back(count_up);
    for (auto& one : all) one.join();
    CHECK(body_at(ledger, key) == std::to_string(threads * rounds));
    CHECK((*ledger.read({key})).front()->version == Version{threads * rounds});
}

TEST_CASE("documents and answers whose time is up go by and by") {
    auto ledger = *SqliteLedger::open(":memory:");
    const auto later = now + std::chrono::hours{48};
    CHECK(ledger.commit({{Put{key, Absent{}, "1", now}}, RequestAnswer{"k", "", "", now}, now}));
    CHECK(body_at(ledger, key) == "1");
    CHECK(ledger.commit({{Put{{"p", "b"}, Absent{}, "1", {}}}, {}, later}));
    CHECK(body_at(ledger, key) == "");
    std::size_t lines = 0;
    CHECK(ledger.export_lines([&](std::string_view) { ++lines; }));
    CHECK(lines == 1);
}

TEST_CASE("a clock that was ahead once does not keep others from forgetting") {
    auto ledger = *SqliteLedger::open(":memory:");
    const auto expiring = [](const char* sort, Instant at) {
        return Commit{{Put{{"p", sort}, Anything{}, "1", at - std::chrono::hours{1}}}, {}, at};
    };
    CHECK(ledger.commit(expiring("a", now + std::chrono::hours{24 * 365 * 70})));
    CHECK(ledger.commit(expiring("b", now)));
    CHECK(ledger.commit(put(key, "1")));
    CHECK_FALSE(ledger.read({{"p", "b"}})->front());
}

TEST_CASE("whose clock is ahead forgets nothing that others still want") {
    auto ledger = *SqliteLedger::open(":memory:");
    const auto today = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const auto tomorrow = today + std::chrono::hours{24};
    const Commit asked{{Put{key, Anything{}, "1", tomorrow}}, RequestAnswer{"k", "a", "yes", tomorrow}, today};
    CHECK(std::holds_alternative<Committed>(*ledger.commit(asked)));
    CHECK(ledger.commit({{Put{{"p", "b"}, {}, "1", {}}}, {}, today + std::chrono::hours{24 * 365 * 70}}));
    CHECK(body_at(ledger, key) == "1");
    CHECK(std::holds_alternative<Replayed>(*ledger.commit(asked)));
}

TEST_CASE("a page ends before it is too large to be had") {
    auto ledger = *SqliteLedger::open(":memory:");
    for (int each = 0; each < 5; ++each) {
        CHECK(ledger.commit(put({"p", std::to_string(each)}, std::string(1'500'000, 'x'))));
    }
    Query query{"p", SortPrefix{}, QueryOrder::ascending, 1000, {}};
    const auto first = *ledger.query(query);
    CHECK(first.documents.size() == 3);
    REQUIRE(first.next);
    query.after = first.next;
    const auto second = *ledger.query(query);
    CHECK(second.documents.size() == 2);
    CHECK_FALSE(second.next);
}

TEST_CASE("a commit forgets the answers that hold what it says") {
    auto ledger = *SqliteLedger::open(":memory:");
    const auto answered = [&](const char* request, const char* answer) {
        return Commit{{}, RequestAnswer{request, "a", answer, now + std::chrono::hours{24}}, now};
    };
    CHECK(ledger.commit(answered("1", "{\"id\":\"c1\"}")));
    CHECK(ledger.commit(answered("2", "{\"id\":\"c10\"}")));
    CHECK(ledger.commit({{Erase{key, {}}}, {}, now, {"\"id\":\"c1\""}}));
    CHECK(std::holds_alternative<Committed>(*ledger.commit(answered("1", "anew"))));
    CHECK(std::holds_alternative<Replayed>(*ledger.commit(answered("2", "anew"))));
    CHECK(told(ledger.commit({{}, {}, now, {""}})) == std::vector<std::string>{"invalid_value /forget"});
}

}  // namespace sqlite_ledger_test
