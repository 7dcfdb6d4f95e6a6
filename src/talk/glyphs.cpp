#include "glyphs.hpp"

#include <array>

#include <denwaban/core/detail/kana.hpp>
#include <denwaban/core/utf8.hpp>

#include "english.hpp"

namespace denwaban::talk {

namespace {

namespace kana = denwaban::detail::kana;

struct SameSign {
    char32_t said;
    char16_t folded;
};
/// Signs that are written in several ways; 、 and 。 end what is said before them.
constexpr auto same_signs = std::to_array<SameSign>({
    {U'，', u'、'}, {U',', u'、'},  {U'､', u'、'},  {U'．', u'.'},  {U'｡', u'。'},  {U'！', u'。'}, {U'!', u'。'},
    {U'？', u'?'},  {U'：', u':'},  {U'∶', u':'},   {U'／', u'/'},  {U'‐', u'-'},   {U'‑', u'-'},   {U'–', u'-'},
    {U'—', u'-'},   {U'−', u'-'},   {U'－', u'-'},  {U'─', u'-'},   {U'〜', u'~'},  {U'～', u'~'},  {U'…', u'、'},
    {U'・', u'・'}, {U'･', u'・'},  {U'「', u'、'}, {U'」', u'、'}, {U'『', u'、'}, {U'』', u'、'}, {U'(', u'、'},
    {U')', u'、'},  {U'（', u'、'}, {U'）', u'、'}, {U'’', u'\''},  {U'\n', u'。'}, {U'\r', u'。'}, {U'臺', u'台'},
    {U'參', u'三'}, {U'○', u'〇'},  {U'◯', u'〇'},  {U'零', u'〇'}, {U'々', u'々'},
});

[[nodiscard]] bool is_blank(char32_t code) {
    return code <= 0x20 || code == 0x7F || code == 0xA0 || code == 0x3000 || (code >= 0x2000 && code <= 0x200F) ||
           code == 0xFEFF || (code >= 0xFE00 && code <= 0xFE0F) || code == 0x202F || code == 0x205F;
}

/// 0xFFFF for what is not written down at all.
[[nodiscard]] char16_t folded(char32_t code) {
    if (code >= U'ぁ' && code <= U'ゖ') return static_cast<char16_t>(code);
    if (code >= U'ｦ' && code <= U'ﾝ') code = kana::halfwidth[code - U'ｦ'];
    if (code >= U'ァ' && code <= U'ヶ') return static_cast<char16_t>(code - U'ァ' + U'ぁ');
    if (code >= U'０' && code <= U'９') return static_cast<char16_t>(code - U'０' + U'0');
    if (code >= U'Ａ' && code <= U'Ｚ') return static_cast<char16_t>(code - U'Ａ' + U'a');
    if (code >= U'ａ' && code <= U'ｚ') return static_cast<char16_t>(code - U'ａ' + U'a');
    if (code >= U'A' && code <= U'Z') return static_cast<char16_t>(code - U'A' + U'a');
    if (code >= U'0' && code <= U'9') return static_cast<char16_t>(code);
    if (code >= U'一' && code <= U'龯' && code != U'參' && code != U'臺' && code != U'零')
        return static_cast<char16_t>(code);
    if (code == U'、' || code == U'。' || code == U'ー') return static_cast<char16_t>(code);
    for (const auto& sign : same_signs) {
        if (sign.said == code) return sign.folded;
    }
    return code > 0xFFFE ? u'□' : static_cast<char16_t>(code);
}

[[nodiscard]] bool is_figure(char16_t c) { return (c >= u'0' && c <= u'9'); }

/// か behind which ﾞ or a combining mark stands.
[[nodiscard]] char16_t voiced(char16_t hiragana, char32_t mark) {
    const auto katakana = kana::voiced(hiragana - U'ぁ' + U'ァ', mark);
    return katakana != 0 && katakana <= U'ヶ' ? folded(katakana) : hiragana;
}

[[nodiscard]] bool is_voicing(char32_t code) {
    return code == U'ﾞ' || code == U'ﾟ' || code == U'\u3099' || code == U'\u309A' || code == U'゛' || code == U'゜';
}

/// え-と, スト-ブ: a hyphen within kana is the sign that looks like it.
[[nodiscard]] bool is_drawn_out(std::u16string_view before, char16_t glyph, std::string_view after) {
    const auto is_kana = [](char16_t c) { return c >= u'ぁ' && c <= u'ゖ'; };
    if (glyph != u'-' || before.empty() || after.empty() || !is_kana(before.back())) return false;
    return is_kana(folded(first_character(after).code));
}

/// 1 2 月 5 日: figures that stand alone, where what they count does too, are one number.
class SpacedFigures {
public:
    /// Before a character, and the blank that it may stand behind, is put down.
    void note(Glyphs& glyphs, char16_t glyph, bool blank) {
        const bool behind_figure = !glyphs.text.empty() && is_figure(glyphs.text.back());
        if (!is_figure(glyph)) {
            if (blank && count_ > 1 && !may_be_either(glyphs, glyph)) join(glyphs);
            count_ = 0;
            parted_ = parted_ || blank;
        } else if (!behind_figure) {
            begin_ = glyphs.text.size(), count_ = 1;
        } else {
            count_ = blank && count_ > 0 ? count_ + 1 : 0;
        }
    }

private:
    /// 3 4 人, where nothing else is parted.
    [[nodiscard]] bool may_be_either(const Glyphs& glyphs, char16_t counter) const {
        const bool counts_people = counter == u'人' || counter == u'名';
        return counts_people && count_ == 2 && !parted_ && glyphs.text[begin_ + 2] == glyphs.text[begin_] + 1;
    }
    void join(Glyphs& glyphs) const {
        for (std::size_t figure = 1; figure < count_; ++figure) {
            glyphs.text[begin_ + figure] = glyphs.text[begin_ + 2 * figure];
            glyphs.bytes[begin_ + figure] = glyphs.bytes[begin_ + 2 * figure];
            glyphs.stretched[begin_ + figure] = glyphs.stretched[begin_ + 2 * figure];
        }
        glyphs.text.resize(begin_ + count_);
        glyphs.bytes.resize(begin_ + count_);
        glyphs.stretched.resize(begin_ + count_);
    }

    bool parted_ = false;  ///< whether what is no figure is
    std::size_t begin_ = 0;
    std::size_t count_ = 0;  ///< of figures that stand alone, one behind the other
};

}  // namespace

Glyphs fold(std::string_view utf8) {
    Glyphs glyphs;
    const auto most = utf8.size() / 2 + 4;
    glyphs.text.reserve(most);
    glyphs.bytes.reserve(most);
    glyphs.stretched.reserve(most);
    const bool apart = is_english(utf8);
    bool blank = false;
    SpacedFigures spaced;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto [code, bytes] = first_character(utf8.substr(at));
        const ByteRange range{at, at + bytes};
        at += bytes;
        if (is_blank(code) && code != U'\n' && code != U'\r') {
            blank = true;
            continue;
        }
        const auto glyph = folded(code);
        if (glyph == u'ー' || code == U'ｰ' || is_drawn_out(glyphs.text, glyph, utf8.substr(at))) {
            if (!glyphs.text.empty()) glyphs.stretched.back() = true;
            continue;
        }
        if (is_voicing(code)) {
            if (!glyphs.text.empty()) glyphs.text.back() = voiced(glyphs.text.back(), code);
            if (!glyphs.bytes.empty()) glyphs.bytes.back().end = range.end;
            continue;
        }
        if (!apart) spaced.note(glyphs, glyph, blank);
        if (blank && !glyphs.text.empty() && (apart || (is_figure(glyphs.text.back()) && is_figure(glyph)))) {
            glyphs.text += u' ';
            glyphs.bytes.push_back({range.begin, range.begin});
            glyphs.stretched.push_back(false);
        }
        blank = false;
        glyphs.text += glyph;
        glyphs.bytes.push_back(range);
        glyphs.stretched.push_back(false);
    }
    return glyphs;
}

}  // namespace denwaban::talk
