#include <rapidcheck.h>

#include <algorithm>
#include <atomic>
#include <iostream>
#include <string>
#include <vector>

#include <denwaban/formats/osm_hours.hpp>
#include <denwaban/hours.hpp>

#include "generators.hpp"

namespace osm_property {
using namespace denwaban;

namespace {

std::vector<std::string> openings(const Rules& rules) {
    static const auto japan = HolidayCalendar::japan();
    const Horizon years{make_date(2026, 1, 1), make_date(2027, 12, 31)};
    const auto hours = Hours::compile(rules, japan, TimeZone::tokyo(), years);
    RC_ASSERT(hours.has_value());
    std::vector<std::string> days;
    for (auto date = years.first; date <= years.last; date += date::days{1}) {
        auto text = to_string(date);
        for (const auto& opening : *hours->openings_on(date)) {
            text += " " + std::string{to_string(opening.state)};
            text += " " + std::to_string((opening.begins - opening.ends) / std::chrono::minutes{1});
            text += " " + std::to_string(opening.begins.time_since_epoch() / std::chrono::minutes{1});
        }
        days.push_back(std::move(text));
    }
    return days;
}

std::atomic<long> compared{0};

void comes_back(const Rules& rules) {
    const auto written = to_osm(rules);
    if (!is_complete(written.findings)) return;
    ++compared;
    const auto reading = rules_from_osm(written.text);
    RC_LOG() << written.text << "\n";
    for (const auto& finding : reading.findings) RC_LOG() << finding.message << ": " << finding.words << "\n";
    RC_ASSERT(is_complete(reading.findings));
    const auto read = openings(reading.rules), said = openings(rules);
    const auto differ = std::mismatch(read.begin(), read.end(), said.begin());
    if (differ.first != read.end()) RC_FAIL(*differ.first + " was read, but written " + *differ.second);
}

/// Rules without what OSM has no words for: last orders, closings that move.
rc::Gen<Rules> plain(const rc::Gen<Rules>& some) {
    return rc::gen::map(some, [](Rules rules) {
        for (auto& rule : rules.rules) {
            if (auto* open = std::get_if<Open>(&rule.then)) {
                for (auto& service : open->services) service.last_orders = {};
            }
        }
        for (auto& closing : rules.closings) {
            closing.on_holiday = Displacement::stays;
            closing.services.clear();
            closing.effect = ClosingEffect::closes;
        }
        rules.choices.saturday_eve = rules.choices.sunday_eve = WeekendEve::counts;
        return rules;
    });
}

}  // namespace

int run() {
    bool ok = rc::check("what OSM can say comes back from it", [] {
        comes_back(*plain(rc::gen::oneOf(generate::rules(), generate::restaurant_like_rules())));
    });
    ok &= rc::check("any text gives valid rules, and the same ones twice", [] {
        const auto word = generate::one_of<std::string>(
            {"Mo",           "Tu-Fr", "Su",  "PH",     " -1 day", " +2 days", "[1,-1]",      " 10:00-14:00",
             " 17:00-26:00", "; ",    ", ",  " || ",   "off",     " unknown", "\"comment\"", "24/7",
             "week 01-10",   "2026",  "Jan", "Dec 24", "-",       "sunrise",  "+",           "easter",
             "SH",           "月"});
        const auto text =
            rc::gen::map(rc::gen::container<std::vector<std::string>>(word), [](const std::vector<std::string>& words) {
                std::string all;
                for (const auto& each : words) all += each;
                return all;
            });
        const auto drawn = *text;
        const auto reading = rules_from_osm(drawn);
        RC_ASSERT(validate(reading.rules).empty());
        RC_ASSERT(rules_from_osm(drawn).rules == reading.rules);
    });
    std::cout << compared << " sets of rules compared\n";
    return ok && compared > 0 ? 0 : 1;
}

}  // namespace osm_property
