#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/reservation/detail/full_moments.hpp>
#include <denwaban/reservation/detail/room.hpp>
#include <denwaban/reservation/limits.hpp>

namespace denwaban {

/// What a start has for a party.
enum class SlotState : std::uint8_t {
    free,
    if_others_move,
    limited,    ///< a limit refuses it, or wants an override
    full,       ///< nobody more can be seated; where moves were not asked for: as everybody sits
    undecided,  ///< the budget was spent
};
template <>
inline constexpr std::array<std::string_view, 5> names_of<SlotState>{"free", "if_others_move", "limited", "full",
                                                                     "undecided"};

/// A start on the grid.
struct Slot {
    MinuteOfDay begin;
    MinuteOfDay end;
    SlotState state = SlotState::full;
    std::vector<Exceeded> exceeded;  ///< limits, those too that only warn
    friend bool operator==(const Slot&, const Slot&) = default;
};

/// Which starts are asked about, both included.
struct Starts {
    MinuteOfDay first;
    MinuteOfDay last = MinuteOfDay::clock(48, 0);
};

/// Everything that is wrong with a wish, each at its place: `out_of_range` for a party that takes no chair or more than
/// 999, and for a turn that is not 1 to 1440 minutes; `unknown_reference` for tables that the plan lacks or can't join.
[[nodiscard]] inline Errors check(const DayBook& book, const Wish& wish) {
    Errors errors;
    const auto count = chairs(wish.party);
    if (!count || count->count() == 0) {
        errors.push_back({ErrorCode::out_of_range, "must take 1 to 999 chairs", JsonPointer{"/party"}});
    }
    if (wish.turn && (wish.turn->count() < 1 || wish.turn->count() > 24 * 60)) {
        errors.push_back({ErrorCode::out_of_range, "must be 1 to 1440 minutes", JsonPointer{"/turn"}});
    }
    if (!wish.tables.empty() && !book.finder().find(wish.tables)) {
        errors.push_back({ErrorCode::unknown_reference, "are not tables of the plan that can be joined",
                          JsonPointer{"/wanted_tables"}});
    }
    return errors;
}

namespace detail {

/// Drops the seatings at whose tables somebody sits who has not left, however late it is; not the reservation at
/// `without`.
inline void drop_taken(std::vector<SeatingChoice>& choices, const DayBook& book,
                       std::optional<std::size_t> without = std::nullopt) {
    const auto& seatings = book->floor_plan.seatings();
    TableSet taken;
    for (std::size_t place = 0; place < book->reservations.size(); ++place) {
        if (place == without || book->reservations[place].presence != Presence::seated) continue;
        if (const auto seating = book.seating(place)) taken |= seatings[*seating].set;
    }
    std::erase_if(choices, [&](const SeatingChoice& choice) { return seatings[choice.seating].set.intersects(taken); });
}

/// The seatings that a wish leaves open. Of tables that it names, only those that suit; for who stands at the door,
/// only those that nobody sits at.
[[nodiscard]] inline std::vector<SeatingChoice> choices_of(const DayBook& book, const Wish& wish) {
    auto choices = choices_for(book->floor_plan, *chairs(wish.party), wish.needs, seller_of(wish.channel));
    if (wish.channel == BookingChannel::walk_in) drop_taken(choices, book);
    if (wish.tables.empty()) return choices;
    const auto wanted = book.finder().find(wish.tables);
    std::erase_if(choices, [&](const SeatingChoice& choice) { return choice.seating != wanted; });
    return choices;
}

/// When the table of a stay is free again.
[[nodiscard]] inline MinuteOfDay with_buffer(const DayBook& book, const PlannedStay& stay) noexcept {
    return *MinuteOfDay::make(
        std::min(stay.end.count() + static_cast<int>(book->policy.buffer.count()), MinuteOfDay::max));
}

[[nodiscard]] inline bool is_barred(const Policy& policy, const std::vector<Exceeded>& exceeded) {
    return std::any_of(exceeded.begin(), exceeded.end(),
                       [&](const Exceeded& one) { return policy.on_limit.at(one.limit) != OnLimit::warn; });
}

/// Answers for one start after the other.
class SlotFinder {
public:
    SlotFinder(const DayBook& book, const Wish& wish, const Now& now, std::optional<SearchBudget> moves,
               FullMoments full = {})
        : book_(book),
          wish_(wish),
          chairs_(*chairs(wish.party)),
          now_(now),
          moves_(moves),
          choices_(choices_of(book, wish)),
          room_(book, now.instant),
          occupancy_(room_.occupancy()),
          arrivals_(arrivals_of(book, now.instant)),
          owes_tables_(room_.owes_tables()),
          full_(std::move(full)) {}

    [[nodiscard]] Slot slot(MinuteOfDay begin) {
        const auto stay = planned_stay(book_, wish_, chairs_, begin);
        auto exceeded = LimitCheck{book_, wish_, chairs_, stay, arrivals_}.standing().timely(now_).take();
        Slot slot{stay.begin, stay.end, SlotState::limited, std::move(exceeded)};
        if (slot.begin < slot.end && !is_barred(book_->policy, slot.exceeded)) slot.state = seat(stay);
        return slot;
    }

private:
    [[nodiscard]] SlotState seat(const PlannedStay& stay) {
        const auto until = with_buffer(book_, stay);
        if (choices_.empty()) return SlotState::full;
        if (!owes_tables_ && has_free_seating(stay.begin, until)) return SlotState::free;
        if (!moves_ && !owes_tables_) return SlotState::full;
        if (full_.has_any(stay.begin, until)) return SlotState::full;
        room_.add(stay.begin, until, choices_);
        const auto found = room_.arrange(moves_.value_or(SearchBudget{}));
        room_.remove_last();
        if (std::holds_alternative<BudgetSpent>(found)) return SlotState::undecided;
        if (const auto* none = std::get_if<NoArrangement>(&found)) {
            full_.add(none->full_at);
            return SlotState::full;
        }
        const auto* arrangement = std::get_if<Arrangement>(&found);
        if (arrangement->moved.empty()) return SlotState::free;
        return moves_ ? SlotState::if_others_move : SlotState::full;
    }

    [[nodiscard]] bool has_free_seating(MinuteOfDay begin, MinuteOfDay until) const {
        const auto& seatings = book_->floor_plan.seatings();
        return std::any_of(choices_.begin(), choices_.end(), [&](const SeatingChoice& choice) {
            const auto& tables = seatings[choice.seating].tables;
            return std::all_of(tables.begin(), tables.end(),
                               [&](std::size_t table) { return occupancy_.is_free(table, begin, until); });
        });
    }

    const DayBook& book_;
    const Wish& wish_;
    Covers chairs_;
    Now now_;
    std::optional<SearchBudget> moves_;
    std::vector<SeatingChoice> choices_;
    Room room_;
    Occupancy occupancy_;
    std::vector<Arrival> arrivals_;
    bool owes_tables_;
    FullMoments full_;
};

/// Every start on the grid while a book's restaurant is open.
[[nodiscard]] inline std::vector<MinuteOfDay> starts_of(const DayBook& book, Starts starts) {
    std::vector<MinuteOfDay> all;
    const int grid = static_cast<int>(book->policy.start_grid.count());
    for (const auto& period : book->periods) {
        const int from = std::max(period.opens, starts.first).count();
        const int until = std::min(period.closes.count() - 1, starts.last.count());
        for (int minute = (from + grid - 1) / grid * grid; minute <= until; minute += grid) {
            all.push_back(*MinuteOfDay::make(minute));
        }
    }
    return all;
}

}  // namespace detail

/// Every start on the grid, and whether the party can have it: as everybody sits, or, within a budget for each start,
/// if others move. Errors: those of `check`. Cost: some tens of microseconds for an evening without moves.
[[nodiscard]] inline Expected<std::vector<Slot>, Errors> availability(
    const DayBook& book, const Wish& wish, Starts starts, const Now& now,
    std::optional<SearchBudget> moves = std::nullopt) {
    auto errors = check(book, wish);
    if (!errors.empty()) return Unexpected{std::move(errors)};
    detail::SlotFinder finder{book, wish, now, moves};
    std::vector<Slot> slots;
    for (const auto begin : detail::starts_of(book, starts)) slots.push_back(finder.slot(begin));
    return slots;
}

}  // namespace denwaban
