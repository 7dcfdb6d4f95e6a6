#include <algorithm>
#include <array>
#include <string_view>

#include <denwaban/pictures/month_picture.hpp>

#include "month_days.hpp"
#include "svg.hpp"

namespace denwaban {

namespace {

using formats::ShownDay;

constexpr int cell_width = 104, heading_height = 62, line_height = 17, day_height = 26, columns = 7;

[[nodiscard]] std::string_view ink_of(const ShownDay& day) {
    if (!day.holiday.empty() || day.column == 6) return "#c0392b";
    return day.column == 5 ? "#2471a3" : "#333";
}

[[nodiscard]] std::string_view paper_of(const ShownDay& day) {
    if (day.openings.empty()) return "#eeeeee";
    const bool unknown = std::any_of(day.openings.begin(), day.openings.end(),
                                     [](const auto& opening) { return opening.state == State::unknown; });
    return unknown ? "#fdf3d0" : "#ffffff";
}

class MonthSvg {
public:
    explicit MonthSvg(const std::vector<ShownDay>& days) : days_(days) {}

    [[nodiscard]] std::string write(date::year_month month) && {
        const auto title = std::to_string(static_cast<int>(month.year())) + "年" +
                           std::to_string(static_cast<unsigned>(month.month())) + "月";
        svg_.text(10, 26, "#333", title, R"( font-size="18" font-weight="bold")");
        for (int column = 0; column < columns; ++column) {
            svg_.text(column * cell_width + 10, heading_height - 10,
                      column == 6   ? "#c0392b"
                      : column == 5 ? "#2471a3"
                                    : "#333",
                      formats::weekday_signs[static_cast<std::size_t>(column)]);
        }
        for (std::size_t first = 0; first < days_.size();) {
            auto last = first;
            while (last < days_.size() && (last == first || days_[last].column != 0)) ++last;
            week(first, last);
            first = last;
        }
        return svg_.document(columns * cell_width + 1, top_ + 1, title);
    }

private:
    void week(std::size_t first, std::size_t last) {
        std::size_t lines = 1;
        for (auto day = first; day < last; ++day) lines = std::max(lines, days_[day].openings.size());
        const int height = day_height + static_cast<int>(lines) * line_height + 4;
        for (auto day = first; day < last; ++day) cell(days_[day], height);
        top_ += height;
    }

    void cell(const ShownDay& day, int height) {
        const int x = static_cast<int>(day.column) * cell_width;
        svg_.box(x, top_, cell_width, height, paper_of(day), day.holiday,
                 R"( stroke="#cccccc" shape-rendering="crispEdges")");
        auto heading = std::to_string(day.day);
        if (!day.holiday.empty()) heading += " 祝";
        if (day.eve) heading += " 祝前";
        svg_.text(x + 10, top_ + 18, ink_of(day), heading, R"( font-weight="bold")");
        int y = top_ + day_height + 13;
        if (day.openings.empty()) svg_.text(x + 10, y, "#888", "休");
        for (const auto& [state, hours] : day.openings) {
            svg_.text(x + 10, y, state == State::unknown ? "#9a6b00" : "#333",
                      state == State::unknown ? hours + "?" : hours);
            y += line_height;
        }
    }

    const std::vector<ShownDay>& days_;
    formats::Svg svg_;
    int top_ = heading_height;
};

}  // namespace

Expected<std::string> month_svg(const Hours& hours, date::year_month month) {
    const auto days = formats::shown_days(hours, month);
    if (!days) return Unexpected{days.error()};
    return MonthSvg{*days}.write(month);
}

}  // namespace denwaban
