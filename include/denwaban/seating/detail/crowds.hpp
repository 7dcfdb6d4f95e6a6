#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <denwaban/seating/detail/node_budget.hpp>
#include <denwaban/seating/detail/table_prices.hpp>
#include <denwaban/seating/stay.hpp>

namespace denwaban::detail {

/// Those who are there together, moment by moment. Where they can't be seated side by side at one moment, no evening
/// can hold them; and a moment is far easier to settle than an evening, a stretch of some moments than all of it.
class Crowds {
public:
    Crowds(const FloorPlan& plan, std::span<const Stay> stays) : plan_(&plan), stays_(stays) {
        std::vector<TimeThere> times;
        for (const auto& stay : stays) times.push_back({stay.begin, stay.end});
        moments_ = fullest_moments(times);
    }

    [[nodiscard]] std::size_t moments() const noexcept { return moments_.size(); }

    /// The first moment of a stretch of so many of which prices prove that not everybody there can be seated; `wants`
    /// is asked with each moment, and one that is wanted makes a stretch wanted.
    template <class Wants>
    [[nodiscard]] std::optional<MinuteOfDay> overfull(Wants&& wants, NodeBudget& budget, std::size_t length = 1) const {
        return find_stretch(length, wants, [&](std::span<const Stay> crowd) {
            return budget.left() > 0 && TablePrices{*plan_, crowd}.prove(budget);
        });
    }

    /// The first moment of a stretch of so many that is wanted and where `is_so` of those who are there; the fullest
    /// are asked first.
    template <class Wants, class IsSo>
    [[nodiscard]] std::optional<MinuteOfDay> find_stretch(std::size_t length, Wants&& wants, IsSo&& is_so) const {
        for (const auto first : fullest_stretches(length, wants)) {
            const auto crowd = crowd_in(std::span{moments_}.subspan(first, length));
            if (is_so(std::span<const Stay>{crowd})) return moments_[first];
        }
        return std::nullopt;
    }

private:
    template <class Wants>
    [[nodiscard]] std::vector<std::size_t> fullest_stretches(std::size_t length, Wants&& wants) const {
        std::vector<std::pair<std::ptrdiff_t, std::size_t>> stretches;  // those who are there count below nought
        for (std::size_t first = 0; first + length <= moments_.size(); ++first) {
            const auto stretch = std::span{moments_}.subspan(first, length);
            if (std::none_of(stretch.begin(), stretch.end(), wants)) continue;
            const auto last = stretch.back();
            const auto is_in = [&](const Stay& stay) { return stay.begin <= last && stretch.front() < stay.end; };
            stretches.emplace_back(-std::count_if(stays_.begin(), stays_.end(), is_in), first);
        }
        std::sort(stretches.begin(), stretches.end());
        std::vector<std::size_t> firsts;
        firsts.reserve(stretches.size());
        for (const auto& [fewer, first] : stretches) firsts.push_back(first);
        return firsts;
    }

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
