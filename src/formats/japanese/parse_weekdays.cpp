#include <algorithm>
#include <array>
#include <utility>

#include "named_holidays.hpp"
#include "parser.hpp"
#include "weekdays.hpp"

namespace denwaban::formats::japanese {

/// たまに火曜, 隔週水曜, 月に1度日曜: which of them is not said.
std::optional<DayItem> ListingParser::parse_uncertain_day() {
    take();
    for (const auto after = beyond_frequency(at_ - 1); at_ < after;) take();
    if (!next_is({Word::weekday, Word::ordinal})) return std::nullopt;
    auto day = parse_day();
    if (day) day->effect = ClosingEffect::may_close;
    if (day) day->is_uncertain_list = true;
    return day;
}

/// 奇数月の第1月曜, 偶数月.
std::optional<DayItem> ListingParser::parse_every_other_month() {
    MonthSet months;
    for (unsigned month = peek() == Word::odd_months ? 1 : 2; month <= 12; month += 2) months.insert(month);
    take();
    pass_over({Word::of});
    auto day = at_day() ? parse_day() : std::optional{day_item(DaySort::narrower, {EveryDay{}})};
    if (!day) return day;
    day->when = {AllOf{{{InMonths{months}}, std::move(day->when)}}};
    day->sort = DaySort::narrower;
    return day;
}

std::optional<DayItem> ListingParser::parse_weekdays() {
    WeekdaySet weekdays;
    const auto first = static_cast<unsigned>(take().value);
    weekdays.insert(first);
    if (next_is({Word::dash, Word::from}) && word_at(at_ + 1) == Word::weekday) {
        const bool from = take().word == Word::from;
        const auto last = static_cast<unsigned>(take().value);
        for (auto weekday = first; weekday != last; weekday = (weekday + 1) % 7) weekdays.insert(weekday);
        weekdays.insert(last);
        if (first == last) weekdays = {first};
        if (from) take_if({Word::until});
    }
    if (peek() == Word::of && word_at(at_ + 1) == Word::holiday && word_at(at_ + 2) != Word::in_case) {
        take();
        take();
        auto holidays = day_item(DaySort::narrower, {AllOf{{{OnHolidays{}}, {OnWeekdays{weekdays}}}}});
        holidays.weekdays = weekdays;
        return holidays;
    }
    if (mode_ == Mode::hours && at_name_of_holiday()) {
        // 月曜日（勤労感謝の日）, as maps show this week: of the other Mondays nothing is said.
        while (take().word != Word::closing) {
        }
        auto others = day_item(DaySort::narrower, {AllOf{{{OnWeekdays{weekdays}}, {NoneOf{{{OnHolidays{}}}}}}}});
        others.weekdays = weekdays;
        listing_.doubts.push_back({{std::move(others)}});
        find(FindingKind::unknowable, Weight::note, "of these days that are no 祝日 nothing is said",
             tokens_[at_ - 1].bytes);
        auto holidays = day_item(DaySort::narrower, {AllOf{{{OnHolidays{}}, {OnWeekdays{weekdays}}}}});
        holidays.weekdays = weekdays;
        return holidays;
    }
    auto day = day_item(DaySort::weekday, {OnWeekdays{weekdays}});
    day.weekdays = weekdays;
    return day;
}

bool ListingParser::at_name_of_holiday() const {
    constexpr auto names = std::to_array<std::string_view>({
        "元日",
        "成人の日",
        "建国記念の日",
        "天皇誕生日",
        "春分の日",
        "昭和の日",
        "憲法記念日",
        "みどりの日",
        "こどもの日",
        "海の日",
        "山の日",
        "敬老の日",
        "秋分の日",
        "スポーツの日",
        "文化の日",
        "勤労感謝の日",
        "振替休日",
        "国民の休日",
    });
    if (peek() != Word::opening) return false;
    const auto close = beyond_bracket(at_) - 1;
    if (close <= at_ + 1 || word_at(close) != Word::closing || close - at_ > 6) return false;
    const auto begin = tokens_[at_ + 1].bytes.begin;
    const auto name = text_.substr(begin, tokens_[close - 1].bytes.end - begin);
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The day after an nth weekday; nothing if it may lie in the next month.
std::optional<DayItem> ListingParser::day_after(const OrdinalSet& ordinals, unsigned weekday) {
    if (ordinals.contains(last_ordinal) || ordinals.contains(4) || ordinals.contains(5)) return std::nullopt;
    DayOfMonthSet dates;
    for (unsigned ordinal = 1; ordinal <= 3; ++ordinal) {
        if (!ordinals.contains(ordinal)) continue;
        for (unsigned day = 2; day <= 8; ++day) dates.insert((ordinal - 1) * 7 + day);
    }
    return day_item(DaySort::narrower, {AllOf{{{OnDaysOfMonth{dates}}, {OnWeekdays{{(weekday + 1) % 7}}}}}});
}

std::optional<DayItem> ListingParser::parse_nth() {
    OrdinalSet ordinals;
    ordinals.insert(static_cast<unsigned>(take().value));
    for (;;) {
        // 1st/3rd Monday.
        const bool slashed = next_is({Word::slash}) && next_is({Word::ordinal}, 1) && !tokens_[at_].spaced;
        const auto next = slashed ? at_ + 1 : beyond(at_, {Word::separator, Word::of, Word::filler});
        const bool another = word_at(next) == Word::ordinal || (next > at_ && word_at(next) == Word::number &&
                                                                tokens_[next].value >= 1 && tokens_[next].value <= 5);
        if (!another || next >= tokens_.size()) break;
        while (at_ <= next) take();
        ordinals.insert(static_cast<unsigned>(tokens_[next].value));
    }
    pass_over({Word::of, Word::filler});
    if (!next_is({Word::weekday})) return std::nullopt;
    WeekdaySet weekdays{static_cast<unsigned>(take().value)};
    // 第2・4土日: both.
    const auto bare = [&](std::size_t at) { return tokens_[at].bytes.end - tokens_[at].bytes.begin == 3; };
    while (next_is({Word::weekday}) && !tokens_[at_].spaced) weekdays.insert(static_cast<unsigned>(take().value));
    if (bare(at_ - 1) && next_is({Word::separator}) && next_is({Word::weekday}, 1) &&
        text_.substr(tokens_[at_].bytes.begin, 3) == "・") {
        // 第2・4土・日: every Sunday, or the second and the fourth.
        shares_next_ = true;
        find(FindingKind::not_understood, Weight::doubt, "may be of every week, or of these weeks too",
             tokens_[at_ + 1].bytes);
    }
    // 第3月曜の翌日, 第3月曜の翌火曜.
    const auto weekday = only_one(weekdays);
    const auto next = beyond(at_, {Word::of});
    const bool named = weekday && next_is({Word::next_day_of}, next - at_) &&
                       next_is({Word::weekday}, next + 1 - at_) &&
                       static_cast<unsigned>(tokens_[next + 1].value) == (*weekday + 1) % 7;
    if (weekday && next > at_ && (named || next_is({Word::next_day}, next - at_))) {
        auto after = day_after(ordinals, *weekday);
        if (!after) return std::nullopt;
        while (at_ <= next + (named ? 1U : 0U)) take();
        return after;
    }
    auto day = day_item(DaySort::narrower, {OnNthWeekdays{ordinals, weekdays}});
    day.weekdays = weekdays;
    return day;
}

/// 祝日の月曜, 祝前日の日曜.
DayItem ListingParser::of_weekday(DayItem day) {
    // 祝前日にあたる日曜.
    const bool falls_on = peek() == Word::in_case && !done() &&
                          (words_of(at_) == "にあたる" || words_of(at_) == "に当たる" || words_of(at_) == "と重なる");
    if ((peek() != Word::of && !falls_on) || word_at(at_ + 1) != Word::weekday) return day;
    take();
    const auto weekday = static_cast<unsigned>(take().value);
    day.when = {AllOf{{std::move(day.when), {OnWeekdays{{weekday}}}}}};
    day.sort = DaySort::narrower;
    day.weekdays = {weekday};
    return day;
}

/// 祝日, 祝前日, 祝後日, 祝日の月曜.
std::optional<DayItem> ListingParser::parse_holiday() {
    switch (take().word) {
        case Word::holiday_eve:
            return of_weekday(day_item(DaySort::holiday_eve, {OnHolidayEves{}}));
        case Word::day_after_holiday:
            return of_weekday(day_item(DaySort::day_after_holiday, {OnDaysAfterHolidays{}}));
        default:
            return of_weekday(day_item(DaySort::holiday, {OnHolidays{}}));
    }
}

}  // namespace denwaban::formats::japanese
