#pragma once

#include <string_view>
#include <vector>

#include <denwaban/talk/meaning.hpp>

namespace denwaban::tools {

/// What callers say who want something, for a recogniser to learn. A slot stands in braces, by its name in Lex, with
/// blanks around it.
struct SampledIntent {
    Intent intent;
    std::vector<SlotKind> slots;
    std::vector<std::string_view> japanese;
    std::vector<std::string_view> english;
};

/// Every intent but what is said by no words, or by none that is known: those are for FallbackIntent.
[[nodiscard]] std::vector<SampledIntent> sampled_intents();

}  // namespace denwaban::tools
