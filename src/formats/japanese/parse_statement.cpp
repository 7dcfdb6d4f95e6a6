#include <algorithm>
#include <array>
#include <functional>
#include <iterator>

#include "parser.hpp"

namespace denwaban::formats::japanese {

void ListingParser::heading(Mode mode) {
    const auto start = at_;
    // 【時間】12:00～; but not the 時間 of 待ち時間.
    const bool of_its_own = at_ == 0 || ends_chunk(word_at(at_ - 1)) || tokens_[at_].spaced;
    const bool heads = next_is({Word::colon, Word::closing, Word::time, Word::newline, Word::weekday, Word::workdays,
                                Word::before_noon, Word::dash, Word::slash},
                               1);
    if (tokens_[at_].value == 2 && !(of_its_own && heads)) return leave();
    take();
    if (mode == Mode::hours) add(item(ItemKind::heading, start));
    pass_over({Word::colon, Word::topic});
    mode_ = mode;
    if (mode == Mode::closings) add(item(ItemKind::closed, start));
}

/// How a statement is read that starts with a word.
struct ListingParser::Reader {
    Word word;
    void (ListingParser::*read)();
};

/// What the statements of a text start with, but for days and times. A word that is not here is no more than grammar.
const ListingParser::Reader* ListingParser::reader_of(Word word) {
    using enum Word;
    static constexpr auto readers = std::to_array<Reader>({
        {hours_heading, &ListingParser::hours_follow},
        {closing_heading, &ListingParser::closings_follow},
        {Word::period, &ListingParser::period},
        {Word::floor, &ListingParser::floor_of_the_house},
        {all_day, &ListingParser::around_the_clock},
        {last_order, &ListingParser::last_orders},
        {food, &ListingParser::last_orders},
        {drink, &ListingParser::last_orders},
        {entry, &ListingParser::last_orders},
        {ordinal, &ListingParser::last_entry},
        {service, &ListingParser::hours_of_meal},
        {Word::elsewhere, &ListingParser::elsewhere},
        {eat_in, &ListingParser::eat_in},
        {no_rest, &ListingParser::never_closes},
        {Word::irregular, &ListingParser::irregular},
        {times_a_month, &ListingParser::irregular},
        {per_facility, &ListingParser::irregular},
        {Word::sometimes, &ListingParser::sometimes},
        {alternate_weeks, &ListingParser::every_other_week},
        {sold_out, &ListingParser::may_end_earlier},
        {about, &ListingParser::may_end_earlier},
        {announced, &ListingParser::see_elsewhere},
        {Word::long_weekend, &ListingParser::long_weekend},
        {next_day, &ListingParser::before_holiday},
        {other, &ListingParser::and_others},
        {rest, &ListingParser::rest_of_nothing},
        {open, &ListingParser::open_on},
        {month, &ListingParser::since_month},
        {number, &ListingParser::number_alone},
        {month_day, &ListingParser::number_alone},
        {Word::pause, &ListingParser::pause},
        {Word::goes_through, &ListingParser::goes_through},
        {except, &ListingParser::all_but_days},
        {ask, &ListingParser::asks},
        {Word::varies, &ListingParser::varies},
        {substitute, &ListingParser::varies},
        {occasional, &ListingParser::closed_for_once},
    });
    const auto* found =
        std::find_if(readers.begin(), readers.end(), [word](const Reader& each) { return each.word == word; });
    return found == readers.end() ? nullptr : found;
}

void ListingParser::statement() {
    if (next_is({Word::newline, Word::stop})) {
        first_of_sentence_ = listing_.closings.size();
        closing_meal_.reset();
    }
    if (peek() == Word::month && heads_a_month()) return;
    if (heads_other_days()) return pass();
    if (at_day()) return days_said();
    // 午後5時～10時（土曜は11時）まで.
    if (peek() == Word::until && at_ > 0 && word_at(at_ - 1) == Word::closing && tokens_[at_ - 1].used) return pass();
    if (at_time() || peek() == Word::dash) return span();
    if (peek() == Word::open && from_its_opening()) return;
    if (const auto* reader = reader_of(peek())) return (this->*reader->read)();
    const bool end = peek() == Word::to_the_last && mode_ == Mode::hours;
    adds_nothing(peek()) || end ? pass() : leave();
}

/// 通常 火～日 11:00～, 通常、火曜定休: not every day.
bool ListingParser::heads_other_days() const {
    if (peek() != Word::every_day || done() || words_of(at_) != "通常") return false;
    const auto next =
        beyond(at_ + 1, {Word::closing, Word::colon, Word::topic, Word::newline, Word::of, Word::separator});
    return next < tokens_.size() && (word_at(next) == Word::weekday || word_at(next) == Word::workdays);
}

void ListingParser::leave() { ++at_; }
void ListingParser::pass() { take(); }

/// モーニング（開店～10:30）, （モーニング～11:00）: from when it opens.
bool ListingParser::from_its_opening() {
    const auto first =
        std::find_if(items_.begin(), items_.end(), [](const HoursItem& each) { return each.kind == ItemKind::span; });
    const auto dash = at_ + (words_of(at_) == "開店" ? 1U : 0U);
    const bool until = (word_at(dash) == Word::dash || word_at(dash) == Word::from || word_at(dash) == Word::topic) &&
                       word_at(dash + 1) == Word::time;
    if (mode_ != Mode::hours || first == items_.end() || !until) return false;
    HoursItem said{ItemKind::span};
    said.first = at_;
    said.opens = first->opens;
    while (at_ <= dash) take();
    end_of_span(said);
    return true;
}

void ListingParser::hours_follow() { heading(Mode::hours); }
void ListingParser::closings_follow() { heading(Mode::closings); }

void ListingParser::around_the_clock() {
    const auto start = at_;
    take();
    if (next_is({Word::elsewhere})) {
        take();
        return find(FindingKind::remark, Weight::note, "hours of something else", range_from(start));
    }
    auto said = item(ItemKind::span, start);
    said.closes.minutes = 24 * 60;
    said.closes.past_midnight = true;
    add(std::move(said));
}

/// お問い合わせ 10:00～16:00: when the telephone is answered.
void ListingParser::asks() {
    const auto next = beyond(at_ + 1, {Word::colon, Word::topic, Word::opening, Word::closing, Word::newline});
    if (word_at(next) == Word::time && next < tokens_.size() &&
        (word_at(next + 1) == Word::dash || word_at(next + 1) == Word::from))
        return elsewhere();
    listing_.announced_elsewhere |= mode_ == Mode::closings && tokens_[at_].value == 1;
    pass();
}

/// 最終16:30.
void ListingParser::last_entry() {
    if (tokens_[at_].value != 0) return leave();
    tokens_[at_].word = Word::last_order;
    tokens_[at_].value = 1;
    last_orders();
}

void ListingParser::elsewhere() {
    const auto start = at_;
    take();
    // 駐車場2台.
    if (!done() && !tokens_[at_].spaced && next_is({Word::number, Word::not_hours})) {
        while (next_is({Word::number, Word::not_hours}) && !tokens_[at_].spaced) take();
        return find(FindingKind::remark, Weight::note, "says nothing of the hours", range_from(start));
    }
    // TEL 03-1234-5678／11:00～14:30; but TEL 03-1234-5678（10:00～17:00）.
    const auto number = beyond(at_, {Word::colon, Word::topic});
    if (word_at(number) == Word::harmless && number < tokens_.size()) {
        const auto hours = number + 1;
        const bool apart = word_at(hours) == Word::slash || word_at(hours) == Word::newline ||
                           word_at(hours) == Word::stop || word_at(hours) == Word::separator;
        const auto first = word_at(hours) == Word::opening ? hours + 1 : hours;
        const bool headed = word_at(first) == Word::hours_heading || word_at(first) == Word::closing_heading;
        const bool other_words = hours < tokens_.size() && tokens_[hours].spaced && word_at(hours) != Word::time &&
                                 (first == hours || headed);
        if (hours < tokens_.size() && tokens_[hours].spaced && word_at(hours) == Word::time) {
            find(FindingKind::not_understood, Weight::doubt, "hours of the telephone, or of the house",
                 tokens_[hours].bytes);
            listing_.doubts.push_back({});
        }
        if (apart || other_words || hours >= tokens_.size()) {
            while (at_ <= number) take();
            return find(FindingKind::remark, Weight::note, "says nothing of the hours", range_from(start));
        }
    }
    // チェックイン 15:00: no opening.
    const auto time = beyond(at_, {Word::colon, Word::topic, Word::before_noon, Word::after_noon});
    if (word_at(time + 1) != Word::until && is_time_alone(time)) return time_of_something_else(start, time);
    // モバイルオーダーは閉店30分前まで.
    const auto before = beyond(at_, {Word::colon, Word::topic, Word::to_the_last});
    if (before > at_ && before < tokens_.size() && word_at(before) == Word::before_closing)
        return time_of_something_else(start, before);
    add(item(ItemKind::elsewhere, start));
}
/// Whether no opening begins at a time.
bool ListingParser::is_time_alone(std::size_t token) const {
    const auto after = word_at(token + 1);
    return token < tokens_.size() && word_at(token) == Word::time && after != Word::dash && after != Word::from;
}
void ListingParser::time_of_something_else(std::size_t start, std::size_t time) {
    while (at_ <= time) take();
    pass_over({Word::until});
    find(FindingKind::remark, Weight::note, "a time of something else", range_from(start));
}
void ListingParser::eat_in() {
    const auto start = at_;
    const bool of_its_own = tokens_[at_].value == 1;
    take();
    // 温泉 6:00～23:00 食事処 11:00～20:30.
    const bool after_others = std::any_of(items_.begin(), items_.end(), [&](const HoursItem& each) {
        const bool first = &each == items_.data();
        return each.kind == ItemKind::span && (first || (&each - 1)->kind != ItemKind::elsewhere);
    });
    if (of_its_own && depth_ == 0 && mode_ == Mode::hours && after_others &&
        has_hours(beyond(at_, {Word::topic, Word::colon}))) {
        find(FindingKind::not_understood, Weight::doubt, "of a part of the house, or of the house that is meant",
             tokens_[start].bytes);
        listing_.doubts.push_back({});
    }
    // イートインは18:00まで: when one still may, not when the shop closes.
    const auto time = beyond(at_, {Word::topic, Word::colon, Word::dash, Word::before_noon, Word::after_noon});
    if (mode_ == Mode::hours && is_time_alone(time)) return time_of_something_else(start, time);
    add(item(ItemKind::eat_in, start));
}
void ListingParser::never_closes() {
    const auto days = days_of_this_line();
    if (words_of(at_).starts_with("休まず") && mode_ == Mode::hours && !days.empty() && are_seasons(days)) {
        // 11月1日～12月20日は9:00～19:00・休まず営業.
        take();
        for (const auto& day : days) listing_.dates_with_hours.push_back(day.when);
        return;
    }
    take();
    listing_.never_closes = true;
}

void ListingParser::sometimes() {
    const auto next = beyond(at_ + 1, {Word::topic, Word::filler});
    if (word_at(next) == Word::rest && next < tokens_.size()) return irregular();
    word_at(next) == Word::occasional ? pass() : leave();
}

/// 隔週(第1第3月曜): the brackets say which.
void ListingParser::every_other_week() {
    peek(1) == Word::opening&& word_at(at_ + 2) == Word::ordinal ? pass() : leave();
}

/// 月曜、他: on which others it is closed is not said.
void ListingParser::and_others() {
    const auto next = beyond(at_ + 1, {Word::filler, Word::stop, Word::closing});
    const bool ends = next >= tokens_.size() || word_at(next) == Word::newline;
    if (!ends || mode_ != Mode::closings || listing_.closings.empty()) return pass();
    const auto start = at_;
    take();
    unknown_every_day("不定休", range_from(start));
}

/// 変更の場合あり; of 変更 alone nobody says what is meant.
void ListingParser::varies() {
    const auto next = beyond(at_ + 1, {Word::also, Word::topic, Word::of, Word::in_case, Word::filler, Word::varies});
    next_is({Word::exists, Word::announced}, next - at_) ? pass() : leave();
}

void ListingParser::may_end_earlier() {
    // パンがなくなり次第.
    if (at_ > 0 && word_at(at_ - 1) == Word::prose && !tokens_[at_].spaced) tokens_[at_ - 1].used = true;
    find(FindingKind::approximate, Weight::note, "may end earlier than the time given", tokens_[at_].bytes);
    take();
    pass_over({Word::topic, Word::to_the_last, Word::filler});
    if (next_is({Word::rest}) && tokens_[at_].value == 1) take();  // 売切次第close
}

void ListingParser::see_elsewhere() {
    listing_.announced_elsewhere |= mode_ == Mode::closings;
    take();
}

/// 翌日が祝日の場合: on the eve of one.
void ListingParser::before_holiday() {
    if (peek(1) != Word::topic || word_at(at_ + 2) != Word::holiday || word_at(at_ + 3) != Word::in_case)
        return leave();
    const auto start = at_;
    for (int i = 0; i < 4; ++i) take();
    eve_condition(range_from(start));
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

/// 8階⏎営業時間：11:00～22:00: where the house is, if no other floor is named.
void ListingParser::floor_of_the_house() {
    const auto floors =
        std::count_if(tokens_.begin(), tokens_.end(), [](const Token& token) { return token.word == Word::floor; });
    auto next = at_ + 1;
    while (next < tokens_.size() && word_at(next) != Word::time && word_at(next) != Word::hours_heading &&
           !names_a_day(tokens_[next]))
        ++next;
    const bool heads = next < tokens_.size() && word_at(next) == Word::hours_heading && items_.empty();
    // 1階のお土産売場は9時～18時、2階の食堂は11時～15時.
    const auto what = beyond(at_ + 1, {Word::of});
    if (word_at(what) == Word::elsewhere || word_at(what) == Word::eat_in) return pass();
    if (floors != 1 || !heads) return leave();
    find(FindingKind::remark, Weight::note, "says nothing of the hours", tokens_[at_].bytes);
    take();
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

/// 13(火) is a date, though of what month is not said: its weekday is not one that closes.
void ListingParser::number_alone() { at_ = std::max(beyond_weekday_of_date(at_ + 1), at_ + 1); }

}  // namespace denwaban::formats::japanese
