#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>

#include <denwaban/core/time_zone.hpp>

namespace denwaban {

/// How clocks are changed in the 48 hours of a business date, and what that makes of its minutes.
///
/// A minute is the one that the clock shows first: of an hour that comes twice, the first. Through its second the
/// book's clock stands still at its last minute. So it never runs backwards, and who is apart in a book never meets;
/// whoever comes or goes in the second hour has the table a little longer than they need it.
class ClockChange {
public:
    /// None where the date's clocks run on: changes are more than two days apart, so there is one at most.
    [[nodiscard]] static std::optional<ClockChange> of(const TimeZone& zone, Date date) {
        auto before = zone.initial_offset();
        for (const auto& change : zone.changes()) {
            const LocalTime shown{change.at.time_since_epoch() + before};
            const auto at = minutes_of(shown - LocalTime{date});
            const auto by = minutes_of(change.offset - before);
            if (at >= MinuteOfDay::max) return std::nullopt;
            if (by != 0 && at + std::max<std::int64_t>(by, 0) > 0) {
                return ClockChange{change.at - std::chrono::minutes{at}, static_cast<int>(at), static_cast<int>(by)};
            }
            before = change.offset;
        }
        return std::nullopt;
    }

    /// Whether clocks jump over a minute: nobody can come then.
    [[nodiscard]] bool skips(MinuteOfDay minute) const noexcept {
        return at_ <= minute.count() && minute.count() < at_ + by_;
    }
    /// How long after a minute clocks show it again; nothing where they show it once.
    [[nodiscard]] std::chrono::minutes until_again(MinuteOfDay minute) const noexcept {
        const bool comes_twice = at_ + by_ <= minute.count() && minute.count() < at_;
        return std::chrono::minutes{comes_twice ? -by_ : 0};
    }
    /// The first minute after the jump.
    [[nodiscard]] MinuteOfDay after_jump() const noexcept { return within(at_ + by_); }

    /// True minutes since the date began, up to when the clock shows a minute.
    [[nodiscard]] int elapsed(MinuteOfDay minute) const noexcept {
        const int shown = minute.count();
        return shown < at_ ? shown : std::max(at_, shown - by_);
    }
    /// The same up to an instant.
    [[nodiscard]] std::chrono::milliseconds elapsed(Instant now) const noexcept { return now - begin_; }
    /// What the clock shows so many true minutes after the date began, or will next show.
    [[nodiscard]] MinuteOfDay shown_after(int elapsed) const noexcept {
        return within(elapsed <= at_ ? elapsed : std::max(at_, elapsed + by_));
    }
    /// What the book's clock shows so long after the date began.
    [[nodiscard]] std::chrono::milliseconds shown_at(std::chrono::milliseconds elapsed) const noexcept {
        using std::chrono::milliseconds;
        using std::chrono::minutes;
        const milliseconds at = minutes{at_};
        return elapsed < at ? elapsed : std::max(at - milliseconds{1}, elapsed + minutes{by_});
    }

    friend bool operator==(const ClockChange&, const ClockChange&) = default;

private:
    ClockChange(Instant begin, int at, int by) noexcept : begin_(begin), at_(at), by_(by) {}

    [[nodiscard]] static std::int64_t minutes_of(std::chrono::milliseconds span) noexcept {
        return std::chrono::floor<std::chrono::minutes>(span).count();
    }
    [[nodiscard]] static MinuteOfDay within(int minute) noexcept {
        return *MinuteOfDay::make(std::clamp(minute, 0, MinuteOfDay::max));
    }

    Instant begin_;
    int at_;  ///< what the clock shows when it is changed
    int by_;  ///< minutes; less than 0 where it is put back
};

}  // namespace denwaban
