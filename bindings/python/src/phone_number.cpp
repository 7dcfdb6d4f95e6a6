#include <pybind11/operators.h>

#include <denwaban/core/phone_number.hpp>

#include "bindings.hpp"
#include "pickles.hpp"
#include "refusal.hpp"
#include "text.hpp"

namespace denwaban::python {

namespace py = pybind11;

namespace {

[[nodiscard]] PhoneNumber parse(const py::str& text) { return value_of(PhoneNumber::parse(utf8_of(text))); }

[[nodiscard]] py::str e164(const PhoneNumber& number) { return py::str{number.e164()}; }

}  // namespace

void bind_phone_number(py::module_& module, const Types& types) {
    py::class_<PhoneNumber> number(module, "PhoneNumber", py::is_final(), "A subscriber's number.");
    number
        .def_static("parse", parse, py::arg("text"),
                    "Reads `+81312345678`, `03-1234-5678`, `０９０…`, `010 1 …`, `tel:…`.")
        .def_property_readonly("e164", e164)
        .def_property_readonly("national", &PhoneNumber::national, "As dialled in Japan; E.164 if it is elsewhere.")
        .def_property_readonly("is_japanese", &PhoneNumber::is_japanese)
        .def(py::self == py::self)
        .def(py::self < py::self)
        .def(py::self <= py::self)
        .def(py::self > py::self)
        .def(py::self >= py::self)
        .def("__hash__", std::hash<PhoneNumber>{})
        .def("__str__", e164)
        .def("__repr__", [](const PhoneNumber& self) { return "PhoneNumber('" + std::string{self.e164()} + "')"; });
    def_pickle(number, e164, parse);

    module.def(
        "parse_caller",
        [types](const py::str& text) -> py::object {
            const auto caller = value_of(parse_caller(utf8_of(text)));
            if (const auto* withheld = std::get_if<Withheld>(&caller)) return types.of(withheld->reason);
            return py::cast(std::get<PhoneNumber>(caller));
        },
        py::arg("text"), "A `PhoneNumber`, or why there is none: `anonymous`, 非通知, 公衆電話, an empty text, …");
}

}  // namespace denwaban::python
