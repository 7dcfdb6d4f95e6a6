#include <chrono>

#include <pybind11/stl.h>

#include <denwaban/pictures/month_picture.hpp>

#include "bindings.hpp"
#include "compiler.hpp"
#include "horizon.hpp"
#include "months.hpp"
#include "rules.hpp"
#include "text.hpp"
#include "zone_named.hpp"

namespace denwaban::python {

namespace py = pybind11;

namespace {

using GivenZone = std::optional<std::string>;

[[nodiscard]] date::year_month current_month(const std::string& zone) {
    const auto now = date::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    return month_of(date::floor<date::days>(zone_named(zone).local_time(now)));
}

/// Draws months of rules.
struct Painter {
    Compiler compile;

    [[nodiscard]] std::string svg(const ReadRules& self, date::year_month month, const GivenZone& zone,
                                  const GivenCalendar& calendar) const {
        const Horizon span{Date{month / 1}, Date{month / date::last}};
        return value_of(month_svg(compile(self.rules, self.zone_or(zone), calendar, span), month));
    }

    [[nodiscard]] py::str html(const ReadRules& self, date::year_month month, const GivenZone& zone,
                               const GivenCalendar& calendar) const {
        const auto escape = py::module_::import("html").attr("escape");
        py::list items;
        for (const auto& finding : self.findings) items.append(py::str("<li>{}</li>").format(escape(py::str(finding))));
        return py::str("<div>{}<ul>{}</ul></div>")
            .format(text_of(svg(self, month, zone, calendar)), py::str("").attr("join")(items));
    }
};

void bind_pictures(RulesClass& rules, const Compiler& compile) {
    const auto month = py::arg("month");
    const auto zone = py::arg("zone") = py::none();
    const auto calendar = py::arg("calendar") = py::none();
    const Painter painter{compile};
    rules
        .def(
            "render_svg",
            [painter](const ReadRules& self, const GivenMonth& of, const GivenZone& in, const GivenCalendar& by) {
                return text_of(painter.svg(self, month_of(of), in, by));
            },
            month, py::kw_only(), zone, calendar, "A month (`2026-11`, or a date in it) as a picture.")
        .def(
            "render_html",
            [painter](const ReadRules& self, const GivenMonth& of, const GivenZone& in, const GivenCalendar& by) {
                return painter.html(self, month_of(of), in, by);
            },
            month, py::kw_only(), zone, calendar, "The same picture, and the findings under it.")
        .def("_repr_html_",
             [painter](const ReadRules& self) { return painter.html(self, current_month(self.zone_or({})), {}, {}); });
}

/// Of hours, in their own zone and with their own holidays.
void bind_own_pictures(HoursClass& hours) {
    const auto month = py::arg("month");
    const auto svg = [](const ZonedHours& self, const GivenMonth& of) {
        return text_of(value_of(month_svg(self.hours, month_of(of))));
    };
    hours.def("render_svg", svg, month, "A month (`2026-11`, or a date in it) as a picture, own holidays and all.")
        .def(
            "render_html",
            [svg](const ZonedHours& self, const GivenMonth& of) {
                return py::str("<div>{}</div>").format(svg(self, of));
            },
            month, "The same picture in an element of a page.");
}

}  // namespace

void bind_rules_hours(RulesClass& rules, HoursClass& hours) {
    const Compiler compile;
    const auto compiled = [compile](const ReadRules& self, const GivenZone& zone, const GivenCalendar& calendar,
                                    std::optional<GivenHorizon> horizon) {
        return ZonedHours{compile(self.rules, self.zone_or(zone), calendar, horizon_of(horizon))};
    };
    const auto zone = py::arg("zone") = py::none();
    const auto calendar = py::arg("calendar") = py::none();
    const auto horizon = py::arg("horizon") = py::none();
    rules.def("hours", compiled, py::kw_only(), zone, calendar, horizon,
              "Compiles the rules. The zone is theirs if none is given, else Asia/Tokyo; the calendar is Japan's.");
    bind_pictures(rules, compile);
    bind_own_pictures(hours);
    hours
        .def_static("from_rules", compiled, py::arg("rules"), py::kw_only(), zone, calendar, horizon,
                    "Compiles rules, in their zone if none is given.")
        .def_property_readonly(
            "rules",
            [](const ZonedHours& self) {
                return ReadRules{.rules = self.hours.rules(), .zone = std::string{self.hours.zone().name()}};
            },
            "What these hours were compiled from, and where they hold.")
        .def_property_readonly(
            "calendar", [](const ZonedHours& self) { return self.hours.calendar(); },
            "The holidays that they follow, the restaurant's own among them.");
}

}  // namespace denwaban::python
