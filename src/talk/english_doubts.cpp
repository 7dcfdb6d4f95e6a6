#include "english_doubts.hpp"

#include <algorithm>
#include <array>

namespace denwaban::talk {

bool may_be_hour(const Reading& reading, Stretch count) {
    const auto before = std::u16string_view{reading.glyphs.text}.substr(0, reading.tokens[count.first].begin);
    const bool is_bare = count.end == count.first + 1 && reading.folded(count).find(u' ') == std::u16string_view::npos;
    const bool is_clocked = std::any_of(reading.tokens.begin(), reading.tokens.end(), [](const Token& token) {
        return token.word == Word::hour || token.word == Word::clock;
    });
    return is_bare && !is_clocked && (before.ends_with(u"booking for ") || before.ends_with(u"reservation for "));
}

bool leaves_number(const Reading& reading) {
    constexpr auto guesses = std::to_array<std::u16string_view>({u"maybe ", u"or ", u"perhaps ", u"possibly ", u"be "});
    return std::any_of(reading.tokens.begin(), reading.tokens.end(), [&](const Token& token) {
        const auto before = std::u16string_view{reading.glyphs.text}.substr(0, token.begin);
        return token.word == Word::number &&
               std::any_of(guesses.begin(), guesses.end(), [&](auto word) { return before.ends_with(word); });
    });
}

bool is_when_they_leave(const Reading& reading, Stretch time) {
    const auto before = std::u16string_view{reading.glyphs.text}.substr(0, reading.tokens[time.first].begin);
    constexpr auto goes =
        std::to_array<std::u16string_view>({u"leave", u"leaving", u"out by", u"finish", u"done by", u"go home"});
    constexpr std::size_t far = 20;
    const auto near = before.substr(before.size() > far ? before.size() - far : 0);
    return std::any_of(goes.begin(), goes.end(), [&](auto word) { return near.find(word) != near.npos; });
}

}  // namespace denwaban::talk
