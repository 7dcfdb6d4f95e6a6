#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>

#include "hours_command.hpp"
#include "records_command.hpp"
#include "report_command.hpp"
#ifdef DENWABAN_HAS_LEDGER
#include "talk_command.hpp"
#endif

namespace {

using namespace denwaban;
using namespace denwaban::cli;

[[nodiscard]] std::string contents(std::istream& stream) {
    return {std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{}};
}

int fail(const std::string& message) {
    std::cerr << message << "\n";
    return static_cast<int>(Exit::unreadable);
}

[[nodiscard]] Instant this_machines_clock() {
    return date::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}
[[nodiscard]] Streams streams() { return {std::cout, std::cerr, isatty(STDOUT_FILENO) != 0}; }

#ifdef DENWABAN_HAS_LEDGER
int run_talk(const std::vector<std::string>& words) {
    const auto options = parse_talk_options(words);
    if (!options) return fail("denwaban: " + options.error() + "\n\n" + std::string{talk_usage});
    return static_cast<int>(talk(std::cin, *options, this_machines_clock, streams()));
}
#endif

int run_hours(const std::vector<std::string>& words) {
    const auto options = parse_options(words);
    if (!options) return fail("denwaban: " + options.error() + "\n\n" + std::string{usage});
    std::string text;
    if (options->file == "-") {
        text = contents(std::cin);
    } else {
        std::ifstream file{options->file, std::ios::binary};
        if (!file) return fail("denwaban: cannot read " + options->file);
        text = contents(file);
    }
    return static_cast<int>(print_hours(text, *options, this_machines_clock(), streams()));
}

constexpr std::string_view mcp_usage =
    "denwaban mcp LEDGER RESTAURANT: a restaurant's tools for language models; of the packages for Node and Python\n";
/// The official SDKs are theirs.
int run_mcp(const std::vector<std::string>&) {
    return fail("denwaban: mcp is of Node's package and Python's: npx denwaban mcp, or python -m denwaban mcp");
}

[[nodiscard]] std::chrono::milliseconds since_start() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

int run_report(const std::vector<std::string>& words) {
    const auto options = parse_report_options(words);
    if (!options) return fail("denwaban: " + options.error() + "\n\n" + std::string{report_usage});
    return static_cast<int>(report_records(std::cin, *options, streams(), isatty(STDERR_FILENO) != 0, since_start));
}

int run_records(const std::vector<std::string>& words) {
    const auto options = parse_records_options(words);
    if (!options) return fail("denwaban: " + options.error() + "\n\n" + std::string{records_usage});
    // A bar would stand among the calls.
    const bool is_alone = isatty(STDERR_FILENO) != 0 && isatty(STDOUT_FILENO) == 0;
    return static_cast<int>(convert_records(std::cin, *options, streams(), is_alone, since_start));
}

/// Of one word or two; the longer stand first.
struct NamedCommand {
    std::string_view name;
    int (*run)(const std::vector<std::string>& words);
    std::string_view usage;
};
constexpr std::array commands{
    NamedCommand{"hours", run_hours, usage},
    NamedCommand{"records report", run_report, report_usage},
    NamedCommand{"records", run_records, records_usage},
#ifdef DENWABAN_HAS_LEDGER
    NamedCommand{"talk", run_talk, talk_usage},
#endif
    NamedCommand{"mcp", run_mcp, mcp_usage},
};

[[nodiscard]] std::string all_usage() {
    std::string all;
    for (const auto& command : commands) all += (all.empty() ? "" : "\n") + std::string{command.usage};
    return all;
}

int run(const std::vector<std::string>& words) {
    if (words.empty()) return fail(all_usage());
    const auto two = words.size() > 1 ? words[0] + " " + words[1] : words[0];
    const auto command = std::ranges::find_if(
        commands, [&](const NamedCommand& one) { return one.name == words[0] || one.name == two; });
    const auto named = command != commands.end() && command->name == two && words.size() > 1 ? 2 : 1;
    const auto is_help = [](const std::string& word) { return word == "--help" || word == "-h"; };
    if (command != commands.end() && std::any_of(words.begin() + named, words.end(), is_help)) {
        std::cout << command->usage;
        return 0;
    }
    if (command != commands.end()) return command->run({words.begin() + named, words.end()});
    if (!is_help(words[0]) && words[0] != "help") return fail(all_usage());
    std::cout << all_usage();
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    // What is read through C says nothing of a disk that fails.
    std::ios::sync_with_stdio(false);
    try {
        const int exit = run({argv + 1, argv + argc});
        return std::cout.flush() ? exit : fail("denwaban: standard output cannot be written");
    } catch (const std::exception& failure) {
        return fail(failure.what());
    }
}
