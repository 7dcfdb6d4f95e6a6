#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/records/call_groups.hpp>

namespace call_groups_test {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

PlacedCall call(const char* about, Duration after, bool is_answered) {
    PlacedCall one;
    // 20:00 in Tokyo on Sunday, 2026-11-22, the eve of 勤労感謝の日.
    one.call.began = Instant{date::sys_days{date::year{2026} / 11 / 22}} + 11h + after;
    one.call.waits.push_back({{"c"}, {"arn", "予約"}, one.call.began, {}, WaitOutcome::answered});
    one.call.queued = 10s;
    if (is_answered) one.call.answered = one.call.began + 10s;
    if (!is_answered) one.call.abandoned = Abandonment::in_queue;
    if (*about != '\0') one.call.dispositions = {about, "access"};
    return one;
}

std::string names(CallGroup group, const std::vector<PlacedCall>& calls, std::optional<Channel> through = {}) {
    std::string all;
    for (const auto& [name, figures] : service_figures_by(group, calls, 20s, TimeZone::tokyo(), through)) {
        all += name + " " + std::to_string(figures.offered) + "/" + std::to_string(figures.answered_in_time) + " ";
    }
    return all;
}

}  // namespace

TEST_CASE("calls are counted by what is asked, and by nothing where nobody knows") {
    std::vector<PlacedCall> calls{call("booking", 0min, true), call("", 16min, false), call("booking", 5h, true)};
    calls[0].place = CallPlace{{"r1"}, State::open, {}, make_date(2026, 11, 22), {}, "勤労感謝の日", "鳥一族"};
    calls[2].place = CallPlace{{"r1"}, State::open, {}, make_date(2026, 11, 23), "勤労感謝の日", {}};
    CHECK(names(CallGroup::restaurant, calls) == " 1/0 r1 2/2 ");
    CHECK(names(CallGroup::chain, calls) == " 2/1 鳥一族 1/1 ");
    CHECK(names(CallGroup::disposition, calls) == " 1/0 access 2/2 booking 2/2 ");
    CHECK(names(CallGroup::day_kind, calls) == " 1/0 holiday 1/1 holiday_eve 1/1 ");
    CHECK(names(CallGroup::weekday, calls) == "mon 1/1 sun 2/1 ");
    CHECK(names(CallGroup::quarter_hour, calls) == "01:00 1/1 20:00 1/1 20:15 1/0 ");
    CHECK(names(CallGroup::queue, calls) == "予約 3/2 ");
    CHECK(names(CallGroup::line, calls) == " 3/2 ");
    calls[0].call.channel = Channel::voice;
    calls[1].call.channel = Channel::chat;
    CHECK(names(CallGroup::channel, calls) == " 1/1 chat 1/0 voice 1/1 ");
    CHECK(names(CallGroup::line, calls) == " 2/2 ");
    CHECK(names(CallGroup::line, calls, Channel::chat) == " 1/0 ");
    CHECK(names(CallGroup::channel, calls, Channel::voice) == "voice 1/1 ");
    CHECK(names(CallGroup::line, calls, Channel::email).empty());
    const std::vector facts{calls[0].call, calls[1].call, calls[2].call};
    CHECK(service_figures(facts, 20s).offered == 2);
    CHECK(service_figures(facts, 20s, Channel::chat).abandoned == 1);
    calls[1].call.channel = Channel::unknown;
    calls[1].call.direction = CallDirection::outbound;
    CHECK(names(CallGroup::agent, calls) == " 2/2 ");
}

TEST_CASE("without a directory a call has no place") {
    const auto all = placed({CallFact{}, CallFact{}}, nullptr);
    CHECK(all.size() == 2);
    CHECK_FALSE(all.front().place);
}

TEST_CASE("a call beyond what hours are compiled for has no place, and costs the others none") {
    Restaurant restaurant;
    restaurant.id = {"r1"};
    restaurant.lines.push_back({*PhoneNumber::parse("+81312345678"), "代表"});
    auto opened = open_restaurant(restaurant, HolidayCalendar::japan(), TimeZone::tokyo());
    REQUIRE(opened);
    const auto directory = Directory::make({*std::move(opened)});
    REQUIRE(directory);
    auto usual = call("booking", 0min, true).call;
    usual.line = *PhoneNumber::parse("+81312345678");
    auto odd = usual;
    odd.began = Instant{5s};
    CHECK_FALSE(place_of(odd, *directory));
    const auto all = placed({odd, usual}, &*directory);
    REQUIRE(all.size() == 2);
    CHECK_FALSE(all.front().place);
    REQUIRE(all.back().place);
    CHECK(all.back().place->restaurant == RestaurantId{"r1"});
    CHECK(names(CallGroup::restaurant, all) == " 1/1 r1 1/1 ");
}

}  // namespace call_groups_test
