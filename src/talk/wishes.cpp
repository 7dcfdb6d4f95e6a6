#include "wishes.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace denwaban::talk {

namespace {

using Cues = std::uint64_t;

[[nodiscard]] constexpr Cues bit(Cue cue) { return Cues{1} << static_cast<unsigned>(cue); }
template <class... Each>
[[nodiscard]] constexpr Cues all(Each... cues) {
    return (bit(cues) | ...);
}

/// Signs beside the cues: words that are no cue but tell what is meant. Behind the last cue.
constexpr Cues has_allergy = Cues{1} << 40U, has_children = Cues{1} << 41U, has_count_change = Cues{1} << 42U,
               has_reset = Cues{1} << 43U, asks_there = Cues{1} << 44U, has_slots = Cues{1} << 45U,
               has_end = Cues{1} << 46U;

/// The words that say it together, and those beside which they do not. The first rows are the strongest.
struct Rule {
    Intent intent;
    Cues with;
    Cues without = 0;
};
constexpr auto rules = std::to_array<Rule>({
    {Intent::complaint, bit(Cue::complaint)},
    {Intent::sales_call, bit(Cue::sales)},
    {Intent::human, bit(Cue::human)},
    {Intent::lost_property, bit(Cue::lost)},
    {Intent::cancel, bit(Cue::cancel), has_count_change},
    {Intent::late_arrival, bit(Cue::late), bit(Cue::change)},
    {Intent::change, bit(Cue::change)},
    {Intent::change, has_count_change},
    {Intent::change, has_reset | bit(Cue::make_it)},
    {Intent::slower, bit(Cue::slower)},
    {Intent::repeat, bit(Cue::repeat)},
    {Intent::ask_last_order, bit(Cue::last_order)},
    {Intent::ask_parking, bit(Cue::parking)},
    {Intent::ask_payment, bit(Cue::payment)},
    {Intent::confirm, all(Cue::booking, Cue::check)},
    {Intent::confirm, all(Cue::booking, Cue::have)},
    {Intent::ask_allergy, has_allergy | bit(Cue::deal_with)},
    {Intent::ask_allergy, has_allergy | asks_there},
    {Intent::ask_menu, bit(Cue::menu)},
    {Intent::ask_price, bit(Cue::price)},
    {Intent::ask_children, bit(Cue::with_children)},
    {Intent::ask_children, has_children | bit(Cue::vacancy)},
    {Intent::book, bit(Cue::booking), bit(Cue::have)},
    {Intent::ask_hours, bit(Cue::hours)},
    {Intent::ask_hours, bit(Cue::rest_day), bit(Cue::booking)},
    {Intent::ask_hours, bit(Cue::open_on)},
    {Intent::ask_directions, bit(Cue::directions)},
    {Intent::ask_vacancy, bit(Cue::vacancy)},
    {Intent::ask_hours, has_end | asks_there, bit(Cue::booking)},
    {Intent::book, has_slots | bit(Cue::come)},
    {Intent::book, has_slots | bit(Cue::hope)},
});

/// 25時まで: an end alone.
[[nodiscard]] bool asks_how_long(const Slots& slots) {
    if (!slots.time || slots.party) return false;
    const auto* range = std::get_if<TimeRange>(&slots.time->readings.front());
    return range != nullptr && !range->from;
}

[[nodiscard]] bool follows_not(const Reading& reading, std::size_t at) {
    const auto next = reading.skip(at + 1, {Word::stop, Word::filler});
    return reading.word(next) == Word::not_but && next < reading.size();
}

struct Said {
    Cues cues = 0;
    std::array<std::size_t, 40> first{};  ///< the token of each cue
};

[[nodiscard]] Said cues_of(const Reading& reading, const Meaning& meaning, const Changes& changes) {
    Said said;
    for (std::size_t at = 0; at < reading.size(); ++at) {
        const auto& token = reading.tokens[at];
        if (token.cue != Cue::none && !follows_not(reading, at)) {
            const bool of_some = token.cue == Cue::cancel || token.cue == Cue::late;
            const bool counted = of_some && at > 0 && reading.word(at - 1) == Word::people;
            if (counted) continue;
            if ((said.cues & bit(token.cue)) == 0) said.first[static_cast<std::size_t>(token.cue)] = at;
            said.cues |= bit(token.cue);
        }
        if (reading.asks(at)) said.cues |= asks_there;
        if (token.word == Word::yen && reading.asks(at + 1)) said.cues |= bit(Cue::price);
        if (token.word == Word::more || token.word == Word::fewer) {
            const auto before = reading.back(at, {Word::ga, Word::wo, Word::mo, Word::filler});
            if (before && reading.word(*before) == Word::people) said.cues |= has_count_change;
        }
        if (token.word == Word::child && at + 1 < reading.size() &&
            (reading.word(at + 1) == Word::mo || reading.word(at + 1) == Word::ga)) {
            said.cues |= has_children;
        }
        if (token.word == Word::allergy) said.cues |= has_allergy;
    }
    const auto& slots = meaning.slots;
    if (slots.party && std::any_of(slots.party->readings.begin(), slots.party->readings.end(),
                                   [](const PartyWish& wish) { return std::holds_alternative<PartyChange>(wish); })) {
        said.cues |= has_count_change;
    }
    if (changes.slots) said.cues |= has_reset;
    if (changes.people) said.cues |= has_count_change;
    if (!slots.allergies.empty()) said.cues |= has_allergy;
    if (slots.day || slots.time || slots.party || slots.occasion) said.cues |= has_slots;
    if (asks_how_long(slots)) said.cues |= has_end;
    return said;
}

/// 二人いけますか, 今から入れますか: there, said of a party or of now, asks for a table; said of a time, too.
[[nodiscard]] bool asks_for_table(const Reading& reading, const Meaning& meaning) {
    constexpr auto comes =
        std::to_array<std::u16string_view>({u"入れますか", u"いけますか", u"取れますか", u"とれますか", u"大丈夫ですか",
                                            u"だいじょうぶですか", u"可能ですか", u"いけますか"});
    const bool about_table = meaning.slots.party || meaning.slots.time || meaning.slots.day;
    if (!about_table || !meaning.slots.needs.empty()) return false;
    for (std::size_t at = 0; at < reading.size(); ++at) {
        if (reading.word(at) != Word::there) continue;
        const auto text = reading.folded({at, at + 1});
        if (std::find(comes.begin(), comes.end(), text) != comes.end()) return true;
    }
    return false;
}

[[nodiscard]] bool has_words(const Reading& reading) {
    return std::any_of(reading.tokens.begin(), reading.tokens.end(), [&](const Token& token) {
        switch (token.word) {
            case Word::filler:
            case Word::ah:
            case Word::stop:
            case Word::question:
            case Word::tilde:
                return false;
            case Word::other: {
                const auto letter = reading.glyphs.text[token.begin];
                return letter >= u'一' || (letter >= u'a' && letter <= u'z');
            }
            default:
                return token.cue != Cue::hello;
        }
    });
}

[[nodiscard]] std::size_t count_of_kana(const Reading& reading) {
    return static_cast<std::size_t>(
        std::count_if(reading.tokens.begin(), reading.tokens.end(), [&](const Token& token) {
            return token.word == Word::other && reading.glyphs.text[token.begin] >= u'ぁ' &&
                   reading.glyphs.text[token.begin] <= u'ゖ';
        }));
}

[[nodiscard]] bool is_empty(const Slots& slots) { return slots == Slots{}; }

}  // namespace

std::vector<HeardIntent> intents_of(const Reading& reading, const Meaning& meaning, const Changes& changes) {
    const ByteRange whole{0, reading.utf8.size()};
    if (reading.size() == 0) return {{Intent::silence, whole}};
    std::vector<HeardIntent> intents;
    const auto said = cues_of(reading, meaning, changes);
    const auto put = [&](Intent intent, ByteRange words) {
        const bool known =
            std::any_of(intents.begin(), intents.end(), [&](const HeardIntent& one) { return one.intent == intent; });
        if (!known) intents.push_back({intent, words});
    };
    const bool elsewhere = (said.cues & bit(Cue::elsewhere)) != 0;
    const bool answers = reading.hearing.asked && reading.hearing.asked != Question::wish;
    for (const auto& rule : rules) {
        const bool is_weak = (rule.with & (bit(Cue::come) | bit(Cue::hope))) != 0;
        if (is_weak && (answers || !intents.empty() || elsewhere)) continue;
        if ((said.cues & rule.with) != rule.with || (said.cues & rule.without) != 0) continue;
        const auto cue = static_cast<std::size_t>(std::countr_zero(rule.with));
        const auto at = cue < said.first.size() ? said.first[cue] : 0;
        put(rule.intent, cue < said.first.size() ? reading.bytes({at, at + 1}) : whole);
    }
    if (intents.empty() && !elsewhere && asks_for_table(reading, meaning)) put(Intent::ask_vacancy, whole);
    if (!intents.empty() || meaning.polarity != Polarity::none || !is_empty(meaning.slots)) return intents;
    if (!has_words(reading) && count_of_kana(reading) < 3) return {{Intent::noise, whole}};
    const bool polite = std::all_of(reading.tokens.begin(), reading.tokens.end(), [](const Token& token) {
        return token.word == Word::polite || token.word == Word::phone_topic || token.word == Word::stop ||
               token.word == Word::filler;
    });
    const bool this_number = reading.is_asked(Question::phone) &&
                             std::any_of(reading.tokens.begin(), reading.tokens.end(),
                                         [](const Token& token) { return token.word == Word::phone_topic; });
    const bool empty_of_wish = polite || this_number || !meaning.corrected.empty();
    if (!empty_of_wish) put(Intent::something_else, whole);
    return intents;
}

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

/// Whether nothing but a yes or no was said in the clause before: 席だけで大丈夫です says of the seats.
[[nodiscard]] bool stands_alone(const Reading& reading, std::size_t at) {
    for (auto place = at; place-- > 0;) {
        switch (reading.word(place)) {
            case Word::stop:
            case Word::either:
                return true;
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
                return false;
        }
    }
    return true;
}

/// そうですか.
[[nodiscard]] bool is_question(const Reading& reading, std::size_t at) {
    const auto next = reading.word(at + 1);
    return at + 1 < reading.size() && (next == Word::ka || next == Word::either || next == Word::question);
}

[[nodiscard]] Tally tally(const Reading& reading) {
    Tally all;
    for (std::size_t at = 0; at < reading.size(); ++at) {
        const auto& token = reading.tokens[at];
        switch (token.word) {
            case Word::yes:
                if (stands_alone(reading, at) && !is_question(reading, at)) {
                    all.yes = true;
                    all.right = all.right || token.value == 2;
                }
                break;
            case Word::no_word:
                if (!stands_alone(reading, at) && token.value != 2) break;
                if (!all.yes && !all.unclear) all.no_first = true;
                if (token.value == 3)
                    all.nothing = true;
                else if (token.value == 2)
                    all.not_so = true;
                else
                    all.no = true;
                all.no_but = all.no_but || (token.value == 1 && reading.folded({at, at + 1}).front() != u'い');
                break;
            case Word::none_there:
                all.nothing = true;
                break;
            case Word::unclear:
                if (stands_alone(reading, at) && !is_question(reading, at)) all.unclear = true;
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
           asked == Question::occasion;
}

[[nodiscard]] Polarity of_unclear(const Tally& said, const std::optional<Question>& asked) {
    if (said.with_that || said.yes) return Polarity::yes;
    if (said.already || said.then) return Polarity::no;
    if (said.no) return asked_for_more(asked) || asked == Question::offer ? Polarity::no : Polarity::unclear;
    if (asked == Question::read_back) return Polarity::yes;
    return asked_for_more(asked) ? Polarity::no : Polarity::unclear;
}

}  // namespace

Polarity polarity_of(const Reading& reading, const Meaning& meaning) {
    const auto said = tally(reading);
    const auto& asked = reading.hearing.asked;
    const bool expects = asked == Question::read_back || asked == Question::offer;
    if (said.not_so) return Polarity::no;
    if (said.right && !said.no_but) return Polarity::yes;
    if (said.unclear) return of_unclear(said, asked);
    const bool no_allergy = asked == Question::allergies && !meaning.slots.allergies.empty() &&
                            meaning.slots.allergies.front().wanted == Wanted::unwanted;
    if (no_allergy) return Polarity::no;
    const bool taken_back = !meaning.corrected.empty();
    if (said.no && taken_back && !expects) return Polarity::none;
    if (said.no || (said.yes && taken_back && expects)) return Polarity::no;
    if (said.nothing && (asked_for_more(asked) || asked == Question::offer)) return Polarity::no;
    if (said.yes) return Polarity::yes;
    if (taken_back && asked == Question::read_back) return Polarity::no;
    const bool bare = is_empty(meaning.slots) && meaning.corrected.empty();
    if (expects && bare && (said.with_that || said.polite)) {
        const bool cued = std::any_of(reading.tokens.begin(), reading.tokens.end(), [](const Token& token) {
            return token.cue != Cue::none && token.cue != Cue::thanks;
        });
        if (!cued) return Polarity::yes;
    }
    return Polarity::none;
}

}  // namespace denwaban::talk
