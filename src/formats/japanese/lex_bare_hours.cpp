#include "lexing.hpp"

namespace denwaban::formats::japanese {

/// 17～22:00, 午後5～10時, 17-23: an hour without its unit, before one with it or alone.
void Lexer::read_bare_hours() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        auto& token = tokens_[at];
        // 翌11/4(水).
        if (token.word == Word::next_day_of && word(at + 1) == Word::date) token.word = Word::filler;
        if (is_hour_of_half_day(at)) make_time(token);
        if (token.word != Word::number || (word(at + 1) != Word::dash && word(at + 1) != Word::from)) continue;
        auto end = at + 2;
        while (word(end) == Word::next_day_of || word(end) == Word::after_noon || word(end) == Word::late_night) ++end;
        const auto before = at > 0 ? word(at - 1) : Word::newline;
        const bool labelled = before == Word::colon && at > 1 && names_days(word(at - 2));  // 月：17-23
        const bool continues = before == Word::number || (before == Word::colon && !labelled) || before == Word::time ||
                               before == Word::unread;
        const auto hours = token.bytes.end - token.bytes.begin;
        const bool hour = token.value <= 30 && token.value > 0 && hours <= 2 * (hours % 3 == 0 ? 3 : 1);
        if (word(end) == Word::time && (!hour || continues)) {
            if (continues && before == Word::number) tokens_[at - 1].word = Word::unread;
            token.word = Word::unread;
        } else if (word(end) == Word::time) {
            make_time(token);
        } else if (hour && !continues && word(end) == Word::number && token.value >= 7 &&
                   ((tokens_[end].value > token.value + 1 && tokens_[end].value <= 30) ||
                    (token.value >= 16 && tokens_[end].value > 0 && tokens_[end].value <= 6 && labelled)) &&
                   (ends_span(word(end + 1)) || follows_days(at) ||
                    (word(end + 1) == Word::topic && word(end + 2) == Word::open)) &&
                   dotted_ == DottedNumbers::times) {
            make_time(token);
            make_time(tokens_[end]);
        }
    }
}

bool Lexer::names_days(Word word) {
    return word == Word::weekday || word == Word::holiday || word == Word::holiday_eve || word == Word::workdays;
}

/// 17(火)11-15 18(水)11-15, 20(金)11-15、17-20 21(土)…
bool Lexer::follows_days(std::size_t at) const {
    const auto end = at + 3;
    const bool apart = end < tokens_.size() && tokens_[end].spaced && word(at + 1) == Word::dash;
    const auto before = at > 0 ? word(at - 1) : Word::newline;
    const bool days =
        before == Word::closing || before == Word::weekday || before == Word::holiday || before == Word::workdays;
    return apart && (days || (before == Word::separator && at > 1 && word(at - 2) == Word::time));
}

/// AM10～PM7.
bool Lexer::is_hour_of_half_day(std::size_t at) const {
    if (word(at) != Word::number || at == 0 || tokens_[at].spaced || dotted_ != DottedNumbers::times) return false;
    const bool half = word(at - 1) == Word::before_noon || word(at - 1) == Word::after_noon;
    return half && tokens_[at].value <= 12;
}

void Lexer::make_time(Token& hour) {
    hour.word = Word::time;
    hour.value *= 60;
}

bool Lexer::ends_span(Word word) {
    return word == Word::newline || word == Word::separator || word == Word::slash || word == Word::opening ||
           word == Word::closing || word == Word::stop || word == Word::weekday || word == Word::last_order;
}

}  // namespace denwaban::formats::japanese
