#include <denwaban/connect/lex_hook.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <denwaban/core/names.hpp>

#include "documents/json_document.hpp"
#include "kept_talk.hpp"
#include "lenient.hpp"

namespace denwaban {

namespace {

using formats::Json;
using formats::Node;

[[nodiscard]] std::string lex_text(const Node& node, std::string_view key) {
    const auto member = node.if_any(key);
    return member ? connect::words_of(member->value()).value_or(std::string{}) : std::string{};
}

/// The member, if it is an object.
[[nodiscard]] std::optional<Node> lex_object(const Node& node, std::string_view key) {
    const auto member = node.if_any(key);
    return member && member->value().is_object() ? member : std::nullopt;
}

[[nodiscard]] LexIntent read_lex_intent(const Node& node) {
    LexIntent intent{lex_text(node, "name")};
    if (const auto slots = lex_object(node, "slots")) {
        slots->each_member([&](std::string_view name, const Node&) { intent.slots.emplace_back(name); });
    }
    return intent;
}

[[nodiscard]] LexContent content_of(const Node& event, bool is_written) {
    const auto request = lex_object(event, "requestAttributes");
    const auto accepted = request ? lex_text(*request, "x-amz-lex:accept-content-types") : std::string{};
    if (accepted.empty()) return is_written ? LexContent::plain : LexContent::ssml;
    return accepted.find("SSML") != accepted.npos ? LexContent::ssml : LexContent::plain;
}

[[nodiscard]] LexEvent read_lex_event(const Node& node) {
    LexEvent event;
    if (!node.is_object()) return event;
    if (const auto session = node.required("sessionId")) event.session = session->string();
    const auto mode = lex_text(node, "inputMode");
    (mode == "DTMF" ? event.keys : event.text) = lex_text(node, "inputTranscript");
    event.content = content_of(node, mode == "Text");
    if (const auto bot = lex_object(node, "bot")) event.locale = lex_text(*bot, "localeId");
    if (const auto all = node.if_any("interpretations"); all && all->value().is_array()) {
        all->each([&](const Node& one) {
            if (const auto intent = lex_object(one, "intent")) event.intents.push_back(read_lex_intent(*intent));
        });
    }
    const auto state = lex_object(node, "sessionState");
    if (!state) return event;
    if (const auto intent = lex_object(*state, "intent")) {
        if (auto name = lex_text(*intent, "name"); !name.empty()) event.intent = std::move(name);
    }
    if (const auto attributes = lex_object(*state, "sessionAttributes")) {
        attributes->each_member([&](std::string_view name, const Node& value) {
            if (auto words = connect::words_of(value.value())) event.attributes.emplace(name, *std::move(words));
        });
    }
    return event;
}

[[nodiscard]] std::string attribute_of(const LexEvent& event, const std::string& name) {
    const auto found = event.attributes.find(name);
    return found == event.attributes.end() ? std::string{} : found->second;
}

/// What we set ourselves, and set anew.
[[nodiscard]] bool is_ours(std::string_view name) {
    constexpr std::array<std::string_view, 3> listening{
        "x-amz-lex:allow-interrupt:", "x-amz-lex:dtmf:", "x-amz-lex:audio:"};
    return name == connect::kept_talk || std::any_of(listening.begin(), listening.end(),
                                                     [&](std::string_view prefix) { return name.starts_with(prefix); });
}

void put_listening(std::map<std::string, std::string>& attributes, const Listening& listening) {
    const auto put = [&](std::string_view name, std::string value) {
        attributes["x-amz-lex:" + std::string{name} + ":*:*"] = std::move(value);
    };
    const auto patience = lex_patience(listening.asked);
    put("allow-interrupt", listening.barge_in == BargeIn::allowed ? "true" : "false");
    put("audio:start-timeout-ms", std::to_string(patience.start.count()));
    put("audio:end-timeout-ms", std::to_string(patience.end.count()));
    put("audio:max-length-ms", std::to_string(patience.longest.count()));
    if (!listening.keypad) return;
    // One more than the figures, for the key that ends.
    put("dtmf:max-length", std::to_string(listening.keypad->most + 1));
    put("dtmf:end-character", std::string(1, listening.keypad->end));
    put("dtmf:deletion-character", "*");
}

/// day → Day, as the bot's definition names its slots.
[[nodiscard]] std::string slot_named(Question question) {
    std::string name{name_of(question)};
    if (name.front() >= 'a' && name.front() <= 'z') name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

/// Words to expect, for the slot that is asked for where an intent has it, else for each.
[[nodiscard]] Json slot_hints(const LexEvent& event, const Listening& listening) {
    constexpr std::size_t most_hints = 100;
    auto phrases = Json::array();
    for (const auto& hint : listening.hints) {
        if (phrases.size() < most_hints) phrases.push_back(Json{{"phrase", hint}});
    }
    auto hints = Json::object();
    if (phrases.empty()) return hints;
    const auto asked = listening.asked ? slot_named(*listening.asked) : std::string{};
    for (const auto& [name, slots] : event.intents) {
        const bool has_it = std::find(slots.begin(), slots.end(), asked) != slots.end();
        for (const auto& slot : slots) {
            if (!has_it || slot == asked) hints[name][slot] = Json{{"runtimeHintValues", phrases}};
        }
    }
    return hints;
}

[[nodiscard]] Json lex_message(const LexEvent& event, const Conversation& conversation) {
    const auto said = conversation.last ? conversation.last->say : Spoken{};
    const bool takes_ssml = event.content == LexContent::ssml;
    return {{"contentType", takes_ssml ? "SSML" : "PlainText"}, {"content", takes_ssml ? said.ssml() : said.text()}};
}

}  // namespace

Expected<LexEvent, Errors> lex_event_from_json(std::string_view text) {
    std::string mended;
    return formats::read_document(connect::without_half_pairs(text, mended), read_lex_event);
}

Language language_of_locale(std::string_view locale) noexcept {
    return locale.starts_with("en") || locale.starts_with("EN") ? Language::english : Language::japanese;
}

Expected<HeardTurn, Errors> heard_turn(const LexEvent& event) {
    auto turn = connect::turn_of(event.attributes, "/sessionState/sessionAttributes");
    if (!turn) return turn;
    turn->greeted.id = {event.session};
    turn->greeted.language = language_of_locale(event.locale);
    if (const auto caller = parse_caller(connect::bare_address(attribute_of(event, "caller")))) {
        turn->greeted.caller = *caller;
    }
    if (auto arn = attribute_of(event, "streamArn"); !arn.empty()) {
        turn->greeted.stream = VoiceStream{std::move(arn), attribute_of(event, "startFragment")};
    }
    if (connect::has_begun(*turn) || !event.text.empty() || !event.keys.empty()) {
        Utterance said;
        said.text = event.text;
        said.keys = event.keys;
        turn->said = std::move(said);
    }
    return turn;
}

LexPatience lex_patience(std::optional<Question> asked) noexcept {
    using std::chrono::milliseconds;
    constexpr LexPatience usual{};
    constexpr LexPatience figure_by_figure{milliseconds{6000}, milliseconds{1500}, milliseconds{15'000}};
    constexpr LexPatience in_own_words{milliseconds{5000}, milliseconds{1000}, milliseconds{15'000}};
    if (!asked) return usual;
    switch (*asked) {
        case Question::phone:
            return figure_by_figure;
        case Question::wish:
        case Question::needs:
        case Question::allergies:
        case Question::offer:
        case Question::anything_else:
            return in_own_words;
        case Question::day:
        case Question::time:
        case Question::party:
        case Question::name:
        case Question::course:
        case Question::occasion:
        case Question::budget:
        case Question::read_back:
            return usual;
    }
    return usual;
}

LexAnswer lex_answer(const LexEvent& event, const Conversation& conversation, std::string_view before, const Now& now,
                     TooLong too_long) {
    auto where = WhereKept::here;
    std::map<std::string, std::string> attributes;
    for (const auto& [name, value] : event.attributes) {
        if (!is_ours(name)) attributes.emplace(name, value);
    }
    connect::put_outcome(attributes, conversation, now);
    const auto* listening = conversation.last && conversation.last->listen ? &*conversation.last->listen : nullptr;
    auto state = Json::object();
    if (listening == nullptr) {
        const bool is_handed_over = conversation.state == ConversationState::handed_over;
        state["dialogAction"] = Json{{"type", "Close"}};
        state["intent"] = Json{{"name", event.intent}, {"state", is_handed_over ? "Failed" : "Fulfilled"}};
    } else {
        put_listening(attributes, *listening);
        auto kept = connect::packed_talk(conversation, before, most_kept_by_lex, too_long);
        where = kept.where;
        attributes[std::string{connect::kept_talk}] = std::move(kept.text);
        state["dialogAction"] = Json{{"type", "ElicitIntent"}};
        if (auto hints = slot_hints(event, *listening); !hints.empty()) {
            state["runtimeHints"] = Json{{"slotHints", std::move(hints)}};
        }
    }
    state["sessionAttributes"] = Json(attributes);
    return {formats::write_document(
                {{"sessionState", std::move(state)}, {"messages", Json::array({lex_message(event, conversation)})}}),
            where};
}

std::string lex_response(const LexEvent& event, const Conversation& conversation, std::string_view before,
                         const Now& now) {
    return lex_answer(event, conversation, before, now, TooLong::shortened).response;
}

}  // namespace denwaban
