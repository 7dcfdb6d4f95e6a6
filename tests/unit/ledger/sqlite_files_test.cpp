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
constexpr auto sealed = R"({"denwaban_ledger":1}
{"partition":"p","sort":"a","version":1,"body":"1"}
{"lines":1,"sha256":"3544d98761b90c28a817e32fc2ad504bbb8c374dc2b252d1adcd611fe984f079"}
)";
using Codes = std::vector<std::string>;

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
    CHECK(text_of(path) == sealed);
    CHECK(folder.size() == 1);
    auto copy = *SqliteLedger::open(":memory:");
    CHECK(import_from(copy, path));
    CHECK(copy.read({{"p", "a"}})->front()->body == "1");
}

TEST_CASE("where an export fails nothing is left of it") {
    const Folder folder;
    auto ledger = filled();
    CHECK(told(export_to(ledger, folder.file("no/such"))) == Codes{"invalid_value "});
    CHECK(told(export_to(ledger, folder.file(""))) == Codes{"invalid_value "});
    CHECK(folder.size() == 0);
}

TEST_CASE("where an import fails nothing of it is kept") {
    const Folder folder;
    auto ledger = *SqliteLedger::open(":memory:");
    CHECK(told(import_from(ledger, folder.file("nothing"))) == Codes{"invalid_value "});
    CHECK(told(import_from(ledger, folder.file(""))) == Codes{"invalid_value "});
    std::ofstream{folder.file("lines")} << line << "\n\n";
    CHECK(told(import_from(ledger, folder.file("lines"))) == Codes{"malformed_json /2"});
    CHECK_FALSE(ledger.read({{"p", "a"}})->front());
}

TEST_CASE("an export that was cut, changed or mixed up is not taken for the whole") {
    const Folder folder;
    auto ledger = filled();
    const auto path = folder.file("lines");
    const std::string whole{sealed};
    const auto import = [&](const std::string& text) {
        std::ofstream{path, std::ios::trunc} << text;
        auto copy = *SqliteLedger::open(":memory:");
        auto codes = told(import_from(copy, path));
        CHECK((codes.empty() || !copy.read({{"p", "a"}})->front()));
        return codes;
    };
    CHECK(import(whole).empty());
    CHECK(import("") == Codes{"corrupt "});
    const auto first = whole.find('\n') + 1, last = whole.rfind('\n', whole.size() - 2) + 1;
    CHECK(import(whole.substr(0, first)) == Codes{"corrupt "});
    CHECK(import(whole.substr(0, last)) == Codes{"corrupt "});
    for (auto cut = last; cut < whole.size() - 1; ++cut) CHECK(import(whole.substr(0, cut)).size() == 1);
    CHECK(import(whole.substr(0, first) + whole.substr(last)) == Codes{"corrupt "});
    CHECK(import(whole + line + "\n") == Codes{"corrupt "});
    CHECK(import(whole.substr(0, last) + line + "\n" + whole.substr(last)).size() == 1);
    auto other = whole;
    other[other.find("\"1\"") + 1] = '2';
    CHECK(import(other) == Codes{"corrupt "});
    CHECK(import("{\"denwaban_ledger\":2}\n") == Codes{"newer_version /1"});
    CHECK(import(std::string(21'000'000, ' ')) == Codes{"too_large "});
    CHECK(import(std::string{line} + "\n").empty());
}

TEST_CASE("what is read in has keys that a commit may have") {
    const Folder folder;
    const auto path = folder.file("lines");
    for (const auto* key : {R"("")", R"("\u0001")"}) {
        std::ofstream{path, std::ios::trunc} << R"({"request":)" << key
                                             << R"(,"about":"a","answer":"{}","keep_until":"2026-11-28T00:00:00Z"})";
        auto copy = *SqliteLedger::open(":memory:");
        CHECK(told(import_from(copy, path)) == Codes{"invalid_value /1/answer/request"});
    }
}

}  // namespace sqlite_files_test
