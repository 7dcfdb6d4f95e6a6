#include <algorithm>
#include <cctype>
#include <deque>
#include <string>
#include <vector>

#include "answers.hpp"
#include "ledger/errands/doors.hpp"
#include "nouns.hpp"
#include "spelling.hpp"
#include "typescript.hpp"

namespace denwaban::tools {

namespace {

using shapes::Shape;
using shapes::Sort;

constexpr std::string_view errands_head = R"(// Written by denwaban_tools from the table of doors.

)";

constexpr std::string_view errands_tail = R"(/** What writes itself as JSON. */
export interface Written {
  toJSON(): unknown;
}
/** An errand as one asks it: an object with its name as the only key. */
export type Errand = { [Name in keyof Errands]: { [Key in Name]: Errands[Name]['asked'] } }[keyof Errands];
/** All that errands are asked with, by their names. */
export type ErrandQuestions = { [Name in keyof Errands]: Errands[Name]['asked'] };
)";

/// `find_restaurant` as `FindRestaurant`.
[[nodiscard]] std::string pascal(std::string_view words) {
    auto name = camel(words);
    name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
    return name;
}

/// Nouns that have no name yet in the types of Node, each named after its shape.
class Unnamed {
public:
    Unnamed(std::string_view prefix, Use use, std::vector<Spoken> known)
        : prefix_(prefix), use_(use), known_(std::move(known)) {}

    void find_in(const Shape& shape) {
        if (spoken_in(known_, shape) != nullptr || spoken_in(found_, shape) != nullptr) return;
        if (!shape.name.empty()) found_.push_back({names_.emplace_back(prefix_ + pascal(shape.name)), &shape, use_});
        if (shape.of != nullptr) find_in(*shape.of);
        for (const auto& field : shape.fields) find_in(field.shape);
        for (const auto& form : shape.forms) find_in(form.shape);
        for (const auto* way : shape.ways) find_in(*way);
    }
    [[nodiscard]] const std::vector<Spoken>& found() const { return found_; }
    [[nodiscard]] std::vector<Spoken> all() const { return joined(known_, found_); }

private:
    std::string prefix_;
    Use use_;
    std::vector<Spoken> known_;
    std::vector<Spoken> found_;
    std::deque<std::string> names_;  // their characters stay where they are
};

[[nodiscard]] std::vector<Spoken> told_nouns() {
    auto nouns = joined(spoken(), book_answer_nouns());
    std::erase_if(nouns, [](const Spoken& noun) { return noun.use == Use::asked && noun.told_as.empty(); });
    return nouns;
}

/// An object of a class of ours can be given, too, as it writes itself.
[[nodiscard]] std::string given(const TypeScript& types, const Spoken& noun) {
    const auto all = nouns();
    const auto is_it = [&](const Noun& one) { return one.shape->name == noun.shape->name; };
    if (std::none_of(all.begin(), all.end(), is_it)) return types.declared(noun);
    const std::string name{noun.name}, document = name + "Document";
    return "export type " + name + " = " + document + " | Written;\n" +
           types.declared(Spoken{document, noun.shape, noun.use});
}

/// The names of `nouns.d.ts` that stand in a text.
[[nodiscard]] std::string imported(std::string_view text, const std::vector<Spoken>& nouns,
                                   const std::vector<SpokenWords>& words) {
    std::vector<std::string> names;
    for (const auto& noun : nouns) {
        names.emplace_back(noun.name);
        if (!noun.told_as.empty()) names.emplace_back(noun.told_as);
    }
    for (const auto& one : words) names.emplace_back(one.name);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    const auto is_part = [](char letter) { return std::isalnum(static_cast<unsigned char>(letter)) != 0; };
    const auto stands = [&](const std::string& name) {
        for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
            const auto end = at + name.size();
            if (!is_part(text[at - 1]) && !is_part(text[end])) return true;
        }
        return false;
    };
    std::string list;
    for (const auto& name : names) {
        if (stands(name)) list += "  " + name + ",\n";
    }
    return "import type {\n" + list + "} from './nouns.js';\n\n";
}

}  // namespace

std::string errands_in_typescript() {
    const auto told = told_nouns();
    const auto words = joined(joined(spoken_words(), book_answer_words()), other_words());
    Unnamed asked_with{"Asked", Use::asked, {}}, answered{"Told", Use::told, told};
    for (const auto& door : ledger::doors()) {
        for (const auto& field : door.question->fields) asked_with.find_in(field.shape);
        answered.find_in(*door.answer);
    }
    const TypeScript asks{asked_with.all(), words, As::given}, tells{answered.all(), words, As::documents, Use::told};

    std::string text;
    for (const auto& noun : asked_with.found()) text += given(asks, noun);
    for (const auto& noun : answered.found()) text += tells.declared(noun);
    text += "/** What each errand is asked with, and what it answers. */\nexport interface Errands {\n";
    for (const auto& door : ledger::doors()) {
        text += comment(door.about, "  ") + "  " + std::string{door.name} + ": { asked: " + asks.named(*door.question) +
                "; answered: " + tells.named(*door.answer) + (door.finds == ledger::Finds::if_there ? " | null" : "") +
                " };\n";
    }
    text += "}\n";
    return std::string{errands_head} + imported(text, told, words) + text + std::string{errands_tail};
}

}  // namespace denwaban::tools
