#include "meaning.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <denwaban/hours/validate.hpp>

#include "doubts.hpp"
#include "week.hpp"
#include "weekdays.hpp"

namespace denwaban::formats::japanese {

namespace {

constexpr int afternoon = 15 * 60;
constexpr int early_morning = 29 * 60;
constexpr std::size_t max_dates = 64;

/// Lunch and dinner by the clock, for a closing that names a meal which the hours leave without a name.
[[nodiscard]] Meal meal_by_clock(const ListedService& service) {
    if (service.meal != Meal::none) return service.meal;
    if (service.opens >= afternoon) return Meal::dinner;
    return service.closes <= 18 * 60 ? Meal::lunch : Meal::none;
}

[[nodiscard]] std::string name_of(Meal meal) { return std::string{meal_names[static_cast<std::size_t>(meal)]}; }

class RulesMaker {
public:
    explicit RulesMaker(Listing listing) : listing_(std::move(listing)), week_(week_of(listing_)) {
        names_meals_ = std::any_of(listing_.closings.begin(), listing_.closings.end(),
                                   [](const ListedClosing& closing) { return closing.meal != Meal::none; });
    }

    [[nodiscard]] RulesReading make() && {
        open_on_holidays_said_before();
        add_hours();
        leave_holidays_open_to_doubt();
        leave_unnamed_days_open_to_doubt();
        leave_openings_without_hours_open_to_doubt();
        let_days_after_holidays_close_once();
        open_on_dates_with_hours();
        for (const auto& closing : listing_.closings) add_closing(closing);
        doubt_being_closed_all_week();
        leave_open_to_doubt(rules_, listing_);
        if (!validate(rules_).empty() || rules_.closings.size() > max_closings) {
            find(FindingKind::not_understood, Weight::loss, "no consistent rules come of it", {});
            rules_ = {{{{EveryDay{}}, Unknown{}, ""}}, {}, {}};
        }
        return {std::move(rules_), std::move(listing_.findings), std::nullopt};
    }

private:
    void find(FindingKind kind, Weight weight, std::string message, const Place& place) {
        listing_.findings.push_back({kind, weight, std::move(message), place.bytes, {}, place.part, {}});
    }

    /// 水～日 9:00～17:00（月・火が祝日の場合は営業）, and then 月・火 as closing days.
    void open_on_holidays_said_before() {
        for (unsigned weekday = 0; weekday < 7; ++weekday) {
            if (!listing_.opens_on_holidays.contains(weekday)) continue;
            listing_.open_on_holidays.insert(weekday);
            for (auto& closing : listing_.closings) {
                if (closing.on_holiday_said || !closing.day.weekdays.contains(weekday)) continue;
                const bool all = only_one(closing.day.weekdays).has_value();
                closing.on_holiday = all ? Displacement::dropped : Displacement::unknown;
            }
        }
    }

    void add_hours() {
        std::vector<bool> done(slot_count);
        add_narrower([](const NarrowHours& hours) { return hours.before_slots; });
        for (const auto slot : {1U, 2U, 3U, 4U, 5U, 6U, 0U, 7U, 8U, 9U}) {
            const auto& services = week_.slots[slot];
            if (done[slot] || services.empty()) continue;
            std::vector<std::size_t> alike;
            for (std::size_t other = 0; other < slot_count; ++other) {
                if (done[other] || week_.slots[other].empty() ||
                    to_services(week_.slots[other]) != to_services(services))
                    continue;
                alike.push_back(other);
                done[other] = true;
            }
            rules_.rules.push_back({when(alike), Open{to_services(services)}, ""});
        }
        for (std::size_t slot = holiday_slot; slot < slot_count; ++slot) {
            if (week_.shut[slot]) rules_.rules.push_back({when({slot}), Closed{}, ""});
        }
        add_narrower([](const NarrowHours& hours) { return !hours.before_slots; });
        if (rules_.rules.empty()) {
            rules_.rules.push_back({{EveryDay{}}, Unknown{}, ""});
            find(FindingKind::unknowable, Weight::note, "no hours are said", {});
        }
        if (only_around_the_clock() || only_on_some_dates()) {
            rules_.choices.unlisted = Unlisted::unknown;
            find(FindingKind::unknowable, Weight::note, "the hours of the other days are not said", {});
        }
    }

    template <class Wanted>
    void add_narrower(Wanted wanted) {
        for (const auto& hours : week_.narrower) {
            if (wanted(hours) && !hours.services.empty())
                rules_.rules.push_back({hours.when, Open{to_services(hours.services)}, ""});
        }
    }

    [[nodiscard]] When when(const std::vector<std::size_t>& slots) const {
        WeekdaySet weekdays;
        std::vector<When> conditions;
        for (const auto slot : slots) {
            if (slot < holiday_slot) weekdays.insert(static_cast<unsigned>(slot));
            if (slot == holiday_slot) conditions.push_back({OnHolidays{}});
            if (slot == eve_slot) conditions.push_back({OnHolidayEves{}});
            if (slot == after_slot) conditions.push_back({OnDaysAfterHolidays{}});
        }
        const bool every_day = weekdays == WeekdaySet{0, 1, 2, 3, 4, 5, 6};
        const bool all_there_is = every_day && week_.narrower.empty() && all_slots_alike(slots);
        if (all_there_is) return {EveryDay{}};
        if (every_day) conditions.insert(conditions.begin(), {EveryDay{}});
        if (!every_day && !weekdays.empty()) conditions.insert(conditions.begin(), {OnWeekdays{weekdays}});
        if (conditions.size() == 1) return conditions.front();
        return {AnyOf{std::move(conditions)}};
    }
    [[nodiscard]] bool all_slots_alike(const std::vector<std::size_t>& slots) const {
        for (std::size_t slot = holiday_slot; slot < slot_count; ++slot) {
            const bool named = std::find(slots.begin(), slots.end(), slot) != slots.end();
            if (!named && !week_.slots[slot].empty()) return false;
        }
        return true;
    }

    [[nodiscard]] std::vector<Service> to_services(const Services& listed) const {
        std::vector<Service> services;
        for (std::size_t i = 0; i < listed.size(); ++i) {
            const auto& service = listed[i];
            auto name = name_of(names_meals_ ? meal_by_clock(service) : service.meal);
            auto closes = service.closes;
            auto orders = service.last_orders;
            if (!service.end_known) {
                const auto limit =
                    i + 1 < listed.size() ? listed[i + 1].opens : std::max(early_morning, service.opens + 60);
                closes = std::min(limit, MinuteOfDay::max);
                name = open_ended(service);
                orders = {};
            }
            services.push_back(
                {std::move(name), *MinuteOfDay::make(service.opens), *MinuteOfDay::make(closes), orders});
        }
        return services;
    }
    [[nodiscard]] static std::string open_ended(const ListedService& service) {
        return name_of(service.opens >= afternoon ? Meal::dinner : Meal::lunch) + "（閉店未定）";
    }

    /// 11月10日リニューアルオープン 11:00～22:00: of one date, or from it on.
    [[nodiscard]] bool only_on_some_dates() const {
        const auto is_date = [](const NarrowHours& hours) {
            if (is_some_dates(hours.when)) return true;
            const auto* all = std::get_if<AllOf>(&hours.when.condition);
            const auto& when = all != nullptr && !all->conditions.empty() ? all->conditions.front() : hours.when;
            if (const auto* period = std::get_if<InPeriod>(&when.condition))
                return period->last - period->first < date::days{31};
            const auto* season = std::get_if<InSeason>(&when.condition);
            return season != nullptr && season->first == season->last;
        };
        return !listing_.closed_otherwise && !any_hours() && !week_.narrower.empty() &&
               std::all_of(week_.narrower.begin(), week_.narrower.end(), is_date);
    }
    [[nodiscard]] bool only_around_the_clock() const {
        bool any = false, all_week = true;
        for (std::size_t slot = 0; slot < holiday_slot; ++slot) {
            const auto& services = week_.slots[slot];
            all_week &= !services.empty();
            any |= !services.empty();
            if (!services.empty() && services.front().closes - services.front().opens < 24 * 60) return false;
        }
        return any && !all_week && listing_.closings.empty() && !listing_.never_closes;
    }

    /// 平日 leaves out 祝日, so what holds on a 祝日 of which nothing is said is not known.
    void leave_holidays_open_to_doubt() {
        const auto closes_holidays = [](const ListedClosing& closing) {
            return closing.day.sort == DaySort::holiday && closing.day.effect == ClosingEffect::closes;
        };
        const bool said = !week_.slots[holiday_slot].empty() || week_.shut[holiday_slot] ||
                          std::any_of(listing_.closings.begin(), listing_.closings.end(), closes_holidays);
        if (said || week_.by_workdays.empty()) return;
        AllOf days{{{OnHolidays{}}, {OnWeekdays{week_.by_workdays}}}};
        // A 祝日 that is also 祝前日 has hours, if 祝前日 have.
        if (!week_.slots[eve_slot].empty()) days.conditions.push_back({NoneOf{{{OnHolidayEves{}}}}});
        if (!week_.slots[after_slot].empty()) days.conditions.push_back({NoneOf{{{OnDaysAfterHolidays{}}}}});
        rules_.rules.push_back({{std::move(days)}, Unknown{}, "祝日"});
        find(FindingKind::unknowable, Weight::note, "平日 leaves out 祝日, of which nothing is said", {});
    }

    [[nodiscard]] static bool closes_whole_days(const ListedClosing& closing) {
        return closing.meal == Meal::none && closing.day.effect == ClosingEffect::closes;
    }
    [[nodiscard]] bool is_closed_on(unsigned weekday) const {
        return std::any_of(listing_.closings.begin(), listing_.closings.end(), [&](const ListedClosing& closing) {
            return closing.meal == Meal::none && closing.day.weekdays.contains(weekday);
        });
    }

    [[nodiscard]] bool is_in_doubt(unsigned weekday) const {
        return std::any_of(listing_.doubts.begin(), listing_.doubts.end(), [&](const OpenToDoubt& doubt) {
            return std::any_of(doubt.days.begin(), doubt.days.end(),
                               [&](const DayItem& day) { return day.weekdays.contains(weekday); });
        });
    }

    /// 平日10:00～18:30 日・祝日10:00～18:00, closed on Wednesdays: what of Saturdays?
    void leave_unnamed_days_open_to_doubt() {
        const bool tells = listing_.never_closes || std::any_of(listing_.closings.begin(), listing_.closings.end(),
                                                                [](const ListedClosing& closing) {
                                                                    return closing.day.sort == DaySort::weekday;
                                                                });
        if (!tells || !any_hours()) return;
        WeekdaySet unnamed;
        for (unsigned weekday = 0; weekday < 7; ++weekday) {
            const bool open = !week_.slots[weekday].empty() || emptied_by_night(weekday) || is_in_doubt(weekday);
            if (!open && !is_closed_on(weekday)) unnamed.insert(weekday);
        }
        if (unnamed.empty()) return;
        rules_.rules.push_back({{OnWeekdays{unnamed}}, Unknown{}, ""});
        find(FindingKind::contradiction, Weight::doubt, "no hours are said for days that are not said to be closed",
             {});
    }
    /// 月～土 18:00～, 日曜（祝前日の場合は営業）: open then, but at what hours is not said.
    void leave_openings_without_hours_open_to_doubt() {
        WeekdaySet eves, holidays;
        for (unsigned weekday = 0; weekday < 7; ++weekday) {
            if (!week_.slots[weekday].empty() || !any_hours()) continue;
            if (listing_.open_on_eves.contains(weekday) && week_.slots[eve_slot].empty()) eves.insert(weekday);
            const bool said = !week_.slots[holiday_slot].empty() || week_.shut[holiday_slot];
            if (listing_.open_on_holidays.contains(weekday) && !said) holidays.insert(weekday);
        }
        if (!eves.empty())
            add_unknown({AllOf{{{OnHolidayEves{}}, {OnWeekdays{eves}}, {NoneOf{{{OnHolidays{}}}}}}}},
                        place_of_closings(eves));
        if (!holidays.empty())
            add_unknown({AllOf{{{OnHolidays{}}, {OnWeekdays{holidays}}}}}, place_of_closings(holidays));
        WeekdaySet without;
        for (unsigned weekday = 0; weekday < 7; ++weekday) {
            if (week_.slots[weekday].empty() && any_hours()) without.insert(weekday);
        }
        const bool any = !listing_.open_dates.empty() && listing_.open_dates.size() <= max_dates;
        if (any && !(without == WeekdaySet{}))
            add_unknown({AllOf{{{AnyOf{listing_.open_dates}}, {OnWeekdays{without}}}}}, place_of_closings(without));
    }
    void add_unknown(When when, const Place& place) {
        rules_.rules.push_back({std::move(when), Unknown{}, ""});
        find(FindingKind::unknowable, Weight::note, "open, but at what hours is not said", place);
    }
    /// Where it is said that these weekdays are closed.
    [[nodiscard]] Place place_of_closings(WeekdaySet weekdays) const {
        const auto found =
            std::find_if(listing_.closings.begin(), listing_.closings.end(),
                         [&](const ListedClosing& closing) { return meet(closing.day.weekdays, weekdays); });
        return found == listing_.closings.end() ? Place{} : found->day.place;
    }

    [[nodiscard]] bool any_hours() const {
        return std::any_of(week_.slots.begin(), week_.slots.end(), [](const Services& each) { return !each.empty(); });
    }
    /// 日曜日 0:00～5:00 is the night of Saturday.
    [[nodiscard]] bool emptied_by_night(unsigned weekday) const { return week_.only_nights.contains(weekday); }

    /// Nobody publishes the hours of a restaurant that never opens.
    void doubt_being_closed_all_week() {
        const bool all = [&] {
            for (unsigned weekday = 0; weekday < 7; ++weekday) {
                const bool closed =
                    std::any_of(listing_.closings.begin(), listing_.closings.end(), [&](const ListedClosing& closing) {
                        const bool every_day = closing.day.sort == DaySort::every_day;
                        return closes_whole_days(closing) &&
                               (every_day ||
                                (closing.day.sort == DaySort::weekday && closing.day.weekdays.contains(weekday))) &&
                               closing.on_holiday == OnHoliday{Displacement::stays};
                    });
                const bool open = !week_.slots[weekday].empty() || !any_hours();
                if (open && !closed) return false;
            }
            return true;
        }();
        const bool weekly = !any_hours() || std::any_of(week_.slots.begin(), week_.slots.begin() + holiday_slot,
                                                        [](const Services& each) { return !each.empty(); });
        if (!all || !weekly || listing_.closings.empty()) return;
        find(FindingKind::contradiction, Weight::doubt, "closed on every day of the week", {});
        listing_.closings_in_doubt = listing_.lifted_in_doubt = true;
    }

    /// 月曜定休, 11月23日（月・祝）は10:00～15:00.
    void open_on_dates_with_hours() {
        auto& dates = listing_.dates_with_hours;
        dates.insert(dates.end(), listing_.open_dates.begin(), listing_.open_dates.end());
        const auto& weeks = listing_.weeks_with_hours;
        dates.insert(dates.end(), weeks.begin(), weeks.end());
        if (dates.empty() || dates.size() > max_dates) return;
        std::vector<ListedClosing> perhaps;
        for (auto& closing : listing_.closings) {
            if (closing.day.is_season || closing.day.effect != ClosingEffect::closes) continue;
            if (!weeks.empty()) {
                perhaps.push_back(closing);
                perhaps.back().day.when = {AllOf{{closing.day.when, {AnyOf{weeks}}}}};
                perhaps.back().day.effect = ClosingEffect::may_close;
                perhaps.back().day.weekdays = {};
                perhaps.back().on_holiday = Displacement::stays;
            }
            closing.day.when = {AllOf{{std::move(closing.day.when), {NoneOf{dates}}}}};
        }
        if (perhaps.empty()) return;
        find(FindingKind::unknowable, Weight::note, "whether closing days close within these dates is not said",
             perhaps.front().day.place);
        listing_.closings.insert(listing_.closings.end(), perhaps.begin(), perhaps.end());
    }

    /// 月曜（祝日の場合は翌日）、祝日の翌日: one and the same day, not two days one after the other.
    void let_days_after_holidays_close_once() {
        auto& closings = listing_.closings;
        const bool closes_after = std::any_of(closings.begin(), closings.end(), [](const ListedClosing& closing) {
            return closing.day.sort == DaySort::day_after_holiday && closes_whole_days(closing);
        });
        for (auto& closing : closings) {
            const auto& to = closing.on_holiday;
            if (closes_after && (to == OnHoliday{Displacement::next_day} || to == OnHoliday{Displacement::day_after}))
                closing.on_holiday = Displacement::dropped;
        }
    }

    void add_closing(const ListedClosing& listed) {
        RegularClosing closing{listed.day.when, listed.on_holiday, {}, listed.day.label, listed.day.effect};
        // 平日休み leaves 祝日 out.
        if (listed.day.sort == DaySort::workdays)
            closing.when = {AllOf{{std::move(closing.when), {NoneOf{{{OnHolidays{}}}}}}}};
        // Where no hours are known, none can be looked for on the day it moves to.
        const bool hours_known = any_hours();
        if (!hours_known && closing.on_holiday == OnHoliday{Displacement::next_business_day}) {
            closing.on_holiday = Displacement::next_day;
        }
        if (closing.label.empty() && closing.effect == ClosingEffect::may_close) closing.label = "不定休";
        if (listed.meal != Meal::none) {
            closing.services = names(listed);
            if (closing.services.empty() || is_within_other_hours(listed)) {
                closing.effect = ClosingEffect::may_close;
                closing.services = {};
                find(FindingKind::not_understood, Weight::loss, "closes a meal that the hours don't tell apart",
                     listed.day.place);
            }
        }
        const bool served = closing.services.empty() || keep_services_with_hours(closing);
        if (!served && listed.day.is_season && !listed.all_but_meal) {
            // 11/20は夜お休み。ランチは11:30～14:00: a dinner on other days, of which no hours are said.
            find(FindingKind::not_understood, Weight::doubt, "closes a meal of which no hours are said",
                 listed.day.place);
            return listing_.doubts.push_back({});
        }
        if (!served) {
            return find(FindingKind::remark, Weight::note, "closes a meal of which no hours are said",
                        listed.day.place);
        }
        if (listed.all_but_meal && any_hours() && !serves(listed.meal)) {
            // 11:00～18:00、火曜は夜のみ: at hours that nobody says.
            closing.effect = ClosingEffect::may_close;
            closing.services = {};
            find(FindingKind::not_understood, Weight::doubt, "open for a meal of which no hours are said",
                 listed.day.place);
        }
        if (closing.on_holiday == OnHoliday{Displacement::day_after}) tell_that_the_day_after_may_be_a_holiday();
        for (auto& other : rules_.closings) {
            if (join(other, closing)) return;
        }
        rules_.closings.push_back(std::move(closing));
    }

    /// 土日祝 11:00～21:00, 日曜の夜は休み: these days' hours don't tell the meal apart, though those of others do.
    [[nodiscard]] bool is_within_other_hours(const ListedClosing& listed) const {
        auto slots = slots_of(listed.day);
        for (std::size_t slot = 0; slot < slot_count && listed.day.sort == DaySort::every_day; ++slot)
            slots.push_back(slot);
        return std::any_of(slots.begin(), slots.end(), [&](std::size_t slot) {
            const auto& services = week_.slots[slot];
            const auto untold = [](const ListedService& each) { return meal_by_clock(each) == Meal::none; };
            const auto told = [&](const ListedService& each) { return meal_by_clock(each) == listed.meal; };
            return std::any_of(services.begin(), services.end(), untold) &&
                   (listed.all_but_meal || std::none_of(services.begin(), services.end(), told));
        });
    }

    /// Whether any of a closing's services has hours, or none has that is known.
    [[nodiscard]] bool keep_services_with_hours(RegularClosing& closing) const {
        Rules one{rules_.rules, {closing}, {}};
        auto& services = closing.services;
        const auto unknown = unknown_services(one).size();
        if (unknown == services.size()) return false;
        std::erase_if(services, [&](const std::string& service) {
            one.closings.front().services = {service};
            return !unknown_services(one).empty();
        });
        return true;
    }

    [[nodiscard]] bool serves(Meal meal) const {
        const auto in = [&](const Services& services) {
            return std::any_of(services.begin(), services.end(), [&](const ListedService& service) {
                const auto known = meal_by_clock(service);
                return known == meal || known == Meal::none;
            });
        };
        return std::any_of(week_.slots.begin(), week_.slots.end(), in) ||
               std::any_of(week_.narrower.begin(), week_.narrower.end(),
                           [&](const NarrowHours& hours) { return in(hours.services); });
    }

    void tell_that_the_day_after_may_be_a_holiday() {
        if (std::exchange(told_of_day_after_, true)) return;
        find(FindingKind::unknowable, Weight::note,
             "where 翌日 is a 祝日 too, it may close, or the first day after it that is none", {});
    }

    [[nodiscard]] std::vector<std::string> names(const ListedClosing& listed) const {
        std::vector<std::string> names;
        bool all_told_apart = true;
        for (const auto& services : week_.slots) {
            for (const auto& service : services) {
                const auto meal = meal_by_clock(service);
                all_told_apart &= meal != Meal::none;
                const bool named = (meal == listed.meal) != listed.all_but_meal;
                const auto name = service.end_known ? name_of(meal) : open_ended(service);
                if (named && meal != Meal::none && std::find(names.begin(), names.end(), name) == names.end())
                    names.push_back(name);
            }
        }
        if (!names.empty() || !all_told_apart) return names;
        // A meal that is not served, or of which no hours are known, keeps its name.
        for (std::size_t meal = 1; meal < meal_names.size(); ++meal) {
            const bool named = (static_cast<Meal>(meal) == listed.meal) != listed.all_but_meal;
            if (named) names.emplace_back(meal_names[meal]);
        }
        return names;
    }

    /// 月曜・火曜 is one closing day of two weekdays, if all else is alike.
    [[nodiscard]] static bool join(RegularClosing& closing, const RegularClosing& more) {
        auto* weekdays = std::get_if<OnWeekdays>(&closing.when.condition);
        const auto* others = std::get_if<OnWeekdays>(&more.when.condition);
        if (weekdays == nullptr || others == nullptr) return closing == more;
        const bool alike = closing.on_holiday == more.on_holiday && closing.services == more.services &&
                           closing.label == more.label && closing.effect == more.effect;
        // Of closings that don't close the whole day, each finds its own place when a 祝日 moves it.
        const bool moved_together = closing.effect == ClosingEffect::closes && closing.services.empty();
        if (!alike || (!moved_together && closing.on_holiday != OnHoliday{Displacement::stays})) return false;
        for (unsigned weekday = 0; weekday < 7; ++weekday) {
            if (others->weekdays.contains(weekday)) weekdays->weekdays.insert(weekday);
        }
        return true;
    }

    Listing listing_;
    Week week_;
    bool names_meals_ = false;
    bool told_of_day_after_ = false;
    Rules rules_;
};

}  // namespace

RulesReading rules_of(Listing listing) {
    if (listing.announced_elsewhere && listing.closings.empty() && !listing.never_closes) {
        ListedClosing closing;
        closing.day.when = {EveryDay{}};
        closing.day.effect = ClosingEffect::may_close;
        closing.day.label = "休業日は要確認";
        listing.closings.push_back(std::move(closing));
    }
    auto reading = RulesMaker{std::move(listing)}.make();
    std::vector<std::string> names;
    for (const auto& rule : reading.rules.rules) {
        const auto* open = std::get_if<Open>(&rule.then);
        for (const auto& service : open ? open->services : std::vector<Service>{}) {
            const bool is_open_ended = service.name.ends_with("（閉店未定）");
            if (is_open_ended && std::find(names.begin(), names.end(), service.name) == names.end())
                names.push_back(service.name);
        }
    }
    if (!names.empty()) {
        reading.rules.closings.push_back(
            {{EveryDay{}}, Displacement::stays, names, "閉店時刻は未定", ClosingEffect::may_close});
        reading.findings.push_back(
            {FindingKind::unknowable, Weight::note, "no closing time is said", ByteRange{}, {}, "open", {}});
    }
    return reading;
}

}  // namespace denwaban::formats::japanese
