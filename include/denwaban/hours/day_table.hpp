#pragma once

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <denwaban/calendar/day_kind.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/hours/minute_states.hpp>
#include <denwaban/hours/rules.hpp>
#include <denwaban/hours/state.hpp>

namespace denwaban {

/// A regular closing that met a 祝日, and where it went, or may have gone; to nowhere if it was dropped.
struct MovedClosing {
    Date from;
    std::optional<Date> to;
    std::size_t closing;  ///< its place in `Rules::closings`
    friend bool operator==(const MovedClosing&, const MovedClosing&) = default;
};

namespace detail {

inline constexpr std::size_t no_rule = 0xffff;
inline constexpr std::uint8_t no_service = 0xff;

/// A span of minutes of one business date.
struct Span {
    std::int16_t begin;
    std::int16_t end;
    State state;
    std::uint8_t service;
};

/// What decides a day. Days that are decided alike share a plan.
struct Verdict {
    std::uint16_t rule = no_rule;
    Precedence precedence = Precedence::any_day;
    std::uint64_t closings = 0;   ///< the regular closings that take effect
    std::uint64_t may_close = 0;  ///< those of which nobody knows whether they do
    friend bool operator==(const Verdict&, const Verdict&) = default;
};

struct DayPlan {
    Verdict verdict;
    bool closed_by_closing = false;
    bool unknown_by_closing = false;
    std::vector<Span> spans;

    [[nodiscard]] int end() const noexcept { return spans.empty() ? 0 : spans.back().end; }
};

/// Days decided one by one. What is reckoned from the last day back lets nobody walk to the end of the horizon.
struct DayTable {
    Date first;
    std::vector<std::uint16_t> plan_of_day;
    std::vector<std::uint32_t> states_of_day;
    /// For how many days on it is open all day, or unknown all day, or without an opening of the day's own.
    std::vector<std::uint16_t> run_of_day;
    /// How many days on is the first that is open for certain at some minute, or one beyond the last; at most so far as
    /// can be told here.
    std::vector<std::uint16_t> days_to_certain;
    std::vector<DayPlan> plans;
    std::vector<MinuteStates> states;
    std::vector<MovedClosing> moved;
};

/// Days before and after the wanted ones that are worked out too, because a closing displaced there may matter here.
inline constexpr date::days displacement_margin{62};

/// The day as the rules are to see it: with the 祝前日 that these choices recognise.
[[nodiscard]] inline DayKind day_kind(Date date, const HolidayCalendar& calendar, const Choices& choices) noexcept {
    auto kind = denwaban::day_kind(date, calendar);
    const bool ignored = (kind.weekday == 6 && choices.saturday_eve == WeekendEve::does_not_count) ||
                         (kind.weekday == 0 && choices.sunday_eve == WeekendEve::does_not_count);
    if (ignored) kind.tomorrow = nullptr;
    return kind;
}

/// Precedence as a number to compare, after the restaurant's choice between 祝日 and 祝前日.
[[nodiscard]] constexpr int rank(Precedence precedence, const Choices& choices) noexcept {
    const bool eve_first = choices.holiday_and_eve == HolidayAndEve::eve_rule;
    if (eve_first && precedence == Precedence::holiday) return static_cast<int>(Precedence::holiday_eve);
    if (eve_first && precedence == Precedence::holiday_eve) return static_cast<int>(Precedence::holiday);
    return static_cast<int>(precedence);
}

/// The rule that wins on a day, regular closings left aside.
[[nodiscard]] inline Verdict winning_rule(const Rules& rules, const DayKind& day) {
    Verdict verdict;
    int best = -1;
    for (std::size_t i = 0; i < rules.rules.size(); ++i) {
        const auto matched = match(rules.rules[i].when, day);
        if (!matched || rank(*matched, rules.choices) <= best) continue;
        best = rank(*matched, rules.choices);
        verdict.rule = static_cast<std::uint16_t>(i);
        verdict.precedence = *matched;
    }
    return verdict;
}

class DayTableBuilder {
public:
    DayTableBuilder(const Rules& rules, const HolidayCalendar& calendar, Date first, Date last)
        : rules_(rules),
          calendar_(calendar),
          first_(first),
          last_(last),
          margin_(rules.closings.empty() ? date::days{0} : displacement_margin) {}

    [[nodiscard]] DayTable build() && {
        decide_by_rules();
        apply_closings();
        fill_table();
        fill_states();
        count_runs();
        find_certain();
        return std::move(table_);
    }

private:
    [[nodiscard]] std::size_t index(Date date) const noexcept {
        return static_cast<std::size_t>((date - (first_ - margin_)).count());
    }
    [[nodiscard]] bool inside(Date date) const noexcept { return first_ - margin_ <= date && date <= last_ + margin_; }

    void decide_by_rules() {
        verdicts_.reserve(index(last_ + margin_) + 1);
        for (auto date = first_ - margin_; date <= last_ + margin_; date += date::days{1}) {
            const auto day = day_kind(date, calendar_, rules_.choices);
            verdicts_.push_back(winning_rule(rules_, day));
            for (std::size_t closing = 0; closing < rules_.closings.size(); ++closing) {
                if (match(rules_.closings[closing].when, day)) meet(closing, day);
            }
        }
    }

    /// A closing day has come: it closes the day, or a 祝日 moves it.
    void meet(std::size_t closing, const DayKind& day) {
        const auto& [when, on_holiday, services, label, effect] = rules_.closings[closing];
        if (day.holiday == nullptr || on_holiday == OnHoliday{Displacement::stays}) {
            take_effect(verdicts_.back(), closing, effect);
        } else if (on_holiday == OnHoliday{Displacement::unknown}) {
            take_effect(verdicts_.back(), closing, ClosingEffect::may_close);
        } else {
            met_.emplace_back(day.date, closing);
        }
    }

    static void take_effect(Verdict& verdict, std::size_t closing, ClosingEffect effect) {
        (effect == ClosingEffect::closes ? verdict.closings : verdict.may_close) |= std::uint64_t{1} << closing;
    }

    void apply_closings() {
        for (const auto& [from, closing] : met_) {
            const auto places = destinations(from, closing);
            const bool certain = is_certain(rules_.closings[closing].on_holiday) && places.size() < 2;
            const auto effect = certain ? rules_.closings[closing].effect : ClosingEffect::may_close;
            for (const auto to : places) {
                take_effect(verdicts_[index(to)], closing, effect);
                table_.moved.push_back({from, to, closing});
            }
            if (places.empty()) table_.moved.push_back({from, std::nullopt, closing});
        }
        std::erase_if(table_.moved, [this](const MovedClosing& moved) {
            return !within_table(moved.from) && !(moved.to && within_table(*moved.to));
        });
    }
    [[nodiscard]] bool within_table(Date date) const noexcept { return first_ <= date && date <= last_; }

    [[nodiscard]] static bool is_certain(const OnHoliday& on_holiday) {
        return on_holiday != OnHoliday{Displacement::previous_or_next_day} &&
               on_holiday != OnHoliday{Displacement::some_following_day};
    }

    /// Where a closing goes that met a 祝日 on `from`: several dates if nobody knows which, none if it is dropped.
    [[nodiscard]] std::vector<Date> destinations(Date from, std::size_t closing) const {
        constexpr date::days next{1}, previous{-1};
        const auto& on_holiday = rules_.closings[closing].on_holiday;
        if (const auto* weekday = std::get_if<DisplacedToWeekday>(&on_holiday)) {
            return places({from, closing}, from + next + (weekday->weekday - date::weekday{from + next}), next);
        }
        switch (std::get<Displacement>(on_holiday)) {
            case Displacement::previous_day:
                return places({from, closing}, from + previous, previous);
            case Displacement::previous_or_next_day: {
                auto either = places({from, closing}, from + previous, previous);
                const auto after = places({from, closing}, from + next, next);
                either.insert(either.end(), after.begin(), after.end());
                return either;
            }
            case Displacement::some_following_day: {
                std::vector<Date> following;
                for (auto date = from + next; date <= from + substitute_days; date += next) {
                    if (inside(date) && has_place(date, closing)) following.push_back(date);
                }
                return following;
            }
            case Displacement::next_day:
            case Displacement::next_weekday:
            case Displacement::next_business_day:
                return places({from, closing}, from + next, next);
            case Displacement::day_after: {
                auto either = places({from, closing}, from + next, next);
                const auto after = from + next;
                const bool closes = inside(after) && calendar_.is_holiday(after) && may_move_to(after, closing);
                if (closes) either.insert(either.begin(), after);
                return either;
            }
            case Displacement::stays:
            case Displacement::dropped:
            case Displacement::unknown:
                break;
        }
        return {};
    }

    /// The first date with a place for the closing, from `date` on in steps, if one is near enough.
    [[nodiscard]] std::vector<Date> places(std::pair<Date, std::size_t> met, Date date, date::days step) const {
        const auto [from, closing] = met;
        for (; inside(date) && std::chrono::abs(date - from) <= displacement_bound; date += step) {
            if (has_place(date, closing)) return {date};
        }
        return {};
    }

    /// Whether the closing finds `date` open, 祝日 or not.
    [[nodiscard]] bool may_move_to(Date date, std::size_t closing) const {
        const auto& verdict = verdicts_[index(date)];
        const bool spoken_for = verdict.rule != no_rule && verdict.precedence == Precedence::dated;
        if (spoken_for || is_closed(verdict)) return false;
        return (((verdict.closings | verdict.may_close) >> closing) & 1U) == 0;
    }

    [[nodiscard]] bool has_place(Date date, std::size_t closing) const {
        const auto& verdict = verdicts_[index(date)];
        const auto& on_holiday = rules_.closings[closing].on_holiday;
        const auto* weekday_named = std::get_if<DisplacedToWeekday>(&on_holiday);
        const bool even_then = weekday_named != nullptr && weekday_named->if_holiday == IfHolidayToo::stays &&
                               weekday_named->weekday == date::weekday{date};
        if ((calendar_.is_holiday(date) && !even_then) || !may_move_to(date, closing)) return false;
        const auto* displacement = std::get_if<Displacement>(&on_holiday);
        if (displacement == nullptr) return true;
        const auto weekday = date::weekday{date};
        if (*displacement == Displacement::next_weekday) return weekday != date::Saturday && weekday != date::Sunday;
        if (*displacement == Displacement::next_business_day) {
            return verdict.rule != no_rule && std::holds_alternative<Open>(rules_.rules[verdict.rule].then);
        }
        return true;
    }

    [[nodiscard]] bool is_closed(const Verdict& verdict) const {
        if (whole_closing(verdict.closings)) return true;
        if (verdict.rule == no_rule) return rules_.choices.unlisted == Unlisted::closed;
        return std::holds_alternative<Closed>(rules_.rules[verdict.rule].then);
    }

    /// The first of `closings` that closes the whole restaurant.
    [[nodiscard]] std::optional<std::size_t> whole_closing(std::uint64_t closings) const {
        for (; closings != 0; closings &= closings - 1) {
            const auto closing = static_cast<std::size_t>(std::countr_zero(closings));
            if (rules_.closings[closing].services.empty()) return closing;
        }
        return std::nullopt;
    }

    void fill_table() {
        table_.first = first_;
        const auto days = static_cast<std::size_t>((last_ - first_).count() + 1);
        table_.plan_of_day.reserve(days);
        for (std::size_t day = 0; day < days; ++day) {
            auto verdict = verdicts_[index(first_) + day];
            const bool dated = verdict.rule != no_rule && verdict.precedence == Precedence::dated;
            if (dated) verdict.closings = verdict.may_close = 0;
            if (const auto whole = whole_closing(verdict.closings)) {
                verdict.closings = std::uint64_t{1} << *whole;
                verdict.may_close = 0;
            }
            table_.plan_of_day.push_back(plan_for(verdict));
        }
    }

    [[nodiscard]] std::uint16_t plan_for(const Verdict& verdict) {
        const auto same = [&](const DayPlan& plan) { return plan.verdict == verdict; };
        auto& plans = table_.plans;
        auto found = std::find_if(plans.begin(), plans.end(), same);
        if (found == plans.end()) {
            plans.push_back(make_plan(verdict));
            found = plans.end() - 1;
        }
        return static_cast<std::uint16_t>(found - plans.begin());
    }

    [[nodiscard]] DayPlan make_plan(const Verdict& verdict) const {
        DayPlan plan{verdict, whole_closing(verdict.closings).has_value(), false, {}};
        if (plan.closed_by_closing) return plan;
        if (verdict.rule == no_rule) {
            if (rules_.choices.unlisted == Unlisted::unknown) plan.spans = {{0, 24 * 60, State::unknown, no_service}};
            return plan;
        }
        const auto& outcome = rules_.rules[verdict.rule].then;
        if (const auto* open = std::get_if<Open>(&outcome)) {
            add_spans(plan, open->services, State::open);
        } else if (const auto* unknown = std::get_if<Unknown>(&outcome)) {
            if (unknown->services.empty()) plan.spans = {{0, 24 * 60, State::unknown, no_service}};
            add_spans(plan, unknown->services, State::unknown);
        }
        return plan;
    }

    void add_spans(DayPlan& plan, const std::vector<Service>& services, State state) const {
        for (std::size_t i = 0; i < services.size(); ++i) {
            if (closes_service(plan.verdict.closings, services[i].name)) continue;
            const bool may_close =
                whole_closing(plan.verdict.may_close) || closes_service(plan.verdict.may_close, services[i].name);
            plan.spans.push_back({static_cast<std::int16_t>(services[i].opens.count()),
                                  static_cast<std::int16_t>(services[i].closes.count()),
                                  may_close ? State::unknown : state, static_cast<std::uint8_t>(i)});
        }
        plan.closed_by_closing = plan.spans.empty() && !services.empty();
        const auto is_unknown = [](const Span& span) { return span.state == State::unknown; };
        plan.unknown_by_closing = state == State::open && !plan.spans.empty() &&
                                  std::all_of(plan.spans.begin(), plan.spans.end(), is_unknown);
    }
    [[nodiscard]] bool closes_service(std::uint64_t closings, const std::string& name) const {
        for (; closings != 0; closings &= closings - 1) {
            const auto& names = rules_.closings[static_cast<std::size_t>(std::countr_zero(closings))].services;
            if (std::find(names.begin(), names.end(), name) != names.end()) return true;
        }
        return false;
    }

    [[nodiscard]] const DayPlan& plan(std::size_t day) const { return table_.plans[table_.plan_of_day[day]]; }
    [[nodiscard]] const MinuteStates& states(std::size_t day) const { return table_.states[table_.states_of_day[day]]; }

    /// Days alike in their own plan and in that of the day before share their minutes.
    void fill_states() {
        std::unordered_map<std::uint32_t, std::uint32_t> known;
        auto before = static_cast<std::uint32_t>(no_rule);
        table_.states_of_day.reserve(table_.plan_of_day.size());
        for (std::size_t day = 0; day < table_.plan_of_day.size(); ++day) {
            const std::uint32_t today = table_.plan_of_day[day];
            const auto next = static_cast<std::uint32_t>(table_.states.size());
            const auto [found, is_new] = known.try_emplace(before << 16 | today, next);
            if (is_new) table_.states.push_back(states_of(day));
            table_.states_of_day.push_back(found->second);
            before = today;
        }
    }
    [[nodiscard]] MinuteStates states_of(std::size_t day) const {
        MinuteStates states;
        for (const auto& span : plan(day).spans) states.fill(span.begin, span.end, span.state);
        if (day == 0) return states;
        for (const auto& span : plan(day - 1).spans) {
            states.fill(span.begin - MinuteStates::minutes, span.end - MinuteStates::minutes, span.state);
        }
        return states;
    }

    enum class AllDay : std::uint8_t { neither, empty, open, unknown };

    [[nodiscard]] AllDay all_day(std::size_t day) const {
        if (plan(day).spans.empty()) return AllDay::empty;
        const auto is = held_[table_.states_of_day[day]];
        if (is.closed || (is.open && is.unknown)) return AllDay::neither;
        return is.open ? AllDay::open : AllDay::unknown;
    }

    void count_runs() {
        for (const auto& states : table_.states) held_.push_back(states.held());
        auto& runs = table_.run_of_day;
        runs.assign(table_.plan_of_day.size(), 0);
        auto following = AllDay::neither;
        for (std::size_t day = runs.size(); day-- > 0;) {
            const auto kind = all_day(day);
            if (kind != AllDay::neither) {
                const bool same = kind == following && runs[day + 1] < 0xffff;
                runs[day] = static_cast<std::uint16_t>(same ? runs[day + 1] + 1 : 1);
            }
            following = kind;
        }
    }

    void find_certain() {
        auto& distances = table_.days_to_certain;
        distances.assign(table_.plan_of_day.size(), 0);
        std::uint16_t distance = 0;
        for (std::size_t day = distances.size(); day-- > 0;) {
            if (distance < 0xffff) ++distance;
            if (held_[table_.states_of_day[day]].open) distance = 0;
            distances[day] = distance;
        }
    }

    const Rules& rules_;
    const HolidayCalendar& calendar_;
    Date first_;
    Date last_;
    date::days margin_;
    std::vector<Verdict> verdicts_;
    std::vector<std::pair<Date, std::size_t>> met_;  ///< closings that a 祝日 moves, by date
    std::vector<MinuteStates::Held> held_;           ///< by `DayTable::states`
    DayTable table_;
};

}  // namespace detail
}  // namespace denwaban
