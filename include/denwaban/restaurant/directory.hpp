#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/restaurant/restaurant.hpp>

namespace denwaban {

/// Restaurants, found by the number that was dialled or by id. Immutable; safe to ask from many threads at once.
class Directory {
public:
    /// Errors: `duplicate_id`, `duplicate_number`, each at the later restaurant's place (`/3/lines/0/number`).
    [[nodiscard]] static Expected<Directory, Errors> make(std::vector<OpenedRestaurant> restaurants) {
        Directory directory;
        directory.restaurants_ = std::move(restaurants);
        Errors errors;
        for (std::size_t i = 0; i < directory.restaurants_.size(); ++i) directory.enter(i, errors);
        if (!errors.empty()) return Unexpected{std::move(errors)};
        return directory;
    }

    /// Null if no restaurant has the number. Cost: O(1).
    [[nodiscard]] const OpenedRestaurant* find(const PhoneNumber& dialled) const {
        return look_up(by_number_, dialled);
    }
    [[nodiscard]] const OpenedRestaurant* find(const RestaurantId& id) const { return look_up(by_id_, id); }
    /// In the order in which they were given.
    [[nodiscard]] const std::vector<OpenedRestaurant>& restaurants() const noexcept { return restaurants_; }

private:
    Directory() = default;

    void enter(std::size_t place, Errors& errors) {
        const auto& restaurant = restaurants_[place].restaurant;
        const auto path = "/" + std::to_string(place);
        if (!by_id_.emplace(restaurant.id, place).second) {
            errors.push_back({ErrorCode::duplicate_id, "another restaurant has the id " + restaurant.id.text,
                              JsonPointer{path + "/id"}});
        }
        for (std::size_t line = 0; line < restaurant.lines.size(); ++line) {
            const auto& number = restaurant.lines[line].number;
            if (by_number_.emplace(number, place).second) continue;
            errors.push_back({ErrorCode::duplicate_number, "another line has the number " + std::string{number.e164()},
                              JsonPointer{path + "/lines/" + std::to_string(line) + "/number"}});
        }
    }

    template <class Index>
    [[nodiscard]] const OpenedRestaurant* look_up(const Index& index, const typename Index::key_type& key) const {
        const auto found = index.find(key);
        return found == index.end() ? nullptr : &restaurants_[found->second];
    }

    std::vector<OpenedRestaurant> restaurants_;
    std::unordered_map<PhoneNumber, std::size_t> by_number_;
    std::unordered_map<RestaurantId, std::size_t> by_id_;
};

}  // namespace denwaban
