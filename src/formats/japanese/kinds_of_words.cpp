#include "parser.hpp"

namespace denwaban::formats::japanese {

bool speaks_of_recurring_days(Word word) {
    switch (word) {
        case Word::weekday:
        case Word::workdays:
        case Word::weekend:
        case Word::holiday:
        case Word::holiday_eve:
        case Word::ordinal:
            return true;
        default:
            return false;
    }
}

bool speaks_of_days(Word word) {
    return speaks_of_recurring_days(word) || word == Word::season || word == Word::date || word == Word::month;
}

bool speaks_of_hours(Word word) {
    switch (word) {
        case Word::time:
        case Word::date:
        case Word::month:
        case Word::month_day:
        case Word::ordinal:
        case Word::times_a_month:
        case Word::ending_in:
        case Word::weekday:
        case Word::workdays:
        case Word::holiday:
        case Word::holiday_eve:
        case Word::named_holiday:
        case Word::may_rest:
        case Word::day_after_holiday:
        case Word::alternate_weeks:
        case Word::odd_months:
        case Word::even_months:
        case Word::season:
        case Word::sometimes:
        case Word::last_of_long_weekend:
        case Word::all_day:
        case Word::irregular:
        case Word::per_facility:
        case Word::rest:
        case Word::next_day:
        case Word::next_weekday:
        case Word::next_business_day:
        case Word::previous_day:
        case Word::long_weekend:
        case Word::last_day:
        case Word::weekend:
        case Word::unread:
        case Word::pause:
            return true;
        default:
            return false;
    }
}

bool adds_nothing(Word word) {
    switch (word) {
        case Word::separator:
        case Word::slash:
        case Word::colon:
        case Word::opening:
        case Word::closing:
        case Word::newline:
        case Word::stop:
        case Word::mark:
        case Word::filler:
        case Word::topic:
        case Word::of:
        case Word::also:
        case Word::announced:
        case Word::ask:
        case Word::exists:
        case Word::occasional:
        case Word::other:
        case Word::around:
        case Word::not_hours:
        case Word::open:
        case Word::from:
        case Word::before_noon:
        case Word::after_noon:
        case Word::in_case:
        case Word::either:
        case Word::period:
        case Word::food:
        case Word::drink:
            return true;
        default:
            return false;
    }
}

bool ends_chunk(Word word) {
    return word == Word::stop || word == Word::newline || word == Word::mark || word == Word::opening ||
           word == Word::closing;
}

bool ends_statement(Word word) { return word == Word::newline || word == Word::stop || word == Word::mark; }

}  // namespace denwaban::formats::japanese
