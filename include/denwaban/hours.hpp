#pragma once

// Opening hours alone: what a C++ application includes that wants nothing else. Needs only `date`.
//
// A restaurant's `Rules` say when something holds (every day, a weekday, a 祝前日, a season, a date) and what:
// services, closed, or `Unknown`, for 不定休 is never guessed. `Hours::compile` decides each date of a horizon once,
// on the clocks of one zone; after that every question is looked up. An opening keeps the business date on which it
// began: 25:30 on Monday is still Monday's. A regular closing that meets a 祝日 may move, and the answer says from
// where.
//
// ```cpp
// const Open dinner{{{"dinner", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(26, 0), {}}}};
// const RegularClosing mondays{{OnWeekdays{{1}}}, Displacement::next_day, {}, "月曜定休"};
// const Rules rules{{{{EveryDay{}}, dinner, ""}}, {mondays}, {}};
// const auto hours = Hours::compile(rules, HolidayCalendar::japan(), TimeZone::tokyo()).value();
//
// const auto monday = make_date(2026, 11, 23);  // 勤労感謝の日: the closing moves to Tuesday
// const auto night = hours.zone().first_at_or_after(at(monday, MinuteOfDay::clock(25, 30)));
// const auto status = hours.status(night).value();
// assert(status.state == State::open && status.business_date == monday);
//
// const auto evening = hours.zone().first_at_or_after(at(monday + date::days{1}, MinuteOfDay::clock(18, 0)));
// const auto closed = hours.status(evening).value();
// assert(closed.state == State::closed && closed.reason.label == "月曜定休" && closed.reason.moved_from == monday);
// ```

#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/hours/explain.hpp>
#include <denwaban/hours/hours.hpp>
