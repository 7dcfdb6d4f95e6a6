#pragma once

#include <string>
#include <vector>

#include <denwaban/hours/state.hpp>

namespace denwaban::formats::osm {

/// A stretch of a date and what is known of it.
struct Stretch {
    int begin;
    int end;
    State state;
    std::string comment;
};
using Stretches = std::vector<Stretch>;

/// What is left of `from` outside `cut`.
[[nodiscard]] Stretches without(const Stretches& from, const Stretches& cut);
[[nodiscard]] bool meets(const Stretches& some, const Stretches& others);
/// Both, in order; those that meet and say the same are one.
[[nodiscard]] Stretches together(Stretches stretches, const Stretches& more);

}  // namespace denwaban::formats::osm
