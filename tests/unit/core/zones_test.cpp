#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string>

#include <denwaban/zones.hpp>

#include "read_zone.hpp"

namespace zones_test {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

struct Summer {
    std::string zone;
    std::chrono::hours january;
    std::chrono::hours july;
};

const std::array summers{
    Summer{"America/New_York", -5h, -4h},
    Summer{"Europe/London", 0h, 1h},
    Summer{"Australia/Sydney", 11h, 10h},
};

Instant noon(int year, unsigned month) { return Instant{make_date(year, month, 15).time_since_epoch() + 12h}; }

void check_summers(const TimeZone& zone, const Summer& summer) {
    // 2038 is where 32-bit tables end, and what fat files hold; 2050 is known only from the footer.
    for (const int year : {2026, 2038, 2050}) {
        CAPTURE(zone.name());
        CAPTURE(year);
        CHECK(zone.offset_at(noon(year, 1)) == summer.january);
        CHECK(zone.offset_at(noon(year, 7)) == summer.july);
    }
}

}  // namespace

TEST_CASE("summers come every year, from the built-in tables") {
    for (const auto& summer : summers) check_summers(*load_time_zone(summer.zone), summer);
}

TEST_CASE("summers come every year, from fat zone files and from slim ones") {
    for (const std::string form : {"fat", "slim"}) {
        for (const auto& summer : summers) {
            const auto zone = zones::read_zone(summer.zone, DENWABAN_ZONE_FILES "/" + form + "/" + summer.zone);
            REQUIRE(zone);
            check_summers(*zone, summer);
        }
    }
}

TEST_CASE("a zone file is read to its end, or not at all") {
    // zic 2.36 leaves out of their slim files what has been announced for 2073 and later.
    const std::set<std::string_view> cut_short{"Asia/Gaza", "Asia/Hebron"};
    std::size_t refused = 0;
    for (const auto name : time_zone_names()) {
        CAPTURE(name);
        const std::string zone{name};
        const auto built_in = load_time_zone(name);
        REQUIRE(built_in);
        CHECK(zones::read_zone(zone, DENWABAN_ZONE_FILES "/fat/" + zone) == *built_in);
        const auto slim = zones::read_zone(zone, DENWABAN_ZONE_FILES "/slim/" + zone);
        if (slim && !cut_short.contains(name)) CHECK(*slim == *built_in);
        if (!slim) ++refused;
    }
    // cctz 2.3 can't follow the footers of 17.
    CHECK(refused < 30);
}

TEST_CASE("a name that is no zone's is an error, never UTC") {
    for (const std::string& name :
         {std::string{}, std::string{"Mars/Olympus"}, std::string{"asia/tokyo"}, std::string{"../../etc/passwd"},
          std::string{"Asia/Tokyo\0", 11}, std::string(1'000'000, 'A')}) {
        const auto zone = load_time_zone(name);
        REQUIRE_FALSE(zone);
        CHECK(zone.error().code == ErrorCode::unknown_zone);
    }
    CHECK(load_time_zone("Asia\r\nroot logged in\x1b[2K").error().message ==
          "no time zone is named Asia root logged in [2K");
    CHECK_FALSE(zones::read_zone("passwd", "/etc/passwd"));
}

TEST_CASE("the release of the database is told") {
    CHECK(time_zone_release().size() >= 5);
    CHECK(time_zone_release().starts_with("20"));
}

TEST_CASE("every name loads; old names are the same zones") {
    std::set<std::string_view> names;
    for (const auto name : time_zone_names()) {
        CHECK(load_time_zone(name));
        names.insert(name);
    }
    CHECK(names.size() > 400);
    CHECK(load_time_zone("Japan")->offset_at(noon(2026, 7)) == 9h);
    CHECK(load_time_zone("UTC")->offset_at(noon(2026, 7)) == 0h);
    CHECK(*load_time_zone("Asia/Tokyo") == TimeZone::tokyo());
}

}  // namespace zones_test
