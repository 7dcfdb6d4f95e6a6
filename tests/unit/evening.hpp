#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/reservation/edit.hpp>

/// A small restaurant's evening, for tests of the reservation book.
namespace evening {

using namespace denwaban;
using namespace std::chrono_literals;

inline constexpr auto friday = make_date(2026, 11, 27);

inline Now at_noon(Date date = friday) { return now_in(TimeZone::tokyo(), Instant{date.time_since_epoch() + 3h}); }
inline Now at_clock(int hour, int minute) {
    return now_in(TimeZone::tokyo(), at_noon().instant + std::chrono::hours{hour - 12} + std::chrono::minutes{minute});
}

inline Table table(std::string id, int least, int most, SeatKind kind = SeatKind::table) {
    return {{std::move(id)}, *Covers::make(least), *Covers::make(most), {}, kind};
}

/// Two for two, which can be joined for four, one for four, and a room for six.
inline FloorPlan small_plan() {
    return *FloorPlan::make(
        {table("A", 1, 2), table("B", 1, 2), table("C", 2, 4), table("room", 2, 6, SeatKind::private_room)},
        {{{{"A"}, {"B"}}, Covers::of(3), Covers::of(4)}});
}

inline std::vector<Period> dinner() {
    return {{"dinner", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(23, 0), MinuteOfDay::clock(21, 0)}};
}

inline DayBookContents empty_contents() {
    DayBookContents contents;
    contents.restaurant = {"hanamaru"};
    contents.date = friday;
    contents.floor_plan = small_plan();
    contents.periods = dinner();
    return contents;
}
inline DayBook empty_book() { return *DayBook::make(empty_contents()); }

inline Wish party_of(int covers) {
    Wish wish;
    wish.party.adults = *Covers::make(covers);
    return wish;
}

inline By by(Actor actor = Actor::agent, Now now = at_noon()) {
    By by;
    by.actor = actor;
    by.now = now;
    return by;
}

inline NewReservation wanted(std::string id, int covers, MinuteOfDay begin) {
    return {{std::move(id)}, {party_of(covers), begin}, {}};
}

inline Expected<Decision, Errors> booked(const DayBook& day, std::string id, int covers, MinuteOfDay begin) {
    return book(day, wanted(std::move(id), covers, begin), by());
}

inline std::string tables_of(const DayBook& day, const std::string& id) {
    std::string all;
    for (const auto& table : day.find({id})->tables) all += (all.empty() ? "" : "+") + table.text;
    return all;
}

}  // namespace evening
