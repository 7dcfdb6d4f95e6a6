#pragma once

#include <denwaban/hours.hpp>

#include "require.hpp"

/// Two months with ordinary weeks, 敬老の日, 国民の休日 and 秋分の日 in a row.
inline constexpr denwaban::Horizon two_months{denwaban::make_date(2026, 8, 25), denwaban::make_date(2026, 10, 24)};

/// What hours say of an instant agrees with itself.
inline void ask(const denwaban::Hours& hours, denwaban::Instant instant) {
    using namespace denwaban;
    const auto state = hours.state(instant);
    const auto status = hours.status(instant);
    const auto change = hours.next_change(instant);
    require(state && status && change);
    require(status->state == *state);
    require(!*change || (**change > instant && hours.state(**change) != state));
    require(status->closes_at == (*state == State::open ? *change : std::nullopt));
    require(hours.next_opening(instant) == Expected<std::optional<Instant>>{status->next_opening});
    require(!status->next_opening || *status->next_opening > instant);
}

/// Asks at times of day spread over `two_months`.
inline void ask_around(const denwaban::Hours& hours) {
    const auto begins = hours.zone().first_at_or_after(denwaban::LocalTime{two_months.first});
    for (int step = 0; step < 60; ++step) ask(hours, begins + std::chrono::minutes{step * 1433});
}
