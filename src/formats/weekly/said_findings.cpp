#include "said_findings.hpp"

#include <denwaban/hours/validate.hpp>

namespace denwaban::formats {

RulesReading finish(HoursReading reading, const Node& document) {
    if (!document.errors().empty()) return {};
    auto rules = rules_of(reading.hours, reading.findings);
    if (!validate(rules).empty()) {
        document.fail(ErrorCode::out_of_range, "has more than 1000 kinds of day, or more than 32 openings on one");
    }
    return {std::move(rules), std::move(reading.findings)};
}

}  // namespace denwaban::formats
