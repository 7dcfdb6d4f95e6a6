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

using RestaurantId = Id<struct RestaurantTag>;
using ContactId = Id<struct ContactTag>;
using ConnectionId = Id<struct ConnectionTag>;
using AgentId = Id<struct AgentTag>;
using CustomerId = Id<struct CustomerTag>;
using BookingId = Id<struct BookingTag>;

}  // namespace denwaban

template <class Tag>
struct std::hash<denwaban::Id<Tag>> {
    [[nodiscard]] std::size_t operator()(const denwaban::Id<Tag>& id) const noexcept {
        return std::hash<std::string>{}(id.text);
    }
};
