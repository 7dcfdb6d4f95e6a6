#include "selectors.hpp"

#include <array>

#include <denwaban/calendar/day_kind.hpp>

namespace denwaban::formats::osm {

namespace {

constexpr std::array<std::string_view, 7> weekday_words{"Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"};
constexpr std::array<std::string_view, 12> month_words{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// Names in a row of three or more as a range: Mo-Fr.
template <std::size_t N, class Contains>
[[nodiscard]] std::string ranges(const std::array<std::string_view, N>& words, std::size_t first, Contains contains) {
    std::vector<std::string> parts;
    for (std::size_t place = 0; place < N;) {
        auto end = place;
        while (end < N && contains((first + end) % N)) ++end;
        const auto name = [&](std::size_t at) { return std::string{words[(first + at) % N]}; };
        if (end - place >= 3) {
            parts.push_back(name(place) + "-" + name(end - 1));
        } else {
            for (auto at = place; at < end; ++at) parts.push_back(name(at));
        }
        place = end == place ? place + 1 : end;
    }
    return join(parts, ",");
}

[[nodiscard]] std::string two_digits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }
[[nodiscard]] std::string month_day_text(date::month_day day) {
    return std::string{month_words[static_cast<unsigned>(day.month()) - 1]} + " " +
           two_digits(static_cast<unsigned>(day.day()));
}
[[nodiscard]] std::string date_text(Date date) {
    const date::year_month_day civil{date};
    return std::to_string(static_cast<int>(civil.year())) + " " + month_day_text(civil.month() / civil.day());
}

/// The selector of a condition; nothing where OSM has none.
struct SelectorWriter {
    using Text = std::optional<std::string>;

    Text operator()(const EveryDay&) const { return ""; }
    Text operator()(const OnWeekdays& on) const {
        if (on.weekdays.empty()) return {};
        return ranges(weekday_words, 1,
                      [&](std::size_t day) { return on.weekdays.contains(static_cast<unsigned>(day)); });
    }
    Text operator()(const OnHolidays&) const { return "PH"; }
    Text operator()(const OnHolidayEves&) const { return "PH -1 day"; }
    Text operator()(const OnDaysAfterHolidays&) const { return "PH +1 day"; }
    Text operator()(const OnNthWeekdays& on) const {
        std::vector<std::string> nth, days;
        for (unsigned ordinal = 1; ordinal <= 5; ++ordinal) {
            if (on.ordinals.contains(ordinal)) nth.push_back(std::to_string(ordinal));
        }
        if (on.ordinals.contains(last_ordinal)) nth.emplace_back("-1");
        for (const auto weekday : {1U, 2U, 3U, 4U, 5U, 6U, 0U}) {
            if (on.weekdays.contains(weekday))
                days.push_back(std::string{weekday_words[weekday]} + "[" + join(nth, ",") + "]");
        }
        return nth.empty() || days.empty() ? Text{} : join(days, ",");
    }
    Text operator()(const InMonths& in) const {
        if (in.months.empty()) return {};
        return ranges(month_words, 0,
                      [&](std::size_t month) { return in.months.contains(static_cast<unsigned>(month) + 1); });
    }
    Text operator()(const InSeason& in) const {
        if (in.first == in.last) return month_day_text(in.first);
        // Jan 02-Jan 01 looks like a slip of the pen, and is doubted.
        if (in.last < in.first && in.last.month() == in.first.month()) return {};
        return month_day_text(in.first) + "-" + month_day_text(in.last);
    }
    Text operator()(const InPeriod& in) const { return date_text(in.first) + "-" + date_text(in.last); }
    Text operator()(const OnDates& on) const {
        std::vector<std::string> dates;
        for (const auto date : on.dates) dates.push_back(date_text(date));
        return dates.empty() ? Text{} : join(dates, ",");
    }
    /// Dates, then days: Mar-Oct Mo-Fr, PH Mo.
    Text operator()(const AllOf& all) const {
        if (all.conditions.size() != 2) return {};
        const auto& [first, second] = std::pair{all.conditions[0], all.conditions[1]};
        const bool days = std::holds_alternative<OnWeekdays>(second.condition);
        const bool dates =
            std::holds_alternative<InMonths>(first.condition) || std::holds_alternative<InSeason>(first.condition) ||
            std::holds_alternative<InPeriod>(first.condition) || std::holds_alternative<OnHolidays>(first.condition);
        if (!days || !dates) return {};
        const auto a = std::visit(*this, first.condition), b = std::visit(*this, second.condition);
        return a && b ? Text{*a + " " + *b} : Text{};
    }
    template <class Other>
    Text operator()(const Other&) const {
        return {};
    }
};

}  // namespace

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : std::string{separator}) + part;
    return text;
}

std::optional<std::string> selector_of(const When& when) { return std::visit(SelectorWriter{}, when.condition); }

std::optional<std::string> selector_as_read(const When& when) {
    const auto joined = [](const std::vector<When>& conditions, std::string_view separator) {
        std::vector<std::string> parts;
        for (const auto& each : conditions) {
            auto part = selector_as_read(each);
            if (!part) return std::optional<std::string>{};
            parts.push_back(*std::move(part));
        }
        return std::optional{join(parts, separator)};
    };
    if (const auto* all = std::get_if<AllOf>(&when.condition)) {
        auto conditions = all->conditions;
        if (std::holds_alternative<NoneOf>(conditions.back().condition)) conditions.pop_back();
        return joined(conditions, " ");
    }
    if (const auto* any = std::get_if<AnyOf>(&when.condition)) return joined(any->conditions, ",");
    if (std::holds_alternative<NoneOf>(when.condition)) return "";
    return selector_of(when);
}

}  // namespace denwaban::formats::osm
