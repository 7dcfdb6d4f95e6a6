#pragma once

#include <string>
#include <vector>

#include "spoken.hpp"

namespace denwaban::tools {

/// What Node and Python are answered as objects of their own: camelCase and Dates, named tuples and datetimes.
[[nodiscard]] std::vector<Spoken> answer_nouns();
/// What books and their desks answer: documents to Node, named tuples to Python.
[[nodiscard]] std::vector<Spoken> book_answer_nouns();
[[nodiscard]] std::vector<SpokenWords> book_answer_words();
[[nodiscard]] std::vector<SpokenWords> answer_words();

/// Their types, and what makes them of JSON in our words.
[[nodiscard]] std::string answers_in_typescript();
[[nodiscard]] std::string answers_in_javascript();
[[nodiscard]] std::string answers_in_python();

}  // namespace denwaban::tools
