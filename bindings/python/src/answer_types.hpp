#pragma once

#include <array>
#include <memory>
#include <optional>

#include <pybind11/pybind11.h>

#include <denwaban/core/phone_number.hpp>
#include <denwaban/hours/hours.hpp>

namespace denwaban::python {

/// Python's words for what is known of a moment, and of a caller.
struct WordTypes {
    std::array<pybind11::object, names_of<State>.size()> states;
    std::array<pybind11::object, names_of<WithheldReason>.size()> withheld;

    [[nodiscard]] const pybind11::object& of(State state) const { return states[static_cast<std::size_t>(state)]; }
    [[nodiscard]] const pybind11::object& of(WithheldReason reason) const {
        return withheld[static_cast<std::size_t>(reason)];
    }
};

/// The Python classes of the answers.
struct AnswerTypes {
    WordTypes words;
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
};

/// Where they are, once an answer is made: importing what they are made of takes longer than importing denwaban. The
/// functions that need them hold them, so that the module keeps no state.
class Types {
public:
    const AnswerTypes& operator*() const;
    const AnswerTypes* operator->() const { return &**this; }
    template <class Word>
    [[nodiscard]] const pybind11::object& of(Word word) const {
        return words().of(word);
    }

private:
    struct Loaded {
        std::optional<WordTypes> words{};
        std::optional<AnswerTypes> answers{};
    };
    [[nodiscard]] const WordTypes& words() const;

    std::shared_ptr<Loaded> loaded_ = std::make_shared<Loaded>();
};

}  // namespace denwaban::python
