#include "lexer.hpp"

#include <algorithm>
#include <array>

#include "moves.hpp"

namespace denwaban::talk {

namespace {

/// 1000 of 5000; 1 of what is no thousands or more.
[[nodiscard]] std::int32_t scale_of(std::int32_t value) {
    constexpr std::int32_t thousand = 1000, ten_thousand = 10000;
    if (value >= ten_thousand && value % ten_thousand == 0) return ten_thousand;
    return value >= thousand && value % thousand == 0 ? thousand : 1;
}

}  // namespace

bool Lexer::is_clock_or_day(Word word) {
    return word == Word::hour || word == Word::half || word == Word::minute || word == Word::weekday ||
           word == Word::day_of_month || word == Word::relative_day || word == Word::part;
}

std::optional<Token> Lexer::counted_here() const {
    if (is_hiragana(text_[at_]) && !is_border()) return std::nullopt;
    const auto found = numerals_at(rest(at_));
    if (found.count == 0) return std::nullopt;
    const bool in_kana = found.all[0].script == Script::kana;
    if (found.all[0].script == Script::figures) {
        if (auto signs = signs_here(found.all[0])) return signs;
    }
    // じゅうはちじにさんめい
    const bool may_bind = in_kana && text_[at_] == u'に' && !tokens_.empty() && is_clock_or_day(tokens_.back().word);
    if (may_bind && found.all[0].last != found.all[0].value) return std::nullopt;
    // しちじにじゅうめい: 10 of them, or 20.
    if (may_bind && tokens_.back().word != Word::weekday && rest(at_ + 1).starts_with(u"じゅう")) return std::nullopt;
    for (std::size_t place = 0; place < found.count; ++place) {
        if (auto counted = with_counter(found.all[place])) return counted;
    }
    const auto& longest = found.all[0];
    if (in_kana && !is_said_alone(longest)) return std::nullopt;
    if (longest.script == Script::kanji && at_ > 0 && is_kanji(text_[at_ - 1])) return std::nullopt;
    return Token{Word::number, Cue::none, longest.value,
                 longest.last, at(),      at() + static_cast<std::uint32_t>(longest.size)};
}

bool Lexer::is_stammer(std::u16string_view after) const {
    if (after.empty() || after.front() != u'、') return false;
    const auto next = numerals_at(after.substr(1));
    if (next.count == 0) return false;
    const auto value = next.all[0].value % 10;
    switch (text_[at_]) {
        case u'し':
            return value == 7 || value == 4;
        case u'く':
            return value == 9;
        case u'よ':
            return value == 4;
        case u'に':
            return value == 2;
        case u'ご':
            return value == 5;
        default:
            return false;
    }
}

bool Lexer::is_said_alone(const Numeral& kana) const {
    const bool begins = tokens_.empty() || tokens_.back().word == Word::stop || tokens_.back().word == Word::filler;
    const auto after = rest(at_ + kana.size);
    if (kana.size == 1 && is_stammer(after)) return false;
    if (!begins || (kana.size == 1 && !tokens_.empty())) return false;
    return after.empty() || after.front() == u'、' || after.front() == u'。' || after.starts_with(u"です") ||
           after.starts_with(u"でお願");
}

std::optional<Token> Lexer::with_counter(const Numeral& first) const {
    auto end = at_ + first.size;
    auto last = first.last;
    // 3、4人, 5~6人
    const auto gap = end < text_.size() ? text_[end] : u'\0';
    if ((gap == u'、' || gap == u'~' || gap == u'-' || gap == u'・' || gap == u' ') && first.script != Script::kana) {
        const auto second = numerals_at(rest(end + 1));
        // 十四、五人 are fourteen or fifteen.
        const auto tens = first.value > 10 && second.count > 0 && second.all[0].value < 10 ? first.value / 10 * 10 : 0;
        const auto other = second.count > 0 ? tens + second.all[0].value : 0;
        // 4、5千円
        const auto scale = second.count > 0 ? scale_of(second.all[0].value) : 1;
        auto scaled = first;
        if (first.value < 10 && scale > 1 && second.all[0].value == (first.value + 1) * scale) scaled.value *= scale;
        const bool is_range = gap == u'~' || gap == u'-';
        const bool goes_on =
            is_range ? other > scaled.value : other == scaled.value + (scaled.value > first.value ? scale : 1);
        const bool is_alike =
            second.count > 0 && (second.all[0].script == first.script || first.script == Script::figures);
        if (goes_on && is_alike) {
            const auto after = end + 1 + second.all[0].size;
            const auto* counter = longest_counter(rest(after));
            const bool is_near = other - first.value < 10 ||
                                 (scaled.value > first.value && counter != nullptr && counter->word == Word::yen);
            if (counter != nullptr && counter->word != Word::counted && is_near) {
                return counted(*counter, scaled, other, after);
            }
        }
    }
    while (end < text_.size() && text_[end] == u' ') ++end;
    if (first.value == last) {
        if (auto moved = moved_here(first, end)) return moved;
    }
    const auto* counter = longest_counter(rest(end));
    if (counter == nullptr) return std::nullopt;
    if (const auto placed = by_place(first, *counter); placed != first.value) {
        const Numeral one{placed, first.size, first.script, placed, first.size};
        return counted(*counter, one, placed, end);
    }
    if (is_misspelt(*counter, end + counter->text.size())) return std::nullopt;
    // 1時間前倒しで
    const auto behind = std::u16string_view{u"前後うろし"};
    auto size = counter->text.size();
    if (rest(end + size).starts_with(u"倒し")) {
        while (size > 1 && behind.find(counter->text[size - 1]) != behind.npos) --size;
        counter = longest_counter(rest(end).substr(0, size));
        if (counter == nullptr) return std::nullopt;
    }
    // 3人連れて, but 3人連れです
    if (counter->text.ends_with(u"連れ") && rest(end + counter->text.size()).starts_with(u'て')) {
        counter = longest_counter(rest(end).substr(0, counter->text.size() - 2));
        if (counter == nullptr) return std::nullopt;
    }
    // 二人ともう一人, but 二人とも
    if (counter->text.ends_with(u"とも") && rest(end + counter->text.size()).starts_with(u'う')) {
        counter = longest_counter(rest(end).substr(0, counter->text.size() - 2));
        if (counter == nullptr) return std::nullopt;
    }
    if (first.script == Script::kana && !is_hiragana(counter->text.front()) && first.size < 2) return std::nullopt;
    if (counter->word == Word::day_of_month && first.value == 1 && is_of_a_day(end + counter->text.size())) {
        return std::nullopt;
    }
    if (counter->text == u"じ" && end + 1 < text_.size()) {
        constexpr std::u16string_view no_hour = u"つぶめっゃゅょい";
        // しちじから and しちじか, but しちじかん
        const bool goes_on = no_hour.find(text_[end + 1]) != no_hour.npos || rest(end + 1).starts_with(u"かん");
        const bool binds = rest(end + 1).starts_with(u"って");
        if (goes_on && !binds) return std::nullopt;
    }
    return counted(*counter, first, last, end);
}

std::int32_t Lexer::by_place(const Numeral& pair, const Entry& counter) const {
    if (pair.script != Script::kanji || pair.size != 2 || pair.last != pair.value + 1) return pair.value;
    const auto placed = pair.value * 10 + pair.last;
    constexpr std::int32_t months = 12, days = 31;
    const auto is_placed_month = [&](const Token& token) {
        return token.word == Word::month && text_[token.begin] == u'一' && token.value > 9;
    };
    const bool is_day =
        counter.word == Word::day_of_month && !tokens_.empty() && placed <= days &&
        (is_placed_month(tokens_.back()) || (tokens_.size() > 1 && is_placed_month(tokens_[tokens_.size() - 2])));
    return is_day || (counter.word == Word::month && placed <= months) ? placed : pair.value;
}

bool Lexer::is_misspelt(const Entry& counter, std::size_t end) const {
    constexpr std::u16string_view sounds = u"命明盟銘迷";
    if (counter.text.size() != 1 || sounds.find(counter.text.front()) == sounds.npos) return false;
    constexpr std::u16string_view may_follow = u"でに、。様さおの";
    return end < text_.size() && may_follow.find(text_[end]) == may_follow.npos;
}

std::optional<Token> Lexer::moved_here(const Numeral& count, std::size_t unit) const {
    const auto move = move_in(rest(unit));
    constexpr std::int32_t most = 366;
    if (!move || count.value > most) return std::nullopt;
    const auto word = move->days == 0 ? Word::counted : Word::known_day;
    const auto days = move->days * count.value;
    return Token{word, Cue::none, days, days, at(), static_cast<std::uint32_t>(unit + move->unit)};
}

bool Lexer::is_of_a_day(std::size_t end) const {
    const auto after = rest(end);
    if (after.empty() || (!tokens_.empty() && (tokens_.back().word == Word::month || tokens_.back().word == Word::no)))
        return false;
    if (after.front() == u'に') {
        const auto often = numerals_at(after.substr(1));
        return often.count > 0 && after.substr(1 + often.all[0].size).starts_with(u'回');
    }
    const bool goes_on = is_kanji(after.front()) && longest_word(after) == nullptr && numerals_at(after).count == 0;
    return goes_on;
}

Token Lexer::counted(const Entry& counter, const Numeral& first, std::int32_t last, std::size_t end) const {
    auto value = first.value;
    if (counter.word == Word::days_after || counter.word == Word::weeks_after) {
        value *= counter.value;
        last *= counter.value;
    }
    if (counter.word == Word::minutes_after) {
        constexpr int half_an_hour = 30;
        const auto half = counter.text.find(u'半') != counter.text.npos ? half_an_hour : 0;
        value = value * counter.value + half;
        last = last * counter.value + half;
    }
    return {counter.word, Cue::none, value, last, at(), static_cast<std::uint32_t>(end + counter.text.size())};
}

std::optional<Token> Lexer::signs_here(const Numeral& first) const {
    const auto end = at_ + first.size;
    if (end + 1 >= text_.size() || !is_figure_sign(text_[end + 1])) return std::nullopt;
    const auto sign = text_[end];
    const auto second = numerals_at(rest(end + 1)).all[0];
    const auto after = end + 1 + second.size;
    const auto token = [&](Word word, std::int32_t value, std::int32_t last, std::size_t stop) {
        return Token{word, Cue::none, value, last, at(), static_cast<std::uint32_t>(stop)};
    };
    if (first.figures == 4 && (sign == u'/' || sign == u'-') && after + 1 < text_.size() && text_[after] == sign &&
        is_figure_sign(text_[after + 1])) {
        const auto third = numerals_at(rest(after + 1)).all[0];
        if (is_month_day(second, third)) {
            return token(Word::month_day, second.value * 100 + third.value, first.value, after + 1 + third.size);
        }
    }
    const bool ends = after >= text_.size() || (text_[after] != sign && !is_figure_sign(text_[after]));
    if (sign == u'/' && ends && is_month_day(first, second)) {
        return token(Word::month_day, first.value * 100 + second.value, 0, after);
    }
    if (sign == u'-' && ends && second.figures == 2 && is_month_day(first, second) && after < text_.size() &&
        (text_[after] == u'の' || text_[after] == u'に' || text_[after] == u' ')) {
        return token(Word::month_day, first.value * 100 + second.value, 0, after);
    }
    if (sign == u':' && second.figures == 2 && first.value <= 28 && second.value < 60) {
        return token(Word::clock, first.value * 60 + second.value, static_cast<std::int32_t>(first.figures), after);
    }
    return std::nullopt;
}

bool Lexer::is_month_day(const Numeral& month, const Numeral& day) {
    return month.figures <= 2 && day.figures <= 2 && month.value >= 1 && month.value <= 12 && day.value >= 1 &&
           day.value <= 31;
}

}  // namespace denwaban::talk
