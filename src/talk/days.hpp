#pragma once

#include <optional>
#include <vector>

#include "reading.hpp"

namespace denwaban::talk {

/// Days that some words say.
struct DayMention {
    std::vector<Date> dates;
    std::optional<Decider> decider;
    Stretch tokens;
};

/// Reads days one after the other, each in the light of those before: 12月5日か6日.
class DayReader {
public:
    explicit DayReader(const Reading& reading);

    /// The day that is named from a token on, if one is.
    [[nodiscard]] std::optional<DayMention> read(std::size_t at);

    /// The base of その日: what was said last, else what was known.
    void remember(const std::vector<Date>& dates);

private:
    using Dates = std::vector<Date>;
    struct Found {
        Dates dates;
        std::size_t end;
        std::optional<Decider> decider{};
    };

    [[nodiscard]] std::optional<Found> base(std::size_t at);
    [[nodiscard]] bool is_wished() const;
    [[nodiscard]] std::optional<Found> dated_weekday(std::size_t at) const;
    [[nodiscard]] std::optional<Found> by_month(std::size_t at);
    [[nodiscard]] std::optional<Found> by_name(std::size_t at);
    [[nodiscard]] std::optional<Found> in_year(std::size_t at);
    [[nodiscard]] std::optional<Found> in_month(std::optional<int> year, unsigned month, std::size_t at);
    /// 年明け, and not 来年.
    [[nodiscard]] bool is_new_year(std::size_t at) const;
    /// 12月24で: what may follow a day of a month that is not called one.
    [[nodiscard]] bool is_end_of_day(std::size_t at) const;
    [[nodiscard]] std::optional<Found> day_of_month(std::size_t at);
    [[nodiscard]] std::optional<Found> in_week(std::size_t at);
    /// 来週の月火水のどこか.
    [[nodiscard]] std::optional<Found> in_listed_weekdays(Date monday, std::size_t at) const;
    [[nodiscard]] Found in_same_weekday(Dates dates, std::size_t end) const;
    [[nodiscard]] std::optional<Found> coming(std::size_t at);
    [[nodiscard]] std::optional<Found> ordinal(std::size_t at);
    [[nodiscard]] std::optional<Found> in_span(std::size_t at, Dates dates);
    [[nodiscard]] std::optional<Found> after(std::size_t at);
    [[nodiscard]] std::optional<Found> counted_from(std::size_t at);
    [[nodiscard]] std::optional<Found> known(std::size_t at) const;
    [[nodiscard]] std::optional<Found> bare_number(std::size_t at);
    [[nodiscard]] Found in_third(Date month, int third, std::size_t at) const;
    [[nodiscard]] Found at_month_end(Date month, std::size_t at) const;
    [[nodiscard]] std::size_t behind_the_day(std::size_t end) const;
    void count_on(Found& found) const;
    void shift(Found& found) const;
    void shift_to_weekday(Found& found, std::size_t offset) const;
    void shift_week(Found& found, std::size_t offset) const;
    void check_weekday(Found& found, bool day_alone) const;

    [[nodiscard]] Dates weekday_of_week(int week, unsigned weekday) const;
    [[nodiscard]] Dates next_weekday(unsigned weekday) const;
    [[nodiscard]] std::optional<Date> next_day(unsigned day) const;
    [[nodiscard]] std::optional<Date> date_in(std::optional<int> year, unsigned month, unsigned day) const;
    [[nodiscard]] std::optional<Date> next_holiday() const;
    [[nodiscard]] Dates span(int which) const;
    [[nodiscard]] Dates long_weekends(Date month) const;
    [[nodiscard]] bool is_off(Date date) const;
    [[nodiscard]] Date month_start(int months) const;

    const Reading& reading_;
    Date today_;
    std::optional<Date> known_;
    std::optional<Date> month_said_;
    std::optional<int> week_said_;
    std::optional<bool> wished_;  ///< whether a day behind us is wished for, once that was looked at
};

}  // namespace denwaban::talk
