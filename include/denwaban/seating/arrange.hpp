#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include <denwaban/seating/stay.hpp>

namespace denwaban {

/// How many places a search for seats may look at; larger steps of it count as many. A place costs a microsecond or
/// two. The default keeps a caller's answer within milliseconds, and takes all but some in a thousand of the parties
/// that ten times as much would; to settle every evening of a large restaurant, allow millions.
struct SearchBudget {
    std::size_t nodes = 1'500;
};

/// What is known of how good an arrangement is.
enum class Proof : std::uint8_t {
    best,  ///< none moves fewer; of those that move as few, none wastes fewer chairs, then none has better ranks
    fewest_moves,  ///< none moves fewer
    none,
};

/// Where everybody sits.
struct Arrangement {
    std::vector<std::size_t> seatings;  ///< by stay
    std::vector<std::size_t> moved;     ///< stays that had another seating before
    Proof proof = Proof::none;
};

/// It was proven that not everybody can be seated.
struct NoArrangement {
    std::optional<MinuteOfDay> full_at;  ///< a moment at which those who are there can't be, if one alone proves it
};

/// Neither an arrangement nor a proof was found within the budget.
struct BudgetSpent {};

/// What came of looking for seats for everybody.
using ArrangementSearch = std::variant<Arrangement, NoArrangement, BudgetSpent>;

/// Seats everybody, the parties that have no seating yet and those that have one: exactly, or not at all. One that is
/// new is seated with the fewest moves of others, then the fewest chairs wasted, then the best ranks, as far as the
/// budget goes; the answer says what was proven. Deterministic.
///
/// Precondition: stays end after they begin; those that have a seating are not in each other's way, and who can be
/// moved has one of their choices.
///
/// Cost, for 60 tables and an evening's parties: some microseconds where nobody has to move, a millisecond or so where
/// it is proven that there is no room; some milliseconds where the default budget is spent.
[[nodiscard]] ArrangementSearch arrange(const FloorPlan& plan, std::span<const Stay> stays, SearchBudget within = {});

}  // namespace denwaban

#ifdef DENWABAN_HEADER_ONLY
#include <denwaban/seating/detail/arranging.hpp>
#endif
