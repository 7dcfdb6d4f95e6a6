#include <denwaban/pictures/call_pictures.hpp>

#include "drawn_calls.hpp"
#include "month_days.hpp"
#include "percent.hpp"
#include "terminal.hpp"

namespace denwaban {

namespace {

using formats::at_left;
using formats::at_right;
using formats::parts_of_calls;
using formats::tenths;
using formats::times;

constexpr std::size_t bar_columns = 48, count_columns = 6;

[[nodiscard]] std::string headed(std::string_view title) { return title.empty() ? "" : std::string{title} + "\n"; }

/// Each part ends where the calls up to it end: so bars are as long as their calls are many.
[[nodiscard]] std::string bar_of(const ServiceFigures& figures, std::size_t most) {
    std::string bar;
    std::size_t calls = 0;
    int columns = 0;
    for (const auto& part : parts_of_calls) {
        calls += part.of(figures);
        const int until = formats::scaled(calls, most, static_cast<int>(bar_columns));
        bar += times(part.block, static_cast<std::size_t>(until - columns));
        columns = until;
    }
    return bar;
}

[[nodiscard]] std::string quarter_line(std::size_t quarter, const ServiceFigures& figures, std::size_t most) {
    const auto two = [](std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    const auto lost = figures.abandoned + figures.abandoned_in_flow;
    auto line = two(quarter / 4) + ":" + two(quarter % 4 * 15) +
                at_right(std::to_string(figures.offered), count_columns) +
                at_right(std::to_string(lost), count_columns);
    const auto bar = bar_of(figures, most);
    return bar.empty() ? line : line + " " + bar;
}

/// Of a part of the most, which is above 0.
[[nodiscard]] std::string_view shade_of(double part) {
    if (part > 0.75) return "█";
    if (part > 0.5) return "▓";
    return part > 0.25 ? "▒" : "░";
}

[[nodiscard]] std::string funnel_lines(const ServiceFigures& figures, const CallResults* results,
                                       std::string_view title) {
    auto text = headed(title);
    for (const auto& [name, count] : formats::stages_of(figures, results)) {
        const auto width =
            static_cast<std::size_t>(formats::scaled(count, figures.offered, static_cast<int>(bar_columns)));
        const auto share = figures.offered == 0 ? "–" : formats::percent(count, figures.offered);
        text += at_left(name, 12) + at_right(std::to_string(count), 8) + at_right(share, count_columns);
        if (width > 0) text += " " + std::string((bar_columns - width) / 2, ' ') + times("█", width);
        text += '\n';
    }
    return text;
}

}  // namespace

std::string calls_of_day_text(const std::map<std::string, ServiceFigures>& by, std::string_view title) {
    const auto quarters = formats::quarters_of(by);
    auto text = headed(title);
    const auto has_calls = [](const ServiceFigures* figures) { return figures != nullptr; };
    const auto first = std::ranges::find_if(quarters.figures, has_calls);
    if (first == quarters.figures.end()) return text + "着信なし\n";
    const auto behind = std::find_if(quarters.figures.rbegin(), quarters.figures.rend(), has_calls).base();
    for (const auto& part : parts_of_calls) {
        text += (&part == &parts_of_calls.front() ? "" : "  ") + std::string{part.block} + " " + std::string{part.name};
    }
    text += "\n" + at_left("", 5) + at_right("着信", count_columns) + at_right("放棄", count_columns) + "\n";
    const auto place = [&](auto at) { return static_cast<std::size_t>(at - quarters.figures.begin()); };
    for (auto quarter = place(first); quarter < place(behind); ++quarter) {
        const auto* figures = quarters.figures[quarter];
        text += quarter_line(quarter, figures == nullptr ? ServiceFigures{} : *figures, quarters.most) + "\n";
    }
    return text;
}

std::string calls_of_week_text(std::span<const CallsOfDay> days, std::string_view title) {
    const auto week = formats::week_of(days);
    auto text = headed(title) + "  ";
    for (int hour = 0; hour < 24; hour += 3) text += at_left(" " + std::to_string(hour), 6);
    text.erase(text.find_last_not_of(' ') + 1);
    for (std::size_t row = 0; row < 7; ++row) {
        text += "\n" + std::string{formats::weekday_signs[row]} + " ";
        if (week.days[row] == 0) text += "記録なし";
        if (week.days[row] == 0) continue;
        for (const double calls : week.hours[row]) text += times(calls > 0 ? shade_of(calls / week.most) : "·", 2);
    }
    return text + "\n░▒▓█ 1時間に" + tenths(week.most) + "件までの1/4ずつ\n";
}

std::string funnel_text(const ServiceFigures& figures, const CallResults& results, std::string_view title) {
    return funnel_lines(figures, &results, title);
}
std::string funnel_text(const ServiceFigures& figures, std::string_view title) {
    return funnel_lines(figures, nullptr, title);
}

}  // namespace denwaban
