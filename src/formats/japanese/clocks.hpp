#pragma once

#include <optional>

#include "hours_items.hpp"

namespace denwaban::formats::japanese {

/// What a time of twelve hours may be taken for.
enum class ClockFace : std::uint8_t {
    twelve_hours,       ///< no time of the text is past 12:59: 5時 may be 17:00
    twenty_four_hours,  ///< some are
};

enum class Reading : std::uint8_t { certain, assumed, ambiguous, implausible };

struct ReadSpan {
    int opens = 0;
    int closes = 0;
    Reading reading = Reading::certain;
};

/// An end, or a last order, that the clock shows at or before `opens` is one of the next day.
[[nodiscard]] int after(int opens, int minutes);

/// The hours that two times mean: the one reading that is plausible for the meal, and whether there is another.
[[nodiscard]] ReadSpan read_span(const Clock& opens, const Clock& closes, Meal meal, ClockFace face);

/// When it opens, where no end is known.
[[nodiscard]] int read_opening(const Clock& opens, Meal meal);

/// A time within an opening, such as a last order: of the morning or of the afternoon, whichever lies there.
[[nodiscard]] int read_within(const Clock& time, int opens, int closes);

}  // namespace denwaban::formats::japanese
