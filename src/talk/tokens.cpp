#include "lexer.hpp"

#include <algorithm>
#include <array>

#include "clauses.hpp"
#include "moves.hpp"

namespace denwaban::talk {

namespace {

using namespace std::string_view_literals;

/// Days that are words themselves: ようか may be しようか, なのか a question.
[[nodiscard]] bool is_doubtful(const Token& token, std::u16string_view text) {
    return token.word == Word::day_of_month && is_hiragana(text[token.begin]);
}

}  // namespace

std::vector<Token> Lexer::lex() && {
    while (at_ < text_.size()) {
        if (phone_ && at_ == phone_->begin) {
            push({Word::phone, Cue::none, 0, 0, at(), static_cast<std::uint32_t>(phone_->end)});
            continue;
        }
        const auto word = word_here();
        auto counted = counted_here();
        if (counted && word && word->end >= counted->end && !takes_figure(*counted, *word)) counted.reset();
        if (counted) {
            push(*counted);
        } else if (word) {
            push(*word);
        } else {
            push({text_[at_] == u' ' ? Word::stop : Word::other, Cue::none, 0, 0, at(), at() + 1});
        }
    }
    return std::move(tokens_);
}

bool Lexer::takes_figure(const Token& counted, const Token& word) {
    return word.end == counted.end && (word.word == Word::filler || word.word == Word::people);
}

bool Lexer::is_tied(Word word) { return word != Word::stop && word != Word::filler && word != Word::ah; }

bool Lexer::is_border() const {
    if (at_ == 0 || tokens_.back().word != Word::other) return true;
    return !is_hiragana(text_[at_ - 1]) && !is_kanji(text_[at_ - 1]);
}

bool Lexer::is_opening() const {
    return std::all_of(tokens_.begin(), tokens_.end(), [](const Token& token) {
        return token.word == Word::filler || token.word == Word::stop || token.word == Word::sorry ||
               token.cue == Cue::hello;
    });
}

bool Lexer::is_or_weekday() const {
    const auto after = rest(at_);
    if (after.front() != u'か' || tokens_.empty() || kind_of(tokens_.back()) != Kind::day) return false;
    const auto* next = longest_word(after.substr(1));
    return next != nullptr && next->word == Word::weekday && is_hiragana(next->text.front());
}

bool Lexer::is_topic(const Entry& entry) const {
    if (entry.word != Word::yes && entry.cue != Cue::repeat) return false;
    if (!entry.text.starts_with(u"はい") || tokens_.empty()) return false;
    switch (tokens_.back().word) {
        // 名前はいとうです
        case Word::name_topic:
        case Word::among:
            return entry.text.size() == 2;
        case Word::stop:
        case Word::question:
        case Word::filler:
        case Word::ah:
        case Word::yes:
        case Word::copula:
        case Word::polite:
        case Word::cue:
            return false;
        default: {
            const auto after = rest(at_ + entry.text.size());
            return !after.empty() && longest_word(after.substr(0, 1)) == nullptr;
        }
    }
}

bool Lexer::is_kin_in_word(const Entry& entry) const {
    if (entry.text.size() > 1 || !is_kanji(entry.text.front())) return false;
    if (entry.word != Word::child && entry.word != Word::adult && entry.word != Word::person) return false;
    return at_ > 0 && tokens_.back().word == Word::other && is_kanji(text_[at_ - 1]);
}

bool Lexer::is_part_in_word(const Entry& entry) const {
    if (entry.word != Word::part || entry.text.size() > 1 || !is_kanji(entry.text.front())) return false;
    if (at_ > 0 && tokens_.back().word == Word::other && is_kanji(text_[at_ - 1])) return true;
    const auto after = rest(at_ + 1);
    if (after.empty() || !is_kanji(after.front())) return false;
    return longest_word(after) == nullptr && numerals_at(after).count == 0;
}

bool Lexer::is_within_word(const Entry& entry) const {
    const auto end = at_ + entry.text.size();
    if (is_letter(entry.text.front())) {
        return (at_ > 0 && is_letter(text_[at_ - 1])) || (end < text_.size() && is_letter(text_[end]));
    }
    if (is_kin_in_word(entry) || is_part_in_word(entry)) return true;
    // 金曜はやめて
    if (entry.text == u"はやめ" && end < text_.size() && u"てたるよ"sv.find(text_[end]) != u""sv.npos) return true;
    if (entry.text == u"はやめ" && rest(end).starts_with(u"ます")) return true;
    // 8時でいいや
    constexpr auto leads_to_good = u"がでもばあう"sv;
    if (entry.text == u"いや" && at_ > 1 && text_[at_ - 1] == u'い' &&
        leads_to_good.find(text_[at_ - 2]) != leads_to_good.npos)
        return true;
    // おうかがい
    if (entry.text == u"おう" && end < text_.size() && is_hiragana(text_[end])) return true;
    // 日は土曜日、 but not クリスマスの日は
    if (entry.text == u"日は") {
        return !tokens_.empty() && tokens_.back().word != Word::stop && tokens_.back().word != Word::filler &&
               tokens_.back().word != Word::ah;
    }
    // 計5人, but not 時計
    if (entry.text == u"計") return numerals_at(rest(end)).count == 0 || (at_ > 0 && is_kanji(text_[at_ - 1]));
    // なっちゃうんですけど
    if (entry.word == Word::no_word && entry.text.starts_with(u"ちゃ")) return !is_border();
    // かどうか is no カード, すごす no コース, バスで no バースデー
    const bool is_drawn_out =
        entry.text == u"かど" || entry.text == u"こす" || entry.text == u"ばすで" || entry.text == u"でと";
    if (is_drawn_out && !stretched_[at_]) return true;
    // マイケル
    if (entry.cue == Cue::vacancy && is_hiragana(entry.text.front())) {
        const bool is_of_seat = entry.text.starts_with(u"あい") && at_ > 0 && is_kanji(text_[at_ - 1]);
        return !is_of_seat && !is_border();
    }
    // うかんむり
    if (entry.text == u"むり") return at_ > 1 && text_[at_ - 1] == u'ん' && text_[at_ - 2] == u'か';
    // リンと申します
    if (entry.word == Word::filler && entry.text.front() == u'ん') return !is_border();
    switch (entry.word) {
        case Word::relative_day:
        case Word::relative_night:
        case Word::relative_morning:
        case Word::part:
        case Word::weekday:
        case Word::people:
            return is_hiragana(entry.text.front()) && is_hiragana(entry.text.back()) && !is_border();
        default:
            return false;
    }
}

std::optional<Token> Lexer::word_here() const {
    if (const auto particle = misspelt_particle()) return particle;
    if (is_or_weekday()) return Token{Word::ka, Cue::none, 0, 0, at(), at() + 1};
    if (text_[at_] == u'ん' && stretched_[at_] && is_border() && (tokens_.empty() || !is_tied(tokens_.back().word)))
        return Token{Word::filler, Cue::none, 0, 0, at(), at() + 1};
    const auto* entry = longest_word(rest(at_));
    // 大晦日前の日曜 is no 前の日
    const bool is_of_day = entry != nullptr && (entry->word == Word::known_day || entry->word == Word::offset_day);
    if (is_of_day && entry->text.ends_with(u'日') && rest(at_ + entry->text.size()).starts_with(u'曜'))
        entry = longest_word(rest(at_).substr(0, entry->text.size() - 1));
    // あるから, 忙しいから are no あるか, no いか.
    const bool is_reason =
        entry != nullptr && entry->text.ends_with(u'か') && rest(at_ + entry->text.size()).starts_with(u'ら');
    if (is_reason) entry = longest_word(rest(at_).substr(0, entry->text.size() - 1));
    // ふたりともう一人, but ふたりとも
    const bool is_cut = entry != nullptr && entry->word == Word::people && entry->text.ends_with(u"とも") &&
                        rest(at_ + entry->text.size()).starts_with(u'う');
    if (is_cut) entry = longest_word(rest(at_).substr(0, entry->text.size() - 2));
    // 座敷じゃなくテーブル
    const bool takes_of_word =
        entry != nullptr && entry->text.ends_with(u"なくて") &&
        (rest(at_ + entry->text.size()).starts_with(u"ぶる") || rest(at_ + entry->text.size()).starts_with(u"らす"));
    if (takes_of_word) entry = longest_word(rest(at_).substr(0, entry->text.size() - 1));
    // やっぱしちじ
    if (entry != nullptr && entry->text == u"やっぱし" && rest(at_ + entry->text.size()).starts_with(u'ち'))
        entry = longest_word(rest(at_).substr(0, entry->text.size() - 1));
    if (entry == nullptr || is_within_word(*entry)) return std::nullopt;
    // いやあ、先日は: a sigh that begins
    const bool is_sigh = entry->text == u"いや" && is_opening() &&
                         (rest(at_).starts_with(u"いやあ") || rest(at_).starts_with(u"いやぁ"));
    if (is_sigh) return Token{Word::filler, Cue::none, 0, 0, at(), at() + 3};
    if (is_topic(*entry)) return Token{Word::wa, Cue::none, 0, 0, at(), at() + 1};
    const Token token{entry->word,  entry->cue, entry->value,
                      entry->value, at(),       at() + static_cast<std::uint32_t>(entry->text.size())};
    if (is_doubtful(token, text_) && !is_day_here(token)) return std::nullopt;
    if (token.word == Word::yes && token.end - token.begin <= 2 && stretched_[at_] && entry->text != u"はい") {
        return Token{Word::filler, Cue::none, 0, 0, token.begin, token.end};
    }
    if (token.word == Word::no_word && stretched_[token.end - 1] && token.end - token.begin == 2) {
        return Token{Word::filler, Cue::none, 0, 0, token.begin, token.end};
    }
    return token;
}

std::optional<Token> Lexer::misspelt_particle() const {
    const auto here = text_[at_];
    if ((here != u'出' && here != u'野' && here != u'ん') || tokens_.empty()) return std::nullopt;
    const auto before = tokens_.back().word;
    const auto after = rest(at_ + 1);
    const auto* next = longest_word(after);
    if (here == u'出') {
        const bool counts =
            before == Word::people || before == Word::hour || before == Word::half || before == Word::minute;
        const bool is_seat = after.starts_with(u"席空") || after.starts_with(u"席あ") || after.starts_with(u"席は");
        const bool goes_on =
            is_seat ||
            (next != nullptr && (next->cue == Cue::booking || next->word == Word::polite || next->cue == Cue::vacancy));
        if (!counts || !goes_on) return std::nullopt;
        return Token{Word::de, Cue::none, 0, 0, at(), at() + 1};
    }
    const bool is_day =
        before == Word::weekday || before == Word::relative_day || before == Word::week || before == Word::day_of_month;
    const bool is_told =
        next != nullptr && (next->word == Word::part || next->word == Word::weekday || next->word == Word::hour);
    if (!is_day || !is_told) return std::nullopt;
    return Token{Word::no, Cue::none, 0, 0, at(), at() + 1};
}

bool Lexer::is_day_here(const Token& token) const {
    const bool behind_month =
        !tokens_.empty() && (tokens_.back().word == Word::month || tokens_.back().word == Word::month_of ||
                             tokens_.back().word == Word::no || tokens_.back().word == Word::month_end);
    const bool behind_break = tokens_.empty() || tokens_.back().word == Word::stop ||
                              tokens_.back().word == Word::filler || tokens_.back().word == Word::wa ||
                              tokens_.back().word == Word::not_but || tokens_.back().word == Word::ah;
    if (!behind_month && !behind_break) return false;
    const auto after = rest(token.end);
    // いつか、行きたい
    const bool some_day = token.value == 5 && !after.empty() && (after.front() == u'、' || after.front() == u'も');
    if (some_day && !behind_month) return false;
    if (after.empty() || !is_hiragana(after.front())) return true;
    constexpr std::u16string_view may_follow = u"のにでがはとかをも";
    const auto* next = longest_word(after);
    if (after.starts_with(u"なん") || (next != nullptr && next->word == Word::copula)) return true;
    return behind_month || may_follow.find(after.front()) != may_follow.npos;
}

void Lexer::push(Token token) {
    // 7時15分: the token of a word never takes less than a character.
    tokens_.push_back(token);
    at_ = std::max<std::size_t>(token.end, at_ + 1);
}

std::vector<Token> tokens_of(const Glyphs& glyphs, std::optional<GlyphRange> phone) {
    return Lexer{glyphs, phone}.lex();
}

}  // namespace denwaban::talk
