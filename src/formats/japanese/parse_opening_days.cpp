#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

void ListingParser::never_closes() {
    const auto days = days_of_this_line();
    if (words_of(at_).starts_with("休まず") && mode_ == Mode::hours && !days.empty() && are_seasons(days)) {
        // 11月1日～12月20日は9:00～19:00・休まず営業.
        take();
        for (const auto& day : days) listing_.dates_with_hours.push_back(day.when);
        return;
    }
    const auto* season = season_beside();
    const bool of_season = season != nullptr && (depth_ > 0 || other_seasons_rest());
    take();
    season_rests_ |= of_season;
    listing_.never_closes |= !of_season;
}

/// お休みする場合あり; 休み of which nobody says when was not understood.
void ListingParser::rest_of_nothing() {
    // 休：月曜.
    auto days = beyond(at_ + 1, {Word::colon, Word::topic, Word::mark, Word::slash, Word::closing, Word::filler});
    // 18時～21時半 休・日祝.
    const bool after_hours =
        at_ > 0 && tokens_[at_].spaced && word_at(at_ - 1) != Word::weekday && word_at(at_ - 1) != Word::holiday;
    if (days == at_ + 1 && after_hours && word_at(days) == Word::separator && !tokens_[days].spaced) ++days;
    // CLOSE⏎日曜.
    const bool own_line = at_ > 0 && word_at(at_ - 1) == Word::newline && peek(1) == Word::newline;
    const bool heads = own_line && (at_ < 2 || !speaks_of_hours(word_at(at_ - 2)) || word_at(at_ - 2) == Word::time);
    if (heads) ++days;
    // 休業 (日曜日).
    if (days == at_ + 1 && word_at(days) == Word::opening) ++days;
    const bool of_hours_before = at_ == 0 || (word_at(at_ - 1) != Word::topic && word_at(at_ - 1) != Word::also);
    const auto resume = std::exchange(at_, days);
    const bool bracketed = resume > 0 && word_at(resume - 1) == Word::opening && word_at(resume + 1) == Word::closing;
    const bool names = (at_day() && peek() != Word::month_day) || (bracketed && next_is({Word::irregular}));
    at_ = resume;
    if (names && of_hours_before) return closings_follow();
    const auto next = beyond(at_ + 1, {Word::filler, Word::topic});
    const bool ends = word_at(next) == Word::newline || word_at(next) == Word::slash;
    // 火｜11:30～14:00｜休: a meal that is not served.
    if (ends && at_ > 0 && word_at(at_ - 1) == Word::slash && days_begin_line()) return pass();
    // 行事のある日はお休みします: on which, nobody knows.
    if (at_ > 1 && word_at(at_ - 1) == Word::topic && word_at(at_ - 2) == Word::occasional) return irregular();
    next_is({Word::exists, Word::in_case}, next - at_) ? pass() : leave();
}

/// 火｜11:30～14:00｜休.
bool ListingParser::days_begin_line() const {
    auto line = at_;
    while (line > 0 && word_at(line - 1) != Word::newline) --line;
    return std::any_of(items_.begin(), items_.end(), [&](const HoursItem& each) {
        return (each.kind == ItemKind::days || each.kind == ItemKind::closed) && each.first >= line;
    });
}

/// 臨時休業 10月7日～11日: closed then, though of 臨時休業 alone nobody knows when.
void ListingParser::closed_for_once() {
    const auto next = beyond(at_ + 1, {Word::colon, Word::topic, Word::closing, Word::mark});
    if (word_at(next) != Word::date || next >= tokens_.size()) return pass();
    while (at_ < next) take();
    while (close_dates_that_stand_here()) {
        // 臨時休業：11/10ランチ、11/12ディナー.
        if (!next_is({Word::separator}) || !next_is({Word::date}, 1)) return;
        take();
    }
}

bool ListingParser::close_dates_that_stand_here() {
    const auto start = at_;
    auto days = parse_days();
    // 臨時休業11月14日、土・日・祝17:00まで.
    const auto others = std::find_if_not(days.begin(), days.end(), std::mem_fn(&DayItem::is_season));
    const auto hours = beyond(at_, {Word::topic, Word::of, Word::colon});
    if (others != days.begin() && others != days.end() && has_hours(hours)) {
        DayList rest{std::make_move_iterator(others), std::make_move_iterator(days.end())};
        days.erase(others, days.end());
        for (auto& day : days) add_closing({std::move(day)});
        hours_of(std::move(rest), start, Reach::these);
        return false;
    }
    const bool dated = !days.empty() && are_seasons(days);
    // 臨時休業 11月16日～11月20日 11月21日より通常営業.
    // 臨時休業 11/16～11/20、11/21より平常通り.
    const auto resumes = beyond(at_ + 1, {Word::filler});
    const bool ends = resumes >= tokens_.size() || ends_chunk(word_at(resumes)) || word_at(resumes) == Word::closing;
    const bool as_usual = resumes > at_ + 1 && words_of(resumes - 1).ends_with("り") && ends;
    if (dated && days.size() > 1 && next_is({Word::from}) && (word_at(resumes) == Word::open || as_usual)) {
        find(FindingKind::remark, Weight::note, "from when it is open again", days.back().place.bytes);
        while (at_ < resumes || (next_is({Word::open}) && !as_usual)) take();
        days.pop_back();
        close_on(std::move(days));
        return true;
    }
    const auto after = beyond(at_, {Word::topic, Word::of});
    // 臨時休業11/22 11:00～20:00.
    const bool apart = after == at_ && !done() && tokens_[at_].spaced;
    const bool own_hours = has_hours(after) && !apart && !hours_are_of_all_days(start, after);
    if (!dated || (own_hours && (days.size() < 2 || days.back().joined))) {
        give_back(start);
        at_ = start;
        return false;
    }
    const bool own_meal = after > at_ && word_at(after) == Word::service && word_at(after + 1) == Word::only;
    if (!own_hours && !(own_meal && days.size() > 1 && !days.back().joined)) {
        close_on(std::move(days));
        return true;
    }
    // 臨時休業：11/10、11/12は15時まで; 臨時休業11/10、11/12はランチのみ.
    DayList last{std::move(days.back())};
    days.pop_back();
    for (auto& day : days) add_closing({std::move(day)});
    own_hours ? hours_of(std::move(last), start, Reach::these) : close_on(std::move(last));
    return false;
}

/// 11月の営業日 1(日) 7(土) 8(日): on no other day of the month.
void ListingParser::opening_days_of_a_month() {
    const auto start = at_;
    DayList days;
    while (at_day()) {
        const auto more = parse_days();
        if (more.empty()) break;
        days.insert(days.end(), more.begin(), more.end());
        pass_over({Word::newline});
    }
    const bool dated = are_seasons(days);
    if (days.empty() || !dated) {
        give_back(start);
        at_ = start;
        return;
    }
    std::vector<When> open;
    for (const auto& day : days) open.push_back(day.when);
    ListedClosing others;
    others.day = day_item(DaySort::narrower,
                          {AllOf{{{InMonths{{static_cast<unsigned>(month_said_)}}}, {NoneOf{std::move(open)}}}}});
    others.day.place = {range_from(start), part_};
    others.day.is_season = true;
    others.on_holiday_said = true;
    add_closing(std::move(others));
    find(FindingKind::unknowable, Weight::note, "of other months nothing is said", range_from(start));
    listing_.doubts.push_back(
        {{day_item(DaySort::narrower, {NoneOf{{{InMonths{{static_cast<unsigned>(month_said_)}}}}}})}});
}

/// 【11月の営業】, 11月のお休み：.
bool ListingParser::heads_a_month() {
    const bool of_its_own = at_ == 0 || ends_chunk(word_at(at_ - 1)) || tokens_[at_].spaced;
    const std::size_t of = peek(1) == Word::of ? 1 : 0;
    const auto what = peek(1 + of);
    const bool closes = what == Word::rest || what == Word::closing_heading;
    const bool opens = what == Word::open || what == Word::hours_heading ||
                       (what == Word::announced && words_of(at_ + 1 + of) == "営業カレンダー");
    const std::size_t calendar = peek(2 + of) == Word::announced ? 1 : 0;
    const bool ends =
        next_is({Word::colon, Word::closing, Word::newline, Word::topic, Word::mark, Word::stop, Word::slash},
                2 + of + calendar) &&
        (of == 1 || calendar == 1 || what == Word::closing_heading || peek(2) == Word::closing ||
         what == Word::announced);
    // 10:00～20:00（11月休み）: no heading.
    const auto behind = beyond(at_ + 3, {Word::newline, Word::colon, Word::mark});
    const bool rests = of == 0 && what == Word::rest && peek(2) == Word::closing;
    if (rests && (behind >= tokens_.size() || !speaks_of_days(word_at(behind)))) return false;
    // 11月のお休み　4日(水)、11日(水).
    const auto first = at_ + 2 + of;
    const bool days_follow = closes && first < tokens_.size() && tokens_[first].spaced &&
                             (word_at(first) == Word::month_day ||
                              (word_at(first) == Word::number && beyond_weekday_of_date(first + 1) > first + 1));
    const bool of_dates =
        peek(1) == Word::topic && (peek(2) == Word::month_day || beyond_weekday_of_date(at_ + 3) > at_ + 3);
    if (!of_its_own || !(of_dates || days_follow || ((closes || opens) && ends))) return false;
    month_ = month_said_ = tokens_[at_].value;
    take();
    take_if({Word::of, Word::topic});
    if (of_dates) return true;
    const bool of_opening_days = words_of(at_) == "営業日";
    if (what == Word::announced)
        take();
    else
        heading(closes ? Mode::closings : Mode::hours);
    pass_over({Word::announced, Word::colon, Word::closing, Word::newline, Word::mark, Word::slash});
    if (of_opening_days) opening_days_of_a_month();
    return true;
}

/// 2021年7月から: since when the listing holds.
void ListingParser::since_month() {
    // 11月より営業時間を下記の通り変更します.
    auto changed = at_ + 2;
    while (changed < tokens_.size() && !ends_chunk(word_at(changed)) && word_at(changed) != Word::time &&
           word_at(changed) != Word::varies)
        ++changed;
    const bool tells = word_at(changed) == Word::varies && changed < tokens_.size() && tokens_[at_].year == 0;
    if (tells && peek(1) == Word::from && mode_ == Mode::hours) {
        const unsigned before = (static_cast<unsigned>(tokens_[at_].value) + 10) % 12 + 1;
        find(FindingKind::unknowable, Weight::note, "since when this holds", tokens_[at_].bytes);
        listing_.doubts.push_back({{day_item(DaySort::narrower, {InMonths{{before}}})}});
        while (at_ <= changed) take();
        return pass_over({Word::filler});
    }
    if (tokens_[at_].year == 0 || peek(1) != Word::from) return leave();
    find(FindingKind::remark, Weight::note, "since when this holds", tokens_[at_].bytes);
    take();
    take();
}

}  // namespace denwaban::formats::japanese
