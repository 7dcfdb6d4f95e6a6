#pragma once

#include <array>

#include <denwaban/records/staffing.hpp>

#include "record_shapes.hpp"

/// How many agents a queue needs.
namespace denwaban::shapes {

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

}  // namespace denwaban::shapes
