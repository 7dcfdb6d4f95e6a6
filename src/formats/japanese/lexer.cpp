#include <algorithm>
#include <utility>

#include <denwaban/core/utf8.hpp>

#include "lexing.hpp"

namespace denwaban::formats::japanese {

namespace {

constexpr std::u32string_view ideographs = U"〇一二三四五六七八九十";

/// A particle or a single character: met inside prose, it is more likely a part of the prose.
[[nodiscard]] bool ends_prose(const Entry& entry) {
    switch (entry.word) {
        case Word::separator:
            return entry.text[0] < U'ぁ' || entry.text[0] > U'ん';
        case Word::slash:
        case Word::dash:
        case Word::colon:
        case Word::opening:
        case Word::closing:
        case Word::newline:
        case Word::stop:
        case Word::mark:
            return true;
        case Word::topic:
        case Word::of:
        case Word::also:
        case Word::filler:
            return entry.text.size() > 1 && (entry.text[0] >= 0x4e00 || entry.text == U"のため" ||
                                             entry.text == U"により" || entry.text == U"によりまして");
        default:
            return entry.text.size() > 1;
    }
}

}  // namespace

std::vector<Token> Lexer::run() && {
    while (at_ < glyphs_.size()) {
        if (code(at_) == U' ') {
            spaced_ = true;
            ++at_;
            continue;
        }
        step();
    }
    read_bare_hours();
    return std::move(tokens_);
}

void Lexer::push(Word word, std::size_t end, int value, int year) {
    const ByteRange bytes{glyphs_[at_].begin, glyphs_[end - 1].end};
    tokens_.push_back({word, value, year, bytes});
    tokens_.back().spaced = std::exchange(spaced_, false);
    at_ = end;
    in_ordinals_ = word == Word::ordinal || (in_ordinals_ && (word == Word::number || word == Word::separator));
}

void Lexer::step() {
    if (code(at_) == replacement_character) return push(Word::broken, at_ + 1);
    if ((code(at_) == U'第' && lex_ordinal(1)) || lex_price()) return;
    if (reads(at_, U"だい") && is_digit(code(at_ + 2)) && lex_ordinal(2)) return;
    if (lex_times_a_month() || lex_weekday_of_two_letters() || lex_year_of_era()) return;
    if (lex_ideographic_hour() || lex_arrow_as_dash()) return;
    if (lex_long_vowel_as_dash()) return;
    if (const auto match = find(at_); match.entry != nullptr && stands_alone(match)) {
        return push(match.entry->word, at_ + match.length, match.entry->value);
    }
    if (is_digit(code(at_))) return lex_number();
    const bool some_day = code(at_) == U'日' && at_ > 0 && code(at_ - 1) == U'の';
    if (const auto weekday = some_day ? std::u32string_view::npos : bare_weekdays.find(code(at_));
        weekday != std::u32string_view::npos && (goes_on_with_vocabulary(at_ + 1) || starts_weekday_run(at_))) {
        return push(Word::weekday, at_ + 1, static_cast<int>(weekday));
    }
    lex_prose();
}

/// The longest entry of the vocabulary that the text has here. Latin words must end where a word ends.
Match Lexer::find(std::size_t at) const {
    const auto [first, last] = entries_starting_with(code(at));
    for (const auto* entry = first; entry != last; ++entry) {
        if (!reads(at, entry->text)) continue;
        const auto end = at + entry->text.size();
        if (code(end) == U'曜' && bare_weekdays.find(entry->text.back()) != std::u32string_view::npos) continue;
        const bool latin = is_letter(entry->text.back());
        if (latin && is_letter(code(end))) continue;
        if (is_letter(entry->text.front()) && at > 0 && is_letter(code(at - 1))) continue;
        return {entry, entry->text.size()};
    }
    return {};
}

/// 夜 is a word, the 夜 of 夜景 isn't; nor is the よる of よるごはん.
bool Lexer::stands_alone(const Match& match) const {
    const auto first = match.entry->text[0];
    const auto next = code(at_ + match.length);
    const auto is_hiragana = [](char32_t each) { return each >= U'ぁ' && each <= U'ん'; };
    const bool hiragana = is_hiragana(first) && is_hiragana(match.entry->text.back());
    if (hiragana && match.entry->word == Word::service && match.length == 2)
        return next == U' ' || next == U':' || is_digit(next);
    const bool ideograph = first >= 0x4e00 && first <= 0x9fff;
    if (match.length > 1 || !ideograph) return true;
    // 朝十時.
    const auto hour = match.entry->word == Word::service ? number(at_ + 1) : std::nullopt;
    if (hour && code(hour->end) == U'時' && code(hour->end + 1) != U'間') return true;
    return goes_on_with_vocabulary(at_ + 1) || starts_weekday_run(at_ + 1);
}

bool Lexer::goes_on_with_vocabulary(std::size_t at) const {
    const auto next = code(at);
    const bool dash = next == U'ー' && bare_weekdays.find(code(at + 1)) != std::u32string_view::npos;
    return next == U'\0' || next == U' ' || is_digit(next) || next == U'第' || dash || find(at).entry != nullptr;
}

/// 土日祝: days one after the other, as far as they go.
bool Lexer::starts_weekday_run(std::size_t at) const {
    const auto start = at;
    while (bare_weekdays.find(code(at)) != std::u32string_view::npos && at - start < 8) ++at;
    return at > start && goes_on_with_vocabulary(at);
}

std::optional<Lexer::Number> Lexer::number(std::size_t at) const {
    int value = 0;
    auto end = at;
    while (is_digit(code(end)) && end - at < 8) value = value * 10 + static_cast<int>(code(end++) - U'0');
    if (end > at) return Number{value, end, end - at};
    for (; end - at < 3 && code(end) != U'\0'; ++end) {
        const auto digit = ideographs.find(code(end));
        if (digit == std::u32string_view::npos) break;
        const auto worth = static_cast<int>(digit);
        // 十二 is 12, 三十 is 30, 一 二 side by side are two numbers.
        if (digit < 10 && end > at && code(end - 1) != U'十') break;
        value = digit == 10 ? std::max(value, 1) * 10 : value + worth;
    }
    return end == at ? std::nullopt : std::optional{Number{value, end, 1}};
}

void Lexer::lex_number() {
    const auto n = *number(at_);
    switch (code(n.end)) {
        case U':':
            if (lex_clock(n)) return;
            break;
        case U'時':
        case U'じ':
            return lex_hour(n);
        case U'月':
            return lex_month(n);
        case U'日':
            if (code(n.end + 1) == U'曜' || in_ordinals_) break;
            if (n.value >= 1 && n.value <= 31 && n.digits <= 2) return lex_month_day(n);
            return push(Word::unread, n.end + 1);
        case U'/':
            if (lex_slashed_date(n)) return;
            break;
        case U'年':
            if (n.digits == 4) return lex_year(n);
            break;
        case U'h':
            if (lex_h(n)) return;
            break;
        default:
            break;
    }
    if (lex_latin_ordinal(n) || lex_latin_hour(n) || lex_telephone(n) || lex_odd_clock(n) || lex_four_digits(n)) return;
    if (n.value == 24 && reads(n.end, U" 時間"))
        return push(Word::all_day, n.end + (reads(n.end, U" 時間営業") ? 5 : 3));
    if (reads(n.end, U"分前") && n.value < 24 * 60) return push(Word::before_closing, n.end + 2, n.value);
    if ((code(n.end) == U'階' || code(n.end) == U'f') && n.value < 100 && !is_letter(code(n.end + 1)))
        return push(Word::floor, n.end + 1);
    constexpr std::u32string_view counters = U"回名人円%席品種歳才度杯本分店号枚割席組点件個位組年泊ヶカか代台室卓坪";
    const bool from = reads(n.end, U"から");
    if (counters.find(code(n.end)) != std::u32string_view::npos && n.end < glyphs_.size() && !from) {
        return push(Word::not_hours, n.end + 1);
    }
    push(Word::number, n.end, n.value);
}

/// ¥800～.
bool Lexer::lex_price() {
    if ((code(at_) != U'¥' && code(at_) != U'￥') || !is_digit(code(at_ + 1))) return false;
    auto end = number(at_ + 1)->end;
    while (is_digit(code(end)) || code(end) == U',' || code(end) == U'~') ++end;
    push(Word::harmless, end);
    return true;
}

/// 03-1234-5678.
bool Lexer::lex_telephone(const Number& n) {
    if (code(at_) != U'0' || n.digits < 2) return false;
    auto end = n.end;
    int parts = 1;
    constexpr std::u32string_view marks = U"-()・.";
    while (code(end) != U'\0' && marks.find(code(end)) != std::u32string_view::npos && is_digit(code(end + 1))) {
        const auto part = number(end + 1);
        if (!part || part->digits < 2) return false;
        end = part->end;
        ++parts;
    }
    if (parts != 3 || code(end) == U':') return false;
    push(Word::harmless, end);
    return true;
}

void Lexer::lex_prose() {
    auto end = at_ + 1;
    for (; end < glyphs_.size(); ++end) {
        if (code(end) == U' ' || code(end) == replacement_character || is_digit(code(end))) break;
        if (end_of_times_a_month(end) != end || (code(end) == U'第' && number(end + 1))) break;
        // ディナーブッフェは金・土・祝前日のみ.
        const bool day = bare_weekdays.find(code(end)) != std::u32string_view::npos;
        if (day && code(end - 1) == U'は' && goes_on_with_vocabulary(end + 1)) break;
        if (const auto match = find(end); match.entry != nullptr && ends_prose(*match.entry)) break;
    }
    push(Word::prose, end);
}

std::vector<Token> lex(std::string_view text, DottedNumbers dotted) { return Lexer{text, dotted}.run(); }

}  // namespace denwaban::formats::japanese
