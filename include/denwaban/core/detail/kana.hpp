#pragma once

#include <string_view>

/// What is common to whoever reads kana in one way of writing.
namespace denwaban::detail::kana {

/// U+FF66 to U+FF9D, halfwidth, as they are in full.
inline constexpr std::u32string_view halfwidth =
    U"ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
static_assert(halfwidth.size() == 0xFF9D - 0xFF66 + 1);
inline constexpr std::u32string_view voiceable = U"カキクケコサシスセソタチツテトハヒフヘホ";

/// A katakana with the voiced or half-voiced mark that follows it; 0 where it takes none.
[[nodiscard]] constexpr char32_t voiced(char32_t kana, char32_t mark) noexcept {
    const bool is_half = mark == U'ﾟ' || mark == U'\u309A' || mark == U'゜';
    const bool is_mark = is_half || mark == U'ﾞ' || mark == U'\u3099' || mark == U'゛';
    if (!is_mark) return 0;
    if (is_half) return kana >= U'ハ' && kana <= U'ホ' && voiceable.find(kana) != voiceable.npos ? kana + 2 : 0;
    if (kana == U'ウ') return U'ヴ';
    if (kana == U'ワ') return U'ヷ';
    return voiceable.find(kana) != voiceable.npos ? kana + 1 : 0;
}

}  // namespace denwaban::detail::kana
