#include "meaning.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include <denwaban/hours/day_table.hpp>
#include <denwaban/hours/validate.hpp>
#include <denwaban/hours/when.hpp>

#include "dates.hpp"
#include "stretches.hpp"

namespace denwaban::formats::osm {

namespace {

constexpr int early_morning = 29 * 60;
constexpr std::size_t max_cells = 400;
/// What weeks and the like come to, written out, of all rules together.
constexpr std::size_t max_dates = 50'000;

/// What holds on the dates of some conditions; later cells go before earlier ones.
struct Cell {
    std::vector<When> conditions;
    Stretches stretches;
    std::string comment;
    bool all_unknown = false;
};

/// The least and the most narrowly that a condition may name a date.
struct Breadth {
    Precedence least;
    Precedence most;
};
[[nodiscard]] Breadth breadth_of(const std::vector<When>& conditions);

[[nodiscard]] Breadth breadth_of(const When& when) {
    const auto exactly = [](Precedence precedence) { return Breadth{precedence, precedence}; };
    const auto& condition = when.condition;
    if (const auto* any = std::get_if<AnyOf>(&condition)) {
        auto breadth = breadth_of(any->conditions.front());
        for (const auto& each : any->conditions) {
            const auto other = breadth_of(each);
            breadth = {std::min(breadth.least, other.least), std::max(breadth.most, other.most)};
        }
        return breadth;
    }
    if (const auto* all = std::get_if<AllOf>(&condition)) return breadth_of(all->conditions);
    if (std::holds_alternative<EveryDay>(condition)) return exactly(Precedence::any_day);
    if (std::holds_alternative<OnWeekdays>(condition)) return exactly(Precedence::weekday);
    if (std::holds_alternative<OnHolidays>(condition)) return exactly(Precedence::holiday);
    if (std::holds_alternative<OnHolidayEves>(condition)) return exactly(Precedence::holiday_eve);
    if (std::holds_alternative<OnDaysAfterHolidays>(condition)) return exactly(Precedence::day_after_holiday);
    if (std::holds_alternative<InSeason>(condition)) return exactly(Precedence::season);
    if (std::holds_alternative<InPeriod>(condition) || std::holds_alternative<OnDates>(condition)) {
        return exactly(Precedence::dated);
    }
    return exactly(Precedence::nth_weekday);
}

[[nodiscard]] Breadth breadth_of(const std::vector<When>& conditions) {
    Breadth breadth{Precedence::any_day, Precedence::any_day};
    for (const auto& condition : conditions) {
        const auto other = breadth_of(condition);
        breadth = {std::max(breadth.least, other.least), std::max(breadth.most, other.most)};
    }
    return breadth;
}

[[nodiscard]] std::size_t dates_in(const When& when) {
    const auto sum = [](const std::vector<When>& conditions) {
        return std::accumulate(conditions.begin(), conditions.end(), std::size_t{0},
                               [](std::size_t count, const When& each) { return count + dates_in(each); });
    };
    if (const auto* on = std::get_if<OnDates>(&when.condition)) return on->dates.size();
    if (const auto* any = std::get_if<AnyOf>(&when.condition)) return sum(any->conditions);
    if (const auto* all = std::get_if<AllOf>(&when.condition)) return sum(all->conditions);
    if (const auto* none = std::get_if<NoneOf>(&when.condition)) return sum(none->conditions);
    return 0;
}

[[nodiscard]] std::vector<When> alternatives_of(When when) {
    if (auto* any = std::get_if<AnyOf>(&when.condition)) return std::move(any->conditions);
    return {std::move(when)};
}

class RulesMaker {
public:
    explicit RulesMaker(Parsed parsed) : parsed_(std::move(parsed)) {}

    [[nodiscard]] RulesReading make() && {
        for (const auto& rule : parsed_.rules) take(rule);
        for (std::size_t i = cells_.size(); i-- > 0 && dates_ <= max_dates;) add_rule(i);
        if (dates_ > max_dates) {
            give_up("its weeks are more dates than rules should hold");
        } else if (!validate(rules_).empty()) {
            give_up("no consistent rules come of it");
        }
        return {std::move(rules_), std::move(parsed_.findings), std::nullopt};
    }

private:
    void give_up(std::string why) {
        find(FindingKind::not_understood, std::move(why), {});
        rules_ = {{{{EveryDay{}}, Unknown{}, ""}}, {}, {}};
    }
    void find(FindingKind kind, std::string message, ByteRange bytes, Weight weight = Weight::loss) {
        parsed_.findings.push_back({kind, weight, std::move(message), bytes, {}, {}, {}});
    }

    [[nodiscard]] static Stretches stretches_of(const OsmRule& rule) {
        const auto state = rule.modifier == Modifier::open      ? State::open
                           : rule.modifier == Modifier::unknown ? State::unknown
                                                                : State::closed;
        if (rule.spans.empty()) return {{0, minutes_a_day, state, rule.comment}};
        Stretches stretches;
        for (const auto& span : rule.spans) {
            if (span.begin < span.end) stretches.push_back({span.begin, span.end, state, rule.comment});
            if (span.open_end)
                stretches.push_back({span.end, std::max(early_morning, span.end + 60), State::unknown, "閉店未定"});
        }
        return cut_open_ends(std::move(stretches));
    }
    /// An open end lasts until the next span at most.
    [[nodiscard]] static Stretches cut_open_ends(Stretches stretches) {
        std::sort(stretches.begin(), stretches.end(),
                  [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
        for (std::size_t i = 0; i + 1 < stretches.size(); ++i) {
            stretches[i].end = std::min(stretches[i].end, stretches[i + 1].begin);
        }
        for (auto& stretch : stretches) stretch.end = std::min(stretch.end, MinuteOfDay::max);
        std::erase_if(stretches, [](const Stretch& stretch) { return stretch.end <= stretch.begin; });
        return stretches;
    }

    void take(const OsmRule& rule) {
        if (cells_.size() * 2 > max_cells) return too_many(rule);
        if (rule.unreadable) {
            cells_.push_back({rule.days_unreadable ? std::vector<When>{} : rule.selectors, {}, rule.comment, true});
            return;
        }
        const auto stretches = stretches_of(rule);
        const bool subtracts = rule.modifier == Modifier::closed && !rule.spans.empty();
        if (rule.joint == Joint::falls_back) return fall_back(rule, stretches);
        if (subtracts) return take_away(rule, stretches);
        if (rule.modifier == Modifier::closed) {
            cells_.push_back({rule.selectors, {}, rule.comment});
        } else if (rule.joint == Joint::adds) {
            meet(rule.selectors,
                 [&](const Stretches& before) { return together(without(before, stretches), stretches); });
            cells_.insert(cells_.begin(), {rule.selectors, stretches, rule.comment});
        } else {
            cells_.push_back({rule.selectors, stretches, rule.comment});
        }
    }

    void too_many(const OsmRule& rule) {
        find(FindingKind::not_understood, "too many rules that meet", rule.bytes);
        cells_.push_back({{}, {}, rule.comment, true});
    }

    /// What the rule names at its hours, it takes away from the nights and mornings of the dates beside its own too.
    void take_away(const OsmRule& rule, const Stretches& stretches) {
        meet(rule.selectors, [&](const Stretches& before) { return without(before, stretches); });
        for (const int days : {-1, 1}) {
            Stretches there;
            for (auto stretch : stretches) {
                if (stretch.end - stretch.begin == minutes_a_day && stretch.begin == 0) continue;
                stretch.begin -= days * minutes_a_day;
                stretch.end -= days * minutes_a_day;
                there.push_back(std::move(stretch));
            }
            const bool reaches = std::any_of(cells_.begin(), cells_.end(),
                                             [&](const Cell& cell) { return meets(cell.stretches, there); });
            if (!reaches) continue;
            if (cells_.size() * 2 > max_cells) return too_many(rule);
            std::vector<When> beside;
            for (const auto& selector : rule.selectors) beside.push_back(days_beside(selector, days));
            if (dates_in(all_of(beside)) > dates_in(all_of(rule.selectors)))
                find(FindingKind::assumption, "the nights before are written out as dates of 2015 to 2039", rule.bytes,
                     Weight::note);
            meet(beside, [&](const Stretches& before) { return without(before, there); });
        }
    }

    /// A rule for these days changes what the rules before it say of them.
    template <class Change>
    void meet(const std::vector<When>& selectors, Change change) {
        const auto before = cells_.size();
        for (std::size_t i = 0; i < before; ++i) {
            auto cell = cells_[i];
            for (const auto& selector : selectors) {
                const bool said =
                    std::find(cell.conditions.begin(), cell.conditions.end(), selector) != cell.conditions.end();
                if (!said) cell.conditions.push_back(selector);
            }
            if (!cell.all_unknown) cell.stretches = change(cell.stretches);
            cells_.push_back(std::move(cell));
        }
    }

    void fall_back(const OsmRule& rule, const Stretches& stretches) {
        if (rule.modifier == Modifier::closed) return;
        meet(rule.selectors, [&](const Stretches& before) { return together(without(stretches, before), before); });
        cells_.insert(cells_.begin(), {rule.selectors, stretches, rule.comment});
    }

    void add_rule(std::size_t place) {
        const auto& cell = cells_[place];
        auto conditions = cell.conditions;
        std::vector<When> others;
        const auto mine = breadth_of(cell.conditions);
        for (auto later = place + 1; later < cells_.size(); ++later) {
            for (const auto& other : alternatives_of(all_of(cells_[later].conditions))) {
                // Of equally narrow rules the first wins, and later cells are written first.
                if (breadth_of(other).least >= mine.most) continue;
                if (other == When{EveryDay{}}) return;
                if (std::find(others.begin(), others.end(), other) != others.end()) continue;
                if (dates_ += dates_in(other); dates_ > max_dates) return;
                others.push_back(other);
            }
        }
        if (!others.empty()) conditions.push_back({NoneOf{std::move(others)}});
        const bool dated = mine.most == Precedence::dated;
        auto when = all_of(std::move(conditions));
        dates_ += dates_in(when);
        rules_.rules.push_back({std::move(when), outcome(cell, dated), cell.comment.substr(0, 500)});
    }

    [[nodiscard]] Outcome outcome(const Cell& cell, bool dated) {
        if (cell.all_unknown) return Unknown{};
        if (cell.stretches.empty()) return Closed{};
        std::vector<Service> services;
        bool open = false, unknown = false;
        for (const auto& stretch : cell.stretches) {
            (stretch.state == State::open ? open : unknown) = true;
            services.push_back({{}, *MinuteOfDay::make(stretch.begin), *MinuteOfDay::make(stretch.end), {}});
        }
        if (!unknown) return Open{std::move(services)};
        if (!open) return Unknown{std::move(services)};
        if (dated) {
            find(FindingKind::not_expressible, "open and unknown on one date of its own", {});
            return Unknown{std::move(services)};
        }
        for (std::size_t i = 0; i < services.size(); ++i) {
            if (cell.stretches[i].state == State::unknown)
                services[i].name = unknown_service(cell.stretches[i].comment);
        }
        return Open{std::move(services)};
    }

    /// A service of that name of which nobody knows whether it opens.
    [[nodiscard]] std::string unknown_service(const std::string& comment) {
        auto name = comment.empty() ? std::string{"要確認"} : comment.substr(0, 400);
        for (const auto& closing : rules_.closings) {
            if (closing.services.front() == name) return name;
        }
        rules_.closings.push_back({{EveryDay{}}, Displacement::stays, {name}, "", ClosingEffect::may_close});
        return name;
    }

    Parsed parsed_;
    std::size_t dates_ = 0;  ///< looked at so far
    std::vector<Cell> cells_;
    Rules rules_;
};

}  // namespace

RulesReading rules_of(Parsed parsed) { return RulesMaker{std::move(parsed)}.make(); }

}  // namespace denwaban::formats::osm
