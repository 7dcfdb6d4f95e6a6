#include <array>

#include "lexing.hpp"

namespace denwaban::formats::japanese {

bool Lexer::lex_ordinal(std::size_t prefix) {
    auto nth = number(at_ + prefix);
    if (!nth || code(nth->end) == U'部') return false;
    constexpr std::u32string_view units = U"週個个";
    const bool unit = units.find(code(nth->end)) != std::u32string_view::npos && nth->end < glyphs_.size();
    auto end = nth->end + (unit ? 1U : 0U);
    if (nth->value < 1 || nth->value > 5) {
        while (bare_weekdays.find(code(end)) != std::u32string_view::npos && code(end) != U'\0') ++end;
        push(Word::unread, end);
        return true;
    }
    push(Word::ordinal, end, nth->value);
    return true;
}

/// 1st and 3rd Tuesday.
bool Lexer::lex_latin_ordinal(const Number& n) {
    const bool ordinal = reads(n.end, U"st") || reads(n.end, U"nd") || reads(n.end, U"rd") || reads(n.end, U"th");
    if (!ordinal || n.value < 1 || n.value > 5 || is_letter(code(n.end + 2))) return false;
    push(Word::ordinal, n.end + 2, n.value);
    return true;
}

/// 月2回, 月に一度, 月6~8日.
bool Lexer::lex_times_a_month() {
    const auto end = end_of_times_a_month(at_);
    if (end == at_) return false;
    push(Word::times_a_month, end);
    return true;
}

/// `start` itself if there is no such thing.
std::size_t Lexer::end_of_times_a_month(std::size_t start) const {
    const bool every = reads(start, U"毎月");
    const bool year = code(start) == U'年' && is_digit(code(start + 1)) && (start == 0 || !is_digit(code(start - 1)));
    const bool week = code(start) == U'週' && number(start + (code(start + 1) == U'に' ? 2U : 1U)).has_value();
    if (!every && code(start) != U'月' && !year && !week) return start;
    auto at = start + (every ? 2 : 1);
    if (code(at) == U'に') ++at;
    const auto least = number(at);
    if (!least) return start;
    at = least->end;
    if (code(at) == U'~' || code(at) == U'-' || code(at) == U'、') {
        const auto most = number(at + 1);
        if (!most) return start;
        at = most->end;
    }
    const auto unit = code(at);
    const bool days = unit == U'日' && !every && code(at + 1) != U'休' && code(at + 1) != U'曜';
    return unit == U'回' || unit == U'度' || days ? at + 1 : start;
}

/// Mo-Fr 08:00-20:00; Su,PH off: as OpenStreetMap writes days, among their own kind.
bool Lexer::lex_weekday_of_two_letters() {
    const auto day = day_of_two_letters(at_);
    if (!day) return false;
    auto next = at_ + 2;
    const bool joined = (code(next) == U'-' || code(next) == U',') && day_of_two_letters(next + 1);
    while (code(next) == U' ') ++next;
    const bool before = at_ > 0 && (code(at_ - 1) == U'-' || code(at_ - 1) == U',') && !tokens_.empty() &&
                        tokens_.size() > 1 && names_days(tokens_[tokens_.size() - 2].word);
    // We are open, Ph 03-1234-5678.
    const auto hour = is_digit(code(next)) ? number(next) : std::nullopt;
    const bool clock = hour && (code(hour->end) == U':' || (code(hour->end) == U'-' && *day != 7));
    const bool hours = clock || reads(next, U"off") || (reads(next, U"closed") && code(at_) != U'w');
    if (!joined && !hours && !before) return false;
    *day == 7 ? push(Word::holiday, at_ + 2) : push(Word::weekday, at_ + 2, *day);
    return true;
}

/// 7 of a 祝日.
std::optional<int> Lexer::day_of_two_letters(std::size_t at) const {
    constexpr std::array<std::u32string_view, 8> days{U"su", U"mo", U"tu", U"we", U"th", U"fr", U"sa", U"ph"};
    if (is_letter(code(at + 2)) || (at > 0 && is_letter(code(at - 1)))) return std::nullopt;
    for (std::size_t day = 0; day < days.size(); ++day) {
        if (reads(at, days[day])) return static_cast<int>(day);
    }
    return std::nullopt;
}

void Lexer::lex_month(const Number& n) {
    const bool weekday = code(n.end + 1) == U'曜' || in_ordinals_;
    if (weekday || n.value < 1 || n.value > 12) return push(Word::number, n.end, n.value);
    const auto day = number(n.end + 1);
    if (day && code(day->end) == U'日' && is_date(n.value, day->value)) {
        return push(Word::date, day->end + 1, n.value * 100 + day->value);
    }
    if (day && (goes_on_with_days(day->end) || goes_on_to_a_day(day->end)) && is_date(n.value, day->value))
        return push(Word::date, day->end, n.value * 100 + day->value);
    push(Word::month, n.end + 1, n.value);
    // 11月中の土日, 11月中は; but 11月中旬.
    constexpr std::u32string_view particles = U"のはもに、";
    const auto particle = particles.find(code(at_ + 1));
    if (code(at_) == U'中' && particle < 4) {
        constexpr std::array words{Word::of, Word::topic, Word::also, Word::topic};
        push(words[particle], at_ + 2);
    }
    // 3月末; but 3月末日.
    if (code(at_) == U'末' && code(at_ + 1) != U'日') push(Word::part_of_month, at_ + 1, last_days_of_month);
}

/// 11月4、24日: the 日 of both.
bool Lexer::goes_on_with_days(std::size_t at) const {
    constexpr std::u32string_view joints = U"、・,";
    while (joints.find(code(at)) != std::u32string_view::npos && code(at) != U'\0') {
        const auto day = number(at + 1);
        if (!day || day->value < 1 || day->value > 31) return false;
        if (code(day->end) == U'日') return code(day->end + 1) != U'曜';
        at = day->end;
    }
    return false;
}

/// 11月3～29日の午前10時.
bool Lexer::goes_on_to_a_day(std::size_t at) const {
    if (code(at) != U'~' && code(at) != U'-') return false;
    const auto last = number(at + 1);
    return last && last->value >= 1 && last->value <= 31 && code(last->end) == U'日' && code(last->end + 1) != U'曜';
}

void Lexer::lex_month_day(const Number& n) {
    constexpr std::u32string_view durations = U"間前以程目";
    const auto after = code(n.end + 1);
    const bool onwards = after == U'以' && (code(n.end + 2) == U'降' || code(n.end + 2) == U'後');
    const bool about =
        onwards || (after == U'程' && code(n.end + 2) == U'度') || (after == U'前' && code(n.end + 2) == U'後');
    if (after != U'\0' && durations.find(after) != std::u32string_view::npos && !about)
        return push(Word::not_hours, n.end + 2);
    push(Word::month_day, n.end + 1, n.value);
}

bool Lexer::lex_slashed_date(const Number& n) {
    const auto second = number(n.end + 1);
    if (!second || second->digits > 2 || !is_digit(code(n.end + 1))) return false;
    if (n.digits == 4 && code(second->end) == U'/') {
        const auto third = number(second->end + 1);
        if (!third || !is_date(second->value, third->value)) return false;
        push(Word::date, third->end, second->value * 100 + third->value, n.value);
        return true;
    }
    const bool clock = code(second->end) == U'時' ||
                       (code(second->end) == U':' && is_digit(code(second->end + 1)) && !at_clock(second->end + 1));
    if (n.digits > 2 || clock || !is_date(n.value, second->value)) return false;
    push(Word::date, second->end, n.value * 100 + second->value);
    return true;
}

/// 令和8年11月10日.
bool Lexer::lex_year_of_era() {
    constexpr int before_reiwa = 2018;
    if (!reads(at_, U"令和")) return false;
    const auto year = number(at_ + 2);
    if (!year || year->digits > 2 || code(year->end) != U'年') return false;
    lex_year({before_reiwa + year->value, year->end, year->digits});
    return true;
}

void Lexer::lex_year(const Number& year) {
    const auto month = number(year.end + 1);
    if (!month || code(month->end) != U'月' || month->value < 1 || month->value > 12) {
        return push(Word::not_hours, year.end + 1);
    }
    const auto day = number(month->end + 1);
    if (day && code(day->end) == U'日' && is_date(month->value, day->value)) {
        return push(Word::date, day->end + 1, month->value * 100 + day->value, year.value);
    }
    push(Word::month, month->end + 1, month->value, year.value);
}

}  // namespace denwaban::formats::japanese
