#include "english_grounds.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "clauses.hpp"
#include "english_lexer.hpp"

namespace denwaban::talk {

namespace {

using View = std::u16string_view;

/// What was thought before, and is no more.
constexpr auto thoughts_before = std::to_array<View>({
    u"originally",      u"initially",        u"at first",     u"had planned",   u"was planning",
    u"were planning",   u"we planned",       u"i planned",    u"was going to",  u"were going to",
    u"i thought",       u"we thought",       u"was meant to", u"were meant to", u"had hoped",
    u"was supposed to", u"were supposed to", u"was thinking", u"were thinking",
});
/// What was, and is no wish.
constexpr auto english_pasts = std::to_array<View>({
    u"last time",
    u"last week",
    u"last month",
    u"last year",
    u"the other day",
    u"previously",
    u"used to",
    u"usually",
    u"normally",
    u"we came",
    u"i came",
    u"we were there",
    u"we always",
});
constexpr auto english_reasons = std::to_array<View>({
    u"doesn't work",  u"does not work", u"won't work",  u"will not work", u"didn't work", u"isn't good",
    u"is not good",   u"is no good",    u"too early",   u"too late",      u"too soon",    u"can't make",
    u"cannot make",   u"can't do",      u"cannot do",   u"won't make",    u"can't come",  u"not possible",
    u"impossible",    u"meeting",       u"appointment", u"have work",     u"work until",  u"work till",
    u"working until", u"working till",  u"finish work", u"finishes work", u"off work",    u"train",
    u"flight",        u"plane",         u"arrive",      u"arrives",       u"land at",     u"lands at",
    u"check in",      u"is full",       u"was full",    u"were full",     u"is booked",   u"fully booked",
    u"conference",    u"babysitter",    u"busy",        u"closes at",     u"have to",     u"another plan",
});
constexpr auto other_people = std::to_array<View>({
    u"my friend",     u"my friends",   u"my wife",    u"my husband", u"my boss",    u"my mother",     u"my mom",
    u"my mum",        u"my father",    u"my dad",     u"my parents", u"my partner", u"my colleague",  u"my colleagues",
    u"my girlfriend", u"my boyfriend", u"my brother", u"my sister",  u"my son",     u"my daughter",   u"he",
    u"she",           u"they",         u"someone",    u"some of us", u"the others", u"everyone else",
});
constexpr auto wishes_of_others = std::to_array<View>({
    u"wanted",   u"wants",   u"want",      u"said",   u"says",   u"say",        u"suggested",
    u"suggests", u"prefers", u"preferred", u"prefer", u"asked",  u"would like", u"likes",
    u"told",     u"thought", u"thinks",    u"can't",  u"cannot", u"isn't",      u"is busy",
});
constexpr auto english_links = std::to_array<View>(
    {u"but", u"so", u"because", u"since", u"though", u"although", u"however", u"and", u"which", u"as"});
/// Words of which what follows is compared with what is wished for.
constexpr auto english_comparisons = std::to_array<View>({u"than", u"instead of"});

[[nodiscard]] bool stands_whole(View text, View word) {
    for (auto at = text.find(word); at != View::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool begins = at == 0 || !is_english_sign(text[at - 1]);
        if (begins && (end == text.size() || !is_english_sign(text[end]))) return true;
    }
    return false;
}
template <class Words>
[[nodiscard]] bool is_any_in(View text, const Words& words) {
    return std::any_of(words.begin(), words.end(), [&](View word) { return stands_whole(text, word); });
}

struct EnglishClause {
    std::size_t first;
    std::size_t end;
};

class EnglishGrounds {
public:
    EnglishGrounds(const std::vector<Token>& tokens, const Glyphs& glyphs) : tokens_(tokens), text_(glyphs.text) {}

    [[nodiscard]] std::vector<EnglishClause> clauses() const {
        std::vector<EnglishClause> all;
        std::size_t first = 0;
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            if (!is_link(at)) continue;
            if (at > first) all.push_back({first, at});
            first = at;
        }
        if (first < tokens_.size()) all.push_back({first, tokens_.size()});
        return all;
    }
    [[nodiscard]] bool is_ground(const EnglishClause& clause) const {
        const auto said = said_of(clause);
        if (is_intended(clause) || is_any_in(said, english_pasts)) return true;
        if (is_any_in(said, other_people) && is_any_in(said, wishes_of_others)) return true;
        const bool is_wish = std::any_of(begin_of(clause), end_of(clause), [](const Token& token) {
            return token.word == Word::polite || token.cue == Cue::booking || token.cue == Cue::change ||
                   token.word == Word::there;
        });
        return !is_wish && is_any_in(said, english_reasons);
    }
    [[nodiscard]] bool is_intended(const EnglishClause& clause) const {
        return is_any_in(said_of(clause), thoughts_before);
    }
    [[nodiscard]] bool names(const EnglishClause& clause, Kind kind) const {
        return std::any_of(begin_of(clause), end_of(clause), [&](const Token& one) { return kind_of(one) == kind; });
    }
    /// 7 of: 8 rather than 7.
    [[nodiscard]] bool is_compared(std::size_t at) const {
        auto before = text_.substr(0, tokens_[at].begin);
        for (const View lead : {View{u" "}, View{u" at"}, View{u" on"}, View{u" for"}}) {
            if (before.ends_with(lead)) before.remove_suffix(lead.size());
        }
        return std::any_of(english_comparisons.begin(), english_comparisons.end(),
                           [&](View word) { return before.ends_with(word); });
    }

private:
    [[nodiscard]] bool is_link(std::size_t at) const {
        if (tokens_[at].word == Word::stop) return true;
        const auto said = text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin);
        return std::find(english_links.begin(), english_links.end(), said) != english_links.end();
    }
    [[nodiscard]] std::vector<Token>::const_iterator begin_of(const EnglishClause& clause) const {
        return tokens_.begin() + static_cast<std::ptrdiff_t>(clause.first);
    }
    [[nodiscard]] std::vector<Token>::const_iterator end_of(const EnglishClause& clause) const {
        return tokens_.begin() + static_cast<std::ptrdiff_t>(clause.end);
    }
    [[nodiscard]] View said_of(const EnglishClause& clause) const {
        const auto begin = tokens_[clause.first].begin;
        return text_.substr(begin, tokens_[clause.end - 1].end - begin);
    }

    const std::vector<Token>& tokens_;
    View text_;
};

constexpr auto kinds_of_slots = std::to_array({Kind::day, Kind::time, Kind::people});

[[nodiscard]] bool names_any_twice(const std::vector<Token>& tokens) {
    std::array<int, kinds_of_slots.size()> counts{};
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        const auto kind = kind_of(token);
        return kind && ++counts.at(static_cast<std::size_t>(*kind)) > 1;
    });
}

void note(TakenBack& taken_back, Kind kind) {
    taken_back.day = taken_back.day || kind == Kind::day;
    taken_back.time = taken_back.time || kind == Kind::time;
    taken_back.people = taken_back.people || kind == Kind::people;
}

void put_aside(Token& token) {
    token.word = Word::aside;
    token.cue = Cue::none;
}

}  // namespace

TakenBack set_english_grounds_aside(std::vector<Token>& tokens, const Glyphs& glyphs) {
    TakenBack taken_back;
    if (!names_any_twice(tokens)) return taken_back;
    const EnglishGrounds grounds{tokens, glyphs};
    const auto clauses = grounds.clauses();
    std::vector<bool> is_ground(clauses.size());
    for (std::size_t at = 0; at < clauses.size(); ++at) is_ground[at] = grounds.is_ground(clauses[at]);
    for (const auto kind : kinds_of_slots) {
        std::vector<std::size_t> compared;
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            if (kind_of(tokens[at]) == kind && grounds.is_compared(at)) compared.push_back(at);
        }
        bool is_wished = false;
        for (std::size_t at = 0; at < clauses.size(); ++at) {
            is_wished = is_wished || (!is_ground[at] && grounds.names(clauses[at], kind));
        }
        if (!is_wished) continue;
        const auto of_kind =
            std::count_if(tokens.begin(), tokens.end(), [&](const Token& token) { return kind_of(token) == kind; });
        if (static_cast<std::size_t>(of_kind) > compared.size()) {
            for (const auto at : compared) put_aside(tokens[at]);
        }
        for (std::size_t at = 0; at < clauses.size(); ++at) {
            if (!is_ground[at] || !grounds.names(clauses[at], kind)) continue;
            if (grounds.is_intended(clauses[at])) note(taken_back, kind);
            for (auto place = clauses[at].first; place < clauses[at].end; ++place) {
                auto& token = tokens[place];
                if (kind_of(token) == kind) put_aside(token);
                if (token.cue == Cue::late || token.cue == Cue::cancel) token.cue = Cue::none;
            }
        }
    }
    return taken_back;
}

bool is_in_english_ground(const std::vector<Token>& tokens, const Glyphs& glyphs, std::size_t at) {
    const EnglishGrounds grounds{tokens, glyphs};
    const auto clauses = grounds.clauses();
    return std::any_of(clauses.begin(), clauses.end(), [&](const EnglishClause& clause) {
        return clause.first <= at && at < clause.end && grounds.is_ground(clause);
    });
}

}  // namespace denwaban::talk
