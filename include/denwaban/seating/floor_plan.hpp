#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/strong.hpp>
#include <denwaban/seating/detail/table_set.hpp>
#include <denwaban/seating/party.hpp>

namespace denwaban {

/// A table of a floor plan.
using TableId = Id<struct TableTag>;
/// A part of a restaurant: a floor, 窓側.
using AreaId = Id<struct AreaTag>;

/// What one sits at.
enum class SeatKind : std::uint8_t {
    table,         ///< テーブル
    counter,       ///< カウンター, sold by the seat
    private_room,  ///< 個室
    tatami,        ///< 座敷
    terrace,       ///< テラス
};
template <>
inline constexpr std::array<std::string_view, 5> names_of<SeatKind>{"table", "counter", "private_room", "tatami",
                                                                    "terrace"};

/// Whether one smokes there.
enum class Smoking : std::uint8_t { forbidden, allowed };
template <>
inline constexpr std::array<std::string_view, 2> names_of<Smoking>{"forbidden", "allowed"};

/// Whether one gets there in a wheelchair.
enum class Access : std::uint8_t { on_foot, wheelchair };
template <>
inline constexpr std::array<std::string_view, 2> names_of<Access>{"on_foot", "wheelchair"};

/// Who may sell a table: restaurants keep some back from the call centre and the web.
enum class Seller : std::uint8_t { anyone, restaurant };
template <>
inline constexpr std::array<std::string_view, 2> names_of<Seller>{"anyone", "restaurant"};

/// A table, a room, or one seat of a counter.
struct Table {
    TableId id;
    Covers least = Covers::of(1);  ///< parties below are not seated there
    Covers most;
    AreaId area;
    SeatKind kind = SeatKind::table;
    Smoking smoking = Smoking::forbidden;
    Access access = Access::on_foot;
    Seller seller = Seller::anyone;
    int rank = 0;  ///< the restaurant's preference, lower first
    friend bool operator==(const Table&, const Table&) = default;
};

/// Tables that can be joined, and how many then sit there, which need not be their sum.
struct Combination {
    std::vector<TableId> tables;
    Covers least;
    Covers most;
    int rank = 0;
    friend bool operator==(const Combination&, const Combination&) = default;
};

/// Neighbours in a row, any run of which can be joined: A+B, B+C, A+B+C. A run seats as many as its tables together,
/// and is for parties that a shorter run of it can't seat. A counter is a chain of single seats.
struct Chain {
    std::vector<TableId> tables;
    std::size_t longest = 0;  ///< of a run, in tables
    int rank = 0;
    friend bool operator==(const Chain&, const Chain&) = default;
};

/// One way of seating a party: at one table, or at several that are joined.
struct Seating {
    std::vector<std::size_t> tables;  ///< places in `FloorPlan::tables`, rising
    detail::TableSet set;             ///< the same
    Covers least;
    Covers most;
    int rank = 0;
};

/// What a party can't do without (ご要望のうち必須のもの).
struct Needs {
    std::vector<SeatKind> kinds;  ///< one of these; any, where there is none
    std::vector<AreaId> areas;    ///< likewise
    std::optional<Smoking> smoking;
    Access access = Access::on_foot;
    friend bool operator==(const Needs&, const Needs&) = default;
};

/// A restaurant's tables, and every way of seating a party at them. Immutable.
class FloorPlan {
public:
    /// The most tables of a plan.
    static constexpr std::size_t max_tables = detail::TableSet::capacity;
    /// The most ways of seating a party, joined tables and all.
    static constexpr std::size_t max_seatings = 8192;

    /// Errors, each at its place (`/chains/0/tables/2`): `duplicate_id`, `unknown_reference`, `out_of_range` for a
    /// least above the most, a most of none, and a longest run of fewer than two or more than there are,
    /// `invalid_value` for an empty id and for fewer than two tables to join, `too_large`.
    [[nodiscard]] static Expected<FloorPlan, Errors> make(std::vector<Table> tables,
                                                          std::vector<Combination> combinations = {},
                                                          std::vector<Chain> chains = {});

    /// As they were given; everything else names them by their place here.
    [[nodiscard]] const std::vector<Table>& tables() const noexcept { return tables_; }
    /// As they were given.
    [[nodiscard]] const std::vector<Combination>& combinations() const noexcept { return combinations_; }
    /// As they were given.
    [[nodiscard]] const std::vector<Chain>& chains() const noexcept { return chains_; }

    /// Tables first, then combinations, then runs of chains that are not combinations.
    [[nodiscard]] const std::vector<Seating>& seatings() const noexcept { return seatings_; }

    /// Whether a party of so many chairs may sit there.
    [[nodiscard]] bool suits(const Seating& seating, Covers chairs, const Needs& needs, Seller seller) const noexcept {
        if (chairs < seating.least || chairs > seating.most) return false;
        return std::all_of(seating.tables.begin(), seating.tables.end(),
                           [&](std::size_t table) { return suits(tables_[table], needs, seller); });
    }

    friend bool operator==(const FloorPlan& a, const FloorPlan& b) {
        return a.tables_ == b.tables_ && a.combinations_ == b.combinations_ && a.chains_ == b.chains_;
    }

private:
    class Maker;

    FloorPlan() = default;

    template <class T>
    [[nodiscard]] static bool accepts(const std::vector<T>& wanted, const T& value) noexcept {
        return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
    }

    [[nodiscard]] static bool suits(const Table& table, const Needs& needs, Seller seller) noexcept {
        return accepts(needs.kinds, table.kind) && accepts(needs.areas, table.area) &&
               (!needs.smoking || needs.smoking == table.smoking) && needs.access <= table.access &&
               table.seller <= seller;
    }

    std::vector<Table> tables_;
    std::vector<Combination> combinations_;
    std::vector<Chain> chains_;
    std::vector<Seating> seatings_;
};

/// Finds all that is wrong with a plan, and joins its tables.
class FloorPlan::Maker {
public:
    Maker(FloorPlan& plan, Errors& errors) : plan_(plan), errors_(errors) {}

    /// Everything that is wrong, each at its place; and every seating.
    void run() {
        if (plan_.tables_.size() > max_tables) return fail(ErrorCode::too_large, "more than 512 tables", "/tables");
        add_tables();
        for (std::size_t place = 0; place < plan_.combinations_.size(); ++place) add_combination(place);
        for (std::size_t place = 0; place < plan_.chains_.size(); ++place) add_chain(place);
    }

private:
    void fail(ErrorCode code, std::string message, std::string where) {
        errors_.push_back({code, std::move(message), JsonPointer{std::move(where)}});
    }

    void check_covers(Covers least, Covers most, const std::string& at) {
        if (most.count() == 0) fail(ErrorCode::out_of_range, "must seat somebody", at + "/most");
        if (least > most) fail(ErrorCode::out_of_range, "must not be more than the most", at + "/least");
    }

    void add_tables() {
        for (std::size_t place = 0; place < plan_.tables_.size(); ++place) {
            const auto& table = plan_.tables_[place];
            const auto at = "/tables/" + std::to_string(place);
            if (table.id.text.empty()) fail(ErrorCode::invalid_value, "must not be empty", at + "/id");
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
        auto tables = find(combination.tables, at + "/tables");
        if (tables.empty()) return;
        if (!add(std::move(tables), combination.least, combination.most, combination.rank, at)) {
            fail(ErrorCode::duplicate_id, "the same tables stand twice", at + "/tables");
        }
    }

    void add_chain(std::size_t place) {
        const auto& chain = plan_.chains_[place];
        const auto at = "/chains/" + std::to_string(place);
        const auto tables = find(chain.tables, at + "/tables");
        if (chain.longest < 2 || chain.longest > chain.tables.size()) {
            fail(ErrorCode::out_of_range, "must be 2 or more, and no more than its tables", at + "/longest");
        } else if (!tables.empty()) {
            for (std::size_t length = 2; length <= chain.longest; ++length) {
                for (std::size_t first = 0; first + length <= tables.size(); ++first) {
                    add_run(std::span{tables}.subspan(first, length), chain.rank, at);
                }
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
    std::map<TableId, std::size_t> places_;
    std::set<std::vector<std::size_t>> known_;  ///< tables that make a seating
    bool is_full_ = false;
};

inline Expected<FloorPlan, Errors> FloorPlan::make(std::vector<Table> tables, std::vector<Combination> combinations,
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
