#include <array>
#include <utility>

#include "civil_dates.hpp"
#include "parser.hpp"

namespace denwaban::formats::japanese {

namespace {

struct SeasonDates {
    date::month_day first;
    date::month_day last;
    std::string_view name;
    bool certain;  ///< the word itself names its dates
};

/// What each `Season` spans if no dates are given: wide, because restaurants differ, so that it is unknown rather than
/// wrong. 年末年始 is 12/29 to 1/3 by 行政機関の休日に関する法律第1条, and a day more on both sides.
constexpr std::array<SeasonDates, 9> season_dates{{
    {date::December / 28, date::January / 4, "年末年始", false},
    {date::December / 28, date::December / 31, "年末", false},
    {date::January / 1, date::January / 4, "年始", false},
    {date::January / 1, date::January / 1, "元日", true},
    {date::August / 10, date::August / 17, "お盆", false},
    {date::August / 1, date::August / 31, "夏季休業", false},
    {date::April / 29, date::May / 6, "ゴールデンウィーク", false},
    {date::December / 28, date::January / 4, "冬季休業", false},
    {date::December / 31, date::December / 31, "大晦日", true},
}};

}  // namespace

std::optional<DayItem> ListingParser::parse_season() {
    const auto& dates = season_dates[static_cast<std::size_t>(take().value)];
    auto day = day_item(DaySort::narrower, {InSeason{dates.first, dates.last}});
    day.label = dates.name;
    day.is_season = true;
    day.is_vague = !dates.certain;
    if (!dates.certain) day.effect = ClosingEffect::may_close;
    // 元旦から7日まで.
    const bool range = next_is({Word::dash, Word::from}) && next_is({Word::month_day, Word::date}, 1);
    if (!dates.certain || !range) return day;
    const auto& end = tokens_[at_ + 1];
    const int number =
        end.word == Word::date ? end.value : static_cast<int>(unsigned{dates.first.month()}) * 100 + end.value;
    if (!date_of(2000, number)) return day;
    for (int i = 0; i < 2; ++i) take();
    take_if({Word::until});
    day.when = {InSeason{dates.first, month_day_of(number)}};
    day.label.clear();
    return day;
}

/// 冬季は火・水曜.
bool ListingParser::at_season_of_days() const {
    return peek() == Word::season && peek(1) == Word::topic &&
           (word_at(at_ + 2) == Word::weekday || word_at(at_ + 2) == Word::ordinal);
}

/// Days of a season: of which nobody says whether they are meant, if it is a season without dates.
DayList ListingParser::parse_days_of_season() {
    const auto season = *parse_season();
    take();
    auto days = parse_days();
    for (auto& day : days) {
        day.when = {AllOf{{season.when, std::move(day.when)}}};
        day.sort = DaySort::narrower;
        if (season.is_vague) day.effect = ClosingEffect::may_close;
        day.is_vague = season.is_vague;
        day.label = season.label;
    }
    return days;
}

/// 夏季（8/1～8/16）: the dates of a season.
void ListingParser::take_dates_in_brackets(DayItem& season) {
    if (peek() != Word::opening) return;
    const auto start = at_++;
    const bool months = at_months(), date = peek() == Word::date;
    at_ = start;
    if (!months && !date) return;
    take();
    auto dates = parse_dates_of_some_form();
    if (!dates || !take_if({Word::closing})) {
        give_back(start);
        at_ = start;
        return;
    }
    if (!months) dates->label = season.label;
    season = *std::move(dates);
}

}  // namespace denwaban::formats::japanese
