#include "asides.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "clauses.hpp"
#include "traits.hpp"

namespace denwaban::talk {

namespace {

constexpr int of_guest = 1;  ///< 行きました: what whoever was here did

class Asides {
public:
    Asides(std::vector<Token>& tokens, const Reading& reading)
        : tokens_(tokens), reading_(reading), text_(reading.glyphs.text), now_(reading.hearing.now) {}

    void set() {
        const bool is_elsewhere =
            std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) { return token.cue == Cue::elsewhere; });
        if (is_elsewhere && speaks_for_a_guest()) {
            for (auto& token : tokens_) token.cue = token.cue == Cue::elsewhere ? Cue::none : token.cue;
        }
        if (!has_any()) return;
        bool aside = false;
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            if (at > 0 && ends(at - 1)) clause_ = {at};
            if (is_of_what_was_said(at)) tokens_[at].word = Word::filler;
            const auto& token = tokens_[at];
            if (is_past(at) || token.word == Word::others) {
                aside = true;
                if (token.word == Word::relative_morning) tokens_[at].word = Word::aside;
            } else if (token.word == Word::deed) {
                if (!is_wish() && !is_why_they_call(at)) {
                    take_out(clause_.first, at);
                    if (token.value == of_guest) take_out_wants(clause_.first, at);
                    clause_.first = at;
                }
                aside = false;
            } else if (ends(at)) {
                aside = false;
            } else if (aside && is_booked_for(at)) {
                aside = false;
            } else if (aside || is_of_some(at)) {
                take_out(at, at + 1);
            } else if (token.word == Word::except) {
                auto first = at;
                while (first > 0 && is_of_booking(tokens_[first - 1].word)) --first;
                take_out(first, at);
            }
            note(tokens_[at], at);
        }
    }

private:
    /// ホテルのコンシェルジュです、お客様2名で: who books for others names their own house, too.
    [[nodiscard]] bool speaks_for_a_guest() const {
        constexpr auto words = std::to_array<std::u16string_view>(
            {u"お客様", u"お客さま", u"お客さん", u"宿泊客", u"こんしぇるじゅ", u"ふろんと", u"宿泊の方", u"宿泊者"});
        return std::any_of(words.begin(), words.end(), [&](auto word) { return text_.find(word) != text_.npos; });
    }

    /// Whether there is a word for which something may be taken out: few sentences have one.
    [[nodiscard]] bool has_any() const {
        return std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) {
            switch (token.word) {
                case Word::relative_day:
                case Word::week:
                case Word::year:
                case Word::month_of:
                    return token.value < 0;
                case Word::relative_morning:
                case Word::duration:
                case Word::others:
                case Word::deed:
                case Word::except:
                case Word::allergy:
                case Word::cannot_eat:
                case Word::allergen:
                    return true;
                default:
                    return false;
            }
        });
    }

    /// 昨日, 先週, 3年前; 今朝 later on.
    [[nodiscard]] bool is_past(std::size_t at) const {
        const auto& token = tokens_[at];
        switch (token.word) {
            case Word::relative_day:
            case Word::week:
            case Word::year:
            case Word::month_of:
                return token.value < 0;
            case Word::relative_morning:
                return token.value == 0 && now_ - date::floor<date::days>(now_) >= std::chrono::hours{11};
            case Word::duration: {
                const auto next = at + 1 < tokens_.size() ? tokens_[at + 1].word : Word::stop;
                return text_[token.end - 1] == u'前' && next != Word::made && next != Word::no;
            }
            default:
                return false;
        }
    }

    /// さっきの時間やっぱり8時で: of what was said in this call.
    [[nodiscard]] bool is_of_what_was_said(std::size_t at) const {
        if (at + 2 >= tokens_.size() || tokens_[at + 1].word != Word::no) return false;
        switch (tokens_[at + 2].word) {
            case Word::time_topic:
            case Word::people_topic:
            case Word::day_topic:
            case Word::name_topic:
            case Word::phone_topic:
                return tokens_[at].word == Word::relative_day && tokens_[at].value < 0;
            default:
                return false;
        }
    }

    /// さっき明日の8時に予約した: a day to come, of a booking that was made.
    [[nodiscard]] bool is_booked_for(std::size_t at) const {
        const auto& token = tokens_[at];
        const bool is_to_come = (token.word == Word::relative_day || token.word == Word::week) && token.value > 0;
        const bool is_named = token.word == Word::weekday || token.word == Word::month ||
                              token.word == Word::day_of_month || token.word == Word::month_day ||
                              token.word == Word::coming;
        const bool is_apart = at > 0 && tokens_[at - 1].word != Word::no && !names_past(tokens_[at - 1]);
        if (!is_to_come && !(is_named && is_apart)) return false;
        for (auto next = at + 1; next < tokens_.size() && !ends(next); ++next) {
            if (tokens_[next].cue == Cue::booking) return true;
        }
        return false;
    }
    [[nodiscard]] static bool names_past(const Token& token) {
        return (token.word == Word::week || token.word == Word::month_of || token.word == Word::year) &&
               token.value < 0;
    }

    /// そばが食べられない者が一人: of a party, not all of it.
    [[nodiscard]] bool is_of_some(std::size_t at) const {
        if (at == 0 || tokens_[at].word != Word::people || tokens_[at - 1].word != Word::ga) return false;
        return clause_.allergic;
    }

    [[nodiscard]] bool ends(std::size_t at) const {
        const auto& token = tokens_[at];
        if (token.word == Word::stop || token.word == Word::said || token.cue == Cue::have) return true;
        const auto ending = ending_at(reading_, at);
        return ending == Ending::reason || ending == Ending::contrast;
    }

    void note(const Token& token, std::size_t at) {
        clause_.allergic = clause_.allergic || token.word == Word::allergy || token.word == Word::cannot_eat ||
                           token.word == Word::allergen;
        clause_.wished =
            clause_.wished || token.cue == Cue::booking || token.cue == Cue::hope || token.cue == Cue::come;
        const bool to_come = (token.word == Word::relative_day || token.word == Word::week) && token.value > 0;
        if (to_come || token.word == Word::coming) clause_.to_come = at;
    }

    /// 明日7時に予約したいと思って電話しました.
    [[nodiscard]] bool is_wish() const {
        return clause_.wished || (clause_.to_come && tokens_[*clause_.to_come].word != Word::aside);
    }

    /// 8時から二人でいけるかなと思って電話した
    [[nodiscard]] bool is_why_they_call(std::size_t at) const {
        const auto before = text_.substr(0, tokens_[at].begin);
        const auto said = text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin);
        const bool is_call = said.find(u"電話") != said.npos;
        return is_call && (before.ends_with(u"思って") || before.ends_with(u"思いまして") ||
                           before.ends_with(u"たくて") || before.ends_with(u"思い"));
    }

    void take_out(std::size_t first, std::size_t end) {
        for (auto at = first; at < end; ++at) {
            auto& token = tokens_[at];
            const bool past = token.word == Word::relative_day && token.value < 0;
            if (is_of_booking(token.word) && !past) token.word = Word::aside;
        }
    }

    /// 個室を使わせてもらった, 誕生日でお世話になった
    void take_out_wants(std::size_t first, std::size_t end) {
        for (auto at = first; at < end; ++at) {
            auto& word = tokens_[at].word;
            const bool is_want = word == Word::need || word == Word::occasion || word == Word::course ||
                                 word == Word::seat_only || word == Word::yen;
            if (is_want) word = Word::aside;
        }
    }

    /// What is known of the clause so far.
    struct Clause {
        std::size_t first = 0;  ///< of its words that were not taken out
        bool allergic = false;
        bool wished = false;
        std::optional<std::size_t> to_come{};  ///< the last day that is
    };

    std::vector<Token>& tokens_;
    const Reading& reading_;
    std::u16string_view text_;
    LocalTime now_;
    Clause clause_{};
};

}  // namespace

void set_aside(std::vector<Token>& tokens, const Reading& reading) { Asides{tokens, reading}.set(); }

}  // namespace denwaban::talk
