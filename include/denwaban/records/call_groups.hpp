#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/core/names.hpp>
#include <denwaban/core/time_zone.hpp>
#include <denwaban/records/call_place.hpp>
#include <denwaban/records/service_figures.hpp>

namespace denwaban {

/// What calls can be counted by.
enum class CallGroup : std::uint8_t {
    restaurant,
    chain,        ///< 系列
    line,         ///< the number dialled
    queue,        ///< the one it waited in first, by its name
    agent,        ///< who took part first
    disposition,  ///< each of its dispositions: a call about two things counts under both
    day_kind,     ///< `holiday` 祝日, `holiday_eve` 祝前日, `plain`; of the business date, 祝日 before 祝前日
    weekday,      ///< `sun` to `sat`, of the wall clock
    quarter_hour,  ///< `18:45`, of the wall clock
    channel,       ///< `voice`, and, which nothing else counts, `chat`, `task` and `email`
};
template <>
inline constexpr std::array<std::string_view, 10> names_of<CallGroup>{
    "restaurant", "chain", "line", "queue", "agent", "disposition", "day_kind", "weekday", "quarter_hour", "channel"};

/// A call, and where it was for, if anybody knows.
struct PlacedCall {
    CallFact call;
    std::optional<CallPlace> place;
    friend bool operator==(const PlacedCall&, const PlacedCall&) = default;
};

/// Each with its place, where there is a directory, as `place_if_known` has it. Cost: linear.
[[nodiscard]] inline std::vector<PlacedCall> placed(std::vector<CallFact> calls, const Directory* directory) {
    std::vector<PlacedCall> all;
    all.reserve(calls.size());
    for (auto& call : calls) {
        auto place = place_if_known(call, directory);
        all.push_back({std::move(call), std::move(place)});
    }
    return all;
}

namespace detail::records {

[[nodiscard]] inline std::string_view kind_of_day(const CallPlace& place) noexcept {
    if (place.holiday) return "holiday";
    return place.eve_of ? "holiday_eve" : "plain";
}

[[nodiscard]] inline std::string on_the_wall(CallGroup group, LocalTime local) {
    constexpr std::array<std::string_view, 7> weekdays{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
    const auto date = date::floor<date::days>(local);
    if (group == CallGroup::weekday) return std::string{weekdays[date::weekday{date}.c_encoding()]};
    const auto quarter = (local - date) / std::chrono::minutes{15};
    const auto two = [](auto number) { return std::string{number < 10 ? "0" : ""} + std::to_string(number); };
    return two(quarter / 4) + ":" + two(quarter % 4 * 15);
}

/// By channels whatever came in is counted, by everything else calls alone, or what came in `through` a channel.
[[nodiscard]] inline bool counts_in(std::optional<CallGroup> group, std::optional<Channel> through,
                                    const CallFact& call) noexcept {
    if (group == CallGroup::channel && !through) return call.direction != CallDirection::outbound;
    return came_in(call, through);
}

[[nodiscard]] inline std::string_view channel_in(const CallFact& call) noexcept {
    return call.channel == Channel::unknown ? std::string_view{} : name_of(call.channel);
}

/// Under which names a call counts; one that is empty where nobody knows.
[[nodiscard]] inline std::vector<std::string> names_in(CallGroup group, const PlacedCall& placed,
                                                       const TimeZone& zone) {
    const auto& call = placed.call;
    switch (group) {
        case CallGroup::restaurant:
            return {placed.place ? placed.place->restaurant.text : ""};
        case CallGroup::chain:
            return {placed.place ? placed.place->chain.value_or("") : ""};
        case CallGroup::line:
            return {call.line ? std::string{call.line->e164()} : ""};
        case CallGroup::queue:
            return {call.waits.empty() ? "" : call.waits.front().queue.name};
        case CallGroup::agent:
            return {call.agents.empty() ? "" : call.agents.front().agent.username};
        case CallGroup::disposition:
            return call.dispositions.empty() ? std::vector<std::string>{""} : call.dispositions;
        case CallGroup::day_kind:
            return {std::string{placed.place ? kind_of_day(*placed.place) : ""}};
        case CallGroup::channel:
            return {std::string{channel_in(call)}};
        case CallGroup::weekday:
        case CallGroup::quarter_hour:
            break;
    }
    return {on_the_wall(group, zone.local_time(call.began))};
}

}  // namespace detail::records

/// `service_figures` of calls that came in, by what they are counted by, and by channels also of chats, tasks and
/// e-mails; with a channel, of what came in `through` it alone; under an empty name those of which nobody knows it.
/// Cost: linear, and of each name its logarithm.
[[nodiscard]] inline std::map<std::string, ServiceFigures> service_figures_by(CallGroup group,
                                                                              std::span<const PlacedCall> calls,
                                                                              Duration threshold, const TimeZone& zone,
                                                                              std::optional<Channel> through = {}) {
    std::map<std::string, detail::records::Counting> groups;
    for (const auto& placed : calls) {
        if (!detail::records::counts_in(group, through, placed.call)) continue;
        for (auto& name : detail::records::names_in(group, placed, zone)) {
            groups.try_emplace(std::move(name), threshold).first->second.add(placed.call);
        }
    }
    std::map<std::string, ServiceFigures> figures;
    for (const auto& [name, counting] : groups) figures.emplace(name, counting.figures());
    return figures;
}

}  // namespace denwaban
