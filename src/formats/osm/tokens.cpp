#include "tokens.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace denwaban::formats::osm {

namespace {

[[nodiscard]] bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
[[nodiscard]] bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Dashes as people type them.
constexpr std::array<std::string_view, 3> dashes{"–", "—", "−"};

struct JapaneseDay {
    std::string_view character;
    std::string_view word;
};
constexpr std::array<JapaneseDay, 8> japanese_days{
    {{"月", "mo"}, {"火", "tu"}, {"水", "we"}, {"木", "th"}, {"金", "fr"}, {"土", "sa"}, {"日", "su"}, {"祝", "ph"}}};

/// 月, 月曜, 月曜日; 祝, 祝日: the word that they stand for, and where they end.
[[nodiscard]] std::optional<std::pair<std::string_view, std::size_t>> japanese_day(std::string_view text,
                                                                                   std::size_t at) {
    const auto* const day = std::find_if(japanese_days.begin(), japanese_days.end(), [&](const JapaneseDay& each) {
        return text.substr(at).starts_with(each.character);
    });
    if (day == japanese_days.end()) return std::nullopt;
    auto end = at + day->character.size();
    for (const std::string_view suffix : {"曜日", "曜", "日"}) {
        const bool of_weekday = suffix != "日";
        if (of_weekday == (day->word == "ph") || !text.substr(end).starts_with(suffix)) continue;
        end += suffix.size();
        break;
    }
    return std::pair{day->word, end};
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    bool spaced = false;
    for (std::size_t at = 0; at < text.size();) {
        if (is_blank(text[at])) {
            spaced = true;
            ++at;
            continue;
        }
        Token token{TokenKind::sign, {}, 0, 0, {at, at + 1}, std::exchange(spaced, false)};
        auto end = at + 1;
        if (is_letter(text[at])) {
            token.kind = TokenKind::word;
            while (end < text.size() && is_letter(text[end])) ++end;
            token.text = text.substr(at, end - at);
            for (auto& c : token.text) c = static_cast<char>(c | 0x20);
        } else if (is_digit(text[at])) {
            token.kind = TokenKind::number;
            while (end < text.size() && is_digit(text[end]) && end - at < 6) ++end;
            for (auto i = at; i < end; ++i) token.number = token.number * 10 + (text[i] - '0');
            token.digits = end - at;
        } else if (text[at] == '"') {
            const auto close = text.find('"', at + 1);
            token.kind = close == std::string_view::npos ? TokenKind::invalid : TokenKind::comment;
            end = close == std::string_view::npos ? text.size() : close + 1;
            token.text = text.substr(at + 1, end - at - 2);
        } else if (text.substr(at, 2) == "||") {
            token.text = "||";
            end = at + 2;
        } else if (const auto* dash = std::find_if(dashes.begin(), dashes.end(),
                                                   [&](std::string_view each) { return text.substr(at, 3) == each; });
                   dash != dashes.end()) {
            token.text = "-";
            end = at + 3;
        } else if (const auto day = japanese_day(text, at)) {
            token.kind = TokenKind::word;
            token.text = day->first;
            end = day->second;
        } else {
            token.text = text[at];
            if (static_cast<unsigned char>(text[at]) >= 0x80) token.kind = TokenKind::invalid;
        }
        token.bytes.end = end;
        tokens.push_back(std::move(token));
        at = end;
    }
    return tokens;
}

}  // namespace denwaban::formats::osm
