#pragma once

#include <optional>
#include <string>

#include "glyphs.hpp"

#include <denwaban/talk/understand.hpp>

namespace denwaban::talk {

/// A telephone number, or digits that are none yet, by their characters.
struct PhoneMention {
    std::string digits;
    std::optional<PhoneNumber> number;
    std::size_t begin;
    std::size_t end;
    bool corrected = false;
    bool doubtful = false;  ///< 2222、あ、2223: a group may have been said instead of the one before
};

/// The number that is told, if one is: with 0 in front, or whatever digits follow the question.
[[nodiscard]] std::optional<PhoneMention> phone_in(const Glyphs& glyphs, const Hearing& hearing);

}  // namespace denwaban::talk
