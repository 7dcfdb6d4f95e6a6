#pragma once

#include <cstdint>
#include <optional>

#include "reading.hpp"

namespace denwaban::talk {

/// Of which slot a word may be.
enum class Kind : std::uint8_t { day, time, people };
[[nodiscard]] std::optional<Kind> kind_of(const Token& token);

/// How a clause goes over into the next.
enum class Ending : std::uint8_t {
    none,
    reason,    ///< 会議があるので
    contrast,  ///< 土曜もいいけど
    going_on,  ///< 予定が入って, 無理です。
};
/// How a clause ends with this word, if one does. Cost: by the words that end clauses.
[[nodiscard]] Ending ending_at(const Reading& reading, std::size_t at);

}  // namespace denwaban::talk
