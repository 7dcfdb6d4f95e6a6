#pragma once

#include <optional>

#include <denwaban/core/phone_number.hpp>
#include <denwaban/ledger/errand.hpp>
#include <denwaban/reservation/policy.hpp>
#include <denwaban/restaurant/restaurant.hpp>
#include <denwaban/seating/floor_plan.hpp>

namespace denwaban {

/// Keeps a restaurant, in place of what was kept of it, found by its id and by each of its lines.
/// Errors: `duplicate_number` at a line (`/lines/0/number`) that is another restaurant's. With `made_from` as
/// `put_customer`. Kept day books whose day is not over follow its hours: those that it hurts are told by whatever is
/// decided next upon them, or by `refresh_day_books`.
[[nodiscard]] Errand<Restaurant> put_restaurant(Restaurant restaurant, ErrandRequest request,
                                                std::optional<Restaurant> made_from = std::nullopt);

/// A restaurant by its id, or by one of its lines; none where there is none.
[[nodiscard]] Errand<std::optional<Restaurant>> find_restaurant(RestaurantId id);
[[nodiscard]] Errand<std::optional<Restaurant>> find_restaurant(PhoneNumber dialled);

/// What new day books of a restaurant begin with. Those that are there already follow it, but for parts that were
/// edited by `edit_day_book`.
struct BookTemplate {
    FloorPlan floor_plan;
    Policy policy;
    friend bool operator==(const BookTemplate&, const BookTemplate&) = default;
};

/// Errors: `unknown_reference` where the restaurant is not kept. With `made_from` as `put_customer`.
[[nodiscard]] Errand<BookTemplate> put_book_template(RestaurantId restaurant, BookTemplate made, ErrandRequest request,
                                                     std::optional<BookTemplate> made_from = std::nullopt);
/// None where there is none.
[[nodiscard]] Errand<std::optional<BookTemplate>> find_book_template(RestaurantId restaurant);

}  // namespace denwaban
