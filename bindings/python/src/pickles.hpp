#pragma once

#include <utility>

#include <pybind11/pybind11.h>

namespace denwaban::python {

/// `state` is what `restore` makes the value of again. No object without a value is made on the way, as `py::pickle`
/// does.
template <class Class, class State, class Restore>
void def_pickle(pybind11::class_<Class>& cls, State state, Restore restore) {
    namespace py = pybind11;
    cls.def_static("_restored", std::move(restore));
    cls.def("__reduce__", [state = std::move(state)](const py::object& self) {
        const auto restored = py::module_::import("operator").attr("methodcaller");
        return py::make_tuple(restored("_restored", state(self.cast<const Class&>())),
                              py::make_tuple(py::type::of(self)));
    });
}

}  // namespace denwaban::python
