#include "repairs.hpp"

#include <algorithm>

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

/// 予約してます、4人なんですけど5人に: at なんですけど, where a booking is spoken of.
[[nodiscard]] bool tells_new_count(const std::vector<Token>& tokens, std::size_t at) {
    constexpr std::uint32_t longest_plain = 3;
    const bool is_though = tokens[at].word == Word::copula && tokens[at].end - tokens[at].begin > longest_plain;
    if (!is_though || at == 0 || at + 2 >= tokens.size()) return false;
    const bool is_count = tokens[at - 1].word == Word::people && tokens[at + 1].word == Word::people;
    return is_count && tokens[at + 2].word == Word::ni &&
           std::any_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(at),
                       [](const Token& one) { return one.cue == Cue::booking || one.cue == Cue::have; });
}

/// 7時半を8時に, 4人を5人に, 19時からの予約を20時に: at を.
[[nodiscard]] bool puts_for(const std::vector<Token>& tokens, std::size_t to) {
    auto at = to;
    if (tokens[to].word == Word::wo) {
        const auto is_before = [&](auto&& is) { return at > 1 && is(tokens[at - 1]); };
        if (is_before([](const Token& one) { return one.cue == Cue::booking; })) --at;
        if (at < to && is_before([](const Token& one) { return one.word == Word::no; })) --at;
        if (at < to && is_before([](const Token& one) { return one.word == Word::kara; })) --at;
    }
    if (tokens[to].word != Word::wo || at == 0) return false;
    const auto word = [&](std::size_t place) { return place < tokens.size() ? tokens[place].word : Word::stop; };
    const auto is_minutes = [](Word one) { return one == Word::half || one == Word::minute; };
    const auto before = is_minutes(tokens[at - 1].word) && at > 1 ? tokens[at - 2].word : tokens[at - 1].word;
    const bool counts = before == Word::hour || before == Word::clock || before == Word::people ||
                        before == Word::weekday || before == Word::day_of_month || before == Word::month_day;
    const auto end = is_minutes(word(to + 2)) ? to + 3 : to + 2;
    const bool is_told = word(end) == Word::ni || (end < tokens.size() && tokens[end].cue == Cue::make_it);
    return counts && word(to + 1) == before && is_told;
}

}  // namespace

std::optional<std::size_t> changed_at(const std::vector<Token>& tokens) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (tokens[at].cue == Cue::change || puts_for(tokens, at) || tells_new_count(tokens, at)) return at;
    }
    return std::nullopt;
}

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
