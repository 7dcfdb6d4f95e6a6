#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/restaurant/restaurant.hpp>

namespace denwaban {

/// Reads a `Restaurant` from its JSON form (docs/schema/restaurant.schema.json). Errors: every one in the document (of
/// more than a thousand, the first) with its JSON pointer, or a byte range where it is no JSON at all. Names and labels
/// may have 500 bytes, messages and notes 2,000. Cost: O(text).
[[nodiscard]] Expected<Restaurant, Errors> restaurant_from_json(std::string_view text);
/// The same of what a ledger keeps: keys that are not known are passed over. Error: `newer_version`.
[[nodiscard]] Expected<Restaurant, Errors> kept_restaurant_from_json(std::string_view text);

/// Reads a JSON array of restaurants. Errors as above, and `duplicate_id` and `duplicate_number` where restaurants
/// share what must be one's own.
[[nodiscard]] Expected<std::vector<Restaurant>, Errors> restaurants_from_json(std::string_view text);

/// The JSON form of `restaurant`; reading it back gives an equal restaurant, if it is such as can be read.
[[nodiscard]] std::string to_json(const Restaurant& restaurant);

}  // namespace denwaban
