#pragma once

#include <array>
#include <vector>

#include <denwaban/records/call_forecast.hpp>
#include <denwaban/records/reconcile.hpp>
#include <denwaban/records/staffing.hpp>

#include "record_shapes.hpp"

/// What is asked of calls, and the answers: 突合, forecasts, staffing.
namespace denwaban::shapes {

inline constexpr std::array call_trace_fields{
    field<&CallTrace::call>("call", required),
    field<&CallTrace::began>("began", required),
    field<&CallTrace::ended>("ended", required),
    field<&CallTrace::contacts>("contacts", or_else, "Its legs."),
    field<&CallTrace::customer>("customer", or_null, "Null where no number is shown."),
    field<&CallTrace::restaurant>("restaurant", or_null, "Null where nobody knows: it may have been for any."),
    field<&CallTrace::booking>("booking", or_null, "That its attributes name."),
};
template <>
inline constexpr Shape shape_of<CallTrace> = record<CallTrace>("CallTrace",
                                                               "A call, as far as its bookings are looked for.",
                                                               call_trace_fields);

inline constexpr std::array booking_trace_fields{
    field<&BookingTrace::booking>("booking", required),
    field<&BookingTrace::made>("made", required, "When it was first said."),
    field<&BookingTrace::restaurant>("restaurant", required),
    field<&BookingTrace::phone>("phone", or_null),
    field<&BookingTrace::contact>("contact", or_null, "The contact that it was made in, if it says so."),
};
template <>
inline constexpr Shape shape_of<BookingTrace> = record<BookingTrace>("BookingTrace",
                                                                     "A booking, as far as its call is looked for.",
                                                                     booking_trace_fields);

inline constexpr std::array reconciliation_fields{
    field<&Reconciliation::call>("call", nullable),
    field<&Reconciliation::booking>("booking", nullable),
    field<&Reconciliation::why>("why", required),
    field<&Reconciliation::gap>("gap", required, milliseconds, "From the end of the call to the booking."),
};
template <>
inline constexpr Shape shape_of<Reconciliation> = record<Reconciliation>(
    "Reconciliation", "A booking with its call, a booking without, or a call without.", reconciliation_fields);

inline constexpr std::array reconcile_window_fields{
    field<&ReconcileWindow::after_call>("after_call", or_else, milliseconds,
                                        "How long after a call its booking may be written down."),
    field<&ReconcileWindow::named>("named", or_else, milliseconds, "Likewise where one names the other."),
    field<&ReconcileWindow::skew>("skew", or_else, milliseconds, "How far the two clocks may be apart."),
    field<&ReconcileWindow::longest_call>("longest_call", or_else, milliseconds),
};
template <>
inline constexpr Shape shape_of<ReconcileWindow> = record<ReconcileWindow>("ReconcileWindow",
                                                                           "What is near, in milliseconds.",
                                                                           reconcile_window_fields);

struct ReconcileQuestion {
    std::vector<CallTrace> calls;
    std::vector<BookingTrace> bookings;
    ReconcileWindow window;
};
inline constexpr std::array reconcile_question_fields{
    field<&ReconcileQuestion::calls>("calls", required),
    field<&ReconcileQuestion::bookings>("bookings", required),
    field<&ReconcileQuestion::window>("window", or_else),
};
template <>
inline constexpr Shape shape_of<ReconcileQuestion> = record<ReconcileQuestion>("ReconcileQuestion", "",
                                                                               reconcile_question_fields);

inline constexpr std::array workload_fields{
    field<&Workload::calls>("calls", required, "Expected to come in the interval."),
    field<&Workload::interval>("interval", required, milliseconds),
    field<&Workload::handle_time>("handle_time", required, milliseconds, "AHT, after-contact work and all."),
    field<&Workload::patience>("patience", or_null, milliseconds, "Until a mean caller gives up; null: never."),
};
template <>
inline constexpr Shape shape_of<Workload> = record<Workload>("Workload", "What comes to a queue, in milliseconds.",
                                                             workload_fields);

inline constexpr std::array staffing_goal_fields{
    field<&StaffingGoal::service_level>("service_level", or_else, "The share to be answered within the threshold."),
    field<&StaffingGoal::threshold>("threshold", or_else, milliseconds),
    field<&StaffingGoal::occupancy>("occupancy", or_else, "The most of an agent's time that calls may take."),
    field<&StaffingGoal::shrinkage>("shrinkage", or_else, "縮小率: of paid time, what takes no calls."),
};
template <>
inline constexpr Shape shape_of<StaffingGoal> = record<StaffingGoal>("StaffingGoal", "What is promised.",
                                                                     staffing_goal_fields);

inline constexpr std::array queue_forecast_fields{
    field<&QueueForecast::occupancy>("occupancy", required),
    field<&QueueForecast::waiting>("waiting", required, "Of all calls, how many find no agent free."),
    field<&QueueForecast::service_level>("service_level", required),
    field<&QueueForecast::abandoned>("abandoned", required),
    field<&QueueForecast::wait>("wait", nullable, "In seconds; null where the queue only grows."),
};
template <>
inline constexpr Shape shape_of<QueueForecast> = record<QueueForecast>("QueueForecast", "What a queue will be like.",
                                                                       queue_forecast_fields);

inline constexpr std::array staffing_fields{
    field<&Staffing::agents>("agents", required, any_count),
    field<&Staffing::rostered>("rostered", required, any_count),
    field<&Staffing::queue>("queue", required),
};
template <>
inline constexpr Shape shape_of<Staffing> = record<Staffing>("Staffing", "How many it takes.", staffing_fields);

struct QueueQuestion {
    Workload load;
    int agents = 0;
    Duration threshold{};
};
inline constexpr std::array queue_question_fields{
    field<&QueueQuestion::load>("load", required),
    field<&QueueQuestion::agents>("agents", required, whole(1, most_agents)),
    field<&QueueQuestion::threshold>("threshold", required, milliseconds),
};
template <>
inline constexpr Shape shape_of<QueueQuestion> = record<QueueQuestion>("QueueQuestion", "", queue_question_fields);

struct StaffingQuestion {
    Workload load;
    StaffingGoal goal;
};
inline constexpr std::array staffing_question_fields{
    field<&StaffingQuestion::load>("load", required),
    field<&StaffingQuestion::goal>("goal", or_else),
};
template <>
inline constexpr Shape shape_of<StaffingQuestion> = record<StaffingQuestion>("StaffingQuestion", "",
                                                                             staffing_question_fields);

using Quarters = std::array<double, quarters_a_day>;
inline void read_quarters(const Node& node, Quarters& quarters) {
    if (!node.is_array()) return;
    std::size_t count = 0;
    node.each([&](const Node& calls) {
        const double number = calls.number();
        if (count < quarters_a_day) quarters[count] = number;
        ++count;
    });
    if (count != quarters_a_day) node.fail(ErrorCode::invalid_value, "must have 96 quarter hours");
}
inline void write_quarters(const Quarters& quarters, Sink& sink, const Value*) {
    sink.open_list(quarters_a_day);
    for (const double calls : quarters) sink.number(calls);
    sink.close_list();
}
template <>
inline constexpr Shape shape_of<Quarters> = by_hand<Quarters, read_quarters, write_quarters>(
    shape_as<std::vector<double>>(Some<ByType{}>{quarters_a_day, quarters_a_day}));

inline constexpr std::array calls_of_day_fields{
    field<&CallsOfDay::date>("date", required),
    field<&CallsOfDay::quarters>("quarters", required, "By the quarter hour of the wall clock, from midnight on."),
};
template <>
inline constexpr Shape shape_of<CallsOfDay> = record<CallsOfDay>("CallsOfDay", "Calls that came in, or will.",
                                                                 calls_of_day_fields);

struct ForecastQuestion {
    std::vector<CallsOfDay> history;
    std::vector<Date> dates;
    std::vector<Date> holidays;
};
inline constexpr std::array forecast_question_fields{
    field<&ForecastQuestion::history>("history", required),
    field<&ForecastQuestion::dates>("dates", required, "Of which calls are wanted."),
    field<&ForecastQuestion::holidays>("holidays", or_else, "Days beside Japan's 祝日 that count as such."),
};
template <>
inline constexpr Shape shape_of<ForecastQuestion> = record<ForecastQuestion>("ForecastQuestion", "",
                                                                             forecast_question_fields);

struct ForecastAnswer {
    double level = 0;
    std::vector<double> weekdays;
    double holiday = 1;
    double holiday_eve = 1;
    std::vector<CallsOfDay> days;
};
inline constexpr std::array forecast_answer_fields{
    field<&ForecastAnswer::level>("level", required, "Calls of a mean day, now."),
    field<&ForecastAnswer::weekdays>("weekdays", required, "Sunday first; 1 is the mean."),
    field<&ForecastAnswer::holiday>("holiday", required, "What a 祝日 has more than a Sunday."),
    field<&ForecastAnswer::holiday_eve>("holiday_eve", required, "What a 祝前日 has more than a Friday."),
    field<&ForecastAnswer::days>("days", required),
};
template <>
inline constexpr Shape shape_of<ForecastAnswer> = record<ForecastAnswer>("CallForecast", "What is expected.",
                                                                         forecast_answer_fields);

struct ForecastErrorQuestion {
    std::vector<CallsOfDay> history;
    int weeks = 0;
    std::vector<Date> holidays;
};
inline constexpr std::array forecast_error_question_fields{
    field<&ForecastErrorQuestion::history>("history", required),
    field<&ForecastErrorQuestion::weeks>("weeks", required, whole(1, 520)),
    field<&ForecastErrorQuestion::holidays>("holidays", or_else),
};
template <>
inline constexpr Shape shape_of<ForecastErrorQuestion> = record<ForecastErrorQuestion>("ForecastErrorQuestion", "",
                                                                                       forecast_error_question_fields);

inline constexpr std::array forecast_error_fields{
    field<&ForecastError::by_day>("by_day", nullable),
    field<&ForecastError::by_quarter_hour>("by_quarter_hour", nullable),
    field<&ForecastError::naive_by_day>("naive_by_day", nullable, "Of what was a week before."),
    field<&ForecastError::naive_by_quarter_hour>("naive_by_quarter_hour", nullable),
    field<&ForecastError::days>("days", required, any_count),
};
template <>
inline constexpr Shape shape_of<ForecastError> = record<ForecastError>("ForecastError", "How far forecasts were off.",
                                                                       forecast_error_fields);

}  // namespace denwaban::shapes
