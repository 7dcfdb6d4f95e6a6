#pragma once

#include <array>

#include <denwaban/customer/customer.hpp>

#include "shapes.hpp"

/// What crosses a border of who makes a reservation.
namespace denwaban::shapes {

inline constexpr std::array visit_fields{
    field<&Visit::restaurant>("restaurant", required),
    field<&Visit::booking>("booking", required),
    field<&Visit::date>("date", required, "The business date."),
    field<&Visit::covers>("covers", always),
    field<&Visit::outcome>("outcome", required),
};
template <>
inline constexpr Shape shape_of<Visit> = record<Visit>("Visit", "What became of a booking.", visit_fields);

/// By date, whatever order they stand in; none of them twice.
void check_visits(const Node& node, std::vector<Visit>& visits);

inline constexpr std::array customer_fields{
    field<&Customer::id>("id", identity),
    field<&Customer::name>("name", always, kind::label),
    field<&Customer::kana>("kana", always, kind::label, "The name's reading."),
    field<&Customer::aliases>("aliases", or_else, some<kind::name>(most_lines)),
    field<&Customer::phones>("phones", or_else, some(most_lines)),
    field<&Customer::email>("email", or_else, kind::label),
    field<&Customer::other_emails>("other_emails", or_else, some<kind::label>(most_lines),
                                   "Of records that were merged into this one."),
    field<&Customer::visits>(
        "visits", or_else, checked<std::vector<Visit>, check_visits>(shape_as<std::vector<Visit>>(some(most_visits)))),
    field<&Customer::tags>("tags", or_else, some<kind::name>(most_lines)),
    field<&Customer::allergies>("allergies", or_else, some<kind::name>(most_lines)),
    field<&Customer::preferences>("preferences", or_else, some<kind::name>(most_lines)),
    field<&Customer::notes>("notes", or_else, kind::text),
    field<&Customer::merged>("merged", or_else, some(most_lines), "Records that are this one now."),
};
static_assert(hold_alike(customer_fields, denwaban::detail::held_texts_of_customer,
                         denwaban::detail::held_lists_of_customer));
template <>
inline constexpr Shape shape_of<Customer> = record<Customer>("Customer",
                                                             "Somebody who calls, and what became of their bookings.",
                                                             customer_fields);

}  // namespace denwaban::shapes
