#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace denwaban::talk {

/// 日早めて, 週間後ろに: by how many days each of those counted moves a day that is known.
struct Move {
    int days;          ///< 0 where it is not said which way
    std::size_t unit;  ///< characters of what is counted
};

/// Behind a figure; nothing where no day is moved.
[[nodiscard]] std::optional<Move> move_in(std::u16string_view text);

}  // namespace denwaban::talk
