/// A machine that compiles as it stands, and doesn't with any of the definitions below.

#include <denwaban/core/state_machine.hpp>

enum class Lamp { off, on };
enum class Press { once, held };
enum class Sound { click };

template <>
inline constexpr std::array<std::string_view, 2> denwaban::names_of<Lamp>{"off", "on"};
template <>
inline constexpr std::array<std::string_view, 2> denwaban::names_of<Press>{"once", "held"};
template <>
inline constexpr std::array<std::string_view, 1> denwaban::names_of<Sound>{"click"};

using namespace denwaban;

constexpr StateMachine<Lamp, Press, Sound> lamp{
    Lamp::off,
    {
        {Lamp::off, Press::once, moves_to(Lamp::on), Sound::click},
        {Lamp::on, Press::once, moves_to(Lamp::off), Sound::click},
        {Lamp::on, Press::held, refused("it would burn")},
#ifndef PAIR_MISSING
        {Lamp::off, Press::held, ignored},
#endif
#ifdef PAIR_TWICE
        {Lamp::on, Press::once, ignored},
#endif
#ifdef ROW_HIDDEN
        {any_state, Press::held, ignored},
#endif
#ifdef ROW_FOR_ALL
        {any_state, any_event, ignored},
#endif
#ifdef VALUE_UNNAMED
        {static_cast<Lamp>(2), Press::once, ignored},
#endif
#ifdef EFFECT_WITHOUT_MOVE
        {any_state, Press::held, ignored, Sound::click},
#endif
    },
};
static_assert(lamp.step(Lamp::off, Press::held) == Step<Lamp, Sound>{Ignored{}});
