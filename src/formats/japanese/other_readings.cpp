#include "other_readings.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/hours.hpp>
#include <denwaban/hours/validate.hpp>

#include "lexer.hpp"
#include "parser.hpp"

namespace denwaban::formats::japanese {

namespace {

/// Of a longer text the first are tried.
constexpr std::size_t most_places = 24;
constexpr std::string_view dot = "・";
/// In so many years each date falls on each day of the week.
constexpr Date first_compared = make_date(2024, 1, 1);
constexpr date::days days_compared{12 * 365};

[[nodiscard]] bool may_begin_a_statement(Word word) {
    switch (word) {
        case Word::weekday:
        case Word::workdays:
        case Word::weekend:
        case Word::holiday:
        case Word::holiday_eve:
        case Word::every_day:
        case Word::date:
        case Word::month:
        case Word::season:
        case Word::ordinal:
        case Word::service:
        case Word::elsewhere:
        case Word::hours_heading:
        case Word::closing_heading:
        case Word::rest:
        case Word::occasional:
        case Word::not_hours:
        case Word::open:
            return true;
        default:
            return false;
    }
}

/// What is of no hours before it, whatever mark stands there.
[[nodiscard]] bool begins_another(Word word) {
    return word == Word::date || word == Word::time || word == Word::hours_heading || word == Word::closing_heading ||
           word == Word::elsewhere || word == Word::occasional;
}

[[nodiscard]] bool joins(Word word) { return word == Word::separator || word == Word::slash; }

[[nodiscard]] bool is_latin(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

/// Whether nothing but the hours or days of what a word names may stand behind it.
[[nodiscard]] bool heads_what_follows(Word word) {
    return word == Word::colon || word == Word::service || word == Word::hours_heading || word == Word::closing_heading;
}

/// ランチ 11:30～14:00 平日のみ ディナー: of what stands before, though a blank stands there.
[[nodiscard]] bool narrows_what_stands_before(std::size_t word, const std::vector<Token>& tokens) {
    while (word < tokens.size() && (speaks_of_recurring_days(tokens[word].word) || joins(tokens[word].word))) ++word;
    const bool narrows = word < tokens.size() && (tokens[word].word == Word::only || tokens[word].word == Word::except);
    return narrows && (word + 1 >= tokens.size() || tokens[word + 1].spaced);
}

/// The bytes before a word in place of which a line may end, if any.
[[nodiscard]] std::optional<ByteRange> place_before(std::size_t word, std::string_view text,
                                                    const std::vector<Token>& tokens) {
    // 【土日祝】9:30～21:30; but 9:30～21:30（土日祝）.
    const bool heads = tokens[word].word == Word::opening && tokens[word].value == 0 && word + 1 < tokens.size();
    auto before = word;
    while (before > 0 && joins(tokens[before - 1].word)) --before;
    if (before == 0) return std::nullopt;
    auto end = tokens[word].bytes.begin;
    const bool after_mark = tokens[before - 1].word == Word::mark;
    const auto first = tokens[heads ? word + 1 : word].word;
    if (!may_begin_a_statement(first) && !(after_mark && first == Word::time)) return std::nullopt;
    // 水曜・第2木曜.
    const bool listed = before < word && text.substr(tokens[before].bytes.begin, dot.size()) == dot &&
                        first == Word::ordinal && speaks_of_recurring_days(tokens[before - 1].word);
    if (listed || narrows_what_stands_before(word, tokens)) return std::nullopt;
    if (before == word && !tokens[word].spaced && !after_mark) return std::nullopt;
    // ※【土日祝】9:30～21:30; but ※土日祝のみ.
    if (after_mark && before > 1 && (heads || begins_another(tokens[word].word))) end = tokens[--before].bytes.begin;
    const auto last = tokens[before - 1].word;
    const bool ended = last == Word::newline || last == Word::stop || last == Word::mark;
    // In English a blank stands between all words.
    const bool english = is_latin(text[tokens[word].bytes.begin]) && is_latin(text[tokens[before - 1].bytes.end - 1]);
    if (ended || english || heads_what_follows(last)) return std::nullopt;
    return ByteRange{tokens[before - 1].bytes.end, end};
}

[[nodiscard]] std::vector<ByteRange> places_where_a_line_may_end(std::string_view text) {
    std::vector<ByteRange> places;
    const auto tokens = lex(text, DottedNumbers::times);
    int depth = 0;
    for (std::size_t at = 0; at < tokens.size() && places.size() < most_places; ++at) {
        if (depth == 0) {
            if (const auto place = place_before(at, text, tokens)) places.push_back(*place);
        }
        if (tokens[at].word == Word::opening) ++depth;
        if (tokens[at].word == Word::closing) depth = std::max(depth - 1, 0);
    }
    return places;
}

using Spans = std::vector<std::pair<Instant, Instant>>;

/// Nothing where it isn't known.
[[nodiscard]] std::optional<Spans> spans_of(const Hours& hours, Date date) {
    Spans spans;
    for (const auto& opening : *hours.openings_on(date)) {
        if (opening.state == State::unknown) return std::nullopt;
        const bool goes_on = !spans.empty() && spans.back().second == opening.begins;
        if (goes_on)
            spans.back().second = opening.ends;
        else
            spans.emplace_back(opening.begins, opening.ends);
    }
    return spans;
}

/// How many words that speak of days and hours a reading set aside.
[[nodiscard]] std::size_t left_out(std::string_view text, const Findings& findings) {
    std::size_t words = 0;
    for (const auto& finding : findings) {
        if (finding.kind != FindingKind::remark || finding.message != nothing_of_the_hours) continue;
        const auto& where = std::get<ByteRange>(finding.where);
        const auto tokens =
            lex(finding.part == "open" ? text.substr(where.begin, where.end - where.begin) : "", DottedNumbers::times);
        words += static_cast<std::size_t>(std::count_if(
            tokens.begin(), tokens.end(), [](const Token& token) { return speaks_of_hours(token.word); }));
    }
    return words;
}

/// The dates of which both are certain, and differ.
[[nodiscard]] std::vector<Date> dates_that_differ(const Rules& one, const Rules& other) {
    std::vector<Date> dates;
    if (one == other) return dates;
    const Horizon horizon{first_compared, first_compared + days_compared};
    const auto hours = Hours::compile(one, HolidayCalendar::japan(), TimeZone::tokyo(), horizon);
    const auto others = Hours::compile(other, HolidayCalendar::japan(), TimeZone::tokyo(), horizon);
    if (!hours || !others) return dates;
    for (auto date = horizon.first; date <= horizon.last; date += date::days{1}) {
        const auto spans = spans_of(*hours, date);
        if (!spans) continue;
        const auto other_spans = spans_of(*others, date);
        if (other_spans && *spans != *other_spans) dates.push_back(date);
    }
    return dates;
}

/// A few dates of each year, or weekdays; nothing if it may be any day.
[[nodiscard]] std::optional<When> days_of(const std::vector<Date>& dates) {
    constexpr std::size_t a_few = 10;
    WeekdaySet weekdays;
    std::vector<When> of_each_year;
    for (const auto date : dates) {
        weekdays.insert(date::weekday{date}.c_encoding());
        const date::year_month_day civil{date};
        const When day{InSeason{civil.month() / civil.day(), civil.month() / civil.day()}};
        if (of_each_year.size() <= a_few &&
            std::find(of_each_year.begin(), of_each_year.end(), day) == of_each_year.end())
            of_each_year.push_back(day);
    }
    if (of_each_year.size() <= a_few) return When{AnyOf{std::move(of_each_year)}};
    return weekdays == WeekdaySet{0, 1, 2, 3, 4, 5, 6} ? std::nullopt : std::optional{When{OnWeekdays{weekdays}}};
}

/// Whatever rules and closings say of these days.
[[nodiscard]] Rules unknown_on(const When& days, Rules rules) {
    rules.rules.insert(rules.rules.begin(), {days, Unknown{}, ""});
    for (auto& closing : rules.closings) closing.when = {AllOf{{std::move(closing.when), {NoneOf{{days}}}}}};
    return rules;
}

}  // namespace

void doubt_what_reads_otherwise(RulesReading& reading, std::string_view open, std::string_view close,
                                const Reader& read) {
    const auto certain = left_out(open, reading.findings);
    for (const auto& place : places_where_a_line_may_end(open)) {
        std::string broken{open.substr(0, place.begin)};
        broken += '\n';
        broken += open.substr(place.end);
        const auto other = read(broken, close);
        if (!is_complete(other.findings) || left_out(broken, other.findings) > certain) continue;
        const auto dates = dates_that_differ(reading.rules, other.rules);
        if (dates.empty()) continue;
        reading.findings.push_back({FindingKind::not_understood,
                                    Weight::doubt,
                                    "says something else if a line ends here",
                                    place,
                                    {},
                                    "open",
                                    {}});
        const auto days = days_of(dates);
        if (days) reading.rules = unknown_on(*days, std::move(reading.rules));
        if (days && validate(reading.rules).empty() && dates_that_differ(reading.rules, other.rules).empty()) continue;
        reading.rules = {{{{EveryDay{}}, Unknown{}, ""}}, {}, {}};
        return;
    }
}

}  // namespace denwaban::formats::japanese
