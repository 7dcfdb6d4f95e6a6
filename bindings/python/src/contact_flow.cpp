#include <denwaban/connect/contact_flow.hpp>

#include "bindings.hpp"
#include "directory.hpp"
#include "text.hpp"

namespace denwaban::python {

namespace py = pybind11;

namespace {

[[nodiscard]] py::dict answer(const py::object& event, const AnsweringDirectory& directory, At at) {
    const auto json = event_text(event);
    const auto ask = [&] {
        const py::gil_scoped_release others_may_run;
        return contact_flow(json, *directory.directory, at.instant);
    };
    py::dict attributes;
    for (const auto& [key, value] : ask()) attributes[text_of(key)] = text_of(value);
    return attributes;
}

}  // namespace

void bind_contact_flow(py::module_& module) {
    module.def("contact_flow", answer, py::arg("event"), py::arg("directory"), py::arg("at"),
               "Answers what Amazon Connect sends to a Lambda. Whatever the event says, there is an answer: `result` "
               "is `answered`, `unknown_number`, `malformed_event` or `beyond_horizon`.");
}

}  // namespace denwaban::python
