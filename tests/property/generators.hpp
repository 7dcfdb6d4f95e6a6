#pragma once

/// Random rules, calendars and zones of the kinds that restaurants have, and of kinds that they don't.

#include <rapidcheck.h>

#include <optional>
#include <string>
#include <vector>

#include <denwaban/hours.hpp>

namespace generate {

using namespace denwaban;

template <class T>
rc::Gen<T> one_of(std::vector<T> choices) {
    return rc::gen::elementOf(choices);
}

/// Characters that JSON, JSON pointers, XML or UTF-8 make something of.
inline rc::Gen<std::string> label() {
    const auto characters = one_of<std::string>({"夜", "a", " ", "\"", "\\", "/", "~", "&", "<", "é", "\u00a0", "😀"});
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(characters),
                        [](const std::vector<std::string>& drawn) {
                            std::string text;
                            for (const auto& character : drawn) text += character;
                            return text;
                        });
}

inline rc::Gen<std::string> name() {
    return rc::gen::map(label(), [](const std::string& text) { return "店" + text; });
}

template <class T>
rc::Gen<std::optional<T>> maybe(const rc::Gen<T>& some) {
    return rc::gen::oneOf(rc::gen::just(std::optional<T>{}),
                          rc::gen::map(some, [](T value) { return std::optional<T>{std::move(value)}; }));
}

template <class T>
rc::Gen<std::vector<T>> few(const rc::Gen<T>& some) {
    return rc::gen::scale(0.1, rc::gen::container<std::vector<T>>(some));
}

template <class Set>
rc::Gen<Set> small_set(unsigned first, unsigned last) {
    return rc::gen::map(rc::gen::nonEmpty(rc::gen::container<std::vector<unsigned>>(rc::gen::inRange(first, last + 1))),
                        [](const std::vector<unsigned>& members) {
                            Set set;
                            for (const auto member : members) set.insert(member);
                            return set;
                        });
}

inline rc::Gen<Date> date_in(Date first, Date last) {
    return rc::gen::map(rc::gen::inRange<long>(0, (last - first).count() + 1),
                        [first](long days) { return first + date::days{days}; });
}

/// Dates thick with holidays.
inline rc::Gen<Date> date_in_2026() { return date_in(make_date(2026, 1, 1), make_date(2027, 1, 20)); }

inline rc::Gen<date::month_day> month_day() {
    return rc::gen::map(date_in_2026(), [](Date date) {
        const date::year_month_day civil{date};
        return civil.month() / civil.day();
    });
}

inline rc::Gen<When> when(int depth);

template <class Compound>
rc::Gen<When> compound(int depth) {
    return rc::gen::map(rc::gen::mapcat(rc::gen::inRange<std::size_t>(1, 4),
                                        [depth](std::size_t count) {
                                            return rc::gen::container<std::vector<When>>(count, when(depth - 1));
                                        }),
                        [](std::vector<When> conditions) { return When{Compound{std::move(conditions)}}; });
}

inline rc::Gen<When> simple_when() {
    using namespace rc;
    return gen::weightedOneOf<When>({
        {1, gen::just(When{EveryDay{}})},
        {6, gen::map(small_set<WeekdaySet>(0, 6), [](WeekdaySet set) { return When{OnWeekdays{set}}; })},
        {3, gen::just(When{OnHolidays{}})},
        {3, gen::just(When{OnHolidayEves{}})},
        {2, gen::just(When{OnDaysAfterHolidays{}})},
        {1, gen::map(one_of<std::string>({"元日", "敬老の日", "国民の休日", "憲法記念日"}),
                     [](std::string name) { return When{OnNamedHoliday{std::move(name)}}; })},
        {2, gen::apply(
                [](OrdinalSet ordinals, WeekdaySet set) {
                    return When{OnNthWeekdays{ordinals, set}};
                },
                small_set<OrdinalSet>(0, 5), small_set<WeekdaySet>(0, 6))},
        {1, gen::map(small_set<DayOfMonthSet>(0, 31), [](DayOfMonthSet set) { return When{OnDaysOfMonth{set}}; })},
        {1, gen::map(small_set<MonthSet>(1, 12), [](MonthSet set) { return When{InMonths{set}}; })},
        {1, gen::apply(
                [](int interval, Date anchor) {
                    return When{EveryNWeeks{interval, anchor}};
                },
                gen::inRange(2, 5), date_in(make_date(2020, 1, 1), make_date(2030, 1, 1)))},
        {2, gen::apply(
                [](date::month_day a, date::month_day b) {
                    return When{InSeason{a, b}};
                },
                month_day(), month_day())},
        {1, gen::apply(
                [](Date first, int days) {
                    return When{InPeriod{first, first + date::days{days}}};
                },
                date_in_2026(), gen::inRange(0, 30))},
        {1, gen::map(gen::container<std::vector<Date>>(date_in_2026()),
                     [](std::vector<Date> dates) { return When{OnDates{std::move(dates)}}; })},
    });
}

inline rc::Gen<When> when(int depth) {
    if (depth == 0) return simple_when();
    return rc::gen::weightedOneOf<When>({
        {6, simple_when()},
        {1, compound<AllOf>(depth)},
        {1, compound<AnyOf>(depth)},
        {1, compound<NoneOf>(depth)},
    });
}

/// Times on the half hour, so that openings often meet.
inline rc::Gen<std::vector<Service>> services() {
    return rc::gen::map(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 97)), [](std::vector<int> halves) {
        std::sort(halves.begin(), halves.end());
        const std::vector<std::string> names{"lunch", "dinner", "night", "tea"};
        std::vector<Service> services;
        for (std::size_t i = 0; i + 1 < halves.size() && services.size() < names.size(); i += 2) {
            if (halves[i] == halves[i + 1]) continue;
            const auto opens = *MinuteOfDay::make(halves[i] * 30), closes = *MinuteOfDay::make(halves[i + 1] * 30);
            services.push_back({names[services.size()], opens, closes, {closes, std::nullopt, opens}});
        }
        return services;
    });
}

inline rc::Gen<Outcome> outcome() {
    return rc::gen::weightedOneOf<Outcome>({
        {6, rc::gen::map(services(),
                         [](std::vector<Service> services) {
                             return services.empty() ? Outcome{Closed{}} : Outcome{Open{std::move(services)}};
                         })},
        {1, rc::gen::just(Outcome{Closed{}})},
        {1, rc::gen::just(Outcome{Open{{{"all day", MinuteOfDay::clock(0, 0), MinuteOfDay::clock(24, 0), {}}}}})},
        {1, rc::gen::map(services(), [](std::vector<Service> services) { return Outcome{Unknown{services}}; })},
    });
}

inline rc::Gen<OnHoliday> on_holiday() {
    using D = Displacement;
    return rc::gen::oneOf(rc::gen::map(one_of<D>({D::stays, D::dropped, D::next_day, D::next_weekday,
                                                  D::next_business_day, D::previous_day, D::previous_or_next_day,
                                                  D::some_following_day, D::unknown, D::day_after}),
                                       [](D displacement) { return OnHoliday{displacement}; }),
                          rc::gen::map(rc::gen::inRange(0U, 14U), [](unsigned choice) {
                              const auto then = choice < 7 ? IfHolidayToo::goes_on : IfHolidayToo::stays;
                              return OnHoliday{DisplacedToWeekday{date::weekday{choice % 7}, then}};
                          }));
}

inline rc::Gen<ClosingEffect> closing_effect() {
    return rc::gen::weightedElement<ClosingEffect>({{4, ClosingEffect::closes}, {1, ClosingEffect::may_close}});
}

inline rc::Gen<Rules> any_rules() {
    const auto rule = rc::gen::apply(
        [](When when, Outcome then, std::string said) {
            return Rule{std::move(when), std::move(then), std::move(said)};
        },
        when(2), outcome(), label());
    const auto closing = rc::gen::apply(
        [](When when, OnHoliday on_holiday, std::vector<std::string> names, std::string said, ClosingEffect effect) {
            return RegularClosing{std::move(when), on_holiday, std::move(names), std::move(said), effect};
        },
        when(1), on_holiday(),
        rc::gen::weightedOneOf<std::vector<std::string>>(
            {{4, rc::gen::just(std::vector<std::string>{})}, {1, rc::gen::just(std::vector<std::string>{"lunch"})}}),
        label(), closing_effect());
    const auto choices = rc::gen::apply(
        [](bool eve, bool saturday, bool sunday, bool unlisted) {
            return Choices{eve ? HolidayAndEve::eve_rule : HolidayAndEve::holiday_rule,
                           saturday ? WeekendEve::counts : WeekendEve::does_not_count,
                           sunday ? WeekendEve::counts : WeekendEve::does_not_count,
                           unlisted ? Unlisted::unknown : Unlisted::closed};
        },
        rc::gen::arbitrary<bool>(), rc::gen::arbitrary<bool>(), rc::gen::arbitrary<bool>(), rc::gen::arbitrary<bool>());
    return rc::gen::apply(
        [](std::vector<Rule> list, std::vector<RegularClosing> closings, Choices chosen) {
            Rules rules{std::move(list), std::move(closings), chosen};
            if (!unknown_services(rules).empty()) {
                std::erase_if(rules.closings, [](const RegularClosing& one) { return !one.services.empty(); });
            }
            return rules;
        },
        rc::gen::container<std::vector<Rule>>(rule), few(closing), choices);
}

/// What restaurants say: hours for every day, a closing day or two that 祝日 move, and some dates of their own where
/// the closings land.
inline rc::Gen<Rules> restaurant_like_rules() {
    const auto closing = rc::gen::apply(
        [](unsigned weekday, OnHoliday on_holiday, ClosingEffect effect) {
            return RegularClosing{{OnWeekdays{{weekday}}}, on_holiday, {}, "", effect};
        },
        rc::gen::inRange(0U, 7U), on_holiday(), closing_effect());
    const auto own_dates = rc::gen::container<std::vector<Date>>(
        4, rc::gen::oneOf(date_in(make_date(2026, 5, 1), make_date(2026, 5, 10)),
                          date_in(make_date(2026, 9, 18), make_date(2026, 9, 28))));
    return rc::gen::apply(
        [](std::vector<Service> daily, Outcome dated, std::vector<Date> dates, std::vector<RegularClosing> closings) {
            if (daily.empty()) daily = {{"dinner", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(26, 0), {}}};
            return Rules{{{{EveryDay{}}, Open{std::move(daily)}, ""}, {{OnDates{std::move(dates)}}, dated, ""}},
                         std::move(closings),
                         {}};
        },
        services(), outcome(), own_dates, rc::gen::container<std::vector<RegularClosing>>(2, closing));
}

inline rc::Gen<Rules> rules() { return rc::gen::oneOf(any_rules(), restaurant_like_rules()); }

inline rc::Gen<HolidayCalendar> calendar() {
    return rc::gen::map(rc::gen::container<std::vector<Date>>(date_in_2026()), [](const std::vector<Date>& dates) {
        static const auto japan = HolidayCalendar::japan();
        auto calendar = japan;
        for (std::size_t i = 0; i < std::min<std::size_t>(dates.size(), 6); ++i) {
            calendar = *(i % 2 == 0 ? calendar.with(dates[i], "記念日") : calendar.without(dates[i]));
        }
        return calendar;
    });
}

/// Tokyo, fixed offsets, and clocks that jump by up to a day at any hour, a few days apart.
inline rc::Gen<TimeZone> zone() {
    const auto jumping = rc::gen::map(
        rc::gen::container<std::vector<int>>(8, rc::gen::inRange(0, 1 << 20)), [](const std::vector<int>& random) {
            std::vector<TimeZone::Change> changes;
            auto at = Instant{make_date(2026, 4, 20).time_since_epoch()};
            for (const auto number : random) {
                at += date::days{3 + number % 40} + std::chrono::minutes{number % 1440};
                changes.push_back({at, std::chrono::minutes{(number / 7 % 49 - 24) * 30}});
            }
            return TimeZone{"Test/Jumping", std::chrono::hours{1}, std::move(changes)};
        });
    return rc::gen::oneOf(rc::gen::just(TimeZone::tokyo()),
                          rc::gen::map(rc::gen::inRange(-24, 29),
                                       [](int halves) {
                                           return TimeZone{"Test/Fixed", std::chrono::minutes{30 * halves}};
                                       }),
                          jumping);
}

}  // namespace generate
