#include "declined_offers.hpp"

#include <algorithm>

#include "clauses.hpp"
#include "traits.hpp"

namespace denwaban::talk {

namespace {

/// ちょっと遅すぎますねえ, その時間は早いな.
[[nodiscard]] bool finds_it_too(std::u16string_view text) {
    for (const std::u16string_view word : {u"遅", u"早", u"おそ", u"はや"}) {
        const auto at = text.find(word);
        if (at == text.npos) continue;
        const auto after = text.substr(at + word.size());
        if (after == u"い" || begins_with(Trait::too, after)) return true;
    }
    return false;
}

/// 9時は遅いけど、しょうがない、それで.
[[nodiscard]] bool takes_something(const Token& token) {
    return token.word == Word::with_that || token.word == Word::polite || token.word == Word::aside ||
           token.cue == Cue::hope || token.cue == Cue::make_it || kind_of(token);
}

[[nodiscard]] bool is_of_clock(Word word) {
    return word == Word::hour || word == Word::clock || word == Word::half || word == Word::minute;
}

/// もっと早い時間はないですか.
[[nodiscard]] bool ends_as_question(const Reading& reading) {
    const auto last = reading.back(reading.size(), {Word::stop, Word::filler});
    return last && (reading.word(*last) == Word::ka || reading.word(*last) == Word::question || reading.asks(*last));
}

}  // namespace

bool turns_down_offer(const Reading& reading, std::size_t at) {
    const auto& token = reading.tokens[at];
    return token.word == Word::no_word && token.value == 1 && reading.is_asked(Question::offer) &&
           at + 3 >= reading.size();
}

bool declines(const Reading& reading) {
    if (!reading.is_asked(Question::offer) || reading.size() == 0 || ends_as_question(reading)) return false;
    const auto behind = std::find_if(reading.tokens.rbegin(), reading.tokens.rend(), [](const Token& token) {
                            return is_of_clock(token.word);
                        }).base();
    if (behind == reading.tokens.end()) return false;
    const auto said = std::u16string_view{reading.glyphs.text}.substr(behind->begin);
    if (finds_it_too(said)) return true;
    return stands_in(Trait::declined, said) && std::none_of(behind, reading.tokens.end(), takes_something);
}

bool muses_over_offer(const Reading& reading) {
    if (!reading.is_asked(Question::offer)) return false;
    for (std::size_t at = 1; at < reading.size(); ++at) {
        if (reading.word(at) != Word::stop) continue;
        const auto clock = reading.back(at, {Word::ka, Word::copula, Word::filler, Word::ah, Word::there});
        if (clock && *clock + 1 < at && is_of_clock(reading.word(*clock))) return true;
    }
    return false;
}

}  // namespace denwaban::talk
