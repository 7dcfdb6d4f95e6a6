// Reads a restaurant from JSON, loads its zone, and answers a contact flow.
#include <denwaban/denwaban.hpp>
#include <denwaban/zones.hpp>

using namespace denwaban;

int main() {
    const auto restaurant = restaurant_from_json(R"({
        "id": "r1", "name": "Toribee", "lines": [{"number": "+81350000001"}], "zone": "America/New_York",
        "hours": {"rules": [{"when": "every_day", "services": [{"opens": "17:00", "closes": "26:00"}]}]}
    })");
    if (!restaurant) return 1;
    const auto opened = open_restaurant(*restaurant, HolidayCalendar::japan(), *load_time_zone(restaurant->zone));
    const auto directory = Directory::make({*opened});
    const Instant six_in_the_evening{make_date(2026, 7, 1).time_since_epoch() + std::chrono::hours{22}};
    const auto answer = contact_flow(
        R"({"Details": {"ContactData": {"SystemEndpoint": {"Address": "+81350000001", "Type": "TELEPHONE_NUMBER"}}}})",
        *directory, six_in_the_evening);
    return answer.at("state") == "open" && answer.at("closesAt") == "2026-07-02T02:00:00-04:00" ? 0 : 1;
}
