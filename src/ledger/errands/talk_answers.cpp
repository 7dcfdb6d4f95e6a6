#include <utility>
#include <vector>

#include "talk_desk.hpp"

namespace denwaban::ledger {

Expected<std::vector<FoundBooking>, Errors> found_bookings(ListedBookings listed, const RestaurantId& restaurant) {
    std::vector<FoundBooking> theirs;
    for (auto& kept : listed.bookings) {
        if (kept.book.restaurant == restaurant) theirs.push_back({kept.book.date, std::move(kept.reservation)});
    }
    return theirs;
}

Expected<std::optional<Customer>, Errors> known_customer(std::vector<Customer> all) {
    return all.size() == 1 ? std::optional{std::move(all.front())} : std::nullopt;
}

}  // namespace denwaban::ledger
