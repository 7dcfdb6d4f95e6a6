#include <algorithm>

#include "parser.hpp"

namespace denwaban::formats::japanese {

/// 貸切営業のため, 改装につき, 都合により.
bool ListingParser::gives_a_reason(std::size_t token) const {
    const auto words = words_of(token);
    return words.ends_with("ため") || words.ends_with("ために") || words.ends_with("為") || words.ends_with("につき") ||
           words.ends_with("により") || words.ends_with("によりまして") || words.ends_with("都合で") ||
           words.ends_with("関係で") || words.ends_with("に伴い") || words.ends_with("にともない") ||
           words.ends_with("に伴って");
}

bool ListingParser::ends_a_reason(std::size_t token) const {
    return token < tokens_.size() && word_at(token) == Word::filler && gives_a_reason(token);
}

/// Whether a word may stand in a reason, and says nothing of days and hours there.
bool ListingParser::is_of_a_reason(std::size_t token) const {
    switch (word_at(token)) {
        case Word::prose:
            return !is_of_today_alone(token);
        case Word::of:
        case Word::filler:
        case Word::not_hours:
        case Word::pause:
        case Word::elsewhere:
        case Word::eat_in:
        case Word::varies:
        case Word::food:
        case Word::drink:
            return true;
        case Word::open:
            // 貸切営業のため.
            return token > 0 && is_of_a_reason(token - 1) && ends_a_reason(token + 1);
        case Word::holiday:
            // 11月23日（月）は祝日のため15:00より営業.
            return token > 1 && word_at(token - 1) == Word::topic &&
                   (word_at(token - 2) == Word::closing || word_at(token - 2) == Word::date ||
                    word_at(token - 2) == Word::month_day) &&
                   (ends_a_reason(token + 1) || (word_at(token - 2) != Word::month_day &&
                                                 word_at(token + 1) == Word::open && ends_a_reason(token + 2)));
        default:
            return false;
    }
}

namespace {

/// 11月20日（金）は, 11月20日（金）、, 11月20日（.
[[nodiscard]] bool may_be_followed_by_a_reason(const std::vector<Token>& tokens, std::size_t at) {
    const auto before = [&](std::size_t back) { return at >= back ? tokens[at - back].word : Word::newline; };
    const auto names_a_date = [](Word word) { return word == Word::date || word == Word::month_day; };
    switch (before(1)) {
        case Word::topic:
        case Word::closing:
        case Word::only:
        case Word::date:
        case Word::month_day:
            return true;
        case Word::opening:
            return names_a_date(before(2)) || (before(2) == Word::closing && before(3) == Word::weekday);
        case Word::separator:
        case Word::until:  // 9日から13日まで店内改装のため
            return names_a_date(before(2)) || before(2) == Word::closing;
        default:
            return false;
    }
}

}  // namespace

/// 11月20日（金）は[大学祭準備のため]14:00閉店: why it is so changes nothing of what is so.
void ListingParser::take_out_reasons() {
    std::vector<Token> left;
    left.reserve(tokens_.size());
    std::size_t begins = 0;  ///< in `left`, where a reason may begin
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        const bool of_reason = is_of_a_reason(at);
        left.push_back(tokens_[at]);
        if (!of_reason) {
            begins = left.size();
            continue;
        }
        // 棚卸のため11月30日（月）は15時閉店.
        const bool before_a_date = (begins == 0 || ends_chunk(left[begins - 1].word)) &&
                                   (word_at(at + 1) == Word::date || word_at(at + 1) == Word::month_day);
        const bool after_days = before_a_date || (begins > 0 && may_be_followed_by_a_reason(left, begins));
        if (!gives_a_reason(at) || !after_days || begins >= left.size()) continue;
        const auto next = word_at(at + 1);
        const bool ends = before_a_date || next == Word::separator || next == Word::time || next == Word::rest ||
                          next == Word::no_rest || next == Word::service || next == Word::to_the_last ||
                          next == Word::occasional || next == Word::before_noon || next == Word::after_noon ||
                          next == Word::workdays || next == Word::floor || next == Word::open ||
                          next == Word::every_day || (next == Word::closing && at + 1 < tokens_.size());
        if (!ends) continue;
        find(FindingKind::remark, Weight::note, "why it is so", {left[begins].bytes.begin, tokens_[at].bytes.end});
        left.resize(begins);
        const bool rests =
            next == Word::separator || next == Word::rest || next == Word::no_rest || next == Word::occasional;
        if (rests && !left.empty() && left.back().word == Word::separator) left.pop_back();
        // …のため、店舗はお休みします.
        while (word_at(at + 1) == Word::separator ||
               (word_at(at + 1) == Word::filler && words_of(at + 1).ends_with("は")))
            ++at;
    }
    tokens_ = std::move(left);
}

}  // namespace denwaban::formats::japanese
