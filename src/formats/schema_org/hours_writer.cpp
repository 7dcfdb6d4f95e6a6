#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/formats/schema_org_hours.hpp>

#include "documents/json_document.hpp"
#include "formats/weekly/weekly_pattern.hpp"
#include "formats/weekly/writing_findings.hpp"

namespace denwaban {

namespace formats::schema_org {

namespace {

constexpr std::array<std::string_view, 7> weekdays_of_schema_org{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                                 "Thursday", "Friday", "Saturday"};

[[nodiscard]] std::string clock_time(MinuteOfDay time) {
    return to_string(*MinuteOfDay::make(time.count() % midnight.count()));
}

[[nodiscard]] bool is_whole_day(const Service& service) {
    return service.opens == MinuteOfDay{} && service.closes == midnight;
}

/// What the same times are taken to mean.
[[nodiscard]] bool looks_like_whole_day(const Service& service) {
    return service.opens == MinuteOfDay{} && service.closes == MinuteOfDay::clock(23, 59);
}

[[nodiscard]] Json specification(const Service& service) {
    auto written = Json::object();
    written["@type"] = "OpeningHoursSpecification";
    if (!service.name.empty()) written["name"] = service.name;
    written["opens"] = clock_time(service.opens);
    written["closes"] = is_whole_day(service) ? "23:59" : clock_time(service.closes);
    return written;
}

[[nodiscard]] std::vector<Json> specifications(const DayServices& services) {
    static const Json closed{{"@type", "OpeningHoursSpecification"}, {"opens", "00:00"}, {"closes", "00:00"}};
    if (services.empty()) return {closed};
    std::vector<Json> written;
    for (const auto& service : services) written.push_back(specification(service));
    return written;
}

/// Every opening once, with the weekdays that have it, from Monday on.
[[nodiscard]] Json write_week(const WeeklyPattern& pattern) {
    auto written = Json::array();
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const auto day = (i + 1) % 7;
        if (!pattern[day]) continue;
        for (auto& one : specifications(*pattern[day])) {
            const auto same = [&](const Json& other) {
                return std::ranges::all_of(std::array{"opens", "closes", "name"}, [&](std::string_view key) {
                    const auto *here = one.find(key), *there = other.find(key);
                    return here == nullptr || there == nullptr ? here == there : *here == *there;
                });
            };
            auto& all = written.items();
            auto found = std::find_if(all.begin(), all.end(), same);
            if (found == all.end()) {
                one["dayOfWeek"] = Json::array();
                found = all.insert(all.end(), std::move(one));
            }
            (*found)["dayOfWeek"].push_back(weekdays_of_schema_org[day]);
        }
    }
    return written;
}

/// Dates one after another that differ from the week in the same way are one period.
[[nodiscard]] Json write_specials(const SpanServices& span, const WeeklyPattern& pattern) {
    auto written = Json::array();
    const auto special = special_dates(span, pattern);
    const auto services = [&](Date date) -> const DayServices& {
        return span.days[static_cast<std::size_t>((date - span.first).count())];
    };
    for (auto first = special.begin(); first != special.end();) {
        auto last = first;
        auto next = std::next(first);
        while (next != special.end() && *next == *last + date::days{1} &&
               same_openings(services(*first), services(*next)))
            last = next++;
        for (auto& one : specifications(services(*first))) {
            one["validFrom"] = to_string(*first);
            one["validThrough"] = to_string(*last);
            written.push_back(std::move(one));
        }
        first = next;
    }
    return written;
}

[[nodiscard]] Findings findings_on(const SpanServices& span, const Hours& hours) {
    auto findings = findings_on_openings(span);
    add_loss(findings, "last orders are left out",
             dates_with(span, [](const Service& service) { return service.last_orders != LastOrders{}; }));
    add_loss(findings, "00:00 to 23:59 is said, and means open day and night", dates_with(span, looks_like_whole_day));
    if (has_labels(hours.rules())) add_note(findings, "reasons are left out");
    return findings;
}

}  // namespace

}  // namespace formats::schema_org

Expected<RulesWriting> to_schema_org(const Hours& hours, Horizon span) {
    using namespace formats;
    if (auto error = refusal(hours, span)) return Unexpected{*std::move(error)};
    const auto services = services_in(hours, span, MinuteOfDay::clock(48, 0));
    const auto pattern = weekly_pattern(services);
    Json document{{"@context", "https://schema.org"},
                  {"@type", "Restaurant"},
                  {"openingHoursSpecification", schema_org::write_week(pattern)}};
    auto specials = schema_org::write_specials(services, pattern);
    if (!specials.empty()) document["specialOpeningHoursSpecification"] = std::move(specials);
    return RulesWriting{write_document(document), schema_org::findings_on(services, hours)};
}

}  // namespace denwaban
