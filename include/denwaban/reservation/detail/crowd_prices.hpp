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

#include <denwaban/reservation/stay.hpp>

namespace denwaban::detail {

/// Proves that those who are there at one moment can't all be seated, by prices: so much for each table that even if
/// each party takes the cheapest seats, they pay more than all the tables cost.
///
/// The prices are the duals of a linear program, how many parties the tables can hold if parties may sit at several in
/// parts, solved by the simplex method from where everybody sits now. What it finds is checked in whole numbers, so
/// that no rounding makes a proof. Cost: about half a millisecond for 60 tables, less if most are seated already.
class CrowdPrices {
public:
    /// `crowd`: stays, of which only the seatings count.
    CrowdPrices(const FloorPlan& plan, std::span<const Stay> crowd) : plan_(&plan) {
        TableSet taken;
        for (const auto& stay : crowd) {
            if (is_fixed(stay)) taken |= plan.seatings()[*stay.seated].set;
        }
        for (const auto& stay : crowd) {
            if (!is_fixed(stay)) add_party(stay, taken);
        }
    }

    [[nodiscard]] bool prove() {
        if (is_hopeless_) return true;
        if (parties_ == 0) return false;
        begin();
        for (pivots_ = 0; pivots_ < most_pivots; ++pivots_) {
            if (seated_ > static_cast<double>(parties_) - tolerance) return false;
            const auto entering = best_column();
            if (!entering) return is_proof();
            if (!pivot(*entering)) return false;
        }
        return false;
    }

    /// How many steps it took.
    [[nodiscard]] std::size_t pivots() const noexcept { return pivots_; }

private:
    static constexpr double tolerance = 1e-7;
    static constexpr std::size_t most_pivots = 1000;

    struct Column {
        std::size_t party;
        std::size_t first;  ///< of its tables' rows in `table_rows_`
        std::size_t last;
    };
    /// A seating for a party, or what a row leaves over.
    struct Entering {
        bool is_slack;
        std::size_t index;
        double gain;
    };

    void add_party(const Stay& stay, const TableSet& taken) {
        const auto before = columns_.size();
        std::optional<std::size_t> seated;
        for (const auto& choice : stay.choices) {
            const auto& seating = plan_->seatings()[choice.seating];
            if (seating.set.intersects(taken)) continue;
            if (stay.seated == choice.seating) seated = columns_.size();
            const auto first = table_rows_.size();
            for (const auto table : seating.tables) table_rows_.push_back(row_of(table));
            columns_.push_back({parties_, first, table_rows_.size()});
        }
        is_hopeless_ = is_hopeless_ || columns_.size() == before;
        sits_.push_back(seated);
        ++parties_;
    }

    /// Tables have rows from 0 on; the parties' follow.
    std::size_t row_of(std::size_t table) {
        if (table >= row_of_table_.size()) row_of_table_.resize(table + 1, none);
        if (row_of_table_[table] == none) row_of_table_[table] = tables_++;
        return row_of_table_[table];
    }

    /// Everybody where they sit: the basis, its inverse and the duals can be written down.
    void begin() {
        rows_ = tables_ + parties_;
        inverse_.assign(rows_ * rows_, 0);
        value_.assign(rows_, 1);
        dual_.assign(rows_, 0);
        for (std::size_t row = 0; row < rows_; ++row) inverse_[row * rows_ + row] = 1;
        // A little more than one of each table, not the same of any two: else most steps would lead nowhere.
        for (std::size_t row = 0; row < tables_; ++row) {
            value_[row] += 1e-5 * (1.0 + static_cast<double>(row * 2654435761U % 1000) / 1000);
        }
        for (std::size_t party = 0; party < parties_; ++party) {
            if (!sits_[party]) continue;
            const auto row = tables_ + party;
            const auto& column = columns_[*sits_[party]];
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
            double gain = 1 - dual_[tables_ + column.party];
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
        add(tables_ + column.party);
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
        for (std::size_t row = 0; row < tables_; ++row) {
            price.push_back(std::llround(std::clamp(dual_[row], 0.0, 1000.0) * scale));
            cost += price.back();
        }
        std::vector<std::int64_t> cheapest(parties_, std::numeric_limits<std::int64_t>::max());
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
    std::vector<Column> columns_;
    std::vector<std::size_t> table_rows_;
    std::vector<std::size_t> row_of_table_;
    std::vector<std::optional<std::size_t>> sits_;  ///< in which column, by party
    std::size_t parties_ = 0;
    std::size_t tables_ = 0;
    std::size_t rows_ = 0;
    std::size_t pivots_ = 0;
    bool is_hopeless_ = false;

    std::vector<double> inverse_;  ///< of the basis
    std::vector<double> value_;
    std::vector<double> dual_;
    std::vector<double> direction_;
    double seated_ = 0;
};

}  // namespace denwaban::detail
