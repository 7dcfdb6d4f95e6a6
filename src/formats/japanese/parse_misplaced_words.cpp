#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "parser.hpp"

namespace denwaban::formats::japanese {

// What stands behind the words that it is said of, where the grammar wants it before them or beside them.

/// Whether hours from one time to another end before `end`.
bool ListingParser::ends_span(std::size_t end) const {
    return end > 2 && word_at(end - 1) == Word::time && word_at(end - 2) == Word::dash &&
           word_at(end - 3) == Word::time;
}

/// Where a list of weekdays begins that ends before `end`; `end`, where none does.
std::size_t ListingParser::first_of_weekdays(std::size_t end) const {
    auto first = end;
    while (first > 0) {
        const auto word = word_at(first - 1);
        const bool goes_on = word == Word::weekday || word == Word::workdays || word == Word::weekend ||
                             (first < end && (word == Word::ordinal || word == Word::number));
        const bool joins = first < end && (word == Word::separator || word == Word::dash || word == Word::from);
        if (!goes_on && !joins) break;
        --first;
    }
    while (first < end && (word_at(first) == Word::separator || word_at(first) == Word::dash)) ++first;
    return first;
}

/// 月～金, 平日: most of the week.
bool ListingParser::is_most_of_the_week(std::size_t first, std::size_t end) const {
    if (end == first + 1) return word_at(first) == Word::workdays;
    constexpr int most = 4;
    const bool range = end == first + 3 && word_at(first + 1) == Word::dash && word_at(first) == Word::weekday &&
                       word_at(first + 2) == Word::weekday;
    return range && (tokens_[first + 2].value - tokens_[first].value + 7) % 7 + 1 >= most;
}

/// 11:00～14:00（月～金、祝日を除く）, 月～金 11:00～14:00（祝日を除く）: of these days but not of 祝日, as
/// 祝日を除く月～金 is.
void ListingParser::put_excepted_holidays_first() {
    for (std::size_t at = 1; at + 1 < tokens_.size(); ++at) {
        if (word_at(at) != Word::holiday || word_at(at + 1) != Word::except) continue;
        const bool bracketed = word_at(at - 1) == Word::opening && word_at(at + 2) == Word::closing;
        const bool listed = word_at(at - 1) == Word::separator;
        auto end = bracketed || listed ? at - 1 : at;
        const bool behind_hours = bracketed && ends_span(end);
        if (behind_hours) end -= 3;
        while (behind_hours && end > 0 && (word_at(end - 1) == Word::of || word_at(end - 1) == Word::topic)) --end;
        const auto first = first_of_weekdays(end);
        const bool said = behind_hours || is_most_of_the_week(first, end);
        if (first == end || !said || tokens_[at].value != 0) continue;
        const auto holiday = tokens_[at], except = tokens_[at + 1];
        const auto begin = bracketed || listed ? at - 1 : at;
        const auto last = at + 2 + (bracketed ? 1 : 0);
        tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
                      tokens_.begin() + static_cast<std::ptrdiff_t>(last));
        const auto place = tokens_.begin() + static_cast<std::ptrdiff_t>(first);
        const bool spaced = std::exchange(tokens_[first].spaced, false);
        tokens_.insert(place, {holiday, except});
        tokens_[first].spaced = spaced;
    }
}

/// 月・火（祝日の場合は15:00～20:00）: those 祝日 that fall on these days.
void ListingParser::name_weekdays_of_holidays() {
    for (std::size_t at = 1; at + 3 < tokens_.size() && mode_at_first_ == Mode::closings; ++at) {
        if (word_at(at - 1) != Word::opening || word_at(at) != Word::holiday || word_at(at + 1) != Word::in_case)
            continue;
        const auto hours = beyond(at + 2, {Word::topic, Word::separator});
        const auto first = first_of_weekdays(at - 1);
        if (first == at - 1 || !any_span_in(hours, hours + 1)) continue;
        std::vector<Token> days(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                                tokens_.begin() + static_cast<std::ptrdiff_t>(at) - 1);
        days.push_back(tokens_[at + 1]);
        days.back().word = Word::topic;
        tokens_.insert(tokens_.begin() + static_cast<std::ptrdiff_t>(at), days.begin(), days.end());
        at += days.size();
    }
}

/// The end of the only hours of a meal before `end`; nothing where there are none, or more.
std::optional<std::size_t> ListingParser::end_of_meal_before(int meal, std::size_t end) const {
    std::optional<std::size_t> found;
    bool of_meal = false;
    for (std::size_t at = 0; at + 2 < end; ++at) {
        if (word_at(at) == Word::service) of_meal = tokens_[at].value == meal;
        const bool joins = word_at(at + 1) == Word::dash || word_at(at + 1) == Word::from;
        if (word_at(at) != Word::time || !joins || word_at(at + 2) != Word::time) continue;
        if (!of_meal) continue;
        if (found) return std::nullopt;
        found = word_at(at + 3) == Word::until ? at + 4 : at + 3;
    }
    return found;
}

/// 昼 11:30～14:00、夜 17:30～21:30、土曜の夜は22:00まで: another end of that meal, as （土曜は22:00まで） behind it
/// is.
void ListingParser::put_ends_of_meals_behind_them() {
    for (std::size_t at = 1; at + 3 < tokens_.size() && mode_at_first_ == Mode::hours; ++at) {
        if (word_at(at) != Word::service || word_at(at + 1) != Word::topic || word_at(at + 2) != Word::time ||
            word_at(at + 3) != Word::until)
            continue;
        const auto before = word_at(at - 1) == Word::of ? at - 1 : at;
        auto first = before;
        while (first > 0 &&
               (speaks_of_days(word_at(first - 1)) || (first < before && word_at(first - 1) == Word::separator &&
                                                       first > 1 && speaks_of_days(word_at(first - 2)))))
            --first;
        const auto end = beyond(at + 4, {Word::filler});
        const bool ends = ends_chunk(word_at(end)) || word_at(end) == Word::separator;
        const auto of = end_of_meal_before(tokens_[at].value, first);
        if (first == before || !ends || !of) continue;
        std::vector<Token> said(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                                tokens_.begin() + static_cast<std::ptrdiff_t>(before));
        said.insert(said.end(), tokens_.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                    tokens_.begin() + static_cast<std::ptrdiff_t>(at) + 4);
        Token bracket = said.front();
        bracket.word = Word::opening;
        said.front().spaced = bracket.spaced = false;
        said.insert(said.begin(), bracket);
        said.push_back(said.back());
        said.back().word = Word::closing;
        for (auto token = first; token < end; ++token) tokens_[token].word = Word::filler, tokens_[token].used = true;
        tokens_.insert(tokens_.begin() + static_cast<std::ptrdiff_t>(*of), said.begin(), said.end());
        at += said.size();
    }
}

/// 11:00～15:00（LUNCH／土日のみ）: the meal stands before its hours, and the days behind them.
void ListingParser::put_meals_of_brackets_first() {
    for (std::size_t at = 3; at + 3 < tokens_.size() && mode_at_first_ == Mode::hours; ++at) {
        if (word_at(at) != Word::opening || !ends_span(at) || (at > 3 && word_at(at - 4) == Word::service)) continue;
        const auto end = beyond_bracket(at) - 1;
        std::optional<std::size_t> meal;
        bool days = false, only = false, more = word_at(end) != Word::closing;
        for (auto token = at + 1; token < end; ++token) {
            const auto word = word_at(token);
            more |= word == Word::service && meal;
            if (word == Word::service) meal = token;
            days |= speaks_of_days(word);
            only |= word == Word::only && speaks_of_days(word_at(token - 1));
            more |= word == Word::only && !speaks_of_days(word_at(token - 1));
            more |= !speaks_of_days(word) && word != Word::service && word != Word::only && word != Word::separator &&
                    word != Word::slash && word != Word::dash && word != Word::filler;
        }
        if (!meal || !days || more) continue;
        const bool apart = word_at(*meal + 1) == Word::separator || word_at(*meal + 1) == Word::slash;
        if (!only && !apart) continue;
        auto named = tokens_[*meal];
        named.spaced = tokens_[at - 3].spaced;
        tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(*meal),
                      tokens_.begin() + static_cast<std::ptrdiff_t>(*meal + (apart ? 2 : 1)));
        tokens_.insert(tokens_.begin() + static_cast<std::ptrdiff_t>(at) - 3, named);
    }
}

/// 日曜以外の毎日: the exception says it all. 月の最終火曜: of the month, and no Monday.
void ListingParser::drop_words_that_are_no_days() {
    for (std::size_t at = 0; at + 2 < tokens_.size(); ++at) {
        if (word_at(at) == Word::except && at > 0 && speaks_of_days(word_at(at - 1)) &&
            word_at(at + 1) == Word::every_day)
            tokens_[at + 1].word = Word::filler;
        if (words_of(at) == "月" && word_at(at) == Word::weekday && word_at(at + 1) == Word::of &&
            word_at(at + 2) == Word::ordinal)
            tokens_[at].word = tokens_[at + 1].word = Word::filler;
    }
}

/// Whether each weekday before a token stands among those from `first` to `end`.
bool ListingParser::names_weekdays_of(std::size_t first, std::size_t end, std::size_t before) const {
    const auto begin = tokens_.begin();
    const auto place = [&](std::size_t at) { return begin + static_cast<std::ptrdiff_t>(at); };
    return std::all_of(begin, place(before), [&](const Token& said) {
        return said.word != Word::weekday || std::any_of(place(first), place(end), [&](const Token& named) {
                   return named.word == Word::weekday && named.value == said.value;
               });
    });
}

/// 水曜、1月・2月は火曜も休み, 水曜（1月は火・水）: a statement of its own. Whether 水曜（1月は木曜） closes on both,
/// or on the one in place of the other, is not said.
void ListingParser::part_closings_of_months() {
    for (std::size_t at = 2; at + 1 < tokens_.size() && mode_at_first_ == Mode::closings; ++at) {
        if (word_at(at) != Word::topic || word_at(at - 1) != Word::month) continue;
        const auto days = at + 1;
        const auto end = beyond(days, {Word::weekday, Word::separator, Word::ordinal, Word::number});
        const auto rest = beyond(end, {Word::also});
        const auto last = beyond(rest, {Word::rest, Word::closing_heading, Word::filler});
        auto months = at - 1;
        while (months > 1 && (word_at(months - 1) == Word::month || word_at(months - 1) == Word::number ||
                              word_at(months - 1) == Word::dash ||
                              (word_at(months - 1) == Word::separator && word_at(months - 2) == Word::month)))
            --months;
        const auto joint = word_at(months - 1);
        const bool bracketed = joint == Word::opening && word_at(last) == Word::closing;
        int depth = 0;
        for (std::size_t token = 0; token + 1 < months; ++token)
            depth += (word_at(token) == Word::opening ? 1 : 0) - (word_at(token) == Word::closing ? 1 : 0);
        const bool parted = (joint == Word::separator || joint == Word::newline) && depth == 0;
        if (end == days || word_at(end - 1) != Word::weekday || !ends_chunk(word_at(last)) || !(parted || bracketed))
            continue;
        // 第1月曜（11月は第2月曜）: in place of the other.
        const bool any_ordinal = std::any_of(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                                             [](const Token& token) { return token.word == Word::ordinal; });
        const bool also = rest > end;
        if (!also && any_ordinal) continue;
        const bool more = also || names_weekdays_of(days, end, months);
        for (auto token = days; token < end && !more; ++token) tokens_[token].word = Word::unread;
        for (auto token = end; token < rest; ++token) tokens_[token].word = Word::filler;
        tokens_[months - 1].word = Word::stop;
        if (bracketed) tokens_[last].word = Word::filler;
    }
}

/// 三連休の場合は日曜営業、最終日の月曜休み: a Monday of these alone, which is more than is read here.
void ListingParser::doubt_last_days_that_are_weekdays() {
    for (std::size_t at = 0; at + 2 < tokens_.size(); ++at) {
        const bool last = word_at(at) == Word::last_of_long_weekend || word_at(at) == Word::last_day;
        if (last && word_at(at + 1) == Word::of && word_at(at + 2) == Word::weekday)
            tokens_[at + 2].word = Word::unread;
    }
}

/// 11:30～13:30（土日祝はございません）: excepted from these hours.
void ListingParser::except_days_without_hours() {
    for (std::size_t at = 1; at + 3 < tokens_.size() && mode_at_first_ == Mode::hours; ++at) {
        if (word_at(at) != Word::opening || word_at(at - 1) != Word::time) continue;
        const auto days = beyond(at + 1, {Word::weekday, Word::holiday, Word::weekend, Word::separator});
        const auto none = beyond(days, {Word::topic});
        const auto end = beyond(none + 1, {Word::filler});
        if (days == at + 1 || word_at(none) != Word::no_rest || tokens_[none].value != 1 ||
            word_at(end) != Word::closing)
            continue;
        auto statement = at;
        bool only = false;
        for (; statement > 0 && !ends_chunk(word_at(statement - 1)); --statement)
            only |= word_at(statement - 1) == Word::only;
        for (auto token = days; token < end; ++token) tokens_[token].word = Word::filler;
        tokens_[days].word = Word::except;
        if (!only) continue;
        set_words_aside(at, end + 1);
    }
}

}  // namespace denwaban::formats::japanese
