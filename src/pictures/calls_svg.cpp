#include <algorithm>
#include <cstddef>
#include <string>

#include <denwaban/pictures/call_pictures.hpp>

#include "drawn_calls.hpp"
#include "month_days.hpp"
#include "percent.hpp"
#include "svg.hpp"

namespace denwaban {

namespace {

using formats::answered_paper;
using formats::scaled;
using formats::Svg;
using formats::tenths;

constexpr std::string_view ink = "#333", pale_ink = "#888", title_style = R"( font-size="16" font-weight="bold")";

class DayOfCalls {
public:
    explicit DayOfCalls(const std::map<std::string, ServiceFigures>& by) : quarters_(formats::quarters_of(by)) {}
    [[nodiscard]] std::string write(std::string_view title) && {
        svg_.text(10, 24, ink, title, title_style);
        legend();
        for (int hour = 0; hour <= 24; hour += 2) {
            svg_.text(left + hour * 4 * wide, floor + 18, pale_ink, std::to_string(hour) + "時",
                      R"( text-anchor="middle")");
        }
        svg_.text(left - 8, ceiling + 6, pale_ink, std::to_string(quarters_.most), R"( text-anchor="end")");
        svg_.box(left, floor, 96 * wide, 1, pale_ink);
        for (std::size_t quarter = 0; quarter < quarters_a_day; ++quarter) {
            const auto* figures = quarters_.figures[quarter];
            if (figures != nullptr) column(static_cast<int>(quarter), *figures);
        }
        return svg_.document(left + 96 * wide + 20, floor + 30, title);
    }

private:
    static constexpr int left = 40, ceiling = 60, floor = 260, wide = 8;

    void legend() {
        int x = left;
        for (const auto& part : formats::parts_of_calls) {
            svg_.box(x, 36, 10, 10, part.paper);
            svg_.text(x + 14, 45, ink, part.name);
            x += 110;
        }
    }
    void column(int quarter, const ServiceFigures& figures) {
        int bottom = floor;
        for (const auto& part : formats::parts_of_calls) {
            const auto count = part.of(figures);
            const int height = scaled(count, quarters_.most, floor - ceiling);
            if (count == 0) continue;
            bottom -= height;
            const auto tip = std::to_string(quarter / 4) + "時" + std::to_string(quarter % 4 * 15) + "分 " +
                             std::string{part.name} + " " + std::to_string(count);
            svg_.box(left + quarter * wide, bottom, wide - 1, height, part.paper, tip);
        }
    }

    Svg svg_;
    formats::Quarters quarters_;
};

/// From white to a full red.
[[nodiscard]] std::string paper_for(double part) {
    const auto pale = [part](int full) { return std::to_string(255 - static_cast<int>(part * (255 - full))); };
    return "rgb(" + pale(192) + "," + pale(57) + "," + pale(43) + ")";
}

}  // namespace

std::string calls_of_day_svg(const std::map<std::string, ServiceFigures>& by, std::string_view title) {
    return DayOfCalls{by}.write(title);
}

std::string calls_of_week_svg(std::span<const CallsOfDay> days, std::string_view title) {
    constexpr int left = 40, top = 60, wide = 34, high = 24;
    const auto week = formats::week_of(days);
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
    Svg svg;
    svg.text(10, 24, ink, title, title_style);
    int y = 44;
    for (const auto& [name, count] : formats::stages_of(figures, results)) {
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
