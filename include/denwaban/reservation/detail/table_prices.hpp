#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <denwaban/reservation/detail/node_budget.hpp>
#include <denwaban/reservation/stay.hpp>

namespace denwaban::detail {

/// The moments when the last of a crowd begins that is not part of a larger one: before the next begins, one has left.
/// Whoever are there together at any moment are so at one of these.
[[nodiscard]] inline std::vector<MinuteOfDay> fullest_moments(std::span<const Stay> stays) {
    std::vector<std::pair<MinuteOfDay, bool>> changes;  // at the same minute, who ends goes before who begins
    for (const auto& stay : stays) {
        changes.emplace_back(stay.begin, true);
        changes.emplace_back(stay.end, false);
    }
    std::sort(changes.begin(), changes.end());
    std::vector<MinuteOfDay> moments;
    for (std::size_t at = 0; at + 1 < changes.size(); ++at) {
        if (changes[at].second && !changes[at + 1].second) moments.push_back(changes[at].first);
    }
    return moments;
}

/// Proves that not everybody can be seated, by prices: so much for each table at each moment that even if each party
/// takes the cheapest seats, they pay more than all the tables cost.
///
/// The prices are the duals of a linear program, how many parties the tables can hold if parties may sit at several in
/// parts, solved by the simplex method from where everybody sits now. What it finds is checked in whole numbers, so
/// that no rounding makes a proof. Cost: about half a millisecond for a crowd at 60 tables, less if most are seated
/// already; a pivot grows with the square of the tables times the moments.
class TablePrices {
public:
    TablePrices(const FloorPlan& plan, std::span<const Stay> stays) : plan_(&plan), stays_(stays) {
        for (const auto& stay : stays) {
            if (!is_fixed(stay)) add_party(stay);
        }
        find_moments();
        add_rows();
    }

    /// Whether there are such prices; not found within the budget, there are none.
    [[nodiscard]] bool prove(NodeBudget& budget) {
        if (is_hopeless_) return true;
        if (parties_.empty()) return false;
        begin();
        while (budget.spend(nodes_a_pivot())) {
            if (seated_ > static_cast<double>(parties_.size()) - tolerance) return false;
            const auto entering = best_column();
            if (!entering) return is_proof();
            if (!pivot(*entering)) return false;
        }
        return false;
    }

private:
    static constexpr double tolerance = 1e-7;

    /// A pivot takes as long as so many steps of `Ejection`: five where there are 130 rows.
    [[nodiscard]] std::size_t nodes_a_pivot() const noexcept { return 1 + rows_ * rows_ / 4096; }

    struct Party {
        const Stay* stay;
        std::optional<std::size_t> sits;  ///< in which column
    };
    struct Column {
        std::size_t party;
        std::size_t seating;
        std::size_t first = 0;  ///< of its tables' rows in `table_rows_`
        std::size_t last = 0;
    };
    /// A seating for a party, or what a row leaves over.
    struct Entering {
        bool is_slack;
        std::size_t index;
        double gain;
    };

    void add_party(const Stay& stay) {
        TableSet taken;
        for (const auto& other : stays_) {
            if (is_fixed(other) && overlap(stay, other)) taken |= plan_->seatings()[*other.seated].set;
        }
        const auto before = columns_.size();
        Party party{&stay, std::nullopt};
        for (const auto& choice : stay.choices) {
            if (plan_->seatings()[choice.seating].set.intersects(taken)) continue;
            if (stay.seated == choice.seating) party.sits = columns_.size();
            columns_.push_back({parties_.size(), choice.seating});
        }
        is_hopeless_ = is_hopeless_ || columns_.size() == before;
        parties_.push_back(party);
    }

    void find_moments() {
        std::vector<std::vector<Stay>> at_table(plan_->tables().size());
        for (const auto& column : columns_) {
            const auto& stay = *parties_[column.party].stay;
            for (const auto table : plan_->seatings()[column.seating].tables) at_table[table].push_back(stay);
        }
        for (const auto& stays : at_table) moments_.push_back(fullest_moments(stays));
    }

    void add_rows() {
        std::vector<std::size_t> first_row(moments_.size(), none);
        for (auto& column : columns_) {
            column.first = table_rows_.size();
            for (const auto table : plan_->seatings()[column.seating].tables) {
                const auto& moments = moments_[table];
                if (first_row[table] == none) {
                    first_row[table] = table_row_count_;
                    table_row_count_ += moments.size();
                }
                for (std::size_t at = 0; at < moments.size(); ++at) {
                    if (is_there(*parties_[column.party].stay, moments[at]))
                        table_rows_.push_back(first_row[table] + at);
                }
            }
            column.last = table_rows_.size();
        }
        rows_ = table_row_count_ + parties_.size();
    }

    /// Everybody where they sit: the basis, its inverse and the duals can be written down.
    void begin() {
        inverse_.assign(rows_ * rows_, 0);
        value_.assign(rows_, 1);
        dual_.assign(rows_, 0);
        for (std::size_t row = 0; row < rows_; ++row) inverse_[row * rows_ + row] = 1;
        // A little more than one of each table, not the same of any two: else most steps would lead nowhere.
        for (std::size_t row = 0; row < table_row_count_; ++row) {
            value_[row] += 1e-5 * (1.0 + static_cast<double>(row * 2654435761U % 1000) / 1000);
        }
        for (std::size_t party = 0; party < parties_.size(); ++party) {
            if (!parties_[party].sits) continue;
            const auto row = table_row_count_ + party;
            const auto& column = columns_[*parties_[party].sits];
            for (auto at = column.first; at < column.last; ++at) {
                inverse_[table_rows_[at] * rows_ + row] = -1;
                value_[table_rows_[at]] -= 1;
            }
            dual_[row] = 1;
            seated_ += 1;
        }
    }

    [[nodiscard]] std::optional<Entering> best_column() const noexcept {
        Entering best{false, 0, tolerance};
        for (std::size_t index = 0; index < columns_.size(); ++index) {
            const auto& column = columns_[index];
            double gain = 1 - dual_[table_row_count_ + column.party];
            for (auto at = column.first; at < column.last; ++at) gain -= dual_[table_rows_[at]];
            if (gain > best.gain) best = {false, index, gain};
        }
        for (std::size_t row = 0; row < rows_; ++row) {
            if (-dual_[row] > best.gain) best = {true, row, -dual_[row]};
        }
        return best.gain > tolerance ? std::optional{best} : std::nullopt;
    }

    /// How much of each basic variable one of the entering takes.
    void find_direction(const Entering& entering) {
        direction_.assign(rows_, 0);
        const auto add = [this](std::size_t column) {
            for (std::size_t row = 0; row < rows_; ++row) direction_[row] += inverse_[row * rows_ + column];
        };
        if (entering.is_slack) return add(entering.index);
        const auto& column = columns_[entering.index];
        add(table_row_count_ + column.party);
        for (auto at = column.first; at < column.last; ++at) add(table_rows_[at]);
    }

    bool pivot(const Entering& entering) {
        find_direction(entering);
        auto least = std::numeric_limits<double>::infinity();
        std::size_t leaving = rows_;
        for (std::size_t row = 0; row < rows_; ++row) {
            if (direction_[row] <= tolerance) continue;
            const auto ratio = std::max(value_[row], 0.0) / direction_[row];
            if (ratio < least) {
                least = ratio;
                leaving = row;
            }
        }
        if (leaving == rows_) return false;
        for (std::size_t row = 0; row < rows_; ++row) value_[row] -= least * direction_[row];
        value_[leaving] = least;
        seated_ += least * entering.gain;
        auto* pivot_row = &inverse_[leaving * rows_];
        for (std::size_t column = 0; column < rows_; ++column) pivot_row[column] /= direction_[leaving];
        for (std::size_t row = 0; row < rows_; ++row) {
            const auto share = direction_[row];
            if (row == leaving || std::abs(share) < 1e-12) continue;
            auto* other = &inverse_[row * rows_];
            for (std::size_t column = 0; column < rows_; ++column) other[column] -= share * pivot_row[column];
        }
        for (std::size_t column = 0; column < rows_; ++column) dual_[column] += entering.gain * pivot_row[column];
        return true;
    }

    /// In whole numbers.
    [[nodiscard]] bool is_proof() const {
        constexpr double scale = 1 << 24;
        std::vector<std::int64_t> price;
        std::int64_t cost = 0;
        for (std::size_t row = 0; row < table_row_count_; ++row) {
            price.push_back(std::llround(std::clamp(dual_[row], 0.0, 1000.0) * scale));
            cost += price.back();
        }
        std::vector<std::int64_t> cheapest(parties_.size(), std::numeric_limits<std::int64_t>::max());
        for (const auto& column : columns_) {
            std::int64_t sum = 0;
            for (auto at = column.first; at < column.last; ++at) sum += price[table_rows_[at]];
            cheapest[column.party] = std::min(cheapest[column.party], sum);
        }
        std::int64_t paid = 0;
        for (const auto one : cheapest) paid += one;
        return paid > cost;
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    const FloorPlan* plan_;
    std::span<const Stay> stays_;
    std::vector<Party> parties_;
    std::vector<Column> columns_;
    std::vector<std::vector<MinuteOfDay>> moments_;  ///< by table
    std::vector<std::size_t> table_rows_;            ///< by column; a row for each moment of each table
    std::size_t table_row_count_ = 0;                ///< the parties' rows follow
    std::size_t rows_ = 0;
    bool is_hopeless_ = false;

    std::vector<double> inverse_;  ///< of the basis
    std::vector<double> value_;
    std::vector<double> dual_;
    std::vector<double> direction_;
    double seated_ = 0;
};

}  // namespace denwaban::detail
