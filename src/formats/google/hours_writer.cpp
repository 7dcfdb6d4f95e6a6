#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/formats/google_hours.hpp>

#include "formats/weekly/weekly_pattern.hpp"
#include "formats/weekly/writing_findings.hpp"
#include "periods.hpp"

namespace denwaban {

namespace formats::google {

namespace {

/// "The close_time and end_date can extend to 11:59 a.m. on the day after the specified start_date."
constexpr auto latest_close = MinuteOfDay::clock(35, 59);

/// Midnight at the end of a day is 24:00 of that day.
struct DayAndTime {
    int days_later;
    Json time;
};

[[nodiscard]] Json time_of(int minutes) { return {{"hours", minutes / 60}, {"minutes", minutes % 60}}; }

[[nodiscard]] DayAndTime closing(MinuteOfDay closes) {
    const auto minutes = closes.count();
    if (minutes <= minutes_a_day) return {0, time_of(minutes)};
    return {1, time_of(minutes - minutes_a_day)};
}

[[nodiscard]] Json period(std::size_t day, MinuteOfDay opens, MinuteOfDay closes) {
    auto [days_later, time] = closing(closes);
    return {{"openDay", day_names[day]},
            {"openTime", time_of(opens.count())},
            {"closeDay", day_names[(day + static_cast<std::size_t>(days_later)) % 7]},
            {"closeTime", std::move(time)}};
}

struct WrittenWeek {
    Json openings = Json::array();
    Json kitchen = Json::array();
};

[[nodiscard]] WrittenWeek write_week(const WeeklyPattern& pattern) {
    WrittenWeek week;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const auto day = (i + 1) % 7;
        if (!pattern[day]) continue;
        for (const auto& service : *pattern[day]) {
            week.openings.push_back(period(day, service.opens, service.closes));
            const auto food = service.last_orders.food;
            if (food > service.opens) week.kitchen.push_back(period(day, service.opens, *food));
        }
    }
    return week;
}

[[nodiscard]] Json write_date(Date date) {
    const date::year_month_day civil{date};
    return {{"year", static_cast<int>(civil.year())},
            {"month", static_cast<unsigned>(civil.month())},
            {"day", static_cast<unsigned>(civil.day())}};
}

void write_special(Json& written, Date date, const DayServices& services) {
    if (services.empty()) written.push_back({{"startDate", write_date(date)}, {"closed", true}});
    for (const auto& service : services) {
        auto [days_later, time] = closing(service.closes);
        written.push_back({{"startDate", write_date(date)},
                           {"openTime", time_of(service.opens.count())},
                           {"endDate", write_date(date + date::days{days_later})},
                           {"closeTime", std::move(time)}});
    }
}

[[nodiscard]] Json write_specials(const SpanServices& span, const std::vector<Date>& special) {
    auto written = Json::array();
    for (const auto date : special) {
        write_special(written, date, span.days[static_cast<std::size_t>((date - span.first).count())]);
    }
    return written;
}

[[nodiscard]] Json write_more_hours(Json kitchen) {
    auto written = Json::array();
    if (!kitchen.empty()) written.push_back({{"hoursTypeId", "KITCHEN"}, {"periods", std::move(kitchen)}});
    return written;
}

/// Google knows no names.
[[nodiscard]] SpanServices without_names(SpanServices span) {
    for (auto& day : span.days) {
        for (auto& service : day) service.name.clear();
    }
    return span;
}

[[nodiscard]] bool is_whole_day(const Service& service) {
    return service.closes.count() - service.opens.count() == minutes_a_day;
}

/// What reading back gives: only the week has a kitchen.
[[nodiscard]] LastOrders last_orders_said(const Service& usual) {
    return {usual.last_orders.food > usual.opens ? usual.last_orders.food : std::nullopt, std::nullopt, std::nullopt};
}

[[nodiscard]] bool loses_last_orders(const DayServices& day, const DayServices& usual) {
    const auto is_said = [](const Service& own, const Service& said) {
        return own.last_orders == last_orders_said(said);
    };
    if (same_openings(day, usual)) return !std::equal(day.begin(), day.end(), usual.begin(), is_said);
    return std::any_of(day.begin(), day.end(), [](const Service& s) { return s.last_orders != LastOrders{}; });
}

[[nodiscard]] std::vector<Date> dates_without_last_orders(const SpanServices& span, const WeeklyPattern& pattern) {
    std::vector<Date> dates;
    for (std::size_t day = 0; day < span.days.size(); ++day) {
        const auto date = span.first + date::days{day};
        if (loses_last_orders(span.days[day], usual_services(pattern, date))) dates.push_back(date);
    }
    return dates;
}

[[nodiscard]] Findings findings_on(const SpanServices& span, const WeeklyPattern& pattern,
                                   const std::vector<Date>& special) {
    auto findings = findings_on_openings(span);
    add_loss(findings, "last orders are left out, or those of the weekday are said",
             dates_without_last_orders(span, pattern));
    auto whole_days = dates_with(span, is_whole_day);
    std::erase_if(whole_days, [&](Date date) { return !std::binary_search(special.begin(), special.end(), date); });
    add_dated(findings, FindingKind::assumption, Weight::doubt,
              "Google's reference wants special hours shorter than the whole day that is written",
              std::move(whole_days));
    return findings;
}

}  // namespace

}  // namespace formats::google

Expected<RulesWriting> to_google(const Hours& hours, Horizon span) {
    using namespace formats;
    if (auto error = refusal(hours, span)) return Unexpected{*std::move(error)};
    const auto named = services_in(hours, span, google::latest_close);
    const auto services = google::without_names(named);
    const auto pattern = weekly_pattern(services);
    const auto special = special_dates(services, pattern);
    auto [openings, kitchen] = google::write_week(pattern);
    const Json document{
        {"regularHours", {{"periods", std::move(openings)}}},
        {"specialHours", {{"specialHourPeriods", google::write_specials(services, special)}}},
        {"moreHours", google::write_more_hours(std::move(kitchen))},
    };
    auto findings = google::findings_on(services, pattern, special);
    const auto has_name = [](const Service& service) { return !service.name.empty(); };
    if (has_labels(hours.rules()) || !dates_with(named, has_name).empty()) {
        add_note(findings, "names of services and reasons are left out");
    }
    return RulesWriting{write_document(document), std::move(findings)};
}

}  // namespace denwaban
