#include "english_lexer.hpp"

#include <algorithm>
#include <array>

namespace denwaban::talk {

std::optional<EnglishLexer::Away> EnglishLexer::away_here() const {
    constexpr int week = 7;
    std::size_t at = at_;
    int count = 1;
    if (stands(at, u"the") || stands(at, u"a")) {
        at = blanks(word_end(at));
    } else if (const auto figure = figure_at(at);
               figure && !figure->ordinal && !figure->minutes && figure->value < 60) {
        count = figure->value, at = blanks(figure->end);
    } else if (!stands(at, u"day")) {
        return std::nullopt;
    }
    const bool is_week = stands(at, u"week") || stands(at, u"weeks");
    if (!is_week && !stands(at, u"day") && !stands(at, u"days")) return std::nullopt;
    at = blanks(word_end(at));
    const bool back = stands(at, u"before");
    const bool on = stands(at, u"from") || stands(at, u"after") || (is_week && stands(at, u"on"));
    if (!back && !on) return std::nullopt;
    return Away{(back ? -1 : 1) * count * (is_week ? week : 1), blanks(word_end(at))};
}

std::optional<std::size_t> EnglishLexer::day_end(std::size_t at, std::vector<Token>& day) const {
    const auto* entry = english_phrase(rest(at));
    if (entry != nullptr && entry->word == Word::coming) {
        const auto next = blanks(at + entry->text.size());
        const auto* weekday = english_phrase(rest(next));
        if (weekday == nullptr || weekday->word != Word::weekday) return std::nullopt;
        day.push_back(token_of(*entry, at));
        at = next, entry = weekday;
    }
    if (entry == nullptr || (entry->word != Word::weekday && entry->word != Word::relative_day) || entry->value < 0)
        return std::nullopt;
    day.push_back(token_of(*entry, at));
    return at + entry->text.size();
}

Token EnglishLexer::token_of(const Entry& entry, std::size_t at) {
    return {entry.word,
            entry.cue,
            entry.value,
            entry.value,
            static_cast<std::uint32_t>(at),
            static_cast<std::uint32_t>(at + entry.text.size())};
}

bool EnglishLexer::counted_day() {
    const auto* whole = english_phrase(rest(at_));
    if (whole != nullptr && whole->word == Word::relative_day && whole->text.find(u' ') != whole->text.npos)
        return false;
    std::vector<Token> day;
    if (const auto away = away_here()) {
        const auto end = day_end(away->end, day);
        if (!end) return false;
        day.front().begin = static_cast<std::uint32_t>(at_);
        put_away(std::move(day), away->days, *end);
        return true;
    }
    const auto end = day_end(at_, day);
    if (!end) return false;
    const auto next = blanks(*end);
    constexpr int week = 7, after_next = 10;
    if (stands(next, u"week")) {
        put_away(std::move(day), week, word_end(next));
        return true;
    }
    const auto behind = blanks(word_end(next));
    if (!stands(next, u"after") || !stands(behind, u"next") || day.back().word != Word::weekday) return false;
    push(Word::coming, after_next, at_ + 1);
    push(Word::weekday, day.back().value, word_end(behind));
    return true;
}

void EnglishLexer::put_away(std::vector<Token> day, int days, std::size_t end) {
    const auto last = static_cast<std::uint32_t>(end);
    day.back().end = std::min(day.back().end, last - 2);
    for (const auto& token : day) tokens_.push_back(token);
    tokens_.push_back({Word::kara, Cue::none, 0, 0, last - 2, last - 1});
    tokens_.push_back({Word::days_after, Cue::none, days, days, last - 1, last});
    at_ = end;
}

bool EnglishLexer::moved() {
    struct Unit {
        std::u16string_view word;
        int minutes;
    };
    constexpr int hour = 60, day = 24 * hour, week = 7 * day;
    constexpr auto units = std::to_array<Unit>({{u"minute", 1},
                                                {u"minutes", 1},
                                                {u"mins", 1},
                                                {u"hour", hour},
                                                {u"hours", hour},
                                                {u"day", day},
                                                {u"days", day},
                                                {u"week", week},
                                                {u"weeks", week}});
    const bool is_one = stands(at_, u"a") || stands(at_, u"an");
    const auto figure = is_one ? std::optional{Figure{1, word_end(at_)}} : figure_at(at_);
    constexpr int most = 90;
    if (!figure || figure->ordinal || figure->minutes || figure->value > most) return false;
    const auto next = blanks(figure->end);
    const auto* const unit =
        std::find_if(units.begin(), units.end(), [&](const Unit& one) { return stands(next, one.word); });
    if (unit == units.end()) return false;
    const auto end = next + unit->word.size();
    const auto behind = blanks(end);
    const bool is_later = stands(behind, u"later"), is_sooner = stands(behind, u"earlier") || stands(behind, u"sooner");
    const auto before = said_before() == u"by" ? said_before(2) : said_before();
    const bool is_pushed = before == u"back" || before == u"push back" || before == u"postpone" || before == u"delay";
    if (!is_later && !is_sooner && !is_pushed) return false;
    const auto minutes = (is_sooner ? -1 : 1) * figure->value * unit->minutes;
    const bool is_of_days = unit->minutes >= day;
    push(is_of_days ? Word::known_day : Word::moved_time, is_of_days ? minutes / day : minutes,
         is_later || is_sooner ? word_end(behind) : end, Cue::change);
    return true;
}

}  // namespace denwaban::talk
