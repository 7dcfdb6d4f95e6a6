#include "surroundings.hpp"

#include <algorithm>

#include "clauses.hpp"
#include "lexer.hpp"
#include "surnames.hpp"
#include "traits.hpp"

namespace denwaban::talk {

namespace {

using View = std::u16string_view;

[[nodiscard]] bool is_katakana(const Reading& reading, std::size_t glyph) {
    const auto bytes = reading.utf8.substr(reading.glyphs.bytes[glyph].begin);
    return bytes.size() > 2 && bytes[0] == '\xE3' && (bytes[1] == '\x83' || (bytes[1] == '\x82' && bytes[2] >= '\xA1'));
}

/// 行く, 希望, 席: words that every booking has.
[[nodiscard]] bool is_plain(const Reading& reading, std::size_t at) {
    const auto begin = reading.tokens[at].begin;
    const View text{reading.glyphs.text};
    // 12/9(水)
    const bool alone = at > 0 && reading.word(at - 1) == Word::stop && reading.word(at + 1) == Word::stop;
    if (alone && View{u"日月火水木金土"}.find(text[begin]) != View::npos) return true;
    const auto is_in = [&](View word) {
        for (std::size_t back = 0; back < word.size() && back <= begin; ++back) {
            if (text.substr(begin - back).starts_with(word)) return true;
        }
        return false;
    };
    const auto words = words_with(Trait::plain), nouns = words_with(Trait::plain_noun);
    return std::any_of(words.begin(), words.end(), is_in) || std::any_of(nouns.begin(), nouns.end(), is_in);
}

}  // namespace

bool is_written(const Reading& reading, std::size_t at) {
    if (at >= reading.size() || reading.word(at) != Word::other) return false;
    const auto begin = reading.tokens[at].begin;
    const auto c = reading.glyphs.text[begin];
    const bool is_kana = c >= u'ぁ' && c <= u'ー' && !is_katakana(reading, begin);
    const bool is_sign = c < u'a' || (c > u'z' && c < u'ぁ' && c != u'々');
    return !is_kana && !is_sign;
}

bool is_content(const Reading& reading, std::size_t at) { return is_written(reading, at) && !is_plain(reading, at); }

bool is_wish(const Token& token) {
    switch (token.cue) {
        case Cue::booking:
        case Cue::hope:
        case Cue::come:
        case Cue::make_it:
        case Cue::change:
        case Cue::vacancy:
        case Cue::become:
            return true;
        default:
            return token.word == Word::polite || token.word == Word::there;
    }
}

bool is_behind_us(const Token& token) {
    const bool has_past = token.word == Word::relative_day || token.word == Word::week || token.word == Word::year ||
                          token.word == Word::month_of;
    return has_past && token.value < 0;
}

Surroundings::Surroundings(const Reading& reading, Stretch mention, std::optional<ByteRange> name)
    : reading_(reading), mention_(mention), name_(name), text_(reading.glyphs.text) {
    first_ = mention.first;
    while (first_ > 0 && !ends(first_ - 1)) --first_;
    end_ = mention.end;
    while (end_ < reading_.size() && !ends(end_)) ++end_;
}

bool Surroundings::count_something_else() const {
    const auto after = rest(mention_.end);
    // 5人 佐々木
    const auto behind = mention_.end < end_ ? reading_.folded({mention_.end, end_}) : View{};
    const auto name = behind.empty() ? 0 : surname_in_kanji(behind);
    if (name > 0 && (name == behind.size() || begins_with(Trait::name_ending, behind.substr(name)))) return false;
    // 1人2つずつ
    if (reading_.word(mention_.end) == Word::counted && mention_.end < end_) {
        const auto last = reading_.folded({mention_.end, mention_.end + 1}).back();
        if (View{u"つ個品杯本枚皿"}.find(last) != View::npos) return true;
    }
    return is_strange(mention_.end) || begins_with(Trait::unit, after) ||
           (is_written(reading_, mention_.end) && begins_with(Trait::plain_noun, after));
}

bool Surroundings::go_on_with_a_word() const {
    const auto the = mention_.end;
    return the + 1 < reading_.size() && reading_.folded({the, the + 1}) == u"the" && is_written(reading_, the + 1);
}

bool Surroundings::deny() const {
    const bool is_question = is_asked(mention_.end);
    for (auto at = mention_.end; at < end_; ++at) {
        const auto& token = reading_.tokens[at];
        if (token.word == Word::not_but && denies_other(at)) continue;
        // 7時が満席
        const bool is_full = (token.cue == Cue::vacancy && reading_.folded({at, at + 1}) == u"満席") ||
                             begins_with(Trait::fullness, rest(at));
        if (is_full && !is_question) return true;
        // 遅い時間はないですか asks.
        const bool asks = reading_.word(at + 1) == Word::ka && at + 1 < reading_.size();
        if (token.word == Word::not_but || (token.word == Word::none_there && !asks)) return true;
        if (token.word == Word::no_word && token.value == 1) return true;
        if (token.word == Word::other && begins_with(Trait::denial, rest(at))) return true;
    }
    return false;
}

bool Surroundings::denies_other(std::size_t at) const {
    const auto own = kind_of(reading_.tokens[mention_.first]);
    for (; at > mention_.end; --at) {
        if (const auto kind = kind_of(reading_.tokens[at - 1])) return own && kind != own;
    }
    return false;
}

bool Surroundings::is_asked(std::size_t at) const {
    for (; at < reading_.size(); ++at) {
        const auto word = reading_.word(at);
        if (word == Word::ka || word == Word::there || word == Word::question) return true;
        if (ends(at)) return false;
    }
    return false;
}

bool Surroundings::qualify() const {
    if (mention_.first < 2 || reading_.word(mention_.first - 1) != Word::no) return false;
    // バレンタインの日の7時
    if (reading_.folded({mention_.first - 2, mention_.first - 1}) == u"日") return false;
    return is_content(reading_, mention_.first - 2) || reading_.word(mention_.first - 2) == Word::before;
}

bool Surroundings::lead_in() const {
    if (mention_.first == 0 || reading_.word(mention_.first - 1) != Word::other) return false;
    const auto before = mention_.first - 1;
    return is_content(reading_, before) || before == 0 || reading_.word(before - 1) == Word::stop;
}

bool Surroundings::belong_to_another() const {
    for (auto at = first_; at < mention_.first; ++at) {
        const auto word = reading_.word(at);
        const bool binds = word == Word::ga || (at + 1 == mention_.first && (word == Word::wa || word == Word::mo));
        if (!binds || at == first_) continue;
        if (reading_.word(at - 1) == Word::friends && word != Word::mo) return true;
        auto noun = at - 1;
        while (noun > first_ && reading_.word(noun) == Word::other && !is_written(reading_, noun)) --noun;
        if (is_content(reading_, noun)) return true;
    }
    const bool is_of = reading_.word(mention_.end) == Word::no && is_content(reading_, mention_.end + 1);
    // 12月3日の佐々木です
    return is_of && surname_in_kanji(rest(mention_.end + 1)) == 0;
}

bool Surroundings::tell_of_it() const {
    auto at = reading_.skip(mention_.end, {Word::about, Word::filler});
    if (is_of_a_call() || goes_past(at)) return true;
    // 4人だと狭い
    const bool is_case = reading_.word(at) == Word::copula && reading_.word(at + 1) == Word::to;
    if (is_case || reading_.word(at) == Word::ni) ++at;
    if (at >= end_ || (reading_.word(at) != Word::wa && !is_case)) return false;
    for (; at < end_; ++at) {
        if (is_wish(reading_.tokens[at])) return false;
        if (is_content(reading_, at)) return true;
    }
    return false;
}

bool Surroundings::is_any_wish(std::size_t from) const {
    return std::any_of(reading_.tokens.begin() + static_cast<std::ptrdiff_t>(from),
                       reading_.tokens.begin() + static_cast<std::ptrdiff_t>(end_),
                       [](const Token& token) { return is_wish(token) || token.cue == Cue::have; });
}

bool Surroundings::is_of_a_call() const {
    return mention_.end < end_ && stands_in(Trait::calling, reading_.folded({mention_.end, end_}));
}

bool Surroundings::goes_past(std::size_t at) const {
    if (reading_.word(at) != Word::wo || at + 1 >= end_) return false;
    const auto after = rest(at + 1);
    return after.starts_with(u"過ぎ") || after.starts_with(u"すぎ") || after.starts_with(u"回") ||
           after.starts_with(u"まわ");
}

bool Surroundings::is_told_to_happen() const {
    if (first_ < mention_.first && reading_.word(mention_.first - 1) != Word::other) {
        // 誕生日は12月5日です
        const auto topic = mention_.first - 1;
        const bool is_topic = reading_.word(topic) == Word::wa || reading_.word(topic) == Word::ga;
        const bool is_of_house =
            topic > first_ && (reading_.cue(topic - 1) == Cue::last_order || reading_.cue(topic - 1) == Cue::hours);
        if (is_topic && topic > first_ && (is_of_house || reading_.word(topic - 1) == Word::occasion)) return true;
    }
    // 金曜が締め切り, 10時に閉店, 11時からですか
    const auto at_case = reading_.word(mention_.end);
    const bool is_case = at_case == Word::ga || at_case == Word::ni;
    if (is_case && mention_.end + 1 < end_ && is_content(reading_, mention_.end + 1)) return true;
    const auto behind = at_case == Word::kara ? mention_.end + 1 : mention_.end;
    const bool is_since = reading_.word(behind - 1) == Word::kara;
    if (is_since && reading_.word(behind) == Word::there && reading_.folded({behind, end_}).starts_with(u"です"))
        return true;
    // 来週の土曜に結婚式があります
    for (auto at = mention_.end; at < end_; ++at) {
        if (reading_.word(at) == Word::there && !reading_.asks(at)) return true;
    }
    return false;
}

bool Surroundings::are_of_kin() const {
    for (auto at = first_; at + 1 < mention_.first; ++at) {
        const bool kin = reading_.word(at) == Word::person && reading_.tokens[at].value == 0;
        if (kin && (reading_.word(at + 1) == Word::ga || reading_.word(at + 1) == Word::wa)) return true;
    }
    return false;
}

bool Surroundings::is_said_once() const {
    const auto said = reading_.folded({first_, end_});
    const auto once = first_of(Trait::once, said);
    // 30分前に is no 前に, いつもの二人 are those who come.
    return once && !said.substr(once->begin + once->size).starts_with(u'の') &&
           (once->begin == 0 || !is_kanji(said[once->begin - 1]));
}

bool Surroundings::tell_of_the_past() const {
    bool verb = false;
    if (is_said_once() && !is_any_wish(first_)) return true;
    for (auto at = mention_.end; at < end_; ++at) {
        const auto& token = reading_.tokens[at];
        if (is_in_name(at)) continue;
        if (is_wish(token) || token.cue == Cue::have) return false;
        verb = verb || is_written(reading_, at) || token.word == Word::phone_topic;
        const bool is_done = verb && token.word == Word::other && text_[token.end - 1] == u'た';
        // 着いたら is to come, 入りたい wished for.
        constexpr View to_come = u"らいく";
        const auto after = text_.substr(token.end);
        if (is_done && (after.empty() || to_come.find(after.front()) == View::npos)) return true;
    }
    return false;
}

bool Surroundings::are_behind_us() const {
    return std::any_of(reading_.tokens.begin() + static_cast<std::ptrdiff_t>(first_),
                       reading_.tokens.begin() + static_cast<std::ptrdiff_t>(end_), is_behind_us);
}

bool Surroundings::is_in_name(std::size_t at) const {
    if (!name_) return false;
    const auto bytes = reading_.bytes({at, at + 1});
    return name_->begin <= bytes.begin && bytes.end <= name_->end;
}

bool Surroundings::is_strange(std::size_t at) const { return is_content(reading_, at) && !is_in_name(at); }

bool Surroundings::are_unknown() const {
    for (auto at = first_; at < end_; ++at) {
        if (!is_strange(at)) continue;
        // 部署の忘年会
        auto behind = at;
        while (behind < end_ && reading_.word(behind) == Word::other) ++behind;
        const bool is_whose = reading_.word(behind) == Word::no && reading_.word(behind + 1) == Word::occasion;
        if (!is_whose) return true;
        at = behind;
    }
    return false;
}

bool Surroundings::ends(std::size_t at) const {
    const auto& token = reading_.tokens[at];
    if (token.word == Word::stop || token.word == Word::question || token.word == Word::said) return true;
    const auto ending = ending_at(reading_, at);
    // 井上で予約
    return ending != Ending::none && (ending != Ending::going_on || token.word != Word::de);
}

View Surroundings::rest(std::size_t at) const {
    return at < reading_.size() ? text_.substr(reading_.tokens[at].begin) : View{};
}

}  // namespace denwaban::talk
