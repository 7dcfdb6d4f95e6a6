#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/reservation/choices.hpp>
#include <denwaban/reservation/detail/full_moments.hpp>
#include <denwaban/reservation/detail/room.hpp>

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

namespace detail {

/// Answers for one start after the other.
class SlotFinder {
public:
    SlotFinder(const DayBook& book, const Wish& wish, const Now& now, std::optional<SearchBudget> moves,
               std::optional<std::size_t> changing = std::nullopt, FullMoments full = {})
        : book_(book),
          wish_(wish),
          chairs_(*chairs(wish.party)),
          now_(now),
          moves_(moves),
          choices_(choices_of(book, wish, changing)),
          also_(sits(book, changing) && choices_.size() == 1 ? oversize(book, choices_.front().seating, chairs_)
                                                             : std::vector<Exceeded>{}),
          accepted_(changing ? passed_already(book, *changing, now) : std::vector<Exceeded>{}),
          room_(book, now, changing),
          occupancy_(room_.occupancy()),
          arrivals_(arrivals_of(book, now.instant, changing)),
          owes_tables_(room_.owes_tables()),
          full_(std::move(full)) {}

    [[nodiscard]] Slot slot(MinuteOfDay begin) {
        const auto stay = planned_stay(book_, wish_, chairs_, begin);
        auto exceeded = LimitCheck{book_, wish_, chairs_, stay, arrivals_}.standing().timely(now_).take();
        add_limits(exceeded, also_, accepted_);
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
    std::vector<Exceeded> also_;
    std::vector<Exceeded> accepted_;
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
            const auto start = *MinuteOfDay::make(minute);
            if (!book.clock_change() || !book.clock_change()->skips(start)) all.push_back(start);
        }
    }
    return all;
}

}  // namespace detail

/// Every start on the grid, and whether the party can have it: as everybody sits, or, within a budget for each start,
/// if others move. The reservation `changing`, for which it is asked, is no obstacle to itself, and has what `change`
/// would give it. Errors: those of `check`; `out_of_range` for a moment years off; `unknown_reference` and
/// `not_allowed` at `/changing`. Cost: some tens of microseconds for an evening without moves.
[[nodiscard]] inline Expected<std::vector<Slot>, Errors> availability(
    const DayBook& book, const Wish& wish, Starts starts, const Now& now,
    std::optional<SearchBudget> moves = std::nullopt, const std::optional<BookingId>& changing = std::nullopt) {
    auto errors = check(book, wish);
    detail::append(errors, check(book, now));
    if (!errors.empty()) return Unexpected{std::move(errors)};
    const auto place = detail::place_changing(book, changing, now.instant);
    if (!place) return Unexpected{place.error()};
    detail::SlotFinder finder{book, wish, now, moves, *place};
    const auto* old = *place ? &book->reservations[**place] : nullptr;
    std::vector<Slot> slots;
    for (const auto begin : detail::starts_of(book, starts)) {
        // Who sits already has no other start.
        if (old != nullptr && is_at_table(old->presence) && begin != old->begin) continue;
        slots.push_back(finder.slot(begin));
    }
    return slots;
}

}  // namespace denwaban
