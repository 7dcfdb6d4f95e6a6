#include "answers.hpp"
#include "spelling.hpp"
#include "types.hpp"

namespace denwaban::tools {

namespace {

using shapes::Shape;
using shapes::Sort;

constexpr std::string_view javascript_head = R"('use strict';

// Written by denwaban_tools from the shapes of src/documents: answers in our words as objects of JavaScript.

const ifAny = (read, told) => (told === null ? null : read(told));
const time = (told) => new Date(told);
)";

/// Objects of one form each, which V8 makes many times faster than it copies members by name.
class JavaScript {
public:
    [[nodiscard]] std::string write() && {
        text_ = javascript_head;
        std::string names;
        for (const auto& noun : nouns_) {
            declare(noun);
            names += (names.empty() ? "" : ", ") + std::string{noun.name};
        }
        return text_ + "\nmodule.exports = { " + names + " };\n";
    }

private:
    void declare(const Spoken& noun) {
        const std::string name{noun.name};
        text_ += "\nconst " + name + " = (told) => ";
        if (noun.shape->sort != Sort::record) return declare_forms(*noun.shape);
        text_ += "({\n";
        if (!noun.tag.empty()) text_ += "  " + std::string{noun.tag} + ": '" + std::string{noun.word} + "',\n";
        for (const auto& field : noun.shape->fields) text_ += "  " + camel(field.key) + ": " + member(field) + ",\n";
        text_ += "});\n";
    }
    void declare_forms(const Shape& shape) {
        const std::string tag = "told." + std::string{shape.tag};
        std::string either;
        for (const auto& form : shape.forms) {
            const bool is_last = &form == &shape.forms.back();
            if (!is_last) either += tag + " === '" + std::string{form.word} + "' ? ";
            either += reader_of(form.shape) + "(told)" + (is_last ? "" : " : ");
        }
        text_ += "(" + either + ");\n";
    }
    [[nodiscard]] std::string member(const shapes::Field& field) const {
        const auto told = "told." + std::string{field.key};
        const auto reader = reader_of(field.shape);
        if (reader.empty()) return told;
        if (field.maybe != nullptr) return "ifAny(" + reader + ", " + told + ")";
        return field.shape.sort == Sort::list ? told + ".map((one) => " + reader_of(*field.shape.of) + "(one))"
                                              : reader + "(" + told + ")";
    }
    /// None of what JSON has as JavaScript does.
    [[nodiscard]] std::string reader_of(const Shape& shape) const {
        if (shape.sort == Sort::instant) return "time";
        if (shape.sort == Sort::list) return reader_of(*shape.of);
        const auto* noun = spoken_in(nouns_, shape);
        return noun == nullptr ? std::string{} : std::string{noun->name};
    }

    std::vector<Spoken> nouns_ = answer_nouns();
    std::string text_;
};

}  // namespace

std::string answers_in_javascript() { return JavaScript{}.write(); }

}  // namespace denwaban::tools
