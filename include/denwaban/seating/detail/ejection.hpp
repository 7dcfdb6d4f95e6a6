#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <denwaban/seating/detail/board.hpp>
#include <denwaban/seating/detail/node_budget.hpp>

namespace denwaban::detail {

/// What an arrangement costs beside the one before: chairs wasted, then ranks.
struct Cost {
    int wasted = 0;
    int rank = 0;
    friend constexpr auto operator<=>(const Cost&, const Cost&) = default;
    friend constexpr Cost operator+(Cost a, const SeatingChoice& b) { return {a.wasted + b.wasted, a.rank + b.rank}; }
    friend constexpr Cost operator-(Cost a, const SeatingChoice& b) { return {a.wasted - b.wasted, a.rank - b.rank}; }
};

/// Seats a party by moving others out of its way, and others out of theirs, each party once. Every arrangement with so
/// many moves is reached, so that finding none with any number is a proof that there is none.
class Ejection {
public:
    struct Found {
        std::vector<std::optional<std::size_t>> seated;
        Cost cost;
    };

    Ejection(const FloorPlan& plan, std::span<const Stay> stays, NodeBudget& budget)
        : stays_(stays), budget_(&budget), board_(plan, stays), moved_(stays.size(), false) {}

    /// The best arrangement that seats `newcomer` with no more than `moves` others moved.
    [[nodiscard]] std::optional<Found> run(std::size_t newcomer, std::size_t moves) {
        best_.reset();
        was_cut_ = false;
        waiting_.assign(1, newcomer);
        moved_[newcomer] = true;
        search(moves, {});
        moved_[newcomer] = false;
        return std::exchange(best_, std::nullopt);
    }

    /// Whether more moves might have found another arrangement.
    [[nodiscard]] bool was_cut() const noexcept { return was_cut_; }

private:
    void search(std::size_t moves, Cost cost) {
        if (waiting_.empty()) {
            if (!best_ || cost < best_->cost) best_ = Found{board_.seated(), cost};
            return;
        }
        if (!budget_->spend()) return;
        const auto stay = waiting_.back();
        waiting_.pop_back();
        for (const auto& choice : stays_[stay].choices) {
            if (stays_[stay].seated != choice.seating) try_choice(stay, choice, moves, cost + choice);
        }
        waiting_.push_back(stay);
    }

    void try_choice(std::size_t stay, const SeatingChoice& choice, std::size_t moves, Cost cost) {
        const auto before = waiting_.size();
        const auto ejected = [&] { return std::span{waiting_}.subspan(before); };
        if (!add_in_the_way(stay, choice.seating, before, moves)) return waiting_.resize(before);
        for (const auto other : ejected()) {
            cost = cost - choice_of(other);
            board_.leave(other);
            moved_[other] = true;
        }
        const auto count = ejected().size();
        board_.sit(stay, choice.seating);
        search(moves - count, cost);
        board_.leave(stay);
        for (const auto other : ejected()) {
            moved_[other] = false;
            board_.sit(other, *stays_[other].seated);
        }
        waiting_.resize(before);
    }

    /// Has those who are in the way wait, each once; whether they may, and are no more than `most`.
    bool add_in_the_way(std::size_t stay, std::size_t seating, std::size_t before, std::size_t most) {
        bool are_too_many = false;
        const bool may_move = board_.each_in_the_way(stay, seating, [&](std::size_t other) {
            if (stays_[other].standing == Standing::fixed || moved_[other]) return false;
            if (std::find(waiting_.begin() + static_cast<std::ptrdiff_t>(before), waiting_.end(), other) !=
                waiting_.end()) {
                return true;
            }
            if (waiting_.size() - before < most) {
                waiting_.push_back(other);
                return true;
            }
            are_too_many = true;
            return !was_cut_;
        });
        if (may_move && are_too_many) was_cut_ = true;
        return may_move && !are_too_many;
    }

    [[nodiscard]] SeatingChoice choice_of(std::size_t stay) const noexcept {
        for (const auto& choice : stays_[stay].choices) {
            if (choice.seating == stays_[stay].seated) return choice;
        }
        return {*stays_[stay].seated, 0, 0};
    }

    std::span<const Stay> stays_;
    NodeBudget* budget_;
    Board board_;
    std::vector<bool> moved_;
    std::vector<std::size_t> waiting_;
    std::optional<Found> best_;
    bool was_cut_ = false;
};

}  // namespace denwaban::detail
