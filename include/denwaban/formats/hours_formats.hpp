#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/formats/rules_reading.hpp>
#include <denwaban/hours/hours.hpp>

namespace denwaban {

/// The forms in which hours come and go; each has a header of its own beside this one.
enum class HoursFormat : std::uint8_t {
    json,            ///< denwaban's own: docs/schema/rules.schema.json
    japanese,        ///< a listing's text, its closing days after 定休日
    osm,             ///< OpenStreetMap opening_hours
    amazon_connect,  ///< hours of operation with their overrides
    schema_org,      ///< OpeningHoursSpecification
    google,          ///< Google Business Profile
};
template <>
inline constexpr std::array<std::string_view, 6> names_of<HoursFormat>{"json",           "japanese",   "osm",
                                                                       "amazon_connect", "schema_org", "google"};

/// The format of that name; nothing for any other.
[[nodiscard]] constexpr std::optional<HoursFormat> parse_hours_format(std::string_view name) noexcept {
    return enumerator_named<HoursFormat>(name);
}

/// Reads rules in any of the formats. Errors: of the JSON formats, everything that keeps the document from being one
/// of its kind; the texts have none, only findings.
[[nodiscard]] Expected<RulesReading, Errors> read_rules(HoursFormat format, std::string_view text);

/// Writes the rules of `hours` in any of the formats. Those that know neither 祝日 nor displacement (Amazon Connect,
/// schema.org, Google) say the dates of `span` one by one where they must. Error: `beyond_horizon`.
[[nodiscard]] Expected<RulesWriting, Errors> write_rules(HoursFormat format, const Hours& hours, Horizon span);

}  // namespace denwaban
