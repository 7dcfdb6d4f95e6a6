#pragma once

#include <algorithm>
#include <chrono>
#include <string>
#include <variant>

#include <denwaban/reservation/day_book.hpp>

/// The clock of a book: spans of time are true ones, also in a night in which clocks are changed.
namespace denwaban {

/// What it shows. It never runs backwards.
[[nodiscard]] inline LocalTime local_in(const DayBook& book, const Now& now) noexcept {
    const auto& change = book.clock_change();
    if (!change) return now.local;
    return LocalTime{book->date} + change->shown_at(change->elapsed(now.instant));
}

/// What it shows a span of time after a minute; no later than 48:00.
[[nodiscard]] inline MinuteOfDay after(const DayBook& book, MinuteOfDay minute, std::chrono::minutes span) noexcept {
    const auto& change = book.clock_change();
    const int length = static_cast<int>(span.count());
    if (change) return change->shown_after(change->elapsed(minute) + length);
    return *MinuteOfDay::make(std::clamp(minute.count() + length, 0, MinuteOfDay::max));
}
/// What it shows a span of time before a minute.
[[nodiscard]] inline LocalTime before(const DayBook& book, MinuteOfDay minute, std::chrono::minutes span) noexcept {
    const auto& change = book.clock_change();
    if (!change) return at(book->date, minute) - span;
    return LocalTime{book->date} + change->shown_at(std::chrono::minutes{change->elapsed(minute)} - span);
}
/// How long it is from one minute to another.
[[nodiscard]] inline std::chrono::minutes span_between(const DayBook& book, MinuteOfDay from, MinuteOfDay to) noexcept {
    const auto& change = book.clock_change();
    if (!change) return std::chrono::minutes{to.count() - from.count()};
    return std::chrono::minutes{change->elapsed(to) - change->elapsed(from)};
}
/// How long it is since a minute; less than nothing before it.
[[nodiscard]] inline std::chrono::minutes span_since(const DayBook& book, MinuteOfDay minute, const Now& now) noexcept {
    const auto& change = book.clock_change();
    const auto since = change ? change->elapsed(now.instant) - std::chrono::minutes{change->elapsed(minute)}
                              : std::chrono::milliseconds{now.local - at(book->date, minute)};
    return std::chrono::floor<std::chrono::minutes>(since);
}

/// When a reservation's table is free for the next party.
[[nodiscard]] inline MinuteOfDay free_from(const DayBook& book, const Reservation& reservation) noexcept {
    return book.clock_change() ? after(book, reservation.end, reservation.buffer) : free_from(reservation);
}

/// The last moment to do something about a start.
[[nodiscard]] inline LocalTime moment_of(const DayBook& book, const Deadline& deadline, MinuteOfDay begin) noexcept {
    if (const auto* span = std::get_if<MinutesBefore>(&deadline)) return before(book, begin, span->minutes);
    return moment_of(deadline, book->date, begin);
}

/// `no_such_time` for a time at which somebody comes, and that clocks jump over in that night.
[[nodiscard]] inline Errors check(const DayBook& book, MinuteOfDay begin, std::string where = "/begin") {
    const auto& change = book.clock_change();
    if (!change || !change->skips(begin)) return {};
    return {{ErrorCode::no_such_time, "clocks go forward over it, to " + to_string(change->after_jump()),
             JsonPointer{std::move(where)}}};
}

}  // namespace denwaban
