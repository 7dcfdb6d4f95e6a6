#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <denwaban/calendar/day_kind.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/hours/when.hpp>

namespace denwaban {

/// ラストオーダー: until when food and drink may be ordered, and when the last party is let in (最終入店).
struct LastOrders {
    std::optional<MinuteOfDay> food{};
    std::optional<MinuteOfDay> drink{};
    std::optional<MinuteOfDay> entry{};
    friend bool operator==(const LastOrders&, const LastOrders&) = default;
};

/// 営業区分: one opening of a day, from `opens` until (not including) `closes`. Past midnight it goes on counting:
/// 29:00 is five in the morning of the next day, and still belongs to this one.
struct Service {
    std::string name{};  ///< lunch, ディナー; may be empty
    MinuteOfDay opens;
    MinuteOfDay closes;
    LastOrders last_orders{};
    friend bool operator==(const Service&, const Service&) = default;
};

/// The restaurant opens for these services, in ascending order.
struct Open {
    std::vector<Service> services{};
    friend bool operator==(const Open&, const Open&) = default;
};
/// The restaurant stays closed.
struct Closed {
    friend bool operator==(const Closed&, const Closed&) = default;
};
/// 不定休: nobody can say beforehand. During `services` it may be open, outside them it is closed; with no services
/// nothing is known of the whole date.
struct Unknown {
    std::vector<Service> services{};
    friend bool operator==(const Unknown&, const Unknown&) = default;
};

/// What a rule says of its days.
using Outcome = std::variant<Open, Closed, Unknown>;

/// On such days, this holds.
struct Rule {
    When when;
    Outcome then;
    std::string label{};  ///< what to call the reason: 貸切, 夏季営業; may be empty
    friend bool operator==(const Rule&, const Rule&) = default;
};

/// Where a regular closing day goes that falls on a 祝日. Moving on, it passes over 祝日 and over days already closed,
/// at most `displacement_bound` days; a closing that finds no place is dropped.
enum class Displacement : std::uint8_t {
    stays,                 ///< 祝日でも休み
    dropped,               ///< 祝日の場合は営業
    next_day,              ///< 翌日
    next_weekday,          ///< 翌平日: Monday to Friday
    next_business_day,     ///< 翌営業日: a day for which the rules have an opening
    previous_day,          ///< 前日
    previous_or_next_day,  ///< 前日or翌日: which, nobody says, so either may close
    some_following_day,    ///< 代休あり: each of the next `substitute_days` days may close
    unknown,               ///< 変動: the day itself may close
    day_after,  ///< 翌日 in so many words: where that is a 祝日, it or the first later day that is none may close
};
template <>
inline constexpr std::array<std::string_view, 10> names_of<Displacement>{
    "stays",
    "dropped",
    "next_day",
    "next_weekday",
    "next_business_day",
    "previous_day",
    "previous_or_next_day",
    "some_following_day",
    "unknown",
    "day_after",
};

/// What becomes of a closing where the weekday that it moves to is a 祝日 too.
enum class IfHolidayToo : std::uint8_t {
    goes_on,  ///< to the first day after it that is none
    stays,    ///< 翌火曜日 is named, and closed; only where it is closed already, it goes on
};
template <>
inline constexpr std::array<std::string_view, 2> names_of<IfHolidayToo>{"goes_on", "stays"};

/// 翌火曜: the next such weekday, or if that is a 祝日 from which it goes on or already closed, the day after.
struct DisplacedToWeekday {
    date::weekday weekday;
    IfHolidayToo if_holiday = IfHolidayToo::goes_on;
    friend bool operator==(const DisplacedToWeekday&, const DisplacedToWeekday&) = default;
};

/// What becomes of a regular closing on a 祝日.
using OnHoliday = std::variant<Displacement, DisplacedToWeekday>;

/// How far a closing moves at most.
inline constexpr date::days displacement_bound{14};
/// For how many days after a 祝日 代休 may be.
inline constexpr date::days substitute_days{6};

/// How sure a regular closing is.
enum class ClosingEffect : std::uint8_t {
    closes,
    may_close,  ///< 不定休: nobody can say beforehand, so what would be open becomes unknown
};
template <>
inline constexpr std::array<std::string_view, 2> names_of<ClosingEffect>{"closes", "may_close"};

/// 定休日: closes the restaurant, or some of its services (昼のみ休み), whatever seasons and 祝日 say; only rules for
/// single dates go before it.
struct RegularClosing {
    When when;
    OnHoliday on_holiday = Displacement::stays;
    std::vector<std::string> services{};  ///< names of the services that close; empty closes them all
    std::string label{};                  ///< may be empty
    ClosingEffect effect = ClosingEffect::closes;
    friend bool operator==(const RegularClosing&, const RegularClosing&) = default;
};

/// Which rule a day follows that is both 祝日 and 祝前日.
enum class HolidayAndEve : std::uint8_t { holiday_rule, eve_rule };
template <>
inline constexpr std::array<std::string_view, 2> names_of<HolidayAndEve>{"holiday", "holiday_eve"};
/// Whether a Saturday or Sunday before a 祝日 counts as 祝前日.
enum class WeekendEve : std::uint8_t { counts, does_not_count };
template <>
inline constexpr std::array<std::string_view, 2> names_of<WeekendEve>{"counts", "does_not_count"};
/// What holds on a day that no rule names.
enum class Unlisted : std::uint8_t { closed, unknown };
template <>
inline constexpr std::array<std::string_view, 2> names_of<Unlisted>{"closed", "unknown"};

/// Where restaurants differ, each with the default that most of them mean.
struct Choices {
    HolidayAndEve holiday_and_eve = HolidayAndEve::holiday_rule;
    WeekendEve saturday_eve = WeekendEve::counts;
    WeekendEve sunday_eve = WeekendEve::counts;
    Unlisted unlisted = Unlisted::closed;
    friend bool operator==(const Choices&, const Choices&) = default;
};

/// What a restaurant says of its hours.
struct Rules {
    std::vector<Rule> rules{};
    std::vector<RegularClosing> closings{};
    Choices choices{};
    friend bool operator==(const Rules&, const Rules&) = default;
};

}  // namespace denwaban
