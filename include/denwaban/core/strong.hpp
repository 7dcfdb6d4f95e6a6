#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace denwaban {

/// An identifier that can't be mistaken for another kind's: `Id<struct RestaurantTag>`.
template <class Tag>
struct Id {
    std::string text;
    friend auto operator<=>(const Id&, const Id&) = default;
};

/// A restaurant, by the centre's own name for it.
using RestaurantId = Id<struct RestaurantTag>;
/// A contact of Amazon Connect, or of whatever centre it is.
using ContactId = Id<struct ContactTag>;
/// One end of a contact.
using ConnectionId = Id<struct ConnectionTag>;
/// An agent: the ARN, or the centre's own name.
using AgentId = Id<struct AgentTag>;
/// A customer.
using CustomerId = Id<struct CustomerTag>;
/// A reservation; no two on a ledger have the same.
using BookingId = Id<struct BookingTag>;
/// Reservations of one day that belong together.
using GroupId = Id<struct GroupTag>;

}  // namespace denwaban

template <class Tag>
struct std::hash<denwaban::Id<Tag>> {
    [[nodiscard]] std::size_t operator()(const denwaban::Id<Tag>& id) const noexcept {
        return std::hash<std::string>{}(id.text);
    }
};
