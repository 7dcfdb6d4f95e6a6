#include "conversations.hpp"

#include <algorithm>
#include <vector>

#include <denwaban/documents/conversation_json.hpp>

#include "answers.hpp"
#include "kept.hpp"

namespace denwaban {

namespace shapes {

void read_kept_talk(const Node& node, KeptTalk& talk) { talk.json = formats::write_document(node.value()); }
void write_kept_talk(const KeptTalk& talk, Sink& sink, const Value*) {
    sink.json(formats::parse_document(talk.json).document.root());
}

}  // namespace shapes

namespace ledger {

namespace {

constexpr std::size_t figures_of_turns = 9;

[[nodiscard]] std::string partition_of(const ConversationId& id) { return "conversation#" + id.text; }
/// Sorted as they came.
[[nodiscard]] std::string sort_of(int turns) {
    const auto figures = std::to_string(turns);
    return std::string(figures_of_turns - std::min(figures_of_turns, figures.size()), '0') + figures;
}
[[nodiscard]] Key way_by_phone(const PhoneNumber& phone, const ConversationId& id, int turns) {
    return {keys::phone_partition(phone) + "#conversations", id.text + "#" + sort_of(turns)};
}

/// Under which the caller may be known.
[[nodiscard]] std::vector<PhoneNumber> phones_of(const Conversation& conversation) {
    std::vector<PhoneNumber> phones;
    if (const auto* shown = std::get_if<PhoneNumber>(&conversation.caller)) phones.push_back(*shown);
    if (!conversation.known.phone) return phones;
    for (const auto& said : conversation.known.phone->readings) {
        if (std::find(phones.begin(), phones.end(), said) == phones.end()) phones.push_back(said);
    }
    return phones;
}

}  // namespace

Key key_of_conversation(const ConversationId& id, int turns) { return {partition_of(id), sort_of(turns)}; }
Key key_of_conversation(std::string_view way) {
    const auto mark = way.rfind('#');
    return {partition_of({std::string{way.substr(0, mark)}}), std::string{way.substr(mark + 1)}};
}
Query conversations_query(const PhoneNumber& phone) {
    Query query;
    query.partition = way_by_phone(phone, {}, 0).partition;
    return query;
}

}  // namespace ledger

Errand<ConversationKept> keep_conversation(KeptTalk talk, Instant now, std::chrono::seconds keep) {
    ErrandRequest request;
    request.about = "keep_conversation";
    request.now = now;
    return {
        std::move(request), [talk = std::move(talk), now, keep](const Readings&) -> Verdict<ConversationKept> {
            auto read = conversation_from_json(talk.json);
            if (!read) return std::move(read).error();
            const ConversationKept kept{read->id, read->turns, std::min(now + keep, latest_instant)};
            std::vector<Write> writes{
                Put{ledger::key_of_conversation(kept.id, kept.turns), Anything{}, talk.json, kept.expires}};
            for (const auto& phone : ledger::phones_of(*read)) {
                writes.push_back(Put{ledger::way_by_phone(phone, kept.id, kept.turns), Anything{}, "{}", kept.expires});
            }
            return Settled{std::move(writes), kept};
        }};
}

Errand<std::optional<KeptTalk>> find_conversation(ConversationId id, std::optional<int> turns) {
    using Found = std::optional<KeptTalk>;
    const auto told = [](const Document* document) {
        return Told{document == nullptr ? Found{} : Found{KeptTalk{document->body}}};
    };
    if (turns) {
        return {[told, home = ledger::key_of_conversation(id, *turns)](const Readings& known) -> Verdict<Found> {
            if (auto more = ledger::missing(known, {home})) return *std::move(more);
            return told(known.find(home));
        }};
    }
    Query last;
    last.partition = ledger::partition_of(id);
    last.order = QueryOrder::descending;
    last.limit = 1;
    return {[told, last = std::move(last)](const Readings& known) -> Verdict<Found> {
        const auto* page = known.find(last);
        if (page == nullptr) return ReadFirst{last};
        return told(page->documents.empty() ? nullptr : &page->documents.front());
    }};
}

}  // namespace denwaban
