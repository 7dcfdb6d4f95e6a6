#include "spelling.hpp"

#include <cctype>

namespace denwaban::tools {

std::string camel(std::string_view key) {
    std::string name;
    bool is_after_bar = false;
    for (const char letter : key) {
        if (letter != '_') name += static_cast<char>(is_after_bar ? std::toupper(letter) : letter);
        is_after_bar = letter == '_';
    }
    return name;
}

}  // namespace denwaban::tools
