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
    auto first = days.end() - 1;
    while (first != days.begin() && (first->joined || first->glued)) --first;
    const bool several = days.end() - first > 1 || days.back().sort == DaySort::workdays;
    return first != days.begin() && several && first->sort != DaySort::narrower;
}

}  // namespace

HoursItem ListingParser::item(ItemKind kind, std::size_t start) const {
    HoursItem item{kind};
    item.first = start;
    item.last = at_;
    item.place = {range_from(start), part_};
    return item;
}

void ListingParser::add(HoursItem item) {
    if (item.kind == ItemKind::days || item.kind == ItemKind::span) mode_ = Mode::hours;
    items_.push_back(std::move(item));
    if (items_.back().kind == ItemKind::span && pending_) items_.push_back(*std::exchange(pending_, std::nullopt));
}

/// Whether nothing but punctuation stands between the days said last and here.
bool ListingParser::days_just_said() const {
    if (items_.size() > 1 && items_.back().kind == ItemKind::meal && items_[items_.size() - 2].kind == ItemKind::days &&
        depth_ > 0 && at_ > 0 && word_at(at_ - 1) == Word::topic &&
        beyond(items_[items_.size() - 2].last, {Word::topic, Word::of, Word::service}) >= at_)
        return true;
    if (items_.empty() || items_.back().kind != ItemKind::days) return false;
    return beyond(items_.back().last, {Word::topic, Word::of, Word::colon, Word::closing, Word::opening, Word::dash}) >=
           at_;
}

/// 第1火曜日とその翌日: the day after an nth weekday.
void ListingParser::day_after_too(DayList& days) const {
    const auto* nth = std::get_if<OnNthWeekdays>(&days.back().when.condition);
    const auto weekday = only_one(days.back().weekdays);
    const auto after = beyond(at_ + 1, {Word::filler});
    if (nth == nullptr || !weekday || peek() != Word::separator || after >= tokens_.size() ||
        word_at(after) != Word::next_day || word_at(after + 1) == Word::topic)
        return;
    auto day = nth == nullptr ? std::nullopt : day_after(nth->ordinals, *weekday);
    if (!day) return;
    day->place = days.back().place;
    days.push_back(*std::move(day));
}

/// 月曜（祝日を除く）は15:00～.
void ListingParser::but_holidays_in_brackets(DayList& days) {
    const bool plain =
        std::all_of(days.begin(), days.end(), [](const DayItem& day) { return day.sort == DaySort::weekday; });
    const bool but = peek() == Word::opening && peek(1) == Word::holiday && peek(2) == Word::except &&
                     peek(3) == Word::closing && peek(4) == Word::topic;
    if (!plain || !but || mode_ != Mode::hours || !any_hours_said() || !has_hours(at_ + 5)) return;
    for (int i = 0; i < 4; ++i) take();
    for (auto& day : days) {
        day.when = {AllOf{{std::move(day.when), {NoneOf{{{OnHolidays{}}}}}}}};
        day.sort = DaySort::narrower;
    }
}

/// 月曜休（祝日も）; closed on Mondays, even on national holidays.
bool ListingParser::closed_on_holidays_too(const DayList& days, std::size_t start) {
    const bool holiday = days.size() == 1 && days.front().sort == DaySort::holiday;
    if (!holiday || start == 0 || listing_.closings.empty()) return false;
    const bool of_closings = mode_ == Mode::closings || (!items_.empty() && items_.back().kind == ItemKind::closed);
    const bool bracketed = word_at(start - 1) == Word::opening && next_is({Word::also}) && next_is({Word::closing}, 1);
    const bool in_english = words_of(start - 1) == "even on" || words_of(start - 1) == "including";
    if (!of_closings || !(bracketed || in_english)) return false;
    pass_over({Word::also});
    for (auto at = first_of_sentence_; at < listing_.closings.size(); ++at) {
        auto& closing = listing_.closings[at];
        if (closing.on_holiday_said) continue;
        closing.on_holiday = Displacement::stays;
        closing.on_holiday_said = true;
    }
    return true;
}

/// 11/3、11/10は11:00～15:00。上記以外は休み.
bool ListingParser::closed_otherwise(const DayList& days, std::size_t start) {
    const auto words = words_of(start);
    const bool others = words.starts_with("上記以外") || words.starts_with("それ以外") || words.starts_with("その他") ||
                        words.starts_with("他の曜日");
    const auto rest = beyond(at_, {Word::topic, Word::filler});
    if (!others || days.size() != 1 || days.front().sort != DaySort::every_day || rest >= tokens_.size() ||
        (word_at(rest) != Word::rest && word_at(rest) != Word::closing_heading))
        return false;
    const bool any_days = month_said_ != 0 || std::any_of(items_.begin(), items_.end(), [](const HoursItem& each) {
                              return each.kind == ItemKind::days;
                          });
    if (!any_days || has_hours(rest + 1)) return false;
    while (at_ <= rest) take();
    pass_over({Word::filler});
    listing_.closed_otherwise = true;
    find(FindingKind::repetition, Weight::note, "closed on days that are not named", range_from(start));
    return true;
}

/// 【月】×.
bool ListingParser::crossed_out(DayList& days) {
    const auto cell = beyond(at_, {Word::closing, Word::slash, Word::colon});
    if (cell == at_ || cell >= tokens_.size() || mode_ != Mode::hours) return false;
    const auto words = words_of(cell);
    // 土｜×｜17:00-21:00: one of its meals.
    if ((words != "×" && words != "✕") || (word_at(cell - 1) == Word::slash && hours_on_line(cell))) return false;
    while (at_ <= cell) take();
    close_on(std::move(days));
    return true;
}

/// 祝日も曜日どおりお休みです.
bool ListingParser::as_their_weekdays(const DayList& days, std::size_t start) {
    const auto as = beyond(at_, {Word::topic, Word::also, Word::of});
    const bool holidays =
        std::all_of(days.begin(), days.end(), [](const DayItem& day) { return day.sort == DaySort::holiday; });
    if (!holidays || as == at_ || word_at(as) != Word::same_as || as >= tokens_.size() || tokens_[as].value != 1)
        return false;
    while (at_ <= as) take();
    pass_over({Word::topic, Word::of, Word::rest, Word::open, Word::closing_heading, Word::filler});
    find(FindingKind::repetition, Weight::note, "as on other days of the week", range_from(start));
    return true;
}

/// （4月25日～11月23日、冬期は休業）: the period in which it is open, and the season in which it is not.
bool ListingParser::but_closed_in_winter(DayList& days, std::size_t start) {
    const auto rest = beyond(at_, {Word::topic});
    const bool told = rest > at_ || (at_ > 0 && word_at(at_ - 1) == Word::topic);
    const bool closes = word_at(rest) == Word::rest && rest < tokens_.size() && told;
    if (!closes || !are_seasons(days)) return false;
    // 4月～10月、12月～2月は休業.
    constexpr unsigned most_of_a_year = 7;
    const auto* listed = std::get_if<InMonths>(&days.front().when.condition);
    unsigned months = 0;
    for (unsigned month = 1; month <= 12 && listed != nullptr; ++month) months += listed->months.contains(month);
    if (days.size() < 2 && months <= most_of_a_year) return false;
    const bool long_period =
        days.size() == 1 || std::any_of(days.begin(), days.end() - 1, [](const DayItem& day) {
            const auto* season = std::get_if<InSeason>(&day.when.condition);
            return std::holds_alternative<InMonths>(day.when.condition) || (season != nullptr && !is_short(*season));
        });
    if (!long_period) return false;
    while (at_ <= rest) take();
    const bool vague = days.back().is_vague;
    days.pop_back();
    if (vague && !period_said_ && any_hours_said() && depth_ > 0) {
        period_said_ = true;
        close_beyond(days, range_from(start));
        return true;
    }
    find(FindingKind::not_understood, Weight::doubt, "open in one season, or closed in both", range_from(start));
    listing_.doubts.push_back({});
    return true;
}

/// 土曜は第2土曜だけ営業, 日曜は第1・3のみ営業: closed in all other weeks.
bool ListingParser::open_in_some_weeks(const DayList& days, std::size_t start) {
    const auto weekday =
        days.size() == 1 && days.front().sort == DaySort::weekday ? only_one(days.front().weekdays) : std::nullopt;
    if (!weekday || !next_is({Word::topic}) || !next_is({Word::ordinal}, 1)) return false;
    OrdinalSet weeks;
    auto end = at_ + 1;
    for (; word_at(end) == Word::ordinal || word_at(end) == Word::number || word_at(end) == Word::separator ||
           word_at(end) == Word::of;
         ++end) {
        const bool names = word_at(end) == Word::ordinal || word_at(end) == Word::number;
        if (names && tokens_[end].value > 5) return false;
        if (names) weeks.insert(static_cast<unsigned>(tokens_[end].value));
    }
    if (word_at(end) == Word::weekday && static_cast<unsigned>(tokens_[end].value) == *weekday) ++end;
    const auto open = beyond(end + 1, {Word::of, Word::topic});
    if (word_at(end) != Word::only || word_at(open) != Word::open || open >= tokens_.size() || has_hours(open + 1))
        return false;
    while (at_ <= open) take();
    ListedClosing others;
    others.day = day_item(DaySort::narrower,
                          {AllOf{{{OnWeekdays{{*weekday}}}, {NoneOf{{{OnNthWeekdays{weeks, {*weekday}}}}}}}}});
    others.day.place = {range_from(start), part_};
    others.on_holiday_said = true;
    add_closing(std::move(others));
    return true;
}

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
        auto last = days.end() - 1;
        while (last != first && (last->glued || last->joined)) --last;
        if (elsewhere && (last->glued || last->joined)) {
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

/// 日曜夜と月曜は休み: a list of closings, among hours.
bool ListingParser::closings_with_meals(std::size_t start) {
    std::size_t meals = 0;
    auto end = start;
    for (; end < tokens_.size(); ++end) {
        const auto word = word_at(end);
        const bool of_list = word == Word::weekday || word == Word::workdays || word == Word::holiday ||
                             word == Word::separator || word == Word::of || word == Word::ordinal ||
                             word == Word::filler || word == Word::service;
        if (!of_list) break;
        meals += word == Word::service ? 1U : 0U;
    }
    const auto rest = beyond(end, {Word::topic});
    const bool closes = word_at(rest) == Word::rest || word_at(rest) == Word::closing_heading;
    // 月曜夜・日曜昼は休み, 月曜終日・火曜昼は休み; but 日・祝の夜は休み.
    bool whole_day = false;
    for (auto at = start; at < end; ++at) whole_day |= words_of(at) == "終日";
    const bool of_all = meals == 1 && word_at(end - 1) == Word::service && !whole_day;
    if (meals == 0 || !closes || rest >= tokens_.size() || of_all) return false;
    give_back(start);
    at_ = start;
    mode_ = Mode::closings;
    const auto closings = listing_.closings.size();
    while (at_ < rest) at_day() ? close_on(parse_days()) : void(++at_);
    pass_over({Word::topic, Word::rest, Word::closing_heading, Word::filler});
    mode_ = Mode::hours;
    HoursItem closed{ItemKind::closed};
    closed.first = start;
    closed.last = at_;
    if (listing_.closings.size() > closings) items_.push_back(std::move(closed));
    return true;
}

/// カフェは水木、バーは日月がお休み.
bool ListingParser::closings_by_meal() {
    const auto names_days = [this](std::size_t at) {
        return word_at(at) == Word::weekday || word_at(at) == Word::holiday || word_at(at) == Word::workdays;
    };
    auto end = at_;
    std::size_t meals = 0;
    while (word_at(end) == Word::service && word_at(end + 1) == Word::topic && names_days(end + 2)) {
        end += 2;
        while (names_days(end) || (word_at(end) == Word::separator && names_days(end + 1))) ++end;
        end = beyond(end, {Word::separator});
        ++meals;
    }
    const auto rest = beyond(end, {Word::topic, Word::filler});
    const bool closes = word_at(rest) == Word::rest || word_at(rest) == Word::closing_heading;
    if (meals < 2 || !closes || rest >= tokens_.size()) return false;
    HoursItem closed{ItemKind::closed};
    closed.first = at_;
    while (at_ < end) {
        const auto meal = static_cast<Meal>(take().value);
        take();
        for (auto& day : parse_days()) {
            ListedClosing closing;
            closing.day = std::move(day);
            closing.meal = meal;
            add_closing(std::move(closing));
        }
        pass_over({Word::separator});
    }
    while (at_ <= rest) take();
    closed.last = at_;
    items_.push_back(std::move(closed));
    return true;
}

/// 祝日は日曜と同じ, 祝前日は土曜に準ずる, 祝日は日曜の営業時間.
bool ListingParser::as_other_days(DayList& days) {
    const auto start = at_;
    // 月曜日が祝日の場合、日曜日は土曜日と同じ: not of every Sunday.
    const auto first = days.front().place.bytes.begin;
    for (auto at = start; at-- > 0 && !ends_chunk(word_at(at));) {
        if (tokens_[at].bytes.begin < first && word_at(at) == Word::in_case) return false;
    }
    const auto give_up = [&] {
        give_back(start);
        at_ = start;
        return false;
    };
    pass_over({Word::topic, Word::also});
    if (at_ == start || !next_is({Word::weekday, Word::weekend, Word::workdays})) return give_up();
    auto others = parse_days();
    const auto heading = beyond(at_, {Word::of});
    const bool hours = heading > at_ && word_at(heading) == Word::hours_heading && !has_hours(heading + 1);
    if (others.empty() || !(hours || next_is({Word::same_as, Word::per_facility}))) return give_up();
    while (at_ < heading) take();
    take();
    pass_over({Word::of, Word::hours_heading, Word::open, Word::filler});
    listing_.alike.push_back({std::move(days), std::move(others.front())});
    return true;
}

/// 日曜が祝前日にあたる場合は15:00～翌2:00: their hours where both fall on one day.
bool ListingParser::hours_on_holidays_that_fall_on(DayList& days) {
    const auto holiday = beyond(at_, {Word::topic});
    const auto in_case = beyond(holiday + 1, {Word::of});
    const auto hours = beyond(in_case + 1, {Word::topic, Word::separator, Word::filler});
    const bool plain = std::all_of(days.begin(), days.end(), [](const DayItem& day) {
        return day.sort == DaySort::weekday && day.effect == ClosingEffect::closes;
    });
    const bool both = holiday > at_ && (word_at(holiday) == Word::holiday || word_at(holiday) == Word::holiday_eve);
    if (!both || !plain || word_at(in_case) != Word::in_case || hours >= tokens_.size() || !has_hours(hours))
        return false;
    const When when = word_at(holiday) == Word::holiday ? When{OnHolidays{}} : When{OnHolidayEves{}};
    for (auto& day : days) {
        day.when = {AllOf{{when, std::move(day.when)}}};
        day.sort = DaySort::narrower;
    }
    while (at_ < hours) take();
    for (const auto& day : days) listing_.dates_with_hours.push_back(day.when);
    return true;
}

/// 祝日の営業時間は異なる場合があります: of these days nobody knows.
bool ListingParser::hours_vary_on(DayList& days, std::size_t start) {
    // 祝日: 営業時間が異なる場合があります.
    const auto told = beyond(at_, {Word::topic, Word::colon});
    if (told > at_ && told < tokens_.size() && words_of(told).starts_with("営業時間が異な") &&
        word_at(told) == Word::not_hours) {
        while (at_ <= told) take();
        pass_over({Word::filler, Word::not_hours, Word::exists, Word::topic, Word::in_case});
        find(FindingKind::unknowable, Weight::note, "the hours of these days are not said", range_from(start));
        listing_.doubts.push_back({std::move(days)});
        return true;
    }
    const auto heading = beyond(at_, {Word::topic, Word::of});
    const auto varies = beyond(heading + 1, {Word::topic, Word::of, Word::filler});
    if (heading == at_ || word_at(heading) != Word::hours_heading || word_at(varies) != Word::varies ||
        varies >= tokens_.size())
        return false;
    while (at_ <= varies) take();
    pass_over({Word::filler, Word::not_hours, Word::exists, Word::topic, Word::in_case});
    find(FindingKind::unknowable, Weight::note, "the hours of these days are not said", range_from(start));
    listing_.doubts.push_back({std::move(days)});
    return true;
}

/// 火曜は予約制, 平日は要予約, 日曜は予約のみ営業: of these days nobody knows.
bool ListingParser::by_booking_on(DayList& days, std::size_t start) {
    if (mode_ != Mode::hours || word_at(at_) != Word::topic) return false;
    auto at = at_ + 1;
    if (at < tokens_.size() && (words_of(at) == "要" || words_of(at) == "完全" || words_of(at) == "事前")) ++at;
    if (at >= tokens_.size() || !words_of(at).ends_with("予約")) return false;
    auto end = at + 1;
    while (end < tokens_.size() &&
           (word_at(end) == Word::only || word_at(end) == Word::open || word_at(end) == Word::of ||
            word_at(end) == Word::filler || words_of(end).starts_with("制") || words_of(end) == "です"))
        ++end;
    const bool ends = end >= tokens_.size() || ends_chunk(word_at(end)) || word_at(end) == Word::separator;
    if (!ends || (end == at + 1 && at == at_ + 1)) return false;
    while (at_ < end) take();
    find(FindingKind::unknowable, Weight::note, "open on these days to those who booked", range_from(start));
    listing_.doubts.push_back({std::move(days)});
    return true;
}

/// 夜営業なし, ランチはありません; but 無休.
bool ListingParser::says_none(std::size_t token) const {
    const auto at = beyond(token, {Word::topic, Word::of, Word::open});
    return at < tokens_.size() && word_at(at) == Word::no_rest && tokens_[at].value == 1;
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

bool ListingParser::at_except_in_english() const {
    return peek() == Word::except && !done() && static_cast<unsigned char>(words_of(at_).front()) < 0x80;
}
/// Daily except Thursday, Mon–Sat except Wed: those named last are left out.
void ListingParser::days_except_in_english(DayList days, std::size_t start) {
    const bool daily =
        std::all_of(days.begin(), days.end(), [](const DayItem& day) { return day.sort == DaySort::every_day; });
    if (daily) return all_but_days();
    take();
    const auto others = at_day() ? parse_days() : DayList{};
    const auto plain = [](const DayItem& day) { return day.sort == DaySort::weekday; };
    if (others.empty() || !std::all_of(others.begin(), others.end(), plain) ||
        !std::all_of(days.begin(), days.end(), plain))
        return give_back(start);
    for (auto& day : days) {
        WeekdaySet left;
        for (unsigned weekday = 0; weekday < 7; ++weekday) {
            const bool out = std::any_of(others.begin(), others.end(),
                                         [&](const DayItem& other) { return other.weekdays.contains(weekday); });
            if (day.weekdays.contains(weekday) && !out) left.insert(weekday);
        }
        day.weekdays = left;
        day.when = {OnWeekdays{left}};
    }
    std::erase_if(days, [](const DayItem& day) { return day.weekdays == WeekdaySet{}; });
    days.empty() ? give_back(start) : hours_of(std::move(days), start, Reach::these);
}

/// 祝前日以外の日曜, 祝日を除く月～金曜: the days named last, but for those named before; whether it says so.
bool ListingParser::but_these(DayList& days) {
    const auto except = beyond(at_, {Word::topic});
    const auto then = beyond(except + 1, {Word::of, Word::topic});
    if (word_at(except) != Word::except || then >= tokens_.size()) return false;
    const auto resume = std::exchange(at_, then);
    if (!next_is({Word::weekday, Word::workdays, Word::weekend, Word::every_day, Word::ordinal}) ||
        tokens_[at_].spaced || !at_day()) {
        at_ = resume;
        return false;
    }
    for (auto token = resume; token < then; ++token) tokens_[token].used = true;
    const bool holidays =
        std::all_of(days.begin(), days.end(), [](const DayItem& day) { return day.sort == DaySort::holiday; });
    std::vector<When> excepted;
    for (auto& day : days) excepted.push_back(std::move(day.when));
    days = parse_days();
    for (auto& day : days) {
        if (holidays && day.sort == DaySort::weekday && mode_ == Mode::hours) {
            day.sort = DaySort::workdays;
            continue;
        }
        day.when = {AllOf{{std::move(day.when), {NoneOf{excepted}}}}};
        day.sort = DaySort::narrower;
    }
    return true;
}

/// 2020年3月26日より: since when the listing holds; 8/18より通常営業: the end of a closing that was said.
bool ListingParser::since_when(DayList& days, std::size_t start) {
    // 11/11(水)～ 11:00～17:00.
    const bool dash = next_is({Word::dash}) && next_is({Word::time}, 1) && tokens_[at_ + 1].spaced && days.size() == 1;
    if (!days.back().is_season || !(dash || next_is({Word::from}))) return false;
    take();
    const auto bytes = days.back().place.bytes;
    const bool resumes = take_if({Word::open});
    // 11月1日より営業時間が変わります.
    const auto told = beyond(at_, {Word::hours_heading, Word::topic, Word::of, Word::filler});
    const bool changed = word_at(told) == Word::varies && told < tokens_.size();
    while (changed && at_ <= told) take();
    const bool dated = std::holds_alternative<InPeriod>(days.back().when.condition) ||
                       std::holds_alternative<AllOf>(days.back().when.condition);
    auto before = changed && !resumes ? days_before(days.back()) : std::nullopt;
    if (before) listing_.doubts.push_back({{*std::move(before)}});
    days.pop_back();
    if (resumes || dated || changed) {
        find(FindingKind::remark, Weight::note, resumes ? "from when it is open again" : "since when this holds",
             bytes);
    } else {
        find(FindingKind::not_understood, Weight::doubt, "from this day on, but what is not clear", bytes);
        mode_ == Mode::closings ? static_cast<void>(listing_.closings_in_doubt = true) : listing_.doubts.push_back({});
    }
    if (!days.empty())
        mode_ == Mode::closings ? close_on(std::move(days)) : hours_of(std::move(days), start, Reach::these);
    return true;
}

bool ListingParser::has_hours(std::size_t next) const {
    const auto after =
        beyond(next, {Word::closing, Word::opening, Word::colon, Word::next_day_of, Word::before_noon, Word::after_noon,
                      Word::late_night, Word::same, Word::eat_in, Word::hours_heading, Word::newline});
    if (after >= tokens_.size()) return false;
    // 定休日　水曜日⏎営業時間　12:00～: of no days in particular.
    for (auto at = next; at < after && mode_ == Mode::closings; ++at) {
        if (word_at(at) == Word::hours_heading) return false;
    }
    const auto word = word_at(after);
    if (word == Word::all_day) return true;
    if (word == Word::time)
        return word_at(after + 1) == Word::dash || word_at(after + 1) == Word::from ||
               word_at(after + 1) == Word::to_the_last || word_at(after + 1) == Word::until || mode_ == Mode::hours;
    return word == Word::dash && word_at(after + 1) == Word::time;
}

/// 9:00～18:00 金曜のみ9:00～21:00: the later hours can't be beside the first, so that they stand in their place.
bool ListingParser::overlaps_hours_before(std::size_t time) const {
    const auto last =
        std::find_if(items_.rbegin(), items_.rend(), [](const HoursItem& each) { return each.kind == ItemKind::span; });
    if (last == items_.rend() || time + 2 >= tokens_.size() || word_at(time) != Word::time ||
        word_at(time + 1) != Word::dash || word_at(time + 2) != Word::time || depth_ > 0)
        return false;
    const auto of_all_days = [](const HoursItem& each) { return each.kind == ItemKind::days; };
    if (std::any_of(items_.begin(), items_.end(), of_all_days)) return false;
    const auto plain = [](const Clock& clock) { return clock.half == HalfDay::unsaid && clock.minutes >= 13 * 60; };
    const bool closes_late = !last->end_known || plain(last->closes);
    const int closes = last->end_known ? last->closes.minutes : minutes_a_day;
    return closes_late && tokens_[time + 2].value >= 13 * 60 && last->opens.minutes >= 6 * 60 &&
           tokens_[time].value >= 6 * 60 && tokens_[time].value < closes &&
           last->opens.minutes < tokens_[time + 2].value;
}

void ListingParser::hours_of(DayList days, std::size_t start, Reach reach) {
    const bool also_with_topic = peek() == Word::topic && peek(1) == Word::except;
    if (also_with_topic) take();
    if (take_if({Word::except})) reach = Reach::except;
    // 木・金・土の3日間だけ.
    if (next_is({Word::filler}) && next_is({Word::only}, 1)) take();
    if (take_if({Word::only})) reach = Reach::only;
    // 11月3日（火・祝）のみ10:00～18:00: the date's own hours, in the year that is meant.
    const bool dated = are_seasons(days);
    if (reach == Reach::only && dated && has_hours(beyond(at_, {Word::topic, Word::of, Word::open})))
        reach = Reach::these;
    // 10:00～18:00、木曜のみ12:00～20:00: Thursday's own hours.
    const bool apart = start > 0 && (word_at(start - 1) == Word::separator || word_at(start - 1) == Word::stop ||
                                     word_at(start - 1) == Word::newline || word_at(start - 1) == Word::mark);
    const bool of_meal = !items_.empty() && items_.back().kind == ItemKind::meal;
    const bool follows = apart && !done() && !tokens_[at_].spaced && has_hours(at_);
    if (reach == Reach::only && !of_meal && (follows || overlaps_hours_before(at_))) reach = Reach::these;
    if (reach == Reach::except) {
        // （土日祝及び年末年始を除く）: nobody says when that is.
        const auto is_vague = [](const DayItem& day) { return day.is_vague; };
        for (auto& day : days) {
            if (is_vague(day)) add_closing({day});
        }
        std::erase_if(days, is_vague);
        if (days.empty()) return;
    }
    const bool vague = std::all_of(days.begin(), days.end(), [](const DayItem& day) { return day.is_vague; });
    if (vague && !has_hours(beyond(at_, {Word::topic, Word::of, Word::filler, Word::also}))) {
        // 年末年始は営業時間が異なります.
        find(FindingKind::unknowable, Weight::note, "the hours of these days are not said", range_from(start));
        const auto other = beyond(at_, {Word::topic, Word::of, Word::filler, Word::also, Word::hours_heading});
        if (next_is({Word::varies}, other - at_)) {
            while (at_ <= other) take();
        }
        return listing_.doubts.push_back({std::move(days)});
    }
    // 【土・日・祝日限定】90分制: the days are of the hours.
    const bool bracket_ends = next_is({Word::closing}) && reach != Reach::these;
    if (!done() && !bracket_ends && tokens_[beyond(at_, {Word::closing}) % tokens_.size()].aside) {
        return find(FindingKind::remark, Weight::note, "days of something else", range_from(start));
    }
    auto said = item(ItemKind::days, start);
    said.days = std::move(days);
    said.reach = reach;
    // 電話受付 11:00～17:00　11/8は10:00～15:00.
    said.leads = depth_ == 0 && peek() == Word::topic && are_seasons(said.days);
    add(std::move(said));
    if (reach == Reach::except) pass_over({Word::every_day});
    pass_over({Word::topic, Word::of, Word::colon});
}

/// 除く水曜.
void ListingParser::all_but_days() {
    const auto start = at_;
    take();
    pass_over({Word::of, Word::topic});
    if (!at_day()) {
        // 法定点検日を除く.
        if (start == 0 || word_at(start - 1) != Word::occasional) give_back(start);
        return;
    }
    auto days = parse_days();
    if (days.empty()) return give_back(start);
    if (listing_.never_closes) return close_on(std::move(days));
    if (mode_ == Mode::closings) return except_from_closings(std::move(days), start);
    hours_of(std::move(days), start, Reach::except);
}

bool ListingParser::any_hours_said() const {
    return mode_ == Mode::hours &&
           std::any_of(items_.begin(), items_.end(), [](const HoursItem& each) { return each.kind == ItemKind::span; });
}

/// 11/12(木)は昼のみ営業です。[夜はお休みします]: of the days that were spoken of.
DayList ListingParser::days_of_this_line() const {
    auto line = at_;
    while (line > 0 && word_at(line - 1) != Word::newline) --line;
    if (line >= tokens_.size()) return {};
    const auto begin = tokens_[line].bytes.begin;
    const auto last = std::find_if(items_.rbegin(), items_.rend(), [](const HoursItem& each) {
        return each.kind == ItemKind::days || each.kind == ItemKind::closed;
    });
    if (last == items_.rend() || last->first < line) return {};
    if (last->kind == ItemKind::days) return last->days;
    DayList days;
    for (const auto& closing : listing_.closings) {
        const bool dated = closing.day.is_season && closing.day.place.part == part_;
        if (dated && closing.day.place.bytes.begin >= begin) days.push_back(closing.day);
    }
    return days;
}

/// ランチ営業なし, where the hours know of none.
void ListingParser::meal_of_which_none_is_served() {
    const auto meal = static_cast<Meal>(tokens_[at_].value);
    const auto start = at_;
    const bool known = std::count_if(tokens_.begin(), tokens_.end(), [&](const Token& token) {
                           return token.word == Word::service && static_cast<Meal>(token.value) == meal;
                       }) > 1;
    constexpr int end_of_lunch = 15 * 60;
    const bool evenings = std::all_of(items_.begin(), items_.end(), [](const HoursItem& each) {
        return each.kind != ItemKind::span || each.opens.minutes >= end_of_lunch;
    });
    if (known || meal != Meal::lunch || !evenings || !any_hours_said()) return leave();
    take();
    while (!done() && peek() != Word::no_rest) take();
    take();
    find(FindingKind::repetition, Weight::note, "a meal that no hours are said of", range_from(start));
}

/// ランチ 11:30～14:00, 昼のみ休み.
void ListingParser::hours_of_meal() {
    const auto start = at_;
    if (closings_by_meal()) return;
    const auto next = beyond(at_ + 1, {Word::only, Word::topic, Word::also, Word::of, Word::filler, Word::open});
    const bool closes = word_at(next) == Word::rest || word_at(next) == Word::closing_heading;
    if (closes && next < tokens_.size()) {
        if (auto days = days_of_this_line(); !days.empty()) return close_on(std::move(days));
        auto every_day = day_item(DaySort::every_day, {EveryDay{}});
        every_day.place = {tokens_[at_].bytes, part_};
        return close_on({std::move(every_day)});
    }
    if (says_none(at_ + 1) || says_none(at_ + 2)) return meal_of_which_none_is_served();
    // 昼・夜 10:00～24:00: of neither alone.
    const auto other = beyond(at_ + 1, {Word::separator, Word::slash});
    const bool both = other > at_ + 1 && next_is({Word::service}, other - at_) && mode_ == Mode::hours &&
                      next_is({Word::time}, other + 1 - at_) && tokens_[other].value != tokens_[at_].value;
    if (both) {
        while (at_ <= other) take();
        return;
    }
    const auto meal = static_cast<Meal>(take().value);
    if (mode_ == Mode::closings && meal_is_open()) return;
    if (mode_ == Mode::closings && !has_hours(at_)) {
        // ランチは土日休み.
        const auto resume = at_;
        pass_over({Word::topic, Word::colon, Word::closing});
        if (at_day()) closing_meal_ = meal;
        if (!at_day()) give_back(resume);
        if (!at_day()) at_ = resume;
    }
    const bool of_days = days_just_said_before(start);
    if (of_days && next_is({Word::also}) && any_hours_said() && items_.front().kind == ItemKind::days) {
        // 平日 11:30～14:00、週末は夜も営業（17:00～22:00）: the other meals of these days are not said.
        find(FindingKind::not_understood, Weight::doubt, "this meal too, but the hours of the others are not clear",
             tokens_[start].bytes);
        listing_.doubts.push_back({items_.back().days});
    }
    // 11:00～15:00（金土日は夜も営業 17:00～21:00）: beside the hours of all days.
    const auto too = beyond(at_ + 1, {Word::open, Word::opening, Word::colon});
    if (of_days && next_is({Word::also}) && any_hours_said() && items_.front().kind != ItemKind::days &&
        word_at(too) == Word::time && items_.back().kind == ItemKind::days && items_.back().reach == Reach::these) {
        items_.back().reach = Reach::only;
        items_.back().leads = true;
    }
    auto said = item(ItemKind::meal, start);
    said.meal = meal;
    if (mode_ == Mode::hours || has_hours(at_)) add(std::move(said));
    const bool until = next_is({Word::topic}) && next_is({Word::time}, 1) && next_is({Word::until}, 2);
    if (((depth_ > 0 && next_is({Word::dash})) || until) && !items_.empty() && items_.back().kind == ItemKind::meal &&
        from_its_opening())
        return;
    // 昼のみ 11:00～14:00.
    if (next_is({Word::only}) && has_hours(beyond(at_ + 1, {Word::of, Word::open, Word::topic}))) {
        take();
        alone_ = of_days;
    }
    pass_over({Word::colon, Word::of, Word::topic, Word::open});
}

}  // namespace denwaban::formats::japanese
