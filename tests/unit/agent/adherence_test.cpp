#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include <denwaban/agent/adherence.hpp>
#include <denwaban/core/random.hpp>

namespace adherence_test {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

constexpr Instant nine{std::chrono::milliseconds{1'790'000'000'000}};

AgentEvent event(int id, Duration after, AgentStatusType type) {
    AgentSnapshot snapshot{SnapshotSource::agent_event_stream, nine + after, {}, {}, {}};
    snapshot.status = {type == AgentStatusType::routable ? "Available" : "休憩", type, nine + after, {}};
    return {"e" + std::to_string(id), AgentEventKind::state_change, std::move(snapshot)};
}

AgentStay stay(Duration from, Duration until, AgentState state) { return {nine + from, nine + until, state}; }

}  // namespace

TEST_CASE("occupancy is contacts over contacts and idle time") {
    AgentTimes times;
    CHECK_FALSE(occupancy(times));
    times.by_state[index_of(AgentState::on_contact)] = 20min;
    times.by_state[index_of(AgentState::after_contact_work)] = 10min;
    times.by_state[index_of(AgentState::available)] = 5min;
    times.by_state[index_of(AgentState::error)] = 5min;
    times.by_state[index_of(AgentState::ringing)] = 60min;
    times.by_state[index_of(AgentState::not_routable)] = 60min;
    CHECK(occupancy(times) == 0.75);
}

TEST_CASE("a shift is kept by states that it asks for; what nobody knows counts as neither") {
    const std::array stays{
        stay(0min, 30min, AgentState::available),      stay(30min, 50min, AgentState::on_contact),
        stay(50min, 60min, AgentState::not_routable),  stay(60min, 70min, AgentState::unknown),
        stay(80min, 100min, AgentState::not_routable),
    };
    const std::array shift{
        ShiftPart{nine + 10min, nine + 90min, ShiftActivity::productive},
        ShiftPart{nine + 90min, nine + 120min, ShiftActivity::non_productive},
        ShiftPart{nine + 20min, nine + 20min, ShiftActivity::productive},
    };
    const auto kept = adherence(stays, shift);
    CHECK(kept.scheduled == 110min);
    CHECK(kept.adherent == 40min + 10min);
    CHECK(kept.unknown == 20min + 20min);
    CHECK(adherence_share(kept) == 50.0 / 70.0);
    CHECK_FALSE(adherence_share(adherence({}, shift)));
}

TEST_CASE("stays add up to the times, whatever came in which order") {
    SplitMix64 random{20261129};
    for (int day = 0; day < 200; ++day) {
        AgentTimeline timeline{{24h, day % 2 == 0 ? std::optional<Duration>{20min} : std::nullopt}};
        for (int id = 0; id < 30; ++id) {
            constexpr std::array types{AgentStatusType::routable, AgentStatusType::not_routable,
                                       AgentStatusType::offline};
            timeline.apply(event(id, 1min * (random() % 480), types[random() % 3]));
        }
        const auto until = nine + 9h;
        AgentTimes sum;
        const auto stays = timeline.stays(until);
        for (std::size_t place = 0; place < stays.size(); ++place) {
            sum.by_state[index_of(stays[place].state)] += stays[place].until - stays[place].from;
            CHECK(stays[place].from < stays[place].until);
            if (place > 0) CHECK(stays[place - 1].until == stays[place].from);
            if (place > 0) CHECK(stays[place - 1].state != stays[place].state);
        }
        CHECK(sum.by_state == timeline.times(until).by_state);
    }
}

TEST_CASE("stays go no further than one asks") {
    AgentTimeline timeline{{24h, {}}};
    timeline.apply(event(1, 0min, AgentStatusType::routable));
    timeline.apply(event(2, 30min, AgentStatusType::not_routable));
    const auto stays = timeline.stays(nine + 10min);
    REQUIRE(stays.size() == 1);
    CHECK(stays.front() == stay(0min, 10min, AgentState::available));
    CHECK(times_of(stays).of(AgentState::available) == 10min);
    CHECK(timeline.stays(nine - 1min).empty());
}

TEST_CASE("a status of the centre's own ends a stay, if one asks by status") {
    AgentTimeline timeline{{24h, {}}};
    auto training = event(2, 20min, AgentStatusType::not_routable);
    training.snapshot.status.name = "研修";
    timeline.apply(event(1, 0min, AgentStatusType::not_routable));
    timeline.apply(event(3, 30min, AgentStatusType::routable));
    timeline.apply(event(4, 40min, AgentStatusType::routable));
    timeline.apply(std::move(training));
    CHECK(timeline.stays(nine + 50min) ==
          std::vector{stay(0min, 30min, AgentState::not_routable), stay(30min, 50min, AgentState::available)});
    CHECK(timeline.status_stays(nine + 50min) ==
          std::vector<AgentStatusStay>{{stay(0min, 20min, AgentState::not_routable), "休憩"},
                                       {stay(20min, 30min, AgentState::not_routable), "研修"},
                                       {stay(30min, 50min, AgentState::available), std::nullopt}});
}

TEST_CASE("stays are cut where one asks") {
    const std::vector stays{stay(0min, 10min, AgentState::available), stay(10min, 20min, AgentState::on_contact),
                            stay(20min, 30min, AgentState::available)};
    CHECK(within(stays, nine + 5min, nine + 20min) ==
          std::vector{stay(5min, 10min, AgentState::available), stay(10min, 20min, AgentState::on_contact)});
    CHECK(within(stays, nine + 30min, nine + 60min).empty());
    CHECK(within(stays, Instant::min(), Instant::max()) == stays);
}

TEST_CASE("a shift that overlaps itself, or ends before it begins, is none") {
    const auto part = [](Duration from, Duration until) {
        return ShiftPart{nine + from, nine + until, ShiftActivity::productive};
    };
    CHECK(check(std::array{part(0min, 10min), part(10min, 20min), part(5min, 5min)}).empty());
    const auto errors = check(std::array{part(10min, 20min), part(0min, 11min), part(30min, 25min)});
    REQUIRE(errors.size() == 2);
    CHECK(errors[0].code == ErrorCode::out_of_range);
    CHECK(to_string(errors[0].where) == "/2/until");
    CHECK(errors[1].code == ErrorCode::overlap);
    CHECK(to_string(errors[1].where) == "/0/from");
    const auto cut = until(std::array{part(0min, 10min), part(10min, 20min)}, nine + 5min);
    REQUIRE(cut.size() == 1);
    CHECK(cut.front() == part(0min, 5min));
}

}  // namespace adherence_test
