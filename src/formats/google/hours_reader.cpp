#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/formats/google_hours.hpp>

#include "periods.hpp"

namespace denwaban {

namespace formats::google {

namespace {

template <class Read>
void each_of(const Node& object, std::string_view key, Read&& read) {
    if (const auto list = object.if_any(key)) list->each(read);
}

/// Says a period of more than two days day by day: no business date has so many minutes.
void say_by_day(const WeeklyPeriod& period, const Node& node, HoursReading& reading) {
    for (int begins = 0; begins < period.closes; begins += minutes_a_day) {
        const auto opens = std::max(period.opens - begins, 0);
        const auto closes = std::min(period.closes - begins, minutes_a_day);
        const auto day = (period.day + static_cast<unsigned>(begins / minutes_a_day)) % 7;
        if (opens < closes) reading.say(reading.hours.usual, {day}, open_between(opens, closes), node);
    }
    reading.find(FindingKind::assumption, Weight::note, "read as openings of one day each", node.path());
}

void read_regular_period(const Node& node, HoursReading& reading) {
    const auto period = read_period(node, reading);
    if (!period) return;
    if (period->closes <= period->opens) {
        reading.not_understood("ends before it begins: unknown", node.path());
        return reading.say(reading.hours.usual, {period->day}, Unknown{}, node);
    }
    if (period->closes > MinuteOfDay::max) return say_by_day(*period, node, reading);
    reading.say(reading.hours.usual, {period->day}, open_between(period->opens, period->closes), node);
}

void read_regular_hours(const Node& hours, HoursReading& reading) {
    expect_members(hours, {"periods"}, reading);
    each_of(hours, "periods", [&](const Node& node) { read_regular_period(node, reading); });
    auto& usual = reading.hours.usual;
    if (says_anything(usual)) return;
    std::fill(usual.begin(), usual.begin() + public_holidays, Closed{});
    reading.find(FindingKind::assumption, Weight::doubt, "without periods: read as closed all week", hours.path());
}

void read_special_hours(const Node& hours, HoursReading& reading) {
    expect_members(hours, {"specialHourPeriods"}, reading);
    each_of(hours, "specialHourPeriods", [&](const Node& node) { read_special_period(node, reading); });
}

/// The opening of a week that the period lies in, with the period as its date counts minutes.
struct Within {
    Service* service = nullptr;
    int opens = 0;
    int closes = 0;
};

[[nodiscard]] Within opening_around(const WeeklyPeriod& period, SaidWeek& week) {
    for (int days_before = 0; days_before < 2; ++days_before) {
        auto& day = week[(period.day + 7 - static_cast<unsigned>(days_before)) % 7];
        auto* open = day ? std::get_if<Open>(&*day) : nullptr;
        if (open == nullptr) continue;
        const auto opens = period.opens + days_before * minutes_a_day;
        const auto closes = period.closes + days_before * minutes_a_day;
        for (auto& service : open->services) {
            if (service.opens.count() <= opens && closes <= service.closes.count()) return {&service, opens, closes};
        }
    }
    return {};
}

/// What the kitchen makes until it closes can be ordered until then.
void read_kitchen_period(const Node& node, HoursReading& reading) {
    const auto period = read_period(node, reading);
    if (!period) return;
    const auto within = opening_around(*period, reading.hours.usual);
    if (within.service == nullptr || within.closes <= within.opens) {
        return reading.find(FindingKind::contradiction, Weight::doubt, "lies in no opening: left out", node.path());
    }
    auto& food = within.service->last_orders.food;
    if (food || within.opens != within.service->opens.count()) {
        reading.find(FindingKind::not_expressible, Weight::note, "the kitchen's pauses are left out", node.path());
    }
    food = std::max(food.value_or(MinuteOfDay{}), *MinuteOfDay::make(within.closes));
}

void read_more_hours(const Node& node, HoursReading& reading) {
    if (!node.is_object()) return;
    expect_members(node, {"hoursTypeId", "periods"}, reading);
    const auto type = required(node, "hoursTypeId");
    const auto id = type ? type->label() : std::string{};
    if (id == "KITCHEN") {
        return each_of(node, "periods", [&](const Node& period) { read_kitchen_period(period, reading); });
    }
    reading.find(FindingKind::not_expressible, Weight::note, "hours of something else than the restaurant", node.path(),
                 id);
}

template <class Change>
void change_all(SaidHours& hours, Change change) {
    std::for_each(hours.usual.begin(), hours.usual.end(), change);
    for (auto& [dates, week] : hours.specials) std::for_each(week.begin(), week.end(), change);
}

void read_open_info(const Node& info, HoursReading& reading) {
    if (!info.is_object()) return;
    const auto status = info.if_any("status");
    const auto word = status ? status->label() : std::string{};
    auto& hours = reading.hours;
    if (word == "CLOSED_PERMANENTLY") {
        hours = {};
        hours.usual.fill(Closed{});
        reading.find(FindingKind::remark, Weight::note, "closed for good", status->path(), word);
    } else if (word == "CLOSED_TEMPORARILY") {
        change_all(hours, [](SaidDay& day) {
            if (const auto* open = day ? std::get_if<Open>(&*day) : nullptr) day = Unknown{open->services};
        });
        reading.find(FindingKind::unknowable, Weight::note, "closed until nobody knows when: unknown", status->path(),
                     word);
    } else if (!word.empty() && word != "OPEN" && word != "OPEN_FOR_BUSINESS_UNSPECIFIED") {
        reading.not_understood("is no status", status->path(), word);
    }
}

/// Google leaves out the day of an opening that is far off: then nobody knows from which date of the month on.
[[nodiscard]] std::optional<Date> read_opening_date(const Node& info, HoursReading& reading) {
    const auto opening = info.value().is_object() ? info.if_any("openingDate") : std::nullopt;
    if (!opening || !opening->is_object()) return std::nullopt;
    const auto is_said = [&](std::string_view key) {
        const auto part = opening->if_any(key);
        return part && part->value().integer() != 0;
    };
    if (is_said("year") && is_said("month") && is_said("day")) return read_date(*opening, reading);
    reading.not_understood("is no whole date: the hours are read as if it were open already", opening->path());
    return std::nullopt;
}

[[nodiscard]] RulesReading rules_in(const Node& location) {
    HoursReading reading;
    std::optional<Date> opens_on;
    if (!location.is_object()) return {};
    if (const auto hours = location.if_any("regularHours")) read_regular_hours(*hours, reading);
    if (const auto hours = location.if_any("specialHours")) read_special_hours(*hours, reading);
    each_of(location, "moreHours", [&](const Node& node) { read_more_hours(node, reading); });
    if (const auto info = location.if_any("openInfo")) {
        read_open_info(*info, reading);
        opens_on = read_opening_date(*info, reading);
    }
    if (!says_anything(reading.hours.usual)) {
        reading.find(FindingKind::unknowable, Weight::doubt, "says no hours of an ordinary week: unknown", "");
    }
    auto read = finish(std::move(reading), location);
    if (opens_on && *opens_on > first_date_of_all) {
        const When before{InPeriod{first_date_of_all, *opens_on - date::days{1}}};
        read.rules.rules.insert(read.rules.rules.begin(), {before, Closed{}, "開業前"});
    }
    return read;
}

}  // namespace

}  // namespace formats::google

Expected<RulesReading, Errors> rules_from_google(std::string_view document) {
    return formats::read_document(document, formats::google::rules_in);
}

}  // namespace denwaban
