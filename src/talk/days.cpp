#include "days.hpp"

#include <algorithm>

#include "dates.hpp"

namespace denwaban::talk {

namespace {

constexpr int some_day_behind_us = -9;  ///< 先日: which, is not said

}  // namespace

DayReader::DayReader(const Reading& reading) : reading_(reading), today_(date::floor<date::days>(reading.hearing.now)) {
    const auto* slots = reading.hearing.known;
    if (slots != nullptr && slots->day && slots->day->certain() != nullptr) known_ = *slots->day->certain();
}

void DayReader::remember(const std::vector<Date>& dates) {
    if (dates.size() == 1) known_ = dates.front();
}

std::optional<DayMention> DayReader::read(std::size_t at) {
    auto found = base(at);
    if (!found || found->dates.empty()) return std::nullopt;
    const auto word = reading_.word(at);
    shift(*found);
    found->end = behind_the_day(found->end);
    check_weekday(*found, word == Word::day_of_month);
    if (found->dates.size() > 1 && !found->decider) found->decider = Decider::which_day;
    if (found->dates.size() == 1) found->decider.reset();
    return DayMention{std::move(found->dates), found->decider, {at, found->end}};
}

/// 昨日の7時に予約したい is a mistake to be told of; 昨日行きました says nothing of a day to come.
bool DayReader::is_wished() const {
    const auto has = [&](auto&& is) { return std::any_of(reading_.tokens.begin(), reading_.tokens.end(), is); };
    const bool is_booked_already = [&] {
        for (std::size_t at = 0; at < reading_.size(); ++at) {
            if (is_booked(reading_, at)) return true;
        }
        return false;
    }();
    const bool is_told = is_booked_already || has([](const Token& token) {
                             return token.word == Word::deed || token.cue == Cue::have || token.cue == Cue::check ||
                                    token.cue == Cue::lost;
                         });
    const bool is_asked_for =
        has([](const Token& token) { return token.cue == Cue::booking; }) &&
        has([](const Token& token) { return token.cue == Cue::hope || token.word == Word::polite; });
    return !is_told && (is_asked_for || reading_.is_asked(Question::day));
}

std::optional<DayReader::Found> DayReader::base(std::size_t at) {
    const auto value = reading_.tokens[at].value;
    switch (reading_.word(at)) {
        case Word::relative_day:
            if (value == some_day_behind_us) return std::nullopt;
            if (value < 0 && !wished_) wished_ = is_wished();
            if (value < 0 && !*wished_) return std::nullopt;
            if (auto later = counted_from(at)) return later;
            return Found{{today_ + Days{value}}, at + 1};
        case Word::relative_night:
        case Word::relative_morning:
            return Found{{today_ + Days{value}}, at + 1};
        case Word::week:
            return in_week(at);
        case Word::coming:
            return coming(at);
        case Word::weekday: {
            const auto weekday = static_cast<unsigned>(value);
            if (auto dated = dated_weekday(at)) return dated;
            const auto dates = week_said_ ? weekday_of_week(*week_said_, weekday) : next_weekday(weekday);
            return Found{dates, at + 1, Decider::which_week};
        }
        case Word::weekend: {
            // 12月の土日: of which nothing is said
            const auto month = reading_.back(at, {Word::no});
            if (month && *month + 1 < at &&
                (reading_.word(*month) == Word::month || reading_.word(*month) == Word::month_of))
                return std::nullopt;
            constexpr int with_friday = 9;
            const bool is_long = value == with_friday;
            const auto monday = monday_of(today_) + Days{value > 1 && !is_long ? 7 * (value - 1) : 0};
            auto dates = is_long ? days_from(monday + Days{4}, 3) : days_from(monday + Days{5}, 2);
            std::erase_if(dates, [&](Date date) { return date < today_; });
            return Found{dates, at + 1};
        }
        case Word::days_after:
        case Word::weeks_after:
            return after(at);
        case Word::known_day:
        case Word::offset_day:
            return known(at);
        case Word::number:
            return bare_number(at);
        default: {
            auto named = by_month(at);
            return named ? named : by_name(at);
        }
    }
}

/// Saturday the 12th: the next that is both.
std::optional<DayReader::Found> DayReader::dated_weekday(std::size_t at) const {
    const auto next = reading_.skip(at + 1, {Word::filler, Word::no});
    if (next >= reading_.size() || reading_.word(next) != Word::day_of_month || month_said_) return std::nullopt;
    constexpr int months = 3;
    for (int month = 0; month < months; ++month) {
        const auto date = month_start(month) + Days{reading_.tokens[next].value - 1};
        const bool is_there = date >= today_ && date <= end_of_month(month_start(month));
        if (is_there && weekday_of(date) == static_cast<unsigned>(reading_.tokens[at].value))
            return Found{{date}, next + 1};
    }
    return std::nullopt;
}

/// 12月, 来月, 月末, 12/24, 25日.
std::optional<DayReader::Found> DayReader::by_month(std::size_t at) {
    const auto value = reading_.tokens[at].value;
    switch (reading_.word(at)) {
        case Word::year:
        case Word::year_number:
            return in_year(at);
        case Word::month:
            if (value < 1 || value > 12) return std::nullopt;
            return in_month(std::nullopt, static_cast<unsigned>(value), at + 1);
        case Word::month_of:
        case Word::month_end: {
            if (value < 0) return std::nullopt;
            const date::year_month_day month{month_start(value)};
            const bool whole = reading_.word(at) == Word::month_of;
            const auto next = whole ? at + 1 : reading_.skip(at + 1, {Word::no});
            if (!whole && reading_.word(next) != Word::day_of_month) return at_month_end(Date{month}, at);
            return in_month(static_cast<int>(month.year()), static_cast<unsigned>(month.month()), next);
        }
        case Word::month_day: {
            const auto year = reading_.tokens[at].last;
            const auto date = date_in(year > 0 ? std::optional{year} : std::nullopt, static_cast<unsigned>(value / 100),
                                      static_cast<unsigned>(value % 100));
            return date ? std::optional{Found{{*date}, at + 1}} : std::nullopt;
        }
        case Word::day_of_month:
            return day_of_month(at);
        case Word::ordinal:
            return ordinal(at);
        default:
            return std::nullopt;
    }
}

/// 大晦日, 母の日, 海の日, 祝前日, お盆.
std::optional<DayReader::Found> DayReader::by_name(std::size_t at) {
    const auto value = reading_.tokens[at].value;
    const auto& calendar = reading_.hearing.calendar;
    const auto first = [&](auto&& is_it) -> std::optional<Date> {
        for (int day = 0; day <= 2 * 366; ++day) {
            if (is_it(today_ + Days{day})) return today_ + Days{day};
        }
        return std::nullopt;
    };
    std::optional<Date> date;
    switch (reading_.word(at)) {
        case Word::fixed_day:
            date = date_in(std::nullopt, static_cast<unsigned>(value / 100), static_cast<unsigned>(value % 100));
            break;
        case Word::rule_day:
            date = first([&](Date day) {
                const date::year_month_day civil{day};
                return nth_weekday(Date{civil.year() / (value == 0 ? 5 : 6) / 1}, value == 0 ? 2 : 3, 0) == day;
            });
            break;
        case Word::holiday_name: {
            const auto name = holiday_named(static_cast<std::int16_t>(value));
            date = first([&](Date day) {
                const auto* holiday = calendar.find(day);
                return holiday != nullptr && holiday->name == name;
            });
            break;
        }
        case Word::holiday:
            date = next_holiday();
            break;
        case Word::holiday_eve:
            date = first([&](Date day) { return calendar.is_pre_holiday(day); });
            break;
        case Word::span:
            return in_span(at, span(value));
        default:
            break;
    }
    return date ? std::optional{Found{{*date}, at + 1}} : std::nullopt;
}

/// クリスマスの日, 土曜の日: which says no more.
std::size_t DayReader::behind_the_day(std::size_t end) const {
    const bool is_day = reading_.word(end) == Word::no && end + 1 < reading_.size() &&
                        reading_.folded({end + 1, end + 2}) == u"日" && reading_.word(end + 2) != Word::other;
    return is_day ? end + 2 : end;
}

std::optional<DayReader::Found> DayReader::known(std::size_t at) const {
    if (!known_) return std::nullopt;
    return Found{{*known_ + Days{reading_.tokens[at].value}}, at + 1};
}

/// 金曜から一週間後, a week from Friday.
void DayReader::count_on(Found& found) const {
    if (reading_.word(found.end) != Word::kara || found.end >= reading_.size()) return;
    const auto next = reading_.skip(found.end + 1, {Word::filler});
    if (reading_.word(next) != Word::days_after && reading_.word(next) != Word::weeks_after) return;
    for (auto& date : found.dates) date += Days{reading_.tokens[next].value};
    found.end = next + 1;
}

/// の前日.
void DayReader::shift(Found& found) const {
    count_on(found);
    const auto next = reading_.skip(found.end, {Word::no});
    const auto word = reading_.word(next);
    // クリスマス前の土曜
    const bool is_before = word == Word::before && reading_.word(next + 1) == Word::no;
    if (is_before || (next != found.end && (word == Word::before || word == Word::coming)))
        return shift_to_weekday(found, next);
    if (next == found.end || (word != Word::known_day && word != Word::offset_day)) return;
    const auto days = reading_.tokens[next].value;
    if (days == 7 || days == -7) return shift_week(found, next);
    if (days != 1 && days != -1) return;
    for (auto& date : found.dates) date += Days{days};
    found.end = next + 1;
}

/// イブの前の土曜, 大晦日の次の土曜.
void DayReader::shift_to_weekday(Found& found, std::size_t offset) const {
    const auto weekday = reading_.skip(offset + 1, {Word::no});
    if (reading_.word(weekday) != Word::weekday || weekday >= reading_.size()) return;
    const bool back = reading_.word(offset) == Word::before;
    for (auto& date : found.dates) {
        const auto said = static_cast<unsigned>(reading_.tokens[weekday].value);
        const auto away = back ? (weekday_of(date) + 7 - said) % 7 : (said + 7 - weekday_of(date)) % 7;
        const Days days{away == 0 ? 7 : away};
        date = back ? date - days : date + days;
    }
    found.end = weekday + 1;
}

/// クリスマスの前の週の土曜.
void DayReader::shift_week(Found& found, std::size_t offset) const {
    const auto weekday = reading_.skip(offset + 1, {Word::no});
    if (reading_.word(weekday) != Word::weekday || weekday >= reading_.size()) return;
    const auto away = reading_.tokens[offset].value + (reading_.tokens[weekday].value + 6) % 7;
    for (auto& date : found.dates) date = monday_of(date) + Days{away};
    found.end = weekday + 1;
}

/// A day of the month goes on to the month where it is that weekday; a date that is another leaves both.
void DayReader::check_weekday(Found& found, bool day_alone) const {
    if (found.dates.size() != 1) return;
    const auto next = reading_.skip(found.end, {Word::no, Word::stop});
    if (next > found.end + 2 || next >= reading_.size()) return;
    if (reading_.word(next) == Word::other && next == found.end + 1 && reading_.word(found.end) == Word::stop) {
        constexpr std::u16string_view letters = u"日月火水木金土";
        if (letters.find(reading_.folded({next, next + 1}).front()) != letters.npos) found.end = next + 1;
        return;
    }
    if (reading_.word(next) != Word::weekday) return;
    const auto weekday = static_cast<unsigned>(reading_.tokens[next].value);
    auto& date = found.dates.front();
    const auto end = found.end;
    found.end = next + 1;
    if (weekday_of(date) == weekday) return;
    if (day_alone && !month_said_) {
        const auto day = static_cast<unsigned>(date::year_month_day{date}.day());
        for (int months = 0; months < 3; ++months) {
            const auto there = month_start(months) + Days{day - 1};
            if (there >= today_ && there <= end_of_month(month_start(months)) && weekday_of(there) == weekday) {
                date = there;
                return;
            }
        }
    }
    if (next == end + 2 || (next == end + 1 && reading_.word(end) == Word::stop)) {
        // 明日、土曜 are two days, 12/5（土曜） is one.
        if (reading_.word(next + 1) != Word::stop && reading_.word(next + 1) != Word::no) {
            found.end = end;
            return;
        }
    }
    auto away = static_cast<int>((weekday + 7 - weekday_of(date)) % 7);
    if (away > 3) away -= 7;
    found.dates.push_back(date + Days{away});
    found.decider = Decider::which_words;
}

}  // namespace denwaban::talk
