#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include <denwaban/seating/detail/board.hpp>
#include <denwaban/seating/detail/node_budget.hpp>
#include <denwaban/seating/stay.hpp>

namespace denwaban::detail {

/// Seats whoever waits, where that displaces those who are the easiest to seat elsewhere, and then those. How hard
/// somebody is to seat shows as it goes: each time that they wait and nothing is free counts. Finds most arrangements
/// that there are, with however many moves, and proves nothing where it finds none. (The ejection pool of Nagata and
/// Bräysy's route minimization.) Where one try leads nowhere for long, another often finds one at once.
class Displacing {
public:
    /// Each `attempt` goes another way, the same one every time.
    Displacing(const FloorPlan& plan, std::span<const Stay> stays, NodeBudget& budget, std::size_t attempt = 0)
        : stays_(stays),
          budget_(&budget),
          board_(plan, stays),
          waits_(stays.size(), 1),
          random_(first_random + attempt) {
        for (std::size_t stay = 0; stay < stays.size(); ++stay) {
            if (!stays[stay].seated) waiting_.push_back(stay);
        }
        // Those with the most choices last, to be taken first: the hard ones then displace them.
        std::sort(waiting_.begin(), waiting_.end(), [&](std::size_t a, std::size_t b) {
            return std::tuple{stays[a].choices.size(), a} > std::tuple{stays[b].choices.size(), b};
        });
        for (std::size_t stay = 0; stay < stays.size(); ++stay) {
            if (!is_fixed(stays[stay])) movable_.push_back(stay);
        }
    }

    [[nodiscard]] std::optional<std::vector<std::optional<std::size_t>>> run() {
        while (!waiting_.empty()) {
            if (!budget_->spend()) return std::nullopt;
            const auto stay = waiting_.back();
            waiting_.pop_back();
            const auto seating = easiest(stay);
            if (!seating) return std::nullopt;
            if (!sit(stay, *seating)) continue;
            ++waits_[stay];
            for (int turn = 0; turn < shuffles; ++turn) move_anyone();
        }
        while (someone_goes_back()) {
        }
        return board_.seated();
    }

private:
    static constexpr int shuffles = 4;
    static constexpr std::uint64_t first_random = 20261123;

    /// A seating that is free, or else one from which those may be displaced who have waited the least.
    [[nodiscard]] std::optional<std::size_t> easiest(std::size_t stay) {
        auto least = std::numeric_limits<std::uint64_t>::max();
        std::optional<std::size_t> best;
        for (const auto& choice : stays_[stay].choices) {
            std::uint64_t waits = 0;
            in_the_way_.clear();
            const bool is_possible = board_.each_in_the_way(stay, choice.seating, [&](std::size_t other) {
                if (is_fixed(stays_[other])) return false;
                if (add(other)) waits += waits_[other];
                return waits <= least;
            });
            if (is_possible && in_the_way_.empty()) return choice.seating;
            // Of those that are as good, any: else the same two would displace each other for ever.
            if (!is_possible || (waits == least && next_random(2) == 0)) continue;
            least = waits;
            best = choice.seating;
        }
        return best;
    }

    /// Whether somebody had to be displaced.
    bool sit(std::size_t stay, std::size_t seating) {
        in_the_way_.clear();
        board_.each_in_the_way(stay, seating, [this](std::size_t other) { return add(other), true; });
        for (const auto other : in_the_way_) {
            board_.leave(other);
            waiting_.push_back(other);
        }
        board_.sit(stay, seating);
        return !in_the_way_.empty();
    }

    /// To those in the way; whether it was not there yet.
    bool add(std::size_t stay) {
        if (std::find(in_the_way_.begin(), in_the_way_.end(), stay) != in_the_way_.end()) return false;
        in_the_way_.push_back(stay);
        return true;
    }

    /// Somebody goes to another seating that is free.
    void move_anyone() {
        const auto stay = movable_[next_random(movable_.size())];
        const auto& choices = stays_[stay].choices;
        const auto seated = board_.seated()[stay];
        if (!seated || choices.empty()) return;
        const auto& choice = choices[next_random(choices.size())];
        if (choice.seating == *seated) return;
        board_.leave(stay);
        board_.sit(stay, board_.is_free(stay, choice.seating) ? choice.seating : *seated);
    }

    /// Who moved for nothing, where their seating is free again.
    bool someone_goes_back() {
        bool went = false;
        for (const auto stay : movable_) {
            const auto before = stays_[stay].seated;
            const auto now = *board_.seated()[stay];
            if (!before || *before == now) continue;
            board_.leave(stay);
            const bool goes = board_.is_free(stay, *before);
            board_.sit(stay, goes ? *before : now);
            went = went || goes;
        }
        return went;
    }

    /// The same numbers every time.
    std::size_t next_random(std::size_t below) noexcept {
        random_ = random_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>((random_ >> 33) % below);
    }

    std::span<const Stay> stays_;
    NodeBudget* budget_;
    Board board_;
    std::vector<std::uint64_t> waits_;
    std::vector<std::size_t> waiting_;
    std::vector<std::size_t> movable_;
    std::vector<std::size_t> in_the_way_;
    std::uint64_t random_;
};

}  // namespace denwaban::detail
