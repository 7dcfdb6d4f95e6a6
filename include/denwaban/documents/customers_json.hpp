#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/customer/customers.hpp>

namespace denwaban {

/// Reads a customer as `docs/schema/customer.schema.json` has one; read back it is the same. Errors: each with a JSON
/// pointer, or a byte range where it is no JSON at all.
[[nodiscard]] Expected<Customer, Errors> customer_from_json(std::string_view text);
/// The same of what a ledger keeps: keys that are not known are passed over. Error: `newer_version`.
[[nodiscard]] Expected<Customer, Errors> kept_customer_from_json(std::string_view text);
[[nodiscard]] std::string to_json(const Customer& customer);
/// The same for a ledger, with all that what was kept `before` says and this library does not know.
[[nodiscard]] std::string to_kept_json(const Customer& customer, std::string_view before);
[[nodiscard]] std::string to_json(const std::vector<const Customer*>& customers);

/// Reads a list of customers; what is wrong between them is an error at the one that comes later.
[[nodiscard]] Expected<Customers, Errors> customers_from_json(std::string_view text);
[[nodiscard]] std::string to_json(const Customers& customers);

}  // namespace denwaban
