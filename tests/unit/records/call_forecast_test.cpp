#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/records/call_forecast.hpp>

namespace call_forecast_test {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

/// What a restaurant's telephone does, so that what was learned can be compared with it.
struct Town {
    std::array<double, 7> weekdays{1.2, 0.7, 0.7, 0.8, 0.9, 1.3, 1.4};
    double level = 400;
    double holiday = 1.25;
    double eve = 1.1;
    HolidayCalendar calendar = HolidayCalendar::japan();

    [[nodiscard]] double expected(Date date) const {
        const auto weekday = date::weekday{date}.c_encoding();
        if (calendar.is_holiday(date)) return level * weekdays[0] * holiday;
        if (calendar.is_pre_holiday(date) && weekday <= 4) return level * weekdays[5] * eve;
        return level * weekdays[weekday];
    }
    [[nodiscard]] static double share(std::size_t quarter) {
        if (quarter >= 44 && quarter < 56) return 0.25 / 12;
        return quarter >= 64 && quarter < 88 ? 0.75 / 24 : 0;
    }
    [[nodiscard]] CallsOfDay exactly(Date date) const {
        CallsOfDay day{date, {}};
        for (std::size_t quarter = 0; quarter < quarters_a_day; ++quarter) {
            day.quarters[quarter] = expected(date) * share(quarter);
        }
        return day;
    }
};

template <class Make>
std::vector<CallsOfDay> days(Date from, int count, Make make) {
    std::vector<CallsOfDay> all;
    for (int day = 0; day < count; ++day) all.push_back(make(from + date::days{day}));
    return all;
}

constexpr Date from = make_date(2025, 10, 1);

}  // namespace

TEST_CASE("what holds without noise is learned, and holds for dates to come") {
    const Town town;
    auto history = days(from, 200, [&](Date date) { return town.exactly(date); });
    std::shuffle(history.begin(), history.end(), std::mt19937{5});
    const auto forecast = CallForecast::of(history, town.calendar);
    REQUIRE(forecast);
    CHECK(forecast->level() == doctest::Approx(400).epsilon(0.001));
    CHECK(forecast->weekdays()[6] == doctest::Approx(1.4).epsilon(0.001));
    CHECK(forecast->holiday() == doctest::Approx(1.25).epsilon(0.06));
    CHECK(forecast->holiday_eve() == doctest::Approx(1.1).epsilon(0.03));
    const auto saturday = *forecast->on(make_date(2026, 4, 25));
    CHECK(saturday.total() == doctest::Approx(560).epsilon(0.001));
    CHECK(saturday.quarters[10] == 0);
    CHECK(saturday.quarters[70] == doctest::Approx(560 * 0.75 / 24).epsilon(0.001));
    // 昭和の日, a Wednesday, and its eve
    CHECK(forecast->on(make_date(2026, 4, 29))->total() == doctest::Approx(600).epsilon(0.06));
    CHECK(forecast->on(make_date(2026, 4, 28))->total() == doctest::Approx(572).epsilon(0.03));
    CHECK(forecast->shape_of(make_date(2026, 4, 29)) == DayShape::off);
    CHECK(forecast->shape_of(make_date(2026, 4, 28)) == DayShape::before_off);
}

TEST_CASE("calls that come at random are forecast better than by last week") {
    const Town town;
    std::mt19937 random{11};
    const auto history = days(from, 280, [&](Date date) {
        auto day = town.exactly(date);
        for (double& calls : day.quarters) {
            calls = calls == 0 ? 0 : static_cast<double>(std::poisson_distribution<int>{calls}(random));
        }
        return day;
    });
    const auto error = forecast_error(history, town.calendar, 16);
    REQUIRE(error);
    CHECK(error->days == 16 * 7);
    CHECK(*error->by_day < 0.5 * *error->naive_by_day);
    CHECK(*error->by_quarter_hour < 0.75 * *error->naive_by_quarter_hour);
}

TEST_CASE("a centre that grows is followed") {
    const Town town;
    const auto history = days(from, 140, [&](Date date) {
        auto day = town.exactly(date);
        const double grown = 1 + 0.01 * static_cast<double>((date - from).count());
        for (double& calls : day.quarters) calls *= grown;
        return day;
    });
    const auto forecast = CallForecast::of(history, town.calendar);
    REQUIRE(forecast);
    CHECK(forecast->level() > 400 * 2.0);
    CHECK(forecast->level() < 400 * 2.4);
}

TEST_CASE("one odd 祝日 teaches little") {
    const Town town;
    auto history = days(make_date(2026, 1, 15), 30, [&](Date date) {
        auto day = town.exactly(date);
        if (town.calendar.is_holiday(date)) day.quarters.fill(0);
        return day;
    });
    const auto forecast = CallForecast::of(history, town.calendar);
    REQUIRE(forecast);
    CHECK(forecast->holiday() > 0.4);
    CHECK(forecast->holiday() < 1);
}

TEST_CASE("what nothing can be learned from is refused") {
    const Town town;
    const auto history = days(from, 30, [&](Date date) { return town.exactly(date); });
    using Refusal = std::pair<ErrorCode, std::string>;
    const auto refusal = [](const auto& answer) {
        return Refusal{answer.error().code, to_string(answer.error().where)};
    };
    const auto of = [&](std::vector<CallsOfDay> all) { return refusal(CallForecast::of(all, town.calendar)); };
    CHECK(of({history.begin(), history.begin() + 13}) == Refusal{ErrorCode::out_of_range, "/history"});
    auto twice = history;
    twice.push_back(history.front());
    CHECK(of(twice) == Refusal{ErrorCode::duplicate_key, "/history/30/date"});
    auto below = history;
    below[3].quarters[5] = -1;
    CHECK(of(below) == Refusal{ErrorCode::out_of_range, "/history/3/quarters/5"});
    auto no_sunday = history;
    std::erase_if(no_sunday, [](const auto& day) { return date::weekday{day.date} == date::Sunday; });
    CHECK(of(no_sunday) == Refusal{ErrorCode::out_of_range, "/history"});
    auto unknown = history;
    unknown.front().date = make_date(2100, 1, 1);
    CHECK(of(unknown) == Refusal{ErrorCode::out_of_range, "/history/0/date"});
    const auto forecast = CallForecast::of(history, town.calendar);
    CHECK(refusal(forecast->on(make_date(2100, 1, 1))) == Refusal{ErrorCode::out_of_range, "/date"});
    const auto error_of = [&](const std::vector<CallsOfDay>& all, int weeks) {
        return refusal(forecast_error(all, town.calendar, weeks));
    };
    CHECK(error_of(history, 0) == Refusal{ErrorCode::out_of_range, "/weeks"});
    CHECK(error_of(history, 4) == Refusal{ErrorCode::out_of_range, "/history"});
    CHECK(error_of({}, 1) == Refusal{ErrorCode::out_of_range, "/history"});
    // Where it stands, though the days are learned from in the order of dates.
    std::reverse(below.begin(), below.end());
    CHECK(error_of(below, 1) == Refusal{ErrorCode::out_of_range, "/history/26/quarters/5"});
    const auto silent = days(from, 30, [](Date date) { return CallsOfDay{date, {}}; });
    CHECK(CallForecast::of(silent, town.calendar)->on(make_date(2026, 1, 1))->total() == 0);
    CHECK_FALSE(forecast_error(silent, town.calendar, 2)->by_day);
}

TEST_CASE("calls are counted by the wall clock's quarter hours, whoever called") {
    std::vector<CallFact> calls(3);
    // 23:59:59.999 on 2026-11-26 and midnight after it, in Tokyo; then a call that we made.
    calls[0].began = Instant{date::sys_days{date::year{2026} / 11 / 26}} + 15h - 1ms;
    calls[1].began = calls[0].began + 24h + 1ms;
    calls[2].began = calls[0].began;
    calls[2].direction = CallDirection::outbound;
    const auto counted = calls_by_quarter_hour(calls, TimeZone::tokyo()).value();
    REQUIRE(counted.size() == 3);
    CHECK(counted[0].date == make_date(2026, 11, 26));
    CHECK(counted[0].quarters[95] == 1);
    CHECK(counted[1].total() == 0);
    CHECK(counted[2].date == make_date(2026, 11, 28));
    CHECK(counted[2].quarters[0] == 1);
    CHECK(calls_by_quarter_hour({}, TimeZone::tokyo()).value().empty());
    calls[0].began = Instant{date::sys_days{date::year{9999} / 1 / 1}};
    const auto wrong = calls_by_quarter_hour(calls, TimeZone::tokyo());
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == ErrorCode::too_large);
}

}  // namespace call_forecast_test
