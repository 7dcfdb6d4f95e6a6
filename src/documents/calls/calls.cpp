#include <denwaban/documents/calls_json.hpp>

#include <denwaban/core/iso8601.hpp>

#include "calls.hpp"
#include "dispositions.hpp"

namespace denwaban {

namespace formats {
namespace {

[[nodiscard]] std::string read_words(const Node& node) { return node.string(); }

/// A number, or what a telephone system says where it shows none (`anonymous`, 公衆電話), or our word for that.
[[nodiscard]] Caller read_caller(const Node& node) {
    const auto word = node.string();
    if (const auto reason = enumerator_named<WithheldReason>(word)) return Withheld{*reason};
    const auto caller = parse_caller(word);
    if (caller) return *caller;
    node.fail(caller.error().code, caller.error().message);
    return Withheld{WithheldReason::not_given};
}

[[nodiscard]] CallReason read_reason(const Node& node) {
    const Fields fields{node, {"kind", "booking", "words"}};
    return {fields.require("kind", read_named<CallReasonKind>),
            read_if_any(fields, "booking", read_id<struct BookingTag>), fields.value_or("words", read_words)};
}

[[nodiscard]] std::optional<PromisedCallback> read_callback(const Node& node) {
    const Fields fields{node, {"number", "at", "by"}};
    const auto number = fields.required("number");
    const auto at = fields.require("at", [](const Node& part) { return part.instant(); });
    const auto by = fields.require("by", read_id<struct AgentTag>);
    const auto read = number ? number->phone_number() : std::nullopt;
    if (!read) return std::nullopt;
    return PromisedCallback{*read, at, by};
}

}  // namespace

OutsideOccurrence read_occurrence(const Node& node) {
    const Fields fields{node, {"id", "event", "at"}};
    return {
        fields.require("id", [](const Node& part) { return part.name(); }),
        *OutsideCallEvent::of(fields.require(
            "event", [](const Node& part) { return static_cast<CallEvent>(part.place_in(outside_call_event_names)); })),
        fields.require("at", [](const Node& part) { return part.instant(); })};
}

namespace {

[[nodiscard]] Amendment read_amendment(const Node& node) {
    const Fields fields{node, {"by", "at", "reason", "before"}};
    return {fields.require("by", read_id<struct AgentTag>),
            fields.require("at", [](const Node& part) { return part.instant(); }),
            fields.value_or("reason", read_words), fields.require("before", read_dispositions)};
}

[[nodiscard]] DispositionRecord read_record(const Node& node) {
    const Fields fields{node, {"catalogue_version", "dispositions", "by", "at", "unfinished", "amendments"}};
    return {fields.require("catalogue_version", [](const Node& part) { return part.name(); }),
            fields.require("dispositions", read_dispositions),
            fields.require("by", read_id<struct AgentTag>),
            fields.require("at", [](const Node& part) { return part.instant(); }),
            fields.value_or("unfinished", read_dispositions),
            fields.value_or("amendments", [](const Node& part) { return part.list(read_amendment); })};
}

[[nodiscard]] CallOccurrence read_kept_occurrence(const Node& node) {
    const Fields fields{node, {"id", "event", "at"}};
    return {fields.require("id", [](const Node& part) { return part.name(); }),
            fields.require("event", read_named<CallEvent>),
            fields.require("at", [](const Node& part) { return part.instant(); })};
}

/// In the order in which they happened, whatever order they stand in; none of them twice.
void read_occurrences(const Node& node, Call& call) {
    node.each([&](const Node& item) {
        auto occurrence = read_kept_occurrence(item);
        const auto known = call.occurrences.size();
        const bool good = !occurrence.id.empty();
        call = detail::insert(std::move(call), std::move(occurrence)).call;
        if (good && call.occurrences.size() == known) item.fail(ErrorCode::duplicate_id, "stands twice");
    });
}

constexpr int most_extensions = 1000;
/// The desk's own come on top.
constexpr std::size_t most_kept_occurrences = most_occurrences + 10;

}  // namespace

Call read_call(const Node& node) {
    const Fields fields{node,
                        {"contacts", "direction", "other", "dialled", "restaurant", "customer", "agent", "reasons",
                         "notes", "drafts", "booking", "callback", "record", "extensions", "occurrences"}};
    Call call;
    call.contacts = fields.require("contacts", [](const Node& part) { return part.list(read_id<struct ContactTag>); });
    call.direction = fields.require("direction", read_named<CallDirection>);
    call.other = fields.value_or("other", read_caller, call.other);
    if (const auto dialled = fields.optional("dialled"); dialled && !dialled->value().is_null()) {
        call.dialled = dialled->phone_number();
    }
    call.restaurant = read_if_any(fields, "restaurant", read_id<struct RestaurantTag>);
    call.customer = read_if_any(fields, "customer", read_id<struct CustomerTag>);
    call.agent = read_if_any(fields, "agent", read_id<struct AgentTag>);
    call.reasons = fields.value_or("reasons", [](const Node& part) { return part.list(read_reason); });
    call.notes = fields.value_or("notes", read_words);
    call.drafts = fields.value_or("drafts", read_dispositions);
    call.booking = read_if_any(fields, "booking", read_id<struct BookingTag>);
    call.callback = read_if_any(fields, "callback", read_callback).value_or(std::nullopt);
    call.record = read_if_any(fields, "record", read_record);
    call.extensions = fields.value_or("extensions", [](const Node& part) { return part.integer(0, most_extensions); });
    if (const auto occurrences = fields.optional("occurrences")) {
        if (occurrences->value().is_array() && occurrences->value().size() > most_kept_occurrences) {
            occurrences->fail(ErrorCode::too_large, "are more than any call has");
        } else {
            read_occurrences(*occurrences, call);
        }
    }
    return call;
}

Call read_call_of_contacts(const Node& node) {
    auto call = read_call(node);
    const auto contacts = node.member("contacts");
    const bool has_none = contacts && contacts->value().is_array() && call.contacts.empty();
    if (has_none) contacts->fail(ErrorCode::missing_key, "needs at least one");
    return call;
}

namespace {

[[nodiscard]] WrapUpTimer read_timer(const Node& node) {
    constexpr int day = 24 * 60 * 60;
    const Fields fields{node, {"limit", "extension", "extensions"}};
    const auto seconds = [](const Node& part) { return std::chrono::seconds{part.integer(0, day)}; };
    return {fields.require("limit", seconds), fields.value_or("extension", seconds),
            fields.value_or("extensions", [](const Node& part) { return part.integer(0, most_extensions); })};
}

}  // namespace

WrapUpPolicy read_wrap_up_policy(const Node& node) {
    const Fields fields{node, {"demand", "timer", "default_outcome"}};
    WrapUpPolicy policy;
    policy.demand = fields.require("demand", read_named<WrapUpDemand>);
    policy.timer = read_if_any(fields, "timer", read_timer);
    const auto outcome = read_if_any(fields, "default_outcome", read_id<struct DispositionTag>);
    if (outcome) policy.default_outcome = *outcome;
    return policy;
}

namespace {

template <class Tag>
[[nodiscard]] Json write_id(const std::optional<Id<Tag>>& id) {
    return id ? Json(id->text) : Json(nullptr);
}

[[nodiscard]] Json write_caller(const Caller& caller) {
    if (const auto* number = std::get_if<PhoneNumber>(&caller)) return number->e164();
    return to_string(std::get<Withheld>(caller).reason);
}

[[nodiscard]] Json write_record(const DispositionRecord& record) {
    auto amendments = Json::array();
    for (const auto& amendment : record.amendments) {
        amendments.push_back(Json{{"by", amendment.by.text},
                                  {"at", to_iso8601(amendment.at)},
                                  {"reason", amendment.reason},
                                  {"before", written(amendment.before)}});
    }
    return {{"catalogue_version", record.catalogue_version},
            {"dispositions", written(record.dispositions)},
            {"by", record.by.text},
            {"at", to_iso8601(record.at)},
            {"unfinished", written(record.unfinished)},
            {"amendments", std::move(amendments)}};
}

[[nodiscard]] Json write_callback(const PromisedCallback& callback) {
    return {{"number", callback.number.e164()}, {"at", to_iso8601(callback.at)}, {"by", callback.by.text}};
}

}  // namespace

Json written(const Call& call) {
    auto contacts = Json::array(), reasons = Json::array(), occurrences = Json::array();
    for (const auto& contact : call.contacts) contacts.push_back(contact.text);
    for (const auto& reason : call.reasons) {
        reasons.push_back(
            Json{{"kind", to_string(reason.kind)}, {"booking", write_id(reason.booking)}, {"words", reason.words}});
    }
    for (const auto& occurrence : call.occurrences) {
        occurrences.push_back(
            Json{{"id", occurrence.id}, {"event", name_of(occurrence.event)}, {"at", to_iso8601(occurrence.at)}});
    }
    return {{"contacts", std::move(contacts)},
            {"direction", to_string(call.direction)},
            {"other", write_caller(call.other)},
            {"dialled", call.dialled ? Json(call.dialled->e164()) : Json(nullptr)},
            {"restaurant", write_id(call.restaurant)},
            {"customer", write_id(call.customer)},
            {"agent", write_id(call.agent)},
            {"reasons", std::move(reasons)},
            {"notes", call.notes},
            {"drafts", written(call.drafts)},
            {"booking", write_id(call.booking)},
            {"callback", call.callback ? write_callback(*call.callback) : Json(nullptr)},
            {"record", call.record ? write_record(*call.record) : Json(nullptr)},
            {"extensions", call.extensions},
            {"occurrences", std::move(occurrences)}};
}

}  // namespace formats

Expected<Call, Errors> call_from_json(std::string_view text) {
    return formats::read_document(text, formats::read_call_of_contacts);
}

std::string to_json(const Call& call) { return formats::write_document(formats::written(call)); }

Expected<OutsideOccurrence, Errors> call_occurrence_from_json(std::string_view text) {
    return formats::read_document(text, formats::read_occurrence);
}

Expected<WrapUpPolicy, Errors> wrap_up_policy_from_json(std::string_view text) {
    return formats::read_document(text, formats::read_wrap_up_policy);
}

std::string to_json(const WrapUpPolicy& policy) {
    using formats::Json;
    const auto* outcome = std::get_if<DispositionCode>(&policy.default_outcome);
    Json timer = nullptr;
    if (policy.timer) {
        timer = Json{{"limit", policy.timer->limit.count()},
                     {"extension", policy.timer->extension.count()},
                     {"extensions", policy.timer->extensions}};
    }
    return formats::write_document({{"demand", to_string(policy.demand)},
                                    {"timer", std::move(timer)},
                                    {"default_outcome", outcome != nullptr ? Json(outcome->text) : Json(nullptr)}});
}

}  // namespace denwaban
