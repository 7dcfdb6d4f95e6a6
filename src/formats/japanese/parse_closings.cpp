#include <algorithm>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

struct ListingParser::Consequence {
    bool opens = false;
    bool rests = false;
    bool next_day = false;
    bool next_weekday = false;
    bool next_business_day = false;
    bool previous_day = false;
    bool substitute = false;
    bool no_substitute = false;
    bool varies = false;
    bool following = false;  ///< 翌, of the weekday that rests
    WeekdaySet opening;
    WeekdaySet resting;
};

namespace {

[[nodiscard]] bool meet(WeekdaySet a, WeekdaySet b) {
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
        if (a.contains(weekday) && b.contains(weekday)) return true;
    }
    return false;
}

[[nodiscard]] std::optional<unsigned> only_one(WeekdaySet weekdays) {
    std::optional<unsigned> one;
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
        if (!weekdays.contains(weekday)) continue;
        if (one) return std::nullopt;
        one = weekday;
    }
    return one;
}

}  // namespace

/// 火曜のランチ, 夜のみ営業: which part of the day a closing is about.
ListingParser::ClosedPart ListingParser::parse_closed_part() {
    ClosedPart part;
    if (!next_is({Word::service})) return part;
    part.meal = static_cast<Meal>(take().value);
    pass_over({Word::of});
    const bool only = take_if({Word::only});
    pass_over({Word::of, Word::topic, Word::also, Word::filler});
    // 昼のみ営業, or 昼のみ alone; but 昼のみ休み.
    part.all_but_meal = only && !next_is({Word::rest, Word::closing_heading});
    take_if({Word::open});
    return part;
}

/// Whether the days are said to be open, or nothing certain: then they are no closing days, and it has been noted.
bool ListingParser::not_closed_after_all(const DayList& days) {
    const auto bytes = days.front().place.bytes;
    const auto beyond_fillers = beyond(at_, {Word::filler, Word::topic}) - at_;
    if (next_is({Word::varies, Word::ask}, beyond_fillers) && peek() != Word::in_case) {
        pass_over({Word::filler, Word::topic, Word::varies, Word::ask});
        const bool seasons = days.back().is_season;
        find(seasons ? FindingKind::unknowable : FindingKind::remark, Weight::note, "may be otherwise on these days",
             bytes);
        return !seasons;
    }
    const bool seasons = std::all_of(days.begin(), days.end(), [](const DayItem& day) { return day.is_season; });
    if (seasons && next_is({Word::open, Word::no_rest}, beyond_fillers)) {
        pass_over({Word::filler, Word::topic, Word::open, Word::no_rest});
        find(FindingKind::repetition, Weight::note, "open as on other days", bytes);
        return true;
    }
    if (!take_if({Word::open})) return false;
    const bool closed =
        std::any_of(days.begin(), days.end(), [this](const DayItem& day) { return is_closing_day(day); });
    if (closed) find(FindingKind::contradiction, Weight::loss, "says of closing days that they are open", bytes);
    if (!closed) find(FindingKind::repetition, Weight::note, "open as on other days", bytes);
    return true;
}

/// How many of the last days 不定休 is about: 日曜・祝日は不定休 says it of both, 日曜・祝日不定休 of the last.
std::size_t ListingParser::irregular_among(const DayList& days) {
    const bool of_list = at_ > 0 && word_at(at_ - 1) == Word::topic;
    const bool bracketed =
        peek() == Word::opening && word_at(at_ + 1) == Word::irregular && word_at(at_ + 2) == Word::closing;
    const bool glued = next_is({Word::irregular}) && !tokens_[at_].spaced && peek(1) != Word::exists;
    if (!bracketed && !glued) return 0;
    for (int i = bracketed ? 3 : 1; i > 0; --i) take();
    std::size_t count = 1;
    while (of_list && count < days.size() && days[days.size() - count].joined) ++count;
    return count;
}

/// 月曜定休, 火曜のランチ休み, 水曜・祝日; in a list of closing days the days alone say it.
void ListingParser::close_on(DayList days) {
    pass_over({Word::of, Word::topic, Word::also, Word::colon});
    // 月火で連休を頂く: not every week.
    const bool now_and_then = take_if({Word::long_weekend});
    const auto part = parse_closed_part();
    if (not_closed_after_all(days)) return;
    const auto irregular = now_and_then ? days.size() : irregular_among(days);
    pass_over({Word::of, Word::topic, Word::also, Word::filler});
    // 水・木ランチ休み closes lunch on both; in a bare list, 水、木ランチ, only the last day's.
    const bool all_alike = next_is({Word::rest, Word::closing_heading});
    pass_over({Word::rest, Word::closing_heading, Word::filler, Word::only, Word::around});
    for (std::size_t i = 0; i < days.size(); ++i) {
        const bool last = i + 1 == days.size();
        ListedClosing closing{std::move(days[i])};
        if (last || all_alike) {
            closing.meal = part.meal;
            closing.all_but_meal = part.all_but_meal;
        }
        if (i + irregular >= days.size()) closing.day.effect = ClosingEffect::may_close;
        add_closing(std::move(closing));
    }
}

bool ListingParser::is_closing_day(const DayItem& day) const {
    const auto& closings = listing_.closings;
    return std::any_of(closings.begin(), closings.end(), [&](const ListedClosing& closing) {
        const bool same_sort = day.sort == closing.day.sort && day.weekdays.empty();
        return same_sort || (closing.day.sort == DaySort::weekday && meet(closing.day.weekdays, day.weekdays));
    });
}

/// 営業は金曜と土曜: nothing new, unless they are closing days too.
void ListingParser::open_on() {
    const auto start = at_;
    take();
    if (mode_ != Mode::closings || !next_is({Word::topic}) || word_at(at_ + 1) != Word::weekday) return;
    take();
    for (const auto& day : parse_days()) {
        if (!is_closing_day(day)) continue;
        return find(FindingKind::contradiction, Weight::loss, "says of closing days that they are open",
                    range_from(start));
    }
    find(FindingKind::repetition, Weight::note, "says on which days it opens", range_from(start));
}

void ListingParser::add_closing(ListedClosing closing) {
    auto& closings = listing_.closings;
    const bool dated = closing.day.is_season && !closing.day.is_vague;
    if (dated && !closings.empty() && closings.back().day.is_vague) closings.pop_back();
    if (closing.day.is_vague) {
        find(FindingKind::unknowable, Weight::note, "the dates are not said", closing.day.place.bytes);
    }
    closings.push_back(std::move(closing));
    if (mode_ == Mode::hours) {
        days_.clear();
        days_are_new_ = false;
        group_is_open_ = false;
    }
}

/// 不定休, 月2回不定休, 水曜を中心に月6日, ○○に準ずる.
void ListingParser::irregular() {
    const auto start = at_;
    const bool facility = peek() == Word::per_facility;
    const bool around_days = at_ > 0 && word_at(at_ - 1) == Word::around;
    const auto& closings = listing_.closings;
    if (at_ > 0 && word_at(at_ - 1) == Word::opening && !closings.empty() && closings.back().day.is_uncertain_list) {
        // 月2回日曜(不定休): it says so of these days.
        take();
        return;
    }
    take();
    pass_over({Word::irregular, Word::times_a_month, Word::filler, Word::of, Word::rest, Word::exists, Word::about});
    if (around_days && !listing_.closings.empty()) listing_.closings.pop_back();
    unknown_every_day(facility ? "施設の休業日" : "不定休", range_from(start));
    // What stands before it names the facility.
    if (facility && start > 0 && word_at(start - 1) == Word::prose) tokens_[start - 1].used = true;
}

void ListingParser::unknown_every_day(std::string label, ByteRange bytes) {
    find(FindingKind::unknowable, Weight::note, "which days are closed is not said", bytes);
    const auto same = [&](const ListedClosing& closing) { return closing.day.label == label; };
    if (std::any_of(listing_.closings.begin(), listing_.closings.end(), same)) return;
    ListedClosing closing;
    closing.day.when = {EveryDay{}};
    closing.day.sort = DaySort::every_day;
    closing.day.effect = ClosingEffect::may_close;
    closing.day.label = std::move(label);
    closing.day.place = {bytes, part_};
    closing.on_holiday_said = true;
    listing_.closings.push_back(std::move(closing));
}

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
    switch (word) {
        case Word::weekday:
            return mode_ == Mode::closings && days.size() == 1 && word_at(at_) == Word::topic;
        case Word::in_case:
        case Word::next_day_of:
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
            return word_at(at_) == Word::also || (days.size() == 2 && days[0].sort == DaySort::weekday && next > at_);
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
    if (next_is({Word::except})) return except_holidays();
    if (days.back().sort == DaySort::holiday_eve)
        return eve_condition({days.front().place.bytes.begin, range_from(start).end});
    const auto bracket = beyond(at_, {Word::topic, Word::of});
    if (bracket > at_ && word_at(bracket) == Word::opening && word_at(beyond_bracket(bracket)) == Word::in_case) {
        while (at_ < beyond_bracket(bracket)) take();
    }
    auto consequence = parse_consequence();
    apply(consequence, on, {days.front().place.bytes.begin, range_from(start).end});
    days_are_new_ = false;
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

/// 日曜（祝前日の場合は営業、翌月曜休み）.
void ListingParser::eve_condition(ByteRange bytes) {
    const auto said = parse_consequence();
    if (open_before_holidays(said)) return;
    find(FindingKind::not_understood, Weight::loss, "says what happens before 祝日, but not understood of what", bytes);
}

bool ListingParser::open_before_holidays(const Consequence& said) {
    bool applied = false;
    std::vector<ListedClosing> moved;
    for (auto& closing : listing_.closings) {
        const auto weekday = only_one(closing.day.weekdays);
        if (closing.on_holiday_said || closing.day.sort != DaySort::weekday || !weekday ||
            (!said.opens && !said.opening.contains(*weekday)))
            continue;
        closing.day.when = {AllOf{{closing.day.when, {NoneOf{{{OnHolidayEves{}}}}}}}};
        closing.on_holiday_said = true;
        applied = true;
        const auto next = (*weekday + 1) % 7;
        if (!said.next_day && !said.rests && !said.resting.contains(next)) continue;
        ListedClosing on_holiday;
        on_holiday.day.when = {AllOf{{{OnHolidays{}}, {OnWeekdays{{next}}}}}};
        on_holiday.on_holiday_said = true;
        moved.push_back(std::move(on_holiday));
    }
    listing_.closings.insert(listing_.closings.end(), moved.begin(), moved.end());
    return applied;
}

/// 日曜（連休の場合は最終日）: the last day of consecutive days off closes in its place.
void ListingParser::long_weekend() {
    const auto start = at_;
    take();
    pass_over({Word::of, Word::in_case, Word::topic});
    if (!take_if({Word::last_day})) return give_back(start);
    pass_over({Word::topic, Word::rest, Word::closing_heading, Word::filler});
    Consequence said;
    said.opens = true;
    if (!open_before_holidays(said)) return give_back(start);
    ListedClosing last;
    const When not_on_eve{NoneOf{{{OnHolidayEves{}}}}};
    last.day.when = {AllOf{{{OnHolidays{}}, not_on_eve, {AnyOf{{{OnWeekdays{{1}}}, {OnDaysAfterHolidays{}}}}}}}};
    last.on_holiday_said = true;
    listing_.closings.push_back(std::move(last));
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
            if (outside == 0 && answered() && tokens_[at_].spaced) break;
            if (word_at(next) == Word::holiday && answered()) break;
            pending.insert(static_cast<unsigned>(take().value));
            continue;
        }
        if (word == Word::ordinal || word == Word::season || word == Word::date || word == Word::workdays ||
            word == Word::time || word == Word::service || word == Word::announced || word == Word::alternate_weeks) {
            break;
        }
        if (word == Word::prose || word == Word::broken || word == Word::number) {
            ++at_;
            continue;
        }
        take();
        switch (word) {
            case Word::open:
                (pending.empty() ? said.opens = true : (said.opening = pending, true));
                pending = {};
                break;
            case Word::rest:
            case Word::closing_heading:
                (pending.empty() ? said.rests = true : (said.resting = pending, true));
                pending = {};
                break;
            case Word::next_day:
                said.next_day = true;
                break;
            case Word::next_weekday:
                said.next_weekday = true;
                break;
            case Word::next_business_day:
                said.next_business_day = true;
                break;
            case Word::previous_day:
                said.previous_day = true;
                break;
            case Word::substitute:
                said.substitute = true;
                break;
            case Word::no_substitute:
                said.no_substitute = true;
                break;
            case Word::next_day_of:
                said.following = true;
                break;
            case Word::varies:
            case Word::ask:
                said.varies = true;
                break;
            default:
                break;
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
    if (const auto weekday = only_one(said.resting); named && weekday)
        return DisplacedToWeekday{date::weekday{*weekday}};
    if (said.next_day) return Displacement::next_day;
    if (said.varies) return Displacement::unknown;
    if (said.substitute) return Displacement::some_following_day;
    if (said.opens || !said.opening.empty()) return Displacement::dropped;
    if (said.rests || !said.resting.empty()) return Displacement::stays;
    return std::nullopt;
}

}  // namespace

void ListingParser::apply(const Consequence& said, WeekdaySet on, ByteRange bytes) {
    bool applied = false;
    for (auto& closing : listing_.closings) {
        const auto& day = closing.day;
        // 祝日は営業。翌日休み: the second sentence says where the closing goes that the first one lifted.
        const bool lifted =
            closing.on_holiday == OnHoliday{Displacement::dropped} && conditioned_ == listing_.closings.size();
        if ((closing.on_holiday_said && !lifted) || day.is_season || day.weekdays.empty()) continue;
        if (!on.empty() && !meet(on, day.weekdays)) continue;
        const auto to = displacement(said, day.weekdays);
        if (!to) break;
        closing.on_holiday = *to;
        closing.on_holiday_said = true;
        applied = true;
    }
    conditioned_ = listing_.closings.size();
    if (applied || apply_across_days(said, on)) return;
    find(FindingKind::not_understood, Weight::loss, "says what happens on 祝日, but not understood of what", bytes);
}

/// 日曜（月曜が祝日の場合、日曜営業の月曜休）: what a 祝日 does to the closing day before it.
bool ListingParser::apply_across_days(const Consequence& said, WeekdaySet on) {
    const auto holiday = only_one(on);
    if (!holiday) return on.empty() && said.opens && listing_.closings.empty();
    const auto before = (*holiday + 6) % 7;
    const bool closes = said.rests || said.resting.contains(*holiday);
    const bool opens_before = said.opens || said.opening.contains(before);
    if (!closes && !opens_before) return false;
    for (auto& closing : listing_.closings) {
        if (!opens_before || !closing.day.weekdays.contains(before) || closing.on_holiday_said) continue;
        closing.day.when = {AllOf{{closing.day.when, {NoneOf{{{OnHolidayEves{}}}}}}}};
        closing.on_holiday_said = true;
    }
    if (closes) {
        ListedClosing closing;
        closing.day.when = {AllOf{{{OnHolidays{}}, {OnWeekdays{{*holiday}}}}}};
        closing.on_holiday_said = true;
        listing_.closings.push_back(std::move(closing));
    }
    return true;
}

}  // namespace denwaban::formats::japanese
