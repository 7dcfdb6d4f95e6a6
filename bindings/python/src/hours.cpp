#include <tuple>

#include <pybind11/stl.h>

#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/documents/rules_json.hpp>
#include <denwaban/reservation/periods_of.hpp>
#include <denwaban/talk/hours_sentence.hpp>

#include "bindings.hpp"
#include "compiler.hpp"
#include "horizon.hpp"
#include "opening.hpp"
#include "pickles.hpp"
#include "refusal.hpp"
#include "status.hpp"
#include "text.hpp"

namespace denwaban::python {

namespace py = pybind11;

namespace {

[[nodiscard]] Announcement announcement(const ZonedHours& self, At at) {
    return announce(self.hours, value_of(self.hours.status(at.instant)), at.instant);
}

[[nodiscard]] std::string describe_hours(const ZonedHours& self) {
    const auto& horizon = self.hours.horizon();
    return "<denwaban.Hours " + std::string{self.hours.zone().name()} + ", " + to_string(horizon.first) + " to " +
           to_string(horizon.last) + ">";
}

[[nodiscard]] py::tuple state_of_hours(const ZonedHours& self) {
    const auto& [rules, horizon] = std::tie(self.hours.rules(), self.hours.horizon());
    return py::make_tuple(to_json(rules), self.hours.zone().name(), self.hours.calendar(),
                          py::make_tuple(horizon.first, horizon.last));
}

[[nodiscard]] ZonedHours hours_from_state(const py::tuple& state) {
    const auto horizon = state[3].cast<GivenHorizon>();
    return ZonedHours{Compiler{}(value_of(rules_from_json(state[0].cast<std::string>())), state[1].cast<std::string>(),
                                 state[2].cast<HolidayCalendar>(), {horizon.first, horizon.second})};
}

void bind_moments(HoursClass& hours, const Types& types) {
    const auto at = py::arg("at");
    hours
        .def(
            "is_open", [](const ZonedHours& self, At when) { return value_of(self.hours.is_open(when.instant)); }, at,
            "Open for certain.")
        .def(
            "state",
            [types](const ZonedHours& self, At when) { return types.of(value_of(self.hours.state(when.instant))); }, at)
        .def(
            "status",
            [](const ZonedHours& self, At when) {
                return AnsweredStatus{self, value_of(self.hours.status(when.instant)), when.instant};
            },
            at, "Everything at once.")
        .def(
            "next_change",
            [](const ZonedHours& self, At when) {
                return self.datetime(value_of(self.hours.next_change(when.instant)));
            },
            at, "When the state next becomes another; None if it does not within the horizon.")
        .def(
            "next_opening",
            [](const ZonedHours& self, At when) {
                return self.datetime(value_of(self.hours.next_opening(when.instant)));
            },
            at, "When it next opens for certain, not counting an opening under way.");
}

void bind_stretches(HoursClass& hours, const Types& types) {
    hours
        .def(
            "intervals",
            [types](const ZonedHours& self, At start, At end) {
                return to_python(value_of(self.hours.intervals(start.instant, end.instant)), self, *types);
            },
            py::arg("start"), py::arg("end"), "Every stretch of being open or unknown, in order, cut to fit.")
        .def(
            "openings_on",
            [types](const ZonedHours& self, Date date) {
                return to_python(value_of(self.hours.openings_on(date)), self, *types);
            },
            py::arg("date"), "The openings of a business date, each whole, some possibly past midnight.")
        .def(
            "periods",
            [](const ZonedHours& self, Date date) {
                const auto periods = to_json(value_of(periods_of(self.hours, date)));
                return py::module_::import("json").attr("loads")(text_of(periods));
            },
            py::arg("date"), "The services of a business date as a reservation book needs them.");
}

void bind_sentences(HoursClass& hours) {
    const auto at = py::arg("at");
    hours
        .def(
            "say", [](const ZonedHours& self, At when) { return announcement(self, when).text(); }, at,
            "What a caller should hear.")
        .def(
            "ssml", [](const ZonedHours& self, At when) { return announcement(self, when).ssml(); }, at,
            "The same for Amazon Polly.");
}

}  // namespace

HoursClass bind_hours(py::module_& module, const Types& types) {
    HoursClass hours(module, "Hours", py::is_final(),
                     "A restaurant's hours: immutable, safe to ask from many threads at once.");
    hours
        .def_static(
            "from_json",
            [compile = Compiler{}](const py::object& rules, const std::string& zone, const GivenCalendar& calendar,
                                   std::optional<GivenHorizon> horizon) {
                return ZonedHours{
                    compile(value_of(rules_from_json(json_text(rules))), zone, calendar, horizon_of(horizon))};
            },
            py::arg("rules"), py::kw_only(), py::arg("zone") = "Asia/Tokyo", py::arg("calendar") = py::none(),
            py::arg("horizon") = py::none(), "Compiles rules alone; the calendar is Japan's if none is given.")
        .def_property_readonly(
            "horizon",
            [types](const ZonedHours& self) {
                return types->horizon(self.hours.horizon().first, self.hours.horizon().last);
            },
            "The business dates that can be asked for, both included.")
        .def_property_readonly("zone", [](const ZonedHours& self) { return self.hours.zone().name(); })
        .def("__repr__", describe_hours);
    def_pickle(hours, state_of_hours, hours_from_state);
    bind_moments(hours, types);
    bind_stretches(hours, types);
    bind_sentences(hours);
    return hours;
}

}  // namespace denwaban::python
