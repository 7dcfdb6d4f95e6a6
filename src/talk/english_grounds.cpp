#include "english_grounds.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "clauses.hpp"
#include "english_lexer.hpp"

namespace denwaban::talk {

namespace {

using View = std::u16string_view;

/// What a phrase says of its clause.
enum class Sign : std::uint8_t {
    intended = 1,  ///< what was thought before, and is no more
    past = 2,      ///< what was, and is no wish
    reason = 4,    ///< why not, or what else happens then
    other = 8,     ///< who else it is that
    told = 16,     ///< wants or says something
};
using Signs = std::uint8_t;
[[nodiscard]] constexpr bool has(Signs signs, Sign sign) { return (signs & static_cast<Signs>(sign)) != 0; }

/// Phrases apart by blanks; blanks within them are written _.
struct SignRow {
    Sign sign;
    View phrases;
};
constexpr auto sign_rows = std::to_array<SignRow>({
    {Sign::intended,
     u"originally initially at_first had_planned was_planning were_planning we_planned i_planned "
     u"was_going_to were_going_to i_thought we_thought was_meant_to were_meant_to had_hoped "
     u"was_supposed_to were_supposed_to was_thinking were_thinking"},
    {Sign::past,
     u"last_time last_week last_month last_year the_other_day previously used_to usually normally "
     u"we_came i_came we_were_there we_always"},
    {Sign::reason,
     u"doesn't_work does_not_work won't_work will_not_work didn't_work isn't_good is_not_good "
     u"is_no_good too_early too_late too_soon can't_make cannot_make can't_do cannot_do won't_make "
     u"can't_come not_possible impossible meeting appointment have_work work_until work_till "
     u"working_until working_till finish_work finishes_work off_work train flight plane arrive arrives "
     u"land_at lands_at check_in is_full was_full were_full is_booked fully_booked conference "
     u"babysitter busy closes_at have_to another_plan"},
    {Sign::other,
     u"my_friend my_friends my_wife my_husband my_boss my_mother my_mom my_mum my_father my_dad "
     u"my_parents my_partner my_colleague my_colleagues my_girlfriend my_boyfriend my_brother "
     u"my_sister my_son my_daughter he she they someone some_of_us the_others everyone_else"},
    {Sign::told,
     u"wanted wants want said says say suggested suggests prefers preferred prefer asked would_like "
     u"likes told thought thinks can't cannot isn't is_busy"},
});

/// By their first letters: each word is looked at.
class SignPhrases {
public:
    SignPhrases() {
        for (const auto& row : sign_rows) {
            for (auto rest = row.phrases; !rest.empty();) {
                const auto end = std::min(rest.find(u' '), rest.size());
                std::u16string phrase{rest.substr(0, end)};
                std::replace(phrase.begin(), phrase.end(), u'_', u' ');
                by_letter_.at(static_cast<std::size_t>(phrase.front() - u'a')).push_back({std::move(phrase), row.sign});
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
    }
    /// All that a clause says.
    [[nodiscard]] Signs of(View clause) const {
        Signs signs = 0;
        for (std::size_t at = 0; at < clause.size(); ++at) {
            const bool begins = at == 0 || !is_english_sign(clause[at - 1]);
            if (!begins || clause[at] < u'a' || clause[at] > u'z') continue;
            const auto rest = clause.substr(at);
            for (const auto& [phrase, sign] : by_letter_.at(static_cast<std::size_t>(clause[at] - u'a'))) {
                const bool is_whole =
                    rest.starts_with(phrase) && (rest.size() == phrase.size() || !is_english_sign(rest[phrase.size()]));
                if (is_whole) signs = static_cast<Signs>(signs | static_cast<Signs>(sign));
            }
        }
        return signs;
    }

private:
    struct Phrase {
        std::u16string phrase;
        Sign sign;
    };
    std::array<std::vector<Phrase>, 26> by_letter_;
};

constexpr auto english_links = std::to_array<View>(
    {u"but", u"so", u"because", u"since", u"though", u"although", u"however", u"and", u"which", u"as"});
/// Words of which what follows is compared with what is wished for.
constexpr auto english_comparisons = std::to_array<View>({u"than", u"instead of"});

struct EnglishClause {
    std::size_t first;
    std::size_t end;
    Signs signs = 0;
};

class EnglishGrounds {
public:
    EnglishGrounds(const std::vector<Token>& tokens, const Glyphs& glyphs) : tokens_(tokens), text_(glyphs.text) {}

    [[nodiscard]] std::vector<EnglishClause> clauses() const {
        std::vector<EnglishClause> all;
        std::size_t first = 0;
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            if (!is_link(at)) continue;
            if (at > first) all.push_back(clause(first, at));
            first = at;
        }
        if (first < tokens_.size()) all.push_back(clause(first, tokens_.size()));
        return all;
    }
    [[nodiscard]] bool is_ground(const EnglishClause& clause) const {
        if (is_intended(clause) || has(clause.signs, Sign::past)) return true;
        if (has(clause.signs, Sign::other) && has(clause.signs, Sign::told)) return true;
        if (!has(clause.signs, Sign::reason)) return false;
        const bool is_wish = std::any_of(begin_of(clause), end_of(clause), [](const Token& token) {
            return token.word == Word::polite || token.cue == Cue::booking || token.cue == Cue::change ||
                   token.word == Word::there;
        });
        return !is_wish;
    }
    [[nodiscard]] static bool is_intended(const EnglishClause& clause) { return has(clause.signs, Sign::intended); }
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
    [[nodiscard]] EnglishClause clause(std::size_t first, std::size_t end) const {
        static const SignPhrases phrases;
        const auto begin = tokens_[first].begin;
        return {first, end, phrases.of(text_.substr(begin, tokens_[end - 1].end - begin))};
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
