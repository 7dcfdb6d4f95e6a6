#pragma once

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <vector>

#include <denwaban/core/detail/header_only.hpp>
#include <denwaban/seating/stay.hpp>

namespace denwaban {

DENWABAN_INLINE std::vector<SeatingChoice> choices_for(const FloorPlan& plan, Covers chairs, const Needs& needs,
                                                       Seller seller) {
    std::vector<SeatingChoice> choices;
    const auto& all = plan.seatings();
    for (std::size_t seating = 0; seating < all.size(); ++seating) {
        if (!plan.suits(all[seating], chairs, needs, seller)) continue;
        choices.push_back({seating, all[seating].most.count() - chairs.count(), all[seating].rank});
    }
    const auto order = [&](const SeatingChoice& one) {
        return std::tuple{one.wasted, one.rank, all[one.seating].tables.size(), one.seating};
    };
    std::sort(choices.begin(), choices.end(),
              [&](const SeatingChoice& a, const SeatingChoice& b) { return order(a) < order(b); });
    return choices;
}

}  // namespace denwaban
