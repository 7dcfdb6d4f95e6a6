#include "unknown_word.hpp"

#include <algorithm>
#include <utility>

#include "documents/json_document.hpp"

namespace denwaban::formats {

bool is_like_our_words(std::string_view text) noexcept {
    const auto is_lower = [](char letter) { return letter >= 'a' && letter <= 'z'; };
    const auto is_of_words = [&](char letter) {
        return is_lower(letter) || letter == '_' || (letter >= '0' && letter <= '9');
    };
    return !text.empty() && text.size() <= 100 && is_lower(text.front()) && std::ranges::all_of(text, is_of_words);
}

void tell_unknown_word(const Node& node, std::string_view word, ErrorCode mistake, std::string message) {
    if (node.errors().reading() == Reading::asked || !is_like_our_words(word)) {
        return node.fail(mistake, std::move(message));
    }
    node.fail(ErrorCode::newer_version, "was kept by a newer denwaban: " + std::string{word} + " is not known here");
}

}  // namespace denwaban::formats
