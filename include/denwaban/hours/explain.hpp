#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/hours/hours.hpp>
#include <denwaban/hours/validate.hpp>

namespace denwaban {

/// A rule that applies to a date, by its place in `Rules::rules`.
struct MatchedRule {
    std::size_t rule;
    Precedence precedence;
    std::string_view label;
};

/// What becomes of a regular closing on a date.
enum class ClosingFate : std::uint8_t {
    closes,      ///< it closes the date, or some of its services
    may_close,   ///< nobody can say whether it does
    overruled,   ///< a rule for this single date goes before it
    moved_here,  ///< it closes the date, or may do so, having been moved from a 祝日
    moved_away,  ///< the date is a 祝日, so it closes another, or may do so
    dropped,     ///< the date is a 祝日, so it closes none
};
template <>
inline constexpr std::array<std::string_view, 6> names_of<ClosingFate>{"closes",     "may_close",  "overruled",
                                                                       "moved_here", "moved_away", "dropped"};

/// A regular closing that has to do with a date, by its place in `Rules::closings`.
struct MatchedClosing {
    std::size_t closing;
    ClosingFate fate;
    std::optional<Date> other;  ///< where it moved from or to
    std::string_view label;
};

/// Why a date is as it is: all that spoke, who won, and what came of it. Texts belong to the `Hours`.
struct Explanation {
    Date date;
    std::string_view holiday;           ///< 祝日; empty on other days
    std::string_view eve_of;            ///< 祝前日: tomorrow's; empty if it is none, or the rules don't count it
    std::string_view day_after;         ///< 祝後日: yesterday's
    bool projected;                     ///< the year's holidays are not officially published yet
    std::vector<MatchedRule> rules;     ///< every rule that applies, in the order written
    std::optional<std::size_t> winner;  ///< the one that wins, by its place in `Rules::rules`
    std::vector<MatchedClosing> closings;
    std::vector<Opening> openings;  ///< of this business date, whole, some possibly past midnight
    Reason reason;
};

namespace detail {

/// Whether a closing has anything to close of what the winning rule opens.
[[nodiscard]] inline bool is_of(const RegularClosing& closing, const Rule* winner) {
    if (closing.services.empty()) return true;
    if (winner == nullptr) return false;
    bool found = false;
    each_service(winner->then, [&](const Service& service) {
        found |= std::find(closing.services.begin(), closing.services.end(), service.name) != closing.services.end();
    });
    return found;
}

[[nodiscard]] inline std::vector<MatchedClosing> explain_closings(const Hours& hours, const DayKind& day,
                                                                  const Verdict& verdict) {
    const auto& closings = hours.rules().closings;
    const auto* winner = verdict.rule == no_rule ? nullptr : &hours.rules().rules[verdict.rule];
    const bool overruled = winner != nullptr && verdict.precedence == Precedence::dated;
    std::vector<MatchedClosing> found;
    for (std::size_t i = 0; i < closings.size(); ++i) {
        const auto& on_holiday = closings[i].on_holiday;
        const bool uncertain = day.holiday != nullptr && on_holiday == OnHoliday{Displacement::unknown};
        const bool moves = day.holiday != nullptr && !uncertain && on_holiday != OnHoliday{Displacement::stays};
        if (moves || !match(closings[i].when, day) || !is_of(closings[i], winner)) continue;
        const bool may_close = uncertain || closings[i].effect == ClosingEffect::may_close;
        const auto fate = may_close ? ClosingFate::may_close : ClosingFate::closes;
        found.push_back({i, overruled ? ClosingFate::overruled : fate, std::nullopt, closings[i].label});
    }
    for (const auto& moved : hours.moved_closings()) {
        const std::string_view label = closings[moved.closing].label;
        if (moved.from == day.date) {
            const auto fate = moved.to ? ClosingFate::moved_away : ClosingFate::dropped;
            found.push_back({moved.closing, fate, moved.to, label});
        } else if (moved.to == day.date) {
            found.push_back({moved.closing, ClosingFate::moved_here, moved.from, label});
        }
    }
    return found;
}

}  // namespace detail

/// Error: `beyond_horizon`. Cost: O(rules + closings moved).
[[nodiscard]] inline Expected<Explanation> explain(const Hours& hours, Date date) {
    const auto reason = hours.reason(date);
    if (!reason) return Unexpected{reason.error()};
    const auto name = [](const Holiday* holiday) { return holiday ? std::string_view{holiday->name} : ""; };
    const auto& rules = hours.rules();
    const auto day = detail::day_kind(date, hours.calendar(), rules.choices);
    Explanation explanation{date,
                            name(day.holiday),
                            name(day.tomorrow),
                            name(day.yesterday),
                            hours.calendar().is_projected(date),
                            {},
                            {},
                            {},
                            *hours.openings_on(date),
                            *reason};
    for (std::size_t i = 0; i < rules.rules.size(); ++i) {
        if (const auto precedence = match(rules.rules[i].when, day)) {
            explanation.rules.push_back({i, *precedence, rules.rules[i].label});
        }
    }
    const auto verdict = detail::winning_rule(rules, day);
    if (verdict.rule != detail::no_rule) explanation.winner = verdict.rule;
    explanation.closings = detail::explain_closings(hours, day, verdict);
    return explanation;
}

}  // namespace denwaban
