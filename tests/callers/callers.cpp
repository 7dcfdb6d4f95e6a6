/// A hundred thousand calls: what becomes of them by kind of caller, and what each rule brings.

#include <algorithm>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "figures.hpp"

namespace {

using namespace callers;

struct Table {
    std::map<std::string, Figures> rows{};
    Figures all{};
};

Table run(std::uint64_t seed, int calls, const Setting& setting) {
    Table table;
    for (int done = 0; done < calls; done += calls_an_afternoon) {
        afternoon(seed++, setting, [&](const SimulatedCaller& caller, Goal goal, Kind kind, End end) {
            table.all.count(caller, end);
            table.rows["kind " + kind_names[static_cast<std::size_t>(kind)]].count(caller, end);
            table.rows["goal " + goal_names[static_cast<std::size_t>(goal)]].count(caller, end);
        });
    }
    return table;
}

void print(const std::string& name, const Figures& figures) {
    std::cout << "| " << name << " | " << figures.calls << std::fixed << std::setprecision(1);
    for (const auto end : {End::done, End::went_away, End::handed_over, End::gave_up, End::unfinished})
        std::cout << " | " << figures.share(end);
    std::cout << " | " << figures.mean_turns() << " | " << figures.turns_of_most() << " | " << figures.wrong << " | "
              << figures.of(End::dead_end) << " |\n";
}

void print_head(const std::string& of) {
    std::cout << "\n| " << of
              << " | calls | done % | went away % | handed over % | gave up % | unfinished % | turns | 95% | wrong | "
                 "dead ends |\n"
              << "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n";
}

struct Ablation {
    const char* name;
    Setting setting;
};

std::vector<Ablation> ablations() {
    std::vector<Ablation> all{{"all rules", {}}};
    const auto without = [&](const char* name, bool Without::*rule) {
        Setting setting;
        setting.without.*rule = true;
        all.push_back({name, setting});
    };
    without("without the question just asked", &Without::asked);
    without("without what is known", &Without::known);
    without("without the hours", &Without::hours);
    without("without words that take back", &Without::repairs);
    without("without fillers", &Without::fillers);
    without("nobody hears what is said back while asking on", &Without::heard);
    without("no keypad", &Without::keypad);
    without("no examples", &Without::examples);
    for (const auto& [name, factor] : {std::pair{"no noise", 0.0}, {"noise, doubled", 2.0}, {"noise, fourfold", 4.0}}) {
        Setting setting;
        setting.noise = setting.noise.times(factor);
        all.push_back({name, setting});
    }
    Setting rivals;
    rivals.rivals = 0.2;
    all.push_back({"a rival at one read-back in five", rivals});
    Setting deaf;
    deaf.inattentive = 1;
    all.push_back({"nobody listens to the read-back", deaf});
    return all;
}

void watch(std::uint64_t seed, int calls, const std::string& wanted, double noise) {
    Setting setting;
    setting.noise = setting.noise.times(noise);
    for (int done = 0; done < calls; done += calls_an_afternoon) {
        afternoon(seed++, setting, [&](const SimulatedCaller& caller, Goal goal, Kind kind, End end) {
            const auto reason = caller.reason() ? std::string{denwaban::name_of(*caller.reason())} : std::string{};
            const auto name =
                end_names[static_cast<std::size_t>(end)] + (caller.wrong() > 0 ? " wrong" : "") + " " + reason;
            if (name.find(wanted) == name.npos) return;
            std::cout << "\n## " << name << ", " << kind_names[static_cast<std::size_t>(kind)] << " "
                      << goal_names[static_cast<std::size_t>(goal)] << ", " << caller.wants().name.kana << '\n';
            for (const auto& line : caller.lines())
                std::cout << "  < " << line.machine << "\n  > " << line.said
                          << (line.heard == line.said ? "" : "  =>  " + line.heard) << '\n';
        });
    }
}

/// What is said is written to standard output, what was heard is read from standard input.
std::string heard_aloud(const std::string& said) {
    std::string plain;
    std::copy_if(said.begin(), said.end(), std::back_inserter(plain), [](char c) { return c != '`'; });
    if (plain.empty()) return {};
    std::cout << "say " << plain << std::endl;
    std::string heard;
    std::getline(std::cin, heard);
    return heard;
}

int speak(std::uint64_t seed, int calls) {
    Setting setting;
    setting.recogniser = heard_aloud;
    Figures figures;
    for (int done = 0; done < calls; done += calls_an_afternoon) {
        afternoon(seed++, setting, [&](const SimulatedCaller& caller, Goal, Kind kind, End end) {
            if (kind == Kind::abroad) return;
            figures.count(caller, end);
            std::cout << "end " << end_names[static_cast<std::size_t>(end)] << ' ' << caller.turns() << ' '
                      << caller.wrong() << ' ' << (caller.reason() ? name_of(*caller.reason()) : "") << std::endl;
        });
    }
    return figures.wrong == 0 ? 0 : 1;
}

}  // namespace

/// callers [calls [seed [which [noise]]]]: `which` prints the conversations that end so, say "handed over
/// not_understood"; `aloud` has what is said heard by whoever is at the other end of the pipe.
int main(int count, char** arguments) {
    const int calls = count > 1 ? std::atoi(arguments[1]) : 100'000;
    const auto seed = count > 2 ? static_cast<std::uint64_t>(std::atoll(arguments[2])) : std::uint64_t{20261129};
    if (count > 3 && arguments[3] == std::string{"aloud"}) return speak(seed, calls);
    if (count > 3) {
        watch(seed, calls, arguments[3], count > 4 ? std::atof(arguments[4]) : 1);
        return 0;
    }
    const auto table = run(seed, calls, {});
    print_head("kind of caller");
    for (const auto& [name, figures] : table.rows)
        if (name.starts_with("kind ")) print(name.substr(5), figures);
    print("all", table.all);
    print_head("goal");
    for (const auto& [name, figures] : table.rows)
        if (name.starts_with("goal ")) print(name.substr(5), figures);
    std::cout << "\n| handed over | calls |\n| --- | ---: |\n";
    for (const auto& [name, times] : table.all.reasons) std::cout << "| " << name << " | " << times << " |\n";
    print_head("ablation");
    for (const auto& one : ablations()) print(one.name, run(seed, std::min(calls, 10'000), one.setting).all);
    const bool holds = table.all.wrong == 0 && table.all.of(End::dead_end) == 0;
    std::cout << '\n' << (holds ? "1 passed, 0 failed\n" : "0 passed, 1 failed\n");
    return holds ? 0 : 1;
}
