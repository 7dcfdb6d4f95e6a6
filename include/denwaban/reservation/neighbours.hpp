#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include <denwaban/core/time_zone.hpp>
#include <denwaban/reservation/book_clock.hpp>

/// Two business dates share their tables: the night before may last into the morning. A book that is `beside` the stays
/// of its neighbours sells no table that one of them has.
namespace denwaban {

namespace detail {

/// Minutes from one date's midnight, which may be before it, or two days after.
struct StayMinutes {
    int begin;
    int end;
};

/// A party that still sits is there until now; one that nobody saw leave is taken to have left some hours after its
/// time.
[[nodiscard]] inline int end_of_sitting(const DayBook& book, const Reservation& one, int now) noexcept {
    constexpr int longest = 3 * 60;
    const int until = free_from(book, one).count();
    if (one.presence != Presence::seated || now < until || now > until + longest) return until;
    return now + 1;
}

[[nodiscard]] inline std::optional<StayElsewhere> seen_from(StayMinutes span, int shift) {
    const int begin = std::max(span.begin + shift, 0);
    const int end = std::min(span.end + shift, MinuteOfDay::max);
    if (begin >= end) return std::nullopt;
    return StayElsewhere{*MinuteOfDay::make(begin), *MinuteOfDay::make(end)};
}

}  // namespace detail

/// What of a book stands in the minutes of another date, whose book it is kept beside. Of a party that has no table,
/// its waiting for one; of one that has gone before, or is overbooked, only that it came.
[[nodiscard]] inline std::vector<StayElsewhere> stays_on(Date date, const DayBook& book, const Now& now) {
    std::vector<StayElsewhere> all;
    const int shift = static_cast<int>((book->date - date).count()) * 24 * 60;
    const auto since = std::chrono::floor<std::chrono::minutes>(local_in(book, now) - LocalTime{book->date}).count();
    const int minute = static_cast<int>(std::clamp<decltype(since)>(since, 0, 1'000'000));
    for (const auto& block : book->blocks) {
        auto stay = detail::seen_from({block.begin.count(), block.end.count()}, shift);
        if (!stay) continue;
        stay->tables = {block.table};
        all.push_back(*std::move(stay));
    }
    for (const auto& one : book->reservations) {
        if (!counts_at(one, now.instant)) continue;
        StayElsewhere there;
        auto stay = detail::seen_from({one.begin.count(), detail::end_of_sitting(book, one, minute)}, shift);
        if (stay && one.allocation != Allocation::overbooked) {
            there = *std::move(stay);
            there.tables = one.tables;
            if (one.tables.empty()) there.waiting = {chairs_of(one), one.wish.needs, seller_of(one.wish.channel)};
        }
        there.arrival = {one.begin.count() + shift, chairs_of(one), one.wish.channel};
        all.push_back(std::move(there));
    }
    return all;
}

/// From when to when a book's tables are had by those who have them otherwise than in the book before.
struct Reach {
    MinuteOfDay first;
    MinuteOfDay last;
    friend bool operator==(const Reach&, const Reach&) = default;
};
/// What of a change neighbouring dates have to know; none where nobody has a table otherwise, or is more. Cost: linear
/// in both books' reservations and blocks.
[[nodiscard]] inline std::optional<Reach> reach_of_change(const DayBook& before, const DayBook& after) {
    std::optional<Reach> reach;
    const auto add = [&](MinuteOfDay begin, MinuteOfDay end) {
        reach = reach ? Reach{std::min(reach->first, begin), std::max(reach->last, end)} : Reach{begin, end};
    };
    const auto& blocks = before->blocks;
    for (const auto& block : after->blocks) {
        if (std::find(blocks.begin(), blocks.end(), block) == blocks.end()) add(block.begin, block.end);
    }
    for (const auto& one : after->reservations) {
        const auto* old = before.find(one.id);
        const bool is_as_before = old != nullptr && old->begin == one.begin &&
                                  free_from(before, *old) == free_from(after, one) && old->tables == one.tables &&
                                  old->allocation == one.allocation && old->wish.party == one.wish.party;
        if (!is_as_before) add(one.begin, free_from(after, one));
    }
    return reach;
}

/// How far a policy looks for others who arrive; nothing where it has no pacing.
[[nodiscard]] inline std::chrono::minutes longest_span(const Policy& policy) noexcept {
    std::chrono::minutes longest{0};
    for (const auto& pacing : policy.pacing) longest = std::max(longest, pacing.span);
    return longest;
}

}  // namespace denwaban
