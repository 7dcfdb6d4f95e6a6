#include "repairs.hpp"

#include <optional>

namespace denwaban::talk {

namespace {

[[nodiscard]] bool is_pause(Word word) { return word == Word::stop || word == Word::filler || word == Word::ah; }

[[nodiscard]] bool sets_against(Word word) {
    switch (word) {
        case Word::no_word:
        case Word::not_but:
        case Word::mistaken:
        case Word::rather:
        case Word::sorry:
        case Word::either:
        case Word::ka:
            return true;
        default:
            return false;
    }
}

/// The most that is counted so; nothing for what no number alone stands for.
[[nodiscard]] std::optional<int> most_of(Word unit) {
    constexpr int days = 31, hours = 28, months = 12, people = 99;
    switch (unit) {
        case Word::day_of_month:
            return days;
        case Word::hour:
            return hours;
        case Word::month:
            return months;
        case Word::people:
            return people;
        default:
            return std::nullopt;
    }
}

/// The place behind what sets a number against another, where there is such a thing.
[[nodiscard]] std::optional<std::size_t> behind_repair(const std::vector<Token>& tokens, std::size_t at) {
    constexpr std::size_t far = 6;
    bool repairs = false;
    for (auto place = at; place < tokens.size() && place < at + far; ++place) {
        const auto word = tokens[place].word;
        repairs = repairs || sets_against(word);
        if (!sets_against(word) && !is_pause(word)) return repairs ? std::optional{place} : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

void share_units(std::vector<Token>& tokens) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        auto& token = tokens[at];
        if (token.word != Word::number || token.value < 1) continue;
        const auto other = behind_repair(tokens, at + 1);
        const auto most = other ? most_of(tokens[*other].word) : std::nullopt;
        if (most && token.value <= *most && token.last <= *most) token.word = tokens[*other].word;
    }
}

}  // namespace denwaban::talk
