#include <pybind11/stl.h>

#include <denwaban/documents/customers_json.hpp>

#include "bindings.hpp"
#include "day_books.hpp"
#include "refusal.hpp"
#include "text.hpp"

/// What `_customers.py` is made of.
namespace denwaban::python {

namespace py = pybind11;

void bind_customers(py::module_& module) {
    using Self = const Customers&;
    py::class_<Customers>(module, "CustomersCore", py::is_final())
        .def_static("from_json",
                    [](const py::object& source) { return value_of(customers_from_json(json_text(source))); })
        .def("put",
             [](Customers& self, const py::object& customer) {
                 static_cast<void>(value_of(self.put(value_of(customer_from_json(json_text(customer))))));
             })
        .def("find",
             [](Self self, const py::str& id) {
                 const auto* found = self.find({utf8_of(id)});
                 return found != nullptr ? py::object{text_of(to_json(*found))} : py::none();
             })
        .def("by_phone",
             [](Self self, const py::str& number) {
                 return text_of(to_json(self.by_phone(value_of(PhoneNumber::parse(utf8_of(number))))));
             })
        .def("by_name", [](Self self, const py::str& beginning,
                           std::size_t most) { return text_of(to_json(self.by_name(utf8_of(beginning), most))); })
        .def("merge",
             [](Customers& self, const py::str& keep, const py::str& absorb) {
                 static_cast<void>(value_of(self.merge({utf8_of(keep)}, {utf8_of(absorb)})));
             })
        .def("record_visit",
             [](Customers& self, const ZonedDayBook& book, const py::str& booking) {
                 static_cast<void>(value_of(self.record_visit(book.book, {utf8_of(booking)})));
             })
        .def("__len__", &Customers::size)
        .def("to_json", [](Self self) { return text_of(to_json(self)); });
}

}  // namespace denwaban::python
