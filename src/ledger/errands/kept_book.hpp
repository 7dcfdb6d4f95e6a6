#pragma once

#include <optional>
#include <string>
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
    /// Before it followed its restaurant; none where it did not have to.
    std::optional<DayBook> was{};
    /// Whom it hurts, and who got another table, that the book follows what its restaurant has become.
    std::vector<Hurt> hurt{};
    std::vector<Move> moved{};
};

/// The book at an address as it was read; one that is not kept is made of the restaurant's hours and template. What it
/// needs it says in one go. What was made of a text is not made of the same text again.
class BookShelf {
public:
    [[nodiscard]] Known<OpenBook> open(const Readings& known, const DayBookAddress& address);

private:
    [[nodiscard]] Known<OpenBook> read(const Document& document);

    std::string last_text_;
    std::optional<OpenBook> last_book_;
};

/// A book as it would begin. Precondition: what it is made of was read.
[[nodiscard]] Known<OpenBook> first_book(const Readings& known, const DayBookAddress& address);
/// What books of a restaurant are made of, in a few characters; empty where it is not kept. Precondition: was read.
[[nodiscard]] std::string basis_of(const Readings& known, const RestaurantId& restaurant);

/// That a restaurant has nothing that books begin with.
[[nodiscard]] Errors no_template(const RestaurantId& restaurant);
/// A refusal with the reason why a date is closed (定休日), where its restaurant was read.
[[nodiscard]] Errors told_why(Errors refusal, const Readings& known, const DayBook& book);

/// The clocks of a kept restaurant.
[[nodiscard]] Expected<TimeZone, Errors> zone_of(const Document& restaurant);

/// What new books of a restaurant begin with, as it is kept.
[[nodiscard]] Expected<BookTemplate, Errors> book_template_from_json(std::string_view text);

/// Where a reservation is kept; nothing where it is not.
[[nodiscard]] Expected<std::optional<DayBookAddress>, Errors> address_of(const Readings& known, const BookingId& id);
[[nodiscard]] std::string written(const DayBookAddress& address);

}  // namespace denwaban::ledger
