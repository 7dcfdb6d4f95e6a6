#include "messages.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include <denwaban/core/detail/holding.hpp>
#include <denwaban/core/iso8601.hpp>

namespace denwaban {

namespace ledger {

namespace {

[[nodiscard]] Key outbox_key(const Message& message) { return keys::message(message.due, message.id); }

}  // namespace

Put put(const Message& message) { return {outbox_key(message), Anything{}, shapes::json_of(message), {}}; }

Errors wrong_with(const std::vector<Message>& messages) {
    using denwaban::detail::TextSort;
    constexpr std::array labels{std::pair{&Message::id, "id"}, std::pair{&Message::channel, "channel"},
                                std::pair{&Message::to, "to"}};
    denwaban::detail::Holding all;
    Errors wrong;
    for (std::size_t place = 0; place < messages.size(); ++place) {
        const auto at = "/messages/" + std::to_string(place);
        for (const auto& [label, key] : labels) {
            const auto& text = messages[place].*label;
            all.text(label == &Message::id ? TextSort::name : TextSort::label, text, at, key);
            all.tell(wrong);
            if (denwaban::detail::has_unwritable(text) || denwaban::detail::is_one_line(text)) continue;
            wrong.push_back({ErrorCode::invalid_value, "must be one line, without tabs", JsonPointer{at + "/" + key}});
        }
    }
    return wrong;
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

std::optional<std::string> next_of(const Page& page) {
    if (!page.next) return std::nullopt;
    return page.next->after;
}

}  // namespace ledger

Errand<DueMessages> find_messages(const DueQuestion& question) {
    return ledger::find_page(ledger::due_query(keys::outbox, question), &DueMessages::messages);
}

Errand<DroppedMessages> drop_messages(std::vector<Message> sent, ErrandRequest request) {
    request.about = "drop_messages";
    request.asked = shapes::json_of(sent);
    return {std::move(request), [sent = std::move(sent)](const Readings& known) -> Verdict<DroppedMessages> {
                std::vector<Key> all;
                for (const auto& message : sent) all.push_back(ledger::outbox_key(message));
                if (auto more = ledger::missing(known, all)) return *std::move(more);
                std::vector<Write> writes;
                for (const auto& key : all) {
                    if (known.find(key) != nullptr) writes.push_back(Erase{key, {}});
                }
                const DroppedMessages dropped{writes.size()};
                return Settled{std::move(writes), dropped};
            }};
}

}  // namespace denwaban
