#include <algorithm>
#include <array>
#include <string_view>

#include <denwaban/pictures/month_picture.hpp>

#include "month_days.hpp"
#include "terminal.hpp"

namespace denwaban {

namespace {

using formats::columns_of;
using formats::ShownDay;

constexpr std::size_t cell_letters = 12;

constexpr std::string_view red = "\x1b[31m", blue = "\x1b[34m", yellow = "\x1b[33m", dim = "\x1b[2m", reset = "\x1b[0m";

class MonthText {
public:
    MonthText(const std::vector<ShownDay>& days, TerminalStyle style) : days_(days), style_(style) {}

    [[nodiscard]] std::string write(date::year_month month) && {
        text_ = std::to_string(static_cast<int>(month.year())) + "年" +
                std::to_string(static_cast<unsigned>(month.month())) + "月\n";
        for (std::size_t column = 0; column < formats::weekday_signs.size(); ++column)
            cell(" " + std::string{formats::weekday_signs[column]}, colour_of(column));
        end_line();
        for (std::size_t first = 0; first < days_.size();) {
            auto last = first;
            while (last < days_.size() && (last == first || days_[last].column != 0)) ++last;
            week(first, last);
            first = last;
        }
        return std::move(text_);
    }

private:
    [[nodiscard]] static std::string_view colour_of(std::size_t column) {
        return column == 6 ? red : column == 5 ? blue : std::string_view{};
    }

    void cell(std::string_view content, std::string_view colour) {
        const bool coloured = style_ == TerminalStyle::coloured && !colour.empty();
        if (coloured) text_ += colour;
        text_ += content;
        if (coloured) text_ += reset;
        text_.append(cell_letters - std::min(cell_letters, columns_of(content)), ' ');
    }

    void end_line() {
        text_.erase(text_.find_last_not_of(' ') + 1);
        text_ += '\n';
    }

    void week(std::size_t first, std::size_t last) {
        std::size_t lines = 1;
        for (auto day = first; day < last; ++day) lines = std::max(lines, days_[day].openings.size());
        indent(days_[first].column);
        for (auto day = first; day < last; ++day) heading(days_[day]);
        end_line();
        for (std::size_t line = 0; line < lines; ++line) {
            indent(days_[first].column);
            for (auto day = first; day < last; ++day) opening(days_[day], line);
            end_line();
        }
    }

    void indent(std::size_t column) { text_.append(column * cell_letters, ' '); }

    void heading(const ShownDay& day) {
        auto text = (day.day < 10 ? " " : "") + std::to_string(day.day);
        if (!day.holiday.empty()) text += "祝";
        if (day.eve) text += "前";
        cell(text, day.holiday.empty() ? colour_of(day.column) : red);
    }

    void opening(const ShownDay& day, std::size_t line) {
        if (day.openings.empty()) return cell(line == 0 ? "休" : "", dim);
        if (line >= day.openings.size()) return cell("", {});
        const auto& [state, text] = day.openings[line];
        cell(state == State::unknown ? text.substr(0, std::min(text.size(), cell_letters - 1)) + "?" : text,
             state == State::unknown ? yellow : "");
    }

    const std::vector<ShownDay>& days_;
    TerminalStyle style_;
    std::string text_;
};

}  // namespace

Expected<std::string> month_text(const Hours& hours, date::year_month month, TerminalStyle style) {
    const auto days = formats::shown_days(hours, month);
    if (!days) return Unexpected{days.error()};
    return MonthText{*days, style}.write(month);
}

}  // namespace denwaban
