#include <doctest/doctest.h>

#include <set>

#include <denwaban/documents/booking_csv.hpp>
#include <denwaban/reservation/command.hpp>

#include "drawn_page.hpp"
#include "evening.hpp"

namespace booking_csv_test {
using namespace evening;

namespace {

DayBook book_with(std::string name, std::string note) {
    auto one = wanted("b1", 2, MinuteOfDay::clock(19, 0));
    one.details.name = std::move(name);
    one.details.phone = PhoneNumber::parse("03-1234-5678").value();
    one.details.for_restaurant = std::move(note);
    one.details.allergies = {"そば", "=1+1"};
    return book(empty_book(), one, by(Actor::agent))->book;
}
std::string row_of(const DayBook& day) {
    return booking_csv_row(day->restaurant, day->date, day->reservations.front());
}
bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("an evening is a header and a line for each reservation, in the order in which they come") {
    auto day = book_with("山田, 太郎", "窓際\n\"静か\"");
    day = book(day, wanted("a0", 1, MinuteOfDay::clock(20, 0)), by(Actor::agent))->book;
    const auto text = booking_csv(day);
    CHECK(text.starts_with(booking_csv_header()));
    CHECK(booking_csv_header().starts_with("restaurant,date,begin,end,booking,commitment,"));
    CHECK(has(text, ",\"山田, 太郎\",,+81312345678,"));
    CHECK(has(text, ",\"窓際\n\"\"静か\"\"\","));
    CHECK(has(text, ",そば; =1+1,"));
    CHECK(text.find(",b1,confirmed,") < text.find(",a0,confirmed,"));
    CHECK(text.ends_with("\r\n"));
}

TEST_CASE("nothing in a line is a formula") {
    for (const auto* formula : {"=HYPERLINK(\"http://a.example\")", "+1+1", "-2+3", "@SUM(A1)", "＝1+1", "＠SUM(A1)"}) {
        CAPTURE(formula);
        const auto row = row_of(book_with(formula, formula));
        CHECK_FALSE(has(row, "," + std::string{formula}));
        CHECK_FALSE(has(row, ",\"" + std::string{formula}.substr(0, 2)));
        CHECK(has(row, "'" + std::string{formula}.substr(0, 2)));
    }
    CHECK(has(row_of(book_with("山田=太郎", "-")), ",山田=太郎,"));
    CHECK(has(row_of(book_with("山田", "-5")), ",-5,"));
}

TEST_CASE("every line has a cell for each column, and the guide lists them") {
    std::set<std::string_view> names;
    std::string table = "| column | |\n| --- | --- |\n";
    for (const auto& [name, about] : booking_csv_columns()) {
        CHECK(names.insert(name).second);
        table += "| `" + std::string{name} + "` | " + std::string{about} + " |\n";
    }
    const auto row = row_of(book_with("山田", "窓際"));
    CHECK(static_cast<std::size_t>(std::ranges::count(row, ',')) == names.size() - 1);
    check_part("reservations.md", "booking_csv", table);
}

}  // namespace booking_csv_test
