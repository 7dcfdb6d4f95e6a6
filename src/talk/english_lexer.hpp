#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "english.hpp"
#include "english_bounds.hpp"

namespace denwaban::talk {

[[nodiscard]] inline bool is_english_sign(char16_t c) {
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'\'' || c == u'’';
}
[[nodiscard]] inline bool is_figure_of(char16_t c) { return c >= u'0' && c <= u'9'; }

/// Turns a text into tokens, a word or a phrase at a time.
class EnglishLexer {
public:
    EnglishLexer(const Glyphs& glyphs, std::optional<GlyphRange> phone) : text_(glyphs.text), phone_(phone) {}
    [[nodiscard]] std::vector<Token> lex() &&;

private:
    struct Figure {
        int value;
        std::size_t end;
        bool ordinal = false;
        std::optional<int> minutes{};
    };
    void push(Word word, int value, std::size_t end, Cue cue = Cue::none);
    [[nodiscard]] std::u16string_view rest(std::size_t from) const;
    [[nodiscard]] std::size_t blanks(std::size_t from) const;
    [[nodiscard]] std::size_t word_end(std::size_t from) const;
    /// A word that stands whole from there on.
    [[nodiscard]] bool stands(std::size_t from, std::u16string_view word) const;
    [[nodiscard]] Word last(std::size_t back = 1) const;
    /// The word before, as it was said.
    [[nodiscard]] std::u16string_view said_before(std::size_t back = 1) const;
    [[nodiscard]] std::optional<Figure> figure_at(std::size_t from) const;
    [[nodiscard]] std::optional<Figure> in_figures(std::size_t from) const;
    [[nodiscard]] std::optional<Figure> in_words(std::size_t from) const;
    /// December twelfth, Saturday the twelfth; but the first one.
    [[nodiscard]] std::optional<Figure> day_in_words(std::size_t from) const;
    /// Minutes that are said before an hour.
    struct Lead {
        Word word;
        int minutes;
        std::size_t end;
        bool is_told;  ///< as minutes, or as a part of the hour
    };
    [[nodiscard]] std::optional<Lead> lead_here() const;
    /// Half past six, quarter to seven, twenty to eight, 10 minutes past 7.
    [[nodiscard]] bool past();
    /// At twenty to eight, but not two to four people, 5 to 7.
    [[nodiscard]] bool is_minutes_to(const Lead& lead, const Figure& hour) const;
    /// How many days from another.
    struct Away {
        int days;
        std::size_t end;
    };
    /// A week from, two days after, the day before.
    [[nodiscard]] std::optional<Away> away_here() const;
    /// This or next Friday, tomorrow: the words of a day that others are counted from.
    [[nodiscard]] std::optional<std::size_t> day_end(std::size_t at, std::vector<Token>& day) const;
    [[nodiscard]] static Token token_of(const Entry& entry, std::size_t at);
    /// A week from Friday, Friday week, the Friday after next: in the order of Japanese.
    [[nodiscard]] bool counted_day();
    void put_away(std::vector<Token> day, int days, std::size_t end);
    /// An hour later, two days earlier, push it back a week: a day or a time that is known, moved.
    [[nodiscard]] bool moved();
    /// Puts one token where a figure stands and one where what it counts does.
    void put_counted(Word word, const Figure& figure, std::size_t end);
    [[nodiscard]] bool is_length(std::size_t end) const;
    /// One of us is vegetarian: of those who are counted elsewhere.
    [[nodiscard]] bool is_of_some(const Figure& figure, std::u16string_view unit, std::size_t end) const;
    /// Two more people, one more: who comes besides.
    [[nodiscard]] bool is_added(std::size_t end) const;
    /// Between 6 and 8, from six to eight, 6-8 pm: a time to come, or to stay.
    [[nodiscard]] bool range(const Figure& first);
    void put_clock(const Figure& figure, std::size_t end);
    [[nodiscard]] bool figure();
    /// December 5th, the 5th of December, the 5th.
    [[nodiscard]] bool is_date(const Figure& figure);
    [[nodiscard]] bool is_hour(const Figure& figure, const Entry* unit) const;
    void put_hour(const Figure& figure);
    void push_about();
    /// 7ish, 19h.
    [[nodiscard]] bool is_hour_by_sign(const Figure& figure) const;
    /// For four, party of four, we are four.
    [[nodiscard]] bool counts_people() const;
    /// A baby, our toddler.
    [[nodiscard]] bool is_one_of_them(const Entry& entry) const;
    /// Not Friday, Saturday; moved from Friday to Saturday: what is taken back, in the order of Japanese.
    [[nodiscard]] bool takes_back() const;
    [[nodiscard]] static bool is_of_slot(Word word);
    [[nodiscard]] bool is_moved() const { return changes_ && is_of_slot(last()) && said_before(2) == u"from"; }
    void phrase();
    /// Not Friday, and no other day.
    void deny();
    /// Do you have … asks at its beginning, ありますか at its end.
    void ask();
    const std::u16string& text_;
    std::optional<GlyphRange> phone_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::optional<std::size_t> denied_{};  ///< the token that not stands before
    bool asks_ = false;
    bool changes_ = false;
};

}  // namespace denwaban::talk
