#include "status.hpp"

#include <pybind11/operators.h>
#include <pybind11/stl.h>

#include <denwaban/talk/hours_sentence.hpp>

#include "bindings.hpp"
#include "opening.hpp"
#include "pickles.hpp"
#include "refusal.hpp"
#include "text.hpp"

namespace denwaban::python {

namespace py = pybind11;

namespace {

/// The property `name` is the status's own `time` in the restaurant's zone.
template <class Time>
void def_time(py::class_<AnsweredStatus>& status, const char* name, Time time, const char* doc) {
    status.def_property_readonly(
        name, [time](const AnsweredStatus& self) { return self.hours.datetime(time(self.status)); }, doc);
}

void bind_times(py::class_<AnsweredStatus>& status, const Types& types) {
    const auto member = [](auto pointer) { return [pointer](const Status& of) { return of.*pointer; }; };
    def_time(status, "closes_at", member(&Status::closes_at), "While open: when it stops being open.");
    def_time(status, "next_opening", member(&Status::next_opening), "The next time it opens for certain.");
    def_time(status, "next_unknown", member(&Status::next_unknown), "A time before that from which it may be open.");
    def_time(
        status, "last_order", [](const Status& of) { return of.last_orders.main(); }, "Food, else drink, else entry.");
    status.def_property_readonly("last_orders", [types](const AnsweredStatus& self) {
        const auto& orders = self.status.last_orders;
        const auto& hours = self.hours;
        return types->last_orders(hours.datetime(orders.food), hours.datetime(orders.drink),
                                  hours.datetime(orders.entry));
    });
}

[[nodiscard]] py::str describe_status(const py::object& self) {
    return py::str("<denwaban.Status {}, {}, {}, closes_at={}, next_opening={}>")
        .format(self.attr("state").attr("value"), self.attr("business_date"), self.attr("reason"),
                self.attr("closes_at"), self.attr("next_opening"));
}

}  // namespace

void bind_status(py::module_& module, const Types& types) {
    py::class_<AnsweredStatus> status(module, "Status", py::is_final(),
                                      "What holds at a moment; times are in the restaurant's zone.");
    status.def_property_readonly("state", [types](const AnsweredStatus& self) { return types.of(self.status.state); })
        .def_property_readonly(
            "service", [](const AnsweredStatus& self) { return service_name(self.status.service); },
            "The service under way, if there is one and it is known; None also if it has no name.")
        .def_property_readonly(
            "business_date", [](const AnsweredStatus& self) { return self.status.business_date; },
            "The date on which the opening began; while closed, the local date.")
        .def_property_readonly(
            "reason", [](const AnsweredStatus& self) { return denwaban::describe(self.status.reason); },
            "In a few words: 勤労感謝の日の前日.")
        .def_property_readonly(
            "phase",
            [](const AnsweredStatus& self) {
                const auto& phase = self.status.phase;
                return phase ? std::optional{to_string(*phase)} : std::nullopt;
            },
            "While closed: before_opening, between_services, after_closing or closed_all_day; a word to count by.")
        .def_property_readonly(
            "cause", [](const AnsweredStatus& self) { return to_string(self.status.reason.cause); },
            "What kind of thing decided the day.")
        .def_property_readonly(
            "holiday", [](const AnsweredStatus& self) { return unless_empty(self.status.reason.holiday); },
            "The 祝日 that the reason turns on: today's, an eve's tomorrow, the one a closing moved from.")
        .def("__repr__", describe_status);
    def_pickle(
        status,
        [](const AnsweredStatus& self) {
            return py::make_tuple(self.hours, static_cast<std::int64_t>(self.at.time_since_epoch().count()));
        },
        [](const py::tuple& state) {
            const auto hours = state[0].cast<ZonedHours>();
            const Instant at{std::chrono::milliseconds{state[1].cast<std::int64_t>()}};
            return AnsweredStatus{hours, value_of(hours.hours.status(at)), at};
        });
    bind_times(status, types);
}

}  // namespace denwaban::python
