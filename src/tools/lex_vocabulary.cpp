#include "lex_vocabulary.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/talk/understand.hpp>

namespace denwaban::tools {

using denwaban::talk::Word;
using formats::Json;

namespace {

/// Words apart by blanks.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// Of kanji and katakana alone: 駐車場, キャンセル. What has hiragana may be a piece of a word.
[[nodiscard]] bool is_noun(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size(); at += 3, ++letters) {
        const auto lead = static_cast<unsigned char>(word[at]);
        if (lead < 0xE3 || lead > 0xE9 || at + 2 >= word.size()) return false;
        const auto code = ((lead & 0x0FU) << 12U) | ((static_cast<unsigned char>(word[at + 1]) & 0x3FU) << 6U) |
                          (static_cast<unsigned char>(word[at + 2]) & 0x3FU);
        const bool is_katakana = code >= 0x30A1 && code <= 0x30FC;
        const bool is_kanji = code >= 0x4E00 && code <= 0x9FFF;
        if (!is_katakana && !is_kanji) return false;
    }
    return letters > 1;
}

[[nodiscard]] std::optional<Intent> understood(std::string_view text) {
    static const auto calendar = HolidayCalendar::japan();
    const auto now = LocalTime{make_date(2026, 11, 24)} + std::chrono::hours{15};
    const auto meaning = understand(text, {now, calendar});
    return meaning.intents.empty() ? std::nullopt : std::optional{meaning.intents.front().intent};
}

}  // namespace

Json utterances_of(const SampledIntent& sampled, Language language) {
    auto all = Json::array();
    std::set<std::string_view> seen;
    const auto add = [&](std::string_view utterance) {
        if (seen.insert(utterance).second) all.push_back(Json{{"utterance", utterance}});
    };
    for (const auto utterance : language == Language::japanese ? sampled.japanese : sampled.english) add(utterance);
    if (language == Language::english) return all;
    for (const auto& row : denwaban::talk::wish_words()) {
        if (row.word != Word::cue) continue;
        for (const auto word : words_of(row.words)) {
            if (is_noun(word) && understood(word) == sampled.intent) add(word);
        }
    }
    return all;
}

Json japanese_values(Word word) {
    auto values = Json::array();
    std::set<std::string_view> seen;
    for (const auto& row : denwaban::talk::need_words()) {
        if (row.word != word) continue;
        auto synonyms = Json::array();
        std::string_view first;
        for (const auto one : words_of(row.words)) {
            if (!seen.insert(one).second) continue;
            if (first.empty()) {
                first = one;
            } else {
                synonyms.push_back(Json{{"value", one}});
            }
        }
        Json value{{"sampleValue", {{"value", first}}}};
        if (!synonyms.empty()) value["synonyms"] = std::move(synonyms);
        values.push_back(std::move(value));
    }
    return values;
}
}  // namespace denwaban::tools
