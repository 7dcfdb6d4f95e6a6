#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/records/call_forecast.hpp>
#include <denwaban/records/call_results.hpp>
#include <denwaban/records/service_figures.hpp>

/// What pictures of calls show, whatever they are drawn with.
namespace denwaban::formats {

/// `18:45` as 75; none of what is no quarter hour.
[[nodiscard]] inline std::optional<int> quarter_named(std::string_view name) noexcept {
    if (name.size() != 5 || name[2] != ':') return std::nullopt;
    int hour = 0, minute = 0;
    const auto* at = name.data();
    if (std::from_chars(at, at + 2, hour).ptr != at + 2) return std::nullopt;
    if (std::from_chars(at + 3, at + 5, minute).ptr != at + 5) return std::nullopt;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 45 || minute % 15 != 0) return std::nullopt;
    return hour * 4 + minute / 15;
}

/// A day's figures by its quarter hours.
struct Quarters {
    std::array<const ServiceFigures*, quarters_a_day> figures{};  ///< null where no call came
    std::size_t most = 0;                                         ///< of one
};
[[nodiscard]] inline Quarters quarters_of(const std::map<std::string, ServiceFigures>& by) {
    Quarters quarters;
    for (const auto& [name, figures] : by) {
        if (const auto quarter = quarter_named(name)) quarters.figures[static_cast<std::size_t>(*quarter)] = &figures;
    }
    for (const auto* figures : quarters.figures) {
        if (figures != nullptr) quarters.most = std::max(quarters.most, figures->offered);
    }
    return quarters;
}

/// What became of calls.
struct PartOfCalls {
    std::string_view name;
    std::string_view paper;  ///< a colour
    std::string_view block;  ///< a letter of a terminal
    std::size_t (*of)(const ServiceFigures&);
};
inline constexpr std::string_view answered_paper = "#2e86ab";
inline constexpr std::array parts_of_calls{
    PartOfCalls{"応答", answered_paper, "█", [](const ServiceFigures& of) { return of.answered; }},
    PartOfCalls{"放棄（待ち中）", "#c0392b", "▓", [](const ServiceFigures& of) { return of.abandoned; }},
    PartOfCalls{"放棄（案内中）", "#e6a15c", "▒", [](const ServiceFigures& of) { return of.abandoned_in_flow; }},
    PartOfCalls{
        "その他", "#cccccc", "░",
        [](const ServiceFigures& of) { return of.offered - of.answered - of.abandoned - of.abandoned_in_flow; }},
};

/// A part of a whole in so many steps.
[[nodiscard]] inline int scaled(std::size_t part, std::size_t whole, int steps) noexcept {
    return whole == 0 ? 0 : static_cast<int>(part * static_cast<std::size_t>(steps) / whole);
}

/// Calls of an hour on a mean day of one weekday.
struct Week {
    std::array<std::array<double, 24>, 7> hours{};
    std::array<int, 7> days{};
    double most = 0;
};

[[nodiscard]] inline Week week_of(std::span<const CallsOfDay> days) {
    Week week;
    for (const auto& day : days) {
        const auto row = date::weekday{day.date}.iso_encoding() - 1;
        ++week.days[row];
        for (std::size_t quarter = 0; quarter < quarters_a_day; ++quarter) {
            week.hours[row][quarter / 4] += day.quarters[quarter];
        }
    }
    for (std::size_t row = 0; row < 7; ++row) {
        for (auto& calls : week.hours[row]) {
            if (week.days[row] > 0) calls /= week.days[row];
            week.most = std::max(week.most, calls);
        }
    }
    return week;
}

/// To one place behind the point.
[[nodiscard]] inline std::string tenths(double number) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, 1).ptr;
    return {text.data(), end};
}

struct Stage {
    std::string_view name;
    std::size_t count;
};
/// From call to booking; of bookings nothing where nobody knows them.
[[nodiscard]] inline std::vector<Stage> stages_of(const ServiceFigures& figures, const CallResults* results) {
    std::vector<Stage> stages{{"着信", figures.offered}, {"待ち", figures.queued}, {"応答", figures.answered}};
    if (results != nullptr) stages.push_back({"予約になった", results->booked});
    return stages;
}

}  // namespace denwaban::formats
