/// A call that is read comes back equal, can be handed over and written back to its contact, and is closed by its end;
/// what is refused is refused for places that are there.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <denwaban/connect/contact_attributes.hpp>
#include <denwaban/documents/calls_json.hpp>
#include <denwaban/documents/dispositions_json.hpp>
#include <denwaban/talk/hand_over.hpp>

#include "check_errors.hpp"

using namespace denwaban;

namespace {

void check_end(Call call, const WrapUpPolicy& policy) {
    const Instant late{std::chrono::hours{24 * 365 * 100}};
    call = apply(std::move(call), {"the end", CallEvent::ended, late}).call;
    const auto drafts = call.drafts;
    const bool was_open = state_of(call) != CallState::closed;
    const auto closed = complete(call, policy, default_catalogue(), {"a"}, late);
    require(!closed || state_of(*closed) == CallState::closed);
    if (closed && was_open && !drafts.empty() && policy.demand != WrapUpDemand::not_allowed) {
        require(closed->record && closed->record->dispositions == drafts);
    }
}

void check_call(std::string_view text) {
    const auto call = call_from_json(text);
    if (!call) return check_errors(call.error(), text);
    require(call_from_json(to_json(*call)) == call);
    static const auto mail = *HandOverTemplate::parse(hand_over_mail);
    require(!hand_over(mail, *call, default_catalogue(), {"店", "", TimeZone::tokyo()}).empty());
    const auto attributes = contact_attributes(*call, OnTooLarge::shorten);
    if (attributes) require(update_contact_attributes_request("i", {"c"}, attributes->attributes).has_value());
    check_end(*call, {WrapUpDemand::required_with_data, WrapUpTimer{}, DispositionCode{"other"}});
    check_end(*call, {WrapUpDemand::optional, std::nullopt, StayOpen{}});
}

void check_policy(std::string_view text) {
    const auto policy = wrap_up_policy_from_json(text);
    if (!policy) return check_errors(policy.error(), text);
    require(wrap_up_policy_from_json(to_json(*policy)) == policy);
}

void check_occurrence(std::string_view text) {
    const auto occurrence = call_occurrence_from_json(text);
    if (!occurrence) return check_errors(occurrence.error(), text);
    const auto once = apply(Call{}, *occurrence).call;
    require(apply(once, *occurrence).call == once);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    check_call(text);
    check_policy(text);
    check_occurrence(text);
    return 0;
}
