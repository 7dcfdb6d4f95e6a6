#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <date/date.h>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/time_zone.hpp>
#include <denwaban/records/call_facts.hpp>
#include <denwaban/records/call_results.hpp>
#include <denwaban/restaurant/directory.hpp>

namespace denwaban {

/// What a report is about.
struct CallReportTerms {
    date::year_month month;
    Duration threshold = std::chrono::seconds{20};  ///< in time is within
    ResultTerms told{};
    /// Whether anybody told what was booked; else nothing is said of bookings.
    enum class Bookings : std::uint8_t { told, unknown } bookings = Bookings::told;
    friend bool operator==(const CallReportTerms&, const CallReportTerms&) = default;
};

/// A month of calls as one HTML document in Japanese that needs nothing but itself: figures, what calls brought, the
/// funnel, the week by hours, the quarter hours, and tables by restaurant, kind of day, queue, agent and disposition.
/// Calls of other months, and of what is not told, are only looked at for who called again; a mean day is one of all
/// the month's days that are told. With a directory restaurants have their names. Cost: n log n.
[[nodiscard]] std::string call_report_html(std::span<const PlacedCall> calls, const Brought& brought,
                                           const CallReportTerms& terms, const TimeZone& zone,
                                           const Directory* directory = nullptr);

/// Its pictures as text for a terminal: the funnel, the week, the quarter hours. Cost: n log n.
[[nodiscard]] std::string call_report_text(std::span<const PlacedCall> calls, const Brought& brought,
                                           const CallReportTerms& terms, const TimeZone& zone);

/// `call_report_html` of all calls that are known; what is asked is a `ResultsQuestion`, whose group counts for
/// nothing.
///
/// Errors: those of reading, at their places.
[[nodiscard]] Expected<std::string, Errors> call_report_html(const CallFacts& facts, const Directory* directory,
                                                             const TimeZone& zone, date::year_month month,
                                                             Duration threshold, std::string_view question);

}  // namespace denwaban
