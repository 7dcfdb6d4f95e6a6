#include "name_reader.hpp"

#include <algorithm>
#include <array>

#include "surnames.hpp"
#include "traits.hpp"

namespace denwaban::talk {

bool NameReader::is_joint(std::size_t at) const {
    constexpr std::u16string_view joints = u"のつけゖ";
    if (at == 0 || at + 1 >= text_.size() || joints.find(text_[at]) == std::u16string_view::npos) return false;
    const auto bytes = reading_.glyphs.bytes[at];
    const auto first = static_cast<unsigned char>(reading_.utf8[bytes.begin + 1]);
    constexpr unsigned char katakana_from = 0x83;  // E3 83 83 and behind: ッ to ヶ, of which の has E3 81
    const bool is_katakana = first >= katakana_from || reading_.utf8.substr(bytes.begin).starts_with("ケ");
    return is_katakana && is_name_kanji(text_[at - 1]) && is_name_kanji(text_[at + 1]);
}

bool NameReader::is_in_kanji(std::u16string_view name, std::size_t begin) const {
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (!is_name_kanji(name[at]) && !is_joint(begin + at)) return false;
    }
    return true;
}

std::vector<SpokenName> NameReader::joined(std::u16string_view name, std::size_t begin) const {
    std::u16string plain;
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (!is_joint(begin + at)) plain += name[at];
    }
    std::vector<SpokenName> names;
    const auto written = raw(begin, begin + name.size());
    if (plain.size() < name.size() && surname_in_kanji(plain) == plain.size()) {
        for (const auto& kana : readings_of_surname(plain)) {
            if (kana.find(u'の') != std::u16string_view::npos) names.push_back({katakana(kana), written});
        }
    }
    if (names.empty()) names.push_back({{}, written});
    return names;
}

bool NameReader::is_of_booking(std::size_t begin, std::size_t end) const {
    const auto token = token_from(begin);
    if (token == reading_.tokens.end() || token->begin != begin) return false;
    // もちろんです, そうです
    if (token->word == Word::yes && token->end >= end && !is_surname(text_.substr(begin, end - begin))) return true;
    if (token->end != end) return false;
    switch (token->word) {
        case Word::people:
        case Word::hour:
        case Word::weekday:
        case Word::day_of_month:
        case Word::month:
        case Word::relative_day:
        case Word::age:
        case Word::yen:
        case Word::counted:
        case Word::number:
            return true;
        default:
            return false;
    }
}

std::optional<HeardName> NameReader::explained(std::u16string_view name, std::size_t begin) {
    constexpr std::u16string_view joins = u"のではが";
    for (auto at = name.size(); at-- > 1;) {
        const auto rest = name.substr(at);
        if (joins.find(name[at - 1]) == joins.npos) continue;
        if (surname_in_kanji(rest) == rest.size()) return in_kanji(rest, rest.size(), begin + at);
        if (surname_in_kana(rest) == rest.size()) return one(rest, begin + at);
    }
    return std::nullopt;
}

std::optional<HeardName> NameReader::resolve(std::u16string_view name, std::size_t begin, bool ended) {
    const bool is_drawn_out = name.size() == 1 && reading_.glyphs.stretched[begin] && is_katakana(begin);
    const bool is_none = is_one(Trait::no_name_in_kanji, name);
    if (is_none || is_of_booking(begin, begin + name.size())) return std::nullopt;
    if (name.size() < 2 && surname_in_kanji(name) == 0 && !is_drawn_out) return std::nullopt;
    const auto kana = surname_in_kana(name);
    if (std::all_of(name.begin(), name.end(), is_kana)) {
        const bool known = kana > 0 && (kana == name.size() || name.size() - kana <= 5);
        const auto others = words_with(Trait::no_name);
        const bool may_be =
            ended && name.size() <= 10 &&
            std::none_of(others.begin(), others.end(), [&](const auto& word) { return name.find(word) != name.npos; });
        if (known && (ended || kana == name.size() || name[kana] == u'の' || kana + 2 <= name.size())) {
            const bool explains = kana < name.size() && name[kana] == u'の';
            return one(explains ? name.substr(0, kana) : name, begin);
        }
        if (may_be) return one(name, begin);
        return std::nullopt;
    }
    if (kana > 0 && kana < name.size() && name[kana] == u'の') return one(name.substr(0, kana), begin);
    const auto kanji = surname_in_kanji(name);
    if (kanji > 0 && !(kanji < name.size() && is_joint(begin + kanji))) return in_kanji(name, kanji, begin);
    if (!is_in_kanji(name, begin) || !ended || name.size() > 6) return std::nullopt;
    return heard(joined(name, begin), begin, begin + name.size());
}

std::optional<HeardName> NameReader::in_kanji(std::u16string_view name, std::size_t size, std::size_t begin) {
    const auto given = name.substr(size);
    const bool explains = !given.empty() && (given.front() == u'の' || given.front() == u'、');
    std::u16string more;
    bool known = true;
    auto end = begin + size;
    if (!given.empty() && !explains) {
        if (std::all_of(given.begin(), given.end(), is_kana)) {
            more = given;
        } else if (const auto reading = reading_of_given_name(given); !reading.empty()) {
            more = reading;
        } else if (std::all_of(given.begin(), given.end(), is_name_kanji) && given.size() <= 3) {
            known = false;
        } else {
            return std::nullopt;
        }
        end += given.size();
    }
    std::vector<SpokenName> names;
    const auto written = raw(begin, end);
    if (!known) return heard({SpokenName{{}, written}}, begin, end);
    for (const auto& reading : readings_of_surname(name.substr(0, size))) {
        names.push_back({katakana(std::u16string{reading} + more), written});
    }
    return heard(std::move(names), begin, end);
}

std::string NameReader::raw(std::size_t begin, std::size_t end) const {
    return reading_.said({reading_.glyphs.bytes[begin].begin, reading_.glyphs.bytes[end - 1].end});
}

std::optional<HeardName> NameReader::one(std::u16string_view kana, std::size_t begin) const {
    return heard({SpokenName{sound(kana, begin), raw(begin, begin + kana.size())}}, begin, begin + kana.size());
}

std::string NameReader::sound(std::u16string_view kana, std::size_t begin) const {
    std::string text;
    for (std::size_t at = 0; at < kana.size(); ++at) {
        text += katakana(kana.substr(at, 1));
        if (reading_.glyphs.stretched[begin + at] && is_katakana(begin + at)) text += "ー";
    }
    return surname_in_kana(kana) == kana.size() ? katakana(kana) : text;
}

bool NameReader::is_katakana(std::size_t glyph) const {
    const auto bytes = reading_.utf8.substr(reading_.glyphs.bytes[glyph].begin, 3);
    return bytes >= "ァ" && bytes <= "ヶ";
}

std::optional<HeardName> NameReader::heard(std::vector<SpokenName> names, std::size_t begin, std::size_t end) const {
    std::optional<Decider> decider;
    if (names.size() > 1) decider = Decider::spelling;
    // マエダヤネンケド: more than a name may be in it.
    constexpr std::size_t longest = 7;
    const ByteRange words{reading_.glyphs.bytes[begin].begin, reading_.glyphs.bytes[end - 1].end};
    const auto name = text_.substr(begin, end - begin);
    const bool is_parted =
        reading_.utf8.substr(words.begin, words.end - words.begin).find(' ') != std::string_view::npos;
    const bool is_long = name.size() > longest && !is_parted && std::all_of(name.begin(), name.end(), is_kana);
    // タカハシリョウコです: what follows is written otherwise.
    bool is_apart = end < text_.size() && !is_katakana(end);
    for (auto at = begin; at < end; ++at) is_apart = is_apart && is_katakana(at);
    if (names.size() == 1 && is_long && !is_apart) decider = Decider::whether;
    return HeardName{{std::move(names), words, Precision::exact, decider}};
}

}  // namespace denwaban::talk
