#pragma once

#include <pybind11/pybind11.h>

#include <string>
#include <vector>

#include <denwaban/core/error.hpp>

namespace denwaban::python {

/// A contact record's JSON, and the places of what is unknown in it.
[[nodiscard]] pybind11::tuple with_unknown(const std::string& words, const std::vector<JsonPointer>& unknown);

}  // namespace denwaban::python
