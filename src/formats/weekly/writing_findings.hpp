#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/formats/rules_reading.hpp>

#include "weekly_pattern.hpp"

namespace denwaban::formats {

/// A finding about `dates`, if there are any.
inline void add_dated(Findings& findings, FindingKind kind, Weight weight, std::string message,
                      std::vector<Date> dates) {
    if (!dates.empty()) findings.push_back({kind, weight, std::move(message), {}, {}, {}, std::move(dates)});
}

inline void add_loss(Findings& findings, std::string message, std::vector<Date> dates) {
    add_dated(findings, FindingKind::not_expressible, Weight::loss, std::move(message), std::move(dates));
}

/// The dates with a service of which `test` holds.
template <class Test>
[[nodiscard]] std::vector<Date> dates_with(const SpanServices& span, Test test) {
    std::vector<Date> dates;
    for (std::size_t day = 0; day < span.days.size(); ++day) {
        const auto& services = span.days[day];
        if (std::any_of(services.begin(), services.end(), test)) dates.push_back(span.first + date::days{day});
    }
    return dates;
}

/// What no format can say that gives an opening two clock times.
[[nodiscard]] inline Findings findings_on_openings(const SpanServices& span) {
    Findings findings;
    add_loss(findings, "what may be open is written as closed", span.unknown);
    add_loss(findings,
             "openings that begin after midnight, or last too long, are written under the date after, within the span",
             span.moved);
    return findings;
}

inline void add_note(Findings& findings, std::string message) {
    findings.push_back({FindingKind::not_expressible, Weight::note, std::move(message)});
}

[[nodiscard]] inline bool has_labels(const Rules& rules) {
    const auto labelled = [](const auto& rule) { return !rule.label.empty(); };
    return std::any_of(rules.rules.begin(), rules.rules.end(), labelled) ||
           std::any_of(rules.closings.begin(), rules.closings.end(), labelled);
}

}  // namespace denwaban::formats
