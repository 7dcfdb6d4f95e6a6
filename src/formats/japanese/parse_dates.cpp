#include <array>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

namespace {

using date::month_day;

struct SeasonDates {
    month_day first;
    month_day last;
    std::string_view name;
    bool certain;  ///< the word itself names its dates
};

/// What each `Season` spans if no dates are given: wide, because restaurants differ, so that it is unknown rather than
/// wrong. 年末年始 is 12/29 to 1/3 by 行政機関の休日に関する法律第1条, and a day more on both sides.
constexpr std::array<SeasonDates, 9> season_dates{{
    {date::December / 28, date::January / 4, "年末年始", false},
    {date::December / 28, date::December / 31, "年末", false},
    {date::January / 1, date::January / 4, "年始", false},
    {date::January / 1, date::January / 1, "元日", true},
    {date::August / 10, date::August / 17, "お盆", false},
    {date::August / 1, date::August / 31, "夏季休業", false},
    {date::April / 29, date::May / 6, "ゴールデンウィーク", false},
    {date::December / 28, date::January / 4, "冬季休業", false},
    {date::December / 31, date::December / 31, "大晦日", true},
}};

[[nodiscard]] month_day month_day_of(int number) {
    return date::month{static_cast<unsigned>(number / 100)} / date::day{static_cast<unsigned>(number % 100)};
}

[[nodiscard]] std::optional<Date> date_of(int year, int number) {
    const auto civil = date::year{year} / month_day_of(number);
    if (!civil.ok()) return std::nullopt;
    return Date{civil};
}

/// The weekday of a date that comes before another of a weekday.
[[nodiscard]] unsigned days_earlier(unsigned weekday, month_day first, month_day last) {
    constexpr int days_a_year = 365;
    const date::year year{2001};
    const auto days = (Date{year / last} - Date{year / first}).count();
    return (weekday + 7 * 53 - static_cast<unsigned>(days < 0 ? days + days_a_year : days)) % 7;
}

/// 11/5（木）～11/7: these dates in the years in which the first of them is that weekday.
[[nodiscard]] When in_the_year_when(month_day first, month_day last, unsigned weekday) {
    const auto on = [](month_day day, unsigned of) { return When{AllOf{{{InSeason{day, day}}, {OnWeekdays{{of}}}}}}; };
    if (first == last) return on(first, weekday);
    constexpr int longest = 31;
    std::vector<When> dates;
    const auto begins = Date{date::year{2001} / first};
    for (int day = 0; day < longest; ++day) {
        const date::year_month_day at{begins + date::days{day}};
        dates.push_back(on(at.month() / at.day(), (weekday + static_cast<unsigned>(day)) % 7));
        if (at.month() / at.day() == last) return {AnyOf{std::move(dates)}};
    }
    return {InSeason{first, last}};
}

/// 上旬, 中旬 or 下旬 of a month, on some day of which something happens.
[[nodiscard]] DayItem third_of_month(date::month month, int part) {
    const auto third = static_cast<unsigned>(part);
    const bool last_days = part == last_days_of_month;
    const month_day first = month / date::day{last_days ? 25U : third * 10 + 1};
    const auto last = third < 2 ? month_day{month / date::day{third * 10 + 10}}
                                : month_day{month, (date::year{2001} / month / date::last).day()};
    DayItem day;
    day.when = {InSeason{first, last}};
    day.is_season = true;
    day.effect = ClosingEffect::may_close;
    return day;
}

}  // namespace

/// The month before dates.
std::optional<DayItem> ListingParser::days_before(const DayItem& dates) {
    constexpr date::days month{31};
    const auto* all = std::get_if<AllOf>(&dates.when.condition);
    const auto& when = all != nullptr && !all->conditions.empty() ? all->conditions.front() : dates.when;
    DayItem before;
    before.is_season = true;
    if (const auto* period = std::get_if<InPeriod>(&when.condition)) {
        before.when = {InPeriod{period->first - month, period->first - date::days{1}}};
        return before;
    }
    const auto* season = std::get_if<InSeason>(&when.condition);
    if (season == nullptr) return std::nullopt;
    const Date first{date::year{2001} / season->first};
    const date::year_month_day from{first - month}, until{first - date::days{1}};
    before.when = {InSeason{from.month() / from.day(), until.month() / until.day()}};
    return before;
}

bool ListingParser::at_months() const {
    auto at = at_;
    while (word_at(at) == Word::number && (word_at(at + 1) == Word::separator || word_at(at + 1) == Word::dash))
        at += 2;
    const auto joins = [&](std::size_t token) {
        return word_at(token) == Word::dash || word_at(token) == Word::from || word_at(token) == Word::separator;
    };
    while (word_at(at) == Word::month && joins(at + 1) && word_at(at + 2) == Word::month && at + 2 < tokens_.size())
        at += 2;
    if (at >= tokens_.size() || tokens_[at].word != Word::month || tokens_[at].year != 0) return false;
    auto next = beyond(at + 1, {Word::topic, Word::of, Word::until, Word::before_noon, Word::after_noon, Word::colon,
                                Word::slash, Word::filler});
    // 定休日 12月～2月.
    const bool alone =
        mode_ == Mode::closings && next == at + 1 && (at_ == 0 || ends_chunk(word_at(at_ - 1)) || tokens_[at_].spaced);
    if (next >= tokens_.size()) return alone;
    if (word_at(next) == Word::separator && word_at(next - 1) == Word::topic)
        next = beyond(next, {Word::separator, Word::before_noon, Word::after_noon});
    switch (tokens_[next].word) {
        case Word::rest:
        case Word::no_rest:
        case Word::open:
        case Word::closing_heading:
            return next > at + 1;
        case Word::time:
            return word_at(next + 1) == Word::until || word_at(next + 1) == Word::dash ||
                   word_at(next + 1) == Word::from || word_at(next + 1) == Word::to_the_last ||
                   (word_at(next + 1) == Word::open && next + 1 < tokens_.size());
        case Word::weekday:
        case Word::ordinal:
        case Word::workdays:
        case Word::holiday:
            return true;
        case Word::newline:
        case Word::stop:
        case Word::mark:
            return alone;
        case Word::except:
            // 第2水曜（5月・8月は除く）.
            return mode_ == Mode::closings;
        case Word::separator:
            // 火・水曜（8月と祝日は営業）.
            return mode_ == Mode::closings && word_at(next + 1) == Word::holiday && at_ > 0 &&
                   word_at(at_ - 1) == Word::opening;
        case Word::closing:
            // 9:30～17:30（4月～10月）.
            return at_ > 0 && (word_at(at_ - 1) == Word::opening || word_at(at_ - 1) == Word::mark);
        default:
            return false;
    }
}

/// （火）, （火・祝）, (祝): what a date is, beside it; `at` itself if no such bracket stands there.
std::size_t ListingParser::beyond_weekday_of_date(std::size_t at) const {
    if (word_at(at) != Word::opening) return at;
    // 臨時休業11/13 【土日祝】11:00～20:30: days of their own.
    if (tokens_[at].value == 0 && tokens_[at].spaced && word_at(at + 2) != Word::closing) return at;
    const auto before = at > 1 ? word_at(at - 2) : Word::newline;
    const bool one_date = at > 0 && word_at(at - 1) == Word::date && before != Word::separator && before != Word::dash;
    bool says = false;
    int weekdays = 0;
    auto next = at + 1;
    for (; word_at(next) != Word::closing; ++next) {
        const auto word = word_at(next);
        weekdays += word == Word::weekday ? 1 : 0;
        if (one_date && weekdays > 1) return at;
        const bool day =
            word == Word::weekday || word == Word::holiday || word == Word::substitute || word == Word::named_holiday;
        const bool joint = word == Word::separator || word == Word::slash || word == Word::filler;
        if (!day && !joint) return at;
        says |= day;
    }
    return says ? next + 1 : at;
}

/// What weekday the date before a bracket is: of 11/7・8(土日) the last, of 11/22・23(日・祝) nobody knows.
std::optional<unsigned> ListingParser::weekday_in_bracket(std::size_t end) const {
    std::optional<unsigned> weekday;
    std::size_t weekdays = 0, days = 0;
    for (auto at = at_; at < end; ++at) {
        const bool names = word_at(at) == Word::weekday;
        if (names) weekday = static_cast<unsigned>(tokens_[at].value);
        weekdays += names ? 1U : 0U;
        days += names || word_at(at) == Word::holiday ? 1U : 0U;
    }
    const bool two_dates =
        at_ > 2 && (word_at(at_ - 2) == Word::separator || word_at(at_ - 2) == Word::dash) &&
        (word_at(at_ - 3) == Word::date || word_at(at_ - 3) == Word::number || word_at(at_ - 3) == Word::month_day);
    return two_dates && weekdays == 1 && days > 1 ? std::nullopt : weekday;
}

/// 22日(水), after 3月21日(火).
bool ListingParser::at_date_of_same_month() const {
    const bool of_every_month = at_ > 0 && words_of(at_ - 1) == "毎月";
    if (month_ == 0 || of_every_month) return false;
    if (peek() == Word::month_day || beyond_weekday_of_date(at_ + 1) > at_ + 1) return true;
    // 11/18、25は21:00まで.
    const bool of_list = at_ > 1 && word_at(at_ - 1) == Word::separator &&
                         (word_at(at_ - 2) == Word::date || word_at(at_ - 2) == Word::number);
    return of_list && tokens_[at_ - 2].value % 100 < tokens_[at_].value &&
           (next_is({Word::topic, Word::rest, Word::closing, Word::separator, Word::closing_heading, Word::newline,
                     Word::only, Word::colon, Word::occasional, Word::stop},
                    1) ||
            (next_is({Word::time}, 1) && tokens_[at_ + 1].spaced));
}

/// 同23日, 翌4日, after a date of the month.
bool ListingParser::at_day_after_a_date() const {
    return month_ != 0 && next_is({Word::same, Word::next_day_of}) && next_is({Word::month_day}, 1);
}

MonthSet ListingParser::parse_months() {
    MonthSet months;
    unsigned previous = 0;
    bool range = false;
    while (next_is({Word::number, Word::month})) {
        const auto month = static_cast<unsigned>(tokens_[at_].value);
        const bool whole = take().word == Word::month;
        const bool more = next_is({Word::dash, Word::from, Word::separator}) && next_is({Word::month}, 1);
        const bool ends = whole && !more;
        if (month < 1 || month > 12) continue;
        if (range) {
            for (auto each = previous; each != month; each = each % 12 + 1) months.insert(each);
        }
        months.insert(month);
        previous = month;
        range = false;
        if (ends) break;
        range = next_is({Word::dash, Word::from});
        pass_over({Word::dash, Word::from, Word::separator});
    }
    take_if({Word::until});
    return months;
}

std::optional<DayItem> ListingParser::parse_season() {
    const auto& dates = season_dates[static_cast<std::size_t>(take().value)];
    auto day = day_item(DaySort::narrower, {InSeason{dates.first, dates.last}});
    day.label = dates.name;
    day.is_season = true;
    day.is_vague = !dates.certain;
    if (!dates.certain) day.effect = ClosingEffect::may_close;
    // 元旦から7日まで.
    const bool range = next_is({Word::dash, Word::from}) && next_is({Word::month_day, Word::date}, 1);
    if (!dates.certain || !range) return day;
    const auto& end = tokens_[at_ + 1];
    const int number =
        end.word == Word::date ? end.value : static_cast<int>(unsigned{dates.first.month()}) * 100 + end.value;
    if (!date_of(2000, number)) return day;
    for (int i = 0; i < 2; ++i) take();
    take_if({Word::until});
    day.when = {InSeason{dates.first, month_day_of(number)}};
    day.label.clear();
    return day;
}

/// 冬季は火・水曜.
bool ListingParser::at_season_of_days() const {
    return peek() == Word::season && peek(1) == Word::topic &&
           (word_at(at_ + 2) == Word::weekday || word_at(at_ + 2) == Word::ordinal);
}

/// Days of a season: of which nobody says whether they are meant, if it is a season without dates.
DayList ListingParser::parse_days_of_season() {
    const auto season = *parse_season();
    take();
    auto days = parse_days();
    for (auto& day : days) {
        day.when = {AllOf{{season.when, std::move(day.when)}}};
        day.sort = DaySort::narrower;
        if (season.is_vague) day.effect = ClosingEffect::may_close;
        day.is_vague = season.is_vague;
        day.label = season.label;
    }
    return days;
}

/// 夏季（8/1～8/16）: the dates of a season.
void ListingParser::take_dates_in_brackets(DayItem& season) {
    if (peek() != Word::opening) return;
    const auto start = at_++;
    const bool months = at_months(), date = peek() == Word::date;
    at_ = start;
    if (!months && !date) return;
    take();
    auto dates = parse_dates_of_some_form();
    if (!dates || !take_if({Word::closing})) {
        give_back(start);
        at_ = start;
        return;
    }
    if (!months) dates->label = season.label;
    season = *std::move(dates);
}

/// 12/31～1/3, 1月1日～2日, 2026年3月1日, 1/29(月).
std::optional<DayItem> ListingParser::parse_dates() {
    bool one_off = false;
    std::optional<unsigned> weekday;  // of the first date
    const auto parse_one = [&](int month) -> std::optional<std::pair<int, int>> {
        const auto& token = tokens_[at_];
        const int number = token.word == Word::date ? token.value : month * 100 + token.value;
        const int year = token.year;
        if (!date_of(2000, number)) return std::nullopt;
        take();
        // 11月4日水曜日から6日金曜日まで.
        const bool named = next_is({Word::weekday}) && !tokens_[at_].spaced && token.word != Word::number &&
                           next_is({Word::dash, Word::from, Word::until, Word::topic, Word::rest}, 1);
        if (named) {
            one_off = true;
            const auto of = static_cast<unsigned>(take().value);
            if (!weekday) weekday = of;
        }
        if (const auto end = beyond_weekday_of_date(at_); at_ < end) {
            one_off = true;
            const auto said = weekday_in_bracket(end);
            if (said && !weekday) weekday = said;
            while (at_ < end) take();
        }
        return std::pair{number, year};
    };
    const auto first = parse_one(month_);
    if (!first) return std::nullopt;
    month_ = first->first / 100;
    auto last = *first;
    const auto ends_at = beyond(at_ + 1, {Word::filler});  // 翌年
    // 10/10-12.
    const bool bare = word_at(ends_at) == Word::number && ends_at < tokens_.size() && peek() == Word::dash &&
                      tokens_[ends_at].value > first->first % 100 && tokens_[ends_at].value <= 31 &&
                      word_at(ends_at + 1) != Word::dash && word_at(ends_at + 1) != Word::colon;
    // 12月20日～3月中旬.
    if (next_is({Word::dash, Word::from}) && at_part_of_month(at_ + 1)) {
        take();
        const auto part = at_;
        const auto month = date::month{static_cast<unsigned>(take().value)};
        auto ends = third_of_month(month, take().value);
        const auto of_end = std::get<InSeason>(ends.when.condition);
        on_which_day_is_not_said(std::move(ends), range_from(part));
        take_if({Word::until});
        DayItem day;
        day.is_season = true;
        day.when = {InSeason{month_day_of(first->first), of_end.last}};
        return day;
    }
    if (next_is({Word::dash, Word::from}) && (bare || next_is({Word::date, Word::month_day}, ends_at - at_))) {
        while (at_ < ends_at) take();
        const bool of_first = weekday.has_value();
        const auto end = parse_one(first->first / 100);
        if (!end) return std::nullopt;
        last = *end;
        // 11/21～11/22(日): the weekday of the last.
        if (weekday && !of_first)
            weekday = days_earlier(*weekday, month_day_of(first->first), month_day_of(last.first));
        take_if({Word::until});
    }
    // 11月3日文化の日.
    if (!tokens_[std::min(at_, tokens_.size() - 1)].spaced) pass_over({Word::named_holiday});
    pass_over({Word::season});
    DayItem day;
    day.is_season = true;
    const auto begins = date_of(first->second, first->first);
    auto ends = date_of(last.second == 0 ? first->second : last.second, last.first);
    if (first->second != 0 && begins && ends) {
        if (*ends < *begins) ends = date_of(first->second + 1, last.first);
        if (!ends) return std::nullopt;
        day.when = {InPeriod{*begins, *ends}};
        return day;
    }
    day.when = {InSeason{month_day_of(first->first), month_day_of(last.first)}};
    if (one_off) day.label = "臨時休業";
    if (one_off && !weekday) day.effect = ClosingEffect::may_close;
    if (weekday) day.when = in_the_year_when(month_day_of(first->first), month_day_of(last.first), *weekday);
    return day;
}

bool ListingParser::at_part_of_month(std::size_t at) const {
    return word_at(at) == Word::month && word_at(at + 1) == Word::part_of_month && at + 1 < tokens_.size();
}

/// 4月下旬～11月8日: of the days on which it may begin or end nobody knows.
void ListingParser::on_which_day_is_not_said(DayItem part, ByteRange bytes) {
    find(FindingKind::unknowable, Weight::note, "on which day is not said", bytes);
    listing_.doubts.push_back({{std::move(part)}});
}

/// 8月中旬, 4月下旬～11月上旬.
std::optional<DayItem> ListingParser::parse_part_of_month() {
    const auto start = at_;
    const auto month = date::month{static_cast<unsigned>(take().value)};
    if (!next_is({Word::part_of_month})) return std::nullopt;
    auto day = third_of_month(month, take().value);
    if (!next_is({Word::dash, Word::from})) return day;
    auto end = day;
    if (next_is({Word::date}, 1) && date_of(2000, tokens_[at_ + 1].value)) {
        on_which_day_is_not_said(day, range_from(start));
        take();
        const auto last = month_day_of(take().value);
        end.when = {InSeason{last, last}};
    } else if (at_part_of_month(at_ + 1)) {
        on_which_day_is_not_said(day, range_from(start));
        take();
        const auto part = at_;
        const auto last = date::month{static_cast<unsigned>(take().value)};
        end = third_of_month(last, take().value);
        on_which_day_is_not_said(end, range_from(part));
    } else {
        return day;
    }
    take_if({Word::until});
    const auto first = std::get<InSeason>(day.when.condition).first;
    day.when = {InSeason{first, std::get<InSeason>(end.when.condition).last}};
    day.effect = ClosingEffect::closes;
    return day;
}

/// 3日、23日は休み, in a text that names no month; but 1日20食.
bool ListingParser::at_days_of_some_month(std::size_t at) const {
    const auto first = at;
    const bool of_every_month = at > 0 && words_of(at - 1) == "毎月";
    if (mode_ != Mode::hours || month_said_ != 0 || of_every_month) return false;
    while (word_at(at) == Word::month_day) {
        at = beyond_weekday_of_date(at + 1);
        if (word_at(at) != Word::separator || word_at(at + 1) != Word::month_day) break;
        ++at;
    }
    return at > first && at < tokens_.size() &&
           (word_at(at) == Word::rest || word_at(at) == Word::closing_heading || words_of(at) == "は");
}

/// Of this month or of the next, nobody knows: it may be so in each.
DayItem ListingParser::of_some_month(DayOfMonthSet days) {
    std::vector<When> dates;
    for (unsigned month = 1; month <= 12; ++month) {
        for (unsigned day = 1; day <= 31; ++day) {
            const auto at = date::month{month} / date::day{day};
            if (days.contains(day) && at.ok()) dates.push_back({InSeason{at, at}});
        }
    }
    auto day = day_item(DaySort::narrower, {AnyOf{std::move(dates)}});
    day.label = "臨時休業";
    day.effect = ClosingEffect::may_close;
    day.is_season = true;
    day.is_vague = true;
    return day;
}

/// 毎月5・15・25日, 4のつく日, 月末.
std::optional<DayItem> ListingParser::parse_days_of_month() {
    DayOfMonthSet days;
    if (peek() == Word::number && word_at(at_ + 1) == Word::ending_in) {
        const auto digit = static_cast<unsigned>(take().value);
        take();
        for (auto day = digit; day <= 31; day += 10) {
            if (day > 0) days.insert(day);
        }
        return day_item(DaySort::narrower, {OnDaysOfMonth{days}});
    }
    if (tokens_[at_].word == Word::month_day && tokens_[at_].value == 0) {
        const auto weekday = beyond(at_ + 1, {Word::of});
        const bool glued = word_at(weekday) == Word::weekday && weekday < tokens_.size() && !tokens_[weekday].spaced;
        if (glued) {
            while (at_ < weekday) take();
            const auto last = static_cast<unsigned>(take().value);
            auto day = day_item(DaySort::narrower, {OnNthWeekdays{{last_ordinal}, {last}}});
            day.weekdays = {last};
            return day;
        }
    }
    const bool of_any = at_days_of_some_month(at_);
    while (next_is({Word::number, Word::month_day})) {
        const auto& token = take();
        if (token.value < 0 || token.value > 31 || (token.value == 0 && token.word == Word::number))
            return std::nullopt;
        days.insert(static_cast<unsigned>(token.value));
        for (const auto end = beyond_weekday_of_date(at_); of_any && at_ < end;) take();
        if (token.word == Word::month_day && !(peek() == Word::separator && word_at(at_ + 1) == Word::month_day)) break;
        pass_over({Word::separator});
    }
    if (of_any) return of_some_month(days);
    if (const auto end = beyond_weekday_of_date(at_); end > at_) {
        const auto bracket = tokens_[at_].bytes;
        WeekdaySet weekdays;
        for (; at_ < end; take()) {
            if (peek() == Word::weekday) weekdays.insert(static_cast<unsigned>(tokens_[at_].value));
        }
        auto day = day_item(DaySort::narrower, {OnDaysOfMonth{days}});
        if (weekdays != WeekdaySet{}) day.when = {AllOf{{std::move(day.when), {OnWeekdays{weekdays}}}}};
        day.effect = ClosingEffect::may_close;
        find(FindingKind::not_understood, Weight::doubt, "a date, but of which month is not said", bracket);
        return day;
    }
    if (month_said_ == 0) return day_item(DaySort::narrower, {OnDaysOfMonth{days}});
    auto day =
        day_item(DaySort::narrower, {AllOf{{{InMonths{{static_cast<unsigned>(month_said_)}}}, {OnDaysOfMonth{days}}}}});
    day.is_season = true;
    return day;
}

/// A season's own dates, months, a third of a month, days of every month, or dates.
std::optional<DayItem> ListingParser::parse_dates_of_some_form() {
    if (next_is({Word::same, Word::next_day_of})) take();
    if (peek() == Word::date || at_date_of_same_month()) return parse_dates();
    if (at_months()) {
        auto months = day_item(DaySort::narrower, {InMonths{parse_months()}});
        months.is_season = true;
        // 1月1日、2月第3水曜日.
        if (next_is({Word::ordinal, Word::weekday}) && !tokens_[at_].spaced) {
            auto day = parse_day();
            if (!day) return day;
            day->when = {AllOf{{std::move(months.when), std::move(day->when)}}};
            day->sort = DaySort::narrower;
            day->is_season = true;
            return day;
        }
        return months;
    }
    return peek() == Word::month ? parse_part_of_month() : parse_days_of_month();
}

}  // namespace denwaban::formats::japanese
