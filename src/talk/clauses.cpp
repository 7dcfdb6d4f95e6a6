#include "clauses.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "lexer.hpp"
#include "surroundings.hpp"
#include "traits.hpp"

namespace denwaban::talk {

namespace {

using View = std::u16string_view;

/// 終わるから, だから; not 7時から, 明日から.
[[nodiscard]] bool is_because(const Reading& reading, std::size_t at) {
    constexpr View because = u"から", verbs = u"るいたすだんうくやねつむぶ";
    const auto said = View{reading.glyphs.text}.substr(0, reading.tokens[at].end);
    if (said.size() <= because.size() || !said.ends_with(because)) return false;
    const bool is_since = reading.word(at) == Word::kara && at > 0 && kind_of(reading.tokens[at - 1]);
    return !is_since && verbs.find(said[said.size() - because.size() - 1]) != View::npos;
}

/// The words that end a clause, by their last character: each token is looked at.
class Tails {
public:
    Tails() {
        put(Trait::because, Ending::reason);
        put(Trait::although, Ending::contrast);
        put(Trait::going_on, Ending::going_on);
    }
    /// The first that a text ends with.
    [[nodiscard]] Ending of(View said) const {
        const auto last = place(said.back());
        if (!last) return Ending::none;
        const auto& tails = by_last_.at(*last);
        const auto tail =
            std::find_if(tails.begin(), tails.end(), [&](const Tail& one) { return said.ends_with(one.words); });
        return tail != tails.end() ? tail->ending : Ending::none;
    }

private:
    struct Tail {
        View words;
        Ending ending;
    };
    static constexpr std::size_t kana = 256;
    [[nodiscard]] static std::optional<std::size_t> place(char16_t letter) {
        constexpr char16_t first = u'\u3000';
        if (letter < first || letter >= first + kana) return std::nullopt;
        return letter - first;
    }
    void put(Trait trait, Ending ending) {
        for (const auto& word : words_with(trait)) {
            if (const auto last = place(word.back())) by_last_.at(*last).push_back({word, ending});
        }
    }

    std::array<std::vector<Tail>, kana> by_last_;
};

/// 入って日曜; not 入ってて, 入ってください.
[[nodiscard]] bool goes_over(const Reading& reading, std::size_t at) {
    if (at + 1 >= reading.size() || at == 0) return false;
    if (reading.word(at) == Word::wa && !is_hiragana(reading.glyphs.text[reading.tokens[at].begin - 1])) return false;
    const auto& next = reading.tokens[at + 1];
    constexpr View telling = u"言聞思";
    if (telling.find(reading.glyphs.text[next.begin]) != View::npos) return false;
    return next.word == Word::stop || next.word == Word::filler || kind_of(next) ||
           !is_hiragana(reading.glyphs.text[next.begin]);
}

}  // namespace

std::optional<Kind> kind_of(const Token& token) {
    switch (token.word) {
        case Word::relative_day:
        case Word::week:
        case Word::month_of:
            return token.value < 0 ? std::nullopt : std::optional{Kind::day};
        case Word::relative_night:
        case Word::weekday:
        case Word::weekend:
        case Word::month:
        case Word::month_end:
        case Word::day_of_month:
        case Word::month_day:
        case Word::fixed_day:
        case Word::rule_day:
        case Word::holiday:
        case Word::holiday_name:
        case Word::ordinal:
            return Kind::day;
        case Word::hour:
        case Word::clock:
        case Word::noon:
        case Word::part:
        case Word::minute:
        case Word::half:
        case Word::sooner:
        case Word::later:
            return Kind::time;
        case Word::people:
        case Word::pair:
            return Kind::people;
        default:
            return std::nullopt;
    }
}

Ending ending_at(const Reading& reading, std::size_t at) {
    static const Tails tails;
    const auto& token = reading.tokens[at];
    if (token.word == Word::said) return Ending::contrast;
    const auto ending = tails.of(View{reading.glyphs.text}.substr(0, token.end));
    if (ending == Ending::reason || ending == Ending::contrast) return ending;
    if (ending == Ending::going_on && (token.word == Word::stop || goes_over(reading, at))) return ending;
    if (is_because(reading, at)) return Ending::reason;
    const bool is_noun = token.word == Word::de && at > 0 && is_content(reading, at - 1);
    return is_noun ? Ending::going_on : Ending::none;
}

}  // namespace denwaban::talk
