#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <denwaban/core/names.hpp>
#include <denwaban/customer/customer.hpp>
#include <denwaban/ledger/booking_errands.hpp>
#include <denwaban/ledger/errand.hpp>
#include <denwaban/restaurant/restaurant.hpp>

/// What is kept, a page at a time. `next` is where the next page begins, and means nothing to anybody else; a page may
/// hold fewer than its limit, even nothing, and still not be the last. Nothing that stood before the first page was
/// asked for, and stands still after the last, is left out or comes twice.
namespace denwaban {

/// Some of the reservations that were asked for.
struct ListedBookings {
    std::vector<KeptReservation> bookings;
    std::optional<std::string> next;  ///< what the next page comes after; none after the last
    friend bool operator==(const ListedBookings&, const ListedBookings&) = default;
};

/// Every reservation of some business dates, by date, restaurant and time.
struct BookingsOfDates {
    std::optional<RestaurantId> restaurant;  ///< of all that are kept, where it is left out
    std::optional<PhoneNumber> phone;        ///< whose they are
};
/// Those of one restaurant for which a number was given.
struct CallersBookings {
    PhoneNumber phone;
    RestaurantId restaurant;
};
/// By dates, by the number that was given with them, or a customer's.
using WhoseBookings = std::variant<BookingsOfDates, PhoneNumber, CustomerId, CallersBookings>;
/// Which reservations to list, and how many at once.
struct BookingsQuestion {
    WhoseBookings whose;
    Date from = make_date(1, 1, 1);
    Date to = make_date(9999, 12, 31);  ///< included
    std::size_t limit = 50;             ///< 1 to 100
    std::string after{};                ///< where the page before ended; empty at first
};
/// Lists reservations, also those that came to nothing. By a number are found those that were taken, or given a number,
/// since denwaban lists them; those of before are found by dates, of a restaurant and with the number. Errors:
/// `invalid_value` at `/after`. Cost: at most 20 books are read for a page, of all restaurants 240.
[[nodiscard]] Errand<ListedBookings> list_bookings(BookingsQuestion question);

/// Some of the restaurants, by id.
struct ListedRestaurants {
    std::vector<Restaurant> restaurants;
    std::optional<std::string> next;  ///< what the next page comes after; none after the last
    friend bool operator==(const ListedRestaurants&, const ListedRestaurants&) = default;
};
/// How many at once, and where to go on.
struct PageQuestion {
    std::size_t limit = 50;  ///< 1 to 100
    std::string after{};     ///< where the page before ended; empty at first
};
/// Every restaurant that was put since denwaban lists them.
[[nodiscard]] Errand<ListedRestaurants> list_restaurants(PageQuestion question);

/// Some of the customers.
struct ListedCustomers {
    std::vector<Customer> customers;
    std::optional<std::string> next;  ///< what the next page comes after; none after the last
    friend bool operator==(const ListedCustomers&, const ListedCustomers&) = default;
};
/// Everybody who was put since denwaban lists them.
struct AllCustomers {};
/// One of whose names, or readings, begins so.
struct NamedCustomers {
    std::string beginning;
};
/// All, by a number, or by the beginning of a name.
using WhichCustomers = std::variant<AllCustomers, PhoneNumber, NamedCustomers>;
/// By id; by name, in the order of what is found, and whoever has two such names may come on two pages.
[[nodiscard]] Errand<ListedCustomers> list_customers(WhichCustomers which, PageQuestion question);

/// What two customers have both.
enum class SameOf : std::uint8_t { phone, email, name, kana };
template <>
inline constexpr std::array<std::string_view, 4> names_of<SameOf>{"phone", "email", "name", "kana"};

/// Two who may be one; families share numbers, and strangers names.
struct LikelyDuplicate {
    Customer first;
    Customer second;
    std::vector<SameOf> same;
    friend bool operator==(const LikelyDuplicate&, const LikelyDuplicate&) = default;
};
/// Some of them.
struct ListedDuplicates {
    std::vector<LikelyDuplicate> pairs;
    std::vector<std::string> crowded;  ///< numbers and names of so many that they were not compared
    std::optional<std::string> next;   ///< what the next page comes after; none after the last
    friend bool operator==(const ListedDuplicates&, const ListedDuplicates&) = default;
};
/// Pairs of customers who share a number, or a name of more than one word or its reading, each pair once, by id: for
/// people to look at, and to merge. `limit` is how many customers are looked at, 20 at most. What more than 20 share is
/// `crowded`.
[[nodiscard]] Errand<ListedDuplicates> list_duplicates(PageQuestion question);

}  // namespace denwaban
