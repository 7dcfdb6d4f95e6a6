#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <denwaban/core/detail/header_only.hpp>
#include <denwaban/seating/arrange.hpp>
#include <denwaban/seating/detail/branching.hpp>
#include <denwaban/seating/detail/crowds.hpp>
#include <denwaban/seating/detail/displacing.hpp>
#include <denwaban/seating/detail/ejection.hpp>

namespace denwaban {

namespace detail {

[[nodiscard]] inline Arrangement arrangement_of(std::span<const Stay> stays,
                                                const std::vector<std::optional<std::size_t>>& seated, Proof proof) {
    Arrangement arrangement{{}, {}, proof};
    for (std::size_t stay = 0; stay < stays.size(); ++stay) {
        arrangement.seatings.push_back(*seated[stay]);
        if (stays[stay].seated && stays[stay].seated != seated[stay]) arrangement.moved.push_back(stay);
    }
    return arrangement;
}

/// Tries to seat one party with few moves, from `least` of them on to `most`.
class FewMoves {
public:
    FewMoves(const FloorPlan& plan, std::span<const Stay> stays, std::size_t newcomer, NodeBudget& budget)
        : stays_(stays), newcomer_(newcomer), budget_(&budget), ejection_(plan, stays, budget) {}

    [[nodiscard]] std::optional<ArrangementSearch> run(std::size_t least, std::size_t most) {
        for (std::size_t moves = least; moves <= most; ++moves) {
            const auto found = ejection_.run(newcomer_, moves);
            const bool is_whole = !budget_->is_overdrawn();
            if (found) return arrangement_of(stays_, found->seated, is_whole ? Proof::best : Proof::fewest_moves);
            if (!is_whole) return std::nullopt;
            if (!ejection_.was_cut()) return NoArrangement{};
        }
        return std::nullopt;
    }

private:
    std::span<const Stay> stays_;
    std::size_t newcomer_;
    NodeBudget* budget_;
    Ejection ejection_;
};

/// Whether it was proven that those who are there together with a newcomer can't be seated.
class Overfull {
public:
    Overfull(const FloorPlan& plan, std::span<const Stay> stays) : plan_(&plan), stays_(stays), crowds_(plan, stays) {}

    [[nodiscard]] std::size_t moments() const noexcept { return crowds_.moments(); }

    /// A moment, by prices.
    [[nodiscard]] std::optional<MinuteOfDay> by_prices(NodeBudget& budget) const {
        return crowds_.overfull([this](MinuteOfDay moment) { return has_newcomer(moment); }, budget);
    }

    /// A moment, by trying.
    [[nodiscard]] std::optional<MinuteOfDay> by_trying(NodeBudget& budget) const {
        return by_trying_each(1, nodes_each, budget);
    }

    /// In stretches of some moments, where each moment has room, but not one after the other: by prices, then by
    /// trying.
    [[nodiscard]] bool in_stretches(NodeBudget& budget) const {
        const auto by_prices_in = [this](std::size_t length, NodeBudget& share) {
            return crowds_.overfull([this](MinuteOfDay moment) { return has_newcomer(moment); }, share, length);
        };
        const auto by_trying_in = [this](std::size_t length, NodeBudget& share) {
            return by_trying_each(length, share.left() / 20, share);
        };
        return in_longer_and_longer(by_prices_in, budget) || in_longer_and_longer(by_trying_in, budget);
    }

private:
    static constexpr std::size_t nodes_each = 2'000;

    [[nodiscard]] std::optional<MinuteOfDay> by_trying_each(std::size_t length, std::size_t nodes,
                                                            NodeBudget& budget) const {
        const auto wanted = [this](MinuteOfDay moment) { return has_newcomer(moment); };
        return crowds_.find_stretch(length, wanted, [&](std::span<const Stay> crowd) {
            NodeBudget share{std::min(nodes, budget.left())};
            if (share.left() == 0) return false;
            const bool fits = Branching{*plan_, crowd, share, length}.run().has_value();
            budget.spend(share.spent());
            return !fits && !share.is_overdrawn();
        });
    }

    /// Spends no more than a quarter of the budget: whole evenings would take all of it.
    template <class Prove>
    [[nodiscard]] bool in_longer_and_longer(Prove&& prove, NodeBudget& budget) const {
        NodeBudget share{budget.left() / 4};
        bool is_proven = false;
        for (std::size_t length = 2; !is_proven && length <= crowds_.moments() && share.left() > 0;
             length += (length + 1) / 2) {
            is_proven = prove(length, share).has_value();
        }
        budget.spend(share.spent());
        return is_proven;
    }

    [[nodiscard]] bool has_newcomer(MinuteOfDay moment) const {
        return std::any_of(stays_.begin(), stays_.end(),
                           [moment](const Stay& stay) { return !stay.seated && is_there(stay, moment); });
    }

    const FloorPlan* plan_;
    std::span<const Stay> stays_;
    Crowds crowds_;
};

/// Tries again and again to displace others until everybody sits, each attempt another way. Most are short, as one in
/// some succeeds soon or not at all; for arrangements that are hard to find, some are longer (the sequence of Luby,
/// Sinclair and Zuckerman).
class Attempts {
public:
    Attempts(const FloorPlan& plan, std::span<const Stay> stays) : plan_(&plan), stays_(stays) {}

    /// An arrangement of everybody, sought with no more than `nodes` of the budget; goes on where it left off.
    [[nodiscard]] std::optional<std::vector<std::optional<std::size_t>>> run(std::size_t nodes, NodeBudget& budget) {
        NodeBudget share{std::min(nodes, budget.left())};
        std::optional<std::vector<std::optional<std::size_t>>> seated;
        while (!seated && share.left() > 0) {
            NodeBudget steps{std::min(shortest * luby(++attempt_), share.left())};
            seated = Displacing{*plan_, stays_, steps, attempt_}.run();
            share.spend(steps.spent());
            if (!seated && !steps.is_overdrawn()) break;
        }
        budget.spend(share.spent());
        return seated;
    }

private:
    static constexpr std::size_t shortest = 25'000;

    /// 1 1 2 1 1 2 4 1 1 2 1 1 2 4 8 ...
    [[nodiscard]] static constexpr std::size_t luby(std::size_t attempt) noexcept {
        const auto above = std::bit_ceil(attempt + 1);
        return attempt + 1 == above ? above / 2 : luby(attempt + 1 - above / 2);
    }

    const FloorPlan* plan_;
    std::span<const Stay> stays_;
    std::size_t attempt_ = 0;
};

}  // namespace detail

DENWABAN_INLINE ArrangementSearch arrange(const FloorPlan& plan, std::span<const Stay> stays, SearchBudget within) {
    std::vector<std::size_t> newcomers;
    for (std::size_t stay = 0; stay < stays.size(); ++stay) {
        if (!stays[stay].seated) newcomers.push_back(stay);
    }
    detail::NodeBudget budget{within.nodes};
    std::optional<detail::FewMoves> few;
    if (newcomers.size() == 1) {
        few.emplace(plan, stays, newcomers[0], budget);
        if (auto found = few->run(0, 1)) return *std::move(found);
    }
    const detail::Overfull overfull{plan, stays};
    detail::Attempts attempts{plan, stays};
    std::optional<std::vector<std::optional<std::size_t>>> seated;
    if (!few) seated = attempts.run(within.nodes / 50, budget);
    if (!seated) {
        if (const auto moment = overfull.by_prices(budget)) return NoArrangement{moment};
    }
    // Stretches take long to prove full, the longer the larger the plan: by then it should be likely that they are.
    const auto likely_full = 4 * plan.tables().size() * overfull.moments();
    if (!seated) seated = attempts.run(std::min(within.nodes * 3 / 4, likely_full), budget);
    if (!seated) {
        if (const auto moment = overfull.by_trying(budget)) return NoArrangement{moment};
    }
    if (!seated && overfull.in_stretches(budget)) return NoArrangement{};
    if (!seated) seated = attempts.run(within.nodes / 2, budget);
    if (!seated) seated = detail::Branching{plan, stays, budget}.run();
    if (!seated) return budget.is_overdrawn() ? ArrangementSearch{BudgetSpent{}} : NoArrangement{};
    auto arrangement = detail::arrangement_of(stays, *seated, Proof::none);
    if (few) {
        if (auto found = few->run(2, arrangement.moved.size())) return *std::move(found);
    }
    return arrangement;
}

}  // namespace denwaban
