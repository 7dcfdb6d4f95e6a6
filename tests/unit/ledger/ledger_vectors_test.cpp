#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include <denwaban/ledger/ledger_json.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>

#include "told_errors.hpp"

namespace ledger_vectors_test {
using namespace denwaban;
using Json = nlohmann::ordered_json;

namespace {

/// What a step is answered: JSON as `to_json` writes it, or its errors as `code /where`.
template <class T>
Json written(const Expected<T, Errors>& answer) {
    return answer ? Json::parse(to_json(*answer)) : Json(told(answer.error()));
}

/// The bodies of everything that a query gives, page after page.
Json bodies_of(Ledger& ledger, Query query) {
    auto bodies = Json::array();
    while (true) {
        const auto page = ledger.query(query);
        REQUIRE(page);
        CHECK(page->documents.size() <= query.limit);
        for (const auto& document : page->documents) bodies.push_back(document.body);
        if (!page->next) return bodies;
        query.after = page->next;
    }
}

Json answer_to(Ledger& ledger, const Json& step) {
    if (step.contains("commit")) return written(ledger.commit(*commit_from_json(step.at("commit").dump())));
    if (step.contains("read")) return written(ledger.read(*keys_from_json(step.at("read").dump())));
    const auto query = *query_from_json(step.at("query").dump());
    return step.contains("bodies") ? bodies_of(ledger, query) : written(ledger.query(query));
}

}  // namespace

TEST_CASE("SQLite answers the shared vectors of ledgers") {
    std::size_t steps = 0;
    for (const auto& file : std::filesystem::directory_iterator{DENWABAN_TEST_DATA "/ledger"}) {
        const auto name = file.path().filename().string();
        CAPTURE(name);
        const auto vectors = Json::parse(std::ifstream{file.path()});
        auto ledger = SqliteLedger::open(":memory:");
        REQUIRE(ledger);
        for (const auto& step : vectors.at("steps")) {
            CAPTURE(steps);
            for (const auto* key : {"gives", "bodies", "errors"}) {
                if (step.contains(key)) CHECK(answer_to(*ledger, step).dump() == step.at(key).dump());
            }
            ++steps;
        }
    }
    CHECK(steps > 40);
}

}  // namespace ledger_vectors_test
