#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/formats/rules_reading.hpp>
#include <denwaban/hours/rules.hpp>

namespace denwaban::formats::osm {

inline constexpr int minutes_a_day = 24 * 60;

/// A time span of a rule, in minutes from midnight; past midnight it goes on counting.
struct Span {
    int begin;
    int end;
    bool open_end = false;  ///< 17:00+: until when, nobody says
};

/// How a rule goes with those before it.
enum class Joint : std::uint8_t { overrides, adds, falls_back };

/// What a rule says holds.
enum class Modifier : std::uint8_t { open, closed, unknown };

/// One rule of an opening_hours string.
struct OsmRule {
    Joint joint = Joint::overrides;
    std::vector<When> selectors{};  ///< all of which must hold; empty is every day
    std::vector<Span> spans{};      ///< empty is the whole day
    Modifier modifier = Modifier::open;
    std::string comment{};
    bool unreadable = false;       ///< something in it could not be read: what it says is not known
    bool days_unreadable = false;  ///< nor on which days: it may be any
    ByteRange bytes{};
};

struct Parsed {
    std::vector<OsmRule> rules;
    Findings findings;
};

/// The condition that all of some hold; of none, every day.
[[nodiscard]] inline When all_of(std::vector<When> conditions) {
    if (conditions.empty()) return {EveryDay{}};
    if (conditions.size() == 1) return std::move(conditions.front());
    return {AllOf{std::move(conditions)}};
}

/// Reads the rules of a string. What it can't read becomes a finding at its bytes, and its rule `unreadable`.
[[nodiscard]] Parsed parse(std::string_view text);

}  // namespace denwaban::formats::osm
