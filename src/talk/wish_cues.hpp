#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "wishes.hpp"

namespace denwaban::talk {

using Cues = std::uint64_t;

[[nodiscard]] constexpr Cues bit(Cue cue) { return Cues{1} << static_cast<unsigned>(cue); }
template <class... Each>
[[nodiscard]] constexpr Cues all(Each... cues) {
    return (bit(cues) | ...);
}

/// Signs beside the cues: words that are no cue but tell what is meant. Behind the last cue.
inline constexpr Cues has_allergy = Cues{1} << 40U, has_children = Cues{1} << 41U, has_count_change = Cues{1} << 42U,
                      has_reset = Cues{1} << 43U, asks_there = Cues{1} << 44U, has_slots = Cues{1} << 45U,
                      has_end = Cues{1} << 46U, has_place = Cues{1} << 47U, has_table = Cues{1} << 48U,
                      has_new_time = Cues{1} << 49U, has_no_cancel = Cues{1} << 50U;

/// Which cues stand in a text, and where.
struct Said {
    Cues cues = 0;
    std::array<std::size_t, 40> first{};  ///< the token of each cue
};
[[nodiscard]] Said cues_of(const Reading& reading, const Meaning& meaning, const Changes& changes);

}  // namespace denwaban::talk
