#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/core/time_zone.hpp>
#include <denwaban/reservation/book_clock.hpp>
#include <denwaban/seating/arrange.hpp>

namespace denwaban::detail {

/// Who sits where, and where somebody else could. A room without anybody is that of a day of which nobody knows yet.
class Room {
public:
    /// Everybody of the book who takes room at `now`, but for the reservation at `without`.
    Room(const DayBook& book, const Now& now, std::optional<std::size_t> without = std::nullopt,
         std::optional<std::size_t> nor = std::nullopt)
        : book_(&book) {
        const auto& contents = book.contents();
        stays_.reserve(contents.reservations.size() + contents.blocks.size() + 2);
        for (const auto& block : contents.blocks) {
            add({block.begin, block.end, {}, book.finder().table(block.table), Standing::fixed}, std::nullopt);
        }
        for (std::size_t place = 0; place < contents.reservations.size(); ++place) {
            const auto& reservation = contents.reservations[place];
            if (place == without || place == nor || !counts_at(reservation, now.instant)) continue;
            if (reservation.allocation == Allocation::overbooked) continue;
            if (is_at_table(reservation.presence) && !book.seating(place)) {
                take_what_is_left(reservation);
            } else {
                add(stay_of(place), place);
            }
        }
        for (std::size_t place = 0; place < contents.reservations.size(); ++place) {
            if (place != without && place != nor) sit_on(contents.reservations[place], now);
        }
        const auto takes_room = [](const StayElsewhere& one) { return one.waiting || !one.tables.empty(); };
        if (std::any_of(book.elsewhere().begin(), book.elsewhere().end(), takes_room)) add_elsewhere();
    }

    [[nodiscard]] const DayBook& book() const noexcept { return *book_; }
    [[nodiscard]] const std::vector<Stay>& stays() const noexcept { return stays_; }

    /// Whether some party has no table yet: then a table that is free may be the one that it needs.
    [[nodiscard]] bool owes_tables() const noexcept {
        return !waiting_.empty() ||
               std::any_of(stays_.begin(), stays_.end(), [](const Stay& stay) { return !stay.seated; });
    }

    /// Precondition: `choices` outlives the room.
    void add(MinuteOfDay begin, MinuteOfDay end, const std::vector<SeatingChoice>& choices) {
        add({begin, end, choices, std::nullopt, Standing::movable}, std::nullopt);
    }
    void remove_last() {
        stays_.pop_back();
        reservations_.pop_back();
    }

    [[nodiscard]] ArrangementSearch arrange(SearchBudget budget) const {
        const auto& plan = book_->contents().floor_plan;
        if (waiting_.empty()) return denwaban::arrange(plan, stays_, budget);
        auto all = stays_;
        for (const auto& waiting : waiting_) {
            const Stay stay{waiting.begin, waiting.end, *waiting.choices, std::nullopt, Standing::movable};
            if (is_beside_anybody(stay)) all.push_back(stay);
        }
        return denwaban::arrange(plan, all, budget);
    }

    [[nodiscard]] std::vector<TableId> tables_of(std::size_t seating) const {
        std::vector<TableId> ids;
        const auto& plan = book_->contents().floor_plan;
        for (const auto table : plan.seatings()[seating].tables) ids.push_back(plan.tables()[table].id);
        return ids;
    }

    /// Who has to move for an arrangement.
    [[nodiscard]] std::vector<Move> moves(const Arrangement& arrangement) const {
        std::vector<Move> all;
        for (const auto stay : arrangement.moved) {
            const auto& reservation = book_->contents().reservations[*reservations_[stay]];
            all.push_back({reservation.id, reservation.tables, tables_of(arrangement.seatings[stay])});
        }
        return all;
    }

    [[nodiscard]] Occupancy occupancy() const {
        const auto& plan = book_->contents().floor_plan;
        Occupancy occupancy{plan.tables().size()};
        for (const auto& stay : stays_) {
            if (!stay.seated) continue;
            for (const auto table : plan.seatings()[*stay.seated].tables) occupancy.take(table, stay.begin, stay.end);
        }
        return occupancy;
    }

private:
    /// Of another date's book, a party without a table.
    struct Waiting {
        MinuteOfDay begin;
        MinuteOfDay end;
        SharedChoices choices;
    };

    /// Those of other dates keep their tables, but for the minutes at which somebody of this book has them.
    void add_elsewhere() {
        auto taken = occupancy();
        ChoiceCache cache{book_->contents().floor_plan};
        for (const auto& one : book_->elsewhere()) {
            if (one.waiting) {
                const auto& [chairs, needs, seller] = *one.waiting;
                waiting_.push_back({one.begin, one.end, cache.get(chairs, needs, seller)});
            }
            for (const auto& id : one.tables) {
                if (const auto table = book_->finder().table(id)) take(taken, *table, one.begin, one.end);
            }
        }
    }

    /// The stretches of a table's time that are free.
    void take(Occupancy& taken, std::size_t table, MinuteOfDay begin, MinuteOfDay end) {
        const auto next = [](MinuteOfDay minute) { return *MinuteOfDay::make(minute.count() + 1); };
        while (begin < end) {
            auto until = begin;
            while (until < end && taken.is_free(table, until, next(until))) until = next(until);
            if (begin < until) {
                taken.take(table, begin, until);
                add({begin, until, {}, table, Standing::fixed}, std::nullopt);
            }
            begin = until < end ? next(until) : end;
        }
    }

    /// Whoever comes at another time does not have to mind.
    [[nodiscard]] bool is_beside_anybody(const Stay& stay) const {
        return std::any_of(stays_.begin(), stays_.end(),
                           [&](const Stay& other) { return !is_fixed(other) && overlap(other, stay); });
    }

    /// A party at a table that does not suit it, because somebody said so, stays there.
    [[nodiscard]] Stay stay_of(std::size_t place) const {
        const auto& reservation = book_->contents().reservations[place];
        const auto seating = book_->seating(place);
        const auto& choices = book_->choices(place);
        const bool suits = std::any_of(choices.begin(), choices.end(),
                                       [&](const SeatingChoice& choice) { return choice.seating == seating; });
        const bool moves = reservation.allocation != Allocation::pinned && !is_at_table(reservation.presence) && suits;
        return {reservation.begin, free_from(*book_, reservation), choices, seating,
                moves || !seating ? Standing::movable : Standing::fixed};
    }

    /// Who sits at tables that the plan does not have any more, or does not join, has those of them that there are.
    void take_what_is_left(const Reservation& reservation) {
        for (const auto& id : reservation.tables) {
            const auto table = book_->finder().table(id);
            if (table)
                add({reservation.begin, free_from(*book_, reservation), {}, table, Standing::fixed}, std::nullopt);
        }
    }

    /// Who sits on past the end has the table until it is somebody else's, or for as long as the policy reckons.
    void sit_on(const Reservation& reservation, const Now& now) {
        if (reservation.presence != Presence::seated) return;
        const auto begin = free_from(*book_, reservation);
        const auto since = span_since(*book_, begin, now);
        if (since.count() < 0) return;
        const auto still = book_->contents().policy.overstay + reservation.buffer;
        const auto minutes = std::min(since + still, std::chrono::minutes{MinuteOfDay::max});
        if (minutes.count() <= 0) return;
        for (const auto& id : reservation.tables) {
            const auto table = book_->finder().table(id);
            if (!table) continue;
            const auto end = std::min(next_at(*table, begin), after(*book_, begin, minutes));
            if (end > begin) add({begin, end, {}, table, Standing::fixed}, std::nullopt);
        }
    }
    /// When somebody else has a table, from a minute on; 48:00 where nobody has.
    [[nodiscard]] MinuteOfDay next_at(std::size_t table, MinuteOfDay minute) const {
        auto next = *MinuteOfDay::make(MinuteOfDay::max);
        const auto& seatings = book_->contents().floor_plan.seatings();
        for (const auto& stay : stays_) {
            if (!stay.seated || stay.end <= minute) continue;
            const auto& tables = seatings[*stay.seated].tables;
            if (std::find(tables.begin(), tables.end(), table) != tables.end())
                next = std::min(next, std::max(stay.begin, minute));
        }
        return next;
    }

    void add(Stay stay, std::optional<std::size_t> reservation) {
        stays_.push_back(stay);
        reservations_.push_back(reservation);
    }

    const DayBook* book_;
    std::vector<Stay> stays_;
    std::vector<std::optional<std::size_t>> reservations_;  ///< by stay
    std::vector<Waiting> waiting_;
};

}  // namespace denwaban::detail
