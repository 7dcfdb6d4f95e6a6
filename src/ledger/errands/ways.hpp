#pragma once

#include <set>

#include <denwaban/customer/customer.hpp>
#include <denwaban/ledger/document.hpp>

namespace denwaban::ledger {

/// Everything that leads to a customer, but for the list of all.
[[nodiscard]] std::set<Key> ways_to(const Customer& customer);

}  // namespace denwaban::ledger
