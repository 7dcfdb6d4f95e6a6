#include <doctest/doctest.h>

#include <string>
#include <utility>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/ledger/run.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>
#include <denwaban/ledger/talk_errands.hpp>
#include <denwaban/ledger/task_json.hpp>

/// Conversations that are kept between two turns.
namespace conversations_test {
using namespace denwaban;

namespace {

const Instant noon = *parse_iso8601("2026-11-25T03:00:00Z");

/// After so many turns of the caller; what a newer version wrote beside is none of ours.
[[nodiscard]] std::string talk_after(int turns, const std::string& more = {}) {
    return R"({"id":"c1","caller":"+819012345678","turns":)" + std::to_string(turns) + more + "}";
}

void keep(SqliteLedger& ledger, std::string text) { REQUIRE(run(ledger, keep_conversation({std::move(text)}, noon))); }

}  // namespace

TEST_CASE("a conversation is found as it was kept, last or after so many turns, with what is not known here") {
    auto ledger = SqliteLedger::open(":memory:").value();
    CHECK(run(ledger, find_conversation({"c1"})).value() == std::nullopt);
    const auto kept = run(ledger, keep_conversation({talk_after(1, R"(,"mood":"calm")")}, noon)).value();
    CHECK(kept == ConversationKept{{"c1"}, 1, noon + std::chrono::hours{1}});
    keep(ledger, talk_after(10));
    keep(ledger, talk_after(9));
    CHECK(run(ledger, find_conversation({"c1"})).value()->json == talk_after(10));
    CHECK(run(ledger, find_conversation({"c1"}, 1)).value()->json == talk_after(1, R"(,"mood":"calm")"));
    CHECK(run(ledger, find_conversation({"c1"}, 2)).value() == std::nullopt);
    CHECK(run(ledger, find_conversation({"c2"})).value() == std::nullopt);
}

TEST_CASE("what is no conversation is not kept") {
    auto ledger = SqliteLedger::open(":memory:").value();
    for (const auto* text : {"{}", "[]", "", R"({"id":"c1","turns":-1})"}) {
        CHECK_FALSE(run(ledger, keep_conversation({text}, noon)));
    }
    CHECK(run(ledger, find_conversation({"c1"})).value() == std::nullopt);
}

TEST_CASE("who is erased is forgotten with what they are saying") {
    auto ledger = SqliteLedger::open(":memory:").value();
    const auto ask = [&](std::string_view errand) { REQUIRE(run(ledger, *errand_from_json(errand, 0))); };
    ask(R"({"put_customer": {"customer": {"id": "k1", "name": "山田", "phones": ["+819012345678"]},
        "now": "2026-11-25T03:00:00Z"}})");
    keep(ledger, talk_after(1));
    keep(ledger, talk_after(2));
    keep(ledger, R"({"id":"c2","caller":"+818012345678"})");
    for (int step = 0; step < 4; ++step) ask(R"({"erase_customer": {"id": "k1", "now": "2026-11-25T03:00:00Z"}})");
    CHECK(run(ledger, find_conversation({"c1"})).value() == std::nullopt);
    CHECK(run(ledger, find_conversation({"c1"}, 1)).value() == std::nullopt);
    CHECK(run(ledger, find_conversation({"c2"})).value() != std::nullopt);
}

}  // namespace conversations_test
