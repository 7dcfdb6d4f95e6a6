#pragma once

/// Hours as one would work them out by hand: every rule read anew for every date, every minute walked. Shares only the
/// rules' types, the calendar's `is_holiday`/`name` and the zone's offsets with the library; slow on purpose.

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/hours.hpp>

namespace naive {

using namespace denwaban;

struct Day {
    int year;
    unsigned month, day, weekday;
    bool holiday, eve, after;
};

class Model {
public:
    Model(const Rules& rules, const HolidayCalendar& calendar, const TimeZone& zone)
        : rules_(rules), calendar_(calendar), zone_(zone) {}

    /// States of each minute from the first midnight (UTC) on, over some days; `owner` names business dates.
    struct Walk {
        Instant begins;
        std::vector<State> states;
        std::vector<std::optional<std::pair<Date, std::string>>> owners;
    };

    [[nodiscard]] Walk walk(Date first, int days) {
        const Instant begins{first.time_since_epoch()};
        const int margin = 3 * 1440;
        const int minutes = days * 1440;
        std::vector<LocalTime> clock;
        for (int i = -margin; i < minutes + margin; ++i)
            clock.push_back(zone_.local_time(begins + std::chrono::minutes{i}));

        Walk walk{begins, std::vector<State>(static_cast<std::size_t>(minutes), State::closed), {}};
        walk.owners.resize(static_cast<std::size_t>(minutes));
        for (auto date = first - date::days{2}; date <= first + date::days{days + 1}; date += date::days{1}) {
            for (const auto& [state, service] : decide(date)) {
                const auto start = LocalTime{date} + std::chrono::minutes{service.opens.count()};
                const auto end = LocalTime{date} + std::chrono::minutes{service.closes.count()};
                const auto opens = std::find_if(clock.begin(), clock.end(), [&](auto shown) { return shown >= start; });
                const auto closes = std::find_if(clock.rbegin(), clock.rend(), [&](auto shown) { return shown < end; });
                for (auto i = opens - clock.begin(); i < clock.rend() - closes; ++i) {
                    if (i < margin || i >= margin + minutes) continue;
                    const auto minute = static_cast<std::size_t>(i - margin);
                    if (walk.owners[minute]) continue;
                    walk.owners[minute] = {date, service.name};
                    walk.states[minute] = state;
                }
            }
        }
        return walk;
    }

    /// What the date brings: its services, each with its state.
    [[nodiscard]] std::vector<std::pair<State, Service>> decide(Date date) {
        const auto rule = winner(date);
        const bool dated = rule && precedence(rule->when, date) == 7;
        std::vector<Service> services;
        State state = State::closed;
        const std::vector<Service> whole_day{{"", MinuteOfDay::clock(0, 0), MinuteOfDay::clock(24, 0), {}}};
        if (!rule) {
            if (rules_.choices.unlisted == Unlisted::unknown) {
                state = State::unknown;
                services = whole_day;
            }
        } else if (const auto* open = std::get_if<Open>(&rule->then)) {
            state = State::open;
            services = open->services;
        } else if (const auto* unknown = std::get_if<Unknown>(&rule->then)) {
            state = State::unknown;
            services = unknown->services.empty() ? whole_day : unknown->services;
        }
        std::vector<std::pair<State, Service>> decided;
        for (auto& service : services) decided.emplace_back(state, std::move(service));
        if (dated) return decided;
        const bool nameless =
            !rule || (std::holds_alternative<Unknown>(rule->then) && std::get<Unknown>(rule->then).services.empty());
        for (const auto& [on, closing, effect] : effective_closings(date)) {
            if (on != date) continue;
            const auto& names = rules_.closings[closing].services;
            const auto concerned = [&](const auto& one) {
                if (names.empty()) return true;
                return !nameless && std::find(names.begin(), names.end(), one.second.name) != names.end();
            };
            if (effect == ClosingEffect::closes) std::erase_if(decided, concerned);
            for (auto& one : decided) {
                if (concerned(one)) one.first = State::unknown;
            }
        }
        return decided;
    }

private:
    [[nodiscard]] Day see(Date date) const {
        const date::year_month_day civil{date};
        Day day{static_cast<int>(civil.year()),
                static_cast<unsigned>(civil.month()),
                static_cast<unsigned>(civil.day()),
                date::weekday{date}.c_encoding(),
                calendar_.is_holiday(date),
                calendar_.is_holiday(date + date::days{1}),
                calendar_.is_holiday(date - date::days{1})};
        if (day.weekday == 6 && rules_.choices.saturday_eve == WeekendEve::does_not_count) day.eve = false;
        if (day.weekday == 0 && rules_.choices.sunday_eve == WeekendEve::does_not_count) day.eve = false;
        return day;
    }

    /// 0 any day, 1 weekday, 2 nth, 3 after, 4 eve, 5 holiday, 6 season, 7 dated; -1 does not hold.
    [[nodiscard]] int precedence(const When& when, Date date) const {
        const auto day = see(date);
        const auto& condition = when.condition;
        const auto holds = [](bool yes, int tier) { return yes ? tier : -1; };
        if (std::holds_alternative<EveryDay>(condition)) return 0;
        if (const auto* c = std::get_if<OnWeekdays>(&condition)) return holds(c->weekdays.contains(day.weekday), 1);
        if (std::holds_alternative<OnHolidays>(condition)) return holds(day.holiday, 5);
        if (std::holds_alternative<OnHolidayEves>(condition)) return holds(day.eve, 4);
        if (std::holds_alternative<OnDaysAfterHolidays>(condition)) return holds(day.after, 3);
        if (const auto* c = std::get_if<OnNamedHoliday>(&condition)) return holds(calendar_.name(date) == c->name, 5);
        if (const auto* c = std::get_if<OnNthWeekdays>(&condition)) {
            if (!c->weekdays.contains(day.weekday)) return -1;
            unsigned count = 0;
            bool later = false;
            for (int offset = -31; offset <= 31; ++offset) {
                const auto other = see(date + date::days{offset});
                if (other.month != day.month || other.year != day.year || other.weekday != day.weekday) continue;
                if (offset <= 0) ++count;
                if (offset > 0) later = true;
            }
            return holds(c->ordinals.contains(count) || (!later && c->ordinals.contains(last_ordinal)), 2);
        }
        if (const auto* c = std::get_if<OnDaysOfMonth>(&condition)) {
            const bool last = see(date + date::days{1}).day == 1;
            return holds(c->days.contains(day.day) || (last && c->days.contains(last_day_of_month)), 2);
        }
        if (const auto* c = std::get_if<InMonths>(&condition)) return holds(c->months.contains(day.month), 2);
        if (const auto* c = std::get_if<EveryNWeeks>(&condition)) {
            auto week = c->anchor;
            while (see(week).weekday != 1) week -= date::days{1};
            while (week > date) week -= date::days{7 * c->interval};
            while (week + date::days{7 * c->interval} <= date) week += date::days{7 * c->interval};
            return holds(date < week + date::days{7}, 2);
        }
        if (const auto* c = std::get_if<InSeason>(&condition)) {
            const auto number = [](date::month_day md) {
                return static_cast<unsigned>(md.month()) * 100 + static_cast<unsigned>(md.day());
            };
            const auto today = day.month * 100 + day.day;
            const auto from = number(c->first), to = number(c->last);
            return holds(from <= to ? from <= today && today <= to : today >= from || today <= to, 6);
        }
        if (const auto* c = std::get_if<InPeriod>(&condition)) return holds(c->first <= date && date <= c->last, 7);
        if (const auto* c = std::get_if<OnDates>(&condition)) {
            return holds(std::count(c->dates.begin(), c->dates.end(), date) > 0, 7);
        }
        if (const auto* c = std::get_if<AllOf>(&condition)) {
            int tier = 0;
            for (const auto& part : c->conditions) {
                const int one = precedence(part, date);
                if (one < 0) return -1;
                tier = std::max(tier, one);
            }
            return tier;
        }
        if (const auto* c = std::get_if<AnyOf>(&condition)) {
            int tier = -1;
            for (const auto& part : c->conditions) tier = std::max(tier, precedence(part, date));
            return tier;
        }
        for (const auto& part : std::get<NoneOf>(condition).conditions) {
            if (precedence(part, date) >= 0) return -1;
        }
        return 0;
    }

    [[nodiscard]] const Rule* winner(Date date) {
        if (const auto known = winners_.find(date); known != winners_.end()) return known->second;
        const Rule* best = nullptr;
        double best_tier = -1;
        for (const auto& rule : rules_.rules) {
            double tier = precedence(rule.when, date);
            if (tier < 0) continue;
            if (tier == 4 && rules_.choices.holiday_and_eve == HolidayAndEve::eve_rule) tier = 5.5;
            if (tier > best_tier) {
                best = &rule;
                best_tier = tier;
            }
        }
        return winners_[date] = best;
    }

    struct Effective {
        Date on;
        std::size_t closing;
        ClosingEffect effect;
    };

    /// Every closing that takes effect within some months of `around`, in a fixed window.
    [[nodiscard]] std::vector<Effective> effective_closings(Date around) {
        if (closings_ && std::chrono::abs(around - closings_around_) < date::days{30}) return *closings_;
        closings_around_ = around;
        closings_.emplace();
        const auto from = around - date::days{120}, to = around + date::days{120};
        std::vector<std::pair<Date, std::size_t>> moving;
        for (auto date = from; date <= to; date += date::days{1}) {
            for (std::size_t i = 0; i < rules_.closings.size(); ++i) {
                if (precedence(rules_.closings[i].when, date) < 0) continue;
                const auto& [when, on_holiday, services, label, effect] = rules_.closings[i];
                if (!calendar_.is_holiday(date) || on_holiday == OnHoliday{Displacement::stays}) {
                    closings_->push_back({date, i, effect});
                } else if (on_holiday == OnHoliday{Displacement::unknown}) {
                    closings_->push_back({date, i, ClosingEffect::may_close});
                } else {
                    moving.emplace_back(date, i);
                }
            }
        }
        for (const auto& [date, closing] : moving) move(date, closing);
        return *closings_;
    }

    void move(Date from, std::size_t closing) {
        const auto& where = rules_.closings[closing].on_holiday;
        const auto* displacement = std::get_if<Displacement>(&where);
        if (displacement && *displacement == Displacement::dropped) return;
        if (displacement && *displacement == Displacement::previous_or_next_day) {
            const auto before = destination(from, closing, -1), after = destination(from, closing, 1);
            if (before) closings_->push_back({*before, closing, ClosingEffect::may_close});
            if (after) closings_->push_back({*after, closing, ClosingEffect::may_close});
        } else if (displacement && *displacement == Displacement::some_following_day) {
            for (int days = 1; days <= 6; ++days) {
                const auto date = from + date::days{days};
                if (fits(date, closing, displacement)) closings_->push_back({date, closing, ClosingEffect::may_close});
            }
        } else if (displacement && *displacement == Displacement::day_after) {
            const auto next = from + date::days{1};
            const bool either = calendar_.is_holiday(next) && fits_any(next, closing);
            const auto to = destination(from, closing, 1);
            const auto effect = either && to ? ClosingEffect::may_close : rules_.closings[closing].effect;
            if (either) closings_->push_back({next, closing, effect});
            if (to) closings_->push_back({*to, closing, effect});
        } else {
            const bool back = displacement && *displacement == Displacement::previous_day;
            const auto to = destination(from, closing, back ? -1 : 1);
            if (to) closings_->push_back({*to, closing, rules_.closings[closing].effect});
        }
    }

    [[nodiscard]] std::optional<Date> destination(Date from, std::size_t closing, int direction) {
        const auto& where = rules_.closings[closing].on_holiday;
        const auto* displacement = std::get_if<Displacement>(&where);
        bool weekday_seen = displacement != nullptr;
        for (int step = 1; step <= 14; ++step) {
            const auto date = from + date::days{direction * step};
            if (!weekday_seen && date::weekday{date} == std::get<DisplacedToWeekday>(where).weekday)
                weekday_seen = true;
            if (weekday_seen && fits(date, closing, displacement)) return date;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool fits(Date date, std::size_t closing, const Displacement* displacement) {
        const auto* named = std::get_if<DisplacedToWeekday>(&rules_.closings[closing].on_holiday);
        if (named && named->if_holiday == IfHolidayToo::stays && named->weekday == date::weekday{date})
            return fits_any(date, closing);
        if (calendar_.is_holiday(date) || !fits_any(date, closing)) return false;
        const auto* rule = winner(date);
        const auto weekday = date::weekday{date}.c_encoding();
        if (displacement && *displacement == Displacement::next_weekday) return weekday != 0 && weekday != 6;
        if (displacement && *displacement == Displacement::next_business_day) {
            return rule && std::holds_alternative<Open>(rule->then);
        }
        return true;
    }

    /// On a 祝日 too.
    [[nodiscard]] bool fits_any(Date date, std::size_t closing) {
        const auto* rule = winner(date);
        if (rule && precedence(rule->when, date) == 7) return false;
        if (!rule && rules_.choices.unlisted == Unlisted::closed) return false;
        if (rule && std::holds_alternative<Closed>(rule->then)) return false;
        for (const auto& [on, other, effect] : *closings_) {
            const bool closes_all = effect == ClosingEffect::closes && rules_.closings[other].services.empty();
            if (on == date && (other == closing || closes_all)) return false;
        }
        return true;
    }

    const Rules& rules_;
    const HolidayCalendar& calendar_;
    const TimeZone& zone_;
    std::map<Date, const Rule*> winners_;
    std::optional<std::vector<Effective>> closings_;
    Date closings_around_;
};

}  // namespace naive
