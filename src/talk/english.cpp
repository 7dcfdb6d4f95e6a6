#include "english.hpp"
#include "english_bounds.hpp"

#include <algorithm>
#include <array>

namespace denwaban::talk {

namespace {

[[nodiscard]] bool is_english_sign(char16_t c) {
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'\'' || c == u'’';
}
[[nodiscard]] bool is_figure_of(char16_t c) { return c >= u'0' && c <= u'9'; }

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

/// Turns a text into tokens, a word or a phrase at a time.
class EnglishLexer {
public:
    EnglishLexer(const Glyphs& glyphs, std::optional<GlyphRange> phone) : text_(glyphs.text), phone_(phone) {}

    [[nodiscard]] std::vector<Token> lex() && {
        while (at_ < text_.size()) {
            if (phone_ && at_ == phone_->begin) {
                push(Word::phone, 0, phone_->end);
            } else if (text_[at_] == u' ') {
                ++at_;
            } else if (!is_english_sign(text_[at_])) {
                const auto word = text_[at_] == u'?' ? Word::question : takes_back() ? Word::not_but : Word::stop;
                push(word, 0, at_ + 1);
            } else if (!counted_day() && !moved() && !past() && !figure()) {
                phrase();
            }
        }
        deny();
        put_bounds_behind(tokens_, text_);
        ask();
        return std::move(tokens_);
    }

private:
    struct Figure {
        int value;
        std::size_t end;
        bool ordinal = false;
        std::optional<int> minutes{};
    };

    void push(Word word, int value, std::size_t end, Cue cue = Cue::none) {
        changes_ = changes_ || cue == Cue::change;
        tokens_.push_back({word, cue, value, value, static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)});
        at_ = end;
    }
    [[nodiscard]] std::u16string_view rest(std::size_t from) const {
        return std::u16string_view{text_}.substr(std::min(from, text_.size()));
    }
    [[nodiscard]] std::size_t blanks(std::size_t from) const {
        while (from < text_.size() && text_[from] == u' ') ++from;
        return from;
    }
    [[nodiscard]] std::size_t word_end(std::size_t from) const {
        while (from < text_.size() && is_english_sign(text_[from])) ++from;
        return from;
    }
    /// A word that stands whole from there on.
    [[nodiscard]] bool stands(std::size_t from, std::u16string_view word) const {
        return rest(from).starts_with(word) && word_end(from) == from + word.size();
    }
    [[nodiscard]] Word last(std::size_t back = 1) const {
        return tokens_.size() < back ? Word::stop : tokens_[tokens_.size() - back].word;
    }
    /// The word before, as it was said.
    [[nodiscard]] std::u16string_view said_before(std::size_t back = 1) const {
        if (tokens_.size() < back) return {};
        const auto& token = tokens_[tokens_.size() - back];
        return rest(token.begin).substr(0, token.end - token.begin);
    }

    [[nodiscard]] std::optional<Figure> figure_at(std::size_t from) const {
        if (from >= text_.size()) return std::nullopt;
        return is_figure_of(text_[from]) ? in_figures(from) : in_words(from);
    }
    [[nodiscard]] std::optional<Figure> in_figures(std::size_t from) const {
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
            if (more >= 0 && end == found.end + 1 + thousands)
                found.value = found.value * thousand + more, found.end = end;
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
    [[nodiscard]] std::optional<Figure> in_words(std::size_t from) const {
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
    /// December twelfth, Saturday the twelfth; but the first one.
    [[nodiscard]] std::optional<Figure> day_in_words(std::size_t from) const {
        const auto lead = said_before() == u"the" ? last(2) : last();
        if (lead != Word::month && lead != Word::weekday) return std::nullopt;
        for (const auto& word : ordinal_words) {
            if (stands(from, word.text)) return Figure{word.value, from + word.text.size(), true};
        }
        return std::nullopt;
    }

    /// Minutes that are said before an hour.
    struct Lead {
        Word word;
        int minutes;
        std::size_t end;
        bool is_told;  ///< as minutes, or as a part of the hour
    };
    [[nodiscard]] std::optional<Lead> lead_here() const {
        constexpr int quarter = 15, hour = 60;
        if (stands(at_, u"half")) return Lead{Word::half, 0, at_ + 4, true};
        for (const std::u16string_view word : {u"a quarter", u"quarter"}) {
            if (stands(at_, word.substr(0, word.find(u' '))) && rest(at_).starts_with(word))
                return Lead{Word::minute, quarter, at_ + word.size(), true};
        }
        const auto figure = figure_at(at_);
        if (!figure || figure->ordinal || figure->minutes || figure->value < 1 || figure->value >= hour)
            return std::nullopt;
        const auto next = blanks(figure->end);
        for (const std::u16string_view unit : {u"minutes", u"minute", u"mins"}) {
            if (stands(next, unit)) return Lead{Word::minute, figure->value, next + unit.size(), true};
        }
        return Lead{Word::minute, figure->value, figure->end, false};
    }

    /// Half past six, quarter to seven, twenty to eight, 10 minutes past 7.
    [[nodiscard]] bool past() {
        const auto lead = lead_here();
        if (!lead) return false;
        struct Joint {
            std::u16string_view word;
            bool before;
            bool doubtful;  ///< which joins other figures, too
        };
        constexpr auto joints = std::to_array<Joint>(
            {{u"past", false, false}, {u"after", false, true}, {u"to", true, true}, {u"before", true, true}});
        const auto at = blanks(lead->end);
        const auto* const joint =
            std::find_if(joints.begin(), joints.end(), [&](const Joint& one) { return stands(at, one.word); });
        if (joint == joints.end() || (lead->word == Word::half && joint->before)) return false;
        const auto figure = blanks(at + joint->word.size());
        const auto hour = figure_at(figure);
        if (!hour || hour->value > 12 || hour->minutes || hour->ordinal) return false;
        if (joint->doubtful && !lead->is_told && !is_minutes_to(*lead, *hour)) return false;
        push(Word::hour, hour->value, figure - 1);
        push(lead->word, lead->minutes, joint->before ? figure : hour->end);
        if (joint->before) push(Word::before, 0, hour->end);
        return true;
    }
    /// At twenty to eight, but not two to four people, 5 to 7.
    [[nodiscard]] bool is_minutes_to(const Lead& lead, const Figure& hour) const {
        const auto before = last() == Word::about ? said_before(2) : said_before();
        constexpr int step = 5;
        const bool is_led = before == u"at" || before == u"by" || last() == Word::about ||
                            last() == Word::relative_night || last() == Word::relative_day || last() == Word::weekday;
        const bool is_in_figures = is_figure_of(text_[at_]);
        if (!is_led || lead.minutes % step != 0 || (is_in_figures && lead.minutes <= hour.value)) return false;
        const auto* unit = english_phrase(rest(blanks(hour.end)));
        return unit == nullptr || unit->word != Word::people_topic;
    }

    /// How many days from another.
    struct Away {
        int days;
        std::size_t end;
    };
    /// A week from, two days after, the day before.
    [[nodiscard]] std::optional<Away> away_here() const {
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
    /// This or next Friday, tomorrow: the words of a day that others are counted from.
    [[nodiscard]] std::optional<std::size_t> day_end(std::size_t at, std::vector<Token>& day) const {
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
    [[nodiscard]] static Token token_of(const Entry& entry, std::size_t at) {
        return {entry.word,
                entry.cue,
                entry.value,
                entry.value,
                static_cast<std::uint32_t>(at),
                static_cast<std::uint32_t>(at + entry.text.size())};
    }

    /// A week from Friday, Friday week, the Friday after next: in the order of Japanese.
    [[nodiscard]] bool counted_day() {
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
    void put_away(std::vector<Token> day, int days, std::size_t end) {
        const auto last = static_cast<std::uint32_t>(end);
        day.back().end = std::min(day.back().end, last - 2);
        for (const auto& token : day) tokens_.push_back(token);
        tokens_.push_back({Word::kara, Cue::none, 0, 0, last - 2, last - 1});
        tokens_.push_back({Word::days_after, Cue::none, days, days, last - 1, last});
        at_ = end;
    }

    /// An hour later, two days earlier, push it back a week: a day or a time that is known, moved.
    [[nodiscard]] bool moved() {
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
        const bool is_later = stands(behind, u"later"),
                   is_sooner = stands(behind, u"earlier") || stands(behind, u"sooner");
        const auto before = said_before() == u"by" ? said_before(2) : said_before();
        const bool is_pushed =
            before == u"back" || before == u"push back" || before == u"postpone" || before == u"delay";
        if (!is_later && !is_sooner && !is_pushed) return false;
        const auto minutes = (is_sooner ? -1 : 1) * figure->value * unit->minutes;
        const bool is_of_days = unit->minutes >= day;
        push(is_of_days ? Word::known_day : Word::moved_time, is_of_days ? minutes / day : minutes,
             is_later || is_sooner ? word_end(behind) : end, Cue::change);
        return true;
    }

    /// Puts one token where a figure stands and one where what it counts does.
    void put_counted(Word word, const Figure& figure, std::size_t end) {
        if (word == Word::people_topic) {
            push(Word::people, figure.value, end);
        } else {
            push(word, 0, figure.end);
            push(Word::people, figure.value, end);
        }
    }

    [[nodiscard]] bool is_length(std::size_t end) const {
        const auto next = blanks(end);
        for (const auto unit : {u"minutes", u"minute", u"mins", u"hours", u"hour"}) {
            if (stands(next, unit)) return true;
        }
        return false;
    }

    /// One of us is vegetarian: of those who are counted elsewhere.
    [[nodiscard]] bool is_of_some(const Figure& figure, std::u16string_view unit, std::size_t end) const {
        if (unit != u"of us" && unit != u"person" && unit != u"people") return false;
        if (unit == u"of us" && figure.value == 1) return true;
        const auto next = blanks(end);
        constexpr auto verbs = std::to_array<std::u16string_view>(
            {u"is",    u"are",  u"has",  u"have",  u"can't",   u"cannot", u"doesn't", u"don't",
             u"needs", u"need", u"uses", u"use",   u"eats",    u"eat",    u"wants",   u"want",
             u"was",   u"were", u"who",  u"comes", u"arrives", u"arrive"});
        return std::any_of(verbs.begin(), verbs.end(), [&](auto verb) { return stands(next, verb); });
    }

    /// Two more people, one more: who comes besides.
    [[nodiscard]] bool is_added(std::size_t end) const {
        const auto next = blanks(end);
        const auto* unit = english_phrase(rest(next));
        return next >= text_.size() || !is_english_sign(text_[next]) ||
               (unit != nullptr && unit->word == Word::people_topic);
    }

    /// Between 6 and 8, from six to eight, 6-8 pm: a time to come, or to stay.
    [[nodiscard]] bool range(const Figure& first) {
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
        const bool is_counted = unit != nullptr && !is_clock && unit->word != Word::filler &&
                                unit->word != Word::stop && unit->word != Word::relative_night &&
                                unit->word != Word::relative_day && unit->word != Word::polite &&
                                unit->word != Word::weekday;
        const bool is_told = is_led || is_clock || (first.minutes && second->minutes && !is_signed);
        if (is_counted || !is_told || is_length(second->end)) return false;
        put_clock(first, blanks(next));
        tokens_.back().end = static_cast<std::uint32_t>(blanks(next) - 1);
        tokens_.push_back({Word::kara, Cue::none, 0, 0, tokens_.back().end, tokens_.back().end + 1});
        at_ = blanks(next);
        put_clock(*second, second->end);
        return true;
    }
    void put_clock(const Figure& figure, std::size_t end) {
        const int minutes = figure.minutes.value_or(0);
        constexpr int hour = 60;
        // A clock that is told in hours alone is of two figures, or of the twelve hours.
        push(minutes > 0 ? Word::clock : Word::hour, minutes > 0 ? figure.value * hour + minutes : figure.value, end);
    }

    [[nodiscard]] bool figure() {
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

    /// December 5th, the 5th of December, the 5th.
    [[nodiscard]] bool is_date(const Figure& figure) {
        if (figure.minutes || figure.value < 1 || figure.value > 31) return false;
        if (last() == Word::month) {
            auto& month = tokens_.back();
            const auto value = month.value * 100 + figure.value;
            month = {Word::month_day, Cue::none, value, 0, month.begin, static_cast<std::uint32_t>(figure.end)};
            at_ = figure.end;
            return true;
        }
        auto next = blanks(figure.end);
        if (stands(next, u"of")) next = blanks(next + 2);
        const auto* month = english_phrase(rest(next));
        if (month != nullptr && month->word == Word::month) {
            push(Word::month_day, month->value * 100 + figure.value, next + month->text.size());
            tokens_.back().last = 0;
            return true;
        }
        if (figure.ordinal) push(Word::day_of_month, figure.value, figure.end);
        return figure.ordinal;
    }

    [[nodiscard]] bool is_hour(const Figure& figure, const Entry* unit) const {
        if (figure.value > 24 || is_length(figure.end)) return false;
        if (figure.minutes || (unit != nullptr && unit->word == Word::part && unit->value != 3)) return true;
        if (stands(blanks(figure.end), u"o'clock")) return true;
        const auto minutes = figure.value <= 12 ? figure_at(blanks(figure.end)) : std::nullopt;
        const bool thirty = minutes && !minutes->ordinal && minutes->value >= 10 && minutes->value % 5 == 0;
        if (thirty && last() != Word::month) return true;
        const auto before = last() == Word::about ? said_before(2) : said_before();
        // Make it 8: a number of guests is said with them.
        if (last() == Word::mistaken && (before.starts_with(u"make") || before.starts_with(u"change"))) return true;
        return before == u"at" || before == u"by" || bound_of(before) || last() == Word::about;
    }

    void put_hour(const Figure& figure) {
        const bool about = last() == Word::about;
        if (about) {
            at_ = tokens_.back().begin;
            tokens_.pop_back();
        }
        const auto end = figure.end;
        const auto stop = about ? at_ + 1 : end;
        push(Word::hour, figure.value, stop);
        const auto more = figure.minutes ? std::nullopt : figure_at(blanks(end));
        const auto minutes = figure.minutes ? figure.minutes : more ? std::optional{more->value} : std::nullopt;
        if (minutes && *minutes > 0 && *minutes < 60 && (figure.minutes || *minutes >= 10)) {
            const auto until = figure.minutes ? end : more->end;
            if (figure.minutes) at_ = tokens_.back().begin, tokens_.back().end = tokens_.back().begin + 1;
            at_ = tokens_.back().end;
            push(Word::minute, *minutes, until);
        }
        at_ = std::max<std::size_t>(at_, end);
        if (about) push_about();
    }
    void push_about() {
        tokens_.push_back(
            {Word::about, Cue::none, 0, 0, static_cast<std::uint32_t>(at_ - 1), static_cast<std::uint32_t>(at_)});
    }
    /// 7ish, 19h.
    [[nodiscard]] bool is_hour_by_sign(const Figure& figure) const {
        constexpr int hours = 24;
        const bool is_one = !figure.minutes && !figure.ordinal && figure.value <= hours;
        return is_one && is_figure_of(text_[at_]) && (stands(figure.end, u"ish") || stands(figure.end, u"h"));
    }

    /// For four, party of four, we are four.
    [[nodiscard]] bool counts_people() const {
        const auto before = said_before();
        if (before == u"for") return true;
        if (before == u"of") return said_before(2) == u"party" || said_before(2) == u"group";
        return before == u"we're" || (before == u"are" && said_before(2) == u"we");
    }

    /// A baby, our toddler.
    [[nodiscard]] bool is_one_of_them(const Entry& entry) const {
        if (entry.word != Word::infant && entry.word != Word::child && entry.word != Word::adult) return false;
        constexpr auto many = std::to_array<std::u16string_view>(
            {u"adults", u"children", u"kids", u"babies", u"infants", u"toddlers", u"grown-ups"});
        if (std::find(many.begin(), many.end(), entry.text) != many.end()) return false;
        constexpr auto leads =
            std::to_array<std::u16string_view>({u"a", u"an", u"my", u"our", u"the", u"one", u"another"});
        return std::find(leads.begin(), leads.end(), said_before()) != leads.end();
    }

    /// Not Friday, Saturday; moved from Friday to Saturday: what is taken back, in the order of Japanese.
    [[nodiscard]] bool takes_back() const {
        if (tokens_.empty() || !denied_ || *denied_ >= tokens_.size() || !is_of_slot(last())) return false;
        return std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(*denied_), tokens_.end() - 1,
                           [](const Token& one) { return one.word == Word::filler; });
    }
    [[nodiscard]] static bool is_of_slot(Word word) {
        return word == Word::weekday || word == Word::hour || word == Word::clock || word == Word::people ||
               word == Word::number || word == Word::month_day || word == Word::day_of_month ||
               word == Word::relative_day;
    }
    [[nodiscard]] bool is_moved() const { return changes_ && is_of_slot(last()) && said_before(2) == u"from"; }

    void phrase() {
        if (stands(at_, u"not") && english_phrase(rest(at_)) == nullptr) {
            push(Word::other, 0, at_ + 3);
            denied_ = tokens_.size();
            return;
        }
        const auto joint = stands(at_, u"but") ? 3 : stands(at_, u"to") ? 2 : 0;
        if ((joint == 3 && takes_back()) || (joint == 2 && is_moved())) {
            push(Word::not_but, 0, at_ + static_cast<std::size_t>(joint));
            return;
        }
        if (const auto* entry = english_phrase(rest(at_))) {
            asks_ = asks_ || entry->word == Word::there;
            // What is asked stands at the end of a sentence.
            const auto end = at_ + entry->text.size();
            if (is_one_of_them(*entry)) {
                push(entry->word, 0, at_ + 1);
                push(Word::people, 1, end);
                return;
            }
            const bool is_verb = entry->text == u"am" && (said_before() == u"i" || stands(blanks(end), u"i"));
            // A reservation under Brown, but under 8000 yen.
            const bool is_bound = entry->word == Word::at_most || entry->word == Word::at_least;
            const bool is_name = is_bound &&
                                 (entry->text == u"under" || entry->text == u"below" || entry->text == u"within" ||
                                  entry->text.ends_with(u"than")) &&
                                 !figure_at(blanks(end));
            const auto word = is_name || entry->word == Word::there || entry->word == Word::people_topic || is_verb
                                  ? Word::filler
                                  : entry->word;
            push(word, entry->value, end, entry->cue);
        } else {
            push(Word::other, 0, word_end(at_));
        }
    }

    /// Not Friday, and no other day.
    void deny() {
        if (!denied_ || *denied_ >= tokens_.size()) return;
        auto at = *denied_;
        while (at + 1 < tokens_.size() && tokens_[at].word == Word::filler) ++at;
        auto& token = tokens_[at];
        const auto behind = tokens_.begin() + static_cast<std::ptrdiff_t>(at) + 1;
        const bool is_replaced =
            std::any_of(behind, tokens_.end(), [](const Token& one) { return is_of_slot(one.word); });
        if (is_of_slot(token.word) && !is_replaced) token.word = Word::aside;
    }

    /// Do you have … asks at its beginning, ありますか at its end.
    void ask() {
        if (!asks_ || tokens_.empty() || last() == Word::question) return;
        at_ = text_.size() - 1;
        push(Word::there, 1, text_.size());
    }

    const std::u16string& text_;
    std::optional<GlyphRange> phone_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::optional<std::size_t> denied_{};  ///< the token that not stands before
    bool asks_ = false;
    bool changes_ = false;
};

}  // namespace

bool is_english(std::string_view utf8) {
    bool letters = false;
    for (const auto c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0xE3) return false;
        letters = letters || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    }
    return letters;
}

std::vector<Token> english_tokens_of(const Glyphs& glyphs, std::optional<GlyphRange> phone) {
    return EnglishLexer{glyphs, phone}.lex();
}

}  // namespace denwaban::talk
