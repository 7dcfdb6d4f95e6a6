#pragma once

#include <array>
#include <vector>

#include <denwaban/records/reconcile.hpp>

#include "documents/reservations/shapes.hpp"
#include "record_shapes.hpp"

/// 突合: calls and bookings.
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
    field<&BookingTrace::covers>("covers", or_null, "For what came of calls; it decides nothing here."),
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

}  // namespace denwaban::shapes
