#pragma once

#include <vector>

#include <denwaban/reservation/neighbours.hpp>

#include "kept_book.hpp"

namespace denwaban::ledger {

/// A book as it is decided upon: beside the evening before and the morning after, whose tables are the same ones; and
/// until its day is over, as its restaurant's hours and template now are, but for parts that were edited for it alone.
class NightShelf {
public:
    NightShelf() = default;
    /// A reservation that is about to go from a neighbour into the book is in nobody's way.
    explicit NightShelf(std::optional<BookingId> without) : without_(std::move(without)) {}

    [[nodiscard]] Known<OpenBook> open(const Readings& known, const DayBookAddress& address, Instant now);

private:
    [[nodiscard]] std::optional<Unanswered> add_neighbours(OpenBook& open, const Readings& known,
                                                           const DayBookAddress& address, const Now& now);

    std::optional<BookingId> without_;
    BookShelf own_;
    BookShelf before_;
    BookShelf after_;
};

/// A book without a reservation; the same where it has none such.
[[nodiscard]] DayBook without(const DayBook& book, const std::optional<BookingId>& booking);

/// The business date of a restaurant that a moment belongs to, by its books as they are decided upon at an instant.
/// Error: `unknown_reference` at `/restaurant`.
[[nodiscard]] Known<DayBookAddress> night_of(const Readings& known, const RestaurantId& restaurant, Instant moment,
                                             Instant now);

/// All that a book is opened of, to be read at once.
[[nodiscard]] std::vector<Key> keys_of_night(const DayBookAddress& address);
/// As it stands at two dates away from each other by `days`.
[[nodiscard]] DayBookAddress at_distance(const DayBookAddress& address, int days);

/// What a commit of a decided book writes of its neighbours, and does not mind of what was read.
struct Neighbourhood {
    std::vector<Write> writes;
    std::vector<Key> indifferent;
};
/// Whoever may be in somebody's way on the other date sees to it that one of the two is late: a stay that lasts past
/// midnight checks the morning's book, one that begins in the morning checks the evening's. Those that last past ten
/// o'clock, which nobody looks out for in the morning's book, write it. Precondition: the night was opened.
[[nodiscard]] Known<Neighbourhood> neighbourhood_of(const Readings& known, const OpenBook& open, const DayBook& after);

}  // namespace denwaban::ledger
