#include <denwaban/documents/record_questions.hpp>

#include "forecast_shapes.hpp"
#include "reconcile_shapes.hpp"
#include "staffing_shapes.hpp"

namespace denwaban {

namespace {

/// Of the whole question, since its parts were read.
template <class T>
[[nodiscard]] Expected<T, Errors> of_the_whole(Expected<T> answer) {
    if (!answer) return Unexpected{Errors{std::move(answer).error()}};
    return *std::move(answer);
}

/// Something that is wrong with one of a list.
[[nodiscard]] Unexpected<Errors> wrong_at(Error error, const char* list, std::size_t place) {
    error.where = JsonPointer{list + ("/" + std::to_string(place))};
    return Unexpected{Errors{std::move(error)}};
}

[[nodiscard]] Expected<HolidayCalendar, Errors> calendar_with(const std::vector<Date>& holidays) {
    auto calendar = HolidayCalendar::japan();
    for (std::size_t place = 0; place < holidays.size(); ++place) {
        auto more = calendar.with(holidays[place], "休日");
        if (!more) return wrong_at(std::move(more).error(), "/holidays", place);
        calendar = *std::move(more);
    }
    return calendar;
}

[[nodiscard]] Expected<std::vector<Reconciliation>, Errors> answer_to(const shapes::ReconcileQuestion& question) {
    return reconcile(question.calls, question.bookings, question.window);
}
[[nodiscard]] Expected<QueueForecast, Errors> answer_to(const shapes::QueueQuestion& question) {
    return of_the_whole(queue_forecast(question.load, question.agents, question.threshold));
}
[[nodiscard]] Expected<Staffing, Errors> answer_to(const shapes::StaffingQuestion& question) {
    return of_the_whole(staffing_for(question.load, question.goal));
}
[[nodiscard]] Expected<shapes::ForecastAnswer, Errors> answer_to(const shapes::ForecastQuestion& question) {
    const auto calendar = calendar_with(question.holidays);
    if (!calendar) return Unexpected{calendar.error()};
    const auto forecast = of_the_whole(CallForecast::of(question.history, *calendar));
    if (!forecast) return Unexpected{forecast.error()};
    shapes::ForecastAnswer answer;
    answer.level = forecast->level();
    answer.weekdays.assign(forecast->weekdays().begin(), forecast->weekdays().end());
    answer.holiday = forecast->holiday();
    answer.holiday_eve = forecast->holiday_eve();
    for (std::size_t place = 0; place < question.dates.size(); ++place) {
        auto day = forecast->on(question.dates[place]);
        if (!day) return wrong_at(std::move(day).error(), "/dates", place);
        answer.days.push_back(*std::move(day));
    }
    return answer;
}
[[nodiscard]] Expected<ForecastError, Errors> answer_to(const shapes::ForecastErrorQuestion& question) {
    const auto calendar = calendar_with(question.holidays);
    if (!calendar) return Unexpected{calendar.error()};
    return of_the_whole(forecast_error(question.history, *calendar, question.weeks));
}

template <class Question>
[[nodiscard]] Expected<std::string, Errors> answer_as(std::string_view json) {
    const auto question = shapes::value_from_json<Question>(json);
    if (!question) return Unexpected{question.error()};
    const auto answer = answer_to(*question);
    if (!answer) return Unexpected{answer.error()};
    return shapes::json_of(*answer);
}

}  // namespace

Expected<std::string, Errors> answer(RecordQuestion question, std::string_view json) {
    switch (question) {
        case RecordQuestion::reconcile:
            return answer_as<shapes::ReconcileQuestion>(json);
        case RecordQuestion::queue_forecast:
            return answer_as<shapes::QueueQuestion>(json);
        case RecordQuestion::staffing:
            return answer_as<shapes::StaffingQuestion>(json);
        case RecordQuestion::call_forecast:
            return answer_as<shapes::ForecastQuestion>(json);
        case RecordQuestion::forecast_error:
            break;
    }
    return answer_as<shapes::ForecastErrorQuestion>(json);
}

Expected<CallTrace, Errors> call_trace_from_json(std::string_view json) {
    return shapes::value_from_json<CallTrace>(json);
}
Expected<BookingTrace, Errors> booking_trace_from_json(std::string_view json) {
    return shapes::value_from_json<BookingTrace>(json);
}
Expected<std::vector<BookingTrace>, Errors> booking_traces_from_json(std::string_view json) {
    return shapes::value_from_json<std::vector<BookingTrace>>(json);
}
Expected<ReconcileWindow, Errors> reconcile_window_from_json(std::string_view json) {
    return shapes::value_from_json<ReconcileWindow>(json);
}

std::string to_json(const std::vector<CallTrace>& traces) { return shapes::json_of(traces); }
std::string to_json(const std::vector<Reconciliation>& rows) { return shapes::json_of(rows); }
std::string to_json(const std::vector<CallsOfDay>& days) { return shapes::json_of(days); }

}  // namespace denwaban
