#include <algorithm>

#include "dates.hpp"
#include "days.hpp"

namespace denwaban::talk {

std::optional<DayReader::Found> DayReader::in_week(std::size_t at) {
    const auto week = reading_.tokens[at].value == 3 ? 1 : reading_.tokens[at].value;
    const bool begins = reading_.tokens[at].value == 3;
    if (week < 0) return std::nullopt;
    const auto next = reading_.skip(at + 1, {Word::no, Word::filler});
    const auto monday = monday_of(today_) + Days{7 * week};
    switch (reading_.word(next)) {
        case Word::weekday:
            week_said_ = week;
            return Found{weekday_of_week(week, static_cast<unsigned>(reading_.tokens[next].value)), next + 1,
                         Decider::which_week};
        case Word::same_weekday:
            if (!known_) break;
            week_said_ = week;
            return in_same_weekday(weekday_of_week(week, weekday_of(*known_)), next + 1);
        case Word::relative_day:
            if (reading_.tokens[next].value < 0) return std::nullopt;
            return Found{{today_ + Days{7 * week + reading_.tokens[next].value}}, next + 1};
        case Word::weekend:
            return Found{{monday + Days{5}, monday + Days{6}}, next + 1};
        case Word::working_day:
            return Found{days_from(monday, 5), next + 1};
        case Word::head_of:
            week_said_ = week;
            return Found{{monday}, next + 1};
        default:
            break;
    }
    if (auto listed = in_listed_weekdays(monday, next)) return listed;
    if (begins) return Found{{monday}, at + 1};
    // 来週か再来週の金曜
    const bool shares = reading_.word(next) == Word::ka || reading_.word(next) == Word::either;
    const auto other = reading_.skip(next + 1, {Word::stop, Word::filler});
    if (shares && reading_.word(other) == Word::week) {
        const auto weekday = reading_.skip(other + 1, {Word::no, Word::filler});
        if (weekday < reading_.size() && reading_.word(weekday) == Word::weekday) {
            return Found{weekday_of_week(week, static_cast<unsigned>(reading_.tokens[weekday].value)), at + 1,
                         Decider::which_week};
        }
    }
    week_said_ = week;
    auto dates = days_from(monday, 7);
    std::erase_if(dates, [&](Date date) { return date < today_; });
    return Found{dates, at + 1};
}

std::optional<DayReader::Found> DayReader::in_listed_weekdays(Date monday, std::size_t at) const {
    constexpr std::u16string_view letters = u"月火水木金土日";
    Dates dates;
    auto end = at;
    for (; end < reading_.size() && reading_.word(end) == Word::other; ++end) {
        const auto place = letters.find(reading_.folded({end, end + 1}).front());
        if (place == letters.npos) break;
        dates.push_back(monday + Days{static_cast<int>(place)});
    }
    const auto behind = reading_.word(end);
    const bool is_ended = end >= reading_.size() || behind != Word::other;
    if (dates.size() < 2 || !is_ended) return std::nullopt;
    return Found{std::move(dates), end, Decider::which_day};
}

/// 来週の同じ曜日, of a day that is in that week already: a week behind it.
DayReader::Found DayReader::in_same_weekday(Dates dates, std::size_t end) const {
    std::replace(dates.begin(), dates.end(), *known_, *known_ + Days{7});
    return Found{std::move(dates), end, Decider::which_week};
}

std::optional<DayReader::Found> DayReader::coming(std::size_t at) {
    const auto near = reading_.tokens[at].value;
    const auto next = reading_.skip(at + 1, {Word::no, Word::filler});
    if (next >= reading_.size()) return std::nullopt;
    const auto value = reading_.tokens[next].value;
    switch (reading_.word(next)) {
        case Word::weekday: {
            // その次の土曜, 次の次の土曜
            constexpr int behind_known = 9, after_next = 10, before_known = 11;
            if ((near == behind_known || near == before_known) && !known_) return std::nullopt;
            if (near == before_known) {
                const auto back = (weekday_of(*known_) + 7 - static_cast<unsigned>(value)) % 7;
                return Found{{*known_ - Days{back == 0 ? 7 : back}}, next + 1};
            }
            const auto from = near == behind_known ? *known_ : today_;
            const auto away = (static_cast<unsigned>(value) + 7 - weekday_of(from)) % 7;
            const auto date = from + Days{away == 0 ? 7 : away};
            if (near == behind_known) return Found{{date}, next + 1};
            if (near == after_next) return Found{{date + Days{7}}, next + 1};
            Dates dates{date};
            if (away != 0 && static_cast<int>(away) <= near) dates.push_back(date + Days{7});
            return Found{dates, next + 1, Decider::which_week};
        }
        case Word::holiday:
        case Word::holiday_eve:
        case Word::weekend:
        case Word::span:
        case Word::holiday_name:
        case Word::day_of_month:
            return base(next);
        default:
            return std::nullopt;
    }
}

std::optional<DayReader::Found> DayReader::in_span(std::size_t at, Dates dates) {
    if (dates.empty()) return std::nullopt;
    auto next = reading_.skip(at + 1, {Word::no, Word::filler});
    if (reading_.word(at + 1) == Word::offset_day && reading_.tokens[at + 1].value == 1) {
        // お盆明けの17日
        constexpr int soon = 10;
        dates = days_from(dates.back() + Days{1}, soon);
        next = reading_.skip(at + 2, {Word::no, Word::filler});
        const bool named = reading_.word(next) == Word::day_of_month || reading_.word(next) == Word::weekday;
        if (!named) return Found{{dates.front()}, at + 2};
    }
    switch (reading_.word(next)) {
        case Word::first_of:
            return Found{{dates.front()}, next + 1};
        case Word::last_of:
            return Found{{dates.back()}, next + 1};
        case Word::middle_of:
            if (dates.size() > 2) dates = {dates.begin() + 1, dates.end() - 1};
            return Found{dates, next + 1};
        case Word::day_of_month:
        case Word::weekday: {
            const bool by_day = reading_.word(next) == Word::day_of_month;
            const auto value = static_cast<unsigned>(reading_.tokens[next].value);
            auto those = dates;
            std::erase_if(those, [&](Date date) {
                const auto day = static_cast<unsigned>(date::year_month_day{date}.day());
                return (by_day ? day : weekday_of(date)) != value;
            });
            if (those.empty()) break;
            const date::year_month_day civil{those.front()};
            if (by_day) month_said_ = Date{civil.year() / civil.month() / 1};
            return Found{those, next + 1};
        }
        default:
            break;
    }
    return Found{dates, at + 1};
}

std::optional<DayReader::Found> DayReader::after(std::size_t at) {
    const auto& token = reading_.tokens[at];
    if (token.value < 0 || token.value > 3660) return std::nullopt;
    // 27日です、1日あとにしてください: counted from what is changed.
    const bool is_of_known = known_ && reading_.is_changed_to(at + 1);
    const auto from = is_of_known ? *known_ : today_;
    const auto next = reading_.skip(at + 1, {Word::no});
    if (token.word == Word::weeks_after && reading_.word(next) == Word::same_weekday)
        return Found{{known_.value_or(today_) + Days{token.value}}, next + 1};
    if (token.word == Word::weeks_after && reading_.word(next) == Word::weekday) {
        return Found{weekday_of_week(token.value / 7, static_cast<unsigned>(reading_.tokens[next].value)), next + 1,
                     Decider::which_week};
    }
    // 4、5日後
    const auto step = token.word == Word::weeks_after ? 7 : 1;
    Dates dates;
    for (auto days = token.value; days <= std::max(token.last, token.value) && days - token.value <= 14; days += step)
        dates.push_back(from + Days{days});
    return Found{std::move(dates), at + 1, Decider::which_day};
}

/// 今日から一週間後.
std::optional<DayReader::Found> DayReader::counted_from(std::size_t at) {
    const auto next = reading_.skip(at + 2, {Word::filler});
    const bool counts = reading_.word(next) == Word::days_after || reading_.word(next) == Word::weeks_after;
    if (reading_.word(at + 1) != Word::kara || !counts) return std::nullopt;
    auto found = after(next);
    // 明日から二週間後の土曜
    if (found && found->end == next + 1) {
        for (auto& date : found->dates) date += Days{reading_.tokens[at].value};
    }
    return found;
}

}  // namespace denwaban::talk
