/// Whatever is done to the books of two neighbouring dates, each beside the other: no table is had by two at once, a
/// move takes a reservation from one to the other, and what is refused changes nothing.

#include <rapidcheck.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/reservation/change_date.hpp>
#include <denwaban/reservation/command.hpp>
#include <denwaban/reservation/neighbours.hpp>

namespace neighbours_property {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

constexpr auto friday = make_date(2026, 11, 27);
constexpr auto saturday = make_date(2026, 11, 28);

int below(int most) { return *rc::gen::inRange(0, most); }
bool one_in(int count) { return below(count) == 0; }
MinuteOfDay minute(int minutes) { return *MinuteOfDay::make(minutes); }
template <class Enum>
Enum any() {
    return static_cast<Enum>(below(static_cast<int>(count_of<Enum>)));
}

/// Open until seven in the morning, and from four on.
DayBook empty_book(Date date) {
    DayBookContents contents;
    contents.restaurant = {"r1"};
    contents.date = date;
    std::vector<Table> tables;
    for (const char* id : {"A", "B", "C"}) {
        Table table;
        table.id = {id};
        table.most = Covers::of(4);
        tables.push_back(std::move(table));
    }
    contents.floor_plan = *FloorPlan::make(std::move(tables), {{{{"A"}, {"B"}}, Covers::of(5), Covers::of(8), 0}});
    contents.policy.turn = 90min;
    contents.policy.buffer = 15min;
    contents.periods = {{"breakfast", minute(4 * 60), minute(11 * 60), minute(10 * 60)},
                        {"night", minute(17 * 60), minute(31 * 60), minute(31 * 60)}};
    return *DayBook::make(std::move(contents));
}

struct Books {
    DayBook evening = empty_book(friday);
    DayBook morning = empty_book(saturday);
    int reservations = 0;
};

By some_by(int step) {
    By by;
    by.actor = Actor::restaurant;
    by.now = now_in(TimeZone::tokyo(), Instant{friday.time_since_epoch() + 12h + 10min * step});
    by.overrides = {Limit::last_entry, Limit::closing, Limit::lead_time};
    return by;
}
Request some_request(bool is_evening) {
    Request request;
    request.wish.party.adults = *Covers::make(1 + below(8));
    request.begin = minute(is_evening ? (25 * 60 + 30 * below(12)) : (4 * 60 + 30 * below(10)));
    return request;
}
BookingId some_id(const DayBook& book) {
    const auto& all = book->reservations;
    return all.empty() ? BookingId{"nobody"} : all[static_cast<std::size_t>(below(static_cast<int>(all.size())))].id;
}

Command some_command(const DayBook& book, bool is_evening, int& reservations) {
    switch (below(10)) {
        case 0:
            return Change{some_id(book), some_request(is_evening)};
        case 1:
            return Follow{some_id(book), CommitmentEvent::cancel, {}};
        case 2:
            return Attend{some_id(book), any<PresenceEvent>(), {}};
        case 3:
            return Allocate{some_id(book), any<AllocationEvent>(), {}};
        case 4:
            return Block{{"C"}, minute(is_evening ? 28 * 60 : 5 * 60), minute(is_evening ? 30 * 60 : 7 * 60), ""};
        case 5:
            return WalkIn{{"b" + std::to_string(++reservations)}, some_request(is_evening).wish, {}};
        default:
            return NewReservation{{"b" + std::to_string(++reservations)}, some_request(is_evening), {}};
    }
}

/// By what is written alone, in the minutes of the evening's date.
void check_tables(const Books& books, Instant now) {
    std::map<std::pair<std::string, int>, std::string> taken;
    const auto take = [&](const std::string& table, int begin, int end, const std::string& who) {
        for (int at = begin; at < end; ++at) RC_ASSERT(taken.emplace(std::pair{table, at}, who).second);
    };
    for (const auto* book : {&books.evening, &books.morning}) {
        const int shift = book == &books.morning ? 24 * 60 : 0;
        for (const auto& block : (*book)->blocks)
            take(block.table.text, block.begin.count() + shift, block.end.count() + shift, "block");
        for (const auto& one : (*book)->reservations) {
            if (!counts_at(one, now)) continue;
            for (const auto& table : one.tables)
                take(table.text, one.begin.count() + shift, free_from(one).count() + shift, one.id.text);
        }
    }
}

void step(Books& books, int number) {
    const bool is_evening = one_in(2);
    auto& book = is_evening ? books.evening : books.morning;
    auto& other = is_evening ? books.morning : books.evening;
    const auto by = some_by(number);
    if (one_in(6)) {
        const auto id = some_id(other);
        const auto left = other.contents();
        auto without = left;
        std::erase_if(without.reservations, [&](const Reservation& one) { return one.id == id; });
        const auto beside = book.beside(stays_on(book->date, *DayBook::make(without), by.now));
        const auto moved = change_date(other, beside, id, some_request(is_evening), by);
        if (!moved) return;
        RC_ASSERT(moved->from.find(id) == nullptr && moved->to.book.find(id) != nullptr);
        other = *DayBook::make(moved->from.contents());
        book = *DayBook::make(moved->to.book.contents());
        return;
    }
    const auto beside = book.beside(stays_on(book->date, other, by.now));
    const auto wanted = some_request(is_evening);
    const auto slots = availability(beside, wanted.wish, {wanted.begin, wanted.begin}, by.now, SearchBudget{100'000});
    const auto command = one_in(3) ? Command{NewReservation{{"b" + std::to_string(++books.reservations)}, wanted, {}}}
                                   : some_command(book, is_evening, books.reservations);
    const auto decided = decide(beside, command, by);
    const auto* taken = std::get_if<NewReservation>(&command);
    const bool is_offered = slots && !slots->empty() && slots->front().state == SlotState::free;
    if (is_offered && taken != nullptr && taken->request == wanted) RC_ASSERT(decided.has_value());
    if (!decided) return;
    const auto made = DayBook::make(decided->book.contents());
    RC_ASSERT(made.has_value());
    RC_ASSERT(*kept_day_book_from_json(to_kept_json(*made, "{}")) == *made);
    book = *made;
}

}  // namespace

int run() {
    const bool holds = rc::check("two dates share their tables", [] {
        Books books;
        for (int number = 0; number < 40; ++number) {
            step(books, number);
            check_tables(books, some_by(number).now.instant);
        }
    });
    return holds ? 0 : 1;
}

}  // namespace neighbours_property
