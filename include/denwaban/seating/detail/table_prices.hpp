#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <denwaban/seating/detail/node_budget.hpp>
#include <denwaban/seating/stay.hpp>

namespace denwaban::detail {

/// When somebody is there; half open.
struct TimeThere {
    MinuteOfDay begin;
    MinuteOfDay end;
    friend bool operator==(const TimeThere&, const TimeThere&) = default;
};

/// The moments when the last of a crowd begins that is not part of a larger one: before the next begins, one has left.
/// Whoever are there together at any moment are so at one of these.
[[nodiscard]] inline std::vector<MinuteOfDay> fullest_moments(std::span<const TimeThere> times) {
    if (times.size() == 1) return {times.front().begin};
    std::vector<std::pair<MinuteOfDay, bool>> changes;  // at the same minute, who ends goes before who begins
    for (const auto& time : times) {
        changes.emplace_back(time.begin, true);
        changes.emplace_back(time.end, false);
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
    TablePrices(const FloorPlan& plan, std::span<const Stay> stays) : plan_(&plan) {
        std::vector<Stay> fixed;
        std::copy_if(stays.begin(), stays.end(), std::back_inserter(fixed), is_fixed);
        for (const auto& stay : stays) {
            if (!is_fixed(stay)) add(stay, fixed);
        }
        find_moments();
        add_rows();
    }

    /// Whether there are such prices; not found within the budget, there are none.
    [[nodiscard]] bool prove(NodeBudget& budget) {
        if (is_hopeless_) return true;
        if (groups_.empty()) return false;
        begin();
        while (budget.spend(nodes_a_pivot())) {
            if (seated_ > static_cast<double>(parties_) - tolerance) return false;
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

    /// Parties between which the prices can't tell: there at the same time, with the same choices; all of them sit, or
    /// none does.
    struct Group {
        TimeThere time;
        std::span<const SeatingChoice> choices;
        std::size_t first;  ///< of its columns
        std::size_t last;
        std::size_t parties = 0;
        std::vector<std::size_t> sits;  ///< in which columns
    };
    struct Column {
        std::size_t group;
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

    void add(const Stay& stay, const std::vector<Stay>& fixed) {
        auto& group = group_of(stay, fixed);
        ++group.parties;
        ++parties_;
        if (const auto column = column_of(group, stay.seated)) group.sits.push_back(*column);
    }

    [[nodiscard]] std::optional<std::size_t> column_of(const Group& group, std::optional<std::size_t> seating) const {
        for (auto column = group.first; column < group.last; ++column) {
            if (columns_[column].seating == seating) return column;
        }
        return std::nullopt;
    }

    Group& group_of(const Stay& stay, const std::vector<Stay>& fixed) {
        const TimeThere time{stay.begin, stay.end};
        for (auto& group : groups_) {
            const bool is_alike = group.time == time && std::ranges::equal(group.choices, stay.choices);
            if (is_alike && group.sits.empty() == !column_of(group, stay.seated)) return group;
        }
        TableSet taken;
        for (const auto& other : fixed) {
            if (overlap(stay, other)) taken |= plan_->seatings()[*other.seated].set;
        }
        Group group{time, stay.choices, columns_.size(), 0, 0, {}};
        for (const auto& choice : stay.choices) {
            if (plan_->seatings()[choice.seating].set.intersects(taken)) continue;
            columns_.push_back({groups_.size(), choice.seating});
        }
        group.last = columns_.size();
        is_hopeless_ = is_hopeless_ || group.first == group.last;
        return groups_.emplace_back(std::move(group));
    }

    void find_moments() {
        std::vector<std::vector<TimeThere>> at_table(plan_->tables().size());
        for (const auto& column : columns_) {
            const auto& time = groups_[column.group].time;
            for (const auto table : plan_->seatings()[column.seating].tables) {
                auto& times = at_table[table];
                if (std::find(times.begin(), times.end(), time) == times.end()) times.push_back(time);
            }
        }
        for (const auto& times : at_table) moments_.push_back(fullest_moments(times));
    }

    void add_rows() {
        std::vector<std::size_t> first_row(moments_.size(), none);
        for (auto& column : columns_) {
            const auto& time = groups_[column.group].time;
            column.first = table_rows_.size();
            for (const auto table : plan_->seatings()[column.seating].tables) {
                const auto& moments = moments_[table];
                if (first_row[table] == none) {
                    first_row[table] = table_row_count_;
                    table_row_count_ += moments.size();
                }
                for (std::size_t at = 0; at < moments.size(); ++at) {
                    if (time.begin <= moments[at] && moments[at] < time.end) {
                        table_rows_.push_back(first_row[table] + at);
                    }
                }
            }
            column.last = table_rows_.size();
        }
        rows_ = table_row_count_ + groups_.size();
    }

    [[nodiscard]] std::span<const std::size_t> table_rows(std::size_t column) const {
        return std::span{table_rows_}.subspan(columns_[column].first, columns_[column].last - columns_[column].first);
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
        for (std::size_t group = 0; group < groups_.size(); ++group) {
            value_[table_row_count_ + group] = static_cast<double>(groups_[group].parties);
            if (!groups_[group].sits.empty()) seat(groups_[group], table_row_count_ + group);
        }
    }

    /// The first of a group has the group's row, the others a table's each: the one with the least room, so that none
    /// has less than nothing.
    void seat(const Group& group, std::size_t group_row) {
        for (const auto column : std::span{group.sits}.subspan(1)) {
            const auto rows = table_rows(column);
            const auto tightest = *std::ranges::min_element(rows, {}, [this](std::size_t row) { return value_[row]; });
            for (const auto row : rows) {
                if (row != tightest) subtract_row(row, tightest);
            }
            subtract_row(group_row, tightest);
        }
        for (const auto row : table_rows(group.sits.front())) subtract_row(row, group_row);
        dual_[group_row] = 1;
        seated_ += static_cast<double>(group.parties);
    }

    void subtract_row(std::size_t row, std::size_t other) {
        value_[row] -= value_[other];
        for (std::size_t column = 0; column < rows_; ++column) {
            inverse_[row * rows_ + column] -= inverse_[other * rows_ + column];
        }
    }

    [[nodiscard]] std::optional<Entering> best_column() const noexcept {
        Entering best{false, 0, tolerance};
        for (std::size_t index = 0; index < columns_.size(); ++index) {
            const auto& column = columns_[index];
            double gain = 1 - dual_[table_row_count_ + column.group];
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
        add(table_row_count_ + column.group);
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
        std::vector<std::int64_t> cheapest(groups_.size(), std::numeric_limits<std::int64_t>::max());
        for (const auto& column : columns_) {
            std::int64_t sum = 0;
            for (auto at = column.first; at < column.last; ++at) sum += price[table_rows_[at]];
            cheapest[column.group] = std::min(cheapest[column.group], sum);
        }
        std::int64_t paid = 0;
        for (std::size_t group = 0; group < groups_.size(); ++group) {
            paid += cheapest[group] * static_cast<std::int64_t>(groups_[group].parties);
        }
        return paid > cost;
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    const FloorPlan* plan_;
    std::vector<Group> groups_;
    std::size_t parties_ = 0;
    std::vector<Column> columns_;
    std::vector<std::vector<MinuteOfDay>> moments_;  ///< by table
    std::vector<std::size_t> table_rows_;            ///< by column; a row for each moment of each table
    std::size_t table_row_count_ = 0;                ///< the groups' rows follow
    std::size_t rows_ = 0;
    bool is_hopeless_ = false;

    std::vector<double> inverse_;  ///< of the basis
    std::vector<double> value_;
    std::vector<double> dual_;
    std::vector<double> direction_;
    double seated_ = 0;
};

}  // namespace denwaban::detail
