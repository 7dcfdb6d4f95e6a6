#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/core/time_zone.hpp>
#include <denwaban/records/call_fact.hpp>

/// How many calls will come: a plain model that a planner can check by hand.
namespace denwaban {

/// Into how many quarter hours (15分枠) a date falls.
inline constexpr std::size_t quarters_a_day = 96;

/// Calls that came in, or are expected to, by the quarter hour of the wall clock in which they began.
struct CallsOfDay {
    Date date{};
    std::array<double, quarters_a_day> quarters{};
    /// Of the whole day.
    [[nodiscard]] double total() const noexcept {
        double all = 0;
        for (const double calls : quarters) all += calls;
        return all;
    }
    friend bool operator==(const CallsOfDay&, const CallsOfDay&) = default;
};

/// Which dates have their calls spread alike over the day.
enum class DayShape : std::uint8_t {
    plain,       ///< Monday to Thursday
    before_off,  ///< Friday, and a 祝前日 from Sunday to Thursday
    saturday,
    off,  ///< Sunday and 祝日
};
template <>
inline constexpr std::array<std::string_view, 4> names_of<DayShape>{"plain", "before_off", "saturday", "off"};

/// The most dates that calls may span to be counted day by day: ten years.
inline constexpr int most_days_counted = 3660;

/// Calls that came in by quarter hour, of each date from the first to the last: days without calls stand among them
/// with none. Calls that we made count nowhere; with a channel, only what came in `through` it does. Cost: linear in
/// calls and in the days that they span.
///
/// Errors: `too_large` where they span more than `most_days_counted`: one of them has a wrong year.
[[nodiscard]] inline Expected<std::vector<CallsOfDay>> calls_by_quarter_hour(std::span<const CallFact> calls,
                                                                             const TimeZone& zone,
                                                                             std::optional<Channel> through = {}) {
    std::vector<std::pair<Date, std::size_t>> began;
    for (const auto& call : calls) {
        if (!came_in(call, through)) continue;
        const auto local = zone.local_time(call.began);
        const auto date = date::floor<date::days>(local);
        began.emplace_back(date, static_cast<std::size_t>((local - date) / std::chrono::minutes{15}));
    }
    if (began.empty()) return std::vector<CallsOfDay>{};
    const auto [first, last] = std::minmax_element(began.begin(), began.end());
    const auto span = (last->first - first->first).count() + 1;
    if (span > most_days_counted) {
        return Unexpected{Error{ErrorCode::too_large,
                                "calls from " + to_string(first->first) + " to " + to_string(last->first) +
                                    " are more than ten years of days",
                                {}}};
    }
    std::vector<CallsOfDay> days(static_cast<std::size_t>(span));
    for (std::size_t place = 0; place < days.size(); ++place) {
        days[place].date = first->first + date::days{static_cast<int>(place)};
    }
    for (const auto& [date, quarter] : began) {
        ++days[static_cast<std::size_t>((date - first->first).count())].quarters[quarter];
    }
    return days;
}

namespace detail::forecast {

[[nodiscard]] inline Error too_few() {
    return {ErrorCode::out_of_range, "there must be 14 days to learn from", JsonPointer{"/history"}};
}

/// Of those of one date, in the order in which they stand.
[[nodiscard]] inline std::vector<const CallsOfDay*> by_date(std::span<const CallsOfDay> history) {
    std::vector<const CallsOfDay*> days;
    for (const auto& day : history) days.push_back(&day);
    std::stable_sort(days.begin(), days.end(), [](const auto* a, const auto* b) { return a->date < b->date; });
    return days;
}

/// What is wrong with a day of a history, whatever else is in it.
[[nodiscard]] inline std::optional<Error> fault_of(const CallsOfDay& day, const HolidayCalendar& calendar,
                                                   const std::string& where) {
    if (auto known = calendar.known(day.date); !known)
        return Error{known.error().code, known.error().message, JsonPointer{where + "/date"}};
    for (std::size_t quarter = 0; quarter < quarters_a_day; ++quarter) {
        const double calls = day.quarters[quarter];
        if (calls >= 0 && calls <= 1e9) continue;
        return Error{ErrorCode::out_of_range, "calls of a quarter hour must be 0 to 1,000,000,000",
                     JsonPointer{where + "/quarters/" + std::to_string(quarter)}};
    }
    return std::nullopt;
}

[[nodiscard]] inline std::optional<Error> fault_of(std::span<const CallsOfDay> history,
                                                   const HolidayCalendar& calendar) {
    const auto place_of = [&](const CallsOfDay& day) { return "/history/" + std::to_string(&day - history.data()); };
    for (const auto& day : history) {
        if (auto fault = fault_of(day, calendar, place_of(day))) return fault;
    }
    const auto days = by_date(history);
    const auto same = [](const auto* a, const auto* b) { return a->date == b->date; };
    const auto twice = std::adjacent_find(days.begin(), days.end(), same);
    if (twice == days.end()) return std::nullopt;
    return Error{ErrorCode::duplicate_key, "a date stands twice", JsonPointer{place_of(**std::next(twice)) + "/date"}};
}

}  // namespace detail::forecast

/// Calls expected = level × weekday × 祝日 or 祝前日 × the quarter hour's share. A 祝日 is a Sunday, and a 祝前日 from
/// Sunday to Thursday is a Friday, but for what is peculiar to it; what few such days have shown is held back towards
/// that. Older days weigh less: half after 8 weeks for weekdays, shares and holidays, half after 3 for the level.
class CallForecast {
public:
    /// Learns from days that were, in any order; days on which nobody was there to answer are better left out.
    ///
    /// Errors: `out_of_range` where there are fewer than 14 days, none of a weekday, a count below nothing, or a date
    /// of which the calendar knows nothing; `duplicate_key` of a date that stands twice. Cost: linear but for a sort.
    [[nodiscard]] static Expected<CallForecast> of(std::span<const CallsOfDay> history, HolidayCalendar calendar) {
        if (auto fault = detail::forecast::fault_of(history, calendar)) return Unexpected{*std::move(fault)};
        if (history.size() < 14) return Unexpected{detail::forecast::too_few()};
        const auto days = detail::forecast::by_date(history);
        CallForecast forecast{std::move(calendar)};
        forecast.newest_ = days.back()->date;
        if (!forecast.learn_weekdays(days)) {
            return Unexpected{
                Error{ErrorCode::out_of_range, "each weekday must have been at least once", JsonPointer{"/history"}}};
        }
        forecast.learn_level(days);
        forecast.learn_holidays(days);
        forecast.learn_shares(days);
        return forecast;
    }

    /// What is expected of a date, after those learned from or among them. Errors: `out_of_range` of a date of which
    /// the calendar knows nothing. Cost: O(1).
    [[nodiscard]] Expected<CallsOfDay> on(Date date) const {
        if (auto known = calendar_.known(date); !known)
            return Unexpected{Error{known.error().code, known.error().message, JsonPointer{"/date"}}};
        CallsOfDay day{date, shares_[static_cast<std::size_t>(shape_of(date))]};
        const double calls = level_ * weekdays_[weekday_of(date)] * times(peculiar(date));
        for (double& quarter : day.quarters) quarter *= calls;
        return day;
    }

    /// Whose spread of calls over the day a date has.
    [[nodiscard]] DayShape shape_of(Date date) const {
        constexpr std::size_t friday = 5, saturday = 6, sunday = 0;
        const auto weekday = weekday_of(date);
        if (weekday == sunday) return DayShape::off;
        if (weekday == saturday) return DayShape::saturday;
        return weekday == friday ? DayShape::before_off : DayShape::plain;
    }

    /// Calls of a mean day, now.
    [[nodiscard]] double level() const noexcept { return level_; }
    /// Sunday first, as parts of a mean day: 1 is the mean.
    [[nodiscard]] const std::array<double, 7>& weekdays() const noexcept { return weekdays_; }
    /// What a 祝日 has more than a Sunday: 1 where it has as many.
    [[nodiscard]] double holiday() const noexcept { return holiday_; }
    /// What a 祝前日 has more than a Friday.
    [[nodiscard]] double holiday_eve() const noexcept { return eve_; }

private:
    static constexpr double weeks_of_level = 3;
    static constexpr double weeks_of_pattern = 8;

    explicit CallForecast(HolidayCalendar calendar) : calendar_(std::move(calendar)) {}

    enum class Peculiar : std::uint8_t { nothing, holiday, eve };
    [[nodiscard]] Peculiar peculiar(Date date) const {
        if (calendar_.is_holiday(date)) return Peculiar::holiday;
        const bool works_on = date::weekday{date}.c_encoding() <= 4;
        return works_on && calendar_.is_pre_holiday(date) ? Peculiar::eve : Peculiar::nothing;
    }
    /// As what a date counts, Sunday being 0.
    [[nodiscard]] std::size_t weekday_of(Date date) const {
        constexpr std::size_t friday = 5, sunday = 0;
        switch (peculiar(date)) {
            case Peculiar::holiday:
                return sunday;
            case Peculiar::eve:
                return friday;
            case Peculiar::nothing:
                break;
        }
        return date::weekday{date}.c_encoding();
    }
    [[nodiscard]] double times(Peculiar peculiar) const noexcept {
        switch (peculiar) {
            case Peculiar::holiday:
                return holiday_;
            case Peculiar::eve:
                return eve_;
            case Peculiar::nothing:
                break;
        }
        return 1;
    }
    [[nodiscard]] double weight(Date date, double half_after_weeks) const {
        return std::exp2(-static_cast<double>((newest_ - date).count()) / (7 * half_after_weeks));
    }

    [[nodiscard]] bool learn_weekdays(const std::vector<const CallsOfDay*>& days) {
        std::array<double, 7> calls{}, weights{};
        const auto add = [&](const CallsOfDay& day) {
            const auto weight = this->weight(day.date, weeks_of_pattern);
            const auto weekday = date::weekday{day.date}.c_encoding();
            calls[weekday] += weight * day.total();
            weights[weekday] += weight;
        };
        for (const auto* day : days) {
            if (peculiar(day->date) == Peculiar::nothing) add(*day);
        }
        double mean = 0;
        for (std::size_t weekday = 0; weekday < 7; ++weekday) {
            if (weights[weekday] == 0) return false;
            weekdays_[weekday] = calls[weekday] / weights[weekday];
            mean += weekdays_[weekday] / 7;
        }
        for (double& weekday : weekdays_) weekday = mean > 0 ? weekday / mean : 1;
        return true;
    }

    void learn_level(const std::vector<const CallsOfDay*>& days) {
        double calls = 0, parts = 0;
        for (const auto* day : days) {
            if (peculiar(day->date) != Peculiar::nothing) continue;
            const auto weight = this->weight(day->date, weeks_of_level);
            calls += weight * day->total();
            parts += weight * weekdays_[weekday_of(day->date)];
        }
        level_ = parts > 0 ? calls / parts : 0;
    }

    /// A mean day's calls as expected are laid beside what such days had, so that one odd 祝日 teaches little.
    void learn_holidays(const std::vector<const CallsOfDay*>& days) {
        if (level_ <= 0) return;
        const auto learn = [&](Peculiar peculiar) {
            double calls = level_, expected = level_;
            for (const auto* day : days) {
                if (this->peculiar(day->date) != peculiar) continue;
                const auto weight = this->weight(day->date, weeks_of_pattern);
                calls += weight * day->total();
                expected += weight * level_ * weekdays_[weekday_of(day->date)];
            }
            return calls / expected;
        };
        holiday_ = learn(Peculiar::holiday);
        eve_ = learn(Peculiar::eve);
    }

    /// Where few calls have shown a day's spread, that of all days stands in for it.
    void learn_shares(const std::vector<const CallsOfDay*>& days) {
        constexpr double held_back = 50;
        std::array<double, quarters_a_day> all{};
        std::array<std::array<double, quarters_a_day>, count_of<DayShape>> by_shape{};
        for (const auto* day : days) {
            const auto weight = this->weight(day->date, weeks_of_pattern);
            auto& shape = by_shape[static_cast<std::size_t>(shape_of(day->date))];
            for (std::size_t quarter = 0; quarter < quarters_a_day; ++quarter) {
                all[quarter] += weight * day->quarters[quarter];
                shape[quarter] += weight * day->quarters[quarter];
            }
        }
        const auto sum = [](const auto& parts) {
            double total = 0;
            for (const double part : parts) total += part;
            return total;
        };
        const double total = sum(all);
        for (std::size_t shape = 0; shape < by_shape.size() && total > 0; ++shape) {
            const double known = sum(by_shape[shape]);
            for (std::size_t quarter = 0; quarter < quarters_a_day; ++quarter) {
                const double usual = held_back * all[quarter] / total;
                shares_[shape][quarter] = (by_shape[shape][quarter] + usual) / (known + held_back);
            }
        }
    }

    HolidayCalendar calendar_;
    Date newest_{};
    double level_ = 0;
    std::array<double, 7> weekdays_{1, 1, 1, 1, 1, 1, 1};
    double holiday_ = 1;
    double eve_ = 1;
    std::array<std::array<double, quarters_a_day>, count_of<DayShape>> shares_{};
};

/// How far forecasts were off: the sum of what they missed, either way, over the sum of the calls (WAPE); none where no
/// call came. Beside it what a seasonal naive forecast missed, which says of every quarter hour what it was a week ago:
/// a model that is not better than that is worth nothing.
struct ForecastError {
    std::optional<double> by_day, by_quarter_hour, naive_by_day, naive_by_quarter_hour;
    int days = 0;  ///< that were forecast
    friend bool operator==(const ForecastError&, const ForecastError&) = default;
};

/// Forecasts each of the last `weeks` weeks from what was before it. Days that no day a week earlier stands for are
/// left out. Errors: those of `CallForecast::of` for all days, and of these weeks the first; `out_of_range` of weeks
/// below 1.
[[nodiscard]] inline Expected<ForecastError> forecast_error(std::span<const CallsOfDay> history,
                                                            const HolidayCalendar& calendar, int weeks) {
    if (weeks < 1 || weeks > 520)
        return Unexpected{Error{ErrorCode::out_of_range, "weeks must be 1 to 520", JsonPointer{"/weeks"}}};
    if (auto fault = detail::forecast::fault_of(history, calendar)) return Unexpected{*std::move(fault)};
    if (history.empty()) return Unexpected{detail::forecast::too_few()};
    std::vector<CallsOfDay> days{history.begin(), history.end()};
    std::sort(days.begin(), days.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
    const auto after = [&](Date date) {
        return std::partition_point(days.begin(), days.end(), [&](const auto& day) { return day.date <= date; });
    };
    double calls = 0, day_missed = 0, quarters_missed = 0, naive_day_missed = 0, naive_quarters_missed = 0;
    ForecastError error;
    for (auto known = days.back().date - date::days{7 * weeks}; known < days.back().date; known += date::days{7}) {
        const auto end_of_known = after(known);
        auto forecast = CallForecast::of({days.begin(), end_of_known}, calendar);
        if (!forecast) return Unexpected{forecast.error()};
        for (auto day = end_of_known; day != after(known + date::days{7}); ++day) {
            const auto before = after(day->date - date::days{7});
            if (before == days.begin() || std::prev(before)->date != day->date - date::days{7}) continue;
            const auto& naive = *std::prev(before);
            const auto expected = *forecast->on(day->date);
            ++error.days;
            calls += day->total();
            day_missed += std::abs(day->total() - expected.total());
            naive_day_missed += std::abs(day->total() - naive.total());
            for (std::size_t quarter = 0; quarter < quarters_a_day; ++quarter) {
                quarters_missed += std::abs(day->quarters[quarter] - expected.quarters[quarter]);
                naive_quarters_missed += std::abs(day->quarters[quarter] - naive.quarters[quarter]);
            }
        }
    }
    if (calls == 0) return error;
    error.by_day = day_missed / calls;
    error.by_quarter_hour = quarters_missed / calls;
    error.naive_by_day = naive_day_missed / calls;
    error.naive_by_quarter_hour = naive_quarters_missed / calls;
    return error;
}

}  // namespace denwaban
