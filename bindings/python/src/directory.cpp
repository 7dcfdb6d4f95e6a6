#include "directory.hpp"

#include <pybind11/stl.h>

#include <denwaban/documents/restaurant_json.hpp>

#include "bindings.hpp"
#include "calendar_of_japan.hpp"
#include "horizon.hpp"
#include "pickles.hpp"
#include "refusal.hpp"
#include "restaurant.hpp"
#include "text.hpp"

namespace denwaban::python {

namespace py = pybind11;

AnsweringDirectory::AnsweringDirectory(Directory of) : directory(std::make_shared<const Directory>(std::move(of))) {
    py::list list;
    for (const auto& opened : directory->restaurants()) {
        list.append(AnsweringRestaurant{std::shared_ptr<const OpenedRestaurant>{directory, &opened}});
    }
    restaurants = py::tuple{list};
}

namespace {

[[nodiscard]] Directory open_all(std::vector<Restaurant> restaurants, Horizon horizon) {
    std::vector<OpenedRestaurant> opened;
    Errors errors;
    for (std::size_t i = 0; i < restaurants.size(); ++i) {
        auto one = open_in_own_zone(std::move(restaurants[i]), calendar_of_japan(), horizon, "/" + std::to_string(i));
        if (one) {
            opened.push_back(*std::move(one));
        } else {
            errors.insert(errors.end(), one.error().begin(), one.error().end());
        }
    }
    if (!errors.empty()) throw Refusal{std::move(errors)};
    return value_of(Directory::make(std::move(opened)));
}

[[nodiscard]] AnsweringDirectory opened_directory(const std::string& json, Horizon horizon) {
    const auto open = [&] {
        const py::gil_scoped_release others_may_run;
        return open_all(value_of(restaurants_from_json(json)), horizon);
    };
    return AnsweringDirectory{open()};
}

[[nodiscard]] AnsweringDirectory of_restaurants(const py::iterable& restaurants) {
    std::vector<OpenedRestaurant> opened;
    for (const auto& restaurant : restaurants) {
        if (!py::isinstance<AnsweringRestaurant>(restaurant)) throw py::type_error("only Restaurants are wanted");
        opened.push_back(*restaurant.cast<const AnsweringRestaurant&>().opened);
    }
    return AnsweringDirectory{value_of(Directory::make(std::move(opened)))};
}

[[nodiscard]] const OpenedRestaurant* find(const Directory& directory, const py::str& number_or_id) {
    const auto text = utf8_of(number_or_id);
    if (const auto* found = directory.find(RestaurantId{text})) return found;
    const auto number = PhoneNumber::parse(text);
    return number ? directory.find(*number) : nullptr;
}

[[nodiscard]] py::object to_python(const AnsweringDirectory& self, const OpenedRestaurant* found) {
    if (found == nullptr) return py::none();
    return self.restaurants[static_cast<std::size_t>(found - self.directory->restaurants().data())];
}

}  // namespace

void bind_directory(py::module_& module) {
    using Self = const AnsweringDirectory&;
    const auto wanted = py::arg("number_or_id");
    py::class_<AnsweringDirectory> directory(module, "Directory", py::is_final(),
                                             "Restaurants, found by the number dialled or by id.");
    directory.def(py::init(&of_restaurants), py::arg("restaurants"))
        .def_static(
            "from_json",
            [](const py::object& source, std::optional<GivenHorizon> horizon) {
                return opened_directory(json_text(source), horizon_of(horizon));
            },
            py::arg("source"), py::kw_only(), py::arg("horizon") = py::none(),
            "Reads a JSON array of restaurants, or what `json.loads` made of it.")
        .def(
            "find", [](Self self, const PhoneNumber& number) { return to_python(self, self.directory->find(number)); },
            wanted)
        .def(
            "find", [](Self self, const py::str& text) { return to_python(self, find(*self.directory, text)); }, wanted,
            "The restaurant of that id, else of that number; None if there is neither.")
        .def_property_readonly("restaurants", [](Self self) { return self.restaurants; })
        .def("__len__", [](Self self) { return self.restaurants.size(); })
        .def("__iter__", [](Self self) { return py::iter(self.restaurants); })
        .def(
            "__eq__", [](Self a, Self b) { return a.restaurants.equal(b.restaurants); }, py::is_operator())
        .def("__hash__", [](Self self) { return py::hash(self.restaurants); })
        .def("__repr__", [](Self self) {
            return "<denwaban.Directory of " + std::to_string(self.restaurants.size()) + " restaurants>";
        });
    def_pickle(
        directory, [](Self self) { return self.restaurants; },
        [](const py::tuple& restaurants) { return of_restaurants(restaurants); });
}

}  // namespace denwaban::python
