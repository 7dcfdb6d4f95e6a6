#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/documents/restaurant_json.hpp>
#include <denwaban/restaurant/findings.hpp>

#include "told_errors.hpp"

namespace findings_test {
using namespace denwaban;

TEST_CASE("a route of a line that is none of the restaurant's is found") {
    const auto restaurant = restaurant_from_json(R"({"id": "r1", "name": "とりべえ", "hours": {"rules": []},
        "lines": [{"number": "03-1234-5678"}], "routing": {"otherwise": {"queue": "q"}, "routes": [
            {"line": "+81 3 1234 5678", "to": {"queue": "own"}}, {"line": "03-9999-9999", "to": {"queue": "theirs"}},
            {"to": {"queue": "any"}}, {"line": "06-1111-2222", "to": {"queue": "theirs"}}]}})");
    REQUIRE(restaurant);
    CHECK(told(findings_of(*restaurant)) == std::vector<std::string>{"unknown_reference /routing/routes/1/line",
                                                                     "unknown_reference /routing/routes/3/line"});
}

}  // namespace findings_test
