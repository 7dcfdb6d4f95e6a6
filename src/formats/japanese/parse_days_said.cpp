#include <algorithm>
#include <iterator>
#include <utility>

#include "parser.hpp"

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

/// 定休日 月曜日　11/13～11/14は夜のみ: what is said of the dates is not said of Mondays.
/// Where the dates begin.
std::size_t ListingParser::close_days_before_dates(DayList& days, std::size_t start) {
    const bool told = peek() == Word::topic || has_hours(beyond(at_, {Word::colon}));
    if (mode_ != Mode::closings || !told) return start;
    auto dates = days.end();
    while (dates != days.begin() && (dates - 1)->is_season) --dates;
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
    const auto said = days.size();
    day_after_too(days);
    if (days.size() > said) {
        take();
        pass_over({Word::filler});
        take();
    }
    but_holidays_in_brackets(days);
    start = close_days_before_dates(days, start);
    if (closed_on_holidays_too(days, start) || closed_otherwise(days, start)) return;
    if (crossed_out(days) || open_in_some_weeks(days, start)) return;
    if (at_except_in_english()) return days_except_in_english(std::move(days), start);
    if (but_these(days) && days.empty()) return give_back(start);
    if (since_when(days, start)) return;
    if (close_all_but_the_last(days) && word_at(at_) == Word::also) return close_on(std::move(days));
    // 土曜はお休みかも.
    if (const auto perhaps = beyond(at_, {Word::topic, Word::also}); word_at(perhaps) == Word::may_rest) {
        while (at_ <= perhaps) take();
        for (auto& day : days) day.effect = ClosingEffect::may_close;
        return close_on(std::move(days));
    }
    if (hours_vary_on(days, start) || by_booking_on(days, start) || but_closed_in_winter(days, start)) return;
    if (hours_on_holidays_that_fall_on(days)) return hours_of(std::move(days), start, Reach::these);
    if (starts_condition(days)) return condition(std::move(days));
    if (open_only_on(days, start) || all_but_said(days, start) || in_case_of(days, start) || opens_too(days, start))
        return;
    if (as_their_weekdays(days, start)) return;
    // 12月20日～3月10日は冬季休業.
    const auto named = beyond(at_, {Word::topic, Word::colon});
    const bool names_season = named > at_ && word_at(named) == Word::season && word_at(named + 1) == Word::rest &&
                              named + 1 < tokens_.size() && are_seasons(days) && !days.back().is_vague;
    if (names_season) {
        while (at_ <= named) take();
        return close_on(std::move(days));
    }
    if (mode_ == Mode::hours && as_other_days(days)) return;
    if (mode_ == Mode::hours && closings_with_meals(start)) return;
    const bool seasons = are_seasons(days);
    if (mode_ == Mode::hours && seasons && not_closed_after_all(days)) return;

    const auto next =
        beyond(at_, {Word::topic, Word::of, Word::also, Word::colon, Word::service, Word::only, Word::filler});
    const auto meal = beyond(at_, {Word::topic, Word::of, Word::colon});
    const bool not_served = word_at(meal) == Word::service && says_none(meal + 1);
    // 12日は夜の部から営業.
    const bool from_dinner_on = word_at(meal) == Word::service && meal + 2 < tokens_.size() &&
                                static_cast<Meal>(tokens_[meal].value) == Meal::dinner &&
                                word_at(meal + 1) == Word::from && word_at(meal + 2) == Word::open;
    const bool one_meal_only = (word_at(meal) == Word::service && word_at(meal + 1) == Word::only) || from_dinner_on;
    const bool one_meal_closes = one_meal_only && meal + 1 < tokens_.size() && word_at(meal + 2) != Word::time &&
                                 !(any_hours_said() && word_at(meal + 2) == Word::opening && has_hours(meal + 3));
    const bool closes = one_meal_closes || not_served || word_at(next) == Word::closing_heading ||
                        word_at(next) == Word::rest || (word_at(next) == Word::irregular && !tokens_[next].spaced) ||
                        (word_at(next) == Word::substitute && seasons) ||
                        (word_at(next) == Word::occasional && seasons && word_at(next + 1) != Word::exists);
    if ((next < tokens_.size() || one_meal_closes || not_served) && closes) return close_on(std::move(days));
    // 11:00～14:00 (水)はお休み.
    const bool bracketed = start > 0 && word_at(start - 1) == Word::opening && next_is({Word::closing}) &&
                           next_is({Word::topic}, 1) && next_is({Word::rest, Word::closing_heading}, 2);
    // （土）17:00～23:00（日・祝）休み.
    const auto after_rest = word_at(at_ + 2);
    const bool heads_nothing = after_rest != Word::colon && after_rest != Word::weekday && after_rest != Word::closing;
    const bool bracket_heads = start > 0 && word_at(start - 1) == Word::opening && next_is({Word::closing}) &&
                               next_is({Word::rest, Word::closing_heading}, 1) && !tokens_[at_ + 1].spaced &&
                               heads_nothing && mode_ == Mode::hours;
    if (bracketed || bracket_heads) {
        take();
        return close_on(std::move(days));
    }
    if (const auto rest = rest_for_a_reason(); rest && seasons) {
        while (at_ <= *rest) take();
        return close_on(std::move(days));
    }
    // 水｜休｜休.
    auto column = beyond(at_, {Word::slash});
    // 火,休.
    if (column == at_ && next_is({Word::separator}) && next_is({Word::rest}, 1) && word_at(at_ + 2) == Word::newline)
        column = at_ + 1;
    if (column > at_ && column < tokens_.size() && word_at(column) == Word::rest && mode_ == Mode::hours) {
        while (at_ < column) take();
        close_on(std::move(days));
        while (next_is({Word::slash}) && next_is({Word::rest}, 1)) pass_over({Word::slash, Word::rest});
        return;
    }
    // 土・日・祝日⏎定休日⏎: the line of days has no hours but this.
    const auto below = beyond(at_, {Word::topic, Word::newline});
    const bool goes_on = word_at(at_) == Word::topic && seasons;  // 11月3日は⏎休業させていただきます
    const bool closes_below = below > at_ && below < tokens_.size() && word_at(below - 1) == Word::newline &&
                              (word_at(below) == Word::closing_heading || word_at(below) == Word::rest) &&
                              (word_at(below + 1) == Word::newline || goes_on);
    if (closes_below && mode_ == Mode::hours) {
        while (at_ < below) take();
        return close_on(std::move(days));
    }
    const bool heads_closings = mode_ == Mode::closings && is_under_closing_heading(start);
    const bool elsewhere = mode_ == Mode::closings && hours_of_something_else_follow();
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
        return hours_of(std::move(others), start, Reach::these);
    }
    // 定休日は木曜⏎土日祝のみご予約受付：11:00～16:00.
    if (elsewhere) return hours_of(std::move(days), start, Reach::these);
    // 定休日は木曜、土・日・祝 9:30～22:00　月～金：9:30～20:30.
    const auto other_days = at_ < tokens_.size()
                                ? std::find_if(tokens_.begin() + static_cast<std::ptrdiff_t>(at_), tokens_.end(),
                                               [](const Token& token) {
                                                   return token.word == Word::weekday || token.word == Word::workdays;
                                               })
                                : tokens_.end();
    const bool others_have_hours =
        other_days != tokens_.end() && has_hours(static_cast<std::size_t>(other_days - tokens_.begin()) + 1);
    if (heads_closings && days.size() > 1 && next_is({Word::time}) &&
        (others_have_hours || ends_with_days_of_their_own(days))) {
        find(FindingKind::not_understood, Weight::doubt, "closing days, or the days of these hours", range_from(start));
        listing_.doubts.push_back({});
        for (auto& day : days) day.effect = ClosingEffect::may_close;
    }
    if (heads_closings && peek() != Word::topic && peek() != Word::only) return close_on(std::move(days));
    if (mode_ == Mode::closings && (!has_hours(next) || hours_are_of_all_days(start, next)))
        return close_on(std::move(days));
    // 日曜夕食休業（祝前日を除く）.
    const bool excepts = depth_ > 0 && next_is({Word::except}) && !items_.empty() &&
                         items_.back().kind == ItemKind::closed && items_.back().last + 3 >= start;
    if (excepts && !listing_.closings.empty()) {
        take();
        return except_from_closings(std::move(days), start);
    }
    hours_of(std::move(days), start, Reach::these);
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

/// 11月16日は設備点検のため休業: where the rest stands that the days are for.
std::optional<std::size_t> ListingParser::rest_for_a_reason() const {
    bool reason = false;
    for (auto at = beyond(at_, {Word::topic, Word::separator}); at < tokens_.size() && at < at_ + 8; ++at) {
        const auto word = word_at(at);
        if (word == Word::rest && reason) return at;
        reason |= gives_a_reason(at);
        const bool goes_on = word == Word::prose || word == Word::of || word == Word::filler ||
                             word == Word::elsewhere || word == Word::not_hours || word == Word::pause ||
                             word == Word::varies;
        // 研修のため夜営業お休み.
        if (word == Word::service && reason && at > at_ &&
            (word_at(at + 1) == Word::rest || (word_at(at + 1) == Word::topic && word_at(at + 2) == Word::rest)))
            return at - 1;
        if (!goes_on) break;
    }
    return std::nullopt;
}

}  // namespace denwaban::formats::japanese
