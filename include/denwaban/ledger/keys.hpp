#pragma once

#include <string>
#include <string_view>

#include <denwaban/call/call.hpp>
#include <denwaban/core/iso8601.hpp>
#include <denwaban/core/utf8.hpp>
#include <denwaban/customer/customer.hpp>
#include <denwaban/customer/kana.hpp>
#include <denwaban/ledger/document.hpp>
#include <denwaban/restaurant/restaurant.hpp>

/// Where everything is kept. What one looks for by more than its id has a document more for each way to find it, which
/// holds that id and is written in the same commit (`docs/ledger.md` has the table).
namespace denwaban::keys {

/// An id with nothing in it that could be taken for the mark behind it.
[[nodiscard]] inline std::string marked_off(std::string_view id) {
    std::string text;
    for (const char c : id) {
        if (c == '#' || c == '%') {
            text += c == '#' ? "%23" : "%25";
        } else {
            text += c;
        }
    }
    return text;
}

/// What belongs to one restaurant.
[[nodiscard]] inline std::string restaurant_partition(const RestaurantId& id) { return "restaurant#" + id.text; }
/// The restaurant itself.
[[nodiscard]] inline Key restaurant(const RestaurantId& id) { return {restaurant_partition(id), "restaurant"}; }
/// Floor plan and policy that a new day book begins with.
[[nodiscard]] inline Key book_template(const RestaurantId& id) { return {restaurant_partition(id), "book_template"}; }
/// The partition of what leads to every restaurant.
inline constexpr std::string_view restaurants = "restaurants";
/// Leads to a restaurant, for whoever lists them all.
[[nodiscard]] inline Key listed_restaurant(const RestaurantId& id) { return {std::string{restaurants}, id.text}; }
/// The restaurant that answers on a number.
[[nodiscard]] inline Key line(const PhoneNumber& number) {
    return {"line#" + std::string{number.e164()}, "restaurant"};
}

/// The date before which books have forgotten their people.
[[nodiscard]] inline Key forgotten_before(const RestaurantId& id) {
    return {restaurant_partition(id), "forgotten_before"};
}

/// Where the sorts of day books begin, in a restaurant's partition.
inline constexpr std::string_view day_books = "book#";
/// The book of one business date.
[[nodiscard]] inline Key day_book(const RestaurantId& id, Date date) {
    return {restaurant_partition(id), std::string{day_books} + to_string(date)};
}
/// The book that a reservation is in.
[[nodiscard]] inline Key booking(const BookingId& id) { return {"booking#" + id.text, "book"}; }

/// What belongs to one customer.
[[nodiscard]] inline std::string customer_partition(const CustomerId& id) { return "customer#" + id.text; }
/// The customer, unless merged into another.
[[nodiscard]] inline Key customer(const CustomerId& id) { return {customer_partition(id), "customer"}; }
/// The customer whom another was merged into.
[[nodiscard]] inline Key merged_customer(const CustomerId& id) { return {customer_partition(id), "merged_into"}; }
/// Both as they were before a customer was merged into another.
[[nodiscard]] inline Key merge_record(const CustomerId& id) { return {customer_partition(id), "merge_record"}; }
/// Everybody who has a number.
[[nodiscard]] inline std::string phone_partition(const PhoneNumber& number) {
    return "phone#" + std::string{number.e164()};
}
/// The partition of what leads to every customer.
inline constexpr std::string_view customers = "customers";
/// Leads to a customer, for whoever lists them all.
[[nodiscard]] inline Key listed_customer(const CustomerId& id) { return {std::string{customers}, id.text}; }
/// The reservations for which a number was given.
[[nodiscard]] inline std::string bookings_partition(const PhoneNumber& number) {
    return phone_partition(number) + "#bookings";
}
/// Leads from a number to a reservation, in the order of dates.
[[nodiscard]] inline Key booking_by_phone(const PhoneNumber& number, const RestaurantId& restaurant, Date date,
                                          const BookingId& id) {
    return {bookings_partition(number), to_string(date) + "#" + marked_off(restaurant.text) + "#" + id.text};
}
/// Leads from a number to a customer who has it.
[[nodiscard]] inline Key customer_by_phone(const PhoneNumber& number, const CustomerId& id) {
    return {phone_partition(number), id.text};
}
/// Names are spread over as many partitions as they have first characters. `word` is not empty.
[[nodiscard]] inline std::string name_partition(std::string_view word) {
    return "name#" + std::string{word.substr(0, first_character(word).bytes)};
}
/// Leads from a name, or a word of one, to a customer.
[[nodiscard]] inline Key customer_by_name(const std::string& word, const CustomerId& id) {
    return {name_partition(word), word + "#" + id.text};
}

/// What belongs to one agent.
[[nodiscard]] inline std::string agent_partition(const AgentId& id) { return "agent#" + id.text; }
/// The agent's timeline.
[[nodiscard]] inline Key agent(const AgentId& id) { return {agent_partition(id), "timeline"}; }

/// A call is kept by its first contact; the others lead there.
[[nodiscard]] inline Key call(const ContactId& id) { return {"contact#" + id.text, "call"}; }
/// Leads from another of a call's contacts to its first.
[[nodiscard]] inline Key first_contact(const ContactId& id) { return {"contact#" + id.text, "first_contact"}; }
/// Sorted by when the call was opened.
inline constexpr std::string_view calls = "call#";
/// Where a call stands among those of a restaurant or of a customer.
[[nodiscard]] inline std::string call_sort(Instant opened, const ContactId& id) {
    return std::string{calls} + to_iso8601(opened) + "#" + id.text;
}
/// A restaurant's calls.
[[nodiscard]] inline std::string calls_partition(const RestaurantId& id) { return restaurant_partition(id) + "#calls"; }
/// Leads from a restaurant to a call.
[[nodiscard]] inline Key call_of_restaurant(const RestaurantId& restaurant, Instant opened, const ContactId& id) {
    return {calls_partition(restaurant), call_sort(opened, id)};
}
/// Leads from a customer to a call.
[[nodiscard]] inline Key call_of_customer(const CustomerId& customer, Instant opened, const ContactId& id) {
    return {customer_partition(customer), call_sort(opened, id)};
}

/// What belongs to the contact records of one contact.
[[nodiscard]] inline std::string records_partition(const ContactId& id) { return "contact_record#" + id.text; }
/// The records of a call, at one of its contacts.
[[nodiscard]] inline Key records_of_call(const ContactId& id) { return {records_partition(id), "records"}; }
/// Leads from each contact that they name to where they are.
[[nodiscard]] inline Key way_to_records(const ContactId& id) { return {records_partition(id), "way"}; }
/// The calls whose records show a number as the customer's.
[[nodiscard]] inline std::string records_by_phone_partition(const PhoneNumber& number) {
    return phone_partition(number) + "#records";
}
/// Leads from such a number to where the records of a call are.
[[nodiscard]] inline Key records_by_phone(const PhoneNumber& number, const ContactId& id) {
    return {records_by_phone_partition(number), id.text};
}

/// The partition of what is to be done after calls, by when.
inline constexpr std::string_view follow_ups = "follow_ups";
/// `name` tells it from the contact's others.
[[nodiscard]] inline Key follow_up(Instant due, const ContactId& id, std::string_view name) {
    return {std::string{follow_ups}, to_iso8601(due) + "#" + id.text + "#" + std::string{name}};
}
/// The partition of what is to be sent, by when.
inline constexpr std::string_view outbox = "outbox";
/// Something to send; `id` tells it from others that are due at once.
[[nodiscard]] inline Key message(Instant due, std::string_view id) {
    return {std::string{outbox}, to_iso8601(due) + "#" + std::string{id}};
}

}  // namespace denwaban::keys
