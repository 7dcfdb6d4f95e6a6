#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/ledger/keys.hpp>
#include <denwaban/ledger/reservation_desk.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>
#include <denwaban/ledger/task_json.hpp>

#include "../ledger/storm_requests.hpp"

/// What keeping costs: the port beside plain SQLite that writes the same rows, and bookings of many writers at once.
namespace {

using namespace denwaban;
using storm::Json;
using Clock = std::chrono::steady_clock;

constexpr std::size_t book_bytes = 20'000;  // of 46 bookings
constexpr int commits = 2000;

[[nodiscard]] double microseconds(Clock::duration time) {
    return std::chrono::duration<double, std::micro>(time).count();
}

/// A folder on the disk that one works on: a temporary one may be in memory.
class Folder {
public:
    Folder() : path_(std::filesystem::current_path() / ("ledger-bench-" + std::to_string(std::random_device{}()))) {
        std::filesystem::create_directory(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string file(const std::string& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

[[nodiscard]] double median(std::vector<double> all) {
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2), all.end());
    return all[all.size() / 2];
}
[[nodiscard]] double percentile_99(std::vector<double> all) {
    std::sort(all.begin(), all.end());
    return all[all.size() * 99 / 100];
}

void must(int code, sqlite3* handle) {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    std::fprintf(stderr, "%s\n", sqlite3_errmsg(handle));
    std::exit(1);
}

/// What one would write by hand: the same rows under the same conditions, with prepared statements.
[[nodiscard]] std::vector<double> plain_commits(const std::string& path, const std::string& body) {
    sqlite3* handle = nullptr;
    must(sqlite3_open(path.c_str(), &handle), handle);
    must(sqlite3_exec(handle,
                      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                      "CREATE TABLE documents (partition TEXT, sort TEXT, version INTEGER, body TEXT, expires INTEGER,"
                      " PRIMARY KEY (partition, sort)) WITHOUT ROWID;"
                      "CREATE TABLE requests (request TEXT PRIMARY KEY, about TEXT, answer TEXT, keep_until INTEGER)"
                      " WITHOUT ROWID;",
                      nullptr, nullptr, nullptr),
         handle);
    const auto prepare = [&](const char* sql) {
        sqlite3_stmt* statement = nullptr;
        must(sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr), handle);
        return statement;
    };
    auto* begin = prepare("BEGIN IMMEDIATE");
    auto* end = prepare("COMMIT");
    auto* version = prepare("SELECT version FROM documents WHERE partition = 'restaurant#r1' AND sort = 'book'");
    auto* asked = prepare("SELECT answer FROM requests WHERE request = ?1");
    auto* put = prepare(
        "INSERT INTO documents VALUES (?1, ?2, 1, ?3, NULL) ON CONFLICT DO UPDATE SET version = version + 1,"
        " body = excluded.body");
    auto* remember = prepare("INSERT INTO requests VALUES (?1, 'decide', ?2, 0)");
    const auto run = [&](sqlite3_stmt* statement) {
        must(sqlite3_step(statement), handle);
        must(sqlite3_reset(statement), handle);
    };
    const auto bind = [&](sqlite3_stmt* statement, int place, const std::string& text) {
        must(sqlite3_bind_text(statement, place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC), handle);
    };
    const std::string answer(900, 'a'), restaurant = "restaurant#r1", book = "book", link = R"({"restaurant":"r1"})";
    std::vector<double> times;
    for (int each = 0; each < commits; ++each) {
        const auto key = "k" + std::to_string(each), booking = "booking#" + key;
        const auto from = Clock::now();
        run(begin);
        bind(asked, 1, key);
        run(asked);
        run(version);
        for (const auto& [partition, text] : {std::pair{restaurant, body}, std::pair{booking, link}}) {
            bind(put, 1, partition);
            bind(put, 2, book);
            bind(put, 3, text);
            run(put);
        }
        bind(remember, 1, key);
        bind(remember, 2, answer);
        run(remember);
        run(end);
        times.push_back(microseconds(Clock::now() - from));
    }
    for (auto* statement : {begin, end, version, asked, put, remember}) sqlite3_finalize(statement);
    sqlite3_close(handle);
    return times;
}

[[nodiscard]] std::vector<double> port_commits(const std::string& path, const std::string& body) {
    auto ledger = *SqliteLedger::open(path);
    const auto now = *parse_iso8601(storm::now);
    const std::string answer(900, 'a');
    std::vector<double> times;
    for (int each = 0; each < commits; ++each) {
        const auto key = "k" + std::to_string(each);
        const Expectation expected = each == 0 ? Expectation{Absent{}} : Version{static_cast<std::uint64_t>(each)};
        const Commit commit{{Put{{"restaurant#r1", "book"}, expected, body, {}},
                             Put{{"booking#" + key, "book"}, Absent{}, R"({"restaurant":"r1"})", {}}},
                            RequestAnswer{key, "decide", answer, now + std::chrono::hours{24}},
                            now};
        const auto from = Clock::now();
        const auto result = *ledger.commit(commit);
        times.push_back(microseconds(Clock::now() - from));
        if (!std::holds_alternative<Committed>(result)) std::exit(1);
    }
    return times;
}

void compare_commits() {
    const std::string body(book_bytes, 'b');
    // In turns, so that whatever else the disk does meets both.
    std::vector<double> plain, port;
    for (int round = 0; round < 3; ++round) {
        const Folder folder;
        for (const auto time : plain_commits(folder.file("plain"), body)) plain.push_back(time);
        for (const auto time : port_commits(folder.file("port"), body)) port.push_back(time);
    }
    const auto base = median(plain);
    std::printf("a commit of a day book of 20 KB, a booking and an answer, one writer\n");
    std::printf("%-28s %8.0f us median %8.0f us p99\n", "plain SQLite", base, percentile_99(plain));
    std::printf("%-28s %8.0f us median %8.0f us p99  %+.1f%%\n\n", "SqliteLedger", median(port), percentile_99(port),
                (median(port) / base - 1) * 100);
}

void ask(Ledger& ledger, const Json& question, std::uint64_t seed) {
    auto errand = *errand_from_json(question.dump(), seed);
    static_cast<void>(run(ledger, std::move(errand)));
}

void book(int restaurants, unsigned writers) {
    const Folder folder;
    auto ledger = *SqliteLedger::open(folder.file("desk"));
    const storm::Size size{restaurants, 4000, 1};
    for (const auto& one : storm::preparations(size)) ask(ledger, one, 0);
    const auto requests = storm::Callers{size}.requests();
    std::atomic<std::size_t> next{0};
    std::vector<double> times(requests.size());
    const auto work = [&] {
        for (auto number = next++; number < requests.size(); number = next++) {
            const auto from = Clock::now();
            ask(ledger, requests[number], number);
            times[number] = microseconds(Clock::now() - from);
        }
    };
    const auto from = Clock::now();
    std::vector<std::thread> all;
    for (unsigned writer = 0; writer < writers; ++writer) all.emplace_back(work);
    for (auto& one : all) one.join();
    const auto seconds = microseconds(Clock::now() - from) / 1e6;
    std::printf("%4d %8u %12.0f %12.0f %12.0f\n", restaurants, writers, static_cast<double>(requests.size()) / seconds,
                median(times), percentile_99(times));
}

/// Bookings upon one evening of forty, which is as it was again before the next.
void book_in_memory() {
    auto ledger = *SqliteLedger::open(":memory:");
    for (const auto& one : storm::preparations({1, 1, 1})) ask(ledger, one, 0);
    const auto now = *parse_iso8601(storm::now);
    ReservationDesk desk{ledger};
    const DayBookAddress evening{{storm::restaurant_id(0)}, make_date(2026, 11, 27)};
    const auto book_one = [&](int number) {
        NewReservation wanted{{"b" + std::to_string(number)}, {}, {}};
        wanted.request.begin = *MinuteOfDay::make(17 * 60 + number % 17 * 15);
        wanted.request.wish.party.adults = Covers::of(2);
        By by;
        by.now.instant = now;
        ErrandRequest request;
        request.key = "k" + std::to_string(number);
        if (!desk.decide(evening, wanted, by, request)) std::exit(1);
    };
    for (int number = 0; number < 40; ++number) book_one(number);
    const auto home = keys::day_book(evening.restaurant, evening.date);
    const auto body = ledger.read({home})->front()->body;
    std::vector<double> times;
    for (int number = 40; number < 2040; ++number) {
        const auto from = Clock::now();
        book_one(number);
        times.push_back(microseconds(Clock::now() - from));
        if (!ledger.commit({{Put{home, Anything{}, body, {}}}, {}, now})) std::exit(1);
    }
    std::printf("a booking of the desk on a ledger in memory, 40 reservations: %.0f us median, %.0f us p99\n\n",
                median(times), percentile_99(times));
}

}  // namespace

int main() {
    book_in_memory();
    compare_commits();
    std::printf("requests of the reservation desk: read, decide, commit\n");
    std::printf("%s %8s %12s %12s %12s\n", "restaurants", "writers", "a second", "median us", "p99 us");
    for (const int restaurants : {200, 1}) {
        for (const unsigned writers : {1U, 8U, 32U}) book(restaurants, writers);
    }
}
