#pragma once

#include <optional>
#include <vector>

#include "reading.hpp"

namespace denwaban::talk {

/// The day that a text comes to, and whether one before it is taken back.
struct HeardDay {
    std::optional<Heard<Date>> day{};
    bool corrected = false;
    std::vector<Stretch> mentions{};  ///< all that were read, the last of which counts the most
};
[[nodiscard]] HeardDay day_of(const Reading& reading);
/// 28日の予約を, 金曜に予約した, my booking on Friday: of the days that were read, that of a booking which stands.
[[nodiscard]] std::optional<Heard<Date>> booked_day(const Reading& reading, const std::vector<Stretch>& days);

/// Whether a mention names a booking: 28日の予約を, 19時からの予約を, my 7 pm reservation.
[[nodiscard]] bool names_booking(const Reading& reading, Stretch mention);

/// The time, likewise; the hours of a day decide.
struct HeardTime {
    std::optional<Heard<TimeWish>> time{};
    bool corrected = false;
    std::vector<Stretch> mentions{};
};
[[nodiscard]] HeardTime time_of(const Reading& reading, std::optional<Date> day);
/// 19時の予約を: of the times that were read, that of a booking which stands.
[[nodiscard]] std::optional<Heard<TimeWish>> booked_time(const Reading& reading, const std::vector<Stretch>& times,
                                                         std::optional<Date> day);

/// Whether a first mention resets what was known: by a repair before it, or に変更 behind.
[[nodiscard]] inline bool takes_back_known(const Reading& reading, Stretch tokens) {
    return repairs_before(reading, tokens.first) || reading.is_changed_to(tokens.end);
}

}  // namespace denwaban::talk
