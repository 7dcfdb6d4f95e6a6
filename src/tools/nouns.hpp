#pragma once

#include <array>
#include <string_view>

#include "documents/engine/shape.hpp"

namespace denwaban::tools {

/// A noun that is a document by itself.
struct Noun {
    std::string_view file;
    const shapes::Shape* shape;
};

[[nodiscard]] std::array<Noun, 11> nouns();

}  // namespace denwaban::tools
