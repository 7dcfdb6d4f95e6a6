#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "caller.hpp"

namespace callers {

using namespace std::chrono_literals;

/// What became of many calls.
struct Figures {
    int calls = 0;
    int wrong = 0;
    std::map<End, int> ends{};
    std::map<std::string, int> reasons{};
    std::vector<int> turns{};

    [[nodiscard]] int of(End end) const {
        const auto found = ends.find(end);
        return found == ends.end() ? 0 : found->second;
    }
    [[nodiscard]] double share(End end) const { return calls == 0 ? 0 : 100.0 * of(end) / calls; }
    [[nodiscard]] double mean_turns() const {
        return turns.empty() ? 0 : std::accumulate(turns.begin(), turns.end(), 0.0) / static_cast<double>(turns.size());
    }
    [[nodiscard]] int turns_of_most() const {
        if (turns.empty()) return 0;
        auto sorted = turns;
        const auto at = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() * 95 / 100);
        std::nth_element(sorted.begin(), at, sorted.end());
        return *at;
    }
    void count(const SimulatedCaller& caller, End end) {
        ++calls;
        wrong += caller.wrong();
        ++ends[end];
        if (end == End::handed_over && caller.reason()) ++reasons[std::string{name_of(*caller.reason())}];
        turns.push_back(caller.turns());
    }
};

using Watch = std::function<void(const SimulatedCaller&, Goal, Kind, End)>;

/// Who has booked elsewhere before the first call.
inline void fill(World& world, Chance& chance) {
    constexpr int days = 6;
    for (int day = 0; day < days; ++day) {
        for (int some = chance.below(14); some > 0; --some) {
            NewReservation one;
            one.id = {"rival-" + std::to_string(day) + "-" + std::to_string(some)};
            one.request.begin = talk_world::clock(chance.one_of(std::vector<int>{11, 12, 17, 18, 19, 19, 20}));
            one.request.wish.party.adults = *Covers::make(1 + chance.below(5));
            By by;
            by.now = world.now;
            auto& book_of_day = world.book_of(talk_world::today + date::days{day});
            if (const auto taken = book(book_of_day, one, by)) book_of_day = taken->book;
        }
    }
}

/// An afternoon of calls to one restaurant, whose book fills.
inline void afternoon(std::uint64_t seed, const Setting& setting, const Watch& watch) {
    static const std::vector<Goal> goals{
        Goal::book,
        Goal::book,
        Goal::book,
        Goal::book,
        Goal::book,
        Goal::book,
        Goal::book,
        Goal::book,
        Goal::book_with_needs,
        Goal::book_with_needs,
        Goal::book_and_ask,
        Goal::book_and_ask,
        Goal::change,
        Goal::change,
        Goal::cancel,
        Goal::cancel,
        Goal::cancel_and_book,
        Goal::tell,
        Goal::ask_hours,
        Goal::ask_last_order,
        Goal::ask_parking,
        Goal::ask_vacancy,
        Goal::lost_property,
        Goal::late,
        Goal::book_between,
        Goal::book_between,
        Goal::complaint,
        Goal::human,
        Goal::sales,
    };
    World world;
    world.policy.messages = {{Intent::lost_property, {"lost"}}, {Intent::late_arrival, {"late"}}};
    world.policy.answers = {{Intent::ask_parking, "駐車場は3台分ございます。"}};
    Chance chance{seed};
    if (chance.once_in(4)) world.policy.asked = {SlotKind::name, SlotKind::phone, SlotKind::needs};
    std::vector<Agreed> truth;
    fill(world, chance);
    constexpr int calls = 20;
    for (int number = 0; number < calls; ++number) {
        world.now = now_in(TimeZone::tokyo(), talk_world::at_noon().instant - 3h + number * 3min);
        const auto goal = chance.one_of(goals);
        auto kind = static_cast<Kind>(chance.below(static_cast<int>(kind_names.size())));
        if (kind == Kind::abroad && goal != Goal::book) kind = Kind::polite;
        SimulatedCaller caller{world, truth, chance, setting, goal, kind, "c" + std::to_string(number)};
        const auto end = caller.call();
        watch(caller, goal, kind, end);
    }
}
inline constexpr int calls_an_afternoon = 20;

}  // namespace callers
