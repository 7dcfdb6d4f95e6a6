/// A book that is read comes back equal, answers whatever can be read as a question, and stays right whatever can be
/// read as a command is done to it; what is refused is refused for places that are there.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <denwaban/documents/customers_json.hpp>
#include <denwaban/documents/day_book_json.hpp>

#include "check_errors.hpp"

using namespace denwaban;

namespace {

/// Little, so that no input takes long.
constexpr SearchBudget few{20};

const DayBook& small_book() {
    static const auto book = *day_book_from_json(R"({"restaurant":"r","date":"2026-11-27",
        "floor_plan":{"tables":[{"id":"A","most":2},{"id":"B","most":4}],"combinations":[{"tables":["A","B"],"most":6}]},
        "policy":{"overbooking":2},"periods":[{"opens":"17:00","closes":"26:00"}],
        "reservations":[{"id":"a","begin":"19:00","end":"21:00","party":2,"commitment":"confirmed","allocation":"assigned","tables":["A"]}]})");
    return book;
}

void check_right(const DayBook& book) {
    require(DayBook::make(book.contents()).has_value());
    require(day_book_from_json(to_json(book)) == book);
}

void check_book(std::string_view text) {
    const auto book = day_book_from_json(text);
    if (!book) return check_errors(book.error(), text);
    check_right(*book);
    const auto& contents = book->contents();
    if (contents.floor_plan.seatings().size() > 200 || contents.reservations.size() > 50) return;
    Wish wish;
    wish.party.adults = Covers::of(2);
    const auto now = now_in(TimeZone::tokyo(), Instant{contents.date.time_since_epoch()});
    require(availability(*book, wish, {}, now).has_value());
    require(propose(*book, {wish, MinuteOfDay::clock(19, 0)}, now, {{}, few}).has_value());
}

void check_command(std::string_view text) {
    const auto& book = small_book();
    auto given = command_from_json(text, book, TimeZone::tokyo());
    if (!given) return check_errors(given.error(), text);
    given->by.budget = few;
    const auto decision = decide(book, given->command, given->by);
    if (decision) check_right(decision->book);
    if (!decision) require(!decision.error().empty());
}

void check_edit(std::string_view text) {
    auto given = edit_from_json(text, TimeZone::tokyo());
    if (!given) return check_errors(given.error(), text);
    given->by.budget = few;
    const auto made = edited(small_book(), *given);
    if (made) check_right(made->book);
}

void check_questions(std::string_view text) {
    auto availability_asked = availability_question_from_json(text, TimeZone::tokyo());
    if (availability_asked) {
        if (availability_asked->moves) availability_asked->moves = few;
        const auto slots = availability(small_book(), *availability_asked);
        require(slots.has_value() || !slots.error().empty());
    } else {
        check_errors(availability_asked.error(), text);
    }
    auto asked = proposal_question_from_json(text, TimeZone::tokyo());
    if (!asked) return check_errors(asked.error(), text);
    asked->asking.budget = few;
    const auto proposal = propose(small_book(), *asked);
    require(proposal.has_value() || !proposal.error().empty());
}

void check_customers(std::string_view text) {
    const auto customers = customers_from_json(text);
    if (!customers) return check_errors(customers.error(), text);
    const auto again = customers_from_json(to_json(*customers));
    require(again.has_value() && again->all() == customers->all());
    for (const auto& [id, customer] : customers->all()) {
        require(customers->find(id) == &customer);
        if (!search_key(customer.name).empty()) require(!customers->by_name(customer.name).empty());
        for (const auto& phone : customer.phones) require(!customers->by_phone(phone).empty());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    check_book(text);
    check_command(text);
    check_edit(text);
    check_questions(text);
    check_customers(text);
    return 0;
}
