#include "rules.hpp"

#include <array>
#include <cmath>
#include <functional>

#include <pybind11/stl.h>

#include <denwaban/documents/rules_json.hpp>
#include <denwaban/formats/hours_formats.hpp>
#include <denwaban/formats/japanese_hours.hpp>
#include <denwaban/talk/rules_sentence.hpp>

#include "bindings.hpp"
#include "findings.hpp"
#include "pickles.hpp"
#include "refusal.hpp"
#include "text.hpp"

namespace denwaban::python {

namespace py = pybind11;

namespace {

[[nodiscard]] ReadRules to_python(RulesReading reading, const AnswerTypes& types) {
    return {std::move(reading.rules), to_python(reading.findings, types), is_complete(reading.findings),
            std::move(reading.zone)};
}

/// The text in a cell of a table; what pandas has for an empty one is none.
[[nodiscard]] std::string cell_of(const py::object& cell) {
    if (py::isinstance<py::str>(cell)) return utf8_of(cell);
    const auto type = py::str(py::type::of(cell).attr("__name__")).cast<std::string>();
    const bool is_nan = py::isinstance<py::float_>(cell) && std::isnan(cell.cast<double>());
    if (cell.is_none() || is_nan || type == "NAType" || type == "NaTType") return {};
    throw py::type_error("a listing is text, not " + type);
}

[[nodiscard]] RulesReading read(HoursFormat format, const std::string& text) {
    const py::gil_scoped_release others_may_run;
    return value_of(read_rules(format, text));
}

struct DocumentReader {
    const char* name;
    HoursFormat format;
    const char* doc;
};
constexpr std::array document_readers{
    DocumentReader{"from_json", HoursFormat::json, "Reads denwaban's own JSON. The errors are all that are in it."},
    DocumentReader{"from_amazon_connect", HoursFormat::amazon_connect,
                   "Reads hours of operation of Amazon Connect, with their overrides and parents."},
    DocumentReader{"from_schema_org", HoursFormat::schema_org, "Reads a web page's JSON-LD by schema.org."},
    DocumentReader{"from_google", HoursFormat::google, "Reads a `Location` of Google's Business Profile API."},
};

void bind_readers(RulesClass& rules, const Types& types) {
    for (const auto& reader : document_readers) {
        rules.def_static(
            reader.name,
            [types, format = reader.format](const py::object& document) {
                return to_python(read(format, json_text(document)), *types);
            },
            py::arg("document"), reader.doc);
    }
    rules
        .def_static(
            "from_japanese",
            [types](const py::object& open, const py::object& close) {
                return to_python(rules_from_japanese(cell_of(open), cell_of(close)), *types);
            },
            py::arg("open"), py::arg("close") = "",
            "Reads a listing's 営業時間 and 定休日. Any text gives rules; an empty cell (None, NaN) says nothing.")
        .def_static(
            "from_osm",
            [types](const py::object& text) { return to_python(read(HoursFormat::osm, cell_of(text)), *types); },
            py::arg("text"),
            "Reads OpenStreetMap's `opening_hours`. Any text gives rules; an empty cell (None, NaN) says nothing.");
}

[[nodiscard]] py::tuple state_of_rules(const ReadRules& self) {
    return py::make_tuple(to_json(self.rules), self.findings, self.is_complete, self.zone);
}

[[nodiscard]] ReadRules rules_from_state(const py::tuple& state) {
    return {value_of(rules_from_json(state[0].cast<std::string>())), state[1], state[2].cast<bool>(),
            state[3].cast<std::optional<std::string>>()};
}

[[nodiscard]] py::str describe_rules(const ReadRules& self) {
    const auto listing = to_japanese(self.rules);
    return py::str("<denwaban.Rules {!r}, {!r}>").format(text_of(listing.open), text_of(listing.close));
}

}  // namespace

RulesClass bind_rules(py::module_& module, const Types& types) {
    RulesClass rules(module, "Rules", py::is_final(),
                     "What a restaurant says of its hours, and what reading it found. Rules that say the same are "
                     "equal, whatever they were read from.");
    bind_readers(rules, types);
    rules
        .def_property_readonly(
            "findings", [](const ReadRules& self) { return self.findings; },
            "All that was not understood, or read with a doubt, each with its place.")
        .def_property_readonly(
            "is_complete", [](const ReadRules& self) { return self.is_complete; },
            "Whether all was understood: nothing found weighs more than a note.")
        .def_property_readonly(
            "zone", [](const ReadRules& self) { return self.zone; },
            "The IANA name of the time zone, if the format states one.")
        .def(
            "say", [](const ReadRules& self) { return text_of(say_hours(self.rules).text()); },
            "The hours in a sentence or two for the telephone.")
        .def(
            "ssml", [](const ReadRules& self) { return text_of(say_hours(self.rules).ssml()); },
            "The same for Amazon Polly.")
        .def(
            "__eq__", [](const ReadRules& a, const ReadRules& b) { return a.rules == b.rules; }, py::is_operator())
        .def("__hash__", [](const ReadRules& self) { return std::hash<std::string>{}(to_json(self.rules)); })
        .def("__repr__", describe_rules);
    def_pickle(rules, state_of_rules, rules_from_state);
    return rules;
}

}  // namespace denwaban::python
