#include <algorithm>

#include "answers.hpp"
#include "book_writes.hpp"
#include "erasing.hpp"
#include "ways.hpp"

namespace denwaban::ledger {

namespace {

/// So that one step is one commit, whatever is in it.
constexpr std::size_t most_calls_of_step = 10;
constexpr std::size_t enough_writes_of_step = 50;

}  // namespace

MaybeStep erase_calls(const Readings& known, const Person& person) {
    for (const auto& id : person.ids) {
        auto query = calls_query(id);
        query.limit = most_calls_of_step;
        const auto* page = known.find(query);
        if (page == nullptr) return Unanswered{ReadFirst{query}};
        if (page->documents.empty()) continue;
        std::vector<ContactId> contacts;
        std::vector<Key> homes;
        for (const auto& document : page->documents) {
            auto contact = linked<struct ContactTag>(document, "contact");
            if (!contact) return failed(std::move(contact));
            homes.push_back(keys::call(*contact));
            contacts.push_back(*std::move(contact));
        }
        if (auto more = missing(known, homes)) return *std::move(more);
        ErasingStep step;
        for (std::size_t place = 0; place < homes.size(); ++place) {
            // A call with much to do after it leaves the others to the next step.
            if (step.writes.size() >= enough_writes_of_step) {
                step.indifferent.push_back(homes[place]);
                continue;
            }
            const auto* document = known.find(homes[place]);
            auto writes = document != nullptr ? forget_in_call(*document) : std::vector<Write>{};
            if (!writes) return failed(std::move(writes));
            if (!writes->empty()) ++step.told.calls;
            append_unwritten(*writes, {Erase{page->documents[place].key, {}}});
            append(step.writes, *std::move(writes));
            step.words.push_back(formats::write_document(formats::Json(contacts[place].text)));
        }
        return std::optional{std::move(step)};
    }
    return std::optional<ErasingStep>{};
}

MaybeStep erase_contact_records(const Readings& known, const Person& person) {
    for (const auto& phone : person.own_phones) {
        auto query = contact_records_query(phone);
        query.limit = 1;
        const auto* page = known.find(query);
        if (page == nullptr) return Unanswered{ReadFirst{query}};
        if (page->documents.empty()) continue;
        const auto& way = page->documents.front();
        auto contact = linked<struct ContactTag>(way, "contact");
        if (!contact) return failed(std::move(contact));
        const auto home = keys::records_of_call(*contact);
        if (auto more = missing(known, {home})) return *std::move(more);
        ErasingStep step;
        step.writes.push_back(Erase{way.key, {}});
        if (const auto* document = known.find(home)) {
            auto kept_records = kept_as<KeptRecords>(*document);
            if (!kept_records) return failed(std::move(kept_records));
            for (const auto& number : numbers_in(kept_records->records)) {
                auto other = keys::records_by_phone(number, *contact);
                if (other != way.key) step.writes.push_back(Erase{std::move(other), {}});
            }
            if (forget_person(kept_records->records)) {
                step.writes.push_back(Put{home, {}, shapes::json_of(*kept_records), document->expires});
            }
        }
        return std::optional{std::move(step)};
    }
    return std::optional<ErasingStep>{};
}

}  // namespace denwaban::ledger
