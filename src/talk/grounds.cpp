#include "grounds.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "clauses.hpp"
#include "surroundings.hpp"
#include "traits.hpp"

namespace denwaban::talk {

namespace {

using View = std::u16string_view;

constexpr auto all_kinds = std::to_array({Kind::day, Kind::time, Kind::people});

struct Clause {
    std::size_t first;
    std::size_t end;
    Ending ending;
};

class Grounds {
public:
    Grounds(std::vector<Token>& tokens, const Reading& reading)
        : tokens_(tokens), reading_(reading), text_(reading.glyphs.text) {}

    [[nodiscard]] TakenBack set_aside() && {
        if (!is_any_twice()) return {};
        part_into_clauses();
        if (clauses_.size() < 2) return {};
        is_any_intended_ =
            std::any_of(clauses_.begin(), clauses_.end(), [&](const Clause& one) { return is_intended(one); });
        for (const auto kind : all_kinds) {
            if (is_wished_for(kind)) take_out(kind);
        }
        return taken_back_;
    }

private:
    [[nodiscard]] bool is_any_twice() const {
        std::array<int, all_kinds.size()> counts{};
        for (const auto& token : tokens_) {
            const auto kind = kind_of(token);
            if (kind && ++counts.at(static_cast<std::size_t>(*kind)) > 1) return true;
        }
        return false;
    }

    void part_into_clauses() {
        std::size_t first = 0;
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            const auto ending = ending_of(at);
            if (ending == Ending::none && at + 1 < tokens_.size() && !is_listed(at)) continue;
            clauses_.push_back({first, at + 1, ending});
            first = at + 1;
        }
    }

    /// 土曜より日曜, 6時よりは7時.
    [[nodiscard]] Ending ending_of(std::size_t at) const {
        const bool is_than = at > 0 && reading_.word(at) == Word::kara && reading_.folded({at, at + 1}) == u"より";
        const auto kind = is_than ? kind_of(tokens_[at - 1]) : std::nullopt;
        if (!kind) return ending_at(reading_, at);
        const auto next = reading_.skip(at + 1, {Word::wa, Word::mo, Word::stop});
        const bool is_same = next < tokens_.size() && is_of(tokens_[next], *kind);
        const bool is_range = is_any({next, std::min(next + 4, tokens_.size()), Ending::none},
                                     [](const Token& token) { return token.word == Word::made; });
        const bool compares = is_same && !is_range && (next > at + 1 || kind == Kind::day || is_preferred(next));
        return compares ? Ending::contrast : ending_at(reading_, at);
    }
    /// 7時半のほうが, 8時がいい: said of what is compared with another.
    [[nodiscard]] bool is_preferred(std::size_t at) const {
        const auto end = reading_.skip(
            at, {Word::part, Word::hour, Word::half, Word::minute, Word::clock, Word::no, Word::people, Word::about});
        if (reading_.word(end) == Word::ga) return true;
        const auto rest = end < tokens_.size() ? text_.substr(tokens_[end].begin) : View{};
        return rest.starts_with(u"ほう") || rest.starts_with(u"方");
    }
    /// 明日の夜7時、: what follows is said of something else.
    [[nodiscard]] bool is_listed(std::size_t at) const {
        if (at == 0) return false;
        if (names_again(at)) return true;
        if (reading_.word(at) != Word::stop) return false;
        // 7時からでお願いします、6時は無理なので
        if (reading_.word(at - 1) == Word::polite || reading_.word(at - 1) == Word::copula) return true;
        if (ends_with(Trait::impossible, text_.substr(0, tokens_[at].begin))) return true;
        const auto last = reading_.back(at, {Word::de, Word::ni, Word::kara, Word::about, Word::filler});
        return last && kind_of(tokens_[*last]);
    }

    /// 水曜、あ、水曜は健診だった、木曜で: at the stop behind だった.
    [[nodiscard]] bool names_again(std::size_t stop) const {
        const auto& token = tokens_[stop];
        // 定休日か、
        const bool is_doubted = token.word == Word::either && text_[token.end - 1] == u'、';
        if (token.word != Word::stop && !is_doubted) return false;
        if (!ends_with(Trait::realised, text_.substr(0, is_doubted ? token.end - 1 : token.begin))) return false;
        constexpr std::size_t far = 24;
        const auto first = stop > far ? stop - far : 0;
        for (auto at = stop; at > first; --at) {
            if (is_wish(tokens_[at - 1]) && tokens_[at - 1].word != Word::there) return false;
            if (kind_of(tokens_[at - 1])) return at < stop && is_said_before(at - 1);
        }
        return false;
    }
    /// The same word with the same value, or その日.
    [[nodiscard]] bool is_said_before(std::size_t place) const {
        const auto& token = tokens_[place];
        return std::any_of(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(place),
                           [&](const Token& one) { return one.word == token.word && one.value == token.value; });
    }
    /// Whether a clause says of what was said before why it is no wish.
    [[nodiscard]] bool is_second_thought(const Clause& clause, std::size_t last) const {
        const auto next = static_cast<std::size_t>(&clause - clauses_.data()) + 1;
        if (next >= clauses_.size() || !is_said_before(last) || !names_again(clause.end - 1)) return false;
        const auto behind = reading_.skip(last + 1, {Word::half, Word::minute, Word::about, Word::made});
        const auto topic = said_of(behind, clause);
        constexpr auto topics = std::to_array<View>({u"は", u"に", u"も", u"だと", u"じゃ", u"やと", u"ゃ"});
        const bool is_topic =
            std::any_of(topics.begin(), topics.end(), [&](View one) { return topic.starts_with(one); });
        return is_topic && !is_wish_itself(clause);
    }

    [[nodiscard]] static bool is_of(const Token& token, Kind kind) { return kind_of(token) == kind; }
    [[nodiscard]] std::optional<std::size_t> last_of(const Clause& clause, Kind kind) const {
        for (auto at = clause.end; at > clause.first; --at) {
            if (is_of(tokens_[at - 1], kind)) return at - 1;
        }
        return std::nullopt;
    }

    [[nodiscard]] View said_of(std::size_t first, const Clause& clause) const {
        const auto begin = first < clause.end ? tokens_[first].begin : tokens_[clause.end - 1].end;
        return text_.substr(begin, tokens_[clause.end - 1].end - begin);
    }
    [[nodiscard]] bool is_wish_itself(const Clause& clause) const {
        bool wishes = false;
        for (auto at = clause.first; at < clause.end; ++at) {
            const auto& token = tokens_[at];
            if (token.word == Word::others) return false;
            const bool is_asked = token.word == Word::there && reading_.asks(at);
            const bool is_of_table = is_wish(token) && token.word != Word::there && token.cue != Cue::vacancy;
            wishes = wishes || is_asked || is_of_table || token.word == Word::not_but;
        }
        return wishes;
    }
    /// 電車が7時に着くので
    [[nodiscard]] bool is_of_others(const Clause& clause) const {
        return is_any(clause, [](const Token& token) { return token.word == Word::others; });
    }
    /// 入ってます, 取ってもらってる.
    [[nodiscard]] bool has_booking(const Clause& clause) const {
        return is_any(clause, [](const Token& token) { return token.cue == Cue::have; });
    }
    template <class Is>
    [[nodiscard]] bool is_any(const Clause& clause, Is&& is) const {
        const auto begin = tokens_.begin() + static_cast<std::ptrdiff_t>(clause.first);
        return std::any_of(begin, tokens_.begin() + static_cast<std::ptrdiff_t>(clause.end), is);
    }
    /// 土曜なんですけど仕事で行けないので日曜で: by the clause behind it, which names nothing.
    [[nodiscard]] bool is_explained(const Clause& clause, std::size_t last) const {
        const auto next = static_cast<std::size_t>(&clause - clauses_.data()) + 1;
        const bool is_topic = clause.ending == Ending::contrast && reading_.word(last + 1) == Word::copula;
        if (!is_topic || next + 1 >= clauses_.size()) return false;
        const auto& why = clauses_[next];
        const bool names = is_any(why, [](const Token& token) { return kind_of(token).has_value(); });
        return !names && why.ending != Ending::none && why.ending != Ending::contrast &&
               stands_in(Trait::against, said_of(why.first, why)) && !is_wish_itself(why);
    }
    /// 7時です、8時じゃなくて; 7時でお願いします、6時は無理なので.
    [[nodiscard]] bool is_denied_last(const Clause& clause, std::size_t last, Kind kind) const {
        if (reading_.word(last + 1) != Word::not_but || last + 1 >= tokens_.size()) return false;
        const auto is = [&](const Token& token) { return is_of(token, kind); };
        const auto behind = tokens_.begin() + static_cast<std::ptrdiff_t>(last + 1);
        const auto before = tokens_.begin() + static_cast<std::ptrdiff_t>(clause.first);
        return std::any_of(tokens_.begin(), before, is) && std::none_of(behind, tokens_.end(), is);
    }
    /// 6時には間に合わないです, 6時だと厳しい: a sentence of its own.
    [[nodiscard]] bool is_ruled_out(const Clause& clause, std::size_t last, Kind kind) const {
        const auto topic = reading_.skip(last + 1, {Word::ni, Word::de, Word::about, Word::half, Word::minute});
        const auto rest = said_of(topic, clause);
        const bool is_topic = topic < clause.end && (reading_.word(topic) == Word::wa || rest.starts_with(u"だと") ||
                                                     rest.starts_with(u"じゃ") || rest.starts_with(u"やと"));
        if (!is_topic || kind == Kind::people || is_wish_itself(clause)) return false;
        const bool asks = is_any(clause, [](const Token& token) {
            return token.word == Word::ka || token.word == Word::question || token.word == Word::there ||
                   token.word == Word::no_word;
        });
        return !asks && stands_in(Trait::impossible, rest);
    }
    /// 友達は4人って言ってたけど
    [[nodiscard]] bool is_anothers(const Clause& clause) const {
        for (auto at = clause.first; at + 1 < clause.end; ++at) {
            const auto& token = tokens_[at];
            const bool is_other = token.word == Word::friends || (token.word == Word::person && token.value == 0);
            const auto next = reading_.word(at + 1);
            if (is_other && (next == Word::wa || next == Word::ga || next == Word::mo)) return true;
        }
        return false;
    }
    /// 前は4人だったけど
    [[nodiscard]] bool is_once(const Clause& clause) const {
        return clause.ending == Ending::contrast && stands_in(Trait::once, said_of(clause.first, clause));
    }
    /// 4人の予定でしたが: what was thought before.
    [[nodiscard]] bool is_intended(const Clause& clause) const {
        const bool is_said = reading_.word(clause.end - 1) == Word::said;
        if (clause.ending == Ending::none || is_said || is_once(clause)) return false;
        return stands_in(Trait::intended, said_of(clause.first, clause));
    }
    /// 7人です、一人来れなくなったので; 5、6人です、まだ一人返事待ちで: of some who were counted before.
    [[nodiscard]] bool is_of_some(const Clause& clause, std::size_t last) const {
        const auto& count = tokens_[last];
        const auto behind = tokens_.begin() + static_cast<std::ptrdiff_t>(clause.end);
        const auto is_more = [&](const Token& token) {
            return token.word == Word::people && token.value > count.value;
        };
        const auto before = tokens_.begin() + static_cast<std::ptrdiff_t>(clause.first);
        const bool is_last =
            std::none_of(behind, tokens_.end(), [](const Token& token) { return is_of(token, Kind::people); });
        if (!is_last || count.word != Word::people || std::none_of(tokens_.begin(), before, is_more)) return false;
        const bool is_apart = is_any(clause, [](const Token& token) {
            return token.word == Word::adult || token.word == Word::child || token.word == Word::infant;
        });
        if (is_apart || is_booking_spoken_of()) return false;
        const auto predicate = said_of(last + 1, clause);
        if (stands_in(Trait::unsettled, predicate)) return true;
        return clause.ending == Ending::reason &&
               (stands_in(Trait::staying_away, predicate) || predicate.find(u"増え") != View::npos);
    }
    [[nodiscard]] bool is_booking_spoken_of() const {
        const auto* known = reading_.hearing.known;
        return (known != nullptr && known->party) ||
               std::any_of(tokens_.begin(), tokens_.end(),
                           [](const Token& token) { return token.cue == Cue::booking || token.cue == Cue::have; });
    }
    /// Whether what a clause says of it is no wish.
    [[nodiscard]] bool is_ground(const Clause& clause, Kind kind) const {
        const auto last = last_of(clause, kind);
        if (!last) return false;
        if (is_denied_last(clause, *last, kind) || is_second_thought(clause, *last)) return true;
        if (kind == Kind::people && is_of_some(clause, *last)) return true;
        if (clause.ending == Ending::none) return is_ruled_out(clause, *last, kind);
        if (reading_.word(clause.end - 1) == Word::said) return is_anothers(clause);
        if (is_intended(clause) || is_once(clause)) return true;
        if (is_explained(clause, *last)) return true;
        if (is_wish_itself(clause) || reading_.word(*last + 1) == Word::stop) return false;
        const auto predicate = said_of(*last + 1, clause);
        // 土曜もいいけど
        if (predicate == u"より" || predicate.starts_with(u"もいい")) return true;
        if (kind == Kind::people)
            return stands_in(Trait::too_many, predicate) ||
                   (is_any_intended_ && stands_in(Trait::staying_away, predicate));
        if (stands_in(Trait::against, predicate)) return true;
        if (clause.ending == Ending::going_on || has_booking(clause)) return false;
        if (is_of_others(clause)) return true;
        for (auto at = *last + 1; at < clause.end; ++at) {
            const auto& token = tokens_[at];
            if (is_content(reading_, at) || token.cue == Cue::elsewhere || token.word == Word::occasion) return true;
        }
        return stands_in(Trait::told, predicate);
    }

    /// Whether a clause that is no ground has one of the kind.
    [[nodiscard]] bool is_wished_for(Kind kind) const {
        return std::any_of(clauses_.begin(), clauses_.end(),
                           [&](const Clause& one) { return last_of(one, kind) && !is_ground(one, kind); });
    }

    void take_out(Kind kind) {
        for (const auto& clause : clauses_) {
            if (!is_ground(clause, kind)) continue;
            // What was offered is declined.
            if (is_intended(clause) || reading_.is_asked(Question::offer)) take_back(kind);
            const auto last = last_of(clause, kind);
            if (last && is_second_thought(clause, *last)) tokens_[*last].word = Word::mistaken;
            for (auto at = clause.first; at < clause.end; ++at) {
                auto& token = tokens_[at];
                const bool is_beside = token.word == Word::occasion || token.word == Word::others ||
                                       (kind == Kind::day && token.word == Word::coming);
                if (is_of(token, kind) || is_beside) token.word = Word::aside;
                const bool is_no_wish = token.cue == Cue::vacancy || token.cue == Cue::late ||
                                        token.cue == Cue::slower || token.cue == Cue::rest_day ||
                                        (token.cue == Cue::elsewhere && wants_table()) ||
                                        (token.cue == Cue::cancel && kind == Kind::people);
                if (is_no_wish) token.cue = Cue::none;
            }
        }
    }

    /// Whether somebody comes, and does not only leave: 7時の新幹線なので5時半に出たい.
    [[nodiscard]] bool wants_table() const {
        return std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) {
            return token.word == Word::people || token.word == Word::polite || token.cue == Cue::booking;
        });
    }
    void take_back(Kind kind) {
        taken_back_.day = taken_back_.day || kind == Kind::day;
        taken_back_.time = taken_back_.time || kind == Kind::time;
        taken_back_.people = taken_back_.people || kind == Kind::people;
    }

    std::vector<Token>& tokens_;
    const Reading& reading_;
    View text_;
    TakenBack taken_back_;
    std::vector<Clause> clauses_;
    bool is_any_intended_ = false;
};

}  // namespace

TakenBack set_grounds_aside(std::vector<Token>& tokens, const Reading& reading) {
    return Grounds{tokens, reading}.set_aside();
}

}  // namespace denwaban::talk
