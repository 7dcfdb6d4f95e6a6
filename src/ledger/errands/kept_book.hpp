#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <denwaban/core/time_zone.hpp>
#include <denwaban/ledger/booking_errands.hpp>
#include <denwaban/ledger/restaurant_errands.hpp>

#include "kept.hpp"

namespace denwaban::ledger {

/// A book, kept or about to be, and its clocks.
struct OpenBook {
    DayBook book;
    TimeZone zone;
    formats::Leftover leftover = formats::Leftover::none;
};

/// The book at an address as it was read; one that is not kept is made of the restaurant's hours and template. What it
/// needs it says in one go. What was made of a text is not made of the same text again.
class BookShelf {
public:
    [[nodiscard]] Known<OpenBook> open(const Readings& known, const DayBookAddress& address);

private:
    [[nodiscard]] Known<OpenBook> read(const Document& document);
    [[nodiscard]] static Known<OpenBook> begin(const Readings& known, const DayBookAddress& address);

    std::string last_text_;
    std::optional<OpenBook> last_book_;
};

/// What new books of a restaurant begin with, as it is kept.
[[nodiscard]] Expected<BookTemplate, Errors> book_template_from_json(std::string_view text);

/// Where a reservation is kept; nothing where it is not.
[[nodiscard]] Expected<std::optional<DayBookAddress>, Errors> address_of(const Readings& known, const BookingId& id);
[[nodiscard]] std::string written(const DayBookAddress& address);

}  // namespace denwaban::ledger
