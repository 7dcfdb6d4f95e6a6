#include <utility>

#include "answers.hpp"
#include "documents/engine/schema.hpp"
#include "python_types.hpp"

namespace denwaban::tools {

namespace {

using shapes::Field;
using shapes::Shape;
using shapes::snake;
using shapes::Sort;

constexpr std::string_view answers_head =
    R"("""What is answered. Written by denwaban_tools from the shapes of src/documents."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Literal, NamedTuple, Union

from .._told import day, if_any, span, time
from . import nouns

)";

constexpr std::string_view unknown_member =
    R"(    unknown: tuple[str, ...] = ()
    """The places of keys and words that are new to us, as JSON pointers: nothing passes unread in silence."""
)";

/// Python has other uses for `from`: what lies between two times begins and ends.
[[nodiscard]] std::string name_of_member(const Field& field) {
    if (field.key == "from") return field.shape.sort == Sort::instant ? "begins" : "origin";
    return field.key == "until" ? "ends" : std::string{field.key};
}

/// Named tuples, and what makes them of JSON.
class PythonAnswers final : public PythonTypes {
public:
    PythonAnswers()
        : PythonTypes(joined(answer_nouns(), book_answer_nouns()), joined(answer_words(), book_answer_words())) {}

    [[nodiscard]] std::string write() && {
        for (const auto& [name, words, about] : words_) {
            text_.begin(name);
            text_ += std::string{name} + " = " + one_of_words(words) + "\n";
        }
        for (const auto& noun : nouns_) {
            if (noun.shape->sort == Sort::record) declare(noun);
        }
        for (const auto& noun : nouns_) {
            if (noun.shape->sort != Sort::record) declare_forms(noun);
        }
        return std::string{answers_head} + std::move(text_).in_order();
    }

private:
    void declare(const Spoken& noun) {
        const std::string name{noun.name};
        text_.begin(name);
        text_ += "\n\nclass " + name + "(NamedTuple):\n    \"\"\"" + std::string{noun.shape->about} + "\"\"\"\n\n";
        for (const auto& field : noun.shape->fields) {
            const auto type = text_.needing(type_of(field.shape));
            text_ +=
                "    " + name_of_member(field) + ": " + (may_be_null(field, noun.use) ? or_none(type) : type) + "\n";
            if (!field.about.empty()) text_ += "    \"\"\"" + std::string{field.about} + "\"\"\"\n";
        }
        const bool has_unknown = noun.beside == Beside::unknown;
        if (has_unknown) text_ += unknown_member;
        text_ += "\n\ndef " + snake(name) + "(told: dict[str, Any]" +
                 (has_unknown ? ", unknown: Iterable[str] = ()" : "") + ") -> " + name + ":\n    return " + name +
                 "(\n";
        for (const auto& field : noun.shape->fields) text_ += "        " + member(field, noun.use) + ",\n";
        text_ += has_unknown ? "        tuple(unknown),\n    )\n" : "    )\n";
    }
    void declare_forms(const Spoken& noun) {
        const std::string name{noun.name};
        text_.begin(name);
        text_ += "\n\n" + name + " = " + text_.needing(whole(*noun.shape)) + "\n\n\ndef " + snake(name) +
                 "(told: dict[str, Any]) -> " + name + ":\n";
        for (const auto& one : noun.shape->forms) {
            const auto answer = "return " + reader_of(one.shape) + "(told)\n";
            const auto is_it =
                "if told[\"" + std::string{noun.shape->tag} + "\"] == \"" + std::string{one.word} + "\":";
            const bool is_last = &one == &noun.shape->forms.back();
            text_ += is_last ? "    " + answer : "    " + is_it + "\n        " + answer;
        }
    }
    [[nodiscard]] std::string member(const Field& field, Use use) const {
        const auto key = '"' + std::string{field.key} + '"';
        const std::string left_out = field.shape.sort == Sort::boolean ? "False" : "()";
        const auto told = is_there(field, use) ? "told[" + key + "]" : "told.get(" + key + ", " + left_out + ")";
        if (field.shape.sort == Sort::list) {
            const auto reader = reader_of(*field.shape.of);
            return reader.empty() ? "tuple(" + told + ")" : "tuple(map(" + reader + ", " + told + "))";
        }
        const auto reader = reader_of(field.shape);
        if (reader.empty()) return told;
        return field.maybe != nullptr ? "if_any(" + reader + ", " + told + ")" : reader + "(" + told + ")";
    }
    /// None of what JSON has as Python does.
    [[nodiscard]] std::string reader_of(const Shape& shape) const {
        if (shape.sort == Sort::instant) return "time";
        if (shape.sort == Sort::span) return "span";
        if (shape.sort == Sort::date) return "day";
        if (shape.sort == Sort::list && reader_of(*shape.of).empty()) return "tuple";
        const auto* noun = spoken_as(shape);
        return noun == nullptr ? std::string{} : snake(noun->name);
    }

    [[nodiscard]] std::string plain(const Shape& shape) const override {
        if (shape.sort == Sort::instant) return "datetime";
        if (shape.sort == Sort::date) return "date";
        return shape.sort == Sort::span ? "timedelta" : PythonTypes::plain(shape);
    }
    [[nodiscard]] std::string list_of(const std::string& item) const override { return "tuple[" + item + ", ...]"; }
    [[nodiscard]] std::string map_of(const std::string& key, const std::string& item) const override {
        return "Mapping[" + (key.empty() ? "str" : key) + ", " + item + "]";
    }
    /// Documents within an answer stay what they are.
    [[nodiscard]] std::string record(const Shape& shape) const override {
        const auto* document = spoken_in(documents_, shape);
        return document == nullptr ? PythonTypes::record(shape) : "nouns." + std::string{document->name};
    }
    [[nodiscard]] std::string form(const Shape&, const shapes::Form& form) const override {
        return type_of(form.shape);
    }

    std::vector<Spoken> documents_ = spoken();
    Declarations text_;
};

}  // namespace

std::string answers_in_python() { return PythonAnswers{}.write(); }

}  // namespace denwaban::tools
