#include "wishes.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "repairs.hpp"
#include "traits.hpp"
#include "wish_cues.hpp"

namespace denwaban::talk {

namespace {

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
    {Intent::something_else, bit(Cue::errand)},
    {Intent::cancel, bit(Cue::cancel), has_count_change},
    {Intent::change, bit(Cue::late) | has_new_time},
    {Intent::late_arrival, bit(Cue::late), bit(Cue::change)},
    {Intent::change, bit(Cue::change)},
    {Intent::change, has_count_change},
    {Intent::change, has_reset | bit(Cue::make_it)},
    {Intent::slower, bit(Cue::slower)},
    {Intent::repeat, bit(Cue::repeat)},
    {Intent::ask_last_order, bit(Cue::last_order)},
    {Intent::ask_parking, bit(Cue::parking)},
    {Intent::ask_payment, bit(Cue::payment)},
    {Intent::change, bit(Cue::booking) | has_no_cancel | has_table},
    {Intent::confirm, bit(Cue::booking) | has_no_cancel, has_table},
    {Intent::change, all(Cue::booking, Cue::have) | has_reset},
    {Intent::confirm, all(Cue::booking, Cue::check)},
    {Intent::confirm, all(Cue::booking, Cue::have)},
    {Intent::ask_allergy, has_allergy | bit(Cue::deal_with)},
    {Intent::ask_allergy, has_allergy | asks_there},
    {Intent::ask_menu, bit(Cue::menu)},
    {Intent::ask_price, bit(Cue::price)},
    {Intent::ask_children, bit(Cue::with_children)},
    {Intent::ask_children, has_children | bit(Cue::vacancy)},
    {Intent::ask_children, has_children | asks_there, bit(Cue::booking) | has_table},
    {Intent::book, bit(Cue::another) | has_slots},
    {Intent::book, bit(Cue::booking), bit(Cue::have) | has_no_cancel},
    {Intent::ask_hours, bit(Cue::hours)},
    {Intent::ask_hours, bit(Cue::rest_day), bit(Cue::booking)},
    {Intent::ask_hours, bit(Cue::open_on)},
    {Intent::ask_directions, bit(Cue::directions)},
    {Intent::ask_directions, has_place | asks_there, has_slots},
    {Intent::ask_vacancy, bit(Cue::vacancy)},
    {Intent::ask_hours, has_end | asks_there, bit(Cue::booking)},
    {Intent::book, has_slots | bit(Cue::come), has_reset},
    {Intent::book, has_slots | bit(Cue::hope)},
});

/// 二人いけますか, 今から入れますか: there, said of a party or of now, asks for a table; said of a time, too.
[[nodiscard]] bool asks_for_table(const Reading& reading, const Meaning& meaning) {
    constexpr auto comes = std::to_array<std::u16string_view>(
        {u"入れますか", u"いけますか", u"取れますか", u"とれますか", u"大丈夫ですか", u"だいじょうぶですか",
         u"可能ですか", u"大丈夫でしょうか", u"大丈夫ですかね", u"いいですかね", u"可能ですかね", u"取れます?",
         u"とれます?", u"取れる?", u"とれる?", u"可能でしょうか", u"平気ですか", u"平気ですかね"});
    const bool about_table = meaning.slots.party || meaning.slots.time || meaning.slots.day;
    if (!about_table || !meaning.slots.needs.empty()) return false;
    for (std::size_t at = 0; at < reading.size(); ++at) {
        if (reading.word(at) != Word::there) continue;
        const auto text = reading.folded({at, at + 1});
        if (std::find(comes.begin(), comes.end(), text) != comes.end() || text.starts_with(u"間に合") ||
            text.starts_with(u"大丈夫") || text.starts_with(u"取れる") || text.starts_with(u"取れま"))
            return true;
    }
    return false;
}

/// もういいです, そうですか、やっぱりいいです.
[[nodiscard]] bool says_nothing_else(const Reading& reading) {
    return std::all_of(reading.tokens.begin(), reading.tokens.end(), [](const Token& token) {
        switch (token.word) {
            case Word::rather:
            case Word::already:
            case Word::unclear:
            case Word::then:
            case Word::sorry:
            case Word::filler:
            case Word::stop:
            case Word::copula:
            case Word::ah:
            case Word::wa:
                return true;
            default:
                return false;
        }
    });
}

/// 失礼します; やっぱりいいです: to a wish that is taken back. To what is read back or offered it is all that is said.
/// A yes that goes with it is one.
[[nodiscard]] bool says_goodbye(const Reading& reading, Cues cues) {
    const auto has = [&](auto&& is) { return std::any_of(reading.tokens.begin(), reading.tokens.end(), is); };
    if ((cues & bit(Cue::goodbye)) != 0) return true;
    const auto& asked = reading.hearing.asked;
    const bool is_open = asked && *asked != Question::anything_else && *asked != Question::needs &&
                         *asked != Question::allergies && *asked != Question::course && *asked != Question::occasion &&
                         *asked != Question::budget;
    const bool is_off =
        has([](const Token& token) { return token.word == Word::rather || token.word == Word::already; });
    // はい、もうそれで大丈夫です
    const bool agrees =
        has([](const Token& token) { return token.word == Word::yes || token.word == Word::with_that; });
    const bool is_of_proposal = asked == Question::read_back || asked == Question::offer;
    // もう少し遅いほうがいいです
    if (is_of_proposal && (agrees || !says_nothing_else(reading))) return false;
    const bool is_enough = has([](const Token& token) { return token.word == Word::unclear; });
    return is_open && is_off && is_enough;
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

}  // namespace

bool takes_leave(const Reading& reading, const Meaning& meaning) {
    if (reading.hearing.asked || meaning.slots != Slots{}) return false;
    for (std::size_t at = 0; at < reading.size(); ++at) {
        const auto said = reading.word(at) == Word::no_word ? reading.folded({at, at + 1}) : std::u16string_view{};
        if (said.starts_with(u"また") || said.starts_with(u"じゃあまた")) return true;
    }
    return false;
}

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
        const bool is_errand = !intents.empty() && intents.front().intent == Intent::something_else;
        if (is_errand || (said.cues & rule.with) != rule.with || (said.cues & rule.without) != 0) continue;
        const auto cue = static_cast<std::size_t>(std::countr_zero(rule.with));
        const auto at = cue < said.first.size() ? said.first[cue] : 0;
        put(rule.intent, cue < said.first.size() ? reading.bytes({at, at + 1}) : whole);
    }
    if (intents.empty() && !elsewhere && asks_for_table(reading, meaning)) put(Intent::ask_vacancy, whole);
    if (intents.empty() && meaning.slots == Slots{} &&
        (says_goodbye(reading, said.cues) || takes_leave(reading, meaning)))
        put(Intent::goodbye, whole);
    if (!intents.empty() || meaning.polarity != Polarity::none || meaning.slots != Slots{}) return intents;
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

}  // namespace denwaban::talk
