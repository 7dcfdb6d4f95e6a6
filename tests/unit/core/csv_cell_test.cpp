#include <doctest/doctest.h>

#include <denwaban/core/detail/csv_cell.hpp>

namespace csv_cell_test {
using denwaban::detail::csv_cell;

TEST_CASE("what a spreadsheet would reckon with stands behind an apostrophe, what is a number does not") {
    for (const char* formula : {"=1+1", "@SUM(A1)", "-cmd", "+1+cmd|' /C calc'!A0", "-", "＝1", "＠a"}) {
        CAPTURE(formula);
        CHECK(csv_cell(formula) == "'" + std::string{formula});
    }
    CHECK(csv_cell("\t=1") == "'\t=1");
    CHECK(csv_cell("=\"a\",b") == "\"'=\"\"a\"\",b\"");
    CHECK(csv_cell("\r=1") == "\"'\r=1\"");
    for (const char* plain : {"", "booking", "-30", "+819012345678", "0", "a=b", "予約"})
        CHECK(csv_cell(plain) == plain);
}

TEST_CASE("what has commas, quotes and ends of lines is quoted") {
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("say \"a\"") == "\"say \"\"a\"\"\"");
    CHECK(csv_cell("a\nb") == "\"a\nb\"");
}

}  // namespace csv_cell_test
