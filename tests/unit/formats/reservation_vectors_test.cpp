#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/documents/customers_json.hpp>
#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/formats/google_bookings.hpp>
#include <denwaban/formats/schema_org_reservation.hpp>
#include <denwaban/zones.hpp>

namespace reservation_vectors_test {
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

TimeZone zone_of(const DayBook& book) { return *load_time_zone(book->zone); }

Answered run_google(DayBook& book, const Json& step) {
    const auto zone = zone_of(book);
    const auto now = *parse_iso8601(step.at("now").get<std::string>());
    const auto request = step.at("request").dump();
    if (step.contains("lookup")) {
        const std::vector<DayBook> books{book};
        const auto response = google_batch_availability_lookup(request, books, zone, now);
        if (!response) return {nullptr, told(response.error())};
        return {Json::parse(*response), nullptr};
    }
    const auto made = step.contains("id") ? google_create_booking(request, book, zone, now, {step.at("id")})
                                          : google_update_booking(request, book, zone, now);
    if (!made) return {nullptr, told(made.error())};
    book = made->book;
    return {Json::parse(made->response), nullptr};
}

/// What is done to the ledger: its answer, or its error.
Answered run_customers(Customers& customers, const DayBook& book, const Json& step) {
    const auto one = [](const Customer* found) {
        return found != nullptr ? Json::parse(to_json(*found)) : Json(nullptr);
    };
    const auto all = [](const std::vector<const Customer*>& found) { return Json::parse(to_json(found)); };
    const auto done = [](const Expected<std::monostate>& made) {
        return made ? Answered{true, nullptr} : Answered{nullptr, told(Errors{made.error()})};
    };
    if (step.contains("find")) return {one(customers.find({step.at("find")})), nullptr};
    if (step.contains("by_name")) return {all(customers.by_name(step.at("by_name").get<std::string>())), nullptr};
    if (step.contains("by_phone")) {
        const auto number = PhoneNumber::parse(step.at("by_phone").get<std::string>());
        if (!number) return {nullptr, told(Errors{number.error()})};
        return {all(customers.by_phone(*number)), nullptr};
    }
    if (step.contains("keep")) return done(customers.merge({step.at("keep")}, {step.at("absorb")}));
    if (step.contains("visit")) return done(customers.record_visit(book, {step.at("visit")}));
    auto customer = customer_from_json(step.at("put").dump());
    if (!customer) return {nullptr, told(customer.error())};
    return done(customers.put(*std::move(customer)));
}

Answered run(DayBook& book, Customers& customers, const Json& step) {
    if (step.contains("customers")) return run_customers(customers, book, step.at("customers"));
    const auto zone = zone_of(book);
    if (step.contains("availability")) {
        const auto question = availability_question_from_json(step.at("availability").dump(), zone);
        if (!question) return {nullptr, told(question.error())};
        return answered(availability(book, *question));
    }
    if (step.contains("propose")) {
        const auto question = proposal_question_from_json(step.at("propose").dump(), zone);
        if (!question) return {nullptr, told(question.error())};
        return answered(propose(book, *question));
    }
    if (step.contains("waiting_list")) {
        const auto question = waiting_list_question_from_json(step.at("waiting_list").dump(), zone);
        if (!question) return {nullptr, told(question.error())};
        return answered(waiting_list(book, *question));
    }
    if (step.contains("edit")) {
        const auto given = edit_from_json(step.at("edit").dump(), zone);
        if (!given) return {nullptr, told(given.error())};
        const auto made = edited(book, *given);
        if (made) book = made->book;
        return answered(made);
    }
    if (step.contains("google")) return run_google(book, step.at("google"));
    if (step.contains("schema_org")) {
        const auto* found = book.find({step.at("schema_org")});
        REQUIRE(found != nullptr);
        const auto text = to_schema_org(book, *found, "花丸", zone);
        auto answer = Json::object();
        answer["said"] = Json::parse(text);
        answer["read"] = Json::parse(to_json(*schema_org_reservation_from_json(text, zone)));
        return {answer, nullptr};
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
        Customers customers;
        for (auto& step : vector.at("steps")) {
            CAPTURE(step.dump());
            const auto [answer, errors] = run(*book, customers, step);
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

}  // namespace reservation_vectors_test
