#include <utility>

#include "civil_dates.hpp"
#include "parser.hpp"

namespace denwaban::formats::japanese {

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

}  // namespace denwaban::formats::japanese
