#include "said_hours.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include <denwaban/hours/validate.hpp>

namespace denwaban::formats {

namespace {

constexpr std::size_t max_dates_named = 1000;
/// So many that agree are compared; more are taken to disagree, so that a hostile document costs no more than others.
constexpr std::size_t max_meeting = 8;

[[nodiscard]] Meeting add_opening(std::vector<Service>& services, Service added) {
    if (services.size() > max_services) return Meeting::adds;
    if (std::find(services.begin(), services.end(), added) != services.end()) return Meeting::repeats;
    const auto apart = [&](const Service& one) { return one.closes <= added.opens || added.closes <= one.opens; };
    const auto met = std::stable_partition(services.begin(), services.end(), apart);
    const auto meeting = met == services.end() ? Meeting::adds : Meeting::overlaps;
    for (auto one = met; one != services.end(); ++one) {
        added.opens = std::min(added.opens, one->opens);
        added.closes = std::max(added.closes, one->closes);
        if (one->name != added.name) added.name.clear();
    }
    services.erase(met, services.end());
    const auto later = [](const Service& a, const Service& b) { return a.opens < b.opens; };
    services.insert(std::upper_bound(services.begin(), services.end(), added, later), added);
    return meeting;
}

/// Conditions that share an outcome.
struct Said {
    Outcome then;
    std::vector<Date> dates{};
    std::vector<When> conditions{};

    [[nodiscard]] Rule rule() && {
        if (!dates.empty()) conditions.insert(conditions.begin(), When{OnDates{std::move(dates)}});
        auto when = conditions.size() == 1 ? std::move(conditions.front()) : When{AnyOf{std::move(conditions)}};
        return {std::move(when), std::move(then), ""};
    }
};

/// Rules of equal precedence, one for each outcome.
class RulesByOutcome {
public:
    void add(const Outcome& then, When when) {
        auto* said = of(then);
        if (said == nullptr) return;
        if (const auto* on = std::get_if<OnDates>(&when.condition)) {
            said->dates.insert(said->dates.end(), on->dates.begin(), on->dates.end());
        } else {
            said->conditions.push_back(std::move(when));
        }
    }
    void move_to(std::vector<Rule>& rules) && {
        for (auto& one : said_) rules.push_back(std::move(one).rule());
    }

private:
    /// Null if there are already more than rules may have: they will be refused.
    [[nodiscard]] Said* of(const Outcome& then) {
        const auto found = std::find_if(said_.begin(), said_.end(), [&](auto& one) { return one.then == then; });
        if (found != said_.end()) return &*found;
        if (said_.size() > max_rules) return nullptr;
        return &said_.emplace_back(Said{then});
    }

    std::vector<Said> said_;
};

[[nodiscard]] When within(Dates dates) {
    if (dates.first == dates.second) return {OnDates{{dates.first}}};
    return {InPeriod{dates.first, dates.second}};
}

/// Weekdays of a week that share an outcome.
using Weekdays = std::vector<std::pair<WeekdaySet, Outcome>>;

[[nodiscard]] Weekdays weekdays_of(const SaidWeek& week) {
    Weekdays weekdays;
    for (unsigned day = 0; day < public_holidays; ++day) {
        if (!week[day]) continue;
        const auto same = [&](const auto& one) { return one.second == *week[day]; };
        auto found = std::find_if(weekdays.begin(), weekdays.end(), same);
        if (found == weekdays.end()) found = weekdays.insert(found, {WeekdaySet{}, *week[day]});
        found->first.insert(day);
    }
    return weekdays;
}

constexpr WeekdaySet all_weekdays{0, 1, 2, 3, 4, 5, 6};

/// Whether 祝日 are told otherwise than every weekday.
[[nodiscard]] bool tells_holidays_apart(const SaidDay& holidays, const Weekdays& weekdays) {
    if (!holidays) return false;
    const bool one_for_all = weekdays.size() == 1 && weekdays[0].first == all_weekdays;
    return !one_for_all || weekdays[0].second != *holidays;
}

/// 祝日 go before the day of the week they fall on.
void add_rules(const std::vector<std::pair<Dates, SaidWeek>>& told, std::vector<Rule>& rules) {
    RulesByOutcome on_holidays;
    RulesByOutcome on_weekdays;
    for (const auto& [dates, week] : told) {
        const auto weekdays = weekdays_of(week);
        const auto& holidays = week[public_holidays];
        if (tells_holidays_apart(holidays, weekdays)) {
            on_holidays.add(*holidays, {AllOf{{within(dates), {OnHolidays{}}}}});
        }
        const bool one_date = dates.first == dates.second;
        for (const auto& [days, then] : weekdays) {
            const bool is_its_day = one_date && days.contains(date::weekday{dates.first}.c_encoding());
            if (days == all_weekdays || is_its_day) {
                on_weekdays.add(then, within(dates));
            } else if (!one_date) {
                on_weekdays.add(then, {AllOf{{within(dates), {OnWeekdays{days}}}}});
            }
        }
    }
    std::move(on_holidays).move_to(rules);
    std::move(on_weekdays).move_to(rules);
}

/// Weeks within dates, taken apart so that on each date only one of them holds.
class Untangled {
public:
    explicit Untangled(const std::map<Dates, SaidWeek>& weeks) {
        struct Change {
            std::vector<const SaidWeek*> begin, end;
        };
        std::map<Date, Change> changes;
        for (const auto& [dates, week] : weeks) {
            changes[dates.first].begin.push_back(&week);
            changes[dates.second + date::days{1}].end.push_back(&week);
        }
        for (auto change = changes.begin(); change != changes.end(); ++change) {
            for (const auto* week : change->second.end) leave(*week);
            for (const auto* week : change->second.begin) enter(*week);
            const auto next = std::next(change);
            if (next != changes.end()) tell({change->first, next->first - date::days{1}});
        }
    }

    [[nodiscard]] const std::vector<std::pair<Dates, SaidWeek>>& told() const { return told_; }
    [[nodiscard]] bool contradictory() const { return contradictory_; }
    /// Ascending; empty if there are too many to name.
    [[nodiscard]] std::vector<Date> contradicted() const {
        return contradicted_.size() > max_dates_named ? std::vector<Date>{} : contradicted_;
    }

private:
    using Saying = std::set<const SaidDay*>;

    void enter(const SaidWeek& week) {
        for (unsigned day = 0; day < kinds_of_day; ++day) {
            if (week[day]) saying_[day].insert(&week[day]);
        }
    }
    void leave(const SaidWeek& week) {
        for (unsigned day = 0; day < kinds_of_day; ++day) saying_[day].erase(&week[day]);
    }

    [[nodiscard]] static bool agree(const Saying& saying) {
        if (saying.size() > max_meeting) return false;
        return std::all_of(saying.begin(), saying.end(), [&](auto* day) { return *day == **saying.begin(); });
    }

    void tell(Dates dates) {
        SaidWeek week;
        DaySet disputed;
        for (unsigned day = 0; day < kinds_of_day; ++day) {
            if (saying_[day].empty()) continue;
            const bool agreed = agree(saying_[day]);
            week[day] = agreed ? **saying_[day].begin() : SaidDay{Unknown{}};
            if (!agreed) disputed.insert(day);
        }
        if (!says_anything(week)) return;
        told_.emplace_back(dates, std::move(week));
        if (!disputed.empty()) note_dispute(dates, disputed);
    }

    void note_dispute(Dates dates, DaySet disputed) {
        contradictory_ = true;
        for (auto date = dates.first; date <= dates.second; date += date::days{1}) {
            if (contradicted_.size() > max_dates_named) return;
            const bool any = disputed.contains(public_holidays);
            if (any || disputed.contains(date::weekday{date}.c_encoding())) contradicted_.push_back(date);
        }
    }

    std::array<Saying, kinds_of_day> saying_;
    std::vector<std::pair<Dates, SaidWeek>> told_;
    std::vector<Date> contradicted_;
    bool contradictory_ = false;
};

void add_dated(const std::map<Dates, SaidWeek>& weeks, std::vector<Rule>& rules, Findings& findings) {
    const Untangled untangled{weeks};
    add_rules(untangled.told(), rules);
    if (!untangled.contradictory()) return;
    findings.push_back({FindingKind::contradiction,
                        Weight::loss,
                        "hours of different dates meet and disagree: unknown where they meet",
                        {},
                        {},
                        {},
                        untangled.contradicted()});
}

void add_usual(const SaidWeek& week, std::vector<Rule>& rules) {
    const auto weekdays = weekdays_of(week);
    const auto& holidays = week[public_holidays];
    if (tells_holidays_apart(holidays, weekdays)) rules.push_back({{OnHolidays{}}, *holidays, ""});
    for (const auto& [days, then] : weekdays) {
        rules.push_back({days == all_weekdays ? When{EveryDay{}} : When{OnWeekdays{days}}, then, ""});
    }
}

/// Where nothing else is said, a season is told whole: the weekdays it leaves out are closed.
[[nodiscard]] std::map<Dates, SaidWeek> told_whole(std::map<Dates, SaidWeek> seasons) {
    for (auto& [dates, week] : seasons) {
        if (weekdays_of(week).empty()) continue;
        for (unsigned day = 0; day < public_holidays; ++day) {
            if (!week[day]) week[day] = Closed{};
        }
    }
    return seasons;
}

}  // namespace

Meeting say(SaidDay& day, const Outcome& more) {
    if (!day) {
        day = more;
        return Meeting::adds;
    }
    if (std::holds_alternative<Unknown>(*day)) return Meeting::adds;
    if (std::holds_alternative<Unknown>(more)) {
        day = more;
        return Meeting::adds;
    }
    auto* open = std::get_if<Open>(&*day);
    const auto* opens = std::get_if<Open>(&more);
    if (open == nullptr && opens == nullptr) return Meeting::repeats;
    if (open == nullptr || opens == nullptr) {
        day = Unknown{};
        return Meeting::contradicts;
    }
    auto meeting = Meeting::repeats;
    for (const auto& service : opens->services) {
        const auto met = add_opening(open->services, service);
        if (met != Meeting::repeats && meeting != Meeting::overlaps) meeting = met;
    }
    return meeting;
}

bool says_anything(const SaidWeek& week) {
    return std::any_of(week.begin(), week.end(), [](const SaidDay& day) { return day.has_value(); });
}

Rules rules_of(const SaidHours& said, Findings& findings) {
    Rules rules;
    const bool seasons_alone = !says_anything(said.usual) && said.unlisted == Unlisted::closed;
    add_dated(said.specials, rules.rules, findings);
    add_dated(seasons_alone ? told_whole(said.seasons) : said.seasons, rules.rules, findings);
    add_usual(said.usual, rules.rules);
    rules.choices.unlisted = says_anything(said.usual) ? said.unlisted : Unlisted::unknown;
    return rules;
}

}  // namespace denwaban::formats
