#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "documents/json_document.hpp"

namespace denwaban::connect {

/// A text, or the number or the truth value that somebody wrote in place of one; none of anything else.
[[nodiscard]] std::optional<std::string> words_of(const formats::Value& value);

/// The same document with U+FFFD for every half of a surrogate pair, which JavaScript and Python let stand in a text
/// and JSON does not; as long as it was, in `storage` if there is anything to mend. Cost: linear.
[[nodiscard]] std::string_view without_half_pairs(std::string_view json, std::string& storage);

/// What an Address of Amazon Connect's names: without a name before it, `sip:` and host, without what stands behind
/// `;`, and with the plus that E.164 has, where it is missing.
[[nodiscard]] std::string bare_address(std::string_view address);

}  // namespace denwaban::connect
