#pragma once

#include <vector>

#include <denwaban/customer/customer.hpp>

#include "kept.hpp"

namespace denwaban::ledger {

/// Customers as they are once their visits are as a book has them.
struct VisitWrites {
    std::vector<Write> writes;
    std::vector<CustomerId> unknown;  ///< who is not kept
};

/// What becomes of customers' visits where a book changes from one to another. Whoever was merged is whom they were
/// merged into.
[[nodiscard]] Known<VisitWrites> visits_after(const DayBook& before, const DayBook& after, const Readings& known);

}  // namespace denwaban::ledger
