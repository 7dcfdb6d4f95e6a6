#include "numerals.hpp"

#include <algorithm>

namespace denwaban::talk {

namespace {

struct KanaNumeral {
    std::u16string_view text;
    std::int32_t value;
};
/// The longer before what it begins with.
constexpr auto kana_numerals = std::to_array<KanaNumeral>({
    {u"じゅう", 10},  {u"じゅっ", 10}, {u"じっ", 10},   {u"ひゃく", 100}, {u"びゃく", 100}, {u"ぴゃく", 100},
    {u"ひゃっ", 100}, {u"せん", 1000}, {u"ぜん", 1000}, {u"まん", 10000}, {u"いち", 1},     {u"いっ", 1},
    {u"にい", 2},     {u"に", 2},      {u"さん", 3},    {u"よん", 4},     {u"よ", 4},       {u"しち", 7},
    {u"し", 4},       {u"ごお", 5},    {u"ご", 5},      {u"ろく", 6},     {u"ろっ", 6},     {u"なな", 7},
    {u"はち", 8},     {u"はっ", 8},    {u"きゅう", 9},  {u"きゅ", 9},     {u"く", 9},
});
constexpr std::u16string_view kanji_digits = u"〇一二三四五六七八九";

[[nodiscard]] std::int32_t kanji_value(char16_t c) {
    const auto digit = kanji_digits.find(c);
    if (digit != kanji_digits.npos) return static_cast<std::int32_t>(digit);
    return c == u'十' ? 10 : c == u'百' ? 100 : c == u'千' ? 1000 : c == u'万' ? 10000 : -1;
}

[[nodiscard]] bool is_digit(char16_t c) { return c >= u'0' && c <= u'9'; }

/// Adds up what numbers are said of: 二, 十, 五. Figures may stand before 千 and 万.
class Sum {
public:
    /// False where the part can't follow.
    [[nodiscard]] bool add(std::int32_t part) {
        if (part == 10000) {
            if (total_ >= 10000) return false;
            total_ = std::max(total_ + unit_, 1) * 10000;
            unit_ = 0;
            least_ = 10000;
            has_unit_ = false;
        } else if (part >= 10) {
            if (part >= least_) return false;
            total_ += std::max(has_unit_ ? unit_ : 1, 0) * part;
            unit_ = 0;
            least_ = part;
            has_unit_ = false;
        } else {
            if (has_unit_) return false;
            unit_ = part;
            has_unit_ = true;
        }
        return true;
    }
    /// After 万, thousands may follow anew.
    void begin_figures(std::int32_t value) {
        unit_ = value;
        has_unit_ = true;
    }
    [[nodiscard]] std::int32_t value() const { return total_ + unit_; }
    [[nodiscard]] bool ends_in_unit() const { return has_unit_; }
    [[nodiscard]] std::int32_t unit() const { return unit_; }

private:
    std::int32_t total_ = 0;
    std::int32_t unit_ = 0;
    std::int32_t least_ = 10000;
    bool has_unit_ = false;
};

void put(Numerals& found, Numeral one) {
    // The longest first; of more than four the shortest stay.
    if (found.count == found.all.size()) std::rotate(found.all.begin(), found.all.begin() + 1, found.all.end());
    if (found.count < found.all.size()) ++found.count;
    found.all[found.count - 1] = one;
}

void reverse(Numerals& found) {
    std::reverse(found.all.begin(), found.all.begin() + static_cast<std::ptrdiff_t>(found.count));
}

[[nodiscard]] Numerals figures_at(std::u16string_view text) {
    Numerals found;
    std::int32_t value = 0;
    std::size_t size = 0, figures = 0;
    while (size < text.size()) {
        const bool grouped = text[size] == u'、' && figures > 0 && figures <= 3 && size + 3 < text.size() &&
                             is_digit(text[size + 1]) && is_digit(text[size + 2]) && is_digit(text[size + 3]) &&
                             (size + 4 >= text.size() || !is_digit(text[size + 4]));
        if (grouped) {
            ++size;
            continue;
        }
        if (!is_digit(text[size])) break;
        if (figures < 9) value = value * 10 + (text[size] - u'0');
        ++size;
        ++figures;
    }
    if (figures > 9) {
        put(found, {-1, size, Script::figures, -1, figures});
        return found;
    }
    const auto plain = Numeral{value, size, Script::figures, value, figures};
    Sum sum;
    sum.begin_figures(value);
    auto end = size;
    for (; end < text.size(); ++end) {
        const auto part = kanji_value(text[end]);
        if (part < 100 && !(is_digit(text[end]) && !sum.ends_in_unit())) break;
        if (part < 100) {
            std::int32_t more = 0;
            const auto begin = end;
            while (end < text.size() && is_digit(text[end]) && end - begin < 4) more = more * 10 + (text[end++] - u'0');
            --end;
            sum.begin_figures(more);
        } else if (!sum.add(part)) {
            break;
        }
    }
    if (end > size)
        put(found, {sum.value(), end, Script::figures, sum.value(), figures});
    else
        put(found, plain);
    return found;
}

[[nodiscard]] Numerals kanji_at(std::u16string_view text) {
    Numerals found;
    Sum sum;
    bool positional = true;
    std::int32_t by_place = 0;
    std::size_t size = 0;
    for (; size < text.size() && size < 9; ++size) {
        const auto part = kanji_value(text[size]);
        if (part < 0) break;
        positional = positional && part < 10;
        const auto before = sum;
        if (sum.add(part)) {
            by_place = by_place * 10 + (part % 10);
            put(found, {sum.value(), size + 1, Script::kanji, sum.value(), 0});
        } else if (positional) {
            const bool is_pair = size == 1 && part == before.unit() + 1 && before.unit() > 0;
            by_place = by_place * 10 + part;
            put(found,
                {is_pair ? before.unit() : by_place, size + 1, Script::kanji, is_pair ? part : by_place, size + 1});
        } else if (part < 10 && before.ends_in_unit() && part == before.unit() + 1) {
            put(found, {before.value(), size + 1, Script::kanji, before.value() + 1, 0});
            ++size;
            break;
        } else {
            break;
        }
    }
    reverse(found);
    return found;
}

/// With which a number in kana can begin.
constexpr std::u16string_view numeral_kana = u"じひびぴせぜまいにさよしごろなはきくれお";

[[nodiscard]] const KanaNumeral* kana_part(std::u16string_view text) {
    if (text.empty() || numeral_kana.find(text.front()) == numeral_kana.npos) return nullptr;
    for (const auto& one : kana_numerals) {
        if (text.starts_with(one.text)) return &one;
    }
    return nullptr;
}

[[nodiscard]] Numerals kana_at(std::u16string_view text) {
    Numerals found;
    Sum sum;
    std::size_t size = 0;
    for (int parts = 0; parts < 8 && size < text.size(); ++parts) {
        const auto* part = kana_part(text.substr(size));
        if (part == nullptr) break;
        const auto before = sum;
        size += part->text.size();
        if (sum.add(part->value)) {
            put(found, {sum.value(), size, Script::kana, sum.value(), 0});
        } else {
            if (part->value < 10 && before.ends_in_unit() && part->value == before.unit() + 1) {
                put(found, {before.value(), size, Script::kana, before.value() + 1, 0});
            }
            break;
        }
    }
    reverse(found);
    return found;
}

struct DigitWord {
    std::u16string_view text;
    char digit;
};
constexpr auto digit_words = std::to_array<DigitWord>({
    {u"ぜろ", '0'},   {u"れい", '0'}, {u"まる", '0'}, {u"おお", '0'}, {u"いち", '1'}, {u"にい", '2'},
    {u"に", '2'},     {u"さん", '3'}, {u"よん", '4'}, {u"しち", '7'}, {u"しい", '4'}, {u"し", '4'},
    {u"ごお", '5'},   {u"ごう", '5'}, {u"ご", '5'},   {u"ろく", '6'}, {u"なな", '7'}, {u"はち", '8'},
    {u"きゅう", '9'}, {u"きゅ", '9'}, {u"く", '9'},   {u"よ", '4'},
});

}  // namespace

Numerals numerals_at(std::u16string_view text) {
    if (text.empty()) return {};
    const auto front = text.front();
    if (is_digit(front)) return figures_at(text);
    if (front >= u'ぁ' && front <= u'ゖ') return kana_at(text);
    if (front == u'〇' || kanji_value(front) >= 0) return kanji_at(text);
    return {};
}

namespace {

struct EnglishDigit {
    std::u16string_view text;
    char digit;
};
constexpr auto english_digits = std::to_array<EnglishDigit>({
    {u"zero", '0'},
    {u"oh", '0'},
    {u"o", '0'},
    {u"one", '1'},
    {u"two", '2'},
    {u"three", '3'},
    {u"four", '4'},
    {u"five", '5'},
    {u"six", '6'},
    {u"seven", '7'},
    {u"eight", '8'},
    {u"nine", '9'},
});

/// A whole word, with the blank behind it.
[[nodiscard]] std::optional<SpokenDigit> english_digit(std::u16string_view text) {
    for (const auto& word : english_digits) {
        if (word.text.front() != text.front() || !text.starts_with(word.text)) continue;
        const auto rest = text.substr(word.text.size());
        const bool is_whole = rest.empty() || rest.front() < u'a' || rest.front() > u'z';
        const std::size_t blank = rest.starts_with(u' ') ? 1 : 0;
        if (is_whole) return SpokenDigit{word.digit, word.text.size() + blank, Script::kana};
    }
    return std::nullopt;
}

}  // namespace

std::optional<SpokenDigit> digit_at(std::u16string_view text) {
    if (text.empty()) return std::nullopt;
    const auto front = text.front();
    if (is_digit(front)) return SpokenDigit{static_cast<char>('0' + (front - u'0')), 1, Script::figures};
    const auto kanji = kanji_digits.find(front);
    if (kanji != kanji_digits.npos)
        return SpokenDigit{static_cast<char>('0' + static_cast<int>(kanji)), 1, Script::kanji};
    if (front >= u'a' && front <= u'z') return english_digit(text);
    if (front < u'ぁ' || front > u'ゖ') return std::nullopt;
    if (numeral_kana.find(front) == numeral_kana.npos) return std::nullopt;
    // にいち is two and one.
    if (text.starts_with(u"にいち")) return SpokenDigit{'2', 1, Script::kana};
    for (const auto& word : digit_words) {
        if (word.text.front() == front && text.starts_with(word.text))
            return SpokenDigit{word.digit, word.text.size(), Script::kana};
    }
    return std::nullopt;
}

}  // namespace denwaban::talk
