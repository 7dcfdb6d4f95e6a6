#pragma once

#include <string_view>

#include <denwaban/reservation/command.hpp>

#include "documents/json_document.hpp"

namespace denwaban::formats {

/// What each word of `do` is read by.
struct CommandForm {
    std::string_view word;
    Deed deed;
    Command (*read)(const Node&, const DayBook*, Deed);
};
/// That of a command; null where it has no word, or none that is known, which is said.
[[nodiscard]] const CommandForm* form_of(const Node& command);

}  // namespace denwaban::formats
