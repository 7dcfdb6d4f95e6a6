#include <atomic>
#include <chrono>
#include <iostream>
#include <mutex>
#include <set>
#include <string>
#include <thread>

#include <denwaban/ledger/run.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>
#include <denwaban/ledger/task_json.hpp>

#include "storm_history.hpp"
#include "storm_requests.hpp"

/// Everybody calls at once, and a checker says whether the ledger kept what it said.
///
///     denwaban_ledger_storm requests RESTAURANTS REQUESTS SEED   prints what is asked, a line each
///     denwaban_ledger_storm sqlite FILE WRITERS < requests       plays it, prints the history
///     denwaban_ledger_storm check < history                      says what can't have happened
namespace {

using namespace denwaban;
using storm::Json;

[[nodiscard]] Expected<std::string, Errors> ask(Ledger& ledger, const Json& question, std::uint64_t seed) {
    auto errand = errand_from_json(question.dump(), seed);
    if (!errand) return Unexpected{std::move(errand).error()};
    return run(ledger, *std::move(errand));
}

/// Whoever finds others faster every time, or hears nothing in time, asks again under the same key.
[[nodiscard]] Expected<std::string, Errors> answer_to(Ledger& ledger, const Json& question, std::uint64_t seed) {
    while (true) {
        auto answer = ask(ledger, question, seed++);
        if (answer) return answer;
        const auto code = answer.error().front().code;
        const bool may_yet_be =
            code == ErrorCode::contended || code == ErrorCode::unavailable || code == ErrorCode::timed_out;
        if (!may_yet_be) return answer;
    }
}

[[nodiscard]] std::int64_t ticks() { return std::chrono::steady_clock::now().time_since_epoch().count(); }

/// At once and whole, because the process may be killed.
void print(const Json& line) {
    static std::mutex printing;
    const std::lock_guard lock{printing};
    std::cout << line.dump() << '\n' << std::flush;
}

[[nodiscard]] Json written(const Errors& errors) {
    auto all = Json::array();
    for (const auto& error : errors) all.push_back(std::string{to_string(error.code)} + " " + to_string(error.where));
    return all;
}

int print_requests(const storm::Size& size) {
    for (const auto& one : storm::preparations(size)) std::cout << Json{{"prepare", one}}.dump() << '\n';
    for (const auto& one : storm::Callers{size}.requests()) std::cout << Json{{"ask", one}}.dump() << '\n';
    return 0;
}

struct Night {
    std::vector<Json> prepare;
    std::vector<Json> ask;
    std::set<std::string> restaurants;
};

[[nodiscard]] Night read_night(std::istream& lines) {
    Night night;
    for (std::string line; std::getline(lines, line);) {
        auto json = Json::parse(line);
        if (json.contains("ask")) {
            night.ask.push_back(std::move(json.at("ask")));
            continue;
        }
        night.prepare.push_back(std::move(json.at("prepare")));
        const auto& last = night.prepare.back();
        if (last.contains("put_restaurant")) {
            night.restaurants.insert(last.at("put_restaurant").at("restaurant").at("id"));
        }
    }
    return night;
}

void print_books(Ledger& ledger, const Night& night, const char* when) {
    for (const auto& id : night.restaurants) {
        const auto book = *ask(ledger, {{"find_day_book", {{"restaurant", id}, {"date", storm::date}}}}, 0);
        auto line = Json::object();
        line[when] = Json::parse(book);
        print(line);
    }
}

int play(const std::string& path, unsigned writers) {
    const auto night = read_night(std::cin);
    auto ledger = *SqliteLedger::open(path);
    for (const auto& one : night.prepare) {
        if (!ask(ledger, one, 0)) return 1;
    }
    print_books(ledger, night, "before");
    std::atomic<std::size_t> next{0};
    const auto write = [&](unsigned writer) {
        for (auto number = next++; number < night.ask.size(); number = next++) {
            const auto& question = night.ask[number];
            print({{"ask", question}, {"begin", ticks()}});
            const auto answer = answer_to(ledger, question, number * 64 + writer);
            Json line{{"ask", question}, {"end", ticks()}};
            line[answer ? "answer" : "errors"] = answer ? Json::parse(*answer) : written(answer.error());
            print(line);
        }
    };
    const auto begin = ticks();
    std::vector<std::thread> all;
    for (unsigned writer = 0; writer < writers; ++writer) all.emplace_back(write, writer);
    for (auto& one : all) one.join();
    std::cerr << night.ask.size() << " requests of " << writers << " writers in " << (ticks() - begin) / 1'000'000
              << " ms\n";
    print_books(ledger, night, "after");
    return 0;
}

int check() {
    storm::History history;
    for (std::string line; std::getline(std::cin, line);) history.read(line);
    const auto faults = history.faults();
    for (const auto& fault : faults) std::cout << fault << '\n';
    std::cout << history.summary() << '\n';
    return faults.empty() && history.answers() > 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** given) {
    const std::vector<std::string> words{given + 1, given + count};
    if (words.size() == 4 && words[0] == "requests") {
        return print_requests({std::stoi(words[1]), std::stoi(words[2]), static_cast<unsigned>(std::stoul(words[3]))});
    }
    if (words.size() == 3 && words[0] == "sqlite") return play(words[1], static_cast<unsigned>(std::stoul(words[2])));
    if (words.size() == 1 && words[0] == "check") return check();
    std::cerr << "requests RESTAURANTS REQUESTS SEED | sqlite FILE WRITERS < requests | check < history\n";
    return 2;
}
