#include <algorithm>
#include <array>
#include <utility>

#include <denwaban/calendar/holiday_calendar.hpp>

#include "dates.hpp"
#include "syntax.hpp"
#include "tokens.hpp"

namespace denwaban::formats::osm {

namespace {

constexpr std::array<std::string_view, 7> weekday_words{"su", "mo", "tu", "we", "th", "fr", "sa"};
constexpr std::array<std::string_view, 12> month_words{"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 4> sun_words{"sunrise", "sunset", "dawn", "dusk"};
constexpr std::size_t max_rules_read = 200;
constexpr int minutes_a_day = 24 * 60;

template <std::size_t N>
[[nodiscard]] std::optional<unsigned> place_of(const std::array<std::string_view, N>& words, const Token& token) {
    if (token.kind != TokenKind::word) return std::nullopt;
    const auto* found = std::find(words.begin(), words.end(), token.text);
    if (found == words.end()) return std::nullopt;
    return static_cast<unsigned>(found - words.begin());
}

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text), tokens_(tokens_of(text)) {}

    [[nodiscard]] Parsed run() && {
        auto joint = Joint::overrides;
        while (at_ < tokens_.size() && parsed_.rules.size() < max_rules_read) {
            if (is_sign(";")) {
                ++at_;
                joint = Joint::overrides;
                continue;
            }
            rule(joint);
            joint = take_joint();
        }
        if (at_ < tokens_.size()) fail("more rules than can be read", at_, tokens_.size());
        return std::move(parsed_);
    }

private:
    [[nodiscard]] const Token* peek(std::size_t ahead = 0) const {
        return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
    }
    [[nodiscard]] bool is_sign(std::string_view sign, std::size_t ahead = 0) const {
        const auto* token = peek(ahead);
        return token != nullptr && token->kind == TokenKind::sign && token->text == sign;
    }
    [[nodiscard]] bool is_word(std::string_view word, std::size_t ahead = 0) const {
        const auto* token = peek(ahead);
        return token != nullptr && token->kind == TokenKind::word && token->text == word;
    }
    bool take_sign(std::string_view sign) {
        if (!is_sign(sign)) return false;
        ++at_;
        return true;
    }
    [[nodiscard]] std::optional<int> number(std::size_t ahead = 0) const {
        const auto* token = peek(ahead);
        if (token == nullptr || token->kind != TokenKind::number) return std::nullopt;
        return token->number;
    }
    template <std::size_t N>
    [[nodiscard]] std::optional<unsigned> word_of(const std::array<std::string_view, N>& words,
                                                  std::size_t ahead = 0) const {
        const auto* token = peek(ahead);
        return token == nullptr ? std::nullopt : place_of(words, *token);
    }

    void find(FindingKind kind, Weight weight, std::string message, std::size_t first, std::size_t last) {
        if (tokens_.empty()) return;
        last = std::clamp<std::size_t>(last, first + 1, tokens_.size());
        first = std::min(first, last - 1);
        const ByteRange bytes{tokens_[first].bytes.begin, tokens_[last - 1].bytes.end};
        parsed_.findings.push_back({kind,
                                    weight,
                                    std::move(message),
                                    bytes,
                                    std::string{text_.substr(bytes.begin, bytes.end - bytes.begin)},
                                    {},
                                    {}});
    }
    void fail(std::string message, std::size_t first, std::size_t last) {
        find(FindingKind::malformed, Weight::loss, std::move(message), first, last);
        if (!parsed_.rules.empty()) parsed_.rules.back().unreadable = true;
    }
    void cannot_say(std::string message, std::size_t first) {
        find(FindingKind::not_expressible, Weight::loss, std::move(message), first, at_);
        current().unreadable = true;
    }
    void note(std::string message, std::size_t first) {
        find(FindingKind::assumption, Weight::note, std::move(message), first, at_);
    }
    [[nodiscard]] OsmRule& current() { return parsed_.rules.back(); }

    [[nodiscard]] Joint take_joint() {
        if (take_sign("||")) return Joint::falls_back;
        if (take_sign(",")) return Joint::adds;
        return Joint::overrides;
    }
    [[nodiscard]] bool at_end_of_rule() const {
        return at_ >= tokens_.size() || is_sign(";") || is_sign("||") || (is_sign(",") && !at_time(1));
    }

    void rule(Joint joint) {
        const auto start = at_;
        parsed_.rules.push_back({.joint = joint});
        while (!at_end_of_rule()) {
            if (selector()) continue;
            if (at_time()) {
                spans();
                continue;
            }
            if (modifier()) continue;
            const auto bad = at_;
            while (at_ < tokens_.size() && !is_sign(";") && !is_sign("||")) ++at_;
            fail("is no opening_hours", bad, at_);
        }
        if (at_ == start) ++at_;
        current().bytes = {tokens_[start].bytes.begin, tokens_[at_ - 1].bytes.end};
    }

    [[nodiscard]] bool selector() {
        if (number() == 24 && is_sign("/", 1) && number(2) == 7) {
            at_ += 3;
            return true;
        }
        const auto* token = peek();
        if (token->kind == TokenKind::comment) {
            current().comment = token->text;
            ++at_;
            return true;
        }
        if (is_word("week")) return weeks();
        if (token->kind == TokenKind::number && token->digits == 4 && !is_sign(":", 1)) return years();
        if (word_of(month_words)) return monthdays();
        if (word_of(weekday_words) || is_word("ph") || is_word("sh")) return days();
        if (is_word("easter")) {
            const auto first = at_++;
            cannot_say("Easter is not in the calendar", first);
            return true;
        }
        return is_sign(":") && at_ > 0 ? (++at_, true) : false;
    }

    [[nodiscard]] bool modifier() {
        constexpr std::array<std::pair<std::string_view, Modifier>, 4> modifiers{{{"open", Modifier::open},
                                                                                  {"off", Modifier::closed},
                                                                                  {"closed", Modifier::closed},
                                                                                  {"unknown", Modifier::unknown}}};
        for (const auto& [word, modifier] : modifiers) {
            if (!is_word(word)) continue;
            current().modifier = modifier;
            ++at_;
            return true;
        }
        return false;
    }

    /// 2026, 2026-2028, 2020+, 2026-2036/2; before months they belong to the dates.
    [[nodiscard]] bool years() {
        const auto start = at_;
        std::vector<When> any;
        do {
            const auto first = number();
            if (!first || *first < 1900 || *first > 2200) return years_failed(start);
            ++at_;
            auto last = *first;
            int step = 1;
            if (take_sign("+")) last = 2099;
            if (is_sign("-") && number(1) && peek(1)->digits == 4) {
                last = *number(1);
                at_ += 2;
            }
            if (is_sign("/") && number(1)) {
                step = std::max(*number(1), 1);
                at_ += 2;
            }
            if (last < *first || last > 2200) return years_failed(start);
            if (word_of(month_words) && last == *first && any.empty()) return monthdays(*first);
            if (step == 1) {
                any.push_back({InPeriod{make_date(*first, 1, 1), make_date(last, 12, 31)}});
            } else {
                for (int year = *first; year <= last; year += step) {
                    any.push_back({InPeriod{make_date(year, 1, 1), make_date(year, 12, 31)}});
                }
            }
        } while (is_sign(",") && number(1) && peek(1)->digits == 4 && (++at_, true));
        add_any(std::move(any));
        return true;
    }
    [[nodiscard]] bool years_failed(std::size_t start) {
        ++at_;
        fail("is no year that can be read", start, at_);
        return true;
    }

    void add_any(std::vector<When> any) {
        if (any.size() == 1) {
            current().selectors.push_back(std::move(any.front()));
        } else {
            current().selectors.push_back({AnyOf{std::move(any)}});
        }
    }

    struct MonthDay {
        std::optional<int> year;
        unsigned month;
        std::optional<unsigned> day;
    };
    [[nodiscard]] std::optional<MonthDay> monthday(std::optional<unsigned> month_before) {
        MonthDay read{{}, 0, {}};
        if (number() && peek()->digits == 4 && word_of(month_words, 1)) {
            read.year = *number();
            ++at_;
        }
        if (const auto month = word_of(month_words)) {
            read.month = *month + 1;
            ++at_;
        } else if (month_before) {
            read.month = *month_before;
        } else {
            return std::nullopt;
        }
        if (number() && peek()->digits <= 2 && !is_sign(":", 1)) {
            read.day = static_cast<unsigned>(*number());
            const date::month_day day = date::month{read.month} / date::day{*read.day};
            if (!day.ok()) return std::nullopt;
            ++at_;
        }
        if (!read.month) return std::nullopt;
        return read;
    }

    /// Dec 24-Jan 03, Mar-Oct, Dec 24,31, 2026 May 01-10.
    [[nodiscard]] bool monthdays(std::optional<int> year = {}) {
        const auto start = at_;
        std::vector<When> any;
        std::optional<unsigned> month;
        do {
            auto first = monthday(month);
            if (!first) return dates_failed(start);
            if (!first->year) first->year = year;
            auto last = *first;
            if (is_sign("-") && (word_of(month_words, 1) || (first->day && number(1) && !is_sign(":", 2)))) {
                ++at_;
                const auto end = monthday(first->month);
                if (!end || end->day.has_value() != first->day.has_value()) return dates_failed(start);
                last = *end;
                if (!last.year) last.year = first->year;
            }
            if (is_sign("/")) return dates_failed(start);
            month = last.month;
            const auto when = of_dates(*first, last);
            if (!when) return dates_failed(start);
            any.push_back(*when);
            if (last.year) year = last.year;
        } while (is_sign(",") && goes_on_with_dates() && (++at_, true));
        add_any(std::move(any));
        return true;
    }
    [[nodiscard]] bool goes_on_with_dates() const {
        if (number(1) && peek(1)->digits == 4) return word_of(month_words, 2).has_value();
        return word_of(month_words, 1) || (number(1) && peek(1)->digits <= 2 && !is_sign(":", 2));
    }
    [[nodiscard]] bool dates_failed(std::size_t start) {
        if (at_ == start) ++at_;
        fail("are no dates that can be read", start, at_);
        return true;
    }
    [[nodiscard]] static std::optional<When> of_dates(const MonthDay& first, const MonthDay& last) {
        if (!first.day) {
            if (first.year) {
                const Date begin{date::year{*first.year} / date::month{first.month} / 1};
                const Date end{date::year{*last.year} / date::month{last.month} / date::last};
                if (end < begin) return std::nullopt;
                return When{InPeriod{begin, end}};
            }
            MonthSet months;
            for (auto month = first.month; month != last.month; month = month % 12 + 1) months.insert(month);
            months.insert(last.month);
            return When{InMonths{months}};
        }
        if (!first.year) {
            return When{InSeason{date::month{first.month} / date::day{*first.day},
                                 date::month{last.month} / date::day{*last.day}}};
        }
        const auto begin = date::year{*first.year} / date::month{first.month} / date::day{*first.day};
        auto end = date::year{*last.year} / date::month{last.month} / date::day{*last.day};
        if (!begin.ok() || !end.ok()) return std::nullopt;
        if (Date{end} < Date{begin}) end = end + date::years{1};
        if (!end.ok()) return std::nullopt;
        return When{InPeriod{Date{begin}, Date{end}}};
    }

    [[nodiscard]] bool weeks() {
        const auto start = at_++;
        WeekSet weeks{};
        bool any = false;
        do {
            const auto first = number();
            if (!first || *first < 1 || *first > 53) break;
            ++at_;
            auto last = *first;
            int step = 1;
            if (is_sign("-") && number(1)) {
                last = *number(1);
                at_ += 2;
            }
            if (is_sign("/") && number(1)) {
                step = std::max(*number(1), 1);
                at_ += 2;
            }
            if (last > 53) break;
            for (int week = *first; week != last + 1; week = week % 53 + 1) {
                if ((week - *first + 53) % 53 % step == 0) weeks[static_cast<std::size_t>(week)] = true;
                any = true;
                if (week == last) break;
            }
        } while (is_sign(",") && number(1) && !is_sign(":", 2) && (++at_, true));
        if (!any) {
            fail("are no weeks that can be read", start, at_);
            return true;
        }
        current().selectors.push_back({OnDates{dates_in_weeks(weeks)}});
        note("weeks are written out as dates of 2015 to 2039", start);
        return true;
    }

    [[nodiscard]] std::optional<int> offset() {
        const bool plus = is_sign("+"), minus = is_sign("-");
        if ((!plus && !minus) || !number(1)) return std::nullopt;
        if (!is_word("day", 2) && !is_word("days", 2)) return std::nullopt;
        const int days = *number(1);
        at_ += 3;
        return plus ? days : -days;
    }

    /// Mo-Fr, Th[1,-1], PH, PH -1 day, in a list joined by commas.
    [[nodiscard]] bool days() {
        std::vector<When> any;
        WeekdaySet weekdays;
        do {
            if (is_word("ph")) {
                const auto start = at_++;
                any.push_back(holiday(start));
            } else if (is_word("sh")) {
                const auto start = at_++;
                static_cast<void>(offset());
                cannot_say("school holidays are not in the calendar", start);
            } else if (auto when = weekday(weekdays)) {
                any.push_back(*std::move(when));
            }
        } while (is_sign(",") && (word_of(weekday_words, 1) || is_word("ph", 1) || is_word("sh", 1)) && (++at_, true));
        if (!weekdays.empty()) any.insert(any.begin(), {OnWeekdays{weekdays}});
        if (!any.empty()) add_any(std::move(any));
        return true;
    }
    [[nodiscard]] When holiday(std::size_t start) {
        const auto days = offset();
        if (!days || *days == 0) return {OnHolidays{}};
        if (*days == -1) return {OnHolidayEves{}};
        if (*days == 1) return {OnDaysAfterHolidays{}};
        note("holidays are written out as dates of 2015 to 2039", start);
        return {OnDates{dates_off_holidays(*days)}};
    }

    /// A plain range goes into `weekdays`; nth weekdays are a condition of their own.
    [[nodiscard]] std::optional<When> weekday(WeekdaySet& weekdays) {
        const auto start = at_;
        const auto first = *word_of(weekday_words);
        ++at_;
        if (is_sign("[")) return nth_weekday(first, start);
        auto last = first;
        if (is_sign("-") && word_of(weekday_words, 1)) {
            last = *word_of(weekday_words, 1);
            at_ += 2;
        }
        for (auto each = first; each != last; each = (each + 1) % 7) weekdays.insert(each);
        weekdays.insert(last);
        return std::nullopt;
    }
    [[nodiscard]] std::optional<When> nth_weekday(unsigned weekday, std::size_t start) {
        ++at_;
        std::vector<int> nth;
        do {
            const int sign = take_sign("-") ? -1 : 1;
            const auto from = number();
            if (!from || *from < 1 || *from > 5) break;
            ++at_;
            auto until = *from;
            if (sign > 0 && is_sign("-") && number(1)) {
                until = std::min(*number(1), 5);
                at_ += 2;
            }
            for (int each = *from; each <= until; ++each) nth.push_back(sign * each);
        } while (take_sign(","));
        if (nth.empty() || !take_sign("]")) {
            fail("is no nth weekday that can be read", start, at_);
            return std::nullopt;
        }
        const auto days = offset().value_or(0);
        const bool plain = days == 0 && std::all_of(nth.begin(), nth.end(), [](int each) { return each >= -1; });
        if (plain) {
            OrdinalSet ordinals;
            for (const auto each : nth) ordinals.insert(each == -1 ? last_ordinal : static_cast<unsigned>(each));
            return When{OnNthWeekdays{ordinals, {weekday}}};
        }
        note("such weekdays are written out as dates of 2015 to 2039", start);
        return When{OnDates{dates_of_nth_weekdays(weekday, nth, days)}};
    }

    [[nodiscard]] bool at_time(std::size_t ahead = 0) const {
        if (is_sign("(", ahead)) return word_of(sun_words, ahead + 1).has_value();
        if (word_of(sun_words, ahead)) return true;
        return number(ahead) && is_sign(":", ahead + 1) && number(ahead + 2);
    }

    void spans() {
        do {
            if (!span()) return;
        } while (is_sign(",") && at_time(1) && (++at_, true));
    }
    [[nodiscard]] bool span() {
        const auto start = at_;
        const auto begin = time();
        std::optional<int> end;
        bool open_end = false;
        if (take_sign("-")) {
            end = time();
            if (!end && begin && current().unreadable) return true;
        } else if (is_sign("+")) {
            end = begin;
        }
        if (take_sign("+")) open_end = true;
        if (is_sign("/")) {
            while (!at_end_of_rule() && !is_sign(",")) ++at_;
            cannot_say("points in time are no opening", start);
            return true;
        }
        if (!begin || !end) {
            if (!current().unreadable) cannot_say("a time without an end", start);
            return at_ > start;
        }
        auto until = *end;
        if (!open_end || until != *begin) {
            while (until <= *begin) until += minutes_a_day;
        }
        if (until > MinuteOfDay::max || *begin >= MinuteOfDay::max) {
            fail("is past 48:00", start, at_);
            return true;
        }
        current().spans.push_back({*begin, until, open_end});
        return true;
    }
    /// Minutes since midnight; nothing of sunrise and the like, which is a finding.
    [[nodiscard]] std::optional<int> time() {
        const auto start = at_;
        if (is_sign("(") || word_of(sun_words)) {
            const bool bracket = take_sign("(");
            ++at_;
            while (bracket && at_ < tokens_.size() && !take_sign(")")) ++at_;
            cannot_say("sunrise and sunset are not known", start);
            return std::nullopt;
        }
        const auto hour = number(), minute = number(2);
        if (!hour || !is_sign(":", 1) || !minute || *minute > 59 || *hour > 48) {
            if (hour && is_sign(":", 1)) at_ += minute ? 3U : 2U;
            if (at_ == start && at_ < tokens_.size()) ++at_;
            fail("is no time", start, at_);
            return std::nullopt;
        }
        at_ += 3;
        return *hour * 60 + *minute;
    }

    std::string_view text_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    Parsed parsed_;
};

}  // namespace

Parsed parse(std::string_view text) { return Parser{text}.run(); }

}  // namespace denwaban::formats::osm
