#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/detail/kana.hpp>
#include <denwaban/core/utf8.hpp>
#include <denwaban/customer/detail/character_spellings.hpp>
#include <denwaban/customer/detail/character_variants.hpp>

namespace denwaban {

namespace detail::kana {

inline constexpr std::u32string_view small = U"ァィゥェォッャュョヮヵヶ";
inline constexpr std::u32string_view large = U"アイウエオツヤユヨワカケ";
/// ヷ and its like, and what else they are written as: ヴ and these.
inline constexpr std::u32string_view voiced_w = U"ヷヸヹヺ";
inline constexpr std::u32string_view behind_v = U"アイエオ";
/// What separates words and is no blank: dots, commas, slashes, brackets, and companies' signs.
inline constexpr std::u32string_view separators =
    U"・･·•=＝,，、､./．／。｡()（）[]［］「」『』｢｣<>〈〉\"'’“”&＆+*#:;|~〜～!?㈱㈲㈳㈶㊑㊒㍿";

struct CharacterRange {
    char32_t first;
    char32_t last;
};
[[nodiscard]] constexpr bool is_in(char32_t code, const auto& ranges) noexcept {
    return std::ranges::any_of(ranges, [code](auto range) { return range.first <= code && code <= range.last; });
}

/// Blanks and controls.
inline constexpr std::array<CharacterRange, 8> blanks{{
    {0, 0x20},
    {0x7F, 0xA0},
    {0x1680, 0x1680},
    {0x2000, 0x200A},
    {0x2028, 0x2029},
    {0x202F, 0x202F},
    {0x205F, 0x205F},
    {0x3000, 0x3000},
}};
/// Each a word of its own.
inline constexpr std::array<CharacterRange, 2> pictures{{{0x2600, 0x27BF}, {0x1F000, 0x1FAFF}}};
/// Signs that stand by themselves: ①, Ⅷ, ㌔. Others are letters of a word: ﬁ, ℌ, ².
inline constexpr std::array<CharacterRange, 4> signs{{
    {0x2114, 0x2122},
    {0x2150, 0x33FF},
    {0x1F100, 0x1F12F},
    {0x1F14A, 0x1F2FF},
}};
/// What shows nothing of its own: joiners, marks of direction, variation selectors, accents that stand by themselves.
inline constexpr std::array<CharacterRange, 9> unseen{{
    {0xAD, 0xAD},
    {0x300, 0x36F},
    {0x180B, 0x180E},
    {0x200B, 0x200F},
    {0x202A, 0x202E},
    {0x2060, 0x206F},
    {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF},
    {0xE0000, 0xE01EF},
}};

[[nodiscard]] constexpr bool ends_word(char32_t code) noexcept {
    return separators.find(code) != separators.npos || is_in(code, blanks);
}

/// Letters and figures in the styles of mathematics, which people choose for their looks: 𝓨 is y, 𝟏 is 1.
[[nodiscard]] constexpr char32_t without_style(char32_t code) noexcept {
    if (code >= 0x1D400 && code <= 0x1D6A3) return U'a' + (code - 0x1D400) % 26;
    if (code >= 0x1D7CE && code <= 0x1D7FF) return U'0' + (code - 0x1D7CE) % 10;
    return code;
}

/// One way of writing for what is written in several: katakana for hiragana and halfwidth, large for small kana, a-z
/// for A-Z and fullwidth, the common form of a kanji, ノ for 之.
[[nodiscard]] constexpr char32_t plain(char32_t code) noexcept {
    if (code >= U'ぁ' && code <= U'ゖ') code += U'ァ' - U'ぁ';
    if (code >= U'ｦ' && code <= U'ﾝ') code = halfwidth[code - U'ｦ'];
    if (code >= U'！' && code <= U'～') code -= U'！' - U'!';
    if (code >= U'A' && code <= U'Z') code += U'a' - U'A';
    if (code == U'之') return U'ノ';
    code = without_style(code);
    const auto place = small.find(code);
    return place == small.npos ? common_form(code) : large[place];
}

/// What a mark of repetition repeats: ゝ the kana before it, ゞ the same voiced, 々 the kanji; 0 where it is none.
[[nodiscard]] constexpr char32_t repeated(char32_t mark, char32_t before) noexcept {
    if (mark == U'々' || mark == U'〻') return before;
    const bool once = mark == U'ゝ' || mark == U'ヽ';
    if (before == 0 || (!once && mark != U'ゞ' && mark != U'ヾ')) return 0;
    const bool is_voiced = voiceable.find(before) == voiceable.npos && voiceable.find(before - 1) != voiceable.npos;
    const auto bare = is_voiced ? before - 1 : before;
    const auto both = once ? char32_t{0} : voiced(bare, U'゛');
    return both != 0 ? both : bare;
}

/// Forms of companies, which stand before a name, or behind it, or are left out.
inline constexpr auto company_forms = std::to_array<std::string_view>({
    "株式会社",
    "有限会社",
    "合同会社",
    "合資会社",
    "合名会社",
    "一般社団法人",
    "一般財団法人",
    "医療法人",
    "学校法人",
});

/// Without a company's form; as it is where nothing else is left.
[[nodiscard]] inline std::string_view without_company_form(std::string_view word) noexcept {
    for (const auto form : company_forms) {
        if (word.size() <= form.size()) continue;
        if (word.starts_with(form)) return word.substr(form.size());
        if (word.ends_with(form)) return word.substr(0, word.size() - form.size());
    }
    return word;
}

/// Bytes of 株 or 有 that a bracket closes, behind one that was opened.
[[nodiscard]] constexpr std::size_t bracketed_form(std::string_view text) noexcept {
    for (const std::string_view form : {"株)", "株）", "有)", "有）"}) {
        if (text.starts_with(form)) return form.size();
    }
    return 0;
}

/// Puts characters of a name together as words.
class WordFolder {
public:
    void take(char32_t code, std::string_view& rest) {
        if (is_in(code, unseen)) return;
        if (code == U'(' || code == U'（') rest.remove_prefix(bracketed_form(rest));
        if (ends_word(code)) return end_word();
        if (const auto text = spelling_of(code); !text.empty()) return spell(code, text);
        const auto again = repeated(code, last_);
        auto folded = again != 0 ? again : plain(code);
        if (is_in(code, pictures)) {
            end_word();
            put(folded);
            return end_word();
        }
        if (!rest.empty()) {
            const auto mark = first_character(rest);
            if (const auto both = voiced(folded, mark.code)) {
                folded = both;
                rest.remove_prefix(mark.bytes);
            }
        }
        put(folded);
    }
    [[nodiscard]] std::vector<std::string> words() && {
        end_word();
        if (words_.size() > 1) std::erase_if(words_, is_company_form);
        return std::move(words_);
    }

private:
    [[nodiscard]] static bool is_company_form(const std::string& word) {
        return std::ranges::find(company_forms, word) != company_forms.end();
    }
    void spell(char32_t sign, std::string_view text) {
        const bool stands_alone = is_in(sign, signs);
        if (stands_alone) end_word();
        while (!text.empty()) {
            const auto [code, bytes] = first_character(text);
            text.remove_prefix(bytes);
            take(code, text);
        }
        if (stands_alone) end_word();
    }
    void put(char32_t folded) {
        if (const auto place = voiced_w.find(folded); place != voiced_w.npos) {
            append_character(word_, U'ヴ');
            folded = behind_v[place];
        }
        append_character(word_, folded);
        last_ = folded;
    }
    void end_word() {
        if (!word_.empty()) words_.emplace_back(without_company_form(word_));
        word_.clear();
        last_ = 0;
    }

    std::vector<std::string> words_;
    std::string word_;
    char32_t last_ = 0;
};

}  // namespace detail::kana

/// The words of a name as one searches for them, whatever way they are written: 「やまだ　太郎」 and 「ﾔﾏﾀﾞ太郎」 are
/// ヤマダ, 太郎; 髙島 is 高島, 渡邉 is 渡辺, 佐々木 is 佐佐木, ㈱山田 and 株式会社山田 are 山田. Small kana count as
/// large, because ledgers of old have none; ① is 1, Ⅷ VIII, ß ss. Bytes that are no UTF-8 become U+FFFD. Linear.
[[nodiscard]] inline std::vector<std::string> search_words(std::string_view name) {
    detail::kana::WordFolder folder;
    while (!name.empty()) {
        const auto [code, bytes] = first_character(name);
        name.remove_prefix(bytes);
        folder.take(code, name);
    }
    return std::move(folder).words();
}

/// The same as one word.
[[nodiscard]] inline std::string search_key(std::string_view name) {
    std::string key;
    for (const auto& word : search_words(name)) key += word;
    return key;
}

}  // namespace denwaban
