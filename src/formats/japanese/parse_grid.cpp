#include <algorithm>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

namespace {

enum class Cell : std::uint8_t { none, open, closed };

[[nodiscard]] Cell cell_of(std::string_view words) {
    for (const auto* open : {"○", "◯", "〇", "●", "◎", "⭕"}) {
        if (words == open) return Cell::open;
    }
    for (const auto* closed : {"×", "✕", "✖", "✗", "❌", "休", "-", "－", "―", "ー", "／", "/"}) {
        if (words == closed) return Cell::closed;
    }
    return Cell::none;
}

}  // namespace

/// 　月 火 水 木 金 土 日⏎11:30～14:00 ○ ○ × ○ ○ ○ ×: a table of days and hours, a cell each.
bool ListingParser::parse_grid() {
    constexpr std::size_t fewest_days = 5;
    if (!next_is({Word::weekday}) || (at_ > 0 && word_at(at_ - 1) != Word::newline)) return false;
    const auto blank = {Word::slash};
    std::vector<DayItem> days;
    auto at = at_;
    for (; word_at(at) == Word::weekday || word_at(at) == Word::holiday; at = beyond(at + 1, blank)) {
        const WeekdaySet weekday{static_cast<unsigned>(tokens_[at].value)};
        const bool holiday = word_at(at) == Word::holiday;
        auto day =
            holiday ? day_item(DaySort::holiday, {OnHolidays{}}) : day_item(DaySort::weekday, {OnWeekdays{weekday}});
        if (!holiday) day.weekdays = weekday;
        day.place = {tokens_[at].bytes, part_};
        days.push_back(std::move(day));
    }
    if (days.size() < fewest_days || word_at(at) != Word::newline || at >= tokens_.size()) return false;
    struct Row {
        std::size_t first, dash, last;
        DayList open;
    };
    std::vector<Row> rows;
    std::vector<bool> ever_open(days.size());
    auto end = at;
    const auto begins = [this](std::size_t line) { return line + (word_at(line + 1) == Word::service ? 2U : 1U); };
    while (end < tokens_.size() && word_at(end) == Word::newline && word_at(begins(end)) == Word::time) {
        Row row{begins(end), begins(end) + 1, 0, {}};
        if (word_at(row.dash) != Word::dash || word_at(row.dash + 1) != Word::time) break;
        auto cell = beyond(row.dash + 2, blank);
        std::size_t column = 0;
        for (; column < days.size() && cell < tokens_.size(); ++column, cell = beyond(cell + 1, blank)) {
            const auto said = cell_of(words_of(cell));
            if (said == Cell::none) break;
            if (said == Cell::open) row.open.push_back(days[column]);
            if (said == Cell::open) ever_open[column] = true;
        }
        if (column != days.size() || (cell < tokens_.size() && word_at(cell) != Word::newline)) return false;
        row.last = end = cell;
        rows.push_back(std::move(row));
    }
    if (rows.empty()) return false;
    for (const auto& row : rows) {
        HoursItem of_days{ItemKind::days}, span{ItemKind::span};
        of_days.days = row.open;
        of_days.first = of_days.last = span.first = row.first;
        span.last = row.dash + 2;
        span.opens.minutes = tokens_[row.first].value;
        span.closes.minutes = tokens_[row.dash + 1].value;
        span.opens.of_twenty_four = tokens_[row.first].padded;
        span.place = of_days.place = {{tokens_[row.first].bytes.begin, tokens_[row.dash + 1].bytes.end}, part_};
        if (!row.open.empty()) {
            items_.push_back(std::move(of_days));
            items_.push_back(std::move(span));
        }
    }
    while (at_ < end) take();
    for (std::size_t column = 0; column < days.size(); ++column) {
        if (!ever_open[column]) add_closing({days[column]});
    }
    return true;
}

}  // namespace denwaban::formats::japanese
