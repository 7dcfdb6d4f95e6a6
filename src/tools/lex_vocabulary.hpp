#pragma once

#include <string>
#include <utility>

#include <denwaban/core/names.hpp>
#include <denwaban/talk/meaning.hpp>
#include <denwaban/talk/spoken.hpp>

#include "documents/json_document.hpp"
#include "lex_intents.hpp"
#include "talk/words.hpp"

/// The vocabulary of callers, as Lex is taught it.
namespace denwaban::tools {

/// What callers say, and the nouns of the vocabulary that say it alone.
[[nodiscard]] formats::Json utterances_of(const SampledIntent& sampled, Language language);

/// A slot type's values: the first word of each row of the vocabulary, and the others as its synonyms.
[[nodiscard]] formats::Json japanese_values(denwaban::talk::Word word);
template <Named Enum>
[[nodiscard]] formats::Json english_values() {
    auto values = formats::Json::array();
    for (const auto name : names_of<Enum>) {
        std::string words{name};
        std::replace(words.begin(), words.end(), '_', ' ');
        values.push_back(formats::Json{{"sampleValue", {{"value", std::move(words)}}}});
    }
    return values;
}

}  // namespace denwaban::tools
