#include "rules.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include <denwaban/hours/validate.hpp>

namespace denwaban::formats::amazon_connect {

namespace {

/// Until when what goes on at midnight belongs to the evening before.
constexpr std::size_t noon = minutes_a_day / 2;

/// What begins on a date, past midnight if it goes on.
struct Openings {
    State state = State::open;
    std::vector<Slice> slices{};
    friend auto operator<=>(const Openings&, const Openings&) = default;
};

/// Until when `today` only continues what was open `yesterday`; 0 if it does not.
[[nodiscard]] std::size_t end_of_night(const DayHours& yesterday, const DayHours& today) {
    const auto& minutes = today.minutes;
    if (yesterday.state != today.state || !yesterday.minutes[minutes_a_day - 1] || !minutes[0]) return 0;
    std::size_t end = 0;
    while (end <= noon && minutes[end]) ++end;
    return end <= noon ? end : 0;
}

[[nodiscard]] Openings openings_of(const DayHours& yesterday, const DayHours& today, const DayHours& tomorrow) {
    Openings openings{today.state, slices_of(today.minutes)};
    if (end_of_night(yesterday, today) > 0) openings.slices.erase(openings.slices.begin());
    if (openings.slices.empty()) return {};
    auto& ends = openings.slices.back().end;
    if (ends == minutes_a_day) ends += end_of_night(today, tomorrow);
    return openings;
}

[[nodiscard]] Outcome outcome_of(const Openings& openings) {
    if (openings.slices.empty()) return Closed{};
    if (openings.slices.size() > max_services) return Unknown{};
    std::vector<Service> services;
    for (const auto& slice : openings.slices) {
        const auto minute = [](std::size_t count) { return MinuteOfDay::make(static_cast<int>(count)).value(); };
        services.push_back({"", minute(slice.begin), minute(slice.end), {}});
    }
    if (openings.state == State::unknown) return Unknown{std::move(services)};
    return Open{std::move(services)};
}

[[nodiscard]] unsigned last_or(int number) { return number == last ? 0U : static_cast<unsigned>(number); }

[[nodiscard]] When one_of_all(std::vector<When> conditions) {
    if (conditions.size() == 1) return std::move(conditions.front());
    return {AllOf{std::move(conditions)}};
}

class RulesBuilder {
public:
    RulesBuilder(const Schedule& schedule, Findings& findings) : schedule_(schedule), findings_(findings) {}

    [[nodiscard]] Rules build() && {
        work_out_week();
        work_out_dates();
        find_contradictions();
        for (const auto type : {OverrideType::standard, OverrideType::open, OverrideType::closed}) {
            for (const auto& override : schedule_.overrides) {
                if (override.type == type) add_rules_of(override);
            }
        }
        add_other_dates();
        std::reverse(rules_.begin(), rules_.end());
        return {std::move(rules_), {}, {}};
    }

private:
    using Id = std::size_t;
    using Dates = std::vector<Date>;

    [[nodiscard]] Id id_of(Openings openings) {
        const auto [found, added] = ids_.try_emplace(std::move(openings), ids_.size());
        if (!added) return found->second;
        outcomes_.push_back(outcome_of(found->first));
        if (found->first.slices.size() > max_services) {
            findings_.push_back({FindingKind::not_expressible, Weight::loss,
                                 "opens more than 32 times on a date, which has become unknown"});
        }
        return found->second;
    }

    /// Rules are added from the broadest to the narrowest, and turned round in the end.
    void add_rule(When when, Id id, std::string label) {
        rules_.push_back({std::move(when), outcomes_[id], std::move(label)});
    }

    void work_out_week() {
        std::map<Id, WeekdaySet> days_of;
        for (unsigned day = 0; day < 7; ++day) {
            const auto hours = [&](unsigned weekday) { return DayHours{State::open, schedule_.week[weekday % 7]}; };
            week_[day] = id_of(openings_of(hours(day + 6), hours(day), hours(day + 1)));
            days_of[week_[day]].insert(day);
        }
        for (auto it = days_of.rbegin(); it != days_of.rend(); ++it) {
            const auto& [id, days] = *it;
            if (std::holds_alternative<Closed>(outcomes_[id])) continue;
            add_rule(days_of.size() == 1 ? When{EveryDay{}} : When{OnWeekdays{days}}, id, "");
        }
    }

    /// What every date near an override brings, and what the week alone would.
    void work_out_dates() {
        if (schedule_.overrides.empty()) return;
        auto until = first_known_date;
        first_ = last_known_date;
        for (const auto& override : schedule_.overrides) {
            first_ = std::min(first_, std::max(override.from - date::days{1}, first_known_date));
            until = std::max(until, std::min(override.till + date::days{1}, last_known_date));
        }
        auto yesterday = kind_of(effective_hours(schedule_, first_ - date::days{1}));
        auto today = kind_of(effective_hours(schedule_, first_));
        for (auto date = first_; date <= until; date += date::days{1}) {
            const auto tomorrow = kind_of(effective_hours(schedule_, date + date::days{1}));
            wanted_.push_back(id_between(yesterday, today, tomorrow));
            said_.push_back(week_[weekday_of(date)]);
            if (kinds_[today].state == State::unknown) unknown_.push_back(date);
            yesterday = std::exchange(today, tomorrow);
        }
    }

    /// Days alike are of one kind: a hundred and fifty years have few.
    [[nodiscard]] std::size_t kind_of(const DayHours& hours) {
        auto& known = hours.state == State::open ? kinds_open_ : kinds_unknown_;
        const auto [found, added] = known.try_emplace(hours.minutes, kinds_.size());
        if (added) kinds_.push_back(hours);
        return found->second;
    }
    [[nodiscard]] Id id_between(std::size_t yesterday, std::size_t today, std::size_t tomorrow) {
        const auto [found, added] = id_of_days_.try_emplace({yesterday, today, tomorrow}, 0);
        if (added) found->second = id_of(openings_of(kinds_[yesterday], kinds_[today], kinds_[tomorrow]));
        return found->second;
    }

    void find_contradictions() {
        const auto says_nothing = [&](Date date) {
            return std::any_of(schedule_.overrides.begin(), schedule_.overrides.end(), [&](const Override& override) {
                return !override.says_hours && applies(override, date);
            });
        };
        std::erase_if(unknown_, says_nothing);
        if (unknown_.empty()) return;
        const auto found =
            std::find_if(schedule_.overrides.rbegin(), schedule_.overrides.rend(), [&](const Override& override) {
                return override.type == OverrideType::standard && applies(override, unknown_.front());
            });
        findings_.push_back({FindingKind::contradiction,
                             Weight::doubt,
                             "STANDARD overrides say different hours of these dates, which have become unknown",
                             JsonPointer{found->path},
                             found->name,
                             {},
                             std::move(unknown_)});
    }

    [[nodiscard]] std::size_t index(Date date) const { return static_cast<std::size_t>((date - first_).count()); }

    /// A rule for the weekdays of an override that mostly bring the same, if it makes more dates right than wrong.
    void add_rules_of(const Override& override) {
        const auto dates = dates_of(override);
        std::map<Id, Dates> dates_with;
        for (std::size_t day = 0; day < 7; ++day) {
            if (dates[day].empty()) continue;
            auto& together = dates_with[commonest(dates[day])];
            together.insert(together.end(), dates[day].begin(), dates[day].end());
        }
        for (auto& [id, together] : dates_with) {
            std::sort(together.begin(), together.end());
            if (gain(together, id) <= 0) continue;
            const bool on_every_weekday = dates_with.size() == 1 && names_every_weekday(override);
            add_rule(condition(override, together, on_every_weekday), id, override.name);
            for (const auto date : together) said_[index(date)] = id;
        }
    }

    /// By weekday. An override that holds for days on end changes the nights between them, too.
    [[nodiscard]] std::array<Dates, 7> dates_of(const Override& override) const {
        std::array<Dates, 7> dates;
        const auto till = std::min(override.till, last_known_date);
        for (auto date = std::max(override.from, first_known_date); date <= till; date += date::days{1}) {
            if (holds_every_week(override) || applies(override, date)) dates[weekday_of(date)].push_back(date);
        }
        return dates;
    }
    [[nodiscard]] static bool holds_every_week(const Override& override) {
        const auto& recurrence = override.recurrence;
        return !recurrence || (recurrence->frequency == Frequency::weekly && recurrence->interval == 1);
    }

    [[nodiscard]] static bool names_every_weekday(const Override& override) {
        const auto& week = override.week;
        const auto named = [](const Minutes& minutes) { return minutes.any(); };
        return !override.says_hours || holds_every_week(override) || std::all_of(week.begin(), week.end(), named);
    }

    [[nodiscard]] Id commonest(const Dates& dates) const {
        std::map<Id, std::size_t> counts;
        for (const auto date : dates) ++counts[wanted_[index(date)]];
        const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
        return std::max_element(counts.begin(), counts.end(), fewer)->first;
    }

    [[nodiscard]] long gain(const Dates& dates, Id id) const {
        long gain = 0;
        for (const auto date : dates) {
            const auto wanted = wanted_[index(date)];
            gain += static_cast<long>(wanted == id) - static_cast<long>(wanted == said_[index(date)]);
        }
        return gain;
    }

    [[nodiscard]] static When condition(const Override& override, const Dates& dates, bool on_every_weekday) {
        WeekdaySet weekdays;
        for (const auto date : dates) weekdays.insert(static_cast<unsigned>(weekday_of(date)));
        const bool counted = override.recurrence && override.recurrence->weekday_occurrence;
        if (dates.size() == 1 || !is_sayable(override)) return {OnDates{dates}};
        std::vector<When> conditions{{InPeriod{override.from, override.till}}};
        if (override.recurrence) add_recurrence(override, weekdays, conditions);
        if (!on_every_weekday && !counted) conditions.push_back({OnWeekdays{weekdays}});
        return one_of_all(std::move(conditions));
    }

    /// Rules know months and weeks that come again, but not every fifth month or second year.
    [[nodiscard]] static bool is_sayable(const Override& override) {
        if (!override.recurrence) return true;
        const auto frequency = override.recurrence->frequency;
        const auto interval = override.recurrence->interval;
        return frequency == Frequency::weekly || (frequency == Frequency::monthly ? 12 % interval == 0 : interval == 1);
    }

    static void add_recurrence(const Override& override, WeekdaySet weekdays, std::vector<When>& conditions) {
        const auto& recurrence = *override.recurrence;
        if (recurrence.frequency == Frequency::weekly) {
            if (recurrence.interval > 1) conditions.push_back({EveryNWeeks{recurrence.interval, override.from}});
            return;
        }
        const auto months = months_of(override);
        if (months) conditions.push_back({InMonths{*months}});
        if (recurrence.weekday_occurrence) {
            conditions.push_back({OnNthWeekdays{{last_or(*recurrence.weekday_occurrence)}, weekdays}});
        } else {
            conditions.push_back({OnDaysOfMonth{{last_or(*recurrence.month_day)}}});
        }
    }

    [[nodiscard]] static std::optional<MonthSet> months_of(const Override& override) {
        const auto& recurrence = *override.recurrence;
        if (recurrence.month) return MonthSet{static_cast<unsigned>(*recurrence.month)};
        if (recurrence.interval == 1) return std::nullopt;
        const auto first = static_cast<unsigned>(date::year_month_day{override.from}.month()) - 1;
        MonthSet months;
        for (unsigned month = 0; month < 12; month += static_cast<unsigned>(recurrence.interval)) {
            months.insert((first + month) % 12 + 1);
        }
        return months;
    }

    void add_other_dates() {
        std::map<Id, Dates> dates_with;
        for (std::size_t i = 0; i < wanted_.size(); ++i) {
            const auto date = first_ + date::days{i};
            if (wanted_[i] != said_[i]) dates_with[wanted_[i]].push_back(date);
        }
        for (auto& [id, dates] : dates_with) add_rule({OnDates{std::move(dates)}}, id, "");
    }

    const Schedule& schedule_;
    Findings& findings_;
    std::map<Openings, Id> ids_;
    std::vector<DayHours> kinds_;
    std::unordered_map<Minutes, std::size_t> kinds_open_;
    std::unordered_map<Minutes, std::size_t> kinds_unknown_;
    std::map<std::array<std::size_t, 3>, Id> id_of_days_;
    std::vector<Outcome> outcomes_;
    std::array<Id, 7> week_{};
    Date first_{};
    std::vector<Id> wanted_;
    std::vector<Id> said_;
    Dates unknown_;
    std::vector<Rule> rules_;
};

}  // namespace

Rules rules_of(const Schedule& schedule, Findings& findings) { return RulesBuilder{schedule, findings}.build(); }

}  // namespace denwaban::formats::amazon_connect
