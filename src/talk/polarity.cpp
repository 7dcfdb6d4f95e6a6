#include <algorithm>

#include "agreement.hpp"
#include "declined_offers.hpp"
#include "traits.hpp"
#include "wishes.hpp"

namespace denwaban::talk {

namespace {

/// Yes and no words by where they stand.
struct Tally {
    bool yes = false;
    bool no = false;
    bool not_so = false;
    bool nothing = false;
    bool unclear = false;
    bool with_that = false;
    bool already = false;
    bool then = false;
    bool polite = false;
    bool no_first = false;
    bool right = false;   ///< 合ってます
    bool no_but = false;  ///< a no that is more than いや
};

/// What was said so far.
class Before {
public:
    void pass(Word word) {
        switch (word) {
            case Word::stop:
            case Word::either:
                alone_ = true;
                break;
            case Word::filler:
            case Word::ah:
            case Word::yes:
            case Word::no_word:
            case Word::with_that:
            case Word::already:
            case Word::then:
            case Word::sorry:
            case Word::polite:
            case Word::unclear:
            case Word::about:
                break;
            default:
                alone_ = false;
                said_ = true;
        }
        counted_ = counted_ || word == Word::people || word == Word::hour;
    }
    /// Whether nothing but a yes or no was said in the clause: 席だけで大丈夫です says of the seats.
    [[nodiscard]] bool is_alone() const { return alone_; }
    /// Whether there was an answer, or another word.
    [[nodiscard]] bool is_said() const { return said_; }
    /// Whether people or an hour were named.
    [[nodiscard]] bool is_counted() const { return counted_; }

private:
    bool alone_ = true;
    bool said_ = false;
    bool counted_ = false;
};

/// 夫婦で、ええ、五人です: in the middle of an answer.
[[nodiscard]] bool is_in_passing(const Reading& reading, std::size_t at, const Before& before) {
    const auto& asked = reading.hearing.asked;
    const bool is_of_slot = asked && *asked >= Question::day && *asked <= Question::phone;
    // 090の8765の4321です、はい
    const bool is_last = reading.skip(at + 1, {Word::stop, Word::filler}) >= reading.size();
    return is_of_slot && ((is_last && before.is_said()) || before.is_counted());
}

/// 難しいほうの斎藤, 違う番号: it says which.
[[nodiscard]] bool is_attribute(const Reading& reading, std::size_t at) {
    if (at + 1 >= reading.size()) return false;
    switch (reading.word(at + 1)) {
        case Word::day_topic:
        case Word::time_topic:
        case Word::people_topic:
        case Word::name_topic:
        case Word::phone_topic:
            return true;
        case Word::other:
            break;
        default:
            return false;
    }
    const auto next = reading.glyphs.text.substr(reading.tokens[at + 1].begin, 2);
    const bool is_kanji = next.front() >= u'一' && next.front() <= u'龯';
    return is_kanji || next == u"ほう";
}

/// カウンター、違う、テーブル: of what was said before it, where nothing was asked that is yes or no.
[[nodiscard]] bool is_repair(const Reading& reading, std::size_t at) {
    if (reading.is_asked(Question::read_back) || reading.is_asked(Question::offer)) return false;
    const auto said = reading.folded({at, at + 1});
    const bool is_wrong = said == u"違う" || said == u"ちがう" || said == u"ちゃう";
    if (!is_wrong || reading.word(at + 1) != Word::stop || at + 2 >= reading.size()) return false;
    return reading.back(at, {Word::stop, Word::filler, Word::ah, Word::yes, Word::no_word, Word::sorry}).has_value();
}

/// そうですか.
[[nodiscard]] bool is_question(const Reading& reading, std::size_t at) {
    const auto next = reading.word(at + 1);
    return at + 1 < reading.size() && (next == Word::ka || next == Word::either || next == Word::question);
}

/// ほな結構です.
[[nodiscard]] bool leads_on(std::u16string_view said) {
    return said == u"ほな" || said.starts_with(u"ほんじゃ") || said.starts_with(u"ほいじゃ") || said == u"ほんなら" ||
           said.starts_with(u"それじゃ") || said == u"それでは" || said == u"ほいなら";
}

[[nodiscard]] Tally tally(const Reading& reading) {
    Tally all;
    Before before;
    for (std::size_t at = 0; at < reading.size(); before.pass(reading.word(at)), ++at) {
        const auto& token = reading.tokens[at];
        switch (token.word) {
            case Word::yes:
                // 4人で合ってます
                if (token.value == 2 && at > 0 && reading.word(at - 1) == Word::de &&
                    reading.is_asked(Question::read_back)) {
                    all.yes = all.right = true;
                }
                if (before.is_alone() && !is_question(reading, at) && !is_in_passing(reading, at, before)) {
                    all.yes = true;
                    all.right = all.right || token.value == 2;
                }
                break;
            case Word::no_word:
                // だめじゃない
                if (reading.word(at + 1) == Word::not_but) {
                    all.unclear = true;
                    break;
                }
                if (is_attribute(reading, at) || is_repair(reading, at)) break;
                // 19時は無理?
                if (token.value == 1 && !before.is_alone() && is_question(reading, at)) break;
                if (!before.is_alone() && token.value != 2 && !turns_down_offer(reading, at)) break;
                if (!all.yes && !all.unclear) all.no_first = true;
                if (token.value == 3)
                    all.nothing = true;
                else if (token.value == 2)
                    all.not_so = true;
                else
                    all.no = true;
                all.no_but = all.no_but || (token.value == 1 && !is_mere_no(reading.folded({at, at + 1})));
                break;
            case Word::none_there:
                all.nothing = true;
                break;
            case Word::unclear:
                if (reading.word(at + 1) == Word::not_but) {
                    all.no = all.no_but = true;
                    break;
                }
                if (before.is_alone() && !is_question(reading, at)) all.unclear = true;
                break;
            case Word::with_that:
                all.with_that = true;
                break;
            case Word::already:
                all.already = true;
                break;
            case Word::then:
                all.then = true;
                break;
            case Word::filler:
                all.then = all.then || leads_on(reading.folded({at, at + 1}));
                break;
            case Word::polite:
                all.polite = true;
                break;
            default:
                break;
        }
    }
    return all;
}

[[nodiscard]] bool asked_for_more(const std::optional<Question>& asked) {
    return asked == Question::anything_else || asked == Question::needs || asked == Question::allergies ||
           asked == Question::occasion || asked == Question::budget;
}

[[nodiscard]] Polarity of_unclear(const Tally& said, const std::optional<Question>& asked) {
    if (said.with_that || said.yes) return Polarity::yes;
    if (said.already || said.then) return Polarity::no;
    if (said.no) return asked_for_more(asked) || asked == Question::offer ? Polarity::no : Polarity::unclear;
    if (asked == Question::read_back || (asked == Question::offer && said.polite)) return Polarity::yes;
    return asked_for_more(asked) ? Polarity::no : Polarity::unclear;
}

/// 甲殻類がだめで、あとは大丈夫です; えびとかに、両方だめです; but ないです、子どもだけ牛乳が is a no.
[[nodiscard]] bool names_before_no(const Reading& reading, const std::vector<HeardAllergy>& allergies) {
    for (std::size_t at = 0; at < reading.size(); ++at) {
        const auto& token = reading.tokens[at];
        const bool is_no =
            token.word == Word::none_there ||
            (token.word == Word::no_word && (token.value == 3 || !is_mere_no(reading.folded({at, at + 1}))));
        if (!is_no) continue;
        const auto begin = reading.bytes({at, at + 1}).begin;
        return std::any_of(allergies.begin(), allergies.end(), [&](const HeardAllergy& one) {
            return one.wanted == Wanted::wanted && one.words.begin < begin;
        });
    }
    return false;
}

/// Whether something is wanted, or asked.
[[nodiscard]] bool is_cued(const Reading& reading) {
    return std::any_of(reading.tokens.begin(), reading.tokens.end(), [](const Token& token) {
        return token.cue != Cue::none && token.cue != Cue::thanks && token.cue != Cue::goodbye &&
               token.cue != Cue::hello;
    });
}

/// Whether nothing is told but the time of an offer that is said again.
[[nodiscard]] bool says_no_slot(const Reading& reading, const Slots& slots) {
    if (slots == Slots{}) return true;
    if (!slots.time || !muses_over_offer(reading)) return false;
    auto beside_offer = slots;
    beside_offer.time.reset();
    return beside_offer == Slots{};
}

[[nodiscard]] Polarity said_polarity(const Reading& reading, const Meaning& meaning) {
    const auto said = tally(reading);
    const auto& asked = reading.hearing.asked;
    const bool expects = asked == Question::read_back || asked == Question::offer;
    if (said.no && takes_leave(reading, meaning)) return Polarity::none;
    // 土曜、そうじゃなくて日曜
    if (said.not_so) return expects || meaning.corrected.empty() ? Polarity::no : Polarity::none;
    // Who thanks, or says それだけです, wants nothing more.
    const bool thanks = std::any_of(reading.tokens.begin(), reading.tokens.end(), [](const Token& token) {
        return token.cue == Cue::thanks || token.cue == Cue::goodbye;
    });
    const bool is_done = thanks || said.nothing || said.unclear || (said.polite && !said.yes);
    if (asked == Question::anything_else && meaning.slots == Slots{} && is_done && !is_cued(reading))
        return Polarity::no;
    // 土曜で合ってますけど、時間は8時です
    const bool is_but = asked == Question::read_back && !meaning.corrected.empty();
    if (said.right && !said.no_but && !is_but) return Polarity::yes;
    // 仕方ないですね、それで; はい、違います.
    const bool is_both = (said.yes && said.no_but && !said.no_first) || (said.with_that && said.nothing);
    if (is_both && expects) return Polarity::unclear;
    if (said.unclear && asked == Question::read_back && !meaning.corrected.empty()) return Polarity::no;
    if (said.unclear) return of_unclear(said, asked);
    const auto& allergies = meaning.slots.allergies;
    const bool no_allergy = asked == Question::allergies && !allergies.empty() &&
                            std::all_of(allergies.begin(), allergies.end(),
                                        [](const HeardAllergy& one) { return one.wanted == Wanted::unwanted; });
    if (no_allergy) return Polarity::no;
    if (said.no && asked == Question::allergies && names_before_no(reading, allergies)) return Polarity::none;
    const bool taken_back = !meaning.corrected.empty();
    if (said.no && taken_back && !expects) return Polarity::none;
    // 19時、いや、うん、19時でいいです
    const bool is_slot_asked = asked && *asked >= Question::day && *asked <= Question::phone;
    if (said.no && !said.no_but && is_slot_asked && meaning.slots != Slots{}) return Polarity::none;
    if (said.no || (said.yes && taken_back && expects)) return Polarity::no;
    if (said.nothing && asked == Question::allergies && names_before_no(reading, allergies)) return Polarity::none;
    if (said.nothing && (asked_for_more(asked) || asked == Question::offer)) return Polarity::no;
    // おう、わしや、今晩7時に3人な: to no question
    if (said.yes && !asked && (meaning.slots != Slots{} || is_cued(reading))) return Polarity::none;
    if (said.yes) return Polarity::yes;
    if (taken_back && asked == Question::read_back) return Polarity::no;
    const bool bare = expects && meaning.corrected.empty() && says_no_slot(reading, meaning.slots);
    if (bare && (said.with_that || said.polite)) {
        if (!is_cued(reading)) return Polarity::yes;
    }
    // Who takes something back agrees to nothing, whatever it is that was not understood.
    if (asked == Question::read_back && repairs_before(reading, reading.size()) && !said.nothing) return Polarity::no;
    if (bare && asked == Question::offer && declines(reading)) return Polarity::no;
    // うーん、どうしようかなあ; どうだったかなあ
    const auto& text = reading.glyphs.text;
    const bool hesitates = bare && (text.find(u"どうしよ") != text.npos || text.find(u"どうだった") != text.npos);
    return hesitates ? Polarity::unclear : Polarity::none;
}

/// Looks good to me.
[[nodiscard]] bool approves(const Reading& reading) {
    const std::u16string_view text{reading.glyphs.text};
    const auto words = words_with(Trait::approval);
    return std::any_of(words.begin(), words.end(), [&](const auto& word) { return text.find(word) != text.npos; });
}

}  // namespace

Polarity polarity_of(const Reading& reading, const Meaning& meaning) {
    const auto said = said_polarity(reading, meaning);
    const bool is_of_proposal = reading.is_asked(Question::read_back) || reading.is_asked(Question::offer);
    const bool is_open = (said == Polarity::none || said == Polarity::unclear) && meaning.slots == Slots{};
    return is_of_proposal && is_open && approves(reading) && is_wholly_yes(reading, meaning) ? Polarity::yes : said;
}

Polarity agreed_to(const Reading& reading, const Meaning& meaning) {
    const bool reads_back = reading.is_asked(Question::read_back);
    if (!reads_back && !reading.is_asked(Question::offer)) return meaning.polarity;
    if (meaning.polarity == Polarity::yes) return is_wholly_yes(reading, meaning) ? Polarity::yes : Polarity::unclear;
    return reads_back && asks_for_what_was_read(reading, meaning) ? Polarity::yes : meaning.polarity;
}

}  // namespace denwaban::talk
