#include "answers.hpp"
#include "spelling.hpp"
#include "types.hpp"

namespace denwaban::tools {

namespace {

using shapes::Field;
using shapes::Shape;
using shapes::Sort;

/// Nouns as the documents that they are, or as objects made of them.
enum class As : std::uint8_t { documents, objects };

class TypeScript final : public Types {
public:
    TypeScript(std::vector<Spoken> nouns, std::vector<SpokenWords> words, As as)
        : Types(std::move(nouns), std::move(words)), as_(as) {}

    [[nodiscard]] std::string write() && {
        text_ = "// Written by denwaban_tools from the shapes of src/documents.\n";
        if (as_ == As::objects)
            text_ += "/** A span of time, in milliseconds. */\nexport type Milliseconds = number;\n";
        for (const auto& [name, words, about] : words_) {
            comment(about, "");
            text_ += "export type " + std::string{name} + " = " + one_of_words(words) + ";\n";
        }
        for (const auto& noun : nouns_) declare(noun);
        return std::move(text_);
    }

private:
    void comment(std::string_view about, std::string_view indent) {
        if (!about.empty()) text_ += std::string{indent} + "/** " + std::string{about} + " */\n";
    }
    void declare(const Spoken& noun) {
        comment(noun.shape->about, "");
        const std::string name{noun.name};
        if (noun.shape->sort != Sort::record) {
            text_ += "export type " + name + " = " + whole(*noun.shape) + ";\n";
            return;
        }
        text_ += "export interface " + name + " {\n";
        if (!noun.tag.empty()) text_ += "  " + std::string{noun.tag} + ": '" + std::string{noun.word} + "';\n";
        for (const auto& field : noun.shape->fields) {
            comment(field.about, "  ");
            text_ += "  " + member(field, noun.use) + ";\n";
        }
        text_ += "}\n";
    }
    [[nodiscard]] std::string member(const Field& field, Use use) const {
        const std::string key = as_ == As::objects ? camel(field.key) : std::string{field.key};
        return key + (is_there(field, use) ? ": " : "?: ") + type_of(field.shape, use) +
               (may_be_null(field, use) ? " | null" : "");
    }

    [[nodiscard]] std::string plain(const Shape& shape) const override {
        if (as_ == As::objects && shape.sort == Sort::instant) return "Date";
        if (as_ == As::objects && shape.sort == Sort::span) return "Milliseconds";
        if (shape.sort == Sort::whole || shape.sort == Sort::span || shape.sort == Sort::number) return "number";
        if (shape.sort == Sort::boolean) return shape.least == 1 ? "true" : "boolean";
        return shape.sort == Sort::open ? "unknown" : "string";
    }
    [[nodiscard]] std::string one_of_words(std::span<const std::string_view> words) const override {
        std::string all;
        for (const auto word : words) all += (all.empty() ? "'" : " | '") + std::string{word} + "'";
        return all;
    }
    [[nodiscard]] std::string one_of(const std::vector<std::string>& types) const override {
        std::string all;
        for (const auto& type : types) all += (all.empty() ? "" : " | ") + type;
        return all;
    }
    [[nodiscard]] std::string list_of(const std::string& item) const override {
        return item.find(' ') == std::string::npos ? item + "[]" : "(" + item + ")[]";
    }
    [[nodiscard]] std::string map_of(const std::string& key, const std::string& item) const override {
        return key.empty() ? "Record<string, " + item + ">" : "Partial<Record<" + key + ", " + item + ">>";
    }
    [[nodiscard]] std::string record(const Shape& shape) const override {
        std::string all;
        for (const auto& field : shape.fields) all += (all.empty() ? "" : "; ") + member(field, Use::asked);
        return "{ " + all + " }";
    }
    [[nodiscard]] std::string form(const Shape& of, const shapes::Form& form) const override {
        if (!of.tag.empty()) return type_of(form.shape);
        return "{ " + std::string{form.word} + ": " + type_of(form.shape) + " }";
    }

    As as_;
    std::string text_;
};

}  // namespace

std::string typescript() {
    auto nouns = spoken();
    for (const auto& answer : book_answer_nouns()) {
        if (spoken_in(nouns, *answer.shape) == nullptr) nouns.push_back(answer);
    }
    auto words = joined(joined(spoken_words(), book_answer_words()), other_words());
    return TypeScript{std::move(nouns), std::move(words), As::documents}.write();
}
std::string answers_in_typescript() { return TypeScript{answer_nouns(), answer_words(), As::objects}.write(); }

}  // namespace denwaban::tools
