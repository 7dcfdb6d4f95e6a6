#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <denwaban/formats/hours_formats.hpp>

#include "generators.hpp"

namespace formats_agree_property {
using namespace denwaban;

namespace {

/// What every format can say: hours by weekday, without last orders, an opening that ends by noon of the next day.
rc::Gen<Rules> weekly_rules() {
    const auto hours = rc::gen::apply(
        [](int lunch, int dinner, int length) {
            const auto at = [](int quarters) { return *MinuteOfDay::make(quarters * 15); };
            return Open{
                {{"", at(40 + lunch), at(52 + lunch), {}}, {"", at(68 + dinner), at(72 + dinner + length), {}}}};
        },
        rc::gen::inRange(0, 8), rc::gen::inRange(0, 12), rc::gen::inRange(0, 40));
    return rc::gen::apply(
        [](Open week, Open friday, unsigned closed) {
            Rules rules{{{{OnWeekdays{{0, 1, 2, 3, 4, 5, 6}}}, week, ""}}, {}, {}};
            rules.rules.insert(rules.rules.begin(), {{OnWeekdays{{5, 6}}}, friday, ""});
            rules.closings.push_back({{OnWeekdays{{closed}}}});
            return rules;
        },
        hours, hours, rc::gen::inRange(0U, 7U));
}

std::vector<std::string> openings(const Hours& hours, Horizon span) {
    std::vector<std::string> texts;
    for (auto date = span.first; date <= span.last; date += date::days{1}) {
        auto text = to_string(date);
        for (const auto& opening : *hours.openings_on(date)) {
            text += " " + std::string{to_string(opening.state)} + " " + to_string(opening.service->opens) + "-" +
                    to_string(opening.service->closes);
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

Hours compiled(Rules rules) {
    static const auto japan = HolidayCalendar::japan();
    auto hours =
        Hours::compile(std::move(rules), japan, TimeZone::tokyo(), {make_date(2026, 3, 1), make_date(2026, 12, 31)});
    RC_ASSERT(hours.has_value());
    return *hours;
}

}  // namespace

int run() {
    const bool ok = rc::check("the formats agree on hours that all can say", [] {
        const Horizon span{make_date(2026, 4, 6), make_date(2026, 10, 31)};
        const auto hours = compiled(*weekly_rules());
        const auto expected = openings(hours, span);
        for (const auto format : {HoursFormat::json, HoursFormat::japanese, HoursFormat::osm,
                                  HoursFormat::amazon_connect, HoursFormat::schema_org, HoursFormat::google}) {
            const auto written = write_rules(format, hours, span);
            RC_ASSERT(written.has_value());
            const auto reading = read_rules(format, written->text);
            RC_LOG() << to_string(format) << ": " << written->text << "\n";
            for (const auto& finding : written->findings) RC_LOG() << finding.message << "\n";
            RC_ASSERT(reading.has_value());
            RC_ASSERT(is_complete(written->findings));
            RC_ASSERT(is_complete(reading->findings));
            const auto read = openings(compiled(reading->rules), span);
            const auto differ = std::mismatch(read.begin(), read.end(), expected.begin());
            if (differ.first != read.end()) RC_FAIL(*differ.first + " instead of " + *differ.second);
        }
    });
    return ok ? 0 : 1;
}

}  // namespace formats_agree_property
