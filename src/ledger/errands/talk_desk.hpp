#pragma once

#include <cstddef>
#include <vector>

#include <denwaban/ledger/listing_errands.hpp>
#include <denwaban/talk/conversation.hpp>

/// How a conversation has what a ledger knows.
namespace denwaban::ledger {

/// The most bookings of one number that a conversation looks at.
inline constexpr std::size_t most_bookings_of_caller = 20;

/// Those of one restaurant.
[[nodiscard]] Expected<std::vector<FoundBooking>, Errors> found_bookings(ListedBookings listed,
                                                                         const RestaurantId& restaurant);
/// Of several on one number nobody knows who calls.
[[nodiscard]] Expected<std::optional<Customer>, Errors> known_customer(std::vector<Customer> all);

}  // namespace denwaban::ledger
