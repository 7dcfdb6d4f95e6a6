#include "refusal.hpp"

#include <pybind11/pybind11.h>

#include "text.hpp"

namespace denwaban::python {

namespace py = pybind11;

namespace {

void raise(const Errors& errors) {
    py::list problems;
    for (const auto& error : errors) {
        problems.append(
            py::make_tuple(text_of(to_string(error.code)), text_of(error.message), text_of(to_string(error.where))));
    }
    const auto type = py::module_::import("denwaban._errors").attr("DenwabanError");
    py::set_error(type, type(py::tuple{problems}));
}

}  // namespace

void translate_refusals() {
    py::register_local_exception_translator([](std::exception_ptr thrown) {
        try {
            if (thrown) std::rethrow_exception(thrown);
        } catch (const Refusal& refusal) {
            raise(refusal.errors);
        }
    });
}

}  // namespace denwaban::python
