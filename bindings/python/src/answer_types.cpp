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

[[nodiscard]] WordTypes load_words() {
    const auto states = py::module_::import("denwaban._states");
    return {members(states.attr("State"), names_of<State>), members(states.attr("Withheld"), names_of<WithheldReason>)};
}

[[nodiscard]] AnswerTypes load_answers(const WordTypes& words) {
    const auto answers = py::module_::import("denwaban._answers");
    return {
        .words = words,
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
    };
}

}  // namespace

// Others may load the same meanwhile: whoever is first stays.

const WordTypes& Types::words() const {
    if (!loaded_->words) {
        auto found = load_words();
        if (!loaded_->words) loaded_->words = std::move(found);
    }
    return *loaded_->words;
}

const AnswerTypes& Types::operator*() const {
    if (!loaded_->answers) {
        auto found = load_answers(words());
        if (!loaded_->answers) loaded_->answers = std::move(found);
    }
    return *loaded_->answers;
}

}  // namespace denwaban::python
