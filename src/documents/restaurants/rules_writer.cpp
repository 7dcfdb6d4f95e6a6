#include "rules_reader.hpp"
#include "rules_words.hpp"

namespace denwaban::formats {

namespace {

constexpr std::array<unsigned, 7> monday_first{1, 2, 3, 4, 5, 6, 0};

[[nodiscard]] Json write_weekdays(WeekdaySet weekdays) {
    auto list = Json::array();
    for (const auto weekday : monday_first) {
        if (weekdays.contains(weekday)) list.push_back(weekday_names[weekday]);
    }
    return list;
}

/// The numbers from 1 on, then "last" if the set has `0`.
template <class Set>
[[nodiscard]] Json write_numbers(Set set, unsigned most) {
    auto list = Json::array();
    for (unsigned number = 1; number <= most; ++number) {
        if (set.contains(number)) list.push_back(number);
    }
    if (set.contains(0)) list.push_back("last");
    return list;
}

[[nodiscard]] std::string write_month_day(date::month_day day) {
    return to_string(Date{date::year{2000} / day}).substr(5);
}

[[nodiscard]] Json write_dates(const std::vector<Date>& dates) {
    auto list = Json::array();
    for (const auto date : dates) list.push_back(to_string(date));
    return list;
}

[[nodiscard]] Json write_conditions(const std::vector<When>& conditions) {
    auto list = Json::array();
    for (const auto& condition : conditions) list.push_back(write_when(condition));
    return list;
}

struct WhenWriter {
    Json operator()(const EveryDay&) const { return when_words[0]; }
    Json operator()(const OnHolidays&) const { return when_words[1]; }
    Json operator()(const OnHolidayEves&) const { return when_words[2]; }
    Json operator()(const OnDaysAfterHolidays&) const { return when_words[3]; }
    Json operator()(const OnWeekdays& on) const { return {{"weekdays", write_weekdays(on.weekdays)}}; }
    Json operator()(const OnNamedHoliday& on) const { return {{"holiday", on.name}}; }
    Json operator()(const OnNthWeekdays& on) const {
        return {{"nth_weekday", {{"nth", write_numbers(on.ordinals, 5)}, {"weekdays", write_weekdays(on.weekdays)}}}};
    }
    Json operator()(const OnDaysOfMonth& on) const { return {{"days_of_month", write_numbers(on.days, 31)}}; }
    Json operator()(const InMonths& in) const { return {{"months", write_numbers(in.months, 12)}}; }
    Json operator()(const EveryNWeeks& every) const {
        return {{"every_weeks", {{"interval", every.interval}, {"from", to_string(every.anchor)}}}};
    }
    Json operator()(const InSeason& in) const {
        return {{"season", {{"from", write_month_day(in.first)}, {"to", write_month_day(in.last)}}}};
    }
    Json operator()(const InPeriod& in) const {
        return {{"period", {{"from", to_string(in.first)}, {"to", to_string(in.last)}}}};
    }
    Json operator()(const OnDates& on) const { return {{"dates", write_dates(on.dates)}}; }
    Json operator()(const AllOf& all) const { return {{"all", write_conditions(all.conditions)}}; }
    Json operator()(const AnyOf& any) const { return {{"any", write_conditions(any.conditions)}}; }
    Json operator()(const NoneOf& none) const { return {{"none", write_conditions(none.conditions)}}; }
};

[[nodiscard]] Json write_last_orders(const LastOrders& orders) {
    auto json = Json::object();
    if (orders.food) json["food"] = to_string(*orders.food);
    if (orders.drink) json["drink"] = to_string(*orders.drink);
    if (orders.entry) json["entry"] = to_string(*orders.entry);
    return json;
}

[[nodiscard]] Json write_services(const std::vector<Service>& services) {
    auto list = Json::array();
    for (const auto& service : services) {
        auto json = Json::object();
        if (!service.name.empty()) json["name"] = service.name;
        json["opens"] = to_string(service.opens);
        json["closes"] = to_string(service.closes);
        if (service.last_orders != LastOrders{}) json["last_order"] = write_last_orders(service.last_orders);
        list.push_back(std::move(json));
    }
    return list;
}

[[nodiscard]] Json write_rule(const Rule& rule) {
    auto json = Json::object();
    if (!rule.label.empty()) json["label"] = rule.label;
    json["when"] = write_when(rule.when);
    if (const auto* open = std::get_if<Open>(&rule.then)) {
        json["services"] = write_services(open->services);
    } else if (const auto* unknown = std::get_if<Unknown>(&rule.then)) {
        json["unknown"] = write_services(unknown->services);
    } else {
        json["closed"] = true;
    }
    return json;
}

[[nodiscard]] Json write_on_holiday(const OnHoliday& on_holiday) {
    if (const auto* weekday = std::get_if<DisplacedToWeekday>(&on_holiday)) {
        return {{"weekday", weekday_names[weekday->weekday.c_encoding()]}};
    }
    return name_of(std::get<Displacement>(on_holiday));
}

[[nodiscard]] Json write_closing(const RegularClosing& closing) {
    auto json = Json::object();
    if (!closing.label.empty()) json["label"] = closing.label;
    json["when"] = write_when(closing.when);
    json["on_holiday"] = write_on_holiday(closing.on_holiday);
    if (!closing.services.empty()) json["services"] = closing.services;
    if (closing.effect == ClosingEffect::may_close) json["effect"] = name_of(closing.effect);
    return json;
}

}  // namespace

Json write_when(const When& when) { return std::visit(WhenWriter{}, when.condition); }

Json write_rules(const Rules& rules) {
    Json json{{"rules", Json::array()}};
    for (const auto& rule : rules.rules) json["rules"].push_back(write_rule(rule));
    for (const auto& closing : rules.closings) json["closings"].push_back(write_closing(closing));
    const auto& choices = rules.choices;
    if (choices != Choices{}) {
        json["choices"] = {{"holiday_and_eve", name_of(choices.holiday_and_eve)},
                           {"saturday_eve", name_of(choices.saturday_eve)},
                           {"sunday_eve", name_of(choices.sunday_eve)},
                           {"unlisted", name_of(choices.unlisted)}};
    }
    return json;
}

}  // namespace denwaban::formats
