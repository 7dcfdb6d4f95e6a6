#pragma once

#include <pybind11/pybind11.h>

#include <denwaban/formats/japanese_hours.hpp>
#include <denwaban/formats/rules_reading.hpp>

#include "answer_types.hpp"

namespace denwaban::python {

[[nodiscard]] pybind11::tuple to_python(const Findings& findings, const AnswerTypes& types);
[[nodiscard]] pybind11::object to_python(const RulesWriting& writing, const AnswerTypes& types);
[[nodiscard]] pybind11::object to_python(const JapaneseListing& listing, const AnswerTypes& types);

}  // namespace denwaban::python
