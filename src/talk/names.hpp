#pragma once

#include <optional>

#include "reading.hpp"

namespace denwaban::talk {

/// Whose booking it is, and whether a name before it is taken back.
struct HeardName {
    Heard<SpokenName> name;
    bool corrected = false;
};

/// The name that is told, if one is.
[[nodiscard]] std::optional<HeardName> name_of_caller(const Reading& reading);
/// My name is Smith; where it was asked for, Smith.
[[nodiscard]] std::optional<HeardName> english_name(const Reading& reading);

}  // namespace denwaban::talk
