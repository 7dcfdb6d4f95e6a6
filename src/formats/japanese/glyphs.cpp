#include "glyphs.hpp"

#include <algorithm>
#include <array>

#include <denwaban/core/detail/kana.hpp>
#include <denwaban/core/utf8.hpp>

namespace denwaban::formats::japanese {

namespace {

namespace kana = denwaban::detail::kana;

/// U+FF61 to U+FF65, halfwidth, as they are in full.
constexpr std::u32string_view half_width_signs = U"。「」、・";

struct Fold {
    char32_t from;
    char32_t to;
};
/// Ideographs that NFKC unifies, circled days, and look-alikes that listings use.
constexpr std::array folds = std::to_array<Fold>({
    {U'㈪', U'月'}, {U'㈫', U'火'}, {U'㈬', U'水'}, {U'㈭', U'木'}, {U'㈮', U'金'}, {U'㈯', U'土'}, {U'㈰', U'日'},
    {U'㊊', U'月'}, {U'㊋', U'火'}, {U'㊌', U'水'}, {U'㊍', U'木'}, {U'㊎', U'金'}, {U'㊏', U'土'}, {U'㊐', U'日'},
    {U'㊗', U'祝'}, {U'㊡', U'休'}, {U'⽉', U'月'}, {U'⽕', U'火'}, {U'⽔', U'水'}, {U'⽊', U'木'}, {U'⾦', U'金'},
    {U'⼟', U'土'}, {U'⽇', U'日'}, {U'․', U'.'},   {U'〇', U'○'},  {U'◯', U'○'},   {U'∶', U':'},   {U'︰', U':'},
    {U'‐', U'-'},   {U'‑', U'-'},   {U'‒', U'-'},   {U'–', U'-'},   {U'—', U'-'},   {U'―', U'-'},   {U'−', U'-'},
    {U'─', U'-'},   {U'〜', U'~'},  {U'∼', U'~'},   {U'˜', U'~'},   {U'•', U'・'},  {U'·', U'・'},  {U'∙', U'・'},
    {U'‧', U'・'},  {U'⋅', U'・'},
});

[[nodiscard]] bool is_arrow(char32_t code) {
    constexpr std::u32string_view arrows = U"▶▷►▸▹➤➔➜➙⇨";
    return arrows.find(code) != std::u32string_view::npos;
}
/// 🕐, 📍, ☕: what stands before a line to please the eye. Crosses, circles and signs with a word in them say something.
[[nodiscard]] bool is_pictograph(char32_t code) {
    constexpr std::u32string_view signs = U"✕✖✗✘❌❎⭕🚫💤🛌😴";
    if (signs.find(code) != std::u32string_view::npos) return false;
    return (code >= 0x1f300 && code <= 0x1faff) || (code >= 0x2702 && code <= 0x27be) ||
           (code >= 0x2600 && code <= 0x2604) || (code >= 0x260e && code <= 0x2620) ||
           (code >= 0x263a && code <= 0x26a9) || (code >= 0x26ac && code <= 0x26d3) ||
           (code >= 0x26d5 && code <= 0x26ff) || (code >= 0x23e9 && code <= 0x23fa);
}

/// Zero-width spaces and joiners, soft hyphens, variation selectors: nobody sees them, inside a time either.
[[nodiscard]] bool is_invisible(char32_t code) {
    return (code >= 0x200b && code <= 0x200f) || code == 0xad || code == 0x2060 || code == 0xfeff ||
           (code >= 0xfe00 && code <= 0xfe0f);
}

[[nodiscard]] char32_t folded(char32_t code) {
    if (code >= 0xff01 && code <= 0xff5e) code -= 0xff01 - U'!';
    if (code >= U'A' && code <= U'Z') return code + (U'a' - U'A');
    if (code < 0x80) return code == U'\t' || code == U'\r' ? U' ' : code;
    if (code == 0x3000 || code == 0xa0 || code == 0x202f || (code >= 0x2000 && code <= 0x200a)) return U' ';
    if (is_arrow(code)) return U'→';
    if (is_pictograph(code)) return U'■';
    if (code >= 0xff61 && code <= 0xff65) return half_width_signs[code - 0xff61];
    if (code >= U'ｦ' && code <= U'ﾝ') return kana::halfwidth[code - U'ｦ'];
    const auto* found =
        std::find_if(folds.begin(), folds.end(), [code](const Fold& fold) { return fold.from == code; });
    return found == folds.end() ? code : found->to;
}

[[nodiscard]] bool is_latin(char32_t code) { return code >= U'a' && code <= U'z'; }
[[nodiscard]] bool is_digit_or_o(char32_t code) { return (code >= U'0' && code <= U'9') || code == U'o'; }

/// 17:OO and 1O:00 are times.
void letters_to_digits(std::vector<Glyph>& glyphs) {
    for (std::size_t colon = 1; colon + 1 < glyphs.size(); ++colon) {
        if (glyphs[colon].code != U':') continue;
        auto first = colon, last = colon + 1;
        while (first > 0 && colon - first < 2 && is_digit_or_o(glyphs[first - 1].code)) --first;
        while (last < glyphs.size() && last - colon < 3 && is_digit_or_o(glyphs[last].code)) ++last;
        const bool word = (first > 0 && is_latin(glyphs[first - 1].code)) ||
                          (last < glyphs.size() && is_latin(glyphs[last].code)) || first == colon ||
                          last == colon + 1 || glyphs[first].code == U'o';
        for (auto at = first; at < last && !word; ++at) {
            if (glyphs[at].code == U'o') glyphs[at].code = U'0';
        }
    }
}

/// l1:00 and 1l:30; but not the l of L.O. and of last.
void small_l_to_one(std::vector<Glyph>& glyphs) {
    const auto code = [&](std::size_t at) { return at < glyphs.size() ? glyphs[at].code : U' '; };
    const auto is_digit = [](char32_t each) { return each >= U'0' && each <= U'9'; };
    for (std::size_t at = 0; at < glyphs.size(); ++at) {
        if (code(at) != U'l') continue;
        const auto before = at > 0 ? code(at - 1) : U' ', after = code(at + 1);
        const bool order = after == U'.' || after == U',' || after == U'・' || after == U' ';
        if (!is_latin(before) && !is_latin(after) && !order && (is_digit(before) || is_digit(after)))
            glyphs[at].code = U'1';
    }
}

/// 第①③火曜 are ordinals; ①11:00～12:30 ②13:00～ number what follows.
void circled_numbers(std::vector<Glyph>& glyphs) {
    const auto code = [&](std::size_t at) { return at < glyphs.size() ? glyphs[at].code : U' '; };
    for (std::size_t at = 0; at < glyphs.size(); ++at) {
        if (code(at) < U'①' || code(at) > U'⑳') continue;
        const auto next = code(at + 1) == U' ' ? code(at + 2) : code(at + 1);
        const bool heads = next >= U'0' && next <= U'9';
        glyphs[at].code = heads || code(at) > U'⑤' ? U'■' : U'1' + (code(at) - U'①');
    }
}

}  // namespace

std::vector<Glyph> fold(std::string_view text) {
    std::vector<Glyph> glyphs;
    glyphs.reserve(text.size() / 3 + 8);
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, bytes] = first_character(text.substr(at));
        Glyph glyph{code, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + bytes)};
        at = glyph.end;
        if (is_invisible(glyph.code)) {
            if (!glyphs.empty()) glyphs.back().end = glyph.end;
            continue;
        }
        const bool voice = glyph.code == U'ﾞ' || glyph.code == U'ﾟ';
        if (voice && !glyphs.empty()) {
            if (const auto whole = kana::voiced(glyphs.back().code, glyph.code)) glyphs.back().code = whole;
            glyphs.back().end = glyph.end;
            continue;
        }
        glyph.code = folded(glyph.code);
        glyphs.push_back(glyph);
    }
    circled_numbers(glyphs);
    small_l_to_one(glyphs);
    letters_to_digits(glyphs);
    return glyphs;
}

}  // namespace denwaban::formats::japanese
