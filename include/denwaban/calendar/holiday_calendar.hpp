#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/calendar/holiday_law.hpp>
#include <denwaban/calendar/japan.hpp>
#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/time.hpp>

namespace denwaban {

/// Why a date is a holiday.
enum class HolidayKind : std::uint8_t {
    statutory,  ///< 祝日: named by an article of the law
    derived,    ///< 振替休日 or 国民の休日: a holiday because of its neighbours
    own,        ///< added to the calendar by a city, a chain, a restaurant
};
template <>
inline constexpr std::array<std::string_view, 3> names_of<HolidayKind>{"statutory", "derived", "own"};

/// One holiday on one date.
struct Holiday {
    Date date;
    std::string name;
    HolidayKind kind;
    friend bool operator==(const Holiday&, const Holiday&) = default;
};

/// Which dates are holidays, over a span of years: an immutable value whose copies share their table.
///
/// 祝日 here means every day off by law, 振替休日 and 国民の休日 included; 祝前日 is the day before any of them and
/// 祝後日 the day after. Looking a date up is O(1). Nothing is known of dates outside `first_date()`..`last_date()`:
/// `known` refuses them, and to questions about them the answer no means nothing.
class HolidayCalendar {
public:
    /// Works out every holiday of `law`. Cost: some microseconds a decade.
    explicit HolidayCalendar(const HolidayLaw& law);

    /// 国民の祝日, 1948 to 2099.
    [[nodiscard]] static HolidayCalendar japan() { return HolidayCalendar{japan::holiday_law}; }

    /// `date`, of which the calendar knows whether it is a holiday. Errors: `out_of_range`.
    [[nodiscard]] Expected<Date> known(Date date) const;

    /// The holiday on `date`, or null. The pointer lives as long as this calendar or a copy of it.
    [[nodiscard]] const Holiday* find(Date date) const noexcept {
        const auto day = (date - table_->first).count();
        if (day < 0 || day >= static_cast<std::ptrdiff_t>(table_->holiday_of_day.size())) return nullptr;
        const auto holiday = table_->holiday_of_day[static_cast<std::size_t>(day)];
        return holiday == 0 ? nullptr : &table_->holidays[holiday - 1U];
    }
    /// What the holiday is called; none on other days. Lives as long as what `find` gives. Cost: O(1).
    [[nodiscard]] std::optional<std::string_view> name(Date date) const noexcept {
        const auto* holiday = find(date);
        return holiday ? std::optional<std::string_view>{holiday->name} : std::nullopt;
    }
    /// 祝日, 振替休日 and 国民の休日 too. Cost: O(1).
    [[nodiscard]] bool is_holiday(Date date) const noexcept { return find(date) != nullptr; }
    /// 祝前日: tomorrow is a holiday, whatever today is.
    [[nodiscard]] bool is_pre_holiday(Date date) const noexcept { return is_holiday(date + date::days{1}); }
    /// 祝後日: yesterday was a holiday, whatever today is.
    [[nodiscard]] bool is_post_holiday(Date date) const noexcept { return is_holiday(date - date::days{1}); }

    /// Whether the date's year was not yet officially published when this calendar was written.
    [[nodiscard]] bool is_projected(Date date) const noexcept {
        return static_cast<int>(date::year_month_day{date}.year()) > table_->published_through;
    }

    /// Where the calendar begins; nothing is known of what is before.
    [[nodiscard]] Date first_date() const noexcept { return table_->first; }
    /// Its last day; nothing is known of what comes after.
    [[nodiscard]] Date last_date() const noexcept {
        return table_->first + date::days{table_->holiday_of_day.size()} - date::days{1};
    }
    /// In order of their dates.
    [[nodiscard]] const std::vector<Holiday>& holidays() const noexcept { return table_->holidays; }

    /// This calendar with one more day, which replaces what stood on its date. Errors: `out_of_range` for a date of
    /// which nothing is known. Cost: O(holidays); derived holidays are not worked out anew.
    [[nodiscard]] Expected<HolidayCalendar> with(Date date, std::string name) const;
    /// This calendar with a day of one's own every year (県民の日, a chain's founding day).
    [[nodiscard]] HolidayCalendar with(const HolidayArticle& article) const;
    /// This calendar with `date` an ordinary day. Errors: `out_of_range` for a date of which nothing is known.
    [[nodiscard]] Expected<HolidayCalendar> without(Date date) const;

    friend bool operator==(const HolidayCalendar& a, const HolidayCalendar& b) noexcept {
        return a.first_date() == b.first_date() && a.last_date() == b.last_date() && a.holidays() == b.holidays();
    }

private:
    struct Table {
        Date first;
        int published_through;
        std::vector<Holiday> holidays;
        /// For each day since `first`, one more than its place in `holidays`; 0 for none.
        std::vector<std::uint16_t> holiday_of_day;
    };

    HolidayCalendar(Date first, Date last, int published_through, std::vector<Holiday> holidays);
    [[nodiscard]] HolidayCalendar replacing(std::vector<Holiday> holidays) const {
        return {first_date(), last_date(), table_->published_through, std::move(holidays)};
    }

    std::shared_ptr<const Table> table_;
};

namespace detail {

/// 暦象年表による近似式: floor of a linear function of the year, in millionths of a day.
[[nodiscard]] constexpr unsigned equinox_day(Equinox equinox, int year) noexcept {
    const int since_1980 = year - 1980;
    const bool vernal = equinox == Equinox::vernal;
    const int base = year < 1980 ? (vernal ? 20'835'700 : 23'258'800) : (vernal ? 20'843'100 : 23'248'800);
    const int leap_days = year < 1980 ? (year - 1983) / 4 : since_1980 / 4;
    return static_cast<unsigned>((base + 242'194 * since_1980) / 1'000'000 - leap_days);
}

/// The article's date in `year`, if it had one.
[[nodiscard]] constexpr std::optional<Date> date_in_year(const HolidayArticle& article, int year) {
    if (!article.years.contains(year)) return std::nullopt;
    const date::year y{year};
    if (const auto* fixed = std::get_if<FixedDay>(&article.day)) {
        const auto civil = y / fixed->day;
        return civil.ok() ? std::optional{Date{civil}} : std::nullopt;
    }
    if (const auto* nth = std::get_if<NthWeekdayOfMonth>(&article.day)) {
        const auto civil = y / nth->month / nth->weekday;
        return civil.ok() ? std::optional{Date{civil}} : std::nullopt;
    }
    if (const auto* last = std::get_if<LastWeekdayOfMonth>(&article.day)) return Date{y / last->month / last->weekday};
    if (const auto* equinox = std::get_if<Equinox>(&article.day)) {
        const auto month = *equinox == Equinox::vernal ? date::March : date::September;
        return Date{y / month / date::day{equinox_day(*equinox, year)}};
    }
    const auto& single = std::get<SingleDay>(article.day);
    return single.date.year() == y ? std::optional{Date{single.date}} : std::nullopt;
}

/// Adds what `article` derives from the statutory holidays on and around `date`.
inline void derive(const DerivedHolidayArticle& article, Date date, const HolidayCalendar& statutory,
                   std::vector<Holiday>& holidays) {
    const auto add = [&](Date derived) {
        if (derived < Date{article.first} || derived > Date{article.last}) return;
        holidays.push_back({derived, std::string{article.name}, HolidayKind::derived});
    };
    const auto next = date + date::days{1};
    const bool sunday = date::weekday{date} == date::Sunday;
    switch (article.rule) {
        case DerivedHoliday::monday_after_sunday:
            if (sunday && !statutory.is_holiday(next)) add(next);
            break;
        case DerivedHoliday::next_plain_day_after_sunday:
            if (sunday) {
                auto plain = next;
                while (statutory.is_holiday(plain)) plain += date::days{1};
                add(plain);
            }
            break;
        case DerivedHoliday::day_between_holidays:
            if (!statutory.is_holiday(next) && statutory.is_holiday(next + date::days{1}) &&
                date::weekday{next} != date::Sunday) {
                add(next);
            }
            break;
    }
}

}  // namespace detail

inline HolidayCalendar::HolidayCalendar(Date first, Date last, int published_through, std::vector<Holiday> holidays) {
    const auto by_date = [](const Holiday& a, const Holiday& b) { return a.date < b.date; };
    const auto same_date = [](const Holiday& a, const Holiday& b) { return a.date == b.date; };
    std::stable_sort(holidays.begin(), holidays.end(), by_date);
    holidays.erase(std::unique(holidays.begin(), holidays.end(), same_date), holidays.end());

    std::vector<std::uint16_t> holiday_of_day(static_cast<std::size_t>((last - first).count() + 1));
    for (std::size_t i = 0; i < holidays.size(); ++i) {
        holiday_of_day[static_cast<std::size_t>((holidays[i].date - first).count())] =
            static_cast<std::uint16_t>(i + 1);
    }
    table_ =
        std::make_shared<const Table>(Table{first, published_through, std::move(holidays), std::move(holiday_of_day)});
}

inline HolidayCalendar::HolidayCalendar(const HolidayLaw& law) {
    const Date first{date::year{law.years.first} / date::January / 1};
    const Date last{date::year{law.years.last} / date::December / 31};
    std::vector<Holiday> holidays;
    for (int year = law.years.first; year <= law.years.last; ++year) {
        for (const auto& article : law.articles) {
            if (const auto date = detail::date_in_year(article, year)) {
                holidays.push_back({*date, std::string{article.name}, HolidayKind::statutory});
            }
        }
    }
    const HolidayCalendar statutory{first, last, law.published_through, holidays};
    for (const auto& article : law.derived) {
        for (const auto& holiday : statutory.holidays()) detail::derive(article, holiday.date, statutory, holidays);
    }
    std::erase_if(holidays, [&](const Holiday& holiday) { return holiday.date < first || holiday.date > last; });
    *this = HolidayCalendar{first, last, law.published_through, std::move(holidays)};
}

inline Expected<Date> HolidayCalendar::known(Date date) const {
    if (date >= first_date() && date <= last_date()) return date;
    return Unexpected{Error{
        ErrorCode::out_of_range,
        to_string(date) + ": holidays are known from " + to_string(first_date()) + " to " + to_string(last_date()),
        {}}};
}

inline Expected<HolidayCalendar> HolidayCalendar::with(Date date, std::string name) const {
    if (auto inside = known(date); !inside) return Unexpected{std::move(inside).error()};
    auto holidays = table_->holidays;
    std::erase_if(holidays, [&](const Holiday& holiday) { return holiday.date == date; });
    holidays.push_back({date, std::move(name), HolidayKind::own});
    return replacing(std::move(holidays));
}

inline HolidayCalendar HolidayCalendar::with(const HolidayArticle& article) const {
    auto holidays = table_->holidays;
    const auto first_year = static_cast<int>(date::year_month_day{first_date()}.year());
    const auto last_year = static_cast<int>(date::year_month_day{last_date()}.year());
    for (int year = first_year; year <= last_year; ++year) {
        const auto date = detail::date_in_year(article, year);
        if (date && !is_holiday(*date)) holidays.push_back({*date, std::string{article.name}, HolidayKind::own});
    }
    return replacing(std::move(holidays));
}

inline Expected<HolidayCalendar> HolidayCalendar::without(Date date) const {
    if (auto inside = known(date); !inside) return Unexpected{std::move(inside).error()};
    auto holidays = table_->holidays;
    std::erase_if(holidays, [&](const Holiday& holiday) { return holiday.date == date; });
    return replacing(std::move(holidays));
}

}  // namespace denwaban
