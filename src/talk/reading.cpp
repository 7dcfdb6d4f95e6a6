#include "reading.hpp"

#include <array>

#include "english.hpp"
#include "surnames.hpp"
#include "traits.hpp"

namespace denwaban::talk {

/// 6時、無理なら7時: whichever way the first is turned down, it is not taken back.
bool Reading::is_on_condition(std::size_t from, std::size_t to) const {
    if (from >= to) return false;
    const auto between = folded({from, to});
    constexpr auto ends = std::to_array<std::u16string_view>({u"なら", u"たら", u"れば"});
    return std::any_of(ends.begin(), ends.end(), [&](auto end) { return between.find(end) != between.npos; });
}

bool Reading::is_excused(std::size_t from, std::size_t to) const {
    if (from + reach < to) return false;
    return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(std::min(from, to)),
                       tokens.begin() + static_cast<std::ptrdiff_t>(to),
                       [](const Token& token) { return token.word == Word::not_but && token.value == 1; });
}

Link Reading::link(std::size_t from, std::size_t to) const {
    const bool is_near = from + reach >= to;
    if (!is_near) from = to - reach;
    bool alone = is_near;
    bool either = false;
    for (auto at = from; at < to; ++at) {
        switch (tokens[at].word) {
            case Word::not_but:
            case Word::mistaken:
            case Word::rather:
            case Word::said:
            case Word::sorry:
                return Link::instead;
            case Word::no_word:
                // 6人以上
                if (tokens[at].value == 3) {
                    alone = false;
                    break;
                }
                return is_on_condition(from, to) ? Link::either : Link::instead;
            case Word::ah:
                if (alone && !either) return Link::instead;
                break;
            case Word::ka:
            case Word::either:
            case Word::mo:
                either = true;
                break;
            case Word::filler:
            case Word::stop:
            case Word::copula:
            case Word::de:
            case Word::ni:
            case Word::no:
            case Word::about:
                break;
            default:
                alone = false;
        }
    }
    return either && alone ? Link::either : Link::none;
}

bool Reading::asks(std::size_t at) const {
    if (word(at) == Word::question && at < size()) return true;
    if (word(at) != Word::there) return false;
    const auto next = word(at + 1);
    // アレルギーがあるのを伝え忘れて
    const bool is_noun =
        at + 1 < size() && (next == Word::wo || next == Word::ga) && folded({at, at + 1}).ends_with(u'の');
    if (is_noun) return false;
    return tokens[at].value == 1 || next == Word::ka || (next == Word::question && at + 1 < size());
}

bool Reading::is_changed_to(std::size_t end) const {
    end = skip(end, {Word::about, Word::filler, Word::kara});
    // Come at 9 instead.
    if (word(end) == Word::rather && end < size() && english) return true;
    if (cue(end) == Cue::make_it || cue(end) == Cue::become) return true;
    // 5人に増やして
    if (word(end) == Word::ni && (word(end + 1) == Word::more || word(end + 1) == Word::fewer)) return true;
    if (word(end) != Word::ni && word(end) != Word::de) return false;
    return cue(end + 1) == Cue::change || cue(end + 1) == Cue::make_it;
}

bool Reading::is_moved_to(Stretch before, Stretch mention) const {
    if (!changes) return false;
    // 明日の7時から明後日の8時に
    const auto led =
        skip(before.end, {Word::no, Word::part, Word::hour, Word::half, Word::minute, Word::clock, Word::people});
    const auto told =
        skip(mention.end, {Word::no, Word::part, Word::hour, Word::half, Word::minute, Word::clock, Word::people});
    const bool is_led = word(led) == Word::kara || word(led) == Word::wo || word(led) == Word::copula;
    const bool is_told = word(told) == Word::ni || english;
    // 19時からの予約を20時に
    const auto behind = skip(before.end, {Word::kara, Word::no});
    const bool is_of_booking = behind > before.end && cue(behind) == Cue::booking && word(behind + 1) == Word::wo;
    return is_told && ((is_led && led + 1 == mention.first) || (is_of_booking && behind + 2 == mention.first));
}

bool Reading::is_perhaps(std::size_t end) const {
    end = skip(end, {Word::about, Word::filler, Word::half});
    if (end >= size()) return false;
    const auto after = std::u16string_view{glyphs.text}.substr(tokens[end].begin);
    return after == u"かも" || begins_with(Trait::perhaps, after);
}

namespace {

/// 予約の者です, 予約の木村です: behind 予約.
[[nodiscard]] bool is_of_somebody(std::u16string_view after) {
    if (!after.starts_with(u'の')) return false;
    const auto who = after.substr(1);
    const auto name = surname_in_kanji(who);
    return who.starts_with(u"者で") || who.starts_with(u"者な") || who.starts_with(u"者だ") ||
           who.starts_with(u"者や") || (name > 0 && who.substr(name).starts_with(u"です"));
}

}  // namespace

bool is_booked(const Reading& reading, std::size_t at) {
    if (reading.cue(at) != Cue::booking) return false;
    const auto after = std::u16string_view{reading.glyphs.text}.substr(reading.tokens[at].end);
    if (begins_with(Trait::done, after) || (!reading.is_asked(Question::name) && is_of_somebody(after))) return true;
    constexpr std::u16string_view to_come = u"いくら", wished = u"んとでけば";
    // 予約したかとです
    if (after.starts_with(u"したか")) return after.size() > 3 && wished.find(after[3]) == std::u16string_view::npos;
    return after.starts_with(u"した") && (after.size() < 3 || to_come.find(after[2]) == std::u16string_view::npos);
}

bool repairs_before(const Reading& reading, std::size_t at) {
    for (std::size_t place = 0; place < at; ++place) {
        switch (reading.tokens[place].word) {
            case Word::not_but:
            case Word::mistaken:
            case Word::rather:
            case Word::said:
            case Word::no_word:
                return true;
            default:
                break;
        }
    }
    return false;
}

}  // namespace denwaban::talk
