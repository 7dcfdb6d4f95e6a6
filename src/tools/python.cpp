#include <algorithm>
#include <cctype>

#include "python_types.hpp"

namespace denwaban::tools {

namespace {

using shapes::Field;
using shapes::Shape;
using shapes::Sort;

constexpr std::string_view python_head =
    R"("""What is given and comes as a dictionary. Written by denwaban_tools from the shapes of src/documents."""

from typing import Any, Literal, TypedDict, Union

from .words import *
)";

constexpr std::string_view words_head =
    R"("""The words of enumerations, apart from the nouns that have them: those take longer to load. Written by denwaban_tools
from the shapes of src/documents."""

from typing import Literal

)";

/// Typed dictionaries: what may be left out in a base of its own, for whoever asks for the rest by name, and what must
/// be there.
class Python final : public PythonTypes {
public:
    Python() : PythonTypes(spoken(), joined(spoken_words(), other_words())) {}

    [[nodiscard]] std::string write() && {
        for (const auto& noun : nouns_) {
            if (noun.shape->sort == Sort::record) declare(noun);
        }
        for (const auto& noun : nouns_) {
            for (const auto& one : noun.shape->forms) declare(*noun.shape, one);
        }
        for (const auto& noun : nouns_) {
            if (noun.shape->sort != Sort::record) alias(noun.name, whole(*noun.shape), noun.shape->about);
        }
        return std::string{python_head} + std::move(text_).in_order();
    }
    [[nodiscard]] std::string write_words() && {
        for (const auto& [name, words, about] : words_) alias(name, one_of_words(words), about);
        return std::string{words_head} + std::move(text_).in_order();
    }

private:
    void alias(std::string_view name, const std::string& type, std::string_view about) {
        text_.begin(name);
        text_ += std::string{name} + " = " + text_.needing(type) + "\n";
        if (!about.empty()) text_ += "\"\"\"" + std::string{about} + "\"\"\"\n";
    }
    /// With fields that Python has other uses for: all of them always there, or none.
    void declare_by_call(const Spoken& noun) {
        const std::string name{noun.name};
        text_.begin(name);
        text_ += "\n\n" + name + " = TypedDict(\"" + name + "\", {";
        std::string_view comma;
        for (const auto& field : noun.shape->fields) {
            text_ += std::string{comma} + '"' + std::string{field.key} + "\": " + text_.needing(type_of(field.shape));
            comma = ", ";
        }
        const bool is_whole = is_there(noun.shape->fields.front(), noun.use);
        text_ +=
            std::string{is_whole ? "}" : "}, total=False"} + ")\n\"\"\"" + std::string{noun.shape->about} + "\"\"\"\n";
    }
    void declare(const Spoken& noun) {
        const std::string name{noun.name};
        const auto& fields = noun.shape->fields;
        const auto is_from = [](const Field& field) { return field.key == "from"; };
        if (std::any_of(fields.begin(), fields.end(), is_from)) return declare_by_call(noun);
        const auto needed = [&](const Field& field) { return is_there(field, noun.use); };
        const bool has_needed = std::any_of(fields.begin(), fields.end(), needed);
        const bool has_others = !std::all_of(fields.begin(), fields.end(), needed);
        text_.begin(name);
        if (has_needed && has_others) {
            text_ += "\n\nclass _" + name + "(TypedDict, total=False):\n";
            for (const auto& field : fields) member(field, noun.use, !needed(field));
            text_ += "\n\nclass " + name + "(_" + name + "):\n";
        } else {
            text_ += "\n\nclass " + name + "(TypedDict" + (has_others ? ", total=False" : "") + "):\n";
        }
        if (!noun.shape->about.empty()) text_ += "    \"\"\"" + std::string{noun.shape->about} + "\"\"\"\n\n";
        for (const auto& field : fields) member(field, noun.use, !has_needed || needed(field));
    }
    void declare(const Shape& of, const shapes::Form& form) {
        text_.begin(name_of_form(of, form));
        text_ += "\n\nclass " + name_of_form(of, form) + "(TypedDict):\n";
        text_ += "    " + std::string{form.word} + ": " + text_.needing(type_of(form.shape)) + "\n\n\n";
    }
    void member(const Field& field, Use use, bool is_of_these) {
        if (!is_of_these) return;
        const auto type = text_.needing(type_of(field.shape, use));
        text_ += "    " + std::string{field.key} + ": " + (may_be_null(field, use) ? or_none(type) : type) + "\n";
        if (!field.about.empty()) text_ += "    \"\"\"" + std::string{field.about} + "\"\"\"\n";
    }

    /// `DeadlineMinutesBefore`
    [[nodiscard]] std::string name_of_form(const Shape& of, const shapes::Form& form) const {
        std::string name{spoken_as(of)->name};
        bool is_first = true;
        for (const char letter : form.word) {
            if (letter != '_') name += static_cast<char>(is_first ? std::toupper(letter) : letter);
            is_first = letter == '_';
        }
        return name;
    }

    [[nodiscard]] std::string list_of(const std::string& item) const override { return "list[" + item + "]"; }
    [[nodiscard]] std::string map_of(const std::string& key, const std::string& item) const override {
        return "dict[" + (key.empty() ? "str" : key) + ", " + item + "]";
    }
    [[nodiscard]] std::string form(const Shape& of, const shapes::Form& form) const override {
        return name_of_form(of, form);
    }

    Declarations text_;
};

}  // namespace

std::string python() { return Python{}.write(); }
std::string words_in_python() { return Python{}.write_words(); }

}  // namespace denwaban::tools
