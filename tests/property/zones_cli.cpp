/// Prints a line for every zone: its name, its first offset, then every change and the offset from it on, in seconds.

#include <chrono>
#include <iostream>

#include <denwaban/zones.hpp>

int main() {
    const auto seconds = [](std::chrono::milliseconds duration) { return duration / std::chrono::seconds{1}; };
    for (const auto name : denwaban::time_zone_names()) {
        const auto zone = denwaban::load_time_zone(name);
        if (!zone) return 1;
        std::cout << name << ' ' << seconds(zone->initial_offset());
        for (const auto& change : zone->changes()) {
            std::cout << ' ' << seconds(change.at.time_since_epoch()) << ' ' << seconds(change.offset);
        }
        std::cout << '\n';
    }
}
