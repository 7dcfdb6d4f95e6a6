#pragma once

#include <set>
#include <vector>

#include <denwaban/customer/customer.hpp>
#include <denwaban/ledger/errand.hpp>

namespace denwaban::ledger {

/// Everything that leads to a customer, but for the list of all.
[[nodiscard]] std::set<Key> ways_to(const Customer& customer);
/// A customer who is not kept yet. Precondition: whether they are was read.
[[nodiscard]] std::vector<Write> first_writes(const Customer& customer, const Readings& known);

}  // namespace denwaban::ledger
