#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include <denwaban/reservation/detail/node_budget.hpp>
#include <denwaban/reservation/detail/table_prices.hpp>
#include <denwaban/reservation/stay.hpp>

namespace denwaban::detail {

/// Those who are there together, moment by moment. Where they can't be seated side by side at one moment, no evening
/// can hold them; and a moment is far easier to settle than an evening, a stretch of some moments than all of it.
class Crowds {
public:
    Crowds(const FloorPlan& plan, std::span<const Stay> stays)
        : plan_(&plan), stays_(stays), moments_(fullest_moments(stays)) {}

    [[nodiscard]] std::size_t moments() const noexcept { return moments_.size(); }

    /// Whether prices prove of some stretch of so many moments that not everybody there can be seated; `wants` is asked
    /// with each moment, and one that is wanted makes a stretch wanted.
    template <class Wants>
    [[nodiscard]] bool are_too_many(Wants&& wants, NodeBudget& budget, std::size_t length = 1) const {
        return any_stretch(length, wants, [&](std::span<const Stay> crowd) {
            return budget.left() > 0 && TablePrices{*plan_, crowd}.prove(budget);
        });
    }

    /// Whether `is_so` of those who are there in some stretch of so many moments that is wanted.
    template <class Wants, class IsSo>
    [[nodiscard]] bool any_stretch(std::size_t length, Wants&& wants, IsSo&& is_so) const {
        for (std::size_t first = 0; first + length <= moments_.size(); ++first) {
            const auto stretch = std::span{moments_}.subspan(first, length);
            if (!std::any_of(stretch.begin(), stretch.end(), wants)) continue;
            const auto crowd = crowd_in(stretch);
            if (is_so(std::span<const Stay>{crowd})) return true;
        }
        return false;
    }

private:
    /// Whoever is there, from the first to the last moment at which they are, counted as minutes.
    [[nodiscard]] std::vector<Stay> crowd_in(std::span<const MinuteOfDay> stretch) const {
        std::vector<Stay> crowd;
        for (const auto& stay : stays_) {
            const auto begin = std::lower_bound(stretch.begin(), stretch.end(), stay.begin);
            const auto end = std::lower_bound(begin, stretch.end(), stay.end);
            if (begin == end) continue;
            crowd.push_back(stay);
            crowd.back().begin = *MinuteOfDay::make(static_cast<int>(begin - stretch.begin()));
            crowd.back().end = *MinuteOfDay::make(static_cast<int>(end - stretch.begin()));
        }
        return crowd;
    }

    const FloorPlan* plan_;
    std::span<const Stay> stays_;
    std::vector<MinuteOfDay> moments_;
};

}  // namespace denwaban::detail
