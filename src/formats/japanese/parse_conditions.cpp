#include <algorithm>
#include <utility>

#include "consequence.hpp"
#include "parser.hpp"

namespace denwaban::formats::japanese {

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
        // 月曜日 但し、祝日の月曜は営業: other days.
        const bool of_weekday = word_at(next + 1) == Word::of && word_at(next + 2) == Word::weekday;
        return weekdays_only && word == Word::holiday && next > at_ && word_at(at_) != Word::of && !of_weekday &&
               !says_but(at_);
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
        case Word::no_rest:
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
                   (days.size() == 2 && is_closing_day(days[0]) && days[1].glued && next > at_);
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

/// 昼のみ営業, ランチ営業あり; but not 昼は休み.
bool ListingParser::serves_one_meal() const {
    if (peek() != Word::service) return false;
    const bool named_as_open = words_of(at_).ends_with("営業");
    const auto next = beyond(at_ + 1, {Word::of});
    const bool only = word_at(next) == Word::only && next < tokens_.size();
    const auto open = only ? next + 1 : next;
    if (word_at(open) == Word::open && only) return true;
    const auto after = beyond(open, {Word::topic, Word::also});
    return named_as_open && !says_none(open) && (after >= tokens_.size() || word_at(after) != Word::rest);
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
        if (serves_one_meal()) {
            said.opens = true;
            said.serves = static_cast<Meal>(take().value);
            pass_over({Word::of, Word::only, Word::open, Word::exists});
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

}  // namespace denwaban::formats::japanese
