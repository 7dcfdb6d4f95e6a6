#pragma once

#include <array>
#include <memory>

#include <pybind11/pybind11.h>

#include <denwaban/core/phone_number.hpp>
#include <denwaban/hours/hours.hpp>

namespace denwaban::python {

/// The Python classes of the answers. The functions that need them hold them, so that the module keeps no state.
struct AnswerTypes {
    std::array<pybind11::object, names_of<State>.size()> states;
    std::array<pybind11::object, names_of<WithheldReason>.size()> withheld;
    pybind11::object chosen_caller;
    pybind11::object explanation;
    pybind11::object finding;
    pybind11::object holiday;
    pybind11::object horizon;
    pybind11::object japanese_listing;
    pybind11::object last_orders;
    pybind11::object matched_closing;
    pybind11::object matched_rule;
    pybind11::object no_caller;
    pybind11::object opening;
    pybind11::object passed_over;
    pybind11::object phone_line;
    pybind11::object problem;
    pybind11::object rules_writing;

    [[nodiscard]] const pybind11::object& of(State state) const { return states[static_cast<std::size_t>(state)]; }
    [[nodiscard]] const pybind11::object& of(WithheldReason reason) const {
        return withheld[static_cast<std::size_t>(reason)];
    }
};

using Types = std::shared_ptr<const AnswerTypes>;

[[nodiscard]] Types load_answer_types();

}  // namespace denwaban::python
