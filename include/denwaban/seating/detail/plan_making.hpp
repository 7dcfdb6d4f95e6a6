#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/core/detail/header_only.hpp>
#include <denwaban/core/detail/holding.hpp>
#include <denwaban/seating/floor_plan.hpp>

namespace denwaban {

namespace detail {

template <class T>
[[nodiscard]] bool accepts(const std::vector<T>& wanted, const T& value) noexcept {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

[[nodiscard]] inline bool suits(const Table& table, const Needs& needs, Seller seller) noexcept {
    return accepts(needs.kinds, table.kind) && accepts(needs.areas, table.area) &&
           (!needs.smoking || needs.smoking == table.smoking) && needs.access <= table.access && table.seller <= seller;
}

}  // namespace detail

DENWABAN_INLINE bool FloorPlan::suits(const Seating& seating, Covers chairs, const Needs& needs,
                                      Seller seller) const noexcept {
    if (chairs < seating.least || chairs > seating.most) return false;
    return std::all_of(seating.tables.begin(), seating.tables.end(),
                       [&](std::size_t table) { return detail::suits(tables_[table], needs, seller); });
}

/// Finds all that is wrong with a plan, and joins its tables.
class FloorPlan::Maker {
public:
    Maker(FloorPlan& plan, Errors& errors) : plan_(plan), errors_(errors) {}

    void run() {
        if (plan_.tables_.size() > max_tables) return fail(ErrorCode::too_large, "more than 512 tables", "/tables");
        held_.count(plan_.combinations_.size(), max_seatings, "", "combinations");
        held_.count(plan_.chains_.size(), max_tables, "", "chains");
        if (!held_.errors().empty()) return held_.tell(errors_);
        add_tables();
        for (std::size_t place = 0; place < plan_.combinations_.size(); ++place) add_combination(place);
        for (std::size_t place = 0; place < plan_.chains_.size(); ++place) add_chain(place);
    }

private:
    void fail(ErrorCode code, std::string message, std::string where) {
        errors_.push_back({code, std::move(message), JsonPointer{std::move(where)}});
    }

    void check_rank(int rank, const std::string& at) {
        held_.whole(rank, -highest_rank, highest_rank, at, "rank");
        held_.tell(errors_);
    }

    void check_covers(Covers least, Covers most, const std::string& at) {
        if (most.count() == 0) fail(ErrorCode::out_of_range, "must seat somebody", at + "/most");
        if (least > most) fail(ErrorCode::out_of_range, "must not be more than the most", at + "/least");
    }

    void add_tables() {
        for (std::size_t place = 0; place < plan_.tables_.size(); ++place) {
            const auto& table = plan_.tables_[place];
            const auto at = "/tables/" + std::to_string(place);
            held_.text(detail::TextSort::name, table.id.text, at, "id");
            held_.text(detail::TextSort::label, table.area.text, at, "area");
            check_rank(table.rank, at);
            if (!places_.emplace(table.id, place).second) fail(ErrorCode::duplicate_id, "stands twice", at + "/id");
            check_covers(table.least, table.most, at);
            add({place}, table.least, table.most, table.rank, at);
        }
    }

    /// The places of tables that are named at `at`; none where one of them is wrong.
    std::vector<std::size_t> find(const std::vector<TableId>& ids, const std::string& at) {
        std::vector<std::size_t> found;
        for (std::size_t place = 0; place < ids.size(); ++place) {
            const auto where = at + "/" + std::to_string(place);
            const auto table = places_.find(ids[place]);
            if (table == places_.end()) {
                fail(ErrorCode::unknown_reference, "there is no table " + ids[place].text, where);
            } else if (std::find(found.begin(), found.end(), table->second) != found.end()) {
                fail(ErrorCode::duplicate_id, "stands twice", where);
            } else {
                found.push_back(table->second);
            }
        }
        if (ids.size() < 2) fail(ErrorCode::invalid_value, "needs two tables or more", at);
        return found.size() == ids.size() && ids.size() >= 2 ? found : std::vector<std::size_t>{};
    }

    void add_combination(std::size_t place) {
        const auto& combination = plan_.combinations_[place];
        const auto at = "/combinations/" + std::to_string(place);
        check_covers(combination.least, combination.most, at);
        check_rank(combination.rank, at);
        auto tables = find(combination.tables, at + "/tables");
        if (tables.empty()) return;
        if (!add(std::move(tables), combination.least, combination.most, combination.rank, at)) {
            fail(ErrorCode::duplicate_id, "the same tables stand twice", at + "/tables");
        }
    }

    void add_chain(std::size_t place) {
        const auto& chain = plan_.chains_[place];
        const auto at = "/chains/" + std::to_string(place);
        check_rank(chain.rank, at);
        const auto tables = find(chain.tables, at + "/tables");
        if (chain.longest < 2 || chain.longest > chain.tables.size()) {
            fail(ErrorCode::out_of_range, "must be 2 or more, and no more than its tables", at + "/longest");
        } else if (!tables.empty()) {
            add_runs(tables, chain, at);
        }
    }

    void add_runs(std::span<const std::size_t> tables, const Chain& chain, const std::string& at) {
        for (std::size_t length = 2; length <= chain.longest; ++length) {
            for (std::size_t first = 0; first + length <= tables.size(); ++first) {
                if (is_full_) return;
                add_run(tables.subspan(first, length), chain.rank, at);
            }
        }
    }

    /// A run is for those whom it seats without either of its ends can't.
    void add_run(std::span<const std::size_t> run, int rank, const std::string& at) {
        int most = 0;
        for (const auto table : run) most += plan_.tables_[table].most.count();
        const int shorter =
            most - std::min(plan_.tables_[run.front()].most.count(), plan_.tables_[run.back()].most.count());
        const auto least = Covers::make(std::min(shorter + 1, Covers::max));
        add({run.begin(), run.end()}, *least, *Covers::make(std::min(most, Covers::max)), rank, at);
    }

    /// Whether there was not yet a seating at the tables.
    bool add(std::vector<std::size_t> tables, Covers least, Covers most, int rank, const std::string& at) {
        std::sort(tables.begin(), tables.end());
        if (!known_.insert(tables).second) return false;
        if (plan_.seatings_.size() == max_seatings) {
            if (!is_full_) fail(ErrorCode::too_large, "makes more than 8,192 ways of seating a party", at);
            is_full_ = true;
            return true;
        }
        detail::TableSet set;
        for (const auto table : tables) set.insert(table);
        plan_.seatings_.push_back({std::move(tables), set, least, most, rank});
        return true;
    }

    FloorPlan& plan_;
    Errors& errors_;
    detail::Holding held_;
    std::map<TableId, std::size_t> places_;
    std::set<std::vector<std::size_t>> known_;  ///< tables that make a seating
    bool is_full_ = false;
};

DENWABAN_INLINE Expected<FloorPlan, Errors> FloorPlan::make(std::vector<Table> tables,
                                                            std::vector<Combination> combinations,
                                                            std::vector<Chain> chains) {
    FloorPlan plan;
    plan.tables_ = std::move(tables);
    plan.combinations_ = std::move(combinations);
    plan.chains_ = std::move(chains);
    Errors errors;
    Maker{plan, errors}.run();
    if (!errors.empty()) return Unexpected{std::move(errors)};
    return plan;
}

}  // namespace denwaban
