#include "python_types.hpp"

namespace denwaban::tools {

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
