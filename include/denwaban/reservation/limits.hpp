#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include <denwaban/core/time_zone.hpp>
#include <denwaban/reservation/book_clock.hpp>

namespace denwaban {

/// A party's stay as it would be.
struct PlannedStay {
    MinuteOfDay begin;
    MinuteOfDay end;
    const Period* period;  ///< of the book; none where it is not open
};

/// How long a party would stay that comes at `begin`, in a book's periods.
[[nodiscard]] inline std::chrono::minutes planned_length(const DayBook& book, const Wish& wish, Covers chairs,
                                                         MinuteOfDay begin) {
    if (wish.turn) return *wish.turn;
    if (const auto* period = period_at(book->periods, begin))
        return stay_of(book->policy, *period, wish.course, chairs, span_between(book, begin, period->closes));
    const auto* usual = std::get_if<std::chrono::minutes>(&book->policy.turn);
    return usual != nullptr ? *usual : std::chrono::minutes{120};
}
/// From when to when. No stay goes past 48:00.
[[nodiscard]] inline PlannedStay planned_stay(const DayBook& book, const Wish& wish, Covers chairs, MinuteOfDay begin) {
    const auto length = planned_length(book, wish, chairs, begin);
    return {begin, after(book, begin, length), period_at(book->periods, begin)};
}

namespace detail {

struct Arrival {
    int minute;  ///< as the book's clock shows it
    int since;   ///< midnight, in true minutes
    int chairs;
    BookingChannel channel;
};

/// True minutes since a book's date began, also for a minute of another date's.
[[nodiscard]] inline int elapsed(const DayBook& book, int minute) noexcept {
    if (!book.clock_change() || minute < 0) return minute;
    const auto on_date = *MinuteOfDay::make(std::min(minute, MinuteOfDay::max));
    return book.clock_change()->elapsed(on_date) + minute - on_date.count();
}

/// Where clocks show one of these times twice that night, that they do: a book has the first.
[[nodiscard]] inline std::vector<Exceeded> shown_twice(const DayBook& book,
                                                       std::initializer_list<MinuteOfDay> minutes) {
    const auto& change = book.clock_change();
    for (const auto minute : minutes) {
        const auto again = change ? change->until_again(minute) : std::chrono::minutes{0};
        if (again.count() > 0) return {{Limit::comes_twice, static_cast<int>(again.count())}};
    }
    return {};
}

/// Who comes when, in that order, but for the reservation at `without`; those too who come on the dates beside.
[[nodiscard]] inline std::vector<Arrival> arrivals_of(const DayBook& book, Instant now,
                                                      std::optional<std::size_t> without = std::nullopt) {
    std::vector<Arrival> arrivals;
    const auto& all = book->reservations;
    for (std::size_t place = 0; place < all.size(); ++place) {
        if (place == without || !counts_at(all[place], now)) continue;
        const int minute = all[place].begin.count();
        arrivals.push_back({minute, elapsed(book, minute), chairs_of(all[place]).count(), all[place].wish.channel});
    }
    for (const auto& one : book.elsewhere()) {
        if (!one.arrival) continue;
        const auto& [minute, chairs, channel] = *one.arrival;
        arrivals.push_back({minute, elapsed(book, minute), chairs.count(), channel});
    }
    std::sort(arrivals.begin(), arrivals.end(), [](const Arrival& a, const Arrival& b) { return a.since < b.since; });
    return arrivals;
}

/// The limits that a party would pass, one after the other in the order of `Limit`.
class LimitCheck {
public:
    LimitCheck(const DayBook& book, const Wish& wish, Covers chairs, const PlannedStay& stay,
               const std::vector<Arrival>& arrivals)
        : book_(book), wish_(wish), chairs_(chairs.count()), stay_(stay), arrivals_(arrivals) {}

    /// Those that hold whenever one asks.
    LimitCheck& standing() {
        const auto& policy = book_->policy;
        if (stay_.period == nullptr) {
            pass(Limit::not_open, 0);
        } else {
            if (stay_.period->state == State::unknown) pass(Limit::hours_unknown, 0);
            past(Limit::last_entry, stay_.begin.count() - stay_.period->last_entry.count());
            past(Limit::closing, stay_.end.count() - stay_.period->closes.count());
        }
        past(Limit::start_grid, stay_.begin.count() % static_cast<int>(policy.start_grid.count()));
        for (const auto& one : shown_twice(book_, {stay_.begin})) past(one.limit, one.by);
        past(Limit::smallest_party, policy.smallest_party.count() - chairs_);
        past(Limit::largest_party, chairs_ - policy.largest_party.count());
        check_pacing();
        return *this;
    }

    /// Those that depend on how long before one asks.
    LimitCheck& timely(const Now& now) {
        const auto& policy = book_->policy;
        past_moment(Limit::lead_time, before(book_, stay_.begin, policy.lead_time), now);
        for (const auto& deadline : policy.cut_offs) {
            past_moment(Limit::cut_off, moment_of(book_, deadline, stay_.begin), now);
        }
        if (policy.furthest) {
            const auto ahead = book_->date - date::floor<date::days>(now.local);
            past(Limit::furthest_date, static_cast<int>((ahead - *policy.furthest).count()));
        }
        if (wish_.channel == BookingChannel::walk_in) {
            const auto away =
                std::chrono::floor<std::chrono::minutes>(local_in(book_, now)) - at(book_->date, stay_.begin);
            const int minutes = static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(away).count());
            past(Limit::walk_in_time, std::abs(minutes) - walk_in_slack);
        }
        return *this;
    }

    [[nodiscard]] std::vector<Exceeded> take() {
        std::sort(exceeded_.begin(), exceeded_.end(),
                  [](const Exceeded& a, const Exceeded& b) { return a.limit < b.limit; });
        return std::move(exceeded_);
    }

private:
    /// Minutes: whoever seats a party writes it down a little before or after.
    static constexpr int walk_in_slack = 15;

    void pass(Limit limit, int by) {
        if (wish_.channel == BookingChannel::walk_in && trait_of(limit).walk_ins == LimitTrait::WalkIns::ignore) return;
        const auto same = std::find_if(exceeded_.begin(), exceeded_.end(),
                                       [limit](const Exceeded& one) { return one.limit == limit; });
        if (same == exceeded_.end()) {
            exceeded_.push_back({limit, by});
        } else {
            same->by = std::max(same->by, by);
        }
    }
    void past(Limit limit, int by) {
        if (by > 0) pass(limit, by);
    }
    void past_moment(Limit limit, LocalTime moment, const Now& now) {
        const auto local = local_in(book_, now);
        if (local <= moment) return;
        past(limit, static_cast<int>(std::chrono::ceil<std::chrono::minutes>(local - moment).count()));
    }

    void check_pacing() {
        for (const auto& pacing : book_->policy.pacing) {
            if (pacing.period && (stay_.period == nullptr || *pacing.period != stay_.period->name)) continue;
            if (!heeds(pacing, wish_.channel) || !holds_at(pacing, stay_.begin.count())) continue;
            const auto [covers, parties] = busiest(pacing);
            if (pacing.covers) past(Limit::pacing_covers, covers - pacing.covers->count());
            if (pacing.parties) past(Limit::pacing_parties, parties - *pacing.parties);
        }
    }

    [[nodiscard]] static bool heeds(const Pacing& pacing, BookingChannel channel) {
        const auto& all = pacing.channels;
        return all.empty() || std::find(all.begin(), all.end(), channel) != all.end();
    }

    [[nodiscard]] static bool counts(const Pacing& pacing, const Arrival& arrival) {
        return heeds(pacing, arrival.channel) && holds_at(pacing, arrival.minute);
    }

    /// Covers and parties of the fullest stretch of the pacing's span that this arrival is in, itself included.
    [[nodiscard]] std::pair<int, int> busiest(const Pacing& pacing) const {
        const int span = static_cast<int>(pacing.span.count()), own = elapsed(book_, stay_.begin.count());
        const auto earlier = [](const Arrival& one, int since) { return one.since < since; };
        auto first = std::lower_bound(arrivals_.begin(), arrivals_.end(), own - span + 1, earlier);
        int covers = chairs_, parties = 1, most_covers = covers, most_parties = parties;
        for (auto last = first; last != arrivals_.end() && last->since < own + span; ++last) {
            if (!counts(pacing, *last)) continue;
            covers += last->chairs;
            ++parties;
            for (; first->since <= last->since - span; ++first) {
                if (!counts(pacing, *first)) continue;
                covers -= first->chairs;
                --parties;
            }
            most_covers = std::max(most_covers, covers);
            most_parties = std::max(most_parties, parties);
        }
        return {most_covers, most_parties};
    }

    const DayBook& book_;
    const Wish& wish_;
    int chairs_;
    PlannedStay stay_;
    const std::vector<Arrival>& arrivals_;
    std::vector<Exceeded> exceeded_;
};

}  // namespace detail

/// Every limit of the policy that a party would pass, but for `tables`. `without` is left out of what pacing counts.
[[nodiscard]] inline std::vector<Exceeded> limits_passed(const DayBook& book, const Wish& wish, const PlannedStay& stay,
                                                         const Now& now,
                                                         std::optional<std::size_t> without = std::nullopt) {
    const auto arrivals = detail::arrivals_of(book, now.instant, without);
    return detail::LimitCheck{book, wish, *chairs(wish.party), stay, arrivals}.standing().timely(now).take();
}

}  // namespace denwaban
