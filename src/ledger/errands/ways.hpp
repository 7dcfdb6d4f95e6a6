#pragma once

#include <set>
#include <vector>

#include <denwaban/customer/customer.hpp>
#include <denwaban/ledger/errand.hpp>

namespace denwaban::ledger {

/// Everything that leads to a customer, but for the list of all.
[[nodiscard]] std::set<Key> ways_to(const Customer& customer);
/// Where the customers of some ids are kept.
[[nodiscard]] std::vector<Key> homes_of(const std::vector<CustomerId>& ids);
/// Those who are still there: somebody may have merged one since the id was read. Precondition: all was read.
[[nodiscard]] Expected<std::vector<Customer>, Errors> customers_there(const Readings& known,
                                                                      const std::vector<Key>& homes);
/// A customer who is not kept yet. Precondition: whether they are was read.
[[nodiscard]] std::vector<Write> first_writes(const Customer& customer, const Readings& known);

/// A customer in place of what was kept of them. Precondition: that was read.
[[nodiscard]] std::vector<Write> writes_in_place_of(const Customer& customer, const Customer& before,
                                                    const Readings& known);
/// What a commit has no room for, be it written or only checked: told of what most of the ways to a customer are by.
[[nodiscard]] Errors too_many_ways(const Customer& customer, const std::vector<Write>& writes, const Readings& known);

}  // namespace denwaban::ledger
