#include "month_days.hpp"

#include <utility>

namespace denwaban::formats {

namespace {

/// Minutes since the midnight on which the business date began, as a clock that goes on counting past 24:00.
[[nodiscard]] std::string shown_clock(const Hours& hours, Instant instant, Date business_date) {
    const auto since = hours.zone().local_time(instant) - LocalTime{business_date};
    const auto minutes = static_cast<int>(since / std::chrono::minutes{1});
    const auto shown = MinuteOfDay::make(minutes);
    return shown ? to_string(*shown) : "";
}

[[nodiscard]] ShownDay shown_day(const Hours& hours, Date date) {
    const auto kind = detail::day_kind(date, hours.calendar(), hours.rules().choices);
    ShownDay day{kind.day,
                 (kind.weekday + std::size_t{6}) % 7,
                 kind.holiday != nullptr ? kind.holiday->name : "",
                 kind.tomorrow != nullptr,
                 {}};
    for (const auto& opening : *hours.openings_on(date)) {
        const bool known = opening.service != nullptr;
        auto text =
            known ? shown_clock(hours, opening.begins, date) + "-" + shown_clock(hours, opening.ends, date) : "";
        day.openings.push_back({opening.state, std::move(text)});
    }
    return day;
}

}  // namespace

Expected<std::vector<ShownDay>> shown_days(const Hours& hours, date::year_month month) {
    if (!month.ok()) return Unexpected{Error{ErrorCode::invalid_value, "no such month", {}}};
    const Date first{month / 1}, last{month / date::last};
    if (first < hours.horizon().first || last > hours.horizon().last) {
        return Unexpected{
            Error{ErrorCode::beyond_horizon, "not within the dates that these hours were compiled for", {}}};
    }
    std::vector<ShownDay> days;
    for (auto date = first; date <= last; date += date::days{1}) days.push_back(shown_day(hours, date));
    return days;
}

}  // namespace denwaban::formats
