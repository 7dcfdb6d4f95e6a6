#include <denwaban/documents/conversation_json.hpp>

#include <utility>

#include "conversation_shapes.hpp"
#include "documents/reservations/reservations.hpp"
#include "talk_policy_shapes.hpp"

namespace denwaban {

namespace shapes {

void make_spoken(const Node& node, SpokenParts parts, Spoken& spoken) {
    auto made = Spoken::restored(parts.text, parts.ssml);
    if (!made) return node.fail(ErrorCode::invalid_value, "has SSML that a neural voice refuses");
    spoken = *std::move(made);
}
SpokenParts spoken_parts_of(const Spoken& spoken) { return {spoken.text(), spoken.ssml()}; }

void read_key(const Node& node, char& key) {
    const auto word = node.string();
    if (word.size() != 1) return node.fail(ErrorCode::invalid_value, "must be one key");
    key = word.front();
}
void write_key(const char& key, Sink& sink, const Value*) { sink.text({&key, 1}); }

void read_command(const Node& node, Command& command) {
    if (auto read = formats::read_whole_command(node)) command = *std::move(read);
}
void write_command(const Command& command, Sink& sink, const Value*) { sink.json(formats::written(command)); }

void make_customer(const Node&, AskedCustomer asked, std::optional<Customer>& customer) {
    customer = std::move(asked.known);
}
AskedCustomer asked_customer_of(const std::optional<Customer>& customer) { return {customer}; }

void read_slot_words(const Node& node, SlotWords& words) {
    read_words<SlotKind>(node, [&](SlotKind slot, const Node& member) { words[index_of(slot)] = member.string(); });
}
void write_slot_words(const SlotWords& words, Sink& sink, const Value* before) {
    write_words<SlotKind>(sink, before, shape_of<std::string>, [&](SlotKind slot) -> const std::string* {
        return words[index_of(slot)].empty() ? nullptr : &words[index_of(slot)];
    });
}

}  // namespace shapes

std::string to_json(const Conversation& conversation, std::string_view before) {
    return shapes::with_unknown_of(shapes::shape_of<Conversation>, &conversation, before);
}
Expected<Conversation, Errors> conversation_from_json(std::string_view text) {
    return shapes::value_from_json<Conversation>(text, Reading::kept);
}

std::string to_json(const Reply& reply) { return shapes::json_of(reply); }
std::string to_json(const ScreenPop& pop) { return shapes::json_of(shapes::HandedOver{pop, notes_of(pop)}); }

std::string to_json(const ConversationStep& step, const Now& now, std::string_view before) {
    shapes::TalkTurn turn{step.conversation, std::get<Reply>(step.next), {}};
    if (step.conversation.state == ConversationState::handed_over) {
        auto pop = screen_pop(step.conversation, now);
        auto notes = notes_of(pop);
        turn.hand_over = shapes::HandedOver{std::move(pop), std::move(notes)};
    }
    return shapes::with_unknown_of(shapes::shape_of<shapes::TalkTurn>, &turn,
                                   "{\"conversation\":" + std::string{before.empty() ? "null" : before} + "}");
}

Expected<Greeted, Errors> greeted_from_json(std::string_view text) { return shapes::value_from_json<Greeted>(text); }
Expected<Utterance, Errors> utterance_from_json(std::string_view text) {
    return shapes::value_from_json<Utterance>(text);
}
Expected<TalkPolicy, Errors> talk_policy_from_json(std::string_view text) {
    return shapes::value_from_json<TalkPolicy>(text);
}
std::string to_json(const TalkPolicy& policy) { return shapes::json_of(policy); }

}  // namespace denwaban
