#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dates.hpp"
#include "syntax.hpp"
#include "tokens.hpp"

namespace denwaban::formats::osm {

inline constexpr std::array<std::string_view, 7> weekday_words{"su", "mo", "tu", "we", "th", "fr", "sa"};
inline constexpr std::array<std::string_view, 12> month_words{"jan", "feb", "mar", "apr", "may", "jun",
                                                              "jul", "aug", "sep", "oct", "nov", "dec"};
inline constexpr std::array<std::string_view, 4> sun_words{"sunrise", "sunset", "dawn", "dusk"};
inline constexpr std::size_t max_rules_read = 200;

template <std::size_t N>
[[nodiscard]] std::optional<unsigned> place_of(const std::array<std::string_view, N>& words, const Token& token) {
    if (token.kind != TokenKind::word) return std::nullopt;
    const auto* found = std::find(words.begin(), words.end(), token.text);
    if (found == words.end()) return std::nullopt;
    return static_cast<unsigned>(found - words.begin());
}

/// Reads an opening_hours string by recursive descent: rules, their selectors, their times. A part that can't be read
/// is a finding, and its rule `unreadable`; reading goes on after it. Cost: O(tokens).
class Parser {
public:
    explicit Parser(std::string_view text) : text_(text), tokens_(tokens_of(text)) {}

    [[nodiscard]] Parsed run() &&;

private:
    [[nodiscard]] const Token* peek(std::size_t ahead = 0) const {
        return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
    }
    [[nodiscard]] bool is_sign(std::string_view sign, std::size_t ahead = 0) const {
        const auto* token = peek(ahead);
        return token != nullptr && token->kind == TokenKind::sign && token->text == sign;
    }
    [[nodiscard]] bool is_word(std::string_view word, std::size_t ahead = 0) const {
        const auto* token = peek(ahead);
        return token != nullptr && token->kind == TokenKind::word && token->text == word;
    }
    bool take_sign(std::string_view sign) {
        if (!is_sign(sign)) return false;
        ++at_;
        return true;
    }
    [[nodiscard]] std::optional<int> number(std::size_t ahead = 0) const {
        const auto* token = peek(ahead);
        if (token == nullptr || token->kind != TokenKind::number) return std::nullopt;
        return token->number;
    }
    template <std::size_t N>
    [[nodiscard]] std::optional<unsigned> word_of(const std::array<std::string_view, N>& words,
                                                  std::size_t ahead = 0) const {
        const auto* token = peek(ahead);
        return token == nullptr ? std::nullopt : place_of(words, *token);
    }

    void find(FindingKind kind, Weight weight, std::string message, std::size_t first, std::size_t last);
    void fail(std::string message, std::size_t first, std::size_t last) {
        find(FindingKind::malformed, Weight::loss, std::move(message), first, last);
        if (!parsed_.rules.empty()) parsed_.rules.back().unreadable = true;
    }
    void fail_days(std::string message, std::size_t first, std::size_t last) {
        fail(std::move(message), first, last);
        if (!parsed_.rules.empty()) parsed_.rules.back().days_unreadable = true;
    }
    void cannot_say(std::string message, std::size_t first) {
        find(FindingKind::not_expressible, Weight::loss, std::move(message), first, at_);
        current().unreadable = true;
    }
    void note(std::string message, std::size_t first) {
        find(FindingKind::assumption, Weight::note, std::move(message), first, at_);
    }
    [[nodiscard]] OsmRule& current() { return parsed_.rules.back(); }

    [[nodiscard]] Joint take_joint() {
        if (take_sign("||")) return Joint::falls_back;
        if (take_sign(",")) return Joint::adds;
        return Joint::overrides;
    }
    [[nodiscard]] bool at_end_of_rule() const {
        return at_ >= tokens_.size() || is_sign(";") || is_sign("||") || (is_sign(",") && !at_time(1));
    }

    /// The kinds of selectors, each of which a rule says once.
    enum class Kind : std::uint8_t { years, dates, weeks, weekdays, holidays };
    /// What a rule has said so far.
    struct Said {
        std::size_t start = 0;
        std::vector<When> alternatives{};                       ///< days that stood alone before a comma
        std::array<std::optional<std::size_t>, 5> selectors{};  ///< where each kind stands among the rule's
        bool always = false;                                    ///< 24/7
        bool spans = false;
        bool modifier = false;
        std::optional<std::size_t> comment{};

        [[nodiscard]] bool any_selector() const {
            return std::any_of(selectors.begin(), selectors.end(), [](const auto& place) { return place.has_value(); });
        }
        [[nodiscard]] bool anything_but_days() const { return always || spans || modifier || comment; }
    };

    void rule(Joint joint);
    void begin_rule(Joint joint);
    void end_rule();
    /// Takes the comma of PH,Jan 01-03 off, before which days stand that share what is said after it.
    [[nodiscard]] bool more_days();
    void join_alternatives();
    [[nodiscard]] bool part();
    void skip_rest();
    [[nodiscard]] std::optional<Kind> kind_ahead(std::size_t ahead = 0) const;
    /// A selector, of a rule of its own where the one before has come to its times already.
    void selector(Kind kind);
    void read(Kind kind);
    void always();
    void comment();
    void doubt(std::string message, std::size_t first) {
        find(FindingKind::malformed, Weight::doubt, std::move(message), first, at_);
    }

    [[nodiscard]] bool modifier();

    /// 2026, 2026-2028, 2020+, 2026-2036/2; before months they belong to the dates.
    [[nodiscard]] bool years();
    [[nodiscard]] bool years_failed(std::size_t start) { return failed_at("is no year that can be read", start); }

    void add_any(std::vector<When> any);

    struct MonthDay {
        std::optional<int> year;
        unsigned month;
        std::optional<unsigned> day;
    };
    [[nodiscard]] std::optional<MonthDay> monthday(std::optional<unsigned> month_before);

    /// Dec 24-Jan 03, Mar-Oct, Dec 24,31, 2026 May 01-10.
    [[nodiscard]] bool monthdays(std::optional<int> year = {});
    [[nodiscard]] bool goes_on_with_dates() const {
        if (number(1) && peek(1)->digits == 4) return word_of(month_words, 2).has_value();
        return word_of(month_words, 1) || is_day(1);
    }
    [[nodiscard]] bool dates_failed(std::size_t start) { return failed_at("are no dates that can be read", start); }
    /// Goes past one token at least, which is there, and never past what was not looked at.
    [[nodiscard]] bool failed_at(std::string message, std::size_t start) {
        if (at_ == start) ++at_;
        fail_days(std::move(message), start, at_);
        return true;
    }
    [[nodiscard]] bool is_day(std::size_t ahead) const {
        return number(ahead) && peek(ahead)->digits <= 2 && !at_time(ahead);
    }
    [[nodiscard]] bool goes_until_a_date(const MonthDay& first) const {
        if (!is_sign("-")) return false;
        if (number(1) && peek(1)->digits == 4) return word_of(month_words, 2).has_value();
        return word_of(month_words, 1) || (first.day && is_day(1));
    }
    /// The end of a range, in the year of its start or the one after; nothing if it comes before its start.
    [[nodiscard]] std::optional<MonthDay> end_of_dates(const MonthDay& first);
    [[nodiscard]] static std::optional<When> of_dates(const MonthDay& first, const MonthDay& last);

    [[nodiscard]] bool weeks();

    [[nodiscard]] std::optional<int> offset();

    /// Mo-Fr, Th[1,-1], PH, PH -1 day, in a list joined by commas.
    [[nodiscard]] bool days();
    [[nodiscard]] When holiday(std::size_t start);

    /// A plain range goes into `weekdays`; nth weekdays are a condition of their own.
    [[nodiscard]] std::optional<When> weekday(WeekdaySet& weekdays);
    [[nodiscard]] std::optional<When> nth_weekday(unsigned weekday, std::size_t start);

    [[nodiscard]] bool at_time(std::size_t ahead = 0) const {
        if (is_sign("(", ahead)) return word_of(sun_words, ahead + 1).has_value();
        if (word_of(sun_words, ahead)) return true;
        // In Dec 24: 10:00 the first : ends the date.
        const bool clock = number(ahead) && is_sign(":", ahead + 1) && number(ahead + 2);
        return clock && !(is_sign(":", ahead + 3) && number(ahead + 4));
    }

    void spans() {
        do {
            if (!span()) return;
        } while (is_sign(",") && at_time(1) && (++at_, true));
    }
    [[nodiscard]] bool span();
    /// Minutes since midnight; nothing of sunrise and the like, which is a finding.
    [[nodiscard]] std::optional<int> time();

    std::string_view text_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    Said said_;
    Parsed parsed_;
};

}  // namespace denwaban::formats::osm
