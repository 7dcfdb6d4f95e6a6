#include <algorithm>

#include "times.hpp"

namespace denwaban::talk {

namespace {

/// As a duration has it: 6時から2時間.
[[nodiscard]] std::optional<int> in_part(int minute, int part) {
    const auto h = minute / Minutes::hour;
    switch (part) {
        case static_cast<int>(PartOfDay::morning):
            return h < 12 ? std::optional{minute} : std::nullopt;
        case static_cast<int>(PartOfDay::lunch):
            if (h >= 10 && h <= 15) return minute;
            return h >= 1 && h <= 4 ? std::optional{minute + Minutes::half_day} : std::nullopt;
        case static_cast<int>(PartOfDay::afternoon):
            if (h >= 12) return minute;
            return minute + Minutes::half_day;
        case static_cast<int>(PartOfDay::evening):
            if (h >= 15) return minute;
            return h >= 3 && h <= 8 ? std::optional{minute + Minutes::half_day} : std::nullopt;
        case static_cast<int>(PartOfDay::night):
            if (h >= 17) return minute;
            if (h >= 5 && h <= 12) return minute + Minutes::half_day;
            return h <= 4 ? std::optional{minute + Minutes::whole_day} : std::nullopt;
        case small_hours:
            if (h >= 22) return minute;
            if (h == 12) return minute + Minutes::half_day;
            if (h <= 5) return minute + Minutes::whole_day;
            return h >= 10 ? std::optional{minute + Minutes::half_day} : std::nullopt;
        default:
            return std::nullopt;
    }
}

[[nodiscard]] std::optional<MinuteOfDay> made(int minute) { return MinuteOfDay::make(minute); }

/// Those that a place admits, where it admits any: hours decide first.
void keep_open(std::vector<int>& minutes, const SaidClock& clock, std::optional<int> part, const Reading& reading,
               Openings& openings, bool reaching) {
    const auto offered = reading.hearing.offered;
    const auto is_offered = [&](int minute) {
        return std::any_of(offered.begin(), offered.end(), [&](MinuteOfDay one) { return one.count() == minute; });
    };
    const auto keep = [&](auto&& holds) {
        if (std::any_of(minutes.begin(), minutes.end(), holds)) {
            minutes.erase(std::remove_if(minutes.begin(), minutes.end(), [&](int minute) { return !holds(minute); }),
                          minutes.end());
        }
    };
    const bool small = !part && !clock.part && clock.minute < 6 * Minutes::hour;
    if (openings.known() && small && clock.bare && openings.admits(clock.minute + Minutes::whole_day)) {
        minutes.push_back(clock.minute + Minutes::whole_day);
    }
    if (minutes.size() < 2) return;
    keep(is_offered);
    if (minutes.size() < 2 || !openings.known()) return;
    keep([&](int minute) { return reaching ? openings.reaches(minute) : openings.admits(minute); });
}

}  // namespace

std::vector<int> minutes_of(const SaidClock& clock, std::optional<int> part) {
    const auto named = clock.part ? clock.part : part;
    if (named && clock.minute < Minutes::whole_day && (clock.bare || clock.minute < Minutes::hour)) {
        if (const auto minute = in_part(clock.minute, *named)) return {*minute};
    }
    if (clock.minute < Minutes::hour) return {clock.minute + Minutes::whole_day, clock.minute};
    if (!clock.bare) return {clock.minute};
    return {clock.minute, clock.minute + Minutes::half_day};
}

Heard<TimeWish> wish_of(const TimeMention& mention, std::optional<int> part, const Reading& reading,
                        Openings& openings) {
    Heard<TimeWish> heard{{}, reading.bytes(mention.tokens), mention.precision, std::nullopt};
    const auto put = [&](int minute) {
        const auto one = made(minute);
        const bool known =
            one && std::find(heard.readings.begin(), heard.readings.end(), TimeWish{*one}) != heard.readings.end();
        if (one && !known) heard.readings.emplace_back(*one);
    };
    const auto kept = [&](const SaidClock& clock, bool reaching = false) {
        auto minutes = minutes_of(clock, part);
        keep_open(minutes, clock, part, reading, openings, reaching);
        return minutes;
    };
    switch (mention.kind) {
        case TimeMention::Kind::part:
            if (mention.part == static_cast<int>(PartOfDay::opening) && openings.known()) {
                for (const auto minute : openings.begins()) {
                    if (!part || in_part(minute, *part) == minute) put(minute);
                }
                heard.decider = Decider::which_time;
            }
            if (heard.readings.empty()) {
                const auto day_part =
                    mention.part == small_hours ? PartOfDay::night : static_cast<PartOfDay>(mention.part);
                heard.readings.emplace_back(day_part);
            }
            break;
        case TimeMention::Kind::at:
            for (const auto& clock : mention.clocks) {
                for (const auto minute : kept(clock)) put(minute);
            }
            heard.decider = mention.clocks.size() > 1 ? Decider::which_time : Decider::half_of_day;
            break;
        case TimeMention::Kind::from:
        case TimeMention::Kind::until:
            for (const auto minute : kept(mention.clocks.front(), mention.kind == TimeMention::Kind::until)) {
                const auto one = made(minute);
                const bool from = mention.kind == TimeMention::Kind::from;
                if (one)
                    heard.readings.emplace_back(from ? TimeRange{one, std::nullopt} : TimeRange{std::nullopt, one});
            }
            heard.decider = Decider::half_of_day;
            break;
        case TimeMention::Kind::between: {
            const auto& from = mention.clocks[0];
            const auto& until = mention.clocks[1];
            const auto ends = minutes_of(until, part);
            for (const auto begin : kept(from)) {
                for (const auto end : ends) {
                    const bool same_half = !from.bare || !until.bare || until.minute < from.minute ||
                                           begin - from.minute == end - until.minute;
                    if (end <= begin || end - begin > Minutes::half_day || !same_half) continue;
                    if (made(begin) && made(end) && mention.may_be_stay) put(begin);
                    if (made(begin) && made(end)) heard.readings.emplace_back(TimeRange{made(begin), made(end)});
                    break;
                }
            }
            heard.decider = mention.may_be_stay ? Decider::which_words : Decider::half_of_day;
            break;
        }
        case TimeMention::Kind::sooner:
        case TimeMention::Kind::later:
        case TimeMention::Kind::either: {
            const auto offered = reading.hearing.offered;
            // Of one, neither is the earlier.
            if (offered.size() < 2) break;
            const auto [first, last] = std::minmax_element(offered.begin(), offered.end());
            if (mention.kind == TimeMention::Kind::either) {
                for (const auto minute : offered) put(minute.count());
                heard.decider = Decider::which_time;
            } else {
                put((mention.kind == TimeMention::Kind::sooner ? *first : *last).count());
            }
            break;
        }
    }
    if (heard.readings.size() < 2) heard.decider.reset();
    return heard;
}

}  // namespace denwaban::talk
