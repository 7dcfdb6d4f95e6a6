#include <doctest/doctest.h>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/time_zone.hpp>

namespace core_test {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

Instant utc(Date date, std::chrono::milliseconds time) { return Instant{date.time_since_epoch() + time}; }

/// Vienna in 2026: forward at 01:00 UTC on March 29, back at 01:00 UTC on October 25.
TimeZone vienna() {
    return {"Europe/Vienna", 1h, {{utc(make_date(2026, 3, 29), 1h), 2h}, {utc(make_date(2026, 10, 25), 1h), 1h}}};
}

}  // namespace

TEST_CASE("an Expected holds a value or the reason why there is none") {
    const Expected<int> value = 3;
    CHECK(value);
    CHECK(*value == 3);
    CHECK(value.transform([](int v) { return v * 2; }) == Expected<int>{6});

    const Expected<int> none = Unexpected{Error{ErrorCode::unknown_zone, "no zone named Mars/Olympus", {}}};
    CHECK_FALSE(none);
    CHECK(to_string(none.error().code) == "unknown_zone");
    CHECK(none.value_or(7) == 7);
}

TEST_CASE("an error is a line that says what, where and why") {
    CHECK(to_string(Error{ErrorCode::wrong_type, "must be an array", JsonPointer{"/hours/rules"}}) ==
          "wrong_type at /hours/rules: must be an array");
    CHECK(to_string(Error{ErrorCode::malformed_json, "is no JSON", ByteRange{12, 15}}) ==
          "malformed_json at 12-15: is no JSON");
    const Error nowhere{ErrorCode::unknown_zone, "no zone named Mars/Olympus", {}};
    CHECK(to_string(nowhere) == "unknown_zone: no zone named Mars/Olympus");
    CHECK(to_string(Errors{nowhere, nowhere}) == to_string(nowhere) + "\n" + to_string(nowhere));
    CHECK(to_string(Errors{}).empty());
}

TEST_CASE("value() gives the value, or throws what is wrong with code, message and place") {
    const Expected<int> value = 3;
    CHECK(value.value() == 3);
    CHECK(Expected<std::string>{"moved"}.value() == "moved");
    CHECK(Expected<bool>{false}.value() == false);

    const Error first{ErrorCode::overlap, "lunch and night overlap", JsonPointer{"/rules/0"}};
    const Error second{ErrorCode::never_ends, "never ends", JsonPointer{"/rules/1"}};
    const Expected<int, Errors> none = Unexpected{Errors{first, second}};
    CHECK_THROWS_AS((void)none.value(), std::logic_error);
    CHECK_THROWS_WITH((void)none.value(),
                      "overlap at /rules/0: lunch and night overlap\nnever_ends at /rules/1: never ends");
    try {
        (void)Expected<int, Errors>{none}.value();
        FAIL("must throw");
    } catch (const BadExpectedAccess<Errors>& wrong) {
        CHECK(wrong.error() == Errors{first, second});
    }
}

TEST_CASE("a minute of day runs to 48:00, so that 26:00 on Friday is still Friday") {
    constexpr auto last_call = MinuteOfDay::clock(26, 30);
    CHECK(last_call.count() == 1590);
    CHECK(to_string(last_call) == "26:30");
    CHECK(parse_minute_of_day("48:00") == MinuteOfDay::make(2880));
    CHECK_FALSE(parse_minute_of_day("48:01"));
    CHECK_FALSE(parse_minute_of_day("12:60"));
    CHECK_FALSE(parse_minute_of_day("9:00"));
}

TEST_CASE("dates are read only if they exist") {
    CHECK(parse_date("2028-02-29") == make_date(2028, 2, 29));
    CHECK_FALSE(parse_date("2027-02-29"));
    CHECK_FALSE(parse_date("2027-2-9"));
}

TEST_CASE("Tokyo is nine hours ahead, with no zone files on the machine") {
    const auto tokyo = TimeZone::tokyo();
    const auto noon = at(make_date(2026, 11, 23), MinuteOfDay::clock(12, 0));
    CHECK(tokyo.first_at_or_after(noon) == utc(make_date(2026, 11, 23), 3h));
    CHECK(tokyo.local_time(utc(make_date(2026, 11, 23), 3h)) == noon);
}

TEST_CASE("a skipped time is the jump itself") {
    const auto zone = vienna();
    const auto jump = utc(make_date(2026, 3, 29), 1h);
    const auto skipped = at(make_date(2026, 3, 29), MinuteOfDay::clock(2, 30));
    CHECK(zone.first_at_or_after(skipped) == jump);
    CHECK(zone.after_last_before(skipped) == jump);
}

TEST_CASE("of a time that comes twice an opening starts at the first and ends at the second") {
    const auto zone = vienna();
    const auto twice = at(make_date(2026, 10, 25), MinuteOfDay::clock(2, 30));
    CHECK(zone.first_at_or_after(twice) == utc(make_date(2026, 10, 25), 30min));
    CHECK(zone.after_last_before(twice) == utc(make_date(2026, 10, 25), 90min));

    const auto second_pass = zone.reading(utc(make_date(2026, 10, 25), 70min));
    CHECK(second_pass.earliest == at(make_date(2026, 10, 25), MinuteOfDay::clock(2, 10)));
    CHECK(second_pass.latest == at(make_date(2026, 10, 25), MinuteOfDay::clock(3, 0)) - 1ms);
}

TEST_CASE("readings and resolved instants tell the same story, minute by minute") {
    const auto zone = vienna();
    for (const auto day : {make_date(2026, 3, 29), make_date(2026, 10, 25), make_date(2026, 7, 1)}) {
        for (int start = 0; start < 300; start += 10) {
            const auto local = LocalTime{day} + std::chrono::minutes{start};
            const auto begins = zone.first_at_or_after(local);
            const auto ends = zone.after_last_before(local);
            for (auto t = utc(day, -3h); t < utc(day, 5h); t += 10min) {
                const auto reading = zone.reading(t);
                CHECK((t >= begins) == (reading.latest >= local));
                CHECK((t < ends) == (reading.earliest < local));
            }
        }
    }
}

}  // namespace core_test
