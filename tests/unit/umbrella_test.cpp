#include <denwaban/denwaban.hpp>

#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <vector>

using namespace denwaban;

TEST_CASE("many threads may ask the same hours at once") {
    const Open dinner{{{"dinner", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(26, 0), {}}}};
    const auto hours = *Hours::compile({{{{EveryDay{}}, dinner, ""}}, {}, {}}, HolidayCalendar::japan(),
                                       TimeZone::tokyo(), {make_date(2026, 1, 1), make_date(2026, 12, 31)});
    const Instant noon{make_date(2026, 11, 23).time_since_epoch() + std::chrono::hours{3}};
    std::atomic<int> open{0};
    std::vector<std::thread> threads;
    threads.reserve(8);
    for (int thread = 0; thread < 8; ++thread) {
        threads.emplace_back([hours, noon, &open] {
            for (int hour = 0; hour < 240; ++hour) {
                const auto status = *hours.status(noon + std::chrono::hours{hour});
                if (status.state == State::open) ++open;
                if (status.service != nullptr && status.service->name != "dinner") open = -100'000;
            }
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(open == 8 * 10 * 9);
}
