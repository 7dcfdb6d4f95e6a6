#include <algorithm>
#include <iterator>
#include <utility>

#include "named_holidays.hpp"
#include "parser.hpp"

namespace denwaban::formats::japanese {

bool ListingParser::at_day() const {
    if (done()) return false;
    switch (peek()) {
        case Word::ordinal:
            return peek(1) != Word::time && peek(1) != Word::colon;
        case Word::weekday:
        case Word::workdays:
        case Word::weekend:
        case Word::holiday:
        case Word::holiday_eve:
        case Word::named_holiday:
        case Word::day_after_holiday:
        case Word::odd_months:
        case Word::even_months:
        case Word::season:
        case Word::last_of_long_weekend:
        case Word::date:
            return true;
        case Word::sometimes:
        case Word::alternate_weeks:
        case Word::times_a_month: {
            const auto after = beyond_frequency(at_);
            return (word_at(after) == Word::weekday || word_at(after) == Word::ordinal) && after < tokens_.size();
        }
        case Word::every_day:
            // お休み→3(火) 10(火)⏎それ以外は11:00～18:00.
            return mode_ == Mode::hours ||
                   (words_of(at_) == "それ以外" && has_hours(beyond(at_ + 1, {Word::topic, Word::colon})));
        case Word::same:
        case Word::next_day_of:
            return at_day_after_a_date() || (peek() == Word::next_day_of && at_days_of_some_month(at_ + 1));
        case Word::rest:
            return at_days_off();
        case Word::month:
            return at_months() || peek(1) == Word::part_of_month;
        case Word::month_day:
            if (at_date_of_same_month() || (at_ > 0 && words_of(at_ - 1) == "毎月")) return true;
            return tokens_[at_].value == 0 || mode_ == Mode::closings || at_days_of_some_month(at_);
        case Word::number: {
            if (peek(1) == Word::ending_in || at_months() || at_date_of_same_month()) return true;
            auto at = at_;
            while (word_at(at) == Word::number && word_at(at + 1) == Word::separator) at += 2;
            return at > at_ && word_at(at) == Word::month_day;
        }
        default:
            return false;
    }
}

/// 平日10:00～20:00、休日9:00～21:00: not a closing, but Saturday, Sunday and 祝日.
bool ListingParser::at_days_off() const {
    const bool glued = at_ > 0 && !tokens_[at_].spaced && word_at(at_ - 1) == Word::weekday;
    if (tokens_[at_].value != 2 || mode_ != Mode::hours || glued) return false;
    return has_hours(beyond(at_ + 1, {Word::topic, Word::of, Word::colon}));
}

bool ListingParser::names_holidays_too(std::size_t token) const {
    return (word_at(token) == Word::weekend && tokens_[token].value == 1) ||
           (word_at(token) == Word::rest && !is_beside_weekdays(token));
}

/// 日曜日及び休日: what days off there are beside Sundays.
bool ListingParser::is_beside_weekdays(std::size_t token) const {
    const auto after = beyond(token + 1, {Word::separator});
    if (after > token + 1 && after < tokens_.size() && word_at(after) == Word::weekday) return true;
    auto before = token;
    while (before > 0 && word_at(before - 1) == Word::separator) --before;
    return before < token && before > 0 && word_at(before - 1) == Word::weekday;
}

/// 月に1度、[日曜].
std::size_t ListingParser::beyond_frequency(std::size_t at) const {
    return beyond(at + 1, {Word::of, Word::topic, Word::filler, Word::about, Word::times_a_month, Word::separator});
}

DayList ListingParser::parse_days() {
    if (!at_date_of_same_month() && !at_day_after_a_date()) month_ = month_said_;
    if (at_season_of_days()) return parse_days_of_season();
    const auto first = at_;
    std::optional<MonthSet> months;
    if (at_months()) {
        months = parse_months();
        // 12～3月：水曜.
        if (next_is({Word::colon}) && next_is({Word::weekday, Word::ordinal, Word::holiday}, 1)) take();
        pass_over({Word::of, Word::topic});
    }
    DayList days;
    while (at_day()) {
        const auto start = at_;
        auto day = parse_day();
        if (!day) {
            give_back(start);
            break;
        }
        add_day(days, *std::move(day), start);
        if (days.back().is_season && next_is({Word::of}) &&
            next_is({Word::weekday, Word::workdays, Word::weekend, Word::holiday, Word::ordinal}, 1)) {
            take();
            const auto season = std::move(days.back());
            days.pop_back();
            auto of_season = parse_days_in(season);
            std::move(of_season.begin(), of_season.end(), std::back_inserter(days));
            return days;
        }
        if (!list_goes_on(days)) break;
    }
    if (months) narrow_to(*months, days, first);
    return days;
}

/// 1～3月は水曜; 8月, where no days follow.
void ListingParser::narrow_to(const MonthSet& months, DayList& days, std::size_t start) const {
    for (auto& day : days) {
        day.when = {AllOf{{{InMonths{months}}, std::move(day.when)}}};
        day.sort = DaySort::narrower;
    }
    if (!days.empty()) return;
    days.push_back(day_item(DaySort::narrower, {InMonths{months}}));
    days.back().is_season = true;
    days.back().place = {range_from(start), part_};
}

void ListingParser::add_day(DayList& days, DayItem day, std::size_t start) {
    day.spaced = tokens_[start].spaced;
    const auto joint = start > 0 ? text_.substr(tokens_[start - 1].bytes.begin, 3) : std::string_view{};
    day.joined = !days.empty() && (joint == "・" || joint == "と");
    day.spaced_within = day.joined && (tokens_[start].spaced || tokens_[start - 1].spaced);
    day.glued = !days.empty() && days.back().place.bytes.end == tokens_[start].bytes.begin;
    // 月に一度日曜・月曜: of neither is it known which.
    if (!days.empty() && days.back().is_uncertain_list) day.effect = ClosingEffect::may_close;
    day.is_uncertain_list |= !days.empty() && days.back().is_uncertain_list;
    if (day.is_vague) take_dates_in_brackets(day);
    if (std::exchange(shares_ordinal_, false) && day.sort == DaySort::weekday)
        day.effect = ClosingEffect::may_close;
    else if (day.sort == DaySort::narrower && day.effect == ClosingEffect::closes)
        shares_ordinal_ = shares_next_;
    shares_next_ = false;
    days.push_back(std::move(day));
    if (!names_holidays_too(start)) return;
    // 土休日: Saturday, Sunday and 祝日.
    auto holidays = day_item(DaySort::holiday, {OnHolidays{}});
    holidays.place = days.back().place;
    holidays.joined = holidays.glued = true;
    days.push_back(std::move(holidays));
}

/// 4月29日～11月3日の土日祝日.
DayList ListingParser::parse_days_in(const DayItem& season) {
    const auto* dates = std::get_if<InSeason>(&season.when.condition);
    const bool one_date = dates != nullptr && dates->first == dates->last;
    auto days = parse_days();
    for (auto& day : days) {
        // 2日の月曜日と24日の火曜日: the 24th is of its own.
        if (day.is_season && !season.is_vague) continue;
        day.is_season |= one_date;
        day.when = {AllOf{{season.when, std::move(day.when)}}};
        day.sort = DaySort::narrower;
        day.is_vague = season.is_vague;
        if (season.effect == ClosingEffect::may_close) day.effect = season.effect;
    }
    return days;
}

/// A list goes on over whatever stands between two days, but not over the end of a bracket or a sentence.
bool ListingParser::list_goes_on(DayList& days) {
    const auto next = beyond(at_, {Word::separator, Word::slash, Word::either, Word::filler, Word::newline});
    const auto resume = at_;
    if (next == resume && next < tokens_.size() && tokens_[next].spaced && mode_ == Mode::hours &&
        tokens_[next].word != Word::holiday && tokens_[next].word != Word::holiday_eve) {
        return false;
    }
    // 月曜終日・火曜ランチ休み: what is said of the second is not said of the first.
    if (next > resume && words_of(resume) == "終日") return false;
    at_ = next;
    if (another_list_begins(days, resume) || !at_day() || (peek() == Word::every_day && mode_ == Mode::closings)) {
        at_ = resume;
        return false;
    }
    bool either = false;
    for (auto token = resume; token < next; ++token) {
        tokens_[token].used = true;
        if (tokens_[token].word == Word::either) either = true;
    }
    if (mode_ == Mode::closings && either) {
        // 月曜または火曜: one of the two.
        days.back().effect = ClosingEffect::may_close;
        days.back().is_uncertain_list = true;
    }
    return true;
}

/// Whether the days that stand here belong to no day before `resume`.
bool ListingParser::another_list_begins(const DayList& days, std::size_t resume) const {
    for (auto token = resume; token < at_; ++token) {
        if (says_but(token)) return true;
    }
    const bool on_another_line = goes_to_another_line(resume, at_);
    const bool slashed = at_ > resume && word_at(at_ - 1) == Word::slash;
    // お休み 水曜・第2木曜⏎11/20(金)は17時半～: another statement.
    if (mode_ == Mode::closings && on_another_line && (hours_on_line(at_) || hours_below_line(at_))) return true;
    if (done()) return false;
    // お休み 月曜・火曜／火～日 11:00～20:00.
    const bool apart = tokens_[at_].spaced || slashed || (at_ > resume && word_at(resume) == Word::filler) ||
                       peek() == Word::workdays || peek(1) == Word::dash;
    if (mode_ == Mode::closings && apart && hours_of_days_at(at_)) return true;
    if (peek() != Word::date) return false;
    const auto dated = beyond_dates(at_);
    const bool told = word_at(dated) == Word::topic || word_at(dated) == Word::of || word_at(dated) == Word::service ||
                      word_at(dated) == Word::only || word_at(dated) == Word::time;
    // 定休日：水曜日⏎11月5日（木）の夜は休み.
    if (!days.back().is_season) return mode_ == Mode::closings && told;
    // 臨時休業：11/30(月)⏎11月6日（金）の夜は休み.
    return (tokens_[at_].spaced || on_another_line || slashed) && told;
}

std::optional<DayItem> ListingParser::parse_day() {
    const auto start = at_;
    auto day = parse_day_of_its_kind();
    if (day) day->place = {range_from(start), part_};
    return day;
}

std::optional<DayItem> ListingParser::parse_day_of_its_kind() {
    switch (peek()) {
        case Word::sometimes:
        case Word::alternate_weeks:
        case Word::times_a_month:
            return parse_uncertain_day();
        case Word::odd_months:
        case Word::even_months:
            return parse_every_other_month();
        case Word::ordinal:
            return parse_nth();
        case Word::weekday:
            return parse_weekdays();
        case Word::workdays: {
            take();
            auto day = day_item(DaySort::workdays, {OnWeekdays{{1, 2, 3, 4, 5}}});
            day.weekdays = {1, 2, 3, 4, 5};
            return day;
        }
        case Word::rest:
        case Word::weekend: {
            if (peek() == Word::rest && is_beside_weekdays(at_)) {
                find(FindingKind::assumption, Weight::note, "祝日", take().bytes);
                return day_item(DaySort::holiday, {OnHolidays{}});
            }
            // 週末（金・土）: the bracket says which.
            const auto ends = beyond_weekday_of_date(at_ + 1);
            if (ends > at_ + 1 && word_at(at_ + 2) == Word::weekday) {
                auto day = day_item(DaySort::weekday, {});
                for (; at_ < ends; take()) {
                    if (peek() == Word::weekday) day.weekdays.insert(static_cast<unsigned>(tokens_[at_].value));
                }
                day.when = {OnWeekdays{day.weekdays}};
                return day;
            }
            const bool holidays = names_holidays_too(at_);
            const auto bytes = take().bytes;
            find(FindingKind::assumption, Weight::note, holidays ? "Saturday, Sunday and 祝日" : "Saturday and Sunday",
                 bytes);
            auto day = day_item(DaySort::weekday, {OnWeekdays{{6, 0}}});
            day.weekdays = {6, 0};
            return day;
        }
        case Word::every_day:
            take();
            return day_item(DaySort::every_day, {EveryDay{}});
        case Word::season:
            return parse_season();
        case Word::date:
        case Word::month:
        case Word::number:
        case Word::month_day:
        case Word::same:
        case Word::next_day_of:
            return parse_dates_of_some_form();
        case Word::named_holiday:
            return named_holiday(static_cast<std::size_t>(take().value));
        case Word::last_of_long_weekend:
            take();
            return day_item(DaySort::narrower, last_of_long_weekend());
        default:
            return parse_holiday();
    }
}

}  // namespace denwaban::formats::japanese
