#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/reservation/availability.hpp>

namespace denwaban {

/// Who asks for a table, and when.
struct Request {
    Wish wish;
    MinuteOfDay begin;
    friend bool operator==(const Request&, const Request&) = default;
};

/// How hard to look, and which limits whoever asks takes it upon themselves to pass.
struct Asking {
    std::vector<Limit> overrides;
    SearchBudget budget{};
};

/// There is room, or the policy takes the party without.
struct Possible {
    MinuteOfDay end;
    std::vector<TableId> tables;     ///< none where the party is overbooked
    std::vector<Move> moved;         ///< who has to move for it
    std::vector<Exceeded> exceeded;  ///< limits that warn, and those that were overridden
    friend bool operator==(const Possible&, const Possible&) = default;
};

/// What stands in the way; dropping it alone would help.
enum class Obstacle : std::uint8_t { kinds, areas, smoking, access, tables, seller, length };
template <>
inline constexpr std::array<std::string_view, 7> names_of<Obstacle>{"kinds",  "areas",  "smoking", "access",
                                                                    "tables", "seller", "length"};

/// There is none, and why.
struct Impossible {
    std::vector<Exceeded> limits;     ///< that refuse, or want an override; `tables` where nobody can be seated
    std::vector<Obstacle> obstacles;  ///< where nobody can be seated
    friend bool operator==(const Impossible&, const Impossible&) = default;
};

/// Nobody knows within the budget.
struct Undecided {
    friend bool operator==(Undecided, Undecided) = default;
};

using Answer = std::variant<Possible, Impossible, Undecided>;
/// In the order of `Answer`'s alternatives.
inline constexpr std::array<std::string_view, 3> answer_names{"possible", "impossible", "undecided"};

enum class AlternativeKind : std::uint8_t {
    earlier,
    later,
    split,       ///< at two tables
    other_seat,  ///< without what they could not do without
    other_day,   ///< at the same time, or near it
};
template <>
inline constexpr std::array<std::string_view, 5> names_of<AlternativeKind>{"earlier", "later", "split", "other_seat",
                                                                           "other_day"};

/// What the party could have instead.
struct Alternative {
    AlternativeKind kind;
    Date date;
    MinuteOfDay begin;
    MinuteOfDay end;
    std::vector<std::vector<TableId>> tables;  ///< for each part of the party
    std::optional<Obstacle> without;           ///< what is dropped
    std::size_t moves = 0;                     ///< how many others have to move
    friend bool operator==(const Alternative&, const Alternative&) = default;
};

struct Proposal {
    Answer answer;
    std::vector<Alternative> alternatives;  ///< none where it is possible
    friend bool operator==(const Proposal&, const Proposal&) = default;
};

namespace detail {

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
        default:
            return std::nullopt;
    }
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
    SeatSearch answer = NoArrangement{};
    if (std::holds_alternative<BudgetSpent>(found)) answer = BudgetSpent{};
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
        if (one.allocation == Allocation::overbooked && counts_at(one, now)) covers += chairs_of(one).count();
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
        return without_table(wish, stay, std::move(exceeded), std::holds_alternative<BudgetSpent>(found));
    }

    [[nodiscard]] Room& room() noexcept { return room_; }

    /// What alone would have to go for a party to be seated.
    [[nodiscard]] std::vector<Obstacle> obstacles(const Request& request, SearchBudget budget) {
        std::vector<Obstacle> found;
        for (std::size_t place = 0; place < count_of<Obstacle>; ++place) {
            const auto obstacle = static_cast<Obstacle>(place);
            if (helps(request, obstacle, budget)) found.push_back(obstacle);
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

    [[nodiscard]] bool helps(const Request& request, Obstacle obstacle, SearchBudget budget) {
        auto wish = obstacle == Obstacle::length ? std::optional{request.wish} : without(request.wish, obstacle);
        if (!wish) return false;
        auto stay = planned_stay(book_, *wish, *chairs(wish->party), request.begin);
        if (obstacle == Obstacle::length) {
            // Two thirds of the time, as restaurants offer it (「90分制なら」).
            stay.end = *MinuteOfDay::make(stay.begin.count() + (stay.end.count() - stay.begin.count()) * 2 / 3);
            if (stay.begin >= stay.end) return false;
        }
        auto choices = choices_of(book_, *wish);
        if (choices.empty()) return false;
        const auto found = seat_in(room_, {std::move(choices)}, stay.begin, with_buffer(book_, stay), budget);
        return std::holds_alternative<FoundSeat>(found);
    }

    const DayBook& book_;
    Now now_;
    const Asking& asking_;
    std::optional<std::size_t> without_;
    std::vector<Exceeded> accepted_;
    Room room_;
};

/// Finds what a party could have instead.
class AlternativeFinder {
public:
    AlternativeFinder(const DayBook& book, const Request& request, const Now& now, SearchBudget budget)
        : book_(book), request_(request), now_(now), budget_(budget), room_(book, now.instant) {}

    [[nodiscard]] std::vector<Alternative> run(std::span<const DayBook> other_days,
                                               const std::vector<Obstacle>& obstacles) {
        add_other_times();
        add_split();
        for (const auto obstacle : obstacles) add_without(obstacle);
        for (const auto& day : other_days) add_other_day(day);
        return std::move(found_);
    }

private:
    static constexpr std::size_t most_each_way = 2;
    static constexpr std::size_t most_tries = 4;
    static constexpr int furthest = 180;  ///< minutes from what was asked for

    /// The nearest starts that are free, and where there are none the nearest for which others move.
    void add_other_times() {
        SlotFinder as_they_sit{book_, request_.wish, now_, std::nullopt};
        SlotFinder if_others_move{book_, request_.wish, now_, budget_};
        const int asked = request_.begin.count();
        auto earlier = starts_of(book_, {minute(asked - furthest), minute(asked - 1)});
        std::reverse(earlier.begin(), earlier.end());
        const auto later = starts_of(book_, {minute(asked + 1), minute(asked + furthest)});
        add_times(AlternativeKind::earlier, earlier, as_they_sit, if_others_move);
        add_times(AlternativeKind::later, later, as_they_sit, if_others_move);
    }

    void add_times(AlternativeKind kind, const std::vector<MinuteOfDay>& starts, SlotFinder& as_they_sit,
                   SlotFinder& if_others_move) {
        std::vector<Slot> free;
        for (const auto begin : starts) {
            auto slot = as_they_sit.slot(begin);
            if (slot.state == SlotState::free) free.push_back(std::move(slot));
            if (free.size() == most_each_way) break;
        }
        std::size_t tries = 0;
        for (auto start = starts.begin(); free.empty() && start != starts.end() && tries < most_tries;
             ++start, ++tries) {
            auto slot = if_others_move.slot(*start);
            if (slot.state == SlotState::if_others_move) free.push_back(std::move(slot));
        }
        for (const auto& slot : free) add(kind, request_.wish, slot.begin, {chairs_}, std::nullopt);
    }

    /// As nearly in half as can be. Nobody splits a party of one, or one that wants certain tables.
    void add_split() {
        const int count = chairs_.count();
        if (count < 2 || !request_.wish.tables.empty()) return;
        const int half = count / 2;
        add(AlternativeKind::split, request_.wish, request_.begin, {*Covers::make(count - half), *Covers::make(half)},
            std::nullopt);
    }

    void add_without(Obstacle obstacle) {
        if (obstacle == Obstacle::seller || obstacle == Obstacle::length) return;
        if (const auto wish = without(request_.wish, obstacle)) {
            add(AlternativeKind::other_seat, *wish, request_.begin, {chairs_}, obstacle);
        }
    }

    /// The start nearest to what was asked for.
    void add_other_day(const DayBook& day) {
        if (!check(day, request_.wish).empty()) return;
        const auto slots = availability(
            day, request_.wish, {minute(request_.begin.count() - 60), minute(request_.begin.count() + 60)}, now_);
        const Slot* nearest = nullptr;
        for (const auto& slot : *slots) {
            if (slot.state == SlotState::free && (nearest == nullptr || distance(slot) < distance(*nearest)))
                nearest = &slot;
        }
        if (nearest == nullptr) return;
        Room room{day, now_.instant};
        const PlannedStay stay{nearest->begin, nearest->end, nullptr};
        const auto found = seat_in(room, {choices_of(day, request_.wish)}, stay.begin, with_buffer(day, stay), budget_);
        if (const auto* seat = std::get_if<FoundSeat>(&found)) {
            found_.push_back({AlternativeKind::other_day, day->date, stay.begin, stay.end, seat->tables, std::nullopt,
                              seat->moved.size()});
        }
    }

    /// Adds a start at which the parts can be seated, if no limit bars it.
    void add(AlternativeKind kind, const Wish& wish, MinuteOfDay begin, const std::vector<Covers>& parts,
             std::optional<Obstacle> dropped) {
        const auto stay = planned_stay(book_, wish, chairs_, begin);
        if (stay.begin >= stay.end || is_barred(book_->policy, limits_passed(book_, wish, stay, now_))) return;
        std::vector<std::vector<SeatingChoice>> choices;
        for (const auto part : parts) {
            auto partial = wish;
            partial.party = {part, {}, {}};
            choices.push_back(choices_of(book_, partial));
        }
        const auto found = seat_in(room_, choices, stay.begin, with_buffer(book_, stay), budget_);
        if (const auto* seat = std::get_if<FoundSeat>(&found)) {
            found_.push_back({kind, book_->date, stay.begin, stay.end, seat->tables, dropped, seat->moved.size()});
        }
    }

    [[nodiscard]] static MinuteOfDay minute(int minutes) {
        return *MinuteOfDay::make(std::clamp(minutes, 0, MinuteOfDay::max));
    }
    [[nodiscard]] int distance(const Slot& slot) const { return std::abs(slot.begin.count() - request_.begin.count()); }

    const DayBook& book_;
    const Request& request_;
    Now now_;
    SearchBudget budget_;
    Room room_;
    Covers chairs_ = *chairs(request_.wish.party);
    std::vector<Alternative> found_;
};

}  // namespace detail

/// Whether a party can come; if not, why, and what it could have instead, also on other days. Obstacles and
/// alternatives are each sought with a tenth of the budget. Errors: those of `check`.
[[nodiscard]] inline Expected<Proposal, Errors> propose(const DayBook& book, const Request& request, const Now& now,
                                                        const Asking& asking = {},
                                                        std::span<const DayBook> other_days = {}) {
    auto errors = check(book, request.wish);
    if (!errors.empty()) return Unexpected{std::move(errors)};
    detail::Decider decider{book, now, asking};
    Proposal proposal{decider.decide(request), {}};
    if (std::holds_alternative<Possible>(proposal.answer)) return proposal;
    const SearchBudget share{std::max<std::size_t>(asking.budget.nodes / 10, 1)};
    std::vector<Obstacle> obstacles;
    if (auto* no = std::get_if<Impossible>(&proposal.answer)) {
        const bool is_full = !no->limits.empty() && no->limits.back().limit == Limit::tables;
        if (is_full) no->obstacles = decider.obstacles(request, share);
        obstacles = no->obstacles;
    }
    proposal.alternatives = detail::AlternativeFinder{book, request, now, share}.run(other_days, obstacles);
    return proposal;
}

}  // namespace denwaban
