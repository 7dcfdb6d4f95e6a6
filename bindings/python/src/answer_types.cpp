#include "answer_types.hpp"

#include <algorithm>

namespace denwaban::python {

namespace py = pybind11;

namespace {

template <std::size_t N>
[[nodiscard]] std::array<py::object, N> members(const py::object& type, const std::array<std::string_view, N>& values) {
    std::array<py::object, N> found;
    std::transform(values.begin(), values.end(), found.begin(), type);
    return found;
}

}  // namespace

Types load_answer_types() {
    const auto answers = py::module_::import("denwaban._answers");
    return std::make_shared<const AnswerTypes>(AnswerTypes{
        .states = members(answers.attr("State"), names_of<State>),
        .withheld = members(answers.attr("Withheld"), names_of<WithheldReason>),
        .chosen_caller = answers.attr("ChosenCaller"),
        .explanation = answers.attr("Explanation"),
        .finding = answers.attr("Finding"),
        .holiday = answers.attr("Holiday"),
        .horizon = answers.attr("Horizon"),
        .japanese_listing = answers.attr("JapaneseListing"),
        .last_orders = answers.attr("LastOrders"),
        .matched_closing = answers.attr("MatchedClosing"),
        .matched_rule = answers.attr("MatchedRule"),
        .no_caller = answers.attr("NoCaller"),
        .opening = answers.attr("Opening"),
        .passed_over = answers.attr("PassedOver"),
        .phone_line = answers.attr("PhoneLine"),
        .problem = py::module_::import("denwaban._errors").attr("Problem"),
        .rules_writing = answers.attr("RulesWriting"),
    });
}

}  // namespace denwaban::python
