/// Nights of calls, one by one, out of a file of JSON lines (restaurant_days.py): who gets a table if others may move,
/// and if nobody may; what each question costs. Prints one line of JSON a night.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <new>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/documents/day_book_json.hpp>

using namespace denwaban;
using Json = nlohmann::json;

namespace {

std::size_t allocated = 0;  ///< bytes that are held

constexpr auto friday = make_date(2026, 11, 27);

DayBook empty_book(const Json& night) {
    DayBookContents contents;
    contents.restaurant = {"r"};
    contents.date = friday;
    const Json plan{{"tables", night["tables"]}, {"combinations", night["combinations"]}, {"chains", night["chains"]}};
    contents.floor_plan = *floor_plan_from_json(plan.dump());
    contents.periods = {{"all day", MinuteOfDay::clock(10, 0), MinuteOfDay::clock(30, 0), MinuteOfDay::clock(30, 0)}};
    return *DayBook::make(std::move(contents));
}

Request request_of(const Json& party) {
    Request request;
    request.begin = *MinuteOfDay::make(party["begin"]);
    request.wish.party.adults = *Covers::make(party["covers"]);
    request.wish.turn = std::chrono::minutes{party["end"].get<int>() - party["begin"].get<int>()};
    if (party.contains("kind")) {
        request.wish.needs.kinds = {*enumerator_named<SeatKind>(party["kind"].get<std::string>())};
    }
    if (party.contains("smoking")) request.wish.needs.smoking = Smoking::forbidden;
    return request;
}

By by_agent(std::size_t nodes) {
    By by;
    by.actor = Actor::restaurant;
    by.now = now_in(TimeZone::tokyo(), Instant{friday.time_since_epoch()});
    by.budget = {nodes};
    return by;
}

/// Of the processor's time: what else runs on the machine does not count.
double microseconds_of(auto&& work) {
    const auto begin = std::clock();
    work();
    return 1e6 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

/// How many get a table where everybody keeps theirs.
std::size_t seated_with_fixed_tables(const Json& night) {
    auto book = empty_book(night);
    for (const auto& party : night["parties"]) {
        const BookingId id{std::to_string(book->version)};
        const auto made = denwaban::book(book, {id, request_of(party), {}, Confirmed{}}, by_agent(1));
        if (!made || !made->moved.empty()) continue;
        book = pin(made->book, id, {}, by_agent(1))->book;
    }
    return book->reservations.size();
}

double availability_of(const DayBook& book, int covers) {
    Wish wish;
    wish.party.adults = *Covers::make(covers);
    const Starts evening{MinuteOfDay::clock(17, 0), MinuteOfDay::clock(23, 0)};
    constexpr int times = 50;
    return microseconds_of([&] {
               for (int time = 0; time < times; ++time) {
                   if (!availability(book, wish, evening, by_agent(1).now)) std::abort();
               }
           }) /
           times;
}

Json replay(const Json& night, std::size_t nodes) {
    auto calls = Json::array();
    auto book = empty_book(night);
    const auto enough = night.value("enough", night["parties"].size());
    for (const auto& party : night["parties"]) {
        if (book->reservations.size() == enough) break;
        const auto request = request_of(party);
        std::string answer;
        const auto proposing = microseconds_of([&] {
            const auto proposal = propose(book, request, by_agent(nodes).now, {{}, {nodes}});
            answer = answer_names[proposal->answer.index()];
        });
        const NewReservation wanted{{std::to_string(calls.size())}, request, {}, Confirmed{}};
        const auto booking = microseconds_of([&] {
            if (auto made = denwaban::book(book, wanted, by_agent(nodes))) book = std::move(made->book);
        });
        calls.push_back({{"answer", answer}, {"propose", proposing}, {"book", booking}});
    }
    const auto before = allocated;
    auto held = std::make_unique<DayBook>(*DayBook::make(book.contents()));
    const auto bytes = allocated - before;
    return {{"calls", std::move(calls)},
            {"booked", book->reservations.size()},
            {"fixed", seated_with_fixed_tables(night)},
            {"availability", {{"2", availability_of(book, 2)}, {"4", availability_of(book, 4)}}},
            {"bytes", bytes},
            {"json", to_json(*held).size()}};
}

}  // namespace

void* operator new(std::size_t size) {
    auto* memory = static_cast<std::size_t*>(std::malloc(size + 16));
    if (memory == nullptr) throw std::bad_alloc{};
    *memory = size;
    allocated += size;
    return memory + 2;
}
void operator delete(void* memory) noexcept {
    if (memory == nullptr) return;
    auto* begin = static_cast<std::size_t*>(memory) - 2;
    allocated -= *begin;
    std::free(begin);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }

int main(int count, char** arguments) {
    if (count < 2) return 2;
    std::ifstream nights{arguments[1]};
    const std::size_t nodes = count > 2 ? std::strtoul(arguments[2], nullptr, 10) : SearchBudget{}.nodes;
    for (std::string line; std::getline(nights, line);)
        std::cout << replay(Json::parse(line), nodes).dump() << std::endl;
    return 0;
}
