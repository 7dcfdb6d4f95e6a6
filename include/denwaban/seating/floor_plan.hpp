#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
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
    AreaId area{};
    SeatKind kind = SeatKind::table;
    Smoking smoking = Smoking::forbidden;
    Access access = Access::on_foot;
    Seller seller = Seller::anyone;
    int rank = 0;  ///< the restaurant's preference, lower first
    friend bool operator==(const Table&, const Table&) = default;
};

/// Tables that can be joined, and how many then sit there, which need not be their sum.
struct Combination {
    std::vector<TableId> tables{};
    Covers least;
    Covers most;
    int rank = 0;
    friend bool operator==(const Combination&, const Combination&) = default;
};

/// Neighbours in a row, any run of which can be joined: A+B, B+C, A+B+C. A run seats as many as its tables together,
/// and is for parties that a shorter run of it can't seat. A counter is a chain of single seats.
struct Chain {
    std::vector<TableId> tables{};
    std::size_t longest = 0;  ///< of a run, in tables
    int rank = 0;
    friend bool operator==(const Chain&, const Chain&) = default;
};

/// One way of seating a party: at one table, or at several that are joined.
struct Seating {
    std::vector<std::size_t> tables{};  ///< places in `FloorPlan::tables`, rising
    detail::TableSet set;               ///< the same
    Covers least;
    Covers most;
    int rank = 0;
};

/// What a party can't do without (ご要望のうち必須のもの).
struct Needs {
    std::vector<SeatKind> kinds{};  ///< one of these; any, where there is none
    std::vector<AreaId> areas{};    ///< likewise
    std::optional<Smoking> smoking{};
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
    /// How far a preference may be from 0, either way.
    static constexpr int highest_rank = 1'000'000;

    /// Errors, each at its place (`/chains/0/tables/2`): `duplicate_id`, `unknown_reference`, `out_of_range` for a
    /// least above the most, a most of none, and a longest run of fewer than two or more than there are,
    /// `invalid_value` for an empty id and for fewer than two tables to join, `too_large`; `out_of_range` for a rank.
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
    [[nodiscard]] bool suits(const Seating& seating, Covers chairs, const Needs& needs, Seller seller) const noexcept;

    friend bool operator==(const FloorPlan& a, const FloorPlan& b) {
        return a.tables_ == b.tables_ && a.combinations_ == b.combinations_ && a.chains_ == b.chains_;
    }

private:
    class Maker;

    FloorPlan() = default;

    std::vector<Table> tables_;
    std::vector<Combination> combinations_;
    std::vector<Chain> chains_;
    std::vector<Seating> seatings_;
};

}  // namespace denwaban

#ifdef DENWABAN_HEADER_ONLY
#include <denwaban/seating/detail/plan_making.hpp>
#endif
