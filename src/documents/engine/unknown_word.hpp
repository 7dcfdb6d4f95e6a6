#pragma once

#include <string>
#include <string_view>

#include <denwaban/core/error.hpp>

namespace denwaban::formats {

class Node;

/// Whether it is written as the words of our enumerations are: `no_show`, `half_of_day`.
[[nodiscard]] bool is_like_our_words(std::string_view text) noexcept;

/// Tells, at `node`, that nobody here knows `word`. In what is asked that is `mistake`. Whoever kept it knew more
/// words, if it looks like one: `newer_version`. Unlike a key, it can't be passed over: all else may hang on it.
void tell_unknown_word(const Node& node, std::string_view word, ErrorCode mistake, std::string message);

}  // namespace denwaban::formats
