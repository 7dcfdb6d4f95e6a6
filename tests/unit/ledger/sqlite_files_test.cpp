#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/ledger/sqlite_files.hpp>

#include "folder.hpp"
#include "told_errors.hpp"

namespace sqlite_files_test {
using namespace denwaban;

namespace {

const Instant now = *parse_iso8601("2026-11-27T03:00:00Z");

std::string text_of(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

constexpr auto line = R"({"partition":"p","sort":"a","version":1,"body":"1"})";

SqliteLedger filled() {
    auto ledger = *SqliteLedger::open(":memory:");
    CHECK(ledger.commit({{Put{{"p", "a"}, Absent{}, "1", {}}}, {}, now}));
    return ledger;
}

}  // namespace

TEST_CASE("a ledger goes into a file and comes out of it, in place of what was there") {
    const Folder folder;
    const auto path = folder.file("lines");
    std::ofstream{path} << "what was there";
    auto ledger = filled();
    CHECK(export_to(ledger, path));
    CHECK(text_of(path) == std::string{line} + "\n");
    CHECK(folder.size() == 1);
    auto copy = *SqliteLedger::open(":memory:");
    CHECK(import_from(copy, path));
    CHECK(copy.read({{"p", "a"}})->front()->body == "1");
}

TEST_CASE("where an export fails nothing is left of it") {
    const Folder folder;
    auto ledger = filled();
    CHECK(told(export_to(ledger, folder.file("no/such"))) == std::vector<std::string>{"unavailable "});
    CHECK(told(export_to(ledger, folder.file(""))) == std::vector<std::string>{"unavailable "});
    CHECK(folder.size() == 0);
}

TEST_CASE("where an import fails nothing of it is kept") {
    const Folder folder;
    auto ledger = *SqliteLedger::open(":memory:");
    CHECK(told(import_from(ledger, folder.file("nothing"))) == std::vector<std::string>{"unavailable "});
    CHECK(told(import_from(ledger, folder.file(""))) == std::vector<std::string>{"unavailable "});
    std::ofstream{folder.file("lines")} << line << "\n\n";
    CHECK(told(import_from(ledger, folder.file("lines"))) == std::vector<std::string>{"malformed_json /2"});
    CHECK_FALSE(ledger.read({{"p", "a"}})->front());
}

}  // namespace sqlite_files_test
