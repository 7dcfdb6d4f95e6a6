#include <algorithm>
#include <vector>

#include "parser.hpp"

namespace denwaban::formats::japanese {

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
    std::vector<Word> meant;
    if (weekday) meant = {Word::weekday, Word::topic};
    meant.insert(meant.end(), {Word::holiday, Word::in_case});
    if (opens || moves) meant.push_back(opens ? Word::open : Word::next_day);
    const auto first = opens || moves ? at - 1 : at;
    if (meant.size() > holiday + 1 - first) return;
    for (auto token = first; token <= holiday; ++token) {
        const auto part = token - first;
        tokens_[token].word = part < meant.size() ? meant[part] : Word::filler;
        tokens_[token].value = part == 0 && weekday ? weekday->value : 0;
    }
}

}  // namespace denwaban::formats::japanese
