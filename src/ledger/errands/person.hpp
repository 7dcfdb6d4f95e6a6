#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include <denwaban/ledger/person_errands.hpp>
#include <denwaban/records/contact_record.hpp>

#include "kept.hpp"
#include "kept_book.hpp"

/// Whose something is, and what is left of it without them.
namespace denwaban::ledger {

/// A reservation, a call, contact records without their person; whether there was anything of one.
[[nodiscard]] bool forget_person(Reservation& reservation);
[[nodiscard]] bool forget_person(KeptCall& call);
[[nodiscard]] bool forget_person(std::vector<ContactRecord>& records);
/// What rids a kept call of its person; nothing where it has none of theirs.
[[nodiscard]] Expected<std::vector<Write>, Errors> forget_in_call(const Document& document);

/// Those of whoever called or was called.
[[nodiscard]] std::set<PhoneNumber> numbers_in(const std::vector<ContactRecord>& records);

/// A book that is being rid of people.
class ForgetfulBook {
public:
    /// Errors: those of reading.
    [[nodiscard]] static Expected<ForgetfulBook, Errors> make(const Document& document);

    [[nodiscard]] const DayBookContents& contents() const noexcept { return contents_; }
    /// Whether there was anything of one; what leads to it is erased with it.
    bool forget(Reservation& reservation);
    [[nodiscard]] std::vector<Reservation>& reservations() noexcept { return contents_.reservations; }
    /// None where nothing was forgotten.
    [[nodiscard]] Expected<std::vector<Write>, Errors> writes() const;

private:
    ForgetfulBook(const Document& document, DayBookContents contents)
        : document_(&document), contents_(std::move(contents)) {}

    const Document* document_;
    DayBookContents contents_;
    std::vector<Write> ways_;
    bool is_changed_ = false;
};

/// A customer, and by what else they are known.
struct Person {
    Customer customer;
    std::vector<CustomerId> ids;          ///< theirs, and those of records that were merged
    std::vector<PhoneNumber> own_phones;  ///< that nobody else has

    [[nodiscard]] bool has(const Reservation& reservation) const;
    [[nodiscard]] bool has(const Message& message) const;
    /// What remembered answers about them hold.
    [[nodiscard]] std::vector<std::string> words() const;
};
/// Where it is kept what their records were before they became one.
[[nodiscard]] std::vector<Key> merges_of(const Person& person);
/// None where there is no such customer.
[[nodiscard]] Known<std::optional<Person>> find_person(const Readings& known, const CustomerId& id);

/// Pages of a query, one after the other. Nothing where more is to be read first.
class Pages {
public:
    Pages(const Readings& known, Query query) : known_(&known), query_(std::move(query)) {}
    /// None after the last. What is to be read first, where it is not known yet.
    [[nodiscard]] Known<const Page*> next();

private:
    const Readings* known_;
    Query query_;
    bool is_over_ = false;
};

/// Of those that were not read yet, as many as a ledger reads at once.
[[nodiscard]] std::optional<Unanswered> missing_some(const Readings& known, const std::vector<Key>& keys);

[[nodiscard]] Query bookings_query(const PhoneNumber& phone);
[[nodiscard]] Query calls_query(const CustomerId& id);
[[nodiscard]] Query contact_records_query(const PhoneNumber& phone);
[[nodiscard]] Query outbox_query();

}  // namespace denwaban::ledger
