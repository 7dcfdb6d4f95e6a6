#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

#include <denwaban/core/error.hpp>
#include <denwaban/restaurant/restaurant.hpp>

namespace denwaban {

/// What may be said and yet means nothing: `unknown_reference` at each route of a line that is none of the
/// restaurant's, for no call on it comes here.
[[nodiscard]] inline Errors findings_of(const Restaurant& restaurant) {
    Errors findings;
    const auto& routes = restaurant.routing.routes;
    for (std::size_t place = 0; place < routes.size(); ++place) {
        const auto& line = routes[place].line;
        const bool is_own = !line || std::any_of(restaurant.lines.begin(), restaurant.lines.end(),
                                                 [&](const PhoneLine& one) { return one.number == *line; });
        if (is_own) continue;
        findings.push_back({ErrorCode::unknown_reference, "is no line of the restaurant's: no call takes this route",
                            JsonPointer{"/routing/routes/" + std::to_string(place) + "/line"}});
    }
    return findings;
}

}  // namespace denwaban
