#include "wish_cues.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "repairs.hpp"
#include "traits.hpp"

namespace denwaban::talk {

namespace {

/// 25時まで: an end alone.
[[nodiscard]] bool asks_how_long(const Slots& slots) {
    if (!slots.time || slots.party) return false;
    const auto* range = std::get_if<TimeRange>(&slots.time->readings.front());
    return range != nullptr && !range->from;
}

/// 出ないじゃないですか says that it is so.
[[nodiscard]] bool follows_not(const Reading& reading, std::size_t at) {
    const auto next = reading.skip(at + 1, {Word::stop, Word::filler});
    if (next >= reading.size() || reading.word(next) != Word::not_but) return false;
    return reading.word(next + 1) != Word::there && reading.word(next + 1) != Word::ka;
}

/// 新年会を予定しております: what is done is no booking.
[[nodiscard]] bool tells_of_plan(const Reading& reading, std::size_t at) {
    const auto before = std::u16string_view{reading.glyphs.text}.substr(0, reading.tokens[at].begin);
    constexpr auto plans = std::to_array<std::u16string_view>(
        {u"予定", u"計画", u"企画", u"検討", u"希望", u"相談", u"用意", u"準備", u"担当", u"幹事", u"手配", u"募集"});
    return std::any_of(plans.begin(), plans.end(), [&](auto plan) { return before.ends_with(plan); });
}

/// お電話いたしました: what was done is that somebody calls.
[[nodiscard]] bool tells_of_call(const Reading& reading, std::size_t at) {
    const auto before = std::u16string_view{reading.glyphs.text}.substr(0, reading.tokens[at].begin);
    constexpr auto calls = std::to_array<std::u16string_view>(
        {u"電話", u"電話を", u"電話いた", u"電話をいた", u"電話差し上げ", u"連絡", u"連絡いた"});
    return std::any_of(calls.begin(), calls.end(), [&](auto call) { return before.ends_with(call); });
}

/// キャンセルしないで, 昨日キャンセルした予約, キャンセルするって言ってて, キャンセルはいつまで,
/// コースをキャンセルして.
[[nodiscard]] bool is_no_wish_to_cancel(const Reading& reading, std::size_t at) {
    const std::u16string_view text{reading.glyphs.text};
    const auto& token = reading.tokens[at];
    if (begins_with(Trait::no_cancelling, text.substr(token.end))) return true;
    const auto before = text.substr(0, token.begin);
    return ends_with(Trait::not_to, before);
}
[[nodiscard]] bool names_cancelling(std::u16string_view said) {
    return said.find(u"きゃんせる") != said.npos || said.find(u"取") != said.npos || said.find(u"予約") != said.npos ||
           said.find(u"cancel") != said.npos;
}
/// コースをキャンセルして席だけに: the booking stands.
[[nodiscard]] bool cancels_course(const Reading& reading, std::size_t at) {
    return reading.cue(at) == Cue::cancel && at > 1 && reading.word(at - 1) == Word::wo &&
           reading.word(at - 2) == Word::course;
}

/// 行けなくなったので、明日に変更: who can't come then comes another time.
[[nodiscard]] bool comes_another_time(const Reading& reading, std::size_t at) {
    const auto said = reading.folded({at, at + 1});
    constexpr auto absences = std::to_array<std::u16string_view>(
        {u"行け", u"行か", u"いけ", u"来れ", u"伺え", u"can't", u"cannot", u"won't", u"not able"});
    const bool is_absence =
        std::any_of(absences.begin(), absences.end(), [&](auto word) { return said.starts_with(word); });
    bool changes = false, books = false, names = false, asks = false;
    for (auto next = at + 1; is_absence && next < reading.size(); ++next) {
        const auto& token = reading.tokens[next];
        changes = changes || token.cue == Cue::change;
        books = books || token.cue == Cue::booking || token.cue == Cue::cancel;
        names = names || names_day(token.word) || token.word == Word::weekday || token.word == Word::hour;
        asks = asks || (names && (token.word == Word::polite || token.cue == Cue::hope));
    }
    return changes || (asks && !books);
}

/// キャンセルして、明後日で取り直してください.
[[nodiscard]] bool books_anew(const Reading& reading, std::size_t at) {
    return std::any_of(
        reading.tokens.begin() + static_cast<std::ptrdiff_t>(at), reading.tokens.end(), [&](const Token& token) {
            const auto said = std::u16string_view{reading.glyphs.text}.substr(token.begin);
            return token.cue == Cue::change && (said.starts_with(u"取り直") || said.starts_with(u"とりなお") ||
                                                said.starts_with(u"予約し直") || said.starts_with(u"取りなお"));
        });
}

/// Someone who is allergic, someone in our party.
[[nodiscard]] bool is_one_of_guests(const Reading& reading, std::size_t at) {
    if (reading.folded({at, at + 1}) != u"someone") return false;
    const auto after = std::u16string_view{reading.glyphs.text}.substr(reading.tokens[at].end);
    constexpr auto words =
        std::to_array<std::u16string_view>({u" with", u" who", u" in our", u" in my", u" in the", u" of us", u" has",
                                            u" is ", u" can't", u" cannot", u" allergic", u" left", u" else"});
    return std::any_of(words.begin(), words.end(), [&](auto word) { return after.starts_with(word); });
}

/// 予約の名前は佐々木で, 予約は主人の名前で: whose it is.
[[nodiscard]] bool names_a_name(const Reading& reading, std::size_t at) {
    constexpr std::size_t near = 14;
    for (auto next = at + 1; next < reading.size() && next < at + near; ++next) {
        if (reading.word(next) == Word::stop) return false;
        if (reading.word(next) == Word::name_topic) return true;
    }
    return false;
}

/// 一人はベジタリアンです says who comes.
[[nodiscard]] bool is_of_diet(std::u16string_view said) {
    constexpr auto diets = std::to_array<std::u16string_view>(
        {u"べじたりあん", u"びがん", u"はらる", u"ぐるてんふり", u"vegetarian", u"vegan", u"halal"});
    return std::any_of(diets.begin(), diets.end(), [&](auto diet) { return said.starts_with(diet); });
}
[[nodiscard]] bool is_asked_behind(const Reading& reading, std::size_t at) {
    for (; at < reading.size(); ++at) {
        if (reading.asks(at) || reading.word(at) == Word::ka || reading.word(at) == Word::question) return true;
    }
    return reading.english && reading.tokens.front().word == Word::there;
}

/// 7時か7時半で迷ってる, どっちにするか迷ってて: between what may be chosen.
[[nodiscard]] bool is_undecided(const Reading& reading, std::size_t at) {
    constexpr std::size_t far = 24;
    const std::size_t begin = reading.tokens[at].begin;
    const auto before = std::u16string_view{reading.glyphs.text}.substr(0, begin).substr(begin > far ? begin - far : 0);
    const auto last = reading.back(at, {Word::de, Word::ka, Word::filler, Word::half, Word::minute, Word::about});
    const bool is_of_two =
        last && *last + 1 < at && (is_of_booking(reading.word(*last)) || reading.word(*last) == Word::course);
    constexpr auto which = std::to_array<std::u16string_view>({u"どっち", u"どちら", u"どれ", u"するか", u"しようか"});
    const bool goes = before.find(u'行') != before.npos;
    return is_of_two || (!goes && std::any_of(which.begin(), which.end(),
                                              [&](auto word) { return before.find(word) != before.npos; }));
}

/// スタッフ2名, 藤田に代わって, 幹事をしておりまして: a word that says something else here.
[[nodiscard]] bool says_else(const Reading& reading, const Meaning& meaning, std::size_t at) {
    const auto corrects_party = [&] {
        return std::find(meaning.corrected.begin(), meaning.corrected.end(), SlotKind::party) !=
               meaning.corrected.end();
    };
    const auto cue = reading.cue(at);
    const auto next = reading.skip(at + 1, {Word::ga, Word::wa});
    if (cue == Cue::human && reading.word(next) == Word::people) return true;
    if (cue == Cue::cancel && (is_no_wish_to_cancel(reading, at) || cancels_course(reading, at) ||
                               comes_another_time(reading, at) || books_anew(reading, at)))
        return true;
    // We have someone with a crab allergy
    if (cue == Cue::human && reading.english && is_one_of_guests(reading, at)) return true;
    // 早くて6時
    if (cue == Cue::slower && (reading.word(at + 1) == Word::hour || reading.word(at + 1) == Word::clock)) return true;
    // その時間だと早すぎる, of an offer
    if (cue == Cue::slower && reading.is_asked(Question::offer)) return true;
    const auto told = reading.folded({at, at + 1});
    // その時間やと行かれへん: an offer is declined, and nothing cancelled
    if (cue == Cue::cancel && reading.is_asked(Question::offer) && !names_cancelling(told)) return true;
    // その時間だと間に合わないです, of an offer
    if (cue == Cue::late && reading.is_asked(Question::offer) && told.starts_with(u"間に合")) return true;
    if (cue == Cue::booking && reading.is_asked(Question::name) &&
        (reading.word(at + 1) == Word::wa || names_a_name(reading, at)))
        return true;
    if (cue == Cue::directions && told.starts_with(u"迷") && is_undecided(reading, at)) return true;
    // 何て言えばいいかな
    const auto behind = std::u16string_view{reading.glyphs.text}.substr(reading.tokens[at].end);
    if (cue == Cue::repeat && (behind.starts_with(u"えば") || behind.starts_with(u"言えば") ||
                               behind.starts_with(u"ったらいい") || behind.starts_with(u"確認")))
        return true;
    // Not too late
    const auto ahead = std::u16string_view{reading.glyphs.text}.substr(0, reading.tokens[at].begin);
    if (cue == Cue::late && reading.english && (ahead.ends_with(u"too ") || ahead.ends_with(u"not "))) return true;
    // 土曜なんてどうですか
    if (cue == Cue::repeat && at > 0 && told == u"なんて" && is_of_booking(reading.word(at - 1))) return true;
    // 電車がうるさくてすみません
    if (cue == Cue::complaint && told == u"うるさくて" && reading.word(at + 1) == Word::sorry) return true;
    // 4人、あ、部長を忘れてた、5人で
    if (cue == Cue::lost && told.starts_with(u"忘れて") && corrects_party()) return true;
    const bool is_said_so = reading.english || reading.word(at + 1) == Word::copula;
    if ((cue == Cue::menu || cue == Cue::deal_with) && is_said_so && is_of_diet(told) && !is_asked_behind(reading, at))
        return true;
    if (at < 1) return false;
    if (cue == Cue::have && tells_of_plan(reading, at)) return true;
    if (at < 2) return false;
    // 禁煙の席をお願いします: which, and not that one is booked
    const bool is_seat =
        (cue == Cue::booking || cue == Cue::vacancy) && reading.folded({at, at + 1}).starts_with(u"席");
    if (is_seat && reading.word(at - 1) == Word::no && reading.word(at - 2) == Word::need) return true;
    const bool is_of_other = reading.word(at - 2) == Word::other;
    if (cue == Cue::have && tells_of_call(reading, at)) return true;
    if (cue == Cue::have) return reading.word(at - 1) == Word::wo && is_of_other;
    const auto said = reading.folded({at, at + 1});
    const bool stands_in = said == u"代わって" || said == u"かわって";
    return stands_in && reading.word(at - 1) == Word::ni && is_of_other && reading.word(at + 1) != Word::polite &&
           reading.word(at + 1) != Word::other;
}

/// 3万円以内でいけますか.
[[nodiscard]] bool says_how_much(const Reading& reading, std::size_t at) {
    if (reading.cue(at) != Cue::vacancy) return false;
    const auto before = reading.back(at, {Word::de, Word::at_most, Word::about, Word::filler});
    return before && reading.word(*before) == Word::yen;
}

/// 食べ放題のプランはありますか, 飲み放題のやつありますか.
[[nodiscard]] bool asks_for_course(const Reading& reading, std::size_t at) {
    if (reading.word(at) != Word::course) return false;
    auto next = reading.skip(at + 1, {Word::no, Word::wa, Word::mo, Word::course, Word::filler});
    constexpr std::size_t far = 3;
    const auto end = std::min(reading.size(), next + far);
    const auto rest = next < reading.size()
                          ? std::u16string_view{reading.glyphs.text}.substr(reading.tokens[next].begin)
                          : std::u16string_view{};
    const bool is_thing = rest.starts_with(u"やつ") || rest.starts_with(u"とか") || rest.starts_with(u"もの");
    while (is_thing && next < end && !reading.asks(next)) ++next;
    return next < reading.size() && reading.asks(next);
}

/// 3番出口, 2階: where one asks for the way.
[[nodiscard]] bool is_place(const Reading& reading, std::size_t at) {
    if (reading.word(at) != Word::counted) return false;
    const auto said = reading.folded({at, at + 1});
    return said.ends_with(u"出口") || said.ends_with(u"階") || said.ends_with(u"番線") || said.ends_with(u"丁目");
}

/// 7時半になりそう is late, 5人になりそう another party.
[[nodiscard]] Cues became(const Reading& reading, std::size_t at) {
    const auto what = reading.back(at, {Word::about, Word::filler, Word::half});
    if (!what) return 0;
    // 22名になりました, but 7時になりました.
    const bool is_past =
        reading.folded({at, at + 1}).starts_with(u"になりま") || reading.folded({at, at + 1}).starts_with(u"になった");
    if (is_past && reading.word(*what) != Word::people) return 0;
    // 7時に着きます, to 何時にいらっしゃいますか
    if (reading.is_asked(Question::time) && reading.word(*what) != Word::people) return 0;
    switch (reading.word(*what)) {
        case Word::hour:
        case Word::minute:
        case Word::clock:
        case Word::duration:
            return bit(Cue::late);
        case Word::people:
            // 10人前後になると思います, to 何名様ですか
            return reading.is_asked(Question::party) && !is_past ? Cues{0} : has_count_change;
        default:
            return 0;
    }
}

/// 3人プラス赤ちゃん: of a party, not beside it.
[[nodiscard]] bool is_plus(const Reading& reading, std::size_t at) {
    if (reading.folded({at, at + 1}) != u"ぷらす") return false;
    const auto next = reading.word(at + 1);
    return next == Word::child || next == Word::infant || next == Word::person || next == Word::people ||
           next == Word::adult;
}

/// 7時半にして.
[[nodiscard]] bool is_behind_clock(const Reading& reading, std::size_t at) {
    const auto what = reading.back(at, {Word::about, Word::filler});
    if (!what) return false;
    const auto word = reading.word(*what);
    return word == Word::hour || word == Word::minute || word == Word::half || word == Word::clock;
}

}  // namespace

Said cues_of(const Reading& reading, const Meaning& meaning, const Changes& changes) {
    Said said;
    for (std::size_t at = 0; at < reading.size(); ++at) {
        const auto& token = reading.tokens[at];
        if (is_place(reading, at)) said.cues |= has_place;
        if (asks_for_course(reading, at)) said.cues |= bit(Cue::menu);
        if (token.cue == Cue::cancel && is_no_wish_to_cancel(reading, at)) said.cues |= has_no_cancel;
        if (cancels_course(reading, at)) said.cues |= bit(Cue::change);
        if (token.cue != Cue::none && !follows_not(reading, at) && !says_else(reading, meaning, at) &&
            !says_how_much(reading, at)) {
            const bool of_some = token.cue == Cue::cancel || token.cue == Cue::late;
            const bool counted = of_some && at > 0 && reading.word(at - 1) == Word::people;
            if (counted) continue;
            if ((said.cues & bit(token.cue)) == 0) said.first[static_cast<std::size_t>(token.cue)] = at;
            said.cues |= bit(token.cue);
        }
        if (is_booked(reading, at)) said.cues |= bit(Cue::have);
        // 昨日電話した者ですが、ちゃんと取れてますか
        if (token.cue == Cue::check && reading.folded({at, at + 1}).starts_with(u"ちゃんと"))
            said.cues |= bit(Cue::booking);
        // 時間って7時で合ってますか
        if (token.word == Word::yes && token.value == 2 && reading.word(at + 1) == Word::ka)
            said.cues |= bit(Cue::check);
        if (token.cue == Cue::become) said.cues |= became(reading, at);
        if (token.cue == Cue::make_it && is_behind_clock(reading, at)) said.cues |= has_new_time;
        const bool may_ask = token.word == Word::copula || token.word == Word::yes;
        if (reading.asks(at) || (may_ask && reading.word(at + 1) == Word::ka)) said.cues |= asks_there;
        if (token.word == Word::age && reading.word(at + 1) == Word::at_most) said.cues |= has_children;
        if (token.word == Word::yen && reading.asks(at + 1)) said.cues |= bit(Cue::price);
        if (token.word == Word::more || token.word == Word::fewer) {
            const auto before = reading.back(at, {Word::ga, Word::wo, Word::mo, Word::ni, Word::filler});
            const bool is_counted =
                before && (reading.word(*before) == Word::people || reading.word(*before) == Word::people_topic);
            if (is_counted && !is_plus(reading, at)) said.cues |= has_count_change;
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
    if (const auto at = reading.changes ? changed_at(reading.tokens) : std::nullopt) {
        if ((said.cues & bit(Cue::change)) == 0 && reading.cue(*at) != Cue::change) {
            said.first[static_cast<std::size_t>(Cue::change)] = *at;
            said.cues |= bit(Cue::change);
        }
    }
    if (changes.slots) said.cues |= has_reset;
    if (changes.people) said.cues |= has_count_change;
    if (!slots.allergies.empty()) said.cues |= has_allergy;
    if (slots.day || slots.time || slots.party || slots.occasion) said.cues |= has_slots;
    if (slots.party || !slots.needs.empty()) said.cues |= has_table;
    if (asks_how_long(slots)) said.cues |= has_end;
    // おすすめのコースで, to どのコースに: one is chosen, and nothing asked.
    const bool is_chosen = reading.is_asked(Question::course) && slots.course;
    if (is_chosen && (said.cues & asks_there) == 0) said.cues &= ~bit(Cue::menu);
    return said;
}

}  // namespace denwaban::talk
