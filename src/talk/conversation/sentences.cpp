#include "sentences.hpp"

#include <algorithm>
#include <cassert>
#include <string>

#include "sentence_table.hpp"

namespace denwaban::detail::talk {

namespace {

[[nodiscard]] std::string_view manner_word(std::string_view name, Language language, Manner manner) {
    for (const auto& word : manner_words) {
        if (word.name != name) continue;
        return language == Language::japanese ? word.japanese[index_of(manner)] : word.english;
    }
    return {};
}

[[nodiscard]] const Spoken& filling_named(std::string_view name, std::initializer_list<Filling> fillings) {
    static const Spoken nothing;
    const auto found =
        std::find_if(fillings.begin(), fillings.end(), [&](const Filling& one) { return one.name == name; });
    assert(found != fillings.end());
    return found == fillings.end() ? nothing : found->said;
}

[[nodiscard]] bool ends_sentence(const std::string& text) {
    return !text.empty() && std::string_view{".?!"}.find(text.back()) != std::string_view::npos;
}

/// The words of an English sentence before what is filled in: p.m. ends a sentence by itself, and nobody says on today.
[[nodiscard]] std::string_view joint(const Spoken& said, std::string_view words, const std::string& next) {
    if (words.starts_with('.') && ends_sentence(said.text())) words.remove_prefix(1);
    const bool is_relative = next.starts_with("today") || next.starts_with("tomorrow");
    const bool is_on = words == "On " || words.ends_with(" on ");
    constexpr std::size_t on = 3;
    if (is_relative && is_on) words.remove_suffix(on);
    return words;
}

/// As a sentence begins.
[[nodiscard]] Spoken begun(const Spoken& words) {
    auto text = words.text();
    if (text.empty() || text.front() < 'a' || text.front() > 'z') return words;
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

}  // namespace

Spoken say(Line line, Language language, Manner manner, std::initializer_list<Filling> fillings) {
    auto rest = sentences[static_cast<std::size_t>(line)].words[index_of(language)];
    const bool is_english = language == Language::english;
    Spoken said;
    while (!rest.empty()) {
        const auto open = std::min(rest.find('{'), rest.size());
        const auto words = rest.substr(0, open);
        if (open == rest.size()) {
            said += is_english ? joint(said, words, {}) : words;
            break;
        }
        const auto close = rest.find('}', open);
        const auto name = rest.substr(open + 1, close - open - 1);
        const Spoken filling = is_manner(name) ? manner_word(name, language, manner) : filling_named(name, fillings);
        said += is_english ? joint(said, words, filling.text()) : words;
        said += is_english && said.empty() ? begun(filling) : filling;
        rest.remove_prefix(close + 1);
    }
    return said;
}

}  // namespace denwaban::detail::talk
