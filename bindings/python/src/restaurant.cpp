#include "restaurant.hpp"

#include <pybind11/operators.h>
#include <pybind11/stl.h>

#include <denwaban/documents/restaurant_json.hpp>
#include <denwaban/restaurant/findings.hpp>
#include <denwaban/zones.hpp>

#include "bindings.hpp"
#include "calendar_of_japan.hpp"
#include "horizon.hpp"
#include "pickles.hpp"
#include "refusal.hpp"
#include "text.hpp"

namespace denwaban::python {

namespace py = pybind11;

AnsweringRestaurant::AnsweringRestaurant(std::shared_ptr<const OpenedRestaurant> of)
    : opened(std::move(of)), hours(py::cast(ZonedHours{opened->hours})) {}

Expected<OpenedRestaurant, Errors> open_in_own_zone(Restaurant restaurant, const HolidayCalendar& country,
                                                    Horizon horizon, const std::string& path) {
    auto zone = load_time_zone(restaurant.zone);
    if (!zone) {
        zone.error().where = JsonPointer{path + "/zone"};
        return Unexpected{Errors{std::move(zone).error()}};
    }
    if (auto unknown = unknown_holidays(restaurant, country, path); !unknown.empty()) {
        return Unexpected{std::move(unknown)};
    }
    return open_restaurant(std::move(restaurant), country, *std::move(zone), horizon);
}

namespace {

[[nodiscard]] AnsweringRestaurant opened_restaurant(const std::string& json, Horizon horizon) {
    const auto open = [&] {
        const py::gil_scoped_release others_may_run;
        return value_of(open_in_own_zone(value_of(restaurant_from_json(json)), calendar_of_japan(), horizon, ""));
    };
    return AnsweringRestaurant{std::make_shared<const OpenedRestaurant>(open())};
}

[[nodiscard]] bool same(const AnsweringRestaurant& a, const AnsweringRestaurant& b) {
    return a.said() == b.said() && a.opened->hours.horizon() == b.opened->hours.horizon();
}

[[nodiscard]] py::object told_problem(const Types& types, const Error& error) {
    return types->problem(text_of(to_string(error.code)), text_of(error.message), text_of(to_string(error.where)));
}

void bind_words(py::class_<AnsweringRestaurant>& restaurant, const Types& types) {
    using Self = const AnsweringRestaurant&;
    restaurant.def_property_readonly("id", [](Self self) { return self.said().id.text; })
        .def_property_readonly("name", [](Self self) { return self.said().name; })
        .def_property_readonly(
            "kana", [](Self self) { return self.said().kana; }, "The name's reading; may be empty.")
        .def_property_readonly("zone", [](Self self) { return self.said().zone; })
        .def_property_readonly(
            "notes", [](Self self) { return py::tuple{py::cast(self.said().notes)}; }, "For the agent to read.")
        .def_property_readonly(
            "findings",
            [types](Self self) {
                py::list findings;
                for (const auto& one : findings_of(self.said())) findings.append(told_problem(types, one));
                return py::tuple{findings};
            },
            "What may be said and yet means nothing: a route of a line that is none of the restaurant's.")
        .def_property_readonly(
            "lines",
            [types](Self self) {
                py::list lines;
                for (const auto& line : self.said().lines) lines.append(types->phone_line(line.number, line.label));
                return py::tuple{lines};
            },
            "Its numbers, as they are dialled.");
}

[[nodiscard]] py::tuple state_of_restaurant(const AnsweringRestaurant& self) {
    const auto& horizon = self.opened->hours.horizon();
    return py::make_tuple(to_json(self.said()), py::make_tuple(horizon.first, horizon.last));
}

}  // namespace

void bind_restaurant(py::module_& module, const Types& types) {
    py::class_<AnsweringRestaurant> restaurant(module, "Restaurant", py::is_final(),
                                               "A restaurant as its telephone needs to know it.");
    restaurant
        .def_static(
            "from_json",
            [](const py::object& source, std::optional<GivenHorizon> horizon) {
                return opened_restaurant(json_text(source), horizon_of(horizon));
            },
            py::arg("source"), py::kw_only(), py::arg("horizon") = py::none(),
            "Reads JSON, or what `json.loads` made of it. The errors are all that are in it.")
        .def_property_readonly("hours", [](const AnsweringRestaurant& self) { return self.hours; })
        .def("to_json", [](const AnsweringRestaurant& self) { return to_json(self.said()); })
        .def("to_dict",
             [](const AnsweringRestaurant& self) {
                 return py::module_::import("json").attr("loads")(to_json(self.said()));
             })
        .def("__eq__", same, py::is_operator())
        .def("__hash__", [](const AnsweringRestaurant& self) { return std::hash<RestaurantId>{}(self.said().id); })
        .def("__repr__", [](const AnsweringRestaurant& self) {
            return py::str("<denwaban.Restaurant {!r} {}>").format(self.said().id.text, self.said().name);
        });
    def_pickle(restaurant, state_of_restaurant, [](const py::tuple& state) {
        return opened_restaurant(json_text(state[0]), horizon_of(state[1].cast<GivenHorizon>()));
    });
    bind_words(restaurant, types);
}

}  // namespace denwaban::python
