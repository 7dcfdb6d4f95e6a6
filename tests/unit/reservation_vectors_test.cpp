#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include <denwaban/formats/day_book_json.hpp>

using namespace denwaban;
using Json = nlohmann::ordered_json;

namespace {

Json told(const Errors& errors) {
    auto all = Json::array();
    for (const auto& error : errors) all.push_back({to_string(error.code), to_string(error.where)});
    return all;
}

/// What a step is answered: the answer, or the errors.
struct Answered {
    Json answer = nullptr;
    Json errors = nullptr;
};
template <class T>
Answered answered(const Expected<T, Errors>& made) {
    if (!made) return {nullptr, told(made.error())};
    return {Json::parse(to_json(*made)), nullptr};
}

Answered run(DayBook& book, const Json& step) {
    const auto zone = TimeZone::tokyo();
    if (step.contains("availability")) {
        const auto question = availability_question_from_json(step.at("availability").dump(), zone);
        if (!question) return {nullptr, told(question.error())};
        return answered(availability(book, question->wish, question->starts, question->now, question->moves));
    }
    if (step.contains("propose")) {
        const auto question = proposal_question_from_json(step.at("propose").dump(), zone);
        if (!question) return {nullptr, told(question.error())};
        return answered(propose(book, question->request, question->now, question->asking));
    }
    if (step.contains("edit")) {
        const auto given = edit_from_json(step.at("edit").dump(), zone);
        if (!given) return {nullptr, told(given.error())};
        const auto made = edited(book, *given);
        if (made) book = made->book;
        return answered(made);
    }
    const auto given = command_from_json(step.at("command").dump(), book, zone);
    if (!given) return {nullptr, told(given.error())};
    const auto decision = decide(book, given->command, given->by);
    if (decision) book = decision->book;
    return answered(decision);
}

}  // namespace

/// With DENWABAN_UPDATE in the environment, what the steps are answered is written into the vectors.
TEST_CASE("shared vectors: an evening's book") {
    const bool updates = std::getenv("DENWABAN_UPDATE") != nullptr;
    for (const auto& file : std::filesystem::directory_iterator{DENWABAN_TEST_DATA "/reservation_vectors"}) {
        CAPTURE(file.path().filename());
        std::ifstream stream{file.path()};
        auto vector = Json::parse(stream);
        stream.close();
        auto book = day_book_from_json(vector.at("book").dump());
        REQUIRE(book.has_value());
        for (auto& step : vector.at("steps")) {
            CAPTURE(step.dump());
            const auto [answer, errors] = run(*book, step);
            if (updates) {
                step.erase("answer");
                step.erase("errors");
                if (errors.is_null()) {
                    step["answer"] = answer;
                } else {
                    step["errors"] = errors;
                }
            } else {
                CHECK(answer == step.value("answer", Json(nullptr)));
                CHECK(errors == step.value("errors", Json(nullptr)));
            }
        }
        const auto text = to_json(*book);
        CHECK(day_book_from_json(text) == *book);
        if (updates) {
            vector["after"] = Json::parse(text);
            std::ofstream{file.path()} << vector.dump(1) << "\n";
        } else {
            CHECK(vector.at("after").dump() == text);
        }
    }
}
