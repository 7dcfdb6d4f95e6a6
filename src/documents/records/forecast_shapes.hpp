#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include <denwaban/records/call_forecast.hpp>

#include "record_shapes.hpp"

/// How many calls will come.
namespace denwaban::shapes {

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
