#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>

#include "hours_command.hpp"
#include "records_command.hpp"
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

int run_records(const std::vector<std::string>& words) {
    const auto options = parse_records_options(words);
    if (!options) return fail("denwaban: " + options.error() + "\n\n" + std::string{records_usage});
    std::ios::sync_with_stdio(false);
    return static_cast<int>(convert_records(std::cin, *options, streams(), isatty(STDERR_FILENO) != 0, since_start));
}

struct NamedCommand {
    std::string_view name;
    int (*run)(const std::vector<std::string>& words);
    std::string_view usage;
};
constexpr std::array commands{
    NamedCommand{"hours", run_hours, usage},
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
    const auto command = std::ranges::find(commands, words[0], &NamedCommand::name);
    if (command != commands.end()) return command->run({words.begin() + 1, words.end()});
    if (words[0] != "--help" && words[0] != "help") return fail(all_usage());
    std::cout << all_usage();
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& failure) {
        return fail(failure.what());
    }
}
