#include "text.hpp"

namespace denwaban::python {

namespace py = pybind11;

py::str text_of(std::string_view utf8) {
    auto* text = PyUnicode_DecodeUTF8(utf8.data(), static_cast<py::ssize_t>(utf8.size()), "replace");
    if (text == nullptr) throw py::error_already_set();
    return py::reinterpret_steal<py::str>(text);
}

std::string utf8_of(const py::str& text) {
    auto* bytes = PyUnicode_AsEncodedString(text.ptr(), "utf-8", "surrogatepass");
    if (bytes == nullptr) throw py::error_already_set();
    return std::string{py::reinterpret_steal<py::bytes>(bytes)};
}

std::string json_text(const py::object& source) {
    if (py::isinstance<py::str>(source)) return utf8_of(source);
    if (py::isinstance<py::bytes>(source)) return std::string{py::reinterpret_borrow<py::bytes>(source)};
    return utf8_of(py::module_::import("denwaban._words").attr("json_of")(source));
}

std::string event_text(const py::object& source) {
    if (py::isinstance<py::str>(source) || py::isinstance<py::bytes>(source)) return json_text(source);
    try {
        const auto builtins = py::module_::import("builtins");
        const auto dumps = py::module_::import("json").attr("dumps");
        return utf8_of(dumps(source, py::arg("default") = builtins.attr("str"), py::arg("skipkeys") = true));
    } catch (py::error_already_set& error) {
        if (!error.matches(PyExc_Exception)) throw;
        return {};
    }
}

}  // namespace denwaban::python
