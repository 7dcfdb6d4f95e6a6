#include <algorithm>
#include <array>

#include "parser.hpp"

namespace denwaban::formats::japanese {

namespace {

/// What is asked, ordered or fetched at hours of its own.
constexpr auto something_else = std::to_array<std::string_view>({
    "予約",       "ご予約",   "問合せ",     "お問合せ",   "問い合わせ", "お問い合わせ",   "問合わせ",
    "お問合わせ", "問い合せ", "お問い合せ", "電話",       "お電話",     "ご予約のお電話", "コールセンター",
    "チケット",   "窓口",     "事務局",     "オードブル", "総合案内",   "ご注文",         "レイトチェックアウト",
});

/// What its name ends with.
constexpr auto its_endings = std::to_array<std::string_view>({
    "受付", "時間", "対応", "専用", "ダイヤル", "電話",   "番号",       "販売",   "窓口", "センター",
    "営業", "予約", "承り", "注文", "売場",     "売り場", "カウンター", "デスク", "用",
});

/// `words` without one of `beginnings` in front, if it begins with one.
template <std::size_t size>
[[nodiscard]] std::string_view without_any(std::string_view words,
                                           const std::array<std::string_view, size>& beginnings) {
    std::size_t longest = 0;
    for (const auto each : beginnings) {
        if (words.starts_with(each)) longest = std::max(longest, each.size());
    }
    return words.substr(longest);
}

[[nodiscard]] bool is_made_of_endings(std::string_view words) {
    while (!words.empty()) {
        const auto rest = without_any(words, its_endings);
        if (rest.size() == words.size()) return words == "は" || words == "の受付";
        words = rest;
    }
    return true;
}

/// What ends a name, or is said of it.
[[nodiscard]] bool adds_no_name(Word word) {
    return word == Word::colon || word == Word::topic || word == Word::time || word == Word::slash ||
           word == Word::separator || word == Word::weekday || word == Word::workdays || ends_chunk(word);
}

}  // namespace

/// お問合せ時間 13:00～17:00, 予約専用ダイヤル：9:00～18:00: hours of something else.
void ListingParser::join_names_of_something_else() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        const auto word = word_at(at);
        const bool may_be =
            word == Word::prose || word == Word::not_hours || word == Word::ask || word == Word::elsewhere;
        const bool begins = at == 0 || tokens_[at].spaced || ends_chunk(word_at(at - 1)) ||
                            word_at(at - 1) == Word::separator || word_at(at - 1) == Word::slash;
        if (!may_be || !begins) continue;
        auto end = at + 1;
        while (end < tokens_.size() && !tokens_[end].spaced && !adds_no_name(word_at(end))) ++end;
        const ByteRange bytes{tokens_[at].bytes.begin, tokens_[end - 1].bytes.end};
        const auto name = text_.substr(bytes.begin, bytes.end - bytes.begin);
        const auto rest =
            word == Word::elsewhere ? name.substr(words_of(at).size()) : without_any(name, something_else);
        const bool heads_the_text = at == 0 && word != Word::elsewhere && name.ends_with("時間");
        if (rest.size() == name.size() || !is_made_of_endings(rest) || heads_the_text) continue;
        if (word == Word::elsewhere && end == at + 1) continue;
        const auto time = beyond(end, {Word::colon, Word::topic, Word::of, Word::slash, Word::opening, Word::filler,
                                       Word::before_noon, Word::after_noon, Word::workdays, Word::weekday, Word::dash});
        if (time >= tokens_.size() || word_at(time) != Word::time) continue;
        tokens_[at].word = Word::elsewhere;
        tokens_[at].value = 0;
        tokens_[at].bytes = bytes;
        tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                      tokens_.begin() + static_cast<std::ptrdiff_t>(end));
    }
}

}  // namespace denwaban::formats::japanese
