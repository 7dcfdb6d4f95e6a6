#include "lexer.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <denwaban/core/utf8.hpp>

#include "glyphs.hpp"

namespace denwaban::formats::japanese {

namespace {

constexpr std::u32string_view bare_weekdays = U"日月火水木金土";
constexpr std::u32string_view ideographs = U"〇一二三四五六七八九十";

[[nodiscard]] bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }
[[nodiscard]] bool is_letter(char32_t code) { return code >= U'a' && code <= U'z'; }

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
            return entry.text.size() > 1 && (entry.text[0] >= 0x4e00 || entry.text == U"のため");
        default:
            return entry.text.size() > 1;
    }
}

class Lexer {
public:
    Lexer(std::string_view text, DottedNumbers dotted) : glyphs_(fold(text)), dotted_(dotted) {
        tokens_.reserve(glyphs_.size() / 2 + 4);
    }

    [[nodiscard]] std::vector<Token> run() && {
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

private:
    struct Number {
        int value;
        std::size_t end;
        std::size_t digits;
    };

    [[nodiscard]] char32_t code(std::size_t at) const { return at < glyphs_.size() ? glyphs_[at].code : U'\0'; }
    [[nodiscard]] bool reads(std::size_t at, std::u32string_view text) const {
        if (at + text.size() > glyphs_.size()) return false;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (glyphs_[at + i].code != text[i]) return false;
        }
        return true;
    }

    void push(Word word, std::size_t end, int value = 0, int year = 0) {
        const ByteRange bytes{glyphs_[at_].begin, glyphs_[end - 1].end};
        tokens_.push_back({word, value, year, bytes});
        tokens_.back().spaced = std::exchange(spaced_, false);
        at_ = end;
        in_ordinals_ = word == Word::ordinal || (in_ordinals_ && (word == Word::number || word == Word::separator));
    }

    void step() {
        if (code(at_) == replacement_character) return push(Word::broken, at_ + 1);
        if ((code(at_) == U'第' && lex_ordinal(1)) || lex_price()) return;
        if (reads(at_, U"だい") && is_digit(code(at_ + 2)) && lex_ordinal(2)) return;
        if (lex_times_a_month() || lex_weekday_of_two_letters()) return;
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
    [[nodiscard]] Match find(std::size_t at) const {
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
    [[nodiscard]] bool stands_alone(const Match& match) const {
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
    [[nodiscard]] bool goes_on_with_vocabulary(std::size_t at) const {
        const auto next = code(at);
        return next == U'\0' || next == U' ' || is_digit(next) || next == U'第' || find(at).entry != nullptr;
    }
    /// 土日祝: days one after the other, as far as they go.
    [[nodiscard]] bool starts_weekday_run(std::size_t at) const {
        const auto start = at;
        while (bare_weekdays.find(code(at)) != std::u32string_view::npos && at - start < 8) ++at;
        return at > start && goes_on_with_vocabulary(at);
    }

    [[nodiscard]] std::optional<Number> number(std::size_t at) const {
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
    /// 十一時半, 十二月三十一日.
    [[nodiscard]] bool lex_ideographic_hour() {
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
    [[nodiscard]] bool lex_arrow_as_dash() {
        constexpr std::u32string_view arrows = U"→⇒➡";
        if (arrows.find(code(at_)) == std::u32string_view::npos || tokens_.empty()) return false;
        auto next = at_ + 1;
        while (code(next) == U' ') ++next;
        const auto before = tokens_.back().word;
        const bool half = reads(next, U"pm") || reads(next, U"am") || reads(next, U"午後") || reads(next, U"午前");
        if ((before != Word::time && before != Word::only) || !(is_digit(code(next)) || code(next) == U'翌' || half))
            return false;
        push(Word::dash, at_ + 1);
        return true;
    }
    [[nodiscard]] bool at_dash(std::size_t at) const {
        while (code(at) == U' ') ++at;
        return code(at) == U'~' || code(at) == U'-' || code(at) == U'→' || reads(at, U"から") || reads(at, U"まで");
    }
    [[nodiscard]] bool after_dash() const {
        return !tokens_.empty() && (tokens_.back().word == Word::dash || tokens_.back().word == Word::from);
    }

    [[nodiscard]] bool lex_ordinal(std::size_t prefix) {
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

    /// 月2回, 月に一度, 月6~8日.
    [[nodiscard]] bool lex_times_a_month() {
        const auto end = end_of_times_a_month(at_);
        if (end == at_) return false;
        push(Word::times_a_month, end);
        return true;
    }
    /// `start` itself if there is no such thing.
    [[nodiscard]] std::size_t end_of_times_a_month(std::size_t start) const {
        const bool every = reads(start, U"毎月");
        const bool year =
            code(start) == U'年' && is_digit(code(start + 1)) && (start == 0 || !is_digit(code(start - 1)));
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
    [[nodiscard]] bool lex_weekday_of_two_letters() {
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
    [[nodiscard]] std::optional<int> day_of_two_letters(std::size_t at) const {
        constexpr std::array<std::u32string_view, 8> days{U"su", U"mo", U"tu", U"we", U"th", U"fr", U"sa", U"ph"};
        if (is_letter(code(at + 2)) || (at > 0 && is_letter(code(at - 1)))) return std::nullopt;
        for (std::size_t day = 0; day < days.size(); ++day) {
            if (reads(at, days[day])) return static_cast<int>(day);
        }
        return std::nullopt;
    }

    [[nodiscard]] bool lex_long_vowel_as_dash() {
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

    void lex_number() {
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
        if (lex_latin_ordinal(n) || lex_latin_hour(n) || lex_telephone(n) || lex_odd_clock(n) || lex_four_digits(n))
            return;
        if (n.value == 24 && reads(n.end, U" 時間"))
            return push(Word::all_day, n.end + (reads(n.end, U" 時間営業") ? 5 : 3));
        if (reads(n.end, U"分前") && n.value < 24 * 60) return push(Word::before_closing, n.end + 2, n.value);
        if ((code(n.end) == U'階' || code(n.end) == U'f') && n.value < 100 && !is_letter(code(n.end + 1)))
            return push(Word::floor, n.end + 1);
        constexpr std::u32string_view counters =
            U"回名人円%席品種歳才度杯本分店号枚割席組点件個位組年泊ヶカか代台室卓坪";
        if (counters.find(code(n.end)) != std::u32string_view::npos && n.end < glyphs_.size()) {
            return push(Word::not_hours, n.end + 1);
        }
        push(Word::number, n.end, n.value);
    }

    /// The 17:00 of 11/8：17:00, and the 17時 of 11/8：17時.
    [[nodiscard]] bool at_clock(std::size_t at) const {
        const auto hour = number(at);
        return hour && (code(hour->end) == U'時' || (code(hour->end) == U':' && is_digit(code(hour->end + 1))));
    }
    [[nodiscard]] bool after_dates() const {
        return tokens_.size() > 1 && tokens_.back().word == Word::separator &&
               (tokens_[tokens_.size() - 2].word == Word::date || tokens_[tokens_.size() - 2].word == Word::number);
    }

    [[nodiscard]] bool lex_clock(const Number& hour) {
        const auto colon = hour.end;
        // 11/10・11：17:00.
        if (after_dates() && at_clock(colon + 1)) return false;
        if (!is_digit(code(colon + 1)) || !is_digit(code(colon + 2)) || hour.value > 48 || hour.digits > 2)
            return false;
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

    /// 1st and 3rd Tuesday.
    [[nodiscard]] bool lex_latin_ordinal(const Number& n) {
        const bool ordinal = reads(n.end, U"st") || reads(n.end, U"nd") || reads(n.end, U"rd") || reads(n.end, U"th");
        if (!ordinal || n.value < 1 || n.value > 5 || is_letter(code(n.end + 2))) return false;
        push(Word::ordinal, n.end + 2, n.value);
        return true;
    }
    /// ¥800～.
    [[nodiscard]] bool lex_price() {
        if ((code(at_) != U'¥' && code(at_) != U'￥') || !is_digit(code(at_ + 1))) return false;
        auto end = number(at_ + 1)->end;
        while (is_digit(code(end)) || code(end) == U',' || code(end) == U'~') ++end;
        push(Word::harmless, end);
        return true;
    }

    /// 11 am.
    [[nodiscard]] bool lex_latin_hour(const Number& hour) {
        const auto half = hour.end + (code(hour.end) == U' ' ? 1U : 0U);
        const bool dotted = reads(half, U"a.m") || reads(half, U"p.m");
        const bool latin = dotted || reads(half, U"am") || reads(half, U"pm");
        if (!latin || hour.value > 12 || hour.digits > 2 || is_letter(code(half + (dotted ? 3 : 2)))) return false;
        push(Word::time, hour.end, hour.value * 60);
        return true;
    }

    /// 17h, 17h30.
    [[nodiscard]] bool lex_h(const Number& hour) {
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

    /// 03-1234-5678.
    [[nodiscard]] bool lex_telephone(const Number& n) {
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

    /// 11.30～14.30, 10;00, 10::00; in a list of closing days 8.13 is a date.
    [[nodiscard]] bool lex_odd_clock(const Number& hour) {
        const auto separators = reads(hour.end, U"::") ? 2U : 1U;
        const auto separator = code(hour.end);
        const bool dotted = separator == U'.';
        if ((!dotted && separator != U';' && separators == 1) || hour.digits > 2) return false;
        const auto minute = number(hour.end + separators);
        if (!minute || minute->digits > 2 || !is_digit(code(hour.end + separators)) || in_ordinals_) return false;
        const bool second_dot = code(minute->end) == U'.';
        if (dotted && dotted_ == DottedNumbers::dates && minute->digits == 2 && !second_dot &&
            is_date(hour.value, minute->value)) {
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
    [[nodiscard]] bool lex_four_digits(const Number& n) {
        const auto hour = n.value / 100, minute = n.value % 100;
        if (n.digits != 4 || hour > 30 || minute > 59 || minute % 5 != 0) return false;
        auto next = n.end;
        while (code(next) == U' ') ++next;
        const bool ends =
            after_dash() && tokens_.size() > 1 && may_stand_before_an_end(tokens_[tokens_.size() - 2].word);
        const auto other = code(next) == U'~' || code(next) == U'-' ? number(next + 1) : std::nullopt;
        const bool begins = !after_dash() && other && other->digits == 4 && other->value <= 3000;
        const bool of_order = !tokens_.empty() && tokens_.back().word == Word::last_order && hour >= 5;
        if (!ends && !begins && !of_order) return false;
        push(Word::time, n.end, hour * 60 + minute);
        return true;
    }

    /// 17:00～2300, 日祝～2000.
    [[nodiscard]] bool may_stand_before_an_end(Word word) const {
        if (word == Word::time) return true;
        const bool days = word == Word::weekday || word == Word::workdays || word == Word::holiday ||
                          word == Word::holiday_eve || word == Word::topic;
        return days &&
               std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) { return token.word == Word::time; });
    }

    [[nodiscard]] Word word(std::size_t at) const { return at < tokens_.size() ? tokens_[at].word : Word::newline; }

    /// 17～22:00, 午後5～10時, 17-23: an hour without its unit, before one with it or alone.
    void read_bare_hours() {
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            auto& token = tokens_[at];
            // 翌11/4(水).
            if (token.word == Word::next_day_of && word(at + 1) == Word::date) token.word = Word::filler;
            if (is_hour_of_half_day(at)) make_time(token);
            if (token.word != Word::number || (word(at + 1) != Word::dash && word(at + 1) != Word::from)) continue;
            auto end = at + 2;
            while (word(end) == Word::next_day_of || word(end) == Word::after_noon || word(end) == Word::late_night)
                ++end;
            const auto before = at > 0 ? word(at - 1) : Word::newline;
            const bool labelled = before == Word::colon && at > 1 && names_days(word(at - 2));  // 月：17-23
            const bool continues = before == Word::number || (before == Word::colon && !labelled) ||
                                   before == Word::time || before == Word::unread;
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
    [[nodiscard]] static bool names_days(Word word) {
        return word == Word::weekday || word == Word::holiday || word == Word::holiday_eve || word == Word::workdays;
    }
    /// 17(火)11-15 18(水)11-15, 20(金)11-15、17-20 21(土)…
    [[nodiscard]] bool follows_days(std::size_t at) const {
        const auto end = at + 3;
        const bool apart = end < tokens_.size() && tokens_[end].spaced && word(at + 1) == Word::dash;
        const auto before = at > 0 ? word(at - 1) : Word::newline;
        const bool days =
            before == Word::closing || before == Word::weekday || before == Word::holiday || before == Word::workdays;
        return apart && (days || (before == Word::separator && at > 1 && word(at - 2) == Word::time));
    }
    /// AM10～PM7.
    [[nodiscard]] bool is_hour_of_half_day(std::size_t at) const {
        if (word(at) != Word::number || at == 0 || tokens_[at].spaced || dotted_ != DottedNumbers::times) return false;
        const bool half = word(at - 1) == Word::before_noon || word(at - 1) == Word::after_noon;
        return half && tokens_[at].value <= 12;
    }
    static void make_time(Token& hour) {
        hour.word = Word::time;
        hour.value *= 60;
    }
    [[nodiscard]] static bool ends_span(Word word) {
        return word == Word::newline || word == Word::separator || word == Word::slash || word == Word::opening ||
               word == Word::closing || word == Word::stop || word == Word::weekday || word == Word::last_order;
    }

    void lex_hour(const Number& hour) {
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

    [[nodiscard]] static bool is_date(int month, int day) { return month >= 1 && month <= 12 && day >= 1 && day <= 31; }

    void lex_month(const Number& n) {
        const bool weekday = code(n.end + 1) == U'曜' || in_ordinals_;
        if (weekday || n.value < 1 || n.value > 12) return push(Word::number, n.end, n.value);
        const auto day = number(n.end + 1);
        if (day && code(day->end) == U'日' && is_date(n.value, day->value)) {
            return push(Word::date, day->end + 1, n.value * 100 + day->value);
        }
        if (day && goes_on_with_days(day->end) && is_date(n.value, day->value))
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
    [[nodiscard]] bool goes_on_with_days(std::size_t at) const {
        constexpr std::u32string_view joints = U"、・,";
        while (joints.find(code(at)) != std::u32string_view::npos && code(at) != U'\0') {
            const auto day = number(at + 1);
            if (!day || day->value < 1 || day->value > 31) return false;
            if (code(day->end) == U'日') return code(day->end + 1) != U'曜';
            at = day->end;
        }
        return false;
    }

    void lex_month_day(const Number& n) {
        constexpr std::u32string_view durations = U"間前以程目";
        const auto after = code(n.end + 1);
        const bool onwards = after == U'以' && (code(n.end + 2) == U'降' || code(n.end + 2) == U'後');
        const bool about =
            onwards || (after == U'程' && code(n.end + 2) == U'度') || (after == U'前' && code(n.end + 2) == U'後');
        if (after != U'\0' && durations.find(after) != std::u32string_view::npos && !about)
            return push(Word::not_hours, n.end + 2);
        push(Word::month_day, n.end + 1, n.value);
    }

    [[nodiscard]] bool lex_slashed_date(const Number& n) {
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

    void lex_year(const Number& year) {
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

    void lex_prose() {
        auto end = at_ + 1;
        for (; end < glyphs_.size(); ++end) {
            if (code(end) == U' ' || code(end) == replacement_character || is_digit(code(end))) break;
            if (end_of_times_a_month(end) != end || (code(end) == U'第' && number(end + 1))) break;
            if (const auto match = find(end); match.entry != nullptr && ends_prose(*match.entry)) break;
        }
        push(Word::prose, end);
    }

    std::vector<Glyph> glyphs_;
    DottedNumbers dotted_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    bool spaced_ = false;
    bool in_ordinals_ = false;
};

}  // namespace

std::vector<Token> lex(std::string_view text, DottedNumbers dotted) { return Lexer{text, dotted}.run(); }

}  // namespace denwaban::formats::japanese
