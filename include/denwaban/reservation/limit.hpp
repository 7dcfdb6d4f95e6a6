#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <denwaban/core/names.hpp>

namespace denwaban {

/// What a restaurant does not want to take a party past.
enum class Limit : std::uint8_t {
    not_open,        ///< no service has begun by then, or it is over
    hours_unknown,   ///< 不定休: it may be open
    last_entry,      ///< 最終入店
    closing,         ///< 閉店
    start_grid,      ///< starts lie on the quarters of an hour, or as the policy has it
    comes_twice,     ///< clocks are put back over it that night, and show it once more; the first is meant
    lead_time,       ///< so many minutes before
    cut_off,         ///< 「前日17時まで」
    furthest_date,   ///< 「60日先まで」
    smallest_party,  ///< 「2名様から」
    largest_party,
    pacing_covers,   ///< 同時入店の人数
    pacing_parties,  ///< 同時入店の組数
    walk_in_time,    ///< who stands at the door comes now
    table_size,      ///< who sits there, or is to, is more than the table is for
    same_guest,      ///< the same customer or telephone has a table at that time already
    tables,          ///< nobody can be seated any more
};
template <>
inline constexpr std::array<std::string_view, 17> names_of<Limit>{
    "not_open",       "hours_unknown", "last_entry",    "closing",        "start_grid",    "comes_twice",
    "lead_time",      "cut_off",       "furthest_date", "smallest_party", "largest_party", "pacing_covers",
    "pacing_parties", "walk_in_time",  "table_size",    "same_guest",     "tables",
};

/// What happens to who would pass a limit.
enum class OnLimit : std::uint8_t {
    refuse,
    warn,            ///< they are taken, and whoever takes them is told
    needs_override,  ///< they are taken if whoever takes them says so, which is recorded
};
template <>
inline constexpr std::array<std::string_view, 3> names_of<OnLimit>{"refuse", "warn", "needs_override"};

/// What `Exceeded::by` counts.
enum class LimitUnit : std::uint8_t { minutes, days, covers, parties };
template <>
inline constexpr std::array<std::string_view, 4> names_of<LimitUnit>{"minutes", "days", "covers", "parties"};

/// Where a reservation comes from.
enum class BookingChannel : std::uint8_t {
    phone,       ///< an agent of the call centre
    online,      ///< the restaurant's own page
    partner,     ///< another's page: Google, a listing
    bot,         ///< a machine on the phone
    restaurant,  ///< 店舗: the restaurant's staff
    walk_in,     ///< 飛び込み
};
template <>
inline constexpr std::array<std::string_view, 6> names_of<BookingChannel>{"phone", "online",     "partner",
                                                                          "bot",   "restaurant", "walk_in"};

/// A limit's unit, what happens by default to who would pass it, and whether it holds for who is standing at the door.
struct LimitTrait {
    Limit limit;
    LimitUnit unit;
    OnLimit by_default;
    /// Whether it holds for who is standing at the door.
    enum class WalkIns : std::uint8_t { heed, ignore } walk_ins;
};
/// In the order of `Limit`.
inline constexpr std::array<LimitTrait, count_of<Limit>> limit_traits{{
    {Limit::not_open, LimitUnit::minutes, OnLimit::refuse, LimitTrait::WalkIns::heed},
    {Limit::hours_unknown, LimitUnit::minutes, OnLimit::needs_override, LimitTrait::WalkIns::ignore},
    {Limit::last_entry, LimitUnit::minutes, OnLimit::refuse, LimitTrait::WalkIns::heed},
    {Limit::closing, LimitUnit::minutes, OnLimit::refuse, LimitTrait::WalkIns::heed},
    {Limit::start_grid, LimitUnit::minutes, OnLimit::needs_override, LimitTrait::WalkIns::ignore},
    {Limit::comes_twice, LimitUnit::minutes, OnLimit::warn, LimitTrait::WalkIns::ignore},
    {Limit::lead_time, LimitUnit::minutes, OnLimit::needs_override, LimitTrait::WalkIns::ignore},
    {Limit::cut_off, LimitUnit::minutes, OnLimit::needs_override, LimitTrait::WalkIns::ignore},
    {Limit::furthest_date, LimitUnit::days, OnLimit::refuse, LimitTrait::WalkIns::heed},
    {Limit::smallest_party, LimitUnit::covers, OnLimit::refuse, LimitTrait::WalkIns::ignore},
    {Limit::largest_party, LimitUnit::covers, OnLimit::needs_override, LimitTrait::WalkIns::ignore},
    {Limit::pacing_covers, LimitUnit::covers, OnLimit::needs_override, LimitTrait::WalkIns::ignore},
    {Limit::pacing_parties, LimitUnit::parties, OnLimit::needs_override, LimitTrait::WalkIns::ignore},
    {Limit::walk_in_time, LimitUnit::minutes, OnLimit::refuse, LimitTrait::WalkIns::heed},
    {Limit::table_size, LimitUnit::covers, OnLimit::warn, LimitTrait::WalkIns::heed},
    {Limit::same_guest, LimitUnit::parties, OnLimit::warn, LimitTrait::WalkIns::heed},
    {Limit::tables, LimitUnit::covers, OnLimit::refuse, LimitTrait::WalkIns::heed},
}};
/// Its row of `limit_traits`.
[[nodiscard]] constexpr const LimitTrait& trait_of(Limit limit) noexcept { return limit_traits[index_of(limit)]; }
static_assert([] {
    for (std::size_t place = 0; place < limit_traits.size(); ++place) {
        if (index_of(limit_traits[place].limit) != place) return false;
    }
    return true;
}());

/// Whether the restaurant may take who stands at its door past a limit that refuses: it knows when it closes.
[[nodiscard]] constexpr bool is_for_the_house(Limit limit) noexcept {
    return limit == Limit::last_entry || limit == Limit::closing;
}

/// A limit that would be passed, and by how much, in its `LimitUnit`; 0 where that can't be told.
struct Exceeded {
    Limit limit;
    int by;
    friend constexpr bool operator==(const Exceeded&, const Exceeded&) = default;
};

}  // namespace denwaban
