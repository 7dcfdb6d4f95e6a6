#include "typescript.hpp"

#include <algorithm>

#include "documents/engine/shapes.hpp"
#include "spoken.hpp"

namespace denwaban::tools {

namespace {

using shapes::Field;
using shapes::Presence;
using shapes::Shape;
using shapes::Sort;

[[nodiscard]] bool is_same(const Shape& one, const Shape& other) {
    if (!one.fields.empty()) return one.fields.data() == other.fields.data();
    return !one.name.empty() && one.name == other.name && one.sort == other.sort;
}

class TypeScript {
public:
    [[nodiscard]] std::string write() && {
        text_ = "// Written by denwaban_tools from the shapes of src/documents.\n";
        for (const auto& [name, words, about] : words_) {
            comment(about, "");
            text_ += "export type " + std::string{name} + " = " + union_of(words) + ";\n";
        }
        for (const auto& noun : nouns_) declare(noun);
        return std::move(text_);
    }

private:
    void comment(std::string_view about, const std::string& indent) {
        if (!about.empty()) text_ += indent + "/** " + std::string{about} + " */\n";
    }
    void declare(const Spoken& noun) {
        comment(noun.shape->about, "");
        const std::string name{noun.name};
        if (noun.shape->sort == Sort::record) {
            text_ += "export interface " + name + " {\n";
            for (const auto& field : noun.shape->fields) declare(field, noun.use);
            text_ += "}\n";
        } else {
            text_ += "export type " + name + " = " + whole(*noun.shape) + ";\n";
        }
    }
    void declare(const Field& field, Use use) {
        comment(field.about, "  ");
        text_ += "  " + member(field, use) + ";\n";
    }
    [[nodiscard]] std::string member(const Field& field, Use use) const {
        const bool is_always_there = field.presence == Presence::always || field.presence == Presence::told ||
                                     field.presence == Presence::or_null;
        const bool is_there = field.presence <= Presence::nullable || (use == Use::told && is_always_there);
        const bool may_be_null = field.maybe != nullptr && field.presence != Presence::if_said &&
                                 (use == Use::asked || field.presence != Presence::if_any);
        return std::string{field.key} + (is_there ? ": " : "?: ") + type_of(field.shape) +
               (may_be_null ? " | null" : "");
    }

    /// A type's name, where it has one.
    [[nodiscard]] std::string type_of(const Shape& shape) const {
        for (const auto& noun : nouns_) {
            if (is_same(*noun.shape, shape)) return std::string{noun.name};
        }
        return whole(shape);
    }
    [[nodiscard]] std::string whole(const Shape& shape) const {
        switch (shape.sort) {
            case Sort::whole:
                return "number";
            case Sort::boolean:
                return shape.least == 1 ? "true" : "boolean";
            case Sort::word:
                return words(shape);
            case Sort::list:
                return list(shape);
            case Sort::map:
                return map(shape);
            case Sort::record:
                return record(shape);
            case Sort::forms:
                return forms(shape);
            case Sort::either:
                return either(shape);
            case Sort::open:
                return "unknown";
            case Sort::label:
            case Sort::name:
            case Sort::text:
            case Sort::string:
            case Sort::date:
            case Sort::minute:
            case Sort::month_day:
            case Sort::instant:
            case Sort::phone_number:
                break;
        }
        return "string";
    }
    [[nodiscard]] static std::string union_of(std::span<const std::string_view> words) {
        std::string all;
        for (const auto word : words) all += (all.empty() ? "'" : " | '") + std::string{word} + "'";
        return all;
    }
    [[nodiscard]] std::string words(const Shape& shape) const {
        const auto found = std::find_if(words_.begin(), words_.end(), [&](const SpokenWords& one) {
            return std::equal(one.words.begin(), one.words.end(), shape.words.begin(), shape.words.end());
        });
        return found != words_.end() ? std::string{found->name} : union_of(shape.words);
    }
    [[nodiscard]] std::string list(const Shape& shape) const {
        const auto item = type_of(*shape.of);
        return item.find(' ') == std::string::npos ? item + "[]" : "(" + item + ")[]";
    }
    [[nodiscard]] std::string map(const Shape& shape) const {
        const auto of = type_of(*shape.of);
        return shape.words.empty() ? "Record<string, " + of + ">" : "Partial<Record<" + words(shape) + ", " + of + ">>";
    }
    [[nodiscard]] std::string record(const Shape& shape) const {
        std::string all;
        for (const auto& field : shape.fields) all += (all.empty() ? "" : "; ") + member(field, Use::asked);
        return "{ " + all + " }";
    }
    [[nodiscard]] std::string forms(const Shape& shape) const {
        std::string all;
        for (const auto& form : shape.forms) {
            all += (all.empty() ? "{ " : " | { ") + std::string{form.word} + ": " + type_of(form.shape) + " }";
        }
        return all;
    }
    [[nodiscard]] std::string either(const Shape& shape) const {
        std::string all;
        for (const auto* way : shape.ways) all += (all.empty() ? "" : " | ") + type_of(*way);
        return all;
    }

    std::vector<Spoken> nouns_ = spoken();
    std::vector<SpokenWords> words_ = spoken_words();
    std::string text_;
};

}  // namespace

std::string typescript() { return TypeScript{}.write(); }

}  // namespace denwaban::tools
