#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/core/time.hpp>

namespace denwaban {

/// A time zone as a value: its name and every change of its offset from UTC.
///
/// Where the clock jumps forward, times are skipped; where it falls back, times come twice. Openings follow one rule:
/// they last *from the first instant at which the clock reads the start or later, until after the last instant at
/// which it reads earlier than the end*. So a skipped start or end is the jump itself, a repeated start is the first
/// of the two, and a repeated end is the second: no opening is cut short by an ambiguous clock.
///
/// Copies share their table. Every query is O(log changes), O(1) where the offset never changes.
class TimeZone {
public:
    /// What local time is ahead of UTC.
    using Offset = std::chrono::milliseconds;

    /// From `at` on, local time is UTC plus `offset`.
    struct Change {
        Instant at;
        Offset offset;
        friend constexpr bool operator==(const Change&, const Change&) = default;
    };

    /// The local times that may stand for an instant: they differ only while the clock reads times that come twice.
    /// An opening from `start` to `end` holds exactly if `start <= latest && earliest < end`.
    struct Reading {
        LocalTime earliest;
        LocalTime latest;
        friend constexpr bool operator==(const Reading&, const Reading&) = default;
    };

    /// Japan: UTC+9 since 1952, without daylight saving time. Needs no zone files.
    [[nodiscard]] static TimeZone tokyo() { return {"Asia/Tokyo", std::chrono::hours{9}}; }

    /// The same offset for ever, named as given (`+09:00`, `UTC`).
    TimeZone(std::string name, Offset offset) : name_(std::move(name)), initial_(offset) {}

    /// `changes` in ascending order, not nearer to one another than two days, no jump longer than a day (whatever is
    /// not is left out: no zone in civil use has had such); `initial` holds before the first.
    TimeZone(std::string name, Offset initial, std::vector<Change> changes)
        : name_(std::move(name)), initial_(initial) {
        if (!changes.empty()) changes_ = std::make_shared<const std::vector<Change>>(std::move(changes));
    }

    /// As in the IANA database: `Asia/Tokyo`.
    [[nodiscard]] std::string_view name() const noexcept { return name_; }

    /// Before the first change.
    [[nodiscard]] Offset initial_offset() const noexcept { return initial_; }
    /// In ascending order; live as long as this zone or a copy of it.
    [[nodiscard]] std::span<const Change> changes() const noexcept {
        return changes_ ? std::span<const Change>{*changes_} : std::span<const Change>{};
    }

    /// From `from` on until `until` clocks show UTC plus `offset`, and no time of theirs comes twice.
    struct Stretch {
        Instant from;
        Instant until;
        Offset offset;
        /// Half-open, as every span of ours.
        [[nodiscard]] bool contains(Instant instant) const noexcept { return from <= instant && instant < until; }
    };

    /// The stretch around an instant; one that does not contain it where clocks read what comes twice.
    [[nodiscard]] Stretch stretch_at(Instant instant) const noexcept {
        if (!changes_) return {Instant::min(), Instant::max(), initial_};
        const auto next = first_change_after(instant);
        const auto offset = offset_before(next);
        Stretch stretch{Instant::min(), Instant::max(), offset};
        const auto repeated = [](Offset before, Offset after) { return std::max(before - after, Offset{0}); };
        if (next > 0) {
            stretch.from = (*changes_)[next - 1].at + repeated(offset_before(next - 1), offset);
        }
        if (next < changes_->size()) {
            stretch.until = (*changes_)[next].at - repeated(offset, (*changes_)[next].offset);
        }
        return stretch;
    }

    /// What holds then; from the very instant of a change on, the new one.
    [[nodiscard]] Offset offset_at(Instant instant) const noexcept {
        if (!changes_) return initial_;
        return offset_before(first_change_after(instant));
    }

    /// What a clock on the wall shows.
    [[nodiscard]] LocalTime local_time(Instant instant) const noexcept {
        return LocalTime{instant.time_since_epoch() + offset_at(instant)};
    }

    /// The local times that may stand for an instant.
    [[nodiscard]] Reading reading(Instant instant) const noexcept {
        if (!changes_) {
            const auto shown = LocalTime{instant.time_since_epoch() + initial_};
            return {shown, shown};
        }
        return reading_across_changes(instant);
    }

    /// The first instant at which a clock reads `local` or later.
    [[nodiscard]] Instant first_at_or_after(LocalTime local) const noexcept {
        const Instant plain{local.time_since_epoch() - initial_};
        if (!changes_) return plain;
        return resolve(local, Occurrence::first);
    }

    /// The instant after the last one at which a clock reads earlier than `local`.
    [[nodiscard]] Instant after_last_before(LocalTime local) const noexcept {
        const Instant plain{local.time_since_epoch() - initial_};
        if (!changes_) return plain;
        return resolve(local, Occurrence::last);
    }

    friend bool operator==(const TimeZone& a, const TimeZone& b) noexcept {
        if (a.name_ != b.name_ || a.initial_ != b.initial_) return false;
        if (!a.changes_ || !b.changes_) return a.changes_ == b.changes_;
        return *a.changes_ == *b.changes_;
    }

private:
    enum class Occurrence { first, last };

    [[nodiscard]] std::size_t first_change_after(Instant instant) const noexcept {
        const auto after = std::upper_bound(changes_->begin(), changes_->end(), instant,
                                            [](Instant i, const Change& change) { return i < change.at; });
        return static_cast<std::size_t>(after - changes_->begin());
    }
    [[nodiscard]] Offset offset_before(std::size_t change) const noexcept {
        return change == 0 ? initial_ : (*changes_)[change - 1].offset;
    }

    [[nodiscard]] Reading reading_across_changes(Instant instant) const noexcept {
        const auto next = first_change_after(instant);
        const auto offset = offset_before(next);
        const LocalTime shown{instant.time_since_epoch() + offset};
        Reading reading{shown, shown};
        if (next > 0) {
            const LocalTime before_last{(*changes_)[next - 1].at.time_since_epoch() + offset_before(next - 1)};
            reading.latest = std::max(reading.latest, before_last - std::chrono::milliseconds{1});
        }
        if (next < changes_->size()) {
            const auto& change = (*changes_)[next];
            reading.earliest = std::min(reading.earliest, LocalTime{change.at.time_since_epoch() + change.offset});
        }
        return reading;
    }

    /// Of the instants that show `local` (or of the jump over it), the first or the last.
    [[nodiscard]] Instant resolve(LocalTime local, Occurrence wanted) const noexcept {
        const Instant as_if_utc{local.time_since_epoch()};
        auto next = first_change_after(as_if_utc - date::days{2});
        Instant found{local.time_since_epoch() - offset_before(next)};
        for (; next < changes_->size() && (*changes_)[next].at <= as_if_utc + date::days{2}; ++next) {
            const auto& change = (*changes_)[next];
            const Instant after{local.time_since_epoch() - change.offset};
            if (found < change.at) {
                if (wanted == Occurrence::first) return found;
                if (after > change.at) found = after;
            } else {
                if (after < change.at) return change.at;
                found = after;
            }
        }
        return found;
    }

    std::string name_;
    Offset initial_;
    std::shared_ptr<const std::vector<Change>> changes_;
};

/// A moment, and what the clocks of a place show then.
struct Now {
    Instant instant;
    LocalTime local;
    friend constexpr bool operator==(const Now&, const Now&) = default;
};
/// The same moment on the clocks of `zone`.
[[nodiscard]] inline Now now_in(const TimeZone& zone, Instant instant) noexcept {
    return {instant, zone.local_time(instant)};
}

}  // namespace denwaban
