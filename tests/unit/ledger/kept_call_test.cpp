#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/documents/calls_json.hpp>
#include <denwaban/ledger/call_errands.hpp>

#include "told_errors.hpp"

namespace kept_call_test {
using namespace denwaban;
using Texts = std::vector<std::string>;

TEST_CASE("a kept call is somebody's") {
    const auto kept = [](const std::string& contacts) {
        return R"({"opened": "2026-11-27T00:00:00Z", "call": {"direction": "inbound", "contacts": )" + contacts + "}}";
    };
    CHECK(kept_call_from_json(kept(R"(["ct1"])")));
    CHECK(told(kept_call_from_json(kept("[]"))) == Texts{"missing_key /call/contacts"});
}

TEST_CASE("a call of whom nothing is known is read, and never written so") {
    const auto kept = kept_call_from_json(
        R"({"opened": "2026-11-27T00:00:00Z", "call": {"direction": "inbound", "contacts": ["ct1"], "other": null}})");
    REQUIRE(kept);
    CHECK(kept->call.other == Caller{Withheld{WithheldReason::not_given}});
    CHECK(to_json(kept->call).find(R"("other":"not_given")") != std::string::npos);
    CHECK(call_from_json(R"({"direction": "inbound", "contacts": ["ct1"], "other": null})") ==
          Expected<Call, Errors>{kept->call});
}

TEST_CASE("notes that were kept with control characters are read") {
    const auto kept = kept_call_from_json(R"({"opened": "2026-11-27T00:00:00Z",
        "call": {"direction": "inbound", "contacts": ["ct1"], "notes": "\u001b[2J"}})");
    REQUIRE(kept);
    CHECK(kept->call.notes == "\x1b[2J");
}

}  // namespace kept_call_test
