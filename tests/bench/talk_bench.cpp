/// Understanding: microseconds of a core an utterance, of the lines in tests/data/talk/hard_spoken.jsonl.

#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <denwaban/talk/understand.hpp>

using namespace denwaban;

int main(int count, char** given) {
    std::vector<std::string> lines;
    std::ifstream file{count > 1 ? given[1] : "tests/data/talk/hard_spoken.jsonl"};
    for (std::string line; std::getline(file, line);) lines.push_back(nlohmann::json::parse(line)["utterance"]);
    if (lines.empty()) return std::cerr << "no lines\n", 1;
    const auto calendar = HolidayCalendar::japan();
    Rules rules;
    rules.rules.push_back({{EveryDay{}},
                           Open{{{"", MinuteOfDay::clock(11, 0), MinuteOfDay::clock(14, 0)},
                                 {"", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(23, 0)}}}});
    const auto hours = Hours::compile(rules, calendar, TimeZone::tokyo());
    Hearing hearing{at(make_date(2026, 11, 24), MinuteOfDay::clock(15, 0)), calendar};
    hearing.hours = &*hours;
    constexpr int rounds = 200;
    std::size_t slots = 0;
    for (const auto& line : lines) slots += understand(line, hearing).slots.needs.size();
    const auto begin = std::clock();
    for (int round = 0; round < rounds; ++round) {
        for (const auto& line : lines) slots += understand(line, hearing).slots.needs.size();
    }
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    std::cout << seconds * 1e6 / (rounds * static_cast<double>(lines.size())) << " us an utterance (" << slots << ")\n";
}
