/// Whatever is done to the books of two neighbouring dates, each beside the other, also where clocks are changed
/// between them: no table is had by two at once, pacing holds over midnight, a move takes a reservation from one to the
/// other, and what is refused changes nothing.

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/reservation/change_date.hpp>
#include <denwaban/reservation/command.hpp>
#include <denwaban/reservation/neighbours.hpp>
#include <denwaban/zones.hpp>

namespace neighbours_property {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

/// An evening and whose clocks it is by.
struct Night {
    TimeZone zone;
    Date evening;
};
/// In the second clocks go forward at one, in the third back at two.
std::vector<Night> nights() {
    const auto london = *load_time_zone("Europe/London");
    return {{TimeZone::tokyo(), make_date(2026, 11, 27)},
            {london, make_date(2027, 3, 27)},
            {london, make_date(2026, 10, 24)}};
}

int below(int most) { return *rc::gen::inRange(0, most); }
bool one_in(int count) { return below(count) == 0; }
MinuteOfDay minute(int minutes) { return *MinuteOfDay::make(minutes); }
template <class Enum>
Enum any() {
    return static_cast<Enum>(below(static_cast<int>(count_of<Enum>)));
}

constexpr int most_in_span = 3;

/// Open until seven in the morning, and from four on.
DayBook empty_book(Date date, const TimeZone& zone) {
    DayBookContents contents;
    contents.restaurant = {"r1"};
    contents.date = date;
    contents.zone = zone.name();
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
    contents.policy.pacing = {{{}, {}, 45min, {}, most_in_span}};
    contents.policy.on_limit.set(Limit::pacing_parties, OnLimit::refuse);
    return *DayBook::make(std::move(contents), zone);
}

struct Books {
    explicit Books(const Night& of)
        : night(of),
          evening(empty_book(of.evening, of.zone)),
          morning(empty_book(of.evening + date::days{1}, of.zone)) {}

    Night night;
    DayBook evening;
    DayBook morning;
    int reservations = 0;
};

By some_by(const Night& night, int step) {
    By by;
    by.actor = Actor::restaurant;
    by.now = now_in(night.zone, Instant{night.evening.time_since_epoch() + 12h + 10min * step});
    by.overrides = {Limit::last_entry, Limit::closing, Limit::lead_time};
    return by;
}
Request some_request(bool is_evening) {
    Request request;
    request.wish.party.adults = *Covers::make(1 + below(8));
    request.begin = minute(is_evening ? (25 * 60 + 30 * below(12)) : (4 * 60 + 30 * below(10)));
    return request;
}
NewGroup some_group(Request whole, int& reservations) {
    NewGroup group;
    group.id = {"g" + std::to_string(reservations)};
    const int chairs = std::max(whole.wish.party.adults.count(), 2);
    whole.wish.party.adults = *Covers::make(chairs);
    for (const int part : {chairs / 2, chairs - chairs / 2}) {
        GroupPart one{{"b" + std::to_string(++reservations)}, {}};
        one.party.adults = *Covers::make(part);
        group.parts.push_back(std::move(one));
    }
    group.request = std::move(whole);
    return group;
}
NewReservation some_waiting(Request wanted, int& reservations) {
    const auto latest = minute(wanted.begin.count() + 60);
    return {{"b" + std::to_string(++reservations)}, std::move(wanted), {}, Waiting{latest}};
}
BookingId some_id(const DayBook& book) {
    const auto& all = book->reservations;
    return all.empty() ? BookingId{"nobody"} : all[static_cast<std::size_t>(below(static_cast<int>(all.size())))].id;
}

Command some_command(const DayBook& book, bool is_evening, int& reservations) {
    switch (below(14)) {
        case 10:
            return some_group(some_request(is_evening), reservations);
        case 11:
            return ChangeGroup{some_id(book), some_request(is_evening).begin};
        case 12:
            return some_waiting(some_request(is_evening), reservations);
        case 13:
            return TakeUp{some_id(book), some_request(is_evening).begin};
        case 0:
            return Change{some_id(book), some_request(is_evening)};
        case 1:
            return Follow{some_id(book), CommitmentEvent::cancel, {}, any<Whom>()};
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
                take(table.text, one.begin.count() + shift, free_from(*book, one).count() + shift, one.id.text);
        }
    }
}

/// A start's true minute, of the evening's date.
std::chrono::minutes truly(const Night& night, const DayBook& book, MinuteOfDay begin) {
    const auto instant = night.zone.first_at_or_after(at(book->date, begin));
    return std::chrono::floor<std::chrono::minutes>(instant - Instant{night.evening.time_since_epoch()});
}
/// How many come in the fullest stretch of pacing's span that a start is in.
int most_around(const Books& books, const DayBook& of, const Reservation& own, Instant now) {
    std::vector<std::chrono::minutes> starts;
    for (const auto* book : {&books.evening, &books.morning}) {
        for (const auto& one : (*book)->reservations) {
            if (counts_at(one, now)) starts.push_back(truly(books.night, *book, one.begin));
        }
    }
    const auto begin = truly(books.night, of, own.begin);
    int most = 0;
    for (auto from = begin - 44min; from <= begin; from += 1min) {
        most = std::max(most, static_cast<int>(std::count_if(starts.begin(), starts.end(), [&](auto at) {
                            return from <= at && at < from + 45min;
                        })));
    }
    return most;
}

void step(Books& books, int number) {
    const bool is_evening = one_in(2);
    auto& book = is_evening ? books.evening : books.morning;
    auto& other = is_evening ? books.morning : books.evening;
    const auto by = some_by(books.night, number);
    const auto& zone = books.night.zone;
    if (one_in(6)) {
        const auto id = some_id(other);
        const auto left = other.contents();
        auto without = left;
        std::erase_if(without.reservations, [&](const Reservation& one) { return one.id == id; });
        const auto beside = book.beside(stays_on(book->date, *DayBook::make(without, zone), by.now));
        const auto moved = change_date(other, beside, id, some_request(is_evening), by);
        if (!moved) return;
        RC_ASSERT(moved->from.find(id) == nullptr && moved->to.book.find(id) != nullptr);
        other = *DayBook::make(moved->from.contents(), zone);
        book = *DayBook::make(moved->to.book.contents(), zone);
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
    const auto made = DayBook::make(decided->book.contents(), zone);
    RC_ASSERT(made.has_value());
    RC_ASSERT(*kept_day_book_from_json(to_kept_json(*made, "{}")) == *made);
    book = *made;
    const auto* one = book.find(decided->booking);
    if (taken != nullptr && one != nullptr && counts_at(*one, by.now.instant))
        RC_ASSERT(most_around(books, book, *one, by.now.instant) <= most_in_span);
}

}  // namespace

int run() {
    const bool holds = rc::check("two dates share their tables", [] {
        const auto all = nights();
        Books books{all[static_cast<std::size_t>(below(static_cast<int>(all.size())))]};
        for (int number = 0; number < 40; ++number) {
            step(books, number);
            check_tables(books, some_by(books.night, number).now.instant);
        }
    });
    return holds ? 0 : 1;
}

}  // namespace neighbours_property
