#include "name_reader.hpp"

#include <algorithm>
#include <array>

#include "surnames.hpp"
#include "traits.hpp"

namespace denwaban::talk {

std::optional<HeardName> NameReader::in_passing(Stretch tokens) {
    const Range16 range{reading_.tokens[tokens.first].begin, reading_.tokens[tokens.end - 1].end};
    for (auto at = range.begin; at < range.end; ++at) {
        const auto rest = text_.substr(at, range.end - at);
        const bool in_kanji_here = is_name_kanji(rest.front());
        const bool goes_on = in_kanji_here && at > range.begin && is_name_kanji(text_[at - 1]);
        if (goes_on && !is_behind_count(at)) continue;
        auto size = in_kanji_here ? surname_in_kanji(rest) : 0;
        if (!in_kanji_here && begins_clause(tokens, at)) size = surname_in_kana(rest);
        if (!in_kanji_here && size == 0 && at > range.begin) size = surname_within(range, at);
        if (size == 0) continue;
        // 山田太郎です
        const auto whole = in_kanji_here ? size + given_name_behind(rest, size) : size;
        const auto after = rest.substr(whole);
        const bool ended =
            begins_with(Trait::name_ending, after) || after.starts_with(u"様") || after.starts_with(u"の名前");
        const bool sir = after.starts_with(u"さん") || rest.size() == size;
        const bool listed = is_booked_by(after, at + size) || is_in_list(tokens, size) || is_all_said(rest, size, at) ||
                            is_behind_list(rest, size, at);
        if (!listed && (!ended || sir)) continue;
        return in_kanji_here ? in_kanji(rest.substr(0, whole), size, at) : one(rest.substr(0, size), at);
    }
    return called_before(tokens);
}

std::size_t NameReader::surname_within(Range16 range, std::size_t at) const {
    const bool is_behind_verb = text_[at - 1] == u'た' || text_[at - 1] == u'る';
    if (!is_kana(text_[at]) || (!is_behind_verb && !is_katakana(at))) return 0;
    const bool is_apart = is_katakana(at) && !is_katakana(at - 1);
    constexpr auto bookings = std::to_array<std::u16string_view>(
        {u"予約した", u"予約してる", u"予約している", u"予約しました", u"予約してた", u"電話した"});
    const auto before = text_.substr(range.begin, at - range.begin);
    const bool is_booked =
        std::any_of(bookings.begin(), bookings.end(), [&](auto one) { return before.ends_with(one); });
    if ((!is_apart && !is_booked) || reading_.is_asked(Question::allergies)) return 0;
    const auto size = surname_in_kana(text_.substr(at, range.end - at));
    const bool is_whole = at + size >= text_.size() || !is_apart || !is_katakana(at + size);
    constexpr std::size_t shortest = 3;
    return is_whole && (is_booked || size >= shortest) ? size : 0;
}

std::size_t NameReader::given_name_behind(std::u16string_view text, std::size_t at) {
    auto end = at;
    while (end < text.size() && is_name_kanji(text[end])) ++end;
    return reading_of_given_name(text.substr(at, end - at)).empty() ? 0 : end - at;
}

namespace {

[[nodiscard]] bool is_topic_of_booking(Word word) {
    return word == Word::phone_topic || word == Word::phone || word == Word::day_topic || word == Word::time_topic ||
           word == Word::people_topic;
}

}  // namespace

bool NameReader::is_booked_by(std::u16string_view after, std::size_t end) const {
    if (!after.starts_with(u'で')) return false;
    const auto next = token_from(end + 1);
    if (next == reading_.tokens.end() || next->begin != end + 1) return false;
    const auto of_booking = [](const Token& token) {
        return token.cue == Cue::booking || token.cue == Cue::have || token.cue == Cue::check;
    };
    switch (next->word) {
        case Word::stop: {
            // 鈴木で、電話は
            const auto topic = std::next(next);
            if (topic != reading_.tokens.end() && is_topic_of_booking(topic->word)) return true;
            return std::any_of(reading_.tokens.begin(), reading_.tokens.end(), of_booking);
        }
        case Word::relative_day:
        case Word::relative_night:
        case Word::week:
        case Word::weekday:
        case Word::month:
        case Word::month_of:
        case Word::day_of_month:
        case Word::month_day:
        case Word::part:
        case Word::hour:
        case Word::clock:
        case Word::people:
            return std::any_of(reading_.tokens.begin(), reading_.tokens.end(), of_booking);
        default:
            return of_booking(*next);
    }
}

bool NameReader::is_in_list(Stretch tokens, std::size_t size) const {
    const auto begin = reading_.tokens[tokens.first].begin;
    const std::size_t shortest = is_kana(text_[begin]) ? 3 : 2;
    if (size < shortest || reading_.tokens[tokens.end - 1].end - begin != size) return false;
    if (is_one(Trait::place_name, text_.substr(begin, size))) return false;
    return std::any_of(reading_.tokens.begin(), reading_.tokens.end(), [](const Token& token) {
        return token.word == Word::people || token.word == Word::hour || token.word == Word::clock;
    });
}

bool NameReader::is_behind_list(std::u16string_view rest, std::size_t size, std::size_t at) const {
    const auto next = token_from(at + size);
    const bool is_before_phone = next != reading_.tokens.end() && next->begin == at + size && next->word == Word::phone;
    const bool is_in_hiragana = is_kana(rest.front()) && !is_katakana(at);
    if (size < 2 || (rest.size() != size && !is_before_phone) || is_in_hiragana) return false;
    const auto has = [&](auto&& is) { return std::any_of(reading_.tokens.begin(), reading_.tokens.end(), is); };
    return is_behind_count(at) &&
           has([](const Token& token) { return token.word == Word::hour || token.word == Word::clock; });
}

bool NameReader::is_behind_count(std::size_t at) const {
    const auto token = token_from(at);
    return token != reading_.tokens.begin() && std::prev(token)->word == Word::people && std::prev(token)->end == at;
}

bool NameReader::is_all_said(std::u16string_view rest, std::size_t size, std::size_t at) const {
    const auto* known = reading_.hearing.known;
    const bool is_open = known != nullptr && !known->name && reading_.hearing.asked.has_value();
    return is_open && at == 0 && size >= 2 && without_ending(rest).size() == size && rest.size() <= size + 2 &&
           text_.size() == rest.size();
}

std::size_t NameReader::behind_myself(std::size_t begin, std::size_t end) const {
    const auto token = token_from(begin);
    if (token == reading_.tokens.end() || token->begin != begin) return begin;
    return token->word == Word::person && token->value == 1 && token->end + 1 < end ? token->end : begin;
}

std::optional<HeardName> NameReader::called_before(Stretch tokens) {
    for (auto at = tokens.first; at < tokens.end; ++at) {
        if (reading_.word(at) != Word::called || at == tokens.first) continue;
        const auto end = reading_.tokens[at].begin;
        auto begin = end;
        const bool kanji = is_name_kanji(text_[end - 1]);
        while (begin > reading_.tokens[tokens.first].begin && end - begin < 8 &&
               (kanji ? is_name_kanji(text_[begin - 1]) : is_kana(text_[begin - 1]))) {
            --begin;
        }
        begin = static_cast<std::uint32_t>(behind_myself(begin, end));
        // 4名様でサトウと申します.
        const bool joined = begin > reading_.tokens[tokens.first].begin && text_[begin - 1] != u'、';
        if (joined && text_[begin] == u'で' && end - begin > 2) {
            ++begin;
        } else if (joined && !is_own(text_.substr(begin, end - begin), at, text_[begin - 1])) {
            continue;
        }
        const bool is_drawn_out = reading_.glyphs.stretched[begin] && is_katakana(begin);
        if (end - begin >= 2 || is_drawn_out) return resolve(text_.substr(begin, end - begin), begin, true);
    }
    return std::nullopt;
}

bool NameReader::is_own(std::u16string_view name, std::size_t called, char16_t before) const {
    constexpr std::u16string_view may_stand_before = u"。、はので";
    const auto begin = reading_.tokens[called].begin - name.size();
    const auto lead = token_from(begin);
    if (lead != reading_.tokens.begin() && std::prev(lead)->end == begin && std::prev(lead)->word == Word::person)
        return true;
    if (may_stand_before.find(before) == std::u16string_view::npos) return false;
    const auto how = reading_.folded({called, called + 1});
    const bool humble =
        how.find(u'申') != std::u16string_view::npos || how.find(u"もうし") != std::u16string_view::npos;
    return humble || surname_in_kanji(name) > 0 || surname_in_kana(name) > 0;
}

bool NameReader::begins_clause(Stretch tokens, std::size_t at) const {
    return at == reading_.tokens[tokens.first].begin ||
           (reading_.tokens[tokens.first].end == at && reading_.word(tokens.first) == Word::yes);
}

}  // namespace denwaban::talk
