#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <denwaban/customer/customer.hpp>
#include <denwaban/ledger/errand.hpp>

namespace denwaban {

/// Keeps a customer, in place of what was kept of them but for visits and merged ids, of which none is lost; found by
/// id, by each telephone number, and by the beginning of each name. Errors: `duplicate_id` at `/id`
/// for one who was merged into another, at `/merged/0` for an id that is another's; `too_large` at what there is too
/// much of.
///
/// Of one that was made from what was read before (`made_from`), only what it changed is changed; `stale` at each
/// member that somebody else has changed otherwise since, and at the whole where there is no such customer any more.
[[nodiscard]] Errand<Customer> put_customer(Customer customer, ErrandRequest request,
                                            std::optional<Customer> made_from = std::nullopt);

/// Makes one record of two, with both histories. Merging what is merged changes nothing. Errors:
/// `unknown_reference` at `/keep` or `/absorb`; `too_large` at what the two have too much of together (`/notes`).
/// What both were is kept beside it, with `who` and when, unless it is more than a megabyte.
[[nodiscard]] Errand<Customer> merge_customers(CustomerId keep, CustomerId absorb, ErrandRequest request,
                                               std::string who = {});

/// Two customers who were one by mistake, and who had made one of them, when.
struct UnmergedCustomers {
    Customer kept;
    Customer restored;
    Instant merged_at{};
    std::string merged_by{};
    friend bool operator==(const UnmergedCustomers&, const UnmergedCustomers&) = default;
};
/// Takes the last merge of a record back, as `parted` does; a booking made since belongs to whom it names. Errors:
/// `unknown_reference` at `/id` for who was not merged; `stale` at `/id` where nobody knows any more what they were,
/// for a merge that is not the last, at `/visits` where more than 30 bookings were made since, and at what both have
/// become since (`/notes`).
[[nodiscard]] Errand<UnmergedCustomers> unmerge_customers(CustomerId absorbed, ErrandRequest request);

/// A customer, also by the id of a record that was merged; none where there is none.
[[nodiscard]] Errand<std::optional<Customer>> find_customer(CustomerId id);

/// Whoever has the number, by id: at most 100. `list_customers` has all of them.
[[nodiscard]] Errand<std::vector<Customer>> find_customers_by_phone(PhoneNumber phone);

/// Those one of whose names, or readings, begins so, in the order of what is found; family and given
/// names each count. `most` is 1 to 100. Nobody for an empty beginning.
[[nodiscard]] Errand<std::vector<Customer>> find_customers_by_name(std::string beginning, std::size_t most);

}  // namespace denwaban
