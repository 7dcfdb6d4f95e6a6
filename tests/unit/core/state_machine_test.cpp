#include <doctest/doctest.h>

#include <algorithm>

#include <denwaban/core/state_machine.hpp>

namespace {

enum class CallState { ringing, talking, held, closed };
enum class CallEvent { accepted, put_on_hold, resumed, hung_up };
enum class CallEffect { start_timer, play_music, stop_music, write_record };

}  // namespace

template <>
inline constexpr std::array<std::string_view, 4> denwaban::names_of<CallState>{"ringing", "talking", "held", "closed"};
template <>
inline constexpr std::array<std::string_view, 4> denwaban::names_of<CallEvent>{"accepted", "put_on_hold", "resumed",
                                                                               "hung_up"};
template <>
inline constexpr std::array<std::string_view, 4> denwaban::names_of<CallEffect>{"start_timer", "play_music",
                                                                                "stop_music", "write_record"};

namespace {

using namespace denwaban;

constexpr StateMachine<CallState, CallEvent, CallEffect> call{
    CallState::ringing,
    {
        {CallState::ringing, CallEvent::accepted, moves_to(CallState::talking), CallEffect::start_timer},
        {CallState::ringing, any_event, refused("nobody has accepted the call")},
        {CallState::talking, CallEvent::put_on_hold, moves_to(CallState::held), CallEffect::play_music},
        {CallState::talking, CallEvent::resumed, ignored},
        {CallState::held, CallEvent::resumed, moves_to(CallState::talking), CallEffect::stop_music},
        {CallState::held, CallEvent::put_on_hold, ignored},
        {CallState::closed, any_event, ignored},
        {CallState::ringing, CallEvent::hung_up, moves_to(CallState::closed)},
        {any_state, CallEvent::accepted, ignored},
        {any_state, CallEvent::hung_up, moves_to(CallState::closed), CallEffect::write_record},
    },
};
using Move = Moved<CallState, CallEffect>;
using CallStep = Step<CallState, CallEffect>;

static_assert(call.step(CallState::ringing, CallEvent::accepted) ==
              CallStep{Move{CallState::talking, CallEffect::start_timer}});

}  // namespace

TEST_CASE("an event moves a state, is ignored or is refused") {
    CHECK(call.step(CallState::talking, CallEvent::put_on_hold) ==
          CallStep{Move{CallState::held, CallEffect::play_music}});
    CHECK(call.step(CallState::talking, CallEvent::resumed) == CallStep{Ignored{}});
    CHECK(call.step(CallState::ringing, CallEvent::resumed) == CallStep{Refused{"nobody has accepted the call"}});
}

TEST_CASE("the narrowest row answers: the pair, then the state, then the event") {
    CHECK(call.step(CallState::ringing, CallEvent::hung_up) == CallStep{Move{CallState::closed, std::nullopt}});
    CHECK(call.step(CallState::closed, CallEvent::hung_up) == CallStep{Ignored{}});
    CHECK(call.step(CallState::held, CallEvent::hung_up) ==
          CallStep{Move{CallState::closed, CallEffect::write_record}});
}

TEST_CASE("the rows answer every pair once, in order, as a step does") {
    REQUIRE(call.rows().size() == 16);
    for (std::size_t index = 0; index < 16; ++index) {
        const auto& row = call.rows()[index];
        CHECK(row.from == static_cast<CallState>(index / 4));
        CHECK(row.on == static_cast<CallEvent>(index % 4));
        CHECK(row.step == call.step(row.from, row.on));
    }
}

TEST_CASE("a final state is left by no event") {
    CHECK(call.initial() == CallState::ringing);
    CHECK(call.is_final(CallState::closed));
    CHECK_FALSE(call.is_final(CallState::held));
}

TEST_CASE("a machine draws itself") {
    CHECK(to_mermaid(call) == R"(stateDiagram-v2
    [*] --> ringing
    ringing --> talking : accepted / start_timer
    ringing --> closed : hung_up
    talking --> held : put_on_hold / play_music
    talking --> closed : hung_up / write_record
    held --> talking : resumed / stop_music
    held --> closed : hung_up / write_record
    closed --> [*]
)");
}
