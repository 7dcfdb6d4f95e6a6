#include "wanted.hpp"

#include <algorithm>
#include <utility>

namespace denwaban::formats::amazon_connect {

namespace {

struct KnownAndUnknown {
    Minutes open;
    Minutes unknown;

    /// What holds already goes on to hold.
    void add(State state, const Minutes& minutes) {
        const auto free = minutes & ~(open | unknown);
        (state == State::open ? open : unknown) |= free;
    }
};

/// The minutes of an opening `days` after its business date.
[[nodiscard]] Minutes minutes_of(const Opening& opening, std::size_t days) {
    const auto* service = opening.service;
    const auto begin = service ? static_cast<std::size_t>(service->opens.count()) : 0;
    const auto end = service ? static_cast<std::size_t>(service->closes.count()) : minutes_a_day;
    const auto since = days * minutes_a_day;
    const auto within_day = [&](std::size_t minute) {
        return std::clamp(minute, since, since + minutes_a_day) - since;
    };
    return minutes_of(Slice{within_day(begin), within_day(end)});
}

/// Of the evening before, which the horizon may not reach, what goes on into `date`.
[[nodiscard]] std::vector<Opening> openings_into(const Hours& hours, Date date) {
    const auto midnight = hours.zone().first_at_or_after(LocalTime{date});
    auto openings = *hours.intervals(midnight, hours.zone().after_last_before(LocalTime{date + date::days{1}}));
    std::erase_if(openings, [&](const Opening& opening) { return opening.business_date >= date; });
    return openings;
}

[[nodiscard]] bool has_last_orders(const Opening& opening) {
    return opening.service != nullptr && opening.service->last_orders != LastOrders{};
}

}  // namespace

Wanted wanted_on(const Hours& hours, Horizon span) {
    Wanted wanted;
    auto yesterdays = openings_into(hours, span.first);
    for (auto date = span.first; date <= span.last; date += date::days{1}) {
        auto todays = *hours.openings_on(date);
        KnownAndUnknown minutes;
        for (const auto& opening : yesterdays) minutes.add(opening.state, minutes_of(opening, 1));
        for (const auto& opening : todays) minutes.add(opening.state, minutes_of(opening, 0));
        wanted.open.push_back(minutes.open);
        if (minutes.unknown.any()) wanted.unknown.push_back(date);
        if (std::any_of(todays.begin(), todays.end(), has_last_orders)) wanted.with_last_orders.push_back(date);
        yesterdays = std::move(todays);
    }
    return wanted;
}

}  // namespace denwaban::formats::amazon_connect
