#include "recurrences.hpp"

#include <algorithm>
#include <bitset>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace denwaban::formats::amazon_connect {

namespace {

constexpr std::size_t candidates_tried = 24;

/// A recurrence, a date from which it counts weeks, and its weekdays.
struct Pattern {
    Recurrence recurrence;
    Date anchor;
    std::bitset<7> weekdays;

    [[nodiscard]] bool holds_on(Date date) const {
        return weekdays[weekday_of(date)] && recurs_on(recurrence, anchor, date);
    }
    friend bool operator<(const Pattern& a, const Pattern& b) {
        const auto key = [](const Pattern& p) { return std::tuple{p.recurrence, p.anchor, p.weekdays.to_ulong()}; };
        return key(a) < key(b);
    }
};

constexpr std::bitset<7> any_weekday{0b1111111};
/// Which Sunday belongs to which week is not documented, so that it recurs alone.
constexpr std::bitset<7> not_sunday{0b1111110};

void add_weekly(Date date, std::vector<Pattern>& patterns) {
    constexpr auto some_monday = make_date(1900, 1, 1);
    const auto weekday = weekday_of(date);
    const auto weeks = static_cast<int>((date - some_monday).count() / 7);
    for (int interval = 2; interval <= 6; ++interval) {
        const Recurrence recurrence{.frequency = Frequency::weekly, .interval = interval};
        const auto anchor = some_monday + date::days{7 * (weeks % interval)};
        patterns.push_back({recurrence, anchor, std::bitset<7>{}.set(weekday)});
        if (weekday != 0) patterns.push_back({recurrence, anchor, not_sunday});
    }
}

/// By day of the month and by weekday; the weekday of a fifth one can only be the last.
void add_in_month(Recurrence recurrence, Date date, std::vector<Pattern>& patterns) {
    const date::year_month_day civil{date};
    const auto day = static_cast<int>(static_cast<unsigned>(civil.day()));
    const auto length = static_cast<int>(static_cast<unsigned>((civil.year() / civil.month() / date::last).day()));
    const auto add_day = [&](int month_day) {
        recurrence.month_day = month_day;
        patterns.push_back({recurrence, Date{}, any_weekday});
    };
    const auto add_weekday = [&](int occurrence) {
        recurrence.weekday_occurrence = occurrence;
        patterns.push_back({recurrence, Date{}, std::bitset<7>{}.set(weekday_of(date))});
    };
    add_day(day);
    if (day == length) add_day(last);
    recurrence.month_day = std::nullopt;
    if (day <= 28) add_weekday((day - 1) / 7 + 1);
    if (day > length - 7) add_weekday(last);
}

[[nodiscard]] std::vector<Pattern> patterns_of(Date date) {
    std::vector<Pattern> patterns;
    add_weekly(date, patterns);
    const auto month = static_cast<int>(static_cast<unsigned>(date::year_month_day{date}.month()));
    add_in_month({.frequency = Frequency::monthly}, date, patterns);
    add_in_month({.frequency = Frequency::yearly, .month = month}, date, patterns);
    return patterns;
}

/// Days of a pattern in a row, from one that is wrong to another, of which each weekday has the same hours.
struct Stretch {
    std::array<std::optional<std::size_t>, 7> kinds{};
    std::vector<std::size_t> days{};
    std::size_t wrong = 0;
};

class CandidateSearch {
public:
    CandidateSearch(const Days& days, const KindOfWeekday& week, const std::vector<std::size_t>& wrong)
        : days_(days), week_(week), wrong_(wrong) {}

    [[nodiscard]] std::vector<RecurringOverrides> find() const {
        std::vector<RecurringOverrides> candidates;
        for (const auto& pattern : promising_patterns()) {
            auto stretch = best_stretch(pattern);
            if (stretch.wrong < 2) continue;
            auto made = overrides_for(pattern, std::move(stretch));
            const auto too_long = [](const Override& override) { return count_slices(override.week) > max_slices; };
            const bool fits = std::none_of(made.overrides.begin(), made.overrides.end(), too_long);
            if (fits) candidates.push_back(std::move(made));
        }
        return candidates;
    }

private:
    [[nodiscard]] bool is_wrong(std::size_t day) const { return std::binary_search(wrong_.begin(), wrong_.end(), day); }

    /// Those that hold on the most wrong days, and on more than one.
    [[nodiscard]] std::vector<Pattern> promising_patterns() const {
        std::map<Pattern, std::size_t> counts;
        for (const auto day : wrong_) {
            for (const auto& pattern : patterns_of(days_.date(day))) ++counts[pattern];
        }
        std::vector<std::pair<Pattern, std::size_t>> ranked;
        for (const auto& [pattern, count] : counts) {
            if (count > 1) ranked.emplace_back(pattern, count);
        }
        const auto holds_more = [](const auto& a, const auto& b) { return a.second > b.second; };
        std::stable_sort(ranked.begin(), ranked.end(), holds_more);
        std::vector<Pattern> patterns;
        for (const auto& [pattern, count] : ranked) {
            if (patterns.size() < candidates_tried) patterns.push_back(pattern);
        }
        return patterns;
    }

    [[nodiscard]] Stretch best_stretch(const Pattern& pattern) const {
        Stretch best, current;
        const auto finish = [&] {
            while (!current.days.empty() && !is_wrong(current.days.back())) current.days.pop_back();
            if (current.wrong > best.wrong) best = std::move(current);
            current = {};
        };
        for (std::size_t day = 0; day < days_.size(); ++day) {
            if (!pattern.holds_on(days_.date(day))) continue;
            const auto kind = days_.kind_of_day[day];
            if (current.kinds[days_.weekday(day)].value_or(kind) != kind) finish();
            if (current.days.empty() && !is_wrong(day)) continue;
            current.kinds[days_.weekday(day)] = kind;
            current.days.push_back(day);
            current.wrong += is_wrong(day) ? 1 : 0;
        }
        finish();
        return best;
    }

    [[nodiscard]] RecurringOverrides overrides_for(const Pattern& pattern, Stretch stretch) const {
        Week opened{}, closed{};
        for (std::size_t weekday = 0; weekday < 7; ++weekday) {
            if (!stretch.kinds[weekday]) continue;
            const auto& hours = days_.kinds[*stretch.kinds[weekday]];
            const auto& usual = days_.kinds[week_[weekday]];
            if ((hours & ~usual).any()) opened[weekday] = hours;
            if ((usual & ~hours).any()) closed[weekday] = ~hours;
        }
        RecurringOverrides made{{}, std::move(stretch.days)};
        const auto add = [&](OverrideType type, const Week& week) {
            if (std::all_of(week.begin(), week.end(), [](const Minutes& minutes) { return minutes.none(); })) return;
            const auto from = days_.date(made.days.front()), till = days_.date(made.days.back());
            made.overrides.push_back({type, "", from, till, week, pattern.recurrence});
        };
        add(OverrideType::closed, closed);
        add(OverrideType::open, opened);
        return made;
    }

    const Days& days_;
    const KindOfWeekday& week_;
    const std::vector<std::size_t>& wrong_;
};

}  // namespace

std::vector<RecurringOverrides> recurring_candidates(const Days& days, const KindOfWeekday& week,
                                                     const std::vector<std::size_t>& wrong) {
    return CandidateSearch{days, week, wrong}.find();
}

}  // namespace denwaban::formats::amazon_connect
