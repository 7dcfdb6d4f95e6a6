#include <denwaban/formats/hours_formats.hpp>

#include <denwaban/documents/rules_json.hpp>
#include <denwaban/formats/amazon_connect_hours.hpp>
#include <denwaban/formats/google_hours.hpp>
#include <denwaban/formats/japanese_hours.hpp>
#include <denwaban/formats/osm_hours.hpp>
#include <denwaban/formats/schema_org_hours.hpp>

namespace denwaban {

Expected<RulesReading, Errors> read_rules(HoursFormat format, std::string_view text) {
    switch (format) {
        case HoursFormat::json:
            return rules_from_json(text).transform([](const Rules& rules) { return RulesReading{rules}; });
        case HoursFormat::japanese:
            return rules_from_japanese(text);
        case HoursFormat::osm:
            return rules_from_osm(text);
        case HoursFormat::amazon_connect:
            return rules_from_amazon_connect(text);
        case HoursFormat::schema_org:
            return rules_from_schema_org(text);
        case HoursFormat::google:
            return rules_from_google(text);
    }
    return rules_from_japanese(text);
}

namespace {

[[nodiscard]] RulesWriting write_listing(const Rules& rules) {
    auto [open, close, findings] = to_japanese(rules);
    return {open + (open.empty() ? "" : "\n") + "定休日 " + close, std::move(findings)};
}

}  // namespace

Expected<RulesWriting, Errors> write_rules(HoursFormat format, const Hours& hours, Horizon span) {
    if (span.first < hours.horizon().first || span.last > hours.horizon().last || span.last < span.first) {
        return Unexpected{
            Errors{{ErrorCode::beyond_horizon, "not within the dates that these hours were compiled for", {}}}};
    }
    const auto of_span = [](const Expected<RulesWriting>& writing) -> Expected<RulesWriting, Errors> {
        if (!writing) return Unexpected{Errors{writing.error()}};
        return *writing;
    };
    switch (format) {
        case HoursFormat::json:
            return RulesWriting{to_json(hours.rules())};
        case HoursFormat::japanese:
            return write_listing(hours.rules());
        case HoursFormat::osm:
            return to_osm(hours.rules());
        case HoursFormat::amazon_connect:
            return of_span(to_amazon_connect(hours, span));
        case HoursFormat::schema_org:
            return of_span(to_schema_org(hours, span));
        case HoursFormat::google:
            return of_span(to_google(hours, span));
    }
    return RulesWriting{to_json(hours.rules())};
}

}  // namespace denwaban
