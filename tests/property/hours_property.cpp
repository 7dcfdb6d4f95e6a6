#include <rapidcheck.h>

#include <atomic>
#include <iostream>

#include <denwaban/hours.hpp>

#include "generators.hpp"
#include "naive_hours.hpp"

namespace hours_property {
using namespace denwaban;

namespace {

std::atomic<long> cases{0};

constexpr int walked_days = 12;

void agree_at(const Hours& hours, const naive::Model::Walk& walk, std::size_t minute) {
    const auto instant = walk.begins + std::chrono::minutes{minute};
    const auto status = hours.status(instant);
    RC_ASSERT(status.has_value());
    RC_ASSERT(status->state == walk.states[minute]);
    if (walk.owners[minute]) {
        RC_ASSERT(status->business_date == walk.owners[minute]->first);
        RC_ASSERT((status->service ? status->service->name : "") == walk.owners[minute]->second);
    }

    auto change = minute;
    while (change < walk.states.size() && walk.states[change] == walk.states[minute]) ++change;
    const auto next_change = *hours.next_change(instant);
    if (change < walk.states.size()) {
        RC_ASSERT(next_change == walk.begins + std::chrono::minutes{change});
        RC_ASSERT(status->state != State::open || status->closes_at == next_change);
    } else {
        RC_ASSERT(!next_change || *next_change >= walk.begins + std::chrono::minutes{change});
    }

    while (change < walk.states.size() && walk.states[change] != State::open) ++change;
    const auto opens = walk.begins + std::chrono::minutes{change};
    if (change < walk.states.size()) {
        RC_ASSERT(status->next_opening == opens);
    } else {
        RC_ASSERT(!status->next_opening || *status->next_opening >= opens);
    }
    RC_ASSERT(*hours.next_opening(instant) == status->next_opening);
    ++cases;
}

void intervals_tile(const Hours& hours, const naive::Model::Walk& walk) {
    const auto end = walk.begins + std::chrono::minutes{walk.states.size()};
    const auto openings = hours.intervals(walk.begins, end);
    RC_ASSERT(openings.has_value());
    std::vector<State> states(walk.states.size(), State::closed);
    for (const auto& opening : *openings) {
        for (auto t = opening.begins; t < opening.ends; t += std::chrono::minutes{1}) {
            auto& state = states[static_cast<std::size_t>((t - walk.begins) / std::chrono::minutes{1})];
            RC_ASSERT(state == State::closed);
            state = opening.state;
        }
    }
    RC_ASSERT(states == walk.states);
}

}  // namespace

int run() {
    const bool agrees = rc::check("Hours answers as the naive model does, minute by minute", [] {
        const auto rules = *generate::rules();
        const auto calendar = *generate::calendar();
        const auto zone = *generate::zone();
        const auto first = *rc::gen::oneOf(generate::date_in(make_date(2026, 4, 25), make_date(2026, 5, 5)),
                                           generate::date_in(make_date(2026, 9, 12), make_date(2026, 9, 22)),
                                           generate::date_in(make_date(2026, 4, 25), make_date(2026, 12, 31)));
        const Horizon horizon{first - date::days{10}, first + date::days{walked_days + 40}};

        const auto hours = Hours::compile(rules, calendar, zone, horizon);
        RC_ASSERT(hours.has_value());
        const auto walk = naive::Model{rules, calendar, zone}.walk(first, walked_days);
        for (std::size_t minute = 0; minute < walk.states.size(); ++minute) {
            const auto instant = walk.begins + std::chrono::minutes{minute};
            RC_ASSERT(*hours->state(instant) == walk.states[minute]);
            ++cases;
        }
        for (int i = 0; i < 60; ++i) {
            agree_at(*hours, walk, static_cast<std::size_t>(*rc::gen::inRange<int>(0, walked_days * 1440)));
        }
        intervals_tile(*hours, walk);
    });

    const bool same = rc::check("the horizon changes no answer within it", [] {
        const auto rules = *generate::rules();
        const auto calendar = *generate::calendar();
        const auto first = *generate::date_in_2026();
        const auto narrow = Hours::compile(rules, calendar, TimeZone::tokyo(), {first, first + date::days{20}});
        const auto wide = Hours::compile(rules, calendar, TimeZone::tokyo(), Horizon::standard());
        for (int hour = 0; hour < 20 * 24; ++hour) {
            const auto instant = TimeZone::tokyo().first_at_or_after(LocalTime{first}) + std::chrono::hours{hour};
            RC_ASSERT(*narrow->state(instant) == *wide->state(instant));
            const auto change = *narrow->next_change(instant);
            RC_ASSERT(!change || change == *wide->next_change(instant));
            ++cases;
        }
    });

    std::cout << cases << " cases compared\n";
    return agrees && same && cases >= 100'000 ? 0 : 1;
}

}  // namespace hours_property
