#include <algorithm>
#include <iterator>
#include <utility>

#include "parser.hpp"
#include "weekdays.hpp"

namespace denwaban::formats::japanese {

namespace {

[[nodiscard]] bool adds_no_words(Word word) {
    return word == Word::newline || word == Word::colon || word == Word::closing || word == Word::opening ||
           word == Word::mark || word == Word::slash || word == Word::topic;
}

/// 11/13臨時休業, 11/8はディナー休み, 月曜休み.
[[nodiscard]] bool closes_what_stands_before(Word before) {
    switch (before) {
        case Word::date:
        case Word::month_day:
        case Word::weekday:
        case Word::workdays:
        case Word::holiday:
        case Word::service:
        case Word::topic:
        case Word::of:
        case Word::only:
        case Word::closing:
            return true;
        default:
            return false;
    }
}

/// 定休日：火曜、土・日 10:00～18:00: joined to each other, and not to the day before them.
[[nodiscard]] bool ends_with_days_of_their_own(const DayList& days) {
    const auto first = last_breath(days.begin(), days.end());
    const bool several = days.end() - first > 1 || days.back().sort == DaySort::workdays;
    return first != days.begin() && several && first->sort != DaySort::narrower;
}

}  // namespace

/// 定休日 月曜日　11/13～11/14は夜のみ, 日曜・祝日⏎第2日曜は昼のみ営業: what is said of the last is not said of the
/// others. Where the last begin.
std::size_t ListingParser::close_days_before_dates(DayList& days, std::size_t start) {
    const bool told = peek() == Word::topic || has_hours(beyond(at_, {Word::colon, Word::only})) ||
                      (peek() == Word::only && word_at(beyond(at_ + 1, {Word::topic})) == Word::open);
    if (mode_ != Mode::closings || !told) return start;
    const bool of_meal = peek() == Word::topic && word_at(at_ + 1) == Word::service;
    const auto of_one_before = [&](const DayItem& day) {
        // 月曜、祝日は昼のみ営業.
        if (of_meal && day.sort == DaySort::holiday && !is_joined(day)) return true;
        return day.sort == DaySort::narrower && !day.weekdays.empty() &&
               std::any_of(days.begin(), days.end(), [&](const DayItem& other) {
                   return other.sort == DaySort::weekday && meet(other.weekdays, day.weekdays);
               });
    };
    auto dates = days.end();
    const auto is_date = [](const DayItem& day) { return day.is_season && !day.is_vague; };
    while (dates != days.begin() && (is_date(dates[-1]) || of_one_before(dates[-1]))) --dates;
    if (dates == days.begin() || dates == days.end() || (dates->joined && peek() != Word::colon)) return start;
    for (auto day = days.begin(); day != dates; ++day) add_closing({std::move(*day)});
    days.erase(days.begin(), dates);
    while (start < at_ && tokens_[start].bytes.begin < days.front().place.bytes.begin) ++start;
    return start;
}

/// A list of days stands here; what follows tells what is said of them.
void ListingParser::days_said() {
    auto start = at_;
    auto days = parse_days();
    if (days.empty()) return give_back(start);
    day_after_too(days);
    but_holidays_in_brackets(days);
    start = close_days_before_dates(days, start);
    if (settled_by_what_follows(days, start)) return;
    if (mode_ == Mode::hours && (as_other_days(days) || closings_with_meals(start))) return;
    if (mode_ == Mode::hours && are_seasons(days) && not_closed_after_all(days)) return;
    if (closed_by_what_follows(days, start) || among_closings(days, start)) return;
    // 日曜夕食休業（祝前日を除く）.
    const bool excepts = depth_ > 0 && next_is({Word::except}) && !items_.empty() &&
                         items_.back().kind == ItemKind::closed && items_.back().last + 3 >= start;
    if (excepts && !listing_.closings.empty()) {
        take();
        return except_from_closings(std::move(days), start);
    }
    hours_of(std::move(days), start, Reach::these);
}

/// Whether nothing is left to say of these days.
bool ListingParser::settled_by_what_follows(DayList& days, std::size_t start) {
    if (closed_on_holidays_too(days, start) || closed_otherwise(days, start)) return true;
    if (crossed_out(days) || open_in_some_weeks(days, start)) return true;
    if (at_except_in_english()) return days_except_in_english(std::move(days), start), true;
    if (but_these(days) && days.empty()) return give_back(start), true;
    if (since_when(days, start)) return true;
    if (close_all_but_the_last(days) && word_at(at_) == Word::also) return close_on(std::move(days)), true;
    if (perhaps_closed(days)) return true;
    if (hours_vary_on(days, start) || by_booking_on(days, start) || but_closed_in_winter(days, start)) return true;
    if (hours_on_holidays_that_fall_on(days)) return hours_of(std::move(days), start, Reach::these), true;
    if (starts_condition(days)) return condition(std::move(days)), true;
    if (open_only_on(days, start) || all_but_said(days, start) || in_case_of(days, start) || opens_too(days, start))
        return true;
    return as_their_weekdays(days, start) || closed_in_a_named_season(days);
}

/// In a list of closing days: whether these are some of them too, or the days of hours that stand among them.
bool ListingParser::among_closings(DayList& days, std::size_t start) {
    if (mode_ != Mode::closings) return false;
    auto next = beyond_name_of_hours();
    // 第2日曜は営業（13:00～18:00）.
    if (word_at(next) == Word::open && has_hours(beyond(next + 1, {Word::opening}))) ++next;
    const bool heads_closings = is_under_closing_heading(start);
    const bool elsewhere = hours_of_something_else_follow();
    if (((heads_closings && has_hours(next) && peek() == Word::topic) || elsewhere) && days.size() > 1) {
        // 休み：水曜、土曜は15:00まで; 火曜・第2水曜／金土は18:00まで; 火曜、土日祝のみお持ち帰り：10:00～18:00.
        const auto first = days.begin() + (elsewhere && !heads_closings ? 0 : 1);
        const auto last = last_breath(first, days.end());
        if (elsewhere && is_joined(*last)) {
            find(FindingKind::not_understood, Weight::doubt, "closing days, or the days of these hours",
                 range_from(start));
            listing_.doubts.push_back({days});
            for (auto& day : days) day.effect = ClosingEffect::may_close;
        }
        DayList others{std::make_move_iterator(last), std::make_move_iterator(days.end())};
        days.erase(last, days.end());
        for (auto& day : days) add_closing({std::move(day)});
        return hours_of(std::move(others), start, Reach::these), true;
    }
    // 定休日は木曜⏎土日祝のみご予約受付：11:00～16:00.
    if (elsewhere) return hours_of(std::move(days), start, Reach::these), true;
    if (heads_closings && days.size() > 1 && next_is({Word::time}) &&
        (other_days_have_hours() || ends_with_days_of_their_own(days))) {
        find(FindingKind::not_understood, Weight::doubt, "closing days, or the days of these hours", range_from(start));
        listing_.doubts.push_back({});
        for (auto& day : days) day.effect = ClosingEffect::may_close;
    }
    const bool closes = (heads_closings && peek() != Word::topic && peek() != Word::only) || !has_hours(next) ||
                        hours_are_of_all_days(start, next);
    if (closes) close_on(std::move(days));
    return closes;
}

/// 定休日は木曜、土・日・祝 9:30～22:00　月～金：9:30～20:30.
bool ListingParser::other_days_have_hours() const {
    for (auto other = at_; other < tokens_.size(); ++other) {
        if (word_at(other) == Word::weekday || word_at(other) == Word::workdays) return has_hours(other + 1);
    }
    return false;
}

/// Past は, its meal and what else stands between days and what is said of them.
std::size_t ListingParser::beyond_name_of_hours() const {
    return beyond(at_, {Word::topic, Word::of, Word::also, Word::colon, Word::service, Word::only, Word::filler});
}

/// 土日祝のみ電話受付 10:00～16:00, 平日は電話受付 10:00～16:00.
bool ListingParser::hours_of_something_else_follow() const {
    const auto what = beyond(at_, {Word::only, Word::topic, Word::of});
    if (what == at_ || what >= tokens_.size() || word_at(what) != Word::elsewhere || tokens_[what].spaced) return false;
    return next_is({Word::only}) || has_hours(beyond(what + 1, {Word::topic, Word::of, Word::colon}));
}

/// 定休日：水曜⏎11:00～20:00: not those of Wednesday; but 定休日：水曜⏎月～金⏎11:00～15:00.
bool ListingParser::hours_are_of_all_days(std::size_t start, std::size_t next) const {
    const auto hours = beyond(next, {Word::closing, Word::opening, Word::colon});
    const bool on_another_line = word_at(hours) == Word::newline || goes_to_another_line(at_, hours);
    if (!on_another_line || hours >= tokens_.size()) return false;
    return start == 0 || word_at(start - 1) != Word::newline || is_under_closing_heading(start);
}

/// 定休日：水曜 11:00～20:00: closed, whatever follows.
bool ListingParser::is_under_closing_heading(std::size_t start) const {
    auto heading = start;
    while (heading > 0 && (adds_no_words(word_at(heading - 1)) || word_at(heading - 1) == Word::filler)) --heading;
    // 11/13臨時休業／日祝：9:00～19:00.
    const bool of_days_before = heading > 1 && word_at(heading - 1) != Word::closing_heading &&
                                !tokens_[heading - 1].spaced && closes_what_stands_before(word_at(heading - 2));
    if (of_days_before && word_at(heading) != Word::colon) return false;
    return heading > 0 && (word_at(heading - 1) == Word::closing_heading || word_at(heading - 1) == Word::rest ||
                           (word_at(heading - 1) == Word::occasional && heading < start));
}

}  // namespace denwaban::formats::japanese
