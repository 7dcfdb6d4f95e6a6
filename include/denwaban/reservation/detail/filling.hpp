#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include <denwaban/reservation/detail/ejection.hpp>
#include <denwaban/reservation/detail/node_budget.hpp>
#include <denwaban/reservation/stay.hpp>

namespace denwaban::detail {

/// Seats parties one after the other, the hardest first, moving a few others for each. Finds most arrangements that
/// there are, and proves nothing where it finds none.
class Filling {
public:
    Filling(const FloorPlan& plan, std::span<const Stay> stays, NodeBudget& budget)
        : plan_(&plan), stays_(stays.begin(), stays.end()), budget_(&budget) {}

    [[nodiscard]] std::optional<std::vector<std::optional<std::size_t>>> run() {
        auto order = newcomers();
        for (int turn = 0; turn < turns; ++turn) {
            auto stays = stays_;
            const auto stuck =
                std::find_if(order.begin(), order.end(), [&](std::size_t one) { return !seat(one, stays); });
            if (stuck == order.end()) return seated_in(stays);
            // Who could not be seated comes first next time.
            std::rotate(order.begin(), stuck, stuck + 1);
        }
        return std::nullopt;
    }

private:
    static constexpr int turns = 30;
    static constexpr std::size_t most_moves = 3;
    static constexpr std::size_t nodes_each = 300;

    [[nodiscard]] std::vector<std::size_t> newcomers() const {
        std::vector<std::size_t> order;
        for (std::size_t stay = 0; stay < stays_.size(); ++stay) {
            if (!stays_[stay].seated) order.push_back(stay);
        }
        std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            return std::tuple{stays_[a].choices.size(), stays_[a].begin, a} <
                   std::tuple{stays_[b].choices.size(), stays_[b].begin, b};
        });
        return order;
    }

    [[nodiscard]] static std::vector<std::optional<std::size_t>> seated_in(const std::vector<Stay>& stays) {
        std::vector<std::optional<std::size_t>> seated;
        for (const auto& stay : stays) seated.push_back(stay.seated);
        return seated;
    }

    bool seat(std::size_t newcomer, std::vector<Stay>& stays) {
        NodeBudget share{std::min(nodes_each, budget_->left())};
        Ejection ejection{*plan_, stays, share};
        std::optional<Ejection::Found> found;
        for (std::size_t moves = 0; moves <= most_moves && !found && !share.is_overdrawn(); ++moves) {
            found = ejection.run(newcomer, moves, moves == 0 ? Seek::best : Seek::first);
        }
        budget_->spend(share.spent());
        if (!found) return false;
        for (std::size_t stay = 0; stay < stays.size(); ++stay) stays[stay].seated = found->seated[stay];
        return true;
    }

    const FloorPlan* plan_;
    std::vector<Stay> stays_;
    NodeBudget* budget_;
};

}  // namespace denwaban::detail
