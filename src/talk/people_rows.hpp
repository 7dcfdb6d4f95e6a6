#pragma once

#include <cstddef>
#include <optional>

#include "reading.hpp"

namespace denwaban::talk {

/// People who are named and not counted, one と the other, with a couple among them: 夫婦と母, 両親と私たち夫婦.
struct RowOfPeople {
    std::size_t end;  ///< behind the last of them
    int count;
};

/// That begins at a token; nothing where none does.
[[nodiscard]] std::optional<RowOfPeople> row_of_people(const Reading& reading, std::size_t at);

/// Whether a token is somebody: 母, but not 妹 of 妹のところ.
[[nodiscard]] bool is_someone(const Reading& reading, std::size_t at);

}  // namespace denwaban::talk
