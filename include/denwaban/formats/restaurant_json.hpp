#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/restaurant/restaurant.hpp>

namespace denwaban {

/// Reads a `Restaurant` from its JSON form (docs/schema/restaurant.schema.json). Errors: every one in the document,
/// each with a JSON pointer, or a byte range where it is no JSON at all. Cost: O(text).
[[nodiscard]] Expected<Restaurant, Errors> restaurant_from_json(std::string_view text);

/// Reads a JSON array of restaurants; ids and numbers must differ. Errors as above.
[[nodiscard]] Expected<std::vector<Restaurant>, Errors> restaurants_from_json(std::string_view text);

/// The JSON form of `restaurant`; reading it back gives an equal restaurant.
[[nodiscard]] std::string to_json(const Restaurant& restaurant);

}  // namespace denwaban
