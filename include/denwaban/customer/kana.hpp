#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace denwaban {

namespace detail::kana {

/// The next character, and how many bytes it takes; U+FFFD for a byte that is none.
struct Character {
    char32_t code;
    std::size_t bytes;
};

[[nodiscard]] constexpr Character next_character(std::string_view text) noexcept {
    const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(text[at]); };
    const auto first = byte(0);
    if (first < 0x80) return {first, 1};
    const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < bytes) return {0xFFFD, 1};
    char32_t code = first & (0xFFU >> (bytes + 1));
    for (std::size_t at = 1; at < bytes; ++at) {
        if ((byte(at) & 0xC0U) != 0x80) return {0xFFFD, 1};
        code = (code << 6U) | (byte(at) & 0x3FU);
    }
    return {code, bytes};
}

inline void append(std::string& text, char32_t code) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) return put(code);
    if (code < 0x800) {
        put(0xC0U | (code >> 6U));
    } else {
        if (code < 0x10000) {
            put(0xE0U | (code >> 12U));
        } else {
            put(0xF0U | (code >> 18U));
            put(0x80U | ((code >> 12U) & 0x3FU));
        }
        put(0x80U | ((code >> 6U) & 0x3FU));
    }
    put(0x80U | (code & 0x3FU));
}

/// U+FF66 to U+FF9D, halfwidth, as they are in full.
inline constexpr std::u32string_view halfwidth =
    U"ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
static_assert(halfwidth.size() == 0xFF9D - 0xFF66 + 1);
inline constexpr std::u32string_view small = U"ァィゥェォッャュョヮヵヶ";
inline constexpr std::u32string_view large = U"アイウエオツヤユヨワカケ";
inline constexpr std::u32string_view voiceable = U"カキクケコサシスセソタチツテトハヒフヘホ";

[[nodiscard]] constexpr bool ends_word(char32_t code) noexcept {
    return code == U' ' || code == U'　' || code == U'・' || code == U'･' || code == U'\t' || code == U'=' ||
           code == U'＝';
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
        const auto [code, bytes] = next_character(name);
        name.remove_prefix(bytes);
        if (ends_word(code)) {
            if (!words.back().empty()) words.emplace_back();
            continue;
        }
        auto folded = plain(code);
        if (!name.empty()) {
            const auto mark = next_character(name);
            if (const auto both = voiced(folded, mark.code)) {
                folded = both;
                name.remove_prefix(mark.bytes);
            }
        }
        append(words.back(), folded);
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
