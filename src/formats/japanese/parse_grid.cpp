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

/// The hours between two times of a cell.
void put_hours(HoursItem& span, const Token& opens, const Token& closes) {
    span.opens.minutes = opens.value;
    span.closes.minutes = closes.value;
    span.opens.of_twenty_four = opens.padded;
}

}  // namespace

/// The days of a table's head, a column each; `at` becomes what follows them.
std::vector<DayList> ListingParser::columns_of_grid(std::size_t& at) const {
    std::vector<DayList> columns;
    bool joined = false;
    for (; word_at(at) == Word::weekday || word_at(at) == Word::holiday; ++at) {
        const WeekdaySet weekday{static_cast<unsigned>(tokens_[at].value)};
        const bool holiday = word_at(at) == Word::holiday;
        auto day =
            holiday ? day_item(DaySort::holiday, {OnHolidays{}}) : day_item(DaySort::weekday, {OnWeekdays{weekday}});
        if (!holiday) day.weekdays = weekday;
        day.place = {tokens_[at].bytes, part_};
        if (joined && !columns.empty())
            columns.back().push_back(std::move(day));
        else
            columns.push_back({std::move(day)});
        // 日・祝 is one column.
        joined = word_at(at + 1) == Word::separator && !tokens_[at + 1].spaced;
        if (joined) ++at;
        while (word_at(at + 1) == Word::slash && at + 1 < tokens_.size()) ++at;
    }
    return columns;
}

/// |---|---|: the line under a table's head.
std::size_t ListingParser::beyond_rule_of_grid(std::size_t at) const {
    auto end = at + 1;
    bool dashes = false;
    for (; end < tokens_.size() && word_at(end) != Word::newline; ++end) {
        if (word_at(end) != Word::slash && word_at(end) != Word::dash && word_at(end) != Word::colon) return at;
        dashes |= word_at(end) == Word::dash;
    }
    return dashes ? end : at;
}

/// 　昼　夜⏎月 11:30-14:00 休⏎火 11:30-14:00 17:30-21:00: a table of days and meals, a cell each.
bool ListingParser::parse_table_of_meals() {
    if (mode_ != Mode::hours || (at_ > 0 && word_at(at_ - 1) != Word::newline)) return false;
    const auto blank = {Word::slash};
    auto at = beyond(at_, blank);
    if (words_of(std::min(at, tokens_.size() - 1)) == "曜日") at = beyond(at + 1, blank);
    std::vector<Meal> meals;
    for (; word_at(at) == Word::service && at < tokens_.size(); at = beyond(at + 1, blank))
        meals.push_back(static_cast<Meal>(tokens_[at].value));
    const bool headless = meals.empty() && word_at(at) == Word::weekday && at < tokens_.size();
    if (headless) meals = {Meal::none, Meal::none};
    if (!headless && (meals.size() < 2 || word_at(at) != Word::newline || at >= tokens_.size())) return false;
    struct Span {
        std::size_t first;
        Meal meal;
    };
    struct Row {
        std::size_t days;
        std::vector<Span> open;
    };
    std::vector<Row> rows;
    bool any_closed = false;
    std::size_t widest = 0, cells = 0;
    while (at < tokens_.size() && (word_at(at) == Word::newline || (headless && rows.empty()))) {
        const auto head = beyond(at + (headless && rows.empty() ? 0 : 1), blank);
        Row row{head, {}};
        auto cell = beyond(
            head, {Word::weekday, Word::separator, Word::dash, Word::holiday, Word::workdays, Word::holiday_eve});
        if (cell == head || cell >= tokens_.size()) break;
        cell = beyond(cell, blank);
        std::size_t column = 0;
        for (; column < meals.size() && cell < tokens_.size(); ++column) {
            const bool opens = word_at(cell) == Word::time && word_at(cell + 1) == Word::dash &&
                               word_at(cell + 2) == Word::time && cell + 2 < tokens_.size();
            if (!opens && cell_of(words_of(cell)) != Cell::closed && words_of(cell) != "休み") break;
            if (opens) row.open.push_back({cell, meals[column]});
            any_closed |= !opens;
            cells += tokens_[cell].spaced || word_at(cell - 1) == Word::slash ? 1U : 0U;
            cell = beyond(cell + (opens ? 3 : 1), blank);
        }
        widest = std::max(widest, row.open.size());
        // 火 11:00～14:00: a cell left out at the end of a line.
        const bool short_line = headless && column > 0 && (cell >= tokens_.size() || word_at(cell) == Word::newline);
        if (headless && !short_line) return false;
        if (short_line) column = meals.size();
        if (column != meals.size() || (cell < tokens_.size() && word_at(cell) != Word::newline)) return false;
        at = cell;
        rows.push_back(std::move(row));
    }
    if (rows.size() < 2 || !any_closed) return false;
    if (headless && (rows.size() < 5 || widest < 2 || cells <= rows.size())) return false;
    const auto start = at_;
    for (const auto& row : rows) {
        at_ = row.days;
        auto days = parse_days();
        if (row.open.empty()) {
            for (auto& day : days) add_closing({std::move(day)});
            continue;
        }
        auto of_days = item(ItemKind::days, row.days);
        of_days.days = std::move(days);
        items_.push_back(std::move(of_days));
        for (const auto& [first, meal] : row.open) {
            at_ = first + 3;
            auto served = item(ItemKind::meal, first);
            served.last = first;
            served.meal = meal;
            if (meal != Meal::none) items_.push_back(std::move(served));
            auto span = item(ItemKind::span, first);
            put_hours(span, tokens_[first], tokens_[first + 2]);
            items_.push_back(std::move(span));
        }
    }
    for (at_ = start; at_ < at;) take();
    return true;
}

/// 　平日　土日祝⏎昼 11:00～14:00 11:00～15:00⏎夜 17:00～22:00 17:00～21:00: a column for each list of days.
bool ListingParser::parse_table_of_days() {
    if (mode_ != Mode::hours || (at_ > 0 && word_at(at_ - 1) != Word::newline)) return false;
    const auto blank = {Word::slash};
    auto at = beyond(at_, blank);
    const auto names = words_of(std::min(at, tokens_.size() - 1));
    if (word_at(at) == Word::prose && (names == "区分" || names == "曜日")) at = beyond(at + 1, blank);
    std::vector<std::size_t> columns;
    while (at < tokens_.size() && word_at(at) != Word::newline) {
        const auto end = beyond(at, {Word::weekday, Word::separator, Word::dash, Word::holiday, Word::workdays,
                                     Word::holiday_eve, Word::weekend});
        const auto next = std::find_if(tokens_.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                       tokens_.begin() + static_cast<std::ptrdiff_t>(std::max(end, at + 1)),
                                       [](const Token& token) { return token.spaced; });
        const auto column = static_cast<std::size_t>(next - tokens_.begin());
        if (end == at || word_at(at) == Word::separator) return false;
        columns.push_back(at);
        at = beyond(column, blank);
    }
    if (columns.size() < 2 || columns.size() > 4 || at >= tokens_.size()) return false;
    struct Row {
        Meal meal;
        std::vector<std::size_t> spans;
    };
    std::vector<Row> rows;
    while (at < tokens_.size() && word_at(at) == Word::newline) {
        auto cell = beyond(at + 1, blank);
        Row row{Meal::none, {}};
        if (word_at(cell) == Word::service && cell < tokens_.size()) {
            row.meal = static_cast<Meal>(tokens_[cell].value);
            cell = beyond(cell + 1, blank);
        } else if ((word_at(cell) == Word::hours_heading || word_at(cell) == Word::open) && cell < tokens_.size()) {
            cell = beyond(cell + 1, blank);
        }
        while (word_at(cell) == Word::time && word_at(cell + 1) == Word::dash && word_at(cell + 2) == Word::time &&
               cell + 2 < tokens_.size()) {
            row.spans.push_back(cell);
            cell = beyond(cell + 3, blank);
        }
        if (row.spans.empty()) break;
        if (row.spans.size() != columns.size() || (cell < tokens_.size() && word_at(cell) != Word::newline))
            return false;
        at = cell;
        rows.push_back(std::move(row));
    }
    if (rows.empty()) return false;
    const auto start = at_;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        at_ = columns[column];
        auto days = parse_days();
        auto of_days = item(ItemKind::days, start);
        of_days.days = std::move(days);
        of_days.leads = true;
        of_days.first = of_days.last = start;
        items_.push_back(std::move(of_days));
        for (const auto& row : rows) {
            const auto first = row.spans[column];
            at_ = first + 3;
            HoursItem served{ItemKind::meal};
            served.meal = row.meal;
            served.first = served.last = start;
            served.place = {tokens_[first].bytes, part_};
            if (row.meal != Meal::none) items_.push_back(std::move(served));
            auto span = item(ItemKind::span, first);
            span.first = span.last = start;
            put_hours(span, tokens_[first], tokens_[first + 2]);
            items_.push_back(std::move(span));
        }
    }
    for (at_ = start; at_ < at;) take();
    return true;
}

/// 　月 火 水 木 金 土 日⏎11:30～14:00 ○ ○ × ○ ○ ○ ×: a table of days and hours, a cell each.
bool ListingParser::parse_grid() {
    constexpr std::size_t fewest_columns = 5;
    const auto blank = {Word::slash};
    auto at = beyond(at_, blank);
    if (word_at(at) != Word::weekday || at >= tokens_.size() || (at_ > 0 && word_at(at_ - 1) != Word::newline))
        return false;
    const auto columns = columns_of_grid(at);
    if (columns.size() < fewest_columns || word_at(at) != Word::newline || at >= tokens_.size()) return false;
    struct Row {
        std::size_t first, dash, last;
        DayList open;
    };
    std::vector<Row> rows;
    std::vector<bool> ever_open(columns.size());
    auto end = beyond_rule_of_grid(at);
    const auto begins = [&](std::size_t line) {
        const auto cell = beyond(line + 1, blank);
        return word_at(cell) == Word::service ? beyond(cell + 1, blank) : cell;
    };
    while (end < tokens_.size() && word_at(end) == Word::newline && word_at(begins(end)) == Word::time) {
        Row row{begins(end), begins(end) + 1, 0, {}};
        if (word_at(row.dash) != Word::dash || word_at(row.dash + 1) != Word::time) break;
        auto cell = beyond(row.dash + 2, blank);
        std::size_t column = 0;
        for (; column < columns.size() && cell < tokens_.size(); ++column, cell = beyond(cell + 1, blank)) {
            const auto said = cell_of(words_of(cell));
            if (said == Cell::none) break;
            if (said == Cell::open) row.open.insert(row.open.end(), columns[column].begin(), columns[column].end());
            if (said == Cell::open) ever_open[column] = true;
        }
        if (column != columns.size() || (cell < tokens_.size() && word_at(cell) != Word::newline)) return false;
        row.last = end = cell;
        rows.push_back(std::move(row));
    }
    if (rows.empty()) return false;
    for (const auto& row : rows) {
        HoursItem of_days{ItemKind::days}, span{ItemKind::span};
        of_days.days = row.open;
        of_days.first = of_days.last = span.first = row.first;
        span.last = row.dash + 2;
        put_hours(span, tokens_[row.first], tokens_[row.dash + 1]);
        span.place = of_days.place = {{tokens_[row.first].bytes.begin, tokens_[row.dash + 1].bytes.end}, part_};
        if (!row.open.empty()) {
            items_.push_back(std::move(of_days));
            items_.push_back(std::move(span));
        }
    }
    while (at_ < end) take();
    for (std::size_t column = 0; column < columns.size(); ++column) {
        if (ever_open[column]) continue;
        for (const auto& day : columns[column]) add_closing({day});
    }
    return true;
}

}  // namespace denwaban::formats::japanese
