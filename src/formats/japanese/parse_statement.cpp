#include <algorithm>
#include <array>
#include <utility>

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

/// 13(火) is a date, though of what month is not said: its weekday is not one that closes.
void ListingParser::number_alone() { at_ = std::max(beyond_weekday_of_date(at_ + 1), at_ + 1); }

}  // namespace denwaban::formats::japanese
