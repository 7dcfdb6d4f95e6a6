#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/documents/booking_csv.hpp>
#include <denwaban/ledger/booking_errands.hpp>

namespace denwaban {

/// As `booking_csv` of a book, of reservations of any books, in the order in which they are given.
[[nodiscard]] std::string booking_csv(const std::vector<KeptReservation>& bookings);
/// The same of `bookings` as `list_bookings` answers them. Errors: each with a JSON pointer.
[[nodiscard]] Expected<std::string, Errors> booking_csv_from_json(std::string_view bookings);

}  // namespace denwaban
