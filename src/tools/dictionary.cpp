#include "dictionary.hpp"

#include <set>

#include "nouns.hpp"

namespace denwaban::tools {

namespace {

/// What stands in the text of a noun. Shapes are known by their rows, so that conditions made of conditions end.
class Tokens {
public:
    void add(const shapes::Shape& shape) {
        for (const auto word : shape.words) text_.insert(quoted(word));
        if (!shape.tag.empty()) text_.insert(quoted(shape.tag) + ":");
        if (shape.of != nullptr && known_.insert(shape.of).second) add(*shape.of);
        for (const auto* way : shape.ways) {
            if (known_.insert(way).second) add(*way);
        }
        for (const auto& field : shape.fields) add(field.key, &field, field.shape);
        for (const auto& form : shape.forms) add(form.word, &form, form.shape);
    }
    [[nodiscard]] const std::set<std::string>& all() const noexcept { return text_; }

private:
    void add(std::string_view key, const void* row, const shapes::Shape& shape) {
        text_.insert(quoted(key) + ":");
        if (known_.insert(row).second) add(shape);
    }
    [[nodiscard]] static std::string quoted(std::string_view word) { return "\\\"" + std::string{word} + "\\\""; }

    std::set<std::string> text_;
    std::set<const void*> known_;
};

}  // namespace

std::string dictionary() {
    Tokens tokens;
    for (const auto& noun : nouns()) tokens.add(*noun.shape);
    std::string text =
        "# Written by denwaban_tools from the shapes of src/documents: -dict=tests/fuzz/corpus/nouns.dict\n";
    for (const auto& token : tokens.all()) text += '"' + token + "\"\n";
    return text;
}

}  // namespace denwaban::tools
