#include <algorithm>
#include <string>
#include <utility>

#include <denwaban/formats/amazon_connect_hours.hpp>
#include <denwaban/zones.hpp>

#include "reader.hpp"
#include "rules.hpp"

namespace denwaban {

namespace formats::amazon_connect {

namespace {

/// A document as it is read, and what there is to say of it.
struct Reading {
    Schedule schedule{};
    std::optional<std::string> zone{};
    Findings findings{};

    void find(FindingKind kind, Weight weight, std::string message, const std::string& path, std::string words = {}) {
        findings.push_back({kind, weight, std::move(message), JsonPointer{path}, std::move(words)});
    }
};

/// Whether it matters on which day weeks begin: on Monday or on Sunday.
[[nodiscard]] bool depends_on_week_start(const Override& override) {
    if (!override.recurrence || override.recurrence->frequency != Frequency::weekly) return false;
    if (override.recurrence->interval == 1) return false;
    const auto& week = override.week;
    const bool on_other_days = std::any_of(week.begin() + 1, week.end(), [](auto& day) { return day.any(); });
    return weekday_of(override.from) == 0 ? on_other_days : week[0].any();
}

/// Connect's own console has no end at midnight, so that 23:59 may stand for it: the minute after it is closed.
void remark_on_last_minute(const Week& week, const std::string& path, Reading& reading) {
    const bool stops_before_it = std::any_of(week.begin(), week.end(), [](const Minutes& minutes) {
        return minutes[minutes_a_day - 2] && !minutes[minutes_a_day - 1];
    });
    if (!stops_before_it) return;
    reading.find(FindingKind::assumption, Weight::note, "ends at 23:59, not at midnight: closed for a minute", path);
}

void remark_on(const Override& override, Reading& reading) {
    const auto find = [&](FindingKind kind, Weight weight, std::string message) {
        reading.find(kind, weight, std::move(message), override.path, override.name);
    };
    const bool standard = override.type == OverrideType::standard;
    if (!override.says_hours) {
        find(FindingKind::not_understood, Weight::loss, "OPEN or CLOSED, but at no hours: its dates are unknown");
    }
    if (standard && override.recurrence) {
        find(FindingKind::assumption, Weight::doubt, "recurs, but is STANDARD: read as hours of the dates it names");
    }
    if (!standard && !override.recurrence) {
        find(FindingKind::assumption, Weight::doubt, "OPEN or CLOSED, but does not recur: read as recurring weekly");
    }
    if (depends_on_week_start(override)) {
        find(FindingKind::assumption, Weight::doubt, "read with weeks that begin on Monday");
    }
    if (override.from < first_known_date || override.till > last_known_date) {
        find(FindingKind::remark, Weight::note, "read for the years 1948 to 2099");
    }
}

void read_overrides(const Node& document, Reading& reading) {
    if (const auto token = document.if_any("NextToken")) {
        reading.find(FindingKind::not_understood, Weight::loss, "there are more overrides than stand here",
                     token->path());
    }
    const auto list = document.if_any("HoursOfOperationOverrideList");
    if (!list || !list->is_array()) return;
    if (list->value().size() > max_overrides) return list->fail(ErrorCode::out_of_range, "has more than 50 overrides");
    list->each([&](const Node& node) {
        const auto& override = reading.schedule.overrides.emplace_back(read_override(node));
        remark_on(override, reading);
        if (override.type != OverrideType::closed) remark_on_last_minute(override.week, override.path, reading);
    });
}

[[nodiscard]] std::optional<std::string> text_of(const Node& node, std::string_view key) {
    const auto member = node.if_any(key);
    return member ? std::optional{member->label()} : std::nullopt;
}

/// A parent hands down its overrides, but not its week.
void read_parent(const Node& parent, Reading& reading) {
    if (!parent.is_object()) return;
    if (const auto parents = parent.if_any("Parents")) {
        parents->fail(ErrorCode::invalid_value, "a parent has no parents in turn");
    }
    read_overrides(parent, reading);
    const auto hours = parent.if_any("HoursOfOperation");
    const auto zone = hours && hours->is_object() ? text_of(*hours, "TimeZone") : std::nullopt;
    if (zone && zone != reading.zone) {
        reading.find(FindingKind::assumption, Weight::doubt, "a parent of another zone: read in the child's",
                     hours->path() + "/TimeZone", *zone);
    }
}

[[nodiscard]] bool is_among(const Value& parents, std::string_view id) {
    for (auto parent = parents.first(); parent; parent = parent->next()) {
        const auto hours = parent->find("HoursOfOperation");
        const auto found = hours ? hours->find("HoursOfOperationId") : std::nullopt;
        if (found && *found == id) return true;
    }
    return false;
}

void read_parents(const Node& document, const Node& hours, Reading& reading) {
    const auto parents = document.if_any("Parents");
    if (parents && parents->is_array()) {
        if (parents->value().size() > max_parents) return parents->fail(ErrorCode::out_of_range, "more than 3 parents");
        parents->each([&](const Node& parent) { read_parent(parent, reading); });
    }
    const auto named = hours.if_any("ParentHoursOfOperations");
    if (!named) return;
    named->each([&](const Node& parent) {
        const auto id = parent.is_object() ? text_of(parent, "Id") : std::nullopt;
        if (id && parents && is_among(parents->value(), *id)) return;
        reading.find(FindingKind::not_understood, Weight::loss, "the overrides of this parent are not in the document",
                     parent.path(), id.value_or(""));
    });
}

[[nodiscard]] Reading read(const Node& document) {
    Reading reading;
    if (!document.is_object()) return reading;
    const auto described = document.if_any("HoursOfOperation");
    if (!described && !document.if_any("Config")) {
        document.fail(ErrorCode::missing_key, "needs \"HoursOfOperation\"");
        return reading;
    }
    const auto hours = described.value_or(document);
    if (!hours.is_object()) return reading;
    reading.schedule.week = required(hours, "Config", read_week);
    remark_on_last_minute(reading.schedule.week, hours.path() + "/Config", reading);
    reading.zone = text_of(hours, "TimeZone");
    if (!reading.zone) {
        reading.find(FindingKind::assumption, Weight::doubt, "says no TimeZone: read on the restaurant's own clock",
                     hours.path());
    } else if (const auto said = hours.if_any("TimeZone"); said->value().is_string()) {
        const auto zone = load_time_zone(*reading.zone);
        if (!zone) said->fail(zone.error().code, zone.error().message);
    }
    read_overrides(document, reading);
    read_parents(document, hours, reading);
    return reading;
}

[[nodiscard]] RulesReading rules_in(const Node& document) {
    auto reading = read(document);
    if (!document.errors().empty()) return {};
    auto rules = rules_of(reading.schedule, reading.findings);
    if (rules.rules.size() > max_rules) document.fail(ErrorCode::out_of_range, "makes more than 1000 rules");
    return {std::move(rules), std::move(reading.findings), std::move(reading.zone)};
}

}  // namespace

}  // namespace formats::amazon_connect

Expected<RulesReading, Errors> rules_from_amazon_connect(std::string_view document) {
    return formats::read_document(document, formats::amazon_connect::rules_in);
}

}  // namespace denwaban
