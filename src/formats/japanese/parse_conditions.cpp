#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "parser.hpp"
#include "weekdays.hpp"

namespace denwaban::formats::japanese {

struct ListingParser::Consequence {
    bool opens = false;
    bool rests = false;
    bool next_day = false;
    bool no_holiday = false;  ///< 祝日でない翌日
    bool next_weekday = false;
    bool next_business_day = false;
    bool previous_day = false;
    bool substitute = false;
    bool no_substitute = false;
    bool varies = false;
    bool also = false;       ///< 月曜も
    bool following = false;  ///< 翌, of the weekday that rests
    bool eves = false;       ///< 祝日・祝前日の場合
    WeekdaySet opening;
    WeekdaySet resting;

    /// What a word says by itself.
    void note(Word word) {
        struct Flag {
            Word word;
            bool Consequence::*flag;
        };
        constexpr std::array flags{
            Flag{Word::next_day, &Consequence::next_day},
            Flag{Word::next_weekday, &Consequence::next_weekday},
            Flag{Word::next_business_day, &Consequence::next_business_day},
            Flag{Word::previous_day, &Consequence::previous_day},
            Flag{Word::substitute, &Consequence::substitute},
            Flag{Word::no_substitute, &Consequence::no_substitute},
            Flag{Word::next_day_of, &Consequence::following},
            Flag{Word::varies, &Consequence::varies},
            Flag{Word::ask, &Consequence::varies},
            Flag{Word::also, &Consequence::also},
            Flag{Word::holiday_eve, &Consequence::eves},
        };
        for (const auto& [said, flag] : flags) {
            if (said == word) this->*flag = true;
        }
    }
};

std::size_t ListingParser::beyond_bracket(std::size_t at) const {
    while (at < tokens_.size() && tokens_[at].word != Word::closing) ++at;
    return std::min(at + 1, tokens_.size());
}

/// Whether `days` are no list, but the case in which something else happens: 月曜が祝日の場合.
bool ListingParser::starts_condition(const DayList& days) const {
    const bool names_holiday = std::any_of(days.begin(), days.end(), [](const DayItem& day) {
        return day.sort == DaySort::holiday || day.sort == DaySort::holiday_eve;
    });
    auto next = beyond(at_, {Word::topic, Word::of, Word::also, Word::filler});
    if (next > at_ && word_at(next) == Word::opening) next = beyond_bracket(next);
    const auto word = next < tokens_.size() ? word_at(next) : Word::newline;
    if (!names_holiday) {
        const bool weekdays_only =
            std::all_of(days.begin(), days.end(), [](const DayItem& day) { return !day.weekdays.empty(); });
        return weekdays_only && word == Word::holiday && next > at_ && word_at(at_) != Word::of;
    }
    const bool eves = days.back().sort == DaySort::holiday_eve;
    if (eves && word != Word::in_case && word != Word::open) return false;
    // 土日祝の翌日: no condition, but other days.
    if (days.size() > 1 && word == Word::next_day && word_at(at_) == Word::of) return false;
    switch (word) {
        case Word::weekday:
            return mode_ == Mode::closings && days.size() == 1 && word_at(at_) == Word::topic;
        case Word::next_day_of:
            return word_at(next + 1) == Word::weekday;
        case Word::in_case:
        case Word::previous_day:
        case Word::next_day:
        case Word::next_weekday:
        case Word::next_business_day:
        case Word::substitute:
        case Word::varies:
        case Word::ask:
            return true;
        case Word::open: {
            // 日曜・祝日も営業 is no condition, but 月曜（祝日は営業） is one.
            const bool of_closings = days.size() == 1 || !listing_.closings.empty();
            return word_at(at_) != Word::also && of_closings && (mode_ == Mode::closings || !listing_.closings.empty());
        }
        case Word::except:
            return !listing_.never_closes && days.size() == 1 && mode_ == Mode::closings;
        case Word::rest:
        case Word::closing_heading:
            return word_at(at_) == Word::also ||
                   (days.size() == 2 && days[0].sort == DaySort::weekday && days[1].glued && next > at_);
        default:
            return false;
    }
}

void ListingParser::condition(DayList days) {
    const auto start = at_;
    // 月曜日 祝日の場合翌日: the closing day itself stands before the condition.
    const bool first_of_list = listing_.closings.empty();
    if (days.size() > 1 && mode_ == Mode::closings && (days.back().spaced || first_of_list)) {
        auto holiday = std::move(days.back());
        days.pop_back();
        for (auto& day : days) add_closing({std::move(day)});
        days = {std::move(holiday)};
    }
    WeekdaySet on;
    for (const auto& day : days) {
        for (unsigned weekday = 0; weekday < 7; ++weekday) {
            if (day.weekdays.contains(weekday)) on.insert(weekday);
        }
    }
    if (word_at(beyond(at_, {Word::topic})) == Word::except) {
        pass_over({Word::topic});
        return except_holidays();
    }
    const bool both =
        days.size() > 1 && (days.back().sort == DaySort::holiday_eve || days.back().sort == DaySort::narrower) &&
        std::any_of(days.begin(), days.end(), [](const DayItem& day) { return day.sort == DaySort::holiday; });
    if (both) {
        const auto said = parse_consequence();
        if (open_on_holidays_and_eves(days, said)) return;
        listing_.closings_in_doubt = listing_.lifted_in_doubt = true;
        return find(FindingKind::not_understood, Weight::loss,
                    "says what happens on 祝日 and before, but not understood",
                    {days.front().place.bytes.begin, range_from(start).end});
    }
    if (days.back().sort == DaySort::holiday_eve)
        return eve_condition({days.front().place.bytes.begin, range_from(start).end});
    const auto bracket = beyond(at_, {Word::topic, Word::of});
    if (bracket > at_ && word_at(bracket) == Word::opening && word_at(beyond_bracket(bracket)) == Word::in_case) {
        while (at_ < beyond_bracket(bracket)) take();
    }
    auto consequence = parse_consequence();
    if (open_on_days_off(days, consequence)) return;
    apply(consequence, on, {days.front().place.bytes.begin, range_from(start).end});
}

/// 毎月1日・15日（土日祝の場合は営業）, 祝日の翌日（土・日曜または祝日に当たるときは開館）.
bool ListingParser::open_on_days_off(const DayList& days, const Consequence& said) {
    if (!said.opens || said.next_day || said.rests || said.varies || !said.resting.empty() || listing_.closings.empty())
        return false;
    const auto weekly = [](const ListedClosing& each) { return !each.day.weekdays.empty(); };
    const auto& last = listing_.closings.back();
    if (weekly(last) || last.day.is_season || last.day.sort == DaySort::every_day) return false;
    auto of_dates = listing_.closings.size();
    while (of_dates > 0 && !weekly(listing_.closings[of_dates - 1])) --of_dates;
    open_in_season(days, of_dates);
    const bool names_holiday =
        std::any_of(days.begin(), days.end(), [](const DayItem& day) { return day.sort == DaySort::holiday; });
    // Whether it is said of the weekdays before them too is not clear.
    for (std::size_t at = 0; at < of_dates && names_holiday; ++at) {
        auto& closing = listing_.closings[at];
        if (closing.on_holiday_said) continue;
        closing.on_holiday = Displacement::unknown;
        closing.on_holiday_said = true;
    }
    return true;
}

/// 月曜（祝日を除く）, 祝日を除く月曜: closed on these days, but not on a 祝日.
void ListingParser::except_holidays() {
    const auto start = at_;
    take();
    pass_over({Word::of, Word::topic});
    Consequence said;
    said.opens = true;
    if (next_is({Word::weekday, Word::ordinal})) close_on(parse_days());
    apply(said, {}, range_from(start));
}

namespace {

[[nodiscard]] DayItem day_item_of(unsigned weekday) {
    auto day = day_item(DaySort::weekday, {OnWeekdays{{weekday}}});
    day.weekdays = {weekday};
    return day;
}

/// 祝日, the days beside them, and Sunday and Monday after one that is a Friday.
[[nodiscard]] When near_holidays() {
    constexpr auto fixed = std::to_array<date::month_day>(
        {date::January / 1, date::February / 11, date::February / 23, date::March / 20, date::March / 21,
         date::April / 29, date::May / 3, date::May / 4, date::May / 5, date::August / 11, date::September / 22,
         date::September / 23, date::November / 3, date::November / 23});
    std::vector<When> near{{OnHolidays{}}, {OnHolidayEves{}}, {OnDaysAfterHolidays{}}};
    for (const auto& holiday : fixed) {
        for (const unsigned later : {2U, 3U}) {
            const date::year_month_day at{Date{date::year{2001} / holiday} + date::days{later}};
            const auto day = at.month() / at.day();
            near.push_back({AllOf{{{InSeason{day, day}}, {OnWeekdays{{later - 2}}}}}});
        }
    }
    return {AnyOf{std::move(near)}};
}

/// The Wednesdays and Thursdays after 祝日 that may be Mondays or Tuesdays.
[[nodiscard]] When days_after_mondays_off() {
    constexpr auto fixed = std::to_array<date::month_day>(
        {date::January / 1, date::February / 11, date::February / 23, date::March / 20, date::March / 21,
         date::April / 29, date::May / 5, date::August / 11, date::September / 22, date::September / 23,
         date::November / 3, date::November / 23});
    constexpr auto mondays =
        std::to_array<date::month_day>({date::January / 8, date::July / 15, date::September / 15, date::October / 8});
    std::vector<When> days;
    const auto add = [&](date::month_day first, int from, int to) {
        const date::year_month_day begins{Date{date::year{2001} / first} + date::days{from}};
        const date::year_month_day ends{Date{date::year{2001} / first} + date::days{to}};
        days.push_back(
            {AllOf{{{InSeason{begins.month() / begins.day(), ends.month() / ends.day()}}, {OnWeekdays{{2, 3, 4}}}}}});
    };
    for (const auto& holiday : fixed) add(holiday, 1, 3);
    for (const auto& first : mondays) add(first, 1, 9);
    return {AnyOf{std::move(days)}};
}

[[nodiscard]] ListedClosing closed_on_holiday(unsigned weekday) {
    ListedClosing closing;
    closing.day.when = {AllOf{{{OnHolidays{}}, {OnWeekdays{{weekday}}}}}};
    closing.on_holiday_said = true;
    return closing;
}

}  // namespace

/// 日曜（祝前日の場合は営業、翌月曜休み）.
void ListingParser::eve_condition(ByteRange bytes) {
    const auto said = parse_consequence();
    if (open_before_holidays(said)) return;
    find(FindingKind::not_understood, Weight::loss, "says what happens before 祝日, but not understood of what", bytes);
}

/// 水曜（祝日、祝前日は営業）.
bool ListingParser::open_on_holidays_and_eves(const DayList& days, const Consequence& said) {
    if (!said.opens || said.next_day || said.rests) return false;
    open_in_season(days, 0);
    for (auto& closing : listing_.closings) closing.on_holiday_said = true;
    return !listing_.closings.empty();
}

void ListingParser::stay_open_on_eves(ListedClosing& closing) {
    closing.day.when = {AllOf{{closing.day.when, {NoneOf{{{OnHolidayEves{}}}}}}}};
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
        if (closing.day.weekdays.contains(weekday)) listing_.open_on_eves.insert(weekday);
    }
}

bool ListingParser::open_before_holidays(const Consequence& said) {
    bool applied = false;
    std::vector<ListedClosing> moved;
    for (auto& closing : listing_.closings) {
        const auto weekday = only_one(closing.day.weekdays);
        if (closing.on_holiday_said || closing.day.sort != DaySort::weekday || !weekday ||
            (!said.opens && !said.opening.contains(*weekday)))
            continue;
        stay_open_on_eves(closing);
        closing.on_holiday_said = true;
        applied = true;
        const auto next = (*weekday + 1) % 7;
        if (!said.next_day && !said.rests && !said.resting.contains(next)) continue;
        moved.push_back(closed_on_holiday(next));
    }
    listing_.closings.insert(listing_.closings.end(), moved.begin(), moved.end());
    return applied;
}

/// 日曜（連休の場合は最終日）: the last day of consecutive days off closes in its place.
void ListingParser::long_weekend() {
    // 月曜・火曜（連休）.
    const bool bracketed = at_ > 0 && word_at(at_ - 1) == Word::opening && next_is({Word::closing}, 1);
    if (mode_ == Mode::closings && bracketed && !listing_.closings.empty()) return pass();
    if (mode_ != Mode::closings || !next_is({Word::in_case, Word::topic, Word::of}, 1)) return leave();
    const auto start = at_;
    take();
    pass_over({Word::of, Word::in_case, Word::topic});
    // （連休の場合は日曜営業、連休最終日が休み）.
    const bool opens = next_is({Word::weekday}) && next_is({Word::open}, 1) &&
                       is_closing_day(day_item_of(static_cast<unsigned>(tokens_[at_].value)));
    if (opens) {
        take();
        take();
    }
    pass_over({Word::separator, Word::filler, Word::of});
    if (next_is({Word::long_weekend}) && next_is({Word::of}, 1) && next_is({Word::last_day}, 2)) {
        take();
        take();
    }
    const bool first_day = peek() == Word::last_day && !done() && tokens_[at_].value != 0;
    if (first_day || !take_if({Word::last_day, Word::last_of_long_weekend})) return what_long_weekends_change(start);
    pass_over({Word::topic, Word::only, Word::rest, Word::closing_heading, Word::filler});
    Consequence said;
    said.opens = true;
    if (!open_before_holidays(said)) return give_back(start);
    ListedClosing last;
    last.day.when = last_of_long_weekend();
    last.on_holiday_said = true;
    listing_.closings.push_back(std::move(last));
}

/// Whether the days that they may open and close are those beside a 祝日.
bool ListingParser::long_weekends_have_their_days(std::size_t end) const {
    const auto of_sentence = static_cast<std::ptrdiff_t>(first_of_sentence_ % listing_.closings.size());
    const bool of_weekends =
        std::all_of(listing_.closings.begin() + of_sentence, listing_.closings.end(), [](const ListedClosing& closing) {
            const auto& weekdays = closing.day.weekdays;
            const bool others = weekdays.contains(2) || weekdays.contains(3) || weekdays.contains(4) ||
                                weekdays.contains(5) || weekdays.contains(6);
            return closing.day.is_season || closing.day.weekdays.empty() || !others;
        });
    unsigned after = 0;
    for (auto at = at_; at < end; ++at) {
        if (word_at(at) != Word::weekday) continue;
        if (tokens_[at].value > 2) return false;
        after += tokens_[at].value == 2 ? 1U : 0U;
    }
    return of_weekends && after <= 1;
}

/// 日曜（連休の場合は月曜）: of days off one after the other nobody knows which are closed.
void ListingParser::what_long_weekends_change(std::size_t start) {
    const auto goes_on = [](Word word) {
        switch (word) {
            case Word::weekday:
            case Word::open:
            case Word::rest:
            case Word::topic:
            case Word::also:
            case Word::of:
            case Word::separator:
            case Word::filler:
            case Word::next_day:
            case Word::next_day_of:
            case Word::next_weekday:
            case Word::previous_day:
            case Word::substitute:
            case Word::varies:
            case Word::in_case:
            case Word::long_weekend:
            case Word::last_day:
            case Word::last_of_long_weekend:
            case Word::only:
                return true;
            default:
                return false;
        }
    };
    auto end = at_;
    while (end < tokens_.size() && goes_on(word_at(end))) ++end;
    const bool ends = end >= tokens_.size() || ends_chunk(word_at(end));
    if (!ends || listing_.closings.empty() || !long_weekends_have_their_days(end)) return give_back(start);
    while (at_ < end) take();
    const When near = near_holidays();
    auto& closings = listing_.closings;
    bool said_before = std::any_of(closings.begin(), closings.end(), std::mem_fn(&ListedClosing::off_holidays));
    for (auto& closing : closings) {
        if (closing.off_holidays || closing.day.is_season || closing.day.effect != ClosingEffect::closes) continue;
        closing.day.when = {AllOf{{std::move(closing.day.when), {NoneOf{{near}}}}}};
        closing.on_holiday_said = true;
        closing.off_holidays = true;
        said_before = false;
    }
    if (said_before) return;
    ListedClosing any;
    any.day = day_item(DaySort::narrower, near);
    any.day.effect = ClosingEffect::may_close;
    any.day.place = {range_from(start), part_};
    any.on_holiday_said = true;
    any.off_holidays = true;
    closings.push_back(std::move(any));
    find(FindingKind::unknowable, Weight::note, "which days close around 祝日 is not clear", range_from(start));
}

ListingParser::Consequence ListingParser::parse_consequence() {
    Consequence said;
    WeekdaySet pending;
    const int outside = depth_;
    const auto answered = [&] {
        return said.opens || said.rests || said.next_day || said.next_weekday || said.substitute;
    };
    while (!done()) {
        const auto word = peek();
        if (word == Word::closing && depth_ <= outside && outside > 0) break;
        if (word == Word::newline || word == Word::mark) break;
        if (word == Word::stop && outside == 0 && !next_is({Word::filler, Word::next_day, Word::substitute}, 1)) break;
        if (word == Word::other || word == Word::occasional || word == Word::irregular || word == Word::times_a_month)
            break;
        if (word == Word::weekday) {
            const auto next = beyond(at_ + 1, {Word::topic, Word::of});
            // closed Tuesday: English puts a blank there.
            const bool latin = static_cast<unsigned char>(words_of(at_).front()) < 0x80;
            if (outside == 0 && answered() && tokens_[at_].spaced && !latin) break;
            if (word_at(next) == Word::holiday && answered()) break;
            pending.insert(static_cast<unsigned>(take().value));
            continue;
        }
        if (word == Word::ordinal || word == Word::season || word == Word::date || word == Word::workdays ||
            word == Word::time || word == Word::service || word == Word::announced || word == Word::alternate_weeks) {
            break;
        }
        if (word == Word::prose || word == Word::broken || word == Word::number || word == Word::same_as) {
            ++at_;
            continue;
        }
        take();
        if (word == Word::open) {
            pending.empty() ? static_cast<void>(said.opens = true) : static_cast<void>(said.opening = pending);
            pending = {};
        } else if (word == Word::rest || word == Word::closing_heading) {
            pending.empty() ? static_cast<void>(said.rests = true) : static_cast<void>(said.resting = pending);
            pending = {};
        } else {
            said.note(word);
            said.no_holiday |= word == Word::next_day && tokens_[at_ - 1].value == 1;
        }
    }
    if (!pending.empty()) said.resting = pending;
    return said;
}

namespace {

/// Where the closing of `base` goes; nothing if the words don't say.
template <class Consequence>
[[nodiscard]] std::optional<OnHoliday> displacement(const Consequence& said, WeekdaySet base) {
    const bool named = !said.resting.empty() && (said.following || !meet(said.resting, base));
    if (said.no_substitute) return Displacement::dropped;
    if (said.previous_day && (said.next_day || named)) return Displacement::previous_or_next_day;
    if (said.previous_day) return Displacement::previous_day;
    if (said.next_weekday) return Displacement::next_weekday;
    if (said.next_business_day) return Displacement::next_business_day;
    if (named && !only_one(said.resting) && !said.next_day) return std::nullopt;
    if (const auto weekday = only_one(said.resting); named && weekday) {
        // A day that is named closes, 祝日 or not.
        return DisplacedToWeekday{date::weekday{*weekday}, IfHolidayToo::stays};
    }
    if (said.next_day) return said.no_holiday ? Displacement::next_day : Displacement::day_after;
    if (said.varies) return Displacement::unknown;
    if (said.substitute) return Displacement::some_following_day;
    if (said.opens || !said.opening.empty()) return Displacement::dropped;
    if (said.rests || !said.resting.empty()) return Displacement::stays;
    return std::nullopt;
}

}  // namespace

void ListingParser::apply(const Consequence& said, WeekdaySet on, ByteRange bytes) {
    bool applied = false;
    std::vector<ListedClosing> moved;
    for (auto& closing : listing_.closings) {
        const auto& day = closing.day;
        // 祝日は営業。翌日休み: the second sentence says where the closing goes that the first one lifted.
        const bool lifted =
            closing.on_holiday == OnHoliday{Displacement::dropped} && conditioned_ == listing_.closings.size();
        const bool of_every_month = std::holds_alternative<OnDaysOfMonth>(day.when.condition) && on.empty();
        if ((closing.on_holiday_said && !lifted) || day.is_season || (day.weekdays.empty() && !of_every_month))
            continue;
        if (!on.empty() && !meet(on, day.weekdays)) continue;
        const auto to = displacement(said, day.weekdays);
        if (!to) break;
        const auto one = only_one(day.weekdays);
        const bool moves = *to != OnHoliday{Displacement::dropped};
        if (said.eves && moves && (!said.next_day || !one)) break;
        if (said.eves) stay_open_on_eves(closing);
        if (said.eves && moves) moved.push_back(closed_on_holiday((*one + 1) % 7));
        closing.on_holiday = *to;
        closing.on_holiday_said = true;
        for (unsigned weekday = 0; weekday < 7 && said.opens; ++weekday) {
            if (day.weekdays.contains(weekday)) listing_.open_on_holidays.insert(weekday);
        }
        applied = true;
    }
    listing_.closings.insert(listing_.closings.end(), moved.begin(), moved.end());
    conditioned_ = listing_.closings.size();
    if (applied) return;
    const bool opens_alone = said.opens && !said.rests && !said.next_day && !said.substitute && !said.varies &&
                             said.resting.empty() && said.opening.empty() && !said.eves;
    if (listing_.closings.empty() && opens_alone && !on.empty() && mode_ == Mode::hours) {
        listing_.opens_on_holidays = on;
        return;
    }
    if (!said.eves && (apply_across_days(said, on) || move_to_several_days(said, bytes))) return;
    listing_.closings_in_doubt = listing_.lifted_in_doubt = true;
    find(FindingKind::not_understood, Weight::loss, "says what happens on 祝日, but not understood of what", bytes);
}

/// 日・月（月曜が祝日の場合は営業し、翌火・水休み）: two days or more close in place of others, all of them near 祝日.
bool ListingParser::move_to_several_days(const Consequence& said, ByteRange bytes) {
    const bool several = !said.resting.empty() && !only_one(said.resting);
    const bool opens = said.opens || !said.opening.empty();
    if (!several || !opens || said.varies || said.previous_day || listing_.closings.empty()) return false;
    const When near{AnyOf{{near_holidays(), days_after_mondays_off()}}};
    for (auto& closing : listing_.closings) {
        if (closing.off_holidays || closing.day.is_season || closing.day.effect != ClosingEffect::closes) continue;
        closing.day.when = {AllOf{{std::move(closing.day.when), {NoneOf{{near}}}}}};
        closing.on_holiday_said = closing.off_holidays = true;
    }
    ListedClosing any;
    any.day = day_item(DaySort::narrower, near);
    any.day.effect = ClosingEffect::may_close;
    any.day.place = {bytes, part_};
    any.on_holiday_said = any.off_holidays = true;
    listing_.closings.push_back(std::move(any));
    find(FindingKind::unknowable, Weight::note, "which days close around 祝日 is not clear", bytes);
    return true;
}

/// 日曜（月曜が祝日の場合、日曜営業の月曜休）: what a 祝日 does to the closing day before it.
bool ListingParser::apply_across_days(const Consequence& said, WeekdaySet on) {
    const auto holiday = only_one(on);
    if (!holiday) return on.empty() && said.opens && listing_.closings.empty();
    const auto before = (*holiday + 6) % 7;
    const bool closes = said.rests || said.resting.contains(*holiday);
    const bool opens_before = said.opens || said.opening.contains(before);
    if (!closes && !opens_before) return false;
    // 日曜・祝日（土曜が祝日の場合は営業）.
    bool changed = closes;
    for (auto& closing : listing_.closings) {
        if (closes || !said.opens || closing.day.sort != DaySort::holiday || changed) continue;
        closing.day.when = {AllOf{{closing.day.when, {NoneOf{{{OnWeekdays{on}}}}}}}};
        closing.day.sort = DaySort::narrower;
        changed = true;
    }
    if (changed && !closes) return true;
    std::vector<ListedClosing> perhaps;
    for (auto& closing : listing_.closings) {
        if (!closing.day.weekdays.contains(before) || closing.on_holiday_said || said.also) continue;
        if (!opens_before) {
            // 日曜（月曜祝日の場合は月曜）: whether Sunday opens instead is not said.
            auto eve = closing;
            eve.day.when = {AllOf{{closing.day.when, {OnHolidayEves{}}}}};
            eve.day.effect = ClosingEffect::may_close;
            eve.on_holiday_said = true;
            perhaps.push_back(std::move(eve));
            changed = true;
            find_at(FindingKind::not_understood, Weight::doubt, "whether the day before opens in its place is not said",
                    closing.day.place);
        }
        closing.day.when = {AllOf{{closing.day.when, {NoneOf{{{OnHolidayEves{}}}}}}}};
        closing.on_holiday_said = true;
        if (opens_before) listing_.open_on_eves.insert(before);
        changed = true;
    }
    listing_.closings.insert(listing_.closings.end(), perhaps.begin(), perhaps.end());
    if (closes) {
        listing_.closings.push_back(closed_on_holiday(*holiday));
    }
    return changed;
}

}  // namespace denwaban::formats::japanese
