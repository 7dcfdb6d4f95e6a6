#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <denwaban/seating/detail/crowds.hpp>
#include <denwaban/seating/detail/node_budget.hpp>
#include <denwaban/seating/stay.hpp>

namespace denwaban::detail {

/// Seats everybody, or proves that it can't be done: gives the party with the fewest seatings left one after the other
/// of them, and turns back wherever nothing is left for somebody, or those who are there with it are too many.
class Branching {
public:
    /// `stretch`: of how many moments it asks at once whether those who are there are too many.
    Branching(const FloorPlan& plan, std::span<const Stay> stays, NodeBudget& budget, std::size_t stretch = 1)
        : plan_(&plan),
          stays_(stays.begin(), stays.end()),
          budget_(&budget),
          crowds_(plan, stays_),
          stretch_(std::min(stretch, crowds_.moments())) {
        for (std::size_t stay = 0; stay < stays_.size(); ++stay) {
            if (is_fixed(stays_[stay])) continue;
            stays_[stay].seated.reset();
            waiting_.push_back(stay);
        }
    }
    Branching(const Branching&) = delete;
    Branching& operator=(const Branching&) = delete;

    /// An arrangement of everybody; none where there is none, or the budget is spent.
    [[nodiscard]] std::optional<std::vector<std::optional<std::size_t>>> run() {
        if (!search()) return std::nullopt;
        std::vector<std::optional<std::size_t>> seated;
        for (const auto& stay : stays_) seated.push_back(stay.seated);
        return seated;
    }

private:
    /// A step looks at everybody who waits, and takes as long as so many of `Ejection`.
    static constexpr std::size_t weight = 50;

    [[nodiscard]] bool is_open(std::size_t stay, const SeatingChoice& choice) const noexcept {
        const auto& set = plan_->seatings()[choice.seating].set;
        return std::none_of(stays_.begin(), stays_.end(), [&](const Stay& other) {
            return other.seated && overlap(stays_[stay], other) && set.intersects(plan_->seatings()[*other.seated].set);
        });
    }

    [[nodiscard]] std::size_t open_choices(std::size_t stay) const noexcept {
        const auto& choices = stays_[stay].choices;
        return static_cast<std::size_t>(std::count_if(
            choices.begin(), choices.end(), [&](const SeatingChoice& choice) { return is_open(stay, choice); }));
    }

    [[nodiscard]] bool is_overfull_around(std::size_t stay) {
        const auto wanted = [&](MinuteOfDay moment) { return is_there(stays_[stay], moment); };
        return crowds_.overfull(wanted, *budget_, stretch_).has_value();
    }

    bool search() {
        if (waiting_.empty()) return true;
        if (!budget_->spend(weight)) return false;
        std::size_t hardest = 0, fewest = stays_.size() * FloorPlan::max_seatings;
        for (std::size_t place = 0; place < waiting_.size() && fewest > 0; ++place) {
            const auto open = open_choices(waiting_[place]);
            if (open < fewest) {
                fewest = open;
                hardest = place;
            }
        }
        if (fewest == 0) return false;
        std::swap(waiting_[hardest], waiting_.back());
        const auto stay = waiting_.back();
        waiting_.pop_back();
        const bool found = branch(stay);
        waiting_.push_back(stay);
        std::swap(waiting_[hardest], waiting_.back());
        return found;
    }

    bool branch(std::size_t stay) {
        stays_[stay].standing = Standing::fixed;
        for (const auto& choice : stays_[stay].choices) {
            if (!is_open(stay, choice)) continue;
            stays_[stay].seated = choice.seating;
            if (!is_overfull_around(stay) && search()) return true;
            stays_[stay].seated.reset();
        }
        stays_[stay].standing = Standing::movable;
        return false;
    }

    const FloorPlan* plan_;
    std::vector<Stay> stays_;
    NodeBudget* budget_;
    Crowds crowds_;  ///< of `stays_` as they are
    std::size_t stretch_;
    std::vector<std::size_t> waiting_;
};

}  // namespace denwaban::detail
