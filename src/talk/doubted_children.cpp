#include "doubted_children.hpp"

#include <algorithm>
#include <string_view>

namespace denwaban::talk {

namespace {

/// わしとばあさんと、息子とその嫁の4人: of a row with the caller in it, which is counted.
[[nodiscard]] bool is_in_counted_row(const Reading& reading, std::size_t at) {
    bool with_me = false;
    for (auto before = at; before > 0 && at - before < Reading::reach; --before) {
        const auto& token = reading.tokens[before - 1];
        with_me = with_me || (token.word == Word::person && token.value == 1);
    }
    const auto end = reading.skip(
        at, {Word::person, Word::pair, Word::child, Word::infant, Word::to, Word::no, Word::stop, Word::other});
    return with_me && end < reading.size() && reading.word(end) == Word::people && reading.word(end - 1) == Word::no;
}

/// 家族5人で、娘がそばアレルギーです: one of those who were counted.
[[nodiscard]] bool is_of_food(const Reading& reading, std::size_t from) {
    const auto end = std::min(reading.size(), from + Reading::reach);
    for (auto at = from; at < end && reading.word(at) != Word::stop; ++at) {
        const auto word = reading.word(at);
        if (word == Word::allergy || word == Word::allergen || word == Word::cannot_eat) return true;
    }
    return false;
}

}  // namespace

bool leaves_children(const Reading& reading, const Party& party) {
    const auto* known = reading.hearing.known;
    if (party.adults == Covers{} && (known == nullptr || !known->party)) return true;
    // 大人3人、娘は卵がだめです may be four.
    const bool tells_adults = std::any_of(reading.tokens.begin(), reading.tokens.end(),
                                          [](const Token& token) { return token.word == Word::adult; });
    for (std::size_t at = 0; at < reading.size(); ++at) {
        const auto word = reading.word(at);
        const bool child = word == Word::child && party.children == Covers{} && party.infants == Covers{};
        const bool infant = word == Word::infant && party.infants == Covers{};
        if (!child && !infant) continue;
        const auto next = reading.skip(at + 1, {Word::wa, Word::mo, Word::ga});
        const auto after = reading.word(next);
        // 子どもを迎えに行くので
        const bool is_object = after == Word::wo && reading.word(next + 1) != Word::bringing;
        const auto rest = next < reading.size()
                              ? std::u16string_view{reading.glyphs.text}.substr(reading.tokens[next].begin)
                              : std::u16string_view{};
        const bool is_absent =
            rest.starts_with(u"いな") || rest.starts_with(u"いませ") || rest.starts_with(u"おりませ");
        const bool is_told = is_object || is_absent || (!tells_adults && is_of_food(reading, next)) ||
                             is_in_counted_row(reading, at) || after == Word::no || after == Word::including ||
                             after == Word::none_there || after == Word::rather || after == Word::no_word;
        if (!is_told) return true;
    }
    return false;
}

}  // namespace denwaban::talk
