#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>

#include "hours_command.hpp"

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

int run(const std::vector<std::string>& words) {
    const bool help = !words.empty() && (words[0] == "--help" || words[0] == "help");
    if (help) {
        std::cout << usage;
        return 0;
    }
    if (words.empty() || words[0] != "hours") return fail(std::string{usage});
    const auto options = parse_options({words.begin() + 1, words.end()});
    if (!options) return fail("denwaban: " + options.error() + "\n\n" + std::string{usage});
    std::string text;
    if (options->file == "-") {
        text = contents(std::cin);
    } else {
        std::ifstream file{options->file, std::ios::binary};
        if (!file) return fail("denwaban: cannot read " + options->file);
        text = contents(file);
    }
    const auto now = date::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const bool colours = isatty(STDOUT_FILENO) != 0;
    return static_cast<int>(print_hours(text, *options, now, {std::cout, std::cerr, colours}));
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& failure) {
        return fail(failure.what());
    }
}
