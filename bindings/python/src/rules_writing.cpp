#include <array>

#include <pybind11/stl.h>

#include <denwaban/documents/rules_json.hpp>
#include <denwaban/formats/hours_formats.hpp>
#include <denwaban/formats/japanese_hours.hpp>
#include <denwaban/formats/osm_hours.hpp>

#include "bindings.hpp"
#include "compiler.hpp"
#include "findings.hpp"
#include "rules.hpp"
#include "text.hpp"

namespace denwaban::python {

namespace py = pybind11;

namespace {

struct DatedWriter {
    const char* name;
    HoursFormat format;
    const char* doc;
};
constexpr std::array dated_writers{
    DatedWriter{"to_amazon_connect", HoursFormat::amazon_connect,
                "Hours of operation for Amazon Connect with the overrides from one date to another, both included."},
    DatedWriter{"to_schema_org", HoursFormat::schema_org,
                "JSON-LD by schema.org, true from one date to another, both included."},
    DatedWriter{"to_google", HoursFormat::google,
                "Parts of a `Location` for Google's Business Profile API, true from one date to another, both "
                "included."},
};

void bind_dated_writers(RulesClass& rules, const Types& types) {
    const Compiler compile;
    for (const auto& writer : dated_writers) {
        rules.def(
            writer.name,
            [types, compile, format = writer.format](const ReadRules& self, Date start, Date end,
                                                     const std::optional<std::string>& zone,
                                                     const GivenCalendar& calendar) {
                const auto write = [&] {
                    const py::gil_scoped_release others_may_run;
                    const Horizon span{start, end};
                    return value_of(write_rules(format, compile(self.rules, self.zone_or(zone), calendar, span), span));
                };
                return to_python(write(), *types);
            },
            py::arg("start"), py::arg("end"), py::kw_only(), py::arg("zone") = py::none(),
            py::arg("calendar") = py::none(), writer.doc);
    }
}

}  // namespace

void bind_rules_writing(RulesClass& rules, const Types& types) {
    rules.def("to_json", [](const ReadRules& self) { return text_of(to_json(self.rules)); })
        .def("to_dict",
             [](const ReadRules& self) { return py::module_::import("json").attr("loads")(to_json(self.rules)); })
        .def(
            "to_japanese", [types](const ReadRules& self) { return to_python(to_japanese(self.rules), *types); },
            "As a listing puts it: 営業時間, a line for each group of days, and 定休日.")
        .def(
            "to_osm", [types](const ReadRules& self) { return to_python(to_osm(self.rules), *types); },
            "OpenStreetMap's `opening_hours`.");
    bind_dated_writers(rules, types);
}

}  // namespace denwaban::python
