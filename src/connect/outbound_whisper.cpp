#include <denwaban/connect/outbound_whisper.hpp>

#include "lenient.hpp"
#include "utf8.hpp"

namespace denwaban {

namespace {

using Words = std::map<std::string, std::string>;

/// A flow passes an attribute that was never set as an empty text.
[[nodiscard]] std::optional<std::string> said_in(const Words& words, const std::string& key) {
    const auto found = words.find(key);
    if (found == words.end()) return std::nullopt;
    const auto text = connect::trimmed(found->second);
    return text.empty() ? std::nullopt : std::optional{std::string{text}};
}
/// A parameter, else an attribute.
[[nodiscard]] std::optional<std::string> said(const ContactFlowEvent& event, const std::string& key) {
    auto parameter = said_in(event.parameters, key);
    return parameter ? parameter : said_in(event.attributes, key);
}

/// An id that no restaurant has is passed over.
[[nodiscard]] const Restaurant* restaurant_calling(const ContactFlowEvent& event, const Directory& directory) {
    for (const auto* words : {&event.parameters, &event.attributes}) {
        const auto id = said_in(*words, "restaurantId");
        const auto* opened = id ? directory.find(RestaurantId{*id}) : nullptr;
        if (opened != nullptr) return &opened->restaurant;
    }
    return nullptr;
}

[[nodiscard]] OutboundCall read_call(const ContactFlowEvent& event, const Directory& directory) {
    const auto callee = PhoneNumber::parse(connect::bare_address(event.customer.value_or("")));
    return {restaurant_calling(event, directory), callee ? std::optional{*callee} : std::nullopt, ByNumber{},
            said(event, "agentChoice"), said(event, "lastCalled")};
}

[[nodiscard]] const std::vector<PassedOver>& passed_over_of(const OutboundCaller& caller) {
    return std::visit([](const auto& answer) -> const std::vector<PassedOver>& { return answer.passed_over; }, caller);
}

/// What is no number is not repeated: a hostile event may hold any words.
[[nodiscard]] std::string describe(const std::vector<PassedOver>& all) {
    constexpr std::size_t most = 20;
    std::string text;
    for (std::size_t i = 0; i < std::min(all.size(), most); ++i) {
        const auto& [source, candidate, reason] = all[i];
        const auto number = PhoneNumber::parse(candidate);
        if (i > 0) text += "; ";
        text += std::string{to_string(source)} + ' ' + std::string{to_string(reason)};
        if (number) text += ' ' + std::string{number->e164()};
    }
    if (all.size() > most) text += "; …";
    return text;
}

[[nodiscard]] bool is_choice_refused(const OutboundCaller& caller) {
    const auto& all = passed_over_of(caller);
    return std::ranges::any_of(all, [](const PassedOver& one) {
        return one.source == CallerSource::choice && one.reason != PassedOverReason::none;
    });
}

/// A toll-free number may call only within Japan; whether it does, a callee that can't be read leaves open.
[[nodiscard]] bool may_be_toll_free_abroad(const ContactFlowEvent& event, const OutboundCall& call,
                                           const ChosenCaller* chosen) {
    const bool is_read = call.callee || connect::trimmed(event.customer.value_or("")).empty();
    return !is_read && chosen != nullptr && detail::outbound::is_toll_free(chosen->number);
}

[[nodiscard]] std::string_view problem_of(const ContactFlowEvent& event, const OutboundCall& call,
                                          const OutboundCaller& caller) {
    const auto* chosen = std::get_if<ChosenCaller>(&caller);
    if (is_choice_refused(caller)) return "choice_refused";
    const bool agent_chose = chosen != nullptr && chosen->source == CallerSource::choice;
    if (call.restaurant == nullptr && !agent_chose) return "unknown_restaurant";
    return may_be_toll_free_abroad(event, call, chosen) ? "unreadable_callee" : "";
}

[[nodiscard]] FlowAttributes describe(const OutboundCall& call, const OutboundCaller& caller,
                                      std::string_view problem) {
    const auto* chosen = std::get_if<ChosenCaller>(&caller);
    const std::string_view with_number = problem.empty() ? "chosen" : "fallback";
    FlowAttributes attributes{{"result", std::string{chosen != nullptr ? with_number : "no_caller"}},
                              {"problem", std::string{problem}},
                              {"callerId", ""},
                              {"reason", ""},
                              {"label", ""},
                              {"queue", ""},
                              {"restaurantId", call.restaurant != nullptr ? call.restaurant->id.text : ""},
                              {"callee", call.callee ? std::string{call.callee->e164()} : ""},
                              {"passedOver", describe(passed_over_of(caller))}};
    if (chosen == nullptr) return attributes;
    attributes["callerId"] = chosen->number.e164();
    attributes["reason"] = to_string(chosen->source);
    attributes["label"] = chosen->label;
    attributes["queue"] = chosen->queue.value_or(QueueArn{}).text;
    return attributes;
}

[[nodiscard]] FlowAttributes malformed(const Errors& errors, const OutboundCallerPolicy& policy) {
    const OutboundCall nobodys;
    auto attributes = describe(nobodys, choose_outbound_caller(policy, nobodys), "malformed_event");
    attributes["error"] = to_string(errors.front().code);
    attributes["errorWhere"] = connect::shortened_place(to_string(errors.front().where));
    return attributes;
}

}  // namespace

FlowAttributes outbound_whisper(std::string_view event, const OutboundCallerPolicy& policy,
                                const Directory& directory) {
    const auto read = contact_flow_event_from_json(event);
    return read ? outbound_whisper(*read, policy, directory) : malformed(read.error(), policy);
}

FlowAttributes outbound_whisper(const ContactFlowEvent& event, const OutboundCallerPolicy& policy,
                                const Directory& directory) {
    const auto call = read_call(event, directory);
    const auto caller = choose_outbound_caller(policy, call);
    return describe(call, caller, problem_of(event, call, caller));
}

}  // namespace denwaban
