#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

/// A page of the guide, parts of which come of tables in the code.
///
/// With DENWABAN_UPDATE in the environment, the part is written into the page.
inline void check_part(const std::string& page, const std::string& name, const std::string& wanted) {
    const auto path = DENWABAN_TEST_DATA "/../../docs/" + page;
    std::ifstream file{path};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    file.close();
    const auto mark = "<!-- " + name + " -->\n";
    const auto begin = text.find(mark);
    REQUIRE(begin != text.npos);
    const auto from = begin + mark.size();
    const auto to = text.find(mark, from);
    REQUIRE(to != text.npos);
    if (std::getenv("DENWABAN_UPDATE") != nullptr) {
        text.replace(from, to - from, wanted);
        std::ofstream{path} << text;
    } else {
        CHECK(text.substr(from, to - from) == wanted);
    }
}

inline void check_drawing(const std::string& page, const std::string& name, const std::string& mermaid) {
    check_part(page, name, "```mermaid\n" + mermaid + "```\n");
}
