#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <denwaban/reservation/floor_plan.hpp>
#include <denwaban/reservation/stay.hpp>

namespace denwaban::detail {

/// Who sits where, as it is being tried.
class Board {
public:
    Board(const FloorPlan& plan, std::span<const Stay> stays)
        : plan_(&plan), stays_(stays), at_table_(plan.tables().size()), seated_(stays.size()) {
        for (std::size_t stay = 0; stay < stays.size(); ++stay) {
            if (stays[stay].seated) sit(stay, *stays[stay].seated);
        }
    }

    [[nodiscard]] const std::vector<std::optional<std::size_t>>& seated() const noexcept { return seated_; }

    void sit(std::size_t stay, std::size_t seating) {
        seated_[stay] = seating;
        for (const auto table : tables_of(seating)) at_table_[table].push_back(static_cast<std::uint32_t>(stay));
    }

    void leave(std::size_t stay) {
        for (const auto table : tables_of(*seated_[stay]))
            std::erase(at_table_[table], static_cast<std::uint32_t>(stay));
        seated_[stay].reset();
    }

    /// Adds those who sit there at the time of `stay`, each once.
    void add_in_the_way(std::size_t stay, std::size_t seating, std::vector<std::size_t>& in_the_way) const {
        for (const auto table : tables_of(seating)) {
            for (const auto other : at_table_[table]) {
                if (!overlap(stays_[stay], stays_[other])) continue;
                if (std::find(in_the_way.begin(), in_the_way.end(), other) == in_the_way.end()) {
                    in_the_way.push_back(other);
                }
            }
        }
    }

private:
    [[nodiscard]] const std::vector<std::size_t>& tables_of(std::size_t seating) const noexcept {
        return plan_->seatings()[seating].tables;
    }

    const FloorPlan* plan_;
    std::span<const Stay> stays_;
    std::vector<std::vector<std::uint32_t>> at_table_;
    std::vector<std::optional<std::size_t>> seated_;
};

}  // namespace denwaban::detail
