#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/reservation/allocate.hpp>

namespace denwaban {

/// A reservation that an edit of the book hurts. It stays in the book.
struct Hurt {
    BookingId booking;
    std::vector<Exceeded> exceeded;  ///< limits that it now passes, and did not, or not so far
    std::vector<TableId> lost;       ///< the tables that it had and can't have any more
    std::vector<TableId> tables;     ///< those that it has instead; none where it is overbooked now
    friend bool operator==(const Hurt&, const Hurt&) = default;
};

/// A book after its floor plan, policy or hours were edited.
struct Edited {
    DayBook book;
    std::vector<Hurt> hurt;  ///< everybody whom it hurts, in the order of the book
    friend bool operator==(const Edited&, const Edited&) = default;
};

namespace detail {

/// What everybody who is still to come passes of a book's limits, by reservation; not those that depend on when one
/// asks.
[[nodiscard]] inline std::vector<std::vector<Exceeded>> passed_by_all(const DayBook& day, Instant now) {
    std::vector<std::vector<Exceeded>> all(day->reservations.size());
    for (std::size_t place = 0; place < all.size(); ++place) {
        const auto& one = day->reservations[place];
        if (!counts_at(one, now) || is_at_table(one.presence)) continue;
        const PlannedStay stay{one.begin, one.end, period_at(day->periods, one.begin)};
        const auto arrivals = arrivals_of(day, now, place);
        all[place] = LimitCheck{day, one.wish, chairs_of(one), stay, arrivals}.standing().take();
    }
    return all;
}

/// Whom the limits of a book hurt that those of the book before did not.
[[nodiscard]] inline std::vector<Hurt> hurt_by_limits(const DayBook& before, const DayBook& after, Instant now) {
    std::vector<Hurt> hurt;
    const auto old = passed_by_all(before, now);
    const auto passed = passed_by_all(after, now);
    for (std::size_t place = 0; place < passed.size(); ++place) {
        std::vector<Exceeded> worse;
        std::copy_if(passed[place].begin(), passed[place].end(), std::back_inserter(worse), [&](const Exceeded& one) {
            return std::none_of(old[place].begin(), old[place].end(),
                                [&](const Exceeded& known) { return known.limit == one.limit && known.by >= one.by; });
        });
        if (!worse.empty()) hurt.push_back({after->reservations[place].id, std::move(worse), {}, {}});
    }
    return hurt;
}

/// Seats those who lost their tables, one after the other as they come, at tables that suit them.
class Reseating {
public:
    Reseating(DayBookContents contents, const By& by) : contents_(std::move(contents)), by_(by) {}

    [[nodiscard]] Edited run(FloorPlan plan) && {
        const auto old = BookKeeper::write(contents_);
        contents_.floor_plan = std::move(plan);
        take_away();
        std::stable_sort(lost_.begin(), lost_.end(), [&](std::size_t a, std::size_t b) {
            return contents_.reservations[a].begin < contents_.reservations[b].begin;
        });
        for (const auto place : lost_) give(place, old->reservations[place]);
        auto book = BookKeeper::write(std::move(contents_));
        std::vector<Hurt> hurt;
        std::sort(lost_.begin(), lost_.end());
        for (const auto place : lost_) {
            hurt.push_back(
                {book->reservations[place].id, {}, old->reservations[place].tables, book->reservations[place].tables});
        }
        return {std::move(book), std::move(hurt)};
    }

private:
    /// Takes the tables from whom they can't be left to.
    void take_away() {
        const SeatingFinder finder{contents_.floor_plan};
        std::erase_if(contents_.blocks, [&](const Block& block) { return !finder.table(block.table); });
        for (std::size_t place = 0; place < contents_.reservations.size(); ++place) {
            auto& one = contents_.reservations[place];
            if (one.tables.empty()) continue;
            const auto seating = finder.find(one.tables);
            if (seating &&
                (is_at_table(one.presence) || one.allocation == Allocation::pinned || suits(one, *seating))) {
                continue;
            }
            if (counts_at(one, by_.now.instant) && one.presence != Presence::left) lost_.push_back(place);
            one.tables.clear();
            one.allocation = Allocation::overbooked;
        }
    }

    [[nodiscard]] bool suits(const Reservation& one, std::size_t seating) const {
        const auto& plan = contents_.floor_plan;
        return plan.suits(plan.seatings()[seating], chairs_of(one), one.wish.needs, seller_of(one.wish.channel));
    }

    void give(std::size_t place, const Reservation& before) {
        const auto book = BookKeeper::write(contents_);
        Room room{book, by_.now.instant, place};
        auto& one = contents_.reservations[place];
        const auto found = seat_in(room, {book.choices(place)}, one.begin, free_from(one), by_.budget);
        if (const auto* seat = std::get_if<FoundSeat>(&found)) {
            one.tables = seat->tables.front();
            one.allocation = Allocation::assigned;
            for (const auto& move : seat->moved) contents_.reservations[*book.place_of(move.booking)].tables = move.to;
        }
        std::string note = "had:";
        for (const auto& table : before.tables) note += " " + table.text;
        one.history.push_back({Deed::lose_table, by_.actor, by_.who, by_.now.instant, {}, std::move(note)});
    }

    DayBookContents contents_;
    const By& by_;
    std::vector<std::size_t> lost_;
};

}  // namespace detail

/// Edits the floor plan. Who has a table that is gone, can't be joined any more or does not suit gets another, or is
/// overbooked; others may move for it. Who sits already or was promised a table keeps it if it is still there. Blocks
/// of tables that are gone go with them.
[[nodiscard]] inline Edited replace_floor_plan(const DayBook& day, FloorPlan plan, const By& by) {
    return detail::Reseating{std::move(detail::Draft{day, by}.contents()), by}.run(std::move(plan));
}

/// Edits the policy. Everybody keeps their time and table; buffers and turn times hold for who comes into the book from
/// now on. Errors: those of `validate`.
[[nodiscard]] inline Expected<Edited, Errors> replace_policy(const DayBook& day, Policy policy, const By& by) {
    auto errors = validate(policy);
    if (!errors.empty()) return Unexpected{std::move(errors)};
    detail::Draft draft{day, by};
    draft.contents().policy = std::move(policy);
    auto book = detail::BookKeeper::write(std::move(draft.contents()));
    auto hurt = detail::hurt_by_limits(day, book, by.now.instant);
    return Edited{std::move(book), std::move(hurt)};
}

/// Edits the hours. Errors: those of `DayBook::make` about periods.
[[nodiscard]] inline Expected<Edited, Errors> replace_periods(const DayBook& day, std::vector<Period> periods,
                                                              const By& by) {
    detail::Draft draft{day, by};
    draft.contents().periods = std::move(periods);
    auto book = DayBook::make(std::move(draft.contents()));
    if (!book) return Unexpected{book.error()};
    auto hurt = detail::hurt_by_limits(day, *book, by.now.instant);
    return Edited{*std::move(book), std::move(hurt)};
}

}  // namespace denwaban
