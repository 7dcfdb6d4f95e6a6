#pragma once

#include <memory>

#include <pybind11/pybind11.h>

#include <denwaban/restaurant/directory.hpp>

namespace denwaban::python {

/// A directory, and its restaurants as Python knows them, in the same order.
struct AnsweringDirectory {
    std::shared_ptr<const Directory> directory;
    pybind11::tuple restaurants;

    explicit AnsweringDirectory(Directory of);
};

}  // namespace denwaban::python
