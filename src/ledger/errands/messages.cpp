#include "messages.hpp"

#include <denwaban/core/iso8601.hpp>

namespace denwaban {

namespace ledger {

namespace {

[[nodiscard]] Key key_of(const Message& message) { return keys::message(message.due, message.id); }

}  // namespace

Put put(const Message& message) { return {key_of(message), Anything{}, formats::write_document(written(message)), {}}; }

Json written(const Message& message) {
    return {{"id", message.id},
            {"due", to_iso8601(message.due)},
            {"channel", message.channel},
            {"to", message.to},
            {"text", message.text}};
}

Json written(const std::vector<Message>& messages) {
    auto all = Json::array();
    for (const auto& one : messages) all.push_back(written(one));
    return all;
}

Message read_message(const Node& node) {
    const Fields fields{node, {"id", "due", "channel", "to", "text"}};
    return {fields.require("id", [](const Node& part) { return part.name(); }), fields.require("due", read_instant),
            fields.value_or("channel", read_string), fields.value_or("to", read_string),
            fields.value_or("text", read_string)};
}

Query due_query(std::string_view partition, const DueQuestion& question) {
    // No character comes after this one in what is sorted by time: digits, letters, '#'.
    Query query;
    query.partition = partition;
    query.range = SortBetween{"0", to_iso8601(question.until) + "~"};
    query.limit = question.limit;
    if (!question.after.empty()) query.after = Cursor{question.after};
    return query;
}

std::string page_answer(std::string_view name, const Page& page) {
    std::string all;
    for (const auto& document : page.documents) all += (all.empty() ? "" : ",") + document.body;
    const auto next = page.next ? formats::write_document(Json(page.next->after)) : "null";
    return "{" + formats::write_document(Json(name)) + ":[" + all + "],\"next\":" + next + "}";
}

Errand find_page(std::string_view name, Query query) {
    return {{}, [name = std::string{name}, query = std::move(query)](const Readings& known) -> Verdict {
                const auto* page = known.find(query);
                if (page == nullptr) return ReadFirst{query};
                return Told{page_answer(name, *page)};
            }};
}

}  // namespace ledger

Errand find_messages(const DueQuestion& question) {
    return ledger::find_page("messages", ledger::due_query(keys::outbox, question));
}

Errand drop_messages(std::vector<Message> sent, ErrandRequest request) {
    request.about = "drop_messages";
    request.asked = formats::write_document(ledger::written(sent));
    return {std::move(request), [sent = std::move(sent)](const Readings& known) -> Verdict {
                std::vector<Key> all;
                for (const auto& message : sent) all.push_back(keys::message(message.due, message.id));
                if (auto more = ledger::missing(known, all)) return *std::move(more);
                Settled settled;
                for (const auto& key : all) {
                    if (known.find(key) != nullptr) settled.writes.push_back(Erase{key, {}});
                }
                settled.answer = formats::write_document(ledger::Json{{"sent", settled.writes.size()}});
                return settled;
            }};
}

}  // namespace denwaban
