#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include "answers.hpp"
#include "asking.hpp"

/// What errands about restaurants are asked with in JSON: a row a field.
namespace denwaban::ledger {

struct PutRestaurant {
    Restaurant restaurant;
    std::optional<Restaurant> was;
    ErrandRequest request;
};
struct FindRestaurant {
    std::optional<RestaurantId> id;
    std::optional<PhoneNumber> number;
};
struct PutBookTemplate {
    RestaurantId restaurant;
    BookTemplate made = shapes::detail::New<BookTemplate>::make();
    std::optional<BookTemplate> was;
    ErrandRequest request;
};
struct OfRestaurant {
    RestaurantId restaurant;
};
struct ListRestaurants {
    std::size_t limit = PageQuestion{}.limit;
    std::optional<std::string> after;
};

}  // namespace denwaban::ledger

namespace denwaban::shapes {

inline constexpr auto put_restaurant_fields =
    rows(std::array{field<&ledger::PutRestaurant::restaurant>("restaurant", required),
                    field<&ledger::PutRestaurant::was>("was", if_any, made_from)},
         request_rows<&ledger::PutRestaurant::request>);
template <>
inline constexpr Shape shape_of<ledger::PutRestaurant> = record<ledger::PutRestaurant>({}, {}, put_restaurant_fields);

void check_find_restaurant(const Node& node, ledger::FindRestaurant& question);
inline constexpr std::array find_restaurant_fields{
    field<&ledger::FindRestaurant::id>("id", if_any),
    field<&ledger::FindRestaurant::number>("number", if_any, "The number dialled, in any form."),
};
template <>
inline constexpr Shape shape_of<ledger::FindRestaurant> = checked<ledger::FindRestaurant, check_find_restaurant>(
    record<ledger::FindRestaurant>({}, {}, find_restaurant_fields));

inline constexpr auto put_book_template_fields =
    rows(std::array{field<&ledger::PutBookTemplate::restaurant>("restaurant", required),
                    field<&ledger::PutBookTemplate::made, &BookTemplate::floor_plan>("floor_plan", required),
                    field<&ledger::PutBookTemplate::made, &BookTemplate::policy>("policy", or_else),
                    field<&ledger::PutBookTemplate::was>("was", if_any, made_from)},
         request_rows<&ledger::PutBookTemplate::request>);
template <>
inline constexpr Shape shape_of<ledger::PutBookTemplate> = record<ledger::PutBookTemplate>({}, {},
                                                                                           put_book_template_fields);

inline constexpr std::array of_restaurant_fields{field<&ledger::OfRestaurant::restaurant>("restaurant", required)};
template <>
inline constexpr Shape shape_of<ledger::OfRestaurant> = record<ledger::OfRestaurant>({}, {}, of_restaurant_fields);

inline constexpr std::array list_restaurants_fields{
    field<&ledger::ListRestaurants::limit>("limit", or_else, one_to_a_hundred),
    page_after<&ledger::ListRestaurants::after>,
};
template <>
inline constexpr Shape shape_of<ledger::ListRestaurants> = record<ledger::ListRestaurants>({}, {},
                                                                                           list_restaurants_fields);

}  // namespace denwaban::shapes
