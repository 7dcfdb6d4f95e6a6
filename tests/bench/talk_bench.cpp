/// Understanding: microseconds of a core an utterance, of the lines in tests/data/talk; conversations: turns a second
/// of a core, and the memory that one takes.

#include <malloc.h>

#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "../unit/talk_world.hpp"

namespace {

using namespace denwaban;
using namespace talk_world;

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<std::string> lines_of(const std::string& folder) {
    std::vector<std::string> lines;
    for (const auto* name : {"hard_spoken.jsonl", "fresh_spoken.jsonl", "phoned_spoken.jsonl"}) {
        std::ifstream file{folder + "/" + name};
        for (std::string line; std::getline(file, line);) lines.push_back(nlohmann::json::parse(line)["utterance"]);
    }
    return lines;
}

void measure_understanding(const std::vector<std::string>& lines) {
    const auto restaurant = hanamaru();
    const auto calendar = HolidayCalendar::japan();
    Hearing hearing{at(today, MinuteOfDay::clock(15, 0)), calendar};
    hearing.hours = &restaurant.hours;
    constexpr int rounds = 100;
    std::size_t slots = 0;
    for (const auto& line : lines) slots += understand(line, hearing).slots.needs.size();
    const auto begin = seconds();
    for (int round = 0; round < rounds; ++round) {
        for (const auto& line : lines) slots += understand(line, hearing).slots.needs.size();
    }
    const auto each = (seconds() - begin) * 1e6 / (rounds * static_cast<double>(lines.size()));
    std::cout << "understand: " << each << " us an utterance, of " << lines.size() << " lines (" << slots << ")\n";
}

/// A booking of six turns, with a correction; the world answers from memory, and is not counted.
void measure_conversations() {
    const std::vector<std::string> said{"すみません、予約をお願いしたいんですけど",
                                        "明日の夜7時に大人3人と子ども1人で",
                                        "やまだです",
                                        "あ、やっぱり8時でお願いします",
                                        "はい、お願いします",
                                        "大丈夫です"};
    constexpr int rounds = 500;
    double spent = 0;
    std::size_t memory = 0, turns = 0;
    for (int round = 0; round < rounds; ++round) {
        World world;
        auto step = greet({"c" + std::to_string(round)}, PhoneNumber::parse("09012345678").value(), Language::japanese,
                          world.setting());
        for (const auto& text : said) {
            auto begin = seconds();
            const auto hearing = hearing_of(step.conversation, world.setting(), world.now);
            step = converse(step.conversation, {{}, text, understand(text, hearing), {}}, world.setting(), world.now);
            spent += seconds() - begin;
            while (const auto* question = std::get_if<WorldQuestion>(&step.next)) {
                const auto answer = world.answer(*question);
                begin = seconds();
                step = given(step.conversation, answer, world.setting(), world.now);
                spent += seconds() - begin;
            }
            ++turns;
        }
        const auto before = mallinfo2().uordblks;
        const auto copy = step.conversation;
        memory = sizeof copy + (mallinfo2().uordblks - before);
    }
    std::cout << "converse: " << static_cast<double>(turns) / spent << " turns a second, understood; a conversation of "
              << said.size() << " turns takes " << memory << " bytes\n";
}

}  // namespace

int main(int count, char** given) {
    const auto lines = lines_of(count > 1 ? given[1] : "tests/data/talk");
    if (lines.empty()) return std::cerr << "no lines\n", 1;
    measure_understanding(lines);
    measure_conversations();
}
