#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

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
    friend bool operator==(const Policy&, const Policy&) = default;
};

/// Errors, each at its place: `out_of_range` for spans of time of no length or longer than a day, a smallest party
/// above the largest, and pacing that limits nothing.
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
        check(!pacing.parties || *pacing.parties >= 0, "must not be less than 0", at + "/parties");
        check(!pacing.from || !pacing.until || *pacing.from < *pacing.until, "must be after from", at + "/until");
    }
    check(policy.lead_time >= minutes{0}, "must not be less than 0", "/lead_time");
    check(policy.grace >= minutes{0}, "must not be less than 0", "/grace");
    check(policy.undo_within >= minutes{0}, "must not be less than 0", "/undo_within");
    check(policy.overstay >= minutes{0} && policy.overstay <= day, "must be 0 to 1440 minutes", "/overstay");
    check(!policy.longest_hold || *policy.longest_hold > minutes{0}, "must be 1 minute or more", "/longest_hold");
    check(policy.smallest_party <= policy.largest_party, "must not be above the largest", "/smallest_party");
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
