#pragma once

#include <array>
#include <optional>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/hours/hours.hpp>

namespace denwaban::formats {

/// What opens on a date for certain, in ascending order, each before midnight.
using DayServices = std::vector<Service>;

/// The openings of the business dates of a span as formats say them that give an opening two clock times: each shorter
/// than a day, but for a whole one.
struct SpanServices {
    Date first;
    std::vector<DayServices> days;
    std::vector<Date> unknown;  ///< dates on which something may be open: left out
    std::vector<Date> moved;    ///< dates with openings too late or too long, and the dates after, which they are under
};

/// Nothing if `hours` know every date of `span`.
[[nodiscard]] std::optional<Error> refusal(const Hours& hours, Horizon span);

/// An opening that closes after `latest` is cut at midnight. Precondition: there is no `refusal`.
[[nodiscard]] SpanServices services_in(const Hours& hours, Horizon span, MinuteOfDay latest);

/// Whether they open and close at the same times, by the same names.
[[nodiscard]] bool same_openings(const DayServices& some, const DayServices& others);

/// For each weekday, Sunday first: the openings that most of its dates have, with the last orders that most of those
/// have. Nothing for a weekday without dates.
using WeeklyPattern = std::array<std::optional<DayServices>, 7>;
[[nodiscard]] WeeklyPattern weekly_pattern(const SpanServices& span);

/// What the pattern says of a date of the span it was made of.
[[nodiscard]] const DayServices& usual_services(const WeeklyPattern& pattern, Date date);

/// The dates whose openings are not those of the pattern, ascending.
[[nodiscard]] std::vector<Date> special_dates(const SpanServices& span, const WeeklyPattern& pattern);

}  // namespace denwaban::formats
