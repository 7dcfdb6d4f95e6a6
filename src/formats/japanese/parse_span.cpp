#include <algorithm>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

/// 17:00開店 23:00閉店, OPEN 17:00 CLOSE 23:00: the words of a span, in place of ～.
bool ListingParser::at_opening_and_closing() const {
    const auto words = {Word::separator, Word::slash, Word::newline, Word::rest, Word::to_the_last, Word::colon};
    const auto next = beyond(at_, words);
    const bool opened = at_ > 0 && (word_at(at_ - 1) == Word::open || word_at(at_ - 1) == Word::hours_heading);
    if ((next == at_ && !opened) || next >= tokens_.size()) return false;
    auto time = beyond(next, {Word::next_day_of, Word::before_noon, Word::after_noon, Word::late_night, Word::same});
    if (word_at(time) == Word::service && word_at(time + 1) == Word::time && time + 1 < tokens_.size()) ++time;
    if (opened && word_at(next) == Word::sold_out) return true;
    if (word_at(time) != Word::time || time >= tokens_.size()) return false;
    bool closes = word_at(time + 1) == Word::to_the_last || word_at(time + 1) == Word::rest;
    for (auto at = at_; at < next; ++at) closes |= word_at(at) == Word::rest || word_at(at) == Word::to_the_last;
    const auto after = word_at(time + 1);
    return closes && after != Word::dash && after != Word::from;
}

/// time ～ end; or an end alone, of hours said before.
void ListingParser::span() {
    const auto start = at_;
    if (next_is({Word::dash})) {
        // 火 11:00～14:00 －: a cell that is empty.
        const bool empty = at_ > 0 && peek(1) == Word::newline && tokens_[at_].spaced && word_at(at_ - 1) == Word::time;
        const bool first_of_two = peek(1) == Word::time && peek(2) == Word::dash && tokens_[at_].spaced &&
                                  at_ + 1 < tokens_.size() && tokens_[at_ + 1].spaced;
        if (empty || first_of_two) return pass();
        if (!days_just_said()) return leave();
        take();
        return other_end(start);
    }
    const bool names_meal = peek() == Word::service;
    const auto meal = names_meal ? static_cast<Meal>(tokens_[at_].value) : Meal::none;
    const auto opens = parse_time();
    pass_over({Word::about});
    const auto closing_word = beyond(at_, {Word::closing, Word::opening});
    if (word_at(closing_word) == Word::last_order && closing_word < tokens_.size() &&
        !next_is({Word::dash, Word::from})) {
        const auto time_after = beyond(closing_word + 1, {Word::colon, Word::food, Word::drink});
        const bool own_time = word_at(time_after) == Word::time && !tokens_[time_after].spaced;
        if (!own_time) {
            auto order = item(ItemKind::last_order, start);
            order.opens = *opens;
            add(std::move(order));
            pass_over({Word::last_order});
            return;
        }
    }
    // 11:30～14:00(13:30ラスト).
    if (next_is({Word::to_the_last}) && next_is({Word::closing}, 1) && words_of(at_) == "ラスト" && start > 0 &&
        word_at(start - 1) == Word::opening && !items_.empty() && items_.back().kind == ItemKind::span &&
        items_.back().last + 1 == start) {
        take();
        auto order = item(ItemKind::last_order, start);
        order.opens = *opens;
        return add(std::move(order));
    }
    const bool opened =
        next_is({Word::open, Word::hours_heading}) &&
        next_is({Word::dash, Word::from, Word::separator, Word::slash, Word::time, Word::newline, Word::before_noon,
                 Word::after_noon, Word::late_night, Word::next_day_of, Word::service},
                1);
    if (opened) take();
    other_start_in_brackets();
    if (!next_is({Word::dash, Word::from}) && !at_opening_and_closing()) {
        at_ = start;
        return other_end(start);
    }
    if (next_is({Word::dash, Word::from})) {
        take();
        pass_over({Word::dash});
        // 11:30 - CLOSE 15:00.
        if (next_is({Word::rest}) && next_is({Word::time}, 1) && tokens_[at_].value == 1) take();
    } else {
        pass_over({Word::separator, Word::slash, Word::newline, Word::rest, Word::to_the_last, Word::colon});
    }
    if (next_is({Word::weekday}) && (next_is({Word::time}, 1) || next_is({Word::before_noon, Word::after_noon}, 1))) {
        // 金曜11:00から日曜24:00まで.
        find(FindingKind::not_understood, Weight::loss, "from one day to another", range_from(start));
        return listing_.doubts.push_back({});
    }
    // 朝7時～夜9時 is no breakfast.
    const bool crosses = peek() == Word::service || peek() == Word::after_noon ||
                         (peek() == Word::time && tokens_[std::min(at_, tokens_.size() - 1)].value > 13 * 60);
    if (names_meal && !(crosses && meal == Meal::breakfast)) {
        HoursItem served{ItemKind::meal};
        served.meal = meal;
        served.first = served.last = start;
        served.place = {tokens_[start].bytes, part_};
        add(std::move(served));
    }
    HoursItem said{ItemKind::span};
    said.first = start;
    said.opens = *opens;
    end_of_span(said);
}

/// 17:00～[23:00], ～[ラスト], ～[L.O.22:00].
void ListingParser::end_of_span(HoursItem& span) {
    const auto start = span.first;
    const auto finish = [&] {
        opens_then_too(start);
        // （日曜は11:00～15:00のみ）.
        span.alone = std::exchange(alone_, false) || (days_just_said_before(start) && take_if({Word::only}));
        span.last = at_;
        span.place = {range_from(start), part_};
    };
    // 夕方5時半から夜10時半まで is a dinner.
    const bool same_meal =
        word_at(start) == Word::service && tokens_[start].value == tokens_[at_ % tokens_.size()].value;
    span.crosses_meals = peek() == Word::service && !done() && !same_meal;
    if (const auto closes = parse_time()) {
        span.closes = *closes;
        pass_over({Word::about, Word::until});
        if (!done() && !tokens_[at_].spaced) take_if({Word::to_the_last});
        if (next_is({Word::rest}) && tokens_[at_].value == 1) take();
        finish();
        // （11:30～12:30は窓口休業）, （AM5:00～AM7:00は閉店）.
        auto reason = beyond(at_, {Word::topic, Word::opening});
        if (peek() == Word::topic && word_at(reason) == Word::prose && !may_speak_of_hours(reason)) ++reason;
        const bool rests = (word_at(reason) == Word::rest || word_at(reason) == Word::to_the_last) && reason > at_ &&
                           peek() == Word::topic;
        const auto of_its_own = beyond(reason + 1, {Word::colon, Word::opening, Word::topic});
        const bool pauses = word_at(reason) == Word::pause && word_at(of_its_own) != Word::time;
        // （正午から午後1時を除く）.
        const bool excepted = next_is({Word::except}) && depth_ > 0 && next_is({Word::closing}, 1);
        if (excepted || ((pauses || rests) && reason < tokens_.size())) {
            while (at_ <= (excepted ? at_ : reason)) {
                take();
                if (excepted) break;
            }
            span.kind = ItemKind::pause;
        } else {
            end_is_last_order(span);
        }
    } else if (next_is({Word::last_order})) {
        take();
        pass_over({Word::colon});
        const auto last = parse_time();
        if (!last) return give_back(start);
        span.closes = *last;
        span.ends_at_last_order = true;
        if (end_after_last_order(span, start)) return finish(), add(span), add_last_order(*last, start);
        finish();
    } else if (days_just_said_before(start) &&
               (done() ||
                next_is({Word::closing, Word::separator, Word::stop, Word::newline, Word::open, Word::filler})) &&
               std::any_of(items_.begin(), items_.end(),
                           [](const HoursItem& each) { return each.kind == ItemKind::span; })) {
        // 10:00～19:00（日曜は9:00～）: the end stays.
        span.kind = ItemKind::since;
        span.closes = span.opens;
        finish();
    } else {
        if (next_is({Word::rest}) && tokens_[at_].value == 1) take();
        // パンがなくなるまで.
        if (next_is({Word::prose}) && next_is({Word::sold_out}, 1)) take();
        // 11/20(金)は17時半～貸切.
        if (next_is({Word::not_hours}) && words_of(at_) == "貸切") return give_back(start);
        pass_over({Word::to_the_last, Word::sold_out, Word::until, Word::filler});
        span.end_known = false;
        finish();
    }
    add(span);
}

/// 11:30～L.O.14:00(close 15:00).
bool ListingParser::end_after_last_order(HoursItem& span, std::size_t start) {
    const bool says = next_is({Word::opening}) &&
                      (next_is({Word::to_the_last}, 1) || (next_is({Word::rest}, 1) && tokens_[at_ + 1].value == 1)) &&
                      next_is({Word::time}, 2) && next_is({Word::closing}, 3);
    if (!says) return false;
    take();
    take();
    const auto closes = parse_time();
    take();
    if (!closes) return give_back(start), false;
    span.closes = *closes;
    span.ends_at_last_order = false;
    return true;
}
void ListingParser::add_last_order(Clock time, std::size_t start) {
    auto order = item(ItemKind::last_order, start);
    order.first = at_;
    order.opens = time;
    add(std::move(order));
}

/// 水・土・日は昼12:00～14:00も営業: beside the hours that all days have.
void ListingParser::opens_then_too(std::size_t start) {
    if (!next_is({Word::also}) || !next_is({Word::open, Word::closing, Word::stop, Word::filler}, 1)) return;
    auto days = items_.rbegin();
    if (days != items_.rend() && days->kind == ItemKind::meal) ++days;
    const bool any_hours =
        std::any_of(items_.begin(), items_.end(), [](const HoursItem& each) { return each.kind == ItemKind::span; });
    const bool excepts = days != items_.rend() && days->reach == Reach::except;
    if (days == items_.rend() || days->kind != ItemKind::days || excepts || !any_hours) return;
    if (beyond(days->last,
               {Word::topic, Word::of, Word::colon, Word::service, Word::filler, Word::only, Word::separator}) < start)
        return;
    days->reach = Reach::only;
    days->leads = true;
    take();
    take_if({Word::open});
}

bool ListingParser::days_just_said_before(std::size_t token) const {
    if (items_.empty() || items_.back().kind != ItemKind::days) return false;
    return beyond(items_.back().last, {Word::topic, Word::of, Word::colon, Word::opening, Word::filler}) >= token;
}

/// 7:00（土日祝10:00）～18:00: these days open at another time.
void ListingParser::other_start_in_brackets() {
    if (peek() != Word::opening) return;
    const auto close = beyond_bracket(at_);
    if (!(word_at(close) == Word::dash || word_at(close) == Word::from) || close - at_ > 16) return;
    const auto start = at_;
    take();
    auto days = at_day() ? parse_days() : DayList{};
    pass_over({Word::topic, Word::colon});
    const auto opens = days.empty() ? std::nullopt : parse_time();
    pass_over({Word::dash, Word::from});
    if (!opens || !take_if({Word::closing})) {
        give_back(start);
        at_ = start;
        return;
    }
    auto change = item(ItemKind::since, start);
    change.days = std::move(days);
    change.closes = *opens;
    pending_ = std::move(change);
}

/// 14:30L.O., 10:45(LO): the end is when the last order is taken.
void ListingParser::end_is_last_order(HoursItem& span) {
    const bool bracketed =
        peek() == Word::opening && word_at(at_ + 1) == Word::last_order && word_at(at_ + 2) == Word::closing;
    const auto word = at_ + (bracketed ? 1U : 0U);
    if (word_at(word) != Word::last_order || word >= tokens_.size()) return;
    const auto next = beyond(word + 1, {Word::colon, Word::food, Word::drink, Word::entry, Word::topic});
    const bool other_time = word_at(next) == Word::time || word_at(next) == Word::next_day_of ||
                            word_at(next) == Word::before_closing || word_at(next) == Word::before_noon ||
                            word_at(next) == Word::after_noon;
    if (!bracketed && other_time && next < tokens_.size() && word_at(next + 1) != Word::dash) return;
    for (int i = bracketed ? 3 : 1; i > 0; --i) take();
    span.ends_at_last_order = true;
    find(FindingKind::assumption, Weight::note, "closes when the last order is taken, for no other end is given",
         span.place.bytes);
}

/// 金土は23:00まで: the hours said before, but for their end.
void ListingParser::other_end(std::size_t start) {
    const bool days = days_just_said();
    const auto closes = parse_time();
    if (!closes) return give_back(start);
    if (depth_ > 0 && next_is({Word::about}) && next_is({Word::closing}, 1) && !items_.empty() &&
        items_.back().kind == ItemKind::span && !items_.back().end_known) {
        // 11:00～売り切れまで（だいたい15時頃）: a guess is no end.
        take();
        return find(FindingKind::approximate, Weight::note, "about this time", range_from(start));
    }
    // 日曜は15時頃まで.
    const bool nearly = next_is({Word::about}) && next_is({Word::until}, 1);
    if (nearly) find(FindingKind::approximate, Weight::note, "about this time", take().bytes);
    const bool said_until = take_if({Word::until}) || (days && take_if({Word::to_the_last}));
    // 土日は17:00提供開始.
    const auto opening = beyond(at_, {Word::filler});
    const bool begins = opening > at_ && opening < tokens_.size() && words_of(opening) == "開始";
    const bool opens =
        (begins || next_is({Word::open, Word::hours_heading})) && !said_until && word_at(start) != Word::dash;
    const auto kind = opens ? ItemKind::since : ItemKind::until;
    auto said = item(said_until || days ? kind : ItemKind::unread, start);
    if (opens) take();
    pass_over({Word::filler, Word::open});
    if (next_is({Word::dash}) || said.kind == ItemKind::unread || items_.empty()) return give_back(start);
    said.closes = *closes;
    said.said_until = said_until;
    said.about = nearly || next_is({Word::about}) || word_at(beyond(at_, {Word::topic, Word::also})) == Word::sold_out;
    add(std::move(said));
}

/// 昼休み13:00～14:00.
void ListingParser::pause() {
    const auto start = at_;
    // 準備中, on a line of its own: the sign that hangs out now.
    const bool begins = start == 0 || word_at(start - 1) == Word::newline || word_at(start - 1) == Word::mark;
    if (begins && words_of(start) == "準備中" && peek(1) == Word::newline && word_at(start + 2) != Word::time)
        return pass();
    take();
    pass_over({Word::colon, Word::opening, Word::topic, Word::exists});
    if (!at_time()) return give_back(start);
    auto said = item(ItemKind::pause, start);
    const auto opens = parse_time();
    const bool to = take_if({Word::dash, Word::from});
    const auto closes = parse_time();
    if (!to || !closes) return give_back(start);
    pass_over({Word::until});
    said.opens = *opens;
    said.closes = *closes;
    said.last = at_;
    said.place = {range_from(start), part_};
    add(std::move(said));
}

/// 土日は通し営業.
void ListingParser::goes_through() {
    const auto start = at_;
    // （中休みなしの日あり）.
    const auto day = beyond(at_ + 1, {Word::of, Word::in_case, Word::prose});
    if (day > at_ + 1 && word_at(day) == Word::exists && day < tokens_.size()) return leave();
    take();
    add(item(ItemKind::goes_through, start));
}

}  // namespace denwaban::formats::japanese
