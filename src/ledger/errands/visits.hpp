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

}  // namespace denwaban::ledger
