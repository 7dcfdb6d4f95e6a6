#include <denwaban/documents/talk_json.hpp>

#include "bindings.hpp"
#include "refusal.hpp"
#include "text.hpp"

/// What `_talk.py` is made of.
namespace denwaban::python {

namespace py = pybind11;

namespace {

[[nodiscard]] py::str hear(const py::str& text, const py::object& hearing, const ZonedHours* hours) {
    const auto note = value_of(hearing_from_json(json_text(hearing)));
    return text_of(to_json(value_of(understand(utf8_of(text), note, hours != nullptr ? &hours->hours : nullptr))));
}

}  // namespace

void bind_talk(py::module_& module) {
    module.def("understand", &hear, py::arg("text"), py::arg("hearing"), py::arg("hours").none(true), py::pos_only());
}

}  // namespace denwaban::python
