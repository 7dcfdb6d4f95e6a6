#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/reservation/swap.hpp>

namespace denwaban {

/// A reservation that an edit of the book hurts. It stays in the book.
struct Hurt {
    BookingId booking;
    std::vector<Exceeded> exceeded{};  ///< limits that it now passes, and did not, or not so far
    std::vector<TableId> lost{};       ///< the tables that it had and can't have any more
    std::vector<TableId> tables{};  ///< those that it has now: instead, or still, though they do not suit it any more;
                                    ///< none where it is overbooked
    friend bool operator==(const Hurt&, const Hurt&) = default;
};

/// A table that has another name in a new plan.
struct Renamed {
    TableId from;
    TableId to;
    friend bool operator==(const Renamed&, const Renamed&) = default;
};

/// A book after its floor plan, policy or hours were edited.
struct Edited {
    DayBook book;
    std::vector<Hurt> hurt{};   ///< everybody whom it hurts, in the order of the book
    std::vector<Move> moved{};  ///< others who got another table, so that somebody who lost theirs has one
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

/// Seats those who lost their tables, and keeps room for those who had none yet, one after the other as they come.
class Reseating {
public:
    Reseating(const DayBook& before, const By& by, const std::vector<Renamed>& renamed)
        : before_(before), by_(by), contents_(std::move(Draft{before, by}.contents())) {
        for (const auto& one : renamed) names_[one.from] = one.to;
        for (auto& block : contents_.blocks) block.table = name_now(block.table);
        for (auto& one : contents_.reservations) {
            one.tables = names_now(std::move(one.tables));
            one.wish.tables = names_now(std::move(one.wish.tables));
            had_.push_back(one.tables);
        }
    }

    [[nodiscard]] Edited run(FloorPlan plan) && {
        contents_.floor_plan = std::move(plan);
        const SeatingFinder finder{contents_.floor_plan};
        std::erase_if(contents_.blocks, [&](const Block& block) { return !finder.table(block.table); });
        for (std::size_t place = 0; place < contents_.reservations.size(); ++place) look_at(place, finder);
        std::stable_sort(waiting_.begin(), waiting_.end(), [&](std::size_t a, std::size_t b) {
            return contents_.reservations[a].begin < contents_.reservations[b].begin;
        });
        for (const auto place : waiting_) give(place);
        std::sort(hurt_.begin(), hurt_.end());
        std::vector<Hurt> hurt;
        for (const auto place : hurt_) {
            const auto& now = contents_.reservations[place];
            const auto& old = before_->reservations[place].tables;
            const bool has_lost = has_lost_.contains(place) || is_gone(finder, now);
            hurt.push_back({now.id, {}, has_lost ? old : std::vector<TableId>{}, now.tables});
        }
        auto moved = moves();
        return {BookKeeper::write(std::move(contents_), before_), std::move(hurt), std::move(moved)};
    }

private:
    /// Leaves a reservation its tables, or takes them away.
    void look_at(std::size_t place, const SeatingFinder& finder) {
        auto& one = contents_.reservations[place];
        if (!counts_at(one, by_.now.instant)) return;
        if (one.tables.empty()) {
            if (one.allocation != Allocation::unassigned) return;
            one.allocation = Allocation::overbooked;
            return waiting_.push_back(place);
        }
        const auto seating = finder.find(one.tables);
        if (seating && suits(contents_.floor_plan, one, *seating)) return;
        if (seating && (is_at_table(one.presence) || one.allocation == Allocation::pinned)) {
            const bool is_awaited = one.presence != Presence::left;
            if (is_awaited && suits(before_->floor_plan, one, *before_.seating(place))) hurt_.push_back(place);
            return;
        }
        if (one.presence == Presence::seated) return hurt_.push_back(place);
        if (one.presence != Presence::left) {
            has_lost_.insert(place);
            hurt_.push_back(place);
            waiting_.push_back(place);
        }
        one.tables.clear();
        one.allocation = Allocation::overbooked;
    }

    [[nodiscard]] static bool is_gone(const SeatingFinder& finder, const Reservation& one) {
        return one.presence == Presence::seated && !finder.find(one.tables);
    }
    [[nodiscard]] TableId name_now(const TableId& id) const {
        const auto found = names_.find(id);
        return found == names_.end() ? id : found->second;
    }
    [[nodiscard]] std::vector<TableId> names_now(std::vector<TableId> ids) const {
        for (auto& id : ids) id = name_now(id);
        return ids;
    }

    [[nodiscard]] static bool suits(const FloorPlan& plan, const Reservation& one, std::size_t seating) {
        return plan.suits(plan.seatings()[seating], chairs_of(one), one.wish.needs, seller_of(one.wish.channel));
    }

    void give(std::size_t place) {
        const auto book = BookKeeper::write(contents_, before_);
        Room room{book, by_.now, place};
        auto& one = contents_.reservations[place];
        const auto found = seat_in(room, {book.choices(place)}, one.begin, free_from(book, one), by_.budget);
        const auto* seat = std::get_if<FoundSeat>(&found);
        if (!has_lost_.contains(place)) {
            if (seat != nullptr) {
                one.allocation = Allocation::unassigned;
            } else {
                hurt_.push_back(place);
            }
            return;
        }
        if (seat != nullptr) {
            one.tables = seat->tables.front();
            one.allocation = Allocation::assigned;
            for (const auto& move : seat->moved) contents_.reservations[*book.place_of(move.booking)].tables = move.to;
        }
        std::string note = "had:";
        for (const auto& table : before_->reservations[place].tables) note += " " + table.text;
        add_line(one, {Deed::lose_table, by_.actor, by_.who, by_.now.instant, {}, std::move(note), {}});
    }

    /// Who lost nothing and has another table.
    [[nodiscard]] std::vector<Move> moves() {
        std::vector<Move> moved;
        for (std::size_t place = 0; place < contents_.reservations.size(); ++place) {
            auto& one = contents_.reservations[place];
            const auto& old = had_[place];
            if (one.tables.empty() || one.tables == old || has_lost_.contains(place)) continue;
            moved.push_back({one.id, old, one.tables});
            add_line(one, {Deed::move,
                           by_.actor,
                           by_.who,
                           by_.now.instant,
                           {},
                           by_.note,
                           {{"tables", text_of(old), text_of(one.tables)}}});
        }
        return moved;
    }

    const DayBook& before_;
    const By& by_;
    DayBookContents contents_;
    std::map<TableId, TableId> names_;
    std::vector<std::vector<TableId>> had_;  ///< by reservation, as the tables are named now
    std::vector<std::size_t> waiting_;
    std::vector<std::size_t> hurt_;
    std::set<std::size_t> has_lost_;
};

}  // namespace detail

namespace detail {

/// What is wrong with new names: `unknown_reference` for a table that the old plan lacks, or the new one;
/// `duplicate_id` for one that is named twice, or whose old name the new plan still has for a table of its own.
[[nodiscard]] inline Errors check(const DayBook& day, const FloorPlan& plan, const std::vector<Renamed>& renamed) {
    Errors errors;
    const SeatingFinder finder{plan};
    std::set<TableId> from, to;
    const auto fail = [&](ErrorCode code, std::string message, std::size_t place, const char* where) {
        errors.push_back({code, std::move(message), JsonPointer{"/renamed/" + std::to_string(place) + where}});
    };
    for (std::size_t place = 0; place < renamed.size(); ++place) {
        const auto& one = renamed[place];
        if (!day.finder().table(one.from))
            fail(ErrorCode::unknown_reference, "there was no table " + one.from.text, place, "/from");
        if (!finder.table(one.to)) fail(ErrorCode::unknown_reference, "there is no table " + one.to.text, place, "/to");
        if (!from.insert(one.from).second) fail(ErrorCode::duplicate_id, "is renamed twice", place, "/from");
        if (!to.insert(one.to).second) fail(ErrorCode::duplicate_id, "is the name of two", place, "/to");
    }
    for (std::size_t place = 0; place < renamed.size(); ++place) {
        const auto& id = renamed[place].to;
        if (day.finder().table(id) && !from.contains(id))
            fail(ErrorCode::duplicate_id, "is another table's name", place, "/to");
    }
    return errors;
}

}  // namespace detail

/// Edits the floor plan. Who has a table that is gone, can't be joined any more or does not suit gets another, or is
/// overbooked; others may move for it. Who sits already stays there, and is hurt where the table is gone; who was
/// promised a table keeps it if it is still there; both are hurt where it does not suit any more. Who has no table yet
/// is overbooked where no room is left for them. Blocks of tables that are gone go with them.
[[nodiscard]] inline Edited replace_floor_plan(const DayBook& day, FloorPlan plan, const By& by) {
    return detail::Reseating{day, by, {}}.run(std::move(plan));
}
/// The same for who may, and with tables that have other names now: whoever was promised one still is. Errors:
/// `not_allowed`; `unknown_reference` and `duplicate_id` for names.
[[nodiscard]] inline Expected<Edited, Errors> replace_floor_plan(const DayBook& day, FloorPlan plan,
                                                                 const std::vector<Renamed>& renamed, const By& by) {
    if (auto refused = detail::not_permitted(Act::replace_floor_plan, by)) return *std::move(refused);
    auto errors = detail::check(day, plan, renamed);
    detail::Holding held;
    held.text(detail::TextSort::label, by.who, "/by", "who");
    detail::append(errors, std::move(held).take());
    if (!errors.empty()) return Unexpected{std::move(errors)};
    return detail::Reseating{day, by, renamed}.run(std::move(plan));
}

/// Edits the policy. Everybody keeps their time and table; buffers and turn times hold for who comes into the book from
/// now on. Errors: `not_allowed`; those of `validate`.
[[nodiscard]] inline Expected<Edited, Errors> replace_policy(const DayBook& day, Policy policy, const By& by) {
    if (auto refused = detail::not_permitted(Act::replace_policy, by)) return *std::move(refused);
    auto errors = validate(policy);
    if (!errors.empty()) return Unexpected{std::move(errors)};
    detail::Draft draft{day, by};
    draft.contents().policy = std::move(policy);
    auto book = detail::BookKeeper::write(std::move(draft.contents()), day);
    auto hurt = detail::hurt_by_limits(day, book, by.now.instant);
    return Edited{std::move(book), std::move(hurt), {}};
}

/// Edits the hours. Errors: `not_allowed`; those of `DayBook::make` about periods.
[[nodiscard]] inline Expected<Edited, Errors> replace_periods(const DayBook& day, std::vector<Period> periods,
                                                              const By& by) {
    if (auto refused = detail::not_permitted(Act::replace_periods, by)) return *std::move(refused);
    detail::Draft draft{day, by};
    draft.contents().periods = std::move(periods);
    auto errors = detail::BookCheck{draft.contents(), day.clock_change()}.run();
    if (!errors.empty()) return Unexpected{std::move(errors)};
    auto edited = detail::BookKeeper::write(std::move(draft.contents()), day);
    auto hurt = detail::hurt_by_limits(day, edited, by.now.instant);
    return Edited{std::move(edited), std::move(hurt), {}};
}

}  // namespace denwaban
