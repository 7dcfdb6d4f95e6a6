#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <denwaban/customer/customer.hpp>
#include <denwaban/ledger/booking_errands.hpp>
#include <denwaban/ledger/call_errands.hpp>
#include <denwaban/ledger/errand.hpp>
#include <denwaban/ledger/message.hpp>

/// What is kept of people: told to them, and forgotten.
///
/// A reservation that forgets its person keeps when, how many, where, what was ordered and what was done; not names,
/// numbers, addresses, allergies, notes, nor what was noted with its deeds. A call keeps when, how it came out and its
/// codes. Messages go as a whole.
namespace denwaban {

/// What one step forgot.
struct Forgotten {
    bool is_done = false;             ///< or there is more to do: it is asked again
    std::size_t bookings = 0;         ///< reservations that lost their person
    std::size_t calls = 0;            ///< and calls
    std::size_t messages = 0;         ///< that will not be sent
    std::optional<std::string> next;  ///< of `forget_before`: what the next step goes on after
    friend bool operator==(const Forgotten&, const Forgotten&) = default;
};

/// One step of erasing a customer: first what they left in books, those also that were taken by a number which nobody
/// else has; then calls, contact records of such a number, messages, and at last the record with all that leads to it.
/// Asked again until it is done, and whenever somebody wants to be sure. In SQLite nothing of it can be read in the
/// file after the last step: remembered answers that have the name or a number are forgotten too; in DynamoDB they go
/// with their time, which is a day unless somebody said otherwise. Calls and messages that have only a number, and no
/// customer, are found by `forget_before`.
[[nodiscard]] Errand<Forgotten> erase_customer(CustomerId id, Instant now);

/// One step of forgetting the people of business dates, calls and messages before a date, for whoever does it every
/// night: restaurant by restaurant, each from where it was last done. `after` is the `next` of the step before.
[[nodiscard]] Errand<Forgotten> forget_before(Date before, Instant now, std::string after);

/// All that is kept of a person.
struct PersonalData {
    std::optional<Customer> customer;
    std::vector<KeptReservation> bookings;
    std::vector<KeptCall> calls;
    std::vector<Message> messages;
    std::vector<Customer> merged{};  ///< records that are theirs now, as they were before
    friend bool operator==(const PersonalData&, const PersonalData&) = default;
};
/// What `erase_customer` would erase. Cost: all of it is read.
[[nodiscard]] Errand<PersonalData> export_customer(CustomerId id);

}  // namespace denwaban
