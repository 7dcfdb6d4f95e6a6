#include <denwaban/call/outbound_caller.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/documents/outbound_caller_json.hpp>

#include "told_errors.hpp"

namespace outbound_caller_test {
using namespace denwaban;

namespace {

using Found = std::vector<std::string>;

const std::string instance = "arn:aws:connect:ap-northeast-1:123456789012:instance/2fb42df9/queue/";
const QueueArn reservations{instance + "reservations"}, main_queue{instance + "main"};

PhoneNumber number(std::string_view text) { return *PhoneNumber::parse(text); }

const PhoneNumber reserve = number("03-1234-5678"), toll_free = number("0120-123-456"),
                  centre = number("050-0000-9999");

/// Whoever calls out for とりべえ may show its reservation line, its toll-free line, or the centre's number.
OutboundCallerPolicy policy() {
    OutboundCallerPolicy policy;
    policy.claimed = {
        {reserve, {reservations, main_queue}, "予約"}, {toll_free, {}, ""}, {centre, {{instance + "centre"}}, ""}};
    policy.centre = centre;
    return policy;
}

Restaurant toribee() {
    Restaurant restaurant;
    restaurant.id = {"toribee"};
    restaurant.lines = {{reserve, "予約"}, {toll_free, ""}};
    return restaurant;
}

/// The number and its source, or each reason why there is none.
std::string shown(const OutboundCallerPolicy& policy, const OutboundCall& call) {
    const auto caller = choose_outbound_caller(policy, call);
    if (const auto* chosen = std::get_if<ChosenCaller>(&caller)) {
        return std::string{to_string(chosen->source)} + " " + std::string{chosen->number.e164()};
    }
    std::string reasons;
    for (const auto& [source, text, reason] : std::get<NoCaller>(caller).passed_over) {
        reasons +=
            (reasons.empty() ? "" : ", ") + std::string{to_string(source)} + " " + std::string{to_string(reason)};
    }
    return reasons;
}

Found errors(const std::string& text) { return told(outbound_caller_policy_from_json(text)); }

}  // namespace

TEST_CASE("a callee sees the restaurant's own number, and the answer says why") {
    const auto restaurant = toribee();
    const auto caller = choose_outbound_caller(policy(), {&restaurant, number("090-1234-5678"), ByNumber{}, {}, "x"});
    CHECK(caller == OutboundCaller{ChosenCaller{reserve,
                                                CallerSource::restaurant,
                                                reservations,
                                                "予約",
                                                {{CallerSource::choice, "", PassedOverReason::none},
                                                 {CallerSource::last_called, "x", PassedOverReason::not_a_number}}}});
}

TEST_CASE("sources are asked in the order of the policy") {
    const auto restaurant = toribee();
    const OutboundCall call{&restaurant, {}, ByNumber{}, "050-0000-9999", "0120-123-456"};
    auto ordered = policy();
    CHECK(shown(ordered, call) == "choice +815000009999");
    ordered.order = {CallerSource::last_called, CallerSource::choice};
    CHECK(shown(ordered, call) == "last_called +81120123456");
    ordered.order = {CallerSource::restaurant};
    CHECK(shown(ordered, call) == "restaurant +81312345678");
    ordered.order = {};
    CHECK(choose_outbound_caller(ordered, call) == OutboundCaller{NoCaller{}});
}

TEST_CASE("a queue that shows the number is one of the agent's") {
    const auto restaurant = toribee();
    const auto by = [&](std::vector<QueueArn> queues) {
        return choose_outbound_caller(policy(), {&restaurant, {}, ByQueue{std::move(queues)}, "0120-123-456", {}});
    };
    const auto caller = std::get<ChosenCaller>(by({main_queue}));
    CHECK(caller.number == reserve);
    CHECK(caller.queue == main_queue);
    CHECK(caller.passed_over.front() == PassedOver{CallerSource::choice, "0120-123-456", PassedOverReason::no_queue});
    CHECK(std::get<ChosenCaller>(by({main_queue, reservations})).queue == reservations);
    CHECK(std::holds_alternative<NoCaller>(by({})));
}

TEST_CASE("only a number on which the customer reaches us again counts as called last") {
    const auto restaurant = toribee();
    auto with_another = policy();
    with_another.claimed.push_back({number("03-9999-9999"), {}, "鳥八"});
    const auto after = [&](const std::string& last_called, const Restaurant* behalf) {
        return shown(with_another, {behalf, {}, ByNumber{}, {}, last_called});
    };
    CHECK(after("0120-123-456", &restaurant) == "last_called +81120123456");
    CHECK(after("050-0000-9999", &restaurant) == "last_called +815000009999");
    CHECK(after("03-9999-9999", &restaurant) == "restaurant +81312345678");
    CHECK(after("0120-123-456", nullptr) == "centre +815000009999");
    CHECK(after("050-0000-9999", nullptr) == "last_called +815000009999");
}

TEST_CASE("toll-free numbers stay in Japan") {
    const auto restaurant = toribee();
    for (const std::string choice : {"0120-123-456", "0800-123-4567"}) {
        auto with_both = policy();
        with_both.claimed.push_back({number("0800-123-4567"), {}, ""});
        const auto calls = [&](std::optional<PhoneNumber> callee) {
            return shown(with_both, {&restaurant, callee, ByNumber{}, choice, {}});
        };
        CHECK(calls(number("+1 206-555-0100")) == "restaurant +81312345678");
        CHECK(calls(number("090-1234-5678")).starts_with("choice "));
        CHECK(calls(std::nullopt).starts_with("choice "));
    }
    auto mobile = policy();
    mobile.claimed.push_back({number("080-1234-5678"), {}, ""});
    CHECK(shown(mobile, {nullptr, number("+12065550100"), ByNumber{}, "080-1234-5678", {}}) == "choice +818012345678");
}

TEST_CASE("without a number that may be shown there is none, and every reason") {
    const auto restaurant = toribee();
    CHECK(shown({}, {&restaurant, {}, ByNumber{}, "x", "03-1234-5678"}) ==
          "choice not_a_number, last_called not_claimed, restaurant not_claimed, restaurant not_claimed, "
          "chain none, centre none");
    CHECK(shown({}, {}) ==
          "choice none, last_called none, restaurant unknown_restaurant, chain unknown_restaurant, centre none");

    // A policy that was not read from JSON may say so.
    OutboundCallerPolicy unclaimed;
    unclaimed.chains = {{"とり一族", reserve, {restaurant.id}}};
    unclaimed.centre = centre;
    unclaimed.order = {CallerSource::chain, CallerSource::centre};
    CHECK(shown(unclaimed, {&restaurant, {}, ByNumber{}, {}, {}}) == "chain not_claimed, centre not_claimed");
}

TEST_CASE("the id of a queue is the end of its ARN") {
    CHECK(queue_id(reservations.text) == "reservations");
    CHECK(queue_id(instance + "agent/4f1c") == "agent/4f1c");
    for (const std::string_view none : {"", "reservations", "/queue/reservations", "arn:aws:connect:instance/i"}) {
        CHECK(queue_id(none) == std::nullopt);
    }
    CHECK(queue_id(instance) == std::nullopt);
}

TEST_CASE("a policy comes back from JSON as it was written") {
    const std::string text =
        R"({"order":["choice","centre"],"claimed":[{"number":"+81312345678","queues":[")" + reservations.text +
        R"("],"label":"予約"},{"number":"+815000009999"}],)"
        R"("chains":[{"name":"とり一族","number":"+81312345678","restaurants":["toribee"]}],"centre":"+815000009999"})";
    const auto read = outbound_caller_policy_from_json(text);
    REQUIRE(read);
    CHECK(to_json(*read) == text);
    CHECK(read->order == std::vector{CallerSource::choice, CallerSource::centre});
    CHECK(read->claimed[0] == ClaimedNumber{reserve, {reservations}, "予約"});
    CHECK(outbound_caller_policy_from_json(to_json(policy())) == policy());
    CHECK(outbound_caller_policy_from_json(R"({"claimed": []})") == OutboundCallerPolicy{});
}

TEST_CASE("everything that is wrong with a policy is told at once, each with its place") {
    CHECK(errors(R"({"order": [], "claimed": 7, "colour": "red"})") ==
          Found{"invalid_value /order", "wrong_type /claimed", "unknown_key /colour"});
    CHECK(errors(R"({"order": ["choice", "queue", "choice"]})") ==
          Found{"missing_key ", "invalid_value /order/1", "invalid_value /order/2"});
    CHECK(errors(R"({"claimed": [
              {"number": "03-1234-5678", "queues": ["reservations", "arn:x/queue/a"]},
              {"number": "+81312345678", "queues": ["arn:x/queue/a", "", 7], "label": 1}, {}],
          "chains": [{"name": "", "number": "x", "restaurants": ["a"]},
                     {"name": "b", "number": "03-1234-5678", "restaurants": ["a", ""]},
                     {"name": "b", "number": "03-1234-5678", "restaurants": []}, {"number": "03-1234-5678"}],
          "centre": "050-0000-9999"})") == Found{
                                               "invalid_value /claimed/0/queues/0",
                                               "duplicate_number /claimed/1/number",
                                               "duplicate_id /claimed/1/queues/0",
                                               "invalid_value /claimed/1/queues/1",
                                               "wrong_type /claimed/1/queues/2",
                                               "wrong_type /claimed/1/label",
                                               "missing_key /claimed/2",
                                               "invalid_value /chains/0/name",
                                               "not_a_phone_number /chains/0/number",
                                               "duplicate_id /chains/1/restaurants/0",
                                               "invalid_value /chains/1/restaurants/1",
                                               "duplicate_id /chains/2/name",
                                               "missing_key /chains/3",
                                               "missing_key /chains/3",
                                           });
}

TEST_CASE("a chain and the centre show claimed numbers; a claim that can't be read leaves that open") {
    const auto policy_of = [](const std::string& claimed) {
        return R"({"claimed": [)" + claimed +
               R"(], "chains": [{"name": "a", "number": "03-1234-5678", "restaurants": []}], "centre": "050-0000-9999"})";
    };
    CHECK(errors(policy_of(R"({"number": "03-1234-5678"})")) == Found{"unknown_reference /centre"});
    CHECK(errors(policy_of("")) == Found{"unknown_reference /chains/0/number", "unknown_reference /centre"});
    CHECK(errors(policy_of(R"({"number": "050"})")) == Found{"not_a_phone_number /claimed/0/number"});
}

}  // namespace outbound_caller_test
