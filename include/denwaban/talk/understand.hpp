#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/hours/hours.hpp>
#include <denwaban/talk/meaning.hpp>

namespace denwaban {

/// What the caller was just asked.
enum class Question : std::uint8_t {
    wish,  ///< ご用件は
    day,
    time,
    party,
    name,
    phone,
    needs,
    allergies,
    course,
    occasion,
    budget,
    read_back,      ///< …でよろしいですか
    offer,          ///< 18時半か20時でしたら
    anything_else,  ///< ほかにございますか
};
template <>
inline constexpr std::array<std::string_view, 14> names_of<Question>{
    "wish",      "day",    "time",     "party",  "name",      "phone", "needs",
    "allergies", "course", "occasion", "budget", "read_back", "offer", "anything_else",
};

/// A booking as it stands, which what is said may change: 30分早めて.
struct BookedStay {
    Date date;
    MinuteOfDay begin;
    Party party;
};

/// Under what words are understood. What it points to outlives the call.
struct Hearing {
    LocalTime now;
    const HolidayCalendar& calendar;
    std::optional<Question> asked{};
    const Slots* known = nullptr;            ///< so far; null for nothing
    const Hours* hours = nullptr;            ///< null where they are not known
    std::span<const MinuteOfDay> offered{};  ///< the times of an offer
    std::span<const std::string> courses{};  ///< the restaurant's names for them
    std::optional<Intent> proposed{};        ///< what a yes to the read-back does; null for a booking
    std::optional<BookedStay> booked{};      ///< what is known of the booking that is to be changed, beside `known`
};

/// What words mean: days, times and whatever else they hold, wants, and a yes or no. Total: any bytes mean something,
/// nothing of them `noise`. Cost: linear in the text, some microseconds a sentence.
[[nodiscard]] Meaning understand(std::string_view utf8, const Hearing& hearing);

}  // namespace denwaban
