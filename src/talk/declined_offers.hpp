#pragma once

#include <cstddef>

#include "reading.hpp"

namespace denwaban::talk {

/// その時間だと厳しいです, 19時は無理です, to an offer: a no in the middle of what is said.
[[nodiscard]] bool turns_down_offer(const Reading& reading, std::size_t at);

/// やめときます, 9時はちょっとこたえますわ: whether what is said behind the last time declines what was offered, and
/// takes nothing instead. Cost: linear.
[[nodiscard]] bool declines(const Reading& reading);

/// 9時かあ、それで頼むわ: what was offered is said again, and not yet taken.
[[nodiscard]] bool muses_over_offer(const Reading& reading);

}  // namespace denwaban::talk
