#include "plan.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "common_kinds.hpp"
#include "recurrences.hpp"

namespace denwaban::formats::amazon_connect {

Days::Days(const std::vector<Minutes>& hours, Date first_date) : first(first_date), kinds{Minutes{}} {
    std::unordered_map<Minutes, std::size_t> kind_of{{Minutes{}, 0}};
    for (const auto& minutes : hours) {
        const auto [known, added] = kind_of.try_emplace(minutes, kinds.size());
        if (added) kinds.push_back(minutes);
        kind_of_day.push_back(known->second);
    }
    for (const auto& kind : kinds) slices_of_kind.push_back(slices_of(kind).size());
}

namespace {

/// Which of two sets of recurring overrides looks better on the way to the best.
enum class Prefer : std::uint8_t { fewer_overrides, fewer_wrong_days };

/// Days in a row that one STANDARD override can say: of each weekday, all have the same hours.
struct Range {
    std::size_t first;
    std::size_t last;
    KindOfWeekday week{};
};

/// How recurring overrides bring about the hours of a day: those that are wanted open it, all others close it.
struct Effect {
    bool opens = false;
    bool closes = false;
};

/// What recurs, and how many overrides that makes with the ranges that remain.
struct Recurring {
    std::vector<Override> overrides{};
    std::vector<Effect> effects{};
    std::size_t count = 0;
};

struct Plan {
    Schedule schedule;
    std::size_t overrides_needed;
};

class Planner {
public:
    Planner(const Days& days, const KindOfWeekday& week) : days_(days), week_(week) {
        recurring_.effects.resize(days.size());
    }

    [[nodiscard]] Plan plan() && {
        recurring_.count = ranges().size();
        const auto none = recurring_;
        recurring_ = std::min(search(none, Prefer::fewer_overrides), search(none, Prefer::fewer_wrong_days),
                              [](const Recurring& a, const Recurring& b) { return a.count < b.count; });
        auto& overrides = recurring_.overrides;
        for (const auto& range : ranges()) {
            if (overrides.size() == max_overrides) break;
            const auto from = days_.date(range.first), till = days_.date(range.last);
            overrides.push_back({OverrideType::standard, "", from, till, hours_of(range.week), std::nullopt});
        }
        const auto earlier = [](const Override& a, const Override& b) { return a.from < b.from; };
        std::stable_sort(overrides.begin(), overrides.end(), earlier);
        return {{hours_of(week_), std::move(overrides)}, recurring_.count};
    }

private:
    [[nodiscard]] Week hours_of(const KindOfWeekday& kinds) const {
        Week week;
        for (std::size_t day = 0; day < 7; ++day) week[day] = days_.kinds[kinds[day]];
        return week;
    }

    /// Whether hours of this kind come to what is wanted, after what recurs.
    [[nodiscard]] bool is_right(std::size_t day, std::size_t kind) const {
        if (kind == days_.kind_of_day[day]) return true;
        const auto [opens, closes] = recurring_.effects[day];
        if (opens && closes) return true;
        if (opens) return (days_.kinds[kind] & ~days_.hours(day)).none();
        return closes && (days_.hours(day) & ~days_.kinds[kind]).none();
    }
    [[nodiscard]] bool is_right(std::size_t day) const { return is_right(day, week_[days_.weekday(day)]); }

    /// Goes on for some steps that save nothing, because some recurrences only do together.
    ///
    /// Of decades it stops at what it has: every plan is right, and a longer search only finds fewer overrides.
    [[nodiscard]] Recurring search(const Recurring& start, Prefer prefer) {
        constexpr std::size_t steps_in_vain = 6, most_looked_at = 4'000'000;
        recurring_ = start;
        auto best = start;
        std::size_t looked_at = 0;
        for (std::size_t vain = 0;
             vain < steps_in_vain && looked_at < most_looked_at && add_recurring(prefer, looked_at); ++vain) {
            if (recurring_.count >= best.count) continue;
            best = recurring_;
            vain = 0;
        }
        return best;
    }

    /// Adds the days that it looked at to `looked_at`.
    [[nodiscard]] bool add_recurring(Prefer prefer, std::size_t& looked_at) {
        const auto before = recurring_;
        std::optional<Recurring> best;
        std::pair<std::size_t, std::size_t> lowest_cost;
        for (const auto& candidate : recurring_candidates(days_, week_, wrong_days())) {
            if (before.overrides.size() + candidate.overrides.size() > max_overrides) continue;
            looked_at += days_.size();
            recurring_ = before;
            apply(candidate);
            std::pair cost{recurring_.count, wrong_days().size()};
            if (prefer == Prefer::fewer_wrong_days) std::swap(cost.first, cost.second);
            if (best && cost >= lowest_cost) continue;
            best = recurring_;
            lowest_cost = cost;
        }
        recurring_ = best.value_or(before);
        return best.has_value();
    }

    void apply(const RecurringOverrides& added) {
        for (const auto& override : added.overrides) {
            for (const auto day : added.days) {
                auto& effect = recurring_.effects[day];
                const bool says_day = override.week[days_.weekday(day)].any();
                (override.type == OverrideType::open ? effect.opens : effect.closes) |= says_day;
            }
            recurring_.overrides.push_back(override);
        }
        recurring_.count = recurring_.overrides.size() + ranges().size();
    }

    [[nodiscard]] std::vector<std::size_t> wrong_days() const {
        std::vector<std::size_t> wrong;
        for (std::size_t day = 0; day < days_.size(); ++day) {
            if (!is_right(day)) wrong.push_back(day);
        }
        return wrong;
    }

    /// The fewest ranges that make every day right: each as long as can be.
    [[nodiscard]] std::vector<Range> ranges() const {
        std::vector<Range> ranges;
        for (std::size_t day = 0; day < days_.size(); ++day) {
            if (is_right(day)) continue;
            ranges.push_back(longest_range(day));
            day = ranges.back().last;
        }
        return ranges;
    }

    [[nodiscard]] Range longest_range(std::size_t first) const {
        Range range{first, first};
        std::array<bool, 7> said{};
        KindOfWeekday week{};
        std::size_t slices = 0;
        for (auto day = first; day < days_.size(); ++day) {
            const auto weekday = days_.weekday(day);
            if (!std::exchange(said[weekday], true)) {
                week[weekday] = kind_from(day);
                slices += days_.slices_of_kind[week[weekday]];
                if (slices > max_slices) break;
            }
            if (!is_right(day, week[weekday])) break;
            if (!is_right(day)) range = {first, day, week};
        }
        return range;
    }

    /// What does for this day, and for the next such weekday on which nothing recurs.
    [[nodiscard]] std::size_t kind_from(std::size_t day) const {
        constexpr std::size_t longest_interval = 6;
        for (auto later = day; later < days_.size() && later <= day + 7 * longest_interval; later += 7) {
            if (recurring_.effects[later].opens || recurring_.effects[later].closes) continue;
            const auto kind = days_.kind_of_day[later];
            return is_right(day, kind) ? kind : days_.kind_of_day[day];
        }
        return days_.kind_of_day[day];
    }

    const Days& days_;
    KindOfWeekday week_;
    Recurring recurring_;
};

/// Closes the last days of a week that has more hours than a `Config` holds; overrides will open them.
[[nodiscard]] KindOfWeekday within_limits(const Days& days, KindOfWeekday week) {
    std::size_t slices = 0;
    for (auto& kind : week) {
        slices += days.slices_of_kind[kind];
        if (slices > max_slices) kind = 0;
    }
    return week;
}

}  // namespace

Schedule plan(const Days& days) {
    const auto common = common_kinds(days);
    auto week = common.usual;
    auto best = Planner{days, within_limits(days, week)}.plan();
    for (std::size_t day = 0; day < 7; ++day) {
        if (common.longest[day] == common.usual[day]) continue;
        auto other_week = week;
        other_week[day] = common.longest[day];
        auto other = Planner{days, within_limits(days, other_week)}.plan();
        if (other.overrides_needed >= best.overrides_needed) continue;
        best = std::move(other);
        week = other_week;
    }
    return std::move(best.schedule);
}

}  // namespace denwaban::formats::amazon_connect
