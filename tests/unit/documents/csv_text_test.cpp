#include <doctest/doctest.h>

#include "documents/engine/csv.hpp"

namespace csv_text_test {
using denwaban::formats::csv_text;

TEST_CASE("what a spreadsheet would reckon with stands behind an apostrophe, what is a number does not") {
    for (const char* formula : {"=1+1", "@SUM(A1)", "-cmd", "+1+cmd|' /C calc'!A0", "-", "＝1", "＠a"}) {
        CAPTURE(formula);
        CHECK(csv_text(formula) == "'" + std::string{formula});
    }
    CHECK(csv_text("\t=1") == "'\t=1");
    CHECK(csv_text("=\"a\",b") == "\"'=\"\"a\"\",b\"");
    CHECK(csv_text("\r=1") == "\"'\r=1\"");
    for (const char* plain : {"", "booking", "-30", "+819012345678", "0", "a=b", "予約"})
        CHECK(csv_text(plain) == plain);
}

TEST_CASE("what has commas, quotes and ends of lines is quoted") {
    CHECK(csv_text("a,b") == "\"a,b\"");
    CHECK(csv_text("say \"a\"") == "\"say \"\"a\"\"\"");
    CHECK(csv_text("a\nb") == "\"a\nb\"");
}

}  // namespace csv_text_test
