#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include <denwaban/core/names.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/hours/when.hpp>

namespace denwaban {

/// What kind of thing decided a day: nothing, a rule of some precedence, or a regular closing.
enum class Cause : std::uint8_t {
    unlisted,  ///< no rule names the day
    any_day,
    weekday,
    nth_weekday,
    day_after_holiday,
    holiday_eve,
    holiday,
    season,
    closing,        ///< 定休日
    moved_closing,  ///< 定休日, moved here from a 祝日
    dated,
};
template <>
inline constexpr std::array<std::string_view, 11> names_of<Cause>{
    "unlisted", "any_day", "weekday",       "nth_weekday", "day_after_holiday", "holiday_eve", "holiday",
    "season",   "closing", "moved_closing", "dated",
};

/// Of a day that a rule of such precedence decided.
[[nodiscard]] constexpr Cause cause_of(Precedence precedence) noexcept {
    if (precedence == Precedence::dated) return Cause::dated;
    return static_cast<Cause>(static_cast<std::uint8_t>(precedence) + 1);
}

/// Why a day is as it is. The texts belong to the `Hours` that gave them.
struct Reason {
    Cause cause = Cause::unlisted;
    Date date;                   ///< the business date that is explained
    std::string_view label{};    ///< the rule's or the closing's own name; may be empty
    std::string_view holiday{};  ///< the 祝日 it turns on: today's, an eve's tomorrow, the one a closing moved from
    std::optional<Date> moved_from{};  ///< where a moved closing would have been
};

}  // namespace denwaban
