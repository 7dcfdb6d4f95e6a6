#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

/// Whether what stands behind these days closes them.
bool ListingParser::closed_by_what_follows(DayList& days, std::size_t start) {
    const bool seasons = are_seasons(days);
    if (rest_follows(seasons)) return close_on(std::move(days)), true;
    // 11/10～11/13（臨時休業）.
    const bool in_bracket = next_is({Word::opening}) && next_is({Word::occasional, Word::rest}, 1);
    if (seasons && in_bracket && next_is({Word::closing}, 2)) {
        for (int i = 0; i < 3; ++i) take();
        return close_on(std::move(days)), true;
    }
    if (closed_behind_bracket(start)) {
        take();
        return close_on(std::move(days)), true;
    }
    if (const auto rest = rest_for_a_reason(); rest && seasons) {
        while (at_ <= *rest) take();
        return close_on(std::move(days)), true;
    }
    return mode_ == Mode::hours && (closed_in_columns(days) || closed_on_next_line(days));
}

/// 月曜休み, 火曜のランチ休み, 水曜は不定休.
bool ListingParser::rest_follows(bool seasons) const {
    const auto next = beyond_name_of_hours();
    const auto meal = beyond(at_, {Word::topic, Word::of, Word::colon});
    const bool not_served = word_at(meal) == Word::service && says_none(meal + 1);
    // 12日は夜の部から営業.
    const bool from_dinner_on = word_at(meal) == Word::service && meal + 2 < tokens_.size() &&
                                static_cast<Meal>(tokens_[meal].value) == Meal::dinner &&
                                word_at(meal + 1) == Word::from && word_at(meal + 2) == Word::open;
    const bool one_meal_only = (word_at(meal) == Word::service && word_at(meal + 1) == Word::only) || from_dinner_on;
    const bool one_meal_closes = one_meal_only && meal + 1 < tokens_.size() && word_at(meal + 2) != Word::time &&
                                 !(any_hours_said() && word_at(meal + 2) == Word::opening && has_hours(meal + 3));
    if (one_meal_closes || not_served) return true;
    if (next >= tokens_.size()) return false;
    switch (word_at(next)) {
        case Word::closing_heading:
        case Word::rest:
            return true;
        case Word::irregular:
            return !tokens_[next].spaced;
        case Word::substitute:
        case Word::per_facility:  // 11/18(水)は全館休館日
            return seasons;
        case Word::occasional:
            return seasons && word_at(next + 1) != Word::exists;
        default:
            return false;
    }
}

bool ListingParser::closed_behind_bracket(std::size_t start) const {
    if (start == 0 || word_at(start - 1) != Word::opening || !next_is({Word::closing})) return false;
    // 11:00～14:00 (水)はお休み.
    if (next_is({Word::topic}, 1) && next_is({Word::rest, Word::closing_heading}, 2)) return true;
    // （土）17:00～23:00（日・祝）休み.
    const auto after_rest = word_at(at_ + 2);
    const bool heads_nothing = after_rest != Word::colon && after_rest != Word::weekday && after_rest != Word::closing;
    return next_is({Word::rest, Word::closing_heading}, 1) && !tokens_[at_ + 1].spaced && heads_nothing &&
           mode_ == Mode::hours;
}

/// 11月16日は設備点検のため休業: where the rest stands that the days are for.
std::optional<std::size_t> ListingParser::rest_for_a_reason() const {
    bool reason = false;
    for (auto at = beyond(at_, {Word::topic, Word::separator}); at < tokens_.size() && at < at_ + 8; ++at) {
        const auto word = word_at(at);
        if (word == Word::rest && reason) return at;
        reason |= gives_a_reason(at);
        const bool goes_on = word == Word::prose || word == Word::of || word == Word::filler ||
                             word == Word::elsewhere || word == Word::not_hours || word == Word::pause ||
                             word == Word::varies;
        // 研修のため夜営業お休み.
        if (word == Word::service && reason && at > at_ &&
            (word_at(at + 1) == Word::rest || (word_at(at + 1) == Word::topic && word_at(at + 2) == Word::rest)))
            return at - 1;
        if (!goes_on) break;
    }
    return std::nullopt;
}

/// 水｜休｜休.
bool ListingParser::closed_in_columns(DayList& days) {
    auto column = beyond(at_, {Word::slash});
    // 火,休.
    if (column == at_ && next_is({Word::separator}) && next_is({Word::rest}, 1) && word_at(at_ + 2) == Word::newline)
        column = at_ + 1;
    if (column == at_ || column >= tokens_.size() || word_at(column) != Word::rest) return false;
    while (at_ < column) take();
    close_on(std::move(days));
    while (next_is({Word::slash}) && next_is({Word::rest}, 1)) pass_over({Word::slash, Word::rest});
    return true;
}

/// 土・日・祝日⏎定休日⏎: the line of days has no hours but this.
bool ListingParser::closed_on_next_line(DayList& days) {
    const auto below = beyond(at_, {Word::topic, Word::newline});
    const bool goes_on = word_at(at_) == Word::topic && are_seasons(days);  // 11月3日は⏎休業させていただきます
    const bool closes = below > at_ && below < tokens_.size() && word_at(below - 1) == Word::newline &&
                        (word_at(below) == Word::closing_heading || word_at(below) == Word::rest) &&
                        (word_at(below + 1) == Word::newline || goes_on);
    if (!closes) return false;
    while (at_ < below) take();
    close_on(std::move(days));
    return true;
}

/// 土曜はお休みかも.
bool ListingParser::perhaps_closed(DayList& days) {
    const auto perhaps = beyond(at_, {Word::topic, Word::also});
    if (word_at(perhaps) != Word::may_rest) return false;
    while (at_ <= perhaps) take();
    for (auto& day : days) day.effect = ClosingEffect::may_close;
    close_on(std::move(days));
    return true;
}

/// 12月20日～3月10日は冬季休業.
bool ListingParser::closed_in_a_named_season(DayList& days) {
    const auto named = beyond(at_, {Word::topic, Word::colon});
    const bool names_season = named > at_ && word_at(named) == Word::season && word_at(named + 1) == Word::rest &&
                              named + 1 < tokens_.size() && are_seasons(days) && !days.back().is_vague;
    if (!names_season) return false;
    while (at_ <= named) take();
    close_on(std::move(days));
    return true;
}

}  // namespace denwaban::formats::japanese
