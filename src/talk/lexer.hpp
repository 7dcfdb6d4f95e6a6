#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "numerals.hpp"
#include "tokens.hpp"

namespace denwaban::talk {

[[nodiscard]] inline bool is_hiragana(char16_t c) { return c >= u'ぁ' && c <= u'ゖ'; }
[[nodiscard]] inline bool is_kanji(char16_t c) { return (c >= u'一' && c <= u'龯') || c == u'々'; }
[[nodiscard]] inline bool is_letter(char16_t c) { return c >= u'a' && c <= u'z'; }
[[nodiscard]] inline bool is_figure_sign(char16_t c) { return c >= u'0' && c <= u'9'; }

/// Turns a text into tokens: at each place the longest word, or a number with what it counts.
class Lexer {
public:
    Lexer(const Glyphs& glyphs, std::optional<GlyphRange> phone)
        : text_(glyphs.text), stretched_(glyphs.stretched), phone_(phone) {
        tokens_.reserve(text_.size());
    }
    [[nodiscard]] std::vector<Token> lex() &&;

private:
    [[nodiscard]] std::uint32_t at() const { return static_cast<std::uint32_t>(at_); }
    [[nodiscard]] std::u16string_view rest(std::size_t from) const { return std::u16string_view{text_}.substr(from); }
    /// Of two that are as long, a figure with what it counts is read, but for words such as 三が日.
    [[nodiscard]] static bool takes_figure(const Token& counted, const Token& word);
    /// Whether a word in kana may begin here: kana go on from what is no word, 近くじゃ.
    [[nodiscard]] bool is_border() const;
    /// Whether nothing but a greeting or a sigh was said.
    [[nodiscard]] bool is_opening() const;
    /// Whether what follows it belongs to it: 読ん, but not 、んー.
    [[nodiscard]] static bool is_tied(Word word);
    /// 金曜かどようび is no カード.
    [[nodiscard]] bool is_or_weekday() const;
    /// 飲み放題はいくら is no はい.
    [[nodiscard]] bool is_topic(const Entry& entry) const;
    /// 餃子, 親子.
    [[nodiscard]] bool is_kin_in_word(const Entry& entry) const;
    /// 朝日, 熱帯夜, but 夜七時.
    [[nodiscard]] bool is_part_in_word(const Entry& entry) const;
    /// だけさせて is no けさ, SIAM no am.
    [[nodiscard]] bool is_within_word(const Entry& entry) const;
    [[nodiscard]] std::optional<Token> word_here() const;
    /// 五人出予約, 金曜野夜, 土曜ん夜: で and の as a recogniser spells them, or a dialect says them.
    [[nodiscard]] std::optional<Token> misspelt_particle() const;
    /// A day in kana: behind a month or at a border, and no beginning of something longer.
    [[nodiscard]] bool is_day_here(const Token& token) const;
    [[nodiscard]] static bool is_clock_or_day(Word word);
    /// A number with what it counts, a date or a clock in figures, a number alone.
    [[nodiscard]] std::optional<Token> counted_here() const;
    /// よん, ろくです: between breaks, and not に or さん of something else.
    [[nodiscard]] bool is_said_alone(const Numeral& kana) const;
    /// し、7時: a number that breaks off, and is said anew.
    [[nodiscard]] bool is_stammer(std::u16string_view after) const;
    [[nodiscard]] std::optional<Token> with_counter(const Numeral& first) const;
    /// 一二月, 一二月二三日: a pair that is written by place, and not 二三日.
    [[nodiscard]] std::int32_t by_place(const Numeral& pair, const Entry& counter) const;
    /// 二明日 is no 二名.
    [[nodiscard]] bool is_misspelt(const Entry& counter, std::size_t end) const;
    /// 3日早めて, 2週間後ろに.
    [[nodiscard]] std::optional<Token> moved_here(const Numeral& count, std::size_t unit) const;
    /// 一日違い, 1日に3回: a day long, or each day.
    [[nodiscard]] bool is_of_a_day(std::size_t end) const;
    [[nodiscard]] Token counted(const Entry& counter, const Numeral& first, std::int32_t last, std::size_t end) const;
    /// 12/24, 2026-12-24, 19:30.
    [[nodiscard]] std::optional<Token> signs_here(const Numeral& first) const;
    [[nodiscard]] static bool is_month_day(const Numeral& month, const Numeral& day);
    void push(Token token);
    const std::u16string& text_;
    const std::vector<bool>& stretched_;
    std::optional<GlyphRange> phone_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
};

}  // namespace denwaban::talk
