/// `denwaban_tools [--check] ROOT` writes the files that follow from the shapes, or says which are not as it would
/// write them.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <denwaban/ledger/tool_desk.hpp>

#include "answers.hpp"
#include "dictionary.hpp"
#include "documents/engine/parser.hpp"
#include "documents/engine/schema.hpp"
#include "errands.hpp"
#include "lex_bot.hpp"
#include "types.hpp"
#include "typescript.hpp"

namespace {

using denwaban::formats::Json;
namespace fs = std::filesystem;

struct File {
    fs::path path;
    std::string text;
};

[[nodiscard]] std::string read(const fs::path& path) {
    std::ifstream in{path, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

void write_pretty(std::string& text, const Json& json, const std::string& indent) {
    const bool is_list = json.is_array();
    if (json.empty() && (is_list || json.is_object())) {
        text += is_list ? "[]" : "{}";
        return;
    }
    if (!is_list && !json.is_object()) return json.write(text);
    text += is_list ? '[' : '{';
    std::string_view comma;
    const auto begin_line = [&] {
        text += comma;
        text += '\n' + indent + "  ";
        comma = ",";
    };
    if (is_list) {
        for (const auto& item : json.items()) {
            begin_line();
            write_pretty(text, item, indent + "  ");
        }
    } else {
        for (const auto& [key, value] : json.members()) {
            begin_line();
            denwaban::formats::write_json_string(text, key);
            text += ": ";
            write_pretty(text, value, indent + "  ");
        }
    }
    text += '\n' + indent + (is_list ? ']' : '}');
}

/// The examples of a noun, and those of what all have.
[[nodiscard]] Json examples_of(const Json& all, std::string_view noun) {
    auto examples = *all.find("*");
    for (const auto& [name, list] : all.find(noun)->members()) examples[name] = list;
    return examples;
}

[[nodiscard]] std::vector<File> files_in(const fs::path& root) {
    const auto parsed = denwaban::formats::parse_document(read(root / "src/tools/examples.json"));
    const Json examples{parsed.document.root()};
    std::vector<File> files;
    const auto add_schema = [&](const denwaban::tools::Noun& noun, const Json& shown) {
        std::string text;
        write_pretty(text, denwaban::shapes::document_schema_of(noun.file, *noun.shape, shown), "");
        files.push_back({root / "docs/schema" / (std::string{noun.file} + ".schema.json"), text + '\n'});
    };
    for (const auto& noun : denwaban::tools::nouns()) add_schema(noun, examples_of(examples, noun.file));
    add_schema(denwaban::tools::errand(), *examples.find("*"));
    add_schema(denwaban::tools::errand_answer(), *examples.find("*"));
    std::string bot;
    write_pretty(bot, denwaban::tools::lex_bot(), "");
    files.push_back({root / "examples/lambda/lex_bot.json", bot + '\n'});
    files.push_back({root / "docs/errands.md", denwaban::tools::errands_page()});
    std::string tools;
    const auto all = denwaban::formats::parse_document(denwaban::tools_json());
    write_pretty(tools, Json{all.document.root()}, "");
    files.push_back({root / "docs/schema/tools.json", tools + '\n'});
    files.push_back({root / "docs/tools.md", denwaban::tools::tools_page(read(root / "docs/tools.md"))});
    files.push_back({root / "bindings/node/generated/nouns.d.ts", denwaban::tools::typescript()});
    files.push_back({root / "bindings/node/generated/errands.d.ts", denwaban::tools::errands_in_typescript()});
    files.push_back({root / "bindings/python/denwaban/generated/nouns.py", denwaban::tools::python()});
    files.push_back({root / "bindings/python/denwaban/generated/words.py", denwaban::tools::words_in_python()});
    files.push_back({root / "bindings/node/generated/answers.js", denwaban::tools::answers_in_javascript()});
    files.push_back({root / "bindings/node/generated/answers.d.ts", denwaban::tools::answers_in_typescript()});
    files.push_back({root / "bindings/python/denwaban/generated/answers.py", denwaban::tools::answers_in_python()});
    files.push_back({root / "tests/fuzz/corpus/nouns.dict", denwaban::tools::dictionary()});
    return files;
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> words{arguments + 1, arguments + count};
    const bool checks = words.size() == 2 && words.front() == "--check";
    if (words.size() != (checks ? 2U : 1U)) {
        std::cerr << "denwaban_tools [--check] ROOT\n";
        return 2;
    }
    bool all_good = true;
    for (const auto& [path, text] : files_in(words.back())) {
        if (read(path) == text) continue;
        if (checks) {
            std::cerr << path.string() << " is not as the shapes have it: run denwaban_tools\n";
            all_good = false;
        } else {
            fs::create_directories(path.parent_path());
            std::ofstream{path, std::ios::binary} << text;
        }
    }
    return all_good ? 0 : 1;
}
