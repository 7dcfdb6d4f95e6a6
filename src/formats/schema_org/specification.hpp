#pragma once

#include <optional>
#include <string_view>

#include "formats/weekly/said_findings.hpp"

namespace denwaban::formats::schema_org {

/// A word of a vocabulary without its address: `Monday` of `https://schema.org/Monday`.
[[nodiscard]] std::string_view term(std::string_view name);

/// The value of a member, unless it is null, by its term.
[[nodiscard]] std::optional<Node> member_of(const Node& object, std::string_view wanted);

/// JSON-LD writes one value as itself, or in an array.
template <class Read>
void each_value(const Node& node, Read&& read) {
    if (node.value().is_null()) return;
    if (!node.value().is_array()) return read(node);
    node.each(read);
}

/// Whether the words of an `OpeningHoursSpecification` stand in `node`.
[[nodiscard]] bool is_specification(const Node& node);

/// Where hours that hold from one date to another are kept, and those that always hold.
struct Level {
    SaidWeek* always;  ///< null if there are none such
    std::map<Dates, SaidWeek>& dated;
};

/// Reads an `OpeningHoursSpecification`.
void read_specification(const Node& node, Level level, HoursReading& reading);

}  // namespace denwaban::formats::schema_org
