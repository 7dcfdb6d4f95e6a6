#pragma once

#include <array>
#include <optional>
#include <vector>

#include <denwaban/documents/call_results_json.hpp>

#include "reconcile_shapes.hpp"

/// What came of calls.
namespace denwaban::shapes {

inline constexpr std::array call_results_fields{
    field<&CallResults::calls>("calls", required, any_count, "That came in."),
    field<&CallResults::booked>("booked", required, any_count, "Of them, that a booking came of."),
    field<&CallResults::bookings>("bookings", required, any_count),
    field<&CallResults::covers>("covers", required, any_count, "Of those bookings that tell."),
    field<&CallResults::first>("first", required, any_count, "Answered, and none of that number in the time before."),
    field<&CallResults::resolved>("resolved", required, any_count, "Of them, none in the time after either."),
    field<&CallResults::first_unknown>("first_unknown", required, any_count,
                                       "Answered, without a number or near an end of what is told."),
    field<&CallResults::lost>("lost", required, any_count, "Nobody answered, and the customer left."),
    field<&CallResults::called_again>("called_again", required, any_count, "Of them, in the time after."),
    field<&CallResults::booked_later>("booked_later", required, any_count,
                                      "Of them, and a booking came of such a call."),
    field<&CallResults::lost_unknown>("lost_unknown", required, any_count,
                                      "Lost, without a number or near the end of what is told."),
};
template <>
inline constexpr Shape shape_of<CallResults> = record<CallResults>("CallResults", "What came of calls.",
                                                                   call_results_fields);

void check_result_terms(const Node& node, ResultTerms& terms);
inline constexpr std::array result_terms_fields{
    field<&ResultTerms::from>("from", required, "All calls that began from here"),
    field<&ResultTerms::until>("until", required, "to here are told; these count, and no others."),
    field<&ResultTerms::again>("again", or_else, milliseconds, "How long after a call another is about the same."),
    field<&ResultTerms::channel>("channel", or_null, "Only what came in through it."),
};
template <>
inline constexpr Shape shape_of<ResultTerms> = checked<ResultTerms, check_result_terms>(
    record<ResultTerms>("ResultTerms", "What is told of calls.", result_terms_fields));

inline constexpr std::array results_question_fields{
    field<&ResultsQuestion::bookings>("bookings", required),
    field<&ResultsQuestion::window>("window", or_else, "What is near, of 突合."),
    field<&ResultsQuestion::terms>("terms", required),
    field<&ResultsQuestion::group>("group", or_null, "By what calls are counted; null for all together."),
};
template <>
inline constexpr Shape shape_of<ResultsQuestion> = record<ResultsQuestion>("ResultsQuestion", "",
                                                                           results_question_fields);

}  // namespace denwaban::shapes
