/// What is written for schema.org and for Google says our openings on every date that no finding of weight names: as
/// the documents read by hand, and as our readers read them.

#include <rapidcheck.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/formats/google_hours.hpp>
#include <denwaban/formats/schema_org_hours.hpp>

#include "generators.hpp"

namespace weekly_formats_property {
using namespace denwaban;
using nlohmann::json;

namespace {

constexpr Horizon year{make_date(2025, 12, 1), make_date(2027, 3, 31)};
constexpr int day_and_night = 24 * 60;

using Times = std::vector<std::pair<int, int>>;

Times times_of(const Hours& hours, Date date) {
    Times times;
    for (const auto& opening : *hours.openings_on(date)) {
        RC_ASSERT(opening.state == State::open);
        times.emplace_back(opening.service->opens.count(), opening.service->closes.count());
    }
    return times;
}

Times sorted(Times times) {
    std::sort(times.begin(), times.end());
    return times;
}

/// The openings of a date as schema.org's and Google's pages tell to read them.
Times schema_org_by_hand(const json& document, Date date) {
    static const std::vector<std::string> names{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                "Thursday", "Friday", "Saturday"};
    const auto today = to_string(date);
    std::vector<json> holding;
    for (const auto& one : document.value("specialOpeningHoursSpecification", json::array())) {
        if (one["validFrom"] <= today && today <= one["validThrough"]) holding.push_back(one);
    }
    if (holding.empty()) {
        for (const auto& one : document["openingHoursSpecification"]) {
            const auto& days = one["dayOfWeek"];
            const auto& name = names[date::weekday{date}.c_encoding()];
            if (std::find(days.begin(), days.end(), name) != days.end()) holding.push_back(one);
        }
    }
    Times times;
    for (const auto& one : holding) {
        if (one["opens"] == "00:00" && one["closes"] == "00:00") continue;
        const auto opens = parse_minute_of_day(one["opens"].get<std::string>())->count();
        auto closes = parse_minute_of_day(one["closes"].get<std::string>())->count();
        if (opens == 0 && closes == day_and_night - 1) closes = day_and_night;
        times.emplace_back(opens, closes < opens ? closes + day_and_night : closes);
    }
    return sorted(std::move(times));
}

Date google_date(const json& date) { return make_date(date["year"], date["month"], date["day"]); }
int google_time(const json& time) { return time["hours"].get<int>() * 60 + time["minutes"].get<int>(); }

Times google_periods_by_hand(const json& periods, Date date) {
    static const std::vector<std::string> names{"SUNDAY",   "MONDAY", "TUESDAY", "WEDNESDAY",
                                                "THURSDAY", "FRIDAY", "SATURDAY"};
    Times times;
    for (const auto& one : periods) {
        if (one["openDay"] != names[date::weekday{date}.c_encoding()]) continue;
        const bool same_day = one["closeDay"] == one["openDay"];
        times.emplace_back(google_time(one["openTime"]),
                           google_time(one["closeTime"]) + (same_day ? 0 : day_and_night));
    }
    return sorted(std::move(times));
}

Times google_by_hand(const json& document, Date date) {
    Times times;
    bool special = false;
    for (const auto& one : document["specialHours"]["specialHourPeriods"]) {
        if (google_date(one["startDate"]) != date) continue;
        special = true;
        if (one.value("closed", false)) continue;
        const auto later = static_cast<int>((google_date(one["endDate"]) - date).count());
        const auto opens = google_time(one["openTime"]), closes = google_time(one["closeTime"]);
        RC_ASSERT(later == 0 || (later == 1 && closes < 12 * 60));
        times.emplace_back(opens, closes + later * day_and_night);
    }
    return special ? sorted(std::move(times)) : google_periods_by_hand(document["regularHours"]["periods"], date);
}

/// Last orders that are told can be compared; others are a finding on every date.
Rules with_last_orders(Rules rules, const std::function<LastOrders(const Service&)>& last_orders) {
    const auto set = [&](std::vector<Service>& services) {
        for (auto& service : services) service.last_orders = last_orders(service);
    };
    for (auto& rule : rules.rules) {
        if (auto* open = std::get_if<Open>(&rule.then)) set(open->services);
        if (auto* unknown = std::get_if<Unknown>(&rule.then)) set(unknown->services);
    }
    return rules;
}

Horizon some_span() {
    const auto first = *generate::date_in(make_date(2026, 1, 1), make_date(2026, 12, 1));
    return {first, first + date::days{*rc::gen::inRange(0, 121)}};
}

struct Trip {
    Hours before;
    json document;
    Hours after;
    std::vector<Date> kept;  ///< dates of the span that no finding of weight names
};

template <class Write, class Read>
Trip there_and_back(const Rules& rules, Write write, Read read) {
    const auto span = some_span();
    const auto calendar = *generate::calendar();
    const auto before = Hours::compile(rules, calendar, TimeZone::tokyo(), year);
    RC_PRE(before.has_value());
    const auto written = write(*before, span);
    RC_ASSERT(written.has_value());
    RC_LOG() << written->text << '\n';
    const auto reading = read(written->text);
    RC_ASSERT(reading.has_value());
    const auto after = Hours::compile(reading->rules, calendar, TimeZone::tokyo(), year);
    RC_ASSERT(after.has_value());

    std::vector<Date> lost;
    for (const auto& finding : written->findings) {
        if (finding.weight == Weight::note) continue;
        RC_ASSERT(!finding.dates.empty());
        RC_ASSERT(span.first <= finding.dates.front() && finding.dates.back() <= span.last);
        RC_ASSERT(std::is_sorted(finding.dates.begin(), finding.dates.end()));
        lost.insert(lost.end(), finding.dates.begin(), finding.dates.end());
    }
    Trip trip{*before, json::parse(written->text), *after, {}};
    for (auto date = span.first; date <= span.last; date += date::days{1}) {
        if (std::find(lost.begin(), lost.end(), date) == lost.end()) trip.kept.push_back(date);
    }
    return trip;
}

bool schema_org_comes_back() {
    return rc::check("what schema.org is told of a span comes back", [] {
        const auto rules = with_last_orders(*generate::rules(), [](const Service&) { return LastOrders{}; });
        const auto trip = there_and_back(rules, to_schema_org, rules_from_schema_org);
        for (const auto date : trip.kept) {
            const auto times = times_of(trip.before, date);
            RC_ASSERT(schema_org_by_hand(trip.document, date) == times);
            RC_ASSERT(times_of(trip.after, date) == times);
            const auto before = *trip.before.openings_on(date), after = *trip.after.openings_on(date);
            for (std::size_t i = 0; i < before.size(); ++i) RC_ASSERT(*before[i].service == *after[i].service);
        }
    });
}

bool google_comes_back() {
    return rc::check("what Google is told of a span comes back, last orders for food included", [] {
        const auto part = *rc::gen::inRange(0, 4);
        const auto rules = with_last_orders(*generate::rules(), [&](const Service& service) -> LastOrders {
            if (part == 0) return {};
            const auto length = service.closes.count() - service.opens.count();
            return {MinuteOfDay::make(service.opens.count() + length * part / 3), {}, {}};
        });
        const auto trip = there_and_back(rules, to_google, rules_from_google);
        for (const auto date : trip.kept) {
            const auto times = times_of(trip.before, date);
            RC_ASSERT(google_by_hand(trip.document, date) == times);
            RC_ASSERT(times_of(trip.after, date) == times);
            const auto before = *trip.before.openings_on(date), after = *trip.after.openings_on(date);
            for (std::size_t i = 0; i < before.size(); ++i) {
                RC_ASSERT(before[i].service->last_orders == after[i].service->last_orders);
            }
        }
    });
}

/// Where a date is named, its openings may stand under the next, but every minute that is open for certain is open.
bool no_opening_gets_lost() {
    return rc::check("every minute that is open within the span is written as open", [] {
        const auto rules = *generate::rules();
        const auto span = some_span();
        const auto hours = Hours::compile(rules, *generate::calendar(), TimeZone::tokyo(), year);
        RC_PRE(hours.has_value());
        const auto schema_org = json::parse(to_schema_org(*hours, span)->text);
        const auto google = json::parse(to_google(*hours, span)->text);
        std::vector<bool> ours, schema_orgs, googles;
        for (auto* minutes : {&ours, &schema_orgs, &googles}) {
            minutes->resize(static_cast<std::size_t>((span.last - span.first).count() + 3) * day_and_night);
        }
        for (auto date = span.first; date <= span.last; date += date::days{1}) {
            const auto midnight = static_cast<int>((date - span.first).count()) * day_and_night;
            const auto open = [&](std::vector<bool>& minutes, const Times& times) {
                for (const auto& [opens, closes] : times) {
                    std::fill(minutes.begin() + midnight + opens, minutes.begin() + midnight + closes, true);
                }
            };
            Times certain;
            for (const auto& opening : *hours->openings_on(date)) {
                if (opening.state != State::open) continue;
                certain.emplace_back(opening.service->opens.count(), opening.service->closes.count());
            }
            open(ours, certain);
            open(schema_orgs, schema_org_by_hand(schema_org, date));
            open(googles, google_by_hand(google, date));
        }
        const auto within = static_cast<std::ptrdiff_t>((span.last - span.first).count() + 1) * day_and_night;
        RC_ASSERT(std::equal(ours.begin(), ours.begin() + within, googles.begin()));
        for (std::ptrdiff_t minute = 0; minute < within; ++minute) {
            const auto i = static_cast<std::size_t>(minute);
            const bool last_minute = minute % day_and_night == day_and_night - 1;
            RC_ASSERT(ours[i] == schema_orgs[i] || (last_minute && schema_orgs[i]));
        }
    });
}

}  // namespace

int run() {
    const bool schema_org = schema_org_comes_back();
    const bool google = google_comes_back();
    const bool nothing_lost = no_opening_gets_lost();
    return schema_org && google && nothing_lost ? 0 : 1;
}

}  // namespace weekly_formats_property
