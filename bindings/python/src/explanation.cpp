#include <denwaban/hours/explain.hpp>

#include <pybind11/stl.h>

#include <denwaban/talk/hours_sentence.hpp>

#include "bindings.hpp"
#include "opening.hpp"
#include "refusal.hpp"
#include "text.hpp"

namespace denwaban::python {

namespace py = pybind11;

namespace {

[[nodiscard]] py::tuple to_python(const std::vector<MatchedRule>& rules, const AnswerTypes& types) {
    py::list list;
    for (const auto& rule : rules) list.append(types.matched_rule(rule.rule, to_string(rule.precedence), rule.label));
    return py::tuple{list};
}

[[nodiscard]] py::tuple to_python(const std::vector<MatchedClosing>& closings, const AnswerTypes& types) {
    py::list list;
    for (const auto& closing : closings) {
        list.append(types.matched_closing(closing.closing, to_string(closing.fate), closing.other, closing.label));
    }
    return py::tuple{list};
}

[[nodiscard]] py::object to_python(const Explanation& of, const ZonedHours& hours, const AnswerTypes& types) {
    return types.explanation(of.date, unless_empty(of.holiday), unless_empty(of.eve_of), unless_empty(of.day_after),
                             of.projected, to_python(of.rules, types), of.winner, to_python(of.closings, types),
                             py::tuple{to_python(of.openings, hours, types)}, describe(of.reason),
                             to_string(of.reason.cause));
}

}  // namespace

void bind_explanation(HoursClass& hours, const Types& types) {
    hours.def(
        "explain",
        [types](const ZonedHours& self, Date date) {
            return to_python(value_of(explain(self.hours, date)), self, *types);
        },
        py::arg("date"), "Why a business date is as it is: every rule that matched, which won, and what came of it.");
}

}  // namespace denwaban::python
