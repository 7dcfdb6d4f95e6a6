#include <algorithm>
#include <array>

#include "names.hpp"

namespace denwaban::talk {

namespace {

/// Smith, to an offer, while nobody knows the name: a name and nothing else.
[[nodiscard]] bool is_all_said(const Reading& reading) {
    const auto* known = reading.hearing.known;
    const bool is_open = reading.is_asked(Question::offer) && known != nullptr && !known->name;
    constexpr std::size_t most = 2;
    if (!is_open || reading.size() == 0 || reading.size() > most) return false;
    const bool is_other = std::all_of(reading.tokens.begin(), reading.tokens.end(),
                                      [](const Token& token) { return token.word == Word::other; });
    const auto first = reading.said(reading.bytes({0, 1})).front();
    return is_other && first >= 'A' && first <= 'Z';
}

}  // namespace

std::optional<HeardName> english_name(const Reading& reading) {
    constexpr auto leads_in = std::to_array<std::u16string_view>(
        {u"my name is ", u"name is ", u"name's ", u"under the name of ", u"under the name ", u"in the name of ",
         u"this is ", u"under ", u"last name "});
    const std::u16string_view text{reading.glyphs.text};
    std::size_t begin = std::u16string_view::npos;
    for (const auto lead : leads_in) {
        const auto at = text.find(lead);
        if (at != std::u16string_view::npos && begin == std::u16string_view::npos) begin = at + lead.size();
    }
    const bool led = begin != std::u16string_view::npos;
    if (!led && !reading.is_asked(Question::name) && !is_all_said(reading)) return std::nullopt;
    std::optional<Stretch> words;
    for (std::size_t at = 0; at < reading.size(); ++at) {
        const bool before = led && reading.tokens[at].begin < begin;
        if (before) continue;
        if (reading.word(at) != Word::other) {
            if (words || led) break;
            continue;
        }
        words = Stretch{words ? words->first : at, at + 1};
    }
    if (!words || words->end - words->first > 3) return std::nullopt;
    const auto range = reading.bytes(*words);
    return HeardName{{{SpokenName{{}, reading.said(range)}}, range, Precision::exact, std::nullopt}};
}

}  // namespace denwaban::talk
