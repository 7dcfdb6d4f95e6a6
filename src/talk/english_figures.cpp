#include "english_lexer.hpp"

#include <algorithm>
#include <array>

namespace denwaban::talk {

namespace {

struct NumberWord {
    std::u16string_view text;
    int value;
};
constexpr auto number_words = std::to_array<NumberWord>({
    {u"one", 1},       {u"two", 2},       {u"three", 3},    {u"four", 4},     {u"five", 5},       {u"six", 6},
    {u"seven", 7},     {u"eight", 8},     {u"nine", 9},     {u"ten", 10},     {u"eleven", 11},    {u"twelve", 12},
    {u"thirteen", 13}, {u"fourteen", 14}, {u"fifteen", 15}, {u"sixteen", 16}, {u"seventeen", 17}, {u"eighteen", 18},
    {u"nineteen", 19}, {u"twenty", 20},   {u"thirty", 30},  {u"forty", 40},   {u"fifty", 50},
});

/// Days of a month, behind its name or a weekday's.
constexpr auto ordinal_words = std::to_array<NumberWord>({
    {u"first", 1},      {u"second", 2},       {u"third", 3},       {u"fourth", 4},      {u"fifth", 5},
    {u"sixth", 6},      {u"seventh", 7},      {u"eighth", 8},      {u"ninth", 9},       {u"tenth", 10},
    {u"eleventh", 11},  {u"twelfth", 12},     {u"thirteenth", 13}, {u"fourteenth", 14}, {u"fifteenth", 15},
    {u"sixteenth", 16}, {u"seventeenth", 17}, {u"eighteenth", 18}, {u"nineteenth", 19}, {u"twentieth", 20},
    {u"thirtieth", 30},
});

}  // namespace

std::optional<EnglishLexer::Figure> EnglishLexer::figure_at(std::size_t from) const {
    if (from >= text_.size()) return std::nullopt;
    return is_figure_of(text_[from]) ? in_figures(from) : in_words(from);
}

std::optional<EnglishLexer::Figure> EnglishLexer::in_figures(std::size_t from) const {
    const auto digits = [&](std::size_t& end, std::size_t most) {
        int value = 0;
        for (std::size_t count = 0; end < text_.size() && is_figure_of(text_[end]); ++end, ++count) {
            if (count == most) return -1;
            value = value * 10 + (text_[end] - u'0');
        }
        return value;
    };
    Figure found{0, from};
    constexpr std::size_t most = 7, thousands = 3;
    found.value = digits(found.end, most);
    if (found.value < 0) return std::nullopt;
    // 10,000
    if (found.end - from <= thousands && found.end < text_.size() &&
        (text_[found.end] == u',' || text_[found.end] == u'、')) {
        auto end = found.end + 1;
        const auto more = digits(end, thousands);
        constexpr int thousand = 1000;
        if (more >= 0 && end == found.end + 1 + thousands) found.value = found.value * thousand + more, found.end = end;
    }
    if (found.end + 1 < text_.size() && text_[found.end] == u':' && is_figure_of(text_[found.end + 1])) {
        auto end = found.end + 1;
        const auto minutes = digits(end, 2);
        if (minutes >= 0 && minutes < 60) found.minutes = minutes, found.end = end;
    }
    for (const auto suffix : {u"th", u"st", u"nd", u"rd"}) {
        if (stands(found.end, suffix)) found.ordinal = true, found.end += 2;
    }
    return found;
}

std::optional<EnglishLexer::Figure> EnglishLexer::in_words(std::size_t from) const {
    for (const auto& word : number_words) {
        if (!stands(from, word.text)) continue;
        Figure found{word.value, from + word.text.size()};
        const auto next = found.end + 1;
        for (const auto& unit : number_words) {
            const bool joins = word.value >= 20 && unit.value < 10 && stands(next, unit.text);
            if (joins) return Figure{word.value + unit.value, next + unit.text.size()};
        }
        const auto day = word.value >= 20 ? day_in_words(next) : std::nullopt;
        if (day && day->value < 10) return Figure{word.value + day->value, day->end, true};
        return found;
    }
    return day_in_words(from);
}

std::optional<EnglishLexer::Figure> EnglishLexer::day_in_words(std::size_t from) const {
    const auto lead = said_before() == u"the" ? last(2) : last();
    if (lead != Word::month && lead != Word::weekday) return std::nullopt;
    for (const auto& word : ordinal_words) {
        if (stands(from, word.text)) return Figure{word.value, from + word.text.size(), true};
    }
    return std::nullopt;
}

void EnglishLexer::put_counted(Word word, const Figure& figure, std::size_t end) {
    if (word == Word::people_topic) {
        push(Word::people, figure.value, end);
    } else {
        push(word, 0, figure.end);
        push(Word::people, figure.value, end);
    }
}

bool EnglishLexer::is_length(std::size_t end) const {
    const auto next = blanks(end);
    for (const auto unit : {u"minutes", u"minute", u"mins", u"hours", u"hour"}) {
        if (stands(next, unit)) return true;
    }
    return false;
}

bool EnglishLexer::is_of_some(const Figure& figure, std::u16string_view unit, std::size_t end) const {
    if (unit != u"of us" && unit != u"person" && unit != u"people") return false;
    if (unit == u"of us" && figure.value == 1) return true;
    const auto next = blanks(end);
    constexpr auto verbs = std::to_array<std::u16string_view>(
        {u"is",    u"are",  u"has",  u"have",  u"can't",   u"cannot", u"doesn't", u"don't",
         u"needs", u"need", u"uses", u"use",   u"eats",    u"eat",    u"wants",   u"want",
         u"was",   u"were", u"who",  u"comes", u"arrives", u"arrive"});
    return std::any_of(verbs.begin(), verbs.end(), [&](auto verb) { return stands(next, verb); });
}

bool EnglishLexer::is_added(std::size_t end) const {
    const auto next = blanks(end);
    const auto* unit = english_phrase(rest(next));
    return next >= text_.size() || !is_english_sign(text_[next]) ||
           (unit != nullptr && unit->word == Word::people_topic);
}

bool EnglishLexer::range(const Figure& first) {
    const auto before = said_before();
    const bool is_led = before == u"between" || before == u"from" || before == u"at";
    auto next = blanks(first.end);
    bool joins = next < text_.size() && (text_[next] == u'-' || text_[next] == u'~');
    const bool is_signed = joins;
    if (joins) ++next;
    for (const std::u16string_view word : {u"and", u"to", u"until", u"till"}) {
        if (!joins && stands(next, word)) joins = true, next += word.size();
    }
    const auto second = joins ? figure_at(blanks(next)) : std::nullopt;
    constexpr int most = 24;
    if (!second || first.ordinal || second->ordinal || first.value > most || second->value > most) return false;
    const auto* unit = english_phrase(rest(blanks(second->end)));
    const bool is_clock = unit != nullptr && unit->word == Word::part && unit->value != 3;
    const bool is_counted = unit != nullptr && !is_clock && unit->word != Word::filler && unit->word != Word::stop &&
                            unit->word != Word::relative_night && unit->word != Word::relative_day &&
                            unit->word != Word::polite && unit->word != Word::weekday;
    const bool is_told = is_led || is_clock || (first.minutes && second->minutes && !is_signed);
    if (is_counted || !is_told || is_length(second->end)) return false;
    put_clock(first, blanks(next));
    tokens_.back().end = static_cast<std::uint32_t>(blanks(next) - 1);
    tokens_.push_back({Word::kara, Cue::none, 0, 0, tokens_.back().end, tokens_.back().end + 1});
    at_ = blanks(next);
    put_clock(*second, second->end);
    return true;
}

void EnglishLexer::put_clock(const Figure& figure, std::size_t end) {
    const int minutes = figure.minutes.value_or(0);
    constexpr int hour = 60;
    // A clock that is told in hours alone is of two figures, or of the twelve hours.
    push(minutes > 0 ? Word::clock : Word::hour, minutes > 0 ? figure.value * hour + minutes : figure.value, end);
}

bool EnglishLexer::figure() {
    const auto found = figure_at(at_);
    if (!found) return false;
    if (range(*found)) return true;
    const auto next = blanks(found->end);
    const auto* unit = english_phrase(rest(next));
    const auto after = unit == nullptr ? next : next + unit->text.size();
    if (is_date(*found)) return true;
    const auto* people =
        unit != nullptr && unit->word == Word::at_least ? english_phrase(rest(blanks(after))) : nullptr;
    if (people != nullptr && people->word == Word::people_topic) {
        push(Word::people, found->value, found->end);
        return true;
    }
    if (unit != nullptr && unit->word == Word::yen) {
        const auto what = blanks(after);
        const bool is_of_food = stands(what, u"course") || stands(what, u"menu") || stands(what, u"set");
        push(is_of_food ? Word::counted : Word::yen, found->value, after);
    } else if (unit != nullptr && (unit->word == Word::people_topic || unit->word == Word::adult ||
                                   unit->word == Word::child || unit->word == Word::infant)) {
        const bool is_some = unit->word == Word::people_topic && is_of_some(*found, unit->text, after);
        const bool is_about = last() == Word::about;
        if (is_some)
            push(Word::counted, found->value, after);
        else
            put_counted(unit->word, *found, after);
        if (is_about && !is_some) push_about();
    } else if (unit != nullptr && (unit->word == Word::more || unit->word == Word::fewer) && is_added(after)) {
        push(Word::people, found->value, found->end);
        at_ = blanks(found->end);
        push(unit->word, 0, after);
    } else if (is_hour_by_sign(*found)) {
        const bool is_about = stands(found->end, u"ish");
        push(Word::hour, found->value, word_end(found->end));
        if (is_about) push_about();
    } else if (is_hour(*found, unit)) {
        put_hour(*found);
    } else if (counts_people()) {
        push(Word::people, found->value, found->end);
    } else {
        push(is_length(found->end) ? Word::duration : Word::number, found->value, found->end);
    }
    return true;
}

bool EnglishLexer::counts_people() const {
    const auto before = said_before();
    if (before == u"for") return true;
    if (before == u"of") return said_before(2) == u"party" || said_before(2) == u"group";
    return before == u"we're" || (before == u"are" && said_before(2) == u"we");
}

bool EnglishLexer::is_one_of_them(const Entry& entry) const {
    if (entry.word != Word::infant && entry.word != Word::child && entry.word != Word::adult) return false;
    constexpr auto many = std::to_array<std::u16string_view>(
        {u"adults", u"children", u"kids", u"babies", u"infants", u"toddlers", u"grown-ups"});
    if (std::find(many.begin(), many.end(), entry.text) != many.end()) return false;
    constexpr auto leads = std::to_array<std::u16string_view>({u"a", u"an", u"my", u"our", u"the", u"one", u"another"});
    return std::find(leads.begin(), leads.end(), said_before()) != leads.end();
}

}  // namespace denwaban::talk
