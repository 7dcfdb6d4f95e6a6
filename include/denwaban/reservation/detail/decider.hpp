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
    /// `changing`: a reservation that would be changed, so neither its table nor its arrival counts, nor what it passes
    /// already; `also`: limits that the wish does not tell of.
    Decider(const DayBook& book, const Now& now, const Asking& asking,
            std::optional<std::size_t> changing = std::nullopt, std::vector<Exceeded> also = {})
        : book_(book),
          now_(now),
          asking_(asking),
          changing_(changing),
          also_(std::move(also)),
          accepted_(changing ? passed_already(book, *changing, now) : std::vector<Exceeded>{}),
          room_(book, now, changing) {}

    [[nodiscard]] Answer decide(const Request& request) {
        const auto stay = planned_stay(book_, request.wish, *chairs(request.wish.party), request.begin);
        if (!changing_) return decide(request.wish, stay, choices_of(book_, request.wish));
        auto answer = decide(request.wish, stay, choices_after(request.wish, stay));
        const auto* possible = std::get_if<Possible>(&answer);
        const bool keeps = keeps_tables(book_->reservations[*changing_], request.wish);
        if (possible == nullptr || !possible->tables.empty() || !keeps) return answer;
        return Impossible{{{Limit::tables, chairs(request.wish.party)->count()}}, {}};
    }

    /// The same with a stay and seatings that are given.
    [[nodiscard]] Answer decide(const Wish& wish, const PlannedStay& stay, std::vector<SeatingChoice> choices) {
        full_ = {};
        auto exceeded = limits_passed(book_, wish, stay, now_, changing_);
        auto also = also_;
        if (sits(book_, changing_) && choices.size() == 1)
            also = joined(std::move(also), oversize(book_, choices.front().seating, *chairs(wish.party)));
        add_limits(exceeded, also, accepted_);
        auto barring = barring_of(book_->policy, wish.channel, asking_.overrides, exceeded);
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
        const auto asked = choices_of(book_, request.wish, changing_);
        for (std::size_t place = 0; place < count_of<Obstacle>; ++place) {
            const auto obstacle = static_cast<Obstacle>(place);
            if (helps(request, asked, obstacle, budget)) found.push_back(obstacle);
        }
        return found;
    }

private:
    [[nodiscard]] static std::vector<Exceeded> joined(std::vector<Exceeded> all, const std::vector<Exceeded>& more) {
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    [[nodiscard]] bool bars(Limit limit, BookingChannel channel) const {
        return !barring_of(book_->policy, channel, asking_.overrides, {{limit, 0}}).empty();
    }

    /// Where a party may sit after a change: where it sits if it sits already or was promised that table, unless it now
    /// asks for another; where it is to sit if that is still free for it; else anywhere.
    [[nodiscard]] std::vector<SeatingChoice> choices_after(const Wish& wish, const PlannedStay& stay) const {
        auto choices = choices_of(book_, wish, changing_);
        const auto& old = book_->reservations[*changing_];
        const auto seating = book_.seating(*changing_);
        if (!seating || wish.tables != old.wish.tables || keeps_tables(old, wish)) return choices;
        const auto same = std::find_if(choices.begin(), choices.end(),
                                       [&](const SeatingChoice& choice) { return choice.seating == seating; });
        if (same == choices.end() || room_.owes_tables()) return choices;
        const auto occupancy = room_.occupancy();
        const auto& tables = book_->floor_plan.seatings()[*seating].tables;
        const bool is_free = std::all_of(tables.begin(), tables.end(), [&](std::size_t table) {
            return occupancy.is_free(table, stay.begin, with_buffer(book_, stay));
        });
        if (!is_free) return choices;
        return {*same};
    }

    /// Nobody is promised a certain table that is not there.
    [[nodiscard]] Answer without_table(const Wish& wish, const PlannedStay& stay, std::vector<Exceeded> exceeded,
                                       bool is_undecided) {
        const int covers = chairs(wish.party)->count();
        const int over = overbooked_covers(book_, now_.instant) + covers - book_->policy.overbooking.count();
        const bool is_allowed = over <= 0 || !bars(Limit::tables, wish.channel);
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
            stay.end = after(book_, stay.begin, span_between(book_, stay.begin, stay.end) * 2 / 3);
            if (stay.begin >= stay.end || full_.has_any(stay.begin, with_buffer(book_, stay))) return false;
        }
        auto choices = obstacle == Obstacle::length ? asked : choices_of(book_, *wish, changing_);
        if (obstacle != Obstacle::length && choices == asked) return false;
        const auto found = seat_in(room_, {std::move(choices)}, stay.begin, with_buffer(book_, stay), budget);
        return std::holds_alternative<FoundSeat>(found);
    }

    const DayBook& book_;
    Now now_;
    const Asking& asking_;
    std::optional<std::size_t> changing_;
    std::vector<Exceeded> also_;
    std::vector<Exceeded> accepted_;
    Room room_;
    FullMoments full_;
};

}  // namespace denwaban::detail
