#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include <denwaban/ledger/run.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>
#include <denwaban/ledger/task_json.hpp>

#include "told_errors.hpp"

namespace errand_vectors_test {
using namespace denwaban;
using Json = nlohmann::ordered_json;

namespace {

/// What a question is answered, or its errors as `code /where`.
Json answer_to(Ledger& ledger, const Json& question) {
    auto errand = errand_from_json(question.dump(), 1);
    if (!errand) return told(errand.error());
    const auto answer = run(ledger, *std::move(errand));
    return answer ? Json::parse(*answer) : Json(told(answer.error()));
}

}  // namespace

/// With DENWABAN_UPDATE in the environment, what the steps are answered is written into the vectors.
TEST_CASE("desks on SQLite answer the shared vectors of errands") {
    const bool updates = std::getenv("DENWABAN_UPDATE") != nullptr;
    std::size_t steps = 0;
    for (const auto& file : std::filesystem::directory_iterator{DENWABAN_TEST_DATA "/errand_vectors"}) {
        const auto name = file.path().filename().string();
        CAPTURE(name);
        auto vectors = Json::parse(std::ifstream{file.path()});
        auto ledger = SqliteLedger::open(":memory:");
        REQUIRE(ledger);
        for (auto& step : vectors.at("steps")) {
            CAPTURE(step.at("ask").dump());
            const auto answer = answer_to(*ledger, step.at("ask"));
            if (updates && step.contains("gives")) step["gives"] = answer;
            CHECK(answer.dump() == step.at(step.contains("gives") ? "gives" : "errors").dump());
            ++steps;
        }
        if (updates) std::ofstream{file.path()} << vectors.dump(2) << '\n';
    }
    CHECK(steps > 70);
}

}  // namespace errand_vectors_test
