#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <span>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/reservation/detail/decider.hpp>

namespace denwaban::detail {

/// Finds what a party could have instead.
class AlternativeFinder {
public:
    AlternativeFinder(const DayBook& book, const Request& request, const Now& now, SearchBudget budget,
                      FullMoments full, std::optional<std::size_t> changing)
        : book_(book),
          request_(request),
          now_(now),
          budget_(budget),
          full_(std::move(full)),
          changing_(changing),
          accepted_(changing ? passed_already(book, *changing, now) : std::vector<Exceeded>{}),
          room_(book, now, changing) {}

    [[nodiscard]] std::vector<Alternative> run(std::span<const DayBook> other_days,
                                               const std::vector<Obstacle>& obstacles) {
        // Who sits already comes at no other time, and one reservation is changed into one.
        if (!changing_ || !is_at_table(book_->reservations[*changing_].presence)) add_other_times();
        if (!changing_) add_split();
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
        SlotFinder as_they_sit{book_, request_.wish, now_, std::nullopt, changing_};
        SlotFinder if_others_move{book_, request_.wish, now_, budget_, changing_, full_};
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

    /// The start nearest to what was asked for: to the moment itself, where the day's night reaches it (01:00 of
    /// Saturday is 25:00 of Friday), else to the same time.
    void add_other_day(const DayBook& day) {
        if (!check(day, request_.wish).empty()) return;
        constexpr int whole_day = 24 * 60;
        const auto days = (book_->date - day->date).count();
        auto nearest = std::optional<Slot>{};
        if (std::abs(days) == 1) nearest = nearest_start(day, request_.begin.count() + days * whole_day);
        if (!nearest) nearest = nearest_start(day, request_.begin.count());
        if (!nearest) return;
        Room room{day, now_};
        const PlannedStay stay{nearest->begin, nearest->end, nullptr};
        const auto found = seat_in(room, {choices_of(day, request_.wish)}, stay.begin, with_buffer(day, stay), budget_);
        if (const auto* seat = std::get_if<FoundSeat>(&found)) {
            found_.push_back({AlternativeKind::other_day, day->date, stay.begin, stay.end, seat->tables, std::nullopt,
                              seat->moved.size()});
        }
    }

    /// Of those within an hour.
    [[nodiscard]] std::optional<Slot> nearest_start(const DayBook& day, int asked) const {
        constexpr int away = 60;
        if (asked < -away || asked > MinuteOfDay::max + away) return std::nullopt;
        const auto slots = availability(day, request_.wish, {minute(asked - away), minute(asked + away)}, now_);
        const auto distance = [&](const Slot& slot) { return std::abs(slot.begin.count() - asked); };
        std::optional<Slot> nearest;
        for (const auto& slot : *slots) {
            if (slot.state == SlotState::free && (!nearest || distance(slot) < distance(*nearest))) nearest = slot;
        }
        return nearest;
    }

    /// Adds a start at which the parts can be seated, if no limit bars it.
    void add(AlternativeKind kind, const Wish& wish, MinuteOfDay begin, const std::vector<Covers>& parts,
             std::optional<Obstacle> dropped) {
        const auto stay = planned_stay(book_, wish, chairs_, begin);
        auto exceeded = limits_passed(book_, wish, stay, now_, changing_);
        add_limits(exceeded, {}, accepted_);
        if (stay.begin >= stay.end || is_barred(book_->policy, exceeded)) return;
        std::vector<std::vector<SeatingChoice>> choices;
        for (const auto part : parts) {
            auto partial = wish;
            partial.party = {};
            partial.party.adults = part;
            choices.push_back(choices_of(book_, partial, changing_));
        }
        const auto found = seat_in(room_, choices, stay.begin, with_buffer(book_, stay), budget_);
        if (const auto* seat = std::get_if<FoundSeat>(&found)) {
            found_.push_back({kind, book_->date, stay.begin, stay.end, seat->tables, dropped, seat->moved.size()});
        }
    }

    [[nodiscard]] static MinuteOfDay minute(int minutes) {
        return *MinuteOfDay::make(std::clamp(minutes, 0, MinuteOfDay::max));
    }

    const DayBook& book_;
    const Request& request_;
    Now now_;
    SearchBudget budget_;
    FullMoments full_;
    std::optional<std::size_t> changing_;
    std::vector<Exceeded> accepted_;
    Room room_;
    Covers chairs_ = *chairs(request_.wish.party);
    std::vector<Alternative> found_;
};

}  // namespace denwaban::detail
