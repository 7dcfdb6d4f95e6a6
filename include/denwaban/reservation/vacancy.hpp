#pragma once

#include <optional>
#include <vector>

#include <denwaban/core/time.hpp>
#include <denwaban/reservation/waiting.hpp>

namespace denwaban {

/// What one business date has for a party: a square of a calendar of vacancies (空席カレンダー).
struct Vacancy {
    Date date;
    /// The first of the starts that suit best: free, then if others move, then undecided, limited, full. None where the
    /// restaurant has no start at all that day.
    std::optional<Slot> best{};
    friend bool operator==(const Vacancy&, const Vacancy&) = default;
};

/// Of what `availability` answers for a date.
[[nodiscard]] inline Vacancy vacancy_of(Date date, const std::vector<Slot>& slots) {
    const auto best = detail::best_of(slots);
    return {date, best == slots.end() ? std::nullopt : std::optional{*best}};
}

}  // namespace denwaban
