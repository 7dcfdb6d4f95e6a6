/// Reads a phone number a line and answers each with a line: `e164<TAB>national`, or `error<TAB>code`.

#include <iostream>
#include <string>

#include <denwaban/core/phone_number.hpp>

int main() {
    std::ios::sync_with_stdio(false);
    for (std::string line; std::getline(std::cin, line);) {
        const auto number = denwaban::PhoneNumber::parse(line);
        if (number) {
            std::cout << number->e164() << '\t' << number->national() << '\n';
        } else {
            std::cout << "error\t" << to_string(number.error().code) << '\n';
        }
    }
}
