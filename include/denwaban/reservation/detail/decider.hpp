#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/reservation/detail/full_moments.hpp>
#include <denwaban/reservation/detail/room.hpp>
#include <denwaban/reservation/proposal.hpp>

namespace denwaban::detail {

/// A wish without one of the things that narrow it; nothing where it does not ask for it.
[[nodiscard]] inline std::optional<Wish> without(Wish wish, Obstacle obstacle) {
    switch (obstacle) {
        case Obstacle::kinds:
            return std::exchange(wish.needs.kinds, {}).empty() ? std::nullopt : std::optional{std::move(wish)};
        case Obstacle::areas:
            return std::exchange(wish.needs.areas, {}).empty() ? std::nullopt : std::optional{std::move(wish)};
        case Obstacle::smoking:
            return !std::exchange(wish.needs.smoking, {}) ? std::nullopt : std::optional{std::move(wish)};
        case Obstacle::access:
            if (std::exchange(wish.needs.access, Access::on_foot) == Access::on_foot) return std::nullopt;
            return wish;
        case Obstacle::tables:
            return std::exchange(wish.tables, {}).empty() ? std::nullopt : std::optional{std::move(wish)};
        case Obstacle::seller:
            if (seller_of(std::exchange(wish.channel, BookingChannel::restaurant)) == Seller::restaurant)
                return std::nullopt;
            return wish;
        case Obstacle::length:
            return std::nullopt;
    }
    return std::nullopt;
}

/// A seat that was found, with who has to move.
struct FoundSeat {
    std::vector<std::vector<TableId>> tables;  ///< by newcomer
    std::vector<Move> moved;
};
using SeatSearch = std::variant<FoundSeat, NoArrangement, BudgetSpent>;

/// Seats a party, or the parts of one, beside everybody in the room.
[[nodiscard]] inline SeatSearch seat_in(Room& room, const std::vector<std::vector<SeatingChoice>>& parts,
                                        MinuteOfDay begin, MinuteOfDay until, SearchBudget budget) {
    const auto before = room.stays().size();
    for (const auto& choices : parts) {
        if (choices.empty()) return NoArrangement{};
    }
    for (const auto& choices : parts) room.add(begin, until, choices);
    const auto found = room.arrange(budget);
    SeatSearch answer = BudgetSpent{};
    if (const auto* none = std::get_if<NoArrangement>(&found)) answer = *none;
    if (const auto* arrangement = std::get_if<Arrangement>(&found)) {
        FoundSeat seat;
        for (std::size_t part = 0; part < parts.size(); ++part) {
            seat.tables.push_back(room.tables_of(arrangement->seatings[before + part]));
        }
        seat.moved = room.moves(*arrangement);
        answer = std::move(seat);
    }
    for (std::size_t part = 0; part < parts.size(); ++part) room.remove_last();
    return answer;
}

[[nodiscard]] inline int overbooked_covers(const DayBook& book, Instant now) {
    int covers = 0;
    for (const auto& one : book->reservations) {
        if (one.allocation != Allocation::overbooked || one.presence == Presence::left) continue;
        if (counts_at(one, now)) covers += chairs_of(one).count();
    }
    return covers;
}

/// Decides whether a party can come, beside everybody else of a book.
class Decider {
public:
    /// `without`: a reservation that would be changed, so neither its table nor its arrival counts; `accepted`: limits
    /// that it passes as it is, which are not held against it.
    Decider(const DayBook& book, const Now& now, const Asking& asking,
            std::optional<std::size_t> without = std::nullopt, std::vector<Exceeded> accepted = {})
        : book_(book),
          now_(now),
          asking_(asking),
          without_(without),
          accepted_(std::move(accepted)),
          room_(book, now.instant, without) {}

    [[nodiscard]] Answer decide(const Request& request) {
        const auto stay = planned_stay(book_, request.wish, *chairs(request.wish.party), request.begin);
        return decide(request.wish, stay, choices_of(book_, request.wish));
    }

    /// The same with a stay and seatings that are given.
    [[nodiscard]] Answer decide(const Wish& wish, const PlannedStay& stay, std::vector<SeatingChoice> choices) {
        full_ = {};
        auto exceeded = limits_passed(book_, wish, stay, now_, without_);
        std::erase_if(exceeded, [&](const Exceeded& one) { return is_accepted(one); });
        auto barring = barring_of(exceeded);
        if (stay.begin >= stay.end || !barring.empty()) {
            return Impossible{std::move(barring), {}};
        }
        const auto found = seat_in(room_, {std::move(choices)}, stay.begin, with_buffer(book_, stay), asking_.budget);
        if (const auto* seat = std::get_if<FoundSeat>(&found)) {
            return Possible{stay.end, seat->tables.front(), seat->moved, std::move(exceeded)};
        }
        if (const auto* none = std::get_if<NoArrangement>(&found)) full_.add(none->full_at);
        return without_table(wish, stay, std::move(exceeded), std::holds_alternative<BudgetSpent>(found));
    }

    [[nodiscard]] Room& room() noexcept { return room_; }
    /// For whom it refused last.
    [[nodiscard]] const FullMoments& full() const noexcept { return full_; }

    /// What alone would have to go for the party that it refused last to be seated.
    [[nodiscard]] std::vector<Obstacle> obstacles(const Request& request, SearchBudget budget) {
        std::vector<Obstacle> found;
        const auto asked = choices_of(book_, request.wish);
        for (std::size_t place = 0; place < count_of<Obstacle>; ++place) {
            const auto obstacle = static_cast<Obstacle>(place);
            if (helps(request, asked, obstacle, budget)) found.push_back(obstacle);
        }
        return found;
    }

private:
    [[nodiscard]] bool is_overridden(Limit limit) const {
        const auto& all = asking_.overrides;
        return std::find(all.begin(), all.end(), limit) != all.end();
    }
    [[nodiscard]] bool is_accepted(const Exceeded& one) const {
        return std::any_of(accepted_.begin(), accepted_.end(),
                           [&](const Exceeded& known) { return known.limit == one.limit && known.by >= one.by; });
    }
    [[nodiscard]] bool bars(Limit limit) const {
        const auto action = book_->policy.on_limit.at(limit);
        return action == OnLimit::refuse || (action == OnLimit::needs_override && !is_overridden(limit));
    }
    [[nodiscard]] std::vector<Exceeded> barring_of(const std::vector<Exceeded>& exceeded) const {
        std::vector<Exceeded> barring;
        std::copy_if(exceeded.begin(), exceeded.end(), std::back_inserter(barring),
                     [&](const Exceeded& one) { return bars(one.limit); });
        return barring;
    }

    /// Nobody is promised a certain table that is not there.
    [[nodiscard]] Answer without_table(const Wish& wish, const PlannedStay& stay, std::vector<Exceeded> exceeded,
                                       bool is_undecided) {
        const int covers = chairs(wish.party)->count();
        const int over = overbooked_covers(book_, now_.instant) + covers - book_->policy.overbooking.count();
        const bool is_allowed = over <= 0 || !bars(Limit::tables);
        if (is_allowed && wish.tables.empty()) {
            exceeded.push_back({Limit::tables, covers});
            return Possible{stay.end, {}, {}, std::move(exceeded)};
        }
        if (is_undecided) return Undecided{};
        return Impossible{{{Limit::tables, covers}}, {}};
    }

    [[nodiscard]] bool helps(const Request& request, const std::vector<SeatingChoice>& asked, Obstacle obstacle,
                             SearchBudget budget) {
        auto wish = obstacle == Obstacle::length ? std::optional{request.wish} : without(request.wish, obstacle);
        if (!wish) return false;
        auto stay = planned_stay(book_, *wish, *chairs(wish->party), request.begin);
        if (obstacle == Obstacle::length) {
            // Two thirds of the time, as restaurants offer it (「90分制なら」).
            stay.end = *MinuteOfDay::make(stay.begin.count() + (stay.end.count() - stay.begin.count()) * 2 / 3);
            if (stay.begin >= stay.end || full_.has_any(stay.begin, with_buffer(book_, stay))) return false;
        }
        auto choices = obstacle == Obstacle::length ? asked : choices_of(book_, *wish);
        if (obstacle != Obstacle::length && choices == asked) return false;
        const auto found = seat_in(room_, {std::move(choices)}, stay.begin, with_buffer(book_, stay), budget);
        return std::holds_alternative<FoundSeat>(found);
    }

    const DayBook& book_;
    Now now_;
    const Asking& asking_;
    std::optional<std::size_t> without_;
    std::vector<Exceeded> accepted_;
    Room room_;
    FullMoments full_;
};

}  // namespace denwaban::detail
