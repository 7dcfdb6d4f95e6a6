#include "english_lexer.hpp"

#include <algorithm>
#include <array>

namespace denwaban::talk {

std::optional<EnglishLexer::Lead> EnglishLexer::lead_here() const {
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

bool EnglishLexer::past() {
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

bool EnglishLexer::is_minutes_to(const Lead& lead, const Figure& hour) const {
    const auto before = last() == Word::about ? said_before(2) : said_before();
    constexpr int step = 5;
    const bool is_led = before == u"at" || before == u"by" || last() == Word::about || last() == Word::relative_night ||
                        last() == Word::relative_day || last() == Word::weekday;
    const bool is_in_figures = is_figure_of(text_[at_]);
    if (!is_led || lead.minutes % step != 0 || (is_in_figures && lead.minutes <= hour.value)) return false;
    const auto* unit = english_phrase(rest(blanks(hour.end)));
    return unit == nullptr || unit->word != Word::people_topic;
}

bool EnglishLexer::is_date(const Figure& figure) {
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

bool EnglishLexer::is_hour(const Figure& figure, const Entry* unit) const {
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

void EnglishLexer::put_hour(const Figure& figure) {
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

void EnglishLexer::push_about() {
    tokens_.push_back(
        {Word::about, Cue::none, 0, 0, static_cast<std::uint32_t>(at_ - 1), static_cast<std::uint32_t>(at_)});
}

bool EnglishLexer::is_hour_by_sign(const Figure& figure) const {
    constexpr int hours = 24;
    const bool is_one = !figure.minutes && !figure.ordinal && figure.value <= hours;
    return is_one && is_figure_of(text_[at_]) && (stands(figure.end, u"ish") || stands(figure.end, u"h"));
}

}  // namespace denwaban::talk
