#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <denwaban/reservation/day_book.hpp>

/// Reservations as CSV (RFC 4180, UTF-8), a line each. What a spreadsheet would take for a formula has `'` before it;
/// what there are several of stands behind one another, with `; ` between.
namespace denwaban {

/// A column, and what stands in it.
struct CsvColumn {
    std::string_view name;
    std::string_view about;
};
/// In their order; `docs/reservations.md` lists them.
[[nodiscard]] std::vector<CsvColumn> booking_csv_columns();

/// The names of the columns, with the end of the line.
[[nodiscard]] std::string booking_csv_header();
/// As it stands in a restaurant's book of a business date. Cost: linear.
[[nodiscard]] std::string booking_csv_row(const RestaurantId& restaurant, Date date, const Reservation& reservation);
/// A header, and all of a book in the order in which they come, whatever has become of them.
[[nodiscard]] std::string booking_csv(const DayBook& book);

}  // namespace denwaban
