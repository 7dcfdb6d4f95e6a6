// Wants opening hours and nothing else: includes one header, links nothing.
#include <denwaban/hours.hpp>

using namespace denwaban;

int main() {
    const Open dinner{{{"dinner", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(26, 0), {}}}};
    const auto hours =
        Hours::compile({{{{EveryDay{}}, dinner, ""}}, {}, {}}, HolidayCalendar::japan(), TimeZone::tokyo());
    const Instant one_in_the_morning{make_date(2026, 11, 22).time_since_epoch() + std::chrono::hours{16}};
    return hours && *hours->state(one_in_the_morning) == State::open ? 0 : 1;
}
