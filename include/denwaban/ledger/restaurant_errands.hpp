#pragma once

#include <denwaban/core/phone_number.hpp>
#include <denwaban/ledger/errand.hpp>
#include <denwaban/reservation/policy.hpp>
#include <denwaban/restaurant/restaurant.hpp>
#include <denwaban/seating/floor_plan.hpp>

namespace denwaban {

/// Keeps a restaurant, in place of what was kept of it, found by its id and by each of its lines. Answers its JSON.
/// Errors: `duplicate_number` at a line (`/lines/0/number`) that is another restaurant's.
[[nodiscard]] Errand put_restaurant(Restaurant restaurant, ErrandRequest request);

/// Answers a restaurant's JSON; null where there is none.
[[nodiscard]] Errand find_restaurant(RestaurantId id);
[[nodiscard]] Errand find_restaurant(PhoneNumber dialled);

/// What new day books of a restaurant begin with. Those that are there already are edited by `edit_day_book`.
struct BookTemplate {
    FloorPlan floor_plan;
    Policy policy;
    friend bool operator==(const BookTemplate&, const BookTemplate&) = default;
};

/// Answers `{"floor_plan": …, "policy": …}`. Errors: `unknown_reference` where the restaurant is not kept.
[[nodiscard]] Errand put_book_template(RestaurantId restaurant, BookTemplate made, ErrandRequest request);
/// As `put_book_template` answers; null where there is none.
[[nodiscard]] Errand find_book_template(RestaurantId restaurant);

}  // namespace denwaban
