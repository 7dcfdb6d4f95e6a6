#pragma once

#include <optional>
#include <vector>

#include "openings.hpp"
#include "reading.hpp"

namespace denwaban::talk {

/// Lengths in minutes.
struct Minutes {
    static constexpr int hour = 60;
    static constexpr int half_day = 12 * hour;
    static constexpr int whole_day = 24 * hour;
};
/// The part of the day that is no `PartOfDay`.
inline constexpr int small_hours = 9;

/// A clock as it was said: 7時 may be either half of the day.
struct SaidClock {
    int minute = 0;    ///< of the day, as said
    bool bare = true;  ///< of the twelve hours, without 午後
    std::optional<int> part{};
};

/// What was said of a time.
struct TimeMention {
    enum class Kind : std::uint8_t { part, at, between, from, until, sooner, later, either } kind = Kind::at;
    int part = 0;
    std::vector<SaidClock> clocks{};  ///< one and the other of `between`; several of 6、7時
    Precision precision = Precision::exact;
    Stretch tokens{};
    bool may_be_stay = false;  ///< 18時から20時まで: when they come and go, or any time between
};

/// The time that is named from a token on, if one is.
[[nodiscard]] std::optional<TimeMention> time_at(const Reading& reading, std::size_t at);

/// The minutes of the day that a clock can be, the one as said first.
[[nodiscard]] std::vector<int> minutes_of(const SaidClock& clock, std::optional<int> part);

/// What a time says under hours and offers, and what would decide.
[[nodiscard]] Heard<TimeWish> wish_of(const TimeMention& mention, std::optional<int> part, const Reading& reading,
                                      Openings& openings);

}  // namespace denwaban::talk
