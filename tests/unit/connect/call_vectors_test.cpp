#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include <denwaban/connect/contact_attributes.hpp>
#include <denwaban/core/iso8601.hpp>
#include <denwaban/documents/calls_json.hpp>
#include <denwaban/documents/dispositions_json.hpp>
#include <denwaban/talk/hand_over.hpp>

namespace call_vectors_test {
using namespace denwaban;
using Json = nlohmann::json;

namespace {

Json told(const Errors& errors) {
    auto all = Json::array();
    for (const auto& error : errors) all.push_back({to_string(error.code), to_string(error.where)});
    return all;
}
Json told(const Error& error) { return told(Errors{error}); }

/// Takes what a step made of the call, or compares why it made nothing.
template <class E>
void take(Call& call, const Expected<Call, E>& made, const Json& step) {
    REQUIRE(made.has_value() == !step.contains("errors"));
    if (made) {
        call = *made;
        CHECK(name_of(state_of(call)) == step.at("state").get<std::string>());
    } else {
        CHECK(told(made.error()) == step.at("errors"));
    }
}

void run(Call& call, const Json& step, const WrapUpPolicy& policy) {
    const auto& catalogue = default_catalogue();
    const auto what = step.at("do").get<std::string>();
    const auto at = parse_iso8601(step.value("at", "")).value_or(Instant{});
    const AgentId by{step.value("by", "")};
    const auto dispositions = [&] { return *dispositions_from_json(step.at("dispositions").dump(), catalogue); };
    if (what == "apply") {
        const auto occurrence = call_occurrence_from_json(step.at("occurrence").dump());
        if (!occurrence) return take(call, Expected<Call, Errors>{Unexpected{occurrence.error()}}, step);
        auto made = apply(call, *occurrence);
        CHECK((made.effect ? Json(name_of(*made.effect)) : Json(nullptr)) == step.at("effect"));
        take(call, Expected<Call>{made.call}, step);
    } else if (what == "draft") {
        take(call, draft(call, dispositions(), policy), step);
    } else if (what == "extend") {
        take(call, extend(call, policy, at), step);
    } else if (what == "complete") {
        take(call, complete(call, policy, catalogue, by, at), step);
    } else if (what == "expire") {
        take(call, expire(call, policy, catalogue, by, at), step);
    } else if (what == "amend") {
        take(call, amend_record(call, dispositions(), catalogue, by, at, step.at("reason")), step);
    } else {
        REQUIRE(what == "wrap_up_due");
        const auto due = wrap_up_due(call, policy);
        REQUIRE(due);
        CHECK(to_iso8601(*due) == step.at("due").get<std::string>());
    }
}

}  // namespace

TEST_CASE("calls become what the shared vectors say") {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator{DENWABAN_TEST_DATA "/call_vectors"}) {
        CAPTURE(entry.path().filename().string());
        std::ifstream file{entry.path()};
        const auto vector = Json::parse(std::string{std::istreambuf_iterator<char>{file}, {}});
        const auto policy = wrap_up_policy_from_json(vector.at("policy").dump());
        const auto read = call_from_json(vector.at("call").dump());
        REQUIRE(policy);
        REQUIRE(read);
        auto call = *read;
        for (const auto& step : vector.at("steps")) {
            CAPTURE(step.dump());
            run(call, step, *policy);
        }
        CHECK(to_string(outcome_of(call)) == vector.at("outcome").get<std::string>());
        const auto& note = vector.at("hand_over");
        const auto by = HandOverTemplate::parse(note.at("template").get<std::string>());
        REQUIRE(by);
        const HandOverContext context{note.at("restaurant"), note.at("agent"), TimeZone::tokyo()};
        CHECK(hand_over(*by, call, default_catalogue(), context) == note.at("text").get<std::string>());
        const auto attributes = contact_attributes(call, OnTooLarge::refuse);
        REQUIRE(attributes);
        CHECK(Json(attributes->attributes) == vector.at("attributes"));
        CHECK(call_from_json(to_json(call)) == call);
        ++count;
    }
    CHECK(count >= 3);
}

}  // namespace call_vectors_test
