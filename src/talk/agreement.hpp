#pragma once

#include "reading.hpp"

namespace denwaban::talk {

/// Whether every word has a part in a yes: what was asked, said again as it is known, a please, a sigh. Whatever
/// else was said is a question, a doubt or another want, and nobody has to know which.
[[nodiscard]] bool is_wholly_yes(const Reading& reading, const Meaning& meaning);
/// いや、no: which may lead in a yes, 合ってます.
[[nodiscard]] bool is_mere_no(std::u16string_view word);
/// キャンセルしてください, where it was read back that it will be: nothing but that.
[[nodiscard]] bool asks_for_what_was_read(const Reading& reading, const Meaning& meaning);

}  // namespace denwaban::talk
