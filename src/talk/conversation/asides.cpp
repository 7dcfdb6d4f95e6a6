#include <algorithm>
#include <utility>
#include <vector>

#include <denwaban/talk/hours_sentence.hpp>

#include "intents.hpp"
#include "talker.hpp"

namespace denwaban::detail::talk {

namespace {

/// Whether of an allergy it is not known what it is.
[[nodiscard]] bool is_any_unnamed(const std::vector<HeardAllergy>& allergies) {
    return std::any_of(allergies.begin(), allergies.end(), [](const HeardAllergy& one) { return one.what.empty(); });
}

/// The last that has yet to begin; null for none.
[[nodiscard]] const Opening* last_to_come(const std::vector<Opening>& openings, Instant now) {
    const auto found = std::find_if(openings.rbegin(), openings.rend(),
                                    [&](const Opening& one) { return one.state == State::open && one.begins > now; });
    return found == openings.rend() ? nullptr : &*found;
}

}  // namespace

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
        } else if (intent == Intent::ask_allergy && !talk_.known.allergies.empty() &&
                   !is_any_unnamed(talk_.known.allergies)) {
            first_say(say(Line::allergies_noted, {{"allergies", allergies()}}));
            talk_.unanswered.emplace_back(name_of(intent));
        } else {
            first_say(say(Line::does_not_know));
            talk_.unanswered.emplace_back(name_of(intent));
        }
    }
    return any;
}

/// 明日は何時までですか is of a day; 明日2人、卵アレルギーですが大丈夫ですか wants a table, too.
bool Talker::is_of_table(const Slots& slots, Asides asides) {
    const bool day = slots.day && !is_in_doubt(slots.day), time = slots.time && !is_in_doubt(slots.time),
               party = slots.party && !is_in_doubt(slots.party);
    return asides == Asides::some ? party && (day || time) : day || time || party;
}

Spoken Talker::hours_on(const Hours& hours, Date day) const {
    const auto openings = hours.openings_on(day);
    if (day == today() && talk_.language == Language::japanese) {
        const auto status = hours.status(now_.instant);
        // What is open now, or no more, is announced; before it opens all hours of the day are told.
        const auto* next = status && openings ? last_to_come(*openings, now_.instant) : nullptr;
        if (status && (next == nullptr || status->state == State::open)) {
            const auto said = Spoken::of(announce(hours, *status, now_.instant));
            if (next == nullptr || next->service == nullptr) return said;
            return said + say(Line::closes_at, {{"time", speaker_.clock(next->service->closes)}});
        }
    }
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
    const auto openings = hours.openings_on(day);
    if (!openings) return say(Line::last_orders_none);
    Spoken said;
    for (const auto& opening : *openings) {
        if (opening.state != State::open || opening.service == nullptr) return say(Line::last_orders_none);
        const auto& orders = opening.service->last_orders;
        const auto last = orders.food ? orders.food : orders.drink ? orders.drink : orders.entry;
        if (!last) return say(Line::last_orders_none);
        const auto when = speaker_.when(day, *last);
        said = speaker_.joined(std::move(said), say(Line::last_order_of_day, {{"day", when.day}, {"time", when.time}}));
    }
    return said.empty() ? say(Line::is_closed, {{"day", speaker_.day(day)}}) : said;
}

}  // namespace denwaban::detail::talk
