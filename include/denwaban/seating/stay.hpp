#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <denwaban/core/time.hpp>
#include <denwaban/seating/floor_plan.hpp>

namespace denwaban {

/// A seating that suits a party, and how well it does.
struct SeatingChoice {
    std::size_t seating;  ///< its place in `FloorPlan::seatings`
    int wasted;           ///< chairs left empty
    int rank;
    friend bool operator==(const SeatingChoice&, const SeatingChoice&) = default;
};

/// Every seating that suits a party, the best first: the fewest chairs wasted, then the restaurant's rank, then the
/// fewest tables.
[[nodiscard]] std::vector<SeatingChoice> choices_for(const FloorPlan& plan, Covers chairs, const Needs& needs,
                                                     Seller seller);

/// Whether a party may be moved to another table to let somebody else fit.
enum class Standing : std::uint8_t {
    movable,
    fixed,  ///< sits there already, or was promised that table
};

/// A party's time at its table, half open, with the time to reset it (buffer).
struct Stay {
    MinuteOfDay begin;
    MinuteOfDay end;
    std::span<const SeatingChoice> choices;  ///< as `choices_for` gives them; they must outlive the stay
    std::optional<std::size_t> seated;       ///< the seating that it has; none of a party that is to be seated
    Standing standing = Standing::movable;
};

/// Whether a stay has a seating that it keeps.
[[nodiscard]] inline bool is_fixed(const Stay& stay) noexcept {
    return stay.standing == Standing::fixed && stay.seated.has_value();
}
/// Whether the stay has begun and not ended.
[[nodiscard]] inline bool is_there(const Stay& stay, MinuteOfDay moment) noexcept {
    return stay.begin <= moment && moment < stay.end;
}
/// Whether both are there at some moment.
[[nodiscard]] inline bool overlap(const Stay& a, const Stay& b) noexcept { return a.begin < b.end && b.begin < a.end; }

}  // namespace denwaban

#ifdef DENWABAN_HEADER_ONLY
#include <denwaban/seating/detail/choosing.hpp>
#endif
