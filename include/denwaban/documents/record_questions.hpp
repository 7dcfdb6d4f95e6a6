#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/records/call_forecast.hpp>
#include <denwaban/records/reconcile.hpp>

namespace denwaban {

/// What can be asked of calls in JSON.
enum class RecordQuestion : std::uint8_t {
    reconcile,       ///< `{calls, bookings, window?}` → which booking came of which call
    queue_forecast,  ///< `{load, agents, threshold}` → what a queue will be like
    staffing,        ///< `{load, goal?}` → how many agents it takes
    call_forecast,   ///< `{history, dates, holidays?}` → calls by quarter hour
    forecast_error,  ///< `{history, weeks, holidays?}` → how far forecasts were off
};
template <>
inline constexpr std::array<std::string_view, 5> names_of<RecordQuestion>{"reconcile", "queue_forecast", "staffing",
                                                                          "call_forecast", "forecast_error"};

/// Answers in JSON, spans in milliseconds: `reconcile`, `queue_forecast`, `staffing_for`, `CallForecast`,
/// `forecast_error`. Errors: theirs, and those of reading, at their places.
[[nodiscard]] Expected<std::string, Errors> answer(RecordQuestion question, std::string_view json);

/// A call or a booking for 突合, and what is near. Errors: those of reading, at their places.
[[nodiscard]] Expected<CallTrace, Errors> call_trace_from_json(std::string_view json);
/// Likewise.
[[nodiscard]] Expected<BookingTrace, Errors> booking_trace_from_json(std::string_view json);
/// A list of them.
[[nodiscard]] Expected<std::vector<BookingTrace>, Errors> booking_traces_from_json(std::string_view json);
/// Likewise.
[[nodiscard]] Expected<ReconcileWindow, Errors> reconcile_window_from_json(std::string_view json);

/// In JSON, spans in milliseconds, null for what is not told.
[[nodiscard]] std::string to_json(const std::vector<CallTrace>& traces);
[[nodiscard]] std::string to_json(const std::vector<Reconciliation>& rows);
[[nodiscard]] std::string to_json(const std::vector<CallsOfDay>& days);

}  // namespace denwaban
