#include "names.hpp"

#include <algorithm>
#include <array>

#include <denwaban/core/utf8.hpp>

#include "english.hpp"
#include "surnames.hpp"

namespace denwaban::talk {

namespace {

using View = std::u16string_view;

[[nodiscard]] bool is_kana(char16_t c) { return c >= u'ぁ' && c <= u'ゖ'; }
[[nodiscard]] bool is_name_kanji(char16_t c) {
    return (c >= u'一' && c <= u'龯') || c == u'々' || c == u'ヶ' || c == u'ケ';
}

constexpr auto endings = std::to_array<View>(
    {u"です",       u"でお願",     u"でおね",   u"でよろ",   u"と申",     u"ともうし", u"といいま", u"と言いま",
     u"っていいま", u"って言いま", u"でござ",   u"という者", u"だけど",   u"様で",     u"さまで",   u"で予約",
     u"でよやく",   u"じゃ",       u"でとって", u"で取って", u"と、",     u"やけど",   u"や。",     u"やねん",
     u"やで",       u"だよ",       u"なんで",   u"で承",     u"言います", u"いいます", u"ゆいます", u"言うもん",
     u"いうもん",   u"いうねん",   u"言うねん", u"じゃけど", u"やけん",   u"ですけ",   u"っす",     u"が伺い",
     u"が参り",     u"でした",     u"だった",   u"と読み",   u"と読む",   u"とよみ",   u"とよむ",   u"と濁",
     u"とにご",     u"と発音"});
/// Behind a surname at the end of what is said: 山本や.
constexpr auto last_endings =
    std::to_array<View>({u"や", u"で", u"じゃ", u"だ", u"やわ", u"やね", u"やな", u"だわ", u"よ", u"ばい"});
constexpr auto leads = std::to_array<View>({u"かたかなで", u"ひらがなで", u"名前が", u"はい"});
constexpr auto no_names = std::to_array<View>(
    {u"ません", u"ます",   u"たい",   u"ください", u"ない", u"ですか", u"した",   u"それ",   u"これ",     u"さき",
     u"あと",   u"わから", u"まって", u"ちょっと", u"なに", u"だれ",   u"べつに", u"どう",   u"いや",     u"ごめん",
     u"です",   u"だけ",   u"でいい", u"みんな",   u"だめ", u"むり",   u"よやく", u"かんじ", u"ひらがな", u"かたかな"});
/// In kanji, as one asks or tells what a name is not.
constexpr auto no_names_in_kanji = std::to_array<View>(
    {u"漢字", u"本名", u"名前", u"苗字", u"名字", u"会社", u"本人", u"同じ", u"結構", u"大丈夫", u"無理",
     u"駄目", u"予約", u"主人", u"旦那", u"家内", u"家族", u"友達", u"友人", u"秘書", u"代理"});

/// A surname that stands whole in the list.
[[nodiscard]] bool is_surname(View name) {
    return !name.empty() && (surname_in_kanji(name) == name.size() || surname_in_kana(name) == name.size());
}

/// 山本 of 山本や; a name that ends so by itself stays.
[[nodiscard]] View without_ending(View name) {
    if (is_surname(name)) return name;
    for (const auto ending : last_endings) {
        if (!name.ends_with(ending)) continue;
        const auto before = name.substr(0, name.size() - ending.size());
        if (is_surname(before)) return before;
    }
    return name;
}

[[nodiscard]] std::string katakana(View kana) {
    std::string text;
    for (const auto c : kana) {
        append_character(text, is_kana(c) ? static_cast<char32_t>(c) + (U'ァ' - U'ぁ') : static_cast<char32_t>(c));
    }
    return text;
}

/// Characters of what was said, from one to another.
struct Range16 {
    std::size_t begin;
    std::size_t end;
};

class NameReader {
public:
    explicit NameReader(const Reading& reading)
        : reading_(reading), text_(reading.glyphs.text), asked_(reading.is_asked(Question::name)) {}

    [[nodiscard]] std::optional<HeardName> read() {
        std::optional<HeardName> found;
        for (std::size_t first = 0; first < reading_.size();) {
            auto end = first;
            while (end < reading_.size() && reading_.word(end) != Word::stop && reading_.word(end) != Word::question)
                ++end;
            const auto word = reading_.word(first);
            open_ = open_ || (found && asked_ &&
                              ((word == Word::no_word && reading_.tokens[first].value == 1) || word == Word::mistaken));
            disputed_ = disputed_ || (found && (word == Word::ah || word == Word::no_word || word == Word::mistaken ||
                                                word == Word::sorry || word == Word::rather));
            if (end > first) {
                // 木村、じゃなくて北村です
                const bool is_back = found && word == Word::not_but && first + 1 < end;
                if (is_back) disputed_ = true, ++first;
                auto one = clause({first, end}, asked_ || topic_ || is_back);
                open_ = open_ || (is_back && !one);
                topic_ = reading_.changes && !one && has_topic({first, end});
                const bool other = one && found && disputed_ && !sounds_like(one->name, found->name);
                if (other) one->corrected = true;
                open_ = (open_ && !one) || (found && asked_ && !one && tells_other_sound({first, end}, found->name));
                if (one && (!found || one->corrected))
                    found = std::move(one);
                else if (one && found->name.readings.size() > 1)
                    narrow(found->name, one->name);
            }
            first = end + 1;
        }
        // 佐々木、いや、会社の名前で: who it is instead was not understood.
        if (found && open_ && !found->name.decider) found->name.decider = Decider::whether;
        return found;
    }

private:
    /// たかだです、濁らないほうです: of a name in which something is.
    [[nodiscard]] bool tells_other_sound(Stretch clause, const Heard<SpokenName>& name) const {
        const auto said = reading_.folded(clause);
        const bool is_unvoiced = said.find(u"濁ら") != View::npos || said.find(u"濁り") != View::npos ||
                                 said.find(u"にごら") != View::npos || said.find(u"てんてん") != View::npos;
        constexpr View voiced = u"がぎぐげござじずぜぞだぢづでどばびぶべぼ";
        const auto kana = fold(name.readings.front().kana).text;
        return is_unvoiced && View{kana}.find_first_of(voiced) != View::npos;
    }

    /// 名前を変えたいんですが、: what follows is the name.
    [[nodiscard]] bool has_topic(Stretch clause) const {
        for (auto at = clause.first; at < clause.end; ++at) {
            if (reading_.word(at) == Word::name_topic) return true;
        }
        return false;
    }

    /// さいとうです、難しいほうの齋藤: it is spelt, and not taken back.
    [[nodiscard]] static bool sounds_like(const Heard<SpokenName>& one, const Heard<SpokenName>& other) {
        return std::any_of(one.readings.begin(), one.readings.end(), [&](const SpokenName& name) {
            return std::any_of(other.readings.begin(), other.readings.end(), [&](const SpokenName& before) {
                const bool same_sound = name.kana == before.kana && !name.kana.empty();
                return name == before || (same_sound && name.written != before.written &&
                                          is_kana_written(before) != is_kana_written(name));
            });
        });
    }
    [[nodiscard]] static bool is_kana_written(const SpokenName& name) {
        return !name.written.empty() && name.written.front() == '\xE3';
    }

    /// 東です。あずまです: what comes later decides.
    static void narrow(Heard<SpokenName>& name, const Heard<SpokenName>& by) {
        for (const auto& reading : name.readings) {
            if (by.readings.size() == 1 && by.readings.front().kana == reading.kana) {
                name.readings = {SpokenName{reading}};
                name.decider.reset();
                return;
            }
        }
    }

    /// The ノ of 井ノ上: katakana between kanji.
    [[nodiscard]] bool is_joint(std::size_t at) const {
        constexpr View joints = u"のつけゖ";
        if (at == 0 || at + 1 >= text_.size() || joints.find(text_[at]) == View::npos) return false;
        const auto bytes = reading_.glyphs.bytes[at];
        const auto first = static_cast<unsigned char>(reading_.utf8[bytes.begin + 1]);
        constexpr unsigned char katakana_from = 0x83;  // E3 83 83 and behind: ッ to ヶ, of which の has E3 81
        const bool is_katakana = first >= katakana_from || reading_.utf8.substr(bytes.begin).starts_with("ケ");
        return is_katakana && is_name_kanji(text_[at - 1]) && is_name_kanji(text_[at + 1]);
    }
    [[nodiscard]] bool is_in_kanji(View name, std::size_t begin) const {
        for (std::size_t at = 0; at < name.size(); ++at) {
            if (!is_name_kanji(name[at]) && !is_joint(begin + at)) return false;
        }
        return true;
    }

    /// 井ノ上 is read as 井上 is, where that has a の in it.
    [[nodiscard]] std::vector<SpokenName> joined(View name, std::size_t begin) const {
        std::u16string plain;
        for (std::size_t at = 0; at < name.size(); ++at) {
            if (!is_joint(begin + at)) plain += name[at];
        }
        std::vector<SpokenName> names;
        const auto written = raw(begin, begin + name.size());
        if (plain.size() < name.size() && surname_in_kanji(plain) == plain.size()) {
            for (const auto& kana : readings_of_surname(plain)) {
                if (kana.find(u'の') != View::npos) names.push_back({katakana(kana), written});
            }
        }
        if (names.empty()) names.push_back({{}, written});
        return names;
    }

    /// 井上じゃなくて井ノ上, once it was read back: a name, then じゃなくて.
    [[nodiscard]] bool takes_back_name(std::size_t first, std::size_t at) {
        if (!reading_.is_asked(Question::read_back) || at == first) return false;
        const auto before = told({reading_.tokens[first].begin, reading_.tokens[at].begin});
        if (!before) return false;
        const auto* known = reading_.hearing.known;
        const auto* name = known != nullptr && known->name ? known->name->certain() : nullptr;
        const auto& readings = before->name.readings;
        return std::any_of(readings.begin(), readings.end(), [&](const SpokenName& one) {
            return name == nullptr || one.written == name->written || (!one.kana.empty() && one.kana == name->kana);
        });
    }

    [[nodiscard]] std::optional<HeardName> clause(Stretch tokens, bool asked) {
        bool named = asked, corrected = false;
        auto first = tokens.first;
        for (auto at = tokens.first; at < tokens.end; ++at) {
            const auto word = reading_.word(at);
            if (word == Word::name_topic) {
                if (auto heard = name_before({first, at})) return heard;
                first = reading_.skip(at + 1, {Word::wa, Word::ga, Word::filler});
                named = true;
            } else if (word == Word::not_but && (named || takes_back_name(first, at))) {
                named = true;
                // 山本じゃなくて山元, but not サンズイじゃなくて.
                if (at == first || !told({reading_.tokens[first].begin, reading_.tokens[at].begin})) {
                    disputed_ = true;
                    return std::nullopt;
                }
                first = at + 1;
                corrected = true;
            }
        }
        first = lead(first, tokens.end);
        if (first >= tokens.end || is_enough(first, tokens.end)) return std::nullopt;
        Range16 range{reading_.tokens[first].begin, reading_.tokens[tokens.end - 1].end};
        for (const auto& word : leads) {
            const auto rest = text_.substr(range.begin, range.end - range.begin);
            if (!rest.starts_with(word) || rest.size() == word.size()) continue;
            if (surname_in_kana(rest) <= word.size()) range.begin += word.size();
        }
        // ひがしと書いてあずまと読みます
        if (const auto spelt = text_.substr(0, range.end).find(u"と書いて", range.begin); named && spelt != View::npos)
            range.begin = spelt + View{u"と書いて"}.size();
        if (named) range.begin = behind_how_it_is_read(range);
        auto heard = named ? told(range, corrected ? Told::instead : Told::alone) : in_passing(tokens);
        if (!heard && named && first > tokens.first) heard = before_word(range);
        // さっき電話した山田です
        if (!heard && named) heard = in_passing(tokens);
        if (heard) heard->corrected = corrected;
        return heard;
    }

    /// ワタベ of 渡部はワタベと読みます.
    [[nodiscard]] std::size_t behind_how_it_is_read(Range16 range) const {
        const auto said = text_.substr(0, range.end);
        for (const View reads : {View{u"と読"}, View{u"とよみ"}, View{u"とよむ"}, View{u"って読"}}) {
            const auto end = said.find(reads, range.begin);
            if (end == View::npos) continue;
            const auto topic = said.substr(0, end).rfind(u'は');
            const bool is_led =
                topic != View::npos && topic > range.begin && topic + 1 < end && !is_kana(said[topic - 1]);
            if (is_led) return topic + 1;
        }
        return range.begin;
    }

    /// 村上さくらの名前で, but not 妻の名前で: a surname of the list, and what may follow it.
    [[nodiscard]] std::optional<HeardName> name_before(Stretch tokens) {
        if (tokens.end < tokens.first + 2 || reading_.word(tokens.end - 1) != Word::no) return std::nullopt;
        const auto begin = reading_.tokens[lead(tokens.first, tokens.end)].begin;
        const auto end = reading_.tokens[tokens.end - 1].begin;
        if (begin >= end) return std::nullopt;
        const auto name = text_.substr(begin, end - begin);
        constexpr auto titles = std::to_array<View>({u"さん", u"様", u"さま", u"くん", u"ちゃん"});
        const bool is_titled =
            std::any_of(titles.begin(), titles.end(), [&](View title) { return name.ends_with(title); });
        if (is_titled || (surname_in_kanji(name) == 0 && surname_in_kana(name) == 0)) return std::nullopt;
        return resolve(name, begin, true);
    }

    /// いいです, 大丈夫です.
    [[nodiscard]] bool is_enough(std::size_t at, std::size_t end) const {
        if (reading_.word(at) != Word::unclear) return false;
        return reading_.skip(at + 1, {Word::copula, Word::polite, Word::filler, Word::ka}) >= end;
    }

    /// Behind はい, えーと, 私.
    [[nodiscard]] std::size_t lead(std::size_t at, std::size_t end) const {
        while (at < end) {
            const auto& token = reading_.tokens[at];
            const bool is_long = token.end - token.begin >= 3;
            const bool stretched = reading_.glyphs.stretched[token.begin];
            if (token.word == Word::person && token.value == 1) {
                at = reading_.skip(at + 1, {Word::wa});
            } else if ((token.word == Word::filler || token.word == Word::ah) && (is_long || stretched)) {
                ++at;
            } else if (token.word == Word::phone_topic || token.cue == Cue::hello || token.word == Word::sorry ||
                       token.word == Word::rather) {
                ++at;
            } else {
                break;
            }
        }
        return at;
    }

    /// にのみや of にのみやです, よしだ of よしだけど: what ending it would begin is the end of a name.
    [[nodiscard]] bool ends_name(std::size_t begin, std::size_t at) const {
        if (text_[at] != u'や' && text_[at] != u'だ') return false;
        const auto longer = text_.substr(begin, at + 1 - begin);
        if (text_.substr(at + 1).starts_with(u"です") || is_surname(longer)) return true;
        // かどや。 may be called so, さとうや。 is not.
        return text_.substr(at).starts_with(u"や。") && !is_surname(text_.substr(begin, at - begin)) &&
               is_kana(text_[at - 1]);
    }
    [[nodiscard]] std::size_t ending_in(Range16 range) const {
        auto first = range.end;
        for (const auto& ending : endings) {
            auto at = text_.substr(0, range.end).find(ending, range.begin + 1);
            if (at != View::npos && ends_name(range.begin, at)) ++at;
            if (at != View::npos) first = std::min(first, at);
        }
        return first;
    }

    /// A name where one is told: what stands before です.
    enum class Told : std::uint8_t { alone, instead };
    [[nodiscard]] std::optional<HeardName> told(Range16 range, Told how = Told::alone) {
        auto end = ending_in(range);
        // 漢字ですか
        const auto behind = text_.substr(std::min(end, text_.size()));
        if (behind.starts_with(u"ですか") && !behind.starts_with(u"ですかね")) return std::nullopt;
        const bool whole = range.begin == 0 && range.end == text_.size();
        // たかだ、あ、濁らないほうです、たかた
        const bool is_last_told = asked_ && disputed_ && range.end == text_.size();
        const bool ended = end < range.end || is_last_told || is_told_on(range) || (whole && is_no_word(range)) ||
                           how == Told::instead;
        if (is_told_on(range)) end = std::min(end, range.end - 1);
        auto name = text_.substr(range.begin, end - range.begin);
        for (const View suffix : {View{u"様"}, View{u"さま"}}) {
            if (name.size() > suffix.size() + 1 && name.ends_with(suffix)) name.remove_suffix(suffix.size());
        }
        if (end == range.end) name = without_ending(name);
        // 株式会社ミドリの高橋
        for (auto at = name.find(u'の'); at != View::npos; at = name.find(u'の', at + 1)) {
            if (is_joint(range.begin + at)) continue;
            const auto rest = name.substr(at + 1);
            const auto begins_with_name = surname_in_kanji(name) > 0 || surname_in_kana(name) > at;
            if (!begins_with_name && (surname_in_kanji(rest) > 0 || surname_in_kana(rest) > 0)) {
                range.begin += at + 1;
                name = rest;
                break;
            }
        }
        if (auto heard = resolve(name, range.begin, ended)) return heard;
        return ended ? explained(name, range.begin) : std::nullopt;
    }

    /// The first token that begins there or behind.
    [[nodiscard]] std::vector<Token>::const_iterator token_from(std::size_t glyph) const {
        return std::partition_point(reading_.tokens.begin(), reading_.tokens.end(),
                                    [&](const Token& token) { return token.begin < glyph; });
    }

    /// 名前は田中で人数3人, 名前佐藤電話番号: a surname of the list, up to where another word begins.
    [[nodiscard]] std::optional<HeardName> before_word(Range16 range) {
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

    /// いまいと、言います.
    [[nodiscard]] bool is_told_on(Range16 range) const {
        const auto after = text_.substr(range.end);
        return range.end > range.begin + 2 && text_[range.end - 1] == u'と' &&
               (after.starts_with(u"、言") || after.starts_with(u"、い") || after.starts_with(u"、申"));
    }

    /// さくら: nothing else was said.
    [[nodiscard]] bool is_no_word(Range16 range) const {
        return range.end - range.begin <= 5 &&
               std::all_of(reading_.tokens.begin(), reading_.tokens.end(),
                           [](const Token& token) { return token.word == Word::other; });
    }

    /// 三人です, 土曜です: another answer.
    [[nodiscard]] bool is_of_booking(std::size_t begin, std::size_t end) const {
        const auto token = token_from(begin);
        if (token == reading_.tokens.end() || token->begin != begin || token->end != end) return false;
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

    /// 高い橋で高橋: a surname of the list at the end.
    [[nodiscard]] std::optional<HeardName> explained(View name, std::size_t begin) {
        constexpr View joins = u"のではが";
        for (auto at = name.size(); at-- > 1;) {
            const auto rest = name.substr(at);
            if (joins.find(name[at - 1]) == joins.npos) continue;
            if (surname_in_kanji(rest) == rest.size()) return in_kanji(rest, rest.size(), begin + at);
            if (surname_in_kana(rest) == rest.size()) return one(rest, begin + at);
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<HeardName> resolve(View name, std::size_t begin, bool ended) {
        const bool is_drawn_out = name.size() == 1 && reading_.glyphs.stretched[begin] && is_katakana(begin);
        const bool is_none =
            std::find(no_names_in_kanji.begin(), no_names_in_kanji.end(), name) != no_names_in_kanji.end();
        if (is_none || is_of_booking(begin, begin + name.size())) return std::nullopt;
        if (name.size() < 2 && surname_in_kanji(name) == 0 && !is_drawn_out) return std::nullopt;
        const auto kana = surname_in_kana(name);
        if (std::all_of(name.begin(), name.end(), is_kana)) {
            const bool known = kana > 0 && (kana == name.size() || name.size() - kana <= 5);
            const bool may_be = ended && name.size() <= 10 &&
                                std::none_of(no_names.begin(), no_names.end(),
                                             [&](View word) { return name.find(word) != View::npos; });
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

    [[nodiscard]] std::optional<HeardName> in_kanji(View name, std::size_t size, std::size_t begin) {
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

    /// A surname of the list before です, 様 or で予約, where nobody asked.
    [[nodiscard]] std::optional<HeardName> in_passing(Stretch tokens) {
        const Range16 range{reading_.tokens[tokens.first].begin, reading_.tokens[tokens.end - 1].end};
        for (auto at = range.begin; at < range.end; ++at) {
            const auto rest = text_.substr(at, range.end - at);
            const bool in_kanji_here = is_name_kanji(rest.front());
            const bool goes_on = in_kanji_here && at > range.begin && is_name_kanji(text_[at - 1]);
            if (goes_on && !is_behind_count(at)) continue;
            auto size = in_kanji_here ? surname_in_kanji(rest) : 0;
            if (!in_kanji_here && begins_clause(tokens, at)) size = surname_in_kana(rest);
            if (size == 0) continue;
            // 山田太郎です
            const auto whole = in_kanji_here ? size + given_name_behind(rest, size) : size;
            const auto after = rest.substr(whole);
            const bool ended = std::any_of(endings.begin(), endings.end(),
                                           [&](View ending) {
                                               return ending != View{u"じゃ"} && ending != View{u"や。"} &&
                                                      ending != View{u"と、"} && after.starts_with(ending);
                                           }) ||
                               after.starts_with(u"様") || after.starts_with(u"の名前");
            const bool sir = after.starts_with(u"さん") || rest.size() == size;
            const bool listed = is_booked_by(after, at + size) || is_in_list(tokens, size) ||
                                is_all_said(rest, size, at) || is_behind_list(rest, size, at);
            if (!listed && (!ended || sir)) continue;
            return in_kanji_here ? in_kanji(rest.substr(0, whole), size, at) : one(rest.substr(0, size), at);
        }
        return called_before(tokens);
    }

    /// How many characters of a given name of the list stand there, and nothing else in kanji.
    [[nodiscard]] static std::size_t given_name_behind(View text, std::size_t at) {
        auto end = at;
        while (end < text.size() && is_name_kanji(text[end])) ++end;
        return reading_of_given_name(text.substr(at, end - at)).empty() ? 0 : end - at;
    }

    /// 田中で金曜の7時に入ってますか: in whose name, where a booking is spoken of.
    [[nodiscard]] bool is_booked_by(View after, std::size_t end) const {
        if (!after.starts_with(u'で')) return false;
        const auto next = token_from(end + 1);
        if (next == reading_.tokens.end() || next->begin != end + 1) return false;
        const auto of_booking = [](const Token& token) {
            return token.cue == Cue::booking || token.cue == Cue::have || token.cue == Cue::check;
        };
        switch (next->word) {
            case Word::stop:
            case Word::relative_day:
            case Word::relative_night:
            case Word::week:
            case Word::weekday:
            case Word::month:
            case Word::month_of:
            case Word::day_of_month:
            case Word::month_day:
            case Word::part:
            case Word::hour:
            case Word::clock:
            case Word::people:
                return std::any_of(reading_.tokens.begin(), reading_.tokens.end(), of_booking);
            default:
                return of_booking(*next);
        }
    }

    /// 山田、4名、19時: a surname alone among what else a booking has.
    [[nodiscard]] bool is_in_list(Stretch tokens, std::size_t size) const {
        const auto begin = reading_.tokens[tokens.first].begin;
        const std::size_t shortest = is_kana(text_[begin]) ? 3 : 2;
        if (size < shortest || reading_.tokens[tokens.end - 1].end - begin != size) return false;
        constexpr auto places =
            std::to_array<View>({u"千葉", u"山口", u"石川", u"福島", u"宮崎", u"長崎", u"福井", u"富山", u"岡山",
                                 u"広島", u"大阪", u"上野", u"大塚", u"福岡", u"秋田", u"中野"});
        if (std::find(places.begin(), places.end(), text_.substr(begin, size)) != places.end()) return false;
        return std::any_of(reading_.tokens.begin(), reading_.tokens.end(), [](const Token& token) {
            return token.word == Word::people || token.word == Word::hour || token.word == Word::clock;
        });
    }

    /// 12/5 18時 5人 佐々木: at the end of it.
    [[nodiscard]] bool is_behind_list(View rest, std::size_t size, std::size_t at) const {
        if (size < 2 || rest.size() != size || is_kana(rest.front())) return false;
        const auto has = [&](auto&& is) { return std::any_of(reading_.tokens.begin(), reading_.tokens.end(), is); };
        return is_behind_count(at) &&
               has([](const Token& token) { return token.word == Word::hour || token.word == Word::clock; });
    }
    [[nodiscard]] bool is_behind_count(std::size_t at) const {
        const auto token = token_from(at);
        return token != reading_.tokens.begin() && std::prev(token)->word == Word::people &&
               std::prev(token)->end == at;
    }

    /// 佐藤, to whatever was asked, while nobody knows the name: a surname and nothing else.
    [[nodiscard]] bool is_all_said(View rest, std::size_t size, std::size_t at) const {
        const auto* known = reading_.hearing.known;
        const bool is_open = known != nullptr && !known->name && reading_.hearing.asked.has_value();
        return is_open && at == 0 && size >= 2 && without_ending(rest).size() == size && rest.size() <= size + 2 &&
               text_.size() == rest.size();
    }

    /// X と申します, whoever X is.
    [[nodiscard]] std::optional<HeardName> called_before(Stretch tokens) {
        for (auto at = tokens.first; at < tokens.end; ++at) {
            if (reading_.word(at) != Word::called || at == tokens.first) continue;
            const auto end = reading_.tokens[at].begin;
            auto begin = end;
            const bool kanji = is_name_kanji(text_[end - 1]);
            while (begin > reading_.tokens[tokens.first].begin && end - begin < 8 &&
                   (kanji ? is_name_kanji(text_[begin - 1]) : is_kana(text_[begin - 1]))) {
                --begin;
            }
            // 4名様でサトウと申します.
            const bool joined = begin > reading_.tokens[tokens.first].begin && text_[begin - 1] != u'、';
            if (joined && text_[begin] == u'で' && end - begin > 2) {
                ++begin;
            } else if (joined && !is_own(text_.substr(begin, end - begin), at, text_[begin - 1])) {
                continue;
            }
            const bool is_drawn_out = reading_.glyphs.stretched[begin] && is_katakana(begin);
            if (end - begin >= 2 || is_drawn_out) return resolve(text_.substr(begin, end - begin), begin, true);
        }
        return std::nullopt;
    }

    /// 私は大越と申します, but neither 早くなるといいます nor 市では村役場と言います.
    [[nodiscard]] bool is_own(View name, std::size_t called, char16_t before) const {
        constexpr View may_stand_before = u"。、はので";
        if (may_stand_before.find(before) == View::npos) return false;
        const auto how = reading_.folded({called, called + 1});
        const bool humble = how.find(u'申') != View::npos || how.find(u"もうし") != View::npos;
        return humble || surname_in_kanji(name) > 0 || surname_in_kana(name) > 0;
    }

    [[nodiscard]] bool begins_clause(Stretch tokens, std::size_t at) const {
        return at == reading_.tokens[tokens.first].begin ||
               (reading_.tokens[tokens.first].end == at && reading_.word(tokens.first) == Word::yes);
    }

    [[nodiscard]] std::string raw(std::size_t begin, std::size_t end) const {
        return reading_.said({reading_.glyphs.bytes[begin].begin, reading_.glyphs.bytes[end - 1].end});
    }

    [[nodiscard]] std::optional<HeardName> one(View kana, std::size_t begin) const {
        return heard({SpokenName{sound(kana, begin), raw(begin, begin + kana.size())}}, begin, begin + kana.size());
    }

    /// ジョーンズ keeps what is drawn out, where it is written so; さとー is さとう.
    [[nodiscard]] std::string sound(View kana, std::size_t begin) const {
        std::string text;
        for (std::size_t at = 0; at < kana.size(); ++at) {
            text += katakana(kana.substr(at, 1));
            if (reading_.glyphs.stretched[begin + at] && is_katakana(begin + at)) text += "ー";
        }
        return surname_in_kana(kana) == kana.size() ? katakana(kana) : text;
    }
    [[nodiscard]] bool is_katakana(std::size_t glyph) const {
        const auto bytes = reading_.utf8.substr(reading_.glyphs.bytes[glyph].begin, 3);
        return bytes >= "ァ" && bytes <= "ヶ";
    }

    [[nodiscard]] std::optional<HeardName> heard(std::vector<SpokenName> names, std::size_t begin,
                                                 std::size_t end) const {
        std::optional<Decider> decider;
        if (names.size() > 1) decider = Decider::spelling;
        // マエダヤネンケド: more than a name may be in it.
        constexpr std::size_t longest = 7;
        const ByteRange words{reading_.glyphs.bytes[begin].begin, reading_.glyphs.bytes[end - 1].end};
        const auto name = text_.substr(begin, end - begin);
        const bool is_parted =
            reading_.utf8.substr(words.begin, words.end - words.begin).find(' ') != std::string_view::npos;
        const bool is_long = name.size() > longest && !is_parted && std::all_of(name.begin(), name.end(), is_kana);
        if (names.size() == 1 && is_long) decider = Decider::whether;
        return HeardName{{std::move(names), words, Precision::exact, decider}};
    }

    const Reading& reading_;
    View text_;
    bool asked_;
    bool topic_ = false;     ///< the clause before named the name, and did not say it
    bool open_ = false;      ///< what was told is taken back, and nothing told instead
    bool disputed_ = false;  ///< part of what was told is taken back: ザじゃなくて
};

}  // namespace

std::optional<HeardName> name_of_caller(const Reading& reading) {
    return reading.english ? english_name(reading) : NameReader{reading}.read();
}

}  // namespace denwaban::talk
