#include "name_reader.hpp"

#include <algorithm>
#include <array>

#include "surnames.hpp"
#include "traits.hpp"

namespace denwaban::talk {

std::size_t NameReader::behind_how_it_is_read(Range16 range) const {
    const auto said = text_.substr(0, range.end);
    for (const std::u16string_view reads : {std::u16string_view{u"と読"}, std::u16string_view{u"とよみ"},
                                            std::u16string_view{u"とよむ"}, std::u16string_view{u"って読"}}) {
        const auto end = said.find(reads, range.begin);
        if (end == std::u16string_view::npos) continue;
        const auto topic = said.substr(0, end).rfind(u'は');
        const bool is_led =
            topic != std::u16string_view::npos && topic > range.begin && topic + 1 < end && !is_kana(said[topic - 1]);
        if (is_led) return topic + 1;
    }
    return range.begin;
}

std::optional<HeardName> NameReader::called_by(Stretch tokens) {
    if (tokens.end <= tokens.first) return std::nullopt;
    const auto begin = reading_.tokens[lead(tokens.first, tokens.end)].begin;
    auto said = text_.substr(0, reading_.tokens[tokens.end - 1].end);
    for (const auto call :
         {std::u16string_view{u"って"}, std::u16string_view{u"っていう"}, std::u16string_view{u"っつう"},
          std::u16string_view{u"という"}, std::u16string_view{u"と言う"}}) {
        if (!said.ends_with(call) || said.size() <= begin + call.size()) continue;
        const auto end = said.size() - call.size();
        const auto heard = told({begin, end}, Told::instead);
        const auto name = said.substr(begin, end - begin);
        const auto last = name.rfind(u'の');
        const auto own = last == name.npos ? name : name.substr(last + 1);
        if (heard && (asked_ || surname_in_kanji(own) > 0 || surname_in_kana(own) > 0)) return heard;
    }
    return std::nullopt;
}

std::optional<HeardName> NameReader::name_before(Stretch tokens) {
    if (const auto heard = called_by(tokens)) return heard;
    if (tokens.end < tokens.first + 2 || reading_.word(tokens.end - 1) != Word::no) return std::nullopt;
    const auto begin = reading_.tokens[lead(tokens.first, tokens.end)].begin;
    const auto end = reading_.tokens[tokens.end - 1].begin;
    if (begin >= end) return std::nullopt;
    const auto name = text_.substr(begin, end - begin);
    if (surname_in_kanji(name) == 0 && surname_in_kana(name) == 0) return strange_name({begin, end});
    return ends_with(Trait::title, name) ? std::nullopt : resolve(name, begin, true);
}

std::optional<HeardName> NameReader::strange_name(Range16 range) {
    const auto said = text_.substr(range.begin, range.end - range.begin);
    const auto last = said.rfind(u'の');
    const bool is_ranked = last != said.npos && ends_with(Trait::rank, said.substr(0, last));
    if (!asked_ && !is_ranked) return std::nullopt;
    const auto begin = last == said.npos ? range.begin : range.begin + last + 1;
    auto name = text_.substr(begin, range.end - begin);
    for (const auto& title : words_with(Trait::title)) {
        if (name.size() > title.size() + 1 && name.ends_with(title)) name.remove_suffix(title.size());
    }
    constexpr std::size_t longest = 6;
    const bool is_kanji_or_kana =
        std::all_of(name.begin(), name.end(), is_kana) || std::all_of(name.begin(), name.end(), is_name_kanji);
    const bool is_word = std::any_of(token_from(begin), token_from(begin + name.size()), [](const Token& token) {
        return token.word == Word::person || token.word == Word::friends || token.word == Word::family ||
               token.word == Word::child || token.word == Word::known_day || token.word == Word::cue;
    });
    if (name.size() < 2 || name.size() > longest || !is_kanji_or_kana || is_word) return std::nullopt;
    if (is_one(Trait::no_name_in_kanji, name) || is_one(Trait::no_name, name)) return std::nullopt;
    return resolve(name, begin, true);
}

bool NameReader::is_enough(std::size_t at, std::size_t end) const {
    if (reading_.word(at) != Word::unclear) return false;
    return reading_.skip(at + 1, {Word::copula, Word::polite, Word::filler, Word::ka}) >= end;
}

std::size_t NameReader::lead(std::size_t at, std::size_t end) const {
    while (at < end) {
        const auto& token = reading_.tokens[at];
        const bool is_long = token.end - token.begin >= 3;
        const bool stretched = reading_.glyphs.stretched[token.begin];
        const bool is_our_house = token.word == Word::among && reading_.word(at + 1) == Word::wa;
        if (is_our_house || (token.word == Word::person && token.value == 1)) {
            at = reading_.skip(at + 1, {Word::wa});
        } else if ((token.word == Word::filler || token.word == Word::ah) && (is_long || stretched)) {
            ++at;
        } else if (token.word == Word::phone_topic || token.cue == Cue::hello || token.word == Word::sorry ||
                   token.word == Word::rather || token.word == Word::then) {
            ++at;
        } else if (token.word == Word::yes && at + 1 < end && is_led_by_yes(at)) {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

bool NameReader::is_led_by_yes(std::size_t at) const {
    const auto& token = reading_.tokens[at];
    const auto rest = text_.substr(token.begin);
    return rest.starts_with(u"はい") && token.end - token.begin == 2 && surname_in_kana(rest) <= 2;
}

bool NameReader::ends_name(std::size_t begin, std::size_t at) const {
    if (text_[at] != u'や' && text_[at] != u'だ') return false;
    // カズヤで
    if (is_katakana(at) && is_katakana(at - 1)) return true;
    const auto longer = text_.substr(begin, at + 1 - begin);
    if (text_.substr(at + 1).starts_with(u"です") || is_surname(longer)) return true;
    // かどや。 may be called so, さとうや。 is not.
    return text_.substr(at).starts_with(u"や。") && !is_surname(text_.substr(begin, at - begin)) &&
           is_kana(text_[at - 1]);
}

std::size_t NameReader::ending_in(Range16 range) const {
    auto first = range.end;
    const auto take = [&](const std::u16string& ending) {
        auto at = text_.substr(0, range.end).find(ending, range.begin + 1);
        if (at != std::u16string_view::npos && ends_name(range.begin, at)) ++at;
        if (at != std::u16string_view::npos) first = std::min(first, at);
    };
    for (const auto trait : {Trait::name_ending, Trait::told_name_ending}) {
        for (const auto& ending : words_with(trait)) take(ending);
    }
    return first;
}

std::optional<HeardName> NameReader::told(Range16 range, Told how) {
    auto end = ending_in(range);
    // 漢字ですか
    const auto behind = text_.substr(std::min(end, text_.size()));
    if (behind.starts_with(u"ですか") && !behind.starts_with(u"ですかね")) return std::nullopt;
    const bool whole = range.begin == 0 && range.end == text_.size();
    // たかだ、あ、濁らないほうです、たかた
    const bool is_last_told = asked_ && disputed_ && range.end == text_.size();
    const bool ended =
        end < range.end || is_last_told || is_told_on(range) || (whole && is_no_word(range)) || how == Told::instead;
    if (is_told_on(range)) end = std::min(end, range.end - 1);
    auto name = text_.substr(range.begin, end - range.begin);
    for (const std::u16string_view suffix : {std::u16string_view{u"様"}, std::u16string_view{u"さま"}}) {
        if (name.size() > suffix.size() + 1 && name.ends_with(suffix)) name.remove_suffix(suffix.size());
    }
    if (end == range.end) name = without_ending(name);
    // 株式会社ミドリの高橋
    for (auto at = name.find(u'の'); at != std::u16string_view::npos; at = name.find(u'の', at + 1)) {
        if (is_joint(range.begin + at)) continue;
        const auto rest = name.substr(at + 1);
        const auto begins_with_name = surname_in_kanji(name) > 0 || surname_in_kana(name) > at;
        if (!begins_with_name && (surname_in_kanji(rest) > 0 || surname_in_kana(rest) > 0)) {
            range.begin += at + 1;
            name = end == range.end ? without_ending(rest) : rest;
            break;
        }
    }
    if (auto heard = resolve(name, range.begin, ended)) return heard;
    return ended ? explained(name, range.begin) : std::nullopt;
}

std::vector<Token>::const_iterator NameReader::token_from(std::size_t glyph) const {
    return std::partition_point(reading_.tokens.begin(), reading_.tokens.end(),
                                [&](const Token& token) { return token.begin < glyph; });
}

std::optional<HeardName> NameReader::before_word(Range16 range) {
    const auto rest = text_.substr(range.begin, range.end - range.begin);
    const auto kanji = surname_in_kanji(rest);
    const auto size = kanji > 0 ? kanji : surname_in_kana(rest);
    const auto next = token_from(range.begin + size);
    if (size < 2 || next == reading_.tokens.end() || next->begin != range.begin + size) return std::nullopt;
    switch (next->word) {
        case Word::other:
        case Word::no:
        case Word::ni:
        case Word::ga:
        case Word::to:
            return std::nullopt;
        default:
            break;
    }
    return kanji > 0 ? in_kanji(rest.substr(0, size), size, range.begin) : one(rest.substr(0, size), range.begin);
}

bool NameReader::is_told_on(Range16 range) const {
    const auto after = text_.substr(range.end);
    return range.end > range.begin + 2 && text_[range.end - 1] == u'と' &&
           (after.starts_with(u"、言") || after.starts_with(u"、い") || after.starts_with(u"、申"));
}

bool NameReader::is_no_word(Range16 range) const {
    return range.end - range.begin <= 5 && std::all_of(reading_.tokens.begin(), reading_.tokens.end(),
                                                       [](const Token& token) { return token.word == Word::other; });
}

}  // namespace denwaban::talk
