#include "parser.hpp"

namespace denwaban::formats::japanese {

/// 11/5(木)～7(土)は.
std::size_t ListingParser::beyond_dates(std::size_t at) const {
    const auto end = beyond_weekday_of_date(at + 1);
    const auto last = word_at(end + 1);
    const bool until = word_at(end) == Word::dash && end + 1 < tokens_.size() &&
                       (last == Word::date || last == Word::number || last == Word::month_day);
    return until ? beyond_weekday_of_date(end + 2) : end;
}

bool ListingParser::goes_to_another_line(std::size_t first, std::size_t last) const {
    while (first < last && word_at(first) != Word::newline) ++first;
    return first < last;
}

/// 月～金⏎11:00～15:00.
bool ListingParser::hours_below_line(std::size_t token) const {
    const auto end = beyond(token, {Word::weekday, Word::separator, Word::dash, Word::holiday, Word::workdays,
                                    Word::holiday_eve, Word::weekend, Word::closing});
    return word_at(end) == Word::newline && word_at(end + 1) == Word::time && end + 1 < tokens_.size();
}

/// 火～日 11:00～.
bool ListingParser::hours_of_days_at(std::size_t token) const {
    const auto end = beyond(token, {Word::weekday, Word::separator, Word::dash, Word::holiday, Word::workdays,
                                    Word::holiday_eve, Word::weekend, Word::every_day, Word::colon});
    const auto time = beyond(end, {Word::before_noon, Word::after_noon, Word::service, Word::topic});
    return end > token && time < tokens_.size() && word_at(time) == Word::time &&
           (word_at(time + 1) == Word::dash || word_at(time + 1) == Word::from);
}

bool ListingParser::hours_on_line(std::size_t token) const {
    for (; token < tokens_.size() && word_at(token) != Word::newline; ++token) {
        const bool range = word_at(token + 1) == Word::dash || word_at(token + 1) == Word::from;
        if (word_at(token) == Word::time && range) return true;
    }
    return false;
}

}  // namespace denwaban::formats::japanese
