/// Amazon Connect's effective hours, worked out by hand, are ours on every minute of the span, both ways; and what is
/// read is what the document says.

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <denwaban/formats/amazon_connect_hours.hpp>

#include "connect_effective_hours.hpp"
#include "generators.hpp"

namespace amazon_connect_property {
using namespace denwaban;

namespace {

constexpr Horizon year{make_date(2026, 1, 1), make_date(2027, 3, 31)};

Instant instant(Date date, int minute) {
    return TimeZone::tokyo().first_at_or_after(LocalTime{date} + std::chrono::minutes{minute});
}

/// Nobody can say last orders to Connect: that is one finding, for another test.
Rules without_last_orders(Rules rules) {
    for (auto& rule : rules.rules) {
        if (auto* open = std::get_if<Open>(&rule.then)) {
            for (auto& service : open->services) service.last_orders = {};
        }
        if (auto* unknown = std::get_if<Unknown>(&rule.then)) {
            for (auto& service : unknown->services) service.last_orders = {};
        }
    }
    return rules;
}

Horizon some_span() {
    const auto first = *generate::date_in(make_date(2026, 1, 1), make_date(2026, 12, 1));
    return {first, first + date::days{*rc::gen::inRange(0, 121)}};
}

/// The dates of the finding that speaks of `words`.
std::vector<Date> dates_told(const Findings& findings, const std::string& words) {
    for (const auto& finding : findings) {
        if (finding.message.find(words) != std::string::npos) return finding.dates;
    }
    return {};
}

bool is_among(const std::vector<Date>& dates, Date date) {
    return std::binary_search(dates.begin(), dates.end(), date);
}

/// Connect knows no unknown: it is closed then. Answers whether there was any.
bool expect_same_minutes(const Hours& hours, const naive::ConnectHours& connect, Date date) {
    const auto minutes = connect.minutes(date);
    bool unknown = false;
    for (int minute = 0; minute < 1440; ++minute) {
        const auto state = *hours.state(instant(date, minute));
        const auto open = minutes[static_cast<std::size_t>(minute)];
        unknown = unknown || state == State::unknown;
        if (open == (state == State::open)) continue;
        RC_LOG() << to_string(date) << " minute " << minute << ": " << to_string(state) << " of\n"
                 << connect.document().dump() << '\n';
        RC_FAIL("not what Connect does");
    }
    return unknown;
}

bool what_is_written_holds() {
    return rc::check("what is written for Connect holds on every minute without a finding, and reads back", [] {
        const auto rules = without_last_orders(*generate::rules());
        const auto span = some_span();
        const auto hours = Hours::compile(rules, *generate::calendar(), TimeZone::tokyo(), year);
        RC_PRE(hours.has_value());
        const auto written = to_amazon_connect(*hours, span);
        RC_ASSERT(written.has_value());
        const naive::ConnectHours connect{written->text};
        const auto overrides = connect.document()["HoursOfOperationOverrideList"].size();
        RC_ASSERT(overrides <= 50U);
        RC_CLASSIFY(overrides > 0, "with overrides");

        const auto read = rules_from_amazon_connect(written->text);
        RC_ASSERT(read.has_value());
        RC_ASSERT(is_complete(read->findings));
        RC_ASSERT(read->zone == "Asia/Tokyo");
        const auto again = Hours::compile(read->rules, HolidayCalendar::japan(), TimeZone::tokyo(), year);
        RC_ASSERT(again.has_value());

        auto week_alone = connect.document();
        week_alone["HoursOfOperationOverrideList"].clear();
        const naive::ConnectHours usual{week_alone.dump()};
        const auto beyond_limits = dates_told(written->findings, "more than 50");
        const auto unknown = dates_told(written->findings, "unknown");
        RC_ASSERT(beyond_limits.empty() || overrides > 48U);
        RC_CLASSIFY(!beyond_limits.empty(), "beyond the limits");
        std::size_t unusual_dates = 0;
        for (auto date = span.first; date <= span.last; date += date::days{1}) {
            if (connect.minutes(date) != usual.minutes(date)) ++unusual_dates;
            RC_ASSERT(!expect_same_minutes(*again, connect, date));
            if (is_among(beyond_limits, date)) continue;
            RC_ASSERT(expect_same_minutes(*hours, connect, date) == is_among(unknown, date));
        }
        RC_ASSERT(overrides <= unusual_dates);
    });
}

nlohmann::json slice(std::size_t day, int begin, int end) {
    static const std::vector<std::string> names{"SUNDAY",   "MONDAY", "TUESDAY", "WEDNESDAY",
                                                "THURSDAY", "FRIDAY", "SATURDAY"};
    const auto time = [](int minute) {
        return nlohmann::json{{"Hours", minute % 1440 / 60}, {"Minutes", minute % 60}};
    };
    return {{"Day", names[day]}, {"StartTime", time(begin)}, {"EndTime", time(end)}};
}

rc::Gen<nlohmann::json> config() {
    const auto one =
        rc::gen::apply([](std::size_t day, int begin,
                          int length) { return slice(day, 60 * begin, 60 * std::min(begin + length, 24)); },
                       rc::gen::inRange<std::size_t>(0, 7), rc::gen::elementOf(std::vector<int>{0, 0, 9, 11, 17, 22}),
                       rc::gen::elementOf(std::vector<int>{2, 5, 7, 12, 13, 24}));
    return rc::gen::map(rc::gen::nonEmpty(rc::gen::container<std::vector<nlohmann::json>>(one)),
                        [](std::vector<nlohmann::json> slices) {
                            slices.resize(std::min<std::size_t>(slices.size(), 40));
                            return nlohmann::json(std::move(slices));
                        });
}

rc::Gen<nlohmann::json> pattern() {
    return rc::gen::exec([] {
        const std::string frequency = *rc::gen::elementOf(std::vector<std::string>{"WEEKLY", "MONTHLY", "YEARLY"});
        nlohmann::json made{{"Frequency", frequency}, {"Interval", *rc::gen::inRange(1, 7)}};
        if (frequency == "YEARLY") made["ByMonth"] = {*rc::gen::inRange(1, 13)};
        if (frequency == "WEEKLY") return made;
        if (*rc::gen::arbitrary<bool>()) {
            made["ByMonthDay"] = {*rc::gen::elementOf(std::vector<int>{-1, 1, 4, 5, 29, 31})};
        } else {
            made["ByWeekdayOccurrence"] = {*rc::gen::elementOf(std::vector<int>{-1, 1, 2, 3, 4})};
        }
        return made;
    });
}

nlohmann::json some_override() {
    const std::string type = *rc::gen::elementOf(std::vector<std::string>{"STANDARD", "OPEN", "CLOSED"});
    const auto from = *generate::date_in(make_date(2025, 11, 1), make_date(2026, 7, 1));
    nlohmann::json made{{"Name", type},
                        {"Config", *config()},
                        {"OverrideType", type},
                        {"EffectiveFrom", to_string(from)},
                        {"EffectiveTill", to_string(from + date::days{*rc::gen::inRange(0, 200)})}};
    if (type != "STANDARD") made["RecurrenceConfig"] = {{"RecurrencePattern", *pattern()}};
    return made;
}

nlohmann::json some_overrides() {
    auto overrides = nlohmann::json::array();
    for (int left = *rc::gen::inRange(0, 5); left > 0; --left) overrides.push_back(some_override());
    return overrides;
}

bool what_is_read_holds() {
    return rc::check("rules read hold on every minute as the document says, a contradicted date apart", [] {
        nlohmann::json document{{"HoursOfOperation", {{"TimeZone", "Asia/Tokyo"}, {"Config", *config()}}},
                                {"HoursOfOperationOverrideList", some_overrides()}};
        if (*rc::gen::arbitrary<bool>()) document["Parents"] = {{{"HoursOfOperationOverrideList", some_overrides()}}};
        const auto text = document.dump();
        const auto read = rules_from_amazon_connect(text);
        RC_ASSERT(read.has_value());
        RC_ASSERT(validate(read->rules).empty());
        const auto hours = Hours::compile(read->rules, HolidayCalendar::japan(), TimeZone::tokyo(), year);
        RC_ASSERT(hours.has_value());

        std::vector<Date> contradicted;
        for (const auto& finding : read->findings) {
            if (finding.kind == FindingKind::contradiction) contradicted = finding.dates;
        }
        const naive::ConnectHours connect{text};
        for (auto date = make_date(2026, 3, 20); date <= make_date(2026, 5, 20); date += date::days{1}) {
            const bool unknown = is_among(contradicted, date);
            if (!unknown) expect_same_minutes(*hours, connect, date);
            for (const auto& opening : *hours->openings_on(date)) {
                RC_ASSERT(opening.state == (unknown ? State::unknown : State::open));
            }
        }
    });
}

}  // namespace

int run() {
    const bool written = what_is_written_holds();
    const bool read = what_is_read_holds();
    return written && read ? 0 : 1;
}

}  // namespace amazon_connect_property
