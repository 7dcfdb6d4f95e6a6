#include <algorithm>
#include <utility>

#include <denwaban/hours/validate.hpp>

#include "doubts.hpp"
#include "rules_maker.hpp"

namespace denwaban::formats::japanese {

namespace {

constexpr int early_morning = 29 * 60;

}  // namespace

RulesReading RulesMaker::make() && {
    open_on_holidays_said_before();
    add_hours();
    leave_holidays_open_to_doubt();
    leave_unnamed_days_open_to_doubt();
    leave_openings_without_hours_open_to_doubt();
    let_days_after_holidays_close_once();
    doubt_hours_of_closing_days();
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

void RulesMaker::add_hours() {
    std::vector<bool> done(slot_count);
    const auto before = [](const NarrowHours& hours) { return hours.before_slots || is_of_weekdays(hours.when); };
    add_narrower(before);
    for (const auto slot : {1U, 2U, 3U, 4U, 5U, 6U, 0U, 7U, 8U, 9U}) {
        const auto& services = week_.slots[slot];
        if (done[slot] || services.empty()) continue;
        std::vector<std::size_t> alike;
        for (std::size_t other = 0; other < slot_count; ++other) {
            if (done[other] || week_.slots[other].empty() || to_services(week_.slots[other]) != to_services(services))
                continue;
            alike.push_back(other);
            done[other] = true;
        }
        rules_.rules.push_back({when(alike), Open{to_services(services)}, ""});
    }
    for (std::size_t slot = holiday_slot; slot < slot_count; ++slot) {
        if (week_.shut[slot]) rules_.rules.push_back({when({slot}), Closed{}, ""});
    }
    add_narrower([&](const NarrowHours& hours) { return !before(hours); });
    if (rules_.rules.empty()) {
        rules_.rules.push_back({{EveryDay{}}, Unknown{}, ""});
        find(FindingKind::unknowable, Weight::note, "no hours are said", {});
    }
    if (only_around_the_clock() || only_on_some_dates()) {
        rules_.choices.unlisted = Unlisted::unknown;
        find(FindingKind::unknowable, Weight::note, "the hours of the other days are not said", {});
    }
}

When RulesMaker::when(const std::vector<std::size_t>& slots) const {
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

bool RulesMaker::all_slots_alike(const std::vector<std::size_t>& slots) const {
    for (std::size_t slot = holiday_slot; slot < slot_count; ++slot) {
        const bool named = std::find(slots.begin(), slots.end(), slot) != slots.end();
        if (!named && !week_.slots[slot].empty()) return false;
    }
    return true;
}

std::vector<Service> RulesMaker::to_services(const Services& listed) const {
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
        services.push_back({std::move(name), *MinuteOfDay::make(service.opens), *MinuteOfDay::make(closes), orders});
    }
    return services;
}

std::string RulesMaker::open_ended(const ListedService& service) {
    return name_of(service.opens >= afternoon ? Meal::dinner : Meal::lunch) + "（閉店未定）";
}

/// 11月10日リニューアルオープン 11:00～22:00: of one date, or from it on.
bool RulesMaker::only_on_some_dates() const {
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

bool RulesMaker::only_around_the_clock() const {
    bool any = false, all_week = true;
    for (std::size_t slot = 0; slot < holiday_slot; ++slot) {
        const auto& services = week_.slots[slot];
        all_week &= !services.empty();
        any |= !services.empty();
        if (!services.empty() && services.front().closes - services.front().opens < 24 * 60) return false;
    }
    return any && !all_week && listing_.closings.empty() && !listing_.never_closes;
}

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
