#include <utility>
#include <vector>

#include <denwaban/talk/hours_sentence.hpp>

#include "intents.hpp"
#include "talker.hpp"

namespace denwaban::detail::talk {

Talker::Asides Talker::answer_asides(const Meaning& meaning) {
    auto any = Asides::none;
    const auto& hours = setting_.restaurant.hours;
    const auto* said_day = meaning.slots.day ? meaning.slots.day->certain() : nullptr;
    const auto day = said_day != nullptr ? *said_day : today();
    for (const auto& [intent, words] : meaning.intents) {
        if (meant_by(intent).aside == Aside::no) continue;
        any = Asides::some;
        const auto answer = policy_.answers.find(intent);
        if (answer != policy_.answers.end()) {
            first_say(answer->second);
        } else if (intent == Intent::ask_hours || intent == Intent::ask_last_order) {
            first_say(intent == Intent::ask_hours ? hours_on(hours, day) : last_order_on(hours, day));
        } else {
            first_say(say(Line::does_not_know));
            talk_.unanswered.emplace_back(name_of(intent));
        }
    }
    return any;
}

Spoken Talker::hours_on(const Hours& hours, Date day) const {
    if (day == today() && talk_.language == Language::japanese) {
        const auto status = hours.status(now_.instant);
        if (status) return Spoken::of(announce(hours, *status, now_.instant));
    }
    const auto openings = hours.openings_on(day);
    if (!openings) return say(Line::does_not_know);
    std::vector<Spoken> spans;
    for (const auto& opening : *openings) {
        if (opening.state != State::open || opening.service == nullptr) return say(Line::does_not_know);
        spans.push_back(say(Line::hours_from_until, {{"from", speaker_.clock(opening.service->opens)},
                                                     {"until", speaker_.clock(opening.service->closes)}}));
    }
    if (spans.empty()) return say(Line::is_closed, {{"day", speaker_.day(day)}});
    return say(Line::hours_of_day, {{"day", speaker_.day(day)}, {"hours", speaker_.listed(spans)}});
}

Spoken Talker::last_order_on(const Hours& hours, Date day) const {
    const auto openings = hours.openings_on(day).value_or({});
    Spoken said;
    for (const auto& opening : openings) {
        if (opening.state != State::open || opening.service == nullptr) return say(Line::last_orders_none);
        const auto& orders = opening.service->last_orders;
        const auto last = orders.food ? orders.food : orders.drink ? orders.drink : orders.entry;
        if (!last) return say(Line::last_orders_none);
        said = speaker_.joined(std::move(said), say(Line::last_order_of_day,
                                                    {{"day", speaker_.day(day)}, {"time", speaker_.clock(*last)}}));
    }
    return said.empty() ? say(Line::is_closed, {{"day", speaker_.day(day)}}) : said;
}

}  // namespace denwaban::detail::talk
