#pragma once

#include <utility>

#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>

namespace denwaban::python {

/// An error of the core on its way to becoming a `DenwabanError`; never empty.
struct Refusal {
    Errors errors;
};

template <class T>
T value_of(Expected<T> expected) {
    if (!expected.has_value()) throw Refusal{{std::move(expected).error()}};
    return *std::move(expected);
}

template <class T>
T value_of(Expected<T, Errors> expected) {
    if (!expected.has_value()) throw Refusal{std::move(expected).error()};
    return *std::move(expected);
}

/// From here on, every `Refusal` thrown in this module reaches Python as a `DenwabanError`.
void translate_refusals();

}  // namespace denwaban::python
