#include <denwaban/connect/talk_flow.hpp>

#include <algorithm>
#include <utility>

#include <denwaban/connect/contact_attributes.hpp>
#include <denwaban/connect/lex_hook.hpp>

#include "documents/json_document.hpp"
#include "kept_talk.hpp"
#include "lenient.hpp"
#include "utf8.hpp"

namespace denwaban {

namespace {

/// The key of a telephone; what is none is what Amazon Connect says where nobody pressed one: Timeout.
[[nodiscard]] bool is_keyed(std::string_view input) { return input.find_first_not_of("0123456789*#") == input.npos; }

[[nodiscard]] Utterance input_of(const ContactFlowEvent& event) {
    Utterance said;
    const auto found = event.parameters.find("input");
    const auto input = found == event.parameters.end() ? std::string_view{} : connect::trimmed(found->second);
    if (event.channel == "CHAT") {
        said.text = input;
    } else if (is_keyed(input)) {
        said.keys = input;
    }
    return said;
}

}  // namespace

Expected<HeardTurn, Errors> heard_turn(const ContactFlowEvent& event) {
    auto turn = connect::turn_of(event.attributes, "/Details/ContactData/Attributes");
    if (!turn) return turn;
    turn->greeted.id = {event.contact_id.text};
    turn->greeted.language = language_of_locale(event.language);
    if (const auto caller = parse_caller(connect::bare_address(event.customer.value_or("")))) {
        turn->greeted.caller = *caller;
    }
    turn->greeted.stream = event.stream;
    auto said = input_of(event);
    if (connect::has_begun(*turn) || !said.text.empty() || !said.keys.empty()) turn->said = std::move(said);
    return turn;
}

FlowAnswer flow_answer(const Conversation& conversation, std::string_view before, const Now& now, TooLong too_long) {
    const auto said = conversation.last ? conversation.last->say : Spoken{};
    FlowAttributes attributes{{"say", said.text()}, {"ssml", said.ssml()}, {"handOver", ""}, {"notes", ""}};
    connect::put_outcome(attributes, conversation, now);
    const auto rest = max_contact_attributes / 2;
    auto kept = connect::packed_talk(conversation, before, rest, too_long);
    attributes[std::string{connect::kept_talk}] = std::move(kept.text);
    return {std::move(attributes), kept.where};
}

FlowAttributes talk_flow(const Conversation& conversation, std::string_view before, const Now& now) {
    return flow_answer(conversation, before, now, TooLong::shortened).attributes;
}

std::string to_json(const FlowAttributes& attributes) { return formats::write_document(attributes); }

}  // namespace denwaban
