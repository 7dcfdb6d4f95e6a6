#include <algorithm>
#include <variant>

#include "slots.hpp"

namespace denwaban::detail::talk {

namespace {

[[nodiscard]] bool is_in(PartOfDay part, MinuteOfDay minute) noexcept {
    const int hour = minute.count() / 60;
    switch (part) {
        case PartOfDay::morning:
            return hour >= 4 && hour < 12;
        case PartOfDay::lunch:
            return hour >= 10 && hour < 16;
        case PartOfDay::afternoon:
            return hour >= 12 && hour < 24;
        case PartOfDay::evening:
            return hour >= 15 && hour < 20;
        case PartOfDay::night:
            return hour >= 17;
        case PartOfDay::opening:
        case PartOfDay::closing:
        case PartOfDay::early:
        case PartOfDay::late:
            return true;
    }
    return true;
}

/// A wish for the time that has a clock by now: 7時以降 begins at seven, 開店と同時 when that is.
[[nodiscard]] TimeWish with_clock(const TimeWish& wish, std::span<const Period> periods) {
    if (const auto* range = std::get_if<TimeRange>(&wish))
        return range->from && !range->until ? TimeWish{*range->from} : wish;
    const auto* part = std::get_if<PartOfDay>(&wish);
    if (part == nullptr || periods.empty()) return wish;
    if (*part == PartOfDay::opening && periods.size() == 1) return periods.front().opens;
    if (*part == PartOfDay::closing) return periods.back().last_entry;
    return wish;
}

/// When who wishes it would come first.
[[nodiscard]] std::optional<MinuteOfDay> earliest(const TimeWish& wish) {
    if (const auto* minute = std::get_if<MinuteOfDay>(&wish)) return *minute;
    const auto* range = std::get_if<TimeRange>(&wish);
    return range != nullptr ? range->from : std::nullopt;
}

[[nodiscard]] bool is_open(std::span<const Period> periods, const TimeWish& wish) {
    const auto minute = earliest(wish);
    if (!minute) return false;
    const auto* period = period_at(periods, *minute);
    return period != nullptr && *minute <= period->last_entry;
}

/// Keeps what passes, if anything does.
template <class T, class Passes>
void keep(std::vector<T>& all, Passes passes) {
    if (all.size() > 1 && std::any_of(all.begin(), all.end(), passes))
        std::erase_if(all, [&](const T& one) { return !passes(one); });
}

}  // namespace

void decide_by_hours(Conversation& talk, std::span<const Period> periods) {
    if (!talk.known.time) return;
    auto& readings = talk.known.time->readings;
    for (auto& one : readings) one = with_clock(one, periods);
    if (talk.part) {
        keep(readings, [&](const TimeWish& wish) {
            const auto minute = earliest(wish);
            return minute && is_in(*talk.part, *minute);
        });
    }
    keep(readings, [&](const TimeWish& wish) { return is_open(periods, wish); });
    if (readings.size() == 1 && !is_in_doubt(talk.known.time)) talk.known.time->decider.reset();
}

}  // namespace denwaban::detail::talk
