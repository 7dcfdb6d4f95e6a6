/// From the bytes of contact records to calls, a line each: contact_records_bench FILE. Prints megabytes a second of
/// processor time, the best of nine runs, and allocations a record once memory has been used before. Then what their
/// base64 in a Kinesis batch costs.

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <new>
#include <numeric>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/connect/contact_record.hpp>
#include <denwaban/connect/contact_record_stream.hpp>
#include <denwaban/records/call_facts.hpp>

#include "connect/base64.hpp"

namespace {

std::size_t allocations = 0;

}  // namespace

[[gnu::noinline]] void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc{};
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

using namespace denwaban;

namespace {

[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

[[nodiscard]] double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Answers something of what was read, so that nothing is left out.
template <class Work>
void measure(std::string_view what, std::size_t bytes, std::size_t records, Work work) {
    double least = 1e9;
    std::size_t seen = 0, allocated = 0;
    for (int run = 0; run < 9; ++run) {
        const auto before = allocations;
        const auto begin = processor_seconds();
        seen += work();
        least = std::min(least, processor_seconds() - begin);
        allocated = allocations - before;
    }
    std::cout << std::left << std::setw(44) << what << std::right << std::setw(7) << std::fixed << std::setprecision(0)
              << static_cast<double>(bytes) / least / 1e6 << " MB/s " << std::setw(6) << std::setprecision(1)
              << static_cast<double>(allocated) / static_cast<double>(records) << " allocations a record  (" << seen / 9
              << ")\n";
}

}  // namespace

int main(int count, char** given) {
    if (count < 2) return 2;
    std::ostringstream read;
    read << std::ifstream{given[1], std::ios::binary}.rdbuf();
    const auto text = read.str();
    const auto lines = lines_of(text);
    std::cout << lines.size() << " contact records, " << text.size() / 1'000'000 << " MB\n";
    ContactRecordReader reader;
    measure("ContactRecordReader::read", text.size(), lines.size(), [&] {
        std::size_t seen = 0;
        for (const auto line : lines) seen += reader.read(line)->value.id.text.size();
        return seen;
    });
    measure("the same, and call_fact of each", text.size(), lines.size(), [&] {
        std::size_t seen = 0;
        for (const auto line : lines) {
            const auto& record = reader.read(line)->value;
            const auto* leg = &record;
            if (const auto fact = call_fact(record.id, {&leg, 1})) seen += fact->contacts.size();
        }
        return seen;
    });
    CallFactMaker maker;
    measure("the same, by a CallFactMaker", text.size(), lines.size(), [&] {
        std::size_t seen = 0;
        for (const auto line : lines) {
            const auto& record = reader.read(line)->value;
            const auto* leg = &record;
            if (const auto* fact = maker.make(record.id, {&leg, 1})) seen += fact->contacts.size();
        }
        return seen;
    });
    measure("the same, kept in CallFacts", text.size(), lines.size(), [&] {
        CallFacts facts;
        for (const auto line : lines) facts.add(std::move(reader.read(line)->value));
        return facts.size();
    });
    measure("the same, out of a ContactRecordStream", text.size(), lines.size(), [&] {
        CallFacts facts;
        ContactRecordStream stream;
        const auto take = [&](const StreamedContactRecord& one) { facts.add(std::move(one.reading->value)); };
        constexpr std::size_t part = std::size_t{1} << 18U;
        for (std::size_t at = 0; at < text.size(); at += part)
            stream.add(std::string_view{text}.substr(at, part), take);
        stream.finish(take);
        return facts.size();
    });
    std::vector<std::string> data;
    for (const auto line : lines) data.push_back(connect::to_base64(line));
    const auto digits = std::accumulate(data.begin(), data.end(), std::size_t{0},
                                        [](std::size_t sum, const auto& one) { return sum + one.size(); });
    const auto decoded = [&](connect::DecodeFront front) {
        return [&data, front] {
            std::size_t seen = 0;
            for (const auto& one : data) seen += connect::from_base64(one, front)->size();
            return seen;
        };
    };
    measure("their base64, digit by digit", digits, lines.size(), decoded(connect::decode_no_front));
    measure("their base64, many digits at once", digits, lines.size(), decoded(connect::decode_front_here()));
}
