#include <algorithm>

#include "lexing.hpp"

namespace denwaban::formats::japanese {

/// 十一時半, 十二月三十一日.
bool Lexer::lex_ideographic_hour() {
    if (is_digit(code(at_))) return false;
    const auto n = number(at_);
    if (!n) return false;
    if ((code(n->end) == U'時' || code(n->end) == U'じ') && code(n->end + 1) != U'間') {
        lex_hour(*n);
        return true;
    }
    const auto day = code(n->end) == U'月' ? number(n->end + 1) : std::nullopt;
    if (!day || code(day->end) != U'日' || code(day->end + 1) == U'曜') return false;
    lex_month(*n);
    return true;
}

/// 17:00→23:00.
bool Lexer::lex_arrow_as_dash() {
    constexpr std::u32string_view arrows = U"→⇒➡";
    if (arrows.find(code(at_)) == std::u32string_view::npos || tokens_.empty()) return false;
    auto next = at_ + 1;
    while (code(next) == U' ') ++next;
    const auto before = tokens_.back().word;
    const bool half = reads(next, U"pm") || reads(next, U"am") || reads(next, U"午後") || reads(next, U"午前") ||
                      reads(next, U"ひる") || reads(next, U"よる") || reads(next, U"昼") || reads(next, U"夜") ||
                      reads(next, U"夕方");
    if ((before != Word::time && before != Word::only) || !(is_digit(code(next)) || code(next) == U'翌' || half))
        return false;
    push(Word::dash, at_ + 1);
    return true;
}

bool Lexer::at_dash(std::size_t at) const {
    while (code(at) == U' ') ++at;
    return code(at) == U'~' || code(at) == U'-' || code(at) == U'→' || reads(at, U"から") || reads(at, U"まで");
}

bool Lexer::after_dash() const {
    return !tokens_.empty() && (tokens_.back().word == Word::dash || tokens_.back().word == Word::from);
}

bool Lexer::lex_long_vowel_as_dash() {
    if (code(at_) != U'ー') return false;
    const auto before = at_ > 0 ? code(at_ - 1) : U'\0';
    auto next = at_ + 1;
    while (code(next) == U' ') ++next;
    const bool between = is_digit(code(next)) || bare_weekdays.find(code(next)) != std::u32string_view::npos;
    const bool after = is_digit(before) || before == U' ' || before == U'時' || before == U'分' ||
                       bare_weekdays.find(before) != std::u32string_view::npos;
    if (!between || !after) return false;
    push(Word::dash, at_ + 1);
    return true;
}

/// The 17:00 of 11/8：17:00, and the 17時 of 11/8：17時.
bool Lexer::at_clock(std::size_t at) const {
    const auto hour = number(at);
    return hour && (code(hour->end) == U'時' || (code(hour->end) == U':' && is_digit(code(hour->end + 1))));
}

bool Lexer::after_dates() const {
    return tokens_.size() > 1 && tokens_.back().word == Word::separator &&
           (tokens_[tokens_.size() - 2].word == Word::date || tokens_[tokens_.size() - 2].word == Word::number);
}

bool Lexer::lex_clock(const Number& hour) {
    const auto colon = hour.end;
    // 11/10・11：17:00.
    if (after_dates() && at_clock(colon + 1)) return false;
    if (!is_digit(code(colon + 1)) || !is_digit(code(colon + 2)) || hour.value > 48 || hour.digits > 2) return false;
    const auto minute = static_cast<int>((code(colon + 1) - U'0') * 10 + (code(colon + 2) - U'0'));
    if (minute > 59) return false;
    // 16:5917:00 are two times, 10:000 is none.
    if (const auto next = number(colon + 3); next && is_digit(code(colon + 3)) && code(next->end) != U':') {
        push(Word::unread, next->end);
        return true;
    }
    const bool padded = code(at_) == U'0' && hour.digits == 2;
    push(Word::time, colon + 3, hour.value * 60 + minute);
    tokens_.back().padded = padded;
    return true;
}

/// 11 am.
bool Lexer::lex_latin_hour(const Number& hour) {
    const auto half = hour.end + (code(hour.end) == U' ' ? 1U : 0U);
    const bool dotted = reads(half, U"a.m") || reads(half, U"p.m");
    const bool latin = dotted || reads(half, U"am") || reads(half, U"pm");
    if (!latin || hour.value > 12 || hour.digits > 2 || is_letter(code(half + (dotted ? 3 : 2)))) return false;
    push(Word::time, hour.end, hour.value * 60);
    return true;
}

/// 17h, 17h30.
bool Lexer::lex_h(const Number& hour) {
    auto end = hour.end + 1;
    int minutes = 0;
    if (is_digit(code(end))) {
        const auto minute = *number(end);
        if (minute.digits != 2 || minute.value > 59) return false;
        minutes = minute.value;
        end = minute.end;
    }
    if (hour.value > 30 || hour.digits > 2 || is_letter(code(end))) return false;
    push(Word::time, end, hour.value * 60 + minutes);
    return true;
}

/// 11.30～14.30, 10;00, 10::00; in a list of closing days 8.13 is a date.
bool Lexer::lex_odd_clock(const Number& hour) {
    const auto separators = reads(hour.end, U"::") ? 2U : 1U;
    const auto separator = code(hour.end);
    const bool dotted = separator == U'.';
    if ((!dotted && separator != U';' && separators == 1) || hour.digits > 2) return false;
    const auto minute = number(hour.end + separators);
    if (!minute || minute->digits > 2 || !is_digit(code(hour.end + separators)) || in_ordinals_) return false;
    const bool second_dot = code(minute->end) == U'.';
    if (dotted && dotted_ == DottedNumbers::dates && !second_dot && is_date(hour.value, minute->value)) {
        push(Word::date, minute->end, hour.value * 100 + minute->value);
        return true;
    }
    if (minute->digits != 2 || hour.value > 30 || minute->value > 59 || second_dot) return false;
    const auto before = tokens_.empty() ? Word::newline : tokens_.back().word;
    const bool of_order = before == Word::last_order || before == Word::next_day_of || before == Word::after_noon;
    const bool at_order = reads(minute->end, U"ラスト") || reads(minute->end, U"l.o") || reads(minute->end, U"lo");
    if (!at_dash(minute->end) && !after_dash() && !of_order && !at_order) return false;
    const bool time = minute->value % 5 == 0;
    push(time ? Word::time : Word::unread, minute->end, hour.value * 60 + minute->value);
    return true;
}

/// 1700～2300.
bool Lexer::lex_four_digits(const Number& n) {
    const auto hour = n.value / 100, minute = n.value % 100;
    if (n.digits != 4 || hour > 30 || minute > 59 || minute % 5 != 0) return false;
    auto next = n.end;
    while (code(next) == U' ') ++next;
    const bool ends = after_dash() && tokens_.size() > 1 && may_stand_before_an_end(tokens_[tokens_.size() - 2].word);
    const bool spans = code(next) == U'~' || code(next) == U'-';
    const auto other = number(next + 1);
    const bool begins = !after_dash() && spans && other && other->digits == 4 && other->value <= 3000;
    const bool of_order = !tokens_.empty() && tokens_.back().word == Word::last_order && hour >= 5;
    if (!ends && !begins && !of_order) return false;
    push(Word::time, n.end, hour * 60 + minute);
    return true;
}

/// 17:00～2300, 日祝～2000.
bool Lexer::may_stand_before_an_end(Word word) const {
    if (word == Word::time) return true;
    const bool days = word == Word::weekday || word == Word::workdays || word == Word::holiday ||
                      word == Word::holiday_eve || word == Word::topic;
    return days &&
           std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) { return token.word == Word::time; });
}

void Lexer::lex_hour(const Number& hour) {
    const auto after = hour.end + 1;
    if (reads(after, U"間前") && hour.value < 24) return push(Word::before_closing, after + 2, hour.value * 60);
    if (code(after) == U'間') return push(Word::not_hours, after + 1);
    if (hour.value > 48 || hour.digits > 2) return push(Word::unread, after);
    if (code(after) == U'半') return push(Word::time, after + 1, hour.value * 60 + 30);
    if (reads(after, U"はん")) return push(Word::time, after + 2, hour.value * 60 + 30);
    const auto minute = number(after);
    if (minute && minute->digits <= 2 && minute->value <= 59 &&
        (code(minute->end) == U'分' || (minute->digits == 2 && is_digit(code(after))))) {
        const auto end = minute->end + (code(minute->end) == U'分' ? 1U : 0U);
        return push(Word::time, end, hour.value * 60 + minute->value);
    }
    // 7時300分.
    if (minute && is_digit(code(after)) && minute->digits > 2) return push(Word::unread, minute->end);
    // 16時O0分.
    if (is_letter(code(after)) && is_digit(code(after + 1))) return push(Word::unread, after + 2);
    push(Word::time, after, hour.value * 60);
}

}  // namespace denwaban::formats::japanese
