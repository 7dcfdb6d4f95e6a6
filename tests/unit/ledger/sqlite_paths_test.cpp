#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/ledger/sqlite_files.hpp>

#include "folder.hpp"
#include "told_errors.hpp"

namespace sqlite_paths_test {
using namespace denwaban;
using namespace std::string_literals;
using Texts = std::vector<std::string>;

namespace {

const Instant now = *parse_iso8601("2026-11-27T03:00:00Z");
const Key key{"p", "a"};
const Texts invalid{"invalid_value "};

Commit put(std::string body) { return {{Put{key, Anything{}, std::move(body), {}}}, {}, now}; }

std::string body_in(const std::string& path) {
    auto ledger = SqliteLedger::open(path);
    REQUIRE(ledger);
    const auto documents = ledger->read({key});
    REQUIRE(documents);
    return documents->front() ? documents->front()->body : "";
}

unsigned mode_of(const std::string& path) {
    struct stat found {};
    REQUIRE(::stat(path.c_str(), &found) == 0);
    return found.st_mode & 0777U;
}

/// What a child says: whether all was as it should be.
template <class Do>
bool in_a_child(Do&& what) {
    const auto child = ::fork();
    if (child == 0) {
        ::alarm(20);
        ::_exit(what() ? 0 : 1);
    }
    int status = 1;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// In a child, an error; anything else is worse.
template <class T>
bool is_refused(const Expected<T, Errors>& answer) {
    return told(answer) == Texts{"not_allowed "};
}

}  // namespace

TEST_CASE("a ledger is in a file that a path names, or in memory where that is said") {
    const Folder folder;
    const auto path = folder.file("l");
    CHECK(told(SqliteLedger::open("")) == invalid);
    CHECK(told(SqliteLedger::open(path + "\0.never"s)) == invalid);
    CHECK(folder.size() == 0);
    CHECK(SqliteLedger::open(":memory:"));

    const auto was = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    for (const auto* name : {"file:u?mode=memory", "file::memory:", "file:l?immutable=1"}) {
        CAPTURE(name);
        REQUIRE(SqliteLedger::open(name));
        CHECK(SqliteLedger::open(name)->commit(put("1")));
        CHECK(body_in(name) == "1");
        CHECK(std::filesystem::exists(folder.file(name)));
    }
    CHECK_FALSE(std::filesystem::exists(path));
    std::filesystem::current_path(was);
}

TEST_CASE("nothing is backed up or exported to nowhere") {
    const Folder folder;
    auto ledger = *SqliteLedger::open(folder.file("l"));
    CHECK(ledger.commit(put("1")));
    const auto files = folder.size();
    for (const auto& path : {""s, ":memory:"s, folder.file("copy") + "\0x"s}) {
        CAPTURE(path);
        CHECK(told(ledger.backup(path)) == invalid);
        CHECK(told(export_to(ledger, path)) == invalid);
        CHECK(told(import_from(ledger, path)) == invalid);
    }
    CHECK(folder.size() == files);
}

TEST_CASE("a ledger is not overwritten with itself, whatever its name") {
    const Folder folder;
    auto ledger = *SqliteLedger::open(folder.file("l"));
    CHECK(ledger.commit(put("1")));
    std::filesystem::create_symlink(folder.file("l"), folder.file("soft"));
    std::filesystem::create_hard_link(folder.file("l"), folder.file("hard"));
    for (const auto* name : {"l", "soft", "hard", "../", "l-wal", "l-shm"}) {
        const auto path = name == std::string{"../"} ? folder.file("../" + folder.path().filename().string() + "/l")
                                                     : folder.file(name);
        CAPTURE(path);
        CHECK(told(export_to(ledger, path)) == invalid);
        CHECK(told(ledger.backup(path)) == invalid);
    }
    CHECK(ledger.commit(put("2")));
    CHECK(body_in(folder.file("l")) == "2");
}

TEST_CASE("an export takes the place of a file, and of nothing else") {
    const Folder folder;
    auto ledger = *SqliteLedger::open(folder.file("l"));
    CHECK(ledger.commit(put("1")));
    REQUIRE(::mkfifo(folder.file("pipe").c_str(), 0600) == 0);
    std::filesystem::create_symlink(folder.file("pipe"), folder.file("soft"));
    std::filesystem::create_directory(folder.file("folder"));
    const auto files = folder.size();
    for (const auto* name : {"pipe", "soft", "folder"}) {
        CAPTURE(name);
        CHECK(told(export_to(ledger, folder.file(name))) == invalid);
        CHECK(told(ledger.backup(folder.file(name))) == invalid);
    }
    CHECK(folder.size() == files);
    CHECK(std::filesystem::is_fifo(folder.file("pipe")));
    CHECK(export_to(ledger, folder.file("lines")));
    CHECK(export_to(ledger, folder.file("lines")));
}

TEST_CASE("what a ledger writes is for its user alone") {
    const Folder folder;
    auto ledger = *SqliteLedger::open(folder.file("l"));
    CHECK(ledger.commit(put("1")));
    CHECK(ledger.backup(folder.file("copy")));
    CHECK(export_to(ledger, folder.file("lines")));
    for (const auto* name : {"l", "l-wal", "l-shm", "copy", "lines"}) {
        CAPTURE(name);
        CHECK(mode_of(folder.file(name)) == 0600);
    }
}

TEST_CASE("in the child of a fork a ledger is not allowed, and closing it leaves the file to the parent") {
    const Folder folder;
    const auto path = folder.file("l");
    {
        auto ledger = *SqliteLedger::open(path);
        CHECK(ledger.commit(put("1")));
        CHECK(in_a_child([&] {
            const bool all = is_refused(ledger.commit(put("2"))) && is_refused(ledger.read({key})) &&
                             is_refused(ledger.query({"p", SortPrefix{}, QueryOrder::ascending, 1, {}})) &&
                             is_refused(ledger.backup(folder.file("copy"))) &&
                             is_refused(export_to(ledger, folder.file("lines")));
            const auto gone = std::move(ledger);
            return all;
        }));
        CHECK(std::filesystem::exists(path + "-wal"));
        CHECK(ledger.commit(put("3")));
    }
    CHECK(body_in(path) == "3");
}

TEST_CASE("in the child of a fork the file is opened anew, and what is kept there stays") {
    const Folder folder;
    const auto path = folder.file("l");
    std::optional<SqliteLedger> ledger{*SqliteLedger::open(path)};
    CHECK(ledger->commit(put("1")));
    CHECK(ledger->read({key}));
    int to_child[2], to_parent[2];
    REQUIRE(::pipe(to_child) == 0);
    REQUIRE(::pipe(to_parent) == 0);
    const auto child = ::fork();
    if (child == 0) {
        ::alarm(20);
        char told = 0;
        auto own = SqliteLedger::open(path);
        bool good = own && own->commit(put("2"));
        good = ::write(to_parent[1], "x", 1) == 1 && ::read(to_child[0], &told, 1) == 1 && good;
        good = good && own->commit(put("3")) && is_refused(ledger->commit(put("4")));
        ::_exit(good ? 0 : 1);
    }
    char told = 0;
    REQUIRE(::read(to_parent[0], &told, 1) == 1);
    ledger.reset();
    REQUIRE(::write(to_child[1], "x", 1) == 1);
    int status = 1;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    CHECK(body_in(path) == "3");
}

TEST_CASE("no child hangs, whatever other threads were at") {
    const Folder folder;
    auto ledger = *SqliteLedger::open(folder.file("l"));
    std::atomic<bool> is_over = false;
    std::thread other{[&] {
        while (!is_over) static_cast<void>(ledger.commit(put("1")));
    }};
    for (int round = 0; round < 12; ++round) {
        CHECK(in_a_child([&] { return is_refused(ledger.commit(put("2"))); }));
    }
    is_over = true;
    other.join();
    CHECK(body_in(folder.file("l")) == "1");
}

}  // namespace sqlite_paths_test
