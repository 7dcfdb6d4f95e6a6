#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include <denwaban/formats/rules_reading.hpp>

#include "ask_hours.hpp"
#include "check_errors.hpp"

/// Every finding says something, of a place that is there.
inline void check_findings(const denwaban::Findings& findings, std::string_view text) {
    const auto document = nlohmann::json::parse(text);
    for (const auto& finding : findings) {
        require(!finding.message.empty());
        require(std::is_sorted(finding.dates.begin(), finding.dates.end()));
        if (const auto* place = std::get_if<denwaban::JsonPointer>(&finding.where)) {
            require(is_there(document, *place));
        }
    }
}

/// The dates of `two_months` that no finding of weight names.
inline std::vector<denwaban::Date> dates_kept(const denwaban::Findings& findings) {
    std::vector<denwaban::Date> kept;
    for (auto date = two_months.first; date <= two_months.last; date += date::days{1}) {
        const auto names = [&](const denwaban::Finding& finding) {
            const auto& dates = finding.dates;
            return finding.weight != denwaban::Weight::note && std::binary_search(dates.begin(), dates.end(), date);
        };
        if (std::none_of(findings.begin(), findings.end(), names)) kept.push_back(date);
    }
    return kept;
}

/// Rules read of any text can be asked, and what is written of them is read again as the same openings.
template <class Read, class Write>
void read_ask_and_write(std::string_view text, Read read, Write write) {
    using namespace denwaban;
    static const auto japan = HolidayCalendar::japan();
    const auto reading = read(text);
    if (!reading) return check_errors(reading.error(), text);
    check_findings(reading->findings, text);
    const auto hours = Hours::compile(reading->rules, japan, TimeZone::tokyo(), two_months);
    require(hours.has_value());
    ask_around(*hours);

    const auto written = write(*hours, two_months);
    require(written.has_value());
    const auto again = read(written->text);
    require(again.has_value());
    const auto same = Hours::compile(again->rules, japan, TimeZone::tokyo(), two_months);
    require(same.has_value());
    for (const auto date : dates_kept(written->findings)) {
        const auto before = *hours->openings_on(date), after = *same->openings_on(date);
        require(std::equal(before.begin(), before.end(), after.begin(), after.end(), [](auto& a, auto& b) {
            return a.state == b.state && a.begins == b.begins && a.ends == b.ends;
        }));
    }
}
