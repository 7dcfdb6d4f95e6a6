#pragma once

#include <vector>

#include <denwaban/core/error.hpp>
#include <denwaban/reservation/limit.hpp>

/// What the world says no with.
namespace denwaban::detail::talk {

/// Whether what went wrong says nothing of the book: nobody knows what became of the command.
[[nodiscard]] bool is_of_the_world(const Errors& errors);

[[nodiscard]] bool has(const std::vector<Exceeded>& all, Limit limit);

}  // namespace denwaban::detail::talk
