#include "clocks.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace denwaban::formats::japanese {

namespace {

constexpr int noon = 12 * 60;
constexpr int longest_opening = 16 * 60;
constexpr int latest_end = 33 * 60;  ///< nine in the morning, if 翌 does not stand there

[[nodiscard]] bool of_twelve_hours(const Clock& clock) {
    return clock.half == HalfDay::unsaid && !clock.past_midnight && clock.minutes < 13 * 60 && clock.minutes >= 60 &&
           !clock.of_twenty_four;
}

/// When a meal is served at all.
struct MealTimes {
    int opens_from;
    int opens_before;
    int closes_by;
};
constexpr int any_time = 72 * 60;
constexpr std::array<MealTimes, 6> meal_times{{
    {0, any_time, any_time},
    {0, noon, 17 * 60},
    {9 * 60, 17 * 60, 18 * 60},
    {6 * 60, any_time, any_time},
    {noon, any_time, any_time},
    {noon, any_time, any_time},
}};

[[nodiscard]] bool fits(Meal meal, int opens, int closes) {
    const auto& times = meal_times[static_cast<std::size_t>(meal)];
    return times.opens_from <= opens && opens < times.opens_before && closes <= times.closes_by;
}

[[nodiscard]] int on_the_clock(const Clock& clock) {
    const bool afternoon = clock.half == HalfDay::afternoon && clock.minutes < noon;
    return clock.minutes + (afternoon ? noon : 0);
}

struct Candidate {
    int opens;
    int closes;
};

/// Every reading, that of the 24-hour clock first.
[[nodiscard]] std::vector<Candidate> candidates(const Clock& opens, const Clock& closes) {
    std::vector<Candidate> all;
    for (const int later : {0, noon}) {
        const int begin = on_the_clock(opens) + later;
        const bool of_day = closes.minutes >= 13 * 60 && !closes.past_midnight;
        if (later != 0 && (!of_twelve_hours(opens) || begin >= 24 * 60 || of_day)) break;
        // 5:30 PM – 12:00 AM.
        const bool midnight =
            closes.half == HalfDay::morning && closes.minutes >= noon && closes.minutes < 13 * 60 && begin >= noon;
        const int end = on_the_clock(closes) - (midnight ? noon : 0);
        if (closes.past_midnight) {
            all.push_back({begin, end});
            continue;
        }
        // 午後6時から10時 goes on in the half of the day in which it began.
        const bool twelve = of_twelve_hours(closes) && end <= noon && end + noon > begin;
        const bool half_goes_on = twelve && (opens.half == HalfDay::afternoon || later != 0) && opens.minutes < 13 * 60;
        // AM11:30～2:00 goes past noon.
        const bool past_noon = twelve && opens.half == HalfDay::morning && end <= begin;
        if (half_goes_on || past_noon) all.push_back({begin, end + noon});
        if (end == begin && later != 0) continue;
        if (end == begin) {
            all.push_back({begin, begin + noon});
            all.push_back({begin + noon, begin + 24 * 60});
            continue;
        }
        all.push_back({begin, after(begin, end)});
        if (twelve && !half_goes_on && !past_noon) all.push_back({begin, end + noon});
    }
    return all;
}

}  // namespace

int after(int opens, int minutes) {
    while (minutes <= opens && minutes + minutes_a_day <= MinuteOfDay::max) minutes += minutes_a_day;
    return minutes;
}

namespace {

/// 3:00 – 11:00 PM: where both are of one half of the day, English says it once.
[[nodiscard]] bool shares_the_half_of_its_end(const Clock& opens, const Clock& closes) {
    return closes.half_behind && closes.half == HalfDay::afternoon && of_twelve_hours(opens) && opens.minutes < noon &&
           opens.minutes < closes.minutes % noon;
}

}  // namespace

ReadSpan read_span(const Clock& said, const Clock& closes, Meal meal, ClockFace face) {
    auto opens = said;
    const bool shared = shares_the_half_of_its_end(said, closes);
    if (shared) opens.half = HalfDay::afternoon;
    const auto all = candidates(opens, closes);
    const auto passes = [&](const Candidate& each) {
        const int length = each.closes - each.opens;
        const bool whole_day = length == 24 * 60;
        const bool same_day = each.closes < 24 * 60 && on_the_clock(closes) == each.closes;
        const bool ends_late = each.closes > latest_end && !closes.past_midnight && !whole_day;
        const bool short_enough = length <= longest_opening || whole_day || closes.past_midnight || same_day;
        return length > 0 && !ends_late && each.closes <= MinuteOfDay::max && short_enough &&
               fits(meal, each.opens, each.closes);
    };
    const auto found = std::find_if(all.begin(), all.end(), passes);
    if (found == all.end()) {
        const auto valid = std::find_if(all.begin(), all.end(), [](const Candidate& each) {
            return each.opens < each.closes && each.closes <= MinuteOfDay::max;
        });
        if (valid == all.end()) return {0, 0, Reading::implausible};
        return {valid->opens, valid->closes, Reading::implausible};
    }
    ReadSpan read{found->opens, found->closes, found == all.begin() ? Reading::certain : Reading::assumed};
    // 9:00 – 10:00 PM may begin in the morning.
    if (shared) read.reading = said.minutes >= noon / 2 ? Reading::ambiguous : Reading::assumed;
    const bool whole_day = read.closes - read.opens == 24 * 60;
    if (closes.minutes == opens.minutes && closes.half == opens.half && !whole_day) read.reading = Reading::ambiguous;
    // 20:00～10:00 mixes two clocks, or goes on until ten in the morning.
    if (read.reading == Reading::assumed && opens.half == HalfDay::unsaid && opens.minutes >= 13 * 60)
        read.reading = Reading::ambiguous;
    const bool twelve = face == ClockFace::twelve_hours && of_twelve_hours(opens) && closes.half == HalfDay::unsaid &&
                        !closes.past_midnight && closes.minutes <= noon;
    if (!twelve || meal == Meal::breakfast) return read;
    // 11:30～2:00 and 5:30～10:00, with nothing beside them that tells, are of the night as well as of the day.
    const bool crosses = closes.minutes <= opens.minutes && closes.minutes >= 60 && opens.minutes >= 9 * 60;
    const bool early = closes.minutes > opens.minutes && opens.minutes < 6 * 60 && opens.minutes > 0;
    const bool other = std::any_of(found + 1, all.end(), passes);
    if (other && meal == Meal::none && (crosses || early || read.reading == Reading::assumed))
        read.reading = Reading::ambiguous;
    return read;
}

int read_opening(const Clock& opens, Meal meal) {
    const int minutes = on_the_clock(opens);
    const bool afternoon =
        of_twelve_hours(opens) && !fits(meal, minutes, minutes) && fits(meal, minutes + noon, minutes);
    return minutes + (afternoon && minutes < noon ? noon : 0);
}

int read_within(const Clock& time, int opens, int closes) {
    const int minutes = on_the_clock(time);
    if (time.past_midnight) return minutes;
    const int straight = after(opens - 1, minutes);
    const bool twelve = of_twelve_hours(time) && minutes <= noon;
    if (straight > closes && twelve && minutes + noon >= opens && minutes + noon <= closes) return minutes + noon;
    return straight;
}

}  // namespace denwaban::formats::japanese
