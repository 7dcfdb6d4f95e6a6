#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>

#include <denwaban/pictures/call_pictures.hpp>

#include "month_days.hpp"
#include "percent.hpp"
#include "svg.hpp"

namespace denwaban {

namespace {

using formats::Svg;

constexpr std::string_view ink = "#333", pale_ink = "#888", title_style = R"( font-size="16" font-weight="bold")";
constexpr std::string_view answered_paper = "#2e86ab", in_queue_paper = "#c0392b", in_flow_paper = "#e6a15c",
                           other_paper = "#cccccc";

/// `18:45` as 75; none of what is no quarter hour.
[[nodiscard]] std::optional<int> quarter_named(std::string_view name) noexcept {
    if (name.size() != 5 || name[2] != ':') return std::nullopt;
    int hour = 0, minute = 0;
    const auto* at = name.data();
    if (std::from_chars(at, at + 2, hour).ptr != at + 2) return std::nullopt;
    if (std::from_chars(at + 3, at + 5, minute).ptr != at + 5) return std::nullopt;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 45 || minute % 15 != 0) return std::nullopt;
    return hour * 4 + minute / 15;
}

struct Part {
    std::string_view name;
    std::string_view paper;
    std::size_t (*of)(const ServiceFigures&);
};
constexpr std::array parts{
    Part{"応答", answered_paper, [](const ServiceFigures& of) { return of.answered; }},
    Part{"放棄（待ち中）", in_queue_paper, [](const ServiceFigures& of) { return of.abandoned; }},
    Part{"放棄（案内中）", in_flow_paper, [](const ServiceFigures& of) { return of.abandoned_in_flow; }},
    Part{"その他", other_paper,
         [](const ServiceFigures& of) { return of.offered - of.answered - of.abandoned - of.abandoned_in_flow; }},
};

/// A part of a whole in so many steps.
[[nodiscard]] int scaled(std::size_t part, std::size_t whole, int steps) noexcept {
    return whole == 0 ? 0 : static_cast<int>(part * static_cast<std::size_t>(steps) / whole);
}

class DayOfCalls {
public:
    explicit DayOfCalls(const std::map<std::string, ServiceFigures>& by) {
        for (const auto& [name, figures] : by) {
            if (const auto quarter = quarter_named(name)) quarters_[static_cast<std::size_t>(*quarter)] = &figures;
        }
        for (const auto* figures : quarters_) {
            if (figures != nullptr) most_ = std::max(most_, figures->offered);
        }
    }
    [[nodiscard]] std::string write(std::string_view title) && {
        svg_.text(10, 24, ink, title, title_style);
        legend();
        for (int hour = 0; hour <= 24; hour += 2) {
            svg_.text(left + hour * 4 * wide, floor + 18, pale_ink, std::to_string(hour) + "時",
                      R"( text-anchor="middle")");
        }
        svg_.text(left - 8, ceiling + 6, pale_ink, std::to_string(most_), R"( text-anchor="end")");
        svg_.box(left, floor, 96 * wide, 1, pale_ink);
        for (std::size_t quarter = 0; quarter < quarters_.size(); ++quarter) {
            if (quarters_[quarter] != nullptr) column(static_cast<int>(quarter), *quarters_[quarter]);
        }
        return svg_.document(left + 96 * wide + 20, floor + 30, title);
    }

private:
    static constexpr int left = 40, ceiling = 60, floor = 260, wide = 8;

    void legend() {
        int x = left;
        for (const auto& part : parts) {
            svg_.box(x, 36, 10, 10, part.paper);
            svg_.text(x + 14, 45, ink, part.name);
            x += 110;
        }
    }
    void column(int quarter, const ServiceFigures& figures) {
        int bottom = floor;
        for (const auto& part : parts) {
            const auto count = part.of(figures);
            const int height = scaled(count, most_, floor - ceiling);
            if (count == 0) continue;
            bottom -= height;
            const auto tip = std::to_string(quarter / 4) + "時" + std::to_string(quarter % 4 * 15) + "分 " +
                             std::string{part.name} + " " + std::to_string(count);
            svg_.box(left + quarter * wide, bottom, wide - 1, height, part.paper, tip);
        }
    }

    Svg svg_;
    std::array<const ServiceFigures*, quarters_a_day> quarters_{};
    std::size_t most_ = 0;
};

/// Calls of an hour on a mean day of one weekday.
struct Week {
    std::array<std::array<double, 24>, 7> hours{};
    std::array<int, 7> days{};
    double most = 0;
};

[[nodiscard]] Week week_of(std::span<const CallsOfDay> days) {
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
[[nodiscard]] std::string tenths(double number) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, 1).ptr;
    return {text.data(), end};
}

/// From white to a full red.
[[nodiscard]] std::string paper_for(double part) {
    const auto pale = [part](int full) { return std::to_string(255 - static_cast<int>(part * (255 - full))); };
    return "rgb(" + pale(192) + "," + pale(57) + "," + pale(43) + ")";
}

struct Stage {
    std::string_view name;
    std::size_t count;
};

}  // namespace

std::string calls_of_day_svg(const std::map<std::string, ServiceFigures>& by, std::string_view title) {
    return DayOfCalls{by}.write(title);
}

std::string calls_of_week_svg(std::span<const CallsOfDay> days, std::string_view title) {
    constexpr int left = 40, top = 60, wide = 34, high = 24;
    const auto week = week_of(days);
    Svg svg;
    svg.text(10, 24, ink, title, title_style);
    for (int hour = 0; hour < 24; ++hour) {
        svg.text(left + hour * wide + wide / 2, top - 8, pale_ink, std::to_string(hour), R"( text-anchor="middle")");
    }
    for (std::size_t row = 0; row < 7; ++row) {
        const int y = top + static_cast<int>(row) * high;
        svg.text(16, y + 16, ink, formats::weekday_signs[row]);
        for (std::size_t hour = 0; hour < 24; ++hour) {
            const double calls = week.hours[row][hour];
            const double part = week.most > 0 ? calls / week.most : 0;
            const int x = left + static_cast<int>(hour) * wide;
            const auto tip = week.days[row] == 0 ? std::string{"記録なし"} : tenths(calls) + "件";
            svg.box(x, y, wide - 1, high - 1, paper_for(part), tip);
            if (calls > 0) {
                svg.text(x + wide / 2, y + 16, part > 0.6 ? "#ffffff" : ink, tenths(calls),
                         R"( text-anchor="middle" font-size="10")");
            }
        }
    }
    return svg.document(left + 24 * wide + 10, top + 7 * high + 10, title);
}

namespace {

[[nodiscard]] std::string funnel_of(const ServiceFigures& figures, const CallResults* results, std::string_view title) {
    constexpr int middle = 300, widest = 400, high = 36;
    std::vector<Stage> stages{{"着信", figures.offered}, {"待ち", figures.queued}, {"応答", figures.answered}};
    if (results != nullptr) stages.push_back({"予約になった", results->booked});
    Svg svg;
    svg.text(10, 24, ink, title, title_style);
    int y = 44;
    for (const auto& [name, count] : stages) {
        const int width = std::max(1, scaled(count, figures.offered, widest));
        svg.box(middle - width / 2, y, width, high - 6, answered_paper);
        svg.text(10, y + 20, ink, name);
        const auto share =
            figures.offered == 0 ? std::string{} : "（" + formats::percent(count, figures.offered) + "）";
        svg.text(middle + widest / 2 + 12, y + 20, ink, std::to_string(count) + share);
        y += high;
    }
    return svg.document(middle + widest / 2 + 130, y + 6, title);
}

}  // namespace

std::string funnel_svg(const ServiceFigures& figures, const CallResults& results, std::string_view title) {
    return funnel_of(figures, &results, title);
}
std::string funnel_svg(const ServiceFigures& figures, std::string_view title) {
    return funnel_of(figures, nullptr, title);
}

}  // namespace denwaban
