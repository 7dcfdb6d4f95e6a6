#include "name_words.hpp"

#include <denwaban/core/utf8.hpp>

#include "surnames.hpp"
#include "traits.hpp"

namespace denwaban::talk {

bool is_surname(std::u16string_view name) {
    return !name.empty() && (surname_in_kanji(name) == name.size() || surname_in_kana(name) == name.size());
}

std::u16string_view without_ending(std::u16string_view name) {
    if (is_surname(name)) return name;
    for (const auto& ending : words_with(Trait::last_name_ending)) {
        if (!name.ends_with(ending)) continue;
        const auto before = name.substr(0, name.size() - ending.size());
        if (is_surname(before)) return before;
    }
    return name;
}

std::string katakana(std::u16string_view kana) {
    std::string text;
    for (const auto c : kana) {
        append_character(text, is_kana(c) ? static_cast<char32_t>(c) + (U'ァ' - U'ぁ') : static_cast<char32_t>(c));
    }
    return text;
}

}  // namespace denwaban::talk
