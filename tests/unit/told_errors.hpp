#pragma once

#include <string>
#include <vector>

#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>

/// Each error as its code and place: `duplicate_id /entries/1/code`.
inline std::vector<std::string> told(const denwaban::Errors& errors) {
    std::vector<std::string> all;
    for (const auto& error : errors) {
        all.push_back(std::string{to_string(error.code)} + " " + to_string(error.where));
    }
    return all;
}

/// None of what was read.
template <class T>
std::vector<std::string> told(const denwaban::Expected<T, denwaban::Errors>& read) {
    return read ? std::vector<std::string>{} : told(read.error());
}
