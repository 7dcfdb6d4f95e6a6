/// Nanoseconds a call in C++, for each of the rules given: `hours_bench < rules as JSON lines`, one `name<TAB>hours`
/// each. Prints `name<TAB>question<TAB>nanoseconds`. Instants come from the same generator as in hours_bench.mjs.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

#include <denwaban/documents/rules_json.hpp>
#include <denwaban/hours.hpp>

using namespace denwaban;

namespace {

constexpr int rounds = 15;

/// Lehmer's generator: the same few lines in every language.
std::vector<Instant> instants_of_2026(std::size_t count) {
    std::vector<Instant> instants(count);
    std::uint64_t random = 42;
    const Instant new_year{make_date(2026, 1, 1).time_since_epoch()};
    for (auto& instant : instants) {
        random = random * 48271 % 2147483647;
        instant = new_year + std::chrono::seconds{random % (365 * 86400)};
    }
    return instants;
}

/// Of processor time: others may be at work on the machine.
template <class F>
double median_nanoseconds(std::size_t calls, F&& f) {
    std::vector<double> each;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::clock();
        f();
        const auto taken = static_cast<double>(std::clock() - start) * (1e9 / CLOCKS_PER_SEC);
        each.push_back(taken / static_cast<double>(calls));
    }
    std::nth_element(each.begin(), each.begin() + rounds / 2, each.end());
    return each[rounds / 2];
}

volatile std::int64_t sink = 0;

void measure(const std::string& name, const Rules& rules) {
    const auto japan = HolidayCalendar::japan();
    const Horizon two_years{make_date(2026, 1, 1), make_date(2027, 12, 31)};
    const auto hours = *Hours::compile(rules, japan, TimeZone::tokyo(), two_years);
    const auto instants = instants_of_2026(100'000);
    std::vector<State> states(instants.size());
    const auto report = [&](const char* question, std::size_t calls, auto&& f) {
        std::cout << name << '\t' << question << '\t' << median_nanoseconds(calls, f) << '\n';
    };
    const auto each = [&](auto&& ask) {
        return [&instants, ask] {
            std::int64_t sum = 0;
            for (const auto instant : instants) sum += ask(instant);
            sink = sink + sum;
        };
    };
    report("compile, 2 years", 20, [&] {
        for (int i = 0; i < 20; ++i) {
            sink = sink + Hours::compile(rules, japan, TimeZone::tokyo(), two_years).has_value();
        }
    });
    report("compile, 25 years", 5, [&] {
        for (int i = 0; i < 5; ++i) sink = sink + Hours::compile(rules, japan, TimeZone::tokyo()).has_value();
    });
    report("is_open", instants.size(), each([&](Instant at) { return std::int64_t{*hours.is_open(at)}; }));
    report("states, in bulk", instants.size(),
           [&] { sink = sink + hours.states(instants, states).has_value() + static_cast<std::int64_t>(states[7]); });
    report("status", instants.size(),
           each([&](Instant at) { return static_cast<std::int64_t>(hours.status(at)->state); }));
    report("next_change", instants.size(),
           each([&](Instant at) { return std::int64_t{hours.next_change(at)->has_value()}; }));
}

}  // namespace

int main() {
    std::string line;
    while (std::getline(std::cin, line)) {
        const auto tab = line.find('\t');
        const auto rules = rules_from_json(std::string_view{line}.substr(tab + 1));
        if (!rules) {
            std::cerr << line << ": " << rules.error().front().message << '\n';
            return 1;
        }
        measure(line.substr(0, tab), *rules);
    }
}
