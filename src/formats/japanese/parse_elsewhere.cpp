#include <algorithm>

#include "parser.hpp"

namespace denwaban::formats::japanese {

void ListingParser::elsewhere() {
    const auto start = at_;
    take();
    // 駐車場2台.
    if (!done() && !tokens_[at_].spaced && next_is({Word::number, Word::not_hours})) {
        while (next_is({Word::number, Word::not_hours}) && !tokens_[at_].spaced) take();
        return find(FindingKind::remark, Weight::note, nothing_of_the_hours, range_from(start));
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
            return find(FindingKind::remark, Weight::note, nothing_of_the_hours, range_from(start));
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

/// 8階⏎営業時間：11:00～22:00: where the house is, if no other floor is named.
void ListingParser::floor_of_the_house() {
    const auto floors =
        std::count_if(tokens_.begin(), tokens_.end(), [](const Token& token) { return token.word == Word::floor; });
    auto next = at_ + 1;
    while (next < tokens_.size() && word_at(next) != Word::time && word_at(next) != Word::hours_heading &&
           !names_a_day(next))
        ++next;
    const bool heads = next < tokens_.size() && word_at(next) == Word::hours_heading && items_.empty();
    // 1階のお土産売場は9時～18時、2階の食堂は11時～15時.
    const auto what = beyond(at_ + 1, {Word::of});
    if (word_at(what) == Word::elsewhere || word_at(what) == Word::eat_in) return pass();
    if (floors != 1 || !heads) return leave();
    find(FindingKind::remark, Weight::note, nothing_of_the_hours, tokens_[at_].bytes);
    take();
}

}  // namespace denwaban::formats::japanese
