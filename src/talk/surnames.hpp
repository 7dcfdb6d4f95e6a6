#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace denwaban::talk {

/// The readings, in hiragana, of a surname in kanji; none where it is not on the list.
[[nodiscard]] std::vector<std::u16string_view> readings_of_surname(std::u16string_view kanji);
/// How much of the beginning of a text is a surname of the list in kanji; 0 for none.
[[nodiscard]] std::size_t surname_in_kanji(std::u16string_view text);
/// The same for kana.
[[nodiscard]] std::size_t surname_in_kana(std::u16string_view text);
/// The reading of a given name in kanji; empty where it is not on the list.
[[nodiscard]] std::u16string_view reading_of_given_name(std::u16string_view kanji);

}  // namespace denwaban::talk
