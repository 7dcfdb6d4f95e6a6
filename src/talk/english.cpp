#include "english_lexer.hpp"

#include <algorithm>
#include <array>

namespace denwaban::talk {

std::vector<Token> EnglishLexer::lex() && {
    while (at_ < text_.size()) {
        if (phone_ && at_ == phone_->begin) {
            push(Word::phone, 0, phone_->end);
        } else if (text_[at_] == u' ') {
            ++at_;
        } else if (!is_english_sign(text_[at_])) {
            const auto word = text_[at_] == u'?' ? Word::question : takes_back() ? Word::not_but : Word::stop;
            push(word, 0, at_ + 1);
        } else if (!counted_day() && !moved() && !past() && !figure()) {
            phrase();
        }
    }
    deny();
    put_bounds_behind(tokens_, text_);
    ask();
    return std::move(tokens_);
}

void EnglishLexer::push(Word word, int value, std::size_t end, Cue cue) {
    changes_ = changes_ || cue == Cue::change;
    tokens_.push_back({word, cue, value, value, static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)});
    at_ = end;
}

std::u16string_view EnglishLexer::rest(std::size_t from) const {
    return std::u16string_view{text_}.substr(std::min(from, text_.size()));
}

std::size_t EnglishLexer::blanks(std::size_t from) const {
    while (from < text_.size() && text_[from] == u' ') ++from;
    return from;
}

std::size_t EnglishLexer::word_end(std::size_t from) const {
    while (from < text_.size() && is_english_sign(text_[from])) ++from;
    return from;
}

bool EnglishLexer::stands(std::size_t from, std::u16string_view word) const {
    return rest(from).starts_with(word) && word_end(from) == from + word.size();
}

Word EnglishLexer::last(std::size_t back) const {
    return tokens_.size() < back ? Word::stop : tokens_[tokens_.size() - back].word;
}

std::u16string_view EnglishLexer::said_before(std::size_t back) const {
    if (tokens_.size() < back) return {};
    const auto& token = tokens_[tokens_.size() - back];
    return rest(token.begin).substr(0, token.end - token.begin);
}

bool EnglishLexer::takes_back() const {
    if (tokens_.empty() || !denied_ || *denied_ >= tokens_.size() || !is_of_slot(last())) return false;
    return std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(*denied_), tokens_.end() - 1,
                       [](const Token& one) { return one.word == Word::filler; });
}

bool EnglishLexer::is_of_slot(Word word) {
    return word == Word::weekday || word == Word::hour || word == Word::clock || word == Word::people ||
           word == Word::number || word == Word::month_day || word == Word::day_of_month || word == Word::relative_day;
}

void EnglishLexer::phrase() {
    if (stands(at_, u"not") && english_phrase(rest(at_)) == nullptr) {
        push(Word::other, 0, at_ + 3);
        denied_ = tokens_.size();
        return;
    }
    const auto joint = stands(at_, u"but") ? 3 : stands(at_, u"to") ? 2 : 0;
    if ((joint == 3 && takes_back()) || (joint == 2 && is_moved())) {
        push(Word::not_but, 0, at_ + static_cast<std::size_t>(joint));
        return;
    }
    if (const auto* entry = english_phrase(rest(at_))) {
        asks_ = asks_ || entry->word == Word::there;
        // What is asked stands at the end of a sentence.
        const auto end = at_ + entry->text.size();
        if (is_one_of_them(*entry)) {
            push(entry->word, 0, at_ + 1);
            push(Word::people, 1, end);
            return;
        }
        const bool is_verb = entry->text == u"am" && (said_before() == u"i" || stands(blanks(end), u"i"));
        // A reservation under Brown, but under 8000 yen.
        const bool is_bound = entry->word == Word::at_most || entry->word == Word::at_least;
        const bool is_name = is_bound &&
                             (entry->text == u"under" || entry->text == u"below" || entry->text == u"within" ||
                              entry->text.ends_with(u"than")) &&
                             !figure_at(blanks(end));
        const auto word = is_name || entry->word == Word::there || entry->word == Word::people_topic || is_verb
                              ? Word::filler
                              : entry->word;
        push(word, entry->value, end, entry->cue);
    } else {
        push(Word::other, 0, word_end(at_));
    }
}

void EnglishLexer::deny() {
    if (!denied_ || *denied_ >= tokens_.size()) return;
    auto at = *denied_;
    while (at + 1 < tokens_.size() && tokens_[at].word == Word::filler) ++at;
    auto& token = tokens_[at];
    const auto behind = tokens_.begin() + static_cast<std::ptrdiff_t>(at) + 1;
    const bool is_replaced = std::any_of(behind, tokens_.end(), [](const Token& one) { return is_of_slot(one.word); });
    if (is_of_slot(token.word) && !is_replaced) token.word = Word::aside;
}

void EnglishLexer::ask() {
    if (!asks_ || tokens_.empty() || last() == Word::question) return;
    at_ = text_.size() - 1;
    push(Word::there, 1, text_.size());
}

bool is_english(std::string_view utf8) {
    bool letters = false;
    for (const auto c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0xE3) return false;
        letters = letters || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    }
    return letters;
}

std::vector<Token> english_tokens_of(const Glyphs& glyphs, std::optional<GlyphRange> phone) {
    return EnglishLexer{glyphs, phone}.lex();
}

}  // namespace denwaban::talk
