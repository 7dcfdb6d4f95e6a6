#include "python_types.hpp"

#include <algorithm>
#include <cctype>

namespace denwaban::tools {

std::string Declarations::needing(std::string type) {
    const auto is_of_name = [](char letter) {
        return letter == '_' || std::isalnum(static_cast<unsigned char>(letter));
    };
    for (auto end = type.begin(); end != type.end();) {
        const auto begin = std::find_if(end, type.end(), is_of_name);
        end = std::find_if_not(begin, type.end(), is_of_name);
        if (begin != end) all_.back().needs.emplace(begin, end);
    }
    return type;
}

void Declarations::write(const std::string& name) {
    const auto found = std::find_if(all_.begin(), all_.end(), [&](const Declaration& one) { return one.name == name; });
    if (found == all_.end() || !written_.insert(name).second) return;
    for (const auto& needed : found->needs) write(needed);
    text_ += found->text;
}

std::string Declarations::in_order() && {
    for (const auto& one : all_) write(one.name);
    return std::move(text_);
}

std::string PythonTypes::plain(const shapes::Shape& shape) const {
    using shapes::Sort;
    if (shape.sort == Sort::whole || shape.sort == Sort::span) return "int";
    if (shape.sort == Sort::number) return "float";
    if (shape.sort == Sort::boolean) return "bool";
    return shape.sort == Sort::open ? "Any" : "str";
}

std::string PythonTypes::one_of_words(std::span<const std::string_view> words) const {
    std::string all;
    for (const auto word : words) all += (all.empty() ? "Literal[\"" : ", \"") + std::string{word} + "\"";
    return all + "]";
}

std::string PythonTypes::one_of(const std::vector<std::string>& types) const {
    std::string all;
    for (const auto& type : types) all += (all.empty() ? "Union[" : ", ") + type;
    return all + "]";
}

}  // namespace denwaban::tools
