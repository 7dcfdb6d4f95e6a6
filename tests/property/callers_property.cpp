/// Callers with something in mind, who speak, and are heard as recognition hears: what the book keeps is what they
/// agreed to, and every conversation ends. A hundred thousand of them are `tests/run.sh callers`.

#include <rapidcheck.h>

#include <cstdint>
#include <iostream>

#include "../callers/figures.hpp"

#include "../callers/caller.cpp"
#include "../callers/caller_speaks.cpp"

namespace callers_property {
namespace {

/// The rules hold however badly they are heard.
void speaks(double noise, callers::Figures& figures) {
    callers::Setting setting;
    setting.noise = setting.noise.times(noise);
    const auto seed = *rc::gen::noShrink(rc::gen::arbitrary<std::uint64_t>());
    callers::afternoon(seed, setting, [&](const callers::SimulatedCaller& caller, auto, auto, callers::End end) {
        figures.count(caller, end);
        RC_ASSERT(caller.wrong() == 0);
        RC_ASSERT(end != callers::End::dead_end);
    });
}

}  // namespace

int run() {
    callers::Figures plain, noisy;
    bool holds = rc::check("what callers say and agree to is booked, and nothing else", [&] { speaks(1, plain); });
    holds &= rc::check("and where they are hardly heard", [&] { speaks(4, noisy); });
    for (const auto* all : {&plain, &noisy})
        std::cout << all->calls << " calls, " << all->share(callers::End::done) << " % done\n";
    return holds ? 0 : 1;
}

}  // namespace callers_property
