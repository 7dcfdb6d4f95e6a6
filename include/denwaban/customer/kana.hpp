#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/utf8.hpp>

namespace denwaban {

namespace detail::kana {

/// U+FF66 to U+FF9D, halfwidth, as they are in full.
inline constexpr std::u32string_view halfwidth =
    U"ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
static_assert(halfwidth.size() == 0xFF9D - 0xFF66 + 1);
inline constexpr std::u32string_view small = U"ァィゥェォッャュョヮヵヶ";
inline constexpr std::u32string_view large = U"アイウエオツヤユヨワカケ";
inline constexpr std::u32string_view voiceable = U"カキクケコサシスセソタチツテトハヒフヘホ";

[[nodiscard]] constexpr bool ends_word(char32_t code) noexcept {
    const bool is_blank_or_control = code <= U' ' || code == U'\x7F' || code == U'　';
    return is_blank_or_control || code == U'・' || code == U'･' || code == U'=' || code == U'＝';
}

/// One way of writing for what is written in several: katakana for hiragana and halfwidth, large for small kana, a-z
/// for A-Z and fullwidth.
[[nodiscard]] constexpr char32_t plain(char32_t code) noexcept {
    if (code >= U'ぁ' && code <= U'ゖ') code += U'ァ' - U'ぁ';
    if (code >= U'ｦ' && code <= U'ﾝ') code = halfwidth[code - U'ｦ'];
    if (code >= U'！' && code <= U'～') code -= U'！' - U'!';
    if (code >= U'A' && code <= U'Z') code += U'a' - U'A';
    const auto place = small.find(code);
    return place == small.npos ? code : large[place];
}

/// A kana with the voiced or half-voiced mark that follows it; 0 where it takes none.
[[nodiscard]] constexpr char32_t voiced(char32_t kana, char32_t mark) noexcept {
    const bool is_half = mark == U'ﾟ' || mark == U'\u309A' || mark == U'゜';
    const bool is_mark = is_half || mark == U'ﾞ' || mark == U'\u3099' || mark == U'゛';
    if (!is_mark) return 0;
    if (is_half) return kana >= U'ハ' && kana <= U'ホ' && voiceable.find(kana) != voiceable.npos ? kana + 2 : 0;
    if (kana == U'ウ') return U'ヴ';
    return voiceable.find(kana) != voiceable.npos ? kana + 1 : 0;
}

}  // namespace detail::kana

/// The words of a name as one searches for them, whatever way they are written: 「やまだ　太郎」 and 「ﾔﾏﾀﾞ太郎」 are
/// ヤマダ, 太郎. Small kana count as large, because ledgers of old have none. Bytes that are no UTF-8 become U+FFFD.
/// Linear.
[[nodiscard]] inline std::vector<std::string> search_words(std::string_view name) {
    using namespace detail::kana;
    std::vector<std::string> words{{}};
    while (!name.empty()) {
        const auto [code, bytes] = first_character(name);
        name.remove_prefix(bytes);
        if (ends_word(code)) {
            if (!words.back().empty()) words.emplace_back();
            continue;
        }
        auto folded = plain(code);
        if (!name.empty()) {
            const auto mark = first_character(name);
            if (const auto both = voiced(folded, mark.code)) {
                folded = both;
                name.remove_prefix(mark.bytes);
            }
        }
        append_character(words.back(), folded);
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

/// The same as one word.
[[nodiscard]] inline std::string search_key(std::string_view name) {
    std::string key;
    for (const auto& word : search_words(name)) key += word;
    return key;
}

}  // namespace denwaban
