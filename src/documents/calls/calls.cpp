#include <denwaban/documents/calls_json.hpp>

#include "call_shapes.hpp"
#include "documents/engine/unknown_word.hpp"

namespace denwaban {

namespace shapes {

void read_caller(const Node& node, Caller& caller) {
    caller = Withheld{WithheldReason::not_given};
    const auto word = node.string();
    if (const auto reason = enumerator_named<WithheldReason>(word)) {
        caller = Withheld{*reason};
    } else if (const auto said = parse_caller(word)) {
        caller = *said;
    } else {
        formats::tell_unknown_word(node, word, said.error().code, said.error().message);
    }
}
void write_caller(const Caller& caller, Sink& sink, const Value*) {
    const auto* number = std::get_if<PhoneNumber>(&caller);
    sink.text(number != nullptr ? number->e164() : name_of(std::get<Withheld>(caller).reason));
}

void read_outside_event(const Node& node, OutsideCallEvent& event) {
    event = *OutsideCallEvent::of(static_cast<CallEvent>(node.place_in(outside_call_event_names)));
}
void write_outside_event(const OutsideCallEvent& event, Sink& sink, const Value*) {
    sink.text(name_of(static_cast<CallEvent>(event)));
}

void require_contacts(const Node& node, Call& call, std::size_t) {
    const auto contacts = node.member("contacts");
    const bool has_none = contacts && contacts->value().is_array() && call.contacts.empty();
    if (has_none) contacts->fail(ErrorCode::missing_key, "needs at least one");
}

void check_writable(const Node& node, std::string&, std::size_t) {
    if (node.value().is_string()) std::ignore = node.writable();
}

void check_occurrences(const Node& node, std::vector<CallOccurrence>& occurrences, std::size_t) {
    if (occurrences.empty()) return;
    Call call;
    auto occurrence = occurrences.begin();
    node.each([&](const Node& item) {
        if (occurrence == occurrences.end()) return;
        const bool good = !occurrence->id.empty();
        const auto known = call.occurrences.size();
        call = denwaban::detail::insert(std::move(call), std::move(*occurrence++)).call;
        if (good && call.occurrences.size() == known) item.fail(ErrorCode::duplicate_id, "stands twice");
    });
    occurrences = std::move(call.occurrences);
}

}  // namespace shapes

Expected<Call, Errors> call_from_json(std::string_view text) {
    return formats::read_document(text, [](const formats::Node& node) {
        Call call;
        shapes::read_shape(shapes::call_of_contacts, node, &call);
        return call;
    });
}
std::string to_json(const Call& call) { return shapes::json_of(call); }

Expected<OutsideOccurrence, Errors> call_occurrence_from_json(std::string_view text) {
    return shapes::value_from_json<OutsideOccurrence>(text);
}

Expected<WrapUpPolicy, Errors> wrap_up_policy_from_json(std::string_view text) {
    return shapes::value_from_json<WrapUpPolicy>(text);
}
std::string to_json(const WrapUpPolicy& policy) { return shapes::json_of(policy); }

}  // namespace denwaban
