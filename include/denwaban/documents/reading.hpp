#pragma once

#include <cstdint>

namespace denwaban {

/// How a document of ours is read.
enum class Reading : std::uint8_t {
    asked,  ///< strictly: a key that nobody knows is an error, for it may be a mistake
    kept,   ///< whoever wrote it may have known more: such a key is passed over, such a word is `newer_version`
};

/// The major version of what is kept. A document of a later one can't be read: `newer_version`.
inline constexpr int kept_format = 1;

}  // namespace denwaban
