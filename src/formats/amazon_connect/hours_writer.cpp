#include <algorithm>
#include <string>
#include <utility>

#include <denwaban/formats/amazon_connect_hours.hpp>

#include "documents/json_document.hpp"
#include "plan.hpp"
#include "wanted.hpp"

namespace denwaban {

namespace formats::amazon_connect {

namespace {

[[nodiscard]] Json write_time(std::size_t minute) {
    return {{"Hours", minute % minutes_a_day / 60}, {"Minutes", minute % 60}};
}

/// Midnight is 0:00 as an end, too.
[[nodiscard]] Json write_week(const Week& week) {
    auto config = Json::array();
    for (std::size_t day = 0; day < 7; ++day) {
        for (const auto& slice : slices_of(week[day])) {
            config.push_back(
                {{"Day", day_names[day]}, {"StartTime", write_time(slice.begin)}, {"EndTime", write_time(slice.end)}});
        }
    }
    return config;
}

[[nodiscard]] Json write_recurrence(const Recurrence& recurrence) {
    Json pattern{{"Frequency", name_of(recurrence.frequency)}, {"Interval", recurrence.interval}};
    const auto add = [&](const char* key, std::optional<int> number) {
        if (number) pattern[key] = Json::array({*number});
    };
    add("ByMonth", recurrence.month);
    add("ByMonthDay", recurrence.month_day);
    add("ByWeekdayOccurrence", recurrence.weekday_occurrence);
    return {{"RecurrencePattern", std::move(pattern)}};
}

/// Connect wants names, no two the same: so they say all that tells overrides apart.
[[nodiscard]] std::string named(const Override& override) {
    auto name = to_string(override.from);
    if (override.till != override.from) name += " to " + to_string(override.till);
    if (!override.recurrence) return name;
    const auto& recurrence = *override.recurrence;
    name += ' ';
    name += name_of(override.type);
    name += ' ';
    name += name_of(recurrence.frequency);
    for (const auto number : {recurrence.month, recurrence.month_day, recurrence.weekday_occurrence}) {
        if (number) name += ' ' + std::to_string(*number);
    }
    if (recurrence.month_day) return name;
    if (recurrence.frequency == Frequency::weekly) name += ' ' + std::to_string(recurrence.interval);
    for (std::size_t day = 0; day < 7; ++day) {
        if (override.week[day].any()) name += ' ' + std::string{day_names[day]};
    }
    return name;
}

[[nodiscard]] Json write_override(const Override& override) {
    Json written{{"Name", named(override)},
                 {"Config", write_week(override.week)},
                 {"EffectiveFrom", to_string(override.from)},
                 {"EffectiveTill", to_string(override.till)},
                 {"OverrideType", name_of(override.type)}};
    if (override.recurrence) written["RecurrenceConfig"] = write_recurrence(*override.recurrence);
    return written;
}

[[nodiscard]] Json write_schedule(const Schedule& schedule, const Hours& hours, Horizon span) {
    auto overrides = Json::array();
    for (const auto& override : schedule.overrides) overrides.push_back(write_override(override));
    return {{"HoursOfOperation",
             {{"Name", "Opening hours"},
              {"Description", to_string(span.first) + " to " + to_string(span.last)},
              {"TimeZone", hours.zone().name()},
              {"Config", write_week(schedule.week)}}},
            {"HoursOfOperationOverrideList", std::move(overrides)}};
}

/// The dates on which the clock skips or repeats some of its times.
[[nodiscard]] std::vector<Date> dates_of_clock_changes(const TimeZone& zone, Horizon span) {
    std::vector<Date> dates;
    for (const auto& change : zone.changes()) {
        const auto after = zone.local_time(change.at);
        const auto before = zone.local_time(change.at - std::chrono::milliseconds{1});
        const auto first = date::floor<date::days>(std::min(before, after));
        const auto last = date::floor<date::days>(std::max(before, after));
        for (auto date = std::max(first, span.first); date <= std::min(last, span.last); date += date::days{1}) {
            if (dates.empty() || dates.back() < date) dates.push_back(date);
        }
    }
    return dates;
}

[[nodiscard]] bool has_names(const Rules& rules) {
    const auto named = [](const Service& service) { return !service.name.empty(); };
    const auto says_names = [&](const Rule& rule) {
        const auto* open = std::get_if<Open>(&rule.then);
        return !rule.label.empty() || (open && std::any_of(open->services.begin(), open->services.end(), named));
    };
    const auto labelled = [](const RegularClosing& closing) { return !closing.label.empty(); };
    return std::any_of(rules.rules.begin(), rules.rules.end(), says_names) ||
           std::any_of(rules.closings.begin(), rules.closings.end(), labelled);
}

[[nodiscard]] Findings findings_on(const Schedule& schedule, Wanted wanted, const Hours& hours, Horizon span) {
    Findings findings;
    const auto find = [&](FindingKind kind, Weight weight, std::string message, std::vector<Date> dates) {
        if (!dates.empty()) findings.push_back({kind, weight, std::move(message), {}, "", {}, std::move(dates)});
    };
    std::vector<Date> beyond_limits;
    for (std::size_t day = 0; day < wanted.open.size(); ++day) {
        const auto date = span.first + date::days{day};
        if (effective_hours(schedule, date).minutes != wanted.open[day]) beyond_limits.push_back(date);
    }
    find(FindingKind::not_expressible, Weight::loss, "needs more than 50 overrides: the hours of these dates are wrong",
         std::move(beyond_limits));
    find(FindingKind::not_expressible, Weight::loss, "unknown hours are written as closed", std::move(wanted.unknown));
    find(FindingKind::not_expressible, Weight::loss, "last orders are left out", std::move(wanted.with_last_orders));
    find(FindingKind::assumption, Weight::doubt,
         "the clock changes: openings that meet skipped or repeated times may last otherwise",
         dates_of_clock_changes(hours.zone(), span));
    if (has_names(hours.rules())) {
        findings.push_back({FindingKind::not_expressible, Weight::note, "names of services and reasons are left out"});
    }
    return findings;
}

}  // namespace

}  // namespace formats::amazon_connect

Expected<RulesWriting> to_amazon_connect(const Hours& hours, Horizon span) {
    namespace connect = formats::amazon_connect;
    if (span.last < span.first) {
        return Unexpected{Error{ErrorCode::out_of_range, "the span ends before it begins", {}}};
    }
    if (span.first < hours.horizon().first || hours.horizon().last < span.last) {
        return Unexpected{Error{ErrorCode::beyond_horizon, "the span leaves the dates of these hours", {}}};
    }
    auto wanted = connect::wanted_on(hours, span);
    const auto schedule = connect::plan({wanted.open, span.first});
    auto text = formats::write_document(connect::write_schedule(schedule, hours, span));
    return RulesWriting{std::move(text), connect::findings_on(schedule, std::move(wanted), hours, span)};
}

}  // namespace denwaban
