#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "glyphs.hpp"
#include "lexer.hpp"

namespace denwaban::formats::japanese {

inline constexpr std::u32string_view bare_weekdays = U"日月火水木金土";

[[nodiscard]] inline bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }
[[nodiscard]] inline bool is_letter(char32_t code) { return code >= U'a' && code <= U'z'; }

/// Cuts a text into words.
class Lexer {
public:
    Lexer(std::string_view text, DottedNumbers dotted) : glyphs_(fold(text)), dotted_(dotted) {
        tokens_.reserve(glyphs_.size() / 2 + 4);
    }
    [[nodiscard]] std::vector<Token> run() &&;

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
    [[nodiscard]] Word word(std::size_t at) const { return at < tokens_.size() ? tokens_[at].word : Word::newline; }
    [[nodiscard]] static bool is_date(int month, int day) { return month >= 1 && month <= 12 && day >= 1 && day <= 31; }

    // lexer.cpp
    void push(Word word, std::size_t end, int value = 0, int year = 0);
    void step();
    [[nodiscard]] Match find(std::size_t at) const;
    [[nodiscard]] bool stands_alone(const Match& match) const;
    [[nodiscard]] bool goes_on_with_vocabulary(std::size_t at) const;
    [[nodiscard]] bool goes_on_to_a_day(std::size_t at) const;
    [[nodiscard]] bool starts_weekday_run(std::size_t at) const;
    [[nodiscard]] std::optional<Number> number(std::size_t at) const;
    void lex_number();
    [[nodiscard]] bool lex_price();
    [[nodiscard]] bool lex_telephone(const Number& n);
    void lex_prose();

    // lex_clocks.cpp
    [[nodiscard]] bool lex_ideographic_hour();
    [[nodiscard]] bool lex_arrow_as_dash();
    [[nodiscard]] bool at_dash(std::size_t at) const;
    [[nodiscard]] bool after_dash() const;
    [[nodiscard]] bool lex_long_vowel_as_dash();
    [[nodiscard]] bool at_clock(std::size_t at) const;
    [[nodiscard]] bool after_dates() const;
    [[nodiscard]] bool lex_clock(const Number& hour);
    [[nodiscard]] bool lex_latin_hour(const Number& hour);
    [[nodiscard]] bool lex_h(const Number& hour);
    [[nodiscard]] bool lex_odd_clock(const Number& hour);
    [[nodiscard]] bool lex_four_digits(const Number& n);
    [[nodiscard]] bool may_stand_before_an_end(Word word) const;
    void lex_hour(const Number& hour);

    // lex_days.cpp
    [[nodiscard]] bool lex_ordinal(std::size_t prefix);
    [[nodiscard]] bool lex_latin_ordinal(const Number& n);
    [[nodiscard]] bool lex_times_a_month();
    [[nodiscard]] std::size_t end_of_times_a_month(std::size_t start) const;
    [[nodiscard]] bool lex_weekday_of_two_letters();
    [[nodiscard]] std::optional<int> day_of_two_letters(std::size_t at) const;
    void lex_month(const Number& n);
    [[nodiscard]] bool goes_on_with_days(std::size_t at) const;
    void lex_month_day(const Number& n);
    [[nodiscard]] bool lex_slashed_date(const Number& n);
    bool lex_year_of_era();
    void lex_year(const Number& year);

    // lex_bare_hours.cpp
    void read_bare_hours();
    [[nodiscard]] static bool names_days(Word word);
    [[nodiscard]] bool follows_days(std::size_t at) const;
    [[nodiscard]] bool is_hour_of_half_day(std::size_t at) const;
    static void make_time(Token& hour);
    [[nodiscard]] static bool ends_span(Word word);

    std::vector<Glyph> glyphs_;
    DottedNumbers dotted_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    bool spaced_ = false;
    bool in_ordinals_ = false;
};

}  // namespace denwaban::formats::japanese
