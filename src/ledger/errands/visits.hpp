#pragma once

#include <vector>

#include <denwaban/customer/customer.hpp>

#include "kept.hpp"
#include "kept_book.hpp"

namespace denwaban::ledger {

/// Customers as they are once their visits are as a book has them.
struct VisitWrites {
    std::vector<Write> writes;
    std::vector<CustomerId> unknown;  ///< who is not kept
};

/// A book as it is kept, and as it is about to be.
struct BookChange {
    DayBook before;
    DayBook after;
};
/// What was kept is what had not followed its restaurant yet: a hold lapses in that, too.
[[nodiscard]] BookChange change_of(const OpenBook& open, const DayBook& after);

/// What becomes of customers' visits where books of a restaurant change. Whoever was merged is whom they were merged
/// into.
[[nodiscard]] Known<VisitWrites> visits_after(const std::vector<BookChange>& changes, const Readings& known);

/// Customers who were read, and are not written. Whoever becomes somebody else meanwhile has another record, and it is
/// those that are written.
[[nodiscard]] std::vector<Key> customers_unwritten(const Readings& known, const std::vector<Write>& writes);

/// A book that knows by which other ids its guest goes, where somebody else's are in it.
[[nodiscard]] Known<DayBook> knowing_guest(const Readings& known, const DayBook& book,
                                           const std::optional<CustomerId>& guest);

}  // namespace denwaban::ledger
