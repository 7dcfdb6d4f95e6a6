#include <algorithm>
#include <array>
#include <vector>

#include "parser.hpp"

namespace denwaban::formats::japanese {

namespace {

[[nodiscard]] bool names_english_days(Word word) {
    return word == Word::weekday || word == Word::weekend || word == Word::workdays || word == Word::holiday ||
           word == Word::holiday_eve;
}

}  // namespace

/// Says what stands from a token on in another order; its words keep the bytes of the whole.
void ListingParser::turn(std::size_t first, std::vector<Token> said) {
    const ByteRange whole{tokens_[first].bytes.begin, tokens_[first + said.size() - 1].bytes.end};
    for (auto& token : said) {
        token.bytes = whole;
        tokens_[first++] = token;
    }
}

/// Fridays, Saturdays & national holidays.
std::size_t ListingParser::beyond_english_days(std::size_t at) const {
    auto end = at;
    while (names_english_days(word_at(end)) || ((word_at(end) == Word::separator || word_at(end) == Word::dash) &&
                                                end > at && names_english_days(word_at(end + 1))))
        ++end;
    return std::min(end, tokens_.size());
}

/// Dec 29–Jan 3.
void ListingParser::join_english_dates() {
    constexpr auto names = std::to_array<std::string_view>(
        {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});
    for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
        const auto word = folded_words_of(at);
        const auto* name = std::find(names.begin(), names.end(), std::string_view{word}.substr(0, 3));
        const bool short_or_whole =
            word.size() == 3 || word.size() > 4 || word == "june" || word == "july" || word == "sept";
        // Dec. 29.
        const bool dotted = at + 2 < tokens_.size() && words_of(at + 1) == ".";
        const auto& day = tokens_[at + (dotted ? 2U : 1U)];
        if (word_at(at) != Word::prose || name == names.end() || !short_or_whole || day.word != Word::number ||
            day.value < 1 || day.value > 31)
            continue;
        auto& date = tokens_[at];
        date.word = Word::date;
        date.value = static_cast<int>(name - names.begin() + 1) * 100 + day.value;
        date.bytes.end = day.bytes.end;
        tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                      tokens_.begin() + static_cast<std::ptrdiff_t>(at) + (dotted ? 3 : 2));
    }
}

/// Last order 30 min. before closing.
void ListingParser::join_english_times_before_closing() {
    for (std::size_t at = 0; at + 2 < tokens_.size(); ++at) {
        const auto unit = folded_words_of(at + 1);
        const bool minutes = unit == "min" || unit == "mins" || unit == "minutes";
        if (word_at(at) != Word::number || !minutes) continue;
        const auto before = beyond(at + 2, {Word::separator});
        if (before >= tokens_.size() || !folded_words_of(before).starts_with("before")) continue;
        auto end = before + 1;
        if (end < tokens_.size() && folded_words_of(end).starts_with("clos")) ++end;
        if (end == before + 1 && folded_words_of(before).find("clos") == std::string::npos) continue;
        tokens_[at].word = Word::before_closing;
        for (auto token = at + 1; token < end; ++token) tokens_[token].word = Word::filler;
    }
}

/// 10:00–17:00, until 20:00 on Fridays: what English says last, Japanese says first.
void ListingParser::turn_english_ends() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        const auto word = folded_words_of(at);
        const bool after_hours = at > 0 && (word_at(at - 1) == Word::separator || word_at(at - 1) == Word::opening ||
                                            word_at(at - 1) == Word::stop);
        if (word_at(at) != Word::dash || (word != "until" && word != "till") || !after_hours) continue;
        const auto time = beyond(at + 1, {Word::time, Word::before_noon, Word::after_noon});
        const auto days = beyond(time, {Word::topic});
        const auto end = beyond_english_days(days);
        if (time == at + 1 || days == time || end == days) continue;
        std::vector<Token> said(tokens_.begin() + static_cast<std::ptrdiff_t>(days),
                                tokens_.begin() + static_cast<std::ptrdiff_t>(end));
        said.insert(said.end(), tokens_.begin() + static_cast<std::ptrdiff_t>(time),
                    tokens_.begin() + static_cast<std::ptrdiff_t>(days));
        said.insert(said.end(), tokens_.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                    tokens_.begin() + static_cast<std::ptrdiff_t>(time));
        said.push_back(tokens_[at]);
        said.back().word = Word::until;
        turn(at, std::move(said));
        at = end - 1;
    }
}

/// No lunch on Wednesdays, Lunch is closed on Wednesdays, Closed for lunch on Wednesdays: where the meal stands, and
/// the days that follow.
std::optional<ListingParser::EnglishMeal> ListingParser::english_meal_that_is_not_served(std::size_t at) const {
    const auto is_word = [&](std::size_t token, std::string_view word) {
        return token < tokens_.size() && folded_words_of(token) == word;
    };
    EnglishMeal said{at, at};
    if (word_at(at) == Word::prose && is_word(at, "no") && word_at(at + 1) == Word::service) {
        said.meal = at + 1;
        said.days = at + (is_word(at + 2, "service") ? 3U : 2U);
        if (word_at(said.days) != Word::topic) return std::nullopt;
    } else if (word_at(at) == Word::service) {
        const auto rest = at + (is_word(at + 1, "is") ? 2U : 1U);
        if (word_at(rest) != Word::rest || !(is_word(rest, "closed") || is_word(rest, "close"))) return std::nullopt;
        said.days = rest + 1;
    } else if (word_at(at) == Word::rest && is_word(at, "closed") && is_word(at + 1, "for") &&
               word_at(at + 2) == Word::service) {
        said.meal = at + 2;
        said.days = at + 3;
    } else {
        return std::nullopt;
    }
    said.days = beyond(said.days, {Word::topic});
    return said;
}

void ListingParser::turn_english_meals() {
    for (std::size_t at = 0; at + 2 < tokens_.size(); ++at) {
        const auto not_served = english_meal_that_is_not_served(at);
        if (!not_served) continue;
        const auto days = not_served->days;
        const auto end = beyond_english_days(days);
        // On a 祝日 weekdays may have lunch, or not.
        const bool plain = std::none_of(tokens_.begin() + static_cast<std::ptrdiff_t>(days),
                                        tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                                        [](const Token& token) { return token.word == Word::workdays; });
        if (end == days || !plain) continue;
        std::vector<Token> said(tokens_.begin() + static_cast<std::ptrdiff_t>(days),
                                tokens_.begin() + static_cast<std::ptrdiff_t>(end));
        said.push_back(tokens_[not_served->meal]);
        said.push_back(tokens_[at]);
        said.back().word = Word::rest;
        while (said.size() < end - at) {
            said.push_back(tokens_[at]);
            said.back().word = Word::filler;
        }
        turn(at, std::move(said));
        at = end - 1;
    }
}

/// 曜日 昼の部 夜の部 月 11:00～14:00 17:00～21:00 火 …: a table that lost its lines.
void ListingParser::break_table_of_one_line() {
    std::size_t head = 0;
    while (head + 2 < tokens_.size() &&
           !(word_at(head) == Word::service && word_at(head + 1) == Word::service && tokens_[head + 1].spaced &&
             names_english_days(word_at(head + 2)) && tokens_[head + 2].spaced))
        ++head;
    const bool own = head == 0 || !speaks_of_hours(word_at(head - 1));
    if (head + 2 >= tokens_.size() || !own ||
        std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) { return token.word == Word::newline; }))
        return;
    std::vector<Token> lines(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(head) + 2);
    for (auto at = head + 2; at < tokens_.size(); ++at) {
        if (names_english_days(word_at(at)) && tokens_[at].spaced) {
            lines.push_back({Word::newline});
            lines.back().bytes = {tokens_[at].bytes.begin, tokens_[at].bytes.begin};
        }
        lines.push_back(tokens_[at]);
    }
    tokens_ = std::move(lines);
}

/// Mondays (open if Monday is a national holiday), closed Tuesday if …: what English says last, Japanese says first.
void ListingParser::turn_english_conditions() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        const auto words = folded_words_of(at);
        if (tokens_[at].word == Word::prose && (words == "if" || words == "when")) turn_english_condition(at);
    }
}

/// [open] if [Monday is a] holiday becomes [月曜が] 祝日の場合 [営業].
void ListingParser::turn_english_condition(std::size_t at) {
    constexpr std::size_t longest = 8;
    std::optional<Token> weekday;
    auto holiday = at + 1;
    for (; holiday < tokens_.size() && holiday - at < longest; ++holiday) {
        const auto& token = tokens_[holiday];
        if (token.word == Word::holiday) break;
        if (token.word == Word::weekday && !weekday) {
            weekday = token;
            continue;
        }
        const bool small = token.word == Word::prose || token.word == Word::topic || token.word == Word::filler;
        if (!small || may_speak_of_hours(holiday)) return;
    }
    if (word_at(holiday) != Word::holiday || holiday >= tokens_.size() || holiday - at >= longest) return;
    const auto before = at > 0 ? word_at(at - 1) : Word::newline;
    const bool opens = before == Word::open || (before == Word::hours_heading && folded_words_of(at - 1) == "open");
    const bool moves = before == Word::next_day;
    // Monday (Tuesday if Monday is a holiday).
    const bool names = before == Word::weekday && weekday && at > 1 && word_at(at - 2) == Word::opening;
    const int named = names ? tokens_[at - 1].value : 0;
    std::vector<Word> meant;
    if (weekday) meant = {Word::weekday, Word::topic};
    meant.insert(meant.end(), {Word::holiday, Word::in_case});
    if (opens || moves) meant.push_back(opens ? Word::open : Word::next_day);
    if (names) meant.push_back(Word::weekday);
    const auto first = opens || moves || names ? at - 1 : at;
    if (meant.size() > holiday + 1 - first) return;
    for (auto token = first; token <= holiday; ++token) {
        const auto part = token - first;
        tokens_[token].word = part < meant.size() ? meant[part] : Word::filler;
        tokens_[token].value = part == 0 && weekday ? weekday->value : 0;
        if (names && part + 1 == meant.size()) tokens_[token].value = named;
    }
}

}  // namespace denwaban::formats::japanese
