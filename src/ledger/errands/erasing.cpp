#include <algorithm>
#include <map>

#include <denwaban/documents/customers_json.hpp>

#include "answers.hpp"
#include "book_writes.hpp"
#include "conversations.hpp"
#include "ledger/tools/kept_read_back.hpp"
#include "messages.hpp"
#include "person.hpp"
#include "ways.hpp"

namespace denwaban {

namespace {

using ledger::failed;
using ledger::kept_as;
using ledger::Known;
using ledger::missing;
using ledger::missing_some;
using ledger::Pages;
using ledger::Person;
using ledger::Unanswered;

/// So that one step is one commit, whatever is in it.
constexpr std::size_t most_visits_of_step = 8;
constexpr std::size_t most_calls_of_step = 10;
constexpr std::size_t enough_writes_of_step = 50;
constexpr std::size_t most_messages_of_step = 90;
constexpr std::size_t most_bytes_of_step = 2'000'000;

/// What is done together; nothing where there was nothing left of the kind.
struct ErasingStep {
    std::vector<Write> writes;
    Forgotten told;
    std::vector<std::string> words;
    std::vector<Key> indifferent{};
};
using MaybeStep = Known<std::optional<ErasingStep>>;

[[nodiscard]] std::string booking_word(const BookingId& id) {
    return "\"booking\":" + formats::write_document(formats::Json(id.text));
}

/// Rids the books in which they stand of some reservations, if they are the person's. What has to be read first is read
/// together.
[[nodiscard]] MaybeStep erase_bookings(const Readings& known, const Person& person, const std::vector<BookingId>& ids) {
    std::vector<Key> links;
    for (const auto& id : ids) links.push_back(keys::booking(id));
    if (auto more = missing(known, links)) return *std::move(more);
    std::map<Key, std::vector<BookingId>> by_book;
    std::vector<Key> homes;
    for (const auto& id : ids) {
        auto address = ledger::address_of(known, id);
        if (!address) return failed(std::move(address));
        if (!*address) continue;
        homes.push_back(keys::day_book((*address)->restaurant, (*address)->date));
        by_book[homes.back()].push_back(id);
    }
    if (auto more = missing(known, homes)) return *std::move(more);
    ErasingStep step;
    for (const auto& [home, wanted] : by_book) {
        const auto* document = known.find(home);
        if (document == nullptr) continue;
        auto book = ledger::ForgetfulBook::make(*document);
        if (!book) return failed(std::move(book));
        for (auto& one : book->reservations()) {
            const bool is_wanted = std::find(wanted.begin(), wanted.end(), one.id) != wanted.end();
            if (!is_wanted || !person.has(one) || !book->forget(one)) continue;
            ++step.told.bookings;
            step.words.push_back(booking_word(one.id));
        }
        auto writes = book->writes();
        if (!writes) return failed(std::move(writes));
        std::move(writes->begin(), writes->end(), std::back_inserter(step.writes));
    }
    return std::optional{std::move(step)};
}

[[nodiscard]] std::size_t bytes_of(const std::vector<Write>& writes) {
    std::size_t bytes = 0;
    for (const auto& one : writes) {
        if (const auto* put = std::get_if<Put>(&one)) bytes += put->body.size();
    }
    return bytes;
}

/// As many visits as fit, which go with the books' reservations.
[[nodiscard]] MaybeStep erase_visits(const Readings& known, const Person& person) {
    if (person.customer.visits.empty()) return std::optional<ErasingStep>{};
    auto size = std::min(most_visits_of_step, person.customer.visits.size());
    while (true) {
        std::vector<BookingId> ids;
        for (std::size_t place = 0; place < size; ++place) ids.push_back(person.customer.visits[place].booking);
        auto step = erase_bookings(known, person, ids);
        if (std::holds_alternative<Unanswered>(step)) return step;
        auto& made = *std::get<std::optional<ErasingStep>>(step);
        auto customer = person.customer;
        customer.visits.erase(customer.visits.begin(), customer.visits.begin() + static_cast<std::ptrdiff_t>(size));
        const auto home = keys::customer(customer.id);
        made.writes.push_back(Put{home, {}, to_kept_json(customer, known.find(home)->body), {}});
        if (size == 1 || bytes_of(made.writes) <= most_bytes_of_step) return step;
        size /= 2;
    }
}

/// Reservations of one of their numbers that no visit leads to, one book at a time.
[[nodiscard]] MaybeStep erase_by_phone(const Readings& known, const Person& person) {
    for (const auto& phone : person.customer.phones) {
        Pages pages{known, ledger::bookings_query(phone)};
        while (true) {
            auto next = pages.next();
            if (auto* why = std::get_if<Unanswered>(&next)) return std::move(*why);
            const auto* page = std::get<const Page*>(next);
            if (page == nullptr) break;
            for (const auto& document : page->documents) {
                auto id = ledger::linked<struct BookingTag>(document, "booking");
                if (!id) return failed(std::move(id));
                auto step = erase_bookings(known, person, {*id});
                if (std::holds_alternative<Unanswered>(step)) return step;
                if (!std::get<std::optional<ErasingStep>>(step)->writes.empty()) return step;
            }
        }
    }
    return std::optional<ErasingStep>{};
}

[[nodiscard]] MaybeStep erase_calls(const Readings& known, const Person& person) {
    for (const auto& id : person.ids) {
        auto query = ledger::calls_query(id);
        query.limit = most_calls_of_step;
        const auto* page = known.find(query);
        if (page == nullptr) return Unanswered{ReadFirst{query}};
        if (page->documents.empty()) continue;
        std::vector<ContactId> contacts;
        std::vector<Key> homes;
        for (const auto& document : page->documents) {
            auto contact = ledger::linked<struct ContactTag>(document, "contact");
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
            auto writes = document != nullptr ? ledger::forget_in_call(*document) : std::vector<Write>{};
            if (!writes) return failed(std::move(writes));
            if (!writes->empty()) ++step.told.calls;
            ledger::append_unwritten(*writes, {Erase{page->documents[place].key, {}}});
            ledger::append(step.writes, *std::move(writes));
            step.words.push_back(formats::write_document(formats::Json(contacts[place].text)));
        }
        return std::optional{std::move(step)};
    }
    return std::optional<ErasingStep>{};
}

/// One call's contact records, if one of their numbers that nobody else has leads there.
[[nodiscard]] MaybeStep erase_contact_records(const Readings& known, const Person& person) {
    for (const auto& phone : person.own_phones) {
        auto query = ledger::contact_records_query(phone);
        query.limit = 1;
        const auto* page = known.find(query);
        if (page == nullptr) return Unanswered{ReadFirst{query}};
        if (page->documents.empty()) continue;
        const auto& way = page->documents.front();
        auto contact = ledger::linked<struct ContactTag>(way, "contact");
        if (!contact) return failed(std::move(contact));
        const auto home = keys::records_of_call(*contact);
        if (auto more = missing(known, {home})) return *std::move(more);
        ErasingStep step;
        step.writes.push_back(Erase{way.key, {}});
        if (const auto* document = known.find(home)) {
            auto kept_records = kept_as<ledger::KeptRecords>(*document);
            if (!kept_records) return failed(std::move(kept_records));
            for (const auto& number : ledger::numbers_in(kept_records->records)) {
                auto other = keys::records_by_phone(number, *contact);
                if (other != way.key) step.writes.push_back(Erase{std::move(other), {}});
            }
            if (ledger::forget_person(kept_records->records)) {
                step.writes.push_back(Put{home, {}, shapes::json_of(*kept_records), document->expires});
            }
        }
        return std::optional{std::move(step)};
    }
    return std::optional<ErasingStep>{};
}

[[nodiscard]] MaybeStep erase_messages(const Readings& known, const Person& person) {
    Pages pages{known, ledger::outbox_query()};
    ErasingStep step;
    while (step.writes.size() < most_messages_of_step) {
        auto next = pages.next();
        if (auto* why = std::get_if<Unanswered>(&next)) return std::move(*why);
        const auto* page = std::get<const Page*>(next);
        if (page == nullptr) break;
        for (const auto& document : page->documents) {
            auto message = kept_as<Message>(document);
            if (!message) return failed(std::move(message));
            if (!person.has(*message) || step.writes.size() == most_messages_of_step) continue;
            step.writes.push_back(Erase{document.key, {}});
            ++step.told.messages;
        }
    }
    if (step.writes.empty()) return std::optional<ErasingStep>{};
    return std::optional{std::move(step)};
}

/// What their numbers lead to, and what leads there.
template <class Leading, class Home>
[[nodiscard]] MaybeStep erase_led_to(const Readings& known, const Person& person, Leading&& leading, Home&& home) {
    ErasingStep step;
    for (const auto& phone : person.customer.phones) {
        Pages pages{known, leading(phone)};
        while (step.writes.size() < most_messages_of_step) {
            auto next = pages.next();
            if (auto* why = std::get_if<Unanswered>(&next)) return std::move(*why);
            const auto* page = std::get<const Page*>(next);
            if (page == nullptr) break;
            for (const auto& document : page->documents) {
                if (step.writes.size() >= most_messages_of_step) break;
                step.writes.push_back(Erase{document.key, {}});
                step.writes.push_back(Erase{home(document.key.sort), {}});
            }
        }
    }
    if (step.writes.empty()) return std::optional<ErasingStep>{};
    return std::optional{std::move(step)};
}
/// What was read back to them and not agreed to yet, and what their tokens did.
[[nodiscard]] MaybeStep erase_read_backs(const Readings& known, const Person& person) {
    return erase_led_to(known, person, ledger::tokens_query,
                        [](const std::string& token) { return ledger::key_of_token(token); });
}
/// What they are saying, or said within the hour.
[[nodiscard]] MaybeStep erase_conversations(const Readings& known, const Person& person) {
    return erase_led_to(known, person, ledger::conversations_query,
                        [](const std::string& way) { return ledger::key_of_conversation(way); });
}

/// Whatever they are when it is asked, they go.
[[nodiscard]] MaybeStep erase_merges(const Readings& known, const Person& person) {
    const auto homes = ledger::merges_of(person);
    if (auto more = missing_some(known, homes)) return *std::move(more);
    ErasingStep step;
    for (const auto& home : homes) {
        if (known.find(home) == nullptr || step.writes.size() == most_messages_of_step) continue;
        step.writes.push_back(Erase{home, {}});
    }
    if (step.writes.empty()) return std::optional<ErasingStep>{};
    return std::optional{std::move(step)};
}

[[nodiscard]] ErasingStep erase_record(const Person& person) {
    ErasingStep step;
    step.told.is_done = true;
    const auto& customer = person.customer;
    step.writes.push_back(Erase{keys::customer(customer.id), {}});
    step.writes.push_back(Erase{keys::listed_customer(customer.id), {}});
    for (const auto& way : ledger::ways_to(customer)) step.writes.push_back(Erase{way, {}});
    return step;
}

/// Of whom no record is left there may be calls that came meanwhile.
[[nodiscard]] Verdict<Forgotten> erase_what_came_after(const CustomerId& id, const Readings& known) {
    Person nobody;
    nobody.ids = {id};
    auto step = erase_calls(known, nobody);
    if (auto* why = std::get_if<Unanswered>(&step)) return std::move(*why);
    auto& made = std::get<std::optional<ErasingStep>>(step);
    if (!made) return Told{Forgotten{true, 0, 0, 0, {}}};
    return Settled<Forgotten>{std::move(made->writes), made->told, std::move(made->words)};
}

[[nodiscard]] Verdict<Forgotten> erase(const CustomerId& id, const Readings& known) {
    auto found = ledger::find_person(known, id);
    if (auto* why = std::get_if<Unanswered>(&found)) return std::move(*why);
    const auto& person = std::get<std::optional<Person>>(found);
    if (!person) return erase_what_came_after(id, known);
    for (const auto kind : {erase_visits, erase_by_phone, erase_calls, erase_contact_records, erase_messages,
                            erase_read_backs, erase_conversations, erase_merges}) {
        auto step = kind(known, *person);
        if (auto* why = std::get_if<Unanswered>(&step)) return std::move(*why);
        auto& made = std::get<std::optional<ErasingStep>>(step);
        if (!made) continue;
        ledger::append(made->indifferent, ledger::merges_of(*person));
        return Settled<Forgotten>{std::move(made->writes), made->told, std::move(made->words),
                                  std::move(made->indifferent)};
    }
    auto last = erase_record(*person);
    return Settled<Forgotten>{std::move(last.writes), last.told, person->words(), ledger::merges_of(*person)};
}

}  // namespace

Errand<Forgotten> erase_customer(CustomerId id, Instant now) {
    ErrandRequest request;
    request.about = "erase_customer " + id.text;
    request.now = now;
    return {std::move(request), [id = std::move(id)](const Readings& known) { return erase(id, known); }};
}

}  // namespace denwaban
