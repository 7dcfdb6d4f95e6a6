#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/core/detail/holding.hpp>
#include <denwaban/core/error.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/reservation/limit.hpp>
#include <denwaban/reservation/period.hpp>
#include <denwaban/seating/party.hpp>

namespace denwaban {

/// A stay lasts until its period ends: 「閉店まで」, no second seating.
struct UntilPeriodEnds {
    friend bool operator==(UntilPeriodEnds, UntilPeriodEnds) = default;
};
/// How long a stay is: so long, or to the end.
using Turn = std::variant<std::chrono::minutes, UntilPeriodEnds>;

/// How long some parties keep their table. The first that fits a party holds; what isn't said fits any.
struct TurnTime {
    std::optional<std::string> period{};
    std::optional<std::string> course{};
    Covers most = Covers::of(Covers::max);  ///< chairs of the party
    Turn turn = std::chrono::minutes{120};
    friend bool operator==(const TurnTime&, const TurnTime&) = default;
};

/// The most that may arrive in any stretch of time as long as `span`, wherever it begins: also over midnight, on two
/// business dates.
struct Pacing {
    std::optional<std::string> period{};     ///< any, if not said
    std::vector<BookingChannel> channels{};  ///< whose parties it limits and counts; all, where there is none
    std::chrono::minutes span{15};
    std::optional<Covers> covers{};
    std::optional<int> parties{};
    std::optional<MinuteOfDay> from{};   ///< of the starts that it limits and counts; any, if not said
    std::optional<MinuteOfDay> until{};  ///< likewise, not included
    friend bool operator==(const Pacing&, const Pacing&) = default;
};

/// Whether a start is one that the pacing limits and counts. `minute` is of its book's date, and of another date's
/// start less than 0, or past 48:00.
[[nodiscard]] constexpr bool holds_at(const Pacing& pacing, int minute) noexcept {
    return (!pacing.from || pacing.from->count() <= minute) && (!pacing.until || minute < pacing.until->count());
}
/// The same of a start on the book's own date.
[[nodiscard]] constexpr bool holds_at(const Pacing& pacing, MinuteOfDay begin) noexcept {
    return holds_at(pacing, begin.count());
}

/// So long before the start.
struct MinutesBefore {
    std::chrono::minutes minutes{0};
    friend bool operator==(const MinutesBefore&, const MinutesBefore&) = default;
};
/// 「前日17時まで」 is one day before at 17:00, counted from the business date.
struct DaysBefore {
    date::days days{1};
    MinuteOfDay at;
    friend bool operator==(const DaysBefore&, const DaysBefore&) = default;
};
/// Until when something may be done about a start.
using Deadline = std::variant<MinutesBefore, DaysBefore>;

/// The last moment to do something about a start.
[[nodiscard]] inline LocalTime moment_of(const Deadline& deadline, Date date, MinuteOfDay begin) noexcept {
    if (const auto* before = std::get_if<MinutesBefore>(&deadline)) return at(date, begin) - before->minutes;
    const auto& days = std::get<DaysBefore>(deadline);
    return at(date - days.days, days.at);
}

/// 「前日から50%、当日100%」: what a guest owes who cancels after a deadline, in percent of what was agreed to be paid.
struct CancelFee {
    Deadline after;
    int percent = 100;
    friend bool operator==(const CancelFee&, const CancelFee&) = default;
};

/// What happens at each limit.
class OnLimits {
public:
    constexpr OnLimits() noexcept {
        for (const auto& trait : limit_traits) actions_[index_of(trait.limit)] = trait.by_default;
    }
    /// What happens at a limit.
    [[nodiscard]] constexpr OnLimit at(Limit limit) const noexcept { return actions_[index_of(limit)]; }
    /// Lets something else happen there.
    constexpr OnLimits& set(Limit limit, OnLimit action) noexcept {
        actions_[index_of(limit)] = action;
        return *this;
    }
    friend constexpr bool operator==(const OnLimits&, const OnLimits&) = default;

private:
    std::array<OnLimit, count_of<Limit>> actions_{};
};

/// How a restaurant takes reservations.
struct Policy {
    std::chrono::minutes start_grid{15};  ///< starts are at multiples of it from midnight
    std::vector<TurnTime> turn_times{};
    Turn turn = std::chrono::minutes{120};                ///< of parties that no turn time fits
    std::optional<std::chrono::minutes> shortest_stay{};  ///< a stay is cut at closing if this much is left of it
    std::chrono::minutes buffer{0};                       ///< to reset a table after a party
    std::vector<Pacing> pacing{};                         ///< all of them hold
    std::chrono::minutes lead_time{0};
    std::vector<Deadline> cut_offs{};       ///< all of them hold
    std::optional<date::days> furthest{};   ///< from today; any date, if not said
    Covers smallest_party = Covers::of(1);  ///< in chairs
    Covers largest_party = Covers::of(Covers::max);
    Covers overbooking{};                  ///< how many may be taken without a seat on one day
    std::vector<Deadline> cancel_until{};  ///< until when guests may cancel; all of them hold
    OnLimits on_limit{};
    /// After booking, guests may change and cancel for so long even past `cancel_until`.
    std::chrono::minutes grace{0};
    std::chrono::minutes undo_within{24 * 60};  ///< how long after it a mistake can be undone
    /// Who sits on past their end is reckoned to sit for so long from now.
    std::chrono::minutes overstay{30};
    /// How long something may be held in all, from booking on, however often it is renewed; as long as one likes, if
    /// not said.
    std::optional<std::chrono::minutes> longest_hold{};
    std::vector<CancelFee> cancel_fees{};  ///< of those whose deadline is past the highest
    std::optional<int> no_show_fee{};      ///< percent likewise, of who never came
    friend bool operator==(const Policy&, const Policy&) = default;
};

namespace detail {

inline constexpr std::int64_t most_minutes = std::int64_t{366} * 24 * 60;  ///< of a span
inline constexpr std::int64_t most_days = 3660;                            ///< likewise

inline void hold(Holding& all, const denwaban::Deadline& deadline, const std::string& at) {
    if (const auto* before = std::get_if<MinutesBefore>(&deadline))
        all.whole(before->minutes.count(), 0, most_minutes, at, "minutes_before");
    if (const auto* before = std::get_if<DaysBefore>(&deadline))
        all.whole(before->days.count(), 0, most_days, at, "days_before/days");
}
inline void hold(Holding& all, const std::vector<denwaban::Deadline>& deadlines, std::string_view key) {
    all.count(deadlines.size(), longest_list, "", key);
    for (std::size_t place = 0; place < deadlines.size(); ++place)
        hold(all, deadlines[place], "/" + std::string{key} + "/" + std::to_string(place));
}
inline void hold(Holding& all, const std::vector<CancelFee>& fees) {
    all.count(fees.size(), longest_list, "", "cancel_fees");
    for (std::size_t place = 0; place < fees.size(); ++place) {
        const auto at = "/cancel_fees/" + std::to_string(place);
        hold(all, fees[place].after, at + "/after");
        all.whole(fees[place].percent, 1, 100, at, "percent");
    }
}
inline void hold(Holding& all, const Policy& policy) {
    all.count(policy.turn_times.size(), longest_list, "", "turn_times");
    for (std::size_t place = 0; place < policy.turn_times.size(); ++place) {
        const auto& one = policy.turn_times[place];
        const auto at = "/turn_times/" + std::to_string(place);
        if (one.period) all.text(TextSort::label, *one.period, at, "period");
        if (one.course) all.text(TextSort::name, *one.course, at, "course");
    }
    all.count(policy.pacing.size(), longest_list, "", "pacing");
    for (std::size_t place = 0; place < policy.pacing.size(); ++place) {
        const auto& one = policy.pacing[place];
        const auto at = "/pacing/" + std::to_string(place);
        if (one.period) all.text(TextSort::label, *one.period, at, "period");
        if (one.parties) all.whole(*one.parties, 0, Covers::max, at, "parties");
    }
    hold(all, policy.cut_offs, "cut_offs");
    hold(all, policy.cancel_until, "cancel_until");
    hold(all, policy.cancel_fees);
    if (policy.no_show_fee) all.whole(*policy.no_show_fee, 1, 100, "", "no_show_fee");
    const auto span = [&](std::chrono::minutes minutes, std::string_view key) {
        all.whole(minutes.count(), 0, most_minutes, "", key);
    };
    span(policy.lead_time, "lead_time");
    span(policy.grace, "grace");
    span(policy.undo_within, "undo_within");
    if (policy.longest_hold) span(*policy.longest_hold, "longest_hold");
    if (policy.furthest) all.whole(policy.furthest->count(), 0, most_days, "", "furthest");
}

}  // namespace detail

/// Errors, each at its place: `out_of_range` for spans of time of no length or longer than a day, a smallest party
/// above the largest, and pacing that limits nothing; what no document of a book holds: `too_large`, `invalid_value`.
[[nodiscard]] inline Errors validate(const Policy& policy) {
    using std::chrono::minutes;
    constexpr minutes day{24 * 60};
    Errors errors;
    const auto check = [&](bool right, std::string message, std::string where) {
        if (!right) errors.push_back({ErrorCode::out_of_range, std::move(message), JsonPointer{std::move(where)}});
    };
    const auto check_turn = [&](const Turn& turn, const std::string& where) {
        const auto* fixed = std::get_if<minutes>(&turn);
        check(fixed == nullptr || (*fixed > minutes{0} && *fixed <= day), "must be 1 to 1440 minutes", where);
    };
    check(policy.start_grid > minutes{0} && policy.start_grid <= day, "must be 1 to 1440 minutes", "/start_grid");
    for (std::size_t place = 0; place < policy.turn_times.size(); ++place) {
        check_turn(policy.turn_times[place].turn, "/turn_times/" + std::to_string(place) + "/turn");
    }
    check_turn(policy.turn, "/turn");
    check(!policy.shortest_stay || (*policy.shortest_stay > minutes{0} && *policy.shortest_stay <= day),
          "must be 1 to 1440 minutes", "/shortest_stay");
    check(policy.buffer >= minutes{0} && policy.buffer <= day, "must be 0 to 1440 minutes", "/buffer");
    for (std::size_t place = 0; place < policy.pacing.size(); ++place) {
        const auto& pacing = policy.pacing[place];
        const auto at = "/pacing/" + std::to_string(place);
        check(pacing.span > minutes{0} && pacing.span <= day, "must be 1 to 1440 minutes", at + "/span");
        check(pacing.covers || pacing.parties, "limits neither covers nor parties", at);
        check(!pacing.from || !pacing.until || *pacing.from < *pacing.until, "must be after from", at + "/until");
    }
    check(policy.overstay >= minutes{0} && policy.overstay <= day, "must be 0 to 1440 minutes", "/overstay");
    check(!policy.longest_hold || *policy.longest_hold > minutes{0}, "must be 1 minute or more", "/longest_hold");
    check(policy.smallest_party <= policy.largest_party, "must not be above the largest", "/smallest_party");
    detail::Holding held;
    detail::hold(held, policy);
    held.tell(errors);
    return errors;
}

/// How long a party stays for which a period has so much time `left`.
[[nodiscard]] inline std::chrono::minutes stay_of(const Policy& policy, const Period& period,
                                                  const std::optional<std::string>& course, Covers chairs,
                                                  std::chrono::minutes left) {
    const auto found = std::find_if(policy.turn_times.begin(), policy.turn_times.end(), [&](const TurnTime& one) {
        return (!one.period || one.period == period.name) && (!one.course || one.course == course) &&
               chairs <= one.most;
    });
    const auto& turn = found == policy.turn_times.end() ? policy.turn : found->turn;
    const auto* fixed = std::get_if<std::chrono::minutes>(&turn);
    if (fixed == nullptr) return left;
    const bool is_cut = policy.shortest_stay && left >= *policy.shortest_stay;
    return is_cut ? std::min(*fixed, left) : *fixed;
}
/// The same of a party that comes at `begin`, by clocks that run on. Precondition: the period is open then.
[[nodiscard]] inline std::chrono::minutes stay_of(const Policy& policy, const Period& period,
                                                  const std::optional<std::string>& course, Covers chairs,
                                                  MinuteOfDay begin) {
    return stay_of(policy, period, course, chairs, std::chrono::minutes{period.closes.count() - begin.count()});
}

}  // namespace denwaban
