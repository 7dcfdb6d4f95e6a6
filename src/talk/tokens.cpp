#include "tokens.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "moves.hpp"
#include "numerals.hpp"

namespace denwaban::talk {

namespace {

using namespace std::string_view_literals;

[[nodiscard]] bool is_hiragana(char16_t c) { return c >= u'ぁ' && c <= u'ゖ'; }
[[nodiscard]] bool is_kanji(char16_t c) { return (c >= u'一' && c <= u'龯') || c == u'々'; }
[[nodiscard]] bool is_letter(char16_t c) { return c >= u'a' && c <= u'z'; }
[[nodiscard]] bool is_figure_sign(char16_t c) { return c >= u'0' && c <= u'9'; }

/// Days that are words themselves: ようか may be しようか, なのか a question.
[[nodiscard]] bool is_doubtful(const Token& token, std::u16string_view text) {
    return token.word == Word::day_of_month && is_hiragana(text[token.begin]);
}

class Lexer {
public:
    Lexer(const Glyphs& glyphs, std::optional<GlyphRange> phone)
        : text_(glyphs.text), stretched_(glyphs.stretched), phone_(phone) {
        tokens_.reserve(text_.size());
    }

    [[nodiscard]] std::vector<Token> lex() && {
        while (at_ < text_.size()) {
            if (phone_ && at_ == phone_->begin) {
                push({Word::phone, Cue::none, 0, 0, at(), static_cast<std::uint32_t>(phone_->end)});
                continue;
            }
            const auto word = word_here();
            auto counted = counted_here();
            if (counted && word && word->end >= counted->end && !takes_figure(*counted, *word)) counted.reset();
            if (counted) {
                push(*counted);
            } else if (word) {
                push(*word);
            } else {
                push({text_[at_] == u' ' ? Word::stop : Word::other, Cue::none, 0, 0, at(), at() + 1});
            }
        }
        return std::move(tokens_);
    }

private:
    [[nodiscard]] std::uint32_t at() const { return static_cast<std::uint32_t>(at_); }
    [[nodiscard]] std::u16string_view rest(std::size_t from) const { return std::u16string_view{text_}.substr(from); }

    /// Of two that are as long, a figure with what it counts is read, but for words such as 三が日.
    [[nodiscard]] static bool takes_figure(const Token& counted, const Token& word) {
        return word.end == counted.end && (word.word == Word::filler || word.word == Word::people);
    }

    /// Whether a word in kana may begin here: kana go on from what is no word, 近くじゃ.
    [[nodiscard]] bool is_border() const {
        if (at_ == 0 || tokens_.back().word != Word::other) return true;
        return !is_hiragana(text_[at_ - 1]) && !is_kanji(text_[at_ - 1]);
    }

    /// 飲み放題はいくら is no はい.
    [[nodiscard]] bool is_topic(const Entry& entry) const {
        if (entry.word != Word::yes && entry.cue != Cue::repeat) return false;
        if (!entry.text.starts_with(u"はい") || tokens_.empty()) return false;
        switch (tokens_.back().word) {
            case Word::stop:
            case Word::question:
            case Word::filler:
            case Word::ah:
            case Word::yes:
            case Word::copula:
            case Word::polite:
            case Word::cue:
                return false;
            default: {
                const auto after = rest(at_ + entry.text.size());
                return !after.empty() && longest_word(after.substr(0, 1)) == nullptr;
            }
        }
    }

    /// 餃子, 親子.
    [[nodiscard]] bool is_kin_in_word(const Entry& entry) const {
        if (entry.text.size() > 1 || !is_kanji(entry.text.front())) return false;
        if (entry.word != Word::child && entry.word != Word::adult && entry.word != Word::person) return false;
        return at_ > 0 && tokens_.back().word == Word::other && is_kanji(text_[at_ - 1]);
    }

    /// 朝日, 熱帯夜, but 夜七時.
    [[nodiscard]] bool is_part_in_word(const Entry& entry) const {
        if (entry.word != Word::part || entry.text.size() > 1 || !is_kanji(entry.text.front())) return false;
        if (at_ > 0 && tokens_.back().word == Word::other && is_kanji(text_[at_ - 1])) return true;
        const auto after = rest(at_ + 1);
        if (after.empty() || !is_kanji(after.front())) return false;
        return longest_word(after) == nullptr && numerals_at(after).count == 0;
    }

    /// だけさせて is no けさ, SIAM no am.
    [[nodiscard]] bool is_within_word(const Entry& entry) const {
        const auto end = at_ + entry.text.size();
        if (is_letter(entry.text.front())) {
            return (at_ > 0 && is_letter(text_[at_ - 1])) || (end < text_.size() && is_letter(text_[end]));
        }
        if (is_kin_in_word(entry) || is_part_in_word(entry)) return true;
        // 金曜はやめて
        if (entry.text == u"はやめ" && end < text_.size() && u"てたるよ"sv.find(text_[end]) != u""sv.npos) return true;
        if (entry.text == u"はやめ" && rest(end).starts_with(u"ます")) return true;
        // おうかがい
        if (entry.text == u"おう" && end < text_.size() && is_hiragana(text_[end])) return true;
        // マイケル
        if (entry.cue == Cue::vacancy && is_hiragana(entry.text.front())) return !is_border();
        // リンと申します
        if (entry.word == Word::filler && entry.text.front() == u'ん') return !is_border();
        switch (entry.word) {
            case Word::relative_day:
            case Word::relative_night:
            case Word::relative_morning:
            case Word::part:
            case Word::weekday:
            case Word::people:
                return is_hiragana(entry.text.front()) && is_hiragana(entry.text.back()) && !is_border();
            default:
                return false;
        }
    }

    [[nodiscard]] std::optional<Token> word_here() const {
        const auto* entry = longest_word(rest(at_));
        // 大晦日前の日曜 is no 前の日
        const bool is_of_day = entry != nullptr && (entry->word == Word::known_day || entry->word == Word::offset_day);
        if (is_of_day && entry->text.ends_with(u'日') && rest(at_ + entry->text.size()).starts_with(u'曜'))
            entry = longest_word(rest(at_).substr(0, entry->text.size() - 1));
        if (entry == nullptr || is_within_word(*entry)) return std::nullopt;
        // いやあ、先日は: a sigh that begins
        const bool is_sigh = entry->text == u"いや" && tokens_.empty() &&
                             (rest(at_).starts_with(u"いやあ") || rest(at_).starts_with(u"いやぁ"));
        if (is_sigh) return Token{Word::filler, Cue::none, 0, 0, at(), at() + 3};
        if (is_topic(*entry)) return Token{Word::wa, Cue::none, 0, 0, at(), at() + 1};
        const Token token{entry->word,  entry->cue, entry->value,
                          entry->value, at(),       at() + static_cast<std::uint32_t>(entry->text.size())};
        if (is_doubtful(token, text_) && !is_day_here(token)) return std::nullopt;
        if (token.word == Word::yes && token.end - token.begin <= 2 && stretched_[at_] && entry->text != u"はい") {
            return Token{Word::filler, Cue::none, 0, 0, token.begin, token.end};
        }
        if (token.word == Word::no_word && stretched_[token.end - 1] && token.end - token.begin == 2) {
            return Token{Word::filler, Cue::none, 0, 0, token.begin, token.end};
        }
        return token;
    }

    /// A day in kana: behind a month or at a border, and no beginning of something longer.
    [[nodiscard]] bool is_day_here(const Token& token) const {
        const bool behind_month =
            !tokens_.empty() && (tokens_.back().word == Word::month || tokens_.back().word == Word::month_of ||
                                 tokens_.back().word == Word::no || tokens_.back().word == Word::month_end);
        const bool behind_break = tokens_.empty() || tokens_.back().word == Word::stop ||
                                  tokens_.back().word == Word::filler || tokens_.back().word == Word::wa ||
                                  tokens_.back().word == Word::not_but || tokens_.back().word == Word::ah;
        if (!behind_month && !behind_break) return false;
        const auto after = rest(token.end);
        // いつか、行きたい
        const bool some_day = token.value == 5 && !after.empty() && (after.front() == u'、' || after.front() == u'も');
        if (some_day && !behind_month) return false;
        if (after.empty() || !is_hiragana(after.front())) return true;
        constexpr std::u16string_view may_follow = u"のにでがはとかをも";
        return behind_month || may_follow.find(after.front()) != may_follow.npos;
    }

    [[nodiscard]] static bool is_clock_or_day(Word word) {
        return word == Word::hour || word == Word::half || word == Word::minute || word == Word::weekday ||
               word == Word::day_of_month || word == Word::relative_day || word == Word::part;
    }

    /// A number with what it counts, a date or a clock in figures, a number alone.
    [[nodiscard]] std::optional<Token> counted_here() const {
        if (is_hiragana(text_[at_]) && !is_border()) return std::nullopt;
        const auto found = numerals_at(rest(at_));
        if (found.count == 0) return std::nullopt;
        const bool in_kana = found.all[0].script == Script::kana;
        if (found.all[0].script == Script::figures) {
            if (auto signs = signs_here(found.all[0])) return signs;
        }
        // じゅうはちじにさんめい
        const bool may_bind =
            in_kana && text_[at_] == u'に' && !tokens_.empty() && is_clock_or_day(tokens_.back().word);
        if (may_bind && found.all[0].last != found.all[0].value) return std::nullopt;
        // しちじにじゅうめい: 10 of them, or 20.
        if (may_bind && tokens_.back().word != Word::weekday && rest(at_ + 1).starts_with(u"じゅう"))
            return std::nullopt;
        for (std::size_t place = 0; place < found.count; ++place) {
            if (auto counted = with_counter(found.all[place])) return counted;
        }
        const auto& longest = found.all[0];
        if (in_kana && !is_said_alone(longest)) return std::nullopt;
        if (longest.script == Script::kanji && at_ > 0 && is_kanji(text_[at_ - 1])) return std::nullopt;
        return Token{Word::number, Cue::none, longest.value,
                     longest.last, at(),      at() + static_cast<std::uint32_t>(longest.size)};
    }

    /// よん, ろくです: between breaks, and not に or さん of something else.
    [[nodiscard]] bool is_said_alone(const Numeral& kana) const {
        const bool begins = tokens_.empty() || tokens_.back().word == Word::stop || tokens_.back().word == Word::filler;
        const auto after = rest(at_ + kana.size);
        if (!begins || (kana.size == 1 && !tokens_.empty())) return false;
        return after.empty() || after.front() == u'、' || after.front() == u'。' || after.starts_with(u"です") ||
               after.starts_with(u"でお願");
    }

    [[nodiscard]] std::optional<Token> with_counter(const Numeral& first) const {
        auto end = at_ + first.size;
        auto last = first.last;
        // 3、4人, 5~6人
        const auto gap = end < text_.size() ? text_[end] : u'\0';
        if ((gap == u'、' || gap == u'~' || gap == u'-' || gap == u'・' || gap == u' ') &&
            first.script != Script::kana) {
            const auto second = numerals_at(rest(end + 1));
            // 十四、五人 are fourteen or fifteen.
            const auto tens =
                first.value > 10 && second.count > 0 && second.all[0].value < 10 ? first.value / 10 * 10 : 0;
            const auto other = second.count > 0 ? tens + second.all[0].value : 0;
            const bool is_range = gap == u'~' || gap == u'-';
            const bool goes_on = is_range ? other > first.value : other == first.value + 1;
            if (goes_on && second.count > 0 && second.all[0].script == first.script) {
                const auto after = end + 1 + second.all[0].size;
                const auto* counter = longest_counter(rest(after));
                if (counter != nullptr && counter->word != Word::counted && other - first.value < 10) {
                    return counted(*counter, first, other, after);
                }
            }
        }
        while (end < text_.size() && text_[end] == u' ') ++end;
        if (first.value == last) {
            if (auto moved = moved_here(first, end)) return moved;
        }
        const auto* counter = longest_counter(rest(end));
        if (counter == nullptr) return std::nullopt;
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
        if (first.script == Script::kana && !is_hiragana(counter->text.front()) && first.size < 2) return std::nullopt;
        if (counter->word == Word::day_of_month && first.value == 1 && is_of_a_day(end + counter->text.size())) {
            return std::nullopt;
        }
        if (counter->text == u"じ" && end + 1 < text_.size()) {
            constexpr std::u16string_view no_hour = u"かつぶめっゃゅょ";
            const bool goes_on = no_hour.find(text_[end + 1]) != no_hour.npos;
            // しちじから, but しちじかん
            const bool binds = rest(end + 1).starts_with(u"って") || rest(end + 1).starts_with(u"から");
            if (goes_on && !binds) return std::nullopt;
        }
        return counted(*counter, first, last, end);
    }

    /// 3日早めて, 2週間後ろに.
    [[nodiscard]] std::optional<Token> moved_here(const Numeral& count, std::size_t unit) const {
        const auto move = move_in(rest(unit));
        constexpr std::int32_t most = 366;
        if (!move || count.value > most) return std::nullopt;
        const auto word = move->days == 0 ? Word::counted : Word::known_day;
        const auto days = move->days * count.value;
        return Token{word, Cue::none, days, days, at(), static_cast<std::uint32_t>(unit + move->unit)};
    }

    /// 一日違い, 1日に3回: a day long, or each day.
    [[nodiscard]] bool is_of_a_day(std::size_t end) const {
        const auto after = rest(end);
        if (after.empty() ||
            (!tokens_.empty() && (tokens_.back().word == Word::month || tokens_.back().word == Word::no)))
            return false;
        if (after.front() == u'に') {
            const auto often = numerals_at(after.substr(1));
            return often.count > 0 && after.substr(1 + often.all[0].size).starts_with(u'回');
        }
        const bool goes_on = is_kanji(after.front()) && longest_word(after) == nullptr && numerals_at(after).count == 0;
        return goes_on;
    }

    [[nodiscard]] Token counted(const Entry& counter, const Numeral& first, std::int32_t last, std::size_t end) const {
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

    /// 12/24, 2026-12-24, 19:30.
    [[nodiscard]] std::optional<Token> signs_here(const Numeral& first) const {
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

    [[nodiscard]] static bool is_month_day(const Numeral& month, const Numeral& day) {
        return month.figures <= 2 && day.figures <= 2 && month.value >= 1 && month.value <= 12 && day.value >= 1 &&
               day.value <= 31;
    }

    void push(Token token) {
        // 7時15分: the token of a word never takes less than a character.
        tokens_.push_back(token);
        at_ = std::max<std::size_t>(token.end, at_ + 1);
    }

    const std::u16string& text_;
    const std::vector<bool>& stretched_;
    std::optional<GlyphRange> phone_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<Token> tokens_of(const Glyphs& glyphs, std::optional<GlyphRange> phone) {
    return Lexer{glyphs, phone}.lex();
}

}  // namespace denwaban::talk
