#include <algorithm>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

namespace {

/// 昼3時 is no lunch either, but 昼11時 may be.
[[nodiscard]] bool is_early_afternoon(Meal meal, int minutes) { return meal == Meal::lunch && minutes <= 5 * 60; }

/// 朝10時, 夜9時: a part of the day, not a meal, where a time of twelve hours follows at once.
[[nodiscard]] HalfDay half_named_by(Meal meal) {
    if (meal == Meal::dinner) return HalfDay::afternoon;
    return meal == Meal::breakfast ? HalfDay::morning : HalfDay::unsaid;
}

}  // namespace

bool ListingParser::at_time() const {
    auto at = at_;
    // お昼の12時.
    if (word_at(at) == Word::service && word_at(at + 1) == Word::of && word_at(at + 2) == Word::time &&
        at + 2 < tokens_.size()) {
        const auto meal = static_cast<Meal>(tokens_[at].value);
        const auto minutes = tokens_[at + 2].value;
        return half_named_by(meal) != HalfDay::unsaid || (meal == Meal::lunch && minutes < 6 * 60) ||
               (meal == Meal::lunch && minutes >= 11 * 60 && minutes <= 13 * 60);
    }
    if (word_at(at) == Word::service && word_at(at + 1) == Word::time && at + 1 < tokens_.size()) {
        const auto meal = static_cast<Meal>(tokens_[at].value);
        const auto half = is_early_afternoon(meal, tokens_[at + 1].value) ? HalfDay::afternoon : half_named_by(meal);
        return half != HalfDay::unsaid && !tokens_[at + 1].spaced && tokens_[at + 1].value < minutes_a_day / 2;
    }
    at = beyond(at, {Word::next_day_of, Word::before_noon, Word::after_noon, Word::late_night, Word::same});
    if (word_at(at) == Word::next_day && at == at_)
        at = beyond(at + 1, {Word::of, Word::before_noon, Word::late_night});
    return at < tokens_.size() && word_at(at) == Word::time;
}

std::optional<Clock> ListingParser::parse_time() {
    if (!at_time()) return std::nullopt;
    Clock clock;
    bool small_hours = false;
    for (; peek() != Word::time; take()) {
        clock.past_midnight |= next_is({Word::next_day_of, Word::next_day});
        small_hours |= peek() == Word::late_night;
        if (peek() == Word::after_noon) clock.half = HalfDay::afternoon;
        if (peek() == Word::before_noon) clock.half = HalfDay::morning;
        if (peek() == Word::same) clock.half = half_;
        if (peek() == Word::service) {
            const auto meal = static_cast<Meal>(tokens_[at_].value);
            const auto time = tokens_[beyond(at_ + 1, {Word::of})].value;
            clock.half =
                meal == Meal::lunch ? (time >= 11 * 60 ? HalfDay::unsaid : HalfDay::afternoon) : half_named_by(meal);
        }
    }
    clock.of_twenty_four = tokens_[at_].padded;
    // 正午～二時.
    if (words_of(at_) == "正午") clock.half = HalfDay::afternoon;
    clock.minutes = take().value;
    // 5:00PM; but the PM of 2:00 PM5:00 belongs to the next time.
    const bool own = !done() && peek(1) != Word::time;
    const bool unsaid = clock.half == HalfDay::unsaid;
    if (own && take_if({Word::before_noon})) clock.half = HalfDay::morning;
    if (own && take_if({Word::after_noon})) clock.half = HalfDay::afternoon;
    clock.half_behind = unsaid && clock.half != HalfDay::unsaid;
    if (small_hours && clock.minutes < minutes_a_day / 4) clock.past_midnight = true;
    if (clock.past_midnight && clock.minutes < minutes_a_day) clock.minutes += minutes_a_day;
    clock.past_midnight |= clock.minutes > minutes_a_day;
    if (clock.half != HalfDay::unsaid) half_ = clock.half;
    return clock;
}

/// カット20:00, カラー・パーマ19:00.
bool ListingParser::names_what_is_ordered(std::size_t at) const {
    const auto time = beyond(at, {Word::prose, Word::separator, Word::topic});
    const bool plain = word_at(at) == Word::prose && !may_speak_of_hours(at) && !tokens_[time % tokens_.size()].spaced;
    return plain && time < tokens_.size() && word_at(time) == Word::time && word_at(time + 1) != Word::dash &&
           word_at(time + 1) != Word::from;
}

/// （コースL.O. 20:00、アラカルトL.O. 20:30）: of the same opening.
bool ListingParser::is_of_another_menu(std::size_t order) const {
    if (items_.empty() || items_.back().kind != ItemKind::last_order || depth_ == 0 || order < 2) return false;
    const auto plain = [this](std::size_t at) {
        return word_at(at) == Word::prose && !tokens_[at + 1].spaced && !may_speak_of_hours(at);
    };
    const auto first = items_.back().first;
    return first > 0 && plain(order - 1) && plain(first - 1) && word_at(order) == Word::last_order &&
           word_at(order - 2) != Word::newline;
}

/// 料理L.O. 22:00 ドリンクL.O. 22:30; L.O. 料理22:00 ドリンク22:30.
void ListingParser::last_orders() {
    auto start = at_;
    auto kind = Word::last_order;
    bool any = false;
    while (!done()) {
        const auto here = at_;
        if (next_is({Word::food, Word::drink, Word::entry})) {
            kind = take().word;
        } else if (next_is({Word::last_order})) {
            const auto& token = take();
            if (token.value == 1) kind = Word::entry;
        } else if (next_is({Word::colon, Word::topic, Word::of, Word::dash, Word::about, Word::to_the_last}) && any) {
            take();
        } else if (next_is({Word::filler}) && any && word_at(here - 1) == Word::of) {
            take();
        } else if (any && names_what_is_ordered(at_)) {
            // 最終受付 カット20:00／パーマ19:00.
            take();
        } else if (next_is({Word::separator, Word::slash})) {
            const auto next = beyond(at_, {Word::separator, Word::slash});
            const bool time = word_at(next) == Word::time && word_at(next + 1) != Word::dash &&
                              word_at(next + 1) != Word::from && next < tokens_.size();
            const bool more = next_is({Word::food, Word::drink, Word::entry, Word::last_order}, next - at_) || time ||
                              names_what_is_ordered(next);
            if (!more) break;
            at_ = next;
            for (auto token = here; token < next; ++token) tokens_[token].used = true;
        } else if (next_is({Word::before_closing})) {
            listing_.last_order_before_closing = take().value;
            pass_over({Word::until});
        } else if (at_time()) {
            const auto time = parse_time();
            if (next_is({Word::dash, Word::from}) && word_at(at_ + 1) == Word::time) {
                give_back(here);
                at_ = here;
                // 喫茶9:00～18:00、食事は11:30～14:30.
                if (kind == Word::food && (start + 1 < here || any_hours_said())) add(item(ItemKind::eat_in, start));
                break;
            }
            auto order = item(ItemKind::last_order, start);
            order.opens = *time;
            order.order = kind;
            pass_over({Word::until, Word::about});
            if (is_of_another_menu(start)) {
                auto& before = items_.back();
                if (before.opens.minutes < order.opens.minutes) before.opens = order.opens;
                find(FindingKind::remark, Weight::note, "a last order for each menu", range_from(start));
                start = at_;
                any = true;
                continue;
            }
            add(std::move(order));
            kind = Word::last_order;
            start = at_;
        } else {
            break;
        }
        any = true;
    }
}

}  // namespace denwaban::formats::japanese
