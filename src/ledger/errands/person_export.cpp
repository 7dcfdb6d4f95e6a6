#include <algorithm>

#include "answers.hpp"
#include "merge_record.hpp"
#include "messages.hpp"
#include "person.hpp"

namespace denwaban {

namespace {

using ledger::failed;
using ledger::kept;
using ledger::kept_as;
using ledger::Known;
using ledger::missing_some;
using ledger::Pages;
using ledger::Person;
using ledger::Unanswered;

/// What all the documents of a query lead to, by the word that they have for it.
template <class Tag>
[[nodiscard]] Known<std::vector<Id<Tag>>> all_linked(const Readings& known, Query query, std::string_view what) {
    Pages pages{known, std::move(query)};
    std::vector<Id<Tag>> all;
    while (true) {
        auto next = pages.next();
        if (auto* why = std::get_if<Unanswered>(&next)) return std::move(*why);
        const auto* page = std::get<const Page*>(next);
        if (page == nullptr) return all;
        for (const auto& document : page->documents) {
            auto id = ledger::linked<Tag>(document, what);
            if (!id) return failed(std::move(id));
            all.push_back(*std::move(id));
        }
    }
}

/// Those that visits and numbers lead to.
[[nodiscard]] Known<std::vector<BookingId>> bookings_of(const Readings& known, const Person& person) {
    std::vector<BookingId> ids;
    for (const auto& visit : person.customer.visits) ids.push_back(visit.booking);
    for (const auto& phone : person.customer.phones) {
        auto linked = all_linked<struct BookingTag>(known, ledger::bookings_query(phone), "booking");
        if (auto* why = std::get_if<Unanswered>(&linked)) return std::move(*why);
        detail::add_missing(ids, std::get<std::vector<BookingId>>(linked));
    }
    return ids;
}

[[nodiscard]] Known<std::vector<KeptReservation>> told_bookings_of(const Readings& known, const Person& person) {
    auto found = bookings_of(known, person);
    if (auto* why = std::get_if<Unanswered>(&found)) return std::move(*why);
    const auto& ids = std::get<std::vector<BookingId>>(found);
    std::vector<Key> links;
    for (const auto& id : ids) links.push_back(keys::booking(id));
    if (auto more = missing_some(known, links)) return *std::move(more);
    std::vector<Key> homes;
    for (const auto& id : ids) {
        auto address = ledger::address_of(known, id);
        if (!address) return failed(std::move(address));
        if (*address) detail::add_missing(homes, {keys::day_book((*address)->restaurant, (*address)->date)});
    }
    if (auto more = missing_some(known, homes)) return *std::move(more);
    std::vector<KeptReservation> all;
    for (const auto& home : homes) {
        const auto* document = known.find(home);
        if (document == nullptr) continue;
        auto book = ledger::ForgetfulBook::make(*document);
        if (!book) return failed(std::move(book));
        for (const auto& one : book->reservations()) {
            const bool is_linked = std::find(ids.begin(), ids.end(), one.id) != ids.end();
            if (is_linked && person.has(one))
                all.push_back({{book->contents().restaurant, book->contents().date}, one});
        }
    }
    return all;
}

[[nodiscard]] Known<std::vector<KeptCall>> told_calls_of(const Readings& known, const Person& person) {
    std::vector<Key> homes;
    for (const auto& id : person.ids) {
        auto linked = all_linked<struct ContactTag>(known, ledger::calls_query(id), "contact");
        if (auto* why = std::get_if<Unanswered>(&linked)) return std::move(*why);
        for (const auto& contact : std::get<std::vector<ContactId>>(linked)) homes.push_back(keys::call(contact));
    }
    if (auto more = missing_some(known, homes)) return *std::move(more);
    std::vector<KeptCall> all;
    for (const auto& home : homes) {
        const auto* document = known.find(home);
        if (document == nullptr) continue;
        auto call = kept(*document, kept_call_from_json);
        if (!call) return failed(std::move(call));
        all.push_back(*std::move(call));
    }
    return all;
}

[[nodiscard]] Known<std::vector<Message>> told_messages_of(const Readings& known, const Person& person) {
    Pages pages{known, ledger::outbox_query()};
    std::vector<Message> all;
    while (true) {
        auto next = pages.next();
        if (auto* why = std::get_if<Unanswered>(&next)) return std::move(*why);
        const auto* page = std::get<const Page*>(next);
        if (page == nullptr) return all;
        for (const auto& document : page->documents) {
            auto message = kept_as<Message>(document);
            if (!message) return failed(std::move(message));
            if (person.has(*message)) all.push_back(*std::move(message));
        }
    }
}

/// What their records were before they became one.
[[nodiscard]] Known<std::vector<Customer>> told_merges_of(const Readings& known, const Person& person) {
    const auto homes = ledger::merges_of(person);
    if (auto more = missing_some(known, homes)) return *std::move(more);
    std::vector<Customer> all;
    for (const auto& home : homes) {
        const auto* document = known.find(home);
        if (document == nullptr) continue;
        auto merge = kept_as<ledger::MergeRecord>(*document);
        if (!merge) return failed(std::move(merge));
        all.push_back(std::move(merge->absorbed));
    }
    return all;
}

[[nodiscard]] Verdict<PersonalData> told_all(const CustomerId& id, const Readings& known) {
    auto found = ledger::find_person(known, id);
    if (auto* why = std::get_if<Unanswered>(&found)) return std::move(*why);
    const auto& person = std::get<std::optional<Person>>(found);
    if (!person) return Told{PersonalData{}};
    auto bookings = told_bookings_of(known, *person);
    if (auto* why = std::get_if<Unanswered>(&bookings)) return std::move(*why);
    auto calls = told_calls_of(known, *person);
    if (auto* why = std::get_if<Unanswered>(&calls)) return std::move(*why);
    auto messages = told_messages_of(known, *person);
    if (auto* why = std::get_if<Unanswered>(&messages)) return std::move(*why);
    auto merges = told_merges_of(known, *person);
    if (auto* why = std::get_if<Unanswered>(&merges)) return std::move(*why);
    return Told{PersonalData{person->customer, std::get<std::vector<KeptReservation>>(std::move(bookings)),
                             std::get<std::vector<KeptCall>>(std::move(calls)),
                             std::get<std::vector<Message>>(std::move(messages)),
                             std::get<std::vector<Customer>>(std::move(merges))}};
}

}  // namespace

Errand<PersonalData> export_customer(CustomerId id) {
    return {[id = std::move(id)](const Readings& known) { return told_all(id, known); }};
}

}  // namespace denwaban
