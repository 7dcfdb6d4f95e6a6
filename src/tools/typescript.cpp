#include "typescript.hpp"

#include "answers.hpp"
#include "spelling.hpp"

namespace denwaban::tools {

using shapes::Field;
using shapes::Shape;
using shapes::Sort;

std::string comment(std::string_view about, std::string_view indent) {
    return about.empty() ? std::string{} : std::string{indent} + "/** " + std::string{about} + " */\n";
}

std::string TypeScript::declared(const SpokenWords& words) const {
    return comment(words.about, "") + "export type " + std::string{words.name} + " = " + one_of_words(words.words) +
           ";\n";
}

std::string TypeScript::declared(const Spoken& noun) const {
    auto text = comment(noun.shape->about, "");
    const std::string name{noun.name};
    if (noun.shape->sort != Sort::record) return text + "export type " + name + " = " + whole(*noun.shape) + ";\n";
    text += "export interface " + name + " {\n";
    if (!noun.tag.empty()) text += "  " + std::string{noun.tag} + ": '" + std::string{noun.word} + "';\n";
    for (const auto& field : noun.shape->fields)
        text += comment(field.about, "  ") + "  " + member(field, noun.use) + ";\n";
    return text + "}\n";
}

std::string TypeScript::member(const Field& field, Use use) const {
    const std::string key = as_ == As::objects ? camel(field.key) : std::string{field.key};
    return key + (is_there(field, use) ? ": " : "?: ") + type_of(field.shape, use) +
           (may_be_null(field, use) ? " | null" : "");
}

std::string TypeScript::plain(const Shape& shape) const {
    if (as_ != As::documents && shape.sort == Sort::instant) return as_ == As::objects ? "Date" : "Date | string";
    if (as_ == As::objects && shape.sort == Sort::span) return "Milliseconds";
    if (shape.sort == Sort::whole || shape.sort == Sort::span || shape.sort == Sort::number) return "number";
    if (shape.sort == Sort::boolean) return shape.least == 1 ? "true" : "boolean";
    return shape.sort == Sort::open ? "unknown" : "string";
}

std::string TypeScript::one_of_words(std::span<const std::string_view> words) const {
    std::string all;
    for (const auto word : words) all += (all.empty() ? "'" : " | '") + std::string{word} + "'";
    return all;
}

std::string TypeScript::one_of(const std::vector<std::string>& types) const {
    std::string all;
    for (const auto& type : types) all += (all.empty() ? "" : " | ") + type;
    return all;
}

std::string TypeScript::list_of(const std::string& item) const {
    const auto list = item.find(' ') == std::string::npos ? item + "[]" : "(" + item + ")[]";
    return as_ == As::given ? "readonly " + list : list;
}

std::string TypeScript::map_of(const std::string& key, const std::string& item) const {
    return key.empty() ? "Record<string, " + item + ">" : "Partial<Record<" + key + ", " + item + ">>";
}

std::string TypeScript::record(const Shape& shape) const {
    std::string all;
    for (const auto& field : shape.fields) all += (all.empty() ? "" : "; ") + member(field, use_);
    return "{ " + all + " }";
}

std::string TypeScript::form(const Shape& of, const shapes::Form& form) const {
    if (of.tag.empty()) return "{ " + std::string{form.word} + ": " + type_of(form.shape) + " }";
    const auto* noun = spoken_as(form.shape);
    if (noun != nullptr && !noun->tag.empty()) return std::string{noun->name};
    return "({ " + std::string{of.tag} + ": '" + std::string{form.word} + "' } & " + type_of(form.shape) + ")";
}

namespace {

[[nodiscard]] std::string all_declared(const TypeScript& types, const std::vector<Spoken>& nouns,
                                       const std::vector<SpokenWords>& words) {
    std::string text;
    for (const auto& one : words) text += types.declared(one);
    for (const auto& noun : nouns) text += types.declared(noun);
    return text;
}

constexpr std::string_view written = "// Written by denwaban_tools from the shapes of src/documents.\n";

}  // namespace

std::string typescript() {
    auto nouns = spoken();
    for (const auto& answer : book_answer_nouns()) {
        if (spoken_in(nouns, *answer.shape) == nullptr) nouns.push_back(answer);
    }
    const auto words = joined(joined(spoken_words(), book_answer_words()), other_words());
    return std::string{written} + all_declared({nouns, words, As::documents}, nouns, words);
}

std::string answers_in_typescript() {
    const auto nouns = answer_nouns();
    const auto words = answer_words();
    return std::string{written} + "/** A span of time, in milliseconds. */\nexport type Milliseconds = number;\n" +
           all_declared({nouns, words, As::objects}, nouns, words);
}

}  // namespace denwaban::tools
