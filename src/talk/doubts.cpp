#include "doubts.hpp"

#include <algorithm>
#include <array>

#include "dates.hpp"
#include "doubted_children.hpp"
#include "english_doubts.hpp"
#include "english_grounds.hpp"
#include "surnames.hpp"
#include "surroundings.hpp"
#include "traits.hpp"

namespace denwaban::talk {

namespace {

/// Whether something is asked or told that is no wish, and has its own times and people.
[[nodiscard]] bool is_other_matter(const Token& token) {
    switch (token.cue) {
        case Cue::price:
        case Cue::menu:
        case Cue::deal_with:
        case Cue::payment:
        case Cue::parking:
        case Cue::directions:
        case Cue::lost:
        case Cue::late:
        case Cue::complaint:
        case Cue::sales:
            return true;
        default:
            return token.word == Word::allergy;
    }
}
/// What the restaurant is asked of a day.
[[nodiscard]] bool is_of_the_house(const Token& token) {
    return token.cue == Cue::hours || token.cue == Cue::open_on || token.cue == Cue::rest_day ||
           token.cue == Cue::last_order || is_other_matter(token);
}

class Doubts {
public:
    Doubts(const Reading& reading, const Mentions& mentions, std::optional<ByteRange> name)
        : reading_(reading), mentions_(mentions), name_(name) {
        english_ = reading.english;
        for (const auto& token : reading.tokens) {
            wants_ = wants_ || (is_wish(token) && token.word != Word::there);
            asks_ = asks_ || token.word == Word::there || token.word == Word::ka || token.word == Word::question;
            other_matter_ = other_matter_ || is_other_matter(token);
            of_the_house_ = of_the_house_ || is_of_the_house(token);
            behind_us_ = behind_us_ || is_behind_us(token);
            cancels_ = cancels_ || token.cue == Cue::cancel;
        }
        // 明日2人、卵アレルギーですが大丈夫ですか wants a table, too.
        const bool is_of_table = !mentions.people.empty() && (!mentions.days.empty() || !mentions.times.empty());
        wants_ = wants_ || (is_of_table && !behind_us_) || reading.is_asked(Question::course);
    }

    void day(std::optional<Heard<Date>>& slot) const {
        if (!slot || slot->certain() == nullptr || mentions_.days.empty()) return;
        const auto date = *slot->certain();
        const Surroundings around{reading_, mentions_.days.back(), name_};
        const bool is_left =
            is_left_of(mentions_.days, [&](const Token& token) { return is_of_other_day(token, date); });
        const bool is_bare = is_unplaced(Question::day, mentions_.days.back(), around) && !of_the_house_;
        const bool goes_on = english_ ? around.go_on_with_a_word() : around.lead_in();
        const bool is_of_time = is_said_of_time(mentions_.days.back().end);
        if (is_left || is_bare || goes_on || is_a_bound() || is_about(mentions_.days.back().end) ||
            is_every(mentions_.days.back()) || (!is_of_time && touches(mentions_.days.back(), around))) {
            slot->decider = Decider::whether;
        }
    }

    void time(std::optional<Heard<TimeWish>>& slot) const {
        if (!slot || slot->certain() == nullptr || mentions_.times.empty()) return;
        // 夜 and 早いほう are no figures that may be of something else.
        const auto word = reading_.word(mentions_.times.back().first);
        const bool is_part = std::holds_alternative<PartOfDay>(*slot->certain());
        if (word == Word::sooner || word == Word::later) return;
        if (is_part) {
            if (Surroundings{reading_, mentions_.times.back()}.deny()) slot->decider = Decider::whether;
            return;
        }
        const bool is_left = is_left_of(
            mentions_.times, [](const Token& token) { return token.word == Word::hour || token.word == Word::clock; });
        const Surroundings around{reading_, mentions_.times.back(), name_};
        const bool is_bare =
            is_unplaced(Question::time, mentions_.times.back(), around) || is_of_another(Question::time);
        const bool is_later_part =
            english_ ? is_when_they_leave(reading_, mentions_.times.back()) : (around.lead_in() || around.are_of_kin());
        if (is_left || is_bare || is_later_part || touches(mentions_.times.back(), around))
            slot->decider = Decider::whether;
    }

    /// Figures beside it, or a question: 最後は5678です, そちらの番号は…で合ってますか.
    void phone(std::optional<Heard<PhoneNumber>>& slot) const {
        if (!slot || slot->certain() == nullptr) return;
        const bool is_left = std::any_of(reading_.tokens.begin(), reading_.tokens.end(),
                                         [](const Token& token) { return token.word == Word::number; });
        const bool is_question = !reading_.is_asked(Question::phone) && !wants_ && asks_;
        if (is_left || is_question) slot->decider = Decider::whether;
    }

    void party(std::optional<Heard<PartyWish>>& slot) const {
        if (!slot || slot->certain() == nullptr || mentions_.people.empty()) return;
        const auto* party = std::get_if<Party>(slot->certain());
        const bool is_number_left =
            english_ && (leaves_number(reading_) || may_be_hour(reading_, mentions_.people.back()));
        const bool is_left = is_number_left || (party != nullptr && leaves_children(reading_, *party));
        // So many counts are no caller's, and each looks around in its clause.
        constexpr std::size_t most_counts = 32;
        const bool is_bare = is_of_another(Question::party) || mentions_.people.size() > most_counts ||
                             std::any_of(mentions_.people.begin(), mentions_.people.end(), [&](const Stretch& one) {
                                 const Surroundings around{reading_, one, name_};
                                 return is_unplaced(Question::party, one, around) || is_a_bound(one) || is_added(one) ||
                                        is_run_together(one);
                             });
        if (is_left || is_bare || touches(mentions_.people.back(), {reading_, mentions_.people.back(), name_}))
            slot->decider = Decider::whether;
    }

private:
    /// 25日の6時は難しいので7時に, 25日の6時ではなく7時に.
    [[nodiscard]] bool is_said_of_time(std::size_t end) const {
        const auto time = reading_.skip(end, {Word::no, Word::part, Word::filler});
        if (time >= reading_.size() || reading_.word(time) == Word::aside) return time < reading_.size();
        const auto behind = reading_.skip(time, {Word::hour, Word::clock, Word::half, Word::minute, Word::wa});
        return behind > time && (reading_.word(behind) == Word::not_but || reading_.word(behind) == Word::no_word);
    }
    /// What is said of it, whoever asked.
    [[nodiscard]] bool touches(Stretch mention, const Surroundings& around) const {
        if (english_) return !cancels_ && is_in_english_ground(reading_.tokens, reading_.glyphs, mention.first);
        return around.count_something_else() || around.deny() || around.tell_of_it() || around.qualify() ||
               around.tell_of_the_past() || is_turned_down(mention) ||
               (reading_.is_perhaps(mention.end) && !reading_.is_asked(Question::read_back));
    }
    /// 20時がだめなら何時なら: what else is not said.
    [[nodiscard]] bool is_turned_down(Stretch mention) const {
        const auto either = reading_.skip(mention.end, {Word::filler, Word::ga, Word::wa});
        if (reading_.word(either) != Word::either || either >= reading_.size()) return false;
        const auto said = reading_.folded({either, either + 1});
        return said.ends_with(u"なら") || said.ends_with(u"たら");
    }
    /// クリスマスあたり, 10日前後: one of the days around it.
    [[nodiscard]] bool is_about(std::size_t end) const {
        if (reading_.word(end) != Word::about || end >= reading_.size()) return false;
        const auto said = reading_.folded({end, end + 1});
        return said.starts_with(u"あたり") || said.starts_with(u"辺り") || said.starts_with(u"前後") ||
               said.starts_with(u"ごろ") || said.starts_with(u"頃");
    }
    /// 毎週金曜: on many of them.
    [[nodiscard]] bool is_every(Stretch mention) const {
        return ends_with(Trait::every,
                         std::u16string_view{reading_.glyphs.text}.substr(0, reading_.tokens[mention.first].begin));
    }
    /// 28日以降なら, 金曜まで: one of many days, and which is not said.
    [[nodiscard]] bool is_a_bound() const {
        const auto after = reading_.word(mentions_.days.back().end);
        return after == Word::onward || after == Word::made;
    }
    /// 少なくとも4人, 5人以上, 10人未満, 4人を超える: how many is not said. Who comes 最大で8人 books for eight.
    [[nodiscard]] bool is_a_bound(Stretch count) const {
        const auto before = reading_.back(count.first, {Word::de, Word::mo, Word::wa, Word::filler});
        if (before && reading_.word(*before) == Word::at_least) return true;
        if (count.end >= reading_.size()) return false;
        const auto behind = std::u16string_view{reading_.glyphs.text}.substr(reading_.tokens[count.end].begin);
        // 10人から貸切ですか
        const bool is_from = reading_.word(count.end) == Word::kara && !reading_.changes &&
                             count.end + 1 < reading_.size() && reading_.word(count.end + 1) != Word::people &&
                             reading_.word(count.end + 1) != Word::number;
        return is_from || reading_.word(count.end) == Word::at_least || begins_with(Trait::bound, behind);
    }
    /// しちじにじゅうめい: ten at seven, or twenty.
    [[nodiscard]] bool is_run_together(Stretch count) const {
        const auto begin = reading_.tokens[count.first].begin;
        const std::u16string_view text{reading_.glyphs.text};
        const bool is_ten = begin > 0 && text.substr(begin).starts_with(u"じゅう") && text[begin - 1] == u'に';
        const auto before = is_ten ? reading_.back(count.first, {Word::ni}) : std::nullopt;
        return before && (reading_.word(*before) == Word::hour || reading_.word(*before) == Word::half ||
                          reading_.word(*before) == Word::minute);
    }
    /// 3+1人: behind a number that found no place.
    [[nodiscard]] bool is_added(Stretch count) const {
        if (count.first < 2 || reading_.word(count.first - 2) != Word::number) return false;
        return reading_.word(count.first - 1) == Word::other || reading_.word(count.first - 1) == Word::more;
    }
    /// Of no booking, as far as is known: what was not asked for, among words that say no wish.
    [[nodiscard]] bool is_unplaced(Question question, Stretch mention, const Surroundings& around) const {
        if (english_ || reading_.is_asked(question) || is_given_up(mention) || is_somebodys(mention)) return false;
        return around.belong_to_another() ||
               (!wants_ && (around.are_behind_us() || around.are_of_kin() || around.is_told_to_happen() ||
                            (!asks_ && around.are_unknown())));
    }
    /// 急用ができて今夜行けなくなりました: what is another's is why nobody comes.
    [[nodiscard]] bool is_given_up(Stretch mention) const {
        const auto at =
            reading_.skip(mention.end, {Word::wa, Word::ni, Word::no, Word::part, Word::hour, Word::filler});
        const bool is_cancelled = reading_.cue(at) == Cue::cancel ||
                                  (reading_.cue(at) == Cue::booking &&
                                   reading_.cue(reading_.skip(at + 1, {Word::wo, Word::wa})) == Cue::cancel);
        const auto before = std::u16string_view{reading_.glyphs.text}.substr(0, reading_.tokens[mention.first].begin);
        return is_cancelled && (before.ends_with(u"て") || before.ends_with(u"で"));
    }
    /// 土曜6時の岡本です: whose it is.
    [[nodiscard]] bool is_somebodys(Stretch mention) const {
        if (reading_.word(mention.end) != Word::no) return false;
        const auto next = mention.end + 1;
        return next < reading_.size() &&
               surname_in_kanji(std::u16string_view{reading_.glyphs.text}.substr(reading_.tokens[next].begin)) > 0;
    }
    /// 一人いくらですか, 7時に遅れます.
    [[nodiscard]] bool is_of_another(Question question) const {
        if (question == Question::time && is_somebodys(mentions_.times.back())) return false;
        return !reading_.is_asked(question) && !reading_.is_asked(Question::read_back) && other_matter_ && !wants_;
    }

    /// Whether a word of these stands in none of the mentions.
    template <class Is>
    [[nodiscard]] bool is_left_of(const std::vector<Stretch>& mentions, Is&& is) const {
        std::size_t next = 0;
        for (std::size_t at = 0; at < reading_.size(); ++at) {
            while (next < mentions.size() && mentions[next].end <= at) ++next;
            const bool within = next < mentions.size() && mentions[next].first <= at;
            if (!within && is(reading_.tokens[at])) return true;
        }
        return false;
    }
    /// 来年の成人の日, 来月、七日: what a day lies in says no more of it.
    [[nodiscard]] bool is_of_other_day(const Token& token, Date date) const {
        const date::year_month_day civil{date};
        const date::year_month_day today{date::floor<date::days>(reading_.hearing.now)};
        const auto months = (civil.year() / civil.month() - today.year() / today.month()).count();
        switch (token.word) {
            case Word::weekday:
                return token.value != static_cast<int>(weekday_of(date));
            case Word::year:
                return token.value >= 0 && token.value != (civil.year() - today.year()).count();
            case Word::month:
                return token.value != static_cast<int>(static_cast<unsigned>(civil.month()));
            case Word::month_of:
                return token.value >= 0 && token.value != months;
            case Word::week:
                return token.value >= 0;
            default:
                return names_day(token.word);
        }
    }

    const Reading& reading_;
    const Mentions& mentions_;
    std::optional<ByteRange> name_;
    bool english_ = false;
    bool wants_ = false;  ///< a table
    bool asks_ = false;
    bool other_matter_ = false;
    bool of_the_house_ = false;
    bool behind_us_ = false;
    bool cancels_ = false;
};

}  // namespace

void doubt(const Reading& reading, const Mentions& mentions, Slots& slots) {
    const auto name = slots.name ? std::optional{slots.name->words} : std::nullopt;
    const Doubts doubts{reading, mentions, name};
    doubts.day(slots.day);
    doubts.time(slots.time);
    doubts.party(slots.party);
    doubts.phone(slots.phone);
}

}  // namespace denwaban::talk
