#include "person.hpp"

#include <algorithm>

#include <denwaban/documents/customers_json.hpp>
#include <denwaban/documents/day_book_json.hpp>

#include "documents/reservations/reservations.hpp"
#include "kept_call.hpp"

namespace denwaban::ledger {

namespace {

void forget_words(std::vector<Disposition>& dispositions) {
    for (auto& one : dispositions) {
        one.note.clear();
        std::erase_if(one.fields, [](const auto& field) {
            const auto type = type_of(field.second);
            return type != FieldType::choice && type != FieldType::multi_choice && type != FieldType::date_time;
        });
    }
}

template <class T>
[[nodiscard]] bool has_one(const std::vector<T>& all, const std::optional<T>& one) {
    return one && std::find(all.begin(), all.end(), *one) != all.end();
}

/// Of the attributes that `contact_attributes` writes those that name no person.
[[nodiscard]] bool is_code(std::string_view key) {
    if (key == "bookingId" || key == "catalogueVersion") return true;
    constexpr std::string_view disposition = "disposition";
    return key.starts_with(disposition) &&
           key.find_first_not_of("0123456789", disposition.size()) == std::string_view::npos;
}

/// Long enough not to stand in other words.
constexpr std::size_t shortest_name = 6;

/// As it stands in what is written as JSON.
[[nodiscard]] std::string quoted(std::string_view text) { return formats::write_document(Json(text)); }

}  // namespace

bool forget_person(Reservation& reservation) {
    const auto before = reservation;
    Details left;
    left.items = std::move(reservation.details.items);
    left.high_chairs = reservation.details.high_chairs;
    left.taken_by = std::move(reservation.details.taken_by);
    left.deposit = std::move(reservation.details.deposit);
    if (left.deposit) left.deposit->terms.clear();
    reservation.details = std::move(left);
    for (auto& entry : reservation.history) {
        entry.note.clear();
        if (entry.by == Actor::guest) entry.who.clear();
    }
    return !(reservation == before);
}

bool forget_person(KeptCall& kept) {
    const auto before = kept;
    auto& call = kept.call;
    if (std::holds_alternative<PhoneNumber>(call.other)) call.other = Withheld{WithheldReason::not_given};
    call.customer.reset();
    for (auto& reason : call.reasons) reason.words.clear();
    call.notes.clear();
    call.drafts.clear();
    call.callback.reset();
    if (call.record) {
        forget_words(call.record->dispositions);
        call.record->unfinished.clear();
        call.record->amendments.clear();
    }
    kept.follow_ups.clear();
    return !(kept == before);
}

Expected<std::vector<Write>, Errors> forget_in_call(const Document& document) {
    auto before = kept(document, kept_call_from_json);
    if (!before) return Unexpected{std::move(before).error()};
    auto after = *before;
    if (!forget_person(after)) return std::vector<Write>{};
    return writes_of(after, &*before);
}

bool forget_person(std::vector<ContactRecord>& records) {
    bool is_changed = false;
    for (auto& record : records) {
        const auto before = record;
        if (record.customer) record.customer = Withheld{WithheldReason::not_given};
        record.customer_address.clear();
        std::erase_if(record.attributes, [](const auto& attribute) { return !is_code(attribute.first); });
        if (record == before) continue;
        // What was sent already may come once more, and is older then.
        record.updated += std::chrono::milliseconds{1};
        is_changed = true;
    }
    return is_changed;
}

std::set<PhoneNumber> numbers_in(const std::vector<ContactRecord>& records) {
    std::set<PhoneNumber> numbers;
    for (const auto& record : records) {
        if (!record.customer) continue;
        if (const auto* number = std::get_if<PhoneNumber>(&*record.customer)) numbers.insert(*number);
    }
    return numbers;
}

Expected<ForgetfulBook, Errors> ForgetfulBook::make(const Document& document) {
    auto book = kept(document, kept_day_book_from_json);
    if (!book) return Unexpected{std::move(book).error()};
    return ForgetfulBook{document, book->contents()};
}

bool ForgetfulBook::forget(Reservation& reservation) {
    const auto phone = reservation.details.phone;
    if (!forget_person(reservation)) return false;
    is_changed_ = true;
    if (phone) {
        const auto way = keys::booking_by_phone(*phone, contents_.restaurant, contents_.date, reservation.id);
        ways_.push_back(Erase{way, {}});
    }
    return true;
}

Expected<std::vector<Write>, Errors> ForgetfulBook::writes() const {
    if (!is_changed_) return std::vector<Write>{};
    auto contents = contents_;
    ++contents.version;
    // Who is forgotten leaves every time and table as it was.
    const auto book = denwaban::detail::BookKeeper::write(std::move(contents));
    std::vector<Write> all{Put{document_->key, {}, to_kept_json(book, document_->body), {}}};
    all.insert(all.end(), ways_.begin(), ways_.end());
    return all;
}

bool Person::has(const Reservation& reservation) const {
    const auto& details = reservation.details;
    return details.customer ? has_one(ids, details.customer) : has_one(own_phones, details.phone);
}

bool Person::has(const Message& message) const {
    const auto says = [&](std::string_view words) { return message.text.find(words) != std::string::npos; };
    const auto is_theirs = [&](const PhoneNumber& phone) {
        const auto parsed = PhoneNumber::parse(message.to);
        return (parsed && *parsed == phone) || says(phone.e164()) || says(phone.national());
    };
    if (std::any_of(own_phones.begin(), own_phones.end(), is_theirs)) return true;
    if (!customer.email.empty() && message.to == customer.email) return true;
    const auto& others = customer.other_emails;
    if (std::find(others.begin(), others.end(), message.to) != others.end()) return true;
    return customer.name.size() >= shortest_name && says(customer.name);
}

std::vector<std::string> Person::words() const {
    std::vector<std::string> all;
    for (const auto& id : ids) {
        all.push_back("\"id\":" + quoted(id.text));
        all.push_back("\"customer\":" + quoted(id.text));
    }
    for (const auto& phone : customer.phones) all.push_back(quoted(phone.e164()));
    if (!customer.name.empty()) all.push_back(quoted(customer.name));
    return all;
}

std::vector<Key> merges_of(const Person& person) {
    std::vector<Key> homes;
    for (const auto& id : person.customer.merged) homes.push_back(keys::merge_record(id));
    return homes;
}

Known<std::optional<Person>> find_person(const Readings& known, const CustomerId& id) {
    using Found = std::optional<Person>;
    auto found = find_linked(known, id, keys::customer, keys::merged_customer(id), "customer", kept_customer_from_json);
    if (auto* why = std::get_if<Unanswered>(&found)) return std::move(*why);
    auto& customer = std::get<std::optional<Customer>>(found);
    if (!customer) return Found{};
    Person person{*std::move(customer), {}, {}};
    person.ids = person.customer.merged;
    person.ids.insert(person.ids.begin(), person.customer.id);
    for (const auto& phone : person.customer.phones) {
        Query query;
        query.partition = keys::phone_partition(phone);
        query.limit = 2;
        const auto* page = known.find(query);
        if (page == nullptr) return Unanswered{ReadFirst{query}};
        const bool is_own = std::all_of(page->documents.begin(), page->documents.end(),
                                        [&](const Document& one) { return one.key.sort == person.customer.id.text; });
        if (is_own) person.own_phones.push_back(phone);
    }
    return Found{std::move(person)};
}

Known<const Page*> Pages::next() {
    if (is_over_) return nullptr;
    const auto* page = known_->find(query_);
    if (page == nullptr) return Unanswered{ReadFirst{query_}};
    is_over_ = !page->next;
    query_.after = page->next;
    return page;
}

std::optional<Unanswered> missing_some(const Readings& known, const std::vector<Key>& keys) {
    constexpr std::size_t most = 20;
    std::vector<Key> some;
    for (const auto& key : keys) {
        if (!known.has(key) && some.size() < most) some.push_back(key);
    }
    return missing(known, some);
}

Query bookings_query(const PhoneNumber& phone) {
    Query query;
    query.partition = keys::bookings_partition(phone);
    return query;
}
Query calls_query(const CustomerId& id) {
    Query query;
    query.partition = keys::customer_partition(id);
    query.range = SortPrefix{std::string{keys::calls}};
    return query;
}
Query contact_records_query(const PhoneNumber& phone) {
    Query query;
    query.partition = keys::records_by_phone_partition(phone);
    return query;
}
Query outbox_query() {
    Query query;
    query.partition = keys::outbox;
    return query;
}

}  // namespace denwaban::ledger
