#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

/// 今季の営業は11月29日（日）までです。来季は4月1日から, 2026年11月22日をもちまして閉店: closed from then on.
void ListingParser::end_on_last_day() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        if (word_at(at) != Word::date) continue;
        const auto until = beyond_weekday_of_date(at + 1);
        if (word_at(until) != Word::until || until >= tokens_.size()) continue;
        auto statement = at;
        while (statement > 0 && !ends_statement(word_at(statement - 1)) &&
               !(tokens_[statement].spaced && speaks_of_hours(word_at(statement - 1))))
            --statement;
        bool opens = false, more = false;
        for (auto token = statement; token < at; ++token) {
            opens |= word_at(token) == Word::open && word_at(token + 1) == Word::topic;
            opens |= words_of(token).starts_with("今季") || words_of(token).starts_with("今シーズン");
            more |= speaks_of_hours(word_at(token));
        }
        auto end = until + 1;
        bool closes = false;
        for (; end < tokens_.size() && !ends_statement(word_at(end)); ++end) {
            closes |= word_at(end) == Word::to_the_last || (word_at(end) == Word::open && words_of(until) != "まで");
            more |= speaks_of_hours(word_at(end)) && word_at(end) != Word::time;
            more |= word_at(end) == Word::time;
        }
        if (more || !(opens || closes)) continue;
        close_after(statement, at, end);
        return;
    }
}

/// 今年の営業は12/30まで, 今月の営業は11/29まで.
bool ListingParser::ends_with_the_year(std::size_t statement, std::size_t date) const {
    for (auto token = statement; token < date; ++token) {
        for (const auto* word : {"今年", "本年", "年内", "今月", "今週", "年末"}) {
            if (words_of(token).starts_with(word)) return true;
        }
    }
    return tokens_[date].value / 100 == 12 && tokens_[date].year == 0;
}

/// Closed from the day after a date on: until it opens again, if that is said, and for half a year if not.
void ListingParser::close_after(std::size_t statement, std::size_t date, std::size_t end) {
    constexpr date::days half_a_year{182}, ten_years{3650};
    const auto& token = tokens_[date];
    const auto month_day = [](int number) {
        return date::month{static_cast<unsigned>(number / 100)} / date::day{static_cast<unsigned>(number % 100)};
    };
    const date::year year{token.year == 0 ? 2001 : token.year};
    const auto civil = year / month_day(token.value);
    if (!civil.ok()) return;
    const Date first = Date{civil} + date::days{1};
    auto from = end;
    for (; from < tokens_.size(); ++from) {
        const auto then = beyond_weekday_of_date(from + 1);
        // 新店舗は11月26日(木)に開店します.
        const bool opens = (words_of(then) == "に" && word_at(then + 1) == Word::open) ||
                           (words_of(then).starts_with("に") && word_at(then) == Word::open);
        if (word_at(from) == Word::date && (word_at(then) == Word::from || opens) && then < tokens_.size()) break;
    }
    ListedClosing closing;
    closing.day.is_season = true;
    closing.day.place = {{token.bytes.begin, tokens_[end - 1].bytes.end}, part_};
    closing.on_holiday_said = true;
    if (from < tokens_.size()) {
        const auto again = date::year{2001} / month_day(tokens_[from].value);
        const date::year_month_day begins{first}, ends{Date{again} - date::days{1}};
        if (!again.ok()) return;
        closing.day.when = {InSeason{begins.month() / begins.day(), ends.month() / ends.day()}};
        auto begin = from;
        while (begin > end && !ends_statement(word_at(begin - 1))) --begin;
        auto last = from;
        while (last < tokens_.size() && !ends_statement(word_at(last))) ++last;
        // 1月5日から通常営業 11:00～20:00.
        const auto particle = beyond_weekday_of_date(from + 1);
        const bool hours_follow = any_span_in(particle, last);
        set_aside(begin, hours_follow ? particle + 1 : last);
    } else if (ends_with_the_year(statement, date)) {
        // 今年の営業は12/30まで: when it opens again is not said.
        const date::year_month_day begins{first};
        closing.day.when = {InSeason{begins.month() / begins.day(), date::December / 31}};
        auto then = day_item(DaySort::narrower, {InSeason{date::January / 1, date::January / 7}});
        then.is_season = true;
        listing_.doubts.push_back({{std::move(then)}});
        if (begins.month() == date::January) closing.day.when = {InSeason{date::January / 1, date::January / 1}};
    } else if (token.year != 0) {
        closing.day.when = {InPeriod{first, first + ten_years}};
    } else {
        const date::year_month_day begins{first}, ends{first + half_a_year};
        closing.day.when = {InSeason{begins.month() / begins.day(), ends.month() / ends.day()}};
    }
    for (auto each = statement; each < end; ++each) {
        tokens_[each].word = Word::filler;
        tokens_[each].used = true;
    }
    listing_.closings.push_back(std::move(closing));
}

/// 定休日を月曜から火曜に変更いたします: the day that is named last.
void ListingParser::move_closing_day() {
    for (std::size_t at = 0; at + 5 < tokens_.size(); ++at) {
        if (word_at(at) != Word::closing_heading || word_at(at + 1) != Word::topic) continue;
        const auto old_days = beyond(at + 2, {Word::weekday, Word::separator});
        const auto days = old_days + 1;
        const auto end = beyond(days, {Word::weekday, Word::separator});
        const auto varies = beyond(end, {Word::topic, Word::filler});
        if (old_days == at + 2 || word_at(old_days) != Word::from || end == days || word_at(varies) != Word::varies ||
            varies >= tokens_.size())
            continue;
        auto since = at;
        while (since > 0 && !ends_statement(word_at(since - 1))) --since;
        const auto date = beyond(since, {Word::filler});
        const auto from = beyond_weekday_of_date(date + 1);
        const bool dated = word_at(date) == Word::date && word_at(from) == Word::from && from < at;
        if (dated) {
            // Until then it is the other.
            auto resume = std::exchange(at_, date);
            const auto dates = parse_dates();
            at_ = resume;
            auto before = dates ? days_before(*dates) : std::nullopt;
            if (before) listing_.doubts.push_back({{*std::move(before)}});
            month_ = 0;
            set_aside(since, at);
        }
        set_aside(at + 1, days);
        set_aside(end, varies + 1);
        for (auto& token : tokens_) token.aside = false;
        return;
    }
}

}  // namespace denwaban::formats::japanese
