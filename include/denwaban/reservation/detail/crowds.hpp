#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include <denwaban/reservation/detail/crowd_prices.hpp>
#include <denwaban/reservation/detail/node_budget.hpp>
#include <denwaban/reservation/stay.hpp>

namespace denwaban::detail {

/// Those who are there together, moment by moment. Where they can't be seated side by side at one moment, no evening
/// can hold them; and a moment is far easier to settle than an evening.
class Crowds {
public:
    Crowds(const FloorPlan& plan, std::span<const Stay> stays) : plan_(&plan), stays_(stays) { find_moments(); }

    /// Whether prices prove of some crowd that is wanted that not everybody there can be seated; `wants` is asked with
    /// the moment when its last guest begins.
    template <class Wants>
    [[nodiscard]] bool are_too_many(Wants&& wants, NodeBudget& budget) const {
        return any_crowd(wants, [&](std::span<const Stay> crowd) {
            CrowdPrices prices{*plan_, crowd};
            const bool proven = prices.prove();
            budget.spend(nodes_a_pivot * prices.pivots());
            return proven;
        });
    }

    /// Whether `is_so` of some crowd that is wanted.
    template <class Wants, class IsSo>
    [[nodiscard]] bool any_crowd(Wants&& wants, IsSo&& is_so) const {
        return std::any_of(moments_.begin(), moments_.end(), [&](MinuteOfDay moment) {
            if (!wants(moment)) return false;
            const auto crowd = crowd_at(moment);
            return is_so(std::span<const Stay>{crowd});
        });
    }

private:
    /// A pivot takes as long as so many steps of `Ejection`.
    static constexpr std::size_t nodes_a_pivot = 5;

    /// Those who are there at any moment are there when the last of them begins.
    void find_moments() {
        for (const auto& stay : stays_) moments_.push_back(stay.begin);
        std::sort(moments_.begin(), moments_.end());
        moments_.erase(std::unique(moments_.begin(), moments_.end()), moments_.end());
    }

    [[nodiscard]] std::vector<Stay> crowd_at(MinuteOfDay moment) const {
        std::vector<Stay> crowd;
        for (const auto& stay : stays_) {
            if (!is_there(stay, moment)) continue;
            crowd.push_back(stay);
            crowd.back().begin = MinuteOfDay::clock(0, 0);
            crowd.back().end = MinuteOfDay::clock(0, 1);
        }
        return crowd;
    }

    const FloorPlan* plan_;
    std::span<const Stay> stays_;
    std::vector<MinuteOfDay> moments_;
};

}  // namespace denwaban::detail
