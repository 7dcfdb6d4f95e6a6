/// A policy that is read comes back equal, and what is refused is refused for places that are there. Whatever the event
/// of an outbound whisper flow is, the number in its answer is claimed, and the answer is under 32 KB.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

#include <denwaban/connect/outbound_contact.hpp>
#include <denwaban/connect/outbound_whisper.hpp>
#include <denwaban/documents/outbound_caller_json.hpp>
#include <denwaban/documents/restaurant_json.hpp>

#include "check_errors.hpp"

using namespace denwaban;

namespace {

const OutboundCallerPolicy& fixed_policy() {
    static const auto made = *outbound_caller_policy_from_json(R"({
        "claimed": [{"number": "+81312345678", "queues": ["arn:aws:connect:x:1:instance/i/queue/q"], "label": "予約"},
                    {"number": "+81120123456"}, {"number": "+815000009999"}],
        "chains": [{"name": "とり一族", "number": "+81120123456", "restaurants": ["r1"]}],
        "centre": "+815000009999"})");
    return made;
}

const Directory& directory() {
    static const auto made = [] {
        const auto restaurant = restaurant_from_json(R"({"id": "r1", "name": "とりべえ",
            "lines": [{"number": "+81399999999"}, {"number": "+81312345678"}], "hours": {"rules": []}})");
        const auto first = make_date(2026, 11, 1);
        return *Directory::make(
            {*open_restaurant(*restaurant, HolidayCalendar::japan(), TimeZone::tokyo(), {first, first})});
    }();
    return made;
}

void check_whisper(std::string_view event, const OutboundCallerPolicy& policy) {
    const auto answer = outbound_whisper(event, policy, directory());
    for (const auto* key :
         {"result", "problem", "callerId", "reason", "label", "queue", "restaurantId", "callee", "passedOver"}) {
        require(answer.contains(key));
    }
    const auto& shown = answer.at("callerId");
    require(shown.empty() == (answer.at("result") == "no_caller"));
    require(shown.empty() || std::any_of(policy.claimed.begin(), policy.claimed.end(),
                                         [&](const ClaimedNumber& one) { return one.number.e164() == shown; }));
    require(nlohmann::json(answer).dump().size() < std::size_t{32} * 1024);
}

void check_choice(std::string_view text, const OutboundCallerPolicy& policy) {
    const auto& restaurant = directory().restaurants().front().restaurant;
    OutboundCall call{&restaurant, {}, ByQueue{{{std::string{text}}}}, std::string{text}, std::string{text}};
    const auto caller = choose_outbound_caller(policy, call);
    if (const auto* chosen = std::get_if<ChosenCaller>(&caller)) require(chosen->queue.has_value());
    const auto request = start_outbound_voice_contact(
        {.instance_id = "i", .contact_flow_id = "f", .destination = std::string{text}, .source = std::string{text}});
    require(request.has_value() == PhoneNumber::parse(text).has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    check_whisper(text, fixed_policy());
    check_choice(text, fixed_policy());
    const auto policy = outbound_caller_policy_from_json(text);
    if (policy) {
        require(outbound_caller_policy_from_json(to_json(*policy)) == policy);
        check_whisper(R"({"Details": {"ContactData": {}, "Parameters": {"restaurantId": "r1"}}})", *policy);
    } else {
        check_errors(policy.error(), text);
    }
    return 0;
}
