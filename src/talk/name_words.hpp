#pragma once

#include <string>
#include <string_view>

namespace denwaban::talk {

[[nodiscard]] inline bool is_kana(char16_t c) { return c >= u'ぁ' && c <= u'ゖ'; }
[[nodiscard]] inline bool is_name_kanji(char16_t c) {
    return (c >= u'一' && c <= u'龯') || c == u'々' || c == u'ヶ' || c == u'ケ';
}

/// A surname that stands whole in the list.
[[nodiscard]] bool is_surname(std::u16string_view name);
/// 山本 of 山本や; a name that ends so by itself stays.
[[nodiscard]] std::u16string_view without_ending(std::u16string_view name);
/// A name as it is told.
[[nodiscard]] std::string katakana(std::u16string_view kana);

}  // namespace denwaban::talk
