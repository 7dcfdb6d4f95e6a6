#include <algorithm>

#include <pybind11/operators.h>
#include <pybind11/stl.h>

#include "bindings.hpp"
#include "calendar_of_japan.hpp"
#include "pickles.hpp"
#include "refusal.hpp"
#include "text.hpp"

namespace denwaban::python {

namespace py = pybind11;

namespace {

/// An answer about `date` from `days` to the side of it, if the calendar knows both.
template <auto Question, int days = 0>
[[nodiscard]] auto ask(const HolidayCalendar& self, Date date) {
    static_cast<void>(value_of(self.known(date + date::days{days})));
    return (self.*Question)(value_of(self.known(date)));
}

[[nodiscard]] py::list between(const HolidayCalendar& calendar, Date start, Date end, const AnswerTypes& types) {
    if (start <= end) {
        static_cast<void>(value_of(calendar.known(start)));
        static_cast<void>(value_of(calendar.known(end)));
    }
    const auto& holidays = calendar.holidays();
    const auto earlier = [](const Holiday& holiday, Date date) { return holiday.date < date; };
    py::list found;
    for (auto holiday = std::lower_bound(holidays.begin(), holidays.end(), start, earlier);
         holiday != holidays.end() && holiday->date <= end; ++holiday) {
        found.append(types.holiday(holiday->date, holiday->name, name_of(holiday->kind)));
    }
    return found;
}

[[nodiscard]] std::string describe_calendar(const HolidayCalendar& calendar) {
    return "<denwaban.HolidayCalendar " + to_string(calendar.first_date()) + " to " + to_string(calendar.last_date()) +
           ", " + std::to_string(calendar.holidays().size()) + " holidays>";
}

/// What tells a calendar apart from Japan's: the days that it has instead, None where it has none.
[[nodiscard]] py::tuple state_of_calendar(const HolidayCalendar& calendar) {
    const auto& japan = calendar_of_japan();
    py::list changed;
    for (const auto& holiday : calendar.holidays()) {
        const auto* same = japan.find(holiday.date);
        if (same == nullptr || !(*same == holiday)) changed.append(py::make_tuple(holiday.date, holiday.name));
    }
    for (const auto& holiday : japan.holidays()) {
        if (!calendar.is_holiday(holiday.date)) changed.append(py::make_tuple(holiday.date, py::none()));
    }
    return py::make_tuple(changed);
}

[[nodiscard]] HolidayCalendar calendar_from_state(const py::tuple& state) {
    auto calendar = calendar_of_japan();
    for (const auto& item : state[0]) {
        const auto day = item.cast<py::tuple>();
        const auto date = day[0].cast<Date>();
        calendar =
            value_of(day[1].is_none() ? calendar.without(date) : calendar.with(date, day[1].cast<std::string>()));
    }
    return calendar;
}

}  // namespace

void bind_calendar(py::module_& module, const Types& types) {
    const auto date = py::arg("date");
    py::class_<HolidayCalendar> calendar(
        module, "HolidayCalendar", py::is_final(),
        "Which dates are 祝日, 振替休日 and 国民の休日 included. Of dates outside `first_date` to "
        "`last_date` it is asked in vain: DenwabanError, out_of_range.");
    calendar
        .def_static(
            "japan", [] { return calendar_of_japan(); }, "国民の祝日, 1948 to 2099.")
        .def("name", ask<&HolidayCalendar::name>, date)
        .def("is_holiday", ask<&HolidayCalendar::is_holiday>, date)
        .def("is_pre_holiday", ask<&HolidayCalendar::is_pre_holiday, 1>, date, "祝前日: tomorrow is a holiday.")
        .def("is_post_holiday", ask<&HolidayCalendar::is_post_holiday, -1>, date, "祝後日: yesterday was a holiday.")
        .def("is_projected", ask<&HolidayCalendar::is_projected>, date,
             "Whether the year's holidays are not officially published yet.")
        .def(
            "with_day",
            [](const HolidayCalendar& self, Date day, const py::str& name) {
                return value_of(self.with(day, utf8_of(name)));
            },
            date, py::arg("name"), "This calendar with one more day.")
        .def(
            "without_day", [](const HolidayCalendar& self, Date day) { return value_of(self.without(day)); }, date,
            "This calendar with an ordinary day there.")
        .def(
            "between",
            [types](const HolidayCalendar& self, Date start, Date end) { return between(self, start, end, *types); },
            py::arg("start"), py::arg("end"), "The holidays from one date to another, both included.")
        .def_property_readonly("first_date", &HolidayCalendar::first_date)
        .def_property_readonly("last_date", &HolidayCalendar::last_date)
        .def(py::self == py::self)
        .def("__hash__", [](const HolidayCalendar& self) { return self.holidays().size(); })
        .def("__repr__", describe_calendar);
    def_pickle(calendar, state_of_calendar, calendar_from_state);
}

}  // namespace denwaban::python
