/// Microseconds and bytes of memory at their peak to read Japanese listings, by the length of their text. Prints
/// `bytes<TAB>microseconds<TAB>peak bytes`.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <iostream>
#include <new>
#include <string>

#include <denwaban/formats/japanese_hours.hpp>

namespace {

std::size_t held = 0, peak = 0;
constexpr std::size_t header = alignof(std::max_align_t);

}  // namespace

void* operator new(std::size_t size) {
    auto* block = static_cast<std::size_t*>(std::malloc(size + header));
    if (block == nullptr) throw std::bad_alloc{};
    *block = size;
    peak = std::max(peak, held += size);
    return reinterpret_cast<char*>(block) + header;
}
void operator delete(void* place) noexcept {
    if (place == nullptr) return;
    auto* block = reinterpret_cast<std::size_t*>(static_cast<char*>(place) - header);
    held -= *block;
    std::free(block);
}
void operator delete(void* place, std::size_t) noexcept { operator delete(place); }

int main() {
    const std::string line = "月～金 11:30～14:00（L.O.13:30）17:00～23:00\n土日祝 12:00～22:00\n定休日 第3水曜\n";
    volatile std::size_t sink = 0;
    for (const int lines : {1, 2, 4, 8, 16, 64, 256, 1024, 8192}) {
        std::string text;
        for (int i = 0; i < lines; ++i) text += line;
        const auto before = held;
        peak = held;
        auto least = std::chrono::duration<double, std::micro>::max();
        for (int round = 0; round < 9; ++round) {
            const auto start = std::chrono::steady_clock::now();
            sink = sink + denwaban::rules_from_japanese(text, "").findings.size();
            least =
                std::min<std::chrono::duration<double, std::micro>>(least, std::chrono::steady_clock::now() - start);
        }
        std::cout << text.size() << "\t" << least.count() << "\t" << peak - before << "\n";
    }
}
